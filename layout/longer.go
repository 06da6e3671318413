package layout

import (
	"rapport/charts"
	"rapport/charts/vector"
	"rapport/charts/vector/svg"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
)

// longer places the blocks of longer reports: quotations, facts, answers, appendices, references, images.
func (b *topicBuilder) longer(block *content.Block) error {
	at := place(block.Pos)
	set := b.set.In(block.Language)
	switch block.Kind {
	case content.QuoteBlock:
		atoms := set.Quote(block.Text, block.Source, columns(8), at)
		b.add(flow.Band{Columns: []flow.Column{{Start: 2, Span: 8, Atoms: atoms}}, Before: b.gap(captionToNext)})
	case content.FactBlock:
		b.add(full(b.gap(captionToNext), set.FactBox(block.Heading, block.Text, contentWidth, at)))
	case content.AnswersBlock:
		side := b.set.Side(block.Heading, block.Sub, columns(3)).Atom(0)
		atoms := set.Answers(block.Answers, columns(9), at)
		b.add(flow.Band{Columns: []flow.Column{{Span: 3, Atoms: []flow.Atom{side}}, {Start: 3, Span: 9, Atoms: atoms}}, Before: b.gap(captionToNext)})
	case content.AppendixBlock:
		for i, series := range block.Series {
			before := b.gap(betweenBands)
			if i > 0 {
				before = chapterSpace
			}
			b.add(full(before, set.Series(series, columns(10), place(series.Pos))...))
		}
	case content.ReferencesBlock:
		atoms := b.set.References(b.r.References, columns(9))
		b.add(flow.Band{Columns: []flow.Column{{Span: 9, Atoms: atoms}}, Before: b.gap(captionToNext)})
	case content.ImageBlock:
		return b.image(block)
	}
	return nil
}

// imageRoom is the tallest an image gets in the flow.
const imageRoom fonts.Mm = 150

// image places an image in the flow with its caption.
func (b *topicBuilder) image(block *content.Block) error {
	im := block.Image
	if im.Bleed {
		return nil // on a page of its own, see bleedImages
	}
	span := im.Columns
	if span < 1 || span > flow.Columns {
		span = flow.Columns
	}
	box, err := b.imageBox(im, columns(span), imageRoom)
	if err != nil {
		return located(im.Pos, err)
	}
	picture := box.Atom(0)
	picture.Place = place(block.Pos)
	atoms := []flow.Atom{picture}
	if len(block.Caption) > 0 {
		var parts []content.Inline
		for _, p := range block.Caption {
			parts = append(parts, p.Inlines...)
		}
		atoms = append(atoms, b.set.Caption(parts, columns(span)).Atom(figureToCaption))
	}
	b.add(flow.Band{Columns: []flow.Column{{Span: span, Atoms: component.Keep(atoms)}}, Before: b.gap(captionToNext), Whole: true})
	return nil
}

// imageBox is an image in a width, and at most a height.
func (c *composer) imageBox(im *content.Image, width, room fonts.Mm) (*component.Box, error) {
	set := component.Setter{Sheet: c.sheet}
	if im.Kind != "svg" {
		return set.Image(im, width, room), nil
	}
	p, err := svg.Parse(im.Data)
	if err != nil {
		return nil, err
	}
	return set.Drawing(im, c.inked(svg.Scale(p, width.Pt(), room.Pt())), width, room), nil
}

// inked gives a drawing's colours the inks of the brand's colours that look the same on screen; an SVG
// file has none of its own. What stays without is for the print edition to name.
func (c *composer) inked(p *vector.Picture) *vector.Picture {
	inks := map[[3]uint8]vector.Color{{0, 0, 0}: {Name: "black", K: 100}}
	for _, known := range c.sheet.Palette() {
		inks[[3]uint8{known.R, known.G, known.B}] = known
	}
	ink := func(to *vector.Color) *vector.Color {
		if to == nil {
			return nil
		}
		if known, ok := inks[[3]uint8{to.R, to.G, to.B}]; ok {
			return &known
		}
		return to
	}
	for i, it := range p.Items {
		if it.Shape != nil {
			shape := *it.Shape
			shape.Paint.Fill, shape.Paint.Stroke = ink(shape.Paint.Fill), ink(shape.Paint.Stroke)
			p.Items[i].Shape = &shape
		}
	}
	return p
}

