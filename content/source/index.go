package source

import "strings"

// maxDepth is how deep values and keys may nest. The decoder recurses on the stack and takes time
// that grows with the square of the depth, so deeper input is refused before the decoder sees it.
const maxDepth = 24

// positions is the index of a file.
type positions struct {
	root  *Node
	deep  int // offset of the first value or key that nests deeper than maxDepth, or -1
	twice *twice
}

// twice is the first key or table of a file that is defined a second time; nil when there is none.
type twice struct {
	path          string
	first, second Span
}

// index reads where every key and value of a TOML file stands. It does not judge: on a file that is
// not TOML it returns what it understood and never fails. It stops at a key defined twice and at
// one that nests too deeply.
func index(s *File) positions {
	x := indexer{s: s, text: s.text, deep: -1}
	root := &Node{file: s, Kind: TableNode, explicit: true, byName: map[string]*Node{}}
	table := root
	for x.going() {
		x.blank(true)
		if x.i >= len(x.text) {
			break
		}
		if x.text[x.i] == '[' {
			table = x.header(root)
			continue
		}
		x.pair(table, 0)
		x.restOfLine()
	}
	return positions{root, x.deep, x.twice}
}

// indexer is a cursor in a file.
type indexer struct {
	s     *File
	text  string
	i     int
	deep  int
	twice *twice
}

// going says that nothing has been met that the file will be refused for.
func (x *indexer) going() bool { return x.deep < 0 && x.twice == nil }

// part is one part of a dotted key.
type part struct {
	name string
	at   Span
}

// blank moves over spaces and tabs, and over line ends and comments too when lines is set.
func (x *indexer) blank(lines bool) {
	for x.i < len(x.text) {
		switch c := x.text[x.i]; {
		case c == ' ' || c == '\t':
			x.i++
		case lines && (c == '\n' || c == '\r'):
			x.i++
		case lines && c == '#':
			x.restOfLine()
		default:
			return
		}
	}
}

func (x *indexer) restOfLine() {
	if k := strings.IndexByte(x.text[x.i:], '\n'); k >= 0 {
		x.i += k + 1
		return
	}
	x.i = len(x.text)
}

// accept moves over a byte if it comes next.
func (x *indexer) accept(c byte) bool {
	if x.i < len(x.text) && x.text[x.i] == c {
		x.i++
		return true
	}
	return false
}

// header reads [a.b] or [[a.b]] and returns the table that it opens.
func (x *indexer) header(root *Node) *Node {
	start := x.i
	x.i++
	list := x.accept('[')
	parts := x.dotted()
	x.accept(']')
	if list {
		x.accept(']')
	}
	at := Span{start, x.i}
	x.restOfLine()
	if len(parts) == 0 {
		// This is not TOML: the keys go nowhere.
		return &Node{file: x.s, Kind: TableNode, byName: map[string]*Node{}}
	}
	table := x.through(root, parts)
	last := parts[len(parts)-1]
	old := table.byName[last.name]
	if list {
		if old != nil && old.Kind != TablesNode {
			x.noteTwice(old, at)
		}
		return table.appendTable(last, at)
	}
	if old != nil && (old.explicit || old.Kind != TableNode) {
		x.noteTwice(old, at)
	}
	if old != nil && old.Kind == TablesNode {
		return old.Children[len(old.Children)-1]
	}
	opened := table.enter(last)
	if !opened.explicit {
		opened.explicit, opened.Key, opened.Value = true, at, at
	}
	return opened
}

// noteTwice remembers that what a node defines is defined again.
func (x *indexer) noteTwice(old *Node, again Span) {
	if x.twice == nil {
		x.twice = &twice{old.Path(), old.Key, again}
	}
}

// through follows all parts of a key but the last.
func (x *indexer) through(table *Node, parts []part) *Node {
	for _, p := range parts[:len(parts)-1] {
		if old := table.byName[p.name]; old != nil && old.Kind != TableNode &&
			old.Kind != TablesNode {
			x.noteTwice(old, p.at)
		}
		table = table.enter(p)
	}
	return table
}

// enter is the table that a part of a dotted key leads to, made when there is none; of a list of
// tables it is the last.
func (n *Node) enter(p part) *Node {
	child := n.byName[p.name]
	if child != nil && child.Kind == TablesNode {
		child = child.Children[len(child.Children)-1]
	}
	if child == nil || child.Kind != TableNode {
		child = n.add(p, TableNode, p.at)
		child.byName = map[string]*Node{}
	}
	return child
}

