package charts

import (
	"slices"

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

// gaps says whether anything of the data's figures is withheld, in any of the years that may be shown.
func (d Data) gaps() bool {
	if d.Withheld.Nothing() {
		return false
	}
	years := 1
	switch {
	case len(d.Measures) > 0:
		years = 2
	case d.Compare:
		years = 32
	}
	for _, f := range d.all() {
		for seen := 0; f != nil && seen < years; seen++ {
			if d.Withheld.Any(f) {
				return true
			}
			f = f.Compare
		}
	}
	return false
}

// all are the figures of data and of its measures.
func (d Data) all() []*content.Figure {
	all := slices.Clone(d.Figures)
	for _, m := range d.Measures {
		all = append(all, m.Figure)
	}
	return all
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
