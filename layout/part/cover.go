package part

import (
	"fmt"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Zones of the cover (DESIGN.md, "Page templates").
const (
	coverTitleX     fonts.Mm = 17.3
	coverTitleY     fonts.Mm = 48   // first baseline
	coverTitleGap   fonts.Mm = 9    // least, from the last baseline to the ring, into which dots reach
	coverSubtitle   fonts.Mm = 10.5 // from the title's last baseline to the subtitle's first
	coverRingX      fonts.Mm = 105
	coverRingY      fonts.Mm = 182
	coverRingInner  fonts.Mm = 36
	coverRingOuter  fonts.Mm = 91
	coverDotMost    fonts.Mm = 6 // radius: few large dots would lie on the year
	coverOpenStroke fonts.Mm = 0.55
	coverYearY      fonts.Mm = 190.1
	coverRingLeast  fonts.Mm = 0.3 // part of its size that the ring keeps beside a long caption
	coverCaptionGap fonts.Mm = 4.5 // from the ring to the baseline of the caption's first line
	coverCaptionY   fonts.Mm = 285.5
	coverWordmarkY  fonts.Mm = 22 // last baseline
	logoTop         fonts.Mm = 14
	logoWidth       fonts.Mm = 60
	logoHeight      fonts.Mm = 12
	wordmarkWidth   fonts.Mm = 120
	wordmarkHeight  fonts.Mm = 14
	largeYearY      fonts.Mm = 268
)

// The sizes that a cover's title may have, largest first, in steps of coverTitleStep.
const (
	coverTitleMost  fonts.Pt = 51.5
	coverTitleLeast fonts.Pt = 34
	coverTitleStep  fonts.Pt = 1.5
)

// CoverGround is the ground that the author names for the cover, or the year's own. The error is a
// name that the design does not have.
func CoverGround(sheet *style.Sheet, r *content.Report) (style.Ground, error) {
	g, ok := sheet.Cover(r.Cover.Ground, r.Year)
	if ok {
		return g, nil
	}
	var names []string
	for _, g := range sheet.Covers {
		names = append(names, g.Name)
	}
	return g, fmt.Errorf("no cover ground %q; there are %q", r.Cover.Ground, names)
}

// cover is the first page.
type cover struct {
	on     Paper
	ground style.Ground
}

// Cover draws the first page: the publisher's logo or name, the title, and the ring of members. The
// error is a mistake in the logo's file.
func Cover(p Paper, ground style.Ground) error {
	c := cover{p, ground}
	mark, err := c.mark()
	if err != nil {
		return err
	}
	tag := p.sect()
	p.full(func() {
		p.fill(ground.Fill)
		p.Grid.Within(tag, func() { c.draw(mark) })
	})
	return nil
}

func (c cover) draw(mark func()) {
	mark()
	title := c.title()
	if !Ringed(c.on.Report) {
		c.largeYear()
		lines, t := c.caption(1)
		c.drawCaption(lines, t)
		return
	}
	picture, each := c.ring(1)
	lines, t := c.caption(each)
	shrink := fonts.Mm(1)
	caption := coverCaptionY - t.Leading*fonts.Mm(len(lines)-1) - coverCaptionGap
	above := max(0, title+coverTitleGap-(coverRingY-coverRingOuter))
	below := max(0, coverRingY+picture.Height.Mm()/2-caption)
	if above+below > 0 {
		shrink = max(coverRingLeast, 1-(above+below)/2/coverRingOuter)
		picture, each = c.ring(shrink)
		lines, t = c.caption(each)
	}
	y := coverRingY - coverRingOuter*(1-shrink) + above
	c.on.Grid.Artifact(frame.Layout, func() { c.on.centred(picture, coverRingX, y) })
	c.year(y, shrink)
	c.drawCaption(lines, t)
}

// ring draws the ring of members at a part of its size, and says for how many a dot stands.
func (c cover) ring(size fonts.Mm) (picture *vector.Picture, oneDotStandsFor int) {
	ring := c.on.Words.Ring()
	return charts.Ring{
		Seats: ring.Invited, Groups: RingGroups(ring, c.ground), Order: charts.RingByRing,
		Inner: (coverRingInner * size).Pt(), Outer: (coverRingOuter * size).Pt(),
		Open: c.ground.Open, Stroke: coverOpenStroke.Pt(), DotMost: (coverDotMost * size).Pt(),
	}.Picture()
}

// caption sets what stands at the foot.
func (c cover) caption(oneDotStandsFor int) ([]text.Line, style.Type) {
	t := c.on.Set.Sheet.Type.Caption
	t.Font.Size = 9.4
	words := c.on.Words.CoverCaption(oneDotStandsFor)
	return c.on.Set.Words(words, t, c.ground.Soft, style.ContentWidth, text.Greedy), t
}

// drawCaption draws the caption, its last line at the foot.
func (c cover) drawCaption(lines []text.Line, t style.Type) {
	g, y := c.on.Grid, coverCaptionY-t.Leading*fonts.Mm(len(lines)-1)
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for i, l := range lines {
			g.Line(l, style.ContentLeft.Pt(), (y + t.Leading*fonts.Mm(i)).Pt())
		}
	})
}

// Ringed reports whether the covers have the ring: the brand wants it and there is a survey to
// draw.
func Ringed(r *content.Report) bool {
	return r.Cover.Survey != nil && (r.Brand == nil || r.Brand.Ring)
}

