// Package subset cuts a face down to what a text needs of it.
//
// [Text] is for readers that shape the text themselves, as browsers do: it takes characters and
// gives a TrueType file that sets any text of them as the whole face does, with kerning, ligatures,
// marks and the joined forms of Arabic (package otl). [Glyphs] is for PDFs, whose text is shaped
// already: it takes glyphs and gives only their outlines. [UnicodeRange] writes characters as CSS
// wants them.
//
// The same arguments give the same bytes, in any order of the characters. Left out are hinting (see
// Glyphs), vertical writing, the MATH table, carets in ligatures, the axes of a variable face, of
// which its default instance is left, and kern, which GPOS has replaced.
package subset

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/unicodedata" // compositions and mirrors as the shaper has them

	"rapport/fonts"
	"rapport/fonts/sfnt"
	"rapport/fonts/subset/otl"
)

// always are the features that shapers apply by themselves: to all text, or to that of some
// scripts. Those for vertical text are not among them.
const always = "rvrn ccmp liga locl mark mkmk rlig calt clig curs kern rclt ltra ltrm rtla rtlm " +
	"rand init medi fina isol med2 fin2 fin3 cswh mset stch ljmo vjmo tjmo nukt akhn rphf rkrf " +
	"pref blwf half abvf pstf cfar vatu cjct pres abvs blws psts haln dist abvm blwm"

// fractions are the features that shapers apply around a fraction slash.
const fractions, fractionSlash = "frac numr dnom", '\u2044'

// Text builds a TrueType file of a face for texts of some characters. Of these the face may lack
// some; what shapers put in their stead is added: canonical compositions, hyphens, the space.
// features are those that the text asks for, such as "tnum", besides those that shapers apply by
// themselves; the face may lack them. The error says that the font is broken.
func Text(face *fonts.Face, runes []rune, features ...string) (file []byte, err error) {
	defer func() {
		if sfnt.OutOfTable(recover()) {
			file, err = nil, fmt.Errorf("%s: broken tables", face.PostScript)
		}
	}()
	runes = reached(face, runes)
	wanted := strings.Fields(always)
	if slices.Contains(runes, fractionSlash) {
		wanted = append(wanted, strings.Fields(fractions)...)
	}
	wanted = append(wanted, features...)
	feature := func(tag string) bool { return slices.Contains(wanted, tag) }

	layout := otl.Tables{
		GSUB: face.Table("GSUB"), GPOS: face.Table("GPOS"), GDEF: face.Table("GDEF"),
	}
	chars := readCharacters(face, runes)
	glyphs := otl.NewGlyphs(0) // the missing glyph is the first of every font
	for _, id := range chars.glyphs() {
		glyphs.Add(id)
	}
	layout.Close(glyphs, feature)
	shaped := glyphs.List()
	o := collect(face, withComponents(face, shaped))
	number := func(id uint16) int {
		if _, ok := slices.BinarySearch(shaped, id); ok { // texts never have a mere component
			return int(o.number[id])
		}
		return -1
	}
	if layout, err = layout.Cut(number, feature); err != nil {
		return nil, fmt.Errorf("%s: %w", face.PostScript, err)
	}
	return o.file(chars, layout), nil
}

// reached lists the characters of a text that a face has, sorted, and those that a shaper may put
// in their stead or beside them.
func reached(face *fonts.Face, runes []rune) []rune {
	wanted := map[rune]bool{' ': true, '-': true} // words may be divided
	marked := slices.ContainsFunc(runes, takesApart)
	backwards := slices.ContainsFunc(runes, isRightToLeft)
	for _, r := range runes {
		wanted[r] = true
		if r == '\u00AD' || r == '\u2011' {
			wanted['\u2010'] = true // soft hyphens, and those that do not break, are drawn as this
		}
		if mirror, ok := unicodedata.LookupMirrorChar(r); ok && backwards {
			wanted[mirror] = true
		}
		// A letter is set as its parts when the face lacks it, and when marks are about: the parts
		// are sorted, and composed as far as the face can.
		if _, ok := face.Glyph(r); !ok || marked {
			for _, part := range parts(r) {
				wanted[part] = true
			}
		}
	}
	if marked {
		wanted[dottedCircle] = true // stands under a mark without a letter
	}
	var all []rune
	for it := face.Shaping().Cmap.Iter(); it.Next(); {
		r, glyph := it.Char()
		if glyph != 0 && (wanted[r] || marked && composed(r, wanted)) {
			all = append(all, r)
		}
	}
	slices.Sort(all)
	return all
}

