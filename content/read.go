package content

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// maxInput is how many bytes the files of a report, and of the surveys it uses, may have together.
const maxInput = 16 << 20

// maxProblems ends the search in a file that is not what it says it is.
const maxProblems = 1000

// newReader reads files below a content folder.
func newReader(fsys fs.FS) *reader {
	return &reader{fsys: fsys, folders: map[string]*node{}, files: map[string]*source{}}
}

// reader reads TOML files of one report, and collects what is wrong in them.
type reader struct {
	fsys     fs.FS
	size     int // bytes read so far
	problems Problems

	// partial is set when a file could not be read. What it might have defined is then not called
	// missing or unknown; all that could be read is still checked.
	partial bool

	folders map[string]*node   // merged files by folder, nil for a folder that holds nothing readable
	files   map[string]*source // that were read, by name
	allows  []Allow
}

// report a problem at a span of a node's file.
func (r *reader) problem(n *node, at span, text, hint string) {
	if len(r.problems) >= maxProblems {
		return
	}
	r.problems = append(r.problems, n.problem(at, text, hint))
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

func (r *reader) atKey(n *node, text, hint string)   { r.problem(n, n.key, text, hint) }
func (r *reader) atValue(n *node, text, hint string) { r.problem(n, n.value, text, hint) }

// atFile reports a problem with a file or folder as a whole.
func (r *reader) atFile(name, text, hint string) {
	r.problems = append(r.problems, Problem{Pos: Pos{File: name, Line: 1, Column: 1}, Width: 1, Text: text, Hint: hint})
}

// folder is all .toml files of a folder read together, in the order of their names; nil when there are
// none that could be read.
func (r *reader) folder(dir string) *node {
	if root, ok := r.folders[dir]; ok {
		return root
	}
	r.folders[dir] = nil
	files, err := tomlFiles(r.fsys, dir)
	if err != nil {
		r.partial = true
		r.atFile(dir, "cannot read the folder: "+reason(err), "")
		return nil
	}
	var root *node
	for _, file := range files {
		n := r.file(file)
		if n == nil {
			r.partial = true
		} else if root == nil {
			root = n
		} else {
			r.merge(root, n)
		}
	}
	r.folders[dir] = root
	return root
}

// peek reads which keys a file has and how their values are written, without judging any of it; nil
// when the file cannot be read or the word does not stand in it.
func peek(fsys fs.FS, file, word string) *node {
	if info, err := fs.Stat(fsys, file); err != nil || info.Size() > maxInput {
		return nil
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil || !bytes.Contains(data, []byte(word)) {
		return nil
	}
	return index(newSource(file, string(data))).root
}

// tomlFiles are the .toml files of a folder, in the order of their names.
func tomlFiles(fsys fs.FS, dir string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	var files []string
	for _, e := range entries {
		if !e.IsDir() && path.Ext(e.Name()) == ".toml" {
			files = append(files, path.Join(dir, e.Name()))
		}
	}
	return files, err
}

// file reads a file, checks that it is text and TOML, and returns its values with their places.
func (r *reader) file(name string) *node {
	data, ok := r.bytes(name)
	if !ok {
		return nil
	}
	s := newSource(name, data)
	r.files[name] = s
	if !r.isText(s) {
		return nil
	}
	at := index(s)
	if at.deep >= 0 {
		r.problem(at.root, span{at.deep, at.deep + 1}, fmt.Sprintf("nested more than %d deep", maxDepth), "")
		return nil
	}
	values, err := decode(s.text)
	if err != nil {
		r.broken(s, at, err)
		return nil
	}
	if at.twice != nil { // the decoder lets some of these pass
		r.definedTwice(s, at)
		return nil
	}
	r.fill(at.root, values)
	return at.root
}

// bytes reads a file within what is left of maxInput.
func (r *reader) bytes(name string) (string, bool) {
	info, err := fs.Stat(r.fsys, name)
	if err == nil && info.Size() > int64(maxInput-r.size) {
		r.tooLarge(name)
		return "", false
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(r.fsys, name)
	}
	if err != nil {
		r.atFile(name, "cannot read the file: "+reason(err), "")
		return "", false
	}
	if r.size += len(data); r.size > maxInput {
		r.tooLarge(name)
		return "", false
	}
	return string(data), true
}

func (r *reader) tooLarge(name string) {
	r.atFile(name, "more than 16 MiB of input, counted over all files of the report", "counts and words need far less: is a picture or a data dump among the .toml files?")
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
func (r *reader) isText(s *source) bool {
	root := &node{source: s}
	if strings.HasPrefix(s.text, "\xff\xfe") || strings.HasPrefix(s.text, "\xfe\xff") {
		r.problem(root, span{0, 1}, "the file is UTF-16, not UTF-8", "save it as UTF-8")
		return false
	}
	good := true
	for i := 0; i < len(s.text); {
		c := s.text[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		char, size := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case char == utf8.RuneError && size == 1:
			r.problem(root, span{i, i + 1}, fmt.Sprintf("byte 0x%02X is not UTF-8", c), "save the file as UTF-8")
			good = false
		case c < 0x20 || c == 0x7f:
			r.problem(root, span{i, i + 1}, fmt.Sprintf("control character U+%04X", char), "delete it")
			good = false
		}
		if len(r.problems) >= maxProblems {
			return false
		}
		i += size
	}
	return good
}

// decode hands a file to the TOML decoder.
func decode(text string) (values map[string]any, err error) {
	defer func() { // the decoder panics on some input that it should refuse
		if failure := recover(); failure != nil {
			if _, known := failure.(string); !known {
				panic(failure)
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
func (r *reader) broken(s *source, at positions, err error) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		r.problem(at.root, span{0, 1}, "broken TOML: "+err.Error(), "")
		return
	}
	if at.twice != nil && strings.Contains(parse.Message, "already") {
		r.definedTwice(s, at)
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
	r.problem(at.root, span{start, start + max(parse.Position.Len, 1)}, "broken TOML: "+lower(text), hint)
}

func (r *reader) definedTwice(s *source, at positions) {
	r.problem(at.root, at.twice.second, quoted(at.twice.path)+" is defined twice", "first defined at "+s.pos(at.twice.first.start).String())
}

// lower makes the first letter small.
func lower(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

func quoted(s string) string { return `"` + s + `"` }

// fill gives the nodes of an index the values that the decoder read, and checks the text in them.
func (r *reader) fill(n *node, v any) {
	switch v := v.(type) {
	case map[string]any:
		n.fillTable(v)
		for _, c := range n.children {
			r.checkText(c, c.name, c.key)
			r.fill(c, v[c.name])
		}
	case []map[string]any:
		n.fillItems(len(v), tablesNode)
		for i, c := range n.children {
			r.fill(c, v[i])
		}
	case []any:
		n.fillItems(len(v), arrayNode)
		for i, c := range n.children {
			r.fill(c, v[i])
		}
	case string:
		n.kind, n.data = scalarNode, v
		r.checkText(n, v, n.value)
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
func (r *reader) checkText(n *node, text string, at span) {
	for i, c := range text {
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' || c >= 0xa0 && c < 0x2000 {
			continue
		}
		if c == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			continue
		}
		if !unprintable(c) {
			continue
		}
		if at == n.value {
			at = n.within(i, i+utf8.RuneLen(c))
		}
		r.problem(n, at, fmt.Sprintf("control character U+%04X", c), "delete it")
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
func (r *reader) merge(into, from *node) {
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
			r.merge(old, c)
		case old.kind == tablesNode && c.kind == tableNode && !c.explicit:
			r.atKey(c, quoted(c.path())+" is a list of tables, and none is open here", "begin the file with [["+c.path()+"]]")
		default:
			r.atKey(c, quoted(c.path())+" is defined in two files", "first defined at "+old.keyPos().String())
		}
	}
}

// Allow silences rules of the checks at one place, with the reason why.
type Allow struct {
	Pos    Pos
	Rules  []string
	Reason string
	Of     any // what the rules are silenced for: *Report, *Topic, *Block or *Figure
}

// allow reads allow = ["rule"] and its reason, which must be given. of is what the table is read into.
func (t *table) allow(of any) {
	rules := t.strings("allow", optional, true)
	reason, node := t.text("reason", optional), t.child("allow")
	switch {
	case node == nil && t.child("reason") == nil:
		return
	case node == nil:
		t.r.atKey(t.child("reason"), quoted("reason")+" without "+quoted("allow"), `name the rule that is silenced: allow = ["number"]`)
		return
	case reason == "":
		t.r.atKey(node, quoted("allow")+" without a reason", `say why: reason = "…"`)
	}
	t.r.allows = append(t.r.allows, Allow{Pos: node.keyPos(), Rules: rules, Reason: reason, Of: of})
}
