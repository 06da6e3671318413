package otl

import (
	"math/bits"
	"slices"
)

// Lookup types of GPOS.
const (
	singlePosition = iota + 1
	pair
	cursive
	markToBase
	markToLigature
	markToMark
)

// position writes a subtable of GPOS.
func (c *cut) position(kind uint16, d []byte) *node {
	switch kind {
	case singlePosition:
		return c.singlePosition(d)
	case pair:
		if u16(d, 0) == 1 {
			return c.pairs(d)
		}
		return c.pairClasses(d)
	case cursive:
		return c.cursive(d)
	case markToBase, markToMark:
		return c.markToBase(d)
	case markToLigature:
		return c.markToLigature(d)
	}
	return nil
}

// withoutDevices are the parts of a value that are no offsets of hinting or variations.
const withoutDevices = 0x000F

// value reads the parts of a value record that are kept.
func value(d []byte, from int, format uint16) (out []uint16) {
	for part := uint16(1); part <= 0x80; part <<= 1 {
		if format&part != 0 {
			if part&withoutDevices != 0 {
				out = append(out, u16(d, from))
			}
			from += 2
		}
	}
	return out
}

func valueSize(format uint16) int { return 2 * bits.OnesCount16(format&0xFF) }

func (c *cut) singlePosition(d []byte) *node {
	format := u16(d, 4)
	glyphs, places := c.covered(at(d, 2))
	if len(glyphs) == 0 {
		return nil
	}
	n := (&node{}).u16(u16(d, 0)).link(c.coverOf(glyphs)).u16(format & withoutDevices)
	if u16(d, 0) == 1 {
		return n.u16(value(d, 6, format)...)
	}
	n.u16(uint16(len(glyphs)))
	for _, i := range places {
		n.u16(value(d, 8+i*valueSize(format), format)...)
	}
	return n
}

