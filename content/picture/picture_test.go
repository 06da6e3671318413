package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/picture/container"
)

// pngFile is a PNG of a size.
func pngFile(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	pixels := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.White, color.Black})
	if err := png.Encode(&b, pixels); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFile(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = byte(i * i >> 3) // noise, so that there are stuffed bytes among the samples
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withHeader is a PNG whose header says another size or form, its sum corrected.
func withHeader(file []byte, change func(ihdr []byte)) []byte {
	file = bytes.Clone(file)
	change(file[16:29])
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[12:29]))
	return file
}

// resized is a PNG that says that it is larger.
func resized(file []byte, w, h uint32) []byte {
	return withHeader(file, func(b []byte) {
		binary.BigEndian.PutUint32(b, w)
		binary.BigEndian.PutUint32(b[4:], h)
	})
}

// patched is a file with other bytes at the first place of some.
func patched(file []byte, old, new string) []byte {
	return bytes.Replace(file, []byte(old), []byte(new), 1)
}

// withChunk is a PNG with another chunk before its pixels.
func withChunk(file []byte, kind string, body []byte) []byte {
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), kind...)
	chunk = append(chunk, body...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	at := bytes.Index(file, []byte("IDAT")) - 4
	return slices.Concat(file[:at], chunk, file[at:])
}

// withRows is a PNG with other rows.
func withRows(file, rows []byte) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(rows)
	w.Close()
	file = withChunk(file, "IDAT", z.Bytes())
	second := bytes.LastIndex(file, []byte("IDAT")) - 4
	return slices.Concat(file[:second], file[len(file)-12:])
}

// blank is a white PNG of a bit for each pixel.
func blank(w, h int) []byte {
	head := slices.Concat([]byte(container.PNGSignature+"\x00\x00\x00\x0DIHDR"), make([]byte, 17),
		[]byte("\x00\x00\x00\x00IDAT\x00\x00\x00\x00"), []byte("\x00\x00\x00\x00IEND\xAE\x42\x60\x82"))
	head = withHeader(head, func(b []byte) { b[8] = 1 })
	return withRows(resized(head, uint32(w), uint32(h)), make([]byte, h*(1+(w+7)/8)))
}

// exif is a JPEG with an orientation.
func exif(file []byte, order string, orientation uint16) []byte {
	b := append([]byte("Exif\x00\x00"), exifData(order, orientation)...)
	out := append([]byte("\xFF\xD8\xFF\xE1"), byte((len(b)+2)>>8), byte(len(b)+2))
	return append(append(out, b...), file[2:]...)
}

// exifData is an orientation as Exif has it.
func exifData(order string, orientation uint16) []byte {
	var o binary.AppendByteOrder = binary.BigEndian
	if order == "II" {
		o = binary.LittleEndian
	}
	b := o.AppendUint32(o.AppendUint16([]byte(order), 42), 8)
	b = o.AppendUint16(b, 1)
	b = o.AppendUint32(o.AppendUint16(o.AppendUint16(b, 0x0112), 3), 1)
	return o.AppendUint32(o.AppendUint16(o.AppendUint16(b, orientation), 0), 0)
}

