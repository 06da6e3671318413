package content

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/source"
)

// readSurvey reads the [survey] and the [[figure]]s of a folder. What figures say of other figures is
// resolved afterwards, by link, when every survey is there.
func (l *loader) readSurvey(root *source.Node) *Survey {
	top := l.src.Table(root)
	t := top.Table("survey", source.Optional)
	if t == nil {
		return nil
	}
	s := &Survey{
		Pos: t.Pos(), ID: t.ID(false), Title: t.Text("title", source.Required), Year: t.Count("year", source.Required),
		Period: t.Text("period", source.Optional), Population: t.Text("population", source.Optional), Mode: t.Text("mode", source.Optional),
		Invited: t.Count("invited", source.Optional), Answered: t.Count("answered", source.Required),
		Source: t.Text("source", source.Optional), Note: t.Text("note", source.Optional),
	}
	t.Done()
	if !t.IsCount("invited") || !t.IsCount("answered") || t.Child("answered") == nil {
		l.unsure[s] = true
	}
	if n := t.Child("invited"); n != nil && s.Answered > s.Invited && !l.unsure[s] {
		l.src.AtValue(t.Child("answered"), fmt.Sprintf("%d answered, but only %d were invited", s.Answered, s.Invited), "correct one of the two")
	}
	for _, ft := range top.Tables("figure", source.Optional) {
		f := l.readFigure(ft, s)
		if twin := s.Figure(f.ID); f.ID != "" && twin != nil {
			l.src.AtValue(ft.Child("id"), "figure "+source.Quoted(f.ID)+" is there twice", "the other one is at "+twin.Pos.String())
		}
		s.Figures = append(s.Figures, f)
	}
	if other := l.surveys[s.ID]; other != nil && s.ID != "" {
		l.src.AtValue(t.Child("id"), "survey "+source.Quoted(s.ID)+" is there twice", "the other one is at "+other.Pos.String())
	} else if s.ID != "" {
		l.surveys[s.ID] = s
	}
	return s
}

var figureKinds = []string{string(Single), string(Multiple), string(Scale), string(Open)}

// readFigure reads one question with its answers.
func (l *loader) readFigure(t *source.Table, s *Survey) *Figure {
	f := &Figure{
		Pos: t.Pos(), Survey: s, ID: t.ID(false), Question: t.Text("question", source.Required),
		Title: t.Text("title", source.Optional), Kind: Kind(t.Choice("kind", source.Required, figureKinds)),
		Incomparable: t.Text("incomparable", source.Optional),
		Source:       t.Text("source", source.Optional), Note: t.Text("note", source.Optional),
		Derived: t.Flag("derived", false),
	}
	f.Ordered = t.Flag("ordered", false) || f.Kind == Scale
	l.places[f] = t
	l.readAnswers(t, f)
	t.Count("missing", source.Optional)
	t.Table("follows", source.Optional)
	t.Value("compare", source.Optional)
	t.Table("merge", source.Optional)
	t.Count("responses", source.Need(f.Kind == Open))
	l.readRoles(t, f)
	t.Count("minimum", source.Optional)
	l.readPrinted(t, f)
	t.Allow(f)
	t.Done()
	if f.Kind != Open && f.Kind != "" && t.Child("responses") != nil {
		l.src.AtKey(t.Child("responses"), source.Quoted("responses")+" belongs to figures of kind open", "give [figure.answers] instead")
	}
	return f
}

// readAnswers reads the counts, in the order in which they are written, and their short labels.
func (l *loader) readAnswers(t *source.Table, f *Figure) {
	answers := t.Table("answers", source.Need(f.Kind != Open && f.Kind != ""))
	if answers != nil && f.Kind == Open {
		l.src.AtKey(answers.Node, "a figure of kind open has no answers to count", "say how many there are: responses = 13")
		return
	}
	if answers != nil {
		l.readCounts(answers, f)
	}
	short := t.Table("short", source.Optional)
	if short == nil {
		return
	}
	for _, n := range short.Node.Children {
		i, ok := f.byFullLabel(n.Name)
		if !ok {
			l.src.AtKey(n, "no answer is called "+source.Quoted(n.Name), source.OrOneOf(n.Name, f.Labels()))
			continue
		}
		if s := short.Text(n.Name, source.Required); s != "" {
			f.Answers[i].Short = s
		}
	}
}