// RingGroups gives the groups of a ring their colours. Those who answered and are in no group that
// is shown come last, in the colour of open dots.
func RingGroups(r wording.Ring, ground style.Ground) []charts.Group {
	if len(r.Groups) == 0 {
		return []charts.Group{{Count: r.Answered, Color: ground.Dot}}
	}
	var groups []charts.Group
	for i, g := range r.Groups {
		if g.Shown {
			groups = append(groups, charts.Group{Count: g.People, Color: GroupColor(ground, i)})
		}
	}
	if rest := r.Rest(); rest > 0 {
		groups = append(groups, charts.Group{Count: rest, Color: ground.Open})
	}
	return groups
}

// GroupColor is the colour of the i-th group of a ring; groups after the last colour share it.
func GroupColor(ground style.Ground, i int) vector.Color {
	return ground.Groups[min(i, len(ground.Groups)-1)]
}

// mark gives what draws the publisher's logo, or name, at the top.
func (c cover) mark() (func(), error) {
	brand := c.on.Report.Brand
	switch {
	case brand != nil && brand.LogoDark != nil:
		return c.logo(brand.LogoDark)
	case brand != nil && brand.Logo != nil:
		return c.logo(brand.Logo)
	case brand != nil && brand.Wordmark != "":
		return c.wordmark(brand.Wordmark), nil
	}
	return c.wordmark(c.on.Report.Publisher), nil
}

// logo draws a logo, which a screen reader calls by the publisher's name.
func (c cover) logo(file *content.Image) (func(), error) {
	named := *file
	named.Alt, named.Decorative = c.on.Report.Publisher, false
	box, err := c.on.Set.Image(&named, logoWidth, logoHeight)
	if err != nil { // a logo's own place is not kept
		text := file.Name + ": " + err.Error()
		return nil, content.Problem{Pos: c.on.Report.Brand.Pos, Width: 1, Text: text}
	}
	return func() {
		c.on.Grid.From(flow.Place(file.Pos).String())
		box.Draw(c.on.Grid, style.ContentLeft.Pt(), logoTop.Pt())
		c.on.Grid.From("")
	}, nil
}

func (c cover) wordmark(name string) func() {
	t := c.on.Set.Sheet.Type.KeyLabel
	t.Font.Size = 12
	lines, t := c.on.smallPrint(name, t, c.ground.Text, wordmarkWidth, wordmarkHeight)
	return func() {
		c.on.Grid.Tagged(frame.RoleP, func(*frame.Tag) {
			y := coverWordmarkY - t.Leading*fonts.Mm(len(lines)-1)
			for i, l := range lines {
				c.on.Grid.Line(l, style.ContentLeft.Pt(), (y + t.Leading*fonts.Mm(i)).Pt())
			}
		})
	}
}

// title sets the title on at most two lines, as large as it fits, and the subtitle below it. Both
// step down in size until they end above the ring, or have the least size: the ring then gives way to
// their last baseline, which is returned.
func (c cover) title() (end fonts.Mm) {
	var sizes []fonts.Pt
	for size := coverTitleMost; size > coverTitleLeast; size -= coverTitleStep {
		sizes = append(sizes, size)
	}
	sizes = append(sizes, coverTitleLeast)
	g := c.on.Grid
	sub := c.on.Set.Sheet.Type.H2
	var below []text.Line
	room := coverRingY - coverRingOuter - coverTitleGap - coverTitleY // between baselines
	if subtitle := c.on.Report.Subtitle; subtitle != "" {
		below, sub = c.on.smallPrint(subtitle, sub, c.ground.Soft, style.ContentWidth, room/2)
		room -= coverSubtitle + sub.Leading*fonts.Mm(len(below)-1)
	}
	shape := c.on.Set.Sheet.Type.CoverTitle
	fits := func(lines []text.Line, t style.Type) bool {
		return t.Leading*fonts.Mm(len(lines)-1) <= room
	}
	lines, t := c.on.titled(c.on.Report.Title, shape, c.ground.Text, sizes, fits)
	y := coverTitleY.Pt()
	g.Heading(1, func(*frame.Tag) {
		for _, l := range lines {
			g.Line(l, coverTitleX.Pt(), y)
			y += t.Leading.Pt()
		}
	})
	if len(below) == 0 {
		return y.Mm() - t.Leading
	}
	y -= (t.Leading - coverSubtitle).Pt()
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		for i, l := range below {
			g.Line(l, style.ContentLeft.Pt(), y+sub.Leading.Pt()*fonts.Pt(i))
		}
	})
	return y.Mm() + sub.Leading*fonts.Mm(len(below)-1)
}

// year draws the year in the middle of the ring, which is at y and has a part of its size.
func (c cover) year(y, size fonts.Mm) {
	t := c.on.Set.Sheet.Type.CoverYear
	t.Font.Size *= fonts.Pt(size)
	l := c.on.Set.Fitted(c.on.Report.Cover.Year, t, c.ground.Text, 2*coverRingInner*size)
	x, baseline := coverRingX.Pt()-l.Width/2, y+(coverYearY-coverRingY)*size
	c.on.Grid.Tagged(frame.RoleP, func(*frame.Tag) { c.on.Grid.Line(l, x, baseline.Pt()) })
}

// largeYear draws the year of a cover without the ring: at the foot, as large as the page allows.
func (c cover) largeYear() {
	t := c.on.Set.Sheet.Type.HeroNumber
	year := c.on.Set.Word(c.on.Report.Cover.Year, t, c.ground.Dot)
	t.Font.Size *= style.ContentWidth.Pt() / year.Width
	c.on.line(c.on.Report.Cover.Year, t, c.ground.Dot, style.ContentLeft-1.5, largeYearY)
}
