package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token is.
type tokenKind uint8

const (
	wordToken   tokenKind = iota // letters, and digits that hang on letters: covid19
	digitsToken                  // 0 to 9, nothing else
	markToken                    // one character of punctuation or a sign
	callToken                    // a placeholder, braces and all
	breakToken                   // the end of a paragraph or list item
)

// token is a stretch of a text. Emphasis, soft hyphens, addresses and what Markdown does not print
// make no tokens.
type token struct {
	kind       tokenKind
	start, end int    // bytes of the text
	text       string // small letters, without soft hyphens
	capital    bool   // the word begins with a capital
	glued      bool   // nothing, not even a space, stands before it
	listed     bool   // digits that number a list item
}

// lexer cuts a text into tokens.
type lexer struct {
	text     string
	markdown bool
	i        int
	out      []token
	last     int // where the last token ended
}

// tokens cuts a text, Markdown or not, into tokens: it reads what is printed, and the tokens have
// their places in what is written.
func tokens(written string, markdown bool) []token {
	var room tokenRoom
	return room.tokens(written, markdown)
}

// tokenRoom is room for the tokens of many texts, which stand behind each other in it.
type tokenRoom []token

// manyTokens is how many tokens room is made for at once, when many texts are cut.
const manyTokens = 2048

// tokens is the function of that name, in the room that is left or else in new room.
func (room *tokenRoom) tokens(written string, markdown bool) []token {
	text, ends := printed(written, markdown)
	if need := len(text)/3 + 4; cap(*room)-len(*room) < need {
		if *room != nil {
			need = max(need, manyTokens)
		}
		*room = make([]token, 0, need)
	}
	from := len(*room)
	x := lexer{text: text, markdown: markdown, out: (*room)[from:from:cap(*room)]}
	for x.i < len(x.text) {
		x.next()
	}
	x.add(breakToken, x.i, "")
	if n := len(x.out); from+n <= cap(*room) {
		*room = (*room)[:from+n]
	}
	return inSource(x.out[:len(x.out):len(x.out)], ends, len(written))
}

func (x *lexer) add(kind tokenKind, start int, text string) {
	x.out = append(x.out,
		token{kind: kind, start: start, end: x.i, text: text, glued: start == x.last && start > 0})
	x.last = x.i
}

func (x *lexer) next() {
	c := x.text[x.i]
	start := x.i
	switch {
	case c == '\n':
		x.lineEnd()
	case c == ' ' || c == '\t' || c == '\r':
		x.i++
	case c == '{' && strings.HasPrefix(x.text[x.i:], "{{"):
		x.i += 2
		x.add(markToken, start, "{")
	case c == '{':
		x.call()
	case c == '*' || c == '_' || c == '`' || c == '\\':
		x.i++
		if x.last == start {
			x.last = x.i // emphasis parts nothing
		}
	case x.markdown && c == ']' && strings.HasPrefix(x.text[x.i:], "]("):
		x.skipTo(')')
	case x.markdown && c == '<' && strings.ContainsAny(x.upTo('>'), ":@"):
		x.skipTo('>')
	case c >= '0' && c <= '9':
		for x.i < len(x.text) && x.text[x.i] >= '0' && x.text[x.i] <= '9' {
			x.i++
		}
		x.add(digitsToken, start, x.text[start:x.i])
		x.out[len(x.out)-1].listed = x.markdown && x.numbersItem(start)
	default:
		x.letters()
	}
}

// lineEnd reads a line end: an empty line, or an item of a list after it, ends the paragraph.
func (x *lexer) lineEnd() {
	start := x.i
	x.i++
	rest := strings.TrimLeft(x.text[x.i:], " \t\r")
	item := rest == "" || rest[0] == '\n' || rest[0] == '>' || strings.HasPrefix(rest, "- ") ||
		strings.HasPrefix(rest, "* ") || strings.HasPrefix(rest, "+ ")
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if after := rest[digits:]; digits > 0 &&
		(strings.HasPrefix(after, ". ") || strings.HasPrefix(after, ") ")) {
		item = true
	}
	if item && x.markdown {
		x.add(breakToken, start, "")
	}
	for strings.HasPrefix(x.text[x.i:], "- ") || strings.HasPrefix(x.text[x.i:], "> ") {
		x.i += 2
	}
}

