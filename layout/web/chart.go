package web

import (
	"strconv"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/style"
	"rapport/layout/svg"
)

// room is what a figure's place on the page offers at most.
type room uint8

// Rooms, as their classes in the stylesheet.
const (
	whole  room = iota // the measure
	beside             // with prose at its right
	half               // of the measure
)

// class is the room's name in the stylesheet.
func (r room) class() string { return [...]string{"whole", "beside", "half"}[r] }

// widths are how wide the charts in a room are drawn, in CSS pixels, the widest first. The narrowest
// is what a screen of 320 pixels leaves.
func (r room) widths() []int {
	all := []int{1040, 680, 500, 350, 288}
	return all[r:]
}

// columns is how wide the same figure is on paper.
func (r room) columns(f charts.Form) int {
	switch {
	case r == half:
		return 6
	case r == beside && f.Placement().Columns > 0:
		return f.Placement().Columns
	}
	return 12
}

// scale is the CSS pixels of a point: charts have the sizes of type of a printed page, whose
// smallest, 7.6, is then 13 pixels.
const scale = 13 / 7.6

// chart is a chart as it is drawn for the widths of a room.
type chart struct {
	paper    charts.Chart   // at the width that it has on paper: its words are those of all
	pictures []*svg.Element // the widest first
}

// draw draws a figure for its room. The error is a content.Problem at the block.
//
// A chart of a width is drawn lower by what the placement says of it.
func (p *plan) draw(f *placement) (out chart, err error) {
	for _, w := range f.room.widths() {
		d := f.data
		d.Lower = f.lower[w]
		drawn := p.onScreen(f, d, w)
		if drawn.err != nil {
			return out, content.Problem{Pos: f.block.Pos, Width: 1, Text: drawn.err.Error()}
		}
		out.pictures = append(out.pictures, svg.Live(drawn.chart.Picture, scale, "w"+strconv.Itoa(w)))
	}
	paper := p.onPaper(f)
	if paper.err != nil {
		return out, content.Problem{Pos: f.block.Pos, Width: 1, Text: paper.err.Error()}
	}
	out.paper = paper.chart
	return out, nil
}

// pixels is a width on the screen as charts measure it.
func pixels(w int) fonts.Pt { return fonts.Pt(float64(w) / scale) }

// paper is how wide a form of this room is on paper.
func (r room) paper(f charts.Form) fonts.Pt { return style.Columns(r.columns(f)).Pt() }

// drawing is a chart, or why there is none.
type drawing struct {
	chart charts.Chart
	err   error
}

// drawingKey names a drawing: what of a block is drawn, and how wide.
type drawingKey struct {
	block    *content.Block
	form     charts.Form
	from, to int
	first    *content.Figure
	width    fonts.Pt
	lower    fonts.Pt
	mute     bool
}

// onScreen draws a figure's data in a width of the screen: the picture alone.
func (p *plan) onScreen(f *placement, d charts.Data, width int) drawing {
	d.Mute = true
	return p.drawn(f.block, d, pixels(width))
}

// onPaper draws a figure in the width that it has on paper.
func (p *plan) onPaper(f *placement) drawing {
	return p.drawn(f.block, f.data, f.room.paper(f.data.Form))
}

// drawn draws data in a width, once for all who ask.
func (p *plan) drawn(b *content.Block, d charts.Data, width fonts.Pt) drawing {
	key := drawingKey{block: b, form: d.Form, from: d.From, to: d.To, width: width, lower: d.Lower,
		mute: d.Mute}
	switch {
	case len(d.Figures) > 0:
		key.first = d.Figures[0]
	case len(d.Measures) > 0:
		key.first = d.Measures[0].Figure
	}
	out, known := p.drawings[key]
	if !known {
		height := d.Form.Placement().Height.Pt()
		out.chart, out.err = charts.Draw(d, p.style, p.set, width, height)
		p.drawings[key] = out
	}
	return out
}
