package charts

import (
	"fmt"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"rapport/charts/vector"
	"rapport/fonts"
)

// resolution is how many of go-chart's integer pixels make a point.
const resolution = 100

// recorder is a go-chart renderer that keeps what is drawn as paths. What is drawn is known by its
// fill colour: key turns an index into a colour and back, everything else is background and
// dropped.
type recorder struct {
	paths []vector.Path // by index
	path  vector.Path
	fill  drawing.Color

	// transposed turns standing bars into lying ones: values to the right, bars from top to bottom.
	transposed bool
	height     fonts.Pt // of the chart before it is transposed

	// Slices start at twelve o'clock, not at go-chart's three. hole, when above 0, cuts the middle
	// out, as a share of the radius. go-chart rounds shares down to 0.0001, which leaves the circle
	// open by up to 0.0001 a slice: the last of arcs closes it.
	hole float64
	arcs int
}

func key(i int) drawing.Color { return drawing.Color{R: uint8(i >> 8), G: uint8(i), B: 1, A: 255} }

func (r *recorder) index() (int, bool) {
	i := int(r.fill.R)<<8 | int(r.fill.G)
	return i, r.fill == key(i) && i < len(r.paths)
}

func (r *recorder) at(x, y float64) (fonts.Pt, fonts.Pt) {
	px, py := fonts.Pt(x/resolution), fonts.Pt(y/resolution)
	if r.transposed {
		return r.height - py, px
	}
	return px, py
}

func (r *recorder) MoveTo(x, y int) {
	if r.hole == 0 {
		r.path.MoveTo(r.at(float64(x), float64(y)))
	}
}

func (r *recorder) LineTo(x, y int) {
	if r.hole == 0 {
		r.path.LineTo(r.at(float64(x), float64(y)))
	}
}

// QuadCurveTo is never met: go-chart draws smooth lines with it, and nothing here is smooth.
func (r *recorder) QuadCurveTo(_, _, x, y int) { r.LineTo(x, y) }

// ArcTo adds a slice's arc. The slices go through here in order, each with its own fill colour.
func (r *recorder) ArcTo(cx, cy int, rx, ry, from, sweep float64) {
	if i, ok := r.index(); ok && i == r.arcs-1 {
		sweep = 2*math.Pi - from
	}
	from -= math.Pi / 2
	x, y := r.at(float64(cx), float64(cy))
	outer, inner := fonts.Pt(rx/resolution), fonts.Pt(ry/resolution*r.hole)
	begin := r.path.LineTo
	if len(r.path) == 0 {
		begin = r.path.MoveTo
	}
	s, c := math.Sincos(from)
	begin(x+outer*fonts.Pt(c), y+outer*fonts.Pt(s))
	r.path.Arc(x, y, outer, outer, from, sweep)
	if r.hole > 0 {
		s, c = math.Sincos(from + sweep)
		r.path.LineTo(x+inner*fonts.Pt(c), y+inner*fonts.Pt(s))
		r.path.Arc(x, y, inner, inner, from+sweep, -sweep)
	}
}

// Circle paints at once, as go-chart's own renderers do: a pie of one slice never calls FillStroke.
func (r *recorder) Circle(radius float64, x, y int) {
	px, py := r.at(float64(x), float64(y))
	r.path = vector.Circle(px, py, fonts.Pt(radius/resolution))
	if r.hole > 0 {
		r.path = append(r.path, vector.Circle(px, py, fonts.Pt(radius/resolution*r.hole))...)
	}
	r.FillStroke()
}

func (r *recorder) FillStroke() {
	if i, ok := r.index(); ok {
		r.paths[i] = r.path
	}
	r.path = nil
}

func (r *recorder) Fill()                        { r.FillStroke() }
func (r *recorder) Stroke()                      { r.path = nil }
func (r *recorder) Close()                       { r.path.Close() }
func (r *recorder) SetFillColor(c drawing.Color) { r.fill = c }
func (r *recorder) ResetStyle()                  { r.fill = drawing.Color{} }

