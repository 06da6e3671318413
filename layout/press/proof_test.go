package press

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

func label(t *testing.T, weight int, size, x, y fonts.Pt, c vector.Color) frame.Item {
	face, ok := fonts.Find(fonts.SchibstedGrotesk, weight, false)
	if !ok {
		t.Fatal("no face")
	}
	return frame.Item{Text: &frame.Text{X: x, Y: y, Run: text.Run{Face: face, Size: size, Color: c,
		Width: 40, Glyphs: []text.Glyph{text.NewGlyph(5, 0, "a")}}}}
}

func shape(p vector.Path, paint vector.Paint) frame.Item {
	return frame.Item{Shape: &vector.Shape{Path: p, Paint: paint}}
}

func picture(t *testing.T, width, height int, as func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := as(&b, image.NewRGBA(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }
func asPNG(b *bytes.Buffer, m image.Image) error  { return png.Encode(b, m) }

func TestFindings(t *testing.T) {
	w, h := millis(210), millis(297)
	ground := func(c *vector.Color) frame.Item {
		return shape(vector.Rect(millis(-3), millis(-3), w+millis(6), h+millis(6)),
			vector.Paint{Fill: c})
	}
	heavy := vector.Color{Name: "heavy", C: 90, M: 90, Y: 60, K: 40}
	plate := func(px int) frame.Item {
		return frame.Item{Image: &frame.Image{X: 100, Y: 100, Width: 72, Height: 72,
			Data: picture(t, px, px, asJPEG)}}
	}
	for _, c := range []struct {
		name  string
		items []frame.Item
		want  string // "level: text", lines
	}{
		{"black type on paper", []frame.Item{label(t, 400, 8, 100, 100, black)}, ""},
		{"a colour of the screen", []frame.Item{label(t, 400, 8, 100, 100, screen),
			shape(vector.Line(9, 9, 99, 9), vector.Paint{Stroke: &screen, Width: 1})},
			`2: page 1: the colour "screen only" (#0A141E) has no CMYK value (2 places)`},
		{"too much ink", []frame.Item{ground(&heavy)},
			"2: page 1: heavy has 280 % ink; at most 275 % dries"},
		{"black over a dark ground",
			[]frame.Item{ground(&dark), label(t, 400, 20, 100, 100, black)}, ""},
		{"black in the hole of a ring", []frame.Item{shape(ring(), vector.Paint{Fill: &dark}),
			label(t, 400, 20, 280, 305, black)}, ""},
		{"thin line", []frame.Item{shape(vector.Line(50, 50, 100, 50),
			vector.Paint{Stroke: &black, Width: millis(0.1)})},
			"1: page 1: a line of 0.1 mm; at least 0.2 mm prints"},
		{"thin rectangle", []frame.Item{shape(vector.Rect(50, 50, 100, millis(0.1)),
			vector.Paint{Fill: &black})},
			"1: page 1: a line of 0.1 mm; at least 0.2 mm prints"},
		{"small type", []frame.Item{label(t, 400, 5, 100, 100, black)},
			"1: page 1: type of 5 pt; at least 6 pt prints"},
		{"small reversed type", []frame.Item{ground(&dark), label(t, 500, 8, 100, 100, white)},
			"1: page 1: reversed type of 8 pt on a ground of 4 inks; at least 9 pt prints"},
		{"light reversed type", []frame.Item{ground(&dark), label(t, 400, 10, 100, 100, white)},
			"1: page 1: reversed type of weight 400 at 10 pt; at least 500 prints"},
		{"large reversed type", []frame.Item{ground(&dark), label(t, 400, 12, 100, 100, white)},
			""},
		{"reversed out of black", []frame.Item{shape(vector.Rect(90, 80, 100, 40),
			vector.Paint{Fill: &black}), label(t, 400, 8, 100, 100, white)}, ""},
		{"at the edge", []frame.Item{label(t, 400, 8, millis(4), 100, black)},
			"1: page 1: type within 8 mm of the trim"},
		{"short of the bleed",
			[]frame.Item{shape(vector.Circle(0, 300, millis(1)), vector.Paint{Fill: &dark})},
			"1: page 1: paint reaches 1 mm over the trim; the bleed is 3 mm"},
		{"image without bleed", []frame.Item{{Image: &frame.Image{Width: w, Height: h,
			Data: picture(t, 2000, 2600, asJPEG)}}},
			"1: page 1: paint reaches 0 mm over the trim; the bleed is 3 mm"},
		{"rectangle short of the bleed", []frame.Item{shape(vector.Rect(millis(-1), 300, 50, 50),
			vector.Paint{Fill: &dark})}, ""},
		{"image, sharp", []frame.Item{plate(220)}, ""},
		{"image, soft", []frame.Item{plate(219)},
			"0: page 1: an image of 219 dpi; 220 print sharp"},
		{"image, still", []frame.Item{plate(120)},
			"0: page 1: an image of 120 dpi; 220 print sharp"},
		{"image, coarse", []frame.Item{plate(119)},
			"2: page 1: an image of 119 dpi; under 120 the dots show"},
		{"image, broken", []frame.Item{{Image: &frame.Image{Data: []byte("?")}}},
			"2: page 1: an image that is neither PNG nor JPEG"},
		{"image, empty", []frame.Item{{Image: &frame.Image{}}}, "2: page 1: an empty image"},
	} {
		d := &frame.Document{Pages: []*frame.Page{{Width: w, Height: h, Items: c.items}}}
		var have []string
		proof := Inspect(d, HouseLimits())
		for _, f := range proof.Findings {
			have = append(have, fmt.Sprintf("%d: %v", f.Level, f))
		}
		if strings.Join(have, "\n") != c.want {
			t.Errorf("%s:\nhave %q\nwant %q", c.name, have, c.want)
		}
		if worst, ok := proof.Worst(); ok != (c.want != "") ||
			ok && fmt.Sprint(worst) != c.want[:1] {
			t.Errorf("%s: worst is %v, %v", c.name, worst, ok)
		}
	}
}

// ring is a ring of 60 around 300, 300, with a hole of 40.
func ring() vector.Path {
	p := vector.Circle(300, 300, 60)
	p.MoveTo(340, 300)
	p.Arc(300, 300, 40, 40, 0, -6.283185307179586)
	p.Close()
	return p
}

func TestInside(t *testing.T) {
	for _, c := range []struct {
		x, y fonts.Pt
		want bool
	}{
		{300, 300, false}, {350, 300, true}, {300, 250, true}, {359, 300, true}, {361, 300, false},
		{343, 343, false}, {335, 335, true}, {300, 339, false}, {300, 341, true},
	} {
		if have := inside(ring(), false, vector.Point{X: c.x, Y: c.y}); have != c.want {
			t.Errorf("%v, %v: %v", c.x, c.y, have)
		}
	}
	twice := append(vector.Rect(0, 0, 10, 10), vector.Rect(2, 2, 6, 6)...)
	if at := (vector.Point{X: 5, Y: 5}); !inside(twice, false, at) || inside(twice, true, at) {
		t.Error("the rules for filling are the same")
	}
	open := vector.Polyline(vector.Point{}, vector.Point{X: 10}, vector.Point{X: 10, Y: 10})
	if !inside(open, false, vector.Point{X: 8, Y: 5}) {
		t.Error("an open path is not closed for filling")
	}
}

func TestFacts(t *testing.T) {
	cmyk := image.NewCMYK(image.Rect(0, 0, 300, 300))
	cmyk.Set(1, 1, color.CMYK{255, 128, 0, 255})
	s := scan{}
	s.count(cmyk.Pix)
	if s.Most != 250 || s.Ink != (Ink{100, 50, 0, 100}) {
		t.Errorf("most ink of an image: %d, %v", s.Most, s.Ink)
	}
	page := &frame.Page{Width: 500, Height: 700, Items: []frame.Item{
		shape(vector.Rect(100, 100, 300, 50), vector.Paint{Fill: &dark}),
		label(t, 700, 12, 110, 120, white),
		label(t, 400, 9, 110, 220, gray),
		shape(vector.Line(100, 300, 200, 300), vector.Paint{Stroke: &gray, Width: 0.7}),
		{Image: &frame.Image{X: 100, Y: 400, Width: 36, Height: 72,
			Data: picture(t, 200, 300, asPNG)}},
	}, Origins: []frame.Origin{{Item: 4, Place: "a.toml:3:1"}}}
	proof := Inspect(&frame.Document{Pages: []*frame.Page{page}}, HouseLimits())
	f := proof.Pages[0]
	have := fmt.Sprintf("%v %v %v %.1f %.1f %v %v", f.Inks, f.Most.Total, f.Most.Color, f.Type,
		f.Line, f.Fonts, f.Images)
	want := "CMYK 267 dark 9.0 0.7 [SchibstedGrotesk-Bold SchibstedGrotesk-Regular] " +
		"[{png RGB 300 - 0}]"
	if have != want || len(proof.Findings) != 0 {
		t.Errorf("have %s\nwant %s\nand %v", have, want, proof.Findings)
	}
	page.Items[3].Shape.Paint.Width = 0.1
	one := &frame.Document{Pages: []*frame.Page{page}}
	found := Inspect(one, HouseLimits()).Findings
	if len(found) != 1 ||
		found[0].String() != "a.toml:3:1: page 1: a line of 0.0353 mm; at least 0.2 mm prints" {
		t.Errorf("an item from nowhere: %v", found)
	}
	page.Items[3].Shape.Paint.Width = 0.7
	page.Items[4].Image.Width = 72
	page.Items = append(page.Items, page.Items[4])
	f.Images = nil
	found = Inspect(one, HouseLimits()).Findings
	if len(found) != 1 ||
		found[0].String() != "a.toml:3:1: page 1: an image of 200 dpi; 220 print sharp (2 places)" {
		t.Errorf("%v", found)
	}
}
