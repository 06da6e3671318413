// Package layout sets a report on paper: content in, frames out.
//
// # The idea
//
// [Compose] is the one function. It lists the quires of the book in reading order (cover, colophon,
// contents, the year in figures, of each chapter the opener and the topics, method, back cover) and
// composes each by itself, on all cores: a quire counts its pages from its own first one. What it
// prints of the rest of the book, page numbers above all, it asks for, and what it was told is
// written down. Page numbers depend on the layout and the layout on page numbers, so the quires that
// were told what no longer holds are composed again, until there are none. Then the quires are bound:
// their pages get their numbers, running heads and places in the document.
//
// # Vocabulary
//
// A quire is a stretch of pages that begins and ends with a page, a pass the composing of all quires
// that need it. A band is a row of columns on a page, an atom what stays in one piece (package flow). A
// destination is what page numbers and links refer to, by its id.
//
// # Where to start
//
// book.go has the order of a book, quire.go how a quire is composed, bind.go the passes, and
// binder.go when quires are bound. What a report says around its figures is layout/wording, a page
// with a form of its own is a template of layout/part, a topic becomes bands in layout/topic, a
// paragraph or table is set by layout/component in the measures of layout/style. Package flow packs
// the bands on pages, and maroto renders the pages onto layout/grid, which records frames.
//
// # Left out
//
// Nothing here knows TOML or PDF. There is no clock and no randomness: the same content gives the
// same frames, on one core or on many.
package layout

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/part"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Options are what is not in the content.
type Options struct {
	// Shaper may be shared between the reports of a batch; nil makes a new one.
	Shaper *text.Shaper
	// Bound is handed the pages of a quire, of which the first has an index in the document, as
	// soon as all is drawn on them, their labels are known and the tags under them have their
	// places. It is called for every page once, from several goroutines in no order, and not after
	// Compose has returned. What links lead to is known then. Items that are no longer needed may
	// be taken away. nil is told nothing.
	Bound func(first int, pages []*frame.Page)
	// Context, when it is done, ends Compose with its error; nil never is. A quire that is being
	// composed is finished first.
	Context context.Context
	// Warn is told what is set in another way than the author asked for, in the order of places,
	// unless loading has told of it; nil tells nobody.
	Warn func(content.Problem)
	// Alone says that nobody asks for the files beside the document: only those that are carried
	// inside are made.
	Alone bool
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

// Compose sets a report. What cannot be set is a content.Problems error with the place in the content.
func Compose(r *content.Report, o Options) (*frame.Document, error) {
	c, err := newComposer(r, o)
	if err != nil {
		return nil, err
	}
	b := newBook(c, o.Bound)
	if err := b.compose(); err != nil {
		if done := c.done(); done != nil {
			return nil, done
		}
		return nil, problem(r, r.Pos, err)
	}
	var beside []frame.Attachment
	var failed error
	var files sync.WaitGroup // which take long in a long report, and know the pages already
	files.Go(func() { beside, failed = b.numbers(o.Alone) })
	document, err := b.bind()
	files.Wait()
	if err := cmp.Or(err, failed); err != nil {
		return nil, problem(r, r.Pos, err)
	}
	document.Info, document.Beside = c.info(), beside
	document.Attachments = c.attached(document.Beside)
	document.Bookmarks = b.bookmarks()
	b.warn(o.Warn)
	return document, nil
}

// warn tells of the blocks that are drawn in another form than their authors asked for, because that
// had no room.
func (b *book) warn(tell func(content.Problem)) {
	if tell == nil {
		return
	}
	told := map[*content.Block]bool{}
	for _, w := range b.report.Warnings() {
		told[w.Block] = true
	}
	var all []content.Problem
	for _, q := range b.quires {
		for block, form := range q.other {
			if told[block] {
				continue
			}
			line := b.report.Line(block.Pos)
			all = append(all, content.Problem{
				Pos: block.Pos, Line: line, Width: wordAt(line, block.Pos.Column),
				Text: fmt.Sprintf("form = %q has no room here; it is drawn as %q", block.Form, form),
				Hint: "shorten the labels, or leave form out",
			})
		}
	}
	slices.SortFunc(all, func(a, b content.Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
	})
	for _, p := range all {
		tell(p)
	}
}

// composer is what all of the book is composed with.
type composer struct {
	report *content.Report
	words  *wording.Words
	sheet  *style.Sheet
	shaper *text.Shaper
	ground style.Ground // of the covers
	done   func() error // not nil when nobody wants the document any more
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
	done := func() error { return nil }
	if o.Context != nil {
		done = o.Context.Err
	}
	return &composer{
		report: r, words: wording.New(r), sheet: sheet, shaper: shaper, ground: ground, done: done,
	}, nil
}
