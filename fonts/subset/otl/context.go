package otl

// context is a subtable that matches a sequence of glyphs among its neighbours and applies other
// lookups there (GSUB 5 and 6, GPOS 7 and 8).
type context struct {
	chain    bool
	format   uint16
	coverage []byte     // formats 1 and 2: of the first glyph
	first    []uint16   // its glyphs
	classes  [3]classes // format 2: of the glyphs before, matched and behind
	sets     [][]rule   // formats 1 and 2: by place in the coverage, or by class
}

// rule is one sequence. What its numbers are depends on the format: glyphs, classes, or coverages.
type rule struct {
	sequence [3][]uint16 // before (nearest first), matched (without the first), behind
	covers   [3][][]byte // format 3
	actions  []action
}

// action applies a lookup to one of the glyphs matched.
type action struct{ place, lookup uint16 }

func readContext(d []byte, chain bool) *context {
	c := &context{chain: chain, format: u16(d, 0)}
	if c.format == 3 {
		c.sets = [][]rule{{readCovers(d, chain)}}
		return c
	}
	c.coverage = at(d, 2)
	c.first = coverage(c.coverage)
	sets := 4
	if c.format == 2 {
		for i := range c.classes {
			if chain || i == 1 {
				c.classes[i] = readClasses(at(d, sets))
				sets += 2
			}
		}
	}
	for _, set := range offsets(d, sets) {
		var rules []rule
		if set != nil {
			for _, r := range offsets(set, 0) {
				rules = append(rules, readRule(r, chain))
			}
		}
		c.sets = append(c.sets, rules)
	}
	return c
}

func readRule(d []byte, chain bool) (r rule) {
	if !chain {
		n := int(u16(d, 0)) - 1
		r.sequence[1] = list(d, 4, n)
		r.actions = actions(d, 4+2*n, int(u16(d, 2)))
		return r
	}
	next := 0
	r.sequence[0], next = counted(d, next)
	n := int(u16(d, next)) - 1
	r.sequence[1] = list(d, next+2, n)
	r.sequence[2], next = counted(d, next+2+2*n)
	r.actions = actions(d, next+2, int(u16(d, next)))
	return r
}

func readCovers(d []byte, chain bool) (r rule) {
	if !chain {
		n := int(u16(d, 2))
		for i := range n {
			r.covers[1] = append(r.covers[1], at(d, 6+2*i))
		}
		r.actions = actions(d, 6+2*n, int(u16(d, 4)))
		return r
	}
	next := 2
	for i := range r.covers {
		r.covers[i] = offsets(d, next)
		next += 2 + 2*len(r.covers[i])
	}
	r.actions = actions(d, next+2, int(u16(d, next)))
	return r
}

func actions(d []byte, from, count int) []action {
	out := make([]action, count)
	for i := range out {
		out[i] = action{u16(d, from+4*i), u16(d, from+4*i+2)}
	}
	return out
}

// matches are the kept glyphs that a number of a rule stands for, in a part of the sequence.
func (c *context) matches(part int, number uint16, glyphs *Glyphs) []uint16 {
	if c.format == 1 {
		return only([]uint16{number}, glyphs)
	}
	return c.classes[part].members(number, glyphs)
}

// only are those of the glyphs that are in a set.
func only(ids []uint16, glyphs *Glyphs) (out []uint16) {
	for _, id := range ids {
		if glyphs.Has(id) {
			out = append(out, id)
		}
	}
	return out
}

// members are the glyphs of a set that have a class.
func (k classes) members(class uint16, glyphs *Glyphs) (out []uint16) {
	if class == 0 {
		for _, g := range glyphs.List() {
			if k[g] == 0 {
				out = append(out, g)
			}
		}
		return out
	}
	for g, of := range k {
		if of == class && glyphs.Has(g) {
			out = append(out, g)
		}
	}
	return out
}

// firsts are the glyphs of a set that the rules of a place in the sets begin with.
func (c *context) firsts(set int, glyphs *Glyphs) (out []uint16) {
	for i, g := range c.first {
		at := i
		if c.format == 2 {
			at = int(c.classes[1][g])
		}
		if at == set && glyphs.Has(g) {
			out = append(out, g)
		}
	}
	return out
}

