package pdf

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// everyFace is each face compiled in.
func everyFace(t testing.TB) (all []*fonts.Face) {
	for _, family := range fonts.Families() {
		for _, weight := range []int{400, 500, 600, 700} {
			for _, italic := range []bool{false, true} {
				if f := face(t, family, weight, italic); f.Weight == weight && f.Italic == italic {
					all = append(all, f)
				}
			}
		}
	}
	return all
}

// codesFor gives codes to a text's characters.
func codesFor(t testing.TB, f *fonts.Face, words string) []glyphText {
	t.Helper()
	run := text.Run{Face: f, Size: 10}
	for _, r := range words {
		id, ok := f.Glyph(r)
		if ok {
			run.Glyphs = append(run.Glyphs, text.Glyph{ID: id, Text: string(r)})
		}
	}
	if run.Glyphs == nil {
		return []glyphText{{}}
	}
	_, set := painted(t, frame.Item{Text: &frame.Text{Run: run}})
	return set.byFace[f].codes
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄÖ" +
	"abcdefghijklmnopqrstuvwxyzæøåéèêóòôàüščđŋ0123456789%.,;:–−«»()½😊👍 "

// sfnt is the tables of a font file.
func sfnt(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	tables := make(map[string][]byte)
	last := ""
	for i := range int(be16(data, 4)) {
		e := data[12+16*i:]
		tag, sum, from, size := string(e[:4]), be32(e, 4), be32(e, 8), be32(e, 12)
		tables[tag] = data[from : from+size]
		if tag <= last || from%4 != 0 {
			t.Errorf("table %s after %s at %d", tag, last, from)
		}
		body := bytes.Clone(tables[tag])
		if last = tag; tag == "head" {
			clear(body[8:12])
		}
		if got := checksum(body); got != sum {
			t.Errorf("table %s: checksum %08X, says %08X", tag, got, sum)
		}
	}
	if got := checksum(data); got != 0xB1B0AFBA {
		t.Errorf("checksum of the file %08X", got)
	}
	return tables
}

// Every glyph of a subset has the outline, width and bearing that it had in the face.
func TestSubset(t *testing.T) {
	for _, f := range everyFace(t) {
		t.Run(f.PostScript, func(t *testing.T) {
			codes := codesFor(t, f, alphabet)
			data, err := subset(f, codes)
			if err != nil {
				t.Fatal(err)
			}
			tables := sfnt(t, data)
			sub := outlines{tables["glyf"], tables["loca"], be16(tables["head"], 50) != 0}
			n := int(be16(tables["maxp"], 4))
			if n < len(codes) || int(be16(tables["hhea"], 34)) != n || len(tables["hmtx"]) != 4*n {
				t.Fatalf("%d glyphs for %d codes, %d widths", n, len(codes), len(tables["hmtx"])/4)
			}
			full := newOutlines(f)
			for code, pair := range codes {
				if got, want := flatten(sub, uint16(code)), flatten(full, pair.glyph); got != want {
					t.Errorf("code %d (%q): outline\n%s\nwant\n%s", code, pair.text, got, want)
				}
				advance := int(be16(tables["hmtx"], 4*code))
				bearing := int(int16(be16(tables["hmtx"], 4*code+2)))
				if advance != f.Advance(pair.glyph) || bearing != f.LeftSideBearing(pair.glyph) {
					t.Errorf("code %d (%q): advance %d, bearing %d",
						code, pair.text, advance, bearing)
				}
			}
			if limit := 40_000; len(data) > limit {
				t.Errorf("%d bytes, more than %d", len(data), limit)
			}
		})
	}
}

// flatten prints an outline, with components in their place.
func flatten(o outlines, id uint16) string {
	data := o.glyph(id)
	if len(data) == 0 || int16(be16(data, 0)) >= 0 {
		return fmt.Sprint(o.contours(id))
	}
	var out []string
	for at := 10; ; {
		flags := be16(data, at)
		next := at + componentSize(flags)
		out = append(out, fmt.Sprintf("%04X % X %s", flags&^withInstructions, data[at+4:next],
			flatten(o, be16(data, at+2))))
		if at = next; flags&moreComponents == 0 {
			return strings.Join(out, "\n")
		}
	}
}

// composites must occur above, or the test shows less than it seems to.
func TestSubsetFollowsComponents(t *testing.T) {
	found := false
	for _, f := range everyFace(t) {
		codes := codesFor(t, f, "é")
		data, err := subset(f, codes)
		if err != nil {
			t.Fatal(err)
		}
		if n := int(be16(sfnt(t, data)["maxp"], 4)); len(codes) == 2 && n > 2 {
			found = true
		}
	}
	if !found {
		t.Error("é is a simple glyph in every face")
	}
}

func TestLongLoca(t *testing.T) {
	if loca, long := packLoca([]uint32{0, 10, 2 * 0xFFFF}); long != 0 || be16(loca, 4) != 0xFFFF {
		t.Errorf("% X, long %d", loca, long)
	}
	if loca, long := packLoca([]uint32{0, 10, 2*0xFFFF + 2}); long != 1 ||
		be32(loca, 8) != 2*0xFFFF+2 {
		t.Errorf("% X, long %d", loca, long)
	}
}

func TestBrokenOutlines(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	if _, err := subset(f, []glyphText{{}, {glyph: 65000, text: "x"}}); err == nil {
		t.Error("a glyph outside of the font is no error")
	}
}

// One glyph with two meanings has two codes; neighbours in the alphabet have neighbouring codes.
func TestCodes(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	hyphen, _ := f.Glyph('-')
	glyphs := []text.Glyph{{ID: hyphen, Text: "\u00AD"}, {ID: hyphen, Text: "-"},
		{ID: hyphen, Text: "\u00AD"}}
	for _, r := range "badc" {
		id, _ := f.Glyph(r)
		glyphs = append(glyphs, text.Glyph{ID: id, Text: string(r)})
	}
	item := frame.Item{Text: &frame.Text{Run: text.Run{Face: f, Size: 9, Glyphs: glyphs}}}
	_, set := painted(t, item)
	var texts []string
	for _, c := range set.list[0].codes[1:] {
		texts = append(texts, c.text)
	}
	if want := []string{"-", "a", "b", "c", "d", "\u00AD"}; !reflect.DeepEqual(texts, want) {
		t.Errorf("codes stand for %q, want %q", texts, want)
	}
	for i, want := range []string{"-", "a", "b", "c", "d", "\u00AD"} {
		id := set.list[0].codes[i+1].glyph
		if got := set.list[0].met[glyphText{id, want}]; int(got) != i+1 {
			t.Errorf("%q has code %d, want %d", want, got, i+1)
		}
	}
}

func TestUnicodeMap(t *testing.T) {
	codes := []glyphText{{}, {1, " "}, {2, "a"}, {3, "b"}, {4, "c"}, {5, "fi"}, {6, "ÿ"}, {7, "Ā"},
		{8, "😊"}, {9, ""}}
	text := string(unicodeMap(codes))
	want := `6 beginbfchar
<0001><0020>
<0005><00660069>
<0006><00FF>
<0007><0100>
<0008><D83DDE0A>
<0009><200B>
endbfchar
1 beginbfrange
<0002><0004><0061>
endbfrange
`
	if !strings.Contains(text, want) {
		t.Errorf("have\n%s\nwant\n%s", text, want)
	}
	many := make([]glyphText, 600)
	for i := range many[1:] {
		many[i+1] = glyphText{uint16(i), string(rune(0x4E00 + 2*i))}
	}
	if text = string(unicodeMap(many)); strings.Count(text, "\n100 beginbfchar\n") != 5 ||
		!strings.Contains(text, "\n99 beginbfchar\n") {
		t.Error("599 characters are not in blocks of 100")
	}
}

// A range may not run over a byte's end in its codes (CMap specification, Adobe Technical Note
// 5014).
func TestRangesEndWithTheirByte(t *testing.T) {
	codes := make([]glyphText, 400)
	for i := range codes[1:] {
		codes[i+1] = glyphText{uint16(i), string(rune(0x3400 + i))}
	}
	text := string(unicodeMap(codes))
	for _, want := range []string{"2 beginbfrange", "<0001><00FF><3400>", "<0101><018F><3500>",
		"<0100><34FF>"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

func TestDescriptor(t *testing.T) {
	for _, c := range []struct {
		family    string
		weight    int
		italic    bool
		flags     int
		stemRange [2]int // thousandths of an em
	}{
		{fonts.SourceSerif, 400, false, 4 | 2, [2]int{70, 95}},
		{fonts.SourceSerif, 600, false, 4 | 2, [2]int{105, 140}},
		{fonts.SourceSerif, 400, true, 4 | 2 | 64, [2]int{60, 95}},
		{fonts.SchibstedGrotesk, 400, false, 4, [2]int{70, 100}},
		{fonts.SchibstedGrotesk, 700, false, 4, [2]int{120, 180}},
		{fonts.NotoEmoji, 400, false, 4, [2]int{20, 120}},
	} {
		f := face(t, c.family, c.weight, c.italic)
		if got := flags(f); got != c.flags {
			t.Errorf("%s: flags %d, want %d", f.PostScript, got, c.flags)
		}
		if got := stem(f) * 1000 / f.UnitsPerEm; got < c.stemRange[0] || got > c.stemRange[1] {
			t.Errorf("%s: stem %d, want %v", f.PostScript, got, c.stemRange)
		}
	}
}

// The tag of a subset tells subsets apart, and the same subset has the same tag.
func TestTag(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	a, b := font{face: f, codes: codesFor(t, f, "abc")}, font{face: f, codes: codesFor(t, f, "abd")}
	if a.tag() == b.tag() || len(a.tag()) != 6 ||
		strings.Trim(a.tag(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		t.Errorf("tags %s and %s", a.tag(), b.tag())
	}
	if again := (&font{face: f, codes: codesFor(t, f, "cba")}).tag(); again != a.tag() {
		t.Errorf("tags %s and %s for one subset", a.tag(), again)
	}
}

func BenchmarkSubset(b *testing.B) {
	f := face(b, fonts.SourceSerif, 400, false)
	codes := codesFor(b, f, alphabet)
	size := 0
	for b.Loop() {
		data, err := subset(f, codes)
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size), "B/font")
	b.ReportMetric(float64(len(codes)), "glyphs/font")
}
