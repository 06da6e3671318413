package privacy

import (
	"cmp"
	"slices"
)

// System is counts that hang together: tables with their margins, tables that share margins, tables
// of groups that are merged in others. Build it with Add and Equal, then [System.Protect] it.
//
// # What is guaranteed
//
// Every small count, withheld or printed nowhere, can still be any number from one to just below the
// minimum, for a reader who adds and subtracts all that is published, and who knows that a zero is
// never withheld alone (so that a gap in a group that is otherwise published stands for one at
// least). For each end there are numbers for all counts of the system that fit what is published:
// a table that might be the true one. So the interval that linear programming finds for the count
// (the attacker's problem of M. Fischetti and J. J. Salazar, "Models and algorithms for optimizing
// cell suppression in tabular data with linear constraints", Journal of the American Statistical
// Association 95, 2000) is never narrower. [Cell.Low] and [Cell.High] say where less is asked: what
// the size of a group and the count of everyone tell, when they are published, no table can keep.
//
// # How
//
// Withheld cells protect each other along closed ways through tables: up in one, down in the next of
// its row, up in the next of that one's column, until all sums are right again (L. H. Cox,
// "Suppression methodology and statistical disclosure control", Journal of the American Statistical
// Association 75, 1980; the shortest such way is the hypercube of D. Repsilber, "Preservation of
// confidentiality in aggregated data", 1994). For each small count the cheapest way up and down is
// searched, through cells that are withheld where there are any, else through the fewest others,
// which are then withheld with it (J. P. Kelly, B. L. Golden and A. A. Assad, "Cell suppression:
// disclosure protection for sensitive tabular data", Networks 22, 1992). In a single table this is a
// flow in a network, and the search finds a way where there is one. Cells of linked tables stand in
// three sums and more; there a linear program looks for what single ways miss, as long as the
// work is bounded. Where both find nothing, more is withheld than is needed, never less: a
// group, and at last the tables that the count stands in. What turns out not to be needed is
// published in the end, and every way is added up again before the choice is given back. An
// overview: A. Hundepool and others, "Statistical Disclosure Control", Wiley 2012, chapter 4.
//
// # Who knows the rules
//
// A reader who has this program may try which numbers would have led to the same gaps. Where so few
// numbers fit what is published that they can be gone through, [System.Given] does the same, and the
// caller withholds more when they agree on a small count, as [Single] does. Where more fit, nothing
// is done: that the same gaps leave each small count two numbers is likely then, and not shown.
//
// # Left out
//
// Three questions of which each two are crossed are taken as three tables: what only a table of all
// three would tell is not seen (of 2,486 small numbers of invented surveys that were crossed so, GLPK
// finds three a little narrower than is said above).
type System struct {
	cells []Cell
	sums  []sum
	in    [][]term // the sums that a cell stands in
}

// Cell is a count of a [System].
type Cell struct {
	Count    int
	Printed  bool // is published unless it is withheld; else it can only be computed
	Withheld bool // from the start: for what is decided elsewhere

	// Small asks that every number from Low to High, between which Count lies, stays possible.
	Small     bool
	Low, High int

	// Weight is what it costs to withhold the cell when nobody asks for it, in ordinary cells; 0 is 1.
	Weight int

	// Owners are cells with which this one is withheld: the base of a group closes all its counts,
	// zeros with them. So a cell of the count zero can only be withheld with an owner, the first of
	// them. A cell that stands in no sum is no count, but a table: the first owner of its groups.
	Owners []int
}

// sum says that its terms add up to something known.
type sum []term

// term is a cell in a sum, or a sum that a cell stands in: added, or taken away.
type term struct{ at, sign int }

// Add adds a cell and gives its number. Owners must be there before.
func (s *System) Add(c Cell) int {
	s.cells = append(s.cells, c)
	s.in = append(s.in, nil)
	return len(s.cells) - 1
}

// Count is the count of a cell.
func (s *System) Count(cell int) int { return s.cells[cell].Count }

// Equal says that two sums of cells differ by something that everybody knows: nothing, mostly.
func (s *System) Equal(plus, minus []int) {
	var terms sum
	add := func(cell, sign int) {
		terms = append(terms, term{cell, sign})
		s.in[cell] = append(s.in[cell], term{len(s.sums), sign})
	}
	for _, c := range plus {
		add(c, 1)
	}
	for _, c := range minus {
		add(c, -1)
	}
	s.sums = append(s.sums, terms)
}

// Choice is what is withheld of a [System].
type Choice struct {
	Withheld []bool // of the cells that are printed
	Exposed  []int  // small cells that may be known better, by margins: all their tables are withheld
}

