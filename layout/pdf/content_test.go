package pdf

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// paintItems writes items on a page 100 pt high and returns the operators, ' ' for a line's end.
func paintItems(t *testing.T, items ...frame.Item) string {
	t.Helper()
	q, _ := painted(t, items...)
	return strings.TrimSpace(strings.ReplaceAll(string(q.set(nil, q.operators)), "\n", " "))
}

// painted writes items as a page and gives their names to the fonts.
func painted(t testing.TB, items ...frame.Item) (*folio, *fontSet) {
	t.Helper()
	l := &folio{}
	all := &catalogue{}
	all.compose([]*folio{l}, func(_ int, l *folio, sorts *typecase) error {
		c := newContent(0, 100, sorts, newImageSet(false))
		if err := c.items(items); err != nil {
			return err
		}
		return l.take(c)
	})
	if l.err != nil {
		t.Fatal(l.err)
	}
	set, err := all.assemble([]*quire{l.quire})
	if err != nil {
		t.Fatal(err)
	}
	all.name(set)
	return l, set
}

func TestShape(t *testing.T) {
	curve := vector.Path{}
	curve.MoveTo(0, 0)
	curve.CurveTo(0, 0, 10, 0, 10, 10)
	curve.CurveTo(20, 0, 30, 30, 30, 30)
	curve.CurveTo(1, 2, 3, 4, 5, 6)
	var two vector.Path
	two = append(append(two, vector.Rect(0, 0, 10, 10)...), vector.Rect(2, 2, 3, 3)...)
	for _, c := range []struct {
		name  string
		path  vector.Path
		paint vector.Paint
		want  string
	}{
		{"rectangle", vector.Rect(10, 20, 30, 40), vector.Paint{Fill: &red},
			".769 .22 .165 rg 10 80 30 -40 re f"},
		{"gray", vector.Rect(0, 0, 1, 1), vector.Paint{Fill: &gray}, ".502 g 0 100 1 -1 re f"},
		{"black is there already", vector.Rect(0, 0, 1, 1), vector.Paint{Fill: &vector.Color{}},
			"0 100 1 -1 re f"},
		{"line", vector.Line(0, 0, 10.006, 0), vector.Paint{Stroke: &vector.Color{}, Width: 1},
			"0 100 m 10.01 100 l S"},
		{"width and dash", vector.Line(0, 0, 1, 1), vector.Paint{Stroke: &vector.Color{},
			Width: .25, Dash: []fonts.Pt{2, 1.5}, Caps: vector.RoundCap, Joins: vector.RoundJoin},
			".25 w 1 J 1 j [2 1.5 ]0 d 0 100 m 1 99 l S"},
		{"curves in short form", curve, vector.Paint{Fill: &vector.Color{}},
			"0 100 m 10 100 10 90 v 20 100 30 70 y 1 98 3 96 5 94 c f"},
		{"hole", two, vector.Paint{Fill: &vector.Color{}, EvenOdd: true},
			"0 100 m 10 100 l 10 90 l 0 90 l h 2 98 m 5 98 l 5 95 l 2 95 l f*"},
		{"both, closed", vector.Polyline(vector.Point{X: 0, Y: 0}, vector.Point{X: 9, Y: 0},
			vector.Point{X: 9, Y: 9}),
			vector.Paint{Fill: &vector.Color{}, Stroke: &vector.Color{}, Width: 1},
			"0 100 m 9 100 l 9 91 l B"},
		{"nothing", vector.Rect(0, 0, 1, 1), vector.Paint{}, ""},
		{"no width", vector.Rect(0, 0, 1, 1), vector.Paint{Stroke: &red}, ""},
	} {
		if got := paintItems(t,
			frame.Item{Shape: &vector.Shape{Path: c.path, Paint: c.paint}}); got != c.want {
			t.Errorf("%s:\nhave %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestStateIsNotRepeated(t *testing.T) {
	rect := frame.Item{Shape: &vector.Shape{Path: vector.Rect(0, 0, 1, 1),
		Paint: vector.Paint{Fill: &red, Stroke: &gray, Width: 2}}}
	got := paintItems(t, rect, rect)
	if want := ".769 .22 .165 rg .502 G 2 w 0 100 1 -1 re B 0 100 1 -1 re B"; got != want {
		t.Errorf("have %s\nwant %s", got, want)
	}
}

// Dots are the same bytes but for the step from one to the next; what they set holds no longer than
// they do, and a shape or a text after them stands where it belongs.
func TestDots(t *testing.T) {
	dot := func(x, y fonts.Pt, p vector.Paint) frame.Item {
		return frame.Item{Shape: &vector.Shape{Path: vector.Circle(x, y, 2), Paint: p}}
	}
	path := "0 0 m 0 -1.1 -.9 -2 -2 -2 c -3.1 -2 -4 -1.1 -4 0 c -4 1.1 -3.1 2 -2 2 c " +
		"-.9 2 0 1.1 0 0 c"
	filled, hollow := vector.Paint{Fill: &red}, vector.Paint{Stroke: &gray, Width: 1}
	got := paintItems(t, dot(10, 20, filled), dot(16.666, 20, filled), dot(23, 30, hollow),
		frame.Item{Shape: &vector.Shape{Path: vector.Rect(1, 2, 3, 4), Paint: filled}},
		dot(10, 20, filled))
	want := "q .769 .22 .165 rg 1 0 0 1 12 80 cm " + path + " f " +
		"1 0 0 1 6.67 0 cm " + path + " f " +
		".502 G 1 0 0 1 6.33 -10 cm " + path + " s Q " +
		".769 .22 .165 rg 1 98 3 -4 re f q 1 0 0 1 12 80 cm " + path + " f Q"
	if got != want {
		t.Errorf("have %s\nwant %s", got, want)
	}
}

// shown replaces the codes of strings by the text that they stand for.
func shown(t *testing.T, f *fonts.Face, items []frame.Item, stream string) string {
	_, set := painted(t, items...)
	codes := set.byFace[f].codes
	unescaped := strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`)
	literal := regexp.MustCompile(`\((\\.|[^\\)])*\)`)
	return literal.ReplaceAllStringFunc(stream, func(s string) string {
		b := []byte(unescaped.Replace(s[1 : len(s)-1]))
		if len(b)%2 != 0 {
			return s // no codes: ActualText
		}
		out := "("
		for i := 0; i+1 < len(b); i += 2 {
			out += codes[int(b[i])<<8|int(b[i+1])].text
		}
		return out + ")"
	})
}

func TestText(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false) // 1000 units to the em
	glyph := func(r rune, kern, x, y int32) text.Glyph {
		id, ok := f.Glyph(r)
		if !ok {
			t.Fatalf("no glyph %q", r)
		}
		g := text.NewGlyph(id, int32(f.Advance(id))+kern, string(r))
		g.X, g.Y = x, y
		return g
	}
	at := func(x fonts.Pt, run text.Run) frame.Item {
		run.Face, run.Size = f, 10
		return frame.Item{Text: &frame.Text{X: x, Y: 50, Run: run}}
	}
	width := func(r rune) fonts.Pt { g := glyph(r, 0, 0, 0); return fonts.Pt(g.Advance) / 100 }
	tail := glyph('n', 0, 0, 0)
	tail = text.NewGlyph(tail.ID, tail.Advance, "")
	for _, c := range []struct {
		name  string
		items []frame.Item
		want  string
	}{
		{"plain", []frame.Item{at(5,
			text.Run{Glyphs: []text.Glyph{glyph('a', 0, 0, 0), glyph('b', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td [(ab)]TJ ET"},
		{"kerning", []frame.Item{at(5,
			text.Run{Glyphs: []text.Glyph{glyph('T', -70, 0, 0), glyph('o', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td [(T)70(o)]TJ ET"},
		{"offset sideways", []frame.Item{at(5,
			text.Run{Glyphs: []text.Glyph{glyph('a', 0, 20, 0), glyph('b', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td [-20(a)20(b)]TJ ET"},
		{"offset upwards", []frame.Item{at(5, text.Run{Glyphs: []text.Glyph{glyph('a', 0, 0, 0),
			glyph('b', 0, 0, 100), glyph('a', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td [(a)]TJ 1 Ts [(b)]TJ 0 Ts [(a)]TJ ET"},
		{"tracking", []frame.Item{at(5, text.Run{Tracking: .02,
			Glyphs: []text.Glyph{glyph('a', 0, 0, 0), glyph('b', 0, 0, 0)}})},
			"BT /F1 10 Tf .2 Tc 5 50 Td [(ab)]TJ ET"},
		{"next run goes on",
			[]frame.Item{at(5, text.Run{Glyphs: []text.Glyph{glyph('a', 0, 0, 0)}}),
				at(5+width('a'), text.Run{Color: red, Glyphs: []text.Glyph{glyph('b', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td [(a)]TJ .769 .22 .165 rg [(b)]TJ ET"},
		{"next run elsewhere", []frame.Item{at(5, text.Run{Glyphs: []text.Glyph{glyph('a', 0, 0,
			0)}}), at(30, text.Run{Glyphs: []text.Glyph{glyph('b', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td [(a)]TJ 25 0 Td [(b)]TJ ET"},
		{"two glyphs for one text", []frame.Item{at(5,
			text.Run{Glyphs: []text.Glyph{glyph('a', 0, 0, 0), tail, glyph('b', 0, 0, 0)}})},
			"BT /F1 10 Tf 5 50 Td /Span<</ActualText(a)>>BDC [(a)]TJ EMC [(b)]TJ ET"},
	} {
		if got := shown(t, f, c.items, paintItems(t, c.items...)); got != c.want {
			t.Errorf("%s:\nhave %s\nwant %s", c.name, got, c.want)
		}
	}
}

// A long run of odd advances, sizes and tracking must end where its glyphs say, however it is
// rounded.
func TestRoundingDoesNotAddUp(t *testing.T) {
	f := face(t, fonts.SchibstedGrotesk, 400, false) // 2048 units to the em
	id, _ := f.Glyph('e')
	run := text.Run{Face: f, Size: 10.2, Tracking: .00137}
	units := 0
	for i := range 400 {
		advance := f.Advance(id) - i%3
		units += advance
		run.Glyphs = append(run.Glyphs, text.NewGlyph(id, int32(advance), "e"))
	}
	item := frame.Item{Text: &frame.Text{X: 0, Y: 0, Run: run}}
	stream := shown(t, f, []frame.Item{item}, paintItems(t, item))
	array := stream[strings.Index(stream, "[")+1 : strings.Index(stream, "]")]
	operand := regexp.MustCompile(`(\S+) Tc`).FindStringSubmatch(stream)[1]
	tracking, err := strconv.ParseFloat(operand, 64)
	if err != nil {
		t.Fatal(err)
	}
	pen := 0.0 // points, without the last glyph's tracking
	bracket := func(r rune) bool { return r == '(' || r == ')' }
	for _, part := range strings.FieldsFunc(array, bracket) {
		if v, err := strconv.ParseFloat(part, 64); err == nil {
			pen -= v / 1000 * 10.2
			continue
		}
		advance := math.Round(float64(f.Advance(id))*1e6/2048) / 1e6 * 10.2
		pen += float64(len(part)) * (advance + tracking)
	}
	want := (float64(units)/2048 + 400*.00137) * 10.2
	if math.Abs(pen-want) > 0.01 {
		t.Errorf("the run is %.4f pt long, want %.4f", pen, want)
	}
}

func TestImpossibleLengths(t *testing.T) {
	for _, x := range []fonts.Pt{fonts.Pt(math.NaN()), fonts.Pt(math.Inf(1)), 1e9} {
		c := newContent(0, 100, &typecase{}, nil)
		c.shape(&vector.Shape{Path: vector.Rect(x, 0, 1, 1), Paint: vector.Paint{Fill: &red}})
		if c.err == nil {
			t.Errorf("%v is no error", x)
		}
	}
	c := newContent(0, 100, &typecase{}, nil)
	if got := fmt.Sprint(c.coordinate(-12.346)); got != "-1235" {
		t.Errorf("-12.346 pt are %s hundredths", got)
	}
}
