package prose

import (
	"slices"
	"strings"

	"rapport/content/language"
	"rapport/content/source"
)

// speech is a change of language inside prose: words in another language begin or end.
type speech struct {
	begins string // the language
	ends   bool
}

// change is a change of language at a place in the decoded text: the bracket or braces that make
// it.
type change struct {
	at source.Span
	speech
}

// speaker follows changes of language through a text.
type speaker struct {
	base  string // the language around
	stack []string
}

// hear takes in a change.
func (s *speaker) hear(c speech) {
	switch {
	case c.begins != "":
		s.stack = append(s.stack, c.begins)
	case c.ends && len(s.stack) > 0:
		s.stack = s.stack[:len(s.stack)-1]
	}
}

// now is the language that is spoken.
func (s *speaker) now() string {
	if k := len(s.stack); k > 0 {
		return s.stack[k-1]
	}
	return s.base
}

// other is the language that is spoken when it is not the one around, "" otherwise.
func (s *speaker) other() string {
	if now := s.now(); now != s.base {
		return now
	}
	return ""
}

// phrases finds words of another language, [words]{lang=en}, and returns where they begin and end,
// by place. The brackets must stand in one paragraph; a backslash takes a bracket's meaning away.
func (r *Reader) phrases(n *source.Node, s string) []change {
	if !strings.Contains(s, "]{lang=") {
		return nil
	}
	var out []change
	var open []int
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '\n' && strings.TrimLeft(lineAt(s, i+1), " \t\r") == "":
			open = open[:0]
		case s[i] == '[':
			open = append(open, i)
		case s[i] == ']' && len(open) > 0:
			begins := open[len(open)-1]
			open = open[:len(open)-1]
			language, end := r.spoken(n, s, i+1)
			if language == "" {
				continue
			}
			out = append(out,
				change{source.Span{Start: begins, End: begins + 1}, speech{begins: language}},
				change{source.Span{Start: i, End: end}, speech{ends: true}})
			i = end - 1
		}
	}
	slices.SortFunc(out, func(a, b change) int { return a.at.Start - b.at.Start })
	return out
}

// lineAt is the line that begins at an offset.
func lineAt(s string, i int) string {
	line, _, _ := strings.Cut(s[i:], "\n")
	return line
}

// spoken reads {lang=en} at an offset and where it ends; no language when something else stands
// there.
func (r *Reader) spoken(n *source.Node, s string, at int) (code string, end int) {
	const word = "{lang="
	if !strings.HasPrefix(s[at:], word) {
		return "", at
	}
	from := at + len(word)
	size := strings.IndexByte(s[from:], '}')
	if size < 0 {
		return "", at
	}
	code, end = s[from:from+size], from+size+1
	if !slices.Contains(language.Codes(), code) {
		r.source.Problem(n, n.Within(from, from+max(1, size)),
			"unknown language "+source.Quoted(code), source.OrOneOf(code, language.Codes()))
		code = language.Codes()[0]
	}
	return code, end
}
