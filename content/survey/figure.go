package survey

import (
	"slices"

	"rapport/content/language"
)

// Sum is how many gave the answers. The answers of a Multiple question overlap, so the sum of
// several counts answers, not people.
func (f *Figure) Sum(answers ...int) int {
	sum := 0
	for _, a := range answers {
		sum += f.Answers[a].Count
	}
	return sum
}

// Percent is the share of the base that gave the answers, rounded half up.
func (f *Figure) Percent(decimals int, answers ...int) language.Decimal {
	return language.Percent(f.Sum(answers...), f.N, decimals)
}

// Share is the share of the base that gave the answers, from 0 to 1 and not rounded: for drawing
// only.
func (f *Figure) Share(answers ...int) float64 {
	if f.N <= 0 {
		return 0
	}
	return float64(f.Sum(answers...)) / float64(f.N)
}

// Total is the sum of all counts.
func (f *Figure) Total() int {
	sum := 0
	for _, a := range f.Answers {
		sum += a.Count
	}
	return sum
}

// ByLabel is the index of an answer by its label, or by its short label when no label fits. Labels
// are compared by what is seen: soft hyphens, other characters without a mark, and how a space or
// hyphen is written make no difference.
func (f *Figure) ByLabel(label string) (int, bool) {
	if i, ok := f.byFullLabel(label); ok {
		return i, true
	}
	want := labelKey(label)
	for i, a := range f.Answers {
		if a.Short != "" && labelKey(a.Short) == want {
			return i, true
		}
	}
	return 0, false
}

// Labels are the labels of all answers, in order.
func (f *Figure) Labels() []string {
	labels := make([]string, len(f.Answers))
	for i, a := range f.Answers {
		labels[i] = a.Label
	}
	return labels
}

// Ref is how TOML names the figure: survey.figure, or survey.figure in group.
func (f *Figure) Ref() string {
	ref := f.ID
	if f.Survey != nil {
		ref = f.Survey.ID + "." + f.ID
	}
	if f.Within != nil {
		ref += inGroup + f.Within.Label
	}
	return ref
}

// Earlier maps answers to those of the figure that this one is compared with: through Merge when it
// is set, else by label. It is not ok when the figure is not compared, or when an answer has no
// counterpart.
func (f *Figure) Earlier(answers ...int) (indices []int, ok bool) {
	if f.Compare == nil || len(answers) == 0 {
		return nil, false
	}
	if f.Merge != nil {
		return f.merged(answers)
	}
	for _, a := range answers {
		i, ok := f.Compare.byFullLabel(f.Answers[a].Label)
		if !ok {
			return nil, false
		}
		indices = append(indices, i)
	}
	return indices, true
}

// byFullLabel is ByLabel without the short labels.
func (f *Figure) byFullLabel(label string) (int, bool) {
	want := labelKey(label)
	if f.labels != nil {
		i, ok := f.labels[want]
		return i, ok
	}
	for i, a := range f.Answers {
		if labelKey(a.Label) == want {
			return i, true
		}
	}
	return 0, false
}

// indexLabels makes labels quick to find, the first of each.
func (f *Figure) indexLabels() {
	f.labels = make(map[string]int, len(f.Answers))
	for i, a := range slices.Backward(f.Answers) {
		f.labels[labelKey(a.Label)] = i
	}
}

// merged collects the merges that lie in answers; they must make up all of them.
func (f *Figure) merged(answers []int) (then []int, ok bool) {
	covered := map[int]bool{}
	for _, m := range f.Merge {
		inside := len(m.Now) > 0
		for _, a := range m.Now {
			inside = inside && slices.Contains(answers, a)
		}
		if !inside {
			continue
		}
		for _, a := range m.Now {
			covered[a] = true
		}
		then = append(then, m.Then...)
	}
	for _, a := range answers {
		if !covered[a] {
			return nil, false
		}
	}
	return then, true
}

// Change is by how many percentage points the answers' share moved since the figure it is compared
// with: the difference of the two values as shown with one decimal (layout/DESIGN.md, "Numbers and
// rounding"), so that a reader can check it.
func (f *Figure) Change(answers ...int) (points language.Decimal, ok bool) {
	then, ok := f.Earlier(answers...)
	if !ok {
		return language.Decimal{}, false
	}
	return f.Percent(1, answers...).Minus(f.Compare.Percent(1, then...)), true
}

// Now is the measure's share in this year, one decimal.
func (m Measure) Now() language.Decimal { return m.Figure.Percent(1, m.Answers...) }

// Before is the measure's share in the earlier year, one decimal.
func (m Measure) Before() language.Decimal { return m.Figure.Compare.Percent(1, m.Then...) }

// Change is the difference of the two shown shares.
func (m Measure) Change() language.Decimal { return m.Now().Minus(m.Before()) }

// Rate is the response rate: answered out of invited.
func (s *Survey) Rate(decimals int) language.Decimal {
	return language.Percent(s.Answered, s.Invited, decimals)
}

// Figure is a figure of the survey by its id, nil when there is none.
func (s *Survey) Figure(id string) *Figure {
	for _, f := range s.Figures {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// Count is the number that the key figure shows: people who answered so, or who answered at all.
func (k KeyFigure) Count() int {
	if k.Figure == nil {
		return k.Survey.Answered
	}
	return k.Figure.Sum(k.Answers...)
}

// Base is the number that Count is out of.
func (k KeyFigure) Base() int {
	if k.Figure == nil {
		return k.Survey.Invited
	}
	return k.Figure.N
}
