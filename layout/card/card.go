// Package card makes share cards: one figure with its finding, for a slide or a post.
//
// # The idea
//
// A card is a small page that stands alone: what was found, the chart, what was asked, of how many
// and when, and who says so. The chart is not a picture of the printed one, but drawn for the card
// by the same rules, as large as its labels let it be.
//
// # Vocabulary
//
// A format is the size of a card: wide for slides and links, square for feeds. A measure of a card
// is a point, of which a card has three to four pixels, as CSS has.
//
// # Where to start
//
// [Compose]. Writing a card as a file is the business of layout/svg and layout/raster.
//
// # Left out
//
// Tables, images and quotes have no cards.
package card

import (
	"fmt"
	"slices"
	"strings"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/topic"
	"rapport/layout/wording"
)

// Scale is the pixels of a point.
const Scale = 4.0 / 3

// Format is the size of a card, in points, and what its files' names end in.
type Format struct {
	Suffix        string
	Width, Height fonts.Pt
}

// Formats are the sizes that each figure is made in: 1200 × 675 and 1080 × 1080 pixels.
var Formats = []Format{{"", 900, 506.25}, {"-square", 810, 810}}

// Card is a figure in one format.
type Card struct {
	Name     string // of its files, without ending: "ek2021.veiledning", "ek2021.veiledning-square"
	Headline string
	Alt      string // what it says, for those who do not see it
	Page     *frame.Page
}

// Compose makes the cards of a report's figures in their order, each in all formats; of the figures
// that show only, when it is not empty ("ek2021.veiledning"). An error is a content.Problem at the
// figure.
func Compose(r *content.Report, shaper *text.Shaper, only string) ([]Card, error) {
	m, err := newMaker(r, shaper)
	if err != nil {
		return nil, err
	}
	var all []Card
	names := Names(r)
	for _, b := range r.Figures {
		if only != "" && !shows(b, only) {
			continue
		}
		for _, f := range Formats {
			c, err := m.card(b, f)
			if err != nil {
				return nil, content.Problem{Pos: b.Pos, Width: 1, Text: err.Error()}
			}
			c.Name = names[b] + f.Suffix
			all = append(all, c)
		}
	}
	return all, nil
}

// Of makes the card of one figure block in a format.
func Of(r *content.Report, shaper *text.Shaper, b *content.Block, f Format) (Card, error) {
	m, err := newMaker(r, shaper)
	if err != nil {
		return Card{}, err
	}
	c, err := m.card(b, f)
	if err != nil {
		return c, content.Problem{Pos: b.Pos, Width: 1, Text: err.Error()}
	}
	c.Name = Names(r)[b] + f.Suffix
	return c, nil
}

// Names are what the files of a report's figures are called, without ending: after their first
// figures, and numbered where several are called alike.
func Names(r *content.Report) map[*content.Block]string {
	names, taken := map[*content.Block]string{}, map[string]int{}
	for _, b := range r.Figures {
		name := nameOf(b)
		if taken[name]++; taken[name] > 1 {
			name += fmt.Sprintf("-%d", taken[name])
		}
		names[b] = name
	}
	return names
}

func newMaker(r *content.Report, shaper *text.Shaper) (*maker, error) {
	sheet, err := style.Brand(r.Brand)
	if err != nil {
		return nil, content.Problem{Pos: r.Pos, Width: 1, Text: err.Error()}
	}
	shaper = shaper.WithLanguage(r.Language)
	words := wording.New(r)
	return &maker{
		report: r, words: words, sheet: sheet, shaper: shaper, style: topic.ChartStyle(sheet),
		set: &component.Setter{Sheet: sheet, Shaper: shaper, Language: r.Language,
			Terms: words.Terms, Memo: component.NewMemo()},
	}, nil
}

