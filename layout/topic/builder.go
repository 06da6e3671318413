package topic

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// builder is a topic on its way to bands: what its blocks are set with, how much it may be
// squeezed, and the bands so far.
type builder struct {
	set         *component.Setter
	words       *wording.Words
	charts      *Charts
	runningText bool
	template    content.Template
	heads       fonts.Mm // height of what waits above the topic, as the head of its chapter
	attempt     attempt
	other       Forms // drawn in place of the form that was asked for
	bands       []flow.Band

	turn    bool           // the next band begins an even page
	persons *content.Block // the first of the topic whose dots are people, which its caption says
}

// above is the height of the heads that the next band stands below, with the space between; 0 when
// the topic has begun.
func (b *builder) above() fonts.Mm {
	if len(b.bands) != 1 {
		return 0
	}
	above := b.bands[0].Height() + b.belowHead()
	if b.heads > 0 {
		above += b.heads + b.bands[0].Before
	}
	return above
}

// belowHead is the space between a topic's head and what follows.
func (b *builder) belowHead() fonts.Mm {
	if b.runningText {
		return headToText
	}
	return style.HeadToContent
}

// gap is a distance between bands in this attempt.
func (b *builder) gap(normal fonts.Mm) fonts.Mm { return normal * fonts.Mm(b.attempt.space) }

func (b *builder) add(bands ...flow.Band) {
	if b.turn && len(bands) > 0 {
		bands[0].NewPage, bands[0].Even, b.turn = true, true, false
	}
	b.bands = append(b.bands, bands...)
}

// addFull adds a band over the whole width.
func (b *builder) addFull(before fonts.Mm, atoms ...flow.Atom) {
	b.add(component.Full(before, atoms...))
}

// addColumns adds a band of columns.
func (b *builder) addColumns(before fonts.Mm, columns ...flow.Column) {
	b.add(flow.Band{Columns: columns, Before: before})
}

// addWhole adds a band of columns that moves to the next page rather than break.
func (b *builder) addWhole(before fonts.Mm, columns ...flow.Column) {
	b.add(flow.Band{Columns: columns, Before: before, Whole: true})
}

// headed adds a block's heading, which stays with what follows.
func (b *builder) headed(block *content.Block) {
	if block.Heading == "" {
		return
	}
	head := b.set.Heading(block.Heading, b.heading(), 3, style.ContentWidth)
	head.Place = flow.Place(block.Pos)
	band := component.Full(b.gap(betweenBands), head)
	band.Keep = true
	b.add(band)
}

// heading is the style of the headings of blocks; those of running text are smaller.
func (b *builder) heading() style.Type {
	if b.runningText {
		return b.set.Sheet.Type.RecTitle
	}
	return b.set.Sheet.Type.H2
}

// addRule adds a strong rule that stays with what follows.
func (b *builder) addRule(before fonts.Mm) {
	rule := b.set.StrongRule(style.ContentWidth).Atom(0)
	rule.Bond = flow.Bound
	band := component.Full(before, rule)
	band.Keep = true
	b.add(band)
}

// space is the space above a figure. When it follows another it is parted from that by a strong
// rule or, without rule, by more space.
func (b *builder) space(follows, rule bool) fonts.Mm {
	switch {
	case !follows:
		return b.gap(betweenBands)
	case !rule:
		return b.gap(captionToNext + 2)
	}
	b.addRule(b.gap(captionToRule))
	return b.gap(ruleToNext)
}

// body sets a text as a block's body.
func (b *builder) body(text content.Prose, width fonts.Mm, at content.Pos) []flow.Atom {
	sheet := b.set.Sheet
	return b.set.Prose(text, sheet.Type.Body, sheet.Color.Ink, width, flow.Place(at))
}

// height is the height of atoms below each other.
func height(atoms []flow.Atom) fonts.Mm { return flow.Height(atoms) }

// addStack adds a text that runs through two columns.
func (b *builder) addStack(before fonts.Mm, atoms []flow.Atom) {
	band := stacked(6, atoms)
	band.Before = before
	b.add(band)
}

// stacked is a text that runs through columns of a span, above which something is repeated.
func stacked(span int, atoms []flow.Atom, repeat ...flow.Atom) flow.Band {
	var columns []flow.Column
	for at := 0; at < flow.Columns; at += span {
		columns = append(columns, flow.Column{Start: at, Span: span, Repeat: repeat})
	}
	return flow.Band{Columns: columns, Stack: atoms}
}

// pair is two columns of half the width each.
func pair(left, right []flow.Atom) []flow.Column {
	return []flow.Column{{Span: 6, Atoms: left}, {Start: 6, Span: 6, Atoms: right}}
}
