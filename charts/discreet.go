package charts

import (
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
)

// discreet is the form in which data may be shown when numbers are withheld: a slice, dots or a
// line would show what its label does not say, so bars stand for slices and dots, a change list for
// lines and pairs. A stacked scale puts all that is withheld into one pale piece at the end of its
// bar, whose size everybody can compute from the base.
func discreet(form Form, d Data) Form {
	if !d.gaps() {
		return form
	}
	if form.rule().Gaps || form.fallback() == "" {
		return form
	}
	return form.fallback()
}

// gaps says whether anything is withheld of what the data's measures show or of its figures, in any
// of the years that may be shown.
func (d Data) gaps() bool {
	if d.Withheld.Nothing() {
		return false
	}
	for _, m := range d.Measures {
		then := m.Figure.Compare
		if d.Withheld.Hides(m.Figure, m.Answers...) || then != nil &&
			d.Withheld.Hides(then, m.Then...) {
			return true
		}
	}
	for _, f := range d.Figures {
		for ; f != nil; f = f.Compare {
			if d.Withheld.Any(f) {
				return true
			}
			if !d.Compare {
				break
			}
		}
	}
	return false
}

// colons says whether a colon stands for a number in the chart.
func (c *canvas) colons() bool {
	if c.colon || strings.Contains(c.chart.Base, content.Colon) {
		return true
	}
	return slices.ContainsFunc(c.pic.Items, func(it vector.Item) bool {
		return it.Label != nil && it.Label.Text == content.Colon
	})
}

// baseText is the base of one or several rows as text, "62" or "61–62", of those that are
// published; a colon where none is.
func (c *canvas) baseText(bases []content.Shown) string {
	var published []content.Decimal
	for _, b := range bases {
		if n, ok := b.Value(); ok {
			published = append(published, n)
		}
	}
	if len(published) == 0 {
		return content.Colon
	}
	byValue := func(a, b content.Decimal) int { return a.Minus(b).Sign() }
	low := c.locale.Decimal(slices.MinFunc(published, byValue))
	high := c.locale.Decimal(slices.MaxFunc(published, byValue))
	if low == high {
		return low
	}
	return low + "–" + high
}

// nEquals stands before a base.
const nEquals = "n\u00a0=\u00a0"
