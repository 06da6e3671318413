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
	stack := headed(linesAtom("heading", head, t.H3, headingTag(4)), heading, 1, atoms)
	return row{
		name: "callout", place: place, tag: &shared{role: frame.RoleSect},
		top: calloutPadding, bottom: calloutPadding,
		back: func(g *grid.Grid, x, y fonts.Pt, height fonts.Mm) {
			s.panel(g, x, y, width, height)
		},
		cells: []cell{{x: calloutLeft, atoms: stack}},
	}.atom(0)
}

// headed is a stack below its heading, which has space below it; without words there is none.
func headed(head flow.Atom, words string, space fonts.Mm, atoms []flow.Atom) []flow.Atom {
	if words == "" {
		return atoms
	}
	head.Bond = flow.Bound
	if len(atoms) > 0 {
		atoms[0].Before = space
	}
	return append([]flow.Atom{head}, atoms...)
}

func (s *Setter) panel(g *grid.Grid, x, y fonts.Pt, width, height fonts.Mm) {
	ground, bar := s.Sheet.Color.Panel, s.Sheet.Color.Accent
	g.Artifact(frame.Background, func() {
		g.Shape(vector.Rect(x, y, width.Pt(), height.Pt()), vector.Paint{Fill: &ground})
		g.Shape(vector.Rect(x, y, calloutBar.Pt(), height.Pt()), vector.Paint{Fill: &bar})
	})
}
