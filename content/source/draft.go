package source

import (
	"fmt"
	"slices"
	"strings"
)

// Draft is a file to be changed in places. Every byte that no change touches stays as its author
// wrote it: comments, spaces, the order of keys, line ends, the form of its Unicode.
type Draft struct {
	Root    *Node  // the file's keys and values, indexed and not decoded
	text    string // all of the file
	mark    int    // bytes of a byte order mark, before the text that Root has places of
	ends    string // what ends its lines
	changes []edit
}

// edit puts a text in the place of a stretch.
type edit struct {
	at   Span
	with string
}

// NewDraft begins to change a file, which must be TOML: who judges that has read it with a [Reader].
func NewDraft(name string, data []byte) *Draft {
	body := strings.TrimLeft(string(data), "\ufeff")
	d := &Draft{text: string(data), mark: len(data) - len(body), ends: "\n"}
	switch {
	case strings.Contains(body, "\r\n"):
		d.ends = "\r\n"
	case !strings.Contains(body, "\n") && strings.Contains(body, "\r"):
		d.ends = "\r"
	}
	d.Root = index(fileOf(name, lineEnds(body))).root
	return d
}

// Decoded is the text of a string as it was indexed, with its escapes read; [Node.Within] finds
// stretches of it. It is "" for another value.
func (n *Node) Decoded() string {
	if n.Kind != scalarNode || len(n.stretches) == 0 {
		return ""
	}
	return unquote(n.Written())
}

// Replace puts a text in the place of a stretch of the file, given as nodes have it.
func (d *Draft) Replace(at Span, with string) {
	d.changes = append(d.changes, edit{Span{at.Start + d.mark, at.End + d.mark}, with})
}

// Bytes are the file with all changes. A change inside what is taken out is void; other changes that
// overlap are a mistake of the caller's.
func (d *Draft) Bytes() []byte {
	slices.SortStableFunc(d.changes, func(a, b edit) int {
		if order := a.at.Start - b.at.Start; order != 0 {
			return order
		}
		if a.at.Start == a.at.End || b.at.Start == b.at.End { // what is put in comes first
			return a.at.End - b.at.End
		}
		return b.at.End - a.at.End
	})
	var b strings.Builder
	done := 0
	for _, e := range d.changes {
		switch {
		case e.at.Start >= done:
		case e.with == "":
			done = max(done, e.at.End)
			continue
		case e.at.End <= done:
			continue
		default:
			panic(fmt.Sprintf("source: two changes at byte %d", e.at.Start))
		}
		b.WriteString(d.text[done:e.at.Start])
		b.WriteString(e.with)
		done = e.at.End
	}
	b.WriteString(d.text[done:])
	return []byte(b.String())
}

// Remove takes out a key with its value and its line's comment, or a table with all that stands
// under its headers. Comments on lines of their own stay.
func (d *Draft) Remove(n *Node) {
	if n.inBraces() {
		d.Replace(n.withComma(), "")
		return
	}
	for _, lines := range n.lines(nil) {
		d.Replace(lines, "")
	}
}

// lines are the lines of a node's keys and headers, in no order.
func (n *Node) lines(to []Span) []Span {
	inline := n.Kind == scalarNode || n.Kind == ArrayNode || n.braced()
	if inline || n.Kind == TableNode && n.explicit {
		to = append(to, Span{n.file.lineStart(n.Key.Start), n.file.lineEnd(n.Value.End)})
	}
	if !inline {
		for _, c := range n.Children {
			to = c.lines(to)
		}
	}
	return to
}

// After adds a key behind that of another, on a line of its own or, in braces, after a comma.
func (d *Draft) After(n *Node, key, value string) {
	text := quoteKey(key) + " = " + value
	if n.inBraces() {
		d.Replace(Span{n.Value.End, n.Value.End}, ", "+text)
		return
	}
	line := n.file.text[n.file.lineStart(n.Key.Start):]
	text = line[:len(line)-len(strings.TrimLeft(line, " \t"))] + text
	at := n.file.lineEnd(n.Value.End)
	if at == len(n.file.text) && !strings.HasSuffix(n.file.text, "\n") {
		d.Replace(Span{at, at}, d.ends+text)
		return
	}
	d.Replace(Span{at, at}, text+d.ends)
}

// LastKey is the last of a table's keys that stand under its own header, or in its braces: a key
// that is added after it belongs to the table. It is nil when there is none.
func (n *Node) LastKey() *Node {
	var last *Node
	for _, c := range n.Children {
		if c.Kind == TablesNode || c.Kind == TableNode && c.explicit && !c.braced() {
			continue
		}
		if c.Kind == TableNode && !c.explicit { // a dotted key, or the way to a header below
			if c = c.LastKey(); c == nil {
				continue
			}
		}
		if last == nil || c.Value.End > last.Value.End {
			last = c
		}
	}
	return last
}

// braced says whether a table is written in braces.
func (n *Node) braced() bool {
	return n.Kind == TableNode && n.explicit && strings.HasPrefix(n.Written(), "{")
}

// inBraces says whether a key stands in braces, and not on a line of its own.
func (n *Node) inBraces() bool {
	for t := n.Parent; t != nil; t = t.Parent {
		if t.explicit || t.Kind == ArrayNode {
			return t.braced()
		}
	}
	return false
}

// withComma is the stretch of a key in braces, or of an item of a list, with the comma that is too
// many when it goes.
func (n *Node) withComma() Span {
	siblings := n.Parent.Children
	i := slices.Index(siblings, n)
	switch {
	case i+1 < len(siblings):
		return Span{n.start(), siblings[i+1].start()}
	case i > 0:
		return Span{siblings[i-1].Value.End, n.Value.End}
	}
	return Span{n.start(), n.Value.End}
}

// start is where a dotted key, or an item of a list, begins.
func (n *Node) start() int {
	first := n.Key.Start
	for t := n.Parent; t != nil && t.Kind == TableNode && !t.explicit; t = t.Parent {
		first = min(first, t.Key.Start)
	}
	return first
}

// RemoveItem takes an item out of a list.
func (d *Draft) RemoveItem(item *Node) { d.Replace(item.withComma(), "") }

// Append adds a text to a list of texts, parted from the others as they are from each other.
func (d *Draft) Append(list *Node, text string) {
	literal := `"` + text + `"`
	items := list.Children
	if len(items) == 0 {
		d.Replace(list.Value, "["+literal+"]")
		return
	}
	last := items[len(items)-1]
	between := ", "
	if len(items) > 1 {
		written := list.file.text[items[len(items)-2].Value.End:last.Value.Start]
		if !strings.Contains(written, "#") {
			between = written
		}
	}
	d.Replace(Span{last.Value.End, last.Value.End}, between+literal)
}

// lineStart is where the line of an offset begins.
func (s *File) lineStart(offset int) int { return strings.LastIndexByte(s.text[:offset], '\n') + 1 }

// lineEnd is the offset after the line end that follows an offset.
func (s *File) lineEnd(offset int) int {
	if k := strings.IndexByte(s.text[offset:], '\n'); k >= 0 {
		return offset + k + 1
	}
	return len(s.text)
}

// Header says whether a node is opened by a [header], and has lines of its own below it.
func (n *Node) Header() bool {
	return n.Kind == TablesNode || n.Kind == TableNode && n.explicit && !n.braced()
}
