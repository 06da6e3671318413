package svg

import (
	"math"

	"rapport/charts/vector"
)

// outline is a path in SVG's words, each point from the one before it, which takes fewer digits.
// The points are rounded first, so that no error adds up.
func outline(p vector.Path) []byte {
	var w pathWriter
	for _, s := range p {
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
	return w.out
}

// units are the steps of a point that positions are rounded to.
const units = 100

// place is a position in units.
type place struct{ x, y int }

func placed(p vector.Point) place {
	return place{int(math.Round(float64(p.X) * units)), int(math.Round(float64(p.Y) * units))}
}

type pathWriter struct {
	out        []byte
	last       byte // the command before
	pen, start place
}

// curve writes a cubic curve, and one that was a quadratic curve as that again: outlines of
// TrueType have no others.
func (w *pathWriter) curve(p [3]vector.Point) {
	px, py := float64(w.pen.x)/units, float64(w.pen.y)/units
	ax, ay := (3*float64(p[0].X)-px)/2, (3*float64(p[0].Y)-py)/2
	bx, by := (3*float64(p[1].X)-float64(p[2].X))/2, (3*float64(p[1].Y)-float64(p[2].Y))/2
	if math.Hypot(ax-bx, ay-by) < 2.0/units {
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
		q := placed(p)
		w.number(q.x - w.pen.x)
		w.number(q.y - w.pen.y)
	}
	w.pen = placed(points[len(points)-1])
}

// number writes units as a number, parted from what stands before it where that is needed.
func (w *pathWriter) number(v int) {
	n := decimal(nil, float64(v)/units)
	if before := w.out[len(w.out)-1]; n[0] != '-' && before >= '0' && before <= '9' {
		w.out = append(w.out, ' ')
	}
	switch {
	case len(n) > 1 && n[0] == '0':
		n = n[1:]
	case len(n) > 2 && n[0] == '-' && n[1] == '0':
		n = append(n[:1], n[2:]...)
	}
	w.out = append(w.out, n...)
}
