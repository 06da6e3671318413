package card

import (
	"strings"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/grid"
	"rapport/layout/part"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Measures of a cover's card, in points: 1200 × 630 pixels, as pages that show links want it.
const (
	coverWidth   fonts.Pt = 900
	coverHeight  fonts.Pt = 472.5
	coverText    fonts.Pt = 396 // beside the ring
	coverRing    fonts.Pt = 186 // outer radius
	coverInner   fonts.Pt = 36.0 / 91
	coverDotMost fonts.Pt = 6.0 / 91
	coverStroke  fonts.Pt = 1.4
	coverYear    fonts.Pt = 50
	coverName    fonts.Pt = 15
	coverSub     fonts.Pt = 18
	coverGap     fonts.Pt = 14 // between title and subtitle
)

// coverSizes are the sizes that a title may have.
var coverSizes = []fonts.Pt{50, 44, 38, 32, 26, 20, 15}

// Cover makes the card of a report as a whole: its cover, lying.
func Cover(r *content.Report, shaper *text.Shaper) (Card, error) {
	m, err := newMaker(r, shaper)
	if err != nil {
		return Card{}, err
	}
	ground, err := part.CoverGround(m.sheet, r)
	if err != nil {
		return Card{}, content.Problem{Pos: r.Cover.Pos, Width: 1, Text: err.Error()}
	}
	p := &panel{maker: m, grid: grid.New(m.shaper, text.Style{}, 0)}
	p.grid.BeginPage(coverWidth.Mm(), coverHeight.Mm(), 0, 0)
	p.grid.Shape(vector.Rect(0, 0, coverWidth, coverHeight), vector.Paint{Fill: &ground.Fill})
	width := coverWidth - 2*margin
	if part.Ringed(r) {
		width = coverText
		p.ring(ground)
	}
	p.title(ground, width)
	alt := []string{wording.Clean(r.Title), wording.Clean(r.Subtitle), m.words.CoverCaption(1)}
	return Card{Name: "cover", Headline: wording.Clean(r.Title), Page: p.grid.Pages()[0],
		Alt: joined(alt)}, p.grid.Err()
}

// joined is sentences after each other, without those that are empty.
func joined(all []string) string {
	out := ""
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			out += s + content.FullStop(s) + " "
		}
	}
	return strings.TrimSpace(out)
}

// ring draws the ring of members with the year in it, at the right.
func (p *panel) ring(ground style.Ground) {
	members := p.words.Ring()
	picture, _ := charts.Ring{
		Seats: members.Invited, Groups: part.RingGroups(members, ground), Order: charts.RingByRing,
		Inner: coverRing * coverInner, Outer: coverRing, DotMost: coverRing * coverDotMost,
		Open: ground.Open, Stroke: coverStroke,
	}.Picture()
	x, y := coverWidth-margin-coverRing, coverHeight/2
	p.grid.Picture(picture, x-picture.Width/2, y-picture.Height/2, "")
	t := p.sheet.Type.CoverYear.WithSize(coverYear)
	year := p.set.Word(p.report.Cover.Year, t, ground.Text)
	if most := 2 * coverRing * coverInner * 0.8; year.Width > most {
		t.Font.Size *= most / year.Width
		year = p.set.Word(p.report.Cover.Year, t, ground.Text)
	}
	p.grid.Line(year, x-year.Width/2, y+t.Font.Size*0.36)
}

// title sets the publisher's name at the top, and the title with the subtitle below it in the
// middle, as large as they fit.
func (p *panel) title(ground style.Ground, width fonts.Pt) {
	name := p.report.Brand.Wordmark
	if name == "" {
		name = p.report.Publisher
	}
	small := p.sheet.Type.KeyLabel.WithSize(coverName)
	set := p.set.Words(name, small, ground.Text, width.Mm(), text.Balanced)
	top := p.lines(set, small, margin, margin)
	sub := p.sheet.Type.H2.WithSize(coverSub)
	below := p.set.Words(p.report.Subtitle, sub, ground.Soft, width.Mm(), text.Balanced)
	for i, size := range coverSizes {
		t := p.sheet.Type.CoverTitle.WithSize(size)
		t.Leading = (size * headlineLeading).Mm()
		lines := p.set.Words(p.report.Title, t, ground.Text, width.Mm(), text.Balanced)
		high := t.Leading.Pt()*fonts.Pt(len(lines)) + sub.Leading.Pt()*fonts.Pt(len(below)) + coverGap
		room := coverHeight - margin - top - coverGap
		if (high > room || text.Strained(lines)) && i < len(coverSizes)-1 {
			continue
		}
		y := max(top+coverGap, (coverHeight-high)/2)
		y = p.lines(lines, t, margin-1, y) + coverGap
		p.lines(below, sub, margin, y)
		return
	}
}
