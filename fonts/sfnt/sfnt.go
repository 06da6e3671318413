// Package sfnt reads and writes TrueType files as what they are: a directory of tables, and
// outlines in one of them. It knows no character and no shaping.
//
// [Read] finds the tables of a file, [Assemble] puts tables together to one, with checksums.
// [Outlines] finds the records of glyphs: [Outlines.Points] decodes a simple one, [Components]
// walks through a composite one. Font files come from outside, so offsets may point anywhere: Read
// checks the directory; whoever goes deeper recovers, and asks [OutOfTable].
package sfnt

import (
	"encoding/binary"
	"errors"
	"runtime"
)

// Tables are the tables of a font file by tag, parts of its bytes.
type Tables map[string][]byte

// Table is a table of a file to be.
type Table struct {
	Tag  string
	Data []byte
}

// The table directory of a font file (OpenType 1.9.1, "Organization of an OpenType Font").
const (
	DirectoryHead  = 12 // bytes before the first record; the number of tables stands at 4
	DirectoryEntry = 16 // bytes of a record: tag, checksum, offset, length
)

// Read reads the table directory of a file.
func Read(data []byte) (Tables, error) {
	if len(data) < DirectoryHead {
		return nil, errors.New("too short")
	}
	count := int(U16(data, 4))
	if len(data) < DirectoryHead+count*DirectoryEntry {
		return nil, errors.New("the table directory is cut off")
	}
	all := make(Tables, count)
	for i := range count {
		entry := data[DirectoryHead+i*DirectoryEntry:]
		from := int64(U32(entry, 8))
		to := from + int64(U32(entry, 12))
		if to > int64(len(data)) {
			return nil, errors.New("a table is cut off")
		}
		all[string(entry[:4])] = data[from:to:to]
	}
	return all, nil
}

// Assemble writes the table directory and the tables, which are in the order of their tags, with
// their checksums. One of them is head, whose adjustment of the checksum is 0 and is set.
func Assemble(tables []Table) []byte {
	power := 0
	for 2<<power <= len(tables) {
		power++
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{len(tables), 16 << power, power, 16*len(tables) - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	directory := len(out)
	out = append(out, make([]byte, DirectoryEntry*len(tables))...)
	adjustment := 0
	for i, t := range tables {
		if t.Tag == "head" {
			adjustment = len(out) + 8
		}
		entry := out[directory+DirectoryEntry*i:]
		copy(entry, t.Tag)
		binary.BigEndian.PutUint32(entry[4:], Checksum(t.Data))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.Data)))
		out = append(out, t.Data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[adjustment:], 0xB1B0AFBA-Checksum(out))
	return out
}

// Checksum is the sum of a table's 32-bit words, the last one filled up with zeros.
func Checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}

// U16 is the 16-bit number at a place.
func U16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

// I16 is the signed 16-bit number at a place.
func I16(b []byte, at int) int { return int(int16(U16(b, at))) }

// U32 is the 32-bit number at a place.
func U32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// OutOfTable reports whether a recovered panic is an index out of range, as an offset of a broken
// font gives; any other goes on.
func OutOfTable(panicked any) bool {
	if panicked == nil {
		return false
	}
	if _, ok := panicked.(runtime.Error); !ok {
		panic(panicked)
	}
	return true
}
