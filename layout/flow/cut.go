package flow

import (
	"slices"

	"rapport/fonts"
)

// slack forgives rounding when heights add up to just the page.
const slack fonts.Mm = 0.01

// within says whether a band is no higher than room, without walking further than that.
func (b Band) within(room fonts.Mm) bool {
	if b.Stack != nil {
		_, ok := b.evened(room)
		return ok
	}
	return !slices.ContainsFunc(b.Columns, func(c Column) bool { return !c.within(room) })
}

func (c Column) within(room fonts.Mm) bool {
	h := c.head()
	for i, a := range c.Atoms {
		if i > 0 || h > 0 {
			h += a.Before
		}
		if h += a.Height; h > room+slack {
			return false
		}
	}
	return h <= room+slack
}

// head is the height of what is repeated above a column's atoms.
func (c Column) head() fonts.Mm { return height(c.again()) }

// notes are the footnotes of a band's atoms, in order.
func (b Band) footnotes() []Footnote { return b.appendFootnotes(nil) }

func (b Band) appendFootnotes(all []Footnote) []Footnote {
	for _, a := range b.Stack {
		all = append(all, a.Footnotes...)
	}
	for _, c := range b.Columns {
		for _, a := range c.Atoms {
			all = append(all, a.Footnotes...)
		}
	}
	return all
}

// claim is the room that footnotes ask for on the page of their marks: all of each, or of one that is
// taller than most its beginning.
func claim(notes []Footnote, most fonts.Mm) fonts.Mm {
	var h fonts.Mm
	for _, n := range notes {
		h += min(height(n.Atoms), most)
	}
	return h
}

// cut divides a band so that what stays, with its footnotes, is no higher than room; of gives the height
// of the foot for more footnotes. It ends columns where bonds are weaker than most. ok is false when some
// column cannot begin there.
func (b Band) cut(room fonts.Mm, most Bond, foot func([]Footnote) fonts.Mm) (head, tail Band, ok bool) {
	ends := b.ends(room)
	// The more stays the more notes come along, so the highest end that fits is found by halving.
	n, _ := slices.BinarySearchFunc(ends, 0, func(r fonts.Mm, _ int) int {
		head, _, _ := b.at(r, most)
		if head.Height()+foot(head.footnotes()) <= room+slack {
			return -1
		}
		return 1
	})
	if n == 0 {
		return Band{}, Band{}, false
	}
	return b.at(ends[n-1], most)
}

// ends are the heights at which an atom of some column ends, up to room, in order.
func (b Band) ends(room fonts.Mm) []fonts.Mm {
	var ends []fonts.Mm
	for _, c := range b.Columns {
		h := c.head()
		for i, a := range c.Atoms {
			if i > 0 || h > 0 {
				h += a.Before
			}
			if h += a.Height; h > room+slack {
				break
			}
			ends = append(ends, h)
		}
	}
	slices.Sort(ends)
	return ends
}

// at divides a band at a height. ok is false when a column cannot begin above it, or nothing lies below.
func (b Band) at(room fonts.Mm, most Bond) (head, tail Band, ok bool) {
	head, tail = b, b
	head.Columns, tail.Columns = make([]Column, len(b.Columns)), make([]Column, len(b.Columns))
	head.Keep, tail.NewPage = false, false
	head.Scale, tail.Scale = nil, nil
	begins, moved := true, false
	for i, c := range b.Columns {
		n := c.fit(room, most)
		begins = begins && (n > 0 || len(c.Atoms) == 0)
		first, rest := c, c
		first.Atoms, rest.Atoms = c.Atoms[:n:n], c.Atoms[n:]
		rest.continued = true
		moved = moved || len(rest.Atoms) > 0
		head.Columns[i], tail.Columns[i] = first, rest
	}
	for i := range tail.Columns {
		if len(tail.Columns[i].Atoms) == 0 {
			tail.Columns[i].continued = false
		}
	}
	return head, tail, begins && moved
}

// fit is how many of the column's atoms fit in room, ending at a bond weaker than most.
func (c Column) fit(room fonts.Mm, most Bond) int {
	if head := c.head(); head > 0 {
		room -= head
		if len(c.Atoms) > 0 {
			room -= c.Atoms[0].Before
		}
	}
	return fit(c.Atoms, room, most)
}

