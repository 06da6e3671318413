package charts

import (
	"fmt"
	"slices"

	"rapport/content"
)

// mostYears bounds how far back figures are followed.
const mostYears = 32

// trend is an answer or a measure over two years or more, oldest first.
type trend struct {
	label     string
	short     string
	points    []trendPoint
	highlight bool
	residual  bool
	inside    bool // the last change lies inside its margin of error, and is never highlighted
}

// trendPoint is a share in one year.
type trendPoint struct {
	year, count, base int
	withheld          bool // count is zero, whatever it is
	closed            bool // the base too is withheld
}

// percent is the share with one decimal, as it is shown.
func (p trendPoint) percent() content.Decimal { return content.Percent(p.count, p.base, 1) }

func (t trend) now() trendPoint    { return t.points[len(t.points)-1] }
func (t trend) before() trendPoint { return t.points[len(t.points)-2] }

// withheld says whether the change may not be published.
func (t trend) withheld() bool { return t.now().withheld || t.before().withheld }

// change is the difference of the two last shown values, so that a reader can check it.
func (t trend) change() content.Decimal { return t.now().percent().Minus(t.before().percent()) }

func yearsOf(lines []trend) []int {
	var years []int
	for _, p := range lines[0].points {
		years = append(years, p.year)
	}
	return years
}

// byChange sorts by change, the largest rise first; withheld changes stand last, in the author's order.
func byChange(lines []trend) []trend {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b trend) int {
		switch {
		case a.withheld() && b.withheld():
			return 0
		case a.withheld():
			return 1
		case b.withheld():
			return -1
		}
		return b.change().Minus(a.change()).Sign()
	})
	return lines
}

// trends are the lines of measures, or those of a figure's answers over the years it can be compared
// with. All lines have the same years.
func trends(d Data) ([]trend, error) {
	if len(d.Measures) > 0 {
		return d.measureTrends()
	}
	if len(d.Figures) != 1 {
		return nil, fmt.Errorf("a comparison shows one figure, not %d", len(d.Figures))
	}
	return d.figureTrends(d.Figures[0])
}

func (d Data) measureTrends() ([]trend, error) {
	var lines []trend
	for _, m := range d.Measures {
		earlier := m.Figure.Compare
		if earlier == nil || len(m.Then) == 0 {
			return nil, notCompared(m.Figure)
		}
		t := trend{label: m.Label, short: m.Label, points: []trendPoint{
			d.point(earlier, m.Then), d.point(m.Figure, m.Answers)}, inside: d.inside(m.Figure, m.Answers)}
		if len(lines) > 0 && !slices.Equal(yearsOf(lines), yearsOf([]trend{t})) {
			return nil, fmt.Errorf("%s compares other years than the first measure", m.Figure.Ref())
		}
		lines = append(lines, t)
	}
	return lines, nil
}

func notCompared(f *content.Figure) error {
	if f.Incomparable != "" {
		return fmt.Errorf("%s cannot be compared: %s", f.Ref(), f.Incomparable)
	}
	return fmt.Errorf("%s has no earlier year to compare with", f.Ref())
}

func yearOf(f *content.Figure) int {
	if f.Survey == nil {
		return 0
	}
	return f.Survey.Year
}

// figureTrends follows each answer, or each merged group of answers, back through the years.
func (d Data) figureTrends(f *content.Figure) ([]trend, error) {
	if f.Compare == nil || f.Incomparable != "" {
		return nil, notCompared(f)
	}
	var lines []trend
	if f.Merge != nil {
		for _, m := range f.Merge {
			inside := d.inside(f, m.Now)
			highlight := len(f.Highlight) > 0 && slices.Contains(m.Now, f.Highlight[0])
			lines = append(lines, trend{label: m.Label, short: m.Label, highlight: highlight && !inside, inside: inside,
				points: d.follow(f, m.Now, m.Then)})
		}
	} else {
		for _, r := range rowsOf(f, d.Withheld) {
			then, ok := f.Earlier(r.index)
			if !ok && r.residual {
				continue // "vet ikke" was not offered then: it stays in the table, with a dash
			}
			if !ok {
				return nil, fmt.Errorf("%s: no answer of %s is %q; map the answers in merge",
					f.Ref(), f.Compare.Ref(), whole(r.label))
			}
			inside := d.inside(f, []int{r.index})
			lines = append(lines, trend{label: r.label, short: r.short, highlight: r.highlight && !inside, inside: inside,
				residual: r.residual, points: d.follow(f, []int{r.index}, then)})
		}
	}
	return sameYears(lines), nil
}

// point is the share of some answers in the year of a figure. Of a withheld one only the base is kept,
// which may be published.
func (d Data) point(f *content.Figure, answers []int) trendPoint {
	p := trendPoint{year: yearOf(f), base: f.N, closed: d.Withheld.Base(f)}
	if p.withheld = d.Withheld.Sum(f, answers...); !p.withheld {
		p.count = f.Sum(answers...)
	}
	return p
}

// inside says whether the change in the share of some answers lies inside its margin of error. Of a
// withheld change that would be a hint.
func (d Data) inside(f *content.Figure, answers []int) bool {
	return !d.Withheld.Change(f, answers...) && f.Insignificant(answers...)
}

// follow gives an answer's points, oldest first, as far back as its counterparts go.
func (d Data) follow(f *content.Figure, now, then []int) []trendPoint {
	points := []trendPoint{d.point(f, now)}
	for seen := 0; f.Compare != nil && len(then) > 0 && seen < mostYears; seen++ {
		f = f.Compare
		points = append(points, d.point(f, then))
		then, _ = f.Earlier(then...)
	}
	slices.Reverse(points)
	return points
}

// sameYears cuts the lines to the years that all of them have.
func sameYears(lines []trend) []trend {
	shortest := len(lines[0].points)
	for _, l := range lines {
		shortest = min(shortest, len(l.points))
	}
	for i, l := range lines {
		lines[i].points = l.points[len(l.points)-shortest:]
	}
	return lines
}

// trendAllowed is Allowed for the forms that compare years.
func trendAllowed(form Form, d Data) error {
	lines, err := trends(d)
	if err != nil {
		return err
	}
	for _, l := range lines {
		for _, p := range l.points {
			if p.base < tooFewAnswers && !p.closed {
				return fmt.Errorf("%q has %d answers in %d; groups under %d are not published",
					whole(l.label), p.base, p.year, tooFewAnswers)
			}
		}
	}
	switch {
	case len(lines) > mostLines && form == Slope:
		return fmt.Errorf("slope shows at most %d lines, not %d; use change", mostLines, len(lines))
	case len(lines) > mostPairs && form == Paired:
		return fmt.Errorf("paired shows at most %d measures, not %d; use change", mostPairs, len(lines))
	case len(lines[0].points) < 2:
		return fmt.Errorf("the lines have no year before in common")
	}
	return nil
}