// Figures are the names of the figures that have cards.
func Figures(r *content.Report) []string {
	var all []string
	for _, b := range r.Figures {
		for _, f := range figures(b) {
			if name := fullName(f); !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// figures are those that a block shows.
func figures(b *content.Block) []*content.Figure {
	all := b.Figures
	for _, m := range b.Measures {
		all = append(all[:len(all):len(all)], m.Figure)
	}
	return all
}

// shows says whether a block shows a figure, by its name in placeholders.
func shows(b *content.Block, figure string) bool {
	for _, f := range figures(b) {
		if fullName(f) == figure {
			return true
		}
	}
	return false
}

func fullName(f *content.Figure) string { return f.Survey.ID + "." + f.ID }

// maker makes the cards of a report.
type maker struct {
	report *content.Report
	words  *wording.Words
	sheet  *style.Sheet
	shaper *text.Shaper
	style  charts.Style
	set    *component.Setter
}

// nameOf is what a block's cards are called: after its first figure, or its topic.
func nameOf(b *content.Block) string {
	if all := figures(b); len(all) > 0 {
		return fullName(all[0])
	}
	return b.Topic.ID
}

// Measures of a card, in points: three quarters of the design's pixels.
const (
	margin     fonts.Pt = 54
	kickerSize fonts.Pt = 18
	footSize   fonts.Pt = 16.5
	footLeast  fonts.Pt = 9
	afterHead  fonts.Pt = 24
	beforeFoot fonts.Pt = 18
	logoHeight fonts.Pt = 36
	logoWidth  fonts.Pt = 150
	mostMark   fonts.Pt = 0.4 // of the width, for a name

	kickerToHeadline fonts.Pt = 3
	headlineLeading  fonts.Pt = 1.12 // of its size
)

// Headlines have at most three lines; longer ones step their size down.
var headlineSizes = []fonts.Pt{43.5, 36, 30, 24, 18, 13.5}

const (
	mostHeadlines          = 3
	leastHeadline fonts.Pt = 24 // one that gives way to the chart
)

// card is a block in a format. A headline gives way to the chart: it is set smaller as long as that
// makes the chart's type larger or shows more of its rows.
func (m *maker) card(b *content.Block, f Format) (Card, error) {
	p := &panel{maker: m, Format: f, grid: grid.New(m.shaper, text.Style{}, 0)}
	finding := m.words.Finding(b)
	var best plan
	for i, size := range headlineSizes {
		h := p.headline(finding, size)
		if last := i == len(headlineSizes)-1; !h.fits && !last {
			continue
		} else if size < leastHeadline && best.headline.lines != nil {
			break // it is not the headline that takes the room
		}
		next, err := p.plan(b, h)
		if err != nil {
			return Card{}, err
		}
		if best.headline.lines == nil || next.better(best) {
			best = next
		}
		if best.chart.scale >= goodScale {
			break
		}
	}
	p.draw(b, best)
	c := Card{Headline: finding, Alt: best.chart.Alt, Page: p.grid.Pages()[0]}
	return c, p.grid.Err()
}

// plan is how a card may look.
type plan struct {
	headline headline
	chart    drawn
	top      fonts.Pt // of the chart's room
	bottom   fonts.Pt
	foot     footer
}

// better says whether a plan shows more, or the same clearly larger.
func (p plan) better(than plan) bool {
	if p.chart.more != than.chart.more {
		return p.chart.more < than.chart.more
	}
	return p.chart.scale > than.chart.scale+scaleStep/2
}

// plan sets a card below a headline. The foot depends on the form that is drawn, and the room of
// the chart on the foot.
func (p *panel) plan(b *content.Block, h headline) (plan, error) {
	out := plan{headline: h, top: p.kickerHeight(b) + h.height() + afterHead}
	foot := p.Height - margin - footSize
	for {
		chart, err := p.chart(b, p.Width-2*margin, foot-beforeFoot-out.top)
		if err != nil {
			return out, err
		}
		small, begins := p.foot(p.words.Alone(b, chart.Chart, chart.more))
		if begins < foot-1e-6 && begins > out.top+leastChart {
			foot = begins
			continue
		}
		out.chart, out.foot, out.bottom = chart, small, foot-beforeFoot
		return out, nil
	}
}

// draw draws the card.
func (p *panel) draw(b *content.Block, how plan) {
	p.grid.BeginPage(p.Width.Mm(), p.Height.Mm(), 0, 0)
	white := p.sheet.Color.White
	p.grid.Shape(vector.Rect(0, 0, p.Width, p.Height), vector.Paint{Fill: &white})
	y := margin
	if set, t := p.kicker(b); len(set) > 0 {
		y = p.lines(set, t, margin, y) + kickerToHeadline
	}
	p.lines(how.headline.lines, how.headline.style, margin, y)
	p.place(how.chart, how.top, how.bottom)
	p.publish(how.foot)
}

// leastChart is the room that a foot of many lines leaves.
const leastChart fonts.Pt = 120

// panel is a card that is being drawn.
type panel struct {
	*maker
	Format
	grid *grid.Grid
}

// kicker is the line above the headline.
func (p *panel) kicker(b *content.Block) ([]text.Line, style.Type) {
	t := p.sheet.Type.Kicker.WithSize(kickerSize)
	width := (p.Width - 2*margin).Mm()
	return p.set.Words(b.Topic.Kicker, t, p.sheet.Color.Accent, width, text.Balanced), t
}

// kickerHeight is where the headline begins.
func (p *panel) kickerHeight(b *content.Block) fonts.Pt {
	set, t := p.kicker(b)
	if len(set) == 0 {
		return margin
	}
	return margin + t.Leading.Pt()*fonts.Pt(len(set)) + kickerToHeadline
}

// headline is the finding in a size.
type headline struct {
	lines []text.Line
	style style.Type
	fits  bool
}

func (h headline) height() fonts.Pt { return h.style.Leading.Pt() * fonts.Pt(len(h.lines)) }

func (p *panel) headline(finding string, size fonts.Pt) headline {
	t := p.sheet.Type.H1.WithSize(size)
	t.Leading = (size * headlineLeading).Mm()
	set := p.set.Words(finding, t, p.sheet.Color.Heading, (p.Width - 2*margin).Mm(), text.Balanced)
	fits := len(set) <= mostHeadlines && !text.Strained(set)
	return headline{set, component.Apart(t, set), fits}
}

// lines draws lines below each other, and returns where they end.
func (p *panel) lines(all []text.Line, t style.Type, x, y fonts.Pt) fonts.Pt {
	for _, l := range all {
		p.grid.Line(l, x, y+t.Baseline())
		y += t.Leading.Pt()
	}
	return y
}

// foot is what stands below the chart, and where it begins. It takes smaller type before it takes
// more than an eighth of the card, and ends in an ellipsis before it takes more than a quarter: all
// of it is in the text that goes beside the card.
func (p *panel) foot(words string) (small footer, begins fonts.Pt) {
	small.mark = p.mark()
	width := p.Width - 2*margin - small.mark.width - margin/2
	for size := footSize; ; size -= 0.75 {
		small.style = p.sheet.Type.Caption.WithSize(size)
		quiet := p.sheet.Color.Secondary
		small.lines = p.set.Words(words, small.style, quiet, width.Mm(), text.Optimal)
		leading := small.style.Leading.Pt()
		high := leading * fonts.Pt(len(small.lines))
		if high > p.Height/8 && size > footLeast {
			continue
		}
		if most := int(p.Height / 4 / leading); len(small.lines) > most {
			kept := small.lines[:most]
			last := p.set.Word(kept[most-1].Text()+" …", small.style, p.sheet.Color.Secondary)
			small.lines = append(kept[:most-1:most-1], last)
			high = leading * fonts.Pt(most)
		}
		small.top = p.Height - margin - high
		return small, p.Height - margin - max(high, small.mark.height)
	}
}

// footer is the foot of a card, set.
type footer struct {
	lines []text.Line
	style style.Type
	top   fonts.Pt
	mark  mark
}

// mark is the publisher's logo or name.
type mark struct {
	width, height fonts.Pt
	draw          func(g *grid.Grid, right, bottom fonts.Pt)
}

// mark sets the publisher's logo, or its name when it has none or the logo cannot be drawn.
func (p *panel) mark() mark {
	brand := p.report.Brand
	if brand.Logo != nil {
		if box, err := p.set.Image(brand.Logo, logoWidth.Mm(), logoHeight.Mm()); err == nil {
			w, h := logoSize(brand.Logo, box.Height.Pt())
			return mark{w, h, func(g *grid.Grid, right, bottom fonts.Pt) {
				box.Draw(g, right-w, bottom-h)
			}}
		}
	}
	name := brand.Wordmark
	if name == "" {
		name = p.report.Publisher
	}
	t := p.sheet.Type.H3.WithSize(footSize)
	room := (p.Width - 2*margin) * mostMark
	set := p.set.Words(name, t, p.sheet.Color.Secondary, room.Mm(), text.Balanced)
	m := mark{height: t.Leading.Pt() * fonts.Pt(len(set))}
	for _, l := range set {
		m.width = max(m.width, l.Width)
	}
	m.draw = func(g *grid.Grid, right, bottom fonts.Pt) {
		y := bottom - m.height
		for _, l := range set {
			g.Line(l, right-l.Width, y+t.Baseline())
			y += t.Leading.Pt()
		}
	}
	return m
}

// logoSize is how large a logo of a height is.
func logoSize(file *content.Image, height fonts.Pt) (w, h fonts.Pt) {
	return min(logoWidth, height*fonts.Pt(file.Width)/fonts.Pt(max(1, file.Height))), height
}

// publish draws the foot.
func (p *panel) publish(f footer) {
	p.lines(f.lines, f.style, margin, f.top)
	f.mark.draw(p.grid, p.Width-margin, p.Height-margin)
}

// drawn is a chart as large as a card lets it be.
type drawn struct {
	charts.Chart
	scale float64
	more  int // rows that it does not show
}

// Charts are drawn in the sizes of type of a printed page and scaled up, as far as they fit.
const (
	mostScale  = 2.2
	goodScale  = 1.6 // a headline gives way to it
	formScale  = 1.3 // below, lying bars are tried, which have more room for words
	leastScale = 1.0
	scaleStep  = 0.15
	fewRows    = 4 // of those that are cut, so many are shown at a good scale
)

// chart draws a block's chart in a room. What does not fit even in the smallest type is left out,
// row by row.
func (m *maker) chart(b *content.Block, width, height fonts.Pt) (drawn, error) {
	d := m.words.Figure(b)
	d.Form = charts.Choose(d, charts.Room{Main: true, Width: width / mostScale})
	bars := d
	bars.Form = charts.HBar
	steps := []struct {
		data     charts.Data
		from, to float64
	}{{d, mostScale, formScale}, {bars, mostScale, leastScale}, {d, formScale, leastScale}}
	for _, s := range steps {
		if charts.Allowed(s.data.Form, s.data) != nil {
			continue
		}
		for scale := s.from; scale > s.to-1e-9; scale -= scaleStep {
			w, h := width/fonts.Pt(scale), height/fonts.Pt(scale)
			chart, err := charts.Draw(s.data, m.style, m.shaper, w, h)
			if err != nil {
				return drawn{}, err
			}
			if chart.Picture.Height <= h+1e-6 {
				return drawn{chart, scale, 0}, nil
			}
		}
	}
	return m.cut(d, width, height)
}

// cut draws the first rows of a chart that is too tall.
func (m *maker) cut(d charts.Data, width, height fonts.Pt) (out drawn, err error) {
	for scale := goodScale; ; scale -= scaleStep {
		scale = max(scale, leastScale)
		w, h := width/fonts.Pt(scale), height/fonts.Pt(scale)
		parts := charts.Within(d, m.style, m.shaper, w, h)
		first, few := parts[0], fewRows
		if first.Form == charts.Multiples {
			few = panelRow
		}
		if longer := longest(parts); longer.To > first.To {
			if chart, err := charts.Draw(longer, m.style, m.shaper, w, h); err == nil &&
				chart.Picture.Height <= h {
				first = longer
			}
		}
		if rows(first) < few && scale > leastScale {
			continue
		}
		if out.Chart, err = charts.Draw(first, m.style, m.shaper, w, h); err != nil {
			return out, err
		}
		for _, p := range parts {
			out.more += rows(p)
		}
		out.more -= rows(first)
		// A single row that is too high is made to fit.
		out.scale = scale * float64(min(1, h/out.Picture.Height))
		return out, nil
	}
}

// panelRow is how many panels stand beside each other.
const panelRow = 3

// longest is the first part of groups with as many rows as the longest part has: parts are even, and
// where they cannot be the first is the shortest. Of other data it is the first.
func longest(parts []charts.Data) charts.Data {
	first := parts[0]
	if first.By == nil {
		return first
	}
	for _, p := range parts {
		first.To = max(first.To, first.From+p.To-p.From)
	}
	return first
}

// rows are those of a part: of groups, how many it shows.
func rows(d charts.Data) int {
	if d.By != nil {
		return d.Groups()
	}
	if d.To > 0 {
		return d.To - d.From
	}
	return len(d.Figures) + len(d.Measures)
}

// place draws the chart between two heights: a round one in the middle, rows near the top.
func (p *panel) place(chart drawn, top, bottom fonts.Pt) {
	picture := chart.Picture
	w, h := picture.Width*fonts.Pt(chart.scale), picture.Height*fonts.Pt(chart.scale)
	slack := max(0, bottom-top-h)
	if chart.Center.Y > 0 {
		slack /= 2
	} else {
		slack /= 4
	}
	p.grid.Picture(picture.Scaled(chart.scale), (p.Width-w)/2, top+slack, p.report.Language)
}

// Text is what goes beside a card, to be pasted where it is posted.
func (c *Card) Text() string { return strings.TrimSpace(c.Alt) + "\n" }
