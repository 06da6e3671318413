package survey

import (
	"slices"

	"rapport/content/source"
)

// Breakdown is the answers to a question within groups of those who answered it: those who gave each
// answer to another question of the same survey (a cross tabulation).
type Breakdown struct {
	Pos    source.Pos
	Figure *Figure  // the question that is broken down
	By     *Figure  // the question whose answers are the groups
	Groups []*Group // as they are shown: in the order of By's answers, merged ones where their first part was
	Parts  []*Group // those that were merged into larger ones, and are not shown by themselves

	byLabel map[string]*Group // by labelKey, once they have been read
}

// Group is the people of a breakdown who gave some answers to its By.
type Group struct {
	Pos       source.Pos
	Breakdown *Breakdown
	Label     string // an answer's, or the name of a merged group; may hold soft hyphens
	Short     string // for narrow places; Label when none is given
	Of        []int  // indices in the answers of By: one, or several that were merged
	Residual  bool   // "annet", "vet ikke": always last

	// Figure is the question as the group answered it: the same answers in the same order, with
	// counts and a base of its own. Its Within is the group, its Compare the same group's in the
	// earlier year.
	Figure *Figure
}

// inGroup stands between what is told and the group that it is told of, in TOML.
const inGroup = " in "

// index makes groups quick to find, when no more come.
func (b *Breakdown) index() {
	b.byLabel = make(map[string]*Group, len(b.Groups))
	for _, g := range slices.Backward(b.Groups) {
		b.byLabel[labelKey(g.Label)] = g
	}
}

// Group is the group of that label, nil when there is none that is shown.
func (b *Breakdown) Group(label string) *Group {
	want := labelKey(label)
	if g := b.byLabel[want]; g != nil {
		return g
	}
	for _, g := range b.Groups {
		if labelKey(g.Label) == want {
			return g
		}
	}
	for _, g := range b.Groups {
		if labelKey(g.Short) == want {
			return g
		}
	}
	return nil
}

// Overlap says whether one person may be in several groups, since several answers could be given.
func (b *Breakdown) Overlap() bool { return b.By.Kind == Multiple }

// Whole is the figure of all groups: the figure itself, or the one that a group's is a part of.
func (f *Figure) Whole() *Figure {
	if f.Within == nil {
		return f
	}
	return f.Within.Breakdown.Figure
}

// BrokenDown is the breakdown of a figure by a question, by its id; nil when there is none.
func (f *Figure) BrokenDown(by string) *Breakdown {
	for _, b := range f.Breakdowns {
		if b.By.ID == by {
			return b
		}
	}
	return nil
}

// Groups are all groups of the breakdowns of a figure that are called so.
func (f *Figure) Groups(label string) []*Group {
	var all []*Group
	for _, b := range f.Breakdowns {
		if g := b.Group(label); g != nil {
			all = append(all, g)
		}
	}
	return all
}

// Extreme are the labels of the groups in which the largest share, or the smallest, gave some
// answers: one, or several whose shares are the same. Residual groups, and those of which the share
// may not be published, are passed over.
func (b *Breakdown) Extreme(largest bool, w Withheld, answers ...int) []string {
	var labels []string
	var best *Figure
	for _, g := range b.Groups {
		f := g.Figure
		if g.Residual || f.N < TooFewAnswers || !w.Share(f, answers...).Published() {
			continue
		}
		more := 0
		if best != nil {
			more = f.Sum(answers...)*best.N - best.Sum(answers...)*f.N
		}
		if !largest {
			more = -more
		}
		switch {
		case best == nil || more > 0:
			best, labels = f, []string{g.Label}
		case more == 0:
			labels = append(labels, g.Label)
		}
	}
	return labels
}
