package layout

import (
	"strconv"

	"rapport/content"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
)

// runningText draws chapters without openers: one after the other, a new chapter on the page of the one
// before when its beginning fits there. Full-page images end the page.
func (p *pass) runningText(chapters []*content.Chapter) error {
	var bands []flow.Band
	parts := map[*frame.Tag]component.RunningHead{}
	running := func(page flow.Page) component.RunningHead {
		tag := page.Placed[len(page.Placed)-1].Band.Under
		for tag != nil && parts[tag].Chapter == "" {
			tag = tag.Parent
		}
		return parts[tag]
	}
	for _, ch := range chapters {
		part := p.grid.Root().Child(frame.RolePart)
		parts[part] = p.chapterRunning(ch)
		p.bookmarks = append(p.bookmarks, bookmark{component.Clean(ch.Title), 0, chapterID(ch)})
		head := p.chapterHead(ch, part)
		if len(bands) > 0 {
			head[0].NewPage, head[0].Before = false, style.ChapterSpace
		}
		var err error
		if bands, err = p.topicBands(ch, part, append(bands, head...)); err != nil {
			return err
		}
		if !hasBleed(ch) {
			continue
		}
		if err := p.flowChapters(bands, running); err != nil {
			return err
		}
		if err := p.bleedImages(ch, part); err != nil {
			return err
		}
		bands = nil
	}
	return p.flowChapters(bands, running)
}

func (p *pass) chapterRunning(ch *content.Chapter) component.RunningHead {
	return component.RunningHead{Chapter: component.Clean(ch.Title), Current: ch.Number, Chapters: len(p.r.Chapters)}
}

// chapterHead is the beginning of a chapter without an opener: title and introduction.
func (p *pass) chapterHead(ch *content.Chapter, part *frame.Tag) []flow.Band {
	number := ""
	if ch.Number > 0 && len(p.r.Chapters) > 1 {
		number = p.terms.Chapter + " " + strconv.Itoa(ch.Number)
	}
	head := component.Full(0, p.set.ChapterHead(chapterID(ch), number, ch.Title).Atom(0))
	head.NewPage, head.Keep, head.Under = true, true, part
	bands := []flow.Band{head}
	if len(ch.Intro) > 0 {
		intro := p.set.Prose(ch.Intro, p.sheet.Type.Lead, p.sheet.Color.Ink, style.Columns(8), flow.Place(ch.Pos))
		band := flow.Band{Columns: []flow.Column{{Span: 9, Atoms: intro}}, Before: 6, Under: part, Keep: true}
		bands = append(bands, band)
	}
	return bands
}
