package survey

import (
	"fmt"
	"strings"

	"rapport/content/source"
)

// linkCompare finds the figure of an earlier year, and the answers common to both.
func (r *Reader) linkCompare(f *Figure) {
	t := r.tables[f]
	n, ref := t.TextNode("compare", source.Optional)
	merge := t.Sub("merge")
	if n == nil {
		if merge != nil {
			r.source.AtKey(merge.Node, source.Quoted("merge")+" needs a figure to compare with",
				`name it: compare = "survey.figure"`)
		}
		return
	}
	if f.Incomparable != "" {
		r.source.AtKey(n, "the figure is compared and incomparable at the same time",
			"take one of the two out")
	}
	earlier := r.earlierFigure(n, ref, f.Survey)
	if earlier == nil {
		return
	}
	if earlier.Survey.Year >= f.Survey.Year {
		r.source.AtValue(n, fmt.Sprintf("%s is from %d, which is not before %d", source.Quoted(ref),
			earlier.Survey.Year, f.Survey.Year), "compare with an earlier year")
		return
	}
	if f.Kind == Open || earlier.Kind == Open {
		r.source.AtValue(n, "free text cannot be compared in numbers",
			`say why: incomparable = "…"`)
		return
	}
	f.Compare = earlier
	if merge != nil {
		r.readMerge(merge, f)
	}
	for i := range f.Answers {
		if _, ok := f.Earlier(i); ok || f.Merge != nil {
			return
		}
	}
	if len(f.Answers) > 0 && len(earlier.Answers) > 0 {
		r.source.AtValue(n, "no answer is the same in "+source.Quoted(earlier.Ref()),
			"map the answers of both years in [figure.merge]")
	}
}

// earlierFigure finds survey.figure in any survey that was loaded, whether the report names it or
// not.
func (r *Reader) earlierFigure(n *source.Node, ref string, own *Survey) *Figure {
	id, name, _ := strings.Cut(ref, ".")
	s := r.byID[id]
	if s == nil {
		var others []string
		for _, other := range r.All() {
			if other.Year < own.Year {
				others = append(others, other.ID)
			}
		}
		if !r.source.Incomplete {
			r.source.AtValue(n, "no survey is called "+source.Quoted(id),
				source.OrOneOf(id, others))
		}
		return nil
	}
	f := s.Figure(name)
	if f == nil && !r.source.Incomplete {
		r.source.AtValue(n, "survey "+source.Quoted(id)+" has no figure "+source.Quoted(name),
			source.OrOneOf(name, s.figureIDs()))
	}
	return f
}

// Compared reports, unless that has been told, that a figure has no earlier one, where nothing can
// stand in its place.
func (r *Reader) Compared(n *source.Node, at source.Span, f *Figure) bool {
	if f.Compare == nil && !r.Told(f) {
		m := notCompared(f)
		r.source.Problem(n, at, m.Text, m.Hint)
	}
	return f.Compare != nil
}

// Earlier says whether a figure has an earlier one, and tells when it has none, unless that has been
// told.
func (r *Reader) Earlier(n *source.Node, at source.Span, f *Figure) bool {
	if f.Compare != nil {
		return true
	}
	if r.Told(f) {
		return false // told where the figure is defined
	}
	m := notCompared(f)
	r.warn(n, at, m.Text+"; this year is shown alone", m.Hint)
	return false
}

// Told reports whether it has been said why a figure has no earlier one.
func (r *Reader) Told(f *Figure) bool {
	said := r.tables[f.Whole()].Node.Child("compare") != nil
	return r.source.Incomplete || said && (f.Within == nil || f.Whole().Compare == nil)
}

// readMerge reads the answers common to two years.
func (r *Reader) readMerge(t *source.Table, f *Figure) {
	usedNow, usedThen := map[int]bool{}, map[int]bool{}
	for _, child := range t.Node.Children {
		m := t.Table(child.Name, source.Optional)
		if m == nil {
			continue
		}
		now, then := m.Texts("now", source.Required, true), m.Texts("then", source.Required, true)
		m.Done()
		merge := Merge{Label: child.Name, Now: r.answersOf(now, f),
			Then: r.answersOf(then, f.Compare)}
		r.onlyOnce(m.Node, merge.Now, usedNow, f)
		r.onlyOnce(m.Node, merge.Then, usedThen, f.Compare)
		if f.Kind == Multiple && len(merge.Now) > 1 ||
			f.Compare.Kind == Multiple && len(merge.Then) > 1 {
			r.source.AtKey(m.Node,
				"answers of a multiple-choice question overlap, so they cannot be added",
				"merge one with one")
		}
		f.Merge = append(f.Merge, merge)
	}
	if len(f.Merge) == 0 {
		r.source.AtKey(t.Node, source.Quoted("merge")+" is empty",
			`"Team" = { now = ["Ja"], then = ["Ja"] }`)
	}
}

// onlyOnce reports answers that are in two merges.
func (r *Reader) onlyOnce(n *source.Node, answers []int, used map[int]bool, f *Figure) {
	for _, a := range answers {
		if used[a] {
			r.source.AtKey(n,
				"the answer "+source.Quoted(f.Answers[a].Label)+" is merged twice", "")
		}
		used[a] = true
	}
}
