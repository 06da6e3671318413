package survey

import (
	"fmt"
	"strings"

	"rapport/content/source"
)

// Link resolves what the figures of all surveys say of each other, and checks counts against bases.
func (r *Reader) Link() {
	for _, s := range r.All() {
		r.link(s)
	}
	for _, s := range r.used {
		for _, f := range s.Figures {
			r.linkBack(f)
		}
	}
	for _, s := range r.All() {
		r.linkBreakdowns(s)
	}
	for _, s := range r.used {
		for _, b := range s.Breakdowns {
			r.linkGroups(b)
		}
	}
}

// linkBack follows a figure back to surveys that the report does not name, so that it is known over
// as many years as there are. A survey that is only compared with needs no earlier one itself: where
// that is not there, the figure begins.
func (r *Reader) linkBack(f *Figure) {
	for f = f.Compare; f != nil && f.Compare == nil && !r.uses(f.Survey); f = f.Compare {
		if id, _ := r.compares(f); r.byID[id] == nil || r.linked[f] {
			return
		}
		r.linked[f] = true
		r.linkCompare(f)
	}
}

// link does so for one survey.
func (r *Reader) link(s *Survey) {
	for _, f := range s.Figures {
		r.linkFollows(f)
	}
	state := map[*Figure]int{}
	for _, f := range s.Figures {
		r.base(f, state)
	}
	if !r.uses(s) {
		return
	}
	for _, f := range s.Figures {
		r.linkCompare(f)
	}
}

// linkFollows finds the answer that leads to a follow-up question.
func (r *Reader) linkFollows(f *Figure) {
	t := r.tables[f].Sub("follows")
	if t == nil {
		return
	}
	n, id := t.TextNode("figure", source.Required)
	labels := t.Texts("answer", source.Required, true)
	t.Done()
	r.unsure[f] = r.unsure[f] || n == nil || len(labels) == 0
	if n == nil {
		return
	}
	parent := f.Survey.Figure(strings.TrimPrefix(id, f.Survey.ID+"."))
	if parent == nil {
		r.unsure[f] = true
		if !r.source.Incomplete {
			r.source.AtValue(n, "survey "+source.Quoted(f.Survey.ID)+" has no figure "+
				source.Quoted(id), source.DidYouMean(id, f.Survey.figureIDs()))
		}
		return
	}
	f.Follows = &Follow{Figure: parent, Answers: r.answersOf(labels, parent)}
	r.unsure[f] = r.unsure[f] || len(f.Follows.Answers) < len(labels)
	if parent.Kind == Multiple && len(f.Follows.Answers) > 1 {
		r.source.AtValue(t.Child("answer"),
			"answers of a multiple-choice question overlap, so they cannot be added to a base",
			"name one answer")
	}
}

func (s *Survey) figureIDs() []string {
	var ids []string
	for _, f := range s.Figures {
		ids = append(ids, f.ID)
	}
	return ids
}

// Stages of the search for bases.
const (
	untouched = iota
	under
	finished
)

// base computes how many were asked and how many answered, parents first, and checks the counts.
func (r *Reader) base(f *Figure, state map[*Figure]int) {
	if state[f] != untouched {
		return
	}
	state[f] = under
	f.Asked = f.Survey.Answered
	if f.Follows != nil {
		parent := f.Follows.Figure
		if state[parent] == under {
			r.source.AtKey(r.tables[f].Node.Child("follows"),
				"the bases go in a circle: "+f.circle(),
				"a follow-up must lead back to a question that was asked of everyone")
			f.Follows = nil
			r.unsure[f] = true
		} else {
			r.base(parent, state)
			r.unsure[f] = r.unsure[f] || r.unsure[parent]
			f.Asked = parent.Sum(f.Follows.Answers...)
		}
	}
	state[f] = finished
	t := r.tables[f]
	f.Missing = t.QuietCount("missing")
	r.unsure[f] = r.unsure[f] || r.unsure[f.Survey] || !t.IsCount("missing") ||
		!t.IsCount("responses")
	if f.Kind == Open {
		r.openBase(t, f)
		return
	}
	f.N = f.Asked - f.Missing
	if f.N <= 0 && f.Total() > 0 {
		f.N = 0
		if f.Kind != "" && !r.unsure[f] {
			r.source.AtKey(t.Node, fmt.Sprintf("nobody is left to answer: %s", f.baseWords()), "")
		}
		return
	}
	r.checkCounts(t, f)
}

// circle names the figures of a circle of follow-ups.
func (f *Figure) circle() string {
	names := f.ID
	for g := f.Follows.Figure; g != nil && g != f; {
		names += " → " + g.ID
		if g.Follows == nil {
			break
		}
		g = g.Follows.Figure
	}
	return names + " → " + f.ID
}

// openBase takes the number of free-text answers.
func (r *Reader) openBase(t *source.Table, f *Figure) {
	f.N = t.QuietCount("responses")
	n := t.Child("responses")
	switch {
	case n == nil || r.unsure[f]:
	case f.N > f.Asked:
		r.source.AtValue(n, fmt.Sprintf("%d answers, but only %d were asked", f.N, f.Asked), "")
	case t.Child("missing") != nil && f.N+f.Missing != f.Asked:
		r.source.AtValue(t.Child("missing"),
			fmt.Sprintf("%d answers and %d missing do not make the %d who were asked",
				f.N, f.Missing, f.Asked),
			"leave missing out: it follows from responses")
	}
	f.Missing = max(0, f.Asked-f.N)
}

// baseWords says how a base comes about.
func (f *Figure) baseWords() string {
	words := fmt.Sprintf("%d answered the survey", f.Asked)
	if f.Follows != nil {
		words = fmt.Sprintf("%d gave the answer that leads here", f.Asked)
	}
	if f.Missing > 0 {
		words += fmt.Sprintf(", less %d missing", f.Missing)
	}
	return words
}

// checkCounts holds the counts against the base.
func (r *Reader) checkCounts(t *source.Table, f *Figure) {
	answers := t.Sub("answers")
	if answers == nil || f.Kind == "" || f.Total() == 0 || r.unsure[f] {
		return
	}
	if f.Kind == Multiple {
		for _, a := range f.Answers {
			if n := answers.Child(a.Label); n != nil && a.Count > f.N {
				r.source.AtValue(n, fmt.Sprintf("%d gave this answer, but the base is %d (%s)",
					a.Count, f.N, f.baseWords()), "correct the count or the base")
			}
		}
		return
	}
	sum := f.Total()
	text := fmt.Sprintf("the counts add up to %d, but the base is %d (%s)", sum, f.N, f.baseWords())
	switch missing := f.Asked - sum; {
	case sum == f.N:
	case missing < 0:
		r.source.AtKey(answers.Node, fmt.Sprintf("%s: %d too many", text, sum-f.N),
			"correct a count or the base; "+
				`if one person could give several answers, kind = "multiple"`)
	case missing == 0:
		r.source.AtKey(answers.Node, fmt.Sprintf("%s: %d too many", text, sum-f.N),
			"correct a count, or take out missing")
	case sum > f.N:
		r.source.AtKey(answers.Node, fmt.Sprintf("%s: %d too many", text, sum-f.N),
			fmt.Sprintf("correct a count, or say missing = %d", missing))
	default:
		r.source.AtKey(answers.Node, fmt.Sprintf("%s: %d too few", text, f.N-sum),
			fmt.Sprintf("correct a count, or say missing = %d", missing))
	}
}
