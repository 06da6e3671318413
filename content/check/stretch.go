package check

import (
	"slices"
	"strconv"

	"rapport/content"
)

// cut is a place between two numbers: just below a number (side -1) or just above it (side 1). Time
// is measured in minutes, all else in itself.
type cut struct {
	value float64
	side  int
}

func (a cut) before(b cut) bool {
	return a.value < b.value || a.value == b.value && a.side < b.side
}

// Cuts below and above all numbers.
var (
	lowest  = cut{-1 << 60, -1}
	highest = cut{1 << 60, 1}
)

// stretch is the numbers that some words name: «31–40 timer», «3 år eller mindre», «under 30».
type stretch struct {
	low, up     cut
	unit        float64 // of time, in minutes; 0: it is measured in none
	named       bool    // a unit of any kind stands there
	per         string  // in how long a time: "uken" in "3 dager i uken"
	loose       bool    // its upper end may belong to it or not: «innan eitt år»
	first, last int     // tokens, last not included
}

// quantity is a number with its unit.
type quantity struct {
	value float64
	unit  float64 // of time, in minutes; 0: none
	named bool    // a unit of any kind
	per   string
	next  int
}

// stretchAt reads a stretch that begins at token i.
func (l *lexicon) stretchAt(toks []token, i int) (s stretch, ok bool) {
	if n, _ := l.bands.atLeast.at(toks, i); n > 0 {
		return l.open(toks, i, i+n, -1, true)
	}
	if n, _ := l.bands.above.at(toks, i); n > 0 {
		return l.open(toks, i, i+n, 1, true)
	}
	if n, _ := l.bands.below.at(toks, i); n > 0 {
		return l.open(toks, i, i+n, -1, false)
	}
	if n, within := l.bands.atMost.at(toks, i); n > 0 {
		s, ok = l.open(toks, i, i+n, 1, false)
		s.loose = within != 0
		return s, ok
	}
	if l.bands.between.has(wordAt(toks, i)) {
		if a, ok := l.quantity(toks, i+1); ok && l.and.has(wordAt(toks, a.next)) {
			if b, ok := l.quantity(toks, a.next+1); ok {
				return closed(a, b, i), true
			}
		}
		return s, false
	}
	return l.stretchOf(toks, i)
}

// open is a stretch without one end, whose number stands at token k.
func (l *lexicon) open(toks []token, i, k, side int, upward bool) (s stretch, ok bool) {
	if k < len(toks) && toks[k].text == "-" && toks[k].glued {
		k++ // "the under-30s"
	}
	q, ok := l.quantity(toks, k)
	if !ok {
		return s, false
	}
	s = stretch{low: lowest, up: highest, first: i, last: q.next, unit: q.unit, named: q.named,
		per: q.per}
	if end := (cut{q.minutes(), side}); upward {
		s.low = end
	} else {
		s.up = end
	}
	return s, true
}

func (q quantity) minutes() float64 {
	if q.unit > 0 {
		return q.value * q.unit
	}
	return q.value
}

// closed is a stretch with both ends.
func closed(a, b quantity, first int) stretch {
	if a.unit == 0 {
		a.unit = b.unit
	}
	return stretch{low: cut{a.minutes(), -1}, up: cut{b.minutes(), 1}, unit: b.unit,
		named: b.named, per: b.per, first: first, last: b.next}
}

// stretchOf reads a stretch that begins with its number: «3–5 år», «fire til sju dager», «3 år
// eller mindre», «fem eller flere», «40 +», «2 dager».
func (l *lexicon) stretchOf(toks []token, i int) (s stretch, ok bool) {
	a, ok := l.quantity(toks, i)
	if !ok {
		return s, false
	}
	mark := func(k int, text ...string) bool {
		return k < len(toks) && toks[k].kind == markToken && slices.Contains(text, toks[k].text)
	}
	if mark(a.next, "–", "-", "—") || l.to.has(wordAt(toks, a.next)) {
		if b, ok := l.quantity(toks, a.next+1); ok && b.value > a.value*quotient(a, b) {
			return closed(a, b, i), true
		}
	}
	if mark(a.next, "+") {
		return l.after(a, i, a.next+1, true, toks), true
	}
	a = l.thing(toks, a)
	if n, _ := l.bands.orMore.at(toks, a.next); n > 0 {
		return l.after(a, i, a.next+n, true, toks), true
	}
	if n, _ := l.bands.orLess.at(toks, a.next); n > 0 {
		return l.after(a, i, a.next+n, false, toks), true
	}
	return stretch{low: cut{a.minutes(), -1}, up: cut{a.minutes(), 1}, unit: a.unit,
		named: a.named, per: a.per, first: i, last: a.next}, true
}

