package pdf

import (
	"reflect"
	"strings"
	"testing"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// codesFor gives codes to a text's characters.
func codesFor(t testing.TB, f *fonts.Face, words string) []glyphText {
	t.Helper()
	run := text.Run{Face: f, Size: 10}
	for _, r := range words {
		id, ok := f.Glyph(r)
		if ok {
			run.Glyphs = append(run.Glyphs, text.NewGlyph(id, 0, string(r)))
		}
	}
	if run.Glyphs == nil {
		return []glyphText{{}}
	}
	_, set := painted(t, frame.Item{Text: &frame.Text{Run: run}})
	return set.byFace[f].codes
}

// One glyph with two meanings has two codes; neighbours in the alphabet have neighbouring codes.
func TestCodes(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	hyphen, _ := f.Glyph('-')
	glyphs := []text.Glyph{text.NewGlyph(hyphen, 0, "\u00AD"), text.NewGlyph(hyphen, 0, "-"),
		text.NewGlyph(hyphen, 0, "\u00AD")}
	for _, r := range "badc" {
		id, _ := f.Glyph(r)
		glyphs = append(glyphs, text.NewGlyph(id, 0, string(r)))
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