// Protect chooses what to withhold: the small counts that are printed, what was withheld from the
// start, and what else it takes. The same system gives the same choice.
func (s *System) Protect() Choice {
	p := newProtector(s)
	for i, c := range s.cells {
		if c.Withheld || c.Small && c.Printed {
			p.withhold(i)
		}
	}
	p.asked = slices.Clone(p.withheld)
	var exposed []int
	for i, c := range s.cells {
		if c.Small {
			p.protect(i)
		}
	}
	p.release()
	for i, c := range s.cells {
		if c.Small && !p.audit(i) {
			exposed = append(exposed, i)
		}
	}
	return Choice{p.withheld, exposed}
}

// protector is a choice in the making.
type protector struct {
	*System
	owned    [][]int // the cells that a cell is an owner of
	withheld []bool
	asked    []bool // withheld from the start
	picked   []bool // withheld besides, and not with an owner
	chosen   []int  // those that were, in order
	router   router

	ways []way
	uses [][]int // the ways that move a cell
	up   []int   // the way that shows a small cell at High, -1 for none
	down []int   // the one that shows it at Low
}

// way is other numbers that fit what is published, as differences from the true counts.
type way struct {
	of    int // the differences are in parts of this: one for whole numbers
	steps []step
}

type step struct{ cell, by int }

func newProtector(s *System) *protector {
	n := len(s.cells)
	p := &protector{System: s, owned: make([][]int, n), withheld: make([]bool, n),
		picked: make([]bool, n), uses: make([][]int, n),
		up: slices.Repeat([]int{-1}, n), down: slices.Repeat([]int{-1}, n)}
	for i, c := range s.cells {
		for _, o := range c.Owners {
			p.owned[o] = append(p.owned[o], i)
		}
	}
	p.router = newRouter(p)
	return p
}

// withhold withholds a cell, and what it owns.
func (p *protector) withhold(i int) {
	if p.withheld[i] || !p.cells[i].Printed {
		return
	}
	p.withheld[i] = true
	for _, j := range p.owned[i] {
		p.withhold(j)
	}
}

// least is the smallest number that a withheld cell can stand for, for all that is known: one,
// unless it was withheld with an owner, or is not printed at all.
func (p *protector) least(i int) int {
	if !p.cells[i].Printed || p.closed(i) {
		return 0
	}
	return 1
}

// closed says whether an owner of a cell is withheld.
func (p *protector) closed(i int) bool {
	return slices.ContainsFunc(p.cells[i].Owners, func(o int) bool { return p.withheld[o] })
}

// free says whether a cell's number is not told.
func (p *protector) free(i int) bool { return p.withheld[i] || !p.cells[i].Printed }

// cost is what it takes to withhold a cell that is published, with all that it owns.
func (p *protector) cost(i int) int {
	if p.free(i) {
		return 0
	}
	c := p.cells[i]
	if c.Count == 0 {
		if len(c.Owners) == 0 {
			return never
		}
		return p.cost(c.Owners[0])
	}
	total := max(1, c.Weight)
	return total + p.owns(i)
}

// owns is how many published cells would go with a cell.
func (p *protector) owns(i int) int {
	n := 0
	for _, j := range p.owned[i] {
		if !p.free(j) {
			n += 1 + p.owns(j)
		}
	}
	return n
}

// price is what it would cost to withhold all that a way goes through.
func (p *protector) price(w way) int {
	total := 0
	for _, s := range w.steps {
		total += min(p.cost(s.cell), never/1000)
	}
	return total
}

// protect sees to it that a small cell can be all from Low to High, and withholds what that takes:
// single cells, else all of its group, else the tables that it stands in, and those beside them.
func (p *protector) protect(i int) bool {
	if p.reach(i, false) || p.reach(i, true) {
		return true
	}
	near := []int{i}
	if o := p.owner(i); o >= 0 && p.table(p.root(o)) {
		p.choose(o)
		if p.reach(i, true) {
			return true
		}
	}
	for range steps {
		near = p.beside(near)
		for _, c := range near {
			if r := p.root(c); p.table(r) {
				p.choose(r)
			}
		}
		if p.reach(i, false) {
			return true
		}
	}
	return false
}

// steps is how many sums away tables are closed at last.
const steps = 3

// owner is the first owner of a cell, -1 when it has none.
func (p *protector) owner(i int) int {
	if o := p.cells[i].Owners; len(o) > 0 {
		return o[0]
	}
	return -1
}

// root is the last in the line of first owners.
func (p *protector) root(i int) int {
	for o := p.owner(i); o >= 0; o = p.owner(i) {
		i = o
	}
	return i
}

// table says whether a cell is no count, but a table.
func (p *protector) table(i int) bool { return len(p.in[i]) == 0 && p.cells[i].Printed }

