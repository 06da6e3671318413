package svg

import (
	"fmt"
	"math"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// pen draws an outline in user units.
type pen struct {
	path     vector.Path
	x, y     float64 // where it is
	x0, y0   float64 // where the subpath began
	cx, cy   float64 // the last control point, for the smooth curves
	last     byte    // the last command, upper case
	finished bool    // the subpath is closed: the next segment begins another
}

func (p *pen) begin() {
	if p.finished {
		p.path.MoveTo(fonts.Pt(p.x), fonts.Pt(p.y))
		p.finished = false
	}
}

func (p *pen) move(x, y float64) {
	p.path.MoveTo(fonts.Pt(x), fonts.Pt(y))
	p.x, p.y, p.x0, p.y0, p.finished = x, y, x, y, false
}

func (p *pen) line(x, y float64) {
	p.begin()
	p.path.LineTo(fonts.Pt(x), fonts.Pt(y))
	p.x, p.y = x, y
}

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	p.begin()
	p.path.CurveTo(fonts.Pt(x1), fonts.Pt(y1), fonts.Pt(x2), fonts.Pt(y2), fonts.Pt(x), fonts.Pt(y))
	p.cx, p.cy, p.x, p.y = x2, y2, x, y
}

// quad is a quadratic curve, raised to a cubic one.
func (p *pen) quad(x1, y1, x, y float64) {
	p.curve(p.x+(x1-p.x)*2/3, p.y+(y1-p.y)*2/3, x+(x1-x)*2/3, y+(y1-y)*2/3, x, y)
	p.cx, p.cy = x1, y1
}

func (p *pen) close() {
	p.begin()
	p.path.Close()
	p.x, p.y, p.finished = p.x0, p.y0, true
}

// arc is an elliptical arc to (x, y): the endpoint form made a centre form (SVG 1.1, F.6.5, F.6.6),
// in quarter turns or less.
func (p *pen) arc(rx, ry, degrees float64, large, sweep bool, x, y float64) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if x == p.x && y == p.y {
		return
	}
	if rx == 0 || ry == 0 {
		p.line(x, y)
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	dx, dy := (p.x-x)/2, (p.y-y)/2
	x1, y1 := (cos*dx+sin*dy)/rx, (cos*dy-sin*dx)/ry // on the unit circle, as all that follows
	square := x1*x1 + y1*y1
	if square > 1 {
		grow := math.Sqrt(square)
		rx, ry, x1, y1, square = rx*grow, ry*grow, x1/grow, y1/grow, 1
	}
	k := math.Sqrt(max(0, 1/square-1))
	if large == sweep {
		k = -k
	}
	cx, cy := k*y1, -k*x1
	from := math.Atan2(y1-cy, x1-cx)
	turn := math.Atan2(-y1-cy, -x1-cx) - from
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	m := matrix{cos * rx, sin * rx, -sin * ry, cos * ry, (p.x + x) / 2, (p.y + y) / 2}
	p.turn(m, cx, cy, from, turn)
	p.path[len(p.path)-1].P[2] = vector.Point{X: fonts.Pt(x), Y: fonts.Pt(y)}
	p.x, p.y = x, y
}

// turn is a part of the unit circle around (cx, cy), mapped by m, to the pen's end.
func (p *pen) turn(m matrix, cx, cy, from, turn float64) {
	n := max(1, int(math.Ceil(math.Abs(turn)/(math.Pi/2)-1e-9)))
	step := turn / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	at := func(x, y float64) (float64, float64) {
		x, y = x+cx, y+cy
		return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
	}
	for i := range n {
		s0, c0 := math.Sincos(from + float64(i)*step)
		s1, c1 := math.Sincos(from + float64(i+1)*step)
		x1, y1 := at(c0-k*s0, s0+k*c0)
		x2, y2 := at(c1+k*s1, s1-k*c1)
		x3, y3 := at(c1, s1)
		p.curve(x1, y1, x2, y2, x3, y3)
	}
}

// arguments is how many numbers each command takes.
var arguments = map[byte]int{
	'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0,
}

// pathData reads a path's d (SVG 1.1, 8.3). At most limit segments are read.
func pathData(d string, limit int) (vector.Path, error) {
	s := &scanner{s: d}
	p := &pen{}
	s.spaces()
	for !s.end() {
		letter := s.peek()
		command := letter &^ 0x20
		n, known := arguments[command]
		if !known || letter < 'A' {
			return nil, s.unexpected("a path command")
		}
		if p.last == 0 && command != 'M' {
			return nil, fmt.Errorf("path data begin with M, not %q", letter)
		}
		s.i++
		for first := true; first || n > 0 && s.more(); first = false {
			s.spaces()
			v, err := s.operands(command, n)
			if err != nil {
				return nil, err
			}
			if !first && command == 'M' {
				command = 'L'
			}
			p.do(command, letter >= 'a', v)
			if len(p.path) > limit {
				return nil, fmt.Errorf("the file has more than %d path segments", maxSegments)
			}
		}
		s.spaces()
	}
	return p.path, nil
}

// more says whether another set of operands follows the last, with or without a comma.
func (s *scanner) more() bool {
	if s.comma() {
		return true // whatever follows must be a number
	}
	return !s.end() && (digit(s.peek()) || strings.IndexByte("+-.", s.peek()) >= 0)
}

// operands reads n numbers; the fourth and fifth of an arc are flags.
func (s *scanner) operands(command byte, n int) (v [7]float64, err error) {
	for i := range n {
		if i > 0 {
			s.comma()
		}
		if command == 'A' && (i == 3 || i == 4) {
			var on bool
			if on, err = s.flag(); on {
				v[i] = 1
			}
		} else {
			v[i], err = s.number()
		}
		if err != nil {
			return v, err
		}
	}
	return v, nil
}

// do draws one command. Relative coordinates are from the pen's place before it.
func (p *pen) do(command byte, relative bool, v [7]float64) {
	if relative {
		from := 0
		switch command {
		case 'H':
			v[0] += p.x
			from = 7
		case 'V':
			v[0] += p.y
			from = 7
		case 'A':
			from = 5
		}
		for i := from; i+1 < 7; i += 2 {
			v[i], v[i+1] = v[i]+p.x, v[i+1]+p.y
		}
	}
	switch command {
	case 'M':
		p.move(v[0], v[1])
	case 'L':
		p.line(v[0], v[1])
	case 'H':
		p.line(v[0], p.y)
	case 'V':
		p.line(p.x, v[0])
	case 'C':
		p.curve(v[0], v[1], v[2], v[3], v[4], v[5])
	case 'S':
		x, y := p.reflected("CS")
		p.curve(x, y, v[0], v[1], v[2], v[3])
	case 'Q':
		p.quad(v[0], v[1], v[2], v[3])
	case 'T':
		x, y := p.reflected("QT")
		p.quad(x, y, v[0], v[1])
	case 'A':
		p.arc(v[0], v[1], v[2], v[3] == 1, v[4] == 1, v[5], v[6])
	case 'Z':
		p.close()
	}
	p.last = command
}

// reflected is the last control point mirrored at the pen when the last command was one of these,
// the pen's own place otherwise.
func (p *pen) reflected(after string) (x, y float64) {
	if strings.IndexByte(after, p.last) < 0 {
		return p.x, p.y
	}
	return 2*p.x - p.cx, 2*p.y - p.cy
}
