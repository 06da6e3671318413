// Package fonts holds the faces that a report is set in: unmodified TrueType files under the SIL
// Open Font License, compiled in, each folder with its licence and origin.
//
// A Face is parsed the first time it is asked for and shared from then on. Find gives the face of a
// family nearest to a weight; Fallbacks gives those that stand in for a missing character, so that
// no reader ever meets an empty box, and Has says whether any face has it. The package also names
// the two units of length, Pt and Mm.
//
// Two families are for text. Of the others, Noto Sans has the rest of Latin, Greek and Cyrillic,
// further ones have Arabic and Hebrew, emoji, signs and mathematics; reach.go says which characters
// each is there for, so that none is parsed in vain. They are 5 MB of the program.
//
// go-text/typesetting reads the tables that shaping needs; everything else is read here, because
// whoever writes a part of a face wants the raw tables: package subset cuts faces down, woff2 packs
// them for the web, and sfnt knows what a TrueType file is made of.
package fonts

import (
	_ "embed"
	"slices"
)

// The files, which are slices and no file system, because that would copy each that is read.
var (
	//go:embed schibsted-grotesk/SchibstedGrotesk_400Regular.ttf
	schibsted400 []byte
	//go:embed schibsted-grotesk/SchibstedGrotesk_500Medium.ttf
	schibsted500 []byte
	//go:embed schibsted-grotesk/SchibstedGrotesk_600SemiBold.ttf
	schibsted600 []byte
	//go:embed schibsted-grotesk/SchibstedGrotesk_700Bold.ttf
	schibsted700 []byte
	//go:embed source-serif-4/SourceSerif4_400Regular.ttf
	serif400 []byte
	//go:embed source-serif-4/SourceSerif4_400Regular_Italic.ttf
	serif400Italic []byte
	//go:embed source-serif-4/SourceSerif4_600SemiBold.ttf
	serif600 []byte
	//go:embed source-serif-4/SourceSerif4_600SemiBold_Italic.ttf
	serif600Italic []byte
	//go:embed noto-sans/NotoSans_400Regular.ttf
	sans400 []byte
	//go:embed noto-sans/NotoSans_600SemiBold.ttf
	sans600 []byte
	//go:embed noto-sans-arabic/NotoSansArabic_400Regular.ttf
	arabic400 []byte
	//go:embed noto-sans-arabic/NotoSansArabic_600SemiBold.ttf
	arabic600 []byte
	//go:embed noto-sans-hebrew/NotoSansHebrew_400Regular.ttf
	hebrew400 []byte
	//go:embed noto-sans-hebrew/NotoSansHebrew_600SemiBold.ttf
	hebrew600 []byte
	//go:embed noto-emoji/NotoEmoji_400Regular.ttf
	emoji400 []byte
	//go:embed noto-sans-symbols-2/NotoSansSymbols2_400Regular.ttf
	symbols2400 []byte
	//go:embed noto-sans-symbols/NotoSansSymbols_400Regular.ttf
	symbols400 []byte
	//go:embed noto-sans-math/NotoSansMath_400Regular.ttf
	math400 []byte
)

// The families compiled in.
const (
	SchibstedGrotesk = "Schibsted Grotesk"
	SourceSerif      = "Source Serif 4"
	NotoSans         = "Noto Sans"
	NotoSansArabic   = "Noto Sans Arabic"
	NotoSansHebrew   = "Noto Sans Hebrew"
	NotoEmoji        = "Noto Emoji"
	NotoSymbols2     = "Noto Sans Symbols 2"
	NotoSymbols      = "Noto Sans Symbols"
	NotoMath         = "Noto Sans Math"
)

type entry struct {
	family string
	weight int
	italic bool
	file   []byte
	face   func() *Face
}

func file(family string, data []byte, weight int, italic bool) entry {
	face := lazy(data, family, weight, italic, reaches[family] != nil)
	return entry{family, weight, italic, data, face}
}

var catalogue = []entry{
	file(SchibstedGrotesk, schibsted400, 400, false),
	file(SchibstedGrotesk, schibsted500, 500, false),
	file(SchibstedGrotesk, schibsted600, 600, false),
	file(SchibstedGrotesk, schibsted700, 700, false),
	file(SourceSerif, serif400, 400, false),
	file(SourceSerif, serif400Italic, 400, true),
	file(SourceSerif, serif600, 600, false),
	file(SourceSerif, serif600Italic, 600, true),
	file(NotoSans, sans400, 400, false),
	file(NotoSans, sans600, 600, false),
	file(NotoSansArabic, arabic400, 400, false),
	file(NotoSansArabic, arabic600, 600, false),
	file(NotoSansHebrew, hebrew400, 400, false),
	file(NotoSansHebrew, hebrew600, 600, false),
	file(NotoEmoji, emoji400, 400, false),
	file(NotoSymbols2, symbols2400, 400, false),
	file(NotoSymbols, symbols400, 400, false),
	file(NotoMath, math400, 400, false),
}

// Families lists the families compiled in, in the catalogue's order.
func Families() []string {
	var names []string
	for _, e := range catalogue {
		if !slices.Contains(names, e.family) {
			names = append(names, e.family)
		}
	}
	return names
}

// Find returns the face of a family that is nearest in weight, with the wanted slope if the family
// has it. ok is false when there is no such family.
func Find(family string, weight int, italic bool) (face *Face, ok bool) {
	best := -1
	for i, e := range catalogue {
		if e.family == family &&
			(best < 0 || distance(e, weight, italic) < distance(catalogue[best], weight, italic)) {
			best = i
		}
	}
	if best < 0 {
		return nil, false
	}
	return catalogue[best].face(), true
}

func distance(e entry, weight int, italic bool) int {
	d := max(e.weight-weight, weight-e.weight)
	if e.italic != italic {
		d += 1000
	}
	return d
}

// Fallbacks lists faces to try, in order, for characters that face lacks: the other text family at
// the same weight, then those that are there for one of the characters. They are functions, because
// most documents need none of them.
func Fallbacks(face *Face, of ...rune) []func() *Face {
	var chain []func() *Face
	for _, family := range families {
		if family == face.Family || !reached(family, of) {
			continue
		}
		chain = append(chain, func() *Face {
			f, _ := Find(family, face.Weight, face.Italic)
			return f
		})
	}
	return chain
}

// families is Families, which is asked for at every character that a face lacks.
var families = Families()

// Has reports whether any face has a character.
func Has(r rune) bool {
	face, _ := Find(SourceSerif, 400, false)
	if _, ok := face.Glyph(r); ok {
		return true
	}
	return slices.ContainsFunc(Fallbacks(face, r), func(next func() *Face) bool {
		_, ok := next().Glyph(r)
		return ok
	})
}
