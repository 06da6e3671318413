package vector

import (
	"math"
	"slices"

	"rapport/fonts"
)

// Line is an open straight line.
func Line(x1, y1, x2, y2 fonts.Pt) Path {
	return Path{{Op: MoveTo, P: [3]Point{{x1, y1}}}, {Op: LineTo, P: [3]Point{{x2, y2}}}}
}

// Polyline is an open line through points.
func Polyline(points ...Point) Path {
	p := make(Path, 0, len(points))
	for i, pt := range points {
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		p = append(p, Segment{Op: op, P: [3]Point{pt}})
	}
	return p
}

// Rect is a closed rectangle from its top left corner.
func Rect(x, y, w, h fonts.Pt) Path {
	p := make(Path, 0, 5)
	p.MoveTo(x, y)
	p.LineTo(x+w, y)
	p.LineTo(x+w, y+h)
	p.LineTo(x, y+h)
	p.Close()
	return p
}

// RoundRect is a rectangle with a radius for each corner: top left, top right, bottom right, bottom
// left. A radius is cut to half of the shorter side.
func RoundRect(x, y, w, h, tl, tr, br, bl fonts.Pt) Path {
	most := max(0, min(w, h)/2)
	tl, tr, br, bl = min(tl, most), min(tr, most), min(br, most), min(bl, most)
	p := make(Path, 0, 10) // a beginning, four sides and corners, and the end
	p.MoveTo(x+tl, y)
	p.LineTo(x+w-tr, y)
	p.corner(x+w-tr, y+tr, tr, -math.Pi/2)
	p.LineTo(x+w, y+h-br)
	p.corner(x+w-br, y+h-br, br, 0)
	p.LineTo(x+bl, y+h)
	p.corner(x+bl, y+h-bl, bl, math.Pi/2)
	p.LineTo(x, y+tl)
	p.corner(x+tl, y+tl, tl, math.Pi)
	p.Close()
	return p
}

func (p *Path) corner(cx, cy, r fonts.Pt, from float64) {
	if r > 0 {
		p.Arc(cx, cy, r, r, from, math.Pi/2)
	}
}

// Circle is a closed circle.
func Circle(cx, cy, r fonts.Pt) Path {
	p := make(Path, 0, CircleSegments)
	p.AddCircle(cx, cy, r)
	return p
}

// CircleSegments is how many segments a circle is: a beginning, four quarters, and the end.
const CircleSegments = 6

// AddCircle adds a closed circle.
func (p *Path) AddCircle(cx, cy, r fonts.Pt) {
	p.MoveTo(cx+r, cy)
	p.Arc(cx, cy, r, r, 0, 2*math.Pi)
	p.Close()
}

// MoveTo begins a subpath.
func (p *Path) MoveTo(x, y fonts.Pt) { *p = append(*p, Segment{Op: MoveTo, P: [3]Point{{x, y}}}) }

// LineTo adds a straight line.
func (p *Path) LineTo(x, y fonts.Pt) { *p = append(*p, Segment{Op: LineTo, P: [3]Point{{x, y}}}) }

// CurveTo adds a cubic Bézier curve.
func (p *Path) CurveTo(x1, y1, x2, y2, x3, y3 fonts.Pt) {
	*p = append(*p, Segment{Op: CurveTo, P: [3]Point{{x1, y1}, {x2, y2}, {x3, y3}}})
}

// Close ends a subpath with a line to its beginning.
func (p *Path) Close() { *p = append(*p, Segment{Op: Close}) }

// Arc adds Bézier curves along an ellipse, from the angle from (radians, clockwise from three
// o'clock as y grows downwards) over sweep. The current point must be the arc's beginning. One
// curve spans at most a quarter turn, which keeps it within 0.03 % of the radius (Riškus, 2006).
func (p *Path) Arc(cx, cy, rx, ry fonts.Pt, from, sweep float64) {
	n := int(math.Ceil(math.Abs(sweep)/(math.Pi/2) - 1e-9))
	if n == 0 {
		return
	}
	step := sweep / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	at := func(cos, sin float64) (fonts.Pt, fonts.Pt) {
		return cx + rx*fonts.Pt(cos),
			cy + ry*fonts.Pt(sin)
	}
	for range n {
		s0, c0 := math.Sincos(from)
		s1, c1 := math.Sincos(from + step)
		x1, y1 := at(c0-k*s0, s0+k*c0)
		x2, y2 := at(c1+k*s1, s1-k*c1)
		x3, y3 := at(c1, s1)
		p.CurveTo(x1, y1, x2, y2, x3, y3)
		from += step
	}
}

// Move returns the path moved by (dx, dy).
func (p Path) Move(dx, dy fonts.Pt) Path {
	out := slices.Clone(p)
	out.Shift(dx, dy)
	return out
}

// Shift moves the path itself by (dx, dy).
func (p Path) Shift(dx, dy fonts.Pt) {
	for i := range p {
		for k := range p[i].P {
			at := &p[i].P[k]
			at.X, at.Y = at.X+dx, at.Y+dy
		}
	}
}

// Bounds is the box around the path's points, control points included; ok is false for an empty
// path.
func (p Path) Bounds() (topLeft, bottomRight Point, ok bool) {
	for _, s := range p {
		n := 1
		switch s.Op {
		case CurveTo:
			n = 3
		case Close:
			n = 0
		}
		for _, q := range s.P[:n] {
			if !ok {
				topLeft, bottomRight, ok = q, q, true
				continue
			}
			topLeft = Point{min(topLeft.X, q.X), min(topLeft.Y, q.Y)}
			bottomRight = Point{max(bottomRight.X, q.X), max(bottomRight.Y, q.Y)}
		}
	}
	return topLeft, bottomRight, ok
}
