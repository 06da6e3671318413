package survey

import (
	"slices"

	"rapport/content/source"
)

// Line is what a chart follows through the years: an answer, several that are comparable only
// together, or a measure.
type Line struct {
	Label, Short string
	Answers      []int       // in the latest year's figure
	Points       []LinePoint // oldest first, two at least
}

// LinePoint is some answers to a question in one year.
type LinePoint struct {
	Figure  *Figure
	Answers []int
}

// Lines are the lines of the measures, or those of the one figure: all over the same years, unless
// the data ask for all years. The misfit says what cannot be compared.
func (d ChartData) Lines() ([]Line, *Misfit) {
	if len(d.Measures) > 0 {
		return d.measureLines()
	}
	if len(d.Figures) != 1 {
		return nil, misfit("", "a comparison shows one figure, not %d", len(d.Figures))
	}
	return d.Figures[0].lines(d.AllYears)
}

func (d ChartData) measureLines() ([]Line, *Misfit) {
	var lines []Line
	for _, m := range d.Measures {
		then := m.Figure.Compare
		if then == nil || len(m.Then) == 0 {
			return nil, notCompared(m.Figure)
		}
		l := Line{m.Label, m.Label, m.Answers, []LinePoint{{then, m.Then}, {m.Figure, m.Answers}}}
		if d.AllYears {
			l.Points = m.Figure.follow(m.Answers, m.Then)
		} else if len(lines) > 0 && !slices.Equal(l.Years(), lines[0].Years()) {
			return nil, misfit("make two blocks of it",
				"%s compares other years than the first measure", source.Quoted(m.Figure.Ref()))
		}
		lines = append(lines, l)
	}
	return lines, nil
}

// lines follows the figure's answers back through the years: each as far as it can be, or all over
// the same.
func (f *Figure) lines(allYears bool) ([]Line, *Misfit) {
	if f.Compare == nil || f.Incomparable != "" {
		return nil, notCompared(f)
	}
	lines, m := f.answerLines()
	switch {
	case m != nil:
		return nil, m
	case len(lines) == 0:
		return nil, misfit("", "no answer is the same in %s", source.Quoted(f.Compare.Ref()))
	}
	if allYears {
		lines = slices.DeleteFunc(lines, func(l Line) bool { return len(l.Points) < 2 })
	} else {
		lines = sameYears(lines)
	}
	if len(lines) == 0 || len(lines[0].Points) < 2 {
		return nil, misfit("", "the answers of %s have no year before in common", source.Quoted(f.Ref()))
	}
	return lines, nil
}

// answerLines are a line for each merged group of answers, or for each answer when none are merged.
func (f *Figure) answerLines() (lines []Line, m *Misfit) {
	if f.Merge != nil {
		for _, m := range f.Merge {
			lines = append(lines, Line{m.Label, m.Label, m.Now, f.follow(m.Now, m.Then)})
		}
		return lines, nil
	}
	for i, a := range f.Answers {
		then, ok := f.Earlier(i)
		switch {
		case ok:
			lines = append(lines, Line{a.Label, a.shortest(), []int{i}, f.follow([]int{i}, then)})
		case !a.Residual: // an answer like "vet ikke" need not have been offered then
			return nil, misfit("map the answers of both years in [figure.merge]",
				"no answer of %s is %s", source.Quoted(f.Compare.Ref()), source.Quoted(a.Label))
		}
	}
	return lines, nil
}

// Alone are the answers of a question in two years that no merge covers: they have no earlier
// value, and stand in no line.
func (f *Figure) Alone() []int {
	if f.Merge == nil {
		return nil
	}
	var alone []int
	for i := range f.Answers {
		if !slices.ContainsFunc(f.Merge, func(m Merge) bool { return slices.Contains(m.Now, i) }) {
			alone = append(alone, i)
		}
	}
	return alone
}

func notCompared(f *Figure) *Misfit {
	hint := f.Incomparable
	if hint == "" && f.Within != nil && f.Whole().Compare != nil {
		hint = "break the earlier question down by the same question: [[breakdown]]"
	}
	if hint == "" {
		hint = `name the earlier figure where the figure is defined: compare = "survey.figure"`
	}
	return misfit(hint, "%s is not compared with an earlier year", source.Quoted(f.Ref()))
}

// shortest is the label for narrow places.
func (a Answer) shortest() string {
	if a.Short != "" {
		return a.Short
	}
	return a.Label
}

// follow gives answers' points, oldest first, as far back as they have counterparts.
func (f *Figure) follow(now, then []int) []LinePoint {
	points := []LinePoint{{f, now}}
	for f.Compare != nil && len(then) > 0 {
		f = f.Compare
		points = append(points, LinePoint{f, then})
		then, _ = f.Earlier(then...)
	}
	slices.Reverse(points)
	return points
}

// sameYears cuts lines to the years that all of them have.
func sameYears(lines []Line) []Line {
	shortest := len(lines[0].Points)
	for _, l := range lines {
		shortest = min(shortest, len(l.Points))
	}
	for i, l := range lines {
		lines[i].Points = l.Points[len(l.Points)-shortest:]
	}
	return lines
}

// Steady says whether the share at the end of a line may be shown, and differs from that at its
// beginning by no more than the 95 % margin of error of such a difference: by what may be chance.
func (w Withheld) Steady(l Line) bool {
	first, last := l.Points[0], l.Points[len(l.Points)-1]
	if w.Hides(first.Figure, first.Answers...) || w.Hides(last.Figure, last.Answers...) ||
		first.Figure.N <= 0 || last.Figure.N <= 0 {
		return false
	}
	change := last.Figure.Percent(1, last.Answers...).Minus(first.Figure.Percent(1, first.Answers...))
	return change.Abs().Units <= last.marginSince(first).Units
}

// Years are the years of the line's points.
func (l Line) Years() []int {
	var years []int
	for _, p := range l.Points {
		years = append(years, p.Year())
	}
	return years
}

// Year is the year of the point's survey, 0 when there is none.
func (p LinePoint) Year() int {
	if p.Figure.Survey == nil {
		return 0
	}
	return p.Figure.Survey.Year
}
