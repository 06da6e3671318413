package layout

import (
	"rapport/content"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/part"
	"rapport/layout/text"
	"rapport/layout/topic"
)

// quire is a stretch of the book's pages that is composed by itself.
type quire struct {
	*composer
	draw    func(*quire) error
	chapter *content.Chapter // in whose part of the document it stands; nil for none
	lists   int              // it lists the pages of what stands in so many quires after it
	part    *frame.Tag       // that part, which is one with that of the chapter's other quires

	told   told
	kept   *kept // until it will not be composed again
	paper  part.Paper
	topics topic.Maker
	other  topic.Forms
	err    error
}

// told is what a quire has asked for of the rest of the book before it could be set, and was told.
// What it prints of the numbers of pages without being moved by them is not among it.
type told struct {
	pages   map[string]string // printed page numbers, by destination
	figures int               // that the page numbers of cross-references have room for
	before  int               // pages before its own, -1 when it has not asked
}

// kept is what a quire need not make twice.
type kept struct {
	memo   *component.Memo
	charts *topic.Charts
}

// compose composes the quire behind a heading of a level.
func (q *quire) compose(b *book, before, level, figures int) {
	if q.kept == nil {
		q.kept = &kept{component.NewMemo(), topic.NewCharts(q.sheet, q.shaper)}
	}
	q.told = told{pages: map[string]string{}, figures: figures, before: -1}
	q.paper = part.Paper{
		Report: q.report, Words: q.words, Grid: q.newGrid(level),
		Before: func() int {
			q.told.before = before
			return before
		},
		Turns: &part.Turns{},
	}
	home := q.report.Pos
	if q.chapter != nil {
		home = q.chapter.Pos
	}
	q.paper.Grid.Belongs(flow.Place(home).String())
	if q.chapter != nil {
		q.part = q.paper.Grid.Root().Child(frame.RolePart)
	}
	q.paper.Set = q.setter(b, figures)
	q.topics = topic.Maker{
		Set: q.paper.Set, Words: q.words, Charts: q.kept.charts,
		RunningText: !q.report.Plan.Openers,
	}
	if q.err = q.draw(q); q.err == nil {
		q.err = q.paper.Grid.Err()
	}
	q.other = q.kept.charts.Other
	if len(q.told.pages) == 0 {
		q.kept, q.topics, q.paper.Set.Memo = nil, topic.Maker{}, nil
	}
}

func (c *composer) newGrid(level int) *grid.Grid {
	body, ink := c.sheet.Type.Body.Font, c.sheet.Color.Ink
	plain := text.Style{Font: body, Color: ink, Language: c.report.Language}
	return grid.New(c.shaper, plain, level)
}

// setter sets the quire's text. The page numbers of cross-references get room for so many figures; 0
// gives each what it needs.
func (q *quire) setter(b *book, figures int) *component.Setter {
	return &component.Setter{
		Sheet: q.sheet, Shaper: q.shaper, Language: q.report.Language, Terms: q.words.Terms,
		Memo: q.kept.memo, Number: q.words.Footnote, Figures: figures, Page: b.bound.number,
		Refer: func(ref content.Ref) component.Referral {
			return q.refer(ref, func(id string) string {
				q.told.pages[id] = b.found.number(id)
				return q.told.pages[id]
			})
		},
	}
}

// refer is what a cross-reference prints on paper: "Figur 3, side 7".
func (q *quire) refer(ref content.Ref, number func(id string) string) component.Referral {
	name, id := q.words.Reference(ref)
	page := q.words.Terms.Page + "\u00a0"
	switch ref.Kind {
	case content.RefPage:
		return component.Referral{Words: page, Page: number(id), ID: id}
	case content.RefFigure:
		return component.Referral{Words: name, ID: id}
	}
	return component.Referral{Words: name + ", " + page, Page: number(id), ID: id}
}
