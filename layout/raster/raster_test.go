package raster

import (
	"image"
	"image/color"
	"math"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
)

var black = vector.Color{}

// page is a page of 100 points a side with one shape.
func page(path vector.Path, paint vector.Paint) *frame.Page {
	shape := &vector.Shape{Path: path, Paint: paint}
	return &frame.Page{Width: 100, Height: 100, Items: []frame.Item{{Shape: shape}}}
}

// painted is the area, in square points, that a page paints.
func painted(t *testing.T, p *frame.Page, scale float64) float64 {
	t.Helper()
	pixels, err := Page(p, scale)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i := 3; i < len(pixels.Pix); i += 4 {
		sum += float64(pixels.Pix[i])
	}
	return sum / 255 / scale / scale
}

// TestAreas holds what is painted against areas that are known.
func TestAreas(t *testing.T) {
	ring := append(vector.Circle(50, 50, 40), vector.Circle(50, 50, 20)...)
	corner := vector.Polyline(
		vector.Point{X: 20, Y: 20}, vector.Point{X: 80, Y: 20}, vector.Point{X: 80, Y: 80})
	square := vector.Rect(20, 20, 60, 60)
	stroke := func(w fonts.Pt) vector.Paint { return vector.Paint{Stroke: &black, Width: w} }
	ends := func(c vector.Cap) vector.Paint {
		return vector.Paint{Stroke: &black, Width: 4, Caps: c}
	}
	corners := func(j vector.Join) vector.Paint {
		return vector.Paint{Stroke: &black, Width: 10, Joins: j}
	}
	dashes := func(phase fonts.Pt, d ...fonts.Pt) vector.Paint {
		return vector.Paint{Stroke: &black, Width: 4, Dash: d, Phase: phase}
	}
	wide := vector.Paint{Stroke: &black, Width: 2, Nib: &[4]float64{3, 0, 0, 1}}
	flat := vector.Paint{Stroke: &black, Width: 2, Nib: &[4]float64{3, 0, 3, 0}}
	dot := vector.Paint{Stroke: &black, Width: 20, Caps: vector.RoundCap}
	for name, c := range map[string]struct {
		path  vector.Path
		paint vector.Paint
		area  float64
	}{
		"circle":          {vector.Circle(50, 50, 40), vector.Paint{Fill: &black}, math.Pi * 1600},
		"nonzero":         {ring, vector.Paint{Fill: &black}, math.Pi * 1600},
		"even-odd":        {ring, vector.Paint{Fill: &black, EvenOdd: true}, math.Pi * 1200},
		"over the edge":   {vector.Circle(100, 100, 40), vector.Paint{Fill: &black}, math.Pi * 400},
		"outside":         {vector.Circle(300, 50, 40), vector.Paint{Fill: &black}, 0},
		"stroked circle":  {vector.Circle(50, 50, 30), stroke(6), 2 * math.Pi * 30 * 6},
		"line":            {vector.Line(20, 50, 80, 50), stroke(4), 240},
		"round ends":      {vector.Line(20, 50, 80, 50), ends(vector.RoundCap), 240 + math.Pi*4},
		"square ends":     {vector.Line(20, 50, 80, 50), ends(vector.SquareCap), 256},
		"pointed corner":  {corner, stroke(10), 1175 + 25},
		"bevelled corner": {corner, corners(vector.BevelJoin), 1175 + 12.5},
		"round corner":    {corner, corners(vector.RoundJoin), 1175 + math.Pi*25/4},
		"closed":          {square, stroke(10), 70*70 - 50*50},
		"dashes":          {vector.Line(10, 50, 90, 50), dashes(0, 10, 10), 160},
		"odd dashes":      {vector.Line(10, 50, 90, 50), dashes(0, 10), 160},
		"phase":           {vector.Line(10, 50, 50, 50), dashes(5, 10, 10), 4 * 20},
		"nib":             {vector.Line(50, 20, 50, 80), wide, 60 * 6},
		"fine dashes":     {vector.Line(10, 50, 90, 50), dashes(0, 1e-7, 1e-7), 320},
		"flat nib":        {vector.Line(50, 20, 50, 80), flat, 0},
		"dot":             {vector.Line(50, 50, 50, 50), dot, math.Pi * 100},
	} {
		for _, scale := range []float64{1, 2.5, 5} {
			have := painted(t, page(c.path, c.paint), scale)
			if math.Abs(have-c.area) > 0.006*c.area+0.3 {
				t.Errorf("%s at %g: painted %.2f, want %.2f", name, scale, have, c.area)
			}
		}
	}
}

