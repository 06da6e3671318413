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

// evened is balance for a stack of which the two columns can be no higher than room; ok is false when
// they must be, which is found without walking over all of it.
func evened(atoms []Atom, room, repeated fonts.Mm) (left, right []Atom, ok bool) {
	var h fonts.Mm
	for i, a := range atoms {
		if i > 0 {
			h += a.Before
		}
		if h += a.Height; h > 2*room+maxSpace {
			return nil, nil, false
		}
	}
	left, right = balance(atoms, repeated)
	return left, right, true
}

// maxSpace is more than the space above an atom that disappears at the top of a column.
const maxSpace fonts.Mm = 50

// twins makes a band of two columns from the beginning of a stack: evened when all of it fits, else both
// as full as room allows. rest is what is left, n how many atoms of the stack are placed.
func (b Band) twins(room fonts.Mm, most Bond, foot func([]Footnote) fonts.Mm) (twin Band, rest []Atom) {
	if left, right, ok := evened(b.Stack, room, b.repeated()); ok {
		if twin := b.of(left, right); twin.Height()+foot(twin.footnotes()) <= room+slack {
			return twin, nil
		}
	}
	var notes []Footnote // of the try at hand
	fits := func(twin Band) bool {
		notes = twin.appendFootnotes(notes[:0])
		return twin.Height()+foot(notes) <= room+slack
	}
	alone := 0
	for r := room - foot(nil); r > 0; r-- { // notes lower the room, by a millimetre at a time
		l := b.column(0, b.Stack).fit(r, most)
		if l == 0 {
			break
		}
		n := l + b.column(1, b.Stack[l:]).fit(r, most)
		if twin = b.of(b.Stack[:l], b.Stack[l:n]); fits(twin) {
			return twin, b.Stack[n:]
		}
		if alone == 0 && fits(b.of(b.Stack[:l], nil)) {
			alone = l // the notes of the right column are too many
		}
	}
	return b.of(b.Stack[:alone], nil), b.Stack[alone:]
}

// column is the i-th column of the band with atoms of its stack. The second always goes on from the
// first.
func (b Band) column(i int, atoms []Atom) Column {
	c := b.Columns[min(i, len(b.Columns)-1)]
	c.Atoms = atoms
	c.continued = c.continued || i > 0
	return c
}

// repeated is the height of what is repeated above the second column.
func (b Band) repeated() fonts.Mm { return b.column(1, nil).head() }

// of is the band with its stack divided.
func (b Band) of(left, right []Atom) Band {
	out := b
	out.Stack, out.Columns = nil, []Column{b.column(0, left[:len(left):len(left)])}
	if len(right) > 0 {
		out.Columns = append(out.Columns, b.column(1, right[:len(right):len(right)]))
	}
	return out
}
