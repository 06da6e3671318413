package main

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Pack reads a pattern file of the npm package hyphen and returns its packed form.
func Pack(source []byte) ([]byte, error) {
	parts, err := literal(source)
	if err != nil {
		return nil, err
	}
	if len(parts) < 2 {
		return nil, fmt.Errorf("%d parts, want levels and patterns", len(parts))
	}
	root, err := readTrie(parts[1])
	if err != nil {
		return nil, err
	}
	var out []byte
	alphabet := root.alphabet()
	out = append(out, byte(len(alphabet)))
	for _, r := range alphabet {
		out = binary.BigEndian.AppendUint16(out, uint16(r))
	}
	if out, err = appendLevels(out, parts[0]); err != nil {
		return nil, err
	}
	if out, err = appendExceptions(out, parts[2:]); err != nil {
		return nil, err
	}
	w := writer{alphabet: alphabet, seen: map[string]int{}}
	at := w.write(root)
	out = append(out, byte(at>>16), byte(at>>8), byte(at))
	return append(out, w.out...), nil
}

func appendLevels(out []byte, v any) ([]byte, error) {
	table, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("no table of levels")
	}
	out = binary.BigEndian.AppendUint16(out, uint16(len(table)))
	for _, row := range table {
		digits := row.([]any)
		out = append(out, byte(len(digits)))
		for _, d := range digits {
			out = append(out, byte(d.(int)))
		}
	}
	return out, nil
}

func appendExceptions(out []byte, rest []any) ([]byte, error) {
	if len(rest) == 0 {
		return append(out, 0, 0), nil
	}
	list, ok := rest[0].(object)
	if !ok {
		return nil, fmt.Errorf("the third part is no list of exceptions")
	}
	out = binary.BigEndian.AppendUint16(out, uint16(len(list.keys)))
	for i, word := range list.keys {
		points := list.values[i].([]any)
		out = append(out, byte(len(word)))
		out = append(out, word...)
		out = append(out, byte(len(points)))
		for _, p := range points {
			out = append(out, byte(p.(int)))
		}
	}
	return out, nil
}

// node is a node of the trie; level is an index into the table of levels, or -1.
type node struct {
	level int
	edges []edge // sorted by rune
}

type edge struct {
	r  rune
	to *node
}

// readTrie reads a node in one of its three forms: a level, children, or both in an array.
func readTrie(v any) (*node, error) {
	n := &node{level: -1}
	switch v := v.(type) {
	case int:
		n.level = v
		return n, nil
	case []any:
		if len(v) != 2 {
			return nil, fmt.Errorf("a node of %d parts", len(v))
		}
		n.level = v[1].(int)
		return n, n.readEdges(v[0].(object))
	case object:
		return n, n.readEdges(v)
	}
	return nil, fmt.Errorf("a node of type %T", v)
}

func (n *node) readEdges(o object) error {
	for i, key := range o.keys {
		r, size := utf8.DecodeRuneInString(key)
		if size != len(key) {
			return fmt.Errorf("an edge of more than a character: %q", key)
		}
		to, err := readTrie(o.values[i])
		if err != nil {
			return err
		}
		n.edges = append(n.edges, edge{r, to})
	}
	slices.SortFunc(n.edges, func(a, b edge) int { return int(a.r - b.r) })
	return nil
}

// alphabet lists the runes of all edges, sorted.
func (n *node) alphabet() []rune {
	var all []rune
	for _, e := range n.edges {
		all = append(all, e.r)
		all = append(all, e.to.alphabet()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// writer appends nodes after their children and writes equal ones only once.
type writer struct {
	alphabet []rune
	out      []byte
	seen     map[string]int
}

func (w *writer) write(n *node) int {
	b := binary.BigEndian.AppendUint16(nil, uint16(n.level+1))
	b = append(b, byte(len(n.edges)))
	for _, e := range n.edges {
		symbol, _ := slices.BinarySearch(w.alphabet, e.r)
		b = append(b, byte(symbol))
	}
	for _, e := range n.edges {
		to := w.write(e.to)
		b = append(b, byte(to>>16), byte(to>>8), byte(to))
	}
	if at, ok := w.seen[string(b)]; ok {
		return at
	}
	at := len(w.out)
	w.seen[string(b)] = at
	w.out = append(w.out, b...)
	return at
}
