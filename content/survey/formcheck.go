package survey

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// CheckForm holds the form that the author asked for ("" for none) against the data, so that what is
// loaded can be drawn. The table has one of the keys figure, figures and change, of which d was read,
// and perhaps form and compare. A form that shows the earlier year turns Compare on.
func (r *Reader) CheckForm(t *source.Table, key, form string, d *ChartData) {
	switch {
	case key == "figure" && len(d.Figures) == 1:
		r.checkFigure(t, form, d)
	case key == "figures":
		r.checkStatements(t, form, d)
	case key == "change":
		r.checkChange(t, form, d)
	}
}

// checkFigure holds one question to its form.
func (r *Reader) checkFigure(t *source.Table, form string, d *ChartData) {
	f, n := d.Figures[0], t.Child("form")
	compared := r.checkCompare(t, form, d)
	if f.Kind == Open || f.Kind == "" {
		return
	}
	if m := d.Publishable(); m != nil && r.certain(f) {
		r.source.AtValue(t.Child("figure"), m.Text, m.Hint)
		return
	}
	rule, ok := FormNamed(form)
	switch {
	case rule.OfMeasures:
		r.source.AtValue(n, "a "+rule.Name+" list is made from measures, not from one figure",
			"change = [{ figure = \""+f.Ref()+"\", answer = … }]")
	case !ok || rule.Shows == OverYears && (!compared || !r.certain(f) || !r.certain(f.Compare)):
	default:
		if m := rule.Misfit(*d); m != nil {
			r.source.AtValue(n, m.Text, m.Hint)
		}
	}
}

// certain says whether a figure's counts are to be trusted: whether what follows from them is worth
// telling.
func (r *Reader) certain(f *Figure) bool {
	return f.Kind != Open && f.Kind != "" && !r.unsure[f] && f.N > 0 && f.Total() > 0
}

// checkCompare sees to it that there is an earlier year to show, if one is asked for.
func (r *Reader) checkCompare(t *source.Table, form string, d *ChartData) bool {
	n := t.Child("compare")
	if rule, ok := FormNamed(form); ok && rule.Shows == OverYears && !rule.OfMeasures {
		if n == nil {
			n = t.Child("form")
		}
		d.Compare = true
	}
	return !d.Compare || r.Compared(n, n.Key, d.Figures[0])
}

// checkStatements sees to it that the rows of a block can stand under each other. One row alone may
// have another form than its own, when the author leaves it to the program.
func (r *Reader) checkStatements(t *source.Table, form string, d *ChartData) {
	rule, ok := FormNamed(form)
	if !ok || rule.Shows != Statements {
		rule = Statements.form()
	}
	if n := t.Child("form"); n != nil && ok && rule.Name != form {
		r.source.AtValue(n, "several figures together make a "+rule.Name+" block, not a "+form,
			"leave form out, or make one block for each figure")
	}
	nodes := t.Texts("figures", source.Optional, false)
	if len(nodes) != len(d.Figures) {
		return // one of them is unknown
	}
	for i, f := range d.Figures {
		if f.Kind == Open || f.Kind == "" {
			continue
		}
		m := rule.statement(f, d.Figures[0])
		if len(d.Figures) == 1 && form == "" && f.Kind == Scale {
			m = nil
		}
		if m == nil && r.certain(f) {
			m = d.publishable(f)
		}
		if m != nil {
			r.source.AtValue(nodes[i], m.Text, m.Hint)
		}
	}
}

// checkChange holds a list of measures to its form.
func (r *Reader) checkChange(t *source.Table, form string, d *ChartData) {
	n := t.Child("change")
	rule, ok := FormNamed(form)
	switch {
	case form == "":
		rule = OverYears.form()
	case !ok || rule.Shows != OverYears:
		r.source.AtValue(t.Child("form"), "a list of changes cannot be a "+form,
			"one of: "+strings.Join(OverYears.forms(), ", "))
		return
	}
	if m := rule.tooManyMeasures(len(n.Children)); m != nil {
		r.source.AtKey(n, m.Text, m.Hint)
		return
	}
	unsure := func(m Measure) bool { return !r.certain(m.Figure) || !r.certain(m.Figure.Compare) }
	if len(d.Measures) != len(n.Children) || slices.ContainsFunc(d.Measures, unsure) {
		return // told already
	}
	for i, m := range d.Measures {
		for _, f := range []*Figure{m.Figure, m.Figure.Compare} {
			if mis := d.publishable(f); mis != nil {
				r.source.AtValue(n.Children[i].Child("figure"), mis.Text, mis.Hint)
				return
			}
		}
	}
	if m := rule.Misfit(*d); m != nil {
		r.source.AtKey(n, m.Text, m.Hint)
	}
}
