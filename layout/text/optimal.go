package text

import (
	"math"
	"slices"

	"rapport/fonts"
)

// fewest says what comes before beauty.
type fewest struct {
	lines bool // the number of lines
	even  bool // and lines of even length, the last one too
}

// Demerits of whole lines, in the unit of the costs above.
const (
	costLine     = 1         // TeX's \linepenalty is 10; here the stretch already favours full lines
	costTwice    = 1e6       // two hyphens running
	costLast     = 75 * 75   // a hyphen before the last line
	costRunt     = 120 * 120 // a last line that is one short word or part of a word
	costMore     = 1e9       // a line more than needed, when the fewest are wanted
	costOverfull = 1e15      // a line out of its column, and as much again for every point
)

// optimal finds the breaks with the least total of demerits, as Knuth and Plass do (1981, "Breaking
// paragraphs into lines", the algorithm on p. 1156 ff.). Where it departs from them:
//
// Lines are ragged (their p. 1139): spaces never change, all stretch is at the right edge, so there are
// no fitness classes, and a break needs only its best predecessor. Badness is 100 times the cube of
// the gap over stretch, for a stretch of two em.
//
// There is no tolerance. A line may be as short as it must, so a second pass is not needed: the line
// that runs over because nothing in it breaks is an ordinary candidate of immense cost.
//
// Two hyphens running, a hyphen before the last line and a short last line cost what the constants say.
// All depend on one line and its predecessor, so the search stays exact.
//
// The active list is the breaks from first on: as breaks are in order and widths grow, the line from
// one too early never fits again.
func (p *paragraph) optimal(want fewest) []int {
	n := len(p.breaks)
	p.best = append(p.best[:0], make([]node, n)...)
	best := p.best
	stretch := p.stretch()
	first := 0
	for b := 1; b < n; b++ {
		o := &p.breaks[b]
		for first < b-1 && p.sum[o.cut]-p.sum[p.breaks[first].start]+p.breaks[first].post > p.opts.Width+slop {
			first++
		}
		best[b].cost = math.Inf(1)
		for a := first; a < b; a++ {
			if c := best[a].cost + p.demerits(a, b, stretch, want); c < best[b].cost {
				best[b] = node{c, a}
			}
		}
		if o.kind == atForced {
			first = b
		}
	}
	var chosen []int
	for b := n - 1; b > 0; b = best[b].from {
		chosen = append(chosen, b)
	}
	slices.Reverse(chosen)
	return chosen
}

// node is the best way to a break: its demerits, and the break before.
type node struct {
	cost float64
	from int
}

// stretch is two em of the first span: TeX's \raggedright.
func (p *paragraph) stretch() fonts.Pt { return 2 * p.spans[p.clusters[0].span].Style.Font.Size }

// demerits is the cost of the line from break a to break b.
func (p *paragraph) demerits(a, b int, stretch fonts.Pt, want fewest) float64 {
	from, to := &p.breaks[a], &p.breaks[b]
	gap := p.opts.Width - p.width(from, to)
	cost := float64(costLine) + to.cost
	if gap < -slop {
		return costOverfull * (1 - float64(gap))
	}
	last := to.kind == atEnd || to.kind == atForced
	switch {
	case want.even:
		ratio := float64(gap / p.opts.Width)
		cost += costMore + 1e4*ratio*ratio
	case !last:
		ratio := float64(gap / stretch)
		badness := 100 * ratio * ratio * ratio
		cost += badness * badness
	}
	if want.lines && !want.even {
		cost += costMore
	}
	if divided(from) {
		if divided(to) {
			cost += costTwice
		}
		if last {
			cost += costLast
		}
	}
	if last && a > 0 && p.isRunt(from, to) && !want.even {
		cost += costRunt
	}
	return cost
}

func divided(o *opportunity) bool { return o.kind == inWord || o.kind == atHyphen }

// isRunt reports whether a last line is shorter than a tenth of the column or two em.
func (p *paragraph) isRunt(from, to *opportunity) bool {
	return p.width(from, to) < max(p.opts.Width/8, p.stretch())
}
