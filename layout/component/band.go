package component

import (
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/grid"
)

// Full is a band of one column over the whole width.
func Full(before fonts.Mm, atoms ...flow.Atom) flow.Band {
	return flow.Band{
		Columns: []flow.Column{{Span: flow.Columns, Atoms: atoms}}, Before: before,
	}
}

// Beginning is the band of a head: it starts a page, and what follows begins on the same one.
func Beginning(head []flow.Atom) flow.Band {
	b := Full(0, head...)
	b.NewPage, b.Keep = true, true
	return b
}

// Stack draws atoms one below the other with the top left corner at (x, y), inside another box or
// on a full page, and returns where they end.
func Stack(g *grid.Grid, atoms []flow.Atom, x, y fonts.Pt) fonts.Pt {
	for i, a := range atoms {
		if i > 0 {
			y += a.Before.Pt()
		}
		a.Component.(*Box).Draw(g, x, y)
		y += a.Height.Pt()
	}
	return y
}

func stackHeight(atoms []flow.Atom) fonts.Mm { return flow.Column{Atoms: atoms}.Height() }