// appendTable adds a table to the list of tables that the name stands for.
func (n *Node) appendTable(p part, header Span) *Node {
	list := n.byName[p.name]
	if list == nil || list.Kind != TablesNode {
		list = n.add(p, TablesNode, header)
		list.Key = header
	}
	t := &Node{file: n.file, Parent: list, Kind: TableNode, Key: header, Value: header,
		explicit: true, byName: map[string]*Node{}}
	list.Children = append(list.Children, t)
	return t
}

// add puts a child into a table. A name that is there already, which the decoder refuses, is
// replaced.
func (n *Node) add(p part, kind nodeKind, value Span) *Node {
	child := &Node{file: n.file, Parent: n, Name: p.name, Kind: kind, Key: p.at, Value: value}
	if n.byName[p.name] == nil {
		n.Children = append(n.Children, child)
	} else {
		for i, old := range n.Children {
			if old.Name == p.name {
				n.Children[i] = child
			}
		}
	}
	n.byName[p.name] = child
	return child
}

// pair reads key = value into a table.
func (x *indexer) pair(table *Node, depth int) {
	parts := x.dotted()
	x.blank(false)
	if len(parts) == 0 || !x.accept('=') {
		if x.i < len(x.text) && x.text[x.i] != '\n' {
			x.i++ // not TOML: move on
		}
		return
	}
	table = x.through(table, parts)
	x.blank(false)
	last := parts[len(parts)-1]
	if old := table.byName[last.name]; old != nil {
		x.noteTwice(old, last.at)
	}
	child := table.add(last, scalarNode, Span{})
	x.valueInto(child, depth+1)
}

// dotted reads a key: a.b."c d".
func (x *indexer) dotted() []part {
	var parts []part
	for {
		x.blank(false)
		start := x.i
		name, ok := x.keyPart()
		if !ok {
			return parts
		}
		parts = append(parts, part{name, Span{start, x.i}})
		if len(parts) > maxDepth && x.deep < 0 {
			x.deep = start
		}
		x.blank(false)
		if !x.going() || !x.accept('.') {
			return parts
		}
	}
}

// keyPart reads one bare or quoted part of a key.
func (x *indexer) keyPart() (string, bool) {
	start := x.i
	if x.i < len(x.text) && (x.text[x.i] == '"' || x.text[x.i] == '\'') {
		x.i = endOfString(x.text, x.i)
		return unquote(x.text[start:x.i]), true
	}
	for x.i < len(x.text) && bareKey(x.text[x.i]) {
		x.i++
	}
	return x.text[start:x.i], x.i > start
}

func bareKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' ||
		c == '-'
}

// valueInto reads the value of a node.
func (x *indexer) valueInto(n *Node, depth int) {
	start := x.i
	if depth > maxDepth && x.deep < 0 {
		x.deep = start
	}
	if x.going() && x.i < len(x.text) {
		switch x.text[x.i] {
		case '"', '\'':
			x.i = endOfString(x.text, x.i)
			n.stretches = stretches(x.text[start:x.i], start)
		case '[':
			x.array(n, depth)
		case '{':
			x.inlineTable(n, depth)
		default:
			x.bare()
		}
	}
	n.Value = Span{start, x.i}
}

// bare moves over a number, a date or a truth value.
func (x *indexer) bare() {
	start := x.i
	for x.i < len(x.text) && !strings.ContainsRune(",]}#\n\r", rune(x.text[x.i])) {
		x.i++
	}
	x.i = start + len(strings.TrimRight(x.text[start:x.i], " \t"))
}

func (x *indexer) array(n *Node, depth int) {
	n.Kind = ArrayNode
	x.i++
	for x.going() {
		x.blank(true)
		if x.i >= len(x.text) || x.accept(']') {
			return
		}
		before := x.i
		item := &Node{file: x.s, Parent: n}
		x.valueInto(item, depth+1)
		item.Key = item.Value
		n.Children = append(n.Children, item)
		x.blank(true)
		if !x.accept(',') && x.i == before {
			x.i++ // not TOML: move on
		}
	}
}

func (x *indexer) inlineTable(n *Node, depth int) {
	n.Kind, n.explicit, n.byName = TableNode, true, map[string]*Node{}
	x.i++
	for x.going() {
		x.blank(true)
		if x.i >= len(x.text) || x.accept('}') {
			return
		}
		before := x.i
		x.pair(n, depth)
		x.blank(true)
		if !x.accept(',') && x.i == before {
			x.i++ // not TOML: move on
		}
	}
}
