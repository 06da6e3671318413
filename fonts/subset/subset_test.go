package subset

import (
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"rapport/fonts"
	"rapport/fonts/sfnt"
)

// setter shapes texts with a face and prints what comes out.
type setter struct {
	face     *fonts.Face
	shaping  *harfbuzz.Font
	outlines map[uint16]string
}

func newSetter(face *fonts.Face) *setter {
	return &setter{face, harfbuzz.NewFont(font.NewFace(face.Shaping())), map[uint16]string{}}
}

// pen prints an outline.
type pen struct{ strings.Builder }

func (p *pen) MoveTo(x, y fonts.Pt) { fmt.Fprintf(p, "M%g %g", x, y) }
func (p *pen) LineTo(x, y fonts.Pt) { fmt.Fprintf(p, "L%g %g", x, y) }
func (p *pen) CurveTo(a, b, c, d, e, f fonts.Pt) {
	fmt.Fprintf(p, "C%g %g %g %g %g %g", a, b, c, d, e, f)
}
func (p *pen) Close() { p.WriteString("Z") }

func (s *setter) outline(id uint16) string {
	out, ok := s.outlines[id]
	if !ok {
		var p pen
		s.face.Outline(&p, id, 0, 0, fonts.Pt(s.face.UnitsPerEm))
		out = fmt.Sprintf("%.40s… %08X", p.String(), crc32.ChecksumIEEE([]byte(p.String())))
		s.outlines[id] = out
	}
	return out
}

// set is a text as it is set: of each glyph its character's place, outline, advance and offset.
func (s *setter) set(words []rune, tag string, features ...string) string {
	b := harfbuzz.NewBuffer()
	b.AddRunes(words, 0, -1)
	b.Props.Language = language.NewLanguage(tag)
	b.GuessSegmentProperties()
	var on []harfbuzz.Feature
	for _, f := range features {
		on = append(on, harfbuzz.Feature{Tag: opentype.MustNewTag(f), Value: 1,
			End: harfbuzz.FeatureGlobalEnd})
	}
	b.Shape(s.shaping, on)
	var out strings.Builder
	for i, g := range b.Info {
		p := b.Pos[i]
		fmt.Fprintf(&out, "%d: %d %d,%d %s\n", g.Cluster, p.XAdvance, p.XOffset, p.YOffset,
			s.outline(uint16(g.Glyph)))
	}
	return out.String()
}

func characterList(face *fonts.Face) (all []rune) {
	for it := face.Shaping().Cmap.Iter(); it.Next(); {
		if r, glyph := it.Char(); glyph != 0 {
			all = append(all, r)
		}
	}
	slices.Sort(all)
	return all
}

// everyRule is a face of boxes with the lookup types and formats that no face compiled in has;
// testdata/features.py makes it.
func everyRule(t testing.TB) *fonts.Face {
	t.Helper()
	data, err := os.ReadFile("testdata/features.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := fonts.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// randomRunes takes some stretches of the characters of a face, which are of one script mostly,
// some single ones, and now and then what writing has in common.
func randomRunes(random *rand.Rand, all []rune) []rune {
	var some []rune
	for range 1 + random.IntN(4) {
		from := random.IntN(len(all))
		some = append(some, all[from:min(len(all), from+1+random.IntN(30))]...)
	}
	for range random.IntN(20) {
		some = append(some, all[random.IntN(len(all))])
	}
	for _, common := range []string{"0123456789", " .,-–", "fijltTVoa", "\u2044", "\u0301\u0308",
		"\u200D\uFE0F", "\u064B\u0651"} {
		if random.IntN(3) == 0 {
			some = append(some, []rune(common)...)
		}
	}
	return some
}

// languages are some whose features differ in some face.
var languages = []string{"", "nb", "en", "se", "tr", "ro", "ar", "fa", "ur", "mr", "ca"}

// Texts of random characters are set by a subset of these as by the whole face: the same outlines
// at the same places, in any language, with and without tabular figures.
func TestTextSetsAsTheFace(t *testing.T) {
	rounds, texts := 12, 60
	if testing.Short() {
		rounds = 2
	}
	var count, ligatures, marks, kerns int
	for n, f := range append(everyFace(t), everyRule(t)) {
		t.Run(f.PostScript, func(t *testing.T) {
			all := characterList(f)
			full := newSetter(f)
			for round := range rounds {
				random := rand.New(rand.NewPCG(uint64(n), uint64(round)))
				some := randomRunes(random, all)
				part := newSetter(subsetFace(t, f, some, "tnum", "ss01"))
				for range texts {
					words := make([]rune, 1+random.IntN(8))
					for i := range words {
						words[i] = some[random.IntN(len(some))]
					}
					tag := languages[random.IntN(len(languages))]
					features := []string{"tnum", "ss01"}[random.IntN(3):]
					have := part.set(words, tag, features...)
					want := full.set(words, tag, features...)
					if have != want {
						t.Fatalf("round %d, %U %s in %q:\n%swant\n%s", round, words, features, tag,
							have, want)
					}
					count++
					ligatures += joined(words, want)
					marks += strings.Count(want, ": 0 -")
					kerns += kerned(f, words, want)
				}
			}
		})
	}
	t.Logf("%d texts: %d joined, %d marks moved, %d pairs kerned", count, ligatures, marks, kerns)
	if !testing.Short() && (ligatures < 50 || marks < 50 || kerns < 1000) {
		t.Error("too few of these to show anything")
	}
}

// joined counts the characters that are drawn with one before them.
func joined(words []rune, set string) int {
	clusters := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(set), "\n") {
		cluster, _, _ := strings.Cut(line, ":")
		clusters[cluster] = true
	}
	return len(words) - len(clusters)
}

// kerned counts the characters whose advance is not their glyph's.
func kerned(f *fonts.Face, words []rune, set string) (n int) {
	for _, line := range strings.Split(set, "\n") {
		var cluster, advance int
		if _, err := fmt.Sscanf(line, "%d: %d", &cluster, &advance); err != nil {
			continue
		}
		if id, ok := f.Glyph(words[cluster]); ok && advance != f.Advance(id) && advance != 0 {
			n++
		}
	}
	return n
}

func subsetFace(t testing.TB, f *fonts.Face, runes []rune, features ...string) *fonts.Face {
	t.Helper()
	data, err := Text(f, runes, features...)
	if err != nil {
		t.Fatal(err)
	}
	part, err := fonts.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", f.PostScript, err)
	}
	return part
}

