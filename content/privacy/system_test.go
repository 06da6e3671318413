package privacy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// sample is a survey that was invented for a test: people who answer a question, and belong to a
// group by each of some others.
type sample struct {
	minimum int
	answers int     // of the question
	groups  []int   // how many groups each other question makes
	regions []int   // of the first other question: the region that each group belongs to
	people  [][]int // each person's answer, then their groups; -1 for none
}

// invent makes a sample of some shape; skew makes some answers and groups rare.
func invent(r *rand.Rand) sample {
	s := sample{minimum: 2 + r.IntN(7), answers: 2 + r.IntN(5)}
	for range 1 + r.IntN(2) {
		s.groups = append(s.groups, 2+r.IntN(6))
	}
	if r.IntN(3) == 0 {
		for range s.groups[0] {
			s.regions = append(s.regions, r.IntN(2))
		}
	}
	skew, skip := 1+2*r.Float64(), 0.0
	if r.IntN(2) == 0 {
		skip = 0.1 * r.Float64()
	}
	for range 10 + r.IntN(1+40*r.IntN(10)) {
		person := make([]int, 1+len(s.groups))
		for i := range person {
			of := s.answers
			if i > 0 {
				of = s.groups[i-1]
			}
			person[i] = int(float64(of) * pow(r.Float64(), skew))
			if r.Float64() < skip {
				person[i] = -1
			}
		}
		s.people = append(s.people, person)
	}
	return s
}

func pow(x, y float64) float64 {
	z := x
	for ; y > 1; y-- {
		z *= x
	}
	return z
}

// table is how many people of each group, by one of the other questions, gave each answer; the first
// row is those in no group, the first column those without an answer.
func (s sample) table(by int) [][]int {
	rows := make([][]int, s.groups[by]+1)
	for g := range rows {
		rows[g] = make([]int, s.answers+1)
	}
	for _, p := range s.people {
		rows[p[by+1]+1][p[0]+1]++
	}
	return rows
}

// counts is how many gave each answer to a question; the first one, or another.
func (s sample) counts(k int) []int {
	n := s.answers
	if k > 0 {
		n = s.groups[k-1]
	}
	all := make([]int, n)
	for _, p := range s.people {
		if p[k] >= 0 {
			all[p[k]]++
		}
	}
	return all
}

// margin adds a question with its base, as Single withholds it: the base first.
func (s sample) margin(sys *System, k int) []int {
	counts := s.counts(k)
	one := Single(counts, s.minimum)
	base := 0
	for _, n := range counts {
		base += n
	}
	all := []int{sys.Add(Cell{Count: base, Printed: true, Withheld: one.Closed, Weight: 5000})}
	for a, n := range counts {
		c := s.cell(n)
		c.Withheld, c.Owners, c.Weight = one.Withheld[a], all[:1], 200
		all = append(all, sys.Add(c))
	}
	sys.Equal(all[1:], all[:1])
	return all
}

// cell is a count that is published unless it is small.
func (s sample) cell(n int) Cell {
	c := Cell{Count: n, Printed: true}
	if small(n, s.minimum) {
		c.Small, c.Low, c.High = true, 1, max(2, s.minimum-1)
	}
	return c
}

// system is the sample's tables: the question by each of the others, with regions if there are any.
func (s sample) system() *System {
	sys := &System{}
	question := s.margin(sys, 0)
	for b, groups := range s.groups {
		by := s.margin(sys, b+1)
		table := sys.Add(Cell{Count: 1, Printed: true})
		columns := make([][]int, s.answers)
		var rows [][]int
		counts := s.table(b)
		for g := range groups {
			n, missing := 0, counts[g+1][0]
			for _, v := range counts[g+1] {
				n += v
			}
			c := s.cell(n - missing)
			c.Owners = []int{table, by[g+1], question[0]}
			row := []int{sys.Add(c)}
			sys.Equal([]int{row[0], sys.Add(Cell{Count: missing})}, by[g+1:g+2])
			for a := range s.answers {
				c := s.cell(counts[g+1][a+1])
				c.Owners = row[:1]
				row = append(row, sys.Add(c))
				columns[a] = append(columns[a], row[a+1])
			}
			sys.Equal(row[1:], row[:1])
			rows = append(rows, row)
		}
		s.rest(sys, counts[0], question, columns)
		if b == 0 && s.regions != nil {
			s.merged(sys, rows, table)
		}
	}
	return sys
}

