package part

import (
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/style"
)

// Where an epigraph begins, where it should end, and where it begins at least.
const (
	epigraphY     fonts.Mm = 110
	epigraphEnd   fonts.Mm = 270
	epigraphLeast fonts.Mm = 30
)

// Epigraph draws somebody's words, which the report must have, on a page of their own in the lower
// right. Words that are longer than a page go on in content pages.
func Epigraph(p Paper) {
	tag := p.sect()
	e := p.Report.Epigraph
	atoms := p.Set.Epigraph(e, style.Columns(6), flow.Place(e.Pos))
	if (flow.Column{Atoms: atoms}).Height() > epigraphEnd-epigraphLeast {
		wide := p.Set.Epigraph(e, style.Columns(8), flow.Place(e.Pos))
		p.section("", tag, component.Full(0, wide...))
		return
	}
	y := epigraphY
	if tall := (flow.Column{Atoms: atoms}).Height(); y+tall > epigraphEnd {
		y = max(epigraphLeast, epigraphEnd-tall)
	}
	x := style.ContentLeft + style.Columns(6) + 4
	p.full(func() {
		p.Grid.Numbered(func(int) {})
		p.Grid.Within(tag, func() { component.Stack(p.Grid, atoms, x.Pt(), y.Pt()) })
	})
}
