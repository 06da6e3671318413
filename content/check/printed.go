package check

import (
	"strings"
	"unicode/utf8"

	"rapport/content/prose"
)

// printed is a text as it is printed, as far as tokens go: with the characters that entities stand
// for, and without what is not seen, the marks of words in another language and of footnotes. ends
// has, for each byte, where in the source it begins and ends; it is nil when nothing differs.
func printed(s string, markdown bool) (text string, ends [][2]int) {
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r == '&' || r == '^' || r >= 0x660 && (unseen(r) || plainDigit(r) != r)
	}) && !strings.Contains(s, "]{lang=") && !strings.Contains(s, "**") {
		return s, nil
	}
	w := printer{source: s, markdown: markdown, brackets: languageBrackets(s, markdown)}
	for w.i < len(s) {
		w.next()
	}
	return w.out.String(), w.ends
}

// printer goes through a text once.
type printer struct {
	source   string
	markdown bool
	brackets map[int]int // brackets of words in another language, and how long each is
	i        int
	out      strings.Builder
	ends     [][2]int
}

func (w *printer) next() {
	rest := w.source[w.i:]
	r, size := utf8.DecodeRuneInString(rest)
	text := rest[:size]
	switch {
	case w.markdown && r == '\\' && len(rest) > 1:
		_, n := utf8.DecodeRuneInString(rest[1:])
		size += n
		text = rest[:size]
	case r == '{':
		if end := strings.IndexAny(rest[1:], "{}"); end >= 0 && rest[1+end] == '}' {
			size = end + 2
			text = rest[:size] // a placeholder is read as it is written
		}
	case w.markdown && r == '&':
		if s, n := prose.Entity(rest); n > 0 {
			size, text = n, strings.Map(plainDigit, s)
		}
	case w.brackets[w.i] > 0:
		size, text = w.brackets[w.i], ""
	case w.markdown && r == '[' && w.footnote() > 0:
		size, text = w.footnote(), ""
	case w.markdown && strings.HasPrefix(rest, "**") && w.inside(2):
		size, text = 2, ""
	case unseen(r):
		text = ""
	default:
		text = string(plainDigit(r))
	}
	for k := range len(text) {
		at := [2]int{w.i, w.i + size}
		if len(text) == size {
			at = [2]int{w.i + k, w.i + k + 1} // as it is written
		}
		w.ends = append(w.ends, at)
	}
	w.out.WriteString(text)
	w.i += size
}

// footnote is how long [^label] is at the cursor, 0 where none stands or its text begins.
func (w *printer) footnote() int {
	rest := w.source[w.i:]
	end := strings.IndexAny(rest, "]\n ")
	if !strings.HasPrefix(rest, "[^") || end < 3 || rest[end] != ']' ||
		strings.HasPrefix(rest[end+1:], ":") {
		return 0
	}
	return end + 1
}

// inside says whether digits stand on both sides of marks: 8**1**.
func (w *printer) inside(size int) bool {
	digit := func(i int) bool {
		return i >= 0 && i < len(w.source) && w.source[i] >= '0' && w.source[i] <= '9'
	}
	return digit(w.i-1) && digit(w.i+size)
}

// languageBrackets are the brackets around words of another language, [words]{lang=en}.
func languageBrackets(s string, markdown bool) map[int]int {
	if !markdown || !strings.Contains(s, "]{lang=") {
		return nil
	}
	found := map[int]int{}
	var open []int
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '[':
			open = append(open, i)
		case s[i] == ']' && len(open) > 0:
			begins := open[len(open)-1]
			open = open[:len(open)-1]
			end := strings.IndexByte(s[i:], '}')
			if strings.HasPrefix(s[i:], "]{lang=") && end > 0 {
				found[begins], found[i] = 1, end+1
			}
		}
	}
	return found
}

// unseen says whether a character is printed as nothing. Soft hyphens are left to the lexer.
func unseen(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u200e' || r == '\u200f' ||
		r == '\u2060' || r == '\ufeff'
}

// plainDigit is the ASCII digit or sign that a character of another width or alphabet stands for.
func plainDigit(r rune) rune {
	switch {
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	case r >= 0x1d7ce && r <= 0x1d7ff: // mathematical digits, five sets of ten
		return (r-0x1d7ce)%10 + '0'
	case r >= 0x660 && r <= 0x669, r >= 0x6f0 && r <= 0x6f9:
		return r&0xf + '0'
	case r == '％', r == '﹪', r == '٪':
		return '%'
	}
	return r
}

// inSource gives tokens of a printed text their places in the source.
func inSource(toks []token, ends [][2]int, size int) []token {
	if ends == nil {
		return toks
	}
	for i := range toks {
		t := &toks[i]
		empty := t.start == t.end
		start, end := size, size
		if t.start < len(ends) {
			start = ends[t.start][0]
		}
		if t.end > 0 {
			end = ends[t.end-1][1]
		}
		if empty {
			end = start
		}
		t.start, t.end = start, max(start, end)
	}
	return toks
}
