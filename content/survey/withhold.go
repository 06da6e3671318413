package survey

import (
	"slices"

	"rapport/content/privacy"
)

// Withheld says what of a report's numbers may not be published, so that nobody in a small group is
// pointed out ([privacy] minimum in TOML, and minimum of a figure). Whoever prints a number takes
// it from here as a Share or Shown, which writes a colon where the number is withheld; the methods
// Hides, HidesBase and HidesChange are for checks. The zero value withholds nothing.
type Withheld struct {
	cells map[*Figure]privacy.Cells
	least map[*Figure]int
}

// Hides says whether the count and share of some answers together are withheld: when they hold some
// gaps of the figure but not all of them.
func (w Withheld) Hides(f *Figure, answers ...int) bool {
	c, ok := w.cells[f]
	return ok && !c.Published(answers...)
}

// HidesChange says whether a change is withheld: when this year's share or the earlier one's is.
func (w Withheld) HidesChange(f *Figure, answers ...int) bool {
	then, ok := f.Earlier(answers...)
	return w.Hides(f, answers...) || ok && w.Hides(f.Compare, then...)
}

// HidesBase says whether even the number of those who answered is withheld.
func (w Withheld) HidesBase(f *Figure) bool { return w.cells[f].Closed }

// Any says whether something of a figure is withheld, so that a note must say so.
func (w Withheld) Any(f *Figure) bool { return w.cells[f].Any() }

// Minimum is the smallest count that is published of some figures, the largest of those of which
// something is withheld; 0 when all is published.
func (w Withheld) Minimum(figures ...*Figure) int {
	least := 0
	for _, f := range figures {
		least = max(least, w.least[f])
	}
	return least
}

// Gaps is how many counts are withheld, and why.
type Gaps struct {
	Counts, Withheld int
	Small            int // are small, or all but a small group gave the answer
	Inside           int // are of small groups, in which all is withheld
	Further          int // are withheld so that those cannot be computed
	Minimum          int
}

// Gaps are those of a breakdown, in all groups that are shown.
func (w Withheld) Gaps(b *Breakdown) Gaps {
	var figures []*Figure
	for _, g := range b.Groups {
		figures = append(figures, g.Figure)
	}
	return w.GapsOf(figures...)
}

// GapsOf are those of some figures.
func (w Withheld) GapsOf(figures ...*Figure) Gaps {
	g := Gaps{Minimum: w.Minimum(figures...)}
	for _, f := range figures {
		for i, a := range f.Answers {
			g.Counts++
			switch {
			case !w.Hides(f, i):
				continue
			case small(f.N, g.Minimum):
				g.Inside++
			case small(a.Count, g.Minimum) || f.Kind == Multiple && small(f.N-a.Count, g.Minimum):
				g.Small++
			default:
				g.Further++
			}
			g.Withheld++
		}
	}
	return g
}

// Nothing says whether all of the report is published.
func (w Withheld) Nothing() bool { return len(w.cells) == 0 }

// Withhold decides what to withhold of the figures of some surveys, by the minimum of each. A
// follow-up whose base would give away its parent's answer is closed altogether. The breakdowns of
// a survey are decided on together, after the figures of everyone (linked.go).
func Withhold(surveys []*Survey, minimum func(*Figure) int) Withheld {
	w := Withheld{cells: map[*Figure]privacy.Cells{}, least: map[*Figure]int{}}
	for _, s := range surveys {
		for _, f := range s.Figures {
			w.decide(f, minimum, 0)
		}
		if len(s.Breakdowns) > 0 {
			w.breakdowns(s, minimum, 2)
		}
		for slices.ContainsFunc(s.Figures, w.closeFollow) { // until none has to be closed
		}
	}
	return w
}

// closeFollow closes a follow-up, and its groups, when the answers that lead to it are withheld; it
// says whether it did.
func (w Withheld) closeFollow(f *Figure) bool {
	if f.Follows == nil || w.HidesBase(f) || len(f.Answers) == 0 ||
		!w.Hides(f.Follows.Figure, f.Follows.Answers...) {
		return false
	}
	closed, least := privacy.Closed(len(f.Answers)), max(w.least[f], w.least[f.Follows.Figure])
	w.cells[f], w.least[f] = closed, least
	for _, b := range f.Breakdowns {
		for _, g := range b.Groups {
			w.cells[g.Figure], w.least[g.Figure] = closed, least
		}
	}
	return true
}

// decide decides on a figure, after its parent.
func (w Withheld) decide(f *Figure, minimum func(*Figure) int, depth int) {
	if _, done := w.cells[f]; done || depth > len(f.Survey.Figures) {
		return
	}
	counts := make([]int, len(f.Answers))
	for i, a := range f.Answers {
		counts[i] = a.Count
	}
	m := minimum(f)
	var c privacy.Cells
	switch {
	case f.Kind == Open:
	case f.Kind == Multiple:
		c = privacy.Multiple(counts, f.N, m)
	default:
		c = privacy.Single(counts, m)
	}
	if f.Follows != nil {
		parent := f.Follows.Figure
		w.decide(parent, minimum, depth+1)
		if p := w.cells[parent]; len(p.Withheld) > 0 && !p.Published(f.Follows.Answers...) {
			c, m = privacy.Closed(len(counts)), max(m, w.least[parent])
		}
	}
	if c.Any() {
		w.cells[f], w.least[f] = c, m
	} else {
		delete(w.cells, f)
	}
}

// Withhold decides what the surveys that were read withhold. Each figure has the given minimum, or
// the one of its own.
func (r *Reader) Withhold(common int) Withheld {
	return Withhold(r.All(), func(f *Figure) int {
		if t := r.tables[f.Whole()]; t != nil && t.Child("minimum") != nil {
			return t.QuietCount("minimum")
		}
		return common
	})
}