func (l *loader) readCounts(answers *source.Table, f *Figure) {
	seen := map[string]*source.Node{}
	for _, n := range answers.Node.Children {
		if strings.TrimSpace(n.Name) == "" {
			l.src.AtKey(n, "an answer without a label", "")
		}
		key := strings.ToLower(strings.TrimSpace(labelKey(n.Name)))
		if old := seen[key]; old != nil {
			l.src.AtKey(n, "the answer "+source.Quoted(n.Name)+" is there twice", "the other one is at "+old.KeyPos().String())
		}
		seen[key] = n
		if !n.IsCount() {
			l.unsure[f] = true
		}
		f.Answers = append(f.Answers, Answer{Pos: n.KeyPos(), Label: n.Name, Short: n.Name, Count: l.src.Count(n)})
	}
	switch {
	case len(f.Answers) == 0:
		l.src.AtKey(answers.Node, "there are no answers", `one a line: "Ja" = 28`)
	case f.Total() == 0 && !l.unsure[f]:
		l.warn(nil, answers.Node, answers.Node.Key, "all counts are zero", "leave the figure out")
	}
}

// readRoles reads which answers are residual, highlighted, low and high.
func (l *loader) readRoles(t *source.Table, f *Figure) {
	for _, i := range l.answersOf(t.Texts("residual", source.Optional, true), f) {
		f.Answers[i].Residual = true
	}
	f.Highlight = l.answersOf(t.Texts("highlight", source.Optional, true), f)
	low, high := t.Texts("low", source.Optional, true), t.Texts("high", source.Optional, true)
	f.Low, f.High = l.answersOf(low, f), l.answersOf(high, f)
	if f.Kind != Scale {
		for _, name := range []string{"low", "high"} {
			if n := t.Child(name); n != nil && f.Kind != "" {
				l.src.AtKey(n, source.Quoted(name)+" belongs to figures of kind scale", "")
			}
		}
		return
	}
	lowest, highest := f.steps()
	if t.Child("low") == nil {
		f.Low = lowest
	}
	if t.Child("high") == nil {
		f.High = highest
	}
	for _, i := range f.Low {
		if slices.Contains(f.High, i) {
			l.src.Problem(t.Node, t.Node.Key, "the step "+source.Quoted(f.Answers[i].Label)+" is both low and high", "")
		}
	}
}

// steps are the low and the high steps of a scale by default: two of each of five, one of three or four.
func (f *Figure) steps() (low, high []int) {
	var all []int
	for i, a := range f.Answers {
		if !a.Residual {
			all = append(all, i)
		}
	}
	if len(all) < 2 {
		return nil, nil
	}
	k := max(1, (len(all)-1)/2)
	return all[:k:k], all[len(all)-k:]
}

// answersOf are the indices of the answers that a list of labels names.
func (l *loader) answersOf(labels []*source.Node, f *Figure) []int {
	var out []int
	for _, n := range labels {
		label := n.Text()
		i, ok := f.ByLabel(strings.TrimSpace(label))
		switch {
		case !ok:
			if !l.src.Incomplete || len(f.Answers) > 0 {
				l.src.AtValue(n, fmt.Sprintf("%s has no answer %s", source.Quoted(f.Ref()), source.Quoted(label)), source.OrOneOf(label, f.Labels()))
			}
		case slices.Contains(out, i):
			l.src.AtValue(n, "the answer "+source.Quoted(label)+" is named twice", "")
		default:
			out = append(out, i)
		}
	}
	return out
}

// link resolves what the figures of a survey say of each other and of other surveys, and checks counts
// against bases. A survey that is only compared with needs no earlier one itself.
func (l *loader) link(s *Survey) {
	for _, f := range s.Figures {
		l.linkFollows(f)
	}
	state := map[*Figure]int{}
	for _, f := range s.Figures {
		l.base(f, state)
	}
	if !l.uses(s) {
		return
	}
	for _, f := range s.Figures {
		l.linkCompare(f)
	}
}