// fit is how many atoms fit in room, ending at a bond weaker than most.
func fit(atoms []Atom, room fonts.Mm, most Bond) int {
	var h fonts.Mm
	n := 0
	for i, a := range atoms {
		if i > 0 {
			h += a.Before
		}
		if h += a.Height; h > room+slack {
			break
		}
		if a.Bond < most || i == len(atoms)-1 {
			n = i + 1
		}
	}
	return n
}

// least is the height of the smallest beginning of a band: of each column what hangs together.
func (b Band) least(most Bond) fonts.Mm {
	if b.Stack != nil {
		return height(beginning(b.Stack, most))
	}
	var h fonts.Mm
	for _, c := range b.Columns {
		if len(c.Atoms) > 0 {
			h = max(h, c.head()+height(beginning(c.Atoms, most)))
		}
	}
	return h
}

// leastNotes are the footnotes of the smallest beginning of a band.
func (b Band) leastNotes(most Bond) []Footnote {
	first := Band{Stack: beginning(b.Stack, most)}
	for _, c := range b.Columns {
		first.Columns = append(first.Columns, Column{Atoms: beginning(c.Atoms, most)})
	}
	return first.footnotes()
}

func beginning(atoms []Atom, most Bond) []Atom {
	end := 0
	for end < len(atoms)-1 && atoms[end].Bond >= most {
		end++
	}
	return atoms[:min(end+1, len(atoms))]
}

// part divides a band inside the atoms that room cuts through.
func (b Band) part(room fonts.Mm) (head, tail Band, ok bool) {
	head, tail = b, b
	head.Columns, tail.Columns = make([]Column, len(b.Columns)), make([]Column, len(b.Columns))
	head.Keep, tail.NewPage = false, false
	head.Scale, tail.Scale = nil, nil
	for i, c := range b.Columns {
		first, rest, parted := c.part(room)
		if !parted && !c.within(room) {
			return Band{}, Band{}, false
		}
		ok = ok || parted
		head.Columns[i], tail.Columns[i] = first, rest
	}
	return head, tail, ok
}

// lastLines are two lines of a heading, or more, which go along with what it heads.
const lastLines fonts.Mm = 12

// part divides a column where room ends, inside an atom when it must. What a heading heads begins
// with it: it goes along with its heading or is divided below it; a heading that takes more than half
// of the room and leaves none is divided itself.
func (c Column) part(room fonts.Mm) (first, rest Column, ok bool) {
	first, rest = c, c
	rest.Atoms, rest.continued = nil, false
	if c.within(room) {
		return first, rest, false
	}
	fits := c.fit(room, Bound+1)
	n := fits
	for n > 0 && c.Atoms[n-1].Bond == Bound {
		n--
	}
	if first, rest, ok = c.inside(n, room, room); !ok && n < fits {
		first, rest, ok = c.inside(fits, room, room)
		if tall := c.Atoms[n].Height; !ok && tall > room/2 {
			first, rest, ok = c.inside(n, room, tall-lastLines)
		}
	}
	switch {
	case ok:
		return first, rest, true
	case n == 0:
		return c, rest, false
	}
	first, rest = c, c
	first.Atoms, rest.Atoms, rest.continued = c.Atoms[:n:n], c.Atoms[n:], true
	return first, rest, true
}

// inside divides a column inside its n-th atom, which keeps at most a height.
func (c Column) inside(n int, room, most fonts.Mm) (first, rest Column, ok bool) {
	first, rest = c, c
	first.Atoms, rest.Atoms = c.Atoms[:n:n], nil
	left := room - first.Height()
	if n > 0 || first.head() > 0 {
		left -= c.Atoms[n].Before
	}
	if c.Atoms[n].Part == nil {
		return first, rest, false
	}
	head, tail, ok := c.Atoms[n].Part(min(left, most))
	if !ok {
		return first, rest, false
	}
	first.Atoms = append(first.Atoms, head)
	rest.Atoms = append([]Atom{tail}, c.Atoms[n+1:]...)
	rest.continued = true
	return first, rest, true
}

// Divide divides a stack where room ends: where its bonds are weakest, or inside an atom when it
// must. head is empty when not even its beginning fits.
func Divide(atoms []Atom, room fonts.Mm) (head, tail []Atom) {
	if (Column{Atoms: atoms}).within(room) {
		return atoms, nil
	}
	for _, most := range []Bond{Wish, Bound} {
		if n := fit(atoms, room, most); n > 0 {
			return atoms[:n:n], atoms[n:]
		}
	}
	first, rest, ok := Column{Atoms: atoms}.part(room)
	if !ok {
		return nil, atoms
	}
	return first.Atoms, rest.Atoms
}
