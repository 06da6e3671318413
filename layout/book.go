package layout

import (
	"rapport/content"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/part"
	"rapport/layout/style"
	"rapport/layout/topic"
	"rapport/layout/wording"
)

// book draws every page of the report in order.
func (p *pass) book() error {
	for _, draw := range []func() error{p.front, p.body} {
		if err := draw(); err != nil {
			return err
		}
	}
	p.back()
	return nil
}

// front draws what stands before the chapters. A short report has its colophon last.
func (p *pass) front() error {
	if err := part.Cover(p.paper, p.ground); err != nil {
		return err
	}
	if !p.report.Plan.Short {
		part.Colophon(p.paper)
	}
	if p.report.Epigraph != nil {
		part.Epigraph(p.paper)
	}
	if p.report.Plan.Contents {
		part.Contents(p.paper)
	}
	if p.report.Key != nil {
		part.Key(p.paper)
	}
	return nil
}

// back draws what stands after the chapters.
func (p *pass) back() {
	if p.report.Plan.Short {
		part.Colophon(p.paper)
	}
	part.Blank(p.paper)
	part.BackCover(p.paper, p.ground)
}

// body draws the chapters and the method: each chapter behind its opener, or all as running text.
// In a short report the method runs on too.
func (p *pass) body() error {
	switch {
	case p.report.Plan.Short:
		return p.runningText(p.report.AllChapters())
	case !p.report.Plan.Openers:
		if err := p.runningText(p.report.Chapters); err != nil || p.report.Method == nil {
			return err
		}
		return p.runningText([]*content.Chapter{p.report.Method})
	}
	for _, ch := range p.report.Chapters {
		tag := p.partTag()
		part.Opener(p.paper, ch, tag)
		if err := p.chapter(ch, tag); err != nil {
			return err
		}
	}
	if p.report.Method == nil {
		return nil
	}
	return p.method(p.report.Method)
}

// partTag is a new part of the document, for a chapter.
func (p *pass) partTag() *frame.Tag { return p.paper.Grid.Root().Child(frame.RolePart) }

// chapter draws a chapter's topics and their full-page images.
func (p *pass) chapter(ch *content.Chapter, tag *frame.Tag) error {
	pages := flow.NewPacker(style.ContentHeight)
	full, err := p.topics.Chapter(ch, tag, pages)
	if err != nil {
		return err
	}
	head := func(flow.Page) component.RunningHead { return p.runningHead(ch) }
	return p.paper.Flow(pages, head, p.images(full))
}

// images draws the full-page images of a topic when its tag ends.
func (p *pass) images(full []topic.FullImage) func(*frame.Tag) error {
	return func(tag *frame.Tag) error {
		for _, f := range full {
			if f.Under != tag {
				continue
			}
			if err := part.FullImage(p.paper, f.Image, tag); err != nil {
				return err
			}
		}
		return nil
	}
}

// method draws the last chapter, which has no number and no opener: its first page is its
// destination.
func (p *pass) method(ch *content.Chapter) error {
	first := p.paper.Grid.Page() + 1
	if err := p.chapter(ch, p.partTag()); err != nil {
		return err
	}
	p.paper.Grid.MarkAt(wording.ChapterID(ch), frame.Dest{Page: first})
	return nil
}

// runningHead is what the running head says of a chapter, with a dot for each numbered one.
func (p *pass) runningHead(ch *content.Chapter) component.RunningHead {
	head := component.RunningHead{Chapter: wording.Clean(ch.Title)}
	if ch.Number > 0 {
		head.Current, head.Chapters = ch.Number, len(p.report.Chapters)
		head.Counted = p.paper.Words.Terms.ChapterOf(head.Current, head.Chapters)
	}
	return head
}

// runningText draws chapters without openers: one after the other, a new chapter on the page of the
// one before when its beginning fits there.
func (p *pass) runningText(chapters []*content.Chapter) error {
	pages := flow.NewPacker(style.ContentHeight)
	heads := map[*frame.Tag]component.RunningHead{}
	var full []topic.FullImage
	var last *frame.Tag
	headOf := func(page flow.Page) component.RunningHead {
		if n := len(page.Placed); n > 0 { // else only footnotes go on
			last = page.Placed[n-1].Band.Under
		}
		tag := last
		for tag != nil && heads[tag].Chapter == "" {
			tag = tag.Parent
		}
		return heads[tag]
	}
	for _, ch := range chapters {
		tag := p.partTag()
		heads[tag] = p.runningHead(ch)
		beginning := part.ChapterHead(p.paper, ch, tag)
		if pages.Begun() {
			beginning[0].NewPage, beginning[0].Before = false, style.ChapterSpace
		}
		pages.Add(beginning...)
		images, err := p.topics.Chapter(ch, tag, pages)
		if err != nil {
			return err
		}
		full = append(full, images...)
	}
	return p.paper.Flow(pages, headOf, p.images(full))
}
