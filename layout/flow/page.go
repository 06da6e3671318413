package flow

import (
	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
)

// Render draws the page as maroto's rows and columns in a cell of the given size.
func (p Page) Render(g *grid.Grid, width, height fonts.Mm) {
	render(g, p.maroto(height), width, height)
}

// RenderFull draws one component over a whole page.
func RenderFull(g *grid.Grid, c core.Component, width, height fonts.Mm) {
	render(g, page.New().Add(row.New(float64(height)).Add(col.New(Columns).Add(c))), width, height)
}

func render(g *grid.Grid, p core.Page, width, height fonts.Mm) {
	p.SetConfig(&entity.Config{
		MaxGridSize: Columns,
		Dimensions:  &entity.Dimensions{Width: float64(width), Height: float64(height)},
		Margins:     &entity.Margins{},
	})
	p.Render(g, entity.Cell{Width: float64(width), Height: float64(height)})
}

// maroto is the page as maroto's rows and columns, top of the page first.
func (p Page) maroto(height fonts.Mm) core.Page {
	out := page.New()
	var y fonts.Mm
	down := func(to fonts.Mm) {
		if to > y {
			out.Add(row.New(float64(to - y)).Add(col.New(Columns)))
		}
	}
	for _, placed := range p.Placed {
		down(placed.Y)
		if h := placed.Band.Height(); h > 0 {
			out.Add(placed.Band.row(h))
		}
		y = placed.Y + placed.Band.Height()
	}
	if foot := p.foot(); foot.Height() > 0 {
		down(height - foot.Height())
		out.Add(foot.row(foot.Height()))
	}
	return out
}

// foot is the page's footnotes as a band.
func (p Page) foot() Band {
	return Band{Columns: []Column{{Span: Columns, Atoms: p.Footnotes}}}
}

func (b Band) row(h fonts.Mm) core.Row {
	r := row.New(float64(h))
	at := 0
	for _, c := range b.Columns {
		if c.Start > at {
			r.Add(col.New(c.Start - at))
		}
		r.Add(col.New(c.Span).Add(&stack{atoms: c.stacked(), inset: c.Inset, under: b.Under}))
		at = c.Start + c.Span
	}
	return r
}

// Padding is what every cell leaves free at its left and right, in mm: with it maroto's touching
// columns become the design's columns and gutters.
const Padding fonts.Mm = 2

// stack draws atoms one below the other in a cell.
type stack struct {
	atoms  []Atom
	inset  fonts.Mm
	under  *frame.Tag
	config *entity.Config
}

func (s *stack) SetConfig(c *entity.Config) {
	s.config = c
	for _, a := range s.atoms {
		a.Component.SetConfig(c)
	}
}

func (s *stack) GetStructure() *node.Node[core.Structure] {
	n := node.New(core.Structure{Type: "stack", Value: len(s.atoms)})
	for _, a := range s.atoms {
		n.AddNext(a.Component.GetStructure())
	}
	return n
}

func (s *stack) GetHeight(core.Provider, *entity.Cell) float64 { return float64(height(s.atoms)) }

func (s *stack) Render(p core.Provider, cell *entity.Cell) {
	g, _ := p.(*grid.Grid)
	draw := func() {
		at := *cell
		at.X += float64(Padding + s.inset)
		at.Width -= float64(2*Padding + s.inset)
		for i, a := range s.atoms {
			if i > 0 {
				at.Y += float64(a.Before)
			}
			at.Height = float64(a.Height)
			inner := at
			if g != nil {
				g.From(a.Place.String())
			}
			a.Component.Render(p, &inner)
			at.Y += float64(a.Height)
		}
	}
	switch {
	case g == nil:
		draw()
	case s.under != nil:
		g.Within(s.under, draw)
		g.From("")
	default:
		draw()
		g.From("")
	}
}