// thing is a quantity with its noun, which the lexicon need not know: «tre barn eller flere», «80
// prosent eller mer».
func (l *lexicon) thing(toks []token, q quantity) quantity {
	more, _ := l.bands.orMore.at(toks, q.next+1)
	less, _ := l.bands.orLess.at(toks, q.next+1)
	if q.named || more+less == 0 || wordAt(toks, q.next) == "" &&
		!(q.next < len(toks) && toks[q.next].text == "%") {
		return q
	}
	q.named, q.next = true, q.next+1
	return q
}

// quotient is the second unit in the first, 1 when one of them has none.
func quotient(a, b quantity) float64 {
	if a.unit > 0 && b.unit > 0 {
		return a.unit / b.unit
	}
	return 1
}

// after is a stretch whose words follow the number.
func (l *lexicon) after(q quantity, first, next int, upward bool, toks []token) stretch {
	if unit := l.measures.of(wordAt(toks, next)); unit > 0 && q.unit == 0 {
		q.unit, q.named, next = float64(unit), true, next+1 // "three or more days"
		q.per, next = l.per(toks, next)
	}
	s := stretch{low: lowest, up: highest, unit: q.unit, named: q.named, per: q.per, first: first,
		last: next}
	if upward {
		s.low = cut{q.minutes(), -1}
	} else {
		s.up = cut{q.minutes(), 1}
	}
	return s
}

// quantity reads a number in digits or words, and its unit: 31, «tre dager i uken», «ein halvtime».
func (l *lexicon) quantity(toks []token, i int) (q quantity, ok bool) {
	switch {
	case i >= len(toks):
		return q, false
	case toks[i].kind == digitsToken:
		d, next, ok := (&reader{toks: toks, lex: l}).literal(i)
		if !ok || d.Places > 0 {
			return q, false
		}
		q.value, q.next = d.Float(), next
	default:
		n, next, ok := l.read(toks, i)
		w := wordAt(toks, i)
		if k := l.bands.times.of(w); k > 0 && !l.as.has(wordAt(toks, i+1)) {
			return quantity{value: float64(k), named: true, next: i + 1}, true
		}
		if l.article.has(w) || l.ones.has(w) {
			n, next, ok = 1, i+1, l.measures.of(wordAt(toks, i+1)) > 0 || l.units.has(wordAt(toks,
				i+1)) || l.to.has(wordAt(toks, i+1)) // "a year"
		}
		if !ok {
			return q, false
		}
		q.value, q.next = float64(n), next
	}
	if unit := l.measures.of(wordAt(toks, q.next)); unit > 0 {
		q.unit, q.named = float64(unit), true
		q.per, q.next = l.per(toks, q.next+1)
	} else if l.units.has(wordAt(toks, q.next)) {
		q.named = true
		q.next++ // "fire gonger eller fleire"
	}
	return q, true
}

// per reads «i uken», «a month» after a unit.
func (l *lexicon) per(toks []token, i int) (per string, next int) {
	if l.bands.per.has(wordAt(toks, i)) && l.measures.of(wordAt(toks, i+1)) > 0 {
		return strconv.Itoa(l.measures.of(wordAt(toks, i+1))), i + 2
	}
	return "", i
}

// ladder is the answers of a figure that lie in the order of their numbers.
type ladder struct {
	steps []step  // lowest first
	unit  float64 // of time, in minutes; 0: none
	units []float64
	named bool   // the labels have a unit that is none of time
	head  string // the word that numbers them: "trinn" of «trinn 8», "" for none
}

// step is an answer on a ladder: one with a stretch, or without one at an end («Samme dag»).
type step struct {
	answer int
	low    [2]cut // where it may begin: from, to
	up     [2]cut // where it may end
	per    string
	told   bool // its label tells the stretch
	own    stretch
}

// ladderOf is the ladder of a figure's answers, nil when fewer than two labels are stretches or
// they stand in no order.
func (c *checker) ladderOf(f *content.Figure) *ladder {
	l := c.lex
	var all []step
	var unit float64
	var units []float64
	head := ""
	told, falls, named, bands := 0, 0, false, 0
	for _, a := range f.Answers {
		if s, ok := l.stretchIn(c.labelTokens(a.Label)); ok && !a.Residual {
			if w := wordAt(c.labelTokens(a.Label), s.first-1); l.numbered.has(w) {
				head = w
			}
			unit = max(unit, s.unit)
			units = append(units, s.unit)
			named = named || s.named && s.unit == 0
			bands++
		}
	}
	if bands < 2 {
		return nil
	}
	for i, a := range f.Answers {
		if a.Residual {
			continue
		}
		toks := c.labelTokens(a.Label)
		s, ok := l.stretchIn(toks)
		if ok {
			told++
			s = s.in(unit)
		}
		if n := len(all); ok && n > 0 && all[n-1].told && s.low.before(all[n-1].low[0]) &&
			s.per == all[n-1].per {
			falls++
		}
		all = append(all, step{answer: i, low: [2]cut{s.low, s.low}, up: [2]cut{s.up, s.up},
			per: s.per, told: ok, own: s})
	}
	if told < 2 || 2*told < len(all) {
		return nil
	}
	if falls > 0 {
		slices.Reverse(all)
	}
	out := &ladder{steps: all, unit: unit, units: units, named: named, head: head}
	out.join()
	return out
}