// Real words, whose shapes hang together: ligatures, marks that stand on marks, joined letters.
func TestTextSetsWords(t *testing.T) {
	for family, words := range map[string][]string{
		fonts.SchibstedGrotesk: {"Tøffe Vår", "fjellfiske", "A\u030Ao\u0308", "1/2", "1\u20442"},
		fonts.SourceSerif:      {"Tøff affisje", "ﬁ", "e\u0301\u0323", "12\u204434", "İstanbul ı"},
		fonts.NotoSans: {"ǯǥŧ", "Ελληνικά ὕδωρ", "Ёлка й",
			"हिन्दी क्षेत्र र्क", "क\u093Cि", "d\u0335\u0301"},
		fonts.NotoSansArabic: {"الله أكبر", "محمد", "لا إله", "مُحَمَّدٌ", "پژوهش", "١٢٣٫٤", "ﷺ",
			"كردستان ێ", "بِسْمِ"},
		fonts.NotoSansHebrew: {"שָׁלוֹם", "בְּרֵאשִׁית", "יִשְׂרָאֵל"},
		fonts.NotoEmoji:      {"👍🏽", "👩\u200D👩\u200D👧", "🇳🇴", "1\uFE0F\u20E3", "❤\uFE0F"},
		fonts.NotoMath:       {"⇒∈∀", "𝐀𝑏", "∩\uFE00"},
	} {
		for _, weight := range []int{400, 700} {
			for _, italic := range []bool{false, true} {
				f := face(t, family, weight, italic)
				full := newSetter(f)
				for _, w := range words {
					part := newSetter(subsetFace(t, f, []rune(w)))
					for _, tag := range []string{"", "nb", "tr", "ar", "fa", "hi"} {
						have, want := part.set([]rune(w), tag), full.set([]rune(w), tag)
						if have != want {
							t.Errorf("%s %q in %q:\n%swant\n%s", f.PostScript, w, tag, have, want)
						}
					}
				}
			}
		}
	}
}

// Of all its characters, a subset is the face without what texts do not reach.
func TestTextOfAll(t *testing.T) {
	for _, f := range everyFace(t) {
		all := characterList(f)
		part := subsetFace(t, f, all)
		if have := characterList(part); !slices.Equal(have, all) {
			t.Errorf("%s: %d characters of %d", f.PostScript, len(have), len(all))
		}
		full, cut := newSetter(f), newSetter(part)
		random := rand.New(rand.NewPCG(7, 7))
		for range 300 {
			from := random.IntN(len(all) - 8)
			words := []rune{all[from], all[random.IntN(len(all))], all[from+1+random.IntN(7)]}
			if have, want := cut.set(words, "nb"), full.set(words, "nb"); have != want {
				t.Fatalf("%s %q:\n%swant\n%s", f.PostScript, words, have, want)
			}
		}
	}
}

