package press

import (
	"errors"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

var (
	black  = vector.Color{Name: "ink", K: 100}
	gray   = vector.Color{Name: "gray", R: 99, G: 99, B: 99, K: 75}
	dark   = vector.Color{Name: "dark", R: 42, G: 27, B: 61, C: 85, M: 92, Y: 25, K: 65}
	white  = vector.Color{Name: "white", R: 255, G: 255, B: 255}
	screen = vector.Color{Name: "screen only", R: 10, G: 20, B: 30}
)

func TestInkOf(t *testing.T) {
	for _, c := range []struct {
		color vector.Color
		want  Ink
		names string
		total int
	}{
		{black, Ink{K: 100}, "K", 100},
		{dark, Ink{85, 92, 25, 65}, "CMYK", 267},
		{white, Ink{}, "-", 0},
		{vector.Color{M: 92, Y: 95}, Ink{M: 92, Y: 95}, "MY", 187},
	} {
		i, err := InkOf(c.color)
		if err != nil || i != c.want || i.String() != c.names || i.Total() != c.total {
			t.Errorf("%v: %v %q %d, %v", c.color, i, i, i.Total(), err)
		}
	}
	var missing *NoInk
	if _, err := InkOf(screen); !errors.As(err, &missing) ||
		err.Error() != `the colour "screen only" (#0A141E) has no CMYK value` {
		t.Errorf("a colour of the screen: %v", err)
	}
	if _, err := InkOf(vector.Color{Name: "too much", C: 101}); err == nil {
		t.Error("101 % cyan is allowed")
	}
}

func TestPainterText(t *testing.T) {
	for _, c := range []struct {
		color     vector.Color
		overprint bool
	}{{black, true}, {gray, true}, {dark, false}, {white, false}} {
		p, err := NewPainter(0).Text(&frame.Text{Run: text.Run{Color: c.color}})
		if err != nil || p.Overprint != c.overprint || !p.Filled {
			t.Errorf("%s: %+v, %v", c.color.Name, p, err)
		}
	}
}

func TestPainterShape(t *testing.T) {
	box := func(w, h float64) vector.Path { return vector.Rect(0, 0, millis(w), millis(h)) }
	line := vector.Line(0, 0, 100, 0)
	for _, c := range []struct {
		name string
		s    vector.Shape
		want Painted
	}{
		{"hairline",
			vector.Shape{Path: line, Paint: vector.Paint{Stroke: &black, Width: millis(0.35)}},
			Painted{Stroke: Ink{K: 100}, Stroked: true, Overprint: true}},
		{"thick line",
			vector.Shape{Path: line, Paint: vector.Paint{Stroke: &black, Width: millis(1)}},
			Painted{Stroke: Ink{K: 100}, Stroked: true}},
		{"coloured line",
			vector.Shape{Path: line, Paint: vector.Paint{Stroke: &dark, Width: millis(0.35)}},
			Painted{Stroke: Ink{85, 92, 25, 65}, Stroked: true}},
		{"white line",
			vector.Shape{Path: line, Paint: vector.Paint{Stroke: &white, Width: millis(0.35)}},
			Painted{Stroked: true}},
		{"rule as a rectangle",
			vector.Shape{Path: box(100, 0.2), Paint: vector.Paint{Fill: &black}},
			Painted{Fill: Ink{K: 100}, Filled: true, Overprint: true}},
		{"bar", vector.Shape{Path: box(100, 7), Paint: vector.Paint{Fill: &black}},
			Painted{Fill: Ink{K: 100}, Filled: true}},
		{"ground", vector.Shape{Path: box(210, 297), Paint: vector.Paint{Fill: &black}},
			Painted{Fill: Ink{60, 40, 40, 100}, Filled: true}},
		{"gray ground", vector.Shape{Path: box(210, 297), Paint: vector.Paint{Fill: &gray}},
			Painted{Fill: Ink{K: 75}, Filled: true}},
		{"outlined", vector.Shape{Path: box(100, 0.2),
			Paint: vector.Paint{Fill: &black, Stroke: &white, Width: 1}},
			Painted{Fill: Ink{K: 100}, Filled: true, Stroked: true}},
		{"nothing", vector.Shape{Path: line}, Painted{}},
	} {
		if have, err := NewPainter(0).Shape(&c.s); err != nil || have != c.want {
			t.Errorf("%s: %+v, want %+v (%v)", c.name, have, c.want, err)
		}
	}
	noInk := vector.Shape{Path: line, Paint: vector.Paint{Stroke: &screen, Width: 1}}
	if _, err := NewPainter(0).Shape(&noInk); err == nil {
		t.Error("a stroke without ink is no error")
	}
}

// Everything that stands around the page is outside of the bleed and inside of the sheet.
func TestMarks(t *testing.T) {
	for _, bleed := range []float64{0, 3, 5, 10} {
		w, h, b := millis(210), millis(297), millis(bleed)
		margin := Margin(b)
		lines := 0
		for _, it := range Marks(w, h, b) {
			low, high, _ := it.Shape.Path.Bounds()
			if !(high.X < -b || low.X > w+b || high.Y < -b || low.Y > h+b) {
				t.Errorf("bleed %v mm: a mark from %v to %v is on the page", bleed, low, high)
			}
			if low.X < -margin || low.Y < -margin || high.X > w+margin || high.Y > h+margin {
				t.Errorf("bleed %v mm: a mark from %v to %v is off the sheet", bleed, low, high)
			}
			wide, tall := high.X-low.X, high.Y-low.Y
			if near(wide+tall, millis(6)) && it.Shape.Paint.Fill == nil && min(wide, tall) == 0 {
				lines++
				if !near(it.Shape.Paint.Width, millis(0.09)) {
					t.Errorf("a mark of %v pt", it.Shape.Paint.Width)
				}
			}
		}
		if lines != 8+8 { // crop marks, and two lines of each registration mark
			t.Errorf("bleed %v mm: %d lines of 6 mm", bleed, lines)
		}
	}
}

func TestSlug(t *testing.T) {
	d := &frame.Document{Info: frame.Info{Language: "nb"},
		Pages: []*frame.Page{{Width: millis(210), Height: millis(297)}, {Width: 100, Height: 100}}}
	for language, want := range map[string]string{
		"nb": "Side 1 av 2 · 210 × 297 mm + 2,5 mm utfall · FOGRA39",
		"en": "Page 1 of 2 · 210 × 297 mm + 2.5 mm bleed · FOGRA39",
	} {
		d.Info.Language = language
		it, ok := Slug(d, 0, millis(2.5), "FOGRA39")
		if !ok {
			t.Fatal("no slug")
		}
		have := ""
		for _, g := range it.Text.Run.Glyphs {
			have += g.Text()
		}
		if have != want {
			t.Errorf("%q, want %q", have, want)
		}
		if it.Text.Y > -millis(2.5) || it.Text.X+it.Text.Run.Width > millis(210) {
			t.Errorf("it stands at %v, %v", it.Text.X, it.Text.Y)
		}
	}
	if _, ok := Slug(d, 1, 0, "FOGRA39"); ok {
		t.Error("it stands on a page that is too narrow")
	}
	d.Info.Language = "nb"
	if _, ok := Slug(d, 0, 0, "纸"); ok {
		t.Error("a letter that the face lacks is set")
	}
}

// Black adds to a light ground, and knocks out a dark one, a line that only touches it, and an
// image.
func TestPainterKnocksOut(t *testing.T) {
	light := vector.Color{Name: "light", R: 1, C: 40, M: 40, Y: 40}
	p := NewPainter(275)
	for _, ground := range []vector.Shape{
		{Path: vector.Rect(0, 0, 100, 100), Paint: vector.Paint{Fill: &light}},
		{Path: vector.Rect(200, 0, 100, 100), Paint: vector.Paint{Fill: &dark}},
	} {
		if have, err := p.Shape(&ground); err != nil || have.Overprint {
			t.Fatalf("%+v, %v", have, err)
		}
	}
	p.Image(&frame.Image{X: 400, Y: 0, Width: 100, Height: 100})
	for _, c := range []struct {
		x    fonts.Pt
		want bool
	}{{10, true}, {210, false}, {190, false}, {320, true}, {410, false}, {600, true}} {
		words := &frame.Text{X: c.x, Y: 50, Run: text.Run{Size: 10, Width: 20, Color: black}}
		if have, err := p.Text(words); err != nil || have.Overprint != c.want {
			t.Errorf("type at %v: %+v, %v", c.x, have, err)
		}
	}
	axis := vector.Shape{Path: vector.Line(200, 0, 200, 100),
		Paint: vector.Paint{Stroke: &black, Width: 1}}
	if have, err := p.Shape(&axis); err != nil || have.Overprint {
		t.Errorf("an axis along a bar: %+v, %v", have, err)
	}
	if have, err := NewPainter(303).Shape(&axis); err != nil || !have.Overprint {
		t.Errorf("an axis on paper: %+v, %v", have, err)
	}
}
