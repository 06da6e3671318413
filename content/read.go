package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark/parser"
)

// maxInput is how many bytes the files of a report, and of the surveys it uses, may have together.
const maxInput = 16 << 20

// maxProblems ends the search in a file that is not what it says it is.
const maxProblems = 1000

// loader is a report on its way in.
type loader struct {
	fsys     fs.FS
	size     int // bytes read so far
	problems Problems

	// partial is set when a file could not be read. What it might have defined is then not called
	// missing or unknown; all that could be read is still checked.
	partial bool

	// unsure holds surveys and figures with a mistake that makes checks of their numbers pointless: the
	// mistake is told, what follows from it is not.
	unsure map[any]bool

	folders map[string]*node // merged files by folder, nil for a folder that holds nothing readable
	surveys map[string]*Survey
	places  map[*Figure]*table // the table that a figure was read from
	report  *Report
	home    Locale // the report's; bokmål while it is not known
	locale  Locale // of the text that is being read
	parser  parser.Parser
	refs    []openRef
	ids     map[string]*node // chapters and topics

	works     map[string]*Reference // by id
	years     map[*Reference]string // as they are cited: 2015a
	firstWork *node                 // where the first reference stands
	listed    *node                 // the block that lists them
	widths    map[Pos]int           // of colours, in characters
	notes     bool                  // footnotes may stand in the prose that is being read
}

// report a problem at a span of a node's file.
func (l *loader) problem(n *node, at span, text, hint string) {
	if len(l.problems) >= maxProblems {
		return
	}
	pos := n.source.pos(at.start)
	l.problems = append(l.problems, Problem{Pos: pos, Width: n.source.width(at), Key: n.path(),
		Text: readable(text), Hint: readable(hint), Line: n.source.line(pos.Line)})
}

// readable is a message without the soft hyphens and control characters of what it quotes.
func readable(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u00ad':
		case r != '\u00a0' && (r < 0x20 || unprintable(r)):
			seen, _ := visible(r, 0)
			b.WriteString(seen)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (l *loader) atKey(n *node, text, hint string)   { l.problem(n, n.key, text, hint) }
func (l *loader) atValue(n *node, text, hint string) { l.problem(n, n.value, text, hint) }

// atFile reports a problem with a file or folder as a whole.
func (l *loader) atFile(name, text, hint string) {
	l.problems = append(l.problems, Problem{Pos: Pos{File: name, Line: 1, Column: 1}, Width: 1, Text: text, Hint: hint})
}

// folder is all .toml files of a folder read together, in the order of their names; nil when there are
// none that could be read.
func (l *loader) folder(dir string) *node {
	if root, ok := l.folders[dir]; ok {
		return root
	}
	l.folders[dir] = nil
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		l.partial = true
		l.atFile(dir, "cannot read the folder: "+reason(err), "")
		return nil
	}
	var root *node
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".toml" {
			continue
		}
		n := l.file(path.Join(dir, e.Name()))
		if n == nil {
			l.partial = true
		} else if root == nil {
			root = n
		} else {
			l.merge(root, n)
		}
	}
	l.folders[dir] = root
	return root
}

// file reads a file, checks that it is text and TOML, and returns its values with their places.
func (l *loader) file(name string) *node {
	data, ok := l.bytes(name)
	if !ok {
		return nil
	}
	s := newSource(name, data)
	if !l.isText(s) {
		return nil
	}
	at := index(s)
	if at.deep >= 0 {
		l.problem(at.root, span{at.deep, at.deep + 1}, fmt.Sprintf("nested more than %d deep", maxDepth), "")
		return nil
	}
	values, err := decode(s.text)
	if err != nil {
		l.broken(s, at, err)
		return nil
	}
	if at.twice != nil { // the decoder lets some of these pass
		l.definedTwice(s, at)
		return nil
	}
	l.fill(at.root, values)
	return at.root
}

// bytes reads a file within what is left of maxInput.
func (l *loader) bytes(name string) (string, bool) {
	info, err := fs.Stat(l.fsys, name)
	if err == nil && info.Size() > int64(maxInput-l.size) {
		l.tooLarge(name)
		return "", false
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(l.fsys, name)
	}
	if err != nil {
		l.atFile(name, "cannot read the file: "+reason(err), "")
		return "", false
	}
	if l.size += len(data); l.size > maxInput {
		l.tooLarge(name)
		return "", false
	}
	return string(data), true
}

func (l *loader) tooLarge(name string) {
	l.atFile(name, "more than 16 MiB of input, counted over all files of the report", "counts and words need far less: is a picture or a data dump among the .toml files?")
}

// reason is an error of the file system without its path, which the problem names already.
func reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return err.Error()
}

// isText reports bytes that are not UTF-8 and control characters.
func (l *loader) isText(s *source) bool {
	root := &node{source: s}
	if strings.HasPrefix(s.text, "\xff\xfe") || strings.HasPrefix(s.text, "\xfe\xff") {
		l.problem(root, span{0, 1}, "the file is UTF-16, not UTF-8", "save it as UTF-8")
		return false
	}
	good := true
	for i := 0; i < len(s.text); {
		c := s.text[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			l.problem(root, span{i, i + 1}, fmt.Sprintf("byte 0x%02X is not UTF-8", c), "save the file as UTF-8")
			good = false
		case c < 0x20 || c == 0x7f:
			l.problem(root, span{i, i + 1}, fmt.Sprintf("control character U+%04X", r), "delete it")
			good = false
		}
		if len(l.problems) >= maxProblems {
			return false
		}
		i += size
	}
	return good
}

