package fonts

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// checksum is the SHA-256 of a file, in hexadecimal.
func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// TestChecksums holds the compiled-in files against those listed in README.md, both ways.
func TestChecksums(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	row := regexp.MustCompile("(?m)^\\| (\\S+\\.ttf) \\| `([0-9a-f]{64})` \\|$")
	for _, m := range row.FindAllStringSubmatch(string(readme), -1) {
		listed[m[1]] = m[2]
	}
	names, err := fs.Glob(os.DirFS("."), "*/*.ttf")
	if err != nil || len(names) != len(catalogue) {
		t.Fatalf("%d of %d files are compiled in: %v", len(catalogue), len(names), err)
	}
	compiled := map[string]bool{}
	for _, e := range catalogue {
		compiled[checksum(e.file)] = true
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		switch have := checksum(data); {
		case listed[name] == "":
			t.Errorf("%s is not in README.md", name)
		case listed[name] != have:
			t.Errorf("%s has changed: SHA-256 %s, README.md says %s", name, have, listed[name])
		case !compiled[have]:
			t.Errorf("%s is not compiled in", name)
		}
		delete(listed, name)
	}
	for name := range listed {
		t.Errorf("README.md lists %s, which is not compiled in", name)
	}
	dirs := map[string]bool{}
	for _, name := range names {
		dirs[path.Dir(name)] = true
	}
	for dir := range dirs {
		if licence, err := os.ReadFile(dir + "/OFL.txt"); err != nil ||
			!regexp.MustCompile("SIL Open Font License, Version 1.1").Match(licence) {
			t.Errorf("%s lacks its licence: %v", dir, err)
		}
	}
}

// TestCatalogue reads every face and asks it for what a report needs.
func TestCatalogue(t *testing.T) {
	for _, e := range catalogue {
		f := e.face()
		t.Run(f.PostScript, func(t *testing.T) {
			if f != e.face() {
				t.Error("read twice")
			}
			if f.Family != e.family || f.Weight != e.weight || f.Italic != e.italic {
				t.Errorf("says it is %s %d italic %t", f.Family, f.Weight, f.Italic)
			}
			if os2 := f.Table("OS/2"); int(be16(os2, 4)) != e.weight {
				t.Errorf("the file's weight is %d, the catalogue's %d", be16(os2, 4), e.weight)
			}
			if (f.ItalicAngle != 0) != e.italic {
				t.Errorf("italic angle %g", f.ItalicAngle)
			}
			if f.Ascent <= 0 || f.Descent >= 0 || f.CapHeight <= 0 ||
				(f.XHeight <= 0 && !f.Fallback()) || f.BBox[3] <= f.BBox[1] {
				t.Errorf("ascent %d descent %d cap %d x %d box %v", f.Ascent, f.Descent,
					f.CapHeight, f.XHeight, f.BBox)
			}
			if embedding := be16(f.Table("OS/2"), 8); embedding&0x000e != 0 {
				t.Errorf("fsType %#x does not allow installable embedding", embedding)
			}
			for g := range f.Glyphs() {
				// Some ligatures of Arabic are sentences.
				if a := f.Advance(uint16(g)); a < 0 || a > 12*f.UnitsPerEm {
					t.Fatalf("glyph %d is %d units wide", g, a)
				}
			}
			for _, r := range needed(f) {
				if _, ok := f.Glyph(r); !ok {
					t.Errorf("lacks %q", r)
				}
			}
		})
	}
}

