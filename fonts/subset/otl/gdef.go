package otl

// gdef writes GDEF: what kind each glyph is, classes of marks, and the sets of marks that lookups
// name. These keep their numbers, so an empty set stays.
func (c *cut) gdef(d []byte) ([]byte, error) {
	if len(d) == 0 {
		return nil, nil
	}
	kinds, attached := at(d, 4), at(d, 10)
	var sets []byte
	if minor := u16(d, 2); minor >= 2 {
		sets = at(d, 12)
	}
	root := &node{}
	if sets == nil {
		root.u16(1, 0)
	} else {
		root.u16(1, 2)
	}
	optional := func(d []byte) *node {
		if d == nil {
			return nil
		}
		return c.classNode(readClasses(d))
	}
	root.link(optional(kinds)).u16(0, 0).link(optional(attached))
	if sets != nil {
		n := (&node{}).u16(1, u16(sets, 2))
		for i := range int(u16(sets, 2)) {
			glyphs, _ := c.covered(sets[u32(sets, 4+4*i):])
			n.wide(c.coverOf(glyphs))
		}
		root.link(n)
	}
	return pack(root)
}
