package container

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
)

// corner is a picture of 16 by 8 pixels whose upper left quarter is red.
func corner() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 16, 8))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	red := image.NewUniform(color.RGBA{200, 0, 0, 255})
	draw.Draw(img, image.Rect(0, 0, 8, 4), red, image.Point{}, draw.Src)
	return img
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What cameras and programs note in a JPEG is not kept, and what says how its pixels look is.
func TestJPEGKeepsPixelsAlone(t *testing.T) {
	plain := jpegOf(t, corner())
	segment := func(marker byte, body string) string {
		return string([]byte{0xFF, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}) + body
	}
	noted := "\xFF\xD8" + segment(0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00") +
		segment(0xE1, "Exif\x00\x00 where it was taken") + segment(0xED, "Photoshop 3.0 a name") +
		segment(0xFE, "a comment") + segment(0xEE, "Adobe\x00\x64\x00\x00\x00\x00\x01") +
		string(plain[2:]) + "what follows the end"
	j, err := ReadJPEG([]byte(noted))
	if err != nil || j.Doubtful || !j.Adobe {
		t.Fatalf("%+v, %v", j, err)
	}
	for _, word := range []string{"where", "name", "comment", "follows"} {
		if bytes.Contains(j.Data, []byte(word)) {
			t.Errorf("%q is kept", word)
		}
	}
	for _, word := range []string{"JFIF", "Adobe"} {
		if !bytes.Contains(j.Data, []byte(word)) {
			t.Errorf("%q is not kept", word)
		}
	}
	if _, err := j.Decode(); err != nil {
		t.Error(err)
	}
	if j, _ := ReadJPEG(plain); !bytes.Equal(j.Data, plain) {
		t.Error("a file of pixels alone is changed")
	}
}

// A JPEG that breaks the rules is read as libjpeg reads it, and what is kept of it is whole.
func TestMendedJPEG(t *testing.T) {
	plain := string(jpegOf(t, corner()))
	for name, c := range map[string]struct {
		file     string
		doubtful bool
	}{
		"bytes between": {strings.Replace(plain, "\xFF\xC0", "\x00between\xFF\xC0", 1), false},
		"bytes at once": {"\xFF\xD8\x00" + plain[2:], true},
		"no end":        {plain[:len(plain)-2], true},
		"half an end":   {plain[:len(plain)-1], true},
	} {
		j, err := ReadJPEG([]byte(c.file))
		if err != nil || j.Doubtful != c.doubtful {
			t.Errorf("%s: %+v, %v", name, j, err)
			continue
		}
		img, err := j.Decode()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if r, g, _, _ := img.At(2, 2).RGBA(); r>>8 < 150 || g>>8 > 60 {
			t.Errorf("%s: the corner is %v", name, img.At(2, 2))
		}
		if again, err := ReadJPEG(j.Data); err != nil || again.Doubtful {
			t.Errorf("%s: what is kept is %+v, %v", name, again, err)
		}
	}
	progressive := strings.Replace(plain, "\xFF\xC0", "\xFF\xC2", 1)
	if _, err := ReadJPEG([]byte(progressive[:len(progressive)-2])); err == nil {
		t.Error("a progressive file without end is whole")
	}
}

// A JPEG of inks without Adobe's mark has 255 for full ink, one with it for none.
func TestInksWithoutMark(t *testing.T) {
	with := inks(t)
	at := bytes.Index(with, []byte("Adobe")) - 4
	bare := slices.Concat(with[:at], with[at+16:])
	for name, c := range map[string]struct {
		file []byte
		mark bool
		want [4]uint8
	}{
		"with": {with, true, [4]uint8{0, 64, 128, 255}},
		"bare": {bare, false, [4]uint8{255, 191, 127, 0}},
	} {
		j, err := ReadJPEG(c.file)
		if err != nil || j.Components != 4 || j.Adobe != c.mark {
			t.Fatalf("%s: %+v, %v", name, j, err)
		}
		img, err := j.Decode()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i, v := range img.(*image.CMYK).Pix[:4] {
			if d := int(v) - int(c.want[i]); d < -2 || d > 2 {
				t.Errorf("%s: ink %d is %d, want %d", name, i, v, c.want[i])
			}
		}
	}
}

// inks is a JPEG of 8 by 8 pixels in CMYK, as programs for print write it, all of one colour: 0,
// 64, 128, 255. It was made with Pillow for this test.
func inks(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/inks.jpg")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Orientation's matrix shows what its name says: corners of the stored picture land where Exif
// wants them.
func TestOrientation(t *testing.T) {
	// Where the stored upper left and upper right corners are shown, (x, y) with y upwards.
	for o, want := range map[Orientation][2][2]float64{
		1: {{0, 1}, {1, 1}}, 2: {{1, 1}, {0, 1}}, 3: {{1, 0}, {0, 0}}, 4: {{0, 0}, {1, 0}},
		5: {{0, 1}, {0, 0}}, 6: {{1, 1}, {1, 0}}, 7: {{1, 0}, {1, 1}}, 8: {{0, 0}, {0, 1}},
	} {
		m := o.Matrix()
		at := func(x, y float64) [2]float64 {
			return [2]float64{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]}
		}
		if have := [2][2]float64{at(0, 1), at(1, 1)}; have != want {
			t.Errorf("%d: %v, want %v", o, have, want)
		}
		if w, h := o.Shown(3, 2); (w == 2 && h == 3) != (o >= 5) {
			t.Errorf("%d: 3 × 2 is shown as %d × %d", o, w, h)
		}
	}
}

// Every kind of PNG that the standard library writes is read, and decoded to the same pixels.
func TestPNGDecodes(t *testing.T) {
	size := image.Rect(0, 0, 19, 11)
	for name, img := range map[string]draw.Image{
		"gray": image.NewGray(size), "gray16": image.NewGray16(size), "rgba": image.NewNRGBA(size),
		"rgba64":  image.NewNRGBA64(size),
		"indexed": image.NewPaletted(size, color.Palette{color.White, color.Black, color.Transparent}),
	} {
		for i := range 209 {
			v := uint8(i * 7)
			img.Set(i%19, i/19, color.NRGBA{v, 255 - v, v / 2, 255 - v/3})
		}
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		p, err := ReadPNG(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if odd, err := p.Check(); odd || err != nil {
			t.Errorf("%s: odd %t, %v", name, odd, err)
		}
		have, err := p.Decode()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i := range 209 {
			have, want := rgba(have.At(i%19, i/19)), rgba(img.At(i%19, i/19))
			if have != want {
				t.Errorf("%s: pixel %d is %v, want %v", name, i, have, want)
				break
			}
		}
	}
}

func rgba(c color.Color) [4]uint32 {
	r, g, b, a := c.RGBA()
	return [4]uint32{r, g, b, a}
}

// The passes of an interlaced picture have all of its pixels.
func TestPasses(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {2, 3}, {8, 8}, {9, 17}, {33, 5}} {
		sum := 0
		for _, p := range adam7 {
			w, h := p.size(size[0], size[1])
			sum += w * h
		}
		if sum != size[0]*size[1] {
			t.Errorf("%v: %d pixels", size, sum)
		}
	}
}

// FuzzContainer: whatever is read can be read again from what is kept, or decodes to its size or
// not at all.
func FuzzContainer(f *testing.F) {
	f.Add(jpegOf(f, corner()))
	f.Add(inks(f))
	var b bytes.Buffer
	if err := png.Encode(&b, corner()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		var img image.Image
		var w, h int
		switch {
		case bytes.HasPrefix(data, []byte(PNGSignature)):
			p, err := ReadPNG(data)
			if err != nil || p.Width > 2000 || p.Height > 2000 {
				return
			}
			if w, h = p.Width, p.Height; !checks(p) {
				return
			}
			if img, err = p.Decode(); err != nil {
				t.Fatalf("rows that are whole do not decode: %v", err)
			}
		case bytes.HasPrefix(data, []byte(JPEGStart)):
			j, err := ReadJPEG(data)
			if err != nil || j.Width > 2000 || j.Height > 2000 {
				return
			}
			again, err := ReadJPEG(j.Data)
			if err != nil || again.Width != j.Width || again.Height != j.Height || again.endless {
				t.Fatalf("what is kept is %+v, %v", again, err)
			}
			w, h = j.Width, j.Height
			if img, err = j.Decode(); err != nil {
				return
			}
		default:
			return
		}
		if size := img.Bounds().Size(); size != image.Pt(w, h) {
			t.Fatalf("%v, not %d × %d", size, w, h)
		}
	})
}

func checks(p *PNG) bool {
	_, err := p.Check()
	return err == nil
}
