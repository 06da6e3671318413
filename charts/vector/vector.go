// Package vector is a drawing as data: shapes and one-line labels at fixed positions.
//
// It is the vocabulary between whoever draws (charts, logos, rings) and whoever writes (the frame
// and its PDF). Lengths are points, the origin is the top left corner, y grows downwards. Nothing
// here has a default colour or face: a Shape without a Fill is not filled, without a Stroke not
// stroked.
package vector

import (
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

// Paint is how a path is put on paper.
type Paint struct {
	Fill       *Color
	Stroke     *Color
	Width      fonts.Pt   // of the stroke
	Dash       []fonts.Pt // lengths of dashes and gaps; nil is solid
	RoundCaps  bool       // otherwise butt
	RoundJoins bool       // otherwise miter
	EvenOdd    bool       // fill by the even-odd rule; otherwise nonzero
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

// Item is a Shape or a Label.
type Item struct {
	Shape *Shape
	Label *Label
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
		switch {
		case it.Shape != nil:
			p.AddShape(it.Shape.Path.Move(dx, dy), it.Shape.Paint)
		case it.Label != nil:
			l := *it.Label
			l.At.X, l.At.Y = l.At.X+dx, l.At.Y+dy
			p.AddLabel(l)
		}
	}
}
