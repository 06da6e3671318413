package survey

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// Survey is a survey of the report by its id.
func (r *Reader) Survey(n *source.Node, at source.Span, id string) *Survey {
	id = cleanLabel(id)
	s := r.byID[id]
	if s != nil && r.uses(s) {
		return s
	}
	if r.source.Incomplete {
		return nil
	}
	if s != nil {
		r.source.Problem(n, at, "the report does not use survey "+source.Quoted(id),
			"add its folder to surveys under [report]")
		return nil
	}
	r.source.Problem(n, at, "unknown survey "+source.Quoted(id), source.OrOneOf(id, r.surveyIDs()))
	return nil
}

// uses says whether the report names a survey, or has it in its own folder.
func (r *Reader) uses(s *Survey) bool { return slices.Contains(r.used, s) }

func (r *Reader) surveyIDs() []string {
	var ids []string
	for _, s := range r.used {
		ids = append(ids, s.ID)
	}
	return ids
}

// Figure finds survey.figure in the surveys that the report uses, or survey.figure in group.
func (r *Reader) Figure(n *source.Node, at source.Span, ref string) *Figure {
	ref, group, grouped := strings.Cut(cleanLabel(ref), inGroup)
	f := r.figure(n, at, strings.TrimSpace(ref))
	if f == nil || !grouped {
		return f
	}
	return r.Group(n, at, f, group)
}

// Group is the figure of a group of a figure, by the group's name, or by the id of the question that
// parts the groups and the name: "fylke Vestland".
func (r *Reader) Group(n *source.Node, at source.Span, f *Figure, group string) *Figure {
	group = cleanLabel(group)
	found := f.groupsNamed(group)
	if group == audience && len(found) == 0 {
		return r.inAudience(n, at, f)
	}
	if len(found) == 1 {
		return found[0].Figure
	}
	if r.source.Incomplete && len(found) == 0 {
		return nil
	}
	switch {
	case len(f.Breakdowns) == 0:
		r.source.Problem(n, at, source.Quoted(f.Ref())+" is not counted within groups",
			"count it: [[breakdown]], or rapport import --by")
	case len(found) > 1:
		r.source.Problem(n, at, "several groups of "+source.Quoted(f.Ref())+" are called "+
			source.Quoted(group), "say of which question: "+
			source.Quoted("in "+found[0].Breakdown.By.ID+" "+found[0].Label))
	default:
		var names []string
		for _, b := range f.Breakdowns {
			for _, g := range b.Groups {
				names = append(names, g.Label)
			}
		}
		r.source.Problem(n, at, source.Quoted(f.Ref())+" has no group "+source.Quoted(group),
			source.OrOneOf(group, names))
	}
	return nil
}

// audience stands for the group that an edition is for.
const audience = "group"

// inAudience is the figure of the group that the edition is for: f itself when it is for everyone.
func (r *Reader) inAudience(n *source.Node, at source.Span, f *Figure) *Figure {
	if r.audience.by == "" {
		return f
	}
	if b := f.BrokenDown(r.audience.by); b != nil {
		if g := b.Group(r.audience.group); g != nil {
			return g.Figure
		}
	}
	r.source.Problem(n, at, source.Quoted(f.Ref())+" is not broken down by "+
		source.Quoted(r.audience.by)+", so that it has no number of the group",
		"write the sentence in a block with when = \"all\", or break the question down")
	return nil
}

// In is the group that a name means, as Reader.Group finds it; nil when it means none, or several.
func (f *Figure) In(name string) *Group {
	if found := f.groupsNamed(cleanLabel(name)); len(found) == 1 {
		return found[0]
	}
	return nil
}

// groupsNamed are the groups that a name may mean.
func (f *Figure) groupsNamed(name string) []*Group {
	if found := f.Groups(name); len(found) > 0 {
		return found
	}
	by, rest, _ := strings.Cut(name, " ")
	if b := f.BrokenDown(by); b != nil {
		if g := b.Group(cleanLabel(rest)); g != nil {
			return []*Group{g}
		}
	}
	return nil
}

// figure finds survey.figure.
func (r *Reader) figure(n *source.Node, at source.Span, ref string) *Figure {
	id, name, ok := strings.Cut(ref, ".")
	if !ok {
		if !r.source.Incomplete {
			r.source.Problem(n, at, source.Quoted(ref)+" does not name a figure", r.FigureHint(ref))
		}
		return nil
	}
	s := r.Survey(n, at, id)
	if s == nil {
		return nil
	}
	if f := s.Figure(name); f != nil {
		return f
	}
	if !r.source.Incomplete {
		r.source.Problem(n, at, "survey "+source.Quoted(id)+" has no figure "+source.Quoted(name),
			r.FigureHint(ref))
	}
	return nil
}

// Known is the figure of a reference, "ek2021.veiledning" or "ek2021.veiledning in Vestland", or nil;
// nothing is told.
func (r *Reader) Known(ref string) *Figure {
	ref, group, grouped := strings.Cut(cleanLabel(ref), inGroup)
	id, name, _ := strings.Cut(strings.TrimSpace(ref), ".")
	s := r.byID[id]
	if s == nil || !r.uses(s) {
		return nil
	}
	f := s.Figure(name)
	if f == nil || !grouped {
		return f
	}
	if g := f.In(group); g != nil {
		return g.Figure
	}
	return nil
}

// FigureHint names the figure that a wrong reference may mean.
func (r *Reader) FigureHint(ref string) string {
	var all []string
	_, name, dotted := strings.Cut(ref, ".")
	if !dotted {
		name = ref
	}
	for _, s := range r.used {
		for _, f := range s.Figures {
			if f.ID == name && f.ID != "" {
				return "did you mean " + source.Quoted(f.Ref()) + "?"
			}
			all = append(all, f.Ref())
		}
	}
	if id, name, _ := strings.Cut(ref, "."); r.byID[id] != nil {
		ids := r.byID[id].figureIDs()
		if best := source.Nearest(name, ids); best != "" {
			return "did you mean " + source.Quoted(id+"."+best) + "?"
		}
		return source.OneOf(ids)
	}
	if hint := source.DidYouMean(ref, all); hint != "" {
		return hint
	}
	return "a figure is written survey.figure"
}

// Answers reads answer = "…" or a list of answers to add.
func (r *Reader) Answers(t *source.Table, f *Figure) []int {
	labels := t.Texts("answer", source.Required, true)
	if f == nil {
		return nil
	}
	answers := r.answersOf(labels, f)
	if f.Kind == Multiple && len(answers) > 1 {
		r.source.AtValue(t.Child("answer"),
			"answers of a multiple-choice question overlap, so they cannot be added",
			"name one answer")
	}
	return answers
}

// Highlighted are the answers that a block points out: none when it names an empty list, nil when
// it leaves the choice to the figure.
func (r *Reader) Highlighted(t *source.Table, f *Figure) []int {
	labels := t.Texts("highlight", source.Optional, true)
	if t.Child("highlight") == nil || f == nil {
		return nil
	}
	return append([]int{}, r.answersOf(labels, f)...)
}

// All are the surveys of the report, and after them those that are only compared with.
func (r *Reader) All() []*Survey {
	all := slices.Clone(r.used)
	var others []*Survey
	for _, s := range r.byID {
		if !slices.Contains(all, s) {
			others = append(others, s)
		}
	}
	slices.SortFunc(others, func(a, b *Survey) int { return strings.Compare(a.ID, b.ID) })
	return append(all, others...)
}
