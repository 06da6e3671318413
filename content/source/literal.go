package source

import (
	"strings"
	"unicode/utf8"
)

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

// stretches are the parts of a string literal between its escapes. from is where it stands in the
// file.
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
		// An escape, or a line end that does not count, begins a stretch.
		if !ok || at > before || l.text[at] == '\\' {
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