func needed(f *Face) []rune {
	switch f.Family {
	case NotoSans:
		return []rune("ƷʒǮǯǤǥʹŧđŊŋΑωἀЖяѫ½₽")
	case NotoSansArabic:
		return []rune("محمدعلیپچژگکۆێەڕڵ٠١٩۰۹،؟")
	case NotoSansHebrew:
		return []rune("שלוםרהץָ״")
	case NotoEmoji:
		return []rune("😊❤👍☀")
	case NotoSymbols2:
		return []rune("●★☆✓✗☐☑☒○□▲")
	case NotoSymbols:
		return []rune("①⑳Ⓐ⚭")
	case NotoMath:
		return []rune("⇒∈∀⟨⟩↗")
	}
	return []rune("ABCXYZÆØÅÄÖÉÈÓÒÔÜŠŽČĐabcxyzæøåäöéèóòôüšžčđ0123456789 " +
		".,:;!?%&/()«»“”‘’–—−·•…§+=\u00a0")
}

// TestAdvance holds widths against the hmtx tables as fontTools reads them.
func TestAdvance(t *testing.T) {
	for _, c := range []struct {
		family  string
		weight  int
		char    rune
		advance int
	}{
		{SchibstedGrotesk, 400, 'Ø', 1576},
		{SchibstedGrotesk, 400, 'å', 1129},
		{SchibstedGrotesk, 500, 'Ø', 1575},
		{SchibstedGrotesk, 500, 'å', 1154},
		{SchibstedGrotesk, 600, 'Ø', 1574},
		{SchibstedGrotesk, 600, 'å', 1185},
		{SchibstedGrotesk, 700, 'Ø', 1573},
		{SchibstedGrotesk, 700, 'å', 1221},
		{SourceSerif, 400, 'Ø', 738},
		{SourceSerif, 400, 'å', 541},
		{SourceSerif, 600, 'Ø', 742},
		{SourceSerif, 600, 'å', 554},
	} {
		f, ok := Find(c.family, c.weight, false)
		if !ok {
			t.Fatal(c.family)
		}
		g, _ := f.Glyph(c.char)
		if have := f.Advance(g); have != c.advance {
			t.Errorf("%s %q: have %d, want %d", f.PostScript, c.char, have, c.advance)
		}
	}
}

