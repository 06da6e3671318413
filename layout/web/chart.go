package web

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
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
func (m *maker) draw(b *content.Block, d charts.Data, r room) (chart, error) {
	var out chart
	var err error
	problem := func(err error) error {
		return content.Problem{Pos: b.Pos, Width: 1, Text: err.Error()}
	}
	if out.paper, err = m.drawPaper(d, r); err != nil {
		return out, problem(err)
	}
	for _, width := range r.widths() {
		c, err := charts.Draw(d, m.style, m.Shaper, fonts.Pt(float64(width)/scale),
			d.Form.Placement().Height.Pt())
		if err != nil {
			return out, problem(err)
		}
		out.pictures = append(out.pictures, sized{width, c})
	}
	return out, nil
}

// drawPaper draws data as wide as they are on paper.
func (m *maker) drawPaper(d charts.Data, r room) (charts.Chart, error) {
	width := style.Columns(r.columns(d.Form)).Pt()
	return charts.Draw(d, m.style, m.Shaper, width, d.Form.Placement().Height.Pt())
}
