package svg

import (
	"fmt"
	"math"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as in SVG 1.1, 7.5.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times is the matrix that maps by n first and then by m.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f,
	}
}

func (m matrix) at(p vector.Point) vector.Point {
	x, y := float64(p.X), float64(p.Y)
	return vector.Point{X: fonts.Pt(m.a*x + m.c*y + m.e), Y: fonts.Pt(m.b*x + m.d*y + m.f)}
}

func (m matrix) path(p vector.Path) vector.Path {
	out := make(vector.Path, len(p))
	for i, s := range p {
		for k := range s.P {
			s.P[k] = m.at(s.P[k])
		}
		out[i] = s
	}
	return out
}

func (m matrix) determinant() float64 { return m.a*m.d - m.b*m.c }

// invert is the inverse; m must have a determinant.
func (m matrix) invert() matrix {
	det := m.determinant()
	return matrix{
		m.d / det, -m.b / det, -m.c / det, m.a / det,
		(m.c*m.f - m.d*m.e) / det, (m.b*m.e - m.a*m.f) / det,
	}
}

// scale is how much m enlarges; ok says whether it does so by the same in all directions.
func (m matrix) scale() (s float64, ok bool) {
	x, y := math.Hypot(m.a, m.b), math.Hypot(m.c, m.d)
	skew := math.Abs(m.a*m.c + m.b*m.d)
	return math.Sqrt(math.Abs(m.determinant())), math.Abs(x-y) <= 1e-4*max(x, y) && skew <= 1e-4*x*y
}

// most is how much m enlarges in the direction in which it does so most, at most.
func (m matrix) most() float64 { return math.Hypot(math.Hypot(m.a, m.b), math.Hypot(m.c, m.d)) }

func (m matrix) finite() bool {
	for _, v := range []float64{m.a, m.b, m.c, m.d, m.e, m.f} {
		if math.IsNaN(v) || math.Abs(v) > 1e12 {
			return false
		}
	}
	return true
}

func translate(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// transforms reads a transform attribute (SVG 1.1, 7.6).
func transforms(value string) (matrix, error) {
	m := identity
	rest := strings.Trim(value, space)
	for rest != "" {
		name, after, ok := strings.Cut(rest, "(")
		arguments, after, closed := strings.Cut(after, ")")
		if !ok || !closed {
			return m, fmt.Errorf("%q is not a transform", short(rest))
		}
		v, err := list(arguments)
		if err != nil {
			return m, err
		}
		one, err := transform(strings.Trim(name, space), v)
		if err != nil {
			return m, err
		}
		if m = m.times(one); !m.finite() {
			return m, fmt.Errorf("the transform is too large")
		}
		rest = strings.Trim(after, space)
		if next, ok := strings.CutPrefix(rest, ","); ok {
			if rest = strings.Trim(next, space); rest == "" {
				return m, fmt.Errorf("a transform is missing after the comma")
			}
		}
	}
	return m, nil
}

// transform is one function with its arguments.
func transform(name string, v []float64) (matrix, error) {
	counts := map[string][]int{
		"matrix": {6}, "translate": {1, 2}, "scale": {1, 2}, "rotate": {1, 3},
		"skewX": {1}, "skewY": {1},
	}[name]
	if counts == nil {
		return identity, fmt.Errorf("%q is not a transform of SVG 1.1", short(name))
	}
	if n := len(v); n != counts[0] && n != counts[len(counts)-1] {
		return identity, fmt.Errorf("%s has %d numbers", name, n)
	}
	switch name {
	case "matrix":
		return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, nil
	case "translate":
		return translate(v[0], append(v, 0)[1]), nil
	case "scale":
		return matrix{a: v[0], d: v[len(v)-1]}, nil
	case "skewX":
		return matrix{a: 1, c: math.Tan(v[0] * math.Pi / 180), d: 1}, nil
	case "skewY":
		return matrix{a: 1, b: math.Tan(v[0] * math.Pi / 180), d: 1}, nil
	}
	sin, cos := math.Sincos(v[0] * math.Pi / 180)
	turn := matrix{cos, sin, -sin, cos, 0, 0}
	if len(v) == 3 {
		turn = translate(v[1], v[2]).times(turn).times(translate(-v[1], -v[2]))
	}
	return turn, nil
}
