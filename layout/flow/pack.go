package flow

import (
	"slices"

	"rapport/fonts"
)

// noteBegun is the room that a page keeps for the beginning of a footnote that goes on to the next.
const noteBegun fonts.Mm = 12

// footnoteSpace is the space above the first footnote of a page, its rule included.
const footnoteSpace fonts.Mm = 5

// Packer lays bands on pages. A band that is to stay with the next waits for it.
type Packer struct {
	limit   fonts.Mm
	least   float64 // the share of a page that is too little when more could stand there
	pages   *leaf   // the last page
	open    bool    // more may come on the last page
	y       fonts.Mm
	foot    fonts.Mm // height of the page's footnotes
	carried []Atom   // lines of footnotes for the pages to come
	waiting []Band   // bands that stay with the one to come
	units   []unit   // of running text, those that are on the last two pages
}

// leaf is a page with the one before it. Forks share the pages before the last.
type leaf struct {
	page   Page
	number int // from 1
	before *leaf
}

// NewPacker makes a packer for pages of the given height.
func NewPacker(height fonts.Mm) *Packer { return &Packer{limit: height, least: ShortPage} }

// NewRunningPacker makes a packer for pages of running text, of which more is filled before what is
// to be whole moves to the next.
func NewRunningPacker(height fonts.Mm) *Packer { return &Packer{limit: height, least: HalfPage} }

// Fork is a copy that goes its own way.
func (p *Packer) Fork() *Packer {
	f := *p
	f.waiting, f.carried = slices.Clip(p.waiting), slices.Clip(p.carried)
	f.units = slices.Clip(p.units)
	if p.pages != nil {
		last := *p.pages
		last.page.Placed, last.page.Footnotes = slices.Clip(last.page.Placed), slices.Clip(last.page.Footnotes)
		f.pages = &last
	}
	return &f
}

// Add lays bands below those before.
func (p *Packer) Add(bands ...Band) {
	for _, b := range bands {
		if b.Keep {
			p.waiting = append(p.waiting, b)
			continue
		}
		p.lay(p.waiting, b)
		p.waiting = nil
	}
}

// Pages ends the flow and gives its pages, on which charts have grown where there is room to spare: bands that still wait for a next one are placed without it,
// and footnotes that go on get the pages that they need.
func (p *Packer) Pages() []Page {
	p.flush()
	p.pullEnd()
	for p.open = p.open && len(p.carried) == 0; len(p.carried) > 0; p.open = false {
		p.begin()
	}
	var out []Page
	for l := p.pages; l != nil; l = l.before {
		out = append(out, l.page)
	}
	slices.Reverse(out)
	for i := range out {
		out[i].grow(p.limit)
	}
	return out
}

func (p *Packer) flush() {
	if n := len(p.waiting); n > 0 {
		heads, last := p.waiting[:n-1], p.waiting[n-1]
		p.waiting = nil
		p.lay(heads, last)
	}
}

// Begun says whether anything has been added.
func (p *Packer) Begun() bool { return p.pages != nil || len(p.waiting) > 0 }

// Waiting is the height of the bands that wait for the next one.
func (p *Packer) Waiting() fonts.Mm { return Total(p.waiting) }

// Used is how much of the last page is taken, what waits included; 0 when the next band begins a page.
func (p *Packer) Used() fonts.Mm {
	f := p.Fork()
	f.flush()
	if !f.open {
		return 0
	}
	return f.y
}

// Ends is on which page, from 1, what has been added ends, and how much of that is taken, what waits
// included.
func (p *Packer) Ends() (page int, used fonts.Mm) {
	f := p.Fork()
	f.flush()
	return f.count(), f.y
}

// Shortest is how much is taken of the page, among those from a number on and but the last, of which
// the least is taken; what waits is included. Without such a page it is the height of one.
func (p *Packer) Shortest(from int) fonts.Mm {
	f := p.Fork()
	f.flush()
	least := f.limit
	for l := f.pages; l != nil && l.number >= from; l = l.before {
		if l != f.pages {
			least = min(least, l.page.Used)
		}
	}
	return least
}

// count is the number of pages that have begun.
func (p *Packer) count() int {
	if p.pages == nil {
		return 0
	}
	return p.pages.number
}

// together places heads and the band whose beginning they stay with: each head ends where there is
// room below it for what follows.
func (p *Packer) together(heads []Band, b Band) {
	if len(heads) > 0 && heads[0].NewPage {
		p.open = false
	}
	b = p.lowered(heads, b)
	for i, h := range heads {
		h.NewPage = false
		stays := i > 0 && heads[i-1].heads()
		p.place(h, place{stays: stays, below: p.below(heads[i+1:], b, h.least(Bound))})
	}
	b.NewPage = b.NewPage && len(heads) == 0
	p.place(b, place{stays: len(heads) > 0 && heads[len(heads)-1].heads()})
}

