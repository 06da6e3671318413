package text

import (
	"slices"
	"unicode/utf8"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/segmenter"

	"rapport/fonts"
)

// Characters that are instructions to the layout. Faces need no glyphs for them.
const (
	softHyphen        = '\u00AD' // may break here; drawn only at a line's end
	noBreakHyphen     = '\u2011' // a hyphen without a break
	hyphenCharacter   = '\u2010' // a hyphen
	noBreakSpace      = '\u00A0' // a space without a break
	narrowSpace       = '\u202F' // a narrow space without a break
	thinSpace         = '\u2009' // the same here
	zeroWidthSpace    = '\u200B' // may break here; never drawn
	wordJoiner        = '\u2060' // may not break here; never drawn
	byteOrderMark     = '\uFEFF' // the same, its old use
	lineSeparator     = '\u2028' // must break here
	paraSeparator     = '\u2029' // the same here
	emojiPresentation = '\uFE0F' // the character before is meant as a picture
	zeroWidthJoiner   = '\u200D' // joins emoji, among others
	missingCharacter  = '?'      // what is drawn for a character that no face has
)

// narrow is the advance of a narrow or thin space, as a share of the face's space. Source Serif's own
// thin space is 0.84 of its space, Schibsted has none; two thirds keeps "12 345" one number.
const narrow = 2.0 / 3

// piece is a part of a word in one face. A piece with stand set is drawn as that character throughout.
type piece struct {
	from, to int // byte offsets in the word
	face     *fonts.Face
	stand    rune
}

// drawn is the character whose glyph stands for r.
func drawn(r rune, p piece) rune {
	if p.stand != 0 {
		return p.stand
	}
	switch r {
	case softHyphen, noBreakHyphen, hyphenCharacter:
		return '-'
	case noBreakSpace, narrowSpace, thinSpace:
		return ' '
	}
	return r
}

// fixSpace gives a narrow space its width.
func fixSpace(c *cluster) {
	if r, _ := utf8.DecodeRuneInString(c.glyphs[0].Text()); r == narrowSpace || r == thinSpace {
		c.glyphs[0].Advance = int32(narrow * float64(c.face.Advance(c.glyphs[0].ID)))
	}
}

// itemize divides a word into pieces by the faces that have its characters, and lists the characters
// that no face has. Nearly every word is one piece.
func (ws *workspace) itemize(primary *fonts.Face, word string) ([]piece, []rune) {
	if plain(primary, word) {
		return []piece{{from: 0, to: len(word), face: primary}}, nil
	}
	var pieces []piece
	var missing []rune
	runes := []rune(word)
	var seg segmenter.Segmenter
	seg.Init(runes)
	at := 0
	add := func(text []rune, face *fonts.Face, stand rune) {
		p := piece{from: at, to: at + len(string(text)), face: face, stand: stand}
		at = p.to
		if n := len(pieces); n > 0 && stand == 0 && pieces[n-1].stand == 0 && pieces[n-1].face == face {
			pieces[n-1].to = p.to
			return
		}
		pieces = append(pieces, p)
	}
	for it := seg.GraphemeIterator(); it.Next(); {
		grapheme := it.Grapheme().Text
		if face := ws.choose(primary, grapheme); face != nil {
			add(grapheme, face, 0)
			continue
		}
		for i, r := range grapheme { // no face has all of it
			one := grapheme[i : i+1]
			if face := ws.choose(primary, one); face != nil {
				add(one, face, 0)
				continue
			}
			add(one, primary, missingCharacter)
			missing = append(missing, r)
		}
	}
	return pieces, missing
}

// plain reports whether the face has every character by itself.
func plain(face *fonts.Face, text string) bool {
	for _, r := range text {
		if r == emojiPresentation {
			return false
		}
		if _, ok := face.Glyph(drawn(r, piece{})); !ok {
			return false
		}
	}
	return true
}

// choose is the first face of the chain that can set a grapheme, or nil. A character meant as a picture
// is looked for among the emoji first.
func (ws *workspace) choose(face *fonts.Face, grapheme []rune) *fonts.Face {
	if slices.Contains(grapheme, emojiPresentation) {
		emoji, _ := fonts.Find(fonts.NotoEmoji, 400, false)
		if ws.can(emoji, grapheme) {
			return emoji
		}
	}
	if ws.can(face, grapheme) {
		return face
	}
	for _, next := range fonts.Fallbacks(face, grapheme...) {
		if f := next(); ws.can(f, grapheme) {
			return f
		}
	}
	return nil
}

// can reports whether a face sets a grapheme without its missing glyph.
func (ws *workspace) can(face *fonts.Face, grapheme []rune) bool {
	ws.runes = ws.runes[:0]
	for _, r := range grapheme {
		ws.runes = append(ws.runes, drawn(r, piece{}))
	}
	for _, info := range ws.run(face, false, harfbuzz.LeftToRight).Info {
		if info.Glyph == 0 {
			return false
		}
	}
	return true
}