// The rest of the interface has no use here: strokes are ours, and so is all text.
func (r *recorder) GetDPI() float64                          { return chart.DefaultDPI }
func (r *recorder) SetDPI(float64)                           {}
func (r *recorder) SetClassName(string)                      {}
func (r *recorder) SetStrokeColor(drawing.Color)             {}
func (r *recorder) SetStrokeWidth(float64)                   {}
func (r *recorder) SetStrokeDashArray([]float64)             {}
func (r *recorder) SetFont(*truetype.Font)                   {}
func (r *recorder) SetFontColor(drawing.Color)               {}
func (r *recorder) SetFontSize(float64)                      {}
func (r *recorder) Text(string, int, int)                    {}
func (r *recorder) MeasureText(string) chart.Box             { return chart.Box{} }
func (r *recorder) SetTextRotation(float64)                  {}
func (r *recorder) ClearTextRotation()                       {}
func (r *recorder) Save(io.Writer) error                     { return nil }
func (r *recorder) provide(int, int) (chart.Renderer, error) { return r, nil }

// noFont stands for a font where go-chart would parse its own; it is never read.
func noFont() *truetype.Font { return new(truetype.Font) }

// bare is the style of what is not to be seen, without padding.
func bare() chart.Style {
	return chart.Style{FillColor: drawing.ColorTransparent, StrokeColor: drawing.ColorTransparent,
		Padding: chart.Box{IsSet: true}}
}

// slicePaths are the slices of a pie around the origin, clockwise from twelve o'clock, by index in
// shares; a share of zero has no path. hole is the share of the radius that is cut out. A single
// slice is a circle, with its hole to be painted by the even-odd rule.
func slicePaths(shares []float64, radius fonts.Pt, hole float64) ([]vector.Path, error) {
	r := &recorder{paths: make([]vector.Path, len(shares)), hole: hole}
	pie := chart.PieChart{Font: noFont(), Background: bare(), Canvas: bare()}
	pie.Width = 2 * int(math.Round(float64(radius*resolution)))
	pie.Height = pie.Width
	single := 0
	for i, s := range shares {
		if s > 0 {
			pie.Values = append(pie.Values,
				chart.Value{Value: s, Style: chart.Style{FillColor: key(i)}})
			r.arcs, single = i+1, i
		}
	}
	if len(pie.Values) == 1 { // go-chart forgets the style of a single slice
		pie.SliceStyle = chart.Style{FillColor: key(single)}
	}
	if err := pie.Render(r.provide, io.Discard); err != nil {
		return nil, fmt.Errorf("go-chart: %w", err)
	}
	center := fonts.Pt(pie.Width/2) / resolution
	for i, p := range r.paths {
		r.paths[i] = p.Move(-center, -center)
	}
	return r.paths, nil
}

// barBoxes are the boxes of bars in a field of the given length (along the bars) and pitch from bar
// to bar: standing on the bottom of the field, or, when lying, on its left. The field's scale is
// from 0 to most. Bars that would be shorter than 0.5 mm are lengthened to that; those of zero have
// no size.
func barBoxes(shares []float64, most float64, length, thickness, pitch fonts.Pt, lying bool) ([]box,
	error) {
	boxes := make([]box, len(shares))
	if most <= 0 {
		return boxes, nil
	}
	units := func(p fonts.Pt) int { return int(math.Round(float64(p * resolution))) }
	r := &recorder{paths: make([]vector.Path, len(shares)), transposed: lying, height: length}
	bars := chart.BarChart{
		Font: noFont(), Background: bare(), Canvas: bare(), XAxis: chart.Hidden(),
		YAxis: chart.YAxis{Style: chart.Hidden(),
			Range: &chart.ContinuousRange{Min: 0, Max: most}},
		BarWidth: units(thickness), BarSpacing: units(pitch) - units(thickness),
		Height: units(length),
	}
	bars.Width = len(shares) * units(pitch)
	for i, s := range shares {
		bars.Bars = append(bars.Bars, chart.Value{Value: s, Style: chart.Style{FillColor: key(i)}})
	}
	if err := bars.Render(r.provide, io.Discard); err != nil {
		return nil, fmt.Errorf("go-chart: %w", err)
	}
	for i, p := range r.paths {
		a, b, _ := p.Bounds()
		boxes[i] = box{a.X, a.Y, b.X - a.X, b.Y - a.Y}.atLeast(fonts.Mm(0.5).Pt(), lying)
		if shares[i] <= 0 {
			boxes[i] = box{}
		}
	}
	return boxes, nil
}
