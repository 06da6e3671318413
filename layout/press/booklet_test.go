package press

import (
	"math"
	"strings"
	"testing"

	"rapport/fonts"
	"rapport/layout/frame"
)

func millis(v float64) fonts.Pt { return fonts.Mm(v).Pt() }

func near(a, b fonts.Pt) bool { return math.Abs(float64(a-b)) < 0.01 }

func TestParseFormat(t *testing.T) {
	for s, want := range map[string][2]float64{"a3": {420, 297}, "A4": {297, 210},
		"sra3": {450, 320}, "320x450": {450, 320}, "300.5x200": {300.5, 200}} {
		f, err := ParseFormat(s)
		if err != nil || !near(f.Width, millis(want[0])) || !near(f.Height, millis(want[1])) {
			t.Errorf("%s: %v, %v", s, f, err)
		}
	}
	for _, s := range []string{"", "a9", "x", "10x10", "NaNx200", "1e9x200", "200", "-300x200"} {
		if f, err := ParseFormat(s); err == nil {
			t.Errorf("%q is %v", s, f)
		}
	}
}

// Two pages meet at the fold, the left one 0.05 mm below the right; inner ones move over it by the
// paper around them, and are cut there.
func TestPlace(t *testing.T) {
	a3, _ := ParseFormat("a3")
	a4, _ := ParseFormat("a4")
	w, h := millis(210), millis(297)
	for _, c := range []struct {
		name            string
		sheet           Format
		right           bool
		depth           int
		x, y, scale     float64 // mm
		left, rightEdge float64 // of the clip, mm
	}{
		{"outermost, left", a3, false, 0, 0, 0, 1, 0, 210.05},
		{"outermost, right", a3, true, 0, 210, 0, 1, 0, 210},
		{"tenth, left", a3, false, 10, 1, 0, 1, -1, 209.05},
		{"tenth, right", a3, true, 10, 209, 0, 1, 1, 211},
		{"A5, right", a4, true, 0, 148.5, 0, 210.0 / 297, 0, 210.0214}, // A4 is not quite √2
	} {
		b := Booklet{Sheet: c.sheet, Thickness: millis(0.1), Bleed: millis(3)}
		p := b.Place(w, h, c.right, c.depth)
		if !near(p.X, millis(c.x)) || !near(p.Y, millis(c.y)) || math.Abs(p.Scale-c.scale) > 1e-3 ||
			!near(p.Clip.Left, millis(c.left)) || !near(p.Clip.Right, millis(c.rightEdge)) ||
			!near(p.Clip.Top, 0) {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
}

// Where the sheet has room, as much of the bleed stays as fits, but no more than 0.05 mm cross the
// fold.
func TestPlaceKeepsBleed(t *testing.T) {
	sheet, _ := ParseFormat("sra3")
	p := Booklet{Sheet: sheet, Bleed: millis(3)}.Place(millis(210), millis(297), false, 0)
	if !near(p.X, millis(15)) || !near(p.Clip.Left, millis(-3)) ||
		!near(p.Clip.Right, millis(210.05)) || !near(p.Clip.Top, millis(-3)) {
		t.Errorf("%+v", p)
	}
}

func TestCheckBooklet(t *testing.T) {
	a4 := &frame.Page{Width: millis(210), Height: millis(297)}
	for _, c := range []struct {
		name, sheet, want string
		thickness         float64
		pages             []*frame.Page
	}{
		{"A4 on A3", "a3", "", 0.1, []*frame.Page{a4}},
		{"A4 on A4", "a4", "", 0.1, []*frame.Page{a4}},
		{"A4 on A5", "210x148", "too small for two pages of 210 × 297 mm", 0.1, []*frame.Page{a4}},
		{"cardboard", "a3", "a paper thickness of 100 mm", 100, []*frame.Page{a4}},
		{"below nothing", "a3", "a paper thickness", -1, []*frame.Page{a4}},
		{"unequal", "a3", "page 2 has another size", 0,
			[]*frame.Page{a4, {Width: 300, Height: 400}}},
	} {
		sheet, err := ParseFormat(c.sheet)
		if err != nil {
			t.Fatal(err)
		}
		b := Booklet{Sheet: sheet, Thickness: millis(c.thickness)}
		err = b.Check(&frame.Document{Pages: c.pages})
		if c.want == "" && err != nil ||
			c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestFoldMarks(t *testing.T) {
	sheet, _ := ParseFormat("a3")
	b := Booklet{Sheet: sheet, Marks: true}
	if n := len(b.FoldMarks(&Sheet{Depth: 0})); n != 4 {
		t.Errorf("%d marks on the outermost sheet", n)
	}
	for _, it := range b.FoldMarks(&Sheet{Depth: 2}) {
		if low, high, _ := it.Shape.Path.Bounds(); low.X != sheet.Width/2 ||
			high.X != sheet.Width/2 {
			t.Errorf("a mark from %v to %v, the fold is at %v", low, high, sheet.Width/2)
		}
	}
	b.Marks = false
	if b.FoldMarks(&Sheet{}) != nil {
		t.Error("marks that nobody wants")
	}
}
