package flow

import "rapport/fonts"

// inText is what a cut inside a text may cost in evenness, rather than one before its heading: nobody
// wants the end of one text above the heading of the next.
const inText fonts.Mm = 15

// balance divides a stack where the taller part is lowest, but rather before a heading when that costs
// little.
//
// The right column begins with something that is repeated above it, of a height.
func balance(atoms []Atom, repeated fonts.Mm) (left, right []Atom) {
	best, cut := fonts.Mm(0), len(atoms)
	var above fonts.Mm
	below := height(atoms)
	for i := 1; i <= len(atoms); i++ {
		if i > 1 {
			above += atoms[i-1].Before
		}
		above += atoms[i-1].Height
		below -= atoms[i-1].Height
		if i < len(atoms) {
			below -= atoms[i].Before
		}
		if atoms[i-1].Bond != Loose && i < len(atoms) {
			continue
		}
		cost := above
		if i < len(atoms) {
			cost = max(above, below+repeated+height(atoms[i].Again))
		}
		if i < len(atoms) && atoms[i].Bond == Loose {
			cost += inText
		}
		if best == 0 || cost < best-slack {
			best, cut = cost, i
		}
	}
	return atoms[:cut], atoms[cut:]
}

// evened are the columns of a band's stack, as even as they can be and no higher than room; ok is false
// when they must be, which is found without walking over all of it.
func (b Band) evened(room fonts.Mm) (twin Band, ok bool) {
	n := fonts.Mm(len(b.Columns))
	var h fonts.Mm
	for i, a := range b.Stack {
		if i > 0 {
			h += a.Before
		}
		if h += a.Height; h > n*(room+maxSpace) {
			return Band{}, false
		}
	}
	twin = b.even(h)
	return twin, twin.Height() <= room+slack
}

// even are the columns of a band's stack of a height, as even as they can be: of two the taller is as
// low as it can be, more are each filled to the height that is the lowest for all.
func (b Band) even(stacked fonts.Mm) Band {
	if len(b.Columns) == 2 {
		return b.of(balance(b.Stack, b.repeated()))
	}
	low, high := stacked/fonts.Mm(len(b.Columns)), stacked+b.repeated()+maxSpace
	for high-low > 1 {
		if middle := (low + high) / 2; len(b.filled(middle, Wish).left) == 0 {
			high = middle
		} else {
			low = middle
		}
	}
	return b.filled(high, Wish).band
}

// maxSpace is more than the space above an atom that disappears at the top of a column.
const maxSpace fonts.Mm = 50

// filling is columns filled to a height, and what is left of the stack.
type filling struct {
	band Band
	left []Atom
}

// filled fills a band's columns with its stack, one after the other, each as far as room allows.
func (b Band) filled(room fonts.Mm, most Bond) filling {
	var columns [][]Atom
	left := b.Stack
	for i := range b.Columns {
		n := b.column(i, left).fit(room, most)
		columns, left = append(columns, left[:n:n]), left[n:]
		if n == 0 || len(left) == 0 {
			break
		}
	}
	return filling{b.of(columns...), left}
}

// twins makes a band of columns from the beginning of a stack: evened when all of it fits, else all as
// full as room allows. rest is what is left.
func (b Band) twins(room fonts.Mm, most Bond, foot func([]Footnote) fonts.Mm) (twin Band, rest []Atom) {
	if twin, ok := b.evened(room); ok && twin.Height()+foot(twin.footnotes()) <= room+slack {
		return twin, nil
	}
	var notes []Footnote // of the try at hand
	fits := func(twin Band) bool {
		notes = twin.appendFootnotes(notes[:0])
		return twin.Height()+foot(notes) <= room+slack
	}
	alone := 0
	for r := room - foot(nil); r > 0; r-- { // notes lower the room, by a millimetre at a time
		try := b.filled(r, most)
		first := len(try.band.Columns[0].Atoms)
		if first == 0 {
			break
		}
		if fits(try.band) {
			return try.band, try.left
		}
		if alone == 0 && fits(b.of(b.Stack[:first])) {
			alone = first // the notes of the other columns are too many
		}
	}
	return b.of(b.Stack[:alone]), b.Stack[alone:]
}

// column is the i-th column of the band with atoms of its stack. Those after the first always go on
// from the one before.
func (b Band) column(i int, atoms []Atom) Column {
	c := b.Columns[min(i, len(b.Columns)-1)]
	c.Atoms = atoms
	c.continued = c.continued || i > 0
	return c
}

// repeated is the height of what is repeated above all columns but the first.
func (b Band) repeated() fonts.Mm { return b.column(1, nil).head() }

// of is the band with its stack divided into columns, of which the last may be missing.
func (b Band) of(columns ...[]Atom) Band {
	out := b
	out.Stack, out.Columns = nil, nil
	for i, atoms := range columns {
		if i == 0 || len(atoms) > 0 {
			out.Columns = append(out.Columns, b.column(i, atoms[:len(atoms):len(atoms)]))
		}
	}
	return out
}
