package survey

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestWithheld follows a minimum from TOML to what may be published: this year's cells, the earlier
// year's, sums, changes, and a follow-up whose base would tell.
func TestWithheld(t *testing.T) {
	f := func(answers ...int) *Figure {
		f := &Figure{ID: "f", Kind: Single}
		for i, n := range answers {
			f.Answers = append(f.Answers, Answer{Label: string(rune('a' + i)), Count: n})
			f.N += n
		}
		return f
	}
	parent, child, free := f(30, 7, 2), f(1, 1), f(20, 19)
	child.Follows = &Follow{Figure: parent, Answers: []int{2}}
	now := f(20, 19, 0)
	now.Compare = f(34, 3, 8)
	s := &Survey{Figures: []*Figure{child, parent, free, now, now.Compare}}
	for _, g := range s.Figures {
		g.Survey = s
	}
	w := Withhold([]*Survey{s}, func(*Figure) int { return 5 })
	tests := []struct {
		what       string
		have, want bool
	}{
		{"large cell", w.Hides(parent, 0), false},
		{"complementary cell", w.Hides(parent, 1), true},
		{"small cell", w.Hides(parent, 2), true},
		{"sum of all gaps", w.Hides(parent, 1, 2), false},
		{"sum with one gap", w.Hides(parent, 0, 2), true},
		{"base", w.HidesBase(parent), false},
		{"base of a follow-up of a small cell", w.HidesBase(child), true},
		{"cell of a closed follow-up", w.Hides(child, 0), true},
		{"figure without small cells", w.Any(free), false},
		{"change of a published share from a withheld one", w.HidesChange(now, 1), true},
		{"change between published shares", w.HidesChange(now, 0), false},
		{"the zero value", Withheld{}.Hides(parent, 2) || Withheld{}.Hides(parent, 0, 2) ||
			Withheld{}.HidesBase(child), false},
	}
	for _, tt := range tests {
		if tt.have != tt.want {
			t.Errorf("%s: withheld is %v", tt.what, tt.have)
		}
	}
}

// TestNothingGivenAway publishes every survey of one question with three answers and a follow-up
// with two, up to a base of nine: bases, counts and all sums that may be told. Among all surveys
// that look the same no withheld count, and no withheld base, may be the same in all of them.
func TestNothingGivenAway(t *testing.T) {
	for minimum := 2; minimum <= 4; minimum++ {
		for _, lead := range [][]int{{0}, {0, 1}} {
			looks := map[string][]*Survey{}
			for base := 1; base <= 9; base++ {
				surveys(base, lead, func(s *Survey) {
					w := Withhold([]*Survey{s}, func(*Figure) int { return minimum })
					look := published(s, w)
					looks[look] = append(looks[look], s)
				})
			}
			for look, list := range looks {
				checkSecret(t, look, list, minimum)
			}
		}
	}
}

// surveys goes through all counts of the two questions.
func surveys(base int, lead []int, use func(*Survey)) {
	for a := 0; a <= base; a++ {
		for b := 0; a+b <= base; b++ {
			parent := counted(a, b, base-a-b)
			asked := parent.Sum(lead...)
			for missing := 0; missing <= asked; missing++ {
				for yes := 0; yes <= asked-missing; yes++ {
					p, child := counted(a, b, base-a-b), counted(yes, asked-missing-yes)
					child.Follows, child.Asked, child.Missing = &Follow{p, lead}, asked, missing
					s := &Survey{Answered: base, Figures: []*Figure{p, child}}
					p.Survey, child.Survey = s, s
					use(s)
				}
			}
		}
	}
}

func counted(counts ...int) *Figure {
	f := &Figure{Kind: Single}
	for _, n := range counts {
		f.Answers = append(f.Answers, Answer{Count: n})
		f.N += n
	}
	f.Asked = f.N
	return f
}

// published is all that a reader can learn: bases, counts, sums of answers, how many were asked.
func published(s *Survey, w Withheld) string {
	var b strings.Builder
	for _, f := range s.Figures {
		if w.HidesBase(f) {
			b.WriteString("closed; ")
			continue
		}
		fmt.Fprintf(&b, "%d of %d asked:", f.N, f.Asked)
		for set := 1; set < 1<<len(f.Answers); set++ {
			var answers []int
			for i := range f.Answers {
				if set>>i&1 == 1 {
					answers = append(answers, i)
				}
			}
			if w.Hides(f, answers...) {
				b.WriteString(" :")
			} else {
				fmt.Fprintf(&b, " %d", f.Sum(answers...))
			}
		}
		b.WriteString("; ")
	}
	return b.String()
}

// checkSecret demands that what is withheld differs among surveys that look the same.
func checkSecret(t *testing.T, look string, list []*Survey, minimum int) {
	first := list[0]
	w := Withhold([]*Survey{first}, func(*Figure) int { return minimum })
	for k, f := range first.Figures {
		for i := range f.Answers {
			varies := func(s *Survey) bool {
				return s.Figures[k].Answers[i].Count != f.Answers[i].Count
			}
			if w.Hides(f, i) && !slices.ContainsFunc(list, varies) {
				t.Errorf("minimum %d: %q gives away that count %d of question %d is %d", minimum,
					look, i, k, f.Answers[i].Count)
			}
		}
		if w.HidesBase(f) && !slices.ContainsFunc(list,
			func(s *Survey) bool { return s.Figures[k].N != f.N }) {
			t.Errorf("minimum %d: %q gives away that %d answered question %d", minimum, look, f.N,
				k)
		}
	}
}