// heads says whether a band ends with a heading, which is never the last on its page if another has
// room for more. Other bands that are kept with the next, as a lead, may be.
func (b Band) heads() bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool {
		n := len(c.Atoms)
		return n > 0 && c.Atoms[n-1].Bond == Bound
	})
}

// below is the room that heads and the beginning of the band after them need on one page, all of the
// band when it is to be whole and there is room for that; 0 when no page has the room below above. A
// tall band among the heads, as a table that waits for its caption, is enough by its own beginning.
func (p *Packer) below(heads []Band, b Band, above fonts.Mm) fonts.Mm {
	var h fonts.Mm
	for i, head := range heads {
		if !head.heads() && head.Height() > p.limit/3 {
			return p.below(heads[:i], head, above)
		}
		h += head.Before + head.Height() + p.footFor(head.footnotes())
	}
	h += b.Before
	if b.Whole && !p.short() && b.within(p.limit-above-h) {
		whole := h + b.Height() + p.ownFoot(b.footnotes())
		if above+whole <= p.limit {
			return whole
		}
	}
	for _, most := range []Bond{Wish, Bound} {
		least := h + b.least(most)
		if noted := least + p.ownFoot(b.leastNotes(most)); above+noted <= p.limit {
			return noted
		}
		if above+least <= p.limit {
			return least
		}
	}
	if i := slices.IndexFunc(heads, func(head Band) bool { return !head.heads() }); i >= 0 {
		return p.below(heads[:i], heads[i], above)
	}
	if b.parts() && above+h+begun <= p.limit {
		return h + begun
	}
	return 0
}

// begun is the room below a heading for the beginning of what is taller than the page below it and
// parts: enough for a heading of its own and some lines.
const begun fonts.Mm = 45

// parts says whether a band begins with atoms that can part.
func (b Band) parts() bool {
	if len(b.Stack) > 0 {
		return b.Stack[0].Part != nil
	}
	return !slices.ContainsFunc(b.Columns, func(c Column) bool {
		return len(c.Atoms) > 0 && c.Atoms[0].Part == nil
	})
}

// short says whether the page has begun but would be left too little filled if it ended: then a band
// that is to be whole rather breaks.
func (p *Packer) short() bool {
	return p.open && len(p.last().Placed) > 0 && p.y < p.limit*fonts.Mm(p.least)
}

// ShortPage is the share of a page that is too little when more could stand there (DESIGN.md,
// "Keeping together and giving way").
const ShortPage = 0.4

// HalfPage is the share of a page that is too little in running text, and for which charts are drawn
// lower.
const HalfPage = 0.6

// footFor is the height of a foot with nothing but these notes.
func (p *Packer) footFor(notes []Footnote) fonts.Mm { return claim(notes, p.limit/3) }

// footWith is the height of the page's foot with more footnotes.
func (p *Packer) footWith(more []Footnote) fonts.Mm {
	foot := claim(more, p.limit/3)
	if p.open {
		foot += p.foot
	}
	if foot > 0 {
		foot += footnoteSpace
	}
	return foot
}

// place is where a band is to begin.
type place struct {
	begun bool     // on a page that has begun already
	stays bool     // there, below its head
	below fonts.Mm // room to leave below its end
}

// movable says whether the band may as well begin a page.
func (p place) movable() bool { return p.begun && !p.stays }

// place lays a band on the page and the ones to come. A band that stays begins here, if it can.
func (p *Packer) place(b Band, at place) {
	if b.NewPage && !at.stays {
		p.open = false
	}
	for {
		if !p.open && len(p.carried) > 0 {
			p.begin()
		}
		room := p.limit
		if p.open {
			room -= p.y
		}
		empty := !p.open || len(p.last().Placed) == 0
		if !empty {
			room -= b.Before
		}
		at.begun = !empty || p.open && p.foot > 0
		head, tail, done := p.divide(b, room, at)
		if head != nil {
			p.put(*head)
		}
		if done {
			return
		}
		if head == nil && empty {
			p.fill()
		}
		p.open = false
		if head != nil {
			tail.Even = false
			b, at.stays = tail, p.goOn(tail, at.below)
		}
	}
}

