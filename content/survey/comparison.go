package survey

import "slices"

// Comparisons are what can be compared between the years of a question, each as a measure: merged
// answers together, else answer by answer. Of two that are each other's rest only one is a
// comparison, because the change of one is that of the other: the highlighted one, or the first.
func (f *Figure) Comparisons() []Measure {
	if f.Compare == nil || f.Incomparable != "" || f.Kind == Open {
		return nil
	}
	var all []Measure
	add := func(label string, answers []int) {
		if then, ok := f.Earlier(answers...); ok {
			all = append(all, Measure{Pos: f.Pos, Figure: f, Answers: answers, Then: then,
				Label: f.titled(label)})
		}
	}
	for _, m := range f.Merge {
		add(m.Label, m.Now)
	}
	for i, a := range f.Answers {
		if f.Merge == nil {
			add(a.Label, []int{i})
		}
	}
	if len(all) != 2 || f.Kind == Multiple || !f.rest(all[0], all[1]) {
		return all
	}
	for _, m := range all[1:] {
		pointed := func(i int) bool { return slices.Contains(m.Answers, i) }
		if slices.ContainsFunc(f.Highlight, pointed) {
			return all[1:]
		}
	}
	return all[:1]
}

// rest says whether all who gave none of the answers of one measure gave those of the other, in
// both years.
func (f *Figure) rest(a, b Measure) bool {
	return f.Sum(a.Answers...)+f.Sum(b.Answers...) == f.N &&
		f.Compare.Sum(a.Then...)+f.Compare.Sum(b.Then...) == f.Compare.N
}

// titled is the label of an answer that stands among those of other questions.
func (f *Figure) titled(label string) string {
	if f.Title == "" {
		return label
	}
	return f.Title + ": " + label
}

// Changes are the comparisons of a survey whose numbers may be published: those that lie inside
// their margins of error, and those outside.
func (w Withheld) Changes(s *Survey) (inside, outside []Measure) {
	for _, f := range s.Figures {
		w := w.Closed(f)
		for _, m := range f.Comparisons() {
			if w.HidesChange(f, m.Answers...) {
				continue
			}
			if w.Outside(m) {
				outside = append(outside, m)
			} else {
				inside = append(inside, m)
			}
		}
	}
	return inside, outside
}
