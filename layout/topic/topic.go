// Package topic turns a topic into bands: what a report found, set on pages by the templates of
// DESIGN.md, "Page templates".
//
// # The idea
//
// A topic is a head and blocks in the author's order. Figures, prose and callouts wait for each
// other, because prose may stand beside a figure and a callout at the left of prose; anything else
// stands below what came before it. Figures come first in the author's order; prose goes beside the
// last figure that leaves it room, or else below. Where a topic does not fit on one page, tighter
// attempts are made; when none fits, it runs over to the next page at its normal measures.
//
// # Vocabulary
//
// A band is a row of columns on a page, an atom what stays in one piece (package flow). An attempt
// is one way to fit a topic on its page. A placement is a figure with the form, the width and the
// neighbour that have been chosen for it. A half is a figure of half a page's width; two of them
// make a pair. Running text is a report without openers, whose topics follow each other on a page.
//
// # Where to start
//
// [Maker.Chapter], then Maker.bands in this file. A block goes through the table of kinds.go, which
// says where it waits or what places it; arrange.go places figures with the text that goes with
// them, figure.go sets one figure, and the other files are named after what they place.
//
// To add a kind of block: a row in kinds.go, and a function that places it. A test holds the table
// against content's kinds, and a block without a row is an error with its place. To add a chart
// form: what it needs on a page stands in forms.go.
//
// # Left out
//
// What captions, tables and count lists say is layout/wording; how a thing is set is
// layout/component. Images that fill a page are not set here but given to the caller
// ([FullImage]).
package topic