// goOn begins the page on which a band goes on with what stands above it there, if the band has that
// and the page has room for both and what is to follow: then the band stays below.
func (p *Packer) goOn(b Band, below fonts.Mm) bool {
	if len(b.Above) == 0 {
		return false
	}
	p.begin()
	above := Band{Columns: []Column{{Span: Columns, Atoms: b.Above}}, Under: b.Under}
	least := b.least(Bound) + p.footWith(b.leastNotes(Bound)) + below
	if above.Height()+b.Before+least > p.limit {
		return false
	}
	p.put(above)
	return true
}

// divide says what of a band goes on the page: all (done), a beginning with a tail for the next
// page, or nothing, when the band rather begins a page.
func (p *Packer) divide(b Band, room fonts.Mm, at place) (head *Band, tail Band, done bool) {
	if b.Stack != nil {
		return p.divideStack(b, room, at)
	}
	fits := b.within(room) && b.Height()+p.footWith(b.footnotes()) <= room+slack
	if fits && (at.stays || b.Height()+p.footWith(b.footnotes())+at.below <= room+slack) {
		return &b, Band{}, true // what stays was given room for all below it, unless no page has it
	}
	if fits {
		room -= at.below // something of it goes along to the next page
	}
	movable := at.movable()
	if movable && b.Whole && !p.short() && b.within(p.limit-p.ownFoot(b.footnotes())) {
		return nil, b, false
	}
	if first, rest, ok := b.cut(room, Wish, p.footWith); ok {
		return &first, rest, false
	}
	if movable && (b.least(Wish) <= p.limit || room < p.limit/3) {
		return nil, b, false
	}
	if first, rest, ok := b.cut(room, Bound, p.footWith); ok {
		return &first, rest, false
	}
	if !fits {
		if first, rest, ok := b.part(room - p.footWith(nil)); ok {
			return &first, rest, false
		}
	}
	if at.stays {
		if first, rest, ok := p.stay(b, room); ok {
			return first, rest, len(rest.Columns) == 0
		}
	}
	if at.begun {
		return nil, b, false
	}
	if fits {
		return &b, Band{}, true
	}
	return p.whatever(b, room)
}

// stay divides a band that stays below its head: what fits with the beginning of its footnotes, which
// go on to the next pages, or else a part that fits with all of them, or at last what fits without
// any: then they stand on the next pages. rest is empty when nothing is left.
func (p *Packer) stay(b Band, room fonts.Mm) (first *Band, rest Band, ok bool) {
	if b.within(room - p.footWith(nil) - noteBegun) {
		return &b, Band{}, true
	}
	for _, most := range []Bond{Wish, Bound} {
		if head, tail, ok := b.cut(room, most, p.footBegun); ok {
			return &head, tail, true
		}
	}
	if head, tail, ok := b.part(room - p.footWith(b.footnotes())); ok {
		return &head, tail, true
	}
	if b.within(room - p.footWith(nil)) {
		return &b, Band{}, true
	}
	if head, tail, ok := b.cut(room, Bound, p.footKept); ok {
		return &head, tail, true
	}
	return nil, b, false
}

// footBegun is the height of the page's foot with the beginning of more footnotes.
func (p *Packer) footBegun(more []Footnote) fonts.Mm {
	return min(p.footWith(more), p.footWith(nil)+footnoteSpace+noteBegun)
}

// footKept is the height of the page's foot when more footnotes go to the next pages.
func (p *Packer) footKept([]Footnote) fonts.Mm { return p.footWith(nil) }

// ownFoot is the height of the foot of a page that has no other footnotes.
func (p *Packer) ownFoot(notes []Footnote) fonts.Mm {
	if foot := p.footFor(notes); foot > 0 {
		return foot + footnoteSpace
	}
	return 0
}

// whatever puts on a page, that nothing has been placed on, what no rule can divide: the most that fits
// between any two atoms, with its notes going on to the next pages, or an atom that reaches below the
// edge. When footnotes that go on have taken the room, the next page may have more.
func (p *Packer) whatever(b Band, room fonts.Mm) (head *Band, tail Band, done bool) {
	room -= p.footWith(nil)
	if b.within(room) {
		return &b, Band{}, true
	}
	for _, most := range []Bond{Wish, Bound, Bound + 1} {
		if first, rest, ok := b.at(room, most); ok {
			return &first, rest, false
		}
	}
	if p.open && p.foot > 0 {
		return nil, b, false
	}
	if first, rest, ok := b.at(b.least(Bound+1), Bound+1); ok {
		return &first, rest, false
	}
	return &b, Band{}, true
}

