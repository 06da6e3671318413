package topic

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/style"
)

// group places questions that belong together, each with its chart, count list and prose, and keeps
// each in one piece: two round or standing charts stand side by side, others below each other.
func group(b *builder, block *content.Block) error {
	var halves []flow.Column
	var halved []figure
	for i, item := range block.Items {
		p := b.placement(item.Figure, 2, true)
		if item.Heading != "" {
			p.heading = item.Heading
		}
		if len(block.Items) == 2 && (p.span == 6 || p.data.Form.Placement().Narrow) {
			atoms, f, err := b.narrowItem(p, item, style.Columns(6))
			if err != nil {
				return err
			}
			halves = append(halves, flow.Column{Start: 6 * i, Span: 6, Atoms: atoms})
			halved = append(halved, f)
			continue
		}
		parts := b.wideParts(p, b.above())
		for k, part := range parts {
			one := item
			if k < len(parts)-1 {
				one.Text = nil // it stands with the last part
			}
			if err := b.wideItem(part, one, i+k > 0); err != nil {
				return err
			}
		}
	}
	if len(halves) > 0 {
		evenCaptions(halves, halved)
		if even, ok := b.redrawn(halves, halved); ok {
			halves = even
		}
		b.addFigures(b.gap(betweenBands), halves, halved...)
	}
	return nil
}

// evenCaptions gives the captions of two questions side by side one height, so that what stands below
// them begins level too.
func evenCaptions(halves []flow.Column, figures []figure) {
	var tall fonts.Mm
	for _, f := range figures {
		tall = max(tall, f.caption.Height)
	}
	for i := range figures {
		figures[i].caption.Height = tall
		halves[i].Atoms[len(figures[i].atoms())-1].Height = tall
	}
}

// wideParts are the parts of a question's chart over the whole width, as a page has room for them.
func (b *builder) wideParts(p placement, above fonts.Mm) []placement {
	var all []placement
	for _, part := range split(p) {
		part.span = 8
		if part.data.Form.Placement().Wide {
			part.span = flow.Columns
		}
		all = append(all, b.fit(part, above)...)
	}
	return all
}

// narrowItem is a question of a group in half the width: heading, chart, caption, count list,
// prose. first is its figure, of several parts the first.
func (b *builder) narrowItem(
	p placement, item content.Item, width fonts.Mm,
) (atoms []flow.Atom, first figure, err error) {
	p.span = 6
	for _, part := range split(p) {
		for _, one := range b.fit(part, b.above()) {
			f, err := b.placed(one, width)
			if err != nil {
				return nil, first, err
			}
			if next := f.atoms(); len(atoms) > 0 {
				next[0].Before = 6
				atoms = append(atoms, next...)
			} else {
				atoms, first = next, f
			}
		}
	}
	if list := b.countList(p, width-8); len(list) > 0 {
		list[0].Before = 6
		atoms = append(atoms, list...)
	}
	prose := b.body(item.Text, width-4, item.Pos)
	if len(prose) > 0 {
		prose[0].Before = 6
		atoms = append(atoms, prose...)
	}
	return flow.Keep(atoms), first, nil
}

// wideItem is a question of a group over the whole width, its prose at the right of the chart or,
// when that takes the whole width, below.
func (b *builder) wideItem(p placement, item content.Item, follows bool) error {
	f, err := b.placed(p, style.Columns(p.span))
	if err != nil {
		return err
	}
	columns := []flow.Column{{Span: p.span, Atoms: f.atoms()}}
	before := b.space(follows, true)
	if p.span == 8 {
		prose := b.body(item.Text, style.Columns(4)-besideBars, item.Pos)
		columns = append(columns, flow.Column{Start: 8, Span: 4, Inset: besideBars, Atoms: prose})
		b.addFigures(before, columns, f)
		return nil
	}
	b.addFigures(before, columns, f)
	if prose := b.body(item.Text, style.Columns(6), item.Pos); len(prose) > 0 {
		b.addFull(b.gap(captionToNext), prose...)
	}
	return nil
}
