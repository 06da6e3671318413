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

// Demerits of whole lines, in the unit of the costs of a place.
const (
	costLine     = 1         // of two ways that cost the same, the one with fewer lines
	costTwice    = 1e8       // two hyphens running: a shorter line is better
	costUnwanted = 1e7       // a hyphen inside a part or a short word, when the line is long without
	costLast     = 150 * 150 // a hyphen before the last line
	costRunt     = 300 * 300 // a last line shorter than a stretch
	costMore     = 1e9       // any line, when the fewest are wanted
	costOverfull = 1e15      // a line out of its column, and as much again for every point
)

// longEnough is the share of its column that a line must fill if it can do so without a hyphen
// inside a part of a word or in a short one.
const longEnough = 0.7

// optimal finds the breaks with the least total of demerits, as D. E. Knuth and M. F. Plass do (Breaking
// Paragraphs into Lines, Software: Practice and Experience 11, 1981, "The algorithm itself"). Where it
// departs from them:
//
// Lines are ragged ("Further applications"): spaces never change and all stretch is at the right edge.
// So there are no fitness classes, and a break needs only its best predecessor. Badness is 100 times the
// cube of the gap over the stretch, as in "Formulating the problem"; the demerits of a line are the sum
// of the squares of badness and penalty, as in TeX, where the paper squares the sum.
//
// There is no tolerance. A line may be as short as it must, so a second pass is not needed: the line
// that runs over because nothing in it breaks is an ordinary candidate of immense cost.
//
// Two hyphens running, a hyphen before the last line and a short last line cost what the constants say
// ("More bells and whistles"). All depend on one line and the break before it, so the search stays exact.
//
// The active list is the breaks from first on: as breaks are in order and widths grow, the line from
// one too early never fits again.
func (p *paragraph) optimal(want fewest) []int {
	n := len(p.breaks)
	p.best = slices.Grow(p.best[:0], n)[:n]
	p.best[0] = node{}
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
	p.chosen = p.chosen[:0]
	for b := n - 1; b > 0; b = best[b].from {
		p.chosen = append(p.chosen, b)
	}
	slices.Reverse(p.chosen)
	return p.chosen
}

// node is the best way to a break: its demerits, and the break before.
type node struct {
	cost float64
	from int
}

// stretch is three and a half em of the first span, where TeX's \raggedright has two: with two, one line
// in five of Norwegian in a column of 55 mm ended in a hyphen, with three and a half one in ten.
func (p *paragraph) stretch() fonts.Pt {
	return 3.5 * p.spans[p.clusters[0].span].Style.Font.Size
}

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
	if to.unwanted && p.fills(a, to.before) {
		cost += costUnwanted
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

// fills reports whether the line from break a is long enough when it ends at b or before, at a break
// that a typesetter would end it at.
func (p *paragraph) fills(a, b int) bool {
	for b > a && p.breaks[b].cost >= never {
		b--
	}
	return b > a && p.width(&p.breaks[a], &p.breaks[b]) >= longEnough*p.opts.Width
}

func divided(o *opportunity) bool { return o.kind == inWord || o.kind == atHyphen }

// isRunt reports whether a last line is shorter than a stretch.
func (p *paragraph) isRunt(from, to *opportunity) bool {
	return p.width(from, to) < p.stretch()
}
