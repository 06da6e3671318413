package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// paint is the attributes of a shape.
func (e *encoder) paint(p *vector.Paint) string {
	var b strings.Builder
	switch {
	case p.FillGradient != nil:
		fmt.Fprintf(&b, ` fill="url(#%s)"`, e.gradient(p.FillGradient))
	case p.Fill != nil:
		fmt.Fprintf(&b, ` fill="%s"`, hex(*p.Fill))
	default:
		b.WriteString(` fill="none"`)
	}
	if p.Filled() && p.EvenOdd {
		b.WriteString(` fill-rule="evenodd"`)
	}
	if p.Stroked() {
		e.stroke(&b, p)
	}
	return b.String()
}

// The words of SVG for ends and corners, in the order of the types' values.
var (
	caps  = []string{"butt", "round", "square"}
	joins = []string{"miter", "round", "bevel"}
)

func (e *encoder) stroke(b *strings.Builder, p *vector.Paint) {
	if p.StrokeGradient != nil {
		fmt.Fprintf(b, ` stroke="url(#%s)"`, e.gradient(p.StrokeGradient))
	} else {
		fmt.Fprintf(b, ` stroke="%s"`, hex(*p.Stroke))
	}
	fmt.Fprintf(b, ` stroke-width="%s"`, length(p.Width))
	if p.Caps != vector.ButtCap {
		fmt.Fprintf(b, ` stroke-linecap="%s"`, caps[p.Caps])
	}
	if p.Joins != vector.MiterJoin {
		fmt.Fprintf(b, ` stroke-linejoin="%s"`, joins[p.Joins])
	} else {
		fmt.Fprintf(b, ` stroke-miterlimit="%s"`, decimal(nil, miterLimit(p)))
	}
	if len(p.Dash) > 0 {
		dash := make([]string, len(p.Dash))
		for i, d := range p.Dash {
			dash[i] = length(d)
		}
		fmt.Fprintf(b, ` stroke-dasharray="%s"`, strings.Join(dash, " "))
		if p.Phase != 0 {
			fmt.Fprintf(b, ` stroke-dashoffset="%s"`, length(p.Phase))
		}
	}
}

// miterLimit is how long pointed corners may be, in stroke widths.
func miterLimit(p *vector.Paint) float64 {
	if p.Miter == 0 {
		return 10
	}
	return p.Miter
}

// hex is a colour as a screen shows it.
func hex(c vector.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// gradient defines a run of colours, in the coordinates of the picture.
func (e *encoder) gradient(g *vector.Gradient) (id string) {
	id = e.id("g")
	kind := "linearGradient"
	at := fmt.Sprintf(`x1="%s" y1="%s" x2="%s" y2="%s"`,
		length(g.From.X), length(g.From.Y), length(g.To.X), length(g.To.Y))
	if g.Radial {
		kind = "radialGradient"
		at = fmt.Sprintf(`fx="%s" fy="%s" fr="%s" cx="%s" cy="%s" r="%s"`, length(g.From.X),
			length(g.From.Y), decimal(nil, g.R0), length(g.To.X), length(g.To.Y), decimal(nil, g.R1))
	}
	fmt.Fprintf(&e.defs, "<%s id=\"%s\" gradientUnits=\"userSpaceOnUse\" %s gradientTransform=\"matrix(%s)\">",
		kind, id, at, matrix(g.Matrix))
	for _, s := range g.Stops {
		fmt.Fprintf(&e.defs, `<stop offset="%s" stop-color="%s"/>`, exact(s.At), hex(s.Color))
	}
	fmt.Fprintf(&e.defs, "</%s>\n", kind)
	return id
}

// matrix is the six numbers of a transformation, which a rounding would bend.
func matrix(m [6]float64) string {
	all := make([]string, len(m))
	for i, v := range m {
		all[i] = exact(v)
	}
	return strings.Join(all, " ")
}

func exact(v float64) string { return strconv.FormatFloat(v, 'g', 7, 64) }

// unNibbed is a path in the plane of its stroke; ok is false when the nib has no width in some
// direction.
func unNibbed(p vector.Path, n [4]float64) (flat vector.Path, ok bool) {
	det := n[0]*n[3] - n[1]*n[2]
	if math.Abs(det) < 1e-9 {
		return nil, false
	}
	back := func(q vector.Point) vector.Point {
		x, y := float64(q.X), float64(q.Y)
		return vector.Point{X: fonts.Pt((n[3]*x - n[2]*y) / det), Y: fonts.Pt((n[0]*y - n[1]*x) / det)}
	}
	flat = make(vector.Path, len(p))
	for i, s := range p {
		flat[i] = vector.Segment{Op: s.Op, P: [3]vector.Point{back(s.P[0]), back(s.P[1]), back(s.P[2])}}
	}
	return flat, true
}
