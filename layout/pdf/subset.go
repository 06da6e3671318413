package pdf

import (
	"encoding/binary"
	"fmt"

	"rapport/fonts"
)

// Flags of a component in a composite glyph (OpenType, glyf table).
const (
	wordArguments    = 1 << 0
	oneScale         = 1 << 3
	moreComponents   = 1 << 5
	twoScales        = 1 << 6
	twoByTwo         = 1 << 7
	withInstructions = 1 << 8
)

// subset builds a TrueType file of the glyphs wanted, numbered as in codes, with the components of
// composite glyphs after them. It has the tables that ISO 32000-1, 9.9 asks for and no other: the
// characters are found by code, and hinting is dropped with its tables.
//
// Hints move outlines to whole pixels of a coarse grid; today's screens and all paper have finer
// ones. The faces compiled in carry none (7 bytes of prep each), so this matters only to a brand's
// own face.
func subset(face *fonts.Face, codes []glyphText) (file []byte, err error) {
	defer func() {
		if outOfTable(recover()) {
			file, err = nil, fmt.Errorf("%s: broken outlines", face.PostScript)
		}
	}()
	s := subsetter{outlines: newOutlines(face), number: make(map[uint16]uint16)}
	for i, pair := range codes {
		if _, have := s.number[pair.glyph]; !have {
			s.number[pair.glyph] = uint16(i)
		}
		s.glyphs = append(s.glyphs, pair.glyph)
	}
	for i := 0; i < len(s.glyphs); i++ { // grows as components are met
		s.add(s.glyphs[i])
	}
	return s.file(face), nil
}

type subsetter struct {
	outlines outlines
	number   map[uint16]uint16 // from a glyph of the face to one of the subset
	glyphs   []uint16          // by number in the subset
	glyf     []byte
	loca     []uint32
}

// add appends a glyph's outline without instructions, its components renumbered.
func (s *subsetter) add(glyph uint16) {
	s.loca = append(s.loca, uint32(len(s.glyf)))
	data := s.outlines.glyph(glyph)
	if len(data) == 0 {
		return
	}
	if contours := int(int16(be16(data, 0))); contours >= 0 {
		instructions := 10 + 2*contours
		skip := int(be16(data, instructions))
		s.glyf = append(append(append(s.glyf, data[:instructions]...), 0, 0),
			data[instructions+2+skip:]...)
	} else {
		s.glyf = append(s.glyf, s.composite(data)...)
	}
	for len(s.glyf)%2 != 0 { // what the short loca can point to
		s.glyf = append(s.glyf, 0)
	}
}

func (s *subsetter) composite(data []byte) []byte {
	out := append([]byte(nil), data...)
	for at := 10; ; {
		flags, part := be16(out, at), be16(out, at+2)
		number, have := s.number[part]
		if !have {
			number = uint16(len(s.glyphs))
			s.number[part] = number
			s.glyphs = append(s.glyphs, part)
		}
		binary.BigEndian.PutUint16(out[at:], flags&^withInstructions)
		binary.BigEndian.PutUint16(out[at+2:], number)
		at += componentSize(flags)
		if flags&moreComponents == 0 {
			return out[:at]
		}
	}
}

// componentSize is the length of a component's record.
func componentSize(flags uint16) int {
	size := 6
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&twoByTwo != 0:
		size += 8
	}
	return size
}

type table struct {
	tag  string
	data []byte
}

// file puts the tables together, in the order of their tags.
func (s *subsetter) file(face *fonts.Face) []byte {
	n := len(s.glyphs)
	s.loca = append(s.loca, uint32(len(s.glyf)))
	head, hhea, maxp := copyOf(face, "head"), copyOf(face, "hhea"), copyOf(face, "maxp")
	loca, long := packLoca(s.loca)
	binary.BigEndian.PutUint32(head[8:], 0) // checkSumAdjustment, set by assemble
	binary.BigEndian.PutUint16(head[50:], long)
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	if len(maxp) >= 32 { // no twilight points, storage, functions, stack or instructions
		binary.BigEndian.PutUint16(maxp[14:], 1) // maxZones
		clear(maxp[16:28])
	}
	hmtx := make([]byte, 0, 4*n)
	for _, g := range s.glyphs {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(face.Advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(face.LeftSideBearing(g)))
	}
	return assemble([]table{{"glyf", s.glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx},
		{"loca", loca}, {"maxp", maxp}})
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

// assemble writes the table directory and the tables with their checksums.
func assemble(tables []table) []byte {
	power := 0
	for 2<<power <= len(tables) {
		power++
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), 16 << power, power, 16*len(tables) - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	directory := len(out)
	out = append(out, make([]byte, 16*len(tables))...)
	adjustment := 0
	for i, t := range tables {
		if t.tag == "head" {
			adjustment = len(out) + 8
		}
		entry := out[directory+16*i:]
		copy(entry, t.tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(t.data))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[adjustment:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum is the sum of a table's 32-bit words, the last one filled up with zeros.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