// rest adds those who are in no group, and the sums over all groups.
func (s sample) rest(sys *System, counts, question []int, columns [][]int) {
	none := slices.Max(counts) == 0
	for a := range s.answers {
		all := columns[a]
		if !none {
			all = append(all, sys.Add(Cell{Count: counts[a+1]}))
		}
		sys.Equal(all, question[a+1:a+2])
	}
}

// merged adds regions: rows that are sums of rows.
func (s sample) merged(sys *System, rows [][]int, table int) {
	for region := range 2 {
		var inside [][]int
		for g, r := range s.regions {
			if r == region {
				inside = append(inside, rows[g])
			}
		}
		if len(inside) < 2 {
			continue
		}
		var row []int
		for a := range s.answers + 1 {
			var parts []int
			n := 0
			for _, r := range inside {
				parts = append(parts, r[a])
				n += sys.cells[r[a]].Count
			}
			c := s.cell(n)
			c.Owners = []int{table}
			if a > 0 {
				c.Owners = row[:1]
			}
			row = append(row, sys.Add(c))
			sys.Equal(parts, row[a:])
		}
		sys.Equal(row[1:], row[:1])
	}
}

// TestProtect looks at invented samples: every small count is withheld, a second run gives the same,
// and where less was reached than asked no table is published.
func TestProtect(t *testing.T) {
	for seed := range uint64(400) {
		sys := invent(rand.New(rand.NewPCG(seed, 1))).system()
		c := sys.Protect()
		if again := sys.Protect(); !slices.Equal(again.Withheld, c.Withheld) {
			t.Errorf("seed %d: two runs differ", seed)
		}
		for i, cell := range sys.cells {
			if cell.Printed && cell.Small && !c.Withheld[i] {
				t.Errorf("seed %d: %d is published", seed, cell.Count)
			}
			if len(sys.in[i]) == 0 && len(c.Exposed) > 0 && !c.Withheld[i] {
				t.Errorf("seed %d: %v are exposed, and a table is published", seed, c.Exposed)
			}
		}
	}
}

// BenchmarkProtect takes a question of twelve answers by ever more groups; alone, with regions, and
// with a second breakdown by as many groups.
func BenchmarkProtect(b *testing.B) {
	for _, shape := range []string{"alone", "regions", "twice"} {
		for _, groups := range []int{10, 100, 1000} {
			b.Run(fmt.Sprintf("%s/%d", shape, groups), func(b *testing.B) {
				r := rand.New(rand.NewPCG(1, 1))
				s := sample{minimum: 5, answers: 12, groups: []int{groups}}
				switch shape {
				case "twice":
					s.groups = append(s.groups, groups)
				case "regions":
					for g := range groups {
						s.regions = append(s.regions, g%2)
					}
				}
				for range groups * 60 {
					s.people = append(s.people,
						[]int{int(12 * pow(r.Float64(), 1.5)), r.IntN(groups), r.IntN(groups)})
				}
				sys, small, further := s.system(), 0, 0
				b.ReportAllocs()
				var c Choice
				for b.Loop() {
					c = sys.Protect()
				}
				for i, cell := range sys.cells {
					if cell.Small {
						small++
					} else if c.Withheld[i] {
						further++
					}
				}
				b.ReportMetric(float64(len(sys.cells))*float64(b.N)/b.Elapsed().Seconds(), "cells/s")
				b.ReportMetric(float64(further)/float64(small), "further/small")
			})
		}
	}
}
