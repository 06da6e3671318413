package pdf

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
	"rapport/charts/vector/svg"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
)

// svgs are drawings: with gradients, clips and masks, and plain ones.
func svgs(t testing.TB) (names []string, data [][]byte) {
	names, _ = filepath.Glob("../../charts/vector/svg/testdata/*/*.svg")
	if len(names) < 14 {
		t.Fatalf("only %d drawings", len(names))
	}
	for _, name := range names {
		data = append(data, pdftest.Read(t, name))
	}
	return names, data
}

// drawings is a page for each of svgs, which stands in its upper left corner. Their colours get inks
// by which a screen and a press show the same hue.
func drawings(t testing.TB) *frame.Document {
	s := newSketch(t)
	names, files := svgs(t)
	for i, data := range files {
		p, err := svg.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", names[i], err)
		}
		p = svg.Scale(p, 240, 240)
		ink := func(c *vector.Color) {
			if c != nil {
				c.C, c.M, c.Y = 100-share(c.R), 100-share(c.G), 100-share(c.B)
				c.Name = fmt.Sprintf("%d %d %d", c.R, c.G, c.B)
			}
		}
		vector.Each(p.Items, func(s *vector.Shape) {
			ink(s.Paint.Fill)
			ink(s.Paint.Stroke)
			for _, g := range []*vector.Gradient{s.Paint.FillGradient, s.Paint.StrokeGradient} {
				for k := 0; g != nil && k < len(g.Stops); k++ {
					ink(&g.Stops[k].Color)
				}
			}
		})
		page := s.page()
		page.Width, page.Height, page.Label = 240, 240, ""
		fig := s.Root.Child(frame.RoleFigure)
		fig.Describe().Alt = filepath.Base(names[i])
		fig.Describe().BBox = &frame.Box{Page: i, Width: p.Width, Height: p.Height}
		if p.Plain() {
			for _, it := range p.Items {
				s.item(fig, frame.Item{Shape: it.Shape})
			}
			continue
		}
		s.item(fig, frame.Item{Drawing: &frame.Drawing{Picture: p}})
	}
	return s.Document
}

func share(v uint8) uint8 { return uint8((int(v)*100 + 127) / 255) }

// librsvg draws an SVG in so many pixels, on white.
func librsvg(t *testing.T, data []byte, size image.Point) image.Image {
	t.Helper()
	cmd := exec.Command(pdftest.Tool(t, "rsvg-convert"), "--background-color=white",
		fmt.Sprintf("--width=%d", size.X), fmt.Sprintf("--height=%d", size.Y))
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// unlike is the share of pixels that differ by more than the smoothing of edges explains: means of
// three by three pixels are compared.
func unlike(a, b image.Image) float64 {
	size := a.Bounds()
	mean := func(m image.Image, x, y int) (c [3]int) {
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				r, g, b, _ := m.At(x+dx, y+dy).RGBA()
				c[0], c[1], c[2] = c[0]+int(r>>8), c[1]+int(g>>8), c[2]+int(b>>8)
			}
		}
		return c
	}
	bad := 0
	for y := 1; y < size.Dy()-1; y++ {
		for x := 1; x < size.Dx()-1; x++ {
			p, q := mean(a, x, y), mean(b, x, y)
			for i := range p {
				if d := p[i] - q[i]; d > 9*48 || d < -9*48 {
					bad++
					break
				}
			}
		}
	}
	return float64(bad) / float64(size.Dx()*size.Dy())
}

// Poppler and MuPDF see in the file what librsvg sees in the SVG.
func TestDrawingsLookRight(t *testing.T) {
	names, data := svgs(t)
	file := pdftest.File(t, "drawings.pdf", render(t, drawings(t)))
	dir := t.TempDir()
	draw := exec.Command(pdftest.Tool(t, "mutool"), "draw", "-q", "-r", "72",
		"-o", filepath.Join(dir, "%d.png"), file)
	if out, err := draw.CombinedOutput(); err != nil {
		t.Fatalf("mutool: %v\n%s", err, out)
	}
	for i, page := range pdftest.Pages(t, file, 72) {
		for reader, drawn := range map[string]string{"poppler": page,
			"mupdf": filepath.Join(dir, fmt.Sprintf("%d.png", i+1))} {
			p, err := svg.Parse(data[i])
			if err != nil {
				t.Fatal(err)
			}
			p = svg.Scale(p, 240, 240)
			size := image.Pt(int(p.Width+0.5), int(p.Height+0.5))
			if share := unlike(librsvg(t, data[i], size), decode(t, drawn)); share > 0.02 {
				t.Errorf("%s, %s: %.2f %% of the pixels differ", filepath.Base(names[i]), reader,
					100*share)
				if keep := os.Getenv("KEEP"); keep != "" {
					name := strings.TrimSuffix(filepath.Base(names[i]), ".svg") + "-" + reader
					name = filepath.Join(keep, name+".png")
					_ = os.WriteFile(name, pdftest.Read(t, drawn), 0o666)
				}
			}
		}
	}
}

// A picture that stands on several pages is one form, and its resources are each there once.
func TestDrawingsAreSharedForms(t *testing.T) {
	one := drawings(t)
	again := drawings(t)
	for _, page := range one.Pages {
		it := page.Items[0]
		if it.Drawing == nil {
			continue
		}
		it.Tag = nil
		page.Items = append(page.Items, it, it)
	}
	count := func(d *frame.Document) int {
		return bytes.Count(render(t, d), []byte("/Subtype/Form"))
	}
	if a, b := count(one), count(again); a != b || a < 20 {
		t.Errorf("%d forms, %d when painted once", a, b)
	}
}
