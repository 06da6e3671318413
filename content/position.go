package content

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// nodeKind is what a node of a TOML file is.
type nodeKind uint8

const (
	scalarNode nodeKind = iota // text, number, date, truth value
	arrayNode                  // [1, 2]
	tableNode                  // [a], {a = 1} or the a of a.b = 1
	tablesNode                 // the list of all [[a]]
)

// node is a value in a TOML file: where its key stands, where the value itself stands, and what lies
// below it, in the order of the file. The positions come from index, the values from the TOML decoder.
type node struct {
	source    *source
	parent    *node
	name      string // the last part of its key; "" for an item of an array
	kind      nodeKind
	key       span // of the last part of the key, or of the whole [header]; empty for an item of an array
	value     span // of the value, or of the [header]
	explicit  bool // a table with a header or braces of its own
	children  []*node
	byName    map[string]*node // of a table
	stretches []stretch        // of a string: where its text is written
	data      any              // what the decoder made of a scalar: string, int64, float64, bool, time.Time
}

// problem is a problem with a stretch of the node's file.
func (n *node) problem(at span, text, hint string) Problem {
	pos := n.source.pos(at.start)
	return Problem{Pos: pos, Width: n.source.width(at), Key: n.path(), Text: readable(text), Hint: readable(hint),
		Line: n.source.line(pos.Line)}
}

// child is the node of a key of a table, nil when there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	return n.byName[name]
}

// keyPos is where the key stands, or the [header] of a table.
func (n *node) keyPos() Pos { return n.source.pos(n.key.start) }

// valuePos is where the value stands.
func (n *node) valuePos() Pos { return n.source.pos(n.value.start) }

// posWithin is where an offset of the decoded text of a string is written.
func (n *node) posWithin(offset int) Pos { return n.source.pos(n.place(offset)) }

// written is the value as it is written, quotes and all.
func (n *node) written() string { return n.source.text[n.value.start:n.value.end] }

// unquoted is the text of a string that was indexed and not decoded, "" for another value.
func (n *node) unquoted() string {
	if n.kind != scalarNode || len(n.stretches) == 0 {
		return ""
	}
	return unquote(n.written())
}

// textValue is the value of a text, "" when the value is something else.
func (n *node) textValue() string {
	s, _ := n.data.(string)
	return s
}

// maxDepth is how deep values and keys may nest. The decoder recurses on the stack and takes time
// that grows with the square of the depth, so deeper input is refused before the decoder sees it.
const maxDepth = 24

// positions is the index of a file.
type positions struct {
	root  *node
	deep  int // offset of the first value or key that nests deeper than maxDepth, or -1
	twice *twice
}

// twice is the first key or table of a file that is defined a second time; nil when there is none.
type twice struct {
	path          string
	first, second span
}

