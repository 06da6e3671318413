package source

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// isText reports bytes that are not UTF-8 and control characters.
func (r *Reader) isText(s *File) bool {
	root := &Node{file: s}
	if strings.HasPrefix(s.text, "\xff\xfe") || strings.HasPrefix(s.text, "\xfe\xff") {
		r.Problem(root, Span{0, 1}, "the file is UTF-16, not UTF-8", "save it as UTF-8")
		return false
	}
	good, first, others := true, -1, 0
	for i := 0; i < len(s.text); {
		c := s.text[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' || c == '\r' {
			i++
			continue
		}
		char, size := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case char == utf8.RuneError && size == 1:
			if good = false; first < 0 {
				first = i
			} else {
				others++
			}
		case c < 0x20 || c == 0x7f:
			hint := "delete it"
			if char == '\v' {
				hint = s.joined(i)
			}
			r.Problem(root, Span{i, i + 1}, fmt.Sprintf("control character U+%04X", char), hint)
			good = false
		}
		if len(r.Problems) >= MaxProblems {
			return false
		}
		i += size
	}
	if first >= 0 {
		text := fmt.Sprintf("byte 0x%02X is not UTF-8", s.text[first])
		if others > 0 {
			text += fmt.Sprintf(", nor are %d more in the file", others)
		}
		r.Problem(root, Span{first, first + 1}, text, "save the file as UTF-8")
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

// Limits of the search for what is wrong with a file that is no TOML.
const (
	maxBroken   = 20      // lines that are told of
	maxRereads  = 100     // times that the file is decoded again
	maxMendable = 1 << 20 // bytes of a file that is mended at all
)

// broken reports what is wrong with a file that is no TOML. A line that can be mended is shown as
// it should be, and the file is read on from there.
func (r *Reader) broken(s *File, at positions, err error) {
	m := mender{text: s.text, english: r.Language == "en"}
	for range maxBroken {
		var parse toml.ParseError
		if !errors.As(err, &parse) {
			r.Problem(at.root, Span{0, 1}, "broken TOML: "+err.Error(), "")
			return
		}
		if opened, ok := s.openText(parse); ok {
			r.Problem(at.root, opened, "the text that begins here is not closed",
				`close it with """ on a line of its own`)
			return
		}
		number, mended, says := m.mend(parse)
		if mended == "" {
			r.decoderSays(s, at, parse)
			return
		}
		hint := "write: " + strings.TrimSpace(mended)
		if says == aPercent {
			hint = "write how many they are; the program reckons per cents"
		}
		r.Problem(at.root, s.difference(number, mended), says, hint)
		if err = m.err; err == nil {
			return
		}
	}
}

// mender mends a text that is no TOML, one line at a time.
type mender struct {
	text    string
	english bool
	rereads int
	err     error // what the decoder says of the text as it is now
}

// mend mends the line at which the decoder stopped, or the one before it that is not closed; mended
// is empty when there is no telling.
func (m *mender) mend(at toml.ParseError) (number int, mended, says string) {
	stopped, ways := at.Position.Line, mends()
	if strings.Contains(at.Message, "escape") { // perhaps inside a text over several lines
		ways = slices.DeleteFunc(ways, func(m mend) bool { return m.says != afterBackslash })
	}
	if len(m.text) > maxMendable || stopped < 1 || stopped > 1+strings.Count(m.text, "\n") {
		return 0, "", ""
	}
	for _, number := range []int{stopped, stopped - 1} {
		before, line, after := cutLine(m.text, max(number, 1))
		_, next, _ := cutLine(after+"\n", 2)
		if over := strings.Count(line, `"`)%2 == 1 && strings.Count(next, `"`)%2 == 1; over ||
			number < stopped && !strings.HasPrefix(strings.TrimSpace(line), "[") {
			continue // text over two lines, or a line that ended well
		}
		works := func(line string) bool {
			if m.rereads++; m.rereads > maxRereads {
				return false
			}
			_, m.err = decode(before + line + after)
			var further toml.ParseError
			return m.err == nil || errors.As(m.err, &further) && further.Position.Line > stopped
		}
		if mended, says := repaired(line, ways, m.english, works); mended != "" {
			m.text = before + mended + after
			return number, mended, says
		}
	}
	return 0, "", ""
}

// openText is where a text over several lines begins that is not closed, as far as an error tells:
// it reaches to the end of the file, or its closing marks open another text on their line.
func (s *File) openText(at toml.ParseError) (opened Span, ok bool) {
	const long = `"""`
	end := len(s.text)
	if n := at.Position.Line; n >= 1 && n < len(s.lines) &&
		!strings.Contains(at.Message, "EOF") {
		end = s.lines[n]
	}
	open := false
	for i := 0; i < end; {
		k := strings.Index(s.text[i:end], long)
		if k < 0 {
			break
		}
		start := i + k
		i = start + len(long)
		line := s.text[strings.LastIndexByte(s.text[:start], '\n')+1 : start]
		if open = !open; open {
			opened, ok = Span{start, i}, false
		} else {
			ok = strings.HasSuffix(strings.TrimRight(line, " \t"), "=")
		}
	}
	if strings.Contains(at.Message, "EOF") {
		return opened, open
	}
	return opened, ok && !open
}

// cutLine cuts a line, counted from 1, out of a text; its line end belongs to what follows.
func cutLine(text string, number int) (before, line, after string) {
	start := 0
	for ; number > 1; number-- {
		start += strings.IndexByte(text[start:], '\n') + 1
	}
	line, _, _ = strings.Cut(text[start:], "\n")
	line = strings.TrimSuffix(line, "\r")
	return text[:start], line, text[start+len(line):]
}

// difference is the stretch of a line that differs from another line.
func (s *File) difference(number int, other string) Span {
	line := s.line(number)
	a, b := []rune(line), []rune(other)
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	last := 0
	for last < len(a)-first && last < len(b)-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	start := s.lines[number-1] + len(string(a[:first]))
	return Span{start, s.lines[number-1] + len(string(a[:max(len(a)-last, first)]))}
}

// decoderSays reports an error in the words of the decoder.
func (r *Reader) decoderSays(s *File, at positions, parse toml.ParseError) {
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
	if text == "strings cannot contain newlines" {
		hint = `text over several lines stands between """ and """`
	}
	r.Problem(at.root, Span{start, start + max(parse.Position.Len, 1)},
		"broken TOML: "+lower(text), hint)
}

func (r *Reader) definedTwice(s *File, at positions) {
	r.Problem(at.root, at.twice.second, Quoted(at.twice.path)+" is defined twice",
		"first defined at "+s.pos(at.twice.first.Start).String())
}

// lower makes the first letter small.
func lower(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// fill gives the nodes of an index the values that the decoder read, and checks the text in them.
func (r *Reader) fill(n *Node, v any) {
	switch v := v.(type) {
	case map[string]any:
		n.fillTable(v)
		for _, c := range n.Children {
			r.checkText(c, c.Name, c.Key)
			r.fill(c, v[c.Name])
		}
		n.composeKeys()
	case []map[string]any:
		n.fillItems(len(v), TablesNode)
		for i, c := range n.Children {
			r.fill(c, v[i])
		}
	case []any:
		n.fillItems(len(v), ArrayNode)
		for i, c := range n.Children {
			r.fill(c, v[i])
		}
	case string:
		v = n.compose(v)
		n.Kind, n.Data = scalarNode, v
		r.checkText(n, v, n.Value)
	default:
		n.Kind, n.Data = scalarNode, v
	}
}

// fillTable makes a node's children be exactly the keys of a table: should the index have read a
// file otherwise than the decoder, the decoder is right and the place is the table's.
func (n *Node) fillTable(v map[string]any) {
	if n.Kind != TableNode || n.byName == nil {
		n.Kind, n.Children, n.byName = TableNode, nil, map[string]*Node{}
	}
	kept := n.Children[:0]
	for _, c := range n.Children {
		if _, ok := v[c.Name]; ok {
			kept = append(kept, c)
		}
	}
	n.Children = kept
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
		n.add(part{name, n.Key}, scalarNode, n.Value)
	}
}

// fillItems makes a node have so many items.
func (n *Node) fillItems(count int, kind nodeKind) {
	n.Kind = kind
	for len(n.Children) < count {
		n.Children = append(n.Children, &Node{file: n.file, Parent: n, Key: n.Key, Value: n.Value})
	}
	n.Children = n.Children[:count]
}

// checkText reports characters that cannot be printed, also when they are written as escapes.
func (r *Reader) checkText(n *Node, text string, at Span) {
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
		if at == n.Value {
			at = n.Within(i, i+utf8.RuneLen(c))
		}
		hint := "delete it"
		if c == '\u2028' && strings.HasPrefix(n.file.text[at.Start:], "\u2028") {
			hint = n.file.joined(at.Start)
		}
		if written := n.file.text[at.Start:at.End]; len(written) == 2 && written[0] == '\\' {
			hint = `write \\ for a backslash`
		}
		r.Problem(n, at, fmt.Sprintf("control character U+%04X", c), hint)
		return
	}
}

// joined is a hint for the soft line break of a word processor: its line as it should be, with a space
// for each, and nothing where it ends.
func (s *File) joined(offset int) string {
	line := strings.Map(func(r rune) rune {
		if r == '\v' || r == '\u2028' {
			return ' '
		}
		return r
	}, s.line(s.pos(offset).Line))
	return "write: " + strings.TrimSpace(line)
}

// Printable says whether a character can stand in a text: it is no control and no noncharacter.
func Printable(r rune) bool { return !unprintable(r) }

// unprintable says whether a character is a control or none at all (Unicode noncharacters, which
// the prose reader uses as marks).
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe ||
		r == '\u2028' || r == '\u2029'
}