// takesApart reports whether a shaper takes letters apart beside a character: beside a mark, and in
// texts of India and South-East Asia.
func takesApart(r rune) bool {
	return unicode.IsMark(r) || r >= 0x900 && r < 0x1100 || r >= 0x1700 && r < 0x1D00 ||
		r >= 0xA800 && r < 0xAC00 || r >= 0x11000 && r < 0x12000
}

const dottedCircle = '\u25CC'

// isRightToLeft reports whether a character is of a script that is written from right to left.
func isRightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF ||
		r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000 || r == rightToLeftMark
}

const rightToLeftMark = '\u200F'

// parts is a character's canonical decomposition, or itself.
func parts(r rune) []rune {
	first, second, ok := unicodedata.Decompose(r)
	switch {
	case !ok:
		return []rune{r}
	case second == 0:
		return parts(first)
	}
	return append(parts(first), second)
}

// composed reports whether a character is the composition of several wanted ones.
func composed(r rune, wanted map[rune]bool) bool {
	of := parts(r)
	return len(of) > 1 && !slices.ContainsFunc(of, func(p rune) bool { return !wanted[p] })
}

// withComponents lists glyphs with those that composite ones are made of, in rising order.
func withComponents(face *fonts.Face, glyphs []uint16) []uint16 {
	outlines := sfnt.NewOutlines(face.Table("glyf"), face.Table("loca"), face.Table("head"))
	all := otl.NewGlyphs(glyphs...)
	queue := slices.Clone(glyphs)
	for i := 0; i < len(queue); i++ {
		record := outlines.Glyph(queue[i])
		if !sfnt.IsComposite(record) {
			continue
		}
		for at := range sfnt.Components(record) {
			if part := sfnt.U16(record, at+2); !all.Has(part) {
				all.Add(part)
				queue = append(queue, part)
			}
		}
	}
	return all.List()
}

// file puts the tables together.
func (o *outliner) file(chars characters, layout otl.Tables) []byte {
	head, loca := o.headAndLoca()
	var first, last rune
	if len(chars.runes) > 0 {
		first, last = chars.runes[0], chars.runes[len(chars.runes)-1]
	}
	// Without functions of its own prep only says how unhinted outlines are to be drawn.
	full, withPrep := o.full(), len(o.face.Table("fpgm")) == 0
	var tables []sfnt.Table
	add := func(tag string, data []byte) {
		if len(data) > 0 {
			tables = append(tables, sfnt.Table{Tag: tag, Data: data})
		}
	}
	add("GDEF", layout.GDEF)
	add("GPOS", layout.GPOS)
	add("GSUB", layout.GSUB)
	add("OS/2", os2(o.face, first, last, unicodeRanges(chars.runes)))
	add("cmap", chars.table(o.number))
	add("gasp", o.face.Table("gasp"))
	add("glyf", o.glyf)
	add("head", head)
	add("hhea", o.hhea(full))
	add("hmtx", o.hmtx(full))
	add("loca", loca)
	add("maxp", o.maxp(withPrep))
	add("name", names(o.face.Table("name")))
	add("post", post(o.face))
	if withPrep {
		add("prep", o.face.Table("prep"))
	}
	return sfnt.Assemble(tables)
}

// UnicodeRange writes characters as CSS has them in the descriptor unicode-range of a face (CSS
// Fonts 4): "U+20-7E,U+A0".
func UnicodeRange(runes []rune) string {
	runes = slices.Clone(runes)
	slices.Sort(runes)
	runes = slices.Compact(runes)
	var out []string
	for i := 0; i < len(runes); {
		j := i + 1
		for j < len(runes) && runes[j] == runes[j-1]+1 {
			j++
		}
		span := fmt.Sprintf("U+%X", runes[i])
		if j > i+1 {
			span += fmt.Sprintf("-%X", runes[j-1])
		}
		out = append(out, span)
		i = j
	}
	return strings.Join(out, ",")
}
