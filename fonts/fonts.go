// Package fonts holds the faces that a report is set in: unmodified TrueType files under the SIL
// Open Font License, compiled in, each folder with its licence and origin.
//
// A Face is parsed the first time it is asked for and shared from then on. Find gives the face of a
// family nearest to a weight; Fallbacks gives those that stand in for a missing character, so that
// no reader ever meets an empty box. The package also names the two units of length, Pt and Mm.
//
// go-text/typesetting reads the tables that shaping needs; everything else is read here, because
// the PDF subsetter wants the raw tables.
package fonts

import "embed"

//go:embed schibsted-grotesk/*.ttf source-serif-4/*.ttf noto-emoji/*.ttf
var files embed.FS

// The families compiled in.
const (
	SchibstedGrotesk = "Schibsted Grotesk"
	SourceSerif      = "Source Serif 4"
	NotoEmoji        = "Noto Emoji"
)

type entry struct {
	family string
	weight int
	italic bool
	face   func() *Face
}

func file(family, name string, weight int, italic bool) entry {
	return entry{family, weight, italic, lazy(name, family, weight, italic, family == NotoEmoji)}
}

var catalogue = []entry{
	file(SchibstedGrotesk, "schibsted-grotesk/SchibstedGrotesk_400Regular.ttf", 400, false),
	file(SchibstedGrotesk, "schibsted-grotesk/SchibstedGrotesk_500Medium.ttf", 500, false),
	file(SchibstedGrotesk, "schibsted-grotesk/SchibstedGrotesk_600SemiBold.ttf", 600, false),
	file(SchibstedGrotesk, "schibsted-grotesk/SchibstedGrotesk_700Bold.ttf", 700, false),
	file(SourceSerif, "source-serif-4/SourceSerif4_400Regular.ttf", 400, false),
	file(SourceSerif, "source-serif-4/SourceSerif4_400Regular_Italic.ttf", 400, true),
	file(SourceSerif, "source-serif-4/SourceSerif4_600SemiBold.ttf", 600, false),
	file(SourceSerif, "source-serif-4/SourceSerif4_600SemiBold_Italic.ttf", 600, true),
	file(NotoEmoji, "noto-emoji/NotoEmoji_400Regular.ttf", 400, false),
}

// Families lists the families compiled in, in the catalogue's order.
func Families() []string { return []string{SchibstedGrotesk, SourceSerif, NotoEmoji} }

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

// Fallbacks lists faces to try, in order, for a character that face lacks: the other text families
// at the same weight, then the emoji. They are functions, because most documents need none of them.
func Fallbacks(face *Face) []func() *Face {
	var chain []func() *Face
	for _, family := range Families() {
		if family != face.Family {
			chain = append(chain, func() *Face {
				f, _ := Find(family, face.Weight, face.Italic)
				return f
			})
		}
	}
	return chain
}
