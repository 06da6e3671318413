package charts

import (
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
)

// insideMark follows a change that lies inside its margin of error, or this year's value where no
// change is printed; the caption explains it.
const insideMark = "*"

// markGap is the space between a number and its mark, which hangs outside a column of numbers, whose
// right edge stays even.
const markGap fonts.Mm = 0.2

// edge is the right edge of a column of changes: that of the picture, or so far before it that a mark
// stands inside.
func (c *canvas) edge(lines []trend) fonts.Pt {
	if !slices.ContainsFunc(lines, func(l trend) bool { return l.inside }) {
		return c.width
	}
	return c.width - markGap.Pt() - c.set.Width(insideMark, font(c.Bold, changeSize))
}

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
