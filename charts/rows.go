package charts

import (
	"slices"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// row is an answer as drawn.
type row struct {
	index     int // in the figure's answers
	label     string
	short     string
	count     int
	percent   content.Decimal // whole per cent
	share     float64         // of the base, not rounded
	highlight bool
	residual  bool
	withheld  bool // count, percent and share are zero, whatever they are
}

// fewAnswers is the base under which counts lead and percentages come second (brief, section 5).
const fewAnswers = 30

// tooFewAnswers is the base under which nothing is published (brief, section 5).
const tooFewAnswers = 5

// rowsOf gives a figure's answers in the chart's order: largest first, in natural order when the
// answers have one, residual answers last. Withheld answers stand after the published ones of their kind, so
// that their place says nothing of their size.
func rowsOf(f *content.Figure, w content.Withheld) []row {
	rows := make([]row, len(f.Answers))
	for i, a := range f.Answers {
		short := a.Short
		if short == "" {
			short = a.Label
		}
		rows[i] = row{
			index: i, label: a.Label, short: short, count: a.Count, percent: f.Percent(0, i), share: f.Share(i),
			highlight: len(f.Highlight) > 0 && f.Highlight[0] == i, residual: a.Residual,
		}
		if w.Cell(f, i) {
			rows[i].withheld, rows[i].count, rows[i].percent, rows[i].share = true, 0, content.Decimal{}, 0
		}
	}
	natural := f.Ordered || f.Kind == content.Scale
	slices.SortStableFunc(rows, func(a, b row) int {
		switch {
		case a.residual != b.residual:
			if b.residual {
				return -1
			}
			return 1
		case natural:
			return 0
		case a.withheld != b.withheld:
			if b.withheld {
				return -1
			}
			return 1
		}
		return b.count - a.count
	})
	return rows
}

// picked are the rows between From and To.
func picked[T any](rows []T, from, to int) []T {
	if to == 0 || to > len(rows) {
		to = len(rows)
	}
	return rows[min(from, to):to]
}

// few reports whether counts lead in a figure. Whether the base is small is not told of a withheld one.
func (c *canvas) few(f *content.Figure) bool { return f.N < fewAnswers && !c.Withheld.Base(f) }

// colon stands for a withheld number.
const colon = ":"

// value is what is written largest about a row: "45 %", or "9 av 24" when few answered.
func (c *canvas) value(f *content.Figure, r row) string {
	if r.withheld {
		return colon
	}
	if c.few(f) {
		return c.locale.Share(r.count, f.N)
	}
	return c.locale.Percent(r.percent)
}

// second is what is written about a row beside value: "38 %" when few answered, else "".
func (c *canvas) second(f *content.Figure, r row) string {
	if c.few(f) && !r.withheld {
		return c.locale.Percent(r.percent)
	}
	return ""
}

// barColor is the colour of a row's bar.
func (c *canvas) barColor(rows []row, r row) vector.Color {
	switch {
	case r.highlight:
		return c.Highlight
	case slices.ContainsFunc(rows, func(r row) bool { return r.highlight }):
		return c.BarMuted
	}
	return c.BarPlain
}

// textColor is the colour of a row's value.
func (c *canvas) textColor(highlight bool) vector.Color {
	if highlight {
		return c.Highlight
	}
	return c.Ink
}

// nameFace is the face of a row's name in lists and bars.
func (c *canvas) nameFace(highlight bool) *fonts.Face {
	if highlight {
		return c.Semibold
	}
	return c.Medium
}

// lengths are the shares of rows.
func lengths(rows []row) (shares []float64, most float64) {
	shares = make([]float64, len(rows))
	for i, r := range rows {
		shares[i] = r.share
		most = max(most, r.share)
	}
	return shares, most
}
