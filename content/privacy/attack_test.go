package privacy

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/content/privacy/glpk"
)

// attack gives the interval that a reader can compute for each of some cells, from all that is
// published and from the rule that a gap in an open group stands for one at least: one program with
// a copy of the system for each end of each interval.
func attack(t testing.TB, sys *System, withheld []bool, cells []int) (low, high []float64) {
	if len(cells) == 0 {
		return nil, nil
	}
	var goal, body, bounds strings.Builder
	for k, target := range cells {
		for end, sign := range []string{"+", "-"} {
			name := func(cell int) string { return fmt.Sprintf("x%d_%d_%d", k, end, cell) }
			fmt.Fprintf(&goal, " %s %s\n", sign, name(target))
			sys.write(&body, name)
			for i := range sys.cells {
				least, most := sys.known(withheld, i)
				if i == target && math.IsInf(most, 1) { // no more is asked
					fmt.Fprintf(&bounds, " %d <= %s <= %d\n", least, name(i), sys.cells[i].High)
				} else if math.IsInf(most, 1) {
					fmt.Fprintf(&bounds, " %s >= %d\n", name(i), least)
				} else {
					fmt.Fprintf(&bounds, " %s = %d\n", name(i), least)
				}
			}
		}
	}
	text := "Minimize\n obj:" + goal.String() + "Subject To\n" + body.String() + "Bounds\n" +
		bounds.String() + "End\n"
	values := glpk.Solve(t, text)
	for k, target := range cells {
		low = append(low, values[fmt.Sprintf("x%d_0_%d", k, target)])
		high = append(high, values[fmt.Sprintf("x%d_1_%d", k, target)])
	}
	return low, high
}

// write writes the sums, with what they are known to add up to.
func (s *System) write(b *strings.Builder, name func(cell int) string) {
	for _, terms := range s.sums {
		total := 0
		for _, u := range terms {
			fmt.Fprintf(b, " %+d %s\n", u.sign, name(u.at))
			total += u.sign * s.cells[u.at].Count
		}
		fmt.Fprintf(b, " = %d\n", total)
	}
}

// known is what a reader knows of a cell alone: its number, or that it is at least so large.
func (s *System) known(withheld []bool, i int) (least int, most float64) {
	c := s.cells[i]
	if !c.Printed {
		return 0, math.Inf(1)
	}
	if !withheld[i] {
		return c.Count, float64(c.Count)
	}
	for _, o := range c.Owners {
		if withheld[o] {
			return 0, math.Inf(1)
		}
	}
	return 1, math.Inf(1)
}

// TestIntervals has every small count of invented samples attacked by an independent solver: the
// interval must hold all from its Low to its High. It does not where only small counts are withheld:
// so the attack is one.
func TestIntervals(t *testing.T) {
	cells, given := 0, 0
	for seed := range uint64(120) {
		sys := invent(rand.New(rand.NewPCG(seed, 2))).system()
		c := sys.Protect()
		var look []int
		for i, cell := range sys.cells {
			if cell.Small && !slices.Contains(c.Exposed, i) && len(look) < 40 {
				look = append(look, i)
			}
		}
		cells += len(look)
		narrow := func(withheld []bool, tell func(i int, low, high float64)) {
			low, high := attack(t, sys, withheld, look)
			for k, i := range look {
				cell := sys.cells[i]
				if low[k] > float64(cell.Low)+1e-6 || high[k] < float64(cell.High)-1e-6 {
					tell(i, low[k], high[k])
				}
			}
		}
		narrow(c.Withheld, func(i int, low, high float64) {
			t.Errorf("seed %d: cell %d, which is %d, must lie from %g to %g, not %d to %d", seed, i,
				sys.cells[i].Count, low, high, sys.cells[i].Low, sys.cells[i].High)
		})
		if seed < 30 {
			narrow(sys.asked(), func(int, float64, float64) { given++ })
		}
	}
	t.Logf("%d small counts attacked", cells)
	if given < 100 {
		t.Errorf("only %d are given away when nothing else is withheld", given)
	}
}
