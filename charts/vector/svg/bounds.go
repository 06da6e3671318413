package svg

import (
	"math"

	"rapport/charts/vector"
	"rapport/fonts"
)

// diagonal is the length that percentages of neither axis are of.
func diagonal(w, h float64) float64 { return math.Hypot(w, h) / math.Sqrt2 }

// extent is a box around points. The zero extent must not be used: see empty.
type extent struct{ left, top, right, bottom float64 }

var empty = extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (e *extent) add(x, y float64) {
	e.left, e.right = min(e.left, x), max(e.right, x)
	e.top, e.bottom = min(e.top, y), max(e.bottom, y)
}

// join adds another extent.
func (e *extent) join(o extent) {
	if o.left <= o.right && o.top <= o.bottom {
		e.add(o.left, o.top)
		e.add(o.right, o.bottom)
	}
}

// grown is the extent with a border.
func (e extent) grown(by float64) extent {
	return extent{e.left - by, e.top - by, e.right + by, e.bottom + by}
}

// meets reports whether two extents have something in common.
func (e extent) meets(o extent) bool {
	return e.left < o.right && e.right > o.left && e.top < o.bottom && e.bottom > o.top
}

// unit maps the unit square onto the extent, which is what objectBoundingBox means (SVG 1.1, 7.11).
func (e extent) unit() matrix {
	return matrix{a: e.right - e.left, d: e.bottom - e.top, e: e.left, f: e.top}
}

// addStroke adds both sides of a stroke at a point where it runs in a direction.
func (e *extent) addStroke(at, along vector.Point, half float64) {
	x, y, nx, ny := float64(at.X), float64(at.Y), -float64(along.Y)*half, float64(along.X)*half
	e.add(x+nx, y+ny)
	e.add(x-nx, y-ny)
}

// bounds is the box around what a path paints with a stroke of half a width on either side; 0 is a
// fill. Ends and corners count as butt and bevel: caps and miters may reach a little further.
func bounds(p vector.Path, half float64) extent {
	box := empty
	var at, start vector.Point
	for _, s := range p {
		switch s.Op {
		case vector.MoveTo:
			start = s.P[0]
			box.add(float64(start.X), float64(start.Y))
		case vector.Close:
			box.line(at, start, half)
			at = start
			continue
		case vector.LineTo:
			box.line(at, s.P[0], half)
		case vector.CurveTo:
			box.curve([4]vector.Point{at, s.P[0], s.P[1], s.P[2]}, half)
		}
		at = end(s)
	}
	return box
}

func (e *extent) line(a, b vector.Point, half float64) {
	d, _ := direction(a, b)
	e.addStroke(a, d, half)
	e.addStroke(b, d, half)
}

// curve adds the ends of a Bézier curve, and where it turns back in x or in y.
func (e *extent) curve(p [4]vector.Point, half float64) {
	from, _ := direction(p[0], p[1], p[2], p[3])
	to, _ := direction(p[3], p[2], p[1], p[0])
	e.addStroke(p[0], from, half)
	e.addStroke(p[3], to, half)
	at := func(t float64) (x, y float64) {
		u := 1 - t
		k := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
		for i, q := range p {
			x, y = x+k[i]*float64(q.X), y+k[i]*float64(q.Y)
		}
		return x, y
	}
	for _, t := range turns(float64(p[0].X), float64(p[1].X), float64(p[2].X), float64(p[3].X)) {
		x, y := at(t)
		e.add(x-half, y)
		e.add(x+half, y)
	}
	for _, t := range turns(float64(p[0].Y), float64(p[1].Y), float64(p[2].Y), float64(p[3].Y)) {
		x, y := at(t)
		e.add(x, y-half)
		e.add(x, y+half)
	}
}

// turns are the parameters inside a cubic Bézier where its derivative is zero.
func turns(p0, p1, p2, p3 float64) (out []float64) {
	a, b, c := p3-3*p2+3*p1-p0, 2*(p2-2*p1+p0), p1-p0
	roots := []float64{-c / b}
	if math.Abs(a) > 1e-12 {
		root := math.Sqrt(b*b - 4*a*c) // NaN when there is none
		roots = []float64{(-b + root) / (2 * a), (-b - root) / (2 * a)}
	}
	for _, t := range roots {
		if t > 0 && t < 1 {
			out = append(out, t)
		}
	}
	return out
}

// encloses reports whether a path has an area: it is more than lines to and fro.
func encloses(p vector.Path) bool {
	lines := 0
	for _, s := range p {
		switch s.Op {
		case vector.MoveTo:
			lines = 0
		case vector.CurveTo:
			lines = 2
		case vector.LineTo:
			lines++
		}
		if lines > 1 {
			b := bounds(p, 0)
			return b.right > b.left && b.bottom > b.top
		}
	}
	return false
}

// end is where a segment ends.
func end(s vector.Segment) vector.Point {
	if s.Op == vector.CurveTo {
		return s.P[2]
	}
	return s.P[0]
}

// direction is the unit vector from a point to the first of others that is somewhere else.
func direction(from vector.Point, to ...vector.Point) (vector.Point, bool) {
	for _, q := range to {
		dx, dy := q.X-from.X, q.Y-from.Y
		if l := fonts.Pt(math.Hypot(float64(dx), float64(dy))); l > 1e-9 {
			return vector.Point{X: dx / l, Y: dy / l}, true
		}
	}
	return vector.Point{}, false
}
