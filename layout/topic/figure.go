package topic

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// placement is a figure with the form and the width that it gets.
type placement struct {
	block      *content.Block
	data       charts.Data
	span       int // columns
	besideText bool
	heading    string
	continued  bool // it goes on where a part before it ended
}

// placement chooses a figure's form and width (DESIGN.md, "Page templates" and "Chart forms") by
// how many figures there are and whether it is the first.
func (b *builder) placement(block *content.Block, figures int, first bool) placement {
	d := b.words.Figure(block)
	main := figures == 1 || b.template == content.Main && first
	room := charts.Room{Main: main, Small: !main, Width: style.Columns(flow.Columns).Pt()}
	p := b.chosen(block, d, room, figures, first)
	if p.data.Form == charts.DotCols && d.Form == "" && b.drawnAs(p) != charts.DotCols {
		room.Crowded = true
		p = b.chosen(block, d, room, figures, first)
	}
	if p.data.Form == charts.DotCols && b.persons == nil && b.drawnAs(p) == charts.DotCols {
		b.persons = block
	}
	return p
}

// drawnAs is the form in which a figure is drawn in the width that it has got.
func (b *builder) drawnAs(p placement) charts.Form {
	chart, err := b.charts.draw(p.block, p.data, style.Columns(p.span), 1)
	if err != nil {
		return ""
	}
	return chart.Form
}

// chosen is a figure in the form that is chosen for a room, and its width.
func (b *builder) chosen(
	block *content.Block, d charts.Data, room charts.Room, figures int, first bool,
) placement {
	d.Form = charts.Choose(d, room)
	p := placement{block: block, data: d, span: flow.Columns, heading: block.Heading}
	unnamed := p.heading == "" && len(block.Figures) == 1
	if figures > 1 && unnamed && !(first && d.Form == charts.Slope) {
		p.heading = block.Figures[0].Title
	}
	if b.halved(d.Form.Placement(), figures, first) && b.underHeading(p.heading, style.Columns(6)) {
		p.span = 6
	}
	return p
}

// mostHeading is the tallest heading of a figure in half a page's width.
const mostHeading fonts.Mm = 60

// underHeading reports whether a figure's heading leaves room for the figure in a width.
func (b *builder) underHeading(heading string, width fonts.Mm) bool {
	if heading == "" {
		return true
	}
	h := b.set.Heading(heading, b.heading(), 3, width-headingRoom)
	return height([]flow.Atom{h}) <= mostHeading
}

// halved reports whether a figure stands in half a page's width.
func (b *builder) halved(f charts.Placement, figures int, first bool) bool {
	switch b.template {
	case content.Wide:
		return false
	case content.Main:
		return f.Half && !first
	case content.Small:
		return f.Half || f.Narrow
	}
	return figures > 1 && (f.Half || b.attempt.pairs && f.Narrow)
}

// split cuts a figure of more rows than one holds, or of several scales; the scale of the bars
// stays that of all rows (DESIGN.md, "Keeping together and giving way").
func split(p placement) []placement { return p.cut(charts.Split(p.data, 0)) }

// fit cuts a figure that is taller than a page has room for, below what is above it there.
func (b *builder) fit(p placement, above fonts.Mm) []placement {
	width := style.Columns(p.span)
	f, err := b.figure(p, width)
	if err != nil {
		return []placement{p}
	}
	beside := height(f.atoms()) - f.picture.Height
	room := min(chartRoom, max(leastPicture, style.ContentHeight-above-beside))
	return p.cut(b.charts.within(p.block, p.data, width, room))
}

// cut is a figure in parts. A question that stands alone among others has its title above it.
func (p placement) cut(parts []charts.Data) []placement {
	var all []placement
	for i, d := range parts {
		next := p
		next.data = d
		if i > 0 {
			next.heading, next.continued, next.besideText = "", true, false
		}
		next.heading = d.HeadingIn(p.data, next.heading)
		all = append(all, next)
	}
	return all
}

// figure is a chart with what goes with it, set in a width.
type figure struct {
	placement
	heading *flow.Atom // nil for none
	picture flow.Atom
	caption flow.Atom
	form    charts.Form
	level   fonts.Mm // centre of a round chart, zero line of standing bars, from the top; 0 of others
	round   bool
}

// headingRoom is what a figure's heading leaves free at its right, so that two beside each other do
// not read as one.
const headingRoom fonts.Mm = 4

// figure sets a chart with its heading and caption.
func (b *builder) figure(p placement, width fonts.Mm) (figure, error) {
	chart, err := b.charts.draw(p.block, p.data, width, b.attempt.height)
	if err != nil {
		return figure{}, err
	}
	chart.DotIsPerson = chart.DotIsPerson && b.persons == p.block && !p.continued
	at := flow.Place(p.block.Pos)
	f := figure{placement: p}
	if p.heading != "" {
		h := b.set.Heading(p.heading, b.heading(), 3, width-headingRoom)
		h.Place = at
		f.heading = &h
	}
	b.picture(&f, chart)
	words := b.words.Caption(p.block, chart, p.continued)
	f.caption = b.set.Caption(words, width, figureToCaption)
	f.caption.Place = at
	return f, nil
}

// picture sets a figure's chart.
func (b *builder) picture(f *figure, chart charts.Chart) {
	f.form, f.round = chart.Form, chart.Center.Y > 0
	f.level = (chart.Center.Y + chart.Zero).Mm()
	if f.heading != nil {
		f.level -= min(headingToFigure, chart.Lead.Mm())
	}
	box := b.set.Figure(wording.BlockID(f.block), chart.Alt, chart.Picture, b.charts.sources(f.block))
	f.picture = box.Atom(headingToFigure - min(headingToFigure, chart.Lead.Mm()))
	f.picture.Place = flow.Place(f.block.Pos)
}

// redraw draws a figure's chart at the height of the attempt.
func (b *builder) redraw(f *figure) (charts.Chart, error) {
	if b.attempt.scaled {
		f.data.Grow = b.attempt.height
	}
	chart, err := b.charts.draw(f.block, f.data, style.Columns(f.span), b.attempt.height)
	if err == nil {
		b.picture(f, chart)
	}
	return chart, err
}

// placed sets a figure where it stands, and notes its form when the author asked for another.
func (b *builder) placed(p placement, width fonts.Mm) (figure, error) {
	f, err := b.figure(p, width)
	if asked := p.block.Form; err == nil && asked != "" && asked != string(f.form) {
		b.other[p.block] = f.form
	}
	return f, err
}

// atoms are the figure's parts below each other, which stay together.
func (f figure) atoms() []flow.Atom {
	if f.heading == nil {
		return flow.Keep([]flow.Atom{f.picture, f.caption})
	}
	return flow.Keep([]flow.Atom{*f.heading, f.picture, f.caption})
}

// countList is the answers and counts of a figure whose chart does not show the counts itself, when
// the author wants them. Of few answers every chart does.
func (b *builder) countList(p placement, width fonts.Mm) []flow.Atom {
	if len(p.block.Figures) != 1 || !p.block.List || !p.data.Form.Placement().CountList {
		return nil
	}
	if n := p.block.Figures[0].N; n > 0 && n < content.FewAnswers {
		return nil
	}
	list := b.words.CountList(p.block)
	rows := make([]component.Count, len(list.Rows))
	for i, r := range list.Rows {
		rows[i] = component.Count{Label: r.Label, Value: r.Value, Highlight: r.Highlight,
			Total: r.Total, Place: flow.Place(r.Pos)}
	}
	return b.set.CountList(list.Heading, rows, width, flow.Place(p.block.Pos))
}
