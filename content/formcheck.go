package content

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// checkForm holds the form that the author asked for against the data. Whatever is loaded is drawn:
// what a form cannot show is drawn in the nearest form that can (charts), and told here.
func (l *loader) checkForm(t *source.Table, key string, b *Block) {
	switch {
	case key == "figure" && len(b.Figures) == 1:
		l.checkFigure(t, b)
	case key == "figures":
		l.checkStatements(t, b)
	case key == "change":
		l.checkChange(t, b)
	}
}

// nearest tells that a block is drawn in another form than the author asked for.
func (l *loader) nearest(b *Block, n *source.Node, at source.Span, m *Misfit) {
	hint := m.Hint
	if hint == "" {
		hint = "leave form out"
	}
	l.warn(b, n, at, m.Text+"; it is drawn in the nearest form that can", hint)
}

// checkFigure holds one question to its form.
func (l *loader) checkFigure(t *source.Table, b *Block) {
	f, n := b.Figures[0], t.Child("form")
	compared := l.checkCompare(t, b)
	if f.Kind == Open || f.Kind == "" {
		return
	}
	l.small(b, t.Child("figure"), f)
	rule, ok := FormNamed(b.Form)
	if !ok || rule.Shows == OverYears && (!compared || !l.certain(f) || !l.certain(f.Compare)) {
		return
	}
	if m := rule.Misfit(l.chartData(b)); m != nil {
		l.nearest(b, n, n.Value, m)
	}
}

// small withholds a question that under TooFewAnswers have answered, and tells it.
func (l *loader) small(b *Block, n *source.Node, f *Figure) {
	w := l.report.Withheld()
	if n == nil || f.N <= 0 || f.N >= TooFewAnswers || w.HidesBase(f) {
		return
	}
	m := misfit("take the figure out", "%s has %d answers; groups under %d are not published, and "+
		"colons stand for its numbers", source.Quoted(f.Ref()), f.N, TooFewAnswers)
	l.warn(b, n, n.Value, m.Text, m.Hint)
	l.report.written.withheld = w.Closed(f)
}

// chartData is what a block shows.
func (l *loader) chartData(b *Block) ChartData {
	return ChartData{Figures: b.Figures, Measures: b.Measures, Compare: b.Compare,
		Withheld: l.report.Withheld()}
}

// certain says whether a figure's counts are to be trusted: whether what follows from them is worth
// telling.
func (l *loader) certain(f *Figure) bool {
	return f.Kind != Open && f.Kind != "" && !l.unsure[f] && f.N > 0 && f.Total() > 0
}

// earlier says whether a figure has an earlier year, and tells when it has none.
func (l *loader) earlier(b *Block, n *source.Node, at source.Span, f *Figure) bool {
	if f.Compare != nil {
		return true
	}
	if l.src.Incomplete || l.places[f].Node.Child("compare") != nil {
		return false // told where the figure is defined
	}
	m := notCompared(f)
	l.warn(b, n, at, m.Text+"; this year is shown alone", m.Hint)
	return false
}

// checkCompare tells when there is no earlier year to show, though one is asked for, and which
// answers have none, but for residual ones.
func (l *loader) checkCompare(t *source.Table, b *Block) bool {
	n := t.Child("compare")
	if rule, ok := FormNamed(b.Form); ok && rule.Shows == OverYears {
		if n == nil {
			n = t.Child("form")
		}
		b.Compare = true
	}
	f := b.Figures[0]
	if !b.Compare {
		return true
	}
	if !l.earlier(b, n, n.Key, f) {
		return false
	}
	var names []string
	for _, i := range f.Alone() {
		if !f.Answers[i].Residual { // such an answer says nothing of a change
			names = append(names, source.Quoted(f.Answers[i].Label))
		}
	}
	if len(names) > 0 {
		l.warn(b, n, n.Key, "no merge of "+source.Quoted(f.Ref())+" covers "+
			strings.Join(names, ", ")+"; the caption names what has no earlier value",
			"merge all answers in [figure.merge]")
	}
	return true
}

// checkStatements tells when the rows of a block cannot stand under each other on one scale.
func (l *loader) checkStatements(t *source.Table, b *Block) {
	rule, ok := FormNamed(b.Form)
	if !ok || rule.Shows != Statements {
		rule = Statements.form()
	}
	if n := t.Child("form"); n != nil && ok && rule.Name != b.Form {
		l.nearest(b, n, n.Value, misfit("leave form out, or make one block for each figure",
			"several figures together make a %s block, not a %s", rule.Name, b.Form))
	}
	nodes := t.Texts("figures", source.Optional, false)
	if len(nodes) != len(b.Figures) {
		return // one of them is unknown
	}
	for i, f := range b.Figures {
		if f.Kind == Open || f.Kind == "" {
			continue
		}
		l.small(b, nodes[i], f)
		m := rule.statement(f, b.Figures[0])
		if len(b.Figures) == 1 && b.Form == "" && f.Kind == Scale {
			m = nil
		}
		if m != nil {
			l.warn(b, nodes[i], nodes[i].Value, m.Text+"; each scale is drawn under a head of its "+
				"own, and a question on none as bars", m.Hint)
		}
	}
}

// checkChange holds a list of measures to its form.
func (l *loader) checkChange(t *source.Table, b *Block) {
	n := t.Child("change")
	rule, ok := FormNamed(b.Form)
	at := t.Child("form")
	switch {
	case b.Form == "":
		rule, at = OverYears.form(), n
	case !ok:
		return
	case rule.Shows != OverYears:
		l.nearest(b, at, at.Value, misfit("one of: "+strings.Join(OverYears.forms(), ", "),
			"a list of changes cannot be a %s", b.Form))
		return
	}
	unsure := func(m Measure) bool { return !l.certain(m.Figure) || !l.certain(m.Figure.Compare) }
	if len(b.Measures) == 0 || slices.ContainsFunc(b.Measures, unsure) {
		return // told already
	}
	for i, m := range b.Measures {
		if len(b.Measures) == len(n.Children) {
			l.small(b, n.Children[i].Child("figure"), m.Figure)
			l.small(b, n.Children[i].Child("figure"), m.Figure.Compare)
		}
	}
	if m := rule.Misfit(l.chartData(b)); m != nil {
		l.nearest(b, at, at.Key, m)
	}
}
