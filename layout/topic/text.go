package topic

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/style"
)

// texts sets prose blocks one below the other, each under its heading.
func (b *builder) texts(blocks []*content.Block, width fonts.Mm) []flow.Atom {
	var atoms []flow.Atom
	sheet := b.set.Sheet
	for _, block := range blocks {
		set := b.set.In(block.Language)
		if block.Heading != "" {
			h := set.Heading(block.Heading, sheet.Type.H3, 3, width)
			if len(atoms) > 0 {
				h.Before = 5
			}
			atoms = append(atoms, h)
		}
		at := flow.Place(block.Pos)
		next := set.Prose(block.Text, sheet.Type.Body, sheet.Color.Ink, width, at)
		if len(next) > 0 {
			switch {
			case block.Heading != "":
				next[0].Before = 1.5
			case len(atoms) > 0:
				next[0].Before = 2.5
			}
		}
		atoms = append(atoms, next...)
	}
	return atoms
}

// callout sets a callout in a width.
func (b *builder) callout(block *content.Block, width fonts.Mm) flow.Atom {
	return b.set.Callout(block.Heading, block.Text, width, flow.Place(block.Pos))
}

// textOnly sets prose without figures in two columns, and callouts below.
func textOnly(b *builder, prose, callouts []*content.Block) error {
	if len(prose) > 0 {
		b.addStack(b.gap(betweenBands), b.texts(prose, style.Columns(6)))
	}
	for _, c := range callouts {
		b.addFull(b.gap(betweenBands), b.callout(c, style.Columns(flow.Columns)))
	}
	return nil
}

// quote places a quotation with its source.
func quote(b *builder, block *content.Block) error {
	set := b.set.In(block.Language)
	atoms := set.Quote(block.Text, block.Source, style.Columns(8), flow.Place(block.Pos))
	b.addColumns(b.gap(captionToNext), flow.Column{Start: 2, Span: 8, Atoms: atoms})
	return nil
}

// lead places a text in larger type.
func lead(b *builder, block *content.Block) error {
	sheet := b.set.Sheet
	at := flow.Place(block.Pos)
	atoms := b.set.Prose(block.Text, sheet.Type.Lead, sheet.Color.Ink, style.Columns(8), at)
	b.addColumns(b.gap(betweenBands), flow.Column{Start: 3, Span: 9, Atoms: atoms})
	return nil
}

// fact places a box of facts.
func fact(b *builder, block *content.Block) error {
	set := b.set.In(block.Language)
	box := set.FactBox(block.Heading, block.Text, style.ContentWidth, flow.Place(block.Pos))
	b.addFull(b.gap(captionToNext), box)
	return nil
}

// source places a note on sources.
func source(b *builder, block *content.Block) {
	atoms := b.set.SourceNote(block.Text, style.ContentWidth, flow.Place(block.Pos))
	b.addFull(b.gap(betweenBands), atoms...)
}
