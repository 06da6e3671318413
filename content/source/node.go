package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// nodeKind is what a node of a TOML file is.
type nodeKind uint8

const (
	scalarNode nodeKind = iota // text, number, date, truth value
	ArrayNode                  // [1, 2]
	TableNode                  // [a], {a = 1} or the a of a.b = 1
	TablesNode                 // the list of all [[a]]
)

// Node is a value in a TOML file: where its key stands, where the value itself stands, and what
// lies below it, in the order of the file. The positions come from index, the values from the TOML
// decoder.
type Node struct {
	file   *File
	Parent *Node
	Name   string // the last part of its key; "" for an item of an array
	Kind   nodeKind
	// Key is of the last part of the key, or of the whole [header]; empty for an item of an array.
	Key       Span
	Value     Span // of the value, or of the [header]
	explicit  bool // a table with a header or braces of its own
	signed    bool // Signs has looked at it
	Children  []*Node
	byName    map[string]*Node // of a table
	stretches []stretch        // of a string: where its text is written
	// Data is what the decoder made of a scalar: string, int64, float64, bool, time.Time.
	Data any
}

// Problem is a problem with a stretch of the node's file.
func (n *Node) Problem(at Span, text, hint string) Problem {
	pos := n.file.pos(at.Start)
	return Problem{Pos: pos, Width: n.file.width(at), Key: n.Path(), Text: Readable(text),
		Hint: Readable(hint), Line: n.file.line(pos.Line)}
}

// Apart is a value without the tree around it, which need not be kept for its place then; its path
// is its last key alone.
func (n *Node) Apart() *Node {
	return &Node{file: n.file, Name: n.Name, Key: n.Key, Value: n.Value, stretches: n.stretches}
}

// Child is the node of a key of a table, nil when there is none.
func (n *Node) Child(name string) *Node {
	if n == nil {
		return nil
	}
	return n.byName[name]
}

// KeyPos is where the key stands, or the [header] of a table.
func (n *Node) KeyPos() Pos { return n.file.pos(n.Key.Start) }

// ValuePos is where the value stands.
func (n *Node) ValuePos() Pos { return n.file.pos(n.Value.Start) }

// PosWithin is where an offset of the decoded text of a string is written.
func (n *Node) PosWithin(offset int) Pos { return n.file.pos(n.place(offset)) }

// Written is the value as it is written, quotes and all.
func (n *Node) Written() string { return n.file.text[n.Value.Start:n.Value.End] }

// Unquoted is the text of a string that was indexed and not decoded, "" for another value.
func (n *Node) Unquoted() string {
	if n.Kind != scalarNode || len(n.stretches) == 0 {
		return ""
	}
	return composed(unquote(n.Written()))
}

// Text is the value of a text, "" when the value is something else, and of no node.
func (n *Node) Text() string {
	if n == nil {
		return ""
	}
	s, _ := n.Data.(string)
	return s
}

// Within is the span in the file of a stretch of the decoded text of a string node, given in bytes.
// Both ends are moved forward to where a character begins.
func (n *Node) Within(start, end int) Span { return Span{n.place(start), n.place(end)} }

// place is where the character at an offset of the decoded text is written, or the next one when
// none begins there; the closing quotes for the end of the text and what is beyond.
func (n *Node) place(offset int) int {
	if len(n.stretches) == 0 {
		return n.Value.Start
	}
	after := sort.Search(len(n.stretches),
		func(i int) bool { return n.stretches[i].decoded > offset })
	s := n.stretches[max(after-1, 0)]
	at := s.written + max(0, offset-s.decoded)
	if offset > s.decoded+s.length { // inside an escape
		if after < len(n.stretches) {
			return n.stretches[after].written
		}
		return s.written + s.length
	}
	for at < s.written+s.length && !utf8.RuneStart(n.file.text[at]) {
		at++
	}
	return at
}

// Path is the dotted key of a node, as an author would write it.
func (n *Node) Path() string {
	var names []string
	for ; n != nil; n = n.Parent {
		if n.Name != "" {
			names = append(names, quoteKey(n.Name))
		}
	}
	for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
		names[i], names[j] = names[j], names[i]
	}
	return strings.Join(names, ".")
}

func quoteKey(name string) string {
	for i := range len(name) {
		if !bareKey(name[i]) {
			return `"` + name + `"`
		}
	}
	return name
}