// linkFollows finds the answer that leads to a follow-up question.
func (l *loader) linkFollows(f *Figure) {
	t := l.places[f].Sub("follows")
	if t == nil {
		return
	}
	n, id := t.TextNode("figure", source.Required)
	labels := t.Texts("answer", source.Required, true)
	t.Done()
	l.unsure[f] = l.unsure[f] || n == nil || len(labels) == 0
	if n == nil {
		return
	}
	parent := f.Survey.Figure(strings.TrimPrefix(id, f.Survey.ID+"."))
	if parent == nil {
		l.unsure[f] = true
		if !l.src.Incomplete {
			l.src.AtValue(n, "survey "+source.Quoted(f.Survey.ID)+" has no figure "+source.Quoted(id), source.DidYouMean(id, f.Survey.figureIDs()))
		}
		return
	}
	f.Follows = &Follow{Figure: parent, Answers: l.answersOf(labels, parent)}
	l.unsure[f] = l.unsure[f] || len(f.Follows.Answers) < len(labels)
	if parent.Kind == Multiple && len(f.Follows.Answers) > 1 {
		l.src.AtValue(t.Child("answer"), "answers of a multiple-choice question overlap, so they cannot be added to a base", "name one answer")
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
func (l *loader) base(f *Figure, state map[*Figure]int) {
	if state[f] != untouched {
		return
	}
	state[f] = under
	f.Asked = f.Survey.Answered
	if f.Follows != nil {
		parent := f.Follows.Figure
		if state[parent] == under {
			l.src.AtKey(l.places[f].Node.Child("follows"), "the bases go in a circle: "+f.circle(), "a follow-up must lead back to a question that was asked of everyone")
			f.Follows = nil
			l.unsure[f] = true
		} else {
			l.base(parent, state)
			l.unsure[f] = l.unsure[f] || l.unsure[parent]
			f.Asked = parent.Sum(f.Follows.Answers...)
		}
	}
	state[f] = finished
	t := l.places[f]
	f.Missing = t.QuietCount("missing")
	l.unsure[f] = l.unsure[f] || l.unsure[f.Survey] || !t.IsCount("missing") || !t.IsCount("responses")
	if f.Kind == Open {
		l.openBase(t, f)
		return
	}
	f.N = f.Asked - f.Missing
	if f.N <= 0 && f.Total() > 0 {
		f.N = 0
		if f.Kind != "" && !l.unsure[f] {
			l.src.AtKey(t.Node, fmt.Sprintf("nobody is left to answer: %s", f.baseWords()), "")
		}
		return
	}
	l.checkCounts(t, f)
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
func (l *loader) openBase(t *source.Table, f *Figure) {
	f.N = t.QuietCount("responses")
	n := t.Child("responses")
	switch {
	case n == nil || l.unsure[f]:
	case f.N > f.Asked:
		l.src.AtValue(n, fmt.Sprintf("%d answers, but only %d were asked", f.N, f.Asked), "")
	case t.Child("missing") != nil && f.N+f.Missing != f.Asked:
		l.src.AtValue(t.Child("missing"), fmt.Sprintf("%d answers and %d missing do not make the %d who were asked", f.N, f.Missing, f.Asked),
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
func (l *loader) checkCounts(t *source.Table, f *Figure) {
	answers := t.Sub("answers")
	if answers == nil || f.Kind == "" || f.Total() == 0 || l.unsure[f] {
		return
	}
	if f.Kind == Multiple {
		for _, a := range f.Answers {
			if n := answers.Child(a.Label); n != nil && a.Count > f.N {
				l.src.AtValue(n, fmt.Sprintf("%d gave this answer, but the base is %d (%s)", a.Count, f.N, f.baseWords()), "correct the count or the base")
			}
		}
		return
	}
	sum := f.Total()
	text := fmt.Sprintf("the counts add up to %d, but the base is %d (%s)", sum, f.N, f.baseWords())
	switch missing := f.Asked - sum; {
	case sum == f.N:
	case missing < 0:
		l.src.AtKey(answers.Node, fmt.Sprintf("%s: %d too many", text, sum-f.N), "correct a count or the base; if one person could give several answers, kind = \"multiple\"")
	case missing == 0:
		l.src.AtKey(answers.Node, fmt.Sprintf("%s: %d too many", text, sum-f.N), "correct a count, or take out missing")
	case sum > f.N:
		l.src.AtKey(answers.Node, fmt.Sprintf("%s: %d too many", text, sum-f.N), fmt.Sprintf("correct a count, or say missing = %d", missing))
	default:
		l.src.AtKey(answers.Node, fmt.Sprintf("%s: %d too few", text, f.N-sum), fmt.Sprintf("correct a count, or say missing = %d", missing))
	}
}

// linkCompare finds the figure of an earlier year, and the answers common to both.
func (l *loader) linkCompare(f *Figure) {
	t := l.places[f]
	n, ref := t.TextNode("compare", source.Optional)
	merge := t.Sub("merge")
	if n == nil {
		if merge != nil {
			l.src.AtKey(merge.Node, source.Quoted("merge")+" needs a figure to compare with", `name it: compare = "survey.figure"`)
		}
		return
	}
	if f.Incomparable != "" {
		l.src.AtKey(n, "the figure is compared and incomparable at the same time", "take one of the two out")
	}
	earlier := l.earlierFigure(n, ref, f.Survey)
	if earlier == nil {
		return
	}
	if earlier.Survey.Year >= f.Survey.Year {
		l.src.AtValue(n, fmt.Sprintf("%s is from %d, which is not before %d", source.Quoted(ref), earlier.Survey.Year, f.Survey.Year), "compare with an earlier year")
		return
	}
	if f.Kind == Open || earlier.Kind == Open {
		l.src.AtValue(n, "free text cannot be compared in numbers", `say why: incomparable = "…"`)
		return
	}
	f.Compare = earlier
	if merge != nil {
		l.readMerge(merge, f)
	}
	for i := range f.Answers {
		if _, ok := f.Earlier(i); ok || f.Merge != nil {
			return
		}
	}
	if len(f.Answers) > 0 && len(earlier.Answers) > 0 {
		l.src.AtValue(n, "no answer is the same in "+source.Quoted(earlier.Ref()), "map the answers of both years in [figure.merge]")
	}
}

// earlierFigure finds survey.figure in any survey that was loaded, whether the report names it or not.
func (l *loader) earlierFigure(n *source.Node, ref string, own *Survey) *Figure {
	id, name, _ := strings.Cut(ref, ".")
	s := l.surveys[id]
	if s == nil {
		var others []string
		for _, other := range l.allSurveys() {
			if other.Year < own.Year {
				others = append(others, other.ID)
			}
		}
		if !l.src.Incomplete {
			l.src.AtValue(n, "no survey is called "+source.Quoted(id), source.OrOneOf(id, others))
		}
		return nil
	}
	f := s.Figure(name)
	if f == nil && !l.src.Incomplete {
		l.src.AtValue(n, "survey "+source.Quoted(id)+" has no figure "+source.Quoted(name), source.OrOneOf(name, s.figureIDs()))
	}
	return f
}

// compared reports, unless that has been told, that a figure has no earlier one.
func (l *loader) compared(n *source.Node, at source.Span, f *Figure) bool {
	if f.Compare != nil {
		return true
	}
	if l.src.Incomplete || l.places[f].Node.Child("compare") != nil {
		return false // told where the figure is defined
	}
	hint := `name the earlier figure where the figure is defined: compare = "survey.figure"`
	if f.Incomparable != "" {
		hint = f.Incomparable
	}
	l.src.Problem(n, at, source.Quoted(f.Ref())+" is not compared with an earlier year", hint)
	return false
}

// readMerge reads the answers common to two years.
func (l *loader) readMerge(t *source.Table, f *Figure) {
	usedNow, usedThen := map[int]bool{}, map[int]bool{}
	for _, child := range t.Node.Children {
		m := t.Table(child.Name, source.Optional)
		if m == nil {
			continue
		}
		now, then := m.Texts("now", source.Required, true), m.Texts("then", source.Required, true)
		m.Done()
		merge := Merge{Label: child.Name, Now: l.answersOf(now, f), Then: l.answersOf(then, f.Compare)}
		l.onlyOnce(m.Node, merge.Now, usedNow, f)
		l.onlyOnce(m.Node, merge.Then, usedThen, f.Compare)
		if f.Kind == Multiple && len(merge.Now) > 1 || f.Compare.Kind == Multiple && len(merge.Then) > 1 {
			l.src.AtKey(m.Node, "answers of a multiple-choice question overlap, so they cannot be added", "merge one with one")
		}
		f.Merge = append(f.Merge, merge)
	}
	if len(f.Merge) == 0 {
		l.src.AtKey(t.Node, source.Quoted("merge")+" is empty", `"Team" = { now = ["Ja"], then = ["Ja"] }`)
	}
}

// onlyOnce reports answers that are in two merges.
func (l *loader) onlyOnce(n *source.Node, answers []int, used map[int]bool, f *Figure) {
	for _, a := range answers {
		if used[a] {
			l.src.AtKey(n, "the answer "+source.Quoted(f.Answers[a].Label)+" is merged twice", "")
		}
		used[a] = true
	}
}
