package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content/picture/container"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/press"
)

// quarters are the colours of the quarters of every test picture.
var quarters = [4]color.NRGBA{{200, 30, 40, 255}, {20, 120, 220, 255}, {240, 240, 240, 255},
	{10, 90, 30, 255}}

func quarter(x, y, w, h int) color.NRGBA { return quarters[2*(2*y/h)+2*x/w] }

// paintQuarters fills a picture.
func paintQuarters(set func(x, y int, c color.NRGBA), w, h int) {
	for y := range h {
		for x := range w {
			set(x, y, quarter(x, y, w, h))
		}
	}
}

func encodePNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodeJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 98}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type kindOfImage struct {
	name string
	data []byte
	gray bool
}

// kinds is one file of every kind that images come in.
func kinds(t testing.TB) []kindOfImage {
	const w, h = 32, 24
	box := image.Rect(0, 0, w, h)
	nrgba, rgb, rgb16 := image.NewNRGBA(box), image.NewRGBA(box), image.NewRGBA64(box)
	gray, gray16 := image.NewGray(box), image.NewGray16(box)
	indexed := image.NewPaletted(box,
		color.Palette{quarters[0], quarters[1], quarters[2], quarters[3]})
	glass := image.NewPaletted(box,
		color.Palette{quarters[0], quarters[1], quarters[2], quarters[3], color.NRGBA{0, 0, 0, 0}})
	paintQuarters(func(x, y int, c color.NRGBA) {
		for _, img := range []interface{ Set(int, int, color.Color) }{rgb, rgb16, gray, gray16,
			indexed, glass} {
			img.Set(x, y, c)
		}
		if c.A = 255; x%8 == 4 || x%8 == 5 { // stripes that let the white page through
			c.A = 0
		}
		nrgba.Set(x, y, c)
	}, w, h)
	glass.SetColorIndex(0, 0, 4)
	return []kindOfImage{
		{"rgb.png", encodePNG(t, rgb), false}, {"rgb16.png", encodePNG(t, rgb16), false},
		{"alpha.png", encodePNG(t, nrgba), false},
		{"gray.png", encodePNG(t, gray), true}, {"gray16.png", encodePNG(t, gray16), true},
		{"indexed.png", encodePNG(t, indexed), false}, {"glass.png", encodePNG(t, glass), false},
		{"rgb.jpeg", encodeJPEG(t, rgb), false}, {"gray.jpeg", encodeJPEG(t, gray), true},
	}
}

// pictures is a page with an image of every kind, 80 by 60 pt, four in a row, and one of them
// twice.
func pictures(t testing.TB) *frame.Document {
	s := newSketch(t)
	p := s.page()
	list := kinds(t)
	list = append(list, list[0])
	for i, k := range list {
		fig := s.Root.Child(frame.RoleFigure)
		fig.Describe().Alt = k.name
		x, y := 40+100*fonts.Pt(i%4), 40+100*fonts.Pt(i/4)
		fig.Describe().BBox = &frame.Box{X: x, Y: y, Width: 80, Height: 60}
		s.item(fig,
			frame.Item{Image: &frame.Image{X: x, Y: y, Width: 80, Height: 60, Data: k.data}})
	}
	s.shape(nil, vector.Rect(40, 400, 10, 10), vector.Paint{Fill: &red})
	p.Label = ""
	return s.Document
}

// Every image shows its four colours where they belong.
func TestImagesLookRight(t *testing.T) {
	list := kinds(t)
	page := pdftest.Pages(t, pdftest.File(t, "images.pdf", render(t, pictures(t))), 72)[0]
	img := decode(t, page)
	for i, k := range list {
		left, top := 40+100*(i%4), 40+100*(i/4)
		for q, want := range quarters {
			x, y := left+22+40*(q%2), top+15+30*(q/2) // within a quarter and beside the stripes
			if k.gray {
				g := color.GrayModel.Convert(want).(color.Gray).Y
				want = color.NRGBA{g, g, g, 255}
			}
			if got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA); far(got, want) {
				t.Errorf("%s, quarter %d: %v, want %v", k.name, q, got, want)
			}
		}
	}
	white := color.NRGBA{255, 255, 255, 255}
	if got := color.NRGBAModel.Convert(img.At(252, 45)).(color.NRGBA); far(got, white) {
		t.Errorf("alpha.png: a transparent stripe is %v", got)
	}
}