// numbersItem says whether the digits before the cursor number an item of a list.
func (x *lexer) numbersItem(start int) bool {
	before := strings.TrimRight(x.text[:start], " \t")
	return (before == "" || before[len(before)-1] == '\n') && x.i < len(x.text) &&
		(x.text[x.i] == '.' || x.text[x.i] == ')') && x.i+1 < len(x.text) && x.text[x.i+1] == ' '
}

// call reads a placeholder; one that is not closed is a mark.
func (x *lexer) call() {
	start := x.i
	end := strings.IndexAny(x.text[start+1:], "{}")
	if end < 0 || x.text[start+1+end] == '{' {
		x.i++
		x.add(markToken, start, "{")
		return
	}
	x.i = start + end + 2
	x.add(callToken, start, x.text[start:x.i])
}

func (x *lexer) upTo(c byte) string {
	if k := strings.IndexByte(x.text[x.i:], c); k >= 0 {
		return x.text[x.i : x.i+k]
	}
	return ""
}

// skipTo moves over an address; one that does not end takes the mark alone.
func (x *lexer) skipTo(c byte) {
	k := strings.IndexByte(x.text[x.i:], c)
	if k < 0 {
		k = 0
	}
	x.i += k + 1
}

// letters reads a word, a web or mail address, or a mark.
func (x *lexer) letters() {
	start := x.i
	if x.plain() {
		return
	}
	var b strings.Builder
	capital, inWord := false, false
	for x.i < len(x.text) {
		r, size := utf8.DecodeRuneInString(x.text[x.i:])
		letter := unicode.IsLetter(r) || unicode.Is(unicode.M, r) || inWord && unicode.IsDigit(r)
		if !letter && r != '\u00ad' {
			break
		}
		if !inWord {
			capital = unicode.IsUpper(r)
		}
		inWord = inWord || letter
		if letter {
			b.WriteRune(unicode.ToLower(r))
		}
		x.i += size
	}
	if x.i == start {
		r, size := utf8.DecodeRuneInString(x.text[start:])
		x.i += size
		if r == '\u00a0' || r == '\u202f' || r == '\u2009' || unicode.IsSpace(r) ||
			r == utf8.RuneError {
			return
		}
		x.add(markToken, start, x.text[start:x.i])
		return
	}
	word := x.text[start:x.i]
	if rest := x.text[x.i:]; strings.HasPrefix(rest, "://") || word == "www" ||
		strings.HasPrefix(rest, "@") {
		if k := strings.IndexFunc(rest, unicode.IsSpace); k >= 0 {
			x.i += k
		} else {
			x.i = len(x.text)
		}
		return
	}
	if b.Len() == 0 {
		return
	}
	x.add(wordToken, start, b.String())
	x.out[len(x.out)-1].capital = capital
}

// plain reads a word of small letters from a to z alone, which needs no copy.
func (x *lexer) plain() bool {
	end := x.i
	for end < len(x.text) && x.text[end] >= 'a' && x.text[end] <= 'z' {
		end++
	}
	if end == x.i || end < len(x.text) && x.text[end] >= utf8.RuneSelf ||
		end < len(x.text) && strings.IndexByte(":@ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
			x.text[end]) >= 0 || x.text[x.i:end] == "www" {
		return false
	}
	start := x.i
	x.i = end
	x.add(wordToken, start, x.text[start:end])
	return true
}

// sentences cuts tokens into sentences, as pairs of indices. A full stop ends one when a capital, a
// number, a placeholder or nothing follows, unless it belongs to an abbreviation or an ordinal.
func sentences(toks []token, abbreviations words) [][2]int {
	var out [][2]int
	start := 0
	for i, t := range toks {
		if t.kind == breakToken || t.kind == markToken && (t.text == "!" || t.text == "?" ||
			t.text == "." && endsSentence(toks, i, abbreviations)) {
			if i > start {
				out = append(out, [2]int{start, i})
			}
			start = i + 1
		}
	}
	return out
}

func endsSentence(toks []token, i int, abbreviations words) bool {
	if i+1 >= len(toks) {
		return true
	}
	next := toks[i+1]
	if next.glued {
		return false
	}
	if i > 0 && toks[i].glued && toks[i-1].kind == wordToken &&
		(abbreviations.has(toks[i-1].text) || len(toks[i-1].text) == 1) {
		return false
	}
	switch next.kind {
	case wordToken:
		return next.capital
	case markToken:
		return next.text != "," && next.text != ";"
	}
	return true
}
