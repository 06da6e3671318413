package pdf

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/press"
)

// hundredths is a length in 1/100 pt, 3.5 µm: finer than any printer's dot. Positions are rounded
// to it once, from the page's origin, so that errors never add up along a path or a line.
type hundredths int64

// content writes the operators of a page's content stream (ISO 32000-1, 8 and 9). It remembers the
// graphics state, so that an operator appears only when it changes something.
type content struct {
	object
	left   fonts.Pt // where the page's trim begins
	top    fonts.Pt // where it ends; the page's y grows downwards
	press  *pressed // nil for the screen, where colours are light
	sorts  *typecase
	images *imageSet
	uses   []xobject // in order of first use
	form   *form     // that is being written; nil on a page
	err    error     // the first

	opened   bool // within a marked-content sequence
	sequence sequence
	said     bool // which has its own words

	graphics
	inside inside
	origin pen      // of a text's line, where the next Td starts from, or of the last dot
	at     pen      // where the next glyph would stand
	exact  float64  // at.x before rounding
	around graphics // of dots: what holds again after them

	lastDot   [12]vector.Point // from where it begins
	lastShape []byte           // its operators
}

// inside says what is begun and not ended.
type inside uint8

const (
	nothing inside = iota
	aText          // between BT and ET
	dots           // between q and Q
)

// graphics is the state that q saves and Q restores.
type graphics struct {
	fill, stroke paint
	overprint    bool
	width, phase hundredths
	dash         []fonts.Pt
	caps         vector.Cap
	joins        vector.Join
	miter        int64 // thousandths

	face     *fonts.Face
	drawer   *drawer // of the face
	size     int64   // thousandths of a point
	tracking int64   // thousandths of a point
}

// unknown is a state in which everything has to be set before it is used.
var unknown = graphics{
	fill: paint{pattern: "?"}, stroke: paint{pattern: "?"}, width: -1, phase: -1, caps: 255,
	joins: 255, miter: -1, size: -1, tracking: math.MinInt64,
}

// initialMiter is the miter limit that a page begins with (ISO 32000-1, table 52), in thousandths.
const initialMiter = 10_000

type pen struct{ x, y hundredths }

// paint is a colour as the stream has it: light, or ink. The zero value is PDF's initial black.
type paint struct {
	r, g, b uint8
	ink     press.Ink
	inked   bool
	pattern string
}

// newContent starts a page whose trim has its top left corner at (left, top), with PDF's initial
// state.
func newContent(left, top fonts.Pt, sorts *typecase, images *imageSet) *content {
	return &content{object: object{sorts.scratch[:0]}, left: left, top: top, sorts: sorts,
		images:   images,
		graphics: graphics{width: 100, miter: initialMiter}}
}

// coordinate rounds a length, which must be a number that a reader can hold.
func (c *content) coordinate(v fonts.Pt) hundredths {
	if !reasonable(v) {
		if c.err == nil {
			c.err = fmt.Errorf("a length of %v pt", v)
		}
		return 0
	}
	return hundredths(round(float64(v) * 100))
}

// point rounds a position and turns it over.
func (c *content) point(p vector.Point) pen {
	return pen{c.coordinate(c.left + p.X), c.coordinate(c.top - p.Y)}
}

// len appends a length and a space.
func (o *object) len(v hundredths) *object {
	o.b = append(appendDecimal(o.b, int64(v), 2), ' ')
	return o
}

func (o *object) pen(p pen) *object { return o.len(p.x).len(p.y) }

// sort appends what will have its name when the file is written.
func (o *object) sort(r rune) *object { o.b = utf8.AppendRune(o.b, r); return o }

// say appends a text string to operators.
func (o *object) say(s string) *object {
	o.b = appendBytes(o.b, appendLiteral(nil, textString(s)))
	return o
}

// op appends an operator.
func (o *object) op(name string) *object { return o.raw(name).raw("\n") }

// item paints one item of a page.
func (c *content) item(it *frame.Item) {
	switch {
	case it.Text != nil:
		c.text(it.Text)
	case it.Shape != nil:
		c.shape(it.Shape)
	case it.Image != nil:
		c.end()
		c.image(it.Image)
	case it.Drawing != nil:
		c.end()
		c.drawing(it.Drawing)
	}
}

// color sets a colour if it is not set already, with the operators of gray and of RGB. Three
// decimals give every one of the 256 steps back.
func (c *content) color(now *paint, col vector.Color, gray, rgb string) {
	want := paint{r: col.R, g: col.G, b: col.B}
	if *now == want {
		return
	}
	*now = want
	if want.r == want.g && want.g == want.b {
		c.step(want.r).op(gray)
		return
	}
	c.step(want.r).step(want.g).step(want.b).op(rgb)
}