// index reads where every key and value of a TOML file stands. It does not judge: on a file that is
// not TOML it returns what it understood and never fails. It stops at a key defined twice and at one
// that nests too deeply.
func index(s *source) positions {
	x := indexer{s: s, text: s.text, deep: -1}
	root := &node{source: s, kind: tableNode, explicit: true, byName: map[string]*node{}}
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
	s     *source
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
	at   span
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
func (x *indexer) header(root *node) *node {
	start := x.i
	x.i++
	list := x.accept('[')
	parts := x.dotted()
	x.accept(']')
	if list {
		x.accept(']')
	}
	at := span{start, x.i}
	x.restOfLine()
	if len(parts) == 0 {
		return &node{source: x.s, kind: tableNode, byName: map[string]*node{}} // not TOML: keys go nowhere
	}
	table := x.through(root, parts)
	last := parts[len(parts)-1]
	old := table.byName[last.name]
	if list {
		if old != nil && old.kind != tablesNode {
			x.noteTwice(old, at)
		}
		return table.appendTable(last, at)
	}
	if old != nil && (old.explicit || old.kind != tableNode) {
		x.noteTwice(old, at)
	}
	if old != nil && old.kind == tablesNode {
		return old.children[len(old.children)-1]
	}
	opened := table.enter(last)
	if !opened.explicit {
		opened.explicit, opened.key, opened.value = true, at, at
	}
	return opened
}

// noteTwice remembers that what a node defines is defined again.
func (x *indexer) noteTwice(old *node, again span) {
	if x.twice == nil {
		x.twice = &twice{old.path(), old.key, again}
	}
}

// through follows all parts of a key but the last.
func (x *indexer) through(table *node, parts []part) *node {
	for _, p := range parts[:len(parts)-1] {
		if old := table.byName[p.name]; old != nil && old.kind != tableNode && old.kind != tablesNode {
			x.noteTwice(old, p.at)
		}
		table = table.enter(p)
	}
	return table
}

// enter is the table that a part of a dotted key leads to, made when there is none; of a list of
// tables it is the last.
func (n *node) enter(p part) *node {
	child := n.byName[p.name]
	if child != nil && child.kind == tablesNode {
		child = child.children[len(child.children)-1]
	}
	if child == nil || child.kind != tableNode {
		child = n.add(p, tableNode, p.at)
		child.byName = map[string]*node{}
	}
	return child
}

// appendTable adds a table to the list of tables that the name stands for.
func (n *node) appendTable(p part, header span) *node {
	list := n.byName[p.name]
	if list == nil || list.kind != tablesNode {
		list = n.add(p, tablesNode, header)
		list.key = header
	}
	t := &node{source: n.source, parent: list, kind: tableNode, key: header, value: header,
		explicit: true, byName: map[string]*node{}}
	list.children = append(list.children, t)
	return t
}

// add puts a child into a table. A name that is there already, which the decoder refuses, is replaced.
func (n *node) add(p part, kind nodeKind, value span) *node {
	child := &node{source: n.source, parent: n, name: p.name, kind: kind, key: p.at, value: value}
	if n.byName[p.name] == nil {
		n.children = append(n.children, child)
	} else {
		for i, old := range n.children {
			if old.name == p.name {
				n.children[i] = child
			}
		}
	}
	n.byName[p.name] = child
	return child
}

// pair reads key = value into a table.
func (x *indexer) pair(table *node, depth int) {
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
	child := table.add(last, scalarNode, span{})
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
		parts = append(parts, part{name, span{start, x.i}})
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
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}

// valueInto reads the value of a node.
func (x *indexer) valueInto(n *node, depth int) {
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
	n.value = span{start, x.i}
}

// bare moves over a number, a date or a truth value.
func (x *indexer) bare() {
	start := x.i
	for x.i < len(x.text) && !strings.ContainsRune(",]}#\n\r", rune(x.text[x.i])) {
		x.i++
	}
	x.i = start + len(strings.TrimRight(x.text[start:x.i], " \t"))
}

func (x *indexer) array(n *node, depth int) {
	n.kind = arrayNode
	x.i++
	for x.going() {
		x.blank(true)
		if x.i >= len(x.text) || x.accept(']') {
			return
		}
		before := x.i
		item := &node{source: x.s, parent: n}
		x.valueInto(item, depth+1)
		item.key = item.value
		n.children = append(n.children, item)
		x.blank(true)
		if !x.accept(',') && x.i == before {
			x.i++ // not TOML: move on
		}
	}
}

func (x *indexer) inlineTable(n *node, depth int) {
	n.kind, n.explicit, n.byName = tableNode, true, map[string]*node{}
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

// endOfString is the offset after the string literal that begins at i.
func endOfString(text string, i int) int {
	quote := text[i : i+1]
	long := strings.Repeat(quote, 3)
	raw := quote == "'"
	if !strings.HasPrefix(text[i:], long) {
		for i++; i < len(text) && text[i] != '\n'; i++ {
			switch {
			case text[i] == quote[0]:
				return i + 1
			case text[i] == '\\' && !raw:
				i++
			}
		}
		return min(i, len(text))
	}
	for i += 3; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], long):
			i += 3
			for k := 0; k < 2 && i < len(text) && text[i] == quote[0]; k++ {
				i++ // one or two quotes may stand before the closing three
			}
			return i
		case text[i] == '\\' && !raw:
			i++
		}
	}
	return len(text)
}

// literal walks through a string literal, one decoded character at a time.
type literal struct {
	text  string // the literal with its quotes
	i     int    // where the next character begins
	end   int    // where the closing quotes begin
	raw   bool
	multi bool
}

func newLiteral(text string) literal {
	l := literal{text: text, end: len(text)}
	if text == "" {
		return l
	}
	quote := text[:1]
	l.raw = quote == "'"
	size := 1
	if long := strings.Repeat(quote, 3); len(text) >= 6 && strings.HasPrefix(text, long) {
		l.multi, size = true, 3
	}
	l.i = min(size, len(text))
	if strings.HasSuffix(text, quote) {
		l.end = max(l.i, len(text)-size)
	}
	if l.multi { // a line end right after the opening quotes does not count
		if strings.HasPrefix(text[l.i:l.end], "\r\n") {
			l.i += 2
		} else if strings.HasPrefix(text[l.i:l.end], "\n") {
			l.i++
		}
	}
	return l
}

