package charts

import (
	"slices"

	"rapport/content"
)

// trend is an answer or a measure over two years or more, oldest first.
type trend struct {
	label     string
	short     string
	points    []trendPoint
	highlight bool
	reply     content.Reply // to a question of yes or no; none of others
	residual  bool
	// the last change, or that of a whole series, lies inside its margin of error, and is never
	// highlighted
	inside bool
}

// trendPoint is a share in one year.
type trendPoint struct {
	year      int
	share     content.Share
	low, high float64 // the 95 % interval of the share, from 0 to 1
	banded    bool    // there is one
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

// lastYears are the two years between which a comparison gives the change.
func (c *canvas) lastYears() (then, now int) {
	lines, err := c.shared.lines(c)
	if err != nil {
		return 0, 0
	}
	t := lines[0]
	return t.before().year, t.now().year
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

// trends are the lines of measures, or those of a figure's answers, in the chart's order.
func trends(d Data) ([]trend, error) {
	lines, misfit := d.shown().Lines()
	if misfit != nil {
		return nil, misfit
	}
	if len(d.Measures) > 0 || d.Figures[0].Merge != nil {
		return d.trendsOf(lines), nil
	}
	byAnswer := map[int]content.Line{}
	for _, l := range lines {
		byAnswer[l.Answers[0]] = l
	}
	lines = lines[:0:0]
	for _, i := range Sorted(d.Figures[0], d.Withheld) {
		if l, ok := byAnswer[i]; ok {
			lines = append(lines, l)
		}
	}
	return d.trendsOf(lines), nil
}

// trendsOf gives lines their numbers, and what is to be seen of them. A change inside its margin of
// error is never highlighted.
func (d Data) trendsOf(lines []content.Line) []trend {
	out, labels := make([]trend, len(lines)), make([]string, len(lines))
	for i, l := range lines {
		labels[i] = l.Label
	}
	var replies []content.Reply
	if len(d.Measures) == 0 {
		replies = content.Replies(labels)
	}
	for i, l := range lines {
		now := l.Points[len(l.Points)-1].Figure
		t := trend{label: l.Label, short: l.Short,
			inside: d.Withheld.Insignificant(now, l.Answers...)}
		if d.Form == Series {
			t.inside = d.Withheld.Steady(l)
		}
		for _, p := range l.Points {
			point := trendPoint{year: p.Year(), share: d.Withheld.Share(p.Figure, p.Answers...)}
			point.low, point.high, point.banded = d.Withheld.Interval(p.Figure, p.Answers...)
			t.points = append(t.points, point)
		}
		if len(d.Measures) == 0 {
			t.highlight = !t.inside && slices.ContainsFunc(d.pointedOut(now),
				func(answer int) bool { return slices.Contains(l.Answers, answer) })
			t.residual = now.Merge == nil && now.Answers[l.Answers[0]].Residual
		}
		if replies != nil {
			t.reply = replies[i]
		}
		out[i] = t
	}
	return out
}
