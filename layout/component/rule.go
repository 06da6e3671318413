package component

import (
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
)

// Thicknesses of rules (DESIGN.md, "Spaces and rules").
const (
	strongRule fonts.Mm = 0.35
	lightRule  fonts.Mm = 0.25
	tableRule  fonts.Mm = 0.2
)

// drawRule draws a horizontal rule, an artifact, centred on y.
func drawRule(g *grid.Grid, x, y, width fonts.Pt, thickness fonts.Mm, c vector.Color) {
	g.Artifact(frame.Layout, func() {
		g.Shape(vector.Line(x, y, x+width, y), vector.Paint{Stroke: &c, Width: thickness.Pt()})
	})
}

// StrongRule is a rule that parts figures on a page.
func (s *Setter) StrongRule(width fonts.Mm) *Box {
	return &Box{Name: "rule", Height: strongRule, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		drawRule(g, x, y, width.Pt(), strongRule, s.Sheet.Color.Ink)
	}}
}

func rectangle(x, y fonts.Pt, width, height fonts.Mm) vector.Path {
	return vector.Rect(x, y, width.Pt(), height.Pt())
}

func fillWith(c vector.Color) vector.Paint { return vector.Paint{Fill: &c} }
