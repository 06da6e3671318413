package web

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/parallel"
	"rapport/layout/style"
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
	paper    charts.Chart // at the width that it has on paper: its words are those of all
	pictures []sized
}

// sized is a chart drawn for a width.
type sized struct {
	width int
	charts.Chart
}

// draw draws data for a room. The error is a content.Problem at the block.
//
// A chart of a width is drawn lower by what low says of it.
func (m *maker) draw(
	b *content.Block, d charts.Data, r room, low map[int]fonts.Pt,
) (chart, error) {
	widths := r.widths()
	all := make([]fonts.Pt, 0, len(widths)+1)
	for _, w := range widths {
		all = append(all, pixels(w))
	}
	all = append(all, r.paper(d.Form))
	drawn := m.drawn(b, d, all...)
	for i := range widths {
		if by := low[widths[i]]; by > 0 && drawn[i].err == nil {
			lowered := d
			lowered.Lower = by
			drawn[i] = m.drawn(b, lowered, all[i])[0]
		}
	}
	var out chart
	for i, c := range drawn {
		if c.err != nil {
			return out, content.Problem{Pos: b.Pos, Width: 1, Text: c.err.Error()}
		}
		if i < len(widths) {
			out.pictures = append(out.pictures, sized{widths[i], c.chart})
		}
	}
	out.paper = drawn[len(widths)].chart
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
}

// drawn draws data in some widths, side by side, each once for all who ask.
func (m *maker) drawn(b *content.Block, d charts.Data, widths ...fonts.Pt) []drawing {
	keys := make([]drawingKey, len(widths))
	all := make([]drawing, len(widths))
	for i, w := range widths {
		keys[i] = drawingKey{block: b, form: d.Form, from: d.From, to: d.To, width: w,
			lower: d.Lower}
		switch {
		case len(d.Figures) > 0:
			keys[i].first = d.Figures[0]
		case len(d.Measures) > 0:
			keys[i].first = d.Measures[0].Figure
		}
	}
	parallel.Each(len(widths), func(i int) {
		known := false
		if all[i], known = m.drawings[keys[i]]; known {
			return
		}
		height := d.Form.Placement().Height.Pt()
		all[i].chart, all[i].err = charts.Draw(d, m.style, m.Shaper, widths[i], height)
	})
	for i, k := range keys {
		m.drawings[k] = all[i]
	}
	return all
}