// A picture that says which side is up is shown upright, PNG and JPEG alike, on the screen and on
// the press.
func TestTurnedImages(t *testing.T) {
	const w, h = 40, 24
	upright := image.NewNRGBA(image.Rect(0, 0, w, h))
	paintQuarters(func(x, y int, c color.NRGBA) { upright.Set(x, y, c) }, w, h)
	s := newSketch(t)
	s.page()
	for o := container.Upright; o <= 8; o++ {
		stored := storedAs(upright, o)
		for row, data := range [][]byte{
			withExif(encodePNG(t, stored), o), withExif(encodeJPEG(t, stored), o),
		} {
			fig := s.Root.Child(frame.RoleFigure)
			fig.Describe().Alt = "Bilde"
			s.item(fig, frame.Item{Image: &frame.Image{X: 20 + 60*fonts.Pt(o-1),
				Y: 40 + 60*fonts.Pt(row), Width: w, Height: h, Data: data}})
		}
	}
	for name, data := range map[string][]byte{
		"screen": render(t, s.Document), "press": printed(t, s.Document),
	} {
		file := pdftest.File(t, name+".pdf", data)
		pages := pdftest.Pages(t, file, 72)
		img := decode(t, pages[len(pages)-1]) // the press has blank ones before it
		margin := 0
		if name == "press" {
			margin = int(math.Round(float64(press.Margin(mm(3)))))
		}
		for i := range 16 {
			for q, want := range quarters {
				x := margin + 20 + 60*(i%8) + w/4 + w/2*(q%2)
				y := margin + 40 + 60*(i/8) + h/4 + h/2*(q/2)
				got := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
				if name == "screen" && far(got, want) || name == "press" && nearest(got) != q {
					t.Errorf("%s, orientation %d, row %d, quarter %d: %v, want %v", name, i%8+1, i/8,
						q, got, want)
				}
			}
		}
	}
}

// nearest is the quarter whose colour is most like one.
func nearest(c color.NRGBA) int {
	away := func(q color.NRGBA) int {
		square := func(a, b uint8) int { return (int(a) - int(b)) * (int(a) - int(b)) }
		return square(c.R, q.R) + square(c.G, q.G) + square(c.B, q.B)
	}
	best := 0
	for i, q := range quarters {
		if away(q) < away(quarters[best]) {
			best = i
		}
	}
	return best
}

// storedAs is a picture as a camera stores it that is held in one of eight ways.
func storedAs(upright image.Image, o container.Orientation) image.Image {
	w, h := o.Shown(upright.Bounds().Dx(), upright.Bounds().Dy())
	stored := image.NewNRGBA(image.Rect(0, 0, w, h))
	m := o.Matrix()
	for y := range h {
		for x := range w {
			u, v := (float64(x)+.5)/float64(w), 1-(float64(y)+.5)/float64(h)
			shownX := (m[0]*u + m[2]*v + m[4]) * float64(upright.Bounds().Dx())
			shownY := (1 - m[1]*u - m[3]*v - m[5]) * float64(upright.Bounds().Dy())
			stored.Set(x, y, upright.At(int(shownX), int(shownY)))
		}
	}
	return stored
}

// withExif is a PNG or JPEG with an orientation.
func withExif(file []byte, o container.Orientation) []byte {
	exif := []byte("II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00")
	exif = append(exif, byte(o), 0, 0, 0)
	if bytes.HasPrefix(file, []byte(container.JPEGStart)) {
		body := append([]byte("Exif\x00\x00"), exif...)
		head := []byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(body) + 2)}
		return slices.Concat(head, body, file[2:])
	}
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(exif))), "eXIf"...)
	chunk = append(chunk, exif...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return slices.Concat(file[:33], chunk, file[33:])
}

func far(a, b color.NRGBA) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) > 6 }
	return d(a.R, b.R) || d(a.G, b.G) || d(a.B, b.B)
}

func decode(t *testing.T, file string) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(pdftest.Read(t, file)))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// Images without transparency go into the file as they are, and each once.
func TestImagesAreTakenOver(t *testing.T) {
	data := render(t, pictures(t))
	for _, k := range kinds(t) {
		if strings.HasSuffix(k.name, ".jpeg") && bytes.Count(data, k.data) != 1 {
			t.Errorf("%s is in the file %d times", k.name, bytes.Count(data, k.data))
		}
	}
	p, err := container.ReadPNG(kinds(t)[0].data)
	if err != nil || bytes.Count(data, bytes.Join(p.Rows, nil)) != 1 {
		t.Errorf("the rows of rgb.png are not in the file, or more than once (%v)", err)
	}
}

