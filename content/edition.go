package content

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
	"rapport/content/survey"
)

// Edition is the group that an edition of a report is for: those who gave an answer to a question by
// which others are broken down.
type Edition struct {
	By    *Figure
	Label string // the group's; may hold soft hyphens
	Size  int    // how many are in it
	// Closed says that no edition is made, since so few are in the group that it is not published.
	Closed bool
}

// Small says whether percentages of the group say less than counts.
func (e *Edition) Small() bool { return e.Size < survey.FewAnswers }

// Editions are the groups that editions of a report may be made for by a question, "fylke" or
// "ek2024.fylke": all that some breakdown by it has, in the order of its answers. Of a report that
// breaks nothing down by it there are none, and the error says what there is.
func (r *Report) Editions(by string) ([]Edition, error) {
	all, known, seen := []Edition{}, []string{}, map[string]bool{}
	for _, b := range r.breakdowns() {
		if !slices.Contains(known, b.By.ID) {
			known = append(known, b.By.ID)
		}
		if !isBy(b, by) {
			continue
		}
		for _, g := range b.Groups {
			if !seen[g.Label] {
				seen[g.Label] = true
				all = append(all, r.edition(g))
			}
		}
	}
	if len(all) > 0 {
		return all, nil
	}
	m := &MissingError{What: "breakdown", Name: "by " + by, Have: known,
		Nearest: source.Nearest(by, known)}
	return nil, m
}

// breakdowns are those of all surveys of the report.
func (r *Report) breakdowns() (all []*Breakdown) {
	for _, s := range r.Surveys {
		all = append(all, s.Breakdowns...)
	}
	return all
}

// isBy says whether a breakdown is by a question: "fylke" or "ek2024.fylke".
func isBy(b *Breakdown, by string) bool { return b.By.ID == by || b.By.Ref() == by }

// edition is the edition for a group.
func (r *Report) edition(g *Group) Edition {
	size, w := g.Breakdown.By.Sum(g.Of...), r.Withheld()
	return Edition{By: g.Breakdown.By, Label: g.Label, Size: size, Closed: g.Residual ||
		size < survey.TooFewAnswers || w.HidesBase(g.Breakdown.By) || w.Hides(g.Breakdown.By, g.Of...)}
}

// Audience names the group that an edition is for: the question that makes the groups, and the label
// of one.
type Audience struct{ By, Group string }

// speakTo finds the group that the report is for, and how texts call it.
func (l *loader) speakTo() {
	l.text.Audience = strings.ToLower(l.report.Terms().All)
	l.surveys.For("", "")
	if l.report.Edition = l.forAudience(l.audience); l.report.Edition != nil {
		l.text.Audience = language.WithoutSoftHyphens(l.report.Edition.Label)
	}
}

// forAudience finds the group that the report is loaded for; nil when it is for everyone.
func (l *loader) forAudience(a Audience) *Edition {
	if a.By == "" {
		return nil
	}
	for _, b := range l.report.breakdowns() {
		if !isBy(b, a.By) {
			continue
		}
		if g := b.Group(a.Group); g != nil {
			e := l.report.edition(g)
			l.surveys.For(e.By.ID, e.Label)
			return &e
		}
	}
	return nil
}

// named names the edition on the cover and in the colophon.
func (l *loader) named(r *Report) {
	e := r.Edition
	if e == nil {
		return
	}
	label := language.WithoutSoftHyphens(e.Label)
	if r.Subtitle = strings.TrimSuffix(label+" · "+r.Subtitle, " · "); r.Subtitle == "" {
		r.Subtitle = label
	}
	terms := r.Terms()
	text := fmt.Sprintf(terms.ForGroup, label, r.Locale().Int(e.Size))
	r.Facts = append(r.Facts, Fact{Label: terms.Edition,
		Text: Prose{{Inlines: []Inline{{Text: text}}, First: true}}})
}

// beside shows the group beside all in a block that shows one question.
func (l *loader) beside(b *Block) {
	e := l.report.Edition
	if e == nil || b.Kind != FigureBlock || len(b.Figures) != 1 || b.By != nil {
		return
	}
	f := b.Figures[0]
	within := f.BrokenDown(e.By.ID)
	if f.Within != nil || within == nil {
		return
	}
	g := within.Group(e.Label)
	if g == nil || !l.report.telling(g) {
		return
	}
	two := &Breakdown{Pos: within.Pos, Figure: f, By: within.By}
	two.Groups = []*Group{g}
	b.Form = "stacked"
	if !stacks(f) {
		all := l.report.Terms().All
		two.Groups = append(two.Groups, &Group{Pos: f.Pos, Breakdown: two, Label: all, Short: all,
			Figure: f})
		b.Form = "multiples"
	}
	b.By, b.Compare = two, false
}

// telling says whether what a group answered may be told and says something.
func (r *Report) telling(g *Group) bool {
	return !r.Withheld().HidesBase(g.Figure) && g.Figure.N >= survey.TooFewAnswers
}

// InEdition is a key figure as the group of the edition answered it. It is not ok in the report for
// everyone, where the question is not broken down by the one that makes the groups, and, with withheld,
// where the group's number may not be published.
func (r *Report) InEdition(k KeyFigure) (group KeyFigure, withheld, ok bool) {
	if r.Edition == nil || k.Figure == nil || k.Figure.Within != nil {
		return k, false, false
	}
	within := k.Figure.BrokenDown(r.Edition.By.ID)
	if within == nil {
		return k, false, false
	}
	g := within.Group(r.Edition.Label)
	if g == nil {
		return k, false, false
	}
	if !r.telling(g) || r.Withheld().Hides(g.Figure, k.Answers...) {
		return k, true, false
	}
	group = k
	group.Figure = g.Figure
	return group, false, true
}

// stacks says whether stacked rows show a question best: a scale, whose rows stand below each other
// and below that of all.
func stacks(f *Figure) bool { return f.Kind == Scale && len(f.ScaleSteps()) >= 2 }

// The readers for whom a block is.
const (
	whenAll      = "all"      // the ordinary report
	whenGroup    = "group"    // any edition
	whenLarge    = "large"    // of a group of 30 or more
	whenSmall    = "small"    // of a smaller one
	whenWithheld = "withheld" // where a number of the group is withheld in the topic
)

var whens = []string{whenAll, whenGroup, whenLarge, whenSmall, whenWithheld}

// readWhen reads for which readers a block is; nil for all.
func (l *loader) readWhen(t *source.Table, b *Block) {
	for _, n := range t.Texts("when", source.Optional, true) {
		word := strings.TrimSpace(n.Text())
		if !slices.Contains(whens, word) {
			l.src.AtValue(n, source.Quoted("when")+" knows no "+source.Quoted(word),
				source.OrOneOf(word, whens))
			continue
		}
		b.when = append(b.when, word)
	}
}

// forReaders takes the blocks out of a topic that are for other readers.
func (l *loader) forReaders(topic *Topic) {
	withheld := slices.ContainsFunc(topic.Blocks, func(b *Block) bool {
		return b.when == nil && slices.ContainsFunc(b.grouped(), l.report.Withheld().Any)
	})
	is := map[string]bool{}
	switch e := l.report.Edition; {
	case e == nil:
		is[whenAll] = true
	case e.Small():
		is[whenGroup], is[whenSmall], is[whenWithheld] = true, true, withheld
	default:
		is[whenGroup], is[whenLarge], is[whenWithheld] = true, true, withheld
	}
	topic.Blocks = slices.DeleteFunc(topic.Blocks, func(b *Block) bool {
		return b.when != nil && !slices.ContainsFunc(b.when, func(w string) bool { return is[w] })
	})
}
