package survey

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tableOf is a survey of one question by another, with the given counts, group by group.
func tableOf(groups, answers int, counts []int) *Survey {
	s := &Survey{ID: "u"}
	f := &Figure{ID: "f", Kind: Single, Survey: s, Answers: make([]Answer, answers)}
	by := &Figure{ID: "by", Kind: Single, Survey: s, Answers: make([]Answer, groups)}
	b := &Breakdown{Figure: f, By: by}
	for i := range groups {
		g := &Group{Breakdown: b, Of: []int{i}}
		g.Figure = &Figure{Kind: Single, Survey: s, Answers: make([]Answer, answers), Within: g}
		for a := range answers {
			n := counts[i*answers+a]
			g.Figure.Answers[a].Count = n
			g.Figure.N += n
			f.Answers[a].Count += n
			by.Answers[i].Count += n
			s.Answered += n
		}
		b.Groups = append(b.Groups, g)
	}
	f.N, by.N = s.Answered, s.Answered
	s.Figures, s.Breakdowns, f.Breakdowns = []*Figure{f, by}, []*Breakdown{b}, []*Breakdown{b}
	return s
}

// everyTable goes through all ways to share a base among cells.
func everyTable(base, cells int, counts []int, use func([]int)) {
	if cells == 1 {
		use(slices.Clone(append(counts, base)))
		return
	}
	for n := 0; n <= base; n++ {
		everyTable(base-n, cells-1, append(counts, n), use)
	}
}

// look is all that a reader sees of a survey of one breakdown.
func look(s *Survey, w Withheld) string {
	var b strings.Builder
	fmt.Fprint(&b, s.Answered)
	figures := slices.Clone(s.Figures)
	for _, g := range s.Breakdowns[0].Groups {
		figures = append(figures, g.Figure)
	}
	for _, f := range figures {
		if w.HidesBase(f) {
			b.WriteString(" closed")
			continue
		}
		fmt.Fprintf(&b, " %d:", f.N)
		for i, a := range f.Answers {
			if w.Hides(f, i) {
				b.WriteString(" :")
			} else {
				fmt.Fprintf(&b, " %d", a.Count)
			}
		}
	}
	return b.String()
}

// TestReplayed publishes every table of two groups up to some bases, and looks at those that look the
// same: nobody who publishes all tables in turn, with this very program, may learn a small count from
// that. It knows nothing of how the gaps are chosen. Few of a thousand may: those of a question that is
// closed by itself, whose base is still known to be that of the survey.
func TestReplayed(t *testing.T) {
	for _, c := range []struct{ answers, base, minimum, most int }{{2, 14, 3, 0}, {2, 16, 5, 0},
		{3, 8, 3, 3}, {3, 9, 5, 3}} {
		looks := map[string][][]int{}
		for base := 1; base <= c.base; base++ {
			everyTable(base, 2*c.answers, nil, func(counts []int) {
				s := tableOf(2, c.answers, counts)
				w := Withhold([]*Survey{s}, func(*Figure) int { return c.minimum })
				looks[look(s, w)] = append(looks[look(s, w)], counts)
			})
		}
		all, given := 0, 0
		for _, list := range looks {
			for i, first := range list[0] {
				if !small(first, c.minimum) {
					continue
				}
				all++
				if !slices.ContainsFunc(list, func(o []int) bool { return o[i] != first }) {
					given++
				}
			}
		}
		t.Logf("%+v: %d small counts, %d given away", c, all, given)
		if given*1000 > all*c.most {
			t.Errorf("%+v: %d of %d small counts are given away", c, given, all)
		}
	}
}
