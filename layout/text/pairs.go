package text

import (
	_ "embed"
	"math"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"

	"rapport/fonts"
)

// pairs is what is known of a face: how far the pen goes from one letter to the next. In the faces
// compiled in, a letter's glyph and advance depend on nothing but the letter after it, save in ligatures;
// TestPairs tries it. So a word whose pairs are all known is put together without shaping. The pairs of
// the house's faces are made beforehand, those of others a workspace learns from the words it shapes:
// there, HarfBuzz sees one new word in five.
type pairs struct {
	face  *fonts.Face
	known // made beforehand, or empty

	glyphs   [symbols]uint16 // 0: not met
	alone    [symbols]int16  // advances before nothing
	advances [][symbols]int16
}

// others are the characters that pairs knows besides ASCII and the letters of Latin-1.
var others = [...]rune{
	'«', '»', '–', '’', '…', '“', '”', '—', '§',
	noBreakSpace, narrowSpace, thinSpace, noBreakHyphen, softHyphen,
}

// symbols is the number of characters that pairs knows.
const symbols = 95 + 64 + len(others)

const (
	unmet  = math.MinInt16
	bonded = math.MinInt16 + 1 // met, and not two letters side by side: a ligature, say
)

// symbol is the place of a character among the symbols, or -1.
func symbol(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return int(r - ' ')
	case r >= 0xC0 && r <= 0xFF:
		return 95 + int(r-0xC0)
	}
	for i, other := range others {
		if r == other {
			return 95 + 64 + i
		}
	}
	return -1
}

// known is the pairs of a face as made beforehand, in two bytes each, the lower one first: the glyphs of
// the symbols, their advances before nothing, and then before every symbol.
type known string

// knownSize is the length of known, in bytes.
const knownSize = 2 * symbols * (symbols + 2)

// house is known of each of the faces in houseFaces. TestHouse makes it.
//
//go:embed house.pairs
var house string

// houseFaces are the PostScript names of the faces whose pairs are made beforehand.
var houseFaces = [...]string{
	"SchibstedGrotesk-Regular", "SchibstedGrotesk-Medium", "SchibstedGrotesk-SemiBold",
	"SchibstedGrotesk-Bold", "SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-SemiBold",
	"SourceSerif4-SemiBoldItalic",
}

func (k known) at(i int) uint16 { return uint16(k[2*i]) | uint16(k[2*i+1])<<8 }

// newPairs is what is known of a face from the beginning.
func newPairs(face *fonts.Face, loose bool) *pairs {
	for i, name := range houseFaces {
		if face.PostScript == name && !loose {
			return &pairs{face: face, known: known(house[i*knownSize : (i+1)*knownSize])}
		}
	}
	return emptyPairs(face)
}

func emptyPairs(face *fonts.Face) *pairs {
	p := &pairs{face: face, advances: make([][symbols]int16, symbols)}
	for i := range p.advances {
		for k := range p.advances[i] {
			p.advances[i][k] = unmet
		}
	}
	return p
}

// glyph is the glyph of a symbol, 0 when that has not been met.
func (p *pairs) glyph(at int) uint16 {
	if p.known != "" {
		return p.known.at(at)
	}
	return p.glyphs[at]
}

// advance is the advance of a symbol before another one, or before nothing when that is -1.
func (p *pairs) advance(of, before int) int16 {
	switch {
	case p.known != "":
		return int16(p.known.at((before+2)*symbols + of))
	case before < 0:
		return p.alone[of]
	}
	return p.advances[of][before]
}

// learn takes the pairs out of a shaped word.
func (p *pairs) learn(w *word) {
	if p.known != "" {
		return
	}
	before := -1
	for i := range w.clusters {
		at := p.simple(&w.clusters[i])
		if before >= 0 && at >= 0 && p.advances[before][at] == unmet {
			p.advances[before][at] = int16(w.clusters[i-1].glyphs[0].Advance)
		}
		before = at
	}
}

// simple is the symbol of a cluster that is one character with its own glyph, or -1.
func (p *pairs) simple(c *cluster) int {
	g := c.glyphs[0]
	if len(c.glyphs) > 1 || c.face != p.face || g.X != 0 || g.Y != 0 || g.Advance <= bonded || g.Advance > math.MaxInt16 {
		return -1
	}
	at := -1
	for i, r := range g.Text {
		if i > 0 {
			return -1
		}
		if id, _ := p.face.Glyph(drawn(r, piece{})); id == g.ID {
			at = symbol(r)
		}
	}
	if at >= 0 {
		p.glyphs[at] = g.ID
		one := cluster{face: p.face, glyphs: []Glyph{{ID: g.ID, Advance: int32(p.face.Advance(g.ID)), Text: g.Text}}}
		fixSpace(&one)
		p.alone[at] = int16(one.glyphs[0].Advance)
	}
	return at
}

// ask shapes the pairs of a word that have not been met, if they are few enough to be less work than the
// word, and reports whether the word can be put together now.
func (ws *workspace) ask(p *pairs, text string, loose bool) bool {
	var unknown [3]string
	n, before, from := 0, -1, 0
	for i, r := range text {
		at := symbol(r)
		if at < 0 || p.glyph(at) == 0 && before < 0 || before >= 0 && p.advance(before, at) == bonded {
			return false
		}
		if before >= 0 && p.advance(before, at) == unmet {
			if n == len(unknown) || 4*(n+1) > len(text) {
				return false
			}
			unknown[n] = text[from : i+utf8.RuneLen(r)]
			n++
		}
		before, from = at, i
	}
	for _, pair := range unknown[:n] {
		w, _ := ws.shapeAnew(p.face, pair, loose, harfbuzz.LeftToRight)
		p.learn(w)
		a, size := utf8.DecodeRuneInString(pair)
		b, _ := utf8.DecodeRuneInString(pair[size:])
		if met := &p.advances[symbol(a)][symbol(b)]; *met == unmet {
			*met = bonded
			return false
		}
	}
	return true
}

// assemble puts a word together, or returns nil when it holds a pair that has not been met.
func (p *pairs) assemble(text string) *word {
	runes, before := 0, -1
	for _, r := range text {
		at := symbol(r)
		if at < 0 || p.glyph(at) == 0 || before >= 0 && p.advance(before, at) <= bonded {
			return nil
		}
		before = at
		runes++
	}
	w := &word{clusters: make([]cluster, 0, runes)}
	glyphs := make([]Glyph, runes)
	em := float64(p.face.UnitsPerEm)
	for i, r := range text {
		at := symbol(r)
		if n := len(w.clusters); n > 0 {
			g := &glyphs[n-1]
			g.Advance = int32(p.advance(before, at))
			g.Text = text[w.clusters[n-1].start:i]
			w.clusters[n-1].advance = float64(g.Advance) / em
		}
		n := len(w.clusters)
		glyphs[n] = Glyph{ID: p.glyph(at), Advance: int32(p.advance(at, -1)), Text: text[i:]}
		w.clusters = append(w.clusters, cluster{
			face: p.face, glyphs: glyphs[n : n+1 : n+1], start: int32(i), advance: float64(glyphs[n].Advance) / em,
		})
		before = at
	}
	return w
}
