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

// Figure finds survey.figure in the surveys that the report uses.
func (r *Reader) Figure(n *source.Node, at source.Span, ref string) *Figure {
	ref = cleanLabel(ref)
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

// Known is the figure of a reference, "ek2021.veiledning", or nil; nothing is told.
func (r *Reader) Known(ref string) *Figure {
	id, name, _ := strings.Cut(cleanLabel(ref), ".")
	if s := r.byID[id]; s != nil && r.uses(s) {
		return s.Figure(name)
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