func TestBrokenImages(t *testing.T) {
	for _, k := range kinds(t) {
		for _, cut := range []int{4, 20, 60, len(k.data) / 2} {
			if _, err := readImage(k.data[:cut], false); err == nil {
				t.Errorf("%s cut to %d bytes is no error", k.name, cut)
			}
		}
	}
	rows := bytes.Clone(kinds(t)[0].data)
	at := bytes.Index(rows, []byte("IDAT")) + 4
	for i := range 20 {
		rows[at+10+i] ^= 0x55
	}
	if _, err := readImage(rows, false); err == nil {
		t.Error("damaged rows are no error")
	}
}

func TestHugeImages(t *testing.T) {
	data := bytes.Clone(kinds(t)[2].data)
	header := data[len(container.PNGSignature)+4:] // its kind, its 13 bytes, its sum
	copy(header[4:], "\x00\x00\x40\x00\x00\x00\x40\x00")
	binary.BigEndian.PutUint32(header[17:], crc32.ChecksumIEEE(header[:17]))
	if _, err := readImage(data, false); err == nil ||
		!strings.Contains(err.Error(), "16384 by 16384 pixels") {
		t.Errorf("268 megapixels: %v", err)
	}
}

// FuzzImage: no file makes readImage panic.
func FuzzImage(f *testing.F) {
	for _, k := range kinds(f) {
		f.Add(k.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := readImage(data, false); err == nil && (r.width < 1 || r.height < 1) {
			t.Errorf("an image of %d by %d", r.width, r.height)
		}
	})
}

// inks makes a CMYK JPEG file with Ghostscript, as programs for print do: with Adobe's marker, ink
// inverted, and a colour profile. Its quarters have about the colours of the others.
func inks(t *testing.T) []byte {
	script := pdftest.File(t, "inks.ps", []byte(`<</PageSize [32 24]>> setpagedevice
		0 .95 .9 .1 setcmykcolor 0 12 16 12 rectfill
		.85 .5 0 0 setcmykcolor 16 12 16 12 rectfill
		0 0 0 .06 setcmykcolor 0 0 16 12 rectfill
		.9 .2 1 .5 setcmykcolor 16 0 16 12 rectfill showpage`))
	out := pdftest.File(t, "inks.jpeg", nil)
	program := pdftest.Tool(t, "gs")
	if b, err := exec.Command(program, "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=jpegcmyk",
		"-dJPEGQ=95", "-r72",
		"-sOutputFile="+out, script).CombinedOutput(); err != nil {
		t.Fatalf("gs: %v\n%s", err, b)
	}
	return pdftest.Read(t, out)
}

// withoutProfile drops the APP2 segments of a JPEG file.
func withoutProfile(data []byte) []byte {
	out := bytes.Clone(data[:2])
	for at := 2; ; {
		size := 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if data[at+1] == 0xDA {
			return append(out, data[at:]...)
		}
		if data[at+1] != 0xE2 {
			out = append(out, data[at:at+size]...)
		}
		at += size
	}
}

// A CMYK JPEG with a profile is taken over with it; without one it becomes RGB.
func TestInks(t *testing.T) {
	with := inks(t)
	without := withoutProfile(with)
	r, err := readImage(with, false)
	if err != nil || r.components != 4 || r.profile == nil || !r.inverted {
		t.Fatalf("%d components, a profile of %d bytes, inverted %v, %v", r.components,
			len(r.profile), r.inverted, err)
	}
	if r, err = readImage(without, false); err != nil || r.components != 3 || r.filter != "" {
		t.Fatalf("without profile: %d components, %q, %v", r.components, r.filter, err)
	}
	s := newSketch(t)
	s.page()
	for i, data := range [][]byte{with, without} {
		fig := s.Root.Child(frame.RoleFigure)
		fig.Describe().Alt = "Fire farger"
		s.item(fig, frame.Item{Image: &frame.Image{X: 40 + 100*fonts.Pt(i), Y: 40, Width: 80,
			Height: 60, Data: data}})
	}
	file := pdftest.File(t, "inks.pdf", render(t, s.Document))
	img := decode(t, pdftest.Pages(t, file, 72)[0])
	for i := range 2 {
		for q, want := range quarters {
			got := color.NRGBAModel.Convert(img.At(60+100*i+40*(q%2), 55+30*(q/2))).(color.NRGBA)
			for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G),
				int(got.B) - int(want.B)} {
				if d < -75 || d > 75 {
					t.Errorf("image %d, quarter %d: %v, want about %v", i, q, got, want)
					break
				}
			}
		}
	}
	pdftest.VeraPDF(t, []string{file}, "3a")
	pdftest.Mutool(t, file)
}
