package subset

import (
	"encoding/binary"
	"slices"

	"rapport/fonts"
	"rapport/fonts/sfnt"
)

// characters are those of a subset, with the face's glyphs for them.
type characters struct {
	runes      []rune // sorted
	glyph      map[rune]uint16
	variations []variation
}

// variation is a selector of variants: a character followed by it is drawn as usual, or as another
// glyph.
type variation struct {
	selector rune
	usual    []rune // sorted
	other    []variant
}

type variant struct {
	r     rune
	glyph uint16
}

func readCharacters(face *fonts.Face, runes []rune) characters {
	c := characters{runes: runes, glyph: map[rune]uint16{}}
	for _, r := range runes {
		c.glyph[r], _ = face.Glyph(r)
	}
	for _, v := range readVariations(face.Table("cmap")) {
		if _, ok := c.glyph[v.selector]; !ok {
			continue
		}
		v.usual = slices.DeleteFunc(v.usual,
			func(r rune) bool { return !slices.Contains(runes, r) })
		v.other = slices.DeleteFunc(v.other,
			func(o variant) bool { return !slices.Contains(runes, o.r) })
		if len(v.usual)+len(v.other) > 0 {
			c.variations = append(c.variations, v)
		}
	}
	return c
}

// glyphs lists the glyphs of all characters and variants.
func (c characters) glyphs() (all []uint16) {
	for _, r := range c.runes {
		all = append(all, c.glyph[r])
	}
	for _, v := range c.variations {
		for _, o := range v.other {
			all = append(all, o.glyph)
		}
	}
	return all
}

func u24(d []byte, at int) rune { return rune(sfnt.U32(d, at) >> 8) }

// readVariations reads the subtable of format 14 of a cmap table, if it has one.
func readVariations(cmap []byte) (all []variation) {
	var d []byte
	for i := range int(sfnt.U16(cmap, 2)) {
		if t := cmap[sfnt.U32(cmap, 8+8*i):]; sfnt.U16(t, 0) == 14 {
			d = t
		}
	}
	if d == nil {
		return nil
	}
	for i := range int(sfnt.U32(d, 6)) {
		at := 10 + 11*i
		v := variation{selector: u24(d, at)}
		if usual := sfnt.U32(d, at+3); usual != 0 {
			t := d[usual:]
			for j := range int(sfnt.U32(t, 0)) {
				for k := range rune(t[4+4*j+3]) + 1 {
					v.usual = append(v.usual, u24(t, 4+4*j)+k)
				}
			}
		}
		if other := sfnt.U32(d, at+7); other != 0 {
			t := d[other:]
			for j := range int(sfnt.U32(t, 0)) {
				v.other = append(v.other, variant{u24(t, 4+5*j), sfnt.U16(t, 4+5*j+3)})
			}
		}
		all = append(all, v)
	}
	return all
}

// segment is a stretch of characters whose glyphs follow each other.
type segment struct {
	first, last rune
	glyph       uint16 // of the first
}

func (c characters) segments(number map[uint16]uint16) (all []segment) {
	for _, r := range c.runes {
		id := number[c.glyph[r]]
		if n := len(all); n > 0 && all[n-1].last == r-1 &&
			id == all[n-1].glyph+uint16(r-all[n-1].first) {
			all[n-1].last = r
			continue
		}
		all = append(all, segment{r, r, id})
	}
	return all
}

// table is a cmap table of format 4, with one of format 12 for characters past U+FFFF and one of
// format 14 for variants, for Unicode and for Windows.
func (c characters) table(number map[uint16]uint16) []byte {
	segments := c.segments(number)
	low := segments
	for i, s := range segments {
		if s.last > 0xFFFF {
			low = slices.Clone(segments[:i])
			if s.first <= 0xFFFF { // U+FFFF and U+10000 are neighbours
				low = append(low, segment{s.first, 0xFFFF, s.glyph})
			}
			break
		}
	}
	type encoding struct {
		platform, encoding uint16
		table              int
	}
	tables := [][]byte{segmentTable(low)}
	encodings := []encoding{{0, 3, 0}, {3, 1, 0}}
	if len(low) < len(segments) {
		tables = append(tables, groupTable(segments))
		encodings = append(encodings, encoding{0, 4, 1}, encoding{3, 10, 1})
	}
	if len(c.variations) > 0 {
		encodings = append(encodings, encoding{0, 5, len(tables)})
		tables = append(tables, c.variationTable(number))
	}
	slices.SortFunc(encodings, func(a, b encoding) int {
		return int(a.platform)*100 + int(a.encoding) - int(b.platform)*100 - int(b.encoding)
	})
	out := binary.BigEndian.AppendUint16([]byte{0, 0}, uint16(len(encodings)))
	for _, e := range encodings {
		at := 4 + 8*len(encodings)
		for _, t := range tables[:e.table] {
			at += len(t)
		}
		out = binary.BigEndian.AppendUint16(out, e.platform)
		out = binary.BigEndian.AppendUint16(out, e.encoding)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
	}
	return append(out, slices.Concat(tables...)...)
}

// segmentTable is of format 4. It ends with a segment for U+FFFF, which is no character.
func segmentTable(segments []segment) []byte {
	if n := len(segments); n == 0 || segments[n-1].last != 0xFFFF {
		segments = append(slices.Clone(segments), segment{0xFFFF, 0xFFFF, 0})
	}
	n := len(segments)
	power := 0
	for 2<<power <= n {
		power++
	}
	var out []byte
	add := func(values ...int) {
		for _, v := range values {
			out = binary.BigEndian.AppendUint16(out, uint16(v))
		}
	}
	add(4, 16+8*n, 0, 2*n, 2<<power, power, 2*n-2<<power)
	for _, s := range segments {
		add(int(s.last))
	}
	add(0)
	for _, s := range segments {
		add(int(s.first))
	}
	for _, s := range segments {
		add(int(s.glyph) - int(s.first))
	}
	for range segments {
		add(0)
	}
	return out
}

// groupTable is of format 12.
func groupTable(segments []segment) []byte {
	out := []byte{0, 12, 0, 0}
	add := func(values ...uint32) {
		for _, v := range values {
			out = binary.BigEndian.AppendUint32(out, v)
		}
	}
	add(uint32(16+12*len(segments)), 0, uint32(len(segments)))
	for _, s := range segments {
		add(uint32(s.first), uint32(s.last), uint32(s.glyph))
	}
	return out
}

// variationTable is of format 14.
func (c characters) variationTable(number map[uint16]uint16) []byte {
	const headSize, recordSize = 10, 11
	var records, lists []byte
	long := binary.BigEndian.AppendUint32
	short := func(b []byte, r rune) []byte { return append(b, byte(r>>16), byte(r>>8), byte(r)) }
	here := func() uint32 { return uint32(headSize + recordSize*len(c.variations) + len(lists)) }
	for _, v := range c.variations {
		records = short(records, v.selector)
		usual, other := uint32(0), uint32(0)
		if len(v.usual) > 0 {
			usual = here()
			lists = long(lists, uint32(len(v.usual)))
			for _, r := range v.usual {
				lists = append(short(lists, r), 0)
			}
		}
		if len(v.other) > 0 {
			other = here()
			lists = long(lists, uint32(len(v.other)))
			for _, o := range v.other {
				lists = binary.BigEndian.AppendUint16(short(lists, o.r), number[o.glyph])
			}
		}
		records = long(long(records, usual), other)
	}
	out := long([]byte{0, 14}, uint32(headSize+len(records)+len(lists)))
	out = long(out, uint32(len(c.variations)))
	return append(append(out, records...), lists...)
}
