package pdf

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"rapport/fonts"
	"rapport/layout/frame"
)

// fontSet is the fonts of a document, in order of first use.
type fontSet struct {
	list   []*font
	byFace map[*fonts.Face]*font
}

// font is one face as the document uses it.
//
// Text is shown with two-byte codes that are glyph numbers of the subset (Identity-H). A code
// stands for a glyph and for the text it means there, so that ToUnicode is never ambiguous: a
// hyphen drawn at a line's end (U+00AD) has another code than the same glyph within a word, and its
// outline is stored twice.
type font struct {
	face     *fonts.Face
	resource string // its name in content streams
	number   ref    // the Type0 dictionary
	first    []use  // by glyph: the first text it stood for
	others   map[glyphText]uint16
	codes    []glyphText // by code; code 0 is .notdef
}

// use is a glyph's first text and its code.
type use struct {
	text string
	code uint16
	used bool
}

type glyphText struct {
	glyph uint16
	text  string
}

// collectFonts finds every glyph of the document and gives each its code.
//
// Codes are in the order of the text they stand for: neighbours in the alphabet become neighbours
// in the subset, ToUnicode shrinks to a few ranges, and the order of pages has no part in it. extra
// are texts that stand on no page of the document.
func collectFonts(d *frame.Document, extra ...frame.Item) (*fontSet, error) {
	set := &fontSet{byFace: make(map[*fonts.Face]*font)}
	for i, page := range d.Pages {
		for _, item := range page.Items {
			if item.Text == nil {
				continue
			}
			if err := set.collect(item.Text); err != nil {
				return nil, fmt.Errorf("page %d: %w", i+1, err)
			}
		}
	}
	for _, item := range extra {
		if item.Text == nil {
			continue
		}
		if err := set.collect(item.Text); err != nil {
			return nil, err
		}
	}
	for _, f := range set.list {
		if err := f.assign(); err != nil {
			return nil, err
		}
	}
	return set, nil
}

func (s *fontSet) collect(t *frame.Text) error {
	face := t.Run.Face
	if face == nil {
		return fmt.Errorf("a run of text without a face")
	}
	f := s.byFace[face]
	if f == nil {
		f = &font{face: face, resource: "F" + strconv.Itoa(len(s.list)+1),
			first: make([]use, face.Glyphs())}
		s.byFace[face], s.list = f, append(s.list, f)
	}
	for _, g := range t.Run.Glyphs {
		if g.ID == 0 || int(g.ID) >= len(f.first) {
			return fmt.Errorf("%s has no glyph for %q", face.PostScript, g.Text)
		}
		f.meet(g.ID, g.Text)
	}
	return nil
}

// meet remembers a glyph and its text.
func (f *font) meet(glyph uint16, text string) {
	u := &f.first[glyph]
	switch {
	case !u.used:
		*u = use{text: text, used: true}
	case u.text == text:
		return
	default:
		if f.others == nil {
			f.others = make(map[glyphText]uint16)
		}
		f.others[glyphText{glyph, text}] = 0
	}
}

// assign gives every pair of glyph and text its code.
func (f *font) assign() error {
	for glyph, u := range f.first {
		if u.used {
			f.codes = append(f.codes, glyphText{uint16(glyph), u.text})
		}
	}
	for pair := range f.others { // sorted below
		f.codes = append(f.codes, pair)
	}
	slices.SortFunc(f.codes, func(a, b glyphText) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.glyph, b.glyph))
	})
	f.codes = slices.Insert(f.codes, 0, glyphText{})
	if len(f.codes) > 1<<16 {
		return fmt.Errorf("%s: more than 65,535 pairs of glyph and text", f.face.PostScript)
	}
	for code, pair := range f.codes[1:] {
		u := &f.first[pair.glyph]
		if u.text == pair.text {
			u.code = uint16(code + 1)
		} else {
			f.others[pair] = uint16(code + 1)
		}
	}
	return nil
}

// code is the code of a glyph that stands for text.
func (f *font) code(glyph uint16, text string) uint16 {
	if u := &f.first[glyph]; u.text == text {
		return u.code
	}
	return f.others[glyphText{glyph, text}]
}

// width is a glyph's advance as the W array states it, in thousandths of an em.
func (f *font) width(glyph uint16) float64 {
	return float64(round(1000*f.thousandths(f.face.Advance(glyph)))) / 1000
}

func (f *font) thousandths(units int) float64 {
	return float64(units) * 1000 / float64(f.face.UnitsPerEm)
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
		data, err := subset(f.face, f.codes)
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
		o.num(f.width(pair.glyph))
	}
	out.put(cid, o.raw("]]/FontDescriptor ").ref(descriptor).raw(">>"))
	out.put(descriptor, f.descriptor(name, program))
}

// descriptor describes the face (ISO 32000-1, 9.8).
func (f *font) descriptor(name string, program ref) *object {
	face := f.face
	o := new(object)
	o.raw("<</Type/FontDescriptor/FontName").name(name).raw("/Flags ").int(flags(face))
	o.raw("/FontBBox").nums(f.thousandths(face.BBox[0]), f.thousandths(face.BBox[1]),
		f.thousandths(face.BBox[2]), f.thousandths(face.BBox[3]))
	o.raw("/ItalicAngle ").num(face.ItalicAngle)
	o.raw("/Ascent ").num(f.thousandths(face.Ascent))
	o.raw("/Descent ").num(f.thousandths(face.Descent))
	o.raw("/CapHeight ").num(f.thousandths(face.CapHeight))
	o.raw("/XHeight ").num(f.thousandths(face.XHeight))
	o.raw("/StemV ").num(f.thousandths(stem(face)))
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
