package svg_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/card"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/raster"
	"rapport/layout/svg"
	"rapport/layout/text"
)

// cards are those of the annual report.
func cards(t *testing.T) []card.Card {
	t.Helper()
	fsys := os.DirFS("../../content/testdata/published")
	names, err := content.Reports(fsys, 2022)
	if err != nil {
		t.Fatal(err)
	}
	r, err := content.Load(fsys, 2022, names[0])
	if err != nil {
		t.Fatal(err)
	}
	all, err := card.Compose(r, text.NewShaper(), "")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// drawing is a page with a drawing of nine squares, each painted in another way.
func drawing() *frame.Page {
	red, blue := vector.Color{R: 200}, vector.Color{B: 200}
	white := vector.Color{R: 255, G: 255, B: 255}
	stops := []vector.Stop{{At: 0, Color: red}, {At: 0.4, Color: white}, {At: 1, Color: blue}}
	place := [6]float64{1, 0, 0, 1, 0, 0}
	x := func(i int) fonts.Pt { return fonts.Pt(i%3)*60 + 6 }
	y := func(i int) fonts.Pt { return fonts.Pt(i/3)*60 + 6 }
	square := func(i int, p vector.Paint) vector.Item {
		return vector.Item{Shape: &vector.Shape{Path: vector.Rect(x(i), y(i), 48, 48), Paint: p}}
	}
	inside := func(i int, g vector.Group) vector.Item {
		g.Items = []vector.Item{square(i, vector.Paint{Fill: &blue})}
		return vector.Item{Group: &g}
	}
	round := func(i int) vector.Path { return vector.Circle(x(i)+24, y(i)+24, 20) }
	ring := append(round(4), vector.Circle(x(4)+24, y(4)+24, 10)...)
	light := vector.Item{Shape: &vector.Shape{Path: round(6), Paint: vector.Paint{Fill: &white}}}
	dim := vector.Color{R: 90, G: 90, B: 90}
	linear := vector.Gradient{From: vector.Point{X: x(0)}, To: vector.Point{X: x(0) + 48, Y: 30},
		Matrix: place, Stops: stops}
	radial := vector.Gradient{Radial: true, From: vector.Point{X: x(1) + 20, Y: y(1) + 20}, R0: 4,
		To: vector.Point{X: x(1) + 24, Y: y(1) + 24}, R1: 24, Matrix: place, Stops: stops}
	items := []vector.Item{
		square(0, vector.Paint{FillGradient: &linear}),
		square(1, vector.Paint{FillGradient: &radial}),
		square(2, vector.Paint{Fill: &red, Stroke: &blue, Width: 6, Joins: vector.RoundJoin}),
		square(3, vector.Paint{Stroke: &blue, Width: 5, Dash: []fonts.Pt{12, 4, 3}, Phase: 5,
			Caps: vector.RoundCap}),
		{Shape: &vector.Shape{Path: ring, Paint: vector.Paint{Fill: &red, EvenOdd: true}}},
		inside(5, vector.Group{Opacity: 0.4, Clips: []vector.Clip{{Path: round(5)}}}),
		inside(6, vector.Group{Opacity: 1, Mask: []vector.Item{
			square(6, vector.Paint{Fill: &dim}), light}}),
		square(7, vector.Paint{Fill: &red, Stroke: &blue, Width: 3, Nib: &[4]float64{3, 0, 1, 1}}),
		square(8, vector.Paint{Stroke: &red, Width: 4, Joins: vector.BevelJoin}),
	}
	picture := &vector.Picture{Width: 180, Height: 180, Items: items}
	ground := &vector.Shape{
		Path: vector.Rect(0, 0, 180, 180), Paint: vector.Paint{Fill: &white},
	}
	return &frame.Page{Width: 180, Height: 180, Items: []frame.Item{
		{Shape: ground},
		{Drawing: &frame.Drawing{Picture: picture}},
	}}
}

// TestDrawnAlike holds the pixels of cards, and of a drawing with all that drawings have, against
// those that librsvg makes of their SVG.
func TestDrawnAlike(t *testing.T) {
	rsvg := pdftest.Tool(t, "rsvg-convert")
	for _, c := range cards(t)[:24] {
		alike(t, rsvg, c.Name, c.Page)
	}
	alike(t, rsvg, "drawing", drawing())
}

// alike draws a page both ways.
func alike(t *testing.T, rsvg, name string, p *frame.Page) {
	t.Helper()
	var b bytes.Buffer
	o := svg.Options{Title: "Å & <b>", Description: "»Sagt« & skrevet", Language: "nb"}
	if err := svg.Write(&b, p, o); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(rsvg, pdftest.File(t, "page.svg", b.Bytes())).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	theirs, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	ours, err := raster.Page(p, 4.0/3)
	if err != nil {
		t.Fatal(err)
	}
	if theirs.Bounds() != ours.Bounds() {
		t.Fatalf("%s: %v and %v", name, theirs.Bounds(), ours.Bounds())
	}
	// Edges are smoothed in different ways; a stroke or a letter that is missing is a lot more.
	if mean, far := apart(ours, theirs); mean > 0.6 || far > 0.0008 {
		t.Errorf("%s: %.3f apart on average, %.4f of the pixels by a third", name, mean, far)
	}
}

// apart is how far two images are apart: in steps of 255 on average, and the share of pixels that
// are apart by more than a third.
func apart(a, b image.Image) (mean, far float64) {
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			u := color.GrayModel.Convert(a.At(x, y)).(color.Gray).Y
			v := color.GrayModel.Convert(b.At(x, y)).(color.Gray).Y
			d := float64(max(u, v) - min(u, v))
			if mean += d; d > 85 {
				far++
			}
		}
	}
	n := float64(r.Dx() * r.Dy())
	return mean / n, far / n
}
