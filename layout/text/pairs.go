package text

import (
	"math"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"

	"rapport/fonts"
)

// pairs is what a workspace has learnt about a face: how far the pen goes from one letter to the next.
// In the faces compiled in, a letter's glyph and advance depend on nothing but the letter after it, save
// in ligatures; TestPairs tries it. So a word whose pairs have all been met is put together without
// shaping, and HarfBuzz sees only one new word in five.
type pairs struct {
	face     *fonts.Face
	glyphs   [symbols]uint16  // 0: not met
	advances [][symbols]int16 // by letter and the letter after it, or unmet
}

// symbols is the number of characters that pairs knows: ASCII, the letters of Latin-1, quotes and dashes.
const symbols = 95 + 64 + 5

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
	for i, known := range [...]rune{'«', '»', '–', '’', '…'} {
		if r == known {
			return 95 + 64 + i
		}
	}
	return -1
}

func newPairs(face *fonts.Face) *pairs {
	p := &pairs{face: face, advances: make([][symbols]int16, symbols)}
	for i := range p.advances {
		for k := range p.advances[i] {
			p.advances[i][k] = unmet
		}
	}
	return p
}

// learn takes the pairs out of a shaped word.
func (p *pairs) learn(w *word) {
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
		if id, _ := p.face.Glyph(r); id == g.ID {
			at = symbol(r)
		}
	}
	if at >= 0 {
		p.glyphs[at] = g.ID
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
		if at < 0 || p.glyphs[at] == 0 && before < 0 || before >= 0 && p.advances[before][at] == bonded {
			return false
		}
		if before >= 0 && p.advances[before][at] == unmet {
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
		if at < 0 || p.glyphs[at] == 0 || before >= 0 && p.advances[before][at] <= bonded {
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
			g.Advance = int32(p.advances[before][at])
			g.Text = text[w.clusters[n-1].start:i]
			w.clusters[n-1].advance = float64(g.Advance) / em
		}
		n := len(w.clusters)
		glyphs[n] = Glyph{ID: p.glyphs[at], Advance: int32(p.face.Advance(p.glyphs[at])), Text: text[i:]}
		w.clusters = append(w.clusters, cluster{
			face: p.face, glyphs: glyphs[n : n+1 : n+1], start: int32(i), advance: float64(glyphs[n].Advance) / em,
		})
		before = at
	}
	return w
}
