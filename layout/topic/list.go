package topic

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/style"
)

// side is the heading of a list in the three columns at its left.
func (b *builder) side(block *content.Block, list []flow.Atom) []flow.Column {
	side := b.set.Side(block.Heading, block.Sub, style.Columns(3))
	return []flow.Column{{Span: 3, Atoms: side}, {Start: 3, Span: 9, Atoms: list}}
}

// bullets places points below a strong rule.
func bullets(b *builder, block *content.Block) error {
	b.addRule(b.gap(betweenBands))
	points := b.set.Bullets(block.Points, style.Columns(9), flow.Place(block.Pos))
	b.addWhole(ruleToNext-0.8, b.side(block, points)...)
	return nil
}

// answers places free text as it was written.
func answers(b *builder, block *content.Block) error {
	list := b.set.In(block.Language).Answers(block.Answers, style.Columns(9), flow.Place(block.Pos))
	b.addColumns(b.gap(captionToNext), b.side(block, list)...)
	return nil
}

// recommendations places numbered pieces of advice in two columns. Those that are even and have a
// page's room stay on one page; more of them run from page to page.
func recommendations(b *builder, block *content.Block) error {
	width, at := style.Columns(6), flow.Place(block.Pos)
	b.headed(block)
	atoms, even := b.set.Recommendations(block.Points, width, style.ContentHeight, at)
	if !even {
		b.addStack(b.gap(betweenBands), atoms)
		return nil
	}
	half := (len(atoms) + 1) / 2
	b.addColumns(b.gap(betweenBands), pair(atoms[:half:half], atoms[half:])...)
	return nil
}

// Measures of themes (DESIGN.md, "Page templates").
const (
	themeHeight fonts.Mm = 35 // of a row
	themesAbove fonts.Mm = 7
)

// themes places the summaries of free-text answers.
func themes(b *builder, block *content.Block) error {
	var atoms []flow.Atom
	least := b.gap(themeHeight)
	for _, th := range block.Themes {
		r, at := b.words.Responses(th), flow.Place(th.Pos)
		atoms = append(atoms, b.set.Theme(th, r.Number, r.Dots, style.ContentWidth, least, at))
	}
	b.addFull(b.gap(themesAbove), atoms...)
	return nil
}

// leastForTwo is how many questions an instrument has at least to stand in two columns.
const leastForTwo = 6

// appendix places instruments, each below the other, the longer ones in two columns.
func appendix(b *builder, block *content.Block) error {
	set := b.set.In(block.Language)
	for i, series := range block.Series {
		before := b.gap(betweenBands)
		if i > 0 {
			before = style.ChapterSpace
		}
		width, two := style.Columns(10), len(series.Questions) >= leastForTwo
		if two {
			width = style.Columns(6) - 4
		}
		head, asked := set.Series(series, style.Columns(10), width, flow.Place(series.Pos))
		if !two {
			b.addFull(before, append(head, asked...)...)
			continue
		}
		beginning := component.Full(before, head...)
		beginning.Keep = true
		b.add(beginning)
		b.addStack(3, asked)
	}
	return nil
}
