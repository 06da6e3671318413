// Package flow turns bands of content into maroto pages: rows in, pages out.
//
// maroto's rows never split, and a row taller than its page loses what is below the edge. So
// content comes here as atoms that need no splitting (two lines of a paragraph, a table row, a
// chart), stacked in the columns of a Band. A band breaks over pages between atoms, each column for
// itself, where nothing asks to be kept together. What cannot fit on a page of its own is an error
// that names its place in the content; nothing is dropped and nothing overprints.
//
// Start with Pack. Rows and columns become maroto's row and col on its twelve-column grid; heights
// are millimetres.
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

// Atom is a component of known height that stays in one piece.
type Atom struct {
	Component core.Component
	Height    fonts.Mm
	Before    fonts.Mm   // space above, dropped at the top of a column
	Keep      bool       // on the same page as the next atom of the column
	Place     Place      // for errors and proofs
	Footnotes []Footnote // those that the atom refers to: they stand at the foot of its page
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

// Footnote is a note at the foot of the page of its mark.
type Footnote struct {
	Component core.Component
	Height    fonts.Mm
}

// footnoteSpace is the space above the first footnote of a page, its rule included.
const footnoteSpace fonts.Mm = 5

// Column is a stack of atoms on some columns of the grid.
type Column struct {
	Start, Span int      // first column from 0, and number of columns
	Inset       fonts.Mm // space left free at the left
	Atoms       []Atom
	Repeat      []Atom // drawn again on top of every page but the first
}

// Band is a row of columns side by side, tops aligned.
type Band struct {
	Columns []Column
	Before  fonts.Mm // space above, dropped at the top of a page
	Keep    bool     // on the same page as the beginning of the next band
	Whole   bool     // moved to a new page rather than broken, when it fits on one
	NewPage bool     // starts a page
	Under   *frame.Tag
}

// Placed is a band, or a part of one, on a page.
type Placed struct {
	Y    fonts.Mm
	Band Band
}

// Page is what has come to lie on one page.
type Page struct {
	Placed    []Placed
	Used      fonts.Mm   // height from the top to the lowest band's end
	Footnotes []Footnote // in order
}

// Height is the height of a column's atoms.
func (c Column) Height() fonts.Mm { return height(c.Atoms) }

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

// footnotes are those of atoms, and their height.
func footnotes(atoms []Atom) (all []Footnote, h fonts.Mm) {
	for _, a := range atoms {
		for _, n := range a.Footnotes {
			all, h = append(all, n), h+n.Height
		}
	}
	return all, h
}

// foot is the height of the band's footnotes.
func (b Band) foot() fonts.Mm {
	var h fonts.Mm
	for _, c := range b.Columns {
		_, n := footnotes(c.Atoms)
		h += n
	}
	return h
}

// Height is the height of the band's tallest column.
func (b Band) Height() fonts.Mm {
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

// Pack lays bands on pages of the given height. The error names the place of the first atom that is
// taller than a page.
func Pack(bands []Band, page fonts.Mm) ([]Page, error) {
	p := packer{limit: page}
	for i := range bands {
		if err := p.place(bands[i], bands[i+1:]); err != nil {
			return nil, err
		}
	}
	return p.pages, nil
}

// slack forgives rounding when heights add up to just the page.
const slack fonts.Mm = 0.01

type packer struct {
	limit fonts.Mm
	pages []Page
	open  bool
	y     fonts.Mm
	foot  fonts.Mm // height of the page's footnotes
}

// footWith is the height of the page's foot with more footnotes.
func (p *packer) footWith(more fonts.Mm) fonts.Mm {
	foot := more
	if p.open {
		foot += p.foot
	}
	if foot > 0 {
		foot += footnoteSpace
	}
	return foot
}

func (p *packer) place(b Band, next []Band) error {
	if b.NewPage {
		p.open = false
	}
	for {
		before := b.Before
		if !p.open {
			before = 0
		}
		room := p.limit - p.y - before
		if !p.open {
			room = p.limit
		}
		all := room - p.footWith(b.foot())
		if b.Height() <= all+slack && (!p.open || p.nextFits(b, next, all-b.Height())) {
			p.put(b, before)
			return nil
		}
		head, tail, ok := p.splitAbove(b, room)
		if !ok || (p.open && b.Whole && b.Height() <= p.limit+slack) || (p.open && b.Keep) {
			if !p.open {
				return tooTall(b, p.limit)
			}
			p.open = false
			continue
		}
		p.put(head, before)
		p.open = false
		b = tail
	}
}

// nextFits reports whether, when b is to be kept with the next band, the beginning of that fits
// too.
func (p *packer) nextFits(b Band, next []Band, room fonts.Mm) bool {
	if !b.Keep || len(next) == 0 || next[0].NewPage {
		return true
	}
	n := next[0]
	room -= n.Before
	need := n.Height()
	if !n.Whole && !n.Keep {
		need = n.least()
	}
	if need > p.limit-b.Height()-n.Before {
		return true // they cannot share a page anyway
	}
	return need <= room+slack && p.nextFits(n, next[1:], room-n.Height())
}

// least is the height of the smallest beginning of a band.
func (b Band) least() fonts.Mm {
	var h fonts.Mm
	for _, c := range b.Columns {
		h = max(h, height(c.Atoms[:c.first()]))
	}
	return h
}

// first is how many atoms of a column stay together with the first.
func (c Column) first() int {
	n := min(1, len(c.Atoms))
	for n < len(c.Atoms) && c.Atoms[n-1].Keep {
		n++
	}
	return n
}

func (p *packer) put(b Band, before fonts.Mm) {
	if !p.open {
		p.pages = append(p.pages, Page{})
		p.open, p.y, p.foot = true, 0, 0
	}
	page := &p.pages[len(p.pages)-1]
	page.Placed = append(page.Placed, Placed{Y: p.y + before, Band: b})
	p.y += before + b.Height()
	page.Used = p.y
	for _, c := range b.Columns {
		more, h := footnotes(c.Atoms)
		page.Footnotes = append(page.Footnotes, more...)
		p.foot += h
	}
}

// splitAbove divides a band where room ends above the footnotes of what stays: the more stays, the
// higher they reach, so room is given up in small steps until both fit. On a fresh page the
// columns' beginnings alone are tried last, because one height for all columns may leave too many
// footnotes.
func (p *packer) splitAbove(b Band, room fonts.Mm) (head, tail Band, ok bool) {
	const step fonts.Mm = 1
	fits := func(head Band) bool { return head.Height()+p.footWith(head.foot()) <= room+slack }
	for r := room - p.footWith(0); ; r -= step {
		head, tail, ok = split(b, func(c Column) int { return fit(c.Atoms, r) })
		if !ok {
			break
		}
		if fits(head) {
			return head, tail, !tail.empty()
		}
	}
	if !p.open {
		if head, tail, ok = split(b, Column.first); ok && fits(head) {
			return head, tail, !tail.empty()
		}
	}
	return Band{}, Band{}, false
}

// split divides a band after so many atoms of each column as count says; all of it may stay. ok is
// false when some column does not begin.
func split(b Band, count func(Column) int) (head, tail Band, ok bool) {
	head, tail = b, b
	head.Columns, tail.Columns = nil, nil
	head.Keep, tail.NewPage = false, false
	for _, c := range b.Columns {
		n := count(c)
		if n == 0 && len(c.Atoms) > 0 {
			return Band{}, Band{}, false
		}
		first, rest := c, c
		first.Atoms, rest.Atoms = c.Atoms[:n:n], c.Atoms[n:]
		if len(rest.Atoms) > 0 {
			rest.Atoms = append(kept(c.Repeat), rest.Atoms...)
		}
		head.Columns, tail.Columns = append(head.Columns, first), append(tail.Columns, rest)
	}
	return head, tail, true
}

// empty reports whether no column has atoms.
func (b Band) empty() bool {
	return !slices.ContainsFunc(b.Columns, func(c Column) bool { return len(c.Atoms) > 0 })
}

// kept are atoms that each stay with what follows, so that a repeated head never stands alone.
func kept(atoms []Atom) []Atom {
	out := make([]Atom, len(atoms))
	for i, a := range atoms {
		a.Keep = true
		out[i] = a
	}
	return out
}

// Fit is how many atoms fit in a height, ending where nothing asks to be kept.
func Fit(atoms []Atom, height fonts.Mm) int { return fit(atoms, height) }

// fit is how many atoms fit in room, ending where nothing asks to be kept.
func fit(atoms []Atom, room fonts.Mm) int {
	var h fonts.Mm
	n := 0
	for i, a := range atoms {
		if i > 0 {
			h += a.Before
		}
		h += a.Height
		if h > room+slack {
			break
		}
		if !a.Keep || i == len(atoms)-1 {
			n = i + 1
		}
	}
	return n
}

// tooTall says what of a band does not fit on a page of its own: the beginnings of its columns,
// alone or with their footnotes.
func tooTall(b Band, limit fonts.Mm) error {
	tall := &Error{Limit: limit}
	for _, c := range b.Columns {
		piece := c.Atoms[:c.first()]
		_, foot := footnotes(piece)
		if h := height(piece); h > tall.Height || tall.Place == (Place{}) {
			tall.Height, tall.Place = max(h, tall.Height), placeOf(piece)
		}
		tall.Foot += foot
	}
	if tall.Foot > 0 {
		tall.Foot += footnoteSpace
	}
	return tall
}

// placeOf is the first place that is known of some atoms.
func placeOf(atoms []Atom) Place {
	for _, a := range atoms {
		if a.Place != (Place{}) {
			return a.Place
		}
	}
	return Place{}
}

// Error says that something is taller than a page.
type Error struct {
	Place  Place
	Height fonts.Mm // of what must stay together
	Foot   fonts.Mm // of its footnotes, which must stand on the same page; 0 for none
	Limit  fonts.Mm
}

// Error is Reason behind its place.
func (e *Error) Error() string {
	if e.Place == (Place{}) {
		return e.Reason()
	}
	return e.Place.String() + ": " + e.Reason()
}

// Reason says what is too tall, without its place.
func (e *Error) Reason() string {
	what := "this needs"
	if e.Foot > 0 {
		what = "this and its footnotes need"
	}
	return fmt.Sprintf("%s %.0f mm and must stay together, but a page has %.0f mm",
		what, e.Height+e.Foot, e.Limit)
}
