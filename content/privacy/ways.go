package privacy

import (
	"math"
	"slices"
)

// never is the cost of what cannot be withheld.
const never = math.MaxInt32

// What a search weighs: a cell that would have to be withheld, a sum that a way leaves open to be
// put right by a way of its own, and a step, so that short ways win. So many ways are joined at most.
const (
	cellCost = 1000
	openCost = 400
	stepCost = 1
	joins    = 64

	sumsAtOnce = 400 // with no more sums a program is tried too
)

// router finds ways: it moves one cell and puts right, one after the other, the sums that are off.
// Its memory is used again from way to way.
type router struct {
	p      *protector
	by     []int // how far each cell has been moved
	moved  []int // those that have been
	off    []int // what each sum lacks
	astray []int // those that may be off

	dist  []int // by node: a sum, and whether it is too large or too small
	from  []hop
	seen  []int
	queue queue

	linked bool // cells that stand in three sums and more have been met
	spent  int  // work on programs
}

// hop is how a node was come to: by moving a cell.
type hop struct{ node, cell, by int }

func newRouter(p *protector) router {
	n := len(p.sums)
	s := router{p: p, by: make([]int, len(p.cells)), off: make([]int, n), dist: make([]int, 2*n),
		from: make([]hop, 2*n)}
	for i := range s.dist {
		s.dist[i] = math.MaxInt
	}
	return s
}

// find finds a way that moves a cell so far, through cells that are withheld.
func (s *router) find(cell, by int) (w way, ok bool) {
	s.linked = false
	if w, ok = s.bit(cell, by, by, false); ok {
		return w, true
	}
	if w, ok = s.bit(cell, by, sign(by), false); ok {
		return w, true
	}
	if !s.linked && len(s.p.sums) > sumsAtOnce {
		return way{}, false // in a network the search misses nothing
	}
	return s.solve(cell, by, false)
}

// cheapest finds a way that may go through cells that are published, which must then be withheld:
// the cheapest of those that are found in one go, bit by bit, and by a program.
func (s *router) cheapest(cell, by int) (w way, ok bool) {
	least := math.MaxInt
	try := func(other way, found bool) {
		if !found {
			return
		}
		if cost := s.p.price(other); cost < least {
			w, ok, least = other, true, cost
		}
	}
	try(s.bit(cell, by, by, true))
	if by != sign(by) {
		try(s.bit(cell, by, sign(by), true))
	}
	if !ok || least > 3 && len(s.p.sums) <= sumsAtOnce {
		try(s.solve(cell, by, true))
	}
	return w, ok
}

func sign(by int) int {
	if by < 0 {
		return -1
	}
	return 1
}

// bit finds a way in one go, or bit by bit where cells on the way have not so much to give.
func (s *router) bit(cell, by, bit int, open bool) (w way, ok bool) {
	defer s.clear()
	for range by / bit {
		if !s.push(cell, bit, open) {
			return way{}, false
		}
	}
	return s.way(), true
}

// way is what has been moved.
func (s *router) way() way {
	w := way{of: 1}
	slices.Sort(s.moved)
	for _, c := range slices.Compact(s.moved) {
		if s.by[c] != 0 {
			w.steps = append(w.steps, step{c, s.by[c]})
		}
	}
	return w
}

// clear forgets what has been moved.
func (s *router) clear() {
	for _, c := range s.moved {
		s.by[c] = 0
	}
	for _, e := range s.astray {
		s.off[e] = 0
	}
	s.moved, s.astray = s.moved[:0], s.astray[:0]
}

// push moves a cell and puts all sums right. Where it cannot, what it moved stays moved.
func (s *router) push(cell, by int, open bool) bool {
	s.move(cell, by)
	for range joins {
		at := -1
		for _, e := range s.astray { // from a short sum, since there is less to look at
			if s.off[e] != 0 && (at < 0 || len(s.p.sums[e]) < len(s.p.sums[at])) {
				at = e
			}
		}
		if at < 0 {
			s.astray = s.astray[:0]
			return true
		}
		if !s.right(at, cell, max(by, -by), open) {
			return false
		}
	}
	return false
}

// move moves a cell.
func (s *router) move(cell, by int) {
	s.by[cell] += by
	s.moved = append(s.moved, cell)
	for _, t := range s.p.in[cell] {
		s.off[t.at] += t.sign * by
		s.astray = append(s.astray, t.at)
	}
}

// node is a sum that is too large or too small.
func node(sum, off int) int {
	if off > 0 {
		return 2 * sum
	}
	return 2*sum + 1
}

