// Package wording is what a report says around its figures and texts by itself, in words and
// numbers, the same in every edition.
//
// # The idea
//
// An author writes findings and prose, and counts; a report adds much that nobody wrote: captions
// with their base and their notes on how a chart is read, tables of all answers, what stands below
// a large number, the key to the cover's colours, the numbers of footnotes, the names of
// cross-references, how to cite, the contents. All of that is computed here, once, from the report
// alone. An edition decides where it sits and how it looks: on paper that is layout/part and
// layout/topic.
//
// So nothing here knows a page number, a millimetre, a colour or a component. A colour is an index
// in the order of the groups; a page number is added by the edition that has pages.
//
// # Vocabulary
//
// A [Words] is the words of one report. A base is how many answered, "n = 62". A withheld number is
// one that privacy keeps back; a colon stands for it, and a note in the caption says so. The signs
// of a chart or table are that colon and the asterisk of a change inside its margin of error. A
// destination is what a link can lead to, by an id that is the same in every edition.
//
// # Where to start
//
// [New], then the file that is named after the thing: [Words.Caption], [Words.Table],
// [Words.CountList], [Words.KeyFigure], [Words.Ring], [Words.Contents], [Words.Colophon],
// [Words.Reference]. A caption comes after the drawing, because it depends on the form that was
// drawn.
//
// To add something that a report says: a method of Words in a file of its own, that gives plain
// values. Fixed words of a language are not written here but in content's Terms. Whatever prints a
// count or a share takes it from number.go, which knows what is withheld.
//
// # Left out
//
// Prose is the author's and goes to an edition as it is; so do headings and titles. The words
// inside a chart, and its alternative text, are made in charts, where it is known what was drawn.
package wording

import (
	"rapport/content"
)

// Words is the words of one report. It does not change and may be shared between goroutines.
type Words struct {
	Terms     content.Terms
	report    *content.Report
	locale    content.Locale
	withheld  content.Withheld
	footnotes map[*content.Note]footnote
}

// New makes the words of a report, in its language.
func New(r *content.Report) *Words {
	return &Words{
		Terms: r.Terms(), report: r, locale: r.Locale(), withheld: r.Withheld(),
		footnotes: numbered(r),
	}
}

// Clean is a text without soft hyphens: they are for the setting of lines, not for metadata,
// bookmarks, alternative texts and comparisons.
func Clean(s string) string { return content.WithoutSoftHyphens(s) }
