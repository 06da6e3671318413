package svg_test

import (
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/svg"
)

// TestLiving: words stay words, at their places and aligned as they were measured; shapes painted
// alike are one path; colours and fonts are classes that pictures share.
func TestLiving(t *testing.T) {
	face, _ := fonts.Find(fonts.SchibstedGrotesk, 600, false)
	red, ink := vector.Color{R: 200}, vector.Color{B: 40}
	p := &vector.Picture{Width: 100, Height: 50}
	p.AddShape(vector.Circle(10, 10, 5), vector.Paint{Fill: &red})
	p.AddShape(vector.Circle(30, 10, 5), vector.Paint{Fill: &red})
	p.AddShape(vector.Circle(50, 10, 5), vector.Paint{Stroke: &ink, Width: 1})
	p.AddShape(vector.Line(0, 20, 100, 20), vector.Paint{Stroke: &ink, Width: 0.5})
	f := vector.Font{Face: face, Size: 10}
	at := vector.Point{X: 50, Y: 40}
	p.AddLabel(vector.Label{Text: "så & så", Font: f, Color: ink, At: at, Align: vector.Center})
	p.AddLabel(vector.Label{Text: "be\u00adgyn\u00ad", Font: f, Color: red, At: at})
	var l svg.Living
	want := `<svg class="w200" viewBox="0 0 200 100" width="200" height="100" aria-hidden="true">` +
		`<path class="n s1" stroke-width="20" stroke-linecap="round" d="m20 20h0m40 0h0"/>` +
		`<path class="n s2" stroke-width="2" d="m90 20a10 10 0 1 0 20 0a10 10 0 1 0-20 0z"/>` +
		`<path class="n s2" stroke-width="1" d="m0 40 200 0"/>` +
		`<text class="t1 f1 m" x="100" y="80">så &amp; så</text>` +
		`<text class="t1 f2" x="100" y="80">begyn-</text></svg>`
	if have := string(l.Append(nil, p, 2, "w200")); have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
	again := string(l.Append(nil, p, 1, "w100"))
	if len(l.Fills) != 2 || len(l.Strokes) != 2 || len(l.Fonts) != 2 || l.Fonts[0].Size != 20 {
		t.Errorf("classes: %v %v %v", l.Fills, l.Strokes, l.Fonts)
	}
	if !strings.Contains(again, `class="t2 f1 m" x="50" y="40"`) {
		t.Errorf("the second picture: %s", again)
	}
	if !l.Runes[0].Has('å') || !l.Runes[0].Has('-') || l.Runes[0].Has('z') {
		t.Errorf("characters: %v", l.Runes[0])
	}
}
