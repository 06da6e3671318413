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

// asideWidth is the most that a side note is wide.
const asideWidth = 8 // columns

// callout sets a callout, or a side note, in a width.
func (b *builder) callout(block *content.Block, width fonts.Mm) flow.Atom {
	if block.Kind == content.AsideBlock {
		return b.set.In(block.Language).Aside(block.Heading, block.Text,
			min(width, style.Columns(asideWidth)), flow.Place(block.Pos))
	}
	return b.set.Callout(block.Heading, block.Text, width, flow.Place(block.Pos))
}

// besideNotes is the most that a text without figures is high, in one column, to have side notes at
// its left: a longer one runs through two columns, and notes stand below.
const besideNotes fonts.Mm = 150

// textOnly sets prose without figures in two columns, and callouts below. Beside a short text stand
// its side notes.
func textOnly(b *builder, prose, callouts []*content.Block) error {
	if notes := asides(callouts); len(prose) > 0 && len(notes) > 0 {
		words := b.texts(prose, style.Columns(6))
		if side := b.notes(notes, style.Columns(4)); max(height(words), height(side)) <= besideNotes {
			b.addColumns(b.gap(betweenBands), flow.Column{Span: 4, Atoms: side},
				flow.Column{Start: 6, Span: 6, Atoms: words})
			prose, callouts = nil, others(callouts)
		}
	}
	text := func() {
		if len(prose) > 0 {
			b.addStack(b.gap(betweenBands), b.texts(prose, style.Columns(6)))
		}
	}
	if !b.attempt.swapped {
		text()
	}
	if len(callouts) > 0 {
		b.afterText()
	}
	for _, c := range callouts {
		b.addFull(b.gap(betweenBands), b.callout(c, style.Columns(flow.Columns)))
	}
	if b.attempt.swapped {
		text()
	}
	return nil
}

// notes sets side notes, or callouts, below each other.
func (b *builder) notes(blocks []*content.Block, width fonts.Mm) []flow.Atom {
	var atoms []flow.Atom
	for _, c := range blocks {
		atom := b.callout(c, width)
		if len(atoms) > 0 {
			atom.Before = 6
		}
		atoms = append(atoms, atom)
	}
	return atoms
}

// voice places the words of a named person.
func voice(b *builder, block *content.Block) error {
	atoms := b.set.Voice(b.set.In(block.Language), block.Text, block.Name, block.Role, block.Source,
		style.Columns(8), flow.Place(block.Pos))
	b.addColumns(b.gap(betweenBands), flow.Column{Start: 2, Span: 8, Atoms: atoms})
	return nil
}

// timeline places events below each other, and the source of all of them below the last.
func timeline(b *builder, block *content.Block) error {
	b.headed(block)
	at := func(e content.Event) flow.Place { return flow.Place(e.Pos) }
	atoms := b.set.Timeline(block.Events, style.ContentWidth, at)
	if len(block.Source) > 0 {
		note := b.set.SourceNote(block.Source, style.ContentWidth, flow.Place(block.Pos))
		note[0].Before = 4
		atoms[len(atoms)-1].Bond = flow.Wish
		atoms = append(atoms, note...)
	}
	b.addFull(b.gap(captionToNext), atoms...)
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

// afterText lets what is placed next stay with the end of a text that runs through columns right
// above it: a panel alone at the top of a page has lost what it belongs to.
func (b *builder) afterText() {
	if n := len(b.bands); n > 0 && b.bands[n-1].Stack != nil {
		b.bands[n-1].Keep = true
	}
}

// fact places a box of facts.
func fact(b *builder, block *content.Block) error {
	b.afterText()
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
