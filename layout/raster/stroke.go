package raster

import (
	"math"

	"rapport/charts/vector"
)

// pen is what draws a stroke, in pixels.
type pen struct {
	radius float64
	paint  *vector.Paint
	// nib maps the plane of the stroke onto pixels, without their places.
	nib  [4]float64
	area []polygon
}

// stroke is what a pen covers that follows a path: a piece for each line, each corner and each end.
// They overlap, and all run in one direction, so that they add up to one area.
func (c *canvas) stroke(s *vector.Shape) []polygon {
	p := &s.Paint
	t := pen{radius: float64(p.Width) / 2 * c.scale, paint: p, nib: [4]float64{1, 0, 0, 1}}
	if p.Nib != nil {
		t.nib = *p.Nib
	}
	for _, l := range lines(s.Path, c.placing) {
		l = l.mapped(t.back)
		if len(p.Dash) == 0 {
			t.follow(l)
			continue
		}
		for _, dash := range l.dashed(p, c.scale) {
			t.follow(dash)
		}
	}
	return t.area
}

// back maps a pixel into the plane of the stroke, and onto maps it back. A nib without an inverse
// leaves pixels as they are.
func (t *pen) back(q point) point {
	det := t.nib[0]*t.nib[3] - t.nib[1]*t.nib[2]
	if math.Abs(det) < 1e-9 {
		return q
	}
	return point{(t.nib[3]*q.x - t.nib[2]*q.y) / det, (t.nib[0]*q.y - t.nib[1]*q.x) / det}
}

func (t *pen) onto(q point) point {
	if math.Abs(t.nib[0]*t.nib[3]-t.nib[1]*t.nib[2]) < 1e-9 {
		return q
	}
	return point{t.nib[0]*q.x + t.nib[2]*q.y, t.nib[1]*q.x + t.nib[3]*q.y}
}

func (t *pen) piece(p ...point) {
	for i := range p {
		p[i] = t.onto(p[i])
	}
	t.area = append(t.area, polygon(p).turned())
}

// mapped is a line with its points mapped, and points that lie on the one before left out.
func (l line) mapped(by func(point) point) line {
	out := line{closed: l.closed}
	for i, q := range l.points {
		if q = by(q); i == 0 || q != out.points[len(out.points)-1] {
			out.points, out.smooth = append(out.points, q), append(out.smooth, l.smooth[i])
		}
	}
	if n := len(out.points); out.closed && n > 1 && out.points[0] == out.points[n-1] {
		out.points, out.smooth = out.points[:n-1], out.smooth[:n-1]
	}
	return out
}

// follow covers a line.
func (t *pen) follow(l line) {
	n := len(l.points)
	if n == 1 {
		t.dot(l.points[0])
		return
	}
	last := n - 1
	if l.closed {
		last = n
	}
	for i := range last {
		t.straight(l.points[i], l.points[(i+1)%n])
	}
	for i := range n {
		if !l.closed && (i == 0 || i == n-1) {
			continue
		}
		t.corner(l.points[(i+n-1)%n], l.points[i], l.points[(i+1)%n], l.smooth[i])
	}
	if !l.closed {
		t.end(l.points[1], l.points[0])
		t.end(l.points[n-2], l.points[n-1])
	}
}

// side is half the width of the pen, at a right angle to its way.
func (t *pen) side(a, b point) point {
	d := math.Hypot(b.x-a.x, b.y-a.y)
	return point{-(b.y - a.y) / d * t.radius, (b.x - a.x) / d * t.radius}
}

func (t *pen) straight(a, b point) {
	s := t.side(a, b)
	t.piece(a.plus(s), b.plus(s), b.minus(s), a.minus(s))
}

// dot covers a line without length, which has ends only.
func (t *pen) dot(a point) {
	switch r := t.radius; t.paint.Caps {
	case vector.RoundCap:
		t.round(a)
	case vector.SquareCap:
		t.piece(point{a.x - r, a.y - r}, point{a.x + r, a.y - r}, point{a.x + r, a.y + r}, point{a.x - r, a.y + r})
	}
}

