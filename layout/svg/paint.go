package svg

import (
	"fmt"
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
		b.WriteString(` fill="` + e.color(*p.Fill) + `"`)
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
		fmt.Fprintf(b, ` stroke="%s"`, e.color(*p.Stroke))
	}
	fmt.Fprintf(b, ` stroke-width="%s"`, length(p.Width))
	if p.Caps != vector.ButtCap {
		fmt.Fprintf(b, ` stroke-linecap="%s"`, caps[p.Caps])
	}
	if p.Joins != vector.MiterJoin {
		fmt.Fprintf(b, ` stroke-linejoin="%s"`, joins[p.Joins])
	} else {
		fmt.Fprintf(b, ` stroke-miterlimit="%s"`, decimal(nil, p.MiterLimit()))
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

// color is a colour as it is to be shown.
func (e *encoder) color(c vector.Color) string {
	if e.sheet != nil && e.sheet.Color != nil {
		return e.sheet.Color(c)
	}
	return hex(c)
}

// hex is a colour as a screen shows it.
func hex(c vector.Color) string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15],
		digits[c.B>>4], digits[c.B&15]})
}

// gradient defines a run of colours, in the coordinates of the picture.
func (e *encoder) gradient(g *vector.Gradient) (id string) {
	id = e.id("g")
	kind := "linearGradient"
	at := fmt.Sprintf(`x1="%s" y1="%s" x2="%s" y2="%s"`,
		length(g.From.X), length(g.From.Y), length(g.To.X), length(g.To.Y))
	if g.Radial {
		kind = "radialGradient"
		at = fmt.Sprintf(`fx="%s" fy="%s" fr="%s" cx="%s" cy="%s" r="%s"`, length(g.From.X),
			length(g.From.Y), decimal(nil, g.R0), length(g.To.X), length(g.To.Y),
			decimal(nil, g.R1))
	}
	fmt.Fprintf(&e.defs, "<%s id=\"%s\" gradientUnits=\"userSpaceOnUse\" %s "+
		"gradientTransform=\"matrix(%s)\">",
		kind, id, at, matrix(g.Matrix))
	for _, s := range g.Stops {
		fmt.Fprintf(&e.defs, `<stop offset="%s" stop-color="%s"/>`, exact(s.At), e.color(s.Color))
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

// inNib is a path in the plane of its stroke, which a matrix maps it from.
func inNib(p vector.Path, back [4]float64) vector.Path {
	flat := make(vector.Path, len(p))
	for i, s := range p {
		flat[i].Op = s.Op
		for k, q := range s.P {
			flat[i].P[k] = vector.Point{
				X: fonts.Pt(back[0])*q.X + fonts.Pt(back[2])*q.Y,
				Y: fonts.Pt(back[1])*q.X + fonts.Pt(back[3])*q.Y,
			}
		}
	}
	return flat
}
