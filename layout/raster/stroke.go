package raster

import (
	"math"

	"rapport/charts/vector"
)

// pen is what draws a stroke, in pixels.
type pen struct {
	radius float64
	paint  *vector.Paint
	// nib maps the plane of the stroke onto pixels, without their places, and back the pixels
	// into that plane.
	nib, back [4]float64
	area      []polygon
}

// stroke is what a pen covers that follows a path: a piece for each line, each corner and each end.
// They overlap, and all run in one direction, so that they add up to one area.
func (c *canvas) stroke(s *vector.Shape) []polygon {
	p := &s.Paint
	t := pen{radius: float64(p.Width) / 2 * c.scale, paint: p, nib: [4]float64{1, 0, 0, 1}}
	if p.Nib != nil {
		t.nib = *p.Nib
	}
	var ok bool
	if t.back, ok = p.FromNib(); !ok {
		return nil
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

// by is a point mapped by a matrix.
func (a point) by(m [4]float64) point { return point{m[0]*a.x + m[2]*a.y, m[1]*a.x + m[3]*a.y} }

func (t *pen) piece(p ...point) {
	for i := range p {
		p[i] = p[i].by(t.nib)
	}
	t.area = append(t.area, polygon(p).turned())
}

// mapped is a line with its points mapped, and points that lie on the one before left out.
func (l line) mapped(m [4]float64) line {
	out := line{closed: l.closed}
	for i, q := range l.points {
		if q = q.by(m); i == 0 || q != out.points[len(out.points)-1] {
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
		t.piece(point{a.x - r, a.y - r}, point{a.x + r, a.y - r},
			point{a.x + r, a.y + r}, point{a.x - r, a.y + r})
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
	middle := s.plus(u)
	length := math.Hypot(middle.x, middle.y) / 2 // the radius times the cosine of half the turn
	if length < t.radius/t.paint.MiterLimit() {
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
	d := newDashing(p, scale)
	if d == nil {
		return []line{l}
	}
	points, smooth := l.points, l.smooth
	if l.closed {
		points = append(points[:len(points):len(points)], points[0])
		smooth = append(smooth[:len(smooth):len(smooth)], false)
	}
	d.begin(points[0])
	for k := 1; k < len(points); k++ {
		d.straight(points[k-1], points[k], smooth[k])
	}
	if len(d.now.points) > 1 {
		d.all = append(d.all, d.now)
	}
	return d.all
}

// dashing is how far a line has been cut.
type dashing struct {
	lengths []float64 // of dashes and gaps, in turn, in pixels
	i       int       // of the one that the pen is in: even ones are dashes
	left    float64   // of it
	now     line      // the dash that is drawn
	all     []line
}

// finest is the shortest run of dashes and gaps, in pixels, that an image could show something of.
const finest = 0.1

// newDashing begins with the phase; nil when the dashes are too fine to be seen, and the line is
// whole.
func newDashing(p *vector.Paint, scale float64) *dashing {
	d := &dashing{}
	period := 0.0
	for range 1 + len(p.Dash)%2 { // an odd number of lengths changes places every time
		for _, length := range p.Dash {
			d.lengths = append(d.lengths, float64(length)*scale)
			period += float64(length) * scale
		}
	}
	if period < finest {
		return nil
	}
	d.left = math.Mod(float64(p.Phase)*scale, period)
	if d.left < 0 {
		d.left += period
	}
	for d.left >= d.lengths[d.i] {
		d.left -= d.lengths[d.i]
		d.i = (d.i + 1) % len(d.lengths)
	}
	d.left = d.lengths[d.i] - d.left
	return d
}

// begin starts what the pen is in, at a point.
func (d *dashing) begin(at point) {
	d.now = line{}
	if d.i%2 == 0 {
		d.now = line{points: polygon{at}, smooth: []bool{false}}
	}
}

// straight follows a straight line. smooth says that there is no corner at its end.
func (d *dashing) straight(a, b point, smooth bool) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	for at := 0.0; at < length; {
		step := min(d.left, length-at)
		at, d.left = at+step, d.left-step
		q := point{a.x + (b.x-a.x)*at/length, a.y + (b.y-a.y)*at/length}
		if d.i%2 == 0 {
			d.now.points = append(d.now.points, q)
			d.now.smooth = append(d.now.smooth, at >= length && smooth)
		}
		if d.left <= 1e-9 {
			d.turn(q)
		}
	}
}

// turn goes from a dash to a gap, or from a gap to a dash.
func (d *dashing) turn(at point) {
	if d.i%2 == 0 {
		d.all = append(d.all, d.now)
	}
	d.i = (d.i + 1) % len(d.lengths)
	d.left = d.lengths[d.i]
	d.begin(at)
}
