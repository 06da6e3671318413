package otl

import (
	"encoding/binary"
	"errors"
	"slices"
)

// node is a piece of a table that others point to.
type node struct {
	data  []byte
	links []link
}

// link is a place in a node that holds the offset of another, from the beginning of the node.
type link struct {
	at   int
	wide bool // 32 bits instead of 16
	to   *node
}

// u16 appends numbers.
func (n *node) u16(values ...uint16) *node {
	for _, v := range values {
		n.data = binary.BigEndian.AppendUint16(n.data, v)
	}
	return n
}

// link appends an offset, 0 for nil.
func (n *node) link(to *node) *node {
	if to != nil {
		n.links = append(n.links, link{at: len(n.data), to: to})
	}
	return n.u16(0)
}

// wide appends an offset of 32 bits.
func (n *node) wide(to *node) *node {
	n.links = append(n.links, link{at: len(n.data), wide: true, to: to})
	return n.u16(0, 0)
}

// list appends the number of nodes and an offset to each.
func (n *node) list(nodes []*node) *node {
	n.u16(uint16(len(nodes)))
	for _, to := range nodes {
		n.link(to)
	}
	return n
}

var errTooFar = errors.New("an offset does not reach")

// pack writes the root, what it points to with 16 bits, and behind it, one after the other, what is
// pointed to with 32 bits.
func pack(root *node) ([]byte, error) {
	out, later, err := packSpace(nil, root)
	placed := map[*node]int{}
	for i := 0; err == nil && i < len(later); i++ {
		l := later[i]
		at, ok := placed[l.to]
		if !ok {
			at = len(out)
			placed[l.to] = at
			var further []pending
			out, further, err = packSpace(out, l.to)
			later = append(later, further...)
		}
		binary.BigEndian.PutUint32(out[l.from+l.at:], uint32(at-l.from))
	}
	return out, err
}

// pending is a wide link of a node that stands at from.
type pending struct {
	link
	from int
}

// packSpace appends a node and what it reaches by 16 bits; equal nodes are written once.
func packSpace(out []byte, root *node) ([]byte, []pending, error) {
	s := space{one: map[string]*node{}, same: map[*node]*node{}, names: map[*node]int{},
		met: map[*node]bool{}}
	root = s.unify(root)
	s.visit(root)
	slices.Reverse(s.order)
	at := map[*node]int{}
	for _, n := range s.order {
		at[n] = len(out)
		out = append(out, n.data...)
	}
	var later []pending
	for _, n := range s.order {
		from := at[n]
		for _, l := range n.links {
			if l.wide {
				later = append(later, pending{l, from})
				continue
			}
			offset := at[l.to] - from
			if offset > 0xFFFF {
				return nil, nil, errTooFar
			}
			binary.BigEndian.PutUint16(out[from+l.at:], uint16(offset))
		}
	}
	return out, later, nil
}

type space struct {
	one   map[string]*node // by bytes and numbers of the nodes linked to
	same  map[*node]*node
	names map[*node]int
	met   map[*node]bool
	order []*node // each behind all that it links to
}

// unify returns the one node that stands for all that are equal to n.
func (s *space) unify(n *node) *node {
	if one := s.same[n]; one != nil {
		return one
	}
	copied := &node{data: slices.Clone(n.data), links: slices.Clone(n.links)}
	key := slices.Clone(n.data)
	for i, l := range copied.links {
		if !l.wide {
			copied.links[i].to = s.unify(l.to)
		}
		key = binary.BigEndian.AppendUint32(key, uint32(l.at))
		key = binary.BigEndian.AppendUint32(key, uint32(s.name(copied.links[i].to)))
	}
	key = binary.BigEndian.AppendUint32(key, uint32(len(n.data)))
	one := s.one[string(key)]
	if one == nil {
		one = copied
		s.one[string(key)] = one
	}
	s.same[n] = one
	return one
}

// name numbers nodes.
func (s *space) name(n *node) int {
	i, ok := s.names[n]
	if !ok {
		i = len(s.names)
		s.names[n] = i
	}
	return i
}

// visit lists what a node reaches in reverse: the first child comes last, with its children.
func (s *space) visit(n *node) {
	if s.met[n] {
		return
	}
	s.met[n] = true
	for _, l := range slices.Backward(n.links) {
		if !l.wide {
			s.visit(l.to)
		}
	}
	s.order = append(s.order, n)
}