// drawn is a page with a picture of 100 points a side.
func drawn(items ...vector.Item) *frame.Page {
	picture := &vector.Picture{Width: 100, Height: 100, Items: items}
	drawing := &frame.Drawing{Picture: picture}
	return &frame.Page{Width: 100, Height: 100, Items: []frame.Item{{Drawing: drawing}}}
}

func filled(path vector.Path, c vector.Color) vector.Item {
	return vector.Item{Shape: &vector.Shape{Path: path, Paint: vector.Paint{Fill: &c}}}
}

// TestGroups clips, masks and fades a square.
func TestGroups(t *testing.T) {
	square := filled(vector.Rect(10, 10, 80, 80), black)
	white := vector.Color{R: 255, G: 255, B: 255}
	half := vector.Clip{Path: vector.Rect(0, 0, 50, 100)}
	upper := vector.Clip{Path: vector.Rect(0, 0, 100, 50)}
	light := []vector.Item{filled(vector.Rect(0, 0, 50, 100), white)}
	dark := []vector.Item{filled(vector.Rect(0, 0, 100, 100), black)}
	for name, c := range map[string]struct {
		group vector.Group
		area  float64
	}{
		"faded":   {vector.Group{Opacity: 0.5}, 3200},
		"clipped": {vector.Group{Opacity: 1, Clips: []vector.Clip{half}}, 3200},
		"twice":   {vector.Group{Opacity: 1, Clips: []vector.Clip{half, upper}}, 1600},
		"masked":  {vector.Group{Opacity: 1, Mask: light}, 3200},
		"dark":    {vector.Group{Opacity: 1, Mask: dark}, 0},
		"plain":   {vector.Group{Opacity: 1}, 6400},
	} {
		c.group.Items = []vector.Item{square}
		if have := painted(t, drawn(vector.Item{Group: &c.group}), 2); math.Abs(have-c.area) > 30 {
			t.Errorf("%s: painted %.1f, want %.1f", name, have, c.area)
		}
	}
}

// TestGradients looks at colours along a line and from circle to circle.
func TestGradients(t *testing.T) {
	red, blue := vector.Color{R: 200}, vector.Color{B: 200}
	g := vector.Gradient{
		From: vector.Point{X: 20, Y: 0}, To: vector.Point{X: 80, Y: 0},
		Matrix: [6]float64{1, 0, 0, 1, 0, 0},
		Stops:  []vector.Stop{{At: 0, Color: red}, {At: 1, Color: blue}},
	}
	linear, err := Page(page(vector.Rect(0, 0, 100, 100), vector.Paint{FillGradient: &g}), 1)
	if err != nil {
		t.Fatal(err)
	}
	round := g
	centre := vector.Point{X: 50, Y: 50}
	round.Radial, round.From, round.To, round.R1 = true, centre, centre, 40
	radial, err := Page(page(vector.Rect(0, 0, 100, 100), vector.Paint{FillGradient: &round}), 1)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in   *image.RGBA
		x, y int
		want color.RGBA
	}{
		"before":    {linear, 5, 50, color.RGBA{200, 0, 0, 255}},
		"middle":    {linear, 50, 50, color.RGBA{98, 0, 102, 255}},
		"after":     {linear, 95, 50, color.RGBA{0, 0, 200, 255}},
		"centre":    {radial, 50, 50, color.RGBA{196, 0, 4, 255}},
		"half way":  {radial, 70, 50, color.RGBA{97, 0, 103, 255}},
		"the verge": {radial, 99, 99, color.RGBA{0, 0, 200, 255}},
	} {
		have := c.in.RGBAAt(c.x, c.y)
		if max(off(have.R, c.want.R), off(have.G, c.want.G), off(have.B, c.want.B),
			off(have.A, c.want.A)) > 3 {
			t.Errorf("%s: %v, want %v", name, have, c.want)
		}
	}
}

func off(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
