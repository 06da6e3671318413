package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// insideMark follows a change that lies inside its margin of error, or this year's value where no
// change is printed; the caption explains it.
const insideMark = "*"

// Room of the mark: it hangs outside a column of numbers, whose right edge stays even, and outside
// the picture where that is the picture's edge.
const (
	markGap   fonts.Mm = 0.2 // from the number
	markHangs fonts.Mm = 3.0 // at most
)

// mark sets the mark right of a number that ends at x.
func (c *canvas) mark(l trend, f vector.Font, x, baseline fonts.Pt) {
	if l.inside {
		c.label(insideMark, f, c.Secondary, x+markGap.Pt(), baseline, vector.Left)
	}
}

// changeColor is the colour of a change: quiet when it may be chance.
func (c *canvas) changeColor(l trend, highlight bool) vector.Color {
	if l.inside {
		return c.Secondary
	}
	return c.textColor(highlight)
}
