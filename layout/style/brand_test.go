package style

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

func house(t *testing.T) *Sheet {
	t.Helper()
	s, err := New(fonts.SchibstedGrotesk, fonts.SourceSerif)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func brand(t *testing.T, b *content.Brand) *Sheet {
	t.Helper()
	s, err := Brand(b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestNoBrand: without a brand, or with one that says nothing, the design is the house's.
func TestNoBrand(t *testing.T) {
	want := house(t)
	for _, b := range []*content.Brand{nil, {Name: "x", Ring: true}} {
		s := brand(t, b)
		if !reflect.DeepEqual(s.Color, want.Color) || !reflect.DeepEqual(s.Covers, want.Covers) ||
			!reflect.DeepEqual(s.Openers, want.Openers) || !reflect.DeepEqual(s.Type, want.Type) {
			t.Errorf("%+v differs from the house", b)
		}
	}
}

// TestSamePalette: the palette that content checks brands against is the one that is drawn.
func TestSamePalette(t *testing.T) {
	want := house(t)
	have := brand(t, (&content.Brand{}).Complete())
	unnamed := func(colors ...vector.Color) []vector.Color {
		out := slices.Clone(colors)
		for i := range out {
			out[i].Name = ""
		}
		return out
	}
	roles := func(c Colors) []vector.Color {
		return unnamed(c.Heading, c.Accent, c.Ink, c.Secondary, c.Line, c.Panel, c.White, c.Bar,
			c.Muted, c.Neutral, c.Count)
	}
	all := func(s *Sheet) (lists [][]vector.Color) {
		lists = append(lists, roles(s.Color), unnamed(s.Color.Slices...),
			unnamed(s.Color.Scale5...), unnamed(s.Color.Scale3...))
		for _, g := range slices.Concat(s.Covers, s.Openers) {
			lists = append(lists, unnamed(g.Fill, g.Text, g.Soft, g.Dot, g.Open))
		}
		for _, g := range s.Covers {
			lists = append(lists, unnamed(g.Groups...))
		}
		return lists
	}
	h, w := all(have), all(want)
	if len(h) != len(w) {
		t.Fatalf("%d lists of colours, want %d", len(h), len(w))
	}
	for i := range w {
		if !slices.Equal(h[i], w[i]) {
			t.Errorf("list %d: content has\n%v\nstyle has\n%v", i, h[i], w[i])
		}
	}
	for i, g := range want.Covers {
		if have.Covers[i].Name != g.Name {
			t.Errorf("cover %d is %q, want %q", i, have.Covers[i].Name, g.Name)
		}
	}
}

// TestBrand replaces what a brand gives, and only that.
func TestBrand(t *testing.T) {
	ink := content.Color{R: 1, G: 2, B: 3, C: 10, M: 20, Y: 30, K: 40, Ink: true}
	bare := content.Color{R: 200, G: 100, B: 50, C: 9}
	five := func(first uint8) (out []content.Color) {
		for i := range uint8(5) {
			out = append(out, content.Color{R: first + i, Ink: true})
		}
		return out
	}
	s := brand(t, &content.Brand{
		Name: "x", HeadingFont: fonts.SourceSerif, BodyFont: fonts.SchibstedGrotesk,
		Colors: map[string]content.Color{"accent": ink, "bar": bare}, Slices: five(10),
		Scale: five(20),
		Covers: []content.Ground{{Name: "natt", Fill: ink, Text: bare, Dot: bare,
			Groups: []content.Color{ink, bare}}, {Name: "dag", Fill: bare, Text: ink}},
		Openers: []content.Ground{
			{Name: "o", Fill: ink, Text: bare, Soft: ink, Dot: ink, Open: ink},
		},
	})
	wantInk := func(name string) vector.Color {
		return vector.Color{Name: name, R: 1, G: 2, B: 3, C: 10, M: 20, Y: 30, K: 40}
	}
	wantBare := func(name string) vector.Color {
		return vector.Color{Name: name, R: 200, G: 100, B: 50}
	}
	for _, tt := range []struct{ have, want vector.Color }{
		{s.Color.Accent, wantInk("accent")},
		{s.Color.Bar, wantBare("bar")},
		{s.Color.Ink, house(t).Color.Ink},
		{s.Color.Slices[4], vector.Color{Name: "slice 5", R: 14}},
		{s.Color.Scale5[1], vector.Color{Name: "scale 2", R: 21}},
		{s.Color.Scale3[1], vector.Color{Name: "scale 3", R: 22}},
		{s.Covers[0].Fill, wantInk("natt fill")},
		{s.Covers[0].Open, wantBare("natt open")}, // not given: as the text
		{s.Covers[0].Groups[1], wantBare("natt dot 2")},
		// Not given: it is as the dot, which is as the text.
		{s.Covers[1].Groups[0], wantInk("dag dot 1")},
		{s.Openers[0].Soft, wantInk("o soft")},
	} {
		if tt.have != tt.want {
			t.Errorf("have %+v, want %+v", tt.have, tt.want)
		}
	}
	if len(s.Covers) != 2 || len(s.Openers) != 1 {
		t.Errorf("%d covers, %d openers", len(s.Covers), len(s.Openers))
	}
	if g, ok := s.Cover("", 2021); !ok || g.Name != "dag" {
		t.Errorf("the cover of 2021 is %q", g.Name)
	}
	if _, ok := s.Cover("blaabaer", 2021); ok {
		t.Error("the house's grounds are still there")
	}
	if s.Type.H1.Font.Face.Family != fonts.SourceSerif ||
		s.Type.Body.Font.Face.Family != fonts.SchibstedGrotesk {
		t.Errorf("faces %s and %s", s.Type.H1.Font.Face.Family, s.Type.Body.Font.Face.Family)
	}
}

// TestBrandErrors: a brand that was not loaded, and is wrong.
func TestBrandErrors(t *testing.T) {
	tests := []struct {
		name  string
		brand content.Brand
		want  string
	}{
		{"heading font", content.Brand{HeadingFont: "Comic Sans"}, `no font family "Comic Sans"`},
		{"body font", content.Brand{BodyFont: "Arial"}, `no font family "Arial"`},
		{"role", content.Brand{Name: "x", Colors: map[string]content.Color{"acent": {}}},
			`brand "x": colours of roles`},
		{"slices", content.Brand{Slices: make([]content.Color, 4)},
			"4 colours of the slice, not 5"},
		{"scale", content.Brand{Scale: make([]content.Color, 3)}, "3 colours of the scale, not 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := Brand(&tt.brand)
			if s != nil || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("have %v, want %s", err, tt.want)
			}
		})
	}
}

// The colours of drawings are in the palette, with their inks.
func TestDrawings(t *testing.T) {
	s, err := Brand(&content.Brand{Drawings: []content.Color{{R: 0xE3, G: 0x1E, B: 0x24, M: 95, Ink: true}}})
	if err != nil {
		t.Fatal(err)
	}
	want := vector.Color{Name: "#E31E24", R: 0xE3, G: 0x1E, B: 0x24, M: 95}
	if !slices.Contains(s.Palette(), want) {
		t.Errorf("%v is not in %v", want, s.Palette())
	}
}
