package otl

// Lookup types of GSUB.
const (
	single = iota + 1
	multiple
	alternate
	ligature
	contextual
	chaining
	extended
	reverse
)

// substitute is a rule of GSUB that is no context: glyphs for a sequence of glyphs.
type substitute struct{ from, to []uint16 }

// substitutes lists the rules of a subtable in its order; of alternates each is a rule.
func substitutes(kind uint16, d []byte) (out []substitute) {
	format := u16(d, 0)
	if kind == reverse {
		return reversed(d)
	}
	for i, g := range coverage(at(d, 2)) {
		switch {
		case kind == single && format == 1:
			out = append(out, substitute{[]uint16{g}, []uint16{g + u16(d, 4)}})
		case kind == single:
			out = append(out, substitute{[]uint16{g}, list(d, 6+2*i, 1)})
		case kind == multiple:
			to, _ := counted(at(d, 6+2*i), 0)
			out = append(out, substitute{[]uint16{g}, to})
		case kind == alternate:
			to, _ := counted(at(d, 6+2*i), 0)
			for _, a := range to {
				out = append(out, substitute{[]uint16{g}, []uint16{a}})
			}
		case kind == ligature:
			for _, l := range offsets(at(d, 6+2*i), 0) {
				parts := list(l, 4, int(u16(l, 2))-1)
				out = append(out, substitute{append([]uint16{g}, parts...), list(l, 0, 1)})
			}
		}
	}
	return out
}

// substitution writes a subtable of GSUB with the rules whose glyphs are all kept.
func (c *cut) substitution(kind uint16, d []byte) *node {
	if kind == reverse {
		return c.reverse(d)
	}
	var first []uint16
	var rules [][]substitute
	for _, s := range substitutes(kind, d) {
		if !c.glyphs.hasAll(s.from) || !c.glyphs.hasAll(s.to) {
			continue
		}
		if n := len(first); n == 0 || first[n-1] != s.from[0] {
			first, rules = append(first, s.from[0]), append(rules, nil)
		}
		rules[len(rules)-1] = append(rules[len(rules)-1], s)
	}
	if len(first) == 0 {
		return nil
	}
	cover := c.coverOf(first)
	if kind == single {
		return c.single(cover, rules)
	}
	sets := make([]*node, len(rules))
	for i, set := range rules {
		sets[i] = c.set(kind, set)
	}
	return (&node{}).u16(1).link(cover).list(sets)
}

// single writes single substitutions: by a difference if all have the same, which is shorter.
func (c *cut) single(cover *node, rules [][]substitute) *node {
	to := make([]uint16, len(rules))
	same := true
	difference := func(i int) uint16 { return to[i] - c.id(rules[i][0].from[0]) }
	for i, r := range rules {
		to[i] = c.id(r[0].to[0])
		same = same && difference(i) == difference(0)
	}
	if same {
		return (&node{}).u16(1).link(cover).u16(difference(0))
	}
	return (&node{}).u16(2).link(cover).u16(uint16(len(to))).u16(to...)
}

// set writes what can stand for one first glyph.
func (c *cut) set(kind uint16, rules []substitute) *node {
	n := &node{}
	switch kind {
	case multiple:
		return n.u16(uint16(len(rules[0].to))).u16(c.ids(rules[0].to)...)
	case alternate:
		n.u16(uint16(len(rules)))
		for _, r := range rules {
			n.u16(c.id(r.to[0]))
		}
		return n
	}
	ligatures := make([]*node, len(rules))
	for i, r := range rules {
		parts := c.ids(r.from[1:])
		ligatures[i] = (&node{}).u16(c.id(r.to[0]), uint16(len(r.from))).u16(parts...)
	}
	return n.list(ligatures)
}

// reversed lists the substitutions of a reverse chaining subtable, without their contexts.
func reversed(d []byte) (out []substitute) {
	_, to := reverseParts(d)
	for i, g := range coverage(at(d, 2)) {
		out = append(out, substitute{[]uint16{g}, list(d, to+2*i, 1)})
	}
	return out
}

// reverseParts are the coverages before and behind, and the place of the first substitute.
func reverseParts(d []byte) (covers [2][][]byte, to int) {
	next := 4
	for i := range covers {
		covers[i] = offsets(d, next)
		next += 2 + 2*len(covers[i])
	}
	return covers, next + 2
}

// reverse writes a reverse chaining subtable.
func (c *cut) reverse(d []byte) *node {
	covers, _ := reverseParts(d)
	var from, to []uint16
	for _, s := range reversed(d) {
		if c.glyphs.hasAll(s.from) && c.glyphs.hasAll(s.to) {
			from, to = append(from, s.from[0]), append(to, c.id(s.to[0]))
		}
	}
	if len(from) == 0 || !reachable(covers, c.glyphs) {
		return nil
	}
	n := (&node{}).u16(1).link(c.coverOf(from))
	for _, part := range covers {
		n.u16(uint16(len(part)))
		for _, cover := range part {
			glyphs, _ := c.covered(cover)
			n.link(c.coverOf(glyphs))
		}
	}
	return n.u16(uint16(len(to))).u16(to...)
}

// reachable reports whether each coverage has some of the glyphs.
func reachable(covers [2][][]byte, glyphs *Glyphs) bool {
	for _, part := range covers {
		for _, cover := range part {
			if only(coverage(cover), glyphs) == nil {
				return false
			}
		}
	}
	return true
}