// samples are files of every kind, good and bad, by name.
func samples(t *testing.T) map[string][]byte {
	p, j := pngFile(t, 30, 20), jpegFile(t, 33, 17)
	const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5.5"><g/></svg>`
	sof := func(change string) []byte {
		return patched(j, "\xFF\xC0\x00\x11\x08\x00\x11\x00\x21", change)
	}
	return map[string][]byte{
		"a.png":    p,
		"b.jpg":    j,
		"c.svg":    []byte(svg),
		"png.jpg":  p,
		"jpeg":     j,
		"more.png": append(bytes.Clone(p), "more"...),
		"bom.svg":  []byte("\uFEFF\n<!-- a --><svg xmlns='http://www.w3.org/2000/svg' width='2in' height='1cm'/>"),
		"one.svg":  []byte("<svg xmlns='http://www.w3.org/2000/svg' width='50%' height='11' viewBox='0,0,20,10'/>"),

		"progressive.jpg": sof("\xFF\xC2\x00\x11\x08\x00\x11\x00\x21"),
		"upright.jpg":     exif(j, "II", 1),
		"arithmetic.jpg":  sof("\xFF\xC9\x00\x11\x08\x00\x11\x00\x21"),
		"twelve.jpg":      sof("\xFF\xC1\x00\x11\x0C\x00\x11\x00\x21"),
		"flat.jpg":        sof("\xFF\xC0\x00\x11\x08\x00\x00\x00\x21"),
		"short.jpg":       sof("\xFF\xC0\x00\x11\x08\x00\x11\x00\x21")[:len(j)/2],
		"noend.jpg":       j[:len(j)-2],
		"half.jpg":        append(j[:len(j)/2:len(j)/2], 0xFF),
		"between.jpg":     patched(j, "\xFF\xDB", "between\xFF\xDB"),
		"filled.jpg":      patched(j, "\xFF\xDB", "\xFF\xFF\xFF\xDB"),
		"ninth.jpg":       exif(j, "II", 9),
		"turned.jpg":      exif(j, "II", 6),
		"mirrored.jpg":    exif(j, "MM", 2),
		"head.jpg":        j[:3],
		"nopixels.jpg":    []byte("\xFF\xD8\xFF\xD9"),
		"nosize.jpg":      patched(j, "\xFF\xC0", "\xFF\xE5"),

		"cut.png":       p[:len(p)-17],
		"noend.png":     p[:len(p)-12],
		"sum.png":       patched(p, "IDAT", "ADAT"),
		"empty.png":     {},
		"signature.png": p[:8],
		"zero.png":      resized(p, 0, 5),
		"limit.png":     blank(10_000, 5_000),
		"spare.png":     withRows(p, append(bytes.Repeat(make([]byte, 5), 20), "spare"...)),
		"few.png":       withRows(p, bytes.Repeat(make([]byte, 5), 19)),
		"filter.png":    withRows(p, bytes.Repeat([]byte{5, 0, 0, 0, 0}, 20)),
		"exif.png":      withChunk(p, "eXIf", exifData("MM", 8)),
		"odd.png":       patched(withChunk(p, "tEXt", []byte("words")), "words", "Words"),
		"huge.png":      resized(p, 10_000, 5_001),
		"vast.png":      resized(p, 1<<31-1, 1<<31-1),
		"depth.png":     withHeader(p, func(b []byte) { b[8] = 3 }),
		"bytes.png":     append(bytes.Clone(p), make([]byte, maxImageBytes)...),

		"x.gif":     []byte("GIF89a"),
		"x.webp":    []byte("RIFF\x00\x00\x00\x00WEBPVP8 "),
		"x.heic":    []byte("\x00\x00\x00\x18ftypheic\x00"),
		"x.pdf":     []byte("%PDF-1.7"),
		"x.jp2":     []byte("\x00\x00\x00\x0CjP  \r\n\x87\n"),
		"x.jxl":     []byte("\xFF\x0A\x00\x00"),
		"utf16.svg": []byte("\xFF\xFE<\x00s\x00v\x00g\x00"),
		"latin.svg": []byte("<?xml version='1.0' encoding='iso-8859-1'?><svg xmlns='http://www.w3.org/2000/svg' " +
			"width='5' height='6'><title>bl\xE5</title></svg>"),
		"phone.png":   slices.Concat(p[:8], withChunk(p, "CgBI", []byte{80, 0, 32, 6})[bytes.Index(p, []byte("IDAT"))-4:]),
		"lfs.png":     []byte("version https://git-lfs.github.com/spec/v1\n"),
		"text.png":    []byte("hei"),
		"page.svg":    []byte("<html/>"),
		"x.svgz":      []byte("\x1F\x8B\x08"),
		"cut.svg":     []byte(svg[:len(svg)-8]),
		"end.svg":     []byte(strings.Replace(svg, "<g/>", "<g></h>", 1)),
		"nosize.svg":  []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"),
		"doctype.svg": []byte("<?xml version='1.0'?>\n<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg[21:]),
		"entity.svg": []byte(`<!DOCTYPE svg [<!ENTITY s "http://www.w3.org/2000/svg">` +
			`<!ENTITY w '3'>]><svg xmlns="&s;" width="&w;" height="4"/>`),
		"plain.svg": []byte("<svg viewBox='0 0 1 1'/>"),
		"xml.svg":   []byte("<?xml version='1.0'?><a/>"),
		"large.svg": []byte("<svg>" + strings.Repeat(" ", maxDrawing)),
		"vast.svg":  []byte("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e9 5'/>"),
	}
}

func TestRead(t *testing.T) {
	files := samples(t)
	tests := []struct {
		name          string
		kind          string
		width, height int
		text, hint    string // contained
	}{
		{"images/a.png", "png", 30, 20, "", ""},
		{"images/png.jpg", "png", 30, 20, "", ""},
		{"images/more.png", "png", 30, 20, "", ""},
		{"images/limit.png", "png", 10_000, 5_000, "", ""},
		{"images/spare.png", "png", 30, 20, "", ""},
		{"images/odd.png", "png", 30, 20, "", ""},
		{"images/exif.png", "png", 20, 30, "", ""},
		{"images/between.jpg", "jpeg", 33, 17, "", ""},
		{"images/filled.jpg", "jpeg", 33, 17, "", ""},
		{"images/ninth.jpg", "jpeg", 33, 17, "", ""},
		{"images/b.jpg", "jpeg", 33, 17, "", ""},
		{"images/jpeg", "jpeg", 33, 17, "", ""},
		{"images/progressive.jpg", "jpeg", 33, 17, "", ""},
		{"images/upright.jpg", "jpeg", 33, 17, "", ""},
		{"images/c.svg", "svg", 10, 6, "", ""},
		{"images/bom.svg", "svg", 192, 38, "", ""},
		{"images/one.svg", "svg", 22, 11, "", ""},
		{"images/doctype.svg", "svg", 10, 6, "", ""},
		{"images/entity.svg", "svg", 3, 4, "", ""},

		{"", "", 0, 0, "leads out of the folder", "below the folder"},
		{".", "", 0, 0, "leads out of the folder", ""},
		{"../a.png", "", 0, 0, `"../a.png" leads out of the folder`, ""},
		{"images/../../a.png", "", 0, 0, "leads out of the folder", ""},
		{"/etc/passwd", "", 0, 0, "leads out of the folder", ""},
		{`images\a.png`, "", 0, 0, "leads out of the folder", "with slashes"},
		{"a.png", "", 0, 0, `there is no file "a.png"`, ""},
		{"images/aa.png", "", 0, 0, `there is no file "images/aa.png"`, `did you mean "a.png"?`},
		{"bilder/a.png", "", 0, 0, `there is no file "bilder/a.png"`,
			`no folder "2021/x/bilder" either`},
		{"images", "", 0, 0, `"images" is a folder`, ""},
		{"images/empty.png", "", 0, 0, `"images/empty.png" is empty`, ""},
		{"images/bytes.png", "", 0, 0, "has 16.0 MiB, 16 at most", "smaller"},
		{"images/huge.png", "", 0, 0, "has 50.0 megapixels (10000 × 5001), 50 at most", "smaller"},
		{"images/vast.png", "", 0, 0, "megapixels (2147483647 × 2147483647)", ""},

		{"images/cut.png", "", 0, 0, `"images/cut.png" is cut off`, ""},
		{"images/noend.png", "png", 30, 20, "", ""},
		{"images/signature.png", "", 0, 0, "is cut off", ""},
		{"images/sum.png", "", 0, 0, `is broken: the sum of its chunk "ADAT" is wrong`, "again"},
		{"images/few.png", "", 0, 0, "is cut off", ""},
		{"images/filter.png", "", 0, 0, "a row has no filter that PNG has", "again"},
		{"images/zero.png", "", 0, 0, "a size of 0 × 5", ""},
		{"images/depth.png", "", 0, 0, "its header says nothing that PNG has", ""},

		{"images/short.jpg", "", 0, 0, "is cut off", ""},
		{"images/noend.jpg", "jpeg", 33, 17, "", ""},
		{"images/half.jpg", "", 0, 0, "is cut off", ""},
		{"images/head.jpg", "", 0, 0, "is cut off", ""},
		{"images/nopixels.jpg", "", 0, 0, "is broken: it has no pixels", ""},
		{"images/nosize.jpg", "", 0, 0, "does not say its size before its pixels", ""},
		{"images/flat.jpg", "", 0, 0, "a size of 33 × 0", ""},
		{"images/arithmetic.jpg", "", 0, 0, "a kind that PDF does not have", "ordinary JPEG"},
		{"images/twelve.jpg", "", 0, 0, "a JPEG of 12 bits", ""},
		{"images/turned.jpg", "jpeg", 17, 33, "", ""},
		{"images/mirrored.jpg", "jpeg", 33, 17, "", ""},

		{"images/x.gif", "", 0, 0, "is a GIF", "PNG, JPEG or SVG"},
		{"images/x.webp", "", 0, 0, "is a WebP", ""},
		{"images/x.heic", "", 0, 0, "is a HEIC", ""},
		{"images/x.pdf", "", 0, 0, "is a PDF", ""},
		{"images/x.jp2", "", 0, 0, "is a JPEG 2000", ""},
		{"images/x.jxl", "", 0, 0, "is a JPEG XL", ""},
		{"images/utf16.svg", "", 0, 0, "in UTF-16", ""},
		{"images/latin.svg", "svg", 5, 6, "", ""},
		{"images/phone.png", "", 0, 0, "as iPhones keep it", "export"},
		{"images/x.svgz", "", 0, 0, "compressed", ""},
		{"images/lfs.png", "", 0, 0, "Git LFS", ""},
		{"images/text.png", "", 0, 0, "no picture that is known", ""},
		{"images/page.svg", "", 0, 0, "a web page", ""},
		{"images/cut.svg", "", 0, 0, "is cut off", ""},
		{"images/end.svg", "", 0, 0, "is broken: element <g> closed by </h> at 1:", ""},
		{"images/nosize.svg", "", 0, 0, "does not say its size", "viewBox"},
		{"images/vast.svg", "", 0, 0, "has a size of 1e+09 × 5", ""},
		{"images/plain.svg", "", 0, 0, "its <svg> has no xmlns", "xmlns="},
		{"images/xml.svg", "", 0, 0, "its root is <a>", ""},
		{"images/large.svg", "", 0, 0, "has 4.0 MiB, an SVG at most 4", ""},
	}
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys["2021/x/images/"+name] = &fstest.MapFile{Data: data}
	}
	used := map[string]bool{}
	for _, tt := range tests {
		used[strings.TrimPrefix(tt.name, "images/")] = true
		t.Run(tt.name, func(t *testing.T) {
			im, text, hint := Read(fsys, "2021/x", tt.name)
			if (im == nil) != (tt.text != "") || (text != "") != (tt.text != "") ||
				!strings.Contains(text, tt.text) || !strings.Contains(hint, tt.hint) {
				t.Fatalf("image %v, %s (%s)\nwant %s (%s)", im != nil, text, hint, tt.text, tt.hint)
			}
			if im == nil {
				return
			}
			if im.Kind != tt.kind || im.Width != tt.width || im.Height != tt.height ||
				im.Name != "2021/x/"+tt.name ||
				!bytes.Equal(im.Data, files[strings.TrimPrefix(tt.name, "images/")]) {
				t.Errorf("%s of %d × %d in %s", im.Kind, im.Width, im.Height, im.Name)
			}
		})
	}
	for name := range files {
		if !used[name] {
			t.Errorf("no test reads %s", name)
		}
	}
}

