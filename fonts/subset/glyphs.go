package subset

import (
	"encoding/binary"
	"fmt"

	"rapport/fonts"
	"rapport/fonts/sfnt"
)

// Glyphs builds a TrueType file of the glyphs wanted, numbered as in wanted (which may name a glyph
// more than once), with the components of composite glyphs after them. It has the tables that ISO
// 32000-1, 9.9 asks for and no other: a PDF finds glyphs by number. The error says that the font is
// broken.
//
// Hinting is dropped with its tables: hints move outlines to whole pixels of a coarse grid; today's
// screens and all paper have finer ones. The faces for text that are compiled in carry none (7
// bytes of prep each).
func Glyphs(face *fonts.Face, wanted []uint16) (file []byte, err error) {
	defer func() {
		if sfnt.OutOfTable(recover()) {
			file, err = nil, fmt.Errorf("%s: broken outlines", face.PostScript)
		}
	}()
	o := collect(face, wanted)
	head, loca := o.headAndLoca()
	n := len(o.glyphs)
	return sfnt.Assemble([]sfnt.Table{{Tag: "glyf", Data: o.glyf}, {Tag: "head", Data: head},
		{Tag: "hhea", Data: o.hhea(n)}, {Tag: "hmtx", Data: o.hmtx(n)},
		{Tag: "loca", Data: loca}, {Tag: "maxp", Data: o.maxp(false)}}), nil
}

// outliner copies the outlines of some glyphs of a face.
type outliner struct {
	face     *fonts.Face
	outlines sfnt.Outlines
	number   map[uint16]uint16 // from a glyph of the face to one of the subset
	glyphs   []uint16          // by number in the subset
	glyf     []byte
	loca     []uint32
}

// collect copies the outlines of glyphs, and of their components after them.
func collect(face *fonts.Face, wanted []uint16) *outliner {
	o := &outliner{face: face, number: make(map[uint16]uint16),
		outlines: sfnt.NewOutlines(face.Table("glyf"), face.Table("loca"), face.Table("head"))}
	for i, glyph := range wanted {
		if _, have := o.number[glyph]; !have {
			o.number[glyph] = uint16(i)
		}
		o.glyphs = append(o.glyphs, glyph)
	}
	for i := 0; i < len(o.glyphs); i++ { // grows as components are met
		o.add(o.glyphs[i])
	}
	o.loca = append(o.loca, uint32(len(o.glyf)))
	return o
}

// add appends a glyph's outline without instructions, its components renumbered.
func (o *outliner) add(glyph uint16) {
	o.loca = append(o.loca, uint32(len(o.glyf)))
	data := o.outlines.Glyph(glyph)
	if len(data) == 0 {
		return
	}
	if sfnt.IsComposite(data) {
		o.glyf = append(o.glyf, o.composite(data)...)
	} else {
		instructions := 10 + 2*sfnt.I16(data, 0)
		skip := int(sfnt.U16(data, instructions))
		o.glyf = append(append(append(o.glyf, data[:instructions]...), 0, 0),
			data[instructions+2+skip:]...)
	}
	for len(o.glyf)%2 != 0 { // what the short loca can point to
		o.glyf = append(o.glyf, 0)
	}
}

func (o *outliner) composite(data []byte) []byte {
	out := append([]byte(nil), data...)
	end := 0
	for at, next := range sfnt.Components(out) {
		flags, part := sfnt.U16(out, at), sfnt.U16(out, at+2)
		number, have := o.number[part]
		if !have {
			number = uint16(len(o.glyphs))
			o.number[part] = number
			o.glyphs = append(o.glyphs, part)
		}
		binary.BigEndian.PutUint16(out[at:], flags&^sfnt.WithInstructions)
		binary.BigEndian.PutUint16(out[at+2:], number)
		end = next
	}
	return out[:end]
}

func (o *outliner) headAndLoca() (head, loca []byte) {
	head = copyOf(o.face, "head")
	binary.BigEndian.PutUint32(head[8:], 0) // checkSumAdjustment, set by Assemble
	loca, long := packLoca(o.loca)
	binary.BigEndian.PutUint16(head[50:], long)
	return head, loca
}

// hhea is the table hhea, with a number of full records in hmtx.
func (o *outliner) hhea(full int) []byte {
	hhea := copyOf(o.face, "hhea")
	binary.BigEndian.PutUint16(hhea[34:], uint16(full))
	return hhea
}

// full is how many records of hmtx need their own advance: the last stands for all behind it.
func (o *outliner) full() int {
	n := len(o.glyphs)
	for n > 1 && o.face.Advance(o.glyphs[n-1]) == o.face.Advance(o.glyphs[n-2]) {
		n--
	}
	return n
}

// maxp is the table maxp, with what instructions need if those of prep stay.
func (o *outliner) maxp(withPrep bool) []byte {
	maxp := copyOf(o.face, "maxp")
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(o.glyphs)))
	if len(maxp) >= 32 && !withPrep { // no twilight points, storage, functions, stack, hints
		binary.BigEndian.PutUint16(maxp[14:], 1) // maxZones
		clear(maxp[16:28])
	}
	return maxp
}

func (o *outliner) hmtx(full int) []byte {
	hmtx := make([]byte, 0, 4*len(o.glyphs))
	for i, g := range o.glyphs {
		if i < full {
			hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(o.face.Advance(g)))
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(o.face.LeftSideBearing(g)))
	}
	return hmtx
}

func copyOf(face *fonts.Face, tag string) []byte { return append([]byte(nil), face.Table(tag)...) }

// packLoca is the loca table, in its short form if the outlines are small enough for it.
func packLoca(offsets []uint32) (loca []byte, long uint16) {
	if offsets[len(offsets)-1] > 2*0xFFFF {
		for _, o := range offsets {
			loca = binary.BigEndian.AppendUint32(loca, o)
		}
		return loca, 1
	}
	for _, o := range offsets {
		loca = binary.BigEndian.AppendUint16(loca, uint16(o/2))
	}
	return loca, 0
}