// decode hands a file to the TOML decoder.
func decode(text string) (values map[string]any, err error) {
	defer func() { // the decoder panics on some input that it should refuse
		if r := recover(); r != nil {
			if _, ours := r.(string); !ours {
				panic(r)
			}
			err = errors.New("this is not TOML")
		}
	}()
	var v any = map[string]any{}
	if _, err := toml.Decode(text, &v); err != nil {
		return nil, err
	}
	values, _ = v.(map[string]any)
	return values, nil
}

// broken reports what the decoder said.
func (l *loader) broken(s *source, at positions, err error) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		l.problem(at.root, span{0, 1}, "broken TOML: "+err.Error(), "")
		return
	}
	if at.twice != nil && strings.Contains(parse.Message, "already") {
		l.definedTwice(s, at)
		return
	}
	start := min(max(parse.Position.Start, 0), len(s.text))
	if line := parse.Position.Line; line >= 1 && line <= len(s.lines) && s.pos(start).Line != line {
		start = s.lines[line-1]
		start += len(s.line(line)) - len(strings.TrimLeft(s.line(line), " \t"))
	}
	text := strings.TrimSuffix(parse.Message, ".")
	hint := ""
	if u := strings.TrimSpace(parse.ErrorWithUsage()); strings.Contains(u, "Error help:") && strings.Contains(text, "newline") {
		hint = `text over several lines stands between """ and """`
	}
	l.problem(at.root, span{start, start + max(parse.Position.Len, 1)}, "broken TOML: "+lower(text), hint)
}

func (l *loader) definedTwice(s *source, at positions) {
	l.problem(at.root, at.twice.second, quoted(at.twice.path)+" is defined twice", "first defined at "+place(s.pos(at.twice.first.start)))
}

// lower makes the first letter small.
func lower(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

func quoted(s string) string { return `"` + s + `"` }

func place(p Pos) string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// fill gives the nodes of an index the values that the decoder read, and checks the text in them.
func (l *loader) fill(n *node, v any) {
	switch v := v.(type) {
	case map[string]any:
		n.fillTable(v)
		for _, c := range n.children {
			l.checkText(c, c.name, c.key)
			l.fill(c, v[c.name])
		}
	case []map[string]any:
		n.fillItems(len(v), tablesNode)
		for i, c := range n.children {
			l.fill(c, v[i])
		}
	case []any:
		n.fillItems(len(v), arrayNode)
		for i, c := range n.children {
			l.fill(c, v[i])
		}
	case string:
		n.kind, n.data = scalarNode, v
		l.checkText(n, v, n.value)
	default:
		n.kind, n.data = scalarNode, v
	}
}

// fillTable makes a node's children be exactly the keys of a table: should the index have read a file
// otherwise than the decoder, the decoder is right and the place is the table's.
func (n *node) fillTable(v map[string]any) {
	if n.kind != tableNode || n.byName == nil {
		n.kind, n.children, n.byName = tableNode, nil, map[string]*node{}
	}
	kept := n.children[:0]
	for _, c := range n.children {
		if _, ok := v[c.name]; ok {
			kept = append(kept, c)
		}
	}
	n.children = kept
	if len(kept) == len(v) {
		return
	}
	var rest []string
	for name := range v {
		if n.byName[name] == nil {
			rest = append(rest, name)
		}
	}
	sort.Strings(rest)
	for _, name := range rest {
		n.add(part{name, n.key}, scalarNode, n.value)
	}
}

// fillItems makes a node have so many items.
func (n *node) fillItems(count int, kind nodeKind) {
	n.kind = kind
	for len(n.children) < count {
		n.children = append(n.children, &node{source: n.source, parent: n, key: n.key, value: n.value})
	}
	n.children = n.children[:count]
}

// checkText reports characters that cannot be printed, also when they are written as escapes.
func (l *loader) checkText(n *node, text string, at span) {
	for i, r := range text {
		if r >= 0x20 && r < 0x7f || r == '\n' || r == '\t' || r >= 0xa0 && r < 0x2000 {
			continue
		}
		if r == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			continue
		}
		if !unprintable(r) {
			continue
		}
		if at == n.value {
			at = n.within(i, i+utf8.RuneLen(r))
		}
		l.problem(n, at, fmt.Sprintf("control character U+%04X", r), "delete it")
		return
	}
}

// unprintable says whether a character is a control or none at all (Unicode noncharacters, which the
// prose reader uses as marks).
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe || r == '\u2028' || r == '\u2029'
}

// merge adds the keys of another file of the folder. Lists of tables are joined; a table that one file
// opens and another only goes through is one table; everything else may stand in one file only.
func (l *loader) merge(into, from *node) {
	for _, c := range from.children {
		old := into.byName[c.name]
		switch {
		case old == nil:
			c.parent = into
			into.children = append(into.children, c)
			into.byName[c.name] = c
		case old.kind == tablesNode && c.kind == tablesNode:
			for _, item := range c.children {
				item.parent = old
			}
			old.children = append(old.children, c.children...)
		case old.kind == tableNode && c.kind == tableNode && !(old.explicit && c.explicit):
			if c.explicit {
				old.source, old.key, old.value, old.explicit = c.source, c.key, c.value, true
			}
			l.merge(old, c)
		case old.kind == tablesNode && c.kind == tableNode && !c.explicit:
			l.atKey(c, quoted(c.path())+" is a list of tables, and none is open here", "begin the file with [["+c.path()+"]]")
		default:
			l.atKey(c, quoted(c.path())+" is defined in two files", "first defined at "+place(old.source.pos(old.key.start)))
		}
	}
}
