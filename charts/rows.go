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
	share     content.Share
	highlight bool
	residual  bool
	reply     content.Reply // to a question of yes or no; none to others
}

// count is how large a row is drawn: a withheld one takes no room.
func (r row) count() int {
	count, _, _ := r.share.Value()
	return count
}

// length is the share of the base, from 0 to 1 and not rounded; 0 where it is withheld.
func (r row) length() float64 {
	count, base, _ := r.share.Value()
	if base <= 0 {
		return 0
	}
	return float64(count) / float64(base)
}

// rowsOf gives a figure's answers in the chart's order: largest first, in natural order when the
// answers have one, yes before no, residual answers last. Withheld answers stand after the
// published ones of their kind, so that their place says nothing of their size.
func rowsOf(f *content.Figure, w content.Withheld) []row {
	rows, replies := make([]row, len(f.Answers)), f.Replies()
	for i, a := range f.Answers {
		short := a.Short
		if short == "" {
			short = a.Label
		}
		rows[i] = row{
			index: i, label: a.Label, short: short, share: w.Share(f, i),
			highlight: slices.Contains(f.Highlight, i), residual: a.Residual,
		}
		if replies != nil {
			rows[i].reply = replies[i]
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
		case a.reply != b.reply:
			return inOrder(a.reply) - inOrder(b.reply)
		case a.share.Published() != b.share.Published():
			if a.share.Published() {
				return -1
			}
			return 1
		}
		return b.count() - a.count()
	})
	return rows
}

// rowsOf are the rows of a figure, highlighted as the data say.
func (c *canvas) rowsOf(f *content.Figure) []row {
	rows, marked := rowsOf(f, c.Withheld), c.pointedOut(f)
	if c.By != nil {
		rows = inRowsOf(rows, rowsOf(c.Figures[0], c.Withheld))
	}
	for i := range rows {
		rows[i].highlight = slices.Contains(marked, rows[i].index)
	}
	return rows
}

// inRowsOf are rows in the order of those of another figure with the same answers.
func inRowsOf(rows, order []row) []row {
	place := make(map[int]int, len(order))
	for i, r := range order {
		place[r.index] = i
	}
	slices.SortFunc(rows, func(a, b row) int { return place[a.index] - place[b.index] })
	return rows
}

// picked are the rows between From and To.
func picked[T any](rows []T, from, to int) []T {
	if to == 0 || to > len(rows) {
		to = len(rows)
	}
	return rows[min(from, to):to]
}

// few reports whether counts lead in a figure. Whether the base is small is not told of a withheld
// one.
func (c *canvas) few(f *content.Figure) bool {
	n, ok := c.Withheld.Answered(f).Value()
	return ok && n.Units < content.FewAnswers
}

// value is what is written largest about a row: "45 %", or "9 av 24" when few answered.
func (c *canvas) value(r row) string { return r.share.Leading(c.locale) }

// second is what is written about a row beside value: "38 %" when few answered, else "".
func (c *canvas) second(r row) string {
	if r.share.Few() {
		return c.percent(r)
	}
	return ""
}

// percent is a row's share, "38 %".
func (c *canvas) percent(r row) string { return r.share.Percent(0).Text(c.locale.Percent) }

// barColor is the colour of a row's bar.
func (c *canvas) barColor(highlighted bool, r row) vector.Color {
	switch {
	case r.highlight:
		return c.Highlight
	case highlighted:
		return c.BarMuted
	}
	return c.BarPlain
}

func anyHighlighted(rows []row) bool {
	return slices.ContainsFunc(rows, func(r row) bool { return r.highlight })
}

// oneHighlighted says whether one row is highlighted and no other, so that it may be larger.
func oneHighlighted(rows []row) bool {
	n := 0
	for _, r := range rows {
		if r.highlight {
			n++
		}
	}
	return n == 1
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
		shares[i] = r.length()
		most = max(most, shares[i])
	}
	return shares, most
}
