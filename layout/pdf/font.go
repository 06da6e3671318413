package pdf

import (
	"crypto/sha256"
	"fmt"

	"rapport/fonts"
	"rapport/fonts/subset"
)

// width is a glyph's advance as the W array states it, in thousandths of an em.
func width(face *fonts.Face, glyph uint16) float64 {
	return float64(round(1000*thousandths(face, face.Advance(glyph)))) / 1000
}

func thousandths(face *fonts.Face, units int) float64 {
	return float64(units) * 1000 / float64(face.UnitsPerEm)
}

// alloc reserves the numbers of the fonts' dictionaries and writes the resource dictionary that all
// pages share.
func (s *fontSet) write(f *file) (resources ref) {
	var o object
	o.raw("<<")
	for _, font := range s.list {
		font.number = f.alloc(1)
		o.name(font.resource).raw(" ").ref(font.number)
		font.write(f)
	}
	return f.add(o.raw(">>"))
}

// write writes a composite font (ISO 32000-1, 9.7): Type0, CIDFontType2, descriptor, font file,
// ToUnicode. The subset's tag is made from what is in the subset, not from its bytes, which a
// worker makes later.
func (f *font) write(out *file) {
	name := f.tag() + "+" + f.face.PostScript
	cid, descriptor, program, unicode := out.alloc(1), out.alloc(1), out.alloc(1), out.alloc(1)
	out.stream(program, partFont, func([]byte) (object, []byte, error) {
		data, err := subset.Glyphs(f.face, f.glyphs())
		var dict object
		dict.raw("/Length1 ").int(len(data))
		return dict, data, err
	})
	out.stream(unicode, partFont,
		func([]byte) (object, []byte, error) { return object{}, unicodeMap(f.codes), nil })

	var o object
	o.raw("<</Type/Font/Subtype/Type0/BaseFont").name(name).raw("/Encoding/Identity-H")
	o.raw("/DescendantFonts[").ref(cid).raw("]/ToUnicode ").ref(unicode).raw(">>")
	out.put(f.number, &o)

	o = object{}
	o.raw("<</Type/Font/Subtype/CIDFontType2/BaseFont").name(name)
	o.raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
	o.raw("/CIDToGIDMap/Identity/DW 0/W[0[")
	for i, pair := range f.codes {
		if i > 0 {
			o.raw(" ")
		}
		o.num(width(f.face, pair.glyph))
	}
	out.put(cid, o.raw("]]/FontDescriptor ").ref(descriptor).raw(">>"))
	out.put(descriptor, f.descriptor(name, program))
}

// glyphs are those of the subset, by code.
func (f *font) glyphs() []uint16 {
	glyphs := make([]uint16, len(f.codes))
	for code, pair := range f.codes {
		glyphs[code] = pair.glyph
	}
	return glyphs
}

// descriptor describes the face (ISO 32000-1, 9.8).
func (f *font) descriptor(name string, program ref) *object {
	face := f.face
	o := new(object)
	o.raw("<</Type/FontDescriptor/FontName").name(name).raw("/Flags ").int(flags(face))
	o.raw("/FontBBox").nums(thousandths(face, face.BBox[0]), thousandths(face, face.BBox[1]),
		thousandths(face, face.BBox[2]), thousandths(face, face.BBox[3]))
	o.raw("/ItalicAngle ").num(face.ItalicAngle)
	o.raw("/Ascent ").num(thousandths(face, face.Ascent))
	o.raw("/Descent ").num(thousandths(face, face.Descent))
	o.raw("/CapHeight ").num(thousandths(face, face.CapHeight))
	o.raw("/XHeight ").num(thousandths(face, face.XHeight))
	o.raw("/StemV ").num(thousandths(face, stem(face)))
	return o.raw("/FontFile2 ").ref(program).raw(">>")
}

// tag is the subset's tag of six letters (ISO 32000-1, 9.6.4).
func (f *font) tag() string {
	h := sha256.New()
	for _, pair := range f.codes {
		fmt.Fprintf(h, "%d %s\n", pair.glyph, pair.text)
	}
	tag := h.Sum(nil)[:6]
	for i, v := range tag {
		tag[i] = 'A' + v%26
	}
	return string(tag)
}

// flags are the descriptor's flags, ISO 32000-1, table 123. A font of Identity codes is symbolic:
// its character set is its own.
func flags(face *fonts.Face) int {
	const fixedPitch, serif, symbolic, script, italic = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 6
	f := symbolic
	if face.Italic || face.ItalicAngle != 0 {
		f |= italic
	}
	if post := face.Table("post"); len(post) >= 16 && be32(post, 12) != 0 {
		f |= fixedPitch
	}
	if os2 := face.Table("OS/2"); len(os2) >= 42 { // PANOSE at 32: family, serif style
		switch family, style := os2[32], os2[33]; {
		case family == 2 && style >= 2 && style <= 10:
			f |= serif
		case family == 3:
			f |= script
		}
		switch os2[30] { // sFamilyClass: the old styles, slabs and modern serifs
		case 1, 2, 3, 4, 5, 7:
			f |= serif
		}
	}
	return f
}