// What a subset says of itself.
func TestTextTables(t *testing.T) {
	f := face(t, fonts.NotoEmoji, 400, false)
	for _, f := range append(everyFace(t), f) {
		data, err := Text(f, []rune("Aaå–😊①⇒مش"), "tnum")
		if err != nil {
			t.Fatal(err)
		}
		tables := tablesOf(t, data)
		if have := sfnt.U32(tables["post"], 0); have != 0x00030000 || len(tables["post"]) != 32 {
			t.Errorf("%s: post %08X", f.PostScript, have)
		}
		part, err := fonts.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if part.PostScript != f.PostScript || part.Ascent != f.Ascent || part.XHeight != f.XHeight {
			t.Errorf("%s is %s now", f.PostScript, part.PostScript)
		}
		runes := characterList(part)
		first, last := sfnt.U16(tables["OS/2"], 64), sfnt.U16(tables["OS/2"], 66)
		if int(first) != int(runes[0]) || int(last) != min(0xFFFF, int(runes[len(runes)-1])) {
			t.Errorf("%s: %U to %U, says %X to %X", f.PostScript, runes[0], runes[len(runes)-1],
				first, last)
		}
		for _, tag := range []string{"fpgm", "cvt ", "STAT", "MATH", "vmtx", "vhea", "DSIG"} {
			if tables[tag] != nil {
				t.Errorf("%s has %s", f.PostScript, tag)
			}
		}
		if !strings.Contains(utf16(tables["name"]), "Open Font License") {
			t.Errorf("%s lacks its licence", f.PostScript)
		}
	}
}

// utf16 is a table's text of characters up to U+FF.
func utf16(data []byte) string { return strings.ReplaceAll(string(data), "\x00", "") }

// The same characters give the same bytes, in any order and any number of times.
func TestTextIsDeterministic(t *testing.T) {
	for _, f := range everyFace(t) {
		runes := characterList(f)[:200]
		want, err := Text(f, runes, "tnum")
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(runes)
		have, err := Text(f, append(runes, runes...), "tnum")
		if err != nil || !slices.Equal(have, want) {
			t.Errorf("%s: other bytes (%v)", f.PostScript, err)
		}
	}
}

// Characters that a face lacks, and none at all, are no error.
func TestTextOfNothing(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	for _, words := range []string{"", "漢字", "\x00\uFFFF\U0010FFFF"} {
		part := subsetFace(t, f, []rune(words))
		if have := characterList(part); len(have) > 3 {
			t.Errorf("%q: %U", words, have)
		}
	}
}

// A figure of the wanted feature is there; one of another is not.
func TestTextFeatures(t *testing.T) {
	f := face(t, fonts.SourceSerif, 400, false)
	plain := subsetFace(t, f, []rune("0123456789"))
	old := subsetFace(t, f, []rune("0123456789"), "onum")
	if plain.Glyphs() >= old.Glyphs() {
		t.Errorf("%d glyphs, %d with old-style figures", plain.Glyphs(), old.Glyphs())
	}
	have := newSetter(old).set([]rune("123"), "nb", "onum")
	if want := newSetter(f).set([]rune("123"), "nb", "onum"); have != want {
		t.Errorf("%s, want %s", have, want)
	}
	if have == newSetter(plain).set([]rune("123"), "nb", "onum") {
		t.Error("the feature changes nothing")
	}
}

// A face whose layout tables are cut off is an error, wherever.
func TestTextOfBrokenFaces(t *testing.T) {
	f := face(t, fonts.SchibstedGrotesk, 400, false)
	file, err := Text(f, []rune(alphabet), "tnum")
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	broken := 0
	for range 400 {
		data := slices.Clone(file)
		for range 1 + random.IntN(20) {
			data[random.IntN(len(data))] = byte(random.IntN(256))
		}
		face, err := fonts.Parse(data)
		if err != nil || !shapes(face) {
			continue
		}
		if _, err := Text(face, []rune("Tøffe Vår 123"), "tnum"); err != nil { // must not panic
			broken++
		}
	}
	if broken == 0 {
		t.Error("no broken face is refused")
	}
}

// shapes reports whether a face can be read for shaping.
func shapes(f *fonts.Face) (can bool) {
	defer func() { can = recover() == nil }()
	f.Shaping()
	return true
}

func TestUnicodeRange(t *testing.T) {
	for words, want := range map[string]string{
		"":           "",
		"a":          "U+61",
		"cba":        "U+61-63",
		"a😊bz\u00A0": "U+61-62,U+7A,U+A0,U+1F60A",
		"aab":        "U+61-62",
	} {
		if have := UnicodeRange([]rune(words)); have != want {
			t.Errorf("%q: %s, want %s", words, have, want)
		}
	}
}

func TestUnicodeRanges(t *testing.T) {
	words := unicodeRanges([]rune("aøŧ→مش😊"))
	var bits []int
	for bit := range 128 {
		if words[bit/32]>>(bit%32)&1 != 0 {
			bits = append(bits, bit)
		}
	}
	// Basic Latin, Latin-1, Extended-A, Arabic, arrows, beyond U+FFFF; emoticons have no bit.
	if want := []int{0, 1, 2, 13, 37, 57}; !slices.Equal(bits, want) {
		t.Errorf("bits %v, want %v", bits, want)
	}
	if !unicode.Is(unicode.Arabic, 'م') {
		t.Error("the test's letter is not Arabic")
	}
}

func BenchmarkText(b *testing.B) {
	for _, f := range []*fonts.Face{face(b, fonts.SourceSerif, 400, false),
		face(b, fonts.NotoSans, 400, false)} {
		b.Run(f.PostScript, func(b *testing.B) {
			for b.Loop() {
				if _, err := Text(f, []rune(alphabet), "tnum"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
