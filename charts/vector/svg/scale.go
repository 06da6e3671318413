package svg

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// Scale is the picture as large as fits into a box, in its own proportions: one of the new width
// and height is the box's. Line widths, dashes and sizes of type scale along. A picture or box
// without an area gives the picture as it is.
func Scale(p *vector.Picture, width, height fonts.Pt) *vector.Picture {
	if p.Width <= 0 || p.Height <= 0 || width <= 0 || height <= 0 {
		return p
	}
	return p.Scaled(float64(min(width/p.Width, height/p.Height)))
}
