package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// treeFan is how many entries or kids a node of a name, number or page tree has at most.
const treeFan = 64

// treeEntry is a key of a name or number tree and its value, both as PDF syntax.
type treeEntry struct{ key, value string }

// named is a string and the object that it names.
type named struct {
	key    []byte // encoded as in the file
	number ref
}

func integer(v int) string { return strconv.Itoa(v) }

// nameTree writes a name tree, sorted by the bytes of its keys (ISO 32000-1, 7.9.6). The same key
// twice is an error.
func (f *file) nameTree(names []named) (ref, error) {
	slices.SortFunc(names, func(a, b named) int { return bytes.Compare(a.key, b.key) })
	entries := make([]treeEntry, len(names))
	for i, n := range names {
		if i > 0 && bytes.Equal(n.key, names[i-1].key) {
			return 0, fmt.Errorf("%q is there twice", n.key)
		}
		var o object
		entries[i] = treeEntry{string(appendLiteral(nil, n.key)), string(o.ref(n.number).b)}
	}
	return f.putTree("/Names", entries), nil
}

// treeNode is a node that its parent will write.
type treeNode struct {
	number    ref
	low, high string // the first and last key below it
	body      string
}

// putTree writes sorted entries as a tree and returns its root. Every node but the root states its
// limits (ISO 32000-1, 7.9.7).
func (f *file) putTree(kind string, entries []treeEntry) ref {
	level := leafNodes(f, kind, entries)
	for len(level) > 1 {
		var up []treeNode
		for kids := range slices.Chunk(level, treeFan) {
			var body object
			body.raw("/Kids[")
			for i, k := range kids {
				if i > 0 {
					body.raw(" ")
				}
				body.ref(k.number)
				var o object
				o.raw("<</Limits[").raw(k.low).raw(" ").raw(k.high).raw("]").raw(k.body)
				f.put(k.number, o.raw(">>"))
			}
			up = append(up,
				treeNode{f.alloc(1), kids[0].low, kids[len(kids)-1].high, string(body.raw("]").b)})
		}
		level = up
	}
	var o object
	f.put(level[0].number, o.raw("<<").raw(level[0].body).raw(">>"))
	return level[0].number
}

func leafNodes(f *file, kind string, entries []treeEntry) []treeNode {
	if len(entries) == 0 {
		return []treeNode{{number: f.alloc(1), body: kind + "[]"}}
	}
	var leaves []treeNode
	for part := range slices.Chunk(entries, treeFan) {
		var body object
		body.raw(kind).raw("[")
		for i, e := range part {
			if i > 0 {
				body.raw(" ")
			}
			body.raw(e.key)
			if e.value[0] >= '0' && e.value[0] <= '9' {
				body.raw(" ")
			}
			body.raw(e.value)
		}
		leaves = append(leaves,
			treeNode{f.alloc(1), part[0].key, part[len(part)-1].key, string(body.raw("]").b)})
	}
	return leaves
}