// end covers what reaches past b, where the pen comes from a.
func (t *pen) end(a, b point) {
	switch t.paint.Caps {
	case vector.RoundCap:
		t.round(b)
	case vector.SquareCap:
		s := t.side(a, b)
		t.straight(b, point{b.x + s.y, b.y - s.x})
	}
}

// corner covers the gap on the outside of a corner at b.
func (t *pen) corner(a, b, c point, smooth bool) {
	if t.paint.Joins == vector.RoundJoin && !smooth {
		t.round(b)
		return
	}
	s, u := t.side(a, b), t.side(b, c)
	if s.x*u.y-s.y*u.x > 0 { // it turns away from that side
		s, u = point{-s.x, -s.y}, point{-u.x, -u.y}
	}
	if t.paint.Joins == vector.MiterJoin && !smooth {
		if tip, ok := t.tip(b, s, u); ok {
			t.piece(b, b.plus(s), tip, b.plus(u))
			return
		}
	}
	t.piece(b, b.plus(s), b.plus(u))
}

// tip is where the outer edges of a corner meet; ok is false past the miter limit (ISO 32000-1,
// 8.4.3.5).
func (t *pen) tip(b, s, u point) (tip point, ok bool) {
	limit := t.paint.Miter
	if limit == 0 {
		limit = 10
	}
	middle := s.plus(u)
	length := math.Hypot(middle.x, middle.y) / 2 // the radius times the cosine of half the turn
	if length < t.radius/limit {
		return tip, false
	}
	k := t.radius * t.radius / (2 * length * length)
	return point{b.x + middle.x*k, b.y + middle.y*k}, true
}

func (t *pen) round(b point) {
	n := max(8, int(math.Ceil(math.Pi/math.Acos(max(0, 1-flatness/max(t.radius, flatness))))))
	circle := make([]point, n)
	for i := range circle {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		circle[i] = point{b.x + t.radius*cos, b.y + t.radius*sin}
	}
	t.piece(circle...)
}

func (a point) plus(b point) point  { return point{a.x + b.x, a.y + b.y} }
func (a point) minus(b point) point { return point{a.x - b.x, a.y - b.y} }

// dashed cuts a line into its dashes.
func (l line) dashed(p *vector.Paint, scale float64) []line {
	var period float64
	for _, d := range p.Dash {
		period += float64(d) * scale
	}
	if period <= 0 {
		return []line{l}
	}
	points, smooth := l.points, l.smooth
	if l.closed {
		points, smooth = append(points[:len(points):len(points)], points[0]), append(smooth[:len(smooth):len(smooth)], false)
	}
	lengths := p.Dash
	if len(lengths)%2 == 1 {
		lengths = append(lengths[:len(lengths):len(lengths)], lengths...)
	}
	i, left := 0, math.Mod(float64(p.Phase)*scale, 2*period)
	for left >= float64(lengths[i])*scale {
		left -= float64(lengths[i]) * scale
		i = (i + 1) % len(lengths)
	}
	left = float64(lengths[i])*scale - left
	var all []line
	var now line
	if i%2 == 0 {
		now = line{points: polygon{points[0]}, smooth: []bool{false}}
	}
	for k := 1; k < len(points); k++ {
		a, b := points[k-1], points[k]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		for at := 0.0; at < length; {
			step := min(left, length-at)
			at, left = at+step, left-step
			q := point{a.x + (b.x-a.x)*at/length, a.y + (b.y-a.y)*at/length}
			if i%2 == 0 {
				now.points, now.smooth = append(now.points, q), append(now.smooth, at >= length && smooth[k])
			}
			if left > 1e-9 {
				continue
			}
			if i%2 == 0 {
				all = append(all, now)
			}
			i = (i + 1) % len(lengths)
			left, now = float64(lengths[i])*scale, line{}
			if i%2 == 0 {
				now = line{points: polygon{q}, smooth: []bool{false}}
			}
		}
	}
	if len(now.points) > 1 {
		all = append(all, now)
	}
	return all
}
