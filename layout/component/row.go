package component

import (
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// row is cells side by side in one frame: a panel, a piece of advice, a theme. It stays in one
// piece while a page can hold it; where none can, all its cells part at one height, and the frame is
// drawn around each part.
type row struct {
	name               string
	place              flow.Place
	tag                *shared // of all cells; nil for none
	top, bottom, least fonts.Mm
	// back draws what lies behind the cells.
	back  func(g *grid.Grid, x, y fonts.Pt, height fonts.Mm)
	cells []cell
}

// cell is a stack of atoms in a row.
type cell struct {
	x     fonts.Mm
	tag   *shared // nil for the row's
	atoms []flow.Atom
	// begin draws what stands beside the cell's first line, under the row's tag.
	begin func(g *grid.Grid, x, y fonts.Pt)
}

// height is the row's height with its frame.
func (r row) height() fonts.Mm {
	var tallest fonts.Mm
	for _, c := range r.cells {
		tallest = max(tallest, stackHeight(c.atoms))
	}
	return max(r.least, r.top+tallest+r.bottom)
}

// atom is the row as an atom of the flow, with the footnotes of what is in it.
func (r row) atom(before fonts.Mm) flow.Atom {
	box := &Box{Name: r.name, Height: r.height(), Draw: r.draw}
	var inside [][]flow.Atom
	for _, c := range r.cells {
		inside = append(inside, c.atoms)
	}
	a := box.holding(before, r.place, inside...)
	a.Part = r.part
	return a
}

func (r row) draw(g *grid.Grid, x, y fonts.Pt) {
	if r.back != nil {
		r.back(g, x, y, r.height())
	}
	within(r.tag, g, func() {
		for _, c := range r.cells {
			c.draw(g, x+c.x.Pt(), y+r.top.Pt())
		}
	})
}

func (c cell) draw(g *grid.Grid, x, y fonts.Pt) {
	if c.begin != nil {
		c.begin(g, x, y)
	}
	if len(c.atoms) > 0 {
		within(c.tag, g, func() { Stack(g, c.atoms, x, y) })
	}
}

// within draws under a shared tag, or under the current one when there is none.
func within(tag *shared, g *grid.Grid, draw func()) {
	if tag == nil {
		draw()
		return
	}
	tag.within(g, draw)
}

// part divides the row at a height. Every cell must begin above it. A row that is only as high as its
// neighbour is no higher than what is in it, and nothing is left of it.
func (r row) part(room fonts.Mm) (head, tail flow.Atom, ok bool) {
	first, rest := r, r
	first.cells, rest.cells = make([]cell, len(r.cells)), make([]cell, len(r.cells))
	first.least, rest.least = 0, 0
	moved := false
	for i, c := range r.cells {
		above, below := c, c
		above.atoms, below.atoms = flow.Divide(c.atoms, room-r.top-r.bottom)
		if len(above.atoms) == 0 && len(c.atoms) > 0 {
			return flow.Atom{}, flow.Atom{}, false
		}
		below.begin = nil
		moved = moved || len(below.atoms) > 0
		first.cells[i], rest.cells[i] = above, below
	}
	if !moved {
		nothing := &Box{Name: r.name, Draw: func(*grid.Grid, fonts.Pt, fonts.Pt) {}}
		return first.atom(0), nothing.Atom(0), first.height() <= room
	}
	return first.atom(0), rest.atom(0), true
}

// linesAtom is plain lines of one style, drawn under a tag. It parts between lines.
func linesAtom(name string, lines []text.Line, t style.Type, tag *shared) flow.Atom {
	box := &Box{Name: name, Height: linesHeight(lines, t), Draw: func(g *grid.Grid, x, y fonts.Pt) {
		within(tag, g, func() { drawLines(g, lines, t, x, y) })
	}}
	a := box.Atom(0)
	a.Part = func(room fonts.Mm) (head, tail flow.Atom, ok bool) {
		n := int((room + 0.01) / t.Leading)
		if n < 1 || n >= len(lines) {
			return flow.Atom{}, flow.Atom{}, false
		}
		return linesAtom(name, lines[:n], t, tag), linesAtom(name, lines[n:], t, tag), true
	}
	return a
}

// paragraphTag is the tag of plain lines.
func paragraphTag() *shared { return &shared{role: frame.RoleP} }

// headingTag is the tag of a heading of a level from 1 to 4.
func headingTag(level int) *shared { return &shared{level: level} }