// TestCutImages: no beginning of a picture is taken for a whole one.
func TestCutImages(t *testing.T) {
	whole := map[string][]byte{
		"x.png": pngFile(t, 30, 20), "x.jpg": jpegFile(t, 33, 17),
		"x.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><path d="M0 0"/></svg>`),
	}
	for name, data := range whole {
		switch name { // pixels end here
		case "x.jpg":
			data = data[:len(data)-3]
		case "x.png":
			data = data[:len(data)-13]
		}
		for n := range data {
			if im, _, _ := Read(fstest.MapFS{name: {Data: data[:n]}}, ".", name); im != nil {
				t.Errorf("%s: %d of %d bytes are read as a picture", name, n, len(data))
			}
		}
	}
}

// FuzzRead: any bytes give a picture with a size, or a text.
func FuzzRead(f *testing.F) {
	f.Add(pngFile(f, 3, 2))
	f.Add(jpegFile(f, 3, 2))
	f.Add(exif(jpegFile(f, 9, 9), "MM", 3))
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"/>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		im, text, _ := Read(fstest.MapFS{"x": {Data: data}}, ".", "x")
		if (im == nil) == (text == "") ||
			im != nil && (im.Width < 1 || im.Height < 1 || im.Kind == "") {
			t.Fatalf("%+v, %q", im, text)
		}
	})
}
