package woff2

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"

	"rapport/fonts"
	"rapport/fonts/sfnt"
	"rapport/fonts/subset"
)

const words = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåéüđŋ0123456789 " +
	"%.,;:–−«»()½😊👍①⇒∈مرحبا שלום"

// encoded is the subset of each face for some words, as TrueType and as WOFF2.
func encoded(t *testing.T) map[string][2][]byte {
	t.Helper()
	files, err := encodedOnce()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var encodedOnce = sync.OnceValues(encodeAll)

func encodeAll() (map[string][2][]byte, error) {
	out := map[string][2][]byte{}
	for _, family := range fonts.Families() {
		for _, weight := range []int{400, 500, 600, 700} {
			for _, italic := range []bool{false, true} {
				f, _ := fonts.Find(family, weight, italic)
				if out[f.PostScript][0] != nil {
					continue
				}
				file, err := subset.Text(f, []rune(words), "tnum")
				if err != nil {
					return nil, err
				}
				packed, err := Encode(file)
				if err != nil {
					return nil, err
				}
				out[f.PostScript] = [2][]byte{file, packed}
			}
		}
	}
	return out, nil
}

// decoder reads a WOFF2 file as its specification says, and no more of it than Encode writes.
type decoder struct {
	b  []byte
	at int
}

func (d *decoder) take(n int) []byte { d.at += n; return d.b[d.at-n : d.at] }
func (d *decoder) u8() int           { return int(d.take(1)[0]) }
func (d *decoder) u16() int          { return int(sfnt.U16(d.take(2), 0)) }
func (d *decoder) u32() int          { return int(sfnt.U32(d.take(4), 0)) }

func (d *decoder) base128() (v int) {
	for {
		b := d.u8()
		v = v<<7 | b&0x7F
		if b < 0x80 {
			return v
		}
	}
}

func (d *decoder) short255() int {
	switch b := d.u8(); b {
	case 253:
		return d.u16()
	case 254:
		return d.u8() + 506
	case 255:
		return d.u8() + 253
	default:
		return b
	}
}

// stream is a table as it stands in the file.
type stream struct {
	version, length int
	data            []byte
}

func decode(t *testing.T, file []byte) map[string]stream {
	t.Helper()
	d := &decoder{b: file}
	if string(d.take(4)) != "wOF2" || d.u32() != 0x00010000 || d.u32() != len(file) {
		t.Fatal("not the head of a WOFF2 file")
	}
	count := d.u16()
	d.take(6) // reserved, and the size of the TrueType file
	compressed := d.u32()
	if version := d.u32(); version != 1<<16 || len(bytes.Trim(d.take(20), "\x00")) > 0 {
		t.Errorf("version %X, or something else behind", version)
	}
	var tags []string
	streams := map[string]stream{}
	sizes := map[string]int{}
	for range count {
		flags := d.u8()
		tag := ""
		if flags&63 == 63 {
			tag = string(d.take(4))
		} else {
			tag = knownTags[flags&63]
		}
		s := stream{version: flags >> 6, length: d.base128()}
		sizes[tag] = s.length
		if outline := tag == "glyf" || tag == "loca"; outline != (s.version != 0) {
			sizes[tag] = d.base128()
		}
		tags, streams[tag] = append(tags, tag), s
	}
	if i := slices.Index(tags, "glyf"); tags[i+1] != "loca" {
		t.Errorf("tables in the order %v", tags)
	}
	body, err := io.ReadAll(brotli.NewReader(bytes.NewReader(d.take(compressed))))
	if err != nil {
		t.Fatal(err)
	}
	if rest := d.b[d.at:]; len(rest) > 3 || len(bytes.Trim(rest, "\x00")) > 0 {
		t.Errorf("% X behind the data", rest)
	}
	for _, tag := range tags {
		s := streams[tag]
		s.data, body = body[:sizes[tag]], body[sizes[tag]:]
		streams[tag] = s
	}
	if len(body) > 0 {
		t.Errorf("%d bytes too many", len(body))
	}
	return streams
}

// outline is a glyph as it is drawn.
type outline struct {
	points   [][]sfnt.Point
	parts    []byte
	box      [4]int
	overlaps bool
}

// glyphs undoes the transformation of glyf.
func glyphs(t *testing.T, table []byte) (out []outline, size int) {
	t.Helper()
	d := &decoder{b: table}
	d.take(2)
	options, count := d.u16(), 0
	count, _ = d.u16(), d.u16()
	var s [7]*decoder // contours, points, flags, glyphs, composites, boxes, instructions
	lengths := [7]int{}
	for i := range lengths {
		lengths[i] = d.u32()
	}
	for i, n := range lengths {
		s[i] = &decoder{b: d.take(n)}
	}
	overlaps := make([]byte, (count+7)/8)
	if options&1 != 0 {
		overlaps = d.take(len(overlaps))
	}
	boxed := s[5].take((count + 31) / 32 * 4)
	for id := range count {
		var o outline
		contours := int(int16(s[0].u16()))
		switch {
		case contours > 0:
			o.points = points(s[1], s[2], s[3], contours)
			s[6].take(s[3].short255())
			o.box = boxOf(o.points)
		case contours < 0:
			record := slices.Concat(make([]byte, 10), s[4].b[s[4].at:])
			for _, next := range sfnt.Components(record) {
				o.parts = record[10:next]
			}
			s[4].take(len(o.parts))
		}
		if boxed[id/8]>>(7-id%8)&1 != 0 {
			for i := range o.box {
				o.box[i] = int(int16(s[5].u16()))
			}
		}
		o.overlaps = overlaps[id/8]>>(7-id%8)&1 != 0
		out = append(out, o)
	}
	for i := range s {
		if s[i].at != len(s[i].b) {
			t.Errorf("stream %d: %d of %d bytes read", i, s[i].at, len(s[i].b))
		}
	}
	return out, d.at
}

// points reads triplets by the table of section 5.2, column by column.
func points(counts, flags, d *decoder, contours int) (out [][]sfnt.Point) {
	x, y := 0, 0
	for range contours {
		var c []sfnt.Point
		for range counts.short255() {
			f := flags.u8()
			on := f < 128
			f &= 127
			dx, dy := 0, 0
			switch {
			case f < 10:
				dy = sign(f, d.u8()+f/2*256)
			case f < 20:
				dx = sign(f, d.u8()+(f-10)/2*256)
			case f < 84:
				b, k := d.u8(), f-20
				dx, dy = sign(f, 1+k/16*16+b>>4), sign(f>>1, 1+k%16/4*16+b&15)
			case f < 120:
				k := f - 84
				dx, dy = sign(f, 1+k/12*256+d.u8()), sign(f>>1, 1+k%12/4*256+d.u8())
			case f < 124:
				a, b, c := d.u8(), d.u8(), d.u8()
				dx, dy = sign(f, a<<4|b>>4), sign(f>>1, b&15<<8|c)
			default:
				dx, dy = sign(f, d.u16()), sign(f>>1, d.u16())
			}
			x, y = x+dx, y+dy
			c = append(c, sfnt.Point{X: x, Y: y, On: on})
		}
		out = append(out, c)
	}
	return out
}

func sign(flag, v int) int {
	if flag&1 == 0 {
		return -v
	}
	return v
}

func boxOf(contours [][]sfnt.Point) [4]int {
	all := slices.Concat(contours...)
	box := [4]int{all[0].X, all[0].Y, all[0].X, all[0].Y}
	for _, p := range all {
		box = [4]int{min(box[0], p.X), min(box[1], p.Y), max(box[2], p.X), max(box[3], p.Y)}
	}
	return box
}

// What is read from a WOFF2 file is what was packed: outlines, metrics, and all other tables as
// they were.
func TestEncode(t *testing.T) {
	overlapping := false
	for name, files := range encoded(t) {
		t.Run(name, func(t *testing.T) {
			tables, err := sfnt.Read(files[0])
			if err != nil {
				t.Fatal(err)
			}
			have := decode(t, files[1])
			if len(have) != len(tables) {
				t.Errorf("%d tables of %d", len(have), len(tables))
			}
			for tag, s := range have {
				switch tag {
				case "glyf", "loca", "hmtx":
				case "head":
					want := bytes.Clone(tables["head"])
					want[16] |= 1 << 3
					if !bytes.Equal(s.data, want) {
						t.Errorf("head % X, want % X", s.data, want)
					}
				default:
					if !bytes.Equal(s.data, tables[tag]) {
						t.Errorf("%s is not as it was", tag)
					}
				}
			}
			o, read := glyphs(t, have["glyf"].data)
			if read != len(have["glyf"].data) || have["loca"].length != len(tables["loca"]) {
				t.Errorf("%d of %d bytes, loca of %d", read, len(have["glyf"].data),
					have["loca"].length)
			}
			in := sfnt.NewOutlines(tables["glyf"], tables["loca"], tables["head"])
			for id, got := range o {
				overlapping = overlapping || got.overlaps
				same(t, id, got, in.Glyph(uint16(id)))
			}
			metrics(t, have["hmtx"], tables, o)
		})
	}
	if !overlapping {
		t.Error("no glyph with contours over each other: this shows less than it seems to")
	}
}

func same(t *testing.T, id int, have outline, record []byte) {
	t.Helper()
	var want outline
	if len(record) > 0 {
		for i := range want.box {
			want.box[i] = sfnt.I16(record, 2+2*i)
		}
		if sfnt.IsComposite(record) {
			for _, next := range sfnt.Components(record) {
				want.parts = record[10:next]
			}
		} else {
			want.points, want.overlaps = sfnt.Contours(record), sfnt.Overlaps(record)
		}
	}
	if fmt.Sprint(have) != fmt.Sprint(want) {
		t.Errorf("glyph %d:\n%v\nwant\n%v", id, have, want)
	}
}

func metrics(t *testing.T, s stream, tables sfnt.Tables, o []outline) {
	t.Helper()
	if s.version == 0 {
		if !bytes.Equal(s.data, tables["hmtx"]) {
			t.Error("hmtx is not as it was")
		}
		return
	}
	d := &decoder{b: s.data}
	flags, full := d.u8(), int(sfnt.U16(tables["hhea"], 34))
	advances := d.take(2 * full)
	var out []byte
	for id := range o {
		omitted := flags&2 != 0
		if id < full {
			out = append(out, advances[2*id:2*id+2]...)
			omitted = flags&1 != 0
		}
		left := []byte{byte(o[id].box[0] >> 8), byte(o[id].box[0])}
		if !omitted {
			left = d.take(2)
		}
		out = append(out, left...)
	}
	// Of what is not omitted the bearings stand behind all advances, in the order of the glyphs.
	if !bytes.Equal(out, tables["hmtx"]) || d.at != len(d.b) || flags == 0 {
		t.Errorf("hmtx\n% X, want\n% X", out, tables["hmtx"])
	}
}

// Numbers at the borders of their forms.
func TestNumbers(t *testing.T) {
	for _, v := range []int{0, 1, 252, 253, 505, 506, 761, 762, 0xFFFF} {
		d := &decoder{b: short255(nil, v)}
		if have := d.short255(); have != v || d.at != len(d.b) {
			t.Errorf("%d is read as %d from % X", v, have, d.b)
		}
	}
	for _, v := range []int{0, 127, 128, 16383, 16384, 1 << 21, 1<<31 - 1} {
		d := &decoder{b: base128(nil, uint32(v))}
		if have := d.base128(); have != v || d.at != len(d.b) || d.b[0] == 0x80 {
			t.Errorf("%d is read as %d from % X", v, have, d.b)
		}
	}
	for _, x := range []int{0, 1, 64, 65, 768, 769, 1279, 1280, 4095, 4096, 32767} {
		for _, y := range []int{0, 1, 64, 65, 768, 769, 1279, 1280, 4095, 4096, 32767} {
			for _, signs := range [][2]int{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
				var o outlines
				want := sfnt.Point{X: x * signs[0], Y: y * signs[1], On: x%2 == 0}
				o.point(want.On, want.X, want.Y)
				flags, glyphs := &decoder{b: o.flags}, &decoder{b: o.glyphs}
				have := points(&decoder{b: []byte{1}}, flags, glyphs, 1)
				if have[0][0] != want {
					t.Errorf("%v is read as %v", want, have[0][0])
				}
			}
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	file := encoded(t)["SourceSerif4-Regular"][0]
	for name, data := range map[string][]byte{
		"empty": nil, "half": file[:len(file)/2], "text": []byte("not a font, but some words"),
		"no tables": sfnt.Assemble([]sfnt.Table{{Tag: "head", Data: make([]byte, 54)}}),
	} {
		if _, err := Encode(data); err == nil {
			t.Errorf("%s is packed", name)
		}
	}
}

func TestEncodeIsDeterministic(t *testing.T) {
	file := encoded(t)["SchibstedGrotesk-Bold"][0]
	first, err := Encode(file)
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := Encode(file); !bytes.Equal(first, second) {
		t.Error("other bytes the second time")
	}
}

// Independent readers take the files: fontTools all tables of them, the OpenType Sanitizer as
// Chromium and Firefox do before they load a font, and the reference decoder of WOFF2. Each says
// nothing about a good file.
func TestReadersAgree(t *testing.T) {
	folder := t.TempDir()
	var names []string
	for name, files := range encoded(t) {
		for i, end := range []string{".ttf", ".woff2"} {
			name := filepath.Join(folder, name+end)
			if err := os.WriteFile(name, files[i], 0o644); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
	}
	t.Run("fontTools and OTS", func(t *testing.T) {
		found(t, "fontcheck")
		if out := run(t, append([]string{"testdata/read.py"}, names...)...); out != "" {
			t.Error(out)
		}
		broken := filepath.Join(folder, "broken.woff2")
		if err := os.WriteFile(broken, make([]byte, 100), 0o644); err != nil {
			t.Fatal(err)
		}
		out := run(t, "testdata/read.py", broken)
		if !strings.Contains(out, "fontTools") || !strings.Contains(out, "OTS") {
			t.Errorf("of a broken file they say %q", out)
		}
	})
	t.Run("woff2_decompress", func(t *testing.T) {
		found(t, "woff2_decompress")
		for _, name := range names {
			if strings.HasSuffix(name, ".woff2") {
				if _, err := exec.Command("woff2_decompress", name).CombinedOutput(); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	})
}

// found skips a test without a program.
func found(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if reason := program + " is not here: see .ci/install-tools"; os.Getenv("CI") == "true" {
			t.Fatal(reason)
		} else {
			t.Skip(reason)
		}
	}
}

// run runs the Python that has the readers of fonts.
func run(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("fontcheck", args...).CombinedOutput()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out)
}

func BenchmarkEncode(b *testing.B) {
	f, _ := fonts.Find(fonts.SourceSerif, 400, false)
	file, err := subset.Text(f, []rune(words), "tnum")
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for b.Loop() {
		packed, err := Encode(file)
		if err != nil {
			b.Fatal(err)
		}
		size = len(packed)
	}
	b.ReportMetric(float64(size), "B/font")
}