// in is a stretch without a unit in one that its surroundings tell.
func (s stretch) in(unit float64) stretch {
	if s.unit > 0 || unit == 0 {
		return s
	}
	for _, c := range []*cut{&s.low, &s.up} {
		if *c != lowest && *c != highest {
			c.value *= unit
		}
	}
	s.unit = unit
	return s
}

// bare is a stretch of time without its unit.
func (s stretch) bare() stretch {
	for _, c := range []*cut{&s.low, &s.up} {
		if *c != lowest && *c != highest && s.unit > 0 {
			c.value /= s.unit
		}
	}
	s.unit = 0
	return s
}

// exact says whether a stretch is one number.
func (s stretch) exact() bool { return s.low.value == s.up.value }

// stretchIn finds the stretch that a label begins with; only small words may stand before it.
func (l *lexicon) stretchIn(toks []token) (s stretch, ok bool) {
	for i := range toks {
		if s, ok := l.stretchAt(toks, i); ok {
			return s, true
		}
		if toks[i].kind != wordToken || !l.naming.small.has(toks[i].text) {
			return s, false
		}
	}
	return s, false
}

// join lets neighbours meet: a cut that lies anywhere between the end of one and the beginning of
// the next parts them.
func (l *ladder) join() {
	for i := range l.steps {
		s := &l.steps[i]
		if !s.told {
			s.low, s.up = [2]cut{lowest, lowest}, [2]cut{highest, highest}
		}
	}
	for i := 1; i < len(l.steps); i++ {
		a, b := &l.steps[i-1], &l.steps[i]
		end, start := a.up[0], b.low[0]
		switch {
		case !a.told || a.per != b.per:
			end = start
		case !b.told:
			start = end
		}
		if start.before(end) {
			start, end = end, start
		}
		a.up, b.low = [2]cut{end, start}, [2]cut{end, start}
	}
}

// same is the answer whose label names just this stretch, nil when there is none.
func (l *ladder) same(s stretch) []int {
	s, ok := l.measured(s)
	for _, at := range l.steps {
		if ok && at.told && at.own.low == s.low && at.own.up == s.up &&
			(s.per == "" || at.per == "" || s.per == at.per) {
			return []int{at.answer}
		}
	}
	return nil
}

// measured is a stretch in the ladder's unit; it is not ok when they measure different things.
func (l *ladder) measured(s stretch) (out stretch, ok bool) {
	switch {
	case l.unit == 0:
		return s.bare(), (!l.named || s.unit == 0) && (l.named || !s.named || s.unit > 0)
	case s.unit == 0:
		return s.in(l.unit), !s.named
	}
	return s, slices.Contains(l.units, s.unit) || l.meets(s.low) && l.meets(s.up)
}

// meets says whether a cut is that of a label.
func (l *ladder) meets(c cut) bool {
	return c == lowest || c == highest || slices.ContainsFunc(l.steps, func(s step) bool {
		return s.told && (s.own.low.value == c.value || s.own.up.value == c.value)
	})
}

// within are the answers that make up a stretch exactly, nil when none do.
func (l *ladder) within(s stretch) []int {
	s, ok := l.measured(s)
	if !ok {
		return nil
	}
	first, last := -1, -1
	for i, at := range l.steps {
		if s.per != "" && at.per != "" && s.per != at.per {
			continue
		}
		if between(s.low, at.low) && (at.told || s.low == lowest && i == 0) && first < 0 {
			first = i
		}
		if between(s.up, at.up) && (at.told || s.up == highest && i == len(l.steps)-1) {
			last = i
		}
	}
	if last < 0 && s.loose {
		s.up.side, s.loose = -1, false
		return l.within(s)
	}
	if s.low == lowest {
		first = 0
	}
	if s.up == highest {
		last = len(l.steps) - 1
	}
	if first < 0 || last < first {
		return nil
	}
	var out []int
	for _, at := range l.steps[first : last+1] {
		out = append(out, at.answer)
	}
	slices.Sort(out)
	return out
}

func between(c cut, ends [2]cut) bool { return !c.before(ends[0]) && !ends[1].before(c) }
