package press

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// curveSteps is how many lines stand for a curve: with eight to a quarter turn a circle is exact to
// half a per cent of its radius.
const curveSteps = 8

// inside reports whether a point lies in the filled part of a path, by counting how often the
// outline winds around it (ISO 32000-1, 8.5.3.3).
func inside(p vector.Path, evenOdd bool, at vector.Point) bool {
	winding, crossings := 0, 0
	var from, start vector.Point
	line := func(to vector.Point) {
		if (from.Y <= at.Y) != (to.Y <= at.Y) {
			if x := from.X + (to.X-from.X)*(at.Y-from.Y)/(to.Y-from.Y); x > at.X {
				crossings++
				if to.Y > from.Y {
					winding++
				} else {
					winding--
				}
			}
		}
		from = to
	}
	for _, s := range p {
		switch s.Op {
		case vector.MoveTo:
			line(start)
			from, start = s.P[0], s.P[0]
		case vector.LineTo:
			line(s.P[0])
		case vector.CurveTo:
			a := from
			for i := 1; i <= curveSteps; i++ {
				line(bezier(a, s.P[0], s.P[1], s.P[2], float64(i)/curveSteps))
			}
		case vector.Close:
			line(start)
		}
	}
	line(start)
	if evenOdd {
		return crossings%2 == 1
	}
	return winding != 0
}

// bezier is a point of a cubic Bézier curve, t from 0 to 1.
func bezier(a, b, c, d vector.Point, t float64) vector.Point {
	u := 1 - t
	k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
	mix := func(a, b, c, d float64) float64 { return k[0]*a + k[1]*b + k[2]*c + k[3]*d }
	return vector.Point{
		X: fonts.Pt(mix(float64(a.X), float64(b.X), float64(c.X), float64(d.X))),
		Y: fonts.Pt(mix(float64(a.Y), float64(b.Y), float64(c.Y), float64(d.Y))),
	}
}
