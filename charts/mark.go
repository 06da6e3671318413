package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// insideMark follows a change that lies inside its margin of error, or this year's value where no change
// is printed; the caption explains it.
const insideMark = "*"

// Room of the mark: it hangs outside a column of numbers, whose right edge stays even, and outside the
// picture where that is the picture's edge.
const (
	markGap   = 0.2 // mm from the number
	markHangs = 3.0 // mm, at most
)

// mark sets the mark right of a number that ends at x.
func (c *canvas) mark(l trend, f vector.Font, x, baseline fonts.Pt) {
	if l.inside {
		c.label(insideMark, f, c.Secondary, x+mm(markGap), baseline, vector.Left)
	}
}

// changeColor is the colour of a change: quiet when it may be chance.
func (c *canvas) changeColor(l trend, highlight bool) vector.Color {
	if l.inside {
		return c.Secondary
	}
	return c.textColor(highlight)
}
