package privacy

import "slices"

// Given says whether a choice gives small counts away to who knows how cells are chosen: when so few
// numbers for all cells fit what is published that they can be gone through, and those that alike
// says would have led to the same choice agree on a small count (the minimality attack, see the
// package comment). It says no when there are more than so many, or when they are not found with
// bounded work: then none is so near to being the only one.
func (s *System) Given(c Choice, most int, alike func(counts []int) bool) bool {
	var small []int
	for i, cell := range s.cells {
		if cell.Small && !slices.Contains(c.Exposed, i) {
			small = append(small, i)
		}
	}
	if len(small) == 0 {
		return false
	}
	tables, complete := s.tables(c, most)
	if !complete {
		return false
	}
	for _, counts := range tables {
		differs := func(i int) bool { return counts[i] != s.cells[i].Count }
		if slices.ContainsFunc(small, differs) && alike(counts) {
			small = slices.DeleteFunc(small, differs)
		}
	}
	return len(small) > 0
}

// Withhold withholds a cell from the start.
func (s *System) Withhold(cell int) { s.cells[cell].Withheld = true }

// tables gives all numbers that the cells may have for a reader of a choice, the true ones among
// them; it is not complete when there are more than so many, or when it took too long.
func (s *System) tables(c Choice, most int) (tables [][]int, complete bool) {
	p := newProtector(s)
	p.withheld = c.Withheld
	e := enumeration{protector: p, most: most, left: make([]int, len(s.sums)),
		open: make([]int, len(s.sums)), known: make([]bool, len(s.cells)),
		counts: make([]int, len(s.cells))}
	for i, cell := range s.cells {
		if !p.free(i) || len(s.in[i]) == 0 {
			e.known[i], e.counts[i] = true, cell.Count
			continue
		}
		for _, t := range s.in[i] {
			e.left[t.at] += t.sign * cell.Count
			e.open[t.at]++
		}
	}
	if cells := len(e.known) - count(e.known); cells > cellsAtMost {
		return nil, false
	}
	e.search()
	return e.tables, !e.stopped
}

func count(known []bool) (n int) {
	for _, k := range known {
		if k {
			n++
		}
	}
	return n
}

// enumeration goes through the numbers of cells that are not told.
type enumeration struct {
	*protector
	most    int
	work    int
	stopped bool
	tables  [][]int

	counts []int
	known  []bool // cells whose number stands
	left   []int  // by sum: what the others must add up to
	open   []int  // by sum: how many they are
}

// An enumeration is of so many cells, and takes so many steps, at most.
const (
	cellsAtMost = 120
	stepsAtMost = 20_000
)

// search takes a sum with the fewest open cells, and goes through the numbers of one of them.
func (e *enumeration) search() {
	at := -1
	for k, n := range e.open {
		if n > 0 && (at < 0 || n < e.open[at]) {
			at = k
		}
	}
	if at < 0 {
		if len(e.tables) == e.most {
			e.stopped = true
			return
		}
		e.tables = append(e.tables, append([]int(nil), e.counts...))
		return
	}
	for _, u := range e.sums[at] {
		if !e.known[u.at] {
			e.try(at, u)
			return
		}
	}
}

// try goes through the numbers that a cell can have in a sum: one when it is the last, else those up
// to what is left, if all others are added too.
func (e *enumeration) try(at int, u term) {
	least := e.least(u.at)
	if e.open[at] == 1 {
		if n := e.left[at] * u.sign; n >= least {
			e.set(u.at, n)
		}
		return
	}
	top, bounded := e.left[at]*u.sign, true
	for _, v := range e.sums[at] {
		if v.at == u.at || e.known[v.at] {
			continue
		}
		bounded = bounded && v.sign == u.sign
		top -= e.least(v.at)
	}
	if !bounded { // try another sum that it stands in, or give up
		top = -1
		for _, t := range e.in[u.at] {
			if n, ok := e.top(u.at, t); ok && (top < 0 || n < top) {
				top = n
			}
		}
		if top < 0 {
			e.stopped = true
			return
		}
	}
	for n := least; n <= top && !e.stopped; n++ {
		e.set(u.at, n)
	}
}

// top is the most that a cell can be in a sum to which all its open cells are added.
func (e *enumeration) top(cell int, t term) (n int, ok bool) {
	n = e.left[t.at] * t.sign
	for _, v := range e.sums[t.at] {
		if v.at == cell || e.known[v.at] {
			continue
		}
		if v.sign != t.sign {
			return 0, false
		}
		n -= e.least(v.at)
	}
	return max(0, n), true
}

// set gives a cell a number, goes on, and takes it back.
func (e *enumeration) set(cell, n int) {
	if e.work++; e.work > stepsAtMost {
		e.stopped = true
		return
	}
	e.known[cell], e.counts[cell] = true, n
	fits := true
	for _, t := range e.in[cell] {
		e.left[t.at] -= t.sign * n
		e.open[t.at]--
		fits = fits && (e.open[t.at] > 0 || e.left[t.at] == 0)
	}
	if fits {
		e.search()
	}
	for _, t := range e.in[cell] {
		e.left[t.at] += t.sign * n
		e.open[t.at]++
	}
	e.known[cell] = false
}
