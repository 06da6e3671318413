package renewal

import (
	"strconv"

	"rapport/content/source"
)

// renewSurvey renews what a file says of a survey: the id, the year, and what else follows from it.
// Only one of the files of a folder has the [survey].
func (p *plan) renewSurvey(d *source.Draft, s *survey) {
	year := s.read.Year + p.step()
	if t := d.Root.Child("survey"); t != nil {
		replaceText(d, t.Child("id"), s.id)
		if n := t.Child("year"); n != nil {
			d.Replace(n.Value, strconv.Itoa(year))
		}
		if n := t.Child("title"); n != nil {
			moveYears(d, n, func(y int) (int, bool) { return y + p.step(), y == s.read.Year })
		}
		if n := t.Child("period"); n != nil {
			moveYears(d, n, func(y int) (int, bool) { return y + p.step(), true })
		}
		remove(d, t, "source", "note")
		mark(d, t, t.Child("answered"), s.read.Counted)
	}
	if list := d.Root.Child("figure"); list != nil {
		for _, f := range list.Children {
			p.renewFigure(d, f, s)
		}
	}
	if list := d.Root.Child("breakdown"); list != nil {
		for _, b := range list.Children {
			p.renewBreakdown(d, b, s)
		}
	}
}

// renewBreakdown marks the counts of a breakdown.
func (p *plan) renewBreakdown(d *source.Draft, t *source.Node, s *survey) {
	by := t.Child("by")
	if t.Child("figure") == nil || by == nil {
		return
	}
	for _, n := range []*source.Node{t.Child("figure"), by} {
		renewRef(d, n, map[string]*successor{s.read.ID: {old: s, id: s.id}})
	}
	remove(d, t, "note")
	after := lastOf(t, []string{"figure", "by"})
	mark(d, t, after, s.read.Year)
}

// before are the keys after which a question says what it is compared with.
var before = []string{"id", "question", "title", "kind", "ordered", "scale", "missing", "follows",
	"residual", "highlight", "low", "high"}

// renewFigure renews a question: it is compared with the one it is made of, and its counts are
// marked.
func (p *plan) renewFigure(d *source.Draft, t *source.Node, s *survey) {
	id := t.Child("id")
	if id == nil {
		return
	}
	old := s.read.Figure(id.Unquoted())
	if old == nil {
		return
	}
	ref := old.Ref()
	compare, reason := t.Child("compare"), t.Child("incomparable")
	switch {
	case old.Kind == "open":
	case compare != nil:
		replaceText(d, compare, ref)
	case reason != nil:
		d.Replace(reason.Key, "compare")
		d.Replace(reason.Value, `"`+ref+`"`)
	default:
		d.After(lastOf(t, before), "compare", `"`+ref+`"`)
	}
	remove(d, t, "merge", "note", "source", "derived", "printed")
	if f := t.Child("follows"); f != nil {
		if n := f.Child("figure"); n != nil {
			renewRef(d, n, map[string]*successor{s.read.ID: {old: s, id: s.id}})
		}
	}
	mark(d, t, nil, old.Counted)
}

// lastOf is the last of some keys of a table, by place.
func lastOf(t *source.Node, names []string) *source.Node {
	var last *source.Node
	for _, name := range names {
		n := t.Child(name)
		if n != nil && (last == nil || n.Value.End > last.Value.End) && !n.Header() {
			last = n
		}
	}
	return last
}

// mark says which year the counts of a table are of, unless that is said; the mark stands after a
// key, or the last one of the table.
func mark(d *source.Draft, t, after *source.Node, year int) {
	if t.Child("counted") != nil {
		return
	}
	if after == nil {
		after = t.LastKey()
	}
	d.After(after, "counted", strconv.Itoa(year))
}

// remove takes keys out of a table.
func remove(d *source.Draft, t *source.Node, names ...string) {
	for _, name := range names {
		if n := t.Child(name); n != nil {
			d.Remove(n)
		}
	}
}

// replaceText puts another text without marks or spaces into a string, in its own quotes.
func replaceText(d *source.Draft, n *source.Node, text string) {
	if n == nil {
		return
	}
	if old := n.Decoded(); old != "" {
		d.Replace(n.Within(0, len(old)), text)
	}
}
