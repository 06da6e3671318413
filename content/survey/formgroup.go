package survey

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content/source"
)

// groups holds a question that is broken down to the form.
func (r FormRule) groups(d ChartData) *Misfit {
	switch {
	case d.By == nil:
		return misfit(`name the question whose answers are the groups: by = "…"`,
			"a %s shows the answers of groups", r.Name)
	case r.Shows != ByGroup:
		return misfit("one of: "+strings.Join(ByGroup.forms(), ", "),
			"a %s does not show groups", r.Name)
	case len(d.By.Groups) == 0 || len(d.By.Figure.Answers) == 0:
		return misfit("", "%s has no groups to show", source.Quoted(d.By.Figure.Ref()))
	case r.Least > 0:
		return r.stacked(d.By.Figure)
	case r.Most > 0 && len(d.By.Figure.Answers) > r.Most:
		return r.unlike(d.By.Figure, len(d.By.Figure.Answers), 1, r.Most)
	}
	return nil
}

// unlike says that a question has not as many answers as the form shows.
func (r FormRule) unlike(f *Figure, n, least, most int) *Misfit {
	return misfit(`take form = "`+r.Fallback+`"`, "%s has %d answers; a %s shows %d to %d",
		source.Quoted(f.Ref()), n, r.Name, least, most)
}

// stacked holds a question to a form of bars that are made up of its answers. Those that have no
// order need colours of their own, of which there are as many as in a pie.
func (r FormRule) stacked(f *Figure) *Misfit {
	steps, most := len(f.ScaleSteps()), r.Most
	if pie, _ := FormNamed("pie"); !f.hasOrder() {
		most = pie.Most
	}
	switch {
	case f.Kind == Multiple:
		return misfit(`take form = "`+r.Fallback+`"`, "a bar of a %s is made up of its answers; "+
			"several could be given to %s", r.Name, source.Quoted(f.Ref()))
	case steps < r.Least || steps > most:
		return r.unlike(f, steps, r.Least, most)
	}
	return nil
}

// hasOrder says whether the answers have an order of their own.
func (f *Figure) hasOrder() bool { return f.Kind == Scale || f.Ordered }

// checkGroups holds a question that is broken down to its form, and tells the groups that are too
// small to publish.
func (r *Reader) checkGroups(t *source.Table, form string, d *ChartData) {
	n := t.Child("by")
	before := d.Withheld
	*d = d.Closed()
	var closed []string
	for _, g := range d.By.Groups {
		if d.Withheld.HidesBase(g.Figure) && !before.HidesBase(g.Figure) {
			closed = append(closed, source.Quoted(g.Label))
		}
	}
	if n != nil && len(closed) > 0 {
		r.warn(n, n.Value, "groups under "+strconv.Itoa(TooFewAnswers)+" are not published, nor what "+
			"would give them away; colons stand for the numbers of "+strings.Join(closed, ", "),
			"merge groups: [breakdown.groups]")
	}
	if rule, ok := FormNamed(form); ok {
		if m, at := rule.Misfit(*d), t.Child("form"); m != nil && at != nil {
			r.nearest(at, at.Value, m)
		}
	}
}

// closedGroups withholds the groups of a breakdown that under TooFewAnswers are in. Where that is one
// alone, its numbers are those of everyone less those of all others, so that the smallest of these is
// withheld too. Groups that overlap do not add up. What stands in several tables is for [privacy].
func (w Withheld) closedGroups(b *Breakdown) Withheld {
	var all []*Figure
	for _, g := range b.Groups {
		all = append(all, g.Figure)
	}
	w = w.Closed(all...)
	closed, smallest := 0, (*Figure)(nil)
	for _, f := range all {
		switch {
		case w.HidesBase(f):
			closed++
		case f.N > 0 && (smallest == nil || f.N < smallest.N):
			smallest = f
		}
	}
	if closed != 1 || smallest == nil || b.Overlap() || w.HidesBase(b.Figure) {
		return w
	}
	return w.close([]*Figure{smallest})
}

// GroupPoint are the answers whose share a dot of each group shows: those that were asked for, else
// what is highlighted, else yes, else the high steps of a scale; nil where none of them is there.
// Several answers of one person have no sum, so that of these the first counts.
func (f *Figure) GroupPoint(asked, highlighted []int) []int {
	answers := asked
	if len(answers) == 0 {
		answers = highlighted
	}
	if yes, ok := f.Yes(); len(answers) == 0 && ok {
		answers = []int{yes}
	}
	if len(answers) == 0 && f.Kind == Scale {
		_, answers = f.Extremes()
	}
	if f.Kind == Multiple && len(answers) > 1 {
		answers = answers[:1]
	}
	answers = slices.Clone(answers)
	slices.Sort(answers)
	return answers
}
