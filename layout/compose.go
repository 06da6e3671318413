// Package layout sets a report on paper: content in, frames out.
//
// # The idea
//
// [Compose] is the one function. It goes through the report in reading order (cover, colophon,
// contents, the year in figures, chapters with their openers and topics, method, back cover) and
// records pages. Page numbers depend on the layout and the layout on page numbers, so it goes
// through until the numbers stand still, at most eight times.
//
// # Vocabulary
//
// A pass is one run through the report. A band is a row of columns on a page, an atom what stays in
// one piece (package flow). A destination is what page numbers and links refer to, by its id.
//
// # Where to start
//
// compose.go has the passes, book.go the order of a book. What a report says around its figures is
// layout/wording, a page with a form of its own is a template of layout/part, a topic becomes bands
// in layout/topic, a paragraph or table is set by layout/component in the measures of layout/style.
// Package flow packs the bands on pages, and maroto renders the pages onto layout/grid, which
// records frames.
//
// # Left out
//
// Nothing here knows TOML or PDF. There is no clock and no randomness: the same content gives the
// same frames.
package layout

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/part"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/topic"
	"rapport/layout/wording"
)

// Options are what is not in the content.
type Options struct {
	// Shaper may be shared between the reports of a batch; nil makes a new one.
	Shaper *text.Shaper
	// Warn is told what is set in another way than the author asked for, in the order of places,
	// unless loading has told of it; nil tells nobody.
	Warn func(content.Problem)
}

// Warm parses the faces of the house design, which otherwise are parsed when the first word is set.
// It may run while something else does; without it everything comes out the same.
func Warm() {
	if sheet, err := style.New(fonts.SchibstedGrotesk, fonts.SourceSerif); err == nil {
		for _, weight := range []int{400, 500, 600, 700} {
			sheet.Heading(weight)
		}
		sheet.Body(400, true)
		sheet.Body(600, false)
	}
}

// Cross-references print page numbers, and their width can move what they refer to: numbers may turn
// back and forth for ever. From the fourth pass they are therefore set in places of one width, so that
// the next pass finds the same pages; most reports need three. The maximum is there to be noticed.
const (
	freePasses    = 3
	maximumPasses = 8
)

// Compose sets a report. What cannot be set is a content.Problems error with the place in the content.
func Compose(r *content.Report, o Options) (*frame.Document, error) {
	c, err := newComposer(r, o)
	if err != nil {
		return nil, err
	}
	pages, figures := part.Pages{}, 0
	for n := range maximumPasses {
		if n >= freePasses {
			figures = max(figures, pages.Figures())
		}
		p := c.newPass(pages, figures)
		if err := p.book(); err != nil {
			return nil, problem(r, r.Pos, err)
		}
		document, err := p.paper.Grid.Document()
		if err != nil {
			return nil, err
		}
		found := p.found()
		if maps.Equal(pages, found) {
			document.Info = c.info()
			if document.Beside, err = p.numbers(); err != nil {
				return nil, problem(r, r.Pos, err)
			}
			document.Attachments = c.attached(document.Beside)
			document.Bookmarks = p.bookmarks()
			c.warn(o.Warn)
			return document, nil
		}
		pages = found
	}
	err = fmt.Errorf("the page numbers do not settle in %d passes", maximumPasses)
	return nil, problem(r, r.Pos, err)
}

// warn tells of the blocks that are drawn in another form than their authors asked for, because that
// had no room.
func (c *composer) warn(tell func(content.Problem)) {
	if tell == nil {
		return
	}
	told := map[*content.Block]bool{}
	for _, w := range c.report.Warnings() {
		told[w.Block] = true
	}
	var all []content.Problem
	for b, form := range c.charts.Other {
		if told[b] {
			continue
		}
		line := c.report.Line(b.Pos)
		all = append(all, content.Problem{
			Pos: b.Pos, Line: line, Width: wordAt(line, b.Pos.Column),
			Text: fmt.Sprintf("form = %q has no room here; it is drawn as %q", b.Form, form),
			Hint: "shorten the labels, or leave form out",
		})
	}
	slices.SortFunc(all, func(a, b content.Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
	})
	for _, p := range all {
		tell(p)
	}
}

// composer is what stays the same from pass to pass.
type composer struct {
	report *content.Report
	words  *wording.Words
	sheet  *style.Sheet
	shaper *text.Shaper
	charts *topic.Charts
	memo   *component.Memo
	ground style.Ground // of the covers
}

func newComposer(r *content.Report, o Options) (*composer, error) {
	sheet, err := style.Brand(r.Brand)
	if err != nil {
		return nil, problem(r, r.Pos, err)
	}
	ground, err := part.CoverGround(sheet, r)
	if err != nil {
		return nil, problem(r, r.Cover.Pos, err)
	}
	shaper := o.Shaper
	if shaper == nil {
		shaper = text.NewShaper()
	}
	shaper = shaper.WithLanguage(r.Language)
	return &composer{
		report: r, words: wording.New(r), sheet: sheet, shaper: shaper, ground: ground,
		charts: topic.NewCharts(sheet, shaper), memo: component.NewMemo(),
	}, nil
}

// pass is one run through the report, with the page numbers that the one before has found.
type pass struct {
	report *content.Report
	ground style.Ground // of the covers
	paper  part.Paper
	topics topic.Maker
}

// newPass begins a pass. The page numbers of cross-references get room for so many figures; 0 gives
// each what it needs.
func (c *composer) newPass(pages part.Pages, figures int) *pass {
	r, words := c.report, c.words
	body, ink := c.sheet.Type.Body.Font, c.sheet.Color.Ink
	plain := text.Style{Font: body, Color: ink, Language: r.Language}
	set := &component.Setter{
		Sheet: c.sheet, Shaper: c.shaper, Language: r.Language, Terms: words.Terms, Memo: c.memo,
		Number: words.Footnote, Figures: figures,
		Refer: func(ref content.Ref) component.Referral { return refer(words, pages, ref) },
	}
	return &pass{
		report: r, ground: c.ground,
		paper: part.Paper{
			Report: r, Words: words, Set: set, Grid: grid.New(c.shaper, plain), Pages: pages,
		},
		topics: topic.Maker{Set: set, Words: words, Charts: c.charts, RunningText: !r.Plan.Openers},
	}
}

// refer is what a cross-reference prints on paper: "Figur 3, side 7".
func refer(words *wording.Words, pages part.Pages, ref content.Ref) component.Referral {
	name, id := words.Reference(ref)
	page := words.Terms.Page + "\u00a0"
	switch ref.Kind {
	case content.RefPage:
		return component.Referral{Words: page, Page: pages.Of(id), ID: id}
	case content.RefFigure:
		return component.Referral{Words: name, ID: id}
	}
	return component.Referral{Words: name + ", " + page, Page: pages.Of(id), ID: id}
}

// found are the page numbers of all that can be referred to, as the pages have been drawn.
func (p *pass) found() part.Pages {
	found := part.Pages{}
	for _, id := range p.paper.Words.Destinations() {
		if d, ok := p.paper.Grid.Marked(id); ok {
			found[id] = strconv.Itoa(d.Page + 1)
		}
	}
	return found
}