// pairs writes pairs of glyphs. A glyph without pairs is not covered: those of a later subtable
// count.
func (c *cut) pairs(d []byte) *node {
	first, second := u16(d, 4), u16(d, 6)
	size := 2 + valueSize(first) + valueSize(second)
	glyphs, places := c.covered(at(d, 2))
	var kept []uint16
	var sets []*node
	for i, g := range glyphs {
		set := at(d, 10+2*places[i])
		n, count := &node{}, uint16(0)
		n.u16(0)
		for j := range int(u16(set, 0)) {
			at := 2 + j*size
			if other := u16(set, at); c.glyphs.Has(other) {
				n.u16(c.id(other)).u16(value(set, at+2, first)...)
				n.u16(value(set, at+2+valueSize(first), second)...)
				count++
			}
		}
		if count > 0 {
			n.data[0], n.data[1] = byte(count>>8), byte(count)
			kept, sets = append(kept, g), append(sets, n)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	n := (&node{}).u16(1).link(c.coverOf(kept)).u16(first&withoutDevices, second&withoutDevices)
	return n.list(sets)
}

// pairClasses writes a table of pairs by classes. Classes without a glyph are left out, and those
// that have become alike are one: the second classes but the 0th, which shapers treat by itself,
// and then the first classes.
func (c *cut) pairClasses(d []byte) *node {
	format1, format2 := u16(d, 4), u16(d, 6)
	glyphs, _ := c.covered(at(d, 2))
	if len(glyphs) == 0 {
		return nil
	}
	rows, columns := readClasses(at(d, 8)), readClasses(at(d, 10))
	count := int(u16(d, 14))
	size1 := valueSize(format1)
	size := size1 + valueSize(format2)
	cell := func(row, column uint16) []uint16 {
		from := 16 + (int(row)*count+int(column))*size
		return append(value(d, from, format1), value(d, from+size1, format2)...)
	}
	var firsts []uint16
	for _, g := range glyphs {
		firsts = append(firsts, rows[g])
	}
	firsts = distinct(firsts)
	var seconds []uint16
	for _, g := range c.glyphs.List() {
		if k := columns[g]; k != 0 {
			seconds = append(seconds, k)
		}
	}
	seconds, newColumn := merge(distinct(seconds), func(column uint16) (line []uint16) {
		for _, row := range firsts {
			line = append(line, cell(row, column)...)
		}
		return line
	})
	seconds = append([]uint16{0}, seconds...)
	firsts, newRow := merge(firsts, func(row uint16) (line []uint16) {
		for _, column := range seconds {
			line = append(line, cell(row, column)...)
		}
		return line
	})
	n := (&node{}).u16(2).link(c.coverOf(glyphs))
	n.u16(format1&withoutDevices, format2&withoutDevices)
	n.link(c.classNode(renumbered(rows, glyphs, newRow, 0)))
	n.link(c.classNode(renumbered(columns, nil, newColumn, 1)))
	n.u16(uint16(len(firsts)), uint16(len(seconds)))
	for _, row := range firsts {
		for _, column := range seconds {
			n.u16(cell(row, column)...)
		}
	}
	return n
}

func distinct(values []uint16) []uint16 {
	slices.Sort(values)
	return slices.Compact(values)
}

// merge keeps the first of classes whose lines are equal, and gives each the number of the one that
// stands for it.
func merge(all []uint16, line func(uint16) []uint16) (kept []uint16, number map[uint16]uint16) {
	number = map[uint16]uint16{}
	var lines [][]uint16
	for _, k := range all {
		l := line(k)
		i := slices.IndexFunc(lines, func(other []uint16) bool { return slices.Equal(other, l) })
		if i < 0 {
			i = len(kept)
			kept, lines = append(kept, k), append(lines, l)
		}
		number[k] = uint16(i)
	}
	return kept, number
}

// renumbered gives glyphs the new numbers of their classes, plus an offset. The glyphs are those
// listed, or all that have a class.
func renumbered(old classes, glyphs []uint16, number map[uint16]uint16, offset uint16) classes {
	out := classes{}
	if glyphs != nil {
		for _, g := range glyphs {
			out[g] = number[old[g]] + offset
		}
		return out
	}
	for g, k := range old {
		if i, ok := number[k]; ok {
			out[g] = i + offset
		}
	}
	return out
}

// anchor writes a point of a glyph; nil stays nil. Points of contours and devices are for hinting.
func anchor(d []byte) *node {
	if d == nil {
		return nil
	}
	return (&node{}).u16(1, u16(d, 2), u16(d, 4))
}

func (c *cut) cursive(d []byte) *node {
	glyphs, places := c.covered(at(d, 2))
	if len(glyphs) == 0 {
		return nil
	}
	n := (&node{}).u16(1).link(c.coverOf(glyphs)).u16(uint16(len(glyphs)))
	for _, i := range places {
		n.link(anchor(at(d, 6+4*i))).link(anchor(at(d, 8+4*i)))
	}
	return n
}

// marks writes the marks of a subtable; their classes are those that are left, in the old order.
func (c *cut) marks(d []byte) (cover, array *node, classes []uint16) {
	glyphs, places := c.covered(at(d, 2))
	if len(glyphs) == 0 {
		return nil, nil, nil
	}
	marks := at(d, 8)
	for _, i := range places {
		classes = append(classes, u16(marks, 2+4*i))
	}
	classes = distinct(classes)
	array = (&node{}).u16(uint16(len(glyphs)))
	for _, i := range places {
		k := slices.Index(classes, u16(marks, 2+4*i))
		array.u16(uint16(k)).link(anchor(at(marks, 4+4*i)))
	}
	return c.coverOf(glyphs), array, classes
}

// markToBase writes marks on bases, or on other marks.
func (c *cut) markToBase(d []byte) *node {
	markCover, marks, classes := c.marks(d)
	bases, places := c.covered(at(d, 4))
	if marks == nil || len(bases) == 0 {
		return nil
	}
	table, count := at(d, 10), int(u16(d, 6))
	array := (&node{}).u16(uint16(len(bases)))
	for _, i := range places {
		for _, k := range classes {
			array.link(anchor(at(table, 2+2*(i*count+int(k)))))
		}
	}
	n := (&node{}).u16(1).link(markCover).link(c.coverOf(bases)).u16(uint16(len(classes)))
	return n.link(marks).link(array)
}

// markToLigature writes marks on the parts of ligatures.
func (c *cut) markToLigature(d []byte) *node {
	markCover, marks, classes := c.marks(d)
	ligatures, places := c.covered(at(d, 4))
	if marks == nil || len(ligatures) == 0 {
		return nil
	}
	table, count := at(d, 10), int(u16(d, 6))
	var sets []*node
	for _, i := range places {
		parts := at(table, 2+2*i)
		n := (&node{}).u16(u16(parts, 0))
		for part := range int(u16(parts, 0)) {
			for _, k := range classes {
				n.link(anchor(at(parts, 2+2*(part*count+int(k)))))
			}
		}
		sets = append(sets, n)
	}
	n := (&node{}).u16(1).link(markCover).link(c.coverOf(ligatures)).u16(uint16(len(classes)))
	return n.link(marks).link((&node{}).list(sets))
}