// step appends one of the 256 steps of a colour component.
func (o *object) step(v uint8) *object {
	o.b = append(appendDecimal(o.b, (int64(v)*2000+255)/510, 3), ' ')
	return o
}

// shape fills and strokes a path.
func (c *content) shape(s *vector.Shape) {
	p := s.Paint
	fill, stroke := p.Filled(), p.Stroked()
	if len(s.Path) == 0 || !fill && !stroke {
		return
	}
	round := isDot(s)
	c.begin(round)
	path := c.paint(s)
	if stroke {
		c.pencil(p)
	}
	if p.Nib != nil && stroke {
		c.nib(p.Nib, path)
		return
	}
	var closed bool
	if round {
		closed = c.dot(path, stroke)
	} else {
		closed = c.path(path, stroke)
	}
	c.op(paintOperator(fill, stroke, closed, p.EvenOdd))
}

// end ends what is begun. A text's font, size and colour outlive it.
func (c *content) end() {
	switch c.inside {
	case aText:
		c.op("ET")
	case dots:
		c.op("Q")
		c.graphics = c.around
	}
	c.inside = nothing
}

// begin gets ready for a shape, a dot or any other.
func (c *content) begin(dot bool) {
	if dot && c.inside == dots {
		return
	}
	c.end()
	if dot {
		c.op("q")
		c.inside, c.origin, c.around = dots, pen{}, c.graphics
	}
}

// paint sets the colours of a shape and returns its path as it is to be drawn.
func (c *content) paint(s *vector.Shape) vector.Path {
	p, path := s.Paint, s.Path
	if c.press != nil {
		path = c.inkShape(s)
	} else {
		if p.Fill != nil {
			c.color(&c.fill, *p.Fill, "g", "rg")
		}
		if p.Stroke != nil && p.Width > 0 {
			c.color(&c.stroke, *p.Stroke, "G", "RG")
		}
	}
	if p.FillGradient != nil {
		c.gradient(&c.fill, p.FillGradient, "/Pattern cs", "scn")
	}
	if p.StrokeGradient != nil {
		c.gradient(&c.stroke, p.StrokeGradient, "/Pattern CS", "SCN")
	}
	return path
}

// nib strokes a path in the plane of its stroke.
func (c *content) nib(m *[4]float64, path vector.Path) {
	a, b, d, e := m[0], -m[1], -m[2], m[3] // turned over, as the page is
	det := a*e - b*d
	if !(math.Abs(det) > 1e-6) {
		c.path(path, false)
		c.op("n")
		return
	}
	inside := func(p vector.Point) vector.Point {
		x, y := float64(c.left+p.X), float64(c.top-p.Y)
		return vector.Point{X: fonts.Pt((e*x-d*y)/det) - c.left,
			Y: c.top - fonts.Pt((a*y-b*x)/det)}
	}
	moved := slices.Clone(path)
	for i := range moved {
		for k := range moved[i].P {
			moved[i].P[k] = inside(moved[i].P[k])
		}
	}
	c.raw("q ").matrix(a, b, d, e, 0, 0).op("cm")
	closed := c.path(moved, true)
	c.op(paintOperator(false, true, closed, false))
	c.op("Q")
}

// paintOperator is the operator of ISO 32000-1, table 60.
func paintOperator(fill, stroke, closed, evenOdd bool) string {
	op := "S"
	switch {
	case fill && stroke && closed:
		op = "b"
	case fill && stroke:
		op = "B"
	case fill:
		op = "f"
	case closed:
		op = "s"
	}
	if fill && evenOdd {
		op += "*"
	}
	return op
}

// pencil sets width, dashes, caps and joins.
func (c *content) pencil(p vector.Paint) {
	if w := c.coordinate(p.Width); w != c.width {
		c.width = w
		c.len(w).op("w")
	}
	if p.Caps != c.caps {
		c.caps = p.Caps
		c.int(int(p.Caps)).op(" J")
	}
	if p.Joins != c.joins {
		c.joins = p.Joins
		c.int(int(p.Joins)).op(" j")
	}
	if p.Joins == vector.MiterJoin {
		c.setMiter(p.Miter)
	}
	if phase := c.coordinate(p.Phase); !slices.Equal(p.Dash, c.dash) || phase != c.phase {
		c.dash, c.phase = p.Dash, phase
		c.raw("[")
		for _, d := range p.Dash {
			c.len(c.coordinate(d))
		}
		c.raw("]").len(phase).op("d")
	}
}

// setMiter sets the limit of pointed corners.
func (c *content) setMiter(limit float64) {
	want := int64(initialMiter)
	if limit >= 1 {
		want = round(min(limit, 1e6) * 1000)
	}
	if want != c.miter {
		c.miter = want
		c.b = append(appendDecimal(c.b, want, 3), ' ')
		c.op("M")
	}
}

