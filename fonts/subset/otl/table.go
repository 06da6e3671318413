package otl

import "slices"

// kind is what tells GSUB and GPOS apart.
type kind struct {
	context, chain, extension uint16 // lookup types
	// cut writes a subtable of a lookup type for what is kept; nil when nothing is left of it.
	cut func(c *cut, lookup uint16, d []byte) *node
}

var gsub = kind{context: 5, chain: 6, extension: 7, cut: (*cut).substitution}
var gpos = kind{context: 7, chain: 8, extension: 9, cut: (*cut).position}

// lookup is a lookup as it is in a font, without extensions.
type lookup struct {
	kind, flags uint16
	marks       uint16 // the filtering set, with useMarks in flags
	subtables   [][]byte
}

const useMarks = 0x0010

func readLookups(d []byte, k *kind) []lookup {
	tables := offsets(at(d, 8), 0)
	out := make([]lookup, len(tables))
	for i, t := range tables {
		l := lookup{kind: u16(t, 0), flags: u16(t, 2), subtables: offsets(t, 4)}
		if l.flags&useMarks != 0 {
			l.marks = u16(t, 6+2*len(l.subtables))
		}
		for j, s := range l.subtables {
			if u16(t, 0) == k.extension {
				l.kind = u16(s, 2)
				l.subtables[j] = s[u32(s, 4):]
			}
		}
		out[i] = l
	}
	return out
}

// record is an entry of a list of tagged tables.
type record struct {
	tag   string
	table []byte
}

func records(d []byte, from int) []record {
	out := make([]record, u16(d, from))
	for i := range out {
		e := from + 2 + 6*i
		out[i] = record{string(d[e : e+4]), at(d, e+4)}
	}
	return out
}

const none = 0xFFFF // no required feature

// features lists which features are wanted: by name, or because a language requires them.
func features(d []byte, wanted func(string) bool) (list []record, keep []bool) {
	list = records(at(d, 6), 0)
	keep = make([]bool, len(list))
	for i, f := range list {
		keep[i] = wanted(f.tag)
	}
	for _, script := range records(at(d, 4), 0) {
		for _, l := range languages(script.table) {
			if required := u16(l.table, 2); required != none {
				keep[required] = true
			}
		}
	}
	return list, keep
}

// languages lists the languages of a script, the default one first under the tag "".
func languages(script []byte) []record {
	list := records(script, 2)
	if d := at(script, 0); d != nil {
		list = append([]record{{"", d}}, list...)
	}
	return list
}

// table writes GSUB or GPOS anew.
func (c *cut) table(d []byte, k *kind, wanted func(string) bool) ([]byte, error) {
	if len(d) == 0 {
		return nil, nil
	}
	all := readLookups(d, k)
	list, keep := features(d, wanted)
	numbers := c.live(all, k, list, keep)
	c.lookups = map[uint16]uint16{}
	for i, old := range numbers {
		c.lookups[old] = uint16(i)
	}
	lookups := make([][]*node, len(numbers))
	for i, old := range numbers {
		lookups[i] = c.subtables(&all[old], k)
	}
	write := func(extend bool) ([]byte, error) {
		var nodes []*node
		for i, old := range numbers {
			nodes = append(nodes, lookupNode(&all[old], lookups[i], k, extend))
		}
		root := (&node{}).u16(1, 0).link(scripts(at(d, 4), keep)).link(c.featureList(list, keep))
		return pack(root.link((&node{}).list(nodes)))
	}
	if out, err := write(false); err == nil {
		return out, nil
	}
	return write(true)
}

// live lists the lookups that features use, by themselves or through rules, and of which something
// is left.
func (c *cut) live(all []lookup, k *kind, list []record, keep []bool) []uint16 {
	c.lookups = nil
	met := make([]bool, len(all))
	var queue []uint16
	meet := func(lookups []uint16) {
		for _, l := range lookups {
			if !met[l] {
				met[l] = true
				queue = append(queue, l)
			}
		}
	}
	for i, f := range list {
		if keep[i] {
			lookups, _ := counted(f.table, 2)
			meet(lookups)
		}
	}
	var live []uint16
	for i := 0; i < len(queue); i++ {
		l := &all[queue[i]]
		if len(c.subtables(l, k)) > 0 {
			live = append(live, queue[i])
		}
		if l.kind == k.context || l.kind == k.chain {
			for _, s := range l.subtables {
				meet(readContext(s, l.kind == k.chain).nested(c.glyphs))
			}
		}
	}
	slices.Sort(live)
	return live
}

// subtables are those of a lookup of which something is left.
func (c *cut) subtables(l *lookup, k *kind) []*node {
	var out []*node
	for _, s := range l.subtables {
		var n *node
		if l.kind == k.context || l.kind == k.chain {
			n = c.context(readContext(s, l.kind == k.chain))
		} else {
			n = k.cut(c, l.kind, s)
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

func lookupNode(l *lookup, subtables []*node, k *kind, extend bool) *node {
	n := &node{}
	if extend {
		stubs := make([]*node, len(subtables))
		for i, s := range subtables {
			stubs[i] = (&node{}).u16(1, l.kind).wide(s)
		}
		n.u16(k.extension, l.flags).list(stubs)
	} else {
		n.u16(l.kind, l.flags).list(subtables)
	}
	if l.flags&useMarks != 0 {
		n.u16(l.marks)
	}
	return n
}

// featureList writes the features kept, even those of which no lookup is left: that a font has a
// feature changes what shapers do in its stead.
func (c *cut) featureList(list []record, keep []bool) *node {
	var kept []record
	for i, f := range list {
		if keep[i] {
			kept = append(kept, f)
		}
	}
	n := (&node{}).u16(uint16(len(kept)))
	for _, f := range kept {
		lookups, _ := counted(f.table, 2)
		var left []uint16
		for _, l := range lookups {
			if number, ok := c.lookups[l]; ok {
				left = append(left, number)
			}
		}
		n.data = append(n.data, f.tag...)
		n.link((&node{}).u16(0, uint16(len(left))).u16(left...))
	}
	return n
}

// scripts writes the scripts and languages with the features kept. A language that has those of its
// script's default is left out.
func scripts(d []byte, keep []bool) *node {
	number := make([]uint16, len(keep))
	count := uint16(0)
	for i, k := range keep {
		number[i] = count
		if k {
			count++
		}
	}
	all := records(d, 0)
	n := (&node{}).u16(uint16(len(all)))
	for _, s := range all {
		n.data = append(n.data, s.tag...)
		n.link(script(s.table, keep, number))
	}
	return n
}

func script(d []byte, keep []bool, number []uint16) *node {
	var normal *node
	var tags []string
	var nodes []*node
	for _, l := range languages(d) {
		n := language(l.table, keep, number)
		switch {
		case l.tag == "":
			normal = n
		case normal == nil || !slices.Equal(n.data, normal.data):
			tags, nodes = append(tags, l.tag), append(nodes, n)
		}
	}
	out := (&node{}).link(normal).u16(uint16(len(tags)))
	for i, tag := range tags {
		out.data = append(out.data, tag...)
		out.link(nodes[i])
	}
	return out
}

func language(d []byte, keep []bool, number []uint16) *node {
	required := u16(d, 2)
	if required != none {
		required = number[required]
	}
	var left []uint16
	indices, _ := counted(d, 4)
	for _, f := range indices {
		if keep[f] {
			left = append(left, number[f])
		}
	}
	return (&node{}).u16(0, required, uint16(len(left))).u16(left...)
}
