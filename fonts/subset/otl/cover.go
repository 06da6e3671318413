package otl

import (
	"encoding/binary"
	"slices"
)

func u16(d []byte, at int) uint16 { return binary.BigEndian.Uint16(d[at:]) }
func u32(d []byte, at int) uint32 { return binary.BigEndian.Uint32(d[at:]) }

// at is the table whose 16-bit offset stands at a place, nil when it is 0.
func at(d []byte, place int) []byte {
	offset := u16(d, place)
	if offset == 0 {
		return nil
	}
	return d[offset:]
}

// list reads numbers of 16 bits.
func list(d []byte, from, count int) []uint16 {
	out := make([]uint16, count)
	for i := range out {
		out[i] = u16(d, from+2*i)
	}
	return out
}

// counted reads a count, that many numbers, and tells the place behind.
func counted(d []byte, from int) (values []uint16, next int) {
	n := int(u16(d, from))
	return list(d, from+2, n), from + 2 + 2*n
}

// offsets are the tables of a counted list of offsets.
func offsets(d []byte, from int) [][]byte {
	out := make([][]byte, u16(d, from))
	for i := range out {
		out[i] = at(d, from+2+2*i)
	}
	return out
}

// coverage lists the glyphs of a coverage table in its order.
func coverage(d []byte) []uint16 {
	count := int(u16(d, 2))
	if u16(d, 0) == 1 {
		return list(d, 4, count)
	}
	var out []uint16
	for i := range count {
		for g := int(u16(d, 4+6*i)); g <= int(u16(d, 6+6*i)); g++ {
			out = append(out, uint16(g))
		}
	}
	return out
}

// coverNode writes a coverage table of glyphs, which rise.
func coverNode(glyphs []uint16) *node {
	runs := runsOf(glyphs, nil)
	n := &node{}
	if 2*len(glyphs) <= 6*len(runs) {
		return n.u16(1, uint16(len(glyphs))).u16(glyphs...)
	}
	n.u16(2, uint16(len(runs)))
	for _, r := range runs {
		n.u16(glyphs[r.from], glyphs[r.to-1], uint16(r.from))
	}
	return n
}

// run is a stretch of neighbouring glyphs of one class: places in a list.
type run struct{ from, to int }

func runsOf(glyphs []uint16, class func(i int) uint16) (runs []run) {
	for i, g := range glyphs {
		if i > 0 && g == glyphs[i-1]+1 && (class == nil || class(i) == class(i-1)) {
			runs[len(runs)-1].to++
			continue
		}
		runs = append(runs, run{i, i + 1})
	}
	return runs
}

// classes are the classes of glyphs; those that are not in it have class 0.
type classes map[uint16]uint16

// readClasses reads a class definition; nil has none.
func readClasses(d []byte) classes {
	out := classes{}
	switch {
	case d == nil:
	case u16(d, 0) == 1:
		first := u16(d, 2)
		for i, k := range list(d, 6, int(u16(d, 4))) {
			if k != 0 {
				out[first+uint16(i)] = k
			}
		}
	default:
		for i := range int(u16(d, 2)) {
			k := u16(d, 8+6*i)
			for g := int(u16(d, 4+6*i)); k != 0 && g <= int(u16(d, 6+6*i)); g++ {
				out[uint16(g)] = k
			}
		}
	}
	return out
}

// classNode writes the classes of the glyphs kept, in the smaller of the two formats.
func (c *cut) classNode(all classes) *node {
	kept := make([]uint16, 0, len(all))
	for g, k := range all {
		if k != 0 && c.glyphs.Has(g) {
			kept = append(kept, g)
		}
	}
	slices.Sort(kept)
	ids := c.ids(kept)
	class := func(i int) uint16 { return all[kept[i]] }
	runs := runsOf(ids, class)
	n := &node{}
	if len(ids) > 0 {
		first, last := ids[0], ids[len(ids)-1]
		if span := int(last-first) + 1; 6+2*span < 4+6*len(runs) {
			values := make([]uint16, span)
			for i, id := range ids {
				values[id-first] = class(i)
			}
			return n.u16(1, first, uint16(span)).u16(values...)
		}
	}
	n.u16(2, uint16(len(runs)))
	for _, r := range runs {
		n.u16(ids[r.from], ids[r.to-1], class(r.from))
	}
	return n
}

// covered are the glyphs of a coverage that are kept, with their places in it.
func (c *cut) covered(d []byte) (glyphs []uint16, places []int) {
	for i, g := range coverage(d) {
		if c.glyphs.Has(g) {
			glyphs, places = append(glyphs, g), append(places, i)
		}
	}
	return glyphs, places
}

// coverOf writes the coverage of glyphs that are all kept.
func (c *cut) coverOf(glyphs []uint16) *node { return coverNode(c.ids(glyphs)) }
