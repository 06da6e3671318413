package svg

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
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
		`path{fill:#fff} rect.five{fill:#060606} .five{fill:#050505}</style>`
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
	// There are the circle of wrap, and a subpath of no length, whose fill shows nothing.
	if len(p.Items) != 2 {
		t.Errorf("%d shapes:\n%s", len(p.Items), plain(p))
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
		if a, b := plain(parse(t, file)), plain(parse(t, file)); !bytes.Equal(a, b) {
			t.Errorf("two readings differ:\n%s\n%s", a, b)
		}
	}
}

func logos(t testing.TB) (out []string) {
	files, _ := filepath.Glob("testdata/logos/*.svg")
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
		for _, it := range p.Items {
			check(t, p, it.Shape)
		}
	})
}

// check wants a shape that is painted, finite, well formed and in the picture.
func check(t *testing.T, p *vector.Picture, s *vector.Shape) {
	if s.Paint.Fill == nil && s.Paint.Stroke == nil || len(s.Path) == 0 ||
		s.Path[0].Op != vector.MoveTo || !(s.Paint.Width >= 0) {
		t.Fatalf("shape %+v", s)
	}
	for i, seg := range s.Path {
		if i > 0 && s.Path[i-1].Op == vector.Close && seg.Op != vector.MoveTo {
			t.Fatalf("segment %d goes on after a close", i)
		}
	}
	b := bounds(s.Path, 0)
	more := float64(max(p.Width, p.Height)) / 50
	if !(b.left >= -more && b.top >= -more &&
		b.right <= float64(p.Width)+more && b.bottom <= float64(p.Height)+more) {
		t.Fatalf("the shape reaches to %v in a picture of %g × %g", b, p.Width, p.Height)
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
