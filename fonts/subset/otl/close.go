package otl

import "slices"

// Close adds to glyphs all that the wanted features can make of them by GSUB, in any script and
// language.
func (t Tables) Close(glyphs *Glyphs, wanted func(feature string) bool) {
	if len(t.GSUB) == 0 {
		return
	}
	c := closer{readLookups(t.GSUB, &gsub), glyphs}
	list, keep := features(t.GSUB, wanted)
	active := make([]bool, len(c.lookups))
	for i, f := range list {
		if keep[i] {
			lookups, _ := counted(f.table, 2)
			for _, l := range lookups {
				active[l] = true
			}
		}
	}
	for before := -1; before != glyphs.count; {
		before = glyphs.count
		for i := range c.lookups {
			if active[i] {
				c.apply(uint16(i), nil, 0)
			}
		}
	}
}

type closer struct {
	lookups []lookup
	glyphs  *Glyphs
}

// deepest is how far lookups may apply each other; shapers stop as well.
const deepest = 16

// apply adds what a lookup makes of the glyphs, or at one place only of some of them.
func (c *closer) apply(index uint16, some map[uint16]bool, depth int) {
	if depth > deepest {
		return
	}
	l := &c.lookups[index]
	for _, d := range l.subtables {
		if l.kind == contextual || l.kind == chaining {
			c.context(readContext(d, l.kind == chaining), some, depth)
			continue
		}
		if l.kind == reverse {
			if covers, _ := reverseParts(d); !reachable(covers, c.glyphs) {
				continue
			}
		}
		for _, s := range substitutes(l.kind, d) {
			if c.glyphs.hasAll(s.from) && (some == nil || some[s.from[0]]) {
				for _, g := range s.to {
					c.glyphs.Add(g)
				}
			}
		}
	}
}

// context applies the lookups of the rules that can match. Where a rule does one thing only, it is
// done to what can stand at its place; where it does several, the first may have changed what
// stands there, so they are done to all.
func (c *closer) context(x *context, some map[uint16]bool, depth int) {
	x.each(c.glyphs, func(set int, r *rule) {
		if some != nil && !meet(x.input(set, r, 0, c.glyphs), some) {
			return
		}
		for _, a := range r.actions {
			var here map[uint16]bool
			if len(r.actions) == 1 {
				here = map[uint16]bool{}
				for _, g := range x.input(set, r, int(a.place), c.glyphs) {
					here[g] = true
				}
			}
			c.apply(a.lookup, here, depth+1)
		}
	})
}

// meet reports whether one of the glyphs is in a set.
func meet(glyphs []uint16, set map[uint16]bool) bool {
	return slices.ContainsFunc(glyphs, func(g uint16) bool { return set[g] })
}
