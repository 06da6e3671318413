package svg

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

// parse is the picture of a file that must be good.
func parse(t testing.TB, file string) *vector.Picture {
	t.Helper()
	p, err := Parse([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestColors reads each way to write a colour, and gives what it reads no inks.
func TestColors(t *testing.T) {
	tests := []struct {
		attributes string
		want       string // fill and stroke
	}{
		{``, "#000000 none"},
		{`fill="none" stroke="#abc"`, "none #aabbcc"},
		{`fill="#C4382a" stroke="none"`, "#c4382a none"},
		{`fill="RebeccaPurple"`, ""},
		{`fill="CornflowerBlue" stroke="transparent"`, "#6495ed none"},
		{`fill="rgb( 1 , 300,-5)"`, "#01ff00 none"},
		{`fill="rgb(100%,50%,0%)"`, "#ff8000 none"},
		{`color="red" fill="currentColor"`, "#ff0000 none"},
		{`fill="rgb(0 128 255 / 100%)" stroke="hsl(120deg, 100%, 50%)"`, "#0080ff #00ff00"},
		{`fill="#abcf" stroke="#12345600"`, "#aabbcc none"},
		{`fill="var(--brand, #123456)" stroke="url(#no) teal"`, "#123456 #008080"},
		{`fill="var(--brand)"`, ""},
		{`fill="red" class="important" style="fill:blue"`, "#070707 none"},
		{`fill="red" style="fill:blue;;"`, "#0000ff none"},
		{`fill="red" fill-opacity="1" opacity="100%" style="stroke : red ; stroke-width: 0"`,
			"#ff0000 none"},
		{`stroke="red" fill-opacity="0.2" fill="none"`, "none #ff0000"},
		{`class="one"`, "#010101 none"},
		{`class="two one"`, "#020202 none"},
		{`id="three" class="one"`, "#030303 none"},
		{`class="one" style="fill:#040404"`, "#040404 none"},
		{`class="one" fill="#050505"`, "#010101 none"},
		{`class="five"`, "#060606 none"},
	}
	const css = `<style>#three{fill:#030303} .one{fill:#010101} .one.two{fill:#020202} ` +
		`path{fill:#fff} rect.five{fill:#060606} .five{fill:#050505} .important{fill:#070707 !important}</style>`
	for _, tt := range tests {
		t.Run(tt.attributes, func(t *testing.T) {
			p, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + css + `<rect x="2" y="2" width="5" height="5" ` + tt.attributes + `/></svg>`))
			if tt.want == "" {
				if err == nil {
					t.Error("no error")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			paint := p.Items[0].Shape.Paint
			if have := hex(paint.Fill) + " " + hex(paint.Stroke); have != tt.want {
				t.Errorf("have %s, want %s", have, tt.want)
			}
			for _, c := range []*vector.Color{paint.Fill, paint.Stroke} {
				if c == nil {
					continue
				}
				name := "SVG " + strings.ToUpper(hex(c))
				if *c != (vector.Color{Name: name, R: c.R, G: c.G, B: c.B}) {
					t.Errorf("%+v has inks, or another name", *c)
				}
			}
		})
	}
}

// TestSize reads the root's size in all units.
func TestSize(t *testing.T) {
	tests := []struct {
		attributes    string
		width, height fonts.Pt
	}{
		{`width="100" height="50"`, 75, 37.5},
		{`width="100px" height="50px" viewBox="5 5 1 1"`, 75, 37.5},
		{`width="72pt" height="1in"`, 72, 72},
		{`width="25.4mm" height="2.54cm"`, 72, 72},
		{`width="6pc" height="1e2"`, 72, 75},
		{`viewBox="5 5 100 40"`, 75, 30},
		{`viewBox="0,0,100,40" width="50"`, 37.5, 15},
		{`viewBox="0 0 100 40" height="80" width="100%"`, 150, 60},
	}
	for _, tt := range tests {
		t.Run(tt.attributes, func(t *testing.T) {
			p := parse(t, `<svg xmlns="http://www.w3.org/2000/svg" `+tt.attributes+`><svg width="0" height="0"/><path d="M5.5 5.5h.2v.2"/></svg>`)
			if math.Abs(float64(p.Width-tt.width)) > 1e-9 ||
				math.Abs(float64(p.Height-tt.height)) > 1e-9 {
				t.Errorf("have %g × %g pt, want %g × %g", p.Width, p.Height, tt.width, tt.height)
			}
		})
	}
}

// TestUnseen: what no viewer draws is no error.
func TestUnseen(t *testing.T) {
	p := parse(t, wrap(`<!-- c --><?pi x?><title>t</title><desc>d</desc><metadata><x:y xmlns:x="u"><text/></x:y></metadata>
		<i:pgf xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"><i:text/></i:pgf>
		<defs><text/><filter id="f"/><g filter="url(#f)"/></defs><clipPath id="c"><text/></clipPath><pattern/><mask/><symbol><image/></symbol>
		<g display="none"><text/></g><text style="display:none"/><g fill="url(#f)"/>
		<rect width="0" height="5"/><circle/><path/><path d="none"/><polyline points=""/><rect width="500" height="5" fill="none"/>
		<rect width="500" height="500" visibility="hidden"/><rect width="9" height="9" transform="scale(0)"><title>t</title></rect>
		<path d="M5 5" data-x="y" unknown="z" aria-label="l"/><use href="#none" display="none"/>`))
	if len(p.Items) != 1 { // the circle of wrap
		t.Errorf("%d shapes:\n%s", len(p.Items), plain(p))
	}
}

// TestEncodings: old drawing programs declare encodings of a byte a character.
func TestEncodings(t *testing.T) {
	for _, name := range []string{"ISO-8859-1", "windows-1252", "us-ascii", "UTF-8"} {
		title := "bl\xE5b\xE6r"
		if name == "UTF-8" {
			title = "blåbær"
		}
		p := parse(t, `<?xml version="1.0" encoding="`+name+`"?><svg xmlns="http://www.w3.org/2000/svg" `+
			`viewBox="0 0 9 9"><title>`+title+`</title><path id="`+title+`" d="M0 0h9v9"/></svg>`)
		if len(p.Items) != 1 {
			t.Errorf("%s: %d items", name, len(p.Items))
		}
	}
}

// TestScale fits a picture into boxes.
func TestScale(t *testing.T) {
	p := parse(t, `<svg xmlns="http://www.w3.org/2000/svg" width="200pt" height="100pt" viewBox="0 0 200 100"><path d="M10 20C30 40 50 60 70 80z" stroke="red" stroke-width="4" stroke-dasharray="3"/></svg>`)
	tests := []struct{ width, height, wantWidth, wantHeight fonts.Pt }{
		{100, 100, 100, 50}, {1000, 10, 20, 10}, {400, 200, 400, 200}, {0, 5, 200, 100},
		{5, -1, 200, 100},
	}
	for _, tt := range tests {
		q := Scale(p, tt.width, tt.height)
		k := tt.wantWidth / 200
		paint := q.Items[0].Shape.Paint
		at := q.Items[0].Shape.Path[1].P[2]
		if !near(q.Width, tt.wantWidth) || !near(q.Height, tt.wantHeight) || !near(at.X, 70*k) ||
			!near(at.Y, 80*k) ||
			!near(paint.Width, 4*k) || len(paint.Dash) != 2 || !near(paint.Dash[1], 3*k) {
			t.Errorf("in %g × %g: %g × %g, curve to %v, width %g, dashes %v", tt.width, tt.height,
				q.Width, q.Height, at, paint.Width, paint.Dash)
		}
	}
	q := &vector.Picture{Width: 10, Height: 10}
	q.AddLabel(vector.Label{Text: "x", Font: vector.Font{Size: 8}, At: vector.Point{X: 2, Y: 4}})
	l := Scale(q, 20, 30).Items[0].Label
	if l.Font.Size != 16 || l.At.X != 4 || l.At.Y != 8 || q.Items[0].Label.At.X != 2 {
		t.Errorf("label %+v", l)
	}
}

func near(a, b fonts.Pt) bool { return math.Abs(float64(a-b)) < 1e-6 }

// TestBounds: curves and strokes reach as far as they paint.
func TestBounds(t *testing.T) {
	tests := []struct {
		d    string
		half float64
		want extent
	}{
		{"M10 10h20v5z", 0, extent{10, 10, 30, 15}},
		{"M0 0C0-40 40-40 40 0", 0, extent{0, -30, 40, 0}},
		{"M0 0C0-40 40-40 40 0", 2, extent{-2, -32, 42, 0}},
		{"M0 0C40 0 0 30 40 30", 0, extent{0, 0, 40, 30}},
		{"M0 10H50", 3, extent{0, 7, 50, 13}},
		{"M0 0C20 60 40 -60 60 0", 0, extent{0, -17.3205, 60, 17.3205}},
	}
	for _, tt := range tests {
		p, err := pathData(tt.d, 100)
		if err != nil {
			t.Fatal(err)
		}
		have := bounds(p, tt.half)
		for _, d := range []float64{
			have.left - tt.want.left, have.top - tt.want.top,
			have.right - tt.want.right, have.bottom - tt.want.bottom,
		} {
			if math.Abs(d) > 1e-3 {
				t.Errorf("%s with %g: have %v, want %v", tt.d, tt.half, have, tt.want)
				break
			}
		}
	}
}

// TestDeterministic: the same file gives the same picture.
func TestDeterministic(t *testing.T) {
	for _, file := range logos(t) {
		if a, b := parse(t, file), parse(t, file); !reflect.DeepEqual(a, b) {
			t.Errorf("two readings differ:\n%v\n%v", a, b)
		}
	}
}

func logos(t testing.TB) (out []string) {
	files, _ := filepath.Glob("testdata/*/*.svg")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// FuzzParse: any file gives a picture whose numbers are numbers, or an *Error with a place in the
// file.
func FuzzParse(f *testing.F) {
	for _, file := range logos(f) {
		f.Add([]byte(file))
	}
	for _, tt := range refused {
		f.Add([]byte(wrap(tt.body)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse(data)
		if err != nil {
			var e *Error
			lines := strings.Count(string(data), "\n") + 1
			if p != nil || !errors.As(err, &e) || e.Text == "" || e.Line < 1 || e.Line > lines ||
				e.Column < 1 {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if !(p.Width > 0 && p.Height > 0) || len(p.Items) == 0 {
			t.Fatalf("%g × %g, %d items", p.Width, p.Height, len(p.Items))
		}
		checkItems(t, p.Items)
	})
}

// checkItems wants groups that hold something, and shapes that are painted, finite and well formed.
func checkItems(t *testing.T, items []vector.Item) {
	for _, it := range items {
		if g := it.Group; g != nil {
			if len(g.Items) == 0 || !(g.Opacity > 0 && g.Opacity <= 1) {
				t.Fatalf("group %+v", g)
			}
			for _, c := range g.Clips {
				checkPath(t, c.Path)
			}
			checkItems(t, g.Items)
			checkItems(t, g.Mask)
			continue
		}
		s := it.Shape
		if !s.Paint.Filled() && !s.Paint.Stroked() || !(s.Paint.Width >= 0) {
			t.Fatalf("shape %+v", s)
		}
		checkPath(t, s.Path)
		for _, g := range []*vector.Gradient{s.Paint.FillGradient, s.Paint.StrokeGradient} {
			checkGradient(t, g)
		}
	}
}

func checkPath(t *testing.T, p vector.Path) {
	if len(p) == 0 || p[0].Op != vector.MoveTo {
		t.Fatalf("path %v", p)
	}
	for i, seg := range p {
		if i > 0 && p[i-1].Op == vector.Close && seg.Op != vector.MoveTo {
			t.Fatalf("segment %d goes on after a close", i)
		}
	}
	if b := bounds(p, 0); !(b.left > -1e14 && b.top > -1e14 && b.right < 1e14 && b.bottom < 1e14) {
		t.Fatalf("the path reaches to %v", b)
	}
}

// checkGradient wants colours in order, and numbers that are numbers.
func checkGradient(t *testing.T, g *vector.Gradient) {
	if g == nil {
		return
	}
	last := 0.0
	for _, s := range g.Stops {
		if !(s.At >= last && s.At <= 1) {
			t.Fatalf("a colour at %g after %g", s.At, last)
		}
		last = s.At
	}
	numbers := append(g.Matrix[:], float64(g.From.X), float64(g.From.Y), float64(g.To.X),
		float64(g.To.Y), g.R0, g.R1)
	for _, v := range numbers {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("gradient %+v", g)
		}
	}
	if len(g.Stops) < 2 || g.R0 < 0 || g.R1 < 0 {
		t.Fatalf("gradient %+v", g)
	}
}

// TestNotes: what is drawn in the nearest way is told, with its place, and what every viewer draws
// so is not.
func TestNotes(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"nothing to say", `<circle cx="95.5" cy="50" r="5"/>`, ""},
		{"outside", `<circle cx="99" cy="50" r="5"/>`, "1:1: <svg>: a shape reaches 4 over its edge"},
		{"stroke outside", `<rect width="100" height="100" fill="none" stroke="red" stroke-width="10"/>`,
			"reaches 5 over"},
		{"curve outside", `<path d="M0 50C0-50 100-50 100 50"/>`, "reaches 25 over"},
		{"outside of a frame", `<svg x="50" width="10" height="10"><rect width="20" height="5"/></svg>`,
			"2:1: <svg>: a shape reaches 10 over"},
		{"outside of a symbol", `<symbol id="s" viewBox="0 0 5 5"><rect width="9" height="5"/></symbol>` +
			`<use href="#s" width="9" height="9"/>`, "2:1: <symbol>: a shape reaches 7.2"},
		{"cut off by hand", `<clipPath id="c"><rect width="9" height="9"/></clipPath>` +
			`<rect width="500" height="9" clip-path="url(#c)"/>`, ""},
		{"animation", `<rect width="9" height="9"><animate attributeName="x"/></rect>`,
			"2:28: <animate>: nothing moves in print"},
		{"group animation", `<g><animateTransform/><rect width="9" height="9"/></g>`,
			"2:4: <animateTransform>: nothing moves"},
		{"no mask", `<rect width="9" height="9" mask="url(#m)"/>`,
			`2:1: <rect>: there is no <mask> with the id "m"`},
		{"no gradient", `<rect width="9" height="9" fill="url(#m)"/>`,
			`2:1: <rect>: fill: there is nothing with the id "m"`},
		{"no gradient, another paint", `<rect width="9" height="9" fill="url(#m) red"/>`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, notes, err := Read([]byte(wrap(tt.body)))
			if err != nil {
				t.Fatal(err)
			}
			have := fmt.Sprint(notes)
			if tt.want == "" && len(notes) > 0 || !strings.Contains(have, tt.want) {
				t.Errorf("have %s, want %q", have, tt.want)
			}
		})
	}
}

// TestCutOffAltogether: a clip without anything in it shows nothing, as does opacity 0.
func TestCutOffAltogether(t *testing.T) {
	for _, body := range []string{
		`<clipPath id="c"/><rect width="9" height="9" clip-path="url(#c)"/>`,
		`<mask id="c"/><rect width="9" height="9" mask="url(#c)"/>`,
		`<clipPath id="c" display="none"><rect width="9" height="9"/></clipPath>` +
			`<rect width="9" height="9" clip-path="url(#c)"/>`,
		`<rect width="9" height="9" opacity="0"/>`, `<rect width="9" height="9" fill-opacity="0"/>`,
		`<rect width="9" height="9" fill="#1230"/>`,
		`<linearGradient id="c"/><rect width="9" height="9" fill="url(#c)"/>`,
		`<linearGradient id="c"><stop/><stop offset="1"/></linearGradient>` +
			`<path d="M0 5h9" stroke="url(#c)"/>`,
	} {
		if p := parse(t, wrap(body)); len(p.Items) != 1 {
			t.Errorf("%s: %d items", body, len(p.Items))
		}
	}
}

// BenchmarkParse reads all test logos: MB/s of SVG.
func BenchmarkParse(b *testing.B) {
	all := logos(b)
	for b.Loop() {
		for _, file := range all {
			if _, err := Parse([]byte(file)); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.SetBytes(int64(len(strings.Join(all, ""))))
}
