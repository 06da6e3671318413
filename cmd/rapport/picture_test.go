package main

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapport/layout/pdf/pdftest"
)

// How alike a page must be to its picture. Versions of poppler smooth edges differently, which
// moves the shade of edge pixels but not their place. A chart that is gone or has another colour is
// far outside; a line that moves by a point may not be, and is what the golden of the text is for.
const (
	pictureResolution = 40    // dpi
	shadeTolerance    = 48    // of 255, in any channel, before a pixel counts as another
	pixelTolerance    = 0.002 // share of a page's pixels that may be other ones
)

// TestGoldenPictures holds every page of the annual report, as poppler draws it, against
// testdata/golden. Of a page that differs, out/diff holds the page, the golden, and where they
// differ, side by side.
func TestGoldenPictures(t *testing.T) {
	b := annual(t)
	pages := pictures(t, b)
	if len(pages) != len(b.document.Pages) {
		t.Fatalf("poppler draws %d pages of %d", len(pages), len(b.document.Pages))
	}
	if *update {
		_ = os.RemoveAll(b.golden("pages"))
	}
	for i, page := range pages {
		comparePicture(t, b, fmt.Sprintf("page-%02d.png", i+1), page)
	}
	if extra := b.golden(fmt.Sprintf("pages/page-%02d.png", len(pages)+1)); exists(extra) {
		t.Errorf("%s is a picture of a page that is no more", extra)
	}
}

// pictures draws a report's pages.
func pictures(t *testing.T, b built) []image.Image {
	t.Helper()
	var pages []image.Image
	file := pdftest.File(t, b.name+".pdf", b.pdf)
	for _, name := range pdftest.Pages(t, file, pictureResolution) {
		pages = append(pages, readPicture(t, name))
	}
	return pages
}

func comparePicture(t *testing.T, b built, name string, have image.Image) {
	t.Helper()
	golden := b.golden("pages/" + name)
	if *update {
		write(t, golden, encode(t, coarse(have)))
		return
	}
	if !exists(golden) {
		t.Errorf("no %s; make golden writes it", golden)
		return
	}
	want := readPicture(t, golden)
	if have.Bounds() != want.Bounds() {
		t.Errorf("%s: the page is %v, want %v", name, have.Bounds(), want.Bounds())
		return
	}
	changed, where := difference(have, want)
	pixels := have.Bounds().Dx() * have.Bounds().Dy()
	if share := float64(changed) / float64(pixels); share > pixelTolerance {
		kept := filepath.Join("../../out/diff", b.name, name)
		write(t, kept, encode(t, sideBySide(have, want, where)))
		t.Errorf("%s: %.2f %% of the pixels differ, see %s (make golden, if it is meant)",
			name, 100*share, kept)
	}
}

// difference counts the pixels that differ by more than the tolerance, and shows where they are.
func difference(a, b image.Image) (changed int, where image.Image) {
	box := a.Bounds()
	out := image.NewGray(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.SetGray(x, y, color.Gray{0xff})
			if other(a.At(x, y), b.At(x, y)) {
				out.SetGray(x, y, color.Gray{})
				changed++
			}
		}
	}
	return changed, out
}

func other(a, b color.Color) bool {
	far := func(x, y uint32) bool { return max(x, y)-min(x, y) > shadeTolerance<<8 }
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return far(r1, r2) || far(g1, g2) || far(b1, b2)
}

// coarse keeps the upper four bits of each channel and the 256 colours that occur most, which takes
// the goldens to a third; an edge pixel moves by less than the tolerance.
func coarse(m image.Image) image.Image {
	box := m.Bounds()
	seen := map[color.NRGBA]int{}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			seen[fourBits(m.At(x, y))]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(seen), func(a, b color.NRGBA) int {
		return cmp.Or(cmp.Compare(seen[b], seen[a]),
			cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range colours[:min(256, len(colours))] {
		palette = append(palette, c)
	}
	out := image.NewPaletted(box, palette)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			out.Set(x, y, m.At(x, y)) // the nearest
		}
	}
	return out
}

func fourBits(c color.Color) color.NRGBA {
	r, g, b, _ := c.RGBA()
	step := func(v uint32) uint8 { return uint8((v>>8 + 8) / 17 * 17) }
	return color.NRGBA{step(r), step(g), step(b), 0xff}
}

func sideBySide(images ...image.Image) image.Image {
	box := images[0].Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, box.Dx()*len(images), box.Dy()))
	for i, m := range images {
		for y := range box.Dy() {
			for x := range box.Dx() {
				out.Set(i*box.Dx()+x, y, m.At(box.Min.X+x, box.Min.Y+y))
			}
		}
	}
	return out
}

func encode(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readPicture(t *testing.T, name string) image.Image {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return m
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// TestDifference shows what the comparison of pictures sees.
func TestDifference(t *testing.T) {
	page := func(x, width int, shade uint8) image.Image {
		m := image.NewNRGBA(image.Rect(0, 0, 100, 100))
		for y := range 100 {
			for i := range 100 {
				c := color.NRGBA{0xff, 0xff, 0xff, 0xff}
				if i >= x && i < x+width {
					c = color.NRGBA{shade, shade, 0x40, 0xff}
				}
				m.Set(i, y, c)
			}
		}
		return m
	}
	for _, c := range []struct {
		name string
		a, b image.Image
		want int
	}{
		{"same", page(10, 3, 0), page(10, 3, 0), 0},
		{"a shade lighter", page(10, 3, 0), page(10, 3, 40), 0},
		{"another colour", page(10, 3, 0), page(10, 3, 80), 300},
		{"moved by a pixel", page(10, 3, 0), page(11, 3, 0), 200},
		{"coarse", page(10, 3, 0x37), coarse(page(10, 3, 0x37)), 0},
	} {
		if have, _ := difference(c.a, c.b); have != c.want {
			t.Errorf("%s: %d pixels differ, want %d", c.name, have, c.want)
		}
	}
}
