package svg

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rapport/charts/vector"
)

// plain writes a picture as the plainest SVG there is: absolute lines and curves, one element a
// shape.
func plain(p *vector.Picture) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%gpt" height="%gpt" viewBox="0 0 %[1]g %[2]g" stroke-miterlimit="10">`, p.Width, p.Height)
	for _, it := range p.Items {
		b.WriteString(`<path d="`)
		for _, s := range it.Shape.Path {
			fmt.Fprintf(&b, "%c", "MLCZ"[s.Op])
			for i := range [...]int{1, 1, 3, 0}[s.Op] {
				fmt.Fprintf(&b, " %g %g", s.P[i].X, s.P[i].Y)
			}
		}
		paint := it.Shape.Paint
		fmt.Fprintf(&b, `" fill="%s" stroke="%s" stroke-width="%g"`, hex(paint.Fill),
			hex(paint.Stroke), paint.Width)
		if paint.EvenOdd {
			b.WriteString(` fill-rule="evenodd"`)
		}
		fmt.Fprintf(&b, ` stroke-linecap="%s" stroke-linejoin="%s" stroke-dashoffset="%g"`,
			[...]string{"butt", "round", "square"}[paint.Caps],
			[...]string{"miter", "round", "bevel"}[paint.Joins], paint.Phase)
		if paint.Miter > 0 {
			fmt.Fprintf(&b, ` stroke-miterlimit="%g"`, paint.Miter)
		}
		if paint.Dash != nil {
			fmt.Fprintf(&b, ` stroke-dasharray="%s"`, strings.Trim(fmt.Sprint(paint.Dash), "[]"))
		}
		b.WriteString("/>\n")
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func hex(c *vector.Color) string {
	if c == nil {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// raster draws an SVG with librsvg, on white.
func raster(t *testing.T, svg []byte) image.Image {
	t.Helper()
	cmd := exec.Command("rsvg-convert", "--zoom=2", "--background-color=white")
	cmd.Stdin = bytes.NewReader(svg)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("rsvg-convert: %v\n%s", err, &stderr)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// differ is the share of pixels whose colours are further apart than an edge's smoothing explains.
func differ(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds() != b.Bounds() {
		t.Fatalf("the picture is %v, librsvg's %v", b.Bounds(), a.Bounds())
	}
	bad, all := 0, a.Bounds().Dx()*a.Bounds().Dy()
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r0, g0, b0, _ := a.At(x, y).RGBA()
			r1, g1, b1, _ := b.At(x, y).RGBA()
			far := func(u, v uint32) bool { return max(u, v)-min(u, v) > 0x3000 }
			if far(r0, r1) || far(g0, g1) || far(b0, b1) {
				bad++
			}
		}
	}
	return float64(bad) / float64(all)
}

// TestAgainstLibrsvg draws each logo of plain shapes as it is and as Parse understood it. Marked as
// visual: skipped without librsvg.
func TestAgainstLibrsvg(t *testing.T) {
	if _, err := exec.LookPath("rsvg-convert"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("rsvg-convert is not installed; .ci/install-tools does that")
		}
		t.Skip("rsvg-convert is not installed; .ci/install-tools does that")
	}
	files, _ := filepath.Glob("testdata/logos/*.svg")
	if len(files) < 6 {
		t.Fatalf("only %d logos", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if !p.Plain() {
			continue // package layout/pdf compares all of them as it draws them
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			want, have := raster(t, data), raster(t, plain(p))
			if d := differ(t, want, have); d > 0.0001 {
				t.Errorf("%.2f %% of the pixels differ; as understood:\n%s", 100*d, plain(p))
			}
			blank := image.NewRGBA(want.Bounds())
			for i := range blank.Pix {
				blank.Pix[i] = 0xFF
			}
			if d := differ(t, blank, have); d < 0.05 {
				t.Errorf("only %.2f %% of the picture is not white", 100*d)
			}
		})
	}
}
