package text

import (
	_ "embed"
	"math"
	"strings"
	"unicode/utf8"

	"rapport/fonts"
)

// pairs is how far the pen goes in a face from one letter to the next. In the house's faces, a
// letter's glyph and advance depend on nothing but the letter after it, save that some letters have
// one glyph together: TestPairs tries it. So words of common letters are put together without
// shaping, which few others are left for.
type pairs struct {
	face *fonts.Face
	// table has two bytes for each number, the lower one first: the glyphs of the symbols, 0 for
	// what the face has no glyph of its own for, their advances before nothing, and then before
	// every symbol.
	table string
}

// others are the characters among the symbols besides ASCII and the letters of Latin-1.
var others = [...]rune{
	'«', '»', '–', '’', '…', '“', '”', '—', '§',
	noBreakSpace, narrowSpace, thinSpace, noBreakHyphen, softHyphen,
}

// ligatures are the letters that have one glyph in some face, the most first. Letterspaced, they
// have their own ones.
var ligatures = [...]string{
	"ffi", "ffl", "fft", "ffj", "fff", "ffb", "ffh", "ffk",
	"ff", "fi", "fj", "fl", "ft", "fb", "fh", "fk",
}

// Symbols are what pairs knows, by number.
const (
	latin         = 95 // after ASCII
	other         = latin + 64
	firstLigature = other + len(others)
	symbols       = firstLigature + len(ligatures)
)

// together is the advance of a symbol before one that it does not stand before.
const together = math.MinInt16

// house is the tables of the faces in houseFaces. TestHouse makes it.
//
//go:embed house.pairs
var house string

// houseFaces are the PostScript names of the faces that pairs are known of.
var houseFaces = [...]string{
	"SchibstedGrotesk-Regular", "SchibstedGrotesk-Medium", "SchibstedGrotesk-SemiBold",
	"SchibstedGrotesk-Bold", "SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-SemiBold",
	"SourceSerif4-SemiBoldItalic",
}

// pairsOf is what is known of a face; the table is empty for others than the house's.
func pairsOf(face *fonts.Face) pairs {
	const size = 2 * symbols * (symbols + 2)
	for i, name := range houseFaces {
		if face.PostScript == name {
			return pairs{face, house[i*size : (i+1)*size]}
		}
	}
	return pairs{face: face}
}

// symbol is the number of a character, or -1.
func symbol(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return int(r - ' ')
	case r >= 0xC0 && r <= 0xFF:
		return latin + int(r-0xC0)
	}
	for i, one := range others {
		if r == one {
			return other + i
		}
	}
	return -1
}

// next is the symbol that a text begins with, or -1, and its length.
func (p pairs) next(text string, loose bool) (at, size int) {
	if text[0] == 'f' && !loose {
		for i, ligature := range ligatures {
			if strings.HasPrefix(text, ligature) && p.glyph(firstLigature+i) != 0 {
				return firstLigature + i, len(ligature)
			}
		}
	}
	r, size := utf8.DecodeRuneInString(text)
	return symbol(r), size
}

func (p pairs) at(i int) uint16 { return uint16(p.table[2*i]) | uint16(p.table[2*i+1])<<8 }

func (p pairs) glyph(symbol int) uint16 { return p.at(symbol) }

// advance is the advance of a symbol before another one, or before nothing when that is -1.
func (p pairs) advance(of, before int) int16 { return int16(p.at((before+2)*symbols + of)) }

// assemble puts a word together, or returns nil when it holds something that is not known.
func (p pairs) assemble(text string, loose bool) *word {
	if p.table == "" || text == "" {
		return nil
	}
	count, before := 0, -1
	for from := 0; from < len(text); count++ {
		at, size := p.next(text[from:], loose)
		if at < 0 || p.glyph(at) == 0 || before >= 0 && p.advance(before, at) == together {
			return nil
		}
		before = at
		from += size
	}
	w := &word{clusters: make([]cluster, count)}
	glyphs := make([]Glyph, count)
	em := float64(p.face.UnitsPerEm)
	advance := func(i int, units int16) {
		glyphs[i].Advance = int32(units)
		w.clusters[i].advance = float64(units) / em
	}
	for i, from := 0, 0; i < count; i++ {
		at, size := p.next(text[from:], loose)
		if i > 0 {
			advance(i-1, p.advance(before, at))
		}
		glyphs[i] = Glyph{ID: p.glyph(at), says: saidOf(text[from : from+size])}
		w.clusters[i] = cluster{
			face: p.face, glyphs: glyphs[i : i+1 : i+1], start: int32(from),
		}
		before = at
		from += size
	}
	advance(count-1, p.advance(before, -1))
	return w
}
