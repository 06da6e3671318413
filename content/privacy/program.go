package privacy

import (
	"math"
	"slices"
)

// program is a linear program for a way: the cheapest one of all, where sums hang together so that
// ways that are found one after the other get stuck. It minimises the cost of all movement, with
// one cell moved as far as asked, all sums kept right and no cell below its least, by the primal
// simplex method with bounded variables and an explicit inverse (V. Chvátal, "Linear Programming",
// 1983, chapters 7 and 8). A cell has two variables, one for up and one for down; a sum has one
// for what it still lacks, at a price that nothing else reaches.
type program struct {
	columns []column
	rows    int
	basis   []int // by row: the column that is basic there
	inverse [][]float64
	value   []float64 // by row: of its basic column
	duals   []float64 // by row: what another unit of it costs
	stalled int       // pivots in a row that moved nothing
	pivots  int
}

// column is a variable from nothing to most.
type column struct {
	cell, sign int // what it moves, and whither; cell -1 for what a sum lacks
	terms      []term
	cost, most float64
	full       bool // it is at most, and not basic
	basic      bool
}

// Numbers are taken as zero below nought. A program stops after so many pivots, and takes care to end
// after so many that moved nothing. What a sum lacks costs more than all cells. Programs have so many
// rows, and do so much work (a pivot takes the square of the rows) in all; then single ways must do.
const (
	nought     = 1e-9
	pivots     = 4000
	stalls     = 40
	lackCost   = 1e6
	freeCost   = 1e-3
	rowsAtMost = 1500
	workAtMost = 4_000_000_000
)

// solve finds the cheapest way that moves a cell so far; its numbers need not be whole.
func (s *router) solve(cell, by int, open bool) (w way, ok bool) {
	if s.spent > workAtMost {
		return way{}, false
	}
	g := s.program(cell, by, open)
	if g == nil {
		return way{}, false
	}
	found := g.minimise()
	s.spent += (g.pivots + 1) * g.rows * g.rows
	if !found {
		return way{}, false
	}
	moved := map[int]float64{cell: float64(by)}
	for r, c := range g.basis {
		if g.columns[c].cell < 0 {
			if g.value[r] > 1e-6 {
				return way{}, false
			}
			continue
		}
		moved[g.columns[c].cell] += float64(g.columns[c].sign) * g.value[r]
	}
	for _, c := range g.columns {
		if c.full && c.cell >= 0 {
			moved[c.cell] += float64(c.sign) * c.most
		}
	}
	return exactly(moved)
}

// exactly makes a way of movements that are fractions with small denominators.
func exactly(moved map[int]float64) (w way, ok bool) {
	for _, of := range []int{1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 60} {
		w = way{of: of}
		ok = true
		for c, by := range moved {
			n := math.Round(by * float64(of))
			ok = ok && math.Abs(n-by*float64(of)) < 1e-6
			if n != 0 {
				w.steps = append(w.steps, step{c, int(n)})
			}
		}
		if ok {
			slices.SortFunc(w.steps, func(a, b step) int { return a.cell - b.cell })
			return w, true
		}
	}
	return way{}, false
}

// program sets up the program for the sums that hang together with a cell.
func (s *router) program(cell, by int, open bool) *program {
	rows := map[int]int{}
	var found []int
	visit := func(cell int) {
		for _, t := range s.p.in[cell] {
			if _, ok := rows[t.at]; !ok {
				rows[t.at] = len(found)
				found = append(found, t.at)
			}
		}
	}
	visit(cell)
	g := &program{}
	seen := map[int]bool{cell: true}
	for k := 0; k < len(found) && len(found) <= rowsAtMost; k++ {
		for _, t := range s.p.sums[found[k]] {
			if seen[t.at] {
				continue
			}
			seen[t.at] = true
			if s.columns(g, t.at, open) {
				visit(t.at)
			}
		}
	}
	if len(found) > rowsAtMost {
		return nil
	}
	for i, c := range g.columns {
		for _, t := range s.p.in[c.cell] {
			g.columns[i].terms = append(g.columns[i].terms, term{rows[t.at], t.sign * c.sign})
		}
	}
	lacks := make([]float64, len(found))
	for _, t := range s.p.in[cell] {
		lacks[rows[t.at]] -= float64(t.sign * by)
	}
	g.begin(lacks)
	return g
}

