package svg

import (
	"errors"
	"fmt"
	"math"

	"rapport/charts/vector"
	"rapport/fonts"
)

// pdfMiterLimit is the limit that PDF starts a page with, and that vector.Paint means (ISO 32000-1,
// 8.4.1).
const pdfMiterLimit = 10

// subpath is a part of a path that is one line.
type subpath struct {
	segments vector.Path // with its MoveTo, without a Close
	closed   bool
	tangents []tangent // of the segments that have a length
}

// tangent is the directions in which a segment begins and ends.
type tangent struct{ from, to vector.Point }

// subpaths parts a path.
func subpaths(p vector.Path) []subpath {
	var out []subpath
	var at, start vector.Point
	for _, s := range p {
		if s.Op == vector.MoveTo {
			out = append(out, subpath{})
			start = s.P[0]
		}
		sub := &out[len(out)-1]
		switch s.Op {
		case vector.Close:
			sub.closed = true
			if d, ok := direction(at, start); ok {
				sub.tangents = append(sub.tangents, tangent{d, d})
			}
			at = start
			continue
		case vector.LineTo:
			if d, ok := direction(at, s.P[0]); ok {
				sub.tangents = append(sub.tangents, tangent{d, d})
			}
		case vector.CurveTo:
			from, ok := direction(at, s.P[0], s.P[1], s.P[2])
			to, _ := direction(s.P[2], s.P[1], s.P[0], at)
			if ok {
				sub.tangents = append(sub.tangents, tangent{from, vector.Point{X: -to.X, Y: -to.Y}})
			}
		}
		sub.segments = append(sub.segments, s)
		at = end(s)
	}
	return out
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

// corners are the miter ratios of the corners: 1/sin of half the angle between the two lines, the
// length of the miter in widths (SVG 1.1, 11.4). Turns under a tenth of a degree are no corners.
func (s subpath) corners() []float64 {
	var out []float64
	n := len(s.tangents)
	for i, t := range s.tangents {
		if i == n-1 && !s.closed {
			break
		}
		next := s.tangents[(i+1)%n]
		cos := float64(t.to.X*next.from.X + t.to.Y*next.from.Y) // of the turn
		if cos < math.Cos(0.1*math.Pi/180) {
			out = append(out, 1/math.Sqrt(max(1e-12, (1+cos)/2)))
		}
	}
	return out
}

// stroked is a path and paint whose stroke looks as the style says, with the caps and joins that
// vector.Paint has: round or butt, round or miter. Square caps become longer lines.
func stroked(p vector.Path, st style) (path vector.Path, roundCaps, roundJoins bool, err error) {
	if st.dash != nil && st.dashOffset != 0 {
		return nil, false, false, errors.New("stroke-dashoffset is outside the logo subset")
	}
	subs := subpaths(p)
	ends, cornered := st.dash != nil, false
	for _, s := range subs {
		ends = ends || !s.closed || len(s.tangents) == 0
		cornered = cornered || len(s.corners()) > 0
	}
	lineCap, join := st.cap, st.join
	if lineCap == square && ends {
		if st.dash != nil {
			return nil, false, false,
				errors.New("dashes with square caps are outside the logo subset")
		}
		p, lineCap = squared(subs, st.width), butt
	}
	if !ends {
		lineCap = butt
		if join == roundJoin {
			lineCap = roundCap
		}
	}
	if !cornered {
		join = miter
		if lineCap == roundCap {
			join = roundJoin
		}
	}
	switch join {
	case bevel:
		return nil, false, false,
			errors.New("stroke-linejoin bevel is outside the logo subset; make the line an outline")
	case miter:
		return p, lineCap == roundCap, false, mitered(subs, st.miterLimit)
	}
	return p, lineCap == roundCap, true, nil
}

// mitered says whether SVG and PDF agree on which corners are too sharp for a miter.
func mitered(subs []subpath, limit float64) error {
	for _, s := range subs {
		for _, ratio := range s.corners() {
			if (ratio > limit) != (ratio > pdfMiterLimit) {
				return fmt.Errorf("a corner of %.0f degrees is drawn otherwise in PDF, "+
					"whose stroke-miterlimit is %d; use round joins or make the line an outline",
					2*math.Asin(1/ratio)*180/math.Pi, pdfMiterLimit)
			}
		}
	}
	return nil
}

// squared is subpaths whose open ends are longer by half the width, which is what a square cap
// draws.
func squared(subs []subpath, width float64) vector.Path {
	half := fonts.Pt(width / 2)
	var out vector.Path
	for _, s := range subs {
		first, last := s.segments[0].P[0], end(s.segments[len(s.segments)-1])
		switch {
		case len(s.tangents) == 0 && (len(s.segments) > 1 || s.closed): // a dot is a square along x
			out.MoveTo(first.X-half, first.Y)
			out.LineTo(first.X+half, first.Y)
		case s.closed || len(s.tangents) == 0:
			out = append(out, s.segments...)
			if s.closed {
				out.Close()
			}
		default:
			from, to := s.tangents[0].from, s.tangents[len(s.tangents)-1].to
			out.MoveTo(first.X-half*from.X, first.Y-half*from.Y)
			out.LineTo(first.X, first.Y)
			out = append(out, s.segments[1:]...)
			out.LineTo(last.X+half*to.X, last.Y+half*to.Y)
		}
	}
	return out
}
