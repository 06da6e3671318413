package part

import (
	"rapport/content"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/wording"
)

// ChapterHead is the beginning of a chapter without an opener, under the chapter's tag: its number,
// its title, and its introduction. The first band starts a page.
func ChapterHead(p Paper, ch *content.Chapter, tag *frame.Tag) []flow.Band {
	title := p.Set.ChapterHead(wording.ChapterID(ch), p.Words.ChapterNumber(ch), ch.Title)
	bands := []flow.Band{component.Beginning(title)}
	if len(ch.Intro) > 0 {
		intro := p.lead(ch.Intro, ch.Pos)
		column := flow.Column{Span: 9, Atoms: intro}
		bands = append(bands, flow.Band{Columns: []flow.Column{column}, Before: 6, Keep: true})
	}
	head := tag.Child(frame.RoleDiv) // before the topics, which get tags when they are made
	for i := range bands {
		bands[i].Under = head
	}
	return bands
}
