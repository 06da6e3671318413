package content

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// checkForm holds the form that the author asked for against the data, so that what is loaded can
// be drawn.
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

// checkFigure holds one question to its form.
func (l *loader) checkFigure(t *source.Table, b *Block) {
	f, n := b.Figures[0], t.Child("form")
	compared := l.checkCompare(t, b)
	if f.Kind == Open || f.Kind == "" {
		return
	}
	d := l.chartData(b)
	if m := d.Publishable(); m != nil && l.certain(f) {
		l.src.AtValue(t.Child("figure"), m.Text, m.Hint)
		return
	}
	rule, ok := FormNamed(b.Form)
	switch {
	case rule.OfMeasures:
		l.src.AtValue(n, "a "+rule.Name+" list is made from measures, not from one figure",
			"change = [{ figure = \""+f.Ref()+"\", answer = … }]")
	case !ok || rule.Shows == OverYears && (!compared || !l.certain(f) || !l.certain(f.Compare)):
	default:
		if m := rule.Misfit(d); m != nil {
			l.src.AtValue(n, m.Text, m.Hint)
		}
	}
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

// checkCompare sees to it that there is an earlier year to show, if one is asked for.
func (l *loader) checkCompare(t *source.Table, b *Block) bool {
	n := t.Child("compare")
	if rule, ok := FormNamed(b.Form); ok && rule.Shows == OverYears && !rule.OfMeasures {
		if n == nil {
			n = t.Child("form")
		}
		b.Compare = true
	}
	return !b.Compare || l.compared(n, n.Key, b.Figures[0])
}

// checkStatements sees to it that the rows of a block can stand under each other. One row alone may
// have another form than its own, when the author leaves it to the program.
func (l *loader) checkStatements(t *source.Table, b *Block) {
	rule, ok := FormNamed(b.Form)
	if !ok || rule.Shows != Statements {
		rule = Statements.form()
	}
	if n := t.Child("form"); n != nil && ok && rule.Name != b.Form {
		l.src.AtValue(n, "several figures together make a "+rule.Name+" block, not a "+b.Form,
			"leave form out, or make one block for each figure")
	}
	nodes := t.Texts("figures", source.Optional, false)
	if len(nodes) != len(b.Figures) {
		return // one of them is unknown
	}
	for i, f := range b.Figures {
		if f.Kind == Open || f.Kind == "" {
			continue
		}
		m := rule.statement(f, b.Figures[0])
		if len(b.Figures) == 1 && b.Form == "" && f.Kind == Scale {
			m = nil
		}
		if m == nil && l.certain(f) {
			m = l.chartData(b).publishable(f)
		}
		if m != nil {
			l.src.AtValue(nodes[i], m.Text, m.Hint)
		}
	}
}

// checkChange holds a list of measures to its form.
func (l *loader) checkChange(t *source.Table, b *Block) {
	n := t.Child("change")
	rule, ok := FormNamed(b.Form)
	switch {
	case b.Form == "":
		rule = OverYears.form()
	case !ok || rule.Shows != OverYears:
		l.src.AtValue(t.Child("form"), "a list of changes cannot be a "+b.Form,
			"one of: "+strings.Join(OverYears.forms(), ", "))
		return
	}
	if m := rule.tooManyMeasures(len(n.Children)); m != nil {
		l.src.AtKey(n, m.Text, m.Hint)
		return
	}
	unsure := func(m Measure) bool { return !l.certain(m.Figure) || !l.certain(m.Figure.Compare) }
	if len(b.Measures) != len(n.Children) || slices.ContainsFunc(b.Measures, unsure) {
		return // told already
	}
	d := l.chartData(b)
	for i, m := range b.Measures {
		for _, f := range []*Figure{m.Figure, m.Figure.Compare} {
			if mis := d.publishable(f); mis != nil {
				l.src.AtValue(n.Children[i].Child("figure"), mis.Text, mis.Hint)
				return
			}
		}
	}
	if m := rule.Misfit(d); m != nil {
		l.src.AtKey(n, m.Text, m.Hint)
	}
}