// group sets questions that belong together, each with its chart, count list and prose, and keeps each
// in one piece: two round or standing charts stand side by side, others below each other.
func (b *topicBuilder) group(block *content.Block) error {
	a := arrangement{topicBuilder: b}
	var halves []flow.Column
	for i, item := range block.Items {
		q := a.part(item.Figure, 2)
		if item.Heading != "" {
			q.heading = item.Heading
		}
		if len(block.Items) == 2 && (q.span == 6 || narrow(q.data.Form) == 7) {
			column, err := a.item(q, item, columns(6))
			if err != nil {
				return err
			}
			halves = append(halves, flow.Column{Start: 6 * i, Span: 6, Atoms: column})
			continue
		}
		if err := a.itemBeside(q, item, i > 0); err != nil {
			return err
		}
	}
	if len(halves) > 0 {
		b.add(flow.Band{Columns: halves, Before: b.gap(betweenBands), Whole: true})
	}
	return nil
}

// item is a question of a group in a narrow column: heading, chart, caption, count list, prose.
func (a *arrangement) item(q part, item content.Item, width fonts.Mm) ([]flow.Atom, error) {
	atoms, _, err := a.figure(q, width)
	if err != nil {
		return nil, err
	}
	if list := a.countList(q, width-8); len(list) > 0 {
		list[0].Before = 6
		atoms = append(atoms, list...)
	}
	prose := a.set.Prose(item.Text, a.sheet.Type.Body, a.sheet.Color.Ink, width-4, place(item.Pos))
	if len(prose) > 0 {
		prose[0].Before = 6
		atoms = append(atoms, prose...)
	}
	return component.Keep(atoms), nil
}

// itemBeside is a question of a group over the whole width, its prose at the right.
func (a *arrangement) itemBeside(q part, item content.Item, follows bool) error {
	q.span = 8
	if q.data.Form == charts.Likert || q.data.Form == charts.Change {
		q.span = 12
	}
	atoms, _, err := a.figure(q, columns(q.span))
	if err != nil {
		return err
	}
	band := flow.Band{Columns: []flow.Column{{Span: q.span, Atoms: atoms}}, Before: a.separate(follows, true), Whole: true}
	prose := a.set.Prose(item.Text, a.sheet.Type.Body, a.sheet.Color.Ink, columns(4)-besideBars, place(item.Pos))
	if q.span == 8 {
		band.Columns = append(band.Columns, flow.Column{Start: 8, Span: 4, Inset: besideBars, Atoms: prose})
	}
	a.add(band)
	if q.span == 12 && len(prose) > 0 {
		a.add(full(a.gap(captionToNext), a.set.Prose(item.Text, a.sheet.Type.Body, a.sheet.Color.Ink, columns(6), place(item.Pos))...))
	}
	return nil
}

// hasBleed reports whether a chapter has full-page images.
func hasBleed(ch *content.Chapter) bool { return len(bleeds(ch)) > 0 }

func bleeds(ch *content.Chapter) (images []*content.Image) {
	for _, t := range ch.Topics {
		for _, b := range t.Blocks {
			if b.Kind == content.ImageBlock && b.Image.Bleed {
				images = append(images, b.Image)
			}
		}
	}
	return images
}

// bleedImages draws a chapter's full-page images behind its text, each on a page of its own: as large
// as covers the page and its bleed, cut at the sides.
func (p *pass) bleedImages(ch *content.Chapter, part *frame.Tag) error {
	for _, im := range bleeds(ch) {
		w, h := pageWidth+2*bleed, pageHeight+2*bleed
		if fonts.Mm(im.Width)*h > fonts.Mm(im.Height)*w {
			w = h * fonts.Mm(im.Width) / fonts.Mm(im.Height)
		} else {
			h = w * fonts.Mm(im.Height) / fonts.Mm(im.Width)
		}
		box, err := p.imageBox(im, w, h)
		if err != nil {
			return located(im.Pos, err)
		}
		p.fullPage("", func(g *grid.Grid) {
			g.From(place(im.Pos))
			g.Within(part, func() { box.Draw(g, ((pageWidth - w) / 2).Pt(), ((pageHeight - h) / 2).Pt()) })
		})
	}
	return nil
}
