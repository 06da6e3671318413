package raster

import (
	"image"
	"math"
	"slices"

	"rapport/charts/vector"
)

// point is a place in pixels.
type point struct{ x, y float64 }

// polygon is an outline of straight lines, in pixels; it closes by itself.
type polygon []point

// flatness is how far, in pixels, a line may run from the curve that it stands for.
const flatness = 0.05

// subpaths are the outlines of a path, in pixels.
func subpaths(p vector.Path, at placing) []polygon {
	var all []polygon
	for _, l := range lines(p, at) {
		all = append(all, l.points)
	}
	return all
}

// line is a subpath as a pen draws it.
type line struct {
	points polygon
	closed bool
	smooth []bool // by point: inside of a curve, where there is no corner
}

// lines are the subpaths of a path, curves cut into straight lines.
func lines(p vector.Path, at placing) []line {
	var all []line
	var now line
	flush := func() {
		if len(now.points) > 0 {
			all = append(all, now)
		}
		now = line{}
	}
	add := func(q point, smooth bool) {
		now.points, now.smooth = append(now.points, q), append(now.smooth, smooth)
	}
	for _, s := range p {
		var q [3]point
		for i := range s.P {
			q[i].x, q[i].y = at.at(s.P[i])
		}
		switch s.Op {
		case vector.MoveTo:
			flush()
			add(q[0], false)
		case vector.LineTo:
			add(q[0], false)
		case vector.CurveTo:
			from := now.points[len(now.points)-1]
			n := steps(from, q)
			for i := 1; i <= n; i++ {
				add(bezier(from, q, float64(i)/float64(n)), i < n)
			}
		case vector.Close:
			start := point{}
			if len(now.points) > 0 {
				start = now.points[0]
			}
			now.closed = true
			flush()
			now = line{points: polygon{start}, smooth: []bool{false}}
		}
	}
	if len(now.points) > 1 || len(all) == 0 {
		flush()
	}
	return all
}

// steps is into how many lines a cubic curve is cut: by its second differences, which bound how far
// it runs from a line (Sederberg, Computer Aided Geometric Design, 10.6).
func steps(from point, q [3]point) int {
	bend := func(a, b, c point) float64 { return math.Hypot(a.x-2*b.x+c.x, a.y-2*b.y+c.y) }
	most := max(bend(from, q[0], q[1]), bend(q[0], q[1], q[2]))
	return min(max(int(math.Ceil(math.Sqrt(0.75*most/flatness))), 1), 200)
}

func bezier(a point, q [3]point, t float64) point {
	u := 1 - t
	k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return point{
		k0*a.x + k1*q[0].x + k2*q[1].x + k3*q[2].x,
		k0*a.y + k1*q[0].y + k2*q[1].y + k3*q[2].y,
	}
}

// bounds are the pixels that polygons touch.
func bounds(all []polygon) image.Rectangle {
	lo, hi := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, p := range all {
		for _, q := range p {
			lo.x, lo.y = min(lo.x, q.x), min(lo.y, q.y)
			hi.x, hi.y = max(hi.x, q.x), max(hi.y, q.y)
		}
	}
	if lo.x > hi.x {
		return image.Rectangle{}
	}
	const far = 1 << 20
	clamp := func(v float64) int { return int(min(max(v, -far), far)) }
	return image.Rect(clamp(math.Floor(lo.x)), clamp(math.Floor(lo.y)),
		clamp(math.Ceil(hi.x)), clamp(math.Ceil(hi.y)))
}

// turned is a polygon that runs clockwise, so that areas which overlap add up.
func (p polygon) turned() polygon {
	var area float64
	for i, a := range p {
		b := p[(i+1)%len(p)]
		area += a.x*b.y - b.x*a.y
	}
	if area < 0 {
		slices.Reverse(p)
	}
	return p
}
