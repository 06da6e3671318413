// Package vector is a drawing as data: shapes and one-line labels at fixed positions.
//
// It is the vocabulary between whoever draws (charts, logos, rings) and whoever writes (the frame
// and its PDF). Lengths are points, the origin is the top left corner, y grows downwards. Nothing
// here has a default colour or face: a Shape without a Fill is not filled, without a Stroke not
// stroked.
package vector

import (
	"math"

	"rapport/content/brand/colorimetry"
	"rapport/fonts"
)

// Color is a colour of the brand, as light for the screen and as ink for the press.
// The CMYK values are per cent. Colours are compared with ==.
type Color struct {
	Name       string // as in the brand file, for messages and the print proof
	R, G, B    uint8  // sRGB
	C, M, Y, K uint8  // per cent of each ink
}

// Contrast is the contrast ratio of WCAG 2.1 between two colours on a screen, 1 to 21.
func Contrast(a, b Color) float64 {
	return colorimetry.Contrast(colorimetry.RGB{R: a.R, G: a.G, B: a.B},
		colorimetry.RGB{R: b.R, G: b.G, B: b.B})
}

// Point is a position in points.
type Point struct{ X, Y fonts.Pt }

// Op is what a Segment does.
type Op uint8

// The path operators of PDF, ISO 32000-1 table 59.
const (
	MoveTo  Op = iota // to P[0]
	LineTo            // to P[0]
	CurveTo           // control points P[0] and P[1], to P[2]
	Close
)

// Segment is one step of a Path.
type Segment struct {
	Op Op
	P  [3]Point
}

// Path is an outline of any number of subpaths.
type Path []Segment

// Cap is how a stroke's open ends look; the zero value ends where the path ends (butt).
type Cap uint8

// The caps of ISO 32000-1, table 54.
const (
	ButtCap Cap = iota
	RoundCap
	SquareCap
)

// Join is how a stroke's corners look; the zero value is pointed up to the miter limit.
type Join uint8

// The joins of ISO 32000-1, table 55.
const (
	MiterJoin Join = iota
	RoundJoin
	BevelJoin
)

// Paint is how a path is put on paper. A gradient stands in place of a colour, which is nil then.
type Paint struct {
	Fill   *Color
	Stroke *Color
	Width  fonts.Pt   // of the stroke
	Dash   []fonts.Pt // lengths of dashes and gaps; nil is solid
	Phase  fonts.Pt   // where in the dashes the stroke begins
	Caps   Cap
	Joins  Join
	// Miter is the limit of pointed corners, their length in stroke widths; 0 is PDF's, 10.
	Miter   float64
	EvenOdd bool // fill by the even-odd rule; otherwise nonzero

	FillGradient, StrokeGradient *Gradient
	// Nib maps the plane of the stroke, where Width and Dash are measured, onto the picture, as
	// (a·x + c·y, b·x + d·y): a stroke that is wider in one direction. nil maps each point onto
	// itself.
	Nib *[4]float64
}

// Filled reports whether the paint fills.
func (p *Paint) Filled() bool { return p.Fill != nil || p.FillGradient != nil }

// Stroked reports whether the paint strokes.
func (p *Paint) Stroked() bool {
	return (p.Stroke != nil || p.StrokeGradient != nil) && p.Width > 0
}

// MiterLimit is how long pointed corners may be, in stroke widths.
func (p *Paint) MiterLimit() float64 {
	if p.Miter == 0 {
		return 10
	}
	return p.Miter
}

// FromNib maps the picture into the plane of the stroke, back from where Nib maps it; ok is false
// when the nib has no width in some direction and draws nothing.
func (p *Paint) FromNib() (back [4]float64, ok bool) {
	if p.Nib == nil {
		return [4]float64{1, 0, 0, 1}, true
	}
	n := *p.Nib
	det := n[0]*n[3] - n[1]*n[2]
	if !(math.Abs(det) > 1e-6) {
		return back, false
	}
	return [4]float64{n[3] / det, -n[1] / det, -n[2] / det, n[0] / det}, true
}

// Gradient is a run of colours along a line, or from circle to circle, that goes on before its
// beginning and after its end in the colours that it has there.
type Gradient struct {
	Radial   bool
	From, To Point   // the line's ends, or the circles' centres
	R0, R1   float64 // the circles' radii
	// Matrix maps From and To onto the picture: (a·x + c·y + e, b·x + d·y + f).
	Matrix [6]float64
	Stops  []Stop // at least two, in order
}

// Stop is a colour at a place of a gradient, 0 at its beginning and 1 at its end.
type Stop struct {
	At    float64
	Color Color
}

// Shape is a painted path.
type Shape struct {
	Path  Path
	Paint Paint
}

// Font is a face at a size, with extra space between letters in em.
type Font struct {
	Face     *fonts.Face
	Size     fonts.Pt
	Tracking float64
}

// Align is where a label's anchor lies on its baseline.
type Align uint8

// Alignments of a label.
const (
	Left Align = iota
	Center
	Right
)

// Label is one line of text. A soft hyphen (U+00AD) at its end is drawn as a hyphen and extracted
// as none, so a word broken over two labels stays one word.
type Label struct {
	Text  string
	Font  Font
	Color Color
	At    Point // on the baseline
	Align Align
}

// Group is items that are painted together and then put on paper as one: cut off at the clips,
// seen through the mask, at an opacity. Its items are shapes and groups.
type Group struct {
	Items []Item
	Clips []Clip // each cuts off what is outside of it
	// Mask lets show as much as its items give light, painted on black in grays; nil lets all show.
	Mask    []Item
	Opacity float64 // 1 hides what is below, 0 shows nothing
}

// Clip is an outline that cuts.
type Clip struct {
	Path    Path
	EvenOdd bool
}

// Item is a Shape, a Label or a Group.
type Item struct {
	Shape *Shape
	Label *Label
	Group *Group
}

// Picture is a drawing of a given size.
type Picture struct {
	Width, Height fonts.Pt
	Items         []Item // in paint order
}

// AddShape appends a painted path.
func (p *Picture) AddShape(path Path, paint Paint) {
	p.Items = append(p.Items, Item{Shape: &Shape{path, paint}})
}

// AddLabel appends one line of text.
func (p *Picture) AddLabel(l Label) { p.Items = append(p.Items, Item{Label: &l}) }

// Append adds another picture's items, moved by (dx, dy).
func (p *Picture) Append(q *Picture, dx, dy fonts.Pt) {
	for _, it := range q.Items {
		p.Items = append(p.Items, placing{1, dx, dy}.item(it))
	}
}
