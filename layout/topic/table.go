package topic

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// Widths of a table's columns (DESIGN.md, "Tables").
const (
	column     fonts.Mm = 20
	slimColumn fonts.Mm = 15 // of a table in halves
)

// captionRoom is what a table's head and its caption take.
const captionRoom fonts.Mm = 8 + 6.5

// table places a table of answers: one that compares two years over the whole width, another in two
// halves side by side.
func table(b *builder, block *content.Block) error {
	words := b.words.Table(block)
	caption := b.words.TableCaption(block, words)
	t := tableOf(words)
	if !block.Compare {
		return b.halves(block, t, caption)
	}
	t.Dense = component.Dense(t.Groups)
	atoms, repeat := b.set.Table(t, style.ContentWidth)
	atoms[len(atoms)-1].Keep = true
	below := b.set.Caption(caption, style.ContentWidth, figureToCaption)
	atoms = append(marked(block, atoms), below)
	b.addColumns(b.gap(betweenBands), flow.Column{Span: flow.Columns, Atoms: atoms, Repeat: repeat})
	return nil
}

// tableOf gives a table's words their columns on paper.
func tableOf(words wording.Table) component.Table {
	t := component.Table{Summary: words.Corner, Corner: words.Corner}
	for _, c := range words.Columns {
		t.Columns = append(t.Columns, component.TableColumn{
			Width: column, Top: c.Top, Head: c.Head, Bold: c.Kind == wording.Changes,
		})
	}
	for _, g := range words.Groups {
		at := flow.Place(g.Figure.Pos)
		group := component.TableGroup{Title: g.Title, Bases: g.Bases, Place: at}
		for _, r := range g.Rows {
			group.Rows = append(group.Rows, component.TableRow(r))
		}
		t.Groups = append(t.Groups, group)
	}
	return t
}

// marked makes the first atom of a table its destination.
func marked(block *content.Block, atoms []flow.Atom) []flow.Atom {
	first := atoms[0]
	box := *first.Component.(*component.Box)
	draw := box.Draw
	box.Draw = func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(wording.BlockID(block), y)
		draw(g, x, y)
	}
	first.Component = &box
	return append([]flow.Atom{first}, atoms[1:]...)
}

// halves places a table in two columns, page by page, so that each page is read down its left
// column first. Questions stay in one piece.
func (b *builder) halves(block *content.Block, t component.Table, caption []content.Inline) error {
	t.Dense = true
	for i := range t.Columns {
		t.Columns[i].Width = slimColumn
	}
	groups, heights := t.Groups, b.groupHeights(t)
	half := func(groups []component.TableGroup) []flow.Atom { return b.half(t, groups) }
	room, err := b.room(betweenBands)
	if err != nil {
		return err
	}
	if len(heights) > 0 && heights[0] > room-captionRoom {
		room = b.freshRoom(betweenBands) // the heads above go along to the next page
	}
	for first := true; len(groups) > 0; first = false {
		if !first {
			room = style.ContentHeight
		}
		l := heights.fit(room - captionRoom)
		n := l + heights[l:].fit(room-captionRoom)
		if n == len(groups) { // the last page: both columns as even as they can be
			l = heights.even()
		}
		left := half(groups[:l])
		if first {
			left = marked(block, left)
		}
		columns := []flow.Column{{Span: 6, Atoms: left}}
		if l < n {
			columns = append(columns, flow.Column{Start: 6, Span: 6, Atoms: half(groups[l:n])})
		}
		before := b.gap(betweenBands)
		b.add(flow.Band{Columns: columns, Before: before, NewPage: !first, Whole: true})
		groups, heights = groups[n:], heights[n:]
	}
	b.addFull(figureToCaption, b.set.Caption(caption, style.ContentWidth, 0))
	return nil
}

// half sets some groups of a table in half a page's width.
func (b *builder) half(t component.Table, groups []component.TableGroup) []flow.Atom {
	t.Groups = groups
	atoms, _ := b.set.Table(t, style.Columns(6))
	return atoms
}

// groupHeights are the heights of a table's groups without the table's head.
type groupHeights []fonts.Mm

func (b *builder) groupHeights(t component.Table) groupHeights {
	head := height(b.half(t, nil))
	out := make(groupHeights, len(t.Groups))
	for i := range t.Groups {
		out[i] = height(b.half(t, t.Groups[i:i+1])) - head
	}
	return out
}

func (h groupHeights) sum() (sum fonts.Mm) {
	for _, g := range h {
		sum += g
	}
	return sum
}

// fit is how many groups fit in a column, at least one.
func (h groupHeights) fit(room fonts.Mm) int {
	n := 0
	for n < len(h) && (n == 0 || h[:n+1].sum() <= room) {
		n++
	}
	return n
}

// even is where two columns are most even.
func (h groupHeights) even() int {
	best := len(h)
	for i := range h {
		if max(h[:i].sum(), h[i:].sum()) < max(h[:best].sum(), h[best:].sum()) {
			best = i
		}
	}
	return best
}
