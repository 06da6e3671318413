package text

import (
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Style is how a stretch of text looks and in which language it is hyphenated.
type Style struct {
	Font     vector.Font
	Color    vector.Color
	Language string // "nb", "nn", "en"; "" is not hyphenated
}

// Span is a stretch of text in one style. Mark is the caller's: it comes back on every Run made from
// the span (a link's number, say), and zero means nothing.
type Span struct {
	Text  string
	Style Style
	Mark  int
}

// Glyph is a shaped glyph. Lengths are font units of the run's face.
type Glyph struct {
	ID      uint16
	Advance int32 // with kerning
	X, Y    int32 // offset from the pen, y up
	says    said
}

// NewGlyph is a glyph that stands for a text.
func NewGlyph(id uint16, advance int32, text string) Glyph {
	return Glyph{ID: id, Advance: advance, says: saidOf(text)}
}

// Text is what the glyph's cluster stands for; on the first glyph of a cluster only. Most glyphs
// stand for one character; a ligature stands for two or three; a drawn hyphen at a line's end for
// U+00AD.
func (g *Glyph) Text() string { return g.says.text() }

// Run is glyphs of one face, size and colour on a line. They come in the order of the text: from right
// to left, the first one stands at the run's right edge.
type Run struct {
	Face     *fonts.Face
	Size     fonts.Pt
	Tracking float64 // em, added after every glyph
	Color    vector.Color
	Language string
	Mark     int
	Glyphs   []Glyph
	X        fonts.Pt // of its left edge, from the line's
	Width    fonts.Pt // without the space at the line's end
	// Parted says that the line ends in the run and within a word: it goes on with the next line.
	Parted bool

	RightToLeft bool
}

// Line is one set line. Its runs come in the order of the text, which is not that of their places where
// scripts run from right to left. Its text, run after run, is the paragraph's text from the break before to the
// break after, with the space at a break kept as the last glyph (invisible, not counted in Width), so
// that extracted lines join to the paragraph again.
type Line struct {
	Runs  []Run
	Width fonts.Pt // without trailing space

	Hyphenated bool // ends inside a word, with a hyphen that the text does not have
	Strained   bool // ends inside a word that is divided only because it is wider than the line
	Overfull   bool // wider than it may be: a single letter is
}

// Strained reports whether, in any of the lines, a word had to be divided or reaches past the end
// for want of room, so that smaller type may help.
func Strained(lines []Line) bool {
	return slices.ContainsFunc(lines, func(l Line) bool { return l.Strained || l.Overfull })
}
