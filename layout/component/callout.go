package component

import (
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Measures of a callout (DESIGN.md, "Parts of a page").
const (
	calloutBar     fonts.Mm = 1.2
	calloutPadding fonts.Mm = 5
	calloutLeft    fonts.Mm = 6
)

// Callout sets a panel with a bar at its left: a heading and at most forty words.
func (s *Setter) Callout(
	heading string, p content.Prose, width fonts.Mm, place flow.Place,
) flow.Atom {
	t := s.Sheet.Type
	inner := width - calloutLeft - calloutPadding
	head := s.Words(heading, t.H3, s.Sheet.Color.Heading, inner, text.Balanced)
	body := t.Body.WithSize(9.4)
	body.Leading = 4.5
	atoms := s.Prose(p, body, s.Sheet.Color.Ink, inner, place)
	textHeight := stackHeight(atoms)
	height := 2*calloutPadding + textHeight
	if heading != "" {
		height += linesHeight(head, t.H3) + 1
	}
	box := &Box{Name: "callout", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		s.panel(g, x, y, width, height)
		x, y = x+calloutLeft.Pt(), y+calloutPadding.Pt()
		g.Tagged(frame.RoleSect, func(*frame.Tag) {
			if heading != "" {
				g.Heading(4, func() { drawLines(g, head, t.H3, x, y) })
				y += (linesHeight(head, t.H3) + 1).Pt()
			}
			Stack(g, atoms, x, y)
		})
	}}
	return box.holding(0, place, atoms)
}

func (s *Setter) panel(g *grid.Grid, x, y fonts.Pt, width, height fonts.Mm) {
	ground, bar := s.Sheet.Color.Panel, s.Sheet.Color.Accent
	g.Artifact(frame.Background, func() {
		g.Shape(vector.Rect(x, y, width.Pt(), height.Pt()), vector.Paint{Fill: &ground})
		g.Shape(vector.Rect(x, y, calloutBar.Pt(), height.Pt()), vector.Paint{Fill: &bar})
	})
}