// divideStack is divide for a text that runs through columns.
func (p *Packer) divideStack(b Band, room fonts.Mm, at place) (head *Band, tail Band, done bool) {
	if twin, rest := b.twins(room-at.below, Wish, p.footWith); len(rest) == 0 {
		return &twin, Band{}, true
	}
	if b.within(room) { // something of it goes along to the next page, if that parts no lines
		if twin, rest := b.twins(room-at.below, Wish, p.footWith); len(twin.Columns[0].Atoms) > 0 {
			return &twin, b.rest(rest), false
		}
	}
	for _, most := range []Bond{Wish, Bound, Bound + 1} {
		twin, rest := b.twins(room, most, p.footWith)
		switch {
		case len(rest) == 0:
			return &twin, Band{}, true
		case len(twin.Columns[0].Atoms) > 0:
			return &twin, b.rest(rest), false
		case at.movable() && (b.least(Wish) <= p.limit || room < p.limit/3):
			return nil, b, false
		}
	}
	if at.stays {
		for _, foot := range []func([]Footnote) fonts.Mm{p.footBegun, p.footKept} {
			twin, rest := b.twins(room, Bound, foot)
			switch {
			case len(rest) == 0:
				return &twin, Band{}, true
			case len(rest) < len(b.Stack):
				return &twin, b.rest(rest), false
			}
		}
	}
	if part := b.Stack[0].Part; part != nil {
		if head, tail, ok := part(room - p.footWith(nil)); ok {
			first := b.of([]Atom{head})
			return &first, b.rest(append([]Atom{tail}, b.Stack[1:]...)), false
		}
	}
	if at.begun || p.open && p.foot > 0 && b.Stack[0].Height > room-p.footWith(nil) {
		return nil, b, false
	}
	first := b.of(b.Stack[:1])
	if len(b.Stack) == 1 {
		return &first, Band{}, true
	}
	return &first, b.rest(b.Stack[1:]), false
}

// rest is the band with what is left of its stack.
func (b Band) rest(stack []Atom) Band {
	b.Stack, b.NewPage, b.Scale, b.tail = stack, false, nil, true
	b.Columns = slices.Clone(b.Columns)
	for i := range b.Columns {
		b.Columns[i].continued = true
	}
	return b
}

func (p *Packer) last() *Page { return &p.pages.page }

// begin opens a page; footnotes that go on take at most half of it, unless nothing else comes.
func (p *Packer) begin() {
	p.pages = &leaf{number: p.count() + 1, before: p.pages}
	p.open, p.y, p.foot = true, 0, 0
	n := fit(p.carried, p.limit/2-footnoteSpace, Bound+1)
	if n == 0 && len(p.carried) > 0 {
		n = 1
	}
	p.last().Footnotes = append(p.last().Footnotes, p.carried[:n]...)
	p.foot = height(p.carried[:n])
	p.carried = p.carried[n:]
}

// fill gives a page that nothing else comes to lie on to the footnotes that go on.
func (p *Packer) fill() {
	n := fit(p.carried, p.limit-footnoteSpace-p.foot, Bound+1)
	p.last().Footnotes = append(p.last().Footnotes, p.carried[:n]...)
	p.carried = p.carried[n:]
}

// put lays a band on the page.
func (p *Packer) put(b Band) {
	before := b.Before
	if !p.open {
		p.begin()
	}
	page := p.last()
	if len(page.Placed) == 0 {
		before = 0
	}
	page.Even = page.Even || b.Even && len(page.Placed) == 0
	h := b.Height()
	page.Placed = append(page.Placed, Placed{Y: p.y + before, Band: b})
	p.y += before + h
	page.Used = p.y
	if p.y > p.limit+slack {
		page.Over = append(page.Over, b.tallest())
	}
	p.note(b.footnotes())
}

// tallest is the first atom of the column that is too tall.
func (b Band) tallest() Atom {
	var tall Atom
	for _, c := range b.Columns {
		for _, a := range c.Atoms {
			if a.Height > tall.Height {
				tall = a
			}
		}
	}
	return tall
}

// note sets footnotes at the foot of the page, as far as there is room; the rest goes on.
func (p *Packer) note(notes []Footnote) {
	page := p.last()
	for _, n := range notes {
		room := p.limit - p.y - p.foot - footnoteSpace
		fits := len(n.Atoms)
		if len(p.carried) > 0 {
			fits = 0
		} else if height(n.Atoms) > room+slack {
			fits = fit(n.Atoms, room, Bound+1)
		}
		page.Footnotes = append(page.Footnotes, n.Atoms[:fits]...)
		p.foot += height(n.Atoms[:fits])
		p.carried = append(p.carried, n.Atoms[fits:]...)
	}
}
