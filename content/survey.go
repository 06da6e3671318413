package content

import (
	"fmt"
	"slices"
	"strings"
)

// readSurvey reads the [survey] and the [[figure]]s of a folder. What figures say of other figures is
// resolved afterwards, by link, when every survey is there.
func (l *loader) readSurvey(root *node) *Survey {
	top := l.src.table(root)
	t := top.table("survey", optional)
	if t == nil {
		return nil
	}
	s := &Survey{
		Pos: t.pos(), ID: t.id(false), Title: t.text("title", required), Year: t.count("year", required),
		Period: t.text("period", optional), Population: t.text("population", optional), Mode: t.text("mode", optional),
		Invited: t.count("invited", optional), Answered: t.count("answered", required),
		Source: t.text("source", optional), Note: t.text("note", optional),
	}
	t.done()
	if !t.isCount("invited") || !t.isCount("answered") || t.child("answered") == nil {
		l.unsure[s] = true
	}
	if n := t.child("invited"); n != nil && s.Answered > s.Invited && !l.unsure[s] {
		l.src.atValue(t.child("answered"), fmt.Sprintf("%d answered, but only %d were invited", s.Answered, s.Invited), "correct one of the two")
	}
	for _, ft := range top.tables("figure", optional) {
		f := l.readFigure(ft, s)
		if twin := s.Figure(f.ID); f.ID != "" && twin != nil {
			l.src.atValue(ft.child("id"), "figure "+quoted(f.ID)+" is there twice", "the other one is at "+twin.Pos.String())
		}
		s.Figures = append(s.Figures, f)
	}
	if other := l.surveys[s.ID]; other != nil && s.ID != "" {
		l.src.atValue(t.child("id"), "survey "+quoted(s.ID)+" is there twice", "the other one is at "+other.Pos.String())
	} else if s.ID != "" {
		l.surveys[s.ID] = s
	}
	return s
}

var figureKinds = []string{string(Single), string(Multiple), string(Scale), string(Open)}

// readFigure reads one question with its answers.
func (l *loader) readFigure(t *table, s *Survey) *Figure {
	f := &Figure{
		Pos: t.pos(), Survey: s, ID: t.id(false), Question: t.text("question", required),
		Title: t.text("title", optional), Kind: Kind(t.choice("kind", required, figureKinds)),
		Incomparable: t.text("incomparable", optional),
		Source:       t.text("source", optional), Note: t.text("note", optional),
		Derived: t.flag("derived", false),
	}
	f.Ordered = t.flag("ordered", false) || f.Kind == Scale
	l.places[f] = t
	l.readAnswers(t, f)
	t.count("missing", optional)
	t.table("follows", optional)
	t.value("compare", optional)
	t.table("merge", optional)
	t.count("responses", need(f.Kind == Open))
	l.readRoles(t, f)
	t.count("minimum", optional)
	l.readPrinted(t, f)
	t.allow(f)
	t.done()
	if f.Kind != Open && f.Kind != "" && t.child("responses") != nil {
		l.src.atKey(t.child("responses"), quoted("responses")+" belongs to figures of kind open", "give [figure.answers] instead")
	}
	return f
}

// readAnswers reads the counts, in the order in which they are written, and their short labels.
func (l *loader) readAnswers(t *table, f *Figure) {
	answers := t.table("answers", need(f.Kind != Open && f.Kind != ""))
	if answers != nil && f.Kind == Open {
		l.src.atKey(answers.n, "a figure of kind open has no answers to count", "say how many there are: responses = 13")
		return
	}
	if answers != nil {
		l.readCounts(answers, f)
	}
	short := t.table("short", optional)
	if short == nil {
		return
	}
	for _, n := range short.n.children {
		i, ok := f.byFullLabel(n.name)
		if !ok {
			l.src.atKey(n, "no answer is called "+quoted(n.name), orOneOf(n.name, f.Labels()))
			continue
		}
		if s := short.text(n.name, required); s != "" {
			f.Answers[i].Short = s
		}
	}
}

func (l *loader) readCounts(answers *table, f *Figure) {
	seen := map[string]*node{}
	for _, n := range answers.n.children {
		if strings.TrimSpace(n.name) == "" {
			l.src.atKey(n, "an answer without a label", "")
		}
		key := strings.ToLower(strings.TrimSpace(labelKey(n.name)))
		if old := seen[key]; old != nil {
			l.src.atKey(n, "the answer "+quoted(n.name)+" is there twice", "the other one is at "+old.keyPos().String())
		}
		seen[key] = n
		if !n.isCount() {
			l.unsure[f] = true
		}
		f.Answers = append(f.Answers, Answer{Pos: n.keyPos(), Label: n.name, Short: n.name, Count: l.src.count(n)})
	}
	switch {
	case len(f.Answers) == 0:
		l.src.atKey(answers.n, "there are no answers", `one a line: "Ja" = 28`)
	case f.Total() == 0 && !l.unsure[f]:
		l.src.atKey(answers.n, "all counts are zero", "a figure needs at least one answer")
	}
}