// next is the next decoded character and the offset in the literal where it is written.
func (l *literal) next() (r rune, at int, ok bool) {
	for l.i < l.end {
		at = l.i
		if l.text[at] != '\\' || l.raw {
			r, size := utf8.DecodeRuneInString(l.text[at:l.end])
			l.i += size
			return r, at, true
		}
		if l.multi && l.joinLines() {
			continue
		}
		return l.escape(), at, true
	}
	return 0, l.end, false
}

// joinLines moves over a backslash at a line end and the white space after it.
func (l *literal) joinLines() bool {
	rest := l.text[l.i+1 : l.end]
	blank := len(rest) - len(strings.TrimLeft(rest, " \t\r\n"))
	if !strings.Contains(rest[:blank], "\n") {
		return false
	}
	l.i += 1 + blank
	return true
}

// escape reads \n, \u00AD and their like.
func (l *literal) escape() rune {
	l.i++
	if l.i >= l.end {
		return utf8.RuneError
	}
	c := l.text[l.i]
	l.i++
	switch c {
	case 'b':
		return '\b'
	case 't':
		return '\t'
	case 'n':
		return '\n'
	case 'f':
		return '\f'
	case 'r':
		return '\r'
	case 'e':
		return 0x1b
	case 'x':
		return l.hex(2)
	case 'u':
		return l.hex(4)
	case 'U':
		return l.hex(8)
	}
	return rune(c)
}

func (l *literal) hex(digits int) rune {
	var r rune
	for ; digits > 0 && l.i < l.end; digits-- {
		c := l.text[l.i]
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return utf8.RuneError
		}
		l.i++
	}
	if !utf8.ValidRune(r) {
		return utf8.RuneError
	}
	return r
}

// unquote is the text that a string literal stands for.
func unquote(text string) string {
	l := newLiteral(text)
	if body := text[l.i:l.end]; l.raw || strings.IndexByte(body, '\\') < 0 {
		return body
	}
	var b strings.Builder
	for {
		r, _, ok := l.next()
		if !ok {
			return b.String()
		}
		b.WriteRune(r)
	}
}

// stretch is a part of a string literal in which the decoded text stands byte for byte as written.
type stretch struct {
	decoded int // offset in the decoded text
	written int // offset in the file
	length  int
}

// stretches are the parts of a string literal between its escapes. from is where it stands in the file.
func stretches(text string, from int) []stretch {
	l := newLiteral(text)
	if l.raw || strings.IndexByte(text[l.i:l.end], '\\') < 0 {
		return []stretch{{0, from + l.i, l.end - l.i}}
	}
	out := []stretch{{0, from + l.i, 0}}
	decoded := 0
	for {
		before := l.i
		r, at, ok := l.next()
		last := &out[len(out)-1]
		if !ok || at > before || l.text[at] == '\\' { // an escape, or a line end that does not count
			out = append(out, stretch{decoded, from + at, 0})
			last = &out[len(out)-1]
		}
		switch decoded += utf8.RuneLen(r); {
		case !ok:
			return out
		case l.text[at] == '\\':
			out = append(out, stretch{decoded, from + l.i, 0})
		default:
			last.length += l.i - at
		}
	}
}

// within is the span in the file of a stretch of the decoded text of a string node, given in bytes. Both
// ends are moved forward to where a character begins.
func (n *node) within(start, end int) span { return span{n.place(start), n.place(end)} }

// place is where the character at an offset of the decoded text is written, or the next one when none
// begins there; the closing quotes for the end of the text and what is beyond.
func (n *node) place(offset int) int {
	if len(n.stretches) == 0 {
		return n.value.start
	}
	k := sort.Search(len(n.stretches), func(i int) bool { return n.stretches[i].decoded > offset }) - 1
	s := n.stretches[max(k, 0)]
	at := s.written + max(0, offset-s.decoded)
	if offset > s.decoded+s.length { // inside an escape
		if k+1 < len(n.stretches) {
			return n.stretches[k+1].written
		}
		return s.written + s.length
	}
	for at < s.written+s.length && !utf8.RuneStart(n.source.text[at]) {
		at++
	}
	return at
}

// path is the dotted key of a node, as an author would write it.
func (n *node) path() string {
	var names []string
	for ; n != nil; n = n.parent {
		if n.name != "" {
			names = append(names, quoteKey(n.name))
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
