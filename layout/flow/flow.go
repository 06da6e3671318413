// Package flow turns bands of content into maroto pages: rows in, pages out.
//
// # The idea
//
// maroto's rows never split, and a row taller than its page loses what is below the edge. So content
// comes here as atoms that need no splitting (two lines of a paragraph, a table row, a chart), stacked
// in the columns of a Band. A band breaks over pages between atoms, each column for itself. Nothing is
// refused, nothing is dropped and nothing overprints: what asks to stay together does so while a page
// can hold it, and gives way in an order when none can.
//
// # Giving way
//
// Bonds say how strongly atoms hold together. A page ends first where an atom is Loose; then, when what
// hangs together is taller than a page, where it only Wishes to stay; then inside an atom that can Part
// (a panel between its lines); never between a heading and what it heads. Footnotes stand at the foot
// of the page of their mark; one that is taller than a third of a page goes on at the foot of the next.
//
// # Vocabulary
//
// A Band is a row of columns side by side. A band with a Stack is two columns of one text, or more, read
// down the left one first on each page. A Packer lays bands on pages; a Fork of it tries something out.
//
// Start with Packer.Add and Packer.Pages. pack.go decides, cut.go divides bands, twin.go sets stacks in
// columns, and page.go draws a page with maroto. Heights are millimetres.
package flow

import (
	"fmt"
	"slices"

	"github.com/johnfercher/maroto/v2/pkg/core"

	"rapport/fonts"
	"rapport/layout/frame"
)

// Columns is the number of columns of the grid.
const Columns = 12

// Bond is how strongly an atom holds on to the next one of its column.
type Bond uint8

// Bonds, the weakest first.
const (
	Loose Bond = iota // a page may end here
	Wish              // one page for both, when what hangs together fits on one
	Bound             // never parted: a heading and what it heads
)

// Atom is a component of known height.
type Atom struct {
	Component core.Component
	Height    fonts.Mm
	Before    fonts.Mm   // space above, dropped at the top of a column
	Bond      Bond       // to the next atom of the column
	Place     Place      // in the content, for messages and proofs
	Footnotes []Footnote // footnotes that the atom refers to
	Again     []Atom     // drawn above it, below what the column repeats, when a column goes on with it

	// Part divides an atom that is taller than its place into one that fits and the rest; ok is false
	// when not even its beginning fits. Nil: it is one piece.
	Part func(room fonts.Mm) (head, tail Atom, ok bool)
}

// Place is where in the content something comes from; it has the form of content.Pos, which this
// package does not know. The zero Place is nowhere.
type Place struct {
	File         string
	Line, Column int // from 1
}

// String is file:line:column, "" for nowhere.
func (p Place) String() string {
	if p.File == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Footnote is a note at the foot of the page of its mark, as a stack of its lines.
type Footnote struct{ Atoms []Atom }

// Column is a stack of atoms on some columns of the grid.
type Column struct {
	Start, Span int      // first column from 0, and number of columns
	Inset       fonts.Mm // space left free at the left
	Atoms       []Atom
	Repeat      []Atom // drawn above the atoms on every page but the first
	continued   bool   // Repeat stands above
}

// Band is a row of columns side by side, tops aligned.
type Band struct {
	Columns []Column
	Stack   []Atom   // one text that runs through the columns, which then have no atoms of their own
	Above   []Atom   // drawn over the whole width above the band on every page but the first
	Before  fonts.Mm // space above, dropped at the top of a page
	Keep    bool     // on the same page as the beginning of the next band
	Whole   bool     // moved to a new page rather than broken, when it fits on one
	NewPage bool     // starts a page
	Even    bool     // starts one with an even number, when it starts one
	Under   *frame.Tag
	Belongs bool // to the band before: their page is set closer rather than that it begins the next
	tail    bool // the rest of a stack that began on the page before

	// Scale draws the charts of the band at a share of the height that they have, as near to it as they
	// can be drawn: taller when all that comes on their page is known and leaves room to spare, lower
	// where a page would else be left too little filled. ok is false when they stay as they are. Nil:
	// nothing in the band can be scaled.
	Scale    func(b Band, share float64) (scaled Band, ok bool)
	Scalable fonts.Mm // the height of what is scaled
}

// Placed is a band, or a part of one, on a page.
type Placed struct {
	Y    fonts.Mm
	Band Band
}

// Page is what has come to lie on one page.
type Page struct {
	Placed    []Placed
	Even      bool     // has an even number: a blank page stands before it where it must
	Used      fonts.Mm // height from the top to the lowest band's end
	Footnotes []Atom   // lines of footnotes, in order
	Over      []Atom   // what is taller than a page and cannot part; it reaches below the edge
}

// Height is the height of a column.
func (c Column) Height() fonts.Mm {
	again := c.again()
	if len(again) == 0 {
		return height(c.Atoms)
	}
	h := height(again)
	if len(c.Atoms) > 0 {
		h += c.Atoms[0].Before + height(c.Atoms)
	}
	return h
}

// stacked are all atoms of a column, the repeated ones first.
func (c Column) stacked() []Atom {
	again := c.again()
	if len(again) == 0 {
		return c.Atoms
	}
	return append(slices.Clip(again), c.Atoms...)
}

// again is what is repeated above a column that goes on.
func (c Column) again() []Atom {
	if !c.continued || len(c.Atoms) == 0 || len(c.Atoms[0].Again) == 0 {
		return c.repeated()
	}
	return append(slices.Clip(c.Repeat), c.Atoms[0].Again...)
}

func (c Column) repeated() []Atom {
	if !c.continued {
		return nil
	}
	return c.Repeat
}

// Height is the height of atoms below each other.
func Height(atoms []Atom) fonts.Mm { return height(atoms) }

func height(atoms []Atom) fonts.Mm {
	var h fonts.Mm
	for i, a := range atoms {
		if i > 0 {
			h += a.Before
		}
		h += a.Height
	}
	return h
}

// Height is the height of the band's tallest column; of a stack, that of its columns when they are as
// even as they can be.
func (b Band) Height() fonts.Mm {
	if b.Stack != nil {
		return b.even(height(b.Stack)).Height()
	}
	var h fonts.Mm
	for _, c := range b.Columns {
		h = max(h, c.Height())
	}
	return h
}

// Total is the height of bands stacked on one page.
func Total(bands []Band) fonts.Mm {
	var h fonts.Mm
	for i, b := range bands {
		if i > 0 {
			h += b.Before
		}
		h += b.Height()
	}
	return h
}

// Keep ties all atoms but the last to the next by a wish, unless a bond holds already.
func Keep(atoms []Atom) []Atom {
	for i := range atoms[:max(0, len(atoms)-1)] {
		atoms[i].Bond = max(atoms[i].Bond, Wish)
	}
	return atoms
}