// columns adds the variables of a cell, if it can be moved.
func (s *router) columns(g *program, cell int, open bool) bool {
	p := s.p
	cost, least := freeCost, p.least(cell)
	if !p.free(cell) {
		c := p.cost(cell)
		if !open || c >= never {
			return false
		}
		cost, least = float64(c), min(1, p.cells[cell].Count)
	}
	g.columns = append(g.columns, column{cell: cell, sign: 1, cost: cost, most: math.Inf(1)})
	if most := p.cells[cell].Count - least; most > 0 {
		g.columns = append(g.columns, column{cell: cell, sign: -1, cost: cost, most: float64(most)})
	}
	return true
}

// begin makes what the sums lack basic.
func (g *program) begin(lacks []float64) {
	g.rows = len(lacks)
	g.value, g.duals = make([]float64, g.rows), make([]float64, g.rows)
	for r, lack := range lacks {
		sign := 1
		if lack < 0 {
			sign = -1
		}
		g.basis = append(g.basis, len(g.columns))
		g.columns = append(g.columns, column{cell: -1, terms: []term{{r, sign}}, cost: lackCost,
			most: math.Inf(1), basic: true})
		row := make([]float64, g.rows)
		row[r] = float64(sign)
		g.inverse = append(g.inverse, row)
		g.value[r] = math.Abs(lack)
		g.duals[r] = lackCost * float64(sign)
	}
}

// minimise pivots until nothing gets cheaper.
func (g *program) minimise() bool {
	for g.pivots = range pivots {
		enter, by, gain := g.enter()
		if enter < 0 {
			return true
		}
		if !g.pivot(enter, by, gain) {
			return false
		}
	}
	return false
}

// enter is the column whose movement gains most, whether it moves up (1) or down (-1), and what a unit
// upwards gains; after
// some pivots that moved nothing it is the first that gains (Bland's rule), which comes to an end.
func (g *program) enter() (column int, by, most float64) {
	best, column := nought, -1
	for i, c := range g.columns {
		if c.basic {
			continue
		}
		gain := -c.cost
		for _, t := range c.terms {
			gain += g.duals[t.at] * float64(t.sign)
		}
		dir := 1.0
		if c.full {
			gain, dir = -gain, -1
		}
		if gain > best+1e-12 {
			best, column, by, most = gain, i, dir, gain*dir
			if g.stalled > stalls {
				break
			}
		}
	}
	return column, by, most
}

// pivot moves a column as far as it can, and makes it basic in place of the one that stops it.
func (g *program) pivot(enter int, by, gain float64) bool {
	c := &g.columns[enter]
	w := make([]float64, g.rows)
	for r, row := range g.inverse {
		for _, t := range c.terms {
			w[r] += row[t.at] * float64(t.sign)
		}
	}
	far, out, full := g.ratio(w, c.most, by)
	if math.IsInf(far, 1) {
		return false
	}
	g.stalled++
	if far > nought {
		g.stalled = 0
	}
	for r := range w {
		g.value[r] -= by * far * w[r]
	}
	if out < 0 {
		c.full = by > 0
		return true
	}
	left := &g.columns[g.basis[out]]
	left.basic, left.full = false, full
	at := far
	if by < 0 {
		at = c.most - far
	}
	c.basic, c.full = true, false
	g.basis[out], g.value[out] = enter, at
	g.eliminate(out, w)
	for k, v := range g.inverse[out] {
		g.duals[k] -= gain * v
	}
	return true
}

// ratio is how far a column can move, and the row that stops it, -1 for its own bound; full says that
// the row's column stops at its most.
func (g *program) ratio(w []float64, most, by float64) (far float64, out int, full bool) {
	far, out = most, -1
	for r, v := range w {
		v *= by
		room, top := math.Inf(1), false
		if v > nought {
			room = max(0, g.value[r]) / v
		} else if v < -nought {
			if u := g.columns[g.basis[r]].most; !math.IsInf(u, 1) {
				room, top = max(0, u-g.value[r])/-v, true
			}
		}
		if room < far-nought ||
			out >= 0 && room < far+nought && g.basis[r] < g.basis[out] {
			far, out, full = min(room, far), r, top
		}
	}
	return far, out, full
}

// eliminate brings the inverse up to date.
func (g *program) eliminate(out int, w []float64) {
	pivot := g.inverse[out]
	for k := range pivot {
		pivot[k] /= w[out]
	}
	for r, v := range w {
		if r == out || math.Abs(v) < nought {
			continue
		}
		row := g.inverse[r]
		for k, x := range pivot {
			if x != 0 {
				row[k] -= v * x
			}
		}
	}
}
