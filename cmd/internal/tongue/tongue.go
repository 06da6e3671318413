// Package tongue says what the program says in the author's language.
//
// Below cmd, messages are English: they are values that tests compare and other programs read. Here, at
// the door to the terminal, each line is looked up in one catalog (catalog.txt) of templates with their
// translations into bokmål and nynorsk. What stands in a template's holes is looked up too, so that
// phrases need to be there once only; what is quoted, and the author's own lines, stay as they are.
// Tests demand a translation of every message in the goldens, and of every one in the source.
//
// What commands say themselves, tables and questions among it, needs no looking up: a [Room] says it by a
// key of words.txt, where all that is said by one key stands together in the three languages.
package tongue

import (
	_ "embed"
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed catalog.txt
var catalogText string

// entry is a template and its translations.
type entry struct {
	pieces  []string // of the English, between its holes
	kinds   []byte   // of its holes, as cut gives them
	nb, nn  string   // as parts takes them: of a catalog, few are ever asked for
	literal int      // bytes outside holes: the more there are, the surer the match
}

// part of a translation: words, and then a hole, by its number in the English, or -1.
type part struct {
	words string
	hole  int
}

// catalog is read when the first line is translated.
var catalog = sync.OnceValue(func() *lexicon { return read(catalogText) })

// lexicon is a catalog's entries, by their first bytes.
type lexicon struct {
	begins map[string][]*entry // by the first three bytes of templates that begin with words
	others []*entry
}

// key of a text in lexicon.begins.
func key(s string) string { return s[:min(3, len(s))] }

// read parses a catalog: paragraphs of three lines, English, bokmål and nynorsk; a line that begins
// with # is a comment.
func read(text string) *lexicon {
	l := &lexicon{begins: map[string][]*entry{}}
	for lines := range paragraphs(text) {
		if len(lines) == 2 {
			lines = append(lines, lines[1]) // the same in both written languages
		}
		e := &entry{nb: lines[1], nn: lines[2]}
		e.pieces, e.kinds = cut(lines[0])
		for _, p := range e.pieces {
			e.literal += len(p)
		}
		if first := e.pieces[0]; len(first) >= 3 || len(e.pieces) == 1 {
			l.begins[key(first)] = append(l.begins[key(first)], e)
		} else {
			l.others = append(l.others, e)
		}
	}
	return l
}

// paragraphs are the lines of each paragraph of a file of words, without those that begin with #, which
// are comments.
func paragraphs(text string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for _, paragraph := range strings.Split(text, "\n\n") {
			var lines []string
			for line := range strings.Lines(paragraph) {
				if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '#' {
					lines = append(lines, line)
				}
			}
			if len(lines) > 0 && !yield(lines) {
				return
			}
		}
	}
}

// pattern is an expression that is compiled on first use, so that a run in English has none.
func pattern(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}

// cut cuts a template at its holes and gives the second byte of each: what stands in {} is
// translated itself, {n} is a number, {r} an answer as the check names it (survey.figure | answer),
// and {=} the author's own words.
func cut(template string) (pieces []string, kinds []byte) {
	from := 0
	for i := 0; i+1 < len(template); {
		size := 2
		if strings.IndexByte("nr=", template[i+1]) >= 0 {
			size = 3
		}
		if template[i] != '{' || i+size > len(template) || template[i+size-1] != '}' {
			i++
			continue
		}
		pieces, kinds = append(pieces, template[from:i]), append(kinds, template[i+1])
		i += size
		from = i
	}
	return append(pieces, template[from:]), kinds
}

// reply is what a hole for an answer holds; its parts are parted by " ; ".
var reply = pattern(`^\S+\.\S+( \| ([^;]| ;)+)?$`)

// number is what a hole for one holds.
var number = pattern(`^[-+−±]?[0-9][0-9., \x{a0}]*$`)

// hole is {} or, in a translation that has another order, {2}.
var hole = pattern(`\{([1-9]?)\}`)

func parts(s string) []part {
	var out []part
	next, from := 0, 0
	for _, m := range hole().FindAllStringSubmatchIndex(s, -1) {
		number := next
		if m[2] < m[3] {
			number = int(s[m[2]] - '1')
		}
		out = append(out, part{s[from:m[0]], number})
		next, from = next+1, m[1]
	}
	return append(out, part{s[from:], -1})
}

// Text translates a message, or gives it back as it is when the catalog has no template for it.
func Text(language, s string) string {
	out, _ := text(language, s, 0)
	return out
}

// deepest is how many templates stand in each other's holes at most.
const deepest = 6

// text says too whether there is a template.
func text(language, s string, depth int) (string, bool) {
	if language != "nb" && language != "nn" || depth > deepest || s == "" {
		return s, false
	}
	l := catalog()
	var best *entry
	var holes []string
	for _, e := range slices.Concat(l.begins[key(s)], l.others) {
		if best != nil && e.literal <= best.literal {
			continue
		}
		if found, ok := e.match(s); ok {
			best, holes = e, found
		}
	}
	if best == nil {
		return s, false
	}
	var b strings.Builder
	translation := best.nb
	if language == "nn" {
		translation = best.nn
	}
	for _, p := range parts(translation) {
		b.WriteString(p.words)
		switch {
		case p.hole < 0 || p.hole >= len(holes):
		case best.kinds[p.hole] == '}':
			b.WriteString(within(language, holes[p.hole], depth+1))
		default:
			b.WriteString(holes[p.hole])
		}
	}
	return b.String(), true
}

// within translates what stands in a hole, unless it is quoted.
func within(language, s string, depth int) string {
	if strings.HasPrefix(s, `"`) && strings.IndexByte(s[1:], '"') == len(s)-2 ||
		strings.HasPrefix(s, "«") && strings.HasSuffix(s, "»") {
		return s
	}
	out, _ := text(language, s, depth)
	return out
}

// match is what stands in the holes of a template when it is a text.
func (e *entry) match(s string) ([]string, bool) {
	if !strings.HasPrefix(s, e.pieces[0]) {
		return nil, false
	}
	return fit(s[len(e.pieces[0]):], e.pieces[1:], e.kinds)
}

// fit finds a hole before each piece, each as short as lets the rest fit; no hole is empty, and none ends
// inside a quotation or brackets.
func fit(s string, pieces []string, kinds []byte) ([]string, bool) {
	if len(pieces) == 0 {
		return nil, s == ""
	}
	piece := pieces[0]
	if len(pieces) == 1 && piece == "" {
		return []string{s}, holds(s, kinds[0])
	}
	for at := 1; at <= len(s); at++ {
		i := strings.Index(s[at:], piece)
		if i < 0 {
			return nil, false
		}
		at += i
		if !holds(s[:at], kinds[0]) {
			continue
		}
		if rest, ok := fit(s[at+len(piece):], pieces[1:], kinds[1:]); ok {
			return append([]string{s[:at]}, rest...), true
		}
	}
	return nil, false
}

// holds says whether a text can stand in a hole of a kind.
func holds(s string, kind byte) bool {
	if s == "" || kind == 'n' && !number().MatchString(s) || kind == 'r' && !reply().MatchString(s) ||
		strings.Count(s, `"`)%2 != 0 {
		return false
	}
	for _, pair := range []struct{ open, shut rune }{{'(', ')'}, {'«', '»'}} {
		depth := 0
		for _, r := range s {
			switch r {
			case pair.open:
				depth++
			case pair.shut:
				if depth--; depth < 0 {
					return false
				}
			}
		}
		if depth != 0 {
			return false
		}
	}
	return true
}