import (
	"maps"
	"slices"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// Spaces of content pages (DESIGN.md, "Spaces and rules").
const (
	headToText      fonts.Mm = 4  // below the small head of running text
	topicSpace      fonts.Mm = 14 // above a topic that does not start a page
	headingToFigure fonts.Mm = 6
	figureToCaption fonts.Mm = 4.5
	captionToNext   fonts.Mm = 10
	captionToRule   fonts.Mm = 12
	ruleToNext      fonts.Mm = 6
	betweenBands    fonts.Mm = 12
)

// wellFilled is how much of a page is filled when a topic that joins it begins there and goes on to
// the next.
const wellFilled = style.ContentHeight * 60 / 100

// Maker makes bands of topics.
type Maker struct {
	Set         *component.Setter
	Words       *wording.Words
	Charts      *Charts
	RunningText bool // topics follow each other, under smaller heads
}

// Chapter lays the bands of a chapter's topics on pages, each topic under a new child of the
// chapter's tag and on a new page, but short neighbours together; in a running text all follow what
// has been laid before. Images that fill a page are left to the caller. An error that knows its
// place in the content is a content.Problem.
func (m Maker) Chapter(
	ch *content.Chapter, tag *frame.Tag, pages *flow.Packer,
) (full []FullImage, err error) {
	for _, t := range ch.Topics {
		sect := tag.Child(frame.RoleSect)
		bands, err := m.bands(t, pages)
		if err != nil {
			return nil, err
		}
		for k := range bands {
			bands[k].Under = sect
		}
		m.lay(bands, pages)
		full = append(full, fullImages(t, sect)...)
	}
	return full, nil
}

// lay lays a topic's bands on pages.
func (m Maker) lay(bands []flow.Band, pages *flow.Packer) {
	if m.continues(pages, bands) {
		bands[0].NewPage, bands[0].Before = false, topicSpace
	}
	pages.Add(bands...)
}

// continues reports whether a topic goes on below what came before: always in a running text, and
// otherwise when the page before is filled too little and has room for the whole topic, or for so
// much of its beginning that the page is well filled.
func (m Maker) continues(pages *flow.Packer, next []flow.Band) bool {
	if next[0].Even {
		return false
	}
	if !pages.Begun() || m.RunningText {
		return pages.Begun()
	}
	used := pages.Used() + topicSpace
	if used-topicSpace >= style.ContentHeight*flow.ShortPage {
		return false
	}
	if used+flow.Total(next) <= style.ContentHeight {
		return true
	}
	begun := used + flow.Total(next[:beginning(next)])
	return begun >= wellFilled && begun <= style.ContentHeight
}

// beginning is how many bands of a topic are its head and the first that it heads.
func beginning(bands []flow.Band) int {
	for i, b := range bands {
		if !b.Keep {
			return i + 1
		}
	}
	return len(bands)
}

// attempt is one way to fit a topic on its page. DESIGN.md, "Keeping together and giving way", says
// what may give: first the space, then up to 15 % of a chart's height, then figures that stand side
// by side; type never shrinks.
type attempt struct {
	space  float64 // share of the normal distances between bands
	height float64 // share of a chart's normal height
	pairs  bool    // narrow forms stand in pairs
	scaled bool    // height is that of a chart's rows too, which do not shrink otherwise
	tight  bool    // tables have their rows as close as they get
	thirds bool    // tables in columns have three of them where their labels have room

	swapped bool // panels stand before the text that they follow
}

func attempts() []attempt {
	return []attempt{
		{space: 1, height: 1}, {space: 0.75, height: 1},
		{space: 0.75, height: 0.85}, {space: 0.6, height: 0.85},
		{space: 1, height: 0.85, pairs: true}, {space: 0.75, height: 0.85, pairs: true},
		{space: 0.6, height: 0.85, pairs: true},
	}
}

// bands turns a topic into bands by the first attempt that fits on one page; when none does, the
// first attempt runs over to the next page.
func (m Maker) bands(t *content.Topic, pages *flow.Packer) ([]flow.Band, error) {
	var natural *builder
	for _, a := range attempts() {
		b, err := m.attempted(t, a, pages)
		if err != nil {
			return nil, err
		}
		if natural == nil {
			natural = b
		}
		if fits(b.bands) {
			natural = b
			break
		}
		if !foldable(t) {
			if natural, err = m.trimmed(t, natural, pages); err != nil {
				return nil, err
			}
			break
		}
	}
	natural, err := m.exchanged(t, natural, pages)
	if err != nil {
		return nil, err
	}
	maps.Copy(m.Charts.Other, natural.other)
	return natural.bands, nil
}

// exchanged is a topic whose panels (callouts, side notes, boxes of facts) and the texts that they
// follow have changed places, because a page would else stay too little filled; natural where that
// does not help.
func (m Maker) exchanged(
	t *content.Topic, natural *builder, pages *flow.Packer,
) (*builder, error) {
	if !slices.ContainsFunc(t.Blocks, panel) {
		return natural, nil
	}
	first, _ := pages.Ends()
	shortest := func(b *builder) fonts.Mm {
		tried := pages.Fork()
		m.lay(slices.Clone(b.bands), tried)
		return tried.Shortest(first)
	}
	short := shortest(natural)
	if short >= wellFilled {
		return natural, nil
	}
	a := natural.attempt
	a.swapped = true
	b, err := m.attempted(t, a, pages)
	if err == nil && shortest(b) > short+1 {
		return b, nil
	}
	return natural, err
}

// panel says whether a block is a panel, which may stand before or after the text that it goes with.
func panel(b *content.Block) bool {
	return b.Kind == content.CalloutBlock || b.Kind == content.AsideBlock || b.Kind == content.FactBlock
}

// before are blocks with each box of facts before the text that it follows; other panels wait for the
// text anyway.
func before(blocks []*content.Block) []*content.Block {
	blocks = slices.Clone(blocks)
	for i := 1; i < len(blocks); i++ {
		fact, text := blocks[i], blocks[i-1]
		if fact.Kind == content.FactBlock && text.Kind == content.ProseBlock && !fact.Spread &&
			!text.Spread {
			blocks[i-1], blocks[i] = fact, text
		}
	}
	return blocks
}

// fits says whether bands fit on one page, or on the pages that they ask for.
func fits(bands []flow.Band) bool {
	from := 0
	for i := range bands {
		if i > 0 && bands[i].NewPage {
			if flow.Total(bands[from:i]) > style.ContentHeight {
				return false
			}
			from = i
		}
	}
	return flow.Total(bands[from:]) <= style.ContentHeight
}

// leastTail is the share of a page that the last part of a table has at least, if another way to set
// the table can spare its page.
const leastTail = 0.35

// trimmed is a topic with a table of which the last part took a small share of a page, set tighter or
// in three columns so that it takes none; natural where that does not help, and in running text,
// where more follows on the page.
func (m Maker) trimmed(
	t *content.Topic, natural *builder, pages *flow.Packer,
) (*builder, error) {
	if m.RunningText {
		return natural, nil
	}
	ends := func(b *builder) (page int, used fonts.Mm) {
		tried := pages.Fork()
		m.lay(slices.Clone(b.bands), tried)
		return tried.Ends()
	}
	last, used := ends(natural)
	if used >= style.ContentHeight*leastTail {
		return natural, nil
	}
	for _, a := range []attempt{
		{space: 1, height: 1, tight: true},
		{space: 1, height: 1, thirds: true},
		{space: 1, height: 1, tight: true, thirds: true},
	} {
		b, err := m.attempted(t, a, pages)
		if err != nil {
			return nil, err
		}
		if page, _ := ends(b); page < last {
			return b, nil
		}
	}
	return natural, nil
}

// foldable reports whether an attempt can change a topic's height: what a table needs, it needs.
func foldable(t *content.Topic) bool {
	for _, b := range t.Blocks {
		if b.Kind == content.TableBlock {
			return false
		}
	}
	return true
}

func (m Maker) attempted(
	t *content.Topic, a attempt, pages *flow.Packer,
) (*builder, error) {
	b := &builder{
		set: m.Set, words: m.Words, charts: m.Charts, runningText: m.RunningText,
		template: t.Template, heads: pages.Waiting(), attempt: a,
		other: Forms{},
	}
	b.add(m.head(t, pages.Begun()))
	var w waiting
	blocks := t.Blocks
	if a.swapped {
		blocks = before(blocks)
	}
	for _, block := range blocks {
		if err := w.take(b, block); err != nil {
			return nil, err
		}
	}
	if err := w.close(b); err != nil {
		return nil, err
	}
	if len(b.bands) > 1 {
		b.bands[1].Before = b.belowHead()
	}
	return b, nil
}

// head is a topic's head; in a running text a smaller one, which starts a page only when it follows
// nothing.
func (m Maker) head(t *content.Topic, follows bool) flow.Band {
	id := wording.TopicID(t)
	box := m.Set.Head(id, t.Kicker, t.Headline, t.Question)
	if m.RunningText {
		box = m.Set.SmallHead(id, t.Headline, t.Question)
	}
	band := component.Beginning(box)
	for i := range band.Columns[0].Atoms {
		band.Columns[0].Atoms[i].Place = flow.Place(t.Pos)
	}
	switch {
	case t.Begins():
		band.NewPage, band.Even = true, true
	case m.RunningText && follows:
		band.NewPage, band.Before = false, topicSpace
	}
	return band
}
