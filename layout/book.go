package layout

import (
	"math"
	"slices"

	"rapport/content"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/part"
	"rapport/layout/style"
	"rapport/layout/topic"
	"rapport/layout/wording"
)

// quiresOf lists the quires of a report in the order of the book.
func quiresOf(r *content.Report) []*quire {
	quires := slices.Concat(front(r), body(r))
	return append(quires, &quire{draw: (*quire).back})
}

// front is what stands before the chapters. A short report has its colophon last.
func front(r *content.Report) []*quire {
	quires := []*quire{{draw: (*quire).cover}}
	template := func(draw func(part.Paper)) {
		quires = append(quires, &quire{draw: func(q *quire) error { draw(q.paper); return nil }})
	}
	if !r.Plan.Short {
		template(part.Colophon)
	}
	if r.Epigraph != nil {
		template(part.Epigraph)
	}
	if r.Plan.Contents {
		template(part.Contents)
		quires[len(quires)-1].lists = math.MaxInt / 2
	}
	if r.Key != nil {
		template(part.Key)
	}
	if r.Summary != nil {
		template(part.Summary)
		quires[len(quires)-1].lists = math.MaxInt / 2
	}
	return quires
}

func (q *quire) cover() error { return part.Cover(q.paper, q.ground) }

// back draws what stands after the chapters.
func (q *quire) back() error {
	if q.report.Plan.Short {
		part.Colophon(q.paper)
	}
	part.Blank(q.paper)
	part.BackCover(q.paper, q.ground)
	return nil
}

// body is the chapters and the method: each chapter behind its opener, or all as running text. In a
// short report the method runs on too.
func body(r *content.Report) []*quire {
	running := func(chapters ...*content.Chapter) *quire {
		return &quire{draw: func(q *quire) error { return q.runningText(chapters) }}
	}
	method := r.Method
	switch {
	case r.Plan.Short:
		return []*quire{running(r.AllChapters()...)}
	case !r.Plan.Openers && method == nil:
		return []*quire{running(r.Chapters...)}
	case !r.Plan.Openers:
		return []*quire{running(r.Chapters...), running(method)}
	}
	var quires []*quire
	for _, ch := range r.Chapters {
		quires = append(quires, &quire{chapter: ch, draw: (*quire).opener, lists: 1})
		quires = append(quires, &quire{chapter: ch, draw: (*quire).topicsOf})
	}
	if method != nil {
		quires = append(quires, &quire{chapter: method, draw: (*quire).method})
	}
	return quires
}

func (q *quire) opener() error {
	if q.chapter.Spread {
		q.paper.Turn()
	}
	part.Opener(q.paper, q.chapter, q.part)
	return nil
}

// topicsOf draws a chapter's topics and their full-page images.
func (q *quire) topicsOf() error {
	pages := flow.NewPacker(style.ContentHeight)
	full, err := q.topics.Chapter(q.chapter, q.part, pages)
	if err != nil {
		return err
	}
	head := func(flow.Page) component.RunningHead { return q.runningHead(q.chapter) }
	return q.paper.Flow(pages, head, q.images(full))
}

// images draws the full-page images of a topic when its tag ends.
func (q *quire) images(full []topic.FullImage) func(*frame.Tag) error {
	return func(tag *frame.Tag) error {
		for _, f := range full {
			if f.Under != tag {
				continue
			}
			if err := part.FullImage(q.paper, f.Image, tag); err != nil {
				return err
			}
		}
		return nil
	}
}

// method draws the last chapter, which has no number and no opener: its first page is its
// destination.
func (q *quire) method() error {
	if q.chapter.Spread || len(q.chapter.Topics) > 0 && q.chapter.Topics[0].Begins() {
		q.paper.Turn()
	}
	first := len(q.paper.Grid.Pages())
	if err := q.topicsOf(); err != nil {
		return err
	}
	q.paper.Grid.MarkAt(wording.ChapterID(q.chapter), frame.Dest{Page: first})
	return nil
}

// runningHead is what the running head says of a chapter, with a dot for each numbered one.
func (q *quire) runningHead(ch *content.Chapter) component.RunningHead {
	head := component.RunningHead{Chapter: wording.Clean(ch.Title)}
	if ch.Number > 0 {
		head.Current, head.Chapters = ch.Number, len(q.report.Chapters)
		head.Counted = q.paper.Words.Terms.ChapterOf(head.Current, head.Chapters)
	}
	return head
}

// runningText draws chapters without openers: one after the other, a new chapter on the page of the
// one before when its beginning fits there.
func (q *quire) runningText(chapters []*content.Chapter) error {
	pages := flow.NewRunningPacker(style.ContentHeight)
	heads := map[*frame.Tag]component.RunningHead{}
	var full []topic.FullImage
	var last *frame.Tag
	headOf := func(page flow.Page) component.RunningHead {
		if n := len(page.Placed); n > 0 { // else only footnotes go on
			last = page.Placed[0].Band.Under // the first chapter of the page
		}
		tag := last
		for tag != nil && heads[tag].Chapter == "" {
			tag = tag.Parent
		}
		return heads[tag]
	}
	for _, ch := range chapters {
		tag := q.paper.Grid.Root().Child(frame.RolePart)
		heads[tag] = q.runningHead(ch)
		beginning := part.ChapterHead(q.paper, ch, tag)
		switch {
		case ch.Spread || len(ch.Topics) > 0 && ch.Topics[0].Begins():
			beginning[0].NewPage, beginning[0].Even = true, true
		case pages.Begun():
			beginning[0].NewPage, beginning[0].Before = false, style.ChapterSpace
		}
		pages.Add(beginning...)
		images, err := q.topics.Chapter(ch, tag, pages)
		if err != nil {
			return err
		}
		full = append(full, images...)
	}
	return q.paper.Flow(pages, headOf, q.images(full))
}