// TestKerning shows that the shaper applies the faces' GPOS kerning; some versions of it lose class
// kerning without a word. The wanted advances are HarfBuzz's own (hb-shape).
func TestKerning(t *testing.T) {
	for _, c := range []struct {
		family string
		weight int
		italic bool
		pair   string
		want   int // advance of the first glyph, kerned, in font units
	}{
		{SchibstedGrotesk, 400, false, "To", 1077},
		{SchibstedGrotesk, 400, false, "Vå", 1285},
		{SchibstedGrotesk, 500, false, "To", 1110},
		{SchibstedGrotesk, 500, false, "Vå", 1302},
		{SchibstedGrotesk, 600, false, "To", 1152},
		{SchibstedGrotesk, 600, false, "Vå", 1322},
		{SchibstedGrotesk, 700, false, "To", 1199},
		{SchibstedGrotesk, 700, false, "Vå", 1345},
		{SourceSerif, 400, false, "To", 577},
		{SourceSerif, 400, false, "Vå", 639},
		{SourceSerif, 400, true, "To", 556},
		{SourceSerif, 400, true, "Vå", 592},
		{SourceSerif, 600, false, "To", 592},
		{SourceSerif, 600, false, "Vå", 636},
		{SourceSerif, 600, true, "To", 567},
		{SourceSerif, 600, true, "Vå", 598},
	} {
		f, ok := Find(c.family, c.weight, c.italic)
		if !ok {
			t.Fatal(c.family)
		}
		b := harfbuzz.NewBuffer()
		b.AddRunes([]rune(c.pair), 0, -1)
		b.GuessSegmentProperties()
		b.Shape(harfbuzz.NewFont(font.NewFace(f.Shaping())), nil)
		g, _ := f.Glyph([]rune(c.pair)[0])
		if have := int(b.Pos[0].XAdvance); have != c.want || have == f.Advance(g) {
			t.Errorf("%s %q: first advance %d (unkerned %d), want %d", f.PostScript, c.pair, have,
				f.Advance(g), c.want)
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		family string
		weight int
		italic bool
		want   string
	}{
		{SchibstedGrotesk, 400, false, "SchibstedGrotesk-Regular"},
		{SchibstedGrotesk, 600, false, "SchibstedGrotesk-SemiBold"},
		{SchibstedGrotesk, 900, false, "SchibstedGrotesk-Bold"},
		{SchibstedGrotesk, 700, true, "SchibstedGrotesk-Bold"}, // has no italic
		{SourceSerif, 400, true, "SourceSerif4-Italic"},
		{SourceSerif, 700, true, "SourceSerif4-SemiBoldItalic"},
		{SourceSerif, 500, false, "SourceSerif4-Regular"},
		{NotoEmoji, 700, false, "NotoEmoji-Regular"},
	} {
		f, ok := Find(c.family, c.weight, c.italic)
		if !ok || f.PostScript != c.want {
			t.Errorf("%s %d italic %t: have %s, want %s", c.family, c.weight, c.italic,
				f.PostScript, c.want)
		}
	}
	if _, ok := Find("Comic Sans", 400, false); ok {
		t.Error("found a family that is not there")
	}
}

// TestFallbacks looks up characters that Source Serif 4 lacks: the Sami ŧ and an emoji.
func TestFallbacks(t *testing.T) {
	face, _ := Find(SourceSerif, 600, false)
	var families []string
	for _, next := range Fallbacks(face, 'ŧ') {
		families = append(families, next().Family)
	}
	if want := []string{SchibstedGrotesk, NotoSans}; !slices.Equal(families, want) {
		t.Fatalf("have %v, want %v", families, want)
	}
	for _, r := range "ŧŦ😊Ǯǥʹ⇒①★" {
		if _, ok := face.Glyph(r); ok {
			t.Errorf("%s has %q now; take it out of this test", face.PostScript, r)
		}
		if !Has(r) {
			t.Errorf("Has(%q) is false", r)
		}
		found := slices.ContainsFunc(Fallbacks(face, r), func(next func() *Face) bool {
			_, ok := next().Glyph(r)
			return ok
		})
		if !found {
			t.Errorf("no face has %q", r)
		}
	}
}

// TestReach: every character of every file is found by the chain, so that no range lacks one.
func TestReach(t *testing.T) {
	for _, e := range catalogue {
		face := e.face()
		runes := 0
		for it := face.Shaping().Cmap.Iter(); it.Next(); {
			r, _ := it.Char()
			runes++
			if r >= ' ' && !Has(r) {
				t.Errorf("%s has %U, and Fallbacks does not lead there", face.PostScript, r)
			}
		}
		if runes < 100 {
			t.Errorf("%s has %d characters", face.PostScript, runes)
		}
	}
	for _, r := range "汉ก\U0001F9FF0\uE000" {
		if have := Has(r); have != (r == 0x1F9FF || r == '0') {
			t.Errorf("Has(%q) is %t", r, have)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	good := schibsted400
	for name, data := range map[string][]byte{
		"empty": nil,
		"text": []byte("not a font at all, only some words that are long enough " +
			"to hold a header"),
		"header":    good[:12],
		"half":      good[:len(good)/2],
		"no tables": append([]byte{0, 1, 0, 0, 0, 0}, make([]byte, 40)...),
	} {
		if f, err := Parse(data); err == nil {
			t.Errorf("%s: read as %s", name, f.PostScript)
		}
	}
}

func TestUnits(t *testing.T) {
	if have := Mm(25.4).Pt(); have != 72 {
		t.Errorf("an inch is %g points", have)
	}
	if have := Pt(144).Mm(); have != 50.8 {
		t.Errorf("two inches are %g mm", have)
	}
}

func BenchmarkParse(b *testing.B) {
	b.SetBytes(int64(len(serif400)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(serif400); err != nil {
			b.Fatal(err)
		}
	}
}
