package topic

import (
	"fmt"

	"rapport/content"
)

// kind says what becomes of blocks of one kind: they wait for each other, or they are placed below
// what came before them. One of the two is set.
type kind struct {
	wait  func(*waiting) *blocks
	place func(*builder, *content.Block) error
}

// kinds has a row for every kind of block that content knows. It never changes.
var kinds = map[content.BlockKind]kind{
	content.FigureBlock:          {wait: func(w *waiting) *blocks { return &w.figures }},
	content.ProseBlock:           {wait: func(w *waiting) *blocks { return &w.prose }},
	content.CalloutBlock:         {wait: func(w *waiting) *blocks { return &w.callouts }},
	content.AsideBlock:           {wait: func(w *waiting) *blocks { return &w.callouts }},
	content.SourceBlock:          {wait: func(w *waiting) *blocks { return &w.sources }},
	content.LeadBlock:            {place: lead},
	content.BulletsBlock:         {place: bullets},
	content.ThemesBlock:          {place: themes},
	content.RecommendationsBlock: {place: recommendations},
	content.TableBlock:           {place: table},
	content.QuoteBlock:           {place: quote},
	content.VoiceBlock:           {place: voice},
	content.TimelineBlock:        {place: timeline},
	content.AppendixBlock:        {place: appendix},
	content.FactBlock:            {place: fact},
	content.AnswersBlock:         {place: answers},
	content.ImageBlock:           {place: image},
	content.GroupBlock:           {place: group},
	content.ReferencesBlock:      {place: references},
}

// waiting is blocks of which it is not yet clear how they stand together: side notes wait with the
// callouts. Source notes wait until the topic's end.
type waiting struct{ figures, prose, callouts, sources blocks }

type blocks = []*content.Block

// take takes the next block of a topic.
func (w *waiting) take(b *builder, block *content.Block) error {
	k, known := kinds[block.Kind]
	if !known {
		text := fmt.Sprintf("no page has a place for blocks of the kind %q", block.Kind)
		return content.Problem{Pos: block.Pos, Width: 1, Text: text}
	}
	if block.Spread {
		if err := w.arrange(b); err != nil {
			return err
		}
		b.turn = len(b.bands) > 1 // else the topic's head begins the page
	}
	if k.wait != nil {
		list := k.wait(w)
		*list = append(*list, block)
		return nil
	}
	if err := w.arrange(b); err != nil {
		return err
	}
	return k.place(b, block)
}

// arrange places the figures, prose and callouts that have been waiting.
func (w *waiting) arrange(b *builder) error {
	a := arrangement{b: b, prose: w.prose, callouts: w.callouts}
	figures := w.figures
	w.figures, w.prose, w.callouts = nil, nil, nil
	if len(figures) == 0 {
		return textOnly(b, a.prose, a.callouts)
	}
	return a.place(figures)
}

// close places what is still waiting at the end of a topic.
func (w *waiting) close(b *builder) error {
	if err := w.arrange(b); err != nil {
		return err
	}
	for _, s := range w.sources {
		source(b, s)
	}
	return nil
}
