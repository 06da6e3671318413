// Package otl cuts down the OpenType Layout tables of a font to some of its glyphs: GSUB, which
// puts glyphs in place of others, GPOS, which moves them (kerning, marks on their bases), and GDEF,
// which says what kind of glyph each is.
//
// [Tables.Close] finds every glyph that the wanted features can make of the wanted glyphs:
// ligatures, the forms of Arabic letters, tabular figures. [Tables.Cut] writes the tables anew for
// the glyphs that are kept, which have new numbers in the old order. What a shaper does with a text
// of the kept characters is the same before and after: rules are left out when a glyph that they
// name is not kept, features when they are not wanted. The order of lookups, of subtables and of
// rules is as it was, because the first that matches counts.
//
// A table is read as bytes, written as a graph of nodes (pack.go), and packed: equal nodes are one,
// and when 16-bit offsets do not reach, lookups are extended by 32-bit ones. All lookup types of
// OpenType 1.9.1 are known. Left out are what only hinting or variable fonts need (device tables,
// contour points of anchors, feature variations), carets inside ligatures and parameters of
// features.
//
// Offsets of a broken font point anywhere: the functions panic then with an index out of range, and
// their callers recover.
package otl

import (
	"fmt"
	"slices"
)

// Tables are the layout tables of a font; one that it lacks is empty.
type Tables struct {
	GSUB, GPOS, GDEF []byte
}

// Glyphs is a set of glyphs.
type Glyphs struct {
	has   []bool
	count int
}

// NewGlyphs returns a set of glyphs.
func NewGlyphs(ids ...uint16) *Glyphs {
	s := &Glyphs{has: make([]bool, 1<<16)}
	for _, id := range ids {
		s.Add(id)
	}
	return s
}

// Add adds a glyph.
func (s *Glyphs) Add(id uint16) {
	if !s.has[id] {
		s.has[id] = true
		s.count++
	}
}

// Has reports whether a glyph is in the set.
func (s *Glyphs) Has(id uint16) bool { return s.has[id] }

// List lists the glyphs in rising order.
func (s *Glyphs) List() []uint16 {
	list := make([]uint16, 0, s.count)
	for id, has := range s.has {
		if has {
			list = append(list, uint16(id))
		}
	}
	return list
}

// hasAll reports whether all glyphs are in the set.
func (s *Glyphs) hasAll(ids []uint16) bool {
	return !slices.ContainsFunc(ids, func(id uint16) bool { return !s.has[id] })
}

// Cut writes the tables for the glyphs kept, by their new numbers, and the features wanted. number
// is -1 for a glyph that is not kept, and rises with the glyph otherwise.
func (t Tables) Cut(
	number func(glyph uint16) int, wanted func(feature string) bool,
) (Tables, error) {
	kept := &cut{number: number, glyphs: NewGlyphs()}
	for id := range 1 << 16 {
		if number(uint16(id)) >= 0 {
			kept.glyphs.Add(uint16(id))
		}
	}
	var out Tables
	var err error
	if out.GSUB, err = kept.table(t.GSUB, &gsub, wanted); err != nil {
		return Tables{}, fmt.Errorf("GSUB: %w", err)
	}
	if out.GPOS, err = kept.table(t.GPOS, &gpos, wanted); err != nil {
		return Tables{}, fmt.Errorf("GPOS: %w", err)
	}
	if out.GDEF, err = kept.gdef(t.GDEF); err != nil {
		return Tables{}, fmt.Errorf("GDEF: %w", err)
	}
	return out, nil
}

// cut is what is kept, and under which number.
type cut struct {
	number  func(glyph uint16) int
	glyphs  *Glyphs
	lookups map[uint16]uint16 // of the table at hand, by old number; nil while they are counted
}

// id is the new number of a glyph that is kept.
func (c *cut) id(glyph uint16) uint16 { return uint16(c.number(glyph)) }

// ids are the new numbers of glyphs that are all kept.
func (c *cut) ids(glyphs []uint16) []uint16 {
	out := make([]uint16, len(glyphs))
	for i, g := range glyphs {
		out[i] = c.id(g)
	}
	return out
}
