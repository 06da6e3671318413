package subset

import (
	"encoding/binary"
	"slices"

	"rapport/fonts"
	"rapport/fonts/sfnt"
)

// os2 is the table OS/2 with the characters that are left.
func os2(face *fonts.Face, first, last rune, ranges [4]uint32) []byte {
	table := copyOf(face, "OS/2")
	if len(table) < 68 {
		return table
	}
	for i, word := range ranges {
		binary.BigEndian.PutUint32(table[42+4*i:], word)
	}
	binary.BigEndian.PutUint16(table[64:], uint16(min(first, 0xFFFF)))
	binary.BigEndian.PutUint16(table[66:], uint16(min(last, 0xFFFF)))
	return table
}

// post is the table post without names of glyphs: format 3.
func post(face *fonts.Face) []byte {
	table := copyOf(face, "post")
	if len(table) < 32 {
		return nil
	}
	binary.BigEndian.PutUint32(table, 0x00030000)
	return table[:32]
}

// keptNames are the names that stay: whose the font is, what it is called, and its licence, which
// has to go with it (OFL 1.1, condition 2).
var keptNames = []uint16{0, 1, 2, 4, 5, 6, 7, 13, 14, 16, 17}

// names is the table name with the names kept, in the records for Windows alone, which every reader
// knows, or in all if there are none of these.
func names(table []byte) []byte {
	const windows = 3
	count, storage := int(sfnt.U16(table, 2)), int(sfnt.U16(table, 4))
	var records [][]byte
	for i := range count {
		r := table[6+12*i:][:12]
		if slices.Contains(keptNames, sfnt.U16(r, 6)) {
			records = append(records, r)
		}
	}
	other := func(r []byte) bool { return sfnt.U16(r, 0) != windows }
	if slices.ContainsFunc(records, func(r []byte) bool { return !other(r) }) {
		records = slices.DeleteFunc(records, other)
	}
	out := []byte{0, 0}
	out = binary.BigEndian.AppendUint16(out, uint16(len(records)))
	out = binary.BigEndian.AppendUint16(out, uint16(6+12*len(records)))
	var strings []byte
	for _, r := range records {
		out = append(out, r[:10]...)
		out = binary.BigEndian.AppendUint16(out, uint16(len(strings)))
		from := storage + int(sfnt.U16(r, 10))
		strings = append(strings, table[from:from+int(sfnt.U16(r, 8))]...)
	}
	return append(out, strings...)
}