// readRoles reads which answers are residual, highlighted, low and high.
func (l *loader) readRoles(t *table, f *Figure) {
	for _, i := range l.answersOf(t.texts("residual", optional, true), f) {
		f.Answers[i].Residual = true
	}
	f.Highlight = l.answersOf(t.texts("highlight", optional, true), f)
	low, high := t.texts("low", optional, true), t.texts("high", optional, true)
	f.Low, f.High = l.answersOf(low, f), l.answersOf(high, f)
	if f.Kind != Scale {
		for _, name := range []string{"low", "high"} {
			if n := t.child(name); n != nil && f.Kind != "" {
				l.src.atKey(n, quoted(name)+" belongs to figures of kind scale", "")
			}
		}
		return
	}
	lowest, highest := f.steps()
	if t.child("low") == nil {
		f.Low = lowest
	}
	if t.child("high") == nil {
		f.High = highest
	}
	for _, i := range f.Low {
		if slices.Contains(f.High, i) {
			l.src.problem(t.n, t.n.key, "the step "+quoted(f.Answers[i].Label)+" is both low and high", "")
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
func (l *loader) answersOf(labels []*node, f *Figure) []int {
	var out []int
	for _, n := range labels {
		label := n.textValue()
		i, ok := f.ByLabel(strings.TrimSpace(label))
		switch {
		case !ok:
			if !l.src.partial || len(f.Answers) > 0 {
				l.src.atValue(n, fmt.Sprintf("%s has no answer %s", quoted(f.Ref()), quoted(label)), orOneOf(label, f.Labels()))
			}
		case slices.Contains(out, i):
			l.src.atValue(n, "the answer "+quoted(label)+" is named twice", "")
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
	t := l.places[f].sub("follows")
	if t == nil {
		return
	}
	n, id := t.textNode("figure", required)
	labels := t.texts("answer", required, true)
	t.done()
	l.unsure[f] = l.unsure[f] || n == nil || len(labels) == 0
	if n == nil {
		return
	}
	parent := f.Survey.Figure(strings.TrimPrefix(id, f.Survey.ID+"."))
	if parent == nil {
		l.unsure[f] = true
		if !l.src.partial {
			l.src.atValue(n, "survey "+quoted(f.Survey.ID)+" has no figure "+quoted(id), didYouMean(id, f.Survey.figureIDs()))
		}
		return
	}
	f.Follows = &Follow{Figure: parent, Answers: l.answersOf(labels, parent)}
	l.unsure[f] = l.unsure[f] || len(f.Follows.Answers) < len(labels)
	if parent.Kind == Multiple && len(f.Follows.Answers) > 1 {
		l.src.atValue(t.child("answer"), "answers of a multiple-choice question overlap, so they cannot be added to a base", "name one answer")
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
			l.src.atKey(l.places[f].n.child("follows"), "the bases go in a circle: "+f.circle(), "a follow-up must lead back to a question that was asked of everyone")
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
	f.Missing = t.quietCount("missing")
	l.unsure[f] = l.unsure[f] || l.unsure[f.Survey] || !t.isCount("missing") || !t.isCount("responses")
	if f.Kind == Open {
		l.openBase(t, f)
		return
	}
	f.N = f.Asked - f.Missing
	if f.N <= 0 && f.Total() > 0 {
		f.N = 0
		if f.Kind != "" && !l.unsure[f] {
			l.src.atKey(t.n, fmt.Sprintf("nobody is left to answer: %s", f.baseWords()), "")
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
func (l *loader) openBase(t *table, f *Figure) {
	f.N = t.quietCount("responses")
	n := t.child("responses")
	switch {
	case n == nil || l.unsure[f]:
	case f.N > f.Asked:
		l.src.atValue(n, fmt.Sprintf("%d answers, but only %d were asked", f.N, f.Asked), "")
	case t.child("missing") != nil && f.N+f.Missing != f.Asked:
		l.src.atValue(t.child("missing"), fmt.Sprintf("%d answers and %d missing do not make the %d who were asked", f.N, f.Missing, f.Asked),
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
func (l *loader) checkCounts(t *table, f *Figure) {
	answers := t.sub("answers")
	if answers == nil || f.Kind == "" || f.Total() == 0 || l.unsure[f] {
		return
	}
	if f.Kind == Multiple {
		for _, a := range f.Answers {
			if n := answers.child(a.Label); n != nil && a.Count > f.N {
				l.src.atValue(n, fmt.Sprintf("%d gave this answer, but the base is %d (%s)", a.Count, f.N, f.baseWords()), "correct the count or the base")
			}
		}
		return
	}
	sum := f.Total()
	text := fmt.Sprintf("the counts add up to %d, but the base is %d (%s)", sum, f.N, f.baseWords())
	switch missing := f.Asked - sum; {
	case sum == f.N:
	case missing < 0:
		l.src.atKey(answers.n, fmt.Sprintf("%s: %d too many", text, sum-f.N), "correct a count or the base; if one person could give several answers, kind = \"multiple\"")
	case missing == 0:
		l.src.atKey(answers.n, fmt.Sprintf("%s: %d too many", text, sum-f.N), "correct a count, or take out missing")
	case sum > f.N:
		l.src.atKey(answers.n, fmt.Sprintf("%s: %d too many", text, sum-f.N), fmt.Sprintf("correct a count, or say missing = %d", missing))
	default:
		l.src.atKey(answers.n, fmt.Sprintf("%s: %d too few", text, f.N-sum), fmt.Sprintf("correct a count, or say missing = %d", missing))
	}
}

// linkCompare finds the figure of an earlier year, and the answers common to both.
func (l *loader) linkCompare(f *Figure) {
	t := l.places[f]
	n, ref := t.textNode("compare", optional)
	merge := t.sub("merge")
	if n == nil {
		if merge != nil {
			l.src.atKey(merge.n, quoted("merge")+" needs a figure to compare with", `name it: compare = "survey.figure"`)
		}
		return
	}
	if f.Incomparable != "" {
		l.src.atKey(n, "the figure is compared and incomparable at the same time", "take one of the two out")
	}
	earlier := l.earlierFigure(n, ref, f.Survey)
	if earlier == nil {
		return
	}
	if earlier.Survey.Year >= f.Survey.Year {
		l.src.atValue(n, fmt.Sprintf("%s is from %d, which is not before %d", quoted(ref), earlier.Survey.Year, f.Survey.Year), "compare with an earlier year")
		return
	}
	if f.Kind == Open || earlier.Kind == Open {
		l.src.atValue(n, "free text cannot be compared in numbers", `say why: incomparable = "…"`)
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
		l.src.atValue(n, "no answer is the same in "+quoted(earlier.Ref()), "map the answers of both years in [figure.merge]")
	}
}

// earlierFigure finds survey.figure in any survey that was loaded, whether the report names it or not.
func (l *loader) earlierFigure(n *node, ref string, own *Survey) *Figure {
	id, name, _ := strings.Cut(ref, ".")
	s := l.surveys[id]
	if s == nil {
		var others []string
		for _, other := range l.allSurveys() {
			if other.Year < own.Year {
				others = append(others, other.ID)
			}
		}
		if !l.src.partial {
			l.src.atValue(n, "no survey is called "+quoted(id), orOneOf(id, others))
		}
		return nil
	}
	f := s.Figure(name)
	if f == nil && !l.src.partial {
		l.src.atValue(n, "survey "+quoted(id)+" has no figure "+quoted(name), orOneOf(name, s.figureIDs()))
	}
	return f
}

// compared reports, unless that has been told, that a figure has no earlier one.
func (l *loader) compared(n *node, at span, f *Figure) bool {
	if f.Compare != nil {
		return true
	}
	if l.src.partial || l.places[f].n.child("compare") != nil {
		return false // told where the figure is defined
	}
	hint := `name the earlier figure where the figure is defined: compare = "survey.figure"`
	if f.Incomparable != "" {
		hint = f.Incomparable
	}
	l.src.problem(n, at, quoted(f.Ref())+" is not compared with an earlier year", hint)
	return false
}

// readMerge reads the answers common to two years.
func (l *loader) readMerge(t *table, f *Figure) {
	usedNow, usedThen := map[int]bool{}, map[int]bool{}
	for _, child := range t.n.children {
		m := t.table(child.name, optional)
		if m == nil {
			continue
		}
		now, then := m.texts("now", required, true), m.texts("then", required, true)
		m.done()
		merge := Merge{Label: child.name, Now: l.answersOf(now, f), Then: l.answersOf(then, f.Compare)}
		l.onlyOnce(m.n, merge.Now, usedNow, f)
		l.onlyOnce(m.n, merge.Then, usedThen, f.Compare)
		if f.Kind == Multiple && len(merge.Now) > 1 || f.Compare.Kind == Multiple && len(merge.Then) > 1 {
			l.src.atKey(m.n, "answers of a multiple-choice question overlap, so they cannot be added", "merge one with one")
		}
		f.Merge = append(f.Merge, merge)
	}
	if len(f.Merge) == 0 {
		l.src.atKey(t.n, quoted("merge")+" is empty", `"Team" = { now = ["Ja"], then = ["Ja"] }`)
	}
}

// onlyOnce reports answers that are in two merges.
func (l *loader) onlyOnce(n *node, answers []int, used map[int]bool, f *Figure) {
	for _, a := range answers {
		if used[a] {
			l.src.atKey(n, "the answer "+quoted(f.Answers[a].Label)+" is merged twice", "")
		}
		used[a] = true
	}
}
