package layout

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
)

// longer places the blocks of longer reports: quotations, facts, answers, appendices, references, images.
func (b *topicBuilder) longer(block *content.Block) error {
	at := flow.Place(block.Pos)
	set := b.set.In(block.Language)
	switch block.Kind {
	case content.QuoteBlock:
		atoms := set.Quote(block.Text, block.Source, style.Columns(8), at)
		b.add(flow.Band{Columns: []flow.Column{{Start: 2, Span: 8, Atoms: atoms}}, Before: b.gap(captionToNext)})
	case content.FactBlock:
		b.add(component.Full(b.gap(captionToNext), set.FactBox(block.Heading, block.Text, style.ContentWidth, at)))
	case content.AnswersBlock:
		side := b.set.Side(block.Heading, block.Sub, style.Columns(3)).Atom(0)
		atoms := set.Answers(block.Answers, style.Columns(9), at)
		b.add(flow.Band{Columns: []flow.Column{{Span: 3, Atoms: []flow.Atom{side}}, {Start: 3, Span: 9, Atoms: atoms}}, Before: b.gap(captionToNext)})
	case content.AppendixBlock:
		for i, series := range block.Series {
			before := b.gap(betweenBands)
			if i > 0 {
				before = style.ChapterSpace
			}
			b.add(component.Full(before, set.Series(series, style.Columns(10), flow.Place(series.Pos))...))
		}
	case content.ReferencesBlock:
		atoms := b.set.References(b.r.References, style.Columns(9))
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
	box, err := b.set.Image(im, style.Columns(span), imageRoom)
	if err != nil {
		return located(im.Pos, err)
	}
	picture := box.Atom(0)
	picture.Place = flow.Place(block.Pos)
	atoms := []flow.Atom{picture}
	if len(block.Caption) > 0 {
		var parts []content.Inline
		for _, p := range block.Caption {
			parts = append(parts, p.Inlines...)
		}
		atoms = append(atoms, b.set.Caption(parts, style.Columns(span)).Atom(figureToCaption))
	}
	b.add(flow.Band{Columns: []flow.Column{{Span: span, Atoms: component.Keep(atoms)}}, Before: b.gap(captionToNext), Whole: true})
	return nil
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
			column, err := a.item(q, item, style.Columns(6))
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
	prose := a.set.Prose(item.Text, a.sheet.Type.Body, a.sheet.Color.Ink, width-4, flow.Place(item.Pos))
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
	atoms, _, err := a.figure(q, style.Columns(q.span))
	if err != nil {
		return err
	}
	band := flow.Band{Columns: []flow.Column{{Span: q.span, Atoms: atoms}}, Before: a.separate(follows, true), Whole: true}
	prose := a.set.Prose(item.Text, a.sheet.Type.Body, a.sheet.Color.Ink, style.Columns(4)-besideBars, flow.Place(item.Pos))
	if q.span == 8 {
		band.Columns = append(band.Columns, flow.Column{Start: 8, Span: 4, Inset: besideBars, Atoms: prose})
	}
	a.add(band)
	if q.span == 12 && len(prose) > 0 {
		a.add(component.Full(a.gap(captionToNext), a.set.Prose(item.Text, a.sheet.Type.Body, a.sheet.Color.Ink, style.Columns(6), flow.Place(item.Pos))...))
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
// as covers the page and its style.Bleed, cut at the sides.
func (p *pass) bleedImages(ch *content.Chapter, part *frame.Tag) error {
	for _, im := range bleeds(ch) {
		w, h := style.PageWidth+2*style.Bleed, style.PageHeight+2*style.Bleed
		if fonts.Mm(im.Width)*h > fonts.Mm(im.Height)*w {
			w = h * fonts.Mm(im.Width) / fonts.Mm(im.Height)
		} else {
			h = w * fonts.Mm(im.Height) / fonts.Mm(im.Width)
		}
		box, err := p.set.Image(im, w, h)
		if err != nil {
			return located(im.Pos, err)
		}
		p.fullPage("", func(g *grid.Grid) {
			g.From(flow.Place(im.Pos).String())
			g.Within(part, func() { box.Draw(g, ((style.PageWidth - w) / 2).Pt(), ((style.PageHeight - h) / 2).Pt()) })
		})
	}
	return nil
}
