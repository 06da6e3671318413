package raster

import (
	"image"
	"image/color"
	"math"

	"rapport/charts/vector"
)

// gradient is a run of colours as an image without end.
type gradient struct {
	*vector.Gradient
	placing
	inverse [6]float64
}

func (c *canvas) gradient(g *vector.Gradient) image.Image {
	return &gradient{g, c.placing, inverted(g.Matrix)}
}

// inverted is the transformation back; one without an inverse maps everything onto the origin.
func inverted(m [6]float64) (out [6]float64) {
	det := m[0]*m[3] - m[1]*m[2]
	if det == 0 {
		return out
	}
	return [6]float64{
		m[3] / det, -m[1] / det, -m[2] / det, m[0] / det,
		(m[2]*m[5] - m[3]*m[4]) / det, (m[1]*m[4] - m[0]*m[5]) / det,
	}
}

func (g *gradient) ColorModel() color.Model { return color.RGBAModel }
func (g *gradient) Bounds() image.Rectangle {
	const far = 1 << 30
	return image.Rect(-far, -far, far, far)
}

// At is the colour at the middle of a pixel.
func (g *gradient) At(x, y int) color.Color {
	px, py := (float64(x)+0.5-g.dx)/g.scale, (float64(y)+0.5-g.dy)/g.scale
	m := g.inverse
	at, ok := g.place(m[0]*px+m[2]*py+m[4], m[1]*px+m[3]*py+m[5])
	if !ok {
		return color.RGBA{}
	}
	return g.color(at)
}

// place is how far along the gradient a point lies; ok is false where a radial one does not reach.
func (g *gradient) place(x, y float64) (at float64, ok bool) {
	fx, fy := float64(g.From.X), float64(g.From.Y)
	dx, dy := float64(g.To.X)-fx, float64(g.To.Y)-fy
	x, y = x-fx, y-fy
	if !g.Radial {
		if length := dx*dx + dy*dy; length > 0 {
			return (x*dx + y*dy) / length, true
		}
		return 1, true
	}
	// The largest s whose circle, centred at s·d with the radius R0 + s·dr, passes through the
	// point.
	dr := g.R1 - g.R0
	a, b, c := dx*dx+dy*dy-dr*dr, x*dx+y*dy+g.R0*dr, x*x+y*y-g.R0*g.R0
	var roots []float64
	if math.Abs(a) < 1e-12 {
		if b == 0 {
			return 0, false
		}
		roots = []float64{c / (2 * b)}
	} else {
		root := b*b - a*c
		if root < 0 {
			return 0, false
		}
		root = math.Sqrt(root)
		roots = []float64{max((b+root)/a, (b-root)/a), min((b+root)/a, (b-root)/a)}
	}
	for _, s := range roots {
		if g.R0+s*dr >= 0 {
			return s, true
		}
	}
	return 0, false
}

// color is the colour at a place.
func (g *gradient) color(at float64) color.RGBA {
	stops := g.Stops
	if at <= stops[0].At {
		return rgba(stops[0].Color)
	}
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1], stops[i]
		if at > b.At {
			continue
		}
		t := 1.0
		if b.At > a.At {
			t = (at - a.At) / (b.At - a.At)
		}
		mix := func(u, v uint8) uint8 {
			return uint8(math.Round(float64(u) + t*(float64(v)-float64(u))))
		}
		u, v := a.Color, b.Color
		return color.RGBA{mix(u.R, v.R), mix(u.G, v.G), mix(u.B, v.B), 255}
	}
	return rgba(stops[len(stops)-1].Color)
}

func rgba(c vector.Color) color.RGBA { return color.RGBA{c.R, c.G, c.B, 255} }
