package survey

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// CheckForm holds the form that the author asked for against the data. Whatever is loaded is drawn:
// what a form cannot show is drawn in the nearest form that can (charts), and told here.
func (r *Reader) CheckForm(t *source.Table, key, form string, d *ChartData) {
	switch {
	case key == "battery" || key == "figures" && len(d.Measures) > 0:
		r.checkShares(t, key, form, d)
	case key == "figure" && len(d.Figures) == 1:
		r.checkFigure(t, form, d)
	case key == "figures":
		r.checkStatements(t, form, d)
	case key == "change":
		r.checkChange(t, form, d)
	}
}

// nearest tells that a block is drawn in another form than the author asked for.
func (r *Reader) nearest(n *source.Node, at source.Span, m *Misfit) {
	hint := m.Hint
	if hint == "" {
		hint = "leave form out"
	}
	r.warn(n, at, m.Text+"; it is drawn in the nearest form that can", hint)
}

// checkFigure holds one question to its form.
func (r *Reader) checkFigure(t *source.Table, form string, d *ChartData) {
	f, n := d.Figures[0], t.Child("form")
	if d.By != nil {
		r.small(d, t.Child("figure"), f)
		r.checkGroups(t, form, d)
		return
	}
	compared := r.checkCompare(t, form, d)
	if f.Kind == Open || f.Kind == "" {
		return
	}
	r.small(d, t.Child("figure"), f)
	rule, ok := FormNamed(form)
	if !ok || rule.Shows == OverYears && (!compared || !r.certain(f) || !r.certain(f.Compare)) {
		return
	}
	if m := rule.Misfit(*d); m != nil {
		r.nearest(n, n.Value, m)
	}
}

// small withholds a question that under TooFewAnswers have answered, and tells it.
func (r *Reader) small(d *ChartData, n *source.Node, f *Figure) {
	w := d.Withheld
	if n == nil || f.N <= 0 || f.N >= TooFewAnswers || w.HidesBase(f) {
		return
	}
	m := misfit("take the figure out", "%s has %d answers; groups under %d are not published, and "+
		"colons stand for its numbers", source.Quoted(f.Ref()), f.N, TooFewAnswers)
	r.warn(n, n.Value, m.Text, m.Hint)
	d.Withheld = w.Closed(f)
}

// certain says whether a figure's counts are to be trusted: whether what follows from them is worth
// telling.
func (r *Reader) certain(f *Figure) bool {
	return f.Kind != Open && f.Kind != "" && !r.unsure[f] && f.N > 0 && f.Total() > 0
}

// checkCompare tells when there is no earlier year to show, though one is asked for, and which
// answers have none, but for residual ones.
func (r *Reader) checkCompare(t *source.Table, form string, d *ChartData) bool {
	n := t.Child("compare")
	if rule, ok := FormNamed(form); ok && rule.Shows == OverYears {
		if n == nil {
			n = t.Child("form")
		}
		d.Compare = true
	}
	f := d.Figures[0]
	if !d.Compare {
		return true
	}
	if !r.Earlier(n, n.Key, f) {
		return false
	}
	var names []string
	for _, i := range f.Alone() {
		if !f.Answers[i].Residual { // such an answer says nothing of a change
			names = append(names, source.Quoted(f.Answers[i].Label))
		}
	}
	if len(names) > 0 {
		r.warn(n, n.Key, "no merge of "+source.Quoted(f.Ref())+" covers "+
			strings.Join(names, ", ")+"; the caption names what has no earlier value",
			"merge all answers in [figure.merge]")
	}
	return true
}

// checkStatements tells when the rows of a block cannot stand under each other on one scale.
func (r *Reader) checkStatements(t *source.Table, form string, d *ChartData) {
	rule, ok := FormNamed(form)
	if !ok || rule.Shows != Statements {
		rule = Statements.form()
	}
	if n := t.Child("form"); n != nil && ok && rule.Name != form {
		r.nearest(n, n.Value, misfit("leave form out, or make one block for each figure",
			"several figures together make a %s block, not a %s", rule.Name, form))
	}
	nodes := t.Texts("figures", source.Optional, false)
	if len(nodes) != len(d.Figures) {
		return // one of them is unknown
	}
	for i, f := range d.Figures {
		if f.Kind == Open || f.Kind == "" {
			continue
		}
		r.small(d, nodes[i], f)
		m := rule.statement(f, d.Figures[0])
		if len(d.Figures) == 1 && form == "" && f.Kind == Scale {
			m = nil
		}
		if m != nil {
			r.warn(nodes[i], nodes[i].Value, m.Text+"; each scale is drawn under a head of its "+
				"own, and a question on none as bars", m.Hint)
		}
	}
}

// checkShares holds a list of shares to its form, and withholds questions that too few answered.
func (r *Reader) checkShares(t *source.Table, key, form string, d *ChartData) {
	list := t.Child(key)
	rule := Shares.form()
	if n := t.Child("form"); n != nil && form != "" && form != rule.Name {
		r.nearest(n, n.Value, misfit("make a block for each question, or leave form out",
			"a list of shares cannot be a %s", form))
	}
	for i, m := range d.Measures {
		if len(d.Measures) != len(list.Children) {
			break // one of them is unknown
		}
		n := list.Children[i]
		if key == "battery" {
			n = n.Child("figure")
		}
		r.small(d, n, m.Figure)
		if m.Compared() {
			r.small(d, n, m.Figure.Compare)
		}
	}
	if m := rule.Misfit(*d); m != nil && len(d.Measures) > 0 {
		r.nearest(list, list.Key, m)
	}
}

// checkChange holds a list of measures to its form.
func (r *Reader) checkChange(t *source.Table, form string, d *ChartData) {
	n := t.Child("change")
	rule, ok := FormNamed(form)
	at := t.Child("form")
	switch {
	case form == "":
		rule, at = OverYears.form(), n
	case !ok:
		return
	case rule.Shows != OverYears:
		r.nearest(at, at.Value, misfit("one of: "+strings.Join(OverYears.forms(), ", "),
			"a list of changes cannot be a %s", form))
		return
	}
	unsure := func(m Measure) bool { return !r.certain(m.Figure) || !r.certain(m.Figure.Compare) }
	if len(d.Measures) == 0 || slices.ContainsFunc(d.Measures, unsure) {
		return // told already
	}
	for i, m := range d.Measures {
		if len(d.Measures) == len(n.Children) {
			r.small(d, n.Children[i].Child("figure"), m.Figure)
			r.small(d, n.Children[i].Child("figure"), m.Figure.Compare)
		}
	}
	if m := rule.Misfit(*d); m != nil {
		r.nearest(at, at.Key, m)
	}
}