// possible reports whether a rule can match some of the glyphs.
func (c *context) possible(set int, r *rule, glyphs *Glyphs) bool {
	for _, covers := range r.covers {
		for _, cover := range covers {
			if only(coverage(cover), glyphs) == nil {
				return false
			}
		}
	}
	if c.format == 3 {
		return true
	}
	if c.firsts(set, glyphs) == nil {
		return false
	}
	for part, sequence := range r.sequence {
		for _, number := range sequence {
			if c.matches(part, number, glyphs) == nil {
				return false
			}
		}
	}
	return true
}

// input are the glyphs that can stand at a place of the sequence matched.
func (c *context) input(set int, r *rule, place int, glyphs *Glyphs) []uint16 {
	switch {
	case c.format == 3:
		if place < len(r.covers[1]) {
			return only(coverage(r.covers[1][place]), glyphs)
		}
	case place == 0:
		return c.firsts(set, glyphs)
	case place <= len(r.sequence[1]):
		return c.matches(1, r.sequence[1][place-1], glyphs)
	}
	return nil
}

// each calls a function for every rule that can match some of the glyphs.
func (c *context) each(glyphs *Glyphs, do func(set int, r *rule)) {
	for set, rules := range c.sets {
		for i := range rules {
			if c.possible(set, &rules[i], glyphs) {
				do(set, &rules[i])
			}
		}
	}
}

// nested lists the lookups that rules apply which can match some of the glyphs.
func (c *context) nested(glyphs *Glyphs) (lookups []uint16) {
	c.each(glyphs, func(_ int, r *rule) {
		for _, a := range r.actions {
			lookups = append(lookups, a.lookup)
		}
	})
	return lookups
}

// context writes a subtable with the rules that can match.
func (c *cut) context(x *context) *node {
	left := make([][]*node, len(x.sets))
	any := false
	x.each(c.glyphs, func(set int, r *rule) {
		left[set] = append(left[set], c.rule(x, r))
		any = true
	})
	switch {
	case !any:
		return nil
	case x.format == 3:
		return left[0][0]
	}
	sets := make([]*node, 0, len(left))
	var covered []uint16
	for i, g := range x.first {
		if c.glyphs.Has(g) && (x.format == 2 || len(left[i]) > 0) {
			covered = append(covered, g)
		}
	}
	for _, rules := range left {
		if len(rules) > 0 {
			sets = append(sets, (&node{}).list(rules))
		} else if x.format == 2 {
			sets = append(sets, nil)
		}
	}
	n := (&node{}).u16(x.format).link(c.coverOf(covered))
	for i, k := range x.classes {
		if x.format == 2 && (x.chain || i == 1) {
			n.link(c.classNode(k))
		}
	}
	return n.list(sets)
}

// rule writes a rule; one of format 3 is its whole subtable.
func (c *cut) rule(x *context, r *rule) *node {
	var left []uint16
	for _, a := range r.actions {
		if number, ok := c.lookups[a.lookup]; ok {
			left = append(left, a.place, number)
		}
	}
	count := uint16(len(left) / 2)
	n := &node{}
	if x.format == 3 {
		n.u16(3)
		if !x.chain {
			n.u16(uint16(len(r.covers[1])), count)
		}
		for part, covers := range r.covers {
			if x.chain {
				n.u16(uint16(len(covers)))
			}
			for i := range covers {
				glyphs, _ := c.covered(r.covers[part][i])
				n.link(c.coverOf(glyphs))
			}
		}
		if x.chain {
			n.u16(count)
		}
		return n.u16(left...)
	}
	for part, sequence := range r.sequence {
		if x.format == 1 {
			sequence = c.ids(sequence)
		}
		switch {
		case part == 1 && !x.chain:
			n.u16(uint16(len(sequence)+1), count).u16(sequence...)
		case part == 1:
			n.u16(uint16(len(sequence) + 1)).u16(sequence...)
		case x.chain:
			n.u16(uint16(len(sequence))).u16(sequence...)
		}
	}
	if x.chain {
		n.u16(count)
	}
	return n.u16(left...)
}