// path writes a path. A last step back to the beginning is left to the painting operator: closed
// says so; filling closes by itself.
func (c *content) path(path vector.Path, stroke bool) (closed bool) {
	if from, to, ok := rectangle(path); ok {
		a, b := c.point(from), c.point(to)
		c.pen(a).len(b.x - a.x).len(b.y - a.y).op("re")
		return false
	}
	var at pen
	for i, s := range path {
		switch s.Op {
		case vector.MoveTo:
			at = c.point(s.P[0])
			c.pen(at).op("m")
		case vector.LineTo:
			at = c.point(s.P[0])
			c.pen(at).op("l")
		case vector.CurveTo:
			at = c.curve(at, c.point(s.P[0]), c.point(s.P[1]), c.point(s.P[2]))
		case vector.Close:
			if i < len(path)-1 {
				c.op("h")
			} else {
				closed = stroke
			}
		}
	}
	return closed
}

// isDot reports whether a shape is an ellipse, as vector.Circle draws it: a person in a figure, of
// which a page may have hundreds.
func isDot(s *vector.Shape) bool {
	p := s.Path
	if len(p) != 6 || p[0].Op != vector.MoveTo || p[5].Op != vector.Close || s.Paint.Nib != nil {
		return false
	}
	for _, s := range p[1:5] {
		if s.Op != vector.CurveTo {
			return false
		}
	}
	return true
}

// dot writes the path of a dot from where it begins, and moves there from the dot before. So equal
// dots are the same bytes but for their place, which deflates them to a tenth.
func (c *content) dot(path vector.Path, stroke bool) (closed bool) {
	at := c.point(path[0].P[0])
	c.raw("1 0 0 1 ").len(at.x - c.origin.x).len(at.y - c.origin.y).op("cm")
	c.origin = at
	if !c.sameDot(path) {
		begin, left, top := len(c.b), c.left, c.top
		c.left, c.top = -path[0].P[0].X, path[0].P[0].Y
		c.path(path, stroke)
		c.left, c.top = left, top
		c.lastShape = append(c.lastShape[:0], c.b[begin:]...)
	} else {
		c.b = append(c.b, c.lastShape...)
	}
	return stroke
}

// sameDot reports whether a dot differs from the last one by less than a tenth of what is written,
// and remembers it if not.
func (c *content) sameDot(path vector.Path) bool {
	same, k := c.lastShape != nil, 0
	begin := path[0].P[0]
	for i := 1; i < 5; i++ {
		for _, p := range path[i].P {
			from := vector.Point{X: p.X - begin.X, Y: p.Y - begin.Y}
			old := &c.lastDot[k]
			if k++; !(max(from.X-old.X, old.X-from.X, from.Y-old.Y, old.Y-from.Y) < 0.001) {
				same, *old = false, from
			}
		}
	}
	return same
}

// curve writes a Bézier curve, in the short forms v and y when a control point is an end.
func (c *content) curve(from, p, q, to pen) pen {
	switch {
	case p == from:
		c.pen(q).pen(to).op("v")
	case q == to:
		c.pen(p).pen(to).op("y")
	default:
		c.pen(p).pen(q).pen(to).op("c")
	}
	return to
}

// rectangle recognizes what re draws: right, down, left and closed, or the same turned.
func rectangle(p vector.Path) (from, to vector.Point, ok bool) {
	if len(p) != 5 || p[0].Op != vector.MoveTo || p[4].Op != vector.Close {
		return from, to, false
	}
	for _, s := range p[1:4] {
		if s.Op != vector.LineTo {
			return from, to, false
		}
	}
	a, b, c, d := p[0].P[0], p[1].P[0], p[2].P[0], p[3].P[0]
	return a, c, a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X
}

// image paints an image into its rectangle, turned upright.
func (c *content) image(im *frame.Image) {
	if c.press != nil {
		c.setOverprint(false)
		c.press.Image(im)
	}
	low := c.point(vector.Point{X: im.X, Y: im.Y + im.Height})
	high := c.point(vector.Point{X: im.X + im.Width, Y: im.Y})
	r, err := c.images.image(im.Data)
	if err != nil {
		c.fail(err)
		return
	}
	m := r.orientation.Matrix()
	c.raw("q ")
	for i, v := range m {
		along := [2]hundredths{high.x - low.x, high.y - low.y}[i%2]
		along *= hundredths(v)
		if i >= 4 {
			along += [2]hundredths{low.x, low.y}[i%2]
		}
		c.len(along)
	}
	c.raw("cm")
	c.do(r)
	c.op(" Q")
}

// do appends the operator that paints an object.
func (c *content) do(x xobject) {
	if !slices.Contains(c.uses, x) {
		c.uses = append(c.uses, x)
	}
	c.sort(c.sorts.object(x))
}