// right puts a sum right by so many: it finds the cheapest way from it to a sum that is off the other
// way, or to a cell that stands in no other sum (Dijkstra's algorithm). The start is not moved again.
func (s *router) right(sum, start, by int, open bool) bool {
	defer s.forget()
	s.reach(node(sum, s.off[sum]), 0, hop{node: -1})
	best, last := math.MaxInt, hop{}
	for len(s.queue) > 0 {
		at := s.queue.pop()
		if at.dist+stepCost >= best {
			break
		}
		if at.dist > s.dist[at.node] {
			continue
		}
		for _, t := range s.p.sums[at.node/2] {
			by := by
			if (at.node%2 == 0) == (t.sign > 0) {
				by = -by
			}
			d := s.steps(t.at, start, by, open)
			if d < 0 {
				continue
			}
			d += at.dist
			h := hop{at.node, t.at, by}
			if end := s.onward(h, d); end && d < best {
				best, last = d, h
				if best <= at.dist+stepCost {
					break // nothing is nearer
				}
			}
		}
	}
	if best == math.MaxInt {
		return false
	}
	return s.walk(last)
}

// steps is the cost of moving a cell, -1 when it cannot be.
func (s *router) steps(cell, start, by int, open bool) int {
	p := s.p
	if cell == start {
		return -1
	}
	if p.free(cell) {
		if p.cells[cell].Count+s.by[cell]+by < p.least(cell) {
			return -1
		}
		return stepCost
	}
	if !open {
		return -1
	}
	cost := p.cost(cell)
	if cost >= never || by < 0 && p.cells[cell].Count+s.by[cell]+by < min(1, p.cells[cell].Count) {
		return -1
	}
	if s.by[cell] != 0 {
		return stepCost // it is withheld already, once this way is taken
	}
	return stepCost + cost*cellCost
}

// onward goes on from a cell to the other sums that it stands in, and says whether the way may end
// with it: when no other is off by it, or all are put right.
func (s *router) onward(h hop, dist int) (end bool) {
	open := 0
	s.linked = s.linked || len(s.p.in[h.cell]) > 2
	for _, t := range s.p.in[h.cell] {
		if t.at != h.node/2 && s.off[t.at]*t.sign*h.by >= 0 {
			open++
		}
	}
	if open == 0 {
		return true
	}
	for _, t := range s.p.in[h.cell] {
		if t.at != h.node/2 && s.off[t.at]*t.sign*h.by >= 0 {
			s.reach(node(t.at, t.sign*h.by), dist+(open-1)*openCost, h)
		}
	}
	return false
}

// reach notes a way to a node, if it is the cheapest so far.
func (s *router) reach(n, dist int, from hop) {
	if dist >= s.dist[n] {
		return
	}
	if s.dist[n] == math.MaxInt {
		s.seen = append(s.seen, n)
	}
	s.dist[n], s.from[n] = dist, from
	s.queue.push(entry{dist, n})
}

// forget clears what was noted of nodes.
func (s *router) forget() {
	for _, n := range s.seen {
		s.dist[n] = math.MaxInt
	}
	s.seen, s.queue = s.seen[:0], s.queue[:0]
}

// walk moves the cells of a way, from its last one back. A cell that the way comes by twice may have
// less to give than both take.
func (s *router) walk(last hop) bool {
	for h := last; h.node >= 0; h = s.from[h.node] {
		s.move(h.cell, h.by)
	}
	for h := last; h.node >= 0; h = s.from[h.node] {
		low := min(1, s.p.cells[h.cell].Count)
		if s.p.free(h.cell) {
			low = s.p.least(h.cell)
		}
		if s.p.cells[h.cell].Count+s.by[h.cell] < low {
			return false
		}
	}
	return true
}

// queue is a binary heap of nodes by distance; of two as far the lower node comes first.
type queue []entry

type entry struct{ dist, node int }

func (e entry) before(f entry) bool {
	return e.dist < f.dist || e.dist == f.dist && e.node < f.node
}

func (q *queue) push(e entry) {
	*q = append(*q, e)
	h := *q
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if !h[i].before(h[up]) {
			break
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
}

func (q *queue) pop() entry {
	h := *q
	top := h[0]
	h[0] = h[len(h)-1]
	h = h[:len(h)-1]
	for i := 0; ; {
		least := i
		for _, c := range [2]int{2*i + 1, 2*i + 2} {
			if c < len(h) && h[c].before(h[least]) {
				least = c
			}
		}
		if least == i {
			break
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
	*q = h
	return top
}
