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
	column       fonts.Mm = 20
	slimColumn   fonts.Mm = 15 // of a table in halves
	titleToTable fonts.Mm = 2.5
)

// table places a table of answers: one that compares two years over the whole width, another in two
// halves side by side. Its title stands above it on every page, what its signs mean below it.
func table(b *builder, block *content.Block) error {
	words := b.words.Table(block)
	title := b.set.Caption(b.words.TableTitle(block), style.ContentWidth, 0)
	title.Bond, title.Place = flow.Bound, flow.Place(block.Pos)
	head := component.Full(b.gap(betweenBands), marked(block, title))
	head.Keep = true
	b.add(head)
	band := b.tableBand(block, tableOf(words))
	band.Before = titleToTable
	band.Above = []flow.Atom{b.set.Continued(b.words.TableName(block))}
	note := b.words.TableNote(block, words)
	if len(note) == 0 {
		b.add(band)
		return nil
	}
	below := b.set.TableNote(note, style.ContentWidth, figureToCaption)
	if band.Stack != nil {
		band.Keep = true // the note is never alone
		b.add(band)
		b.addFull(figureToCaption, below)
		return nil
	}
	rows := &band.Columns[0].Atoms
	(*rows)[len(*rows)-1].Bond = flow.Bound
	*rows = append(*rows, below)
	b.add(band)
	return nil
}

// tableBand sets the rows of a table that compares two years over the whole width, those of another in
// two columns, page by page, so that each page is read down its left column first; in three, where an
// attempt asks for them and the labels have room. Questions stay in one piece while a column can hold
// them.
func (b *builder) tableBand(block *content.Block, t component.Table) flow.Band {
	t.Tight = b.attempt.tight
	if block.Compare {
		t.Dense = component.Dense(t.Groups)
		atoms, repeat := b.set.Table(t, style.ContentWidth)
		column := flow.Column{Span: flow.Columns, Atoms: atoms, Repeat: repeat}
		return flow.Band{Columns: []flow.Column{column}}
	}
	t.Dense = true
	for i := range t.Columns {
		t.Columns[i].Width = slimColumn
	}
	span := 6
	if b.attempt.thirds {
		if narrowed, ok := b.set.Narrowed(t, style.Columns(4)); ok {
			t, span = narrowed, 4
		}
	}
	atoms, repeat := b.set.Table(t, style.Columns(span))
	return stacked(span, atoms, repeat...)
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
			group.Rows = append(group.Rows, component.TableRow{Label: r.Label, Part: r.Part,
				Values: r.Values, Mark: r.Mark, Place: flow.Place(r.Pos)})
		}
		t.Groups = append(t.Groups, group)
	}
	return t
}

// marked makes an atom the destination of references to a block.
func marked(block *content.Block, atom flow.Atom) flow.Atom {
	box := *atom.Component.(*component.Box)
	draw := box.Draw
	box.Draw = func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(wording.BlockID(block), y)
		draw(g, x, y)
	}
	atom.Component = &box
	return atom
}
