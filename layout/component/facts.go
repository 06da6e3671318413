package component

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// factPadding is the space between a fact's rule and its text.
const factPadding fonts.Mm = 2.5

// factText is where the text of a fact begins, three columns in.
const factText fonts.Mm = 44.5

// Fact sets a row of the colophon below a light rule: a label and a text.
func (s *Setter) Fact(label string, p content.Prose, width fonts.Mm) flow.Atom {
	t := s.Sheet.Type
	name := t.KeyLabel
	name.Font.Size = 8.4
	head := s.Words(label, name, s.Sheet.Color.Ink, factText-4, text.Greedy)
	body := s.Prose(p, t.Body, s.Sheet.Color.Ink, width-factText, flow.Place{})
	for i := range body {
		body[i].Before = 0
	}
	return row{
		name: "fact", tag: &shared{role: frame.RoleDiv}, top: factPadding, bottom: factPadding,
		back: func(g *grid.Grid, x, y fonts.Pt, _ fonts.Mm) {
			drawRule(g, x, y, width.Pt(), lightRule, s.Sheet.Color.Line)
		},
		cells: []cell{
			{atoms: []flow.Atom{linesAtom("fact", head, name, paragraphTag())}},
			{x: factText, atoms: body},
		},
	}.atom(0)
}
