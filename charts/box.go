package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// box is a rectangle from its top left corner.
type box struct{ x, y, w, h fonts.Pt }

// atLeast lengthens a bar to a shortest length, away from its axis.
func (b box) atLeast(shortest fonts.Pt, lying bool) box {
	switch {
	case lying:
		b.w = max(b.w, shortest)
	case b.h < shortest:
		b.y -= shortest - b.h
		b.h = shortest
	}
	return b
}

// meets reports whether two boxes share an area.
func (b box) meets(o box) bool {
	return b.x < o.x+o.w && o.x < b.x+b.w && b.y < o.y+o.h && o.y < b.y+b.h
}

// freeEnd is the radius of a bar's free end.
const freeEnd fonts.Mm = 0.7

// lyingBar is the outline of a bar with its right end rounded.
func (b box) lyingBar() vector.Path {
	r := min(freeEnd.Pt(), b.w)
	return vector.RoundRect(b.x, b.y, b.w, b.h, 0, r, r, 0)
}

// standingBar is the outline of a bar with its upper end rounded.
func (b box) standingBar() vector.Path {
	r := min(freeEnd.Pt(), b.h)
	return vector.RoundRect(b.x, b.y, b.w, b.h, r, r, 0, 0)
}
