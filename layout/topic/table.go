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

// table places a table of answers: one that compares two years over the whole width, another in two
// halves side by side.
func table(b *builder, block *content.Block) error {
	words := b.words.Table(block)
	caption := b.words.TableCaption(block, words)
	t := tableOf(words)
	if !block.Compare {
		b.halves(block, t, caption)
		return nil
	}
	t.Dense = component.Dense(t.Groups)
	atoms, repeat := b.set.Table(t, style.ContentWidth)
	atoms[len(atoms)-1].Bond = flow.Bound // the caption is never alone
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
// column first. Questions stay in one piece while a column can hold them.
func (b *builder) halves(block *content.Block, t component.Table, caption []content.Inline) {
	t.Dense = true
	for i := range t.Columns {
		t.Columns[i].Width = slimColumn
	}
	atoms, repeat := b.set.Table(t, style.Columns(6))
	b.addStack(b.gap(betweenBands), marked(block, atoms), repeat...)
	b.bands[len(b.bands)-1].Keep = true // the caption is never alone
	b.addFull(figureToCaption, b.set.Caption(caption, style.ContentWidth, 0))
}
