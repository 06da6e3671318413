package component

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// quoteIndent is how far a quotation stands in.
const quoteIndent fonts.Mm = 6

// Quote sets a block quotation with its source below. It may break over pages; its last lines and
// its source stay together.
func (s *Setter) Quote(p, source content.Prose, width fonts.Mm, place flow.Place) []flow.Atom {
	quote := &shared{role: frame.RoleBlockQuote, init: s.languageTag()}
	t := s.Sheet.Type.Body
	t.Font.Face = s.Sheet.Body(400, true)
	inner := *s
	inner.tagged = ""
	atoms := inner.Prose(p, t, s.Sheet.Color.Ink, width-quoteIndent, place)
	from := len(atoms)
	if len(source) > 0 {
		small, color := s.Sheet.Type.Caption, s.Sheet.Color.Secondary
		next := inner.Prose(source, small, color, width-quoteIndent, place)
		next[0].Before = 1.5
		atoms = append(atoms, next...)
	}
	for i := range atoms {
		if i >= from-1 && i < len(atoms)-1 {
			atoms[i].Bond = max(atoms[i].Bond, flow.Wish)
		}
		atoms[i] = s.quoted(atoms[i], quote)
	}
	return atoms
}

// quoted moves an atom in and draws the bar at its left.
func (s *Setter) quoted(a flow.Atom, quote *shared) flow.Atom {
	inner := a.Component.(*Box)
	bar := s.Sheet.Color.Line
	box := &Box{Name: "quote", Height: a.Height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Artifact(frame.Layout, func() {
			g.Shape(rectangle(x, y-a.Before.Pt(), fonts.Mm(0.8), a.Height+a.Before), fillWith(bar))
		})
		quote.within(g, func() { inner.Draw(g, x+quoteIndent.Pt(), y) })
	}}
	a.Component = box
	return a
}

// Epigraph sets words and their source, alone on a page, the lines in the right half.
func (s *Setter) Epigraph(e *content.Epigraph, width fonts.Mm, place flow.Place) []flow.Atom {
	t := s.Sheet.Type.Lead
	t.Font.Face = s.Sheet.Body(400, true)
	quote := &shared{role: frame.RoleBlockQuote}
	atoms := s.Prose(e.Text, t, s.Sheet.Color.Heading, width, place)
	source := s.Prose(e.Source, s.Sheet.Type.Caption, s.Sheet.Color.Secondary, width, place)
	if len(source) > 0 {
		source[0].Before = 3
	}
	atoms = append(atoms, source...)
	for i, a := range atoms {
		inner := a.Component.(*Box)
		draw := func(g *grid.Grid, x, y fonts.Pt) {
			quote.within(g, func() { inner.Draw(g, x, y) })
		}
		atoms[i].Component = &Box{Name: "epigraph", Height: a.Height, Draw: draw}
	}
	return flow.Keep(atoms)
}

// FactBox sets a box of facts on a panel: a heading and prose. It stays together.
func (s *Setter) FactBox(
	heading string, p content.Prose, width fonts.Mm, place flow.Place,
) flow.Atom {
	t := s.Sheet.Type
	inner := width - 2*calloutPadding
	head := s.Words(heading, t.H3, s.Sheet.Color.Heading, inner, text.Balanced)
	atoms := s.Prose(p, t.Body, s.Sheet.Color.Ink, inner, place)
	stack := headed(linesAtom("heading", head, t.H3, headingTag(3)), heading, 1.5, atoms)
	ground := s.Sheet.Color.Panel
	return row{
		name: "facts", place: place, tag: &shared{role: frame.RoleSect},
		top: calloutPadding, bottom: calloutPadding,
		back: func(g *grid.Grid, x, y fonts.Pt, height fonts.Mm) {
			g.Artifact(frame.Background, func() {
				g.Shape(rectangle(x, y, width, height), fillWith(ground))
			})
		},
		cells: []cell{{x: calloutPadding, atoms: stack}},
	}.atom(0)
}
