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
	year  int
	share content.Share
}

// percent is the share with one decimal, as it is shown: its place on a scale. A withheld one is 0,
// and has no place.
func (p trendPoint) percent() float64 {
	percent, _ := p.share.Percent(1).Value()
	return percent.Float()
}

// length is the share of the base, from 0 to 1 and not rounded; 0 where it is withheld.
func (p trendPoint) length() float64 {
	count, base, _ := p.share.Value()
	return float64(count) / float64(max(base, 1))
}

func (t trend) now() trendPoint    { return t.points[len(t.points)-1] }
func (t trend) before() trendPoint { return t.points[len(t.points)-2] }

// change is the difference of the two last shown values.
func (t trend) change() content.Shown { return t.now().share.Since(t.before().share) }

// withheld says whether the change may not be published.
func (t trend) withheld() bool {
	_, published := t.change().Value()
	return !published
}

// moved is the change for sorting and marking, 0 where it is withheld.
func (t trend) moved() content.Decimal {
	change, _ := t.change().Value()
	return change
}

func yearsOf(lines []trend) []int {
	var years []int
	for _, p := range lines[0].points {
		years = append(years, p.year)
	}
	return years
}

// byChange sorts by change, the largest rise first; withheld changes stand last, in the author's
// order.
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
		return b.moved().Minus(a.moved()).Sign()
	})
	return lines
}

// trends are the lines of measures, or those of a figure's answers over the years it can be
// compared with. All lines have the same years.
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
			d.point(earlier, m.Then), d.point(m.Figure, m.Answers)}, inside: d.Withheld.Insignificant(m.Figure, m.Answers...)}
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
			inside := d.Withheld.Insignificant(f, m.Now...)
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
			inside := d.Withheld.Insignificant(f, r.index)
			lines = append(lines, trend{label: r.label, short: r.short, highlight: r.highlight && !inside, inside: inside,
				residual: r.residual, points: d.follow(f, []int{r.index}, then)})
		}
	}
	return sameYears(lines), nil
}

// point is the share of some answers in the year of a figure.
func (d Data) point(f *content.Figure, answers []int) trendPoint {
	return trendPoint{yearOf(f), d.Withheld.Share(f, answers...)}
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
			if n, ok := p.share.Base().Value(); ok && n.Units < tooFewAnswers {
				return fmt.Errorf("%q has %d answers in %d; groups under %d are not published",
					whole(l.label), n.Units, p.year, tooFewAnswers)
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
