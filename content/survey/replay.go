package survey

import (
	"slices"

	"rapport/content/privacy"
)

// tablesAtMost is how many surveys a reader may hold possible for them to be looked at one by one:
// for the first choice of gaps, and for the second, in each of which the first is tried again.
var tablesAtMost = [2]int{300, 40}

// alike says whether the survey would have the same gaps if the cells of the system had other counts
// and as much care were taken.
func (l *linker) alike(s *Survey, counts []int, choice privacy.Choice, care int) bool {
	other, twins := l.with(s, counts)
	whole := map[*Figure]*Figure{}
	for f, twin := range twins {
		whole[twin] = f
	}
	minimum := func(f *Figure) int { return l.minimum(whole[f]) }
	w := Withheld{cells: map[*Figure]privacy.Cells{}, least: map[*Figure]int{}}
	for _, f := range other.Figures {
		w.decide(f, minimum, 0)
	}
	w.breakdowns(other, minimum, care)
	for f, twin := range twins {
		c := w.cells[twin]
		if c.Closed != choice.Withheld[l.base[f]] {
			return false
		}
		for i, cell := range l.counts[f] {
			if choice.Withheld[cell] != (c.Withheld != nil && c.Withheld[i]) {
				return false
			}
		}
	}
	return true
}

// with is the linked figures of a survey with other counts, and which of them is which, but for the
// parts of groups, which are shown nowhere.
func (l *linker) with(s *Survey, counts []int) (other *Survey, twins map[*Figure]*Figure) {
	other, twins = &Survey{ID: s.ID, Answered: s.Answered}, map[*Figure]*Figure{}
	copied := func(f *Figure) *Figure {
		twin := *f
		twin.Survey, twin.Breakdowns, twin.Compare = other, nil, nil
		twin.N, twin.Answers = counts[l.base[f]], slices.Clone(f.Answers)
		for i, c := range l.counts[f] {
			twin.Answers[i].Count = counts[c]
		}
		return &twin
	}
	for _, f := range s.linked() {
		twins[f] = copied(f)
		other.Figures = append(other.Figures, twins[f])
	}
	for _, f := range other.Figures {
		if f.Follows != nil {
			f.Follows = &Follow{twins[f.Follows.Figure], f.Follows.Answers}
		}
	}
	for _, b := range s.Breakdowns {
		c := &Breakdown{Figure: twins[b.Figure], By: twins[b.By]}
		grouped := func(g *Group) *Group {
			twin := *g
			twin.Breakdown, twin.Figure = c, copied(g.Figure)
			twin.Figure.Within = &twin
			return &twin
		}
		for _, g := range b.Groups {
			c.Groups = append(c.Groups, grouped(g))
			twins[g.Figure] = c.Groups[len(c.Groups)-1].Figure
		}
		for _, p := range b.Parts {
			c.Parts = append(c.Parts, grouped(p))
		}
		c.Figure.Breakdowns = append(c.Figure.Breakdowns, c)
		other.Breakdowns = append(other.Breakdowns, c)
	}
	return other, twins
}
