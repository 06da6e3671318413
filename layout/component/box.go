package component

import (
	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
)

// Box is a maroto component of a height known beforehand.
type Box struct {
	Name   string // for maroto's structure
	Height fonts.Mm
	Draw   func(g *grid.Grid, x, y fonts.Pt) // from the top left corner
}

// SetConfig does nothing: a box is set before it is drawn.
func (b *Box) SetConfig(*entity.Config) {}

// GetStructure names the box.
func (b *Box) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: b.Name, Value: float64(b.Height)})
}

// GetHeight is the box's height in mm.
func (b *Box) GetHeight(core.Provider, *entity.Cell) float64 { return float64(b.Height) }

// Render draws the box at the top left of the cell. Another provider than ours draws nothing.
func (b *Box) Render(p core.Provider, cell *entity.Cell) {
	if g, ok := p.(*grid.Grid); ok {
		at := g.Place(cell)
		b.Draw(g, at.X, at.Y)
	}
}

// Atom is the box as an atom of the flow.
func (b *Box) Atom(before fonts.Mm) flow.Atom {
	return flow.Atom{Component: b, Height: b.Height, Before: before}
}

// holding is Atom for a box that draws other atoms inside it: it brings their footnotes along.
func (b *Box) holding(before fonts.Mm, place flow.Place, inside ...[]flow.Atom) flow.Atom {
	atom := b.Atom(before)
	atom.Place = place
	for _, atoms := range inside {
		for _, a := range atoms {
			atom.Footnotes = append(atom.Footnotes, a.Footnotes...)
		}
	}
	return atom
}

// shared is a tag that several boxes draw into. It comes into being where the first of them is
// drawn, below its parent or, without one, below the tag that is current there.
type shared struct {
	role   frame.Role
	level  int // of a heading, which has its role from that; 0 of anything else
	parent *shared
	init   func(*frame.Tag)
	tag    *frame.Tag
}

func (s *shared) child(role frame.Role) *shared { return &shared{role: role, parent: s} }

func (s *shared) within(g *grid.Grid, draw func()) {
	if s.tag != nil {
		g.Within(s.tag, draw)
		return
	}
	open := func(t *frame.Tag) {
		s.tag = t
		if s.init != nil {
			s.init(t)
		}
		draw()
	}
	begin := func() {
		if s.level > 0 {
			g.Heading(s.level, open)
			return
		}
		g.Tagged(s.role, open)
	}
	if s.parent != nil {
		s.parent.within(g, begin)
		return
	}
	begin()
}
