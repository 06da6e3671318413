package charts

import (
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
)

// discreet is the form in which data may be shown when numbers are withheld: a slice, dots or a line
// would show what its label does not say, so bars stand for slices and dots, a change list for lines and
// pairs. A stacked scale puts all that is withheld into one pale piece at the end of its bar, whose size
// everybody can compute from the base.
func discreet(form Form, d Data) Form {
	if !d.gaps() {
		return form
	}
	switch form {
	case Pie, Donut, Dots:
		return HBar
	case Slope, Paired:
		return Change
	}
	return form
}

// gaps says whether anything is withheld of what the data's measures show or of its figures, in any of the
// years that may be shown.
func (d Data) gaps() bool {
	if d.Withheld.Nothing() {
		return false
	}
	for _, m := range d.Measures {
		if w := d.Withheld; w.Sum(m.Figure, m.Answers...) || m.Figure.Compare != nil && w.Sum(m.Figure.Compare, m.Then...) {
			return true
		}
	}
	years := 1
	if d.Compare {
		years = mostYears
	}
	for _, f := range d.Figures {
		for seen := 0; f != nil && seen < years; seen++ {
			if d.Withheld.Any(f) {
				return true
			}
			f = f.Compare
		}
	}
	return false
}

// colons says whether a colon stands for a number in the chart.
func (c *canvas) colons() bool {
	return strings.Contains(c.chart.Base, colon) || slices.ContainsFunc(c.pic.Items, func(it vector.Item) bool {
		return it.Label != nil && it.Label.Text == colon
	})
}

// base is the base of one or several rows as text, "62" or "61–62", a colon where all are withheld.
func (c *canvas) base(bases []base) string {
	low, high, open := 0, 0, false
	for _, b := range bases {
		if b.withheld {
			continue
		}
		if !open {
			low, high, open = b.n, b.n, true
		}
		low, high = min(low, b.n), max(high, b.n)
	}
	switch {
	case !open:
		return colon
	case low == high:
		return c.locale.Int(low)
	}
	return c.locale.Int(low) + "–" + c.locale.Int(high)
}

// nEquals stands before a base.
const nEquals = "n\u00a0=\u00a0"

// base is the number of those who answered, which may be withheld.
type base struct {
	n        int
	withheld bool
}

func (c *canvas) baseOf(f *content.Figure) base { return base{f.N, c.Withheld.Base(f)} }
