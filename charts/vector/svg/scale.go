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
	k := min(width/p.Width, height/p.Height)
	out := &vector.Picture{Width: p.Width * k, Height: p.Height * k,
		Items: make([]vector.Item, 0, len(p.Items))}
	m := matrix{a: float64(k), d: float64(k)}
	for _, it := range p.Items {
		switch {
		case it.Shape != nil:
			paint := it.Shape.Paint
			paint.Width *= k
			paint.Dash = nil
			for _, d := range it.Shape.Paint.Dash {
				paint.Dash = append(paint.Dash, d*k)
			}
			out.AddShape(m.path(it.Shape.Path), paint)
		case it.Label != nil:
			l := *it.Label
			l.At = m.at(l.At)
			l.Font.Size *= k
			out.AddLabel(l)
		}
	}
	return out
}
