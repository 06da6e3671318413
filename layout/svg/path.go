package svg

import (
	"math"
	"strconv"

	"rapport/charts/vector"
	"rapport/fonts"
)

// outline is a path in SVG's words, each point from the one before it, which takes fewer digits.
// The points are rounded first, so that no error adds up.
func outline(p vector.Path) []byte {
	w := pathWriter{units: units}
	for _, s := range p {
		w.segment(s)
	}
	return w.out
}

// units are the steps of a point that positions are rounded to.
const units = 100

// place is a position in units.
type place struct{ x, y int }

type pathWriter struct {
	out        []byte
	units      float64 // steps of a point
	last       byte    // the command before
	pen, start place
}

func (w *pathWriter) placed(p vector.Point) place {
	return place{int(math.Round(float64(p.X) * w.units)), int(math.Round(float64(p.Y) * w.units))}
}

// segment writes a step of a path.
func (w *pathWriter) segment(s vector.Segment) {
	switch s.Op {
	case vector.MoveTo:
		w.to('m', s.P[0])
		w.start = w.pen
	case vector.LineTo:
		w.to('l', s.P[0])
	case vector.CurveTo:
		w.curve(s.P)
	case vector.Close:
		w.out, w.last = append(w.out, 'z'), 'z'
		w.pen = w.start
	}
}

// circle writes a circle as two arcs, which take fewer digits than curves and repeat themselves.
func (w *pathWriter) circle(at vector.Point, r fonts.Pt) {
	w.to('m', vector.Point{X: at.X - r, Y: at.Y})
	w.start = w.pen
	radius := int(math.Round(float64(r) * w.units))
	for _, across := range []int{2 * radius, -2 * radius} {
		w.out, w.last = append(w.out, 'a'), 'a'
		w.number(radius)
		w.number(radius)
		w.out = append(w.out, " 0 1 0"...)
		w.number(across)
		w.number(0)
	}
	w.out, w.last = append(w.out, 'z'), 'z'
}

// curve writes a cubic curve, and one that was a quadratic curve as that again: outlines of
// TrueType have no others.
func (w *pathWriter) curve(p [3]vector.Point) {
	px, py := float64(w.pen.x)/w.units, float64(w.pen.y)/w.units
	ax, ay := (3*float64(p[0].X)-px)/2, (3*float64(p[0].Y)-py)/2
	bx, by := (3*float64(p[1].X)-float64(p[2].X))/2, (3*float64(p[1].Y)-float64(p[2].Y))/2
	if math.Hypot(ax-bx, ay-by) < 2/w.units {
		middle := vector.Point{X: p[1].X + (p[1].X-p[2].X)/2, Y: p[1].Y + (p[1].Y-p[2].Y)/2}
		w.to('q', middle, p[2])
		return
	}
	w.to('c', p[:]...)
}

// to writes a command; the pen ends at the last point.
func (w *pathWriter) to(command byte, points ...vector.Point) {
	// After m the numbers of further points mean l.
	if same := w.last == command && command != 'm' || w.last == 'm' && command == 'l'; !same {
		w.out = append(w.out, command)
		w.last = command
	}
	for _, p := range points {
		q := w.placed(p)
		w.number(q.x - w.pen.x)
		w.number(q.y - w.pen.y)
	}
	w.pen = w.placed(points[len(points)-1])
}

// number writes units as a number, parted from what stands before it where that is needed. Units are
// a power of ten, so that the digits are those of an integer.
func (w *pathWriter) number(v int) {
	if v < 0 {
		w.out, v = append(w.out, '-'), -v
	} else if before := w.out[len(w.out)-1]; before >= '0' && before <= '9' {
		w.out = append(w.out, ' ')
	}
	units := int(w.units)
	whole, part := v/units, v%units
	if whole > 0 || part == 0 {
		w.out = strconv.AppendInt(w.out, int64(whole), 10)
	}
	if part == 0 {
		return
	}
	w.out = append(w.out, '.')
	for units /= 10; part > 0; units /= 10 {
		w.out = append(w.out, byte('0'+part/units))
		part %= units
	}
}