// beside is some cells and those that share a sum with them, in order.
func (p *protector) beside(cells []int) (all []int) {
	seen := map[int]bool{}
	for _, c := range cells {
		all = append(all, c)
		for _, t := range p.in[c] {
			if seen[t.at] {
				continue
			}
			seen[t.at] = true
			for _, u := range p.sums[t.at] {
				all = append(all, u.at)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// choose withholds a cell that nobody asked for; one of the count zero goes with its owner.
func (p *protector) choose(i int) {
	if p.free(i) {
		return
	}
	if c := p.cells[i]; c.Count == 0 && len(c.Owners) > 0 {
		i = c.Owners[0]
	}
	p.withhold(i)
	p.picked[i] = true
	p.chosen = append(p.chosen, i)
}

// reach finds the ways that a small cell lacks; open says that further cells may be withheld.
func (p *protector) reach(i int, open bool) bool {
	c := p.cells[i]
	for _, to := range [2]int{c.High, c.Low} {
		if p.shown(i, to) {
			continue
		}
		w, ok := p.router.find(i, to-c.Count)
		if !ok && open {
			w, ok = p.further(i, to-c.Count)
		}
		if !ok {
			return false
		}
		for _, s := range w.steps {
			p.choose(s.cell)
		}
		p.keep(w)
	}
	return true
}

// further finds a way through cells that are published. Gaps of a group that is closed may stand for
// zeros, so it may cost less to close a group that has few counts left, and to go through it.
func (p *protector) further(i, by int) (w way, ok bool) {
	w, ok = p.router.cheapest(i, by)
	least := never
	if ok {
		least = p.price(w)
	}
	group := -1
	for _, o := range p.near(i, least) {
		closing := p.cost(o)
		before := slices.Clone(p.withheld)
		p.withhold(o)
		other, found := p.router.cheapest(i, by)
		if found {
			if cost := closing + p.price(other); cost < least {
				w, ok, least, group = other, true, cost, o
			}
		}
		p.withheld = before
	}
	if group >= 0 {
		p.choose(group)
	}
	return w, ok
}

// near is the groups that share a sum with a cell and cost least to close, less than the given.
func (p *protector) near(i, below int) (groups []int) {
	add := func(cell int) {
		for _, o := range p.cells[cell].Owners[:min(1, len(p.cells[cell].Owners))] {
			if !p.free(o) && p.cost(o) < below {
				groups = append(groups, o)
			}
		}
	}
	add(i)
	for _, t := range p.in[i] {
		for _, u := range p.sums[t.at] {
			add(u.at)
		}
	}
	slices.SortStableFunc(groups, func(a, b int) int {
		return cmp.Or(p.cost(a)-p.cost(b), a-b)
	})
	groups = slices.Compact(groups)
	return groups[:min(len(groups), groupsTried)]
}

// groupsTried is how many groups are closed for a try.
const groupsTried = 8

// shown says whether there is a way that shows a small cell at its High or Low.
func (p *protector) shown(i, to int) bool {
	c := p.cells[i]
	return to == c.Count || to > c.Count && p.up[i] >= 0 || to < c.Count && p.down[i] >= 0
}

// keep notes a way for all small cells that it serves.
func (p *protector) keep(w way) {
	k := len(p.ways)
	p.ways = append(p.ways, w)
	for _, s := range w.steps {
		p.uses[s.cell] = append(p.uses[s.cell], k)
		c := p.cells[s.cell]
		if !c.Small {
			continue
		}
		if p.up[s.cell] < 0 && s.by >= (c.High-c.Count)*w.of {
			p.up[s.cell] = k
		}
		if p.down[s.cell] < 0 && s.by <= (c.Low-c.Count)*w.of {
			p.down[s.cell] = k
		}
	}
}

// audit adds up the ways that protect a small cell: nothing published may differ, every sum must
// be right and every number possible.
func (p *protector) audit(i int) bool {
	c := p.cells[i]
	if !p.free(i) || !p.shown(i, c.High) || !p.shown(i, c.Low) {
		return false
	}
	return (c.High == c.Count || p.fits(p.ways[p.up[i]])) &&
		(c.Low == c.Count || p.fits(p.ways[p.down[i]]))
}

// fits says whether the counts that a way leads to look the same.
func (p *protector) fits(w way) bool {
	off := map[int]int{}
	for _, s := range w.steps {
		if !p.free(s.cell) || s.by < (p.least(s.cell)-p.cells[s.cell].Count)*w.of {
			return false
		}
		for _, t := range p.in[s.cell] {
			off[t.at] += t.sign * s.by
		}
	}
	for _, by := range off {
		if by != 0 {
			return false
		}
	}
	return true
}

// Small is a count that must be able to be anything from one to below a minimum, when it is so small
// itself; and two numbers at least.
func Small(count, minimum int) Cell {
	c := Cell{Count: count, Low: count, High: count}
	if small(count, minimum) {
		c.Small, c.Low, c.High = true, 1, highest(minimum)
	}
	return c
}

// Within asks no more of a small cell than lies between two numbers that everybody knows; but it must
// be able to be two numbers, if nothing when it cannot be more.
func (c Cell) Within(least, most int) Cell {
	if !c.Small {
		return c
	}
	c.High = max(c.Count, min(c.High, most))
	c.Low = min(c.Count, max(min(c.Low, c.High-1), least))
	if c.Low == c.High && most > c.High {
		c.High++
	}
	return c
}
