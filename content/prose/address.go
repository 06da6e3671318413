package prose

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/content/source"
)

// A web address that stands in a text by itself, https://example.org, becomes a link: it is put in
// the angle brackets that make one in Markdown. Where an address ends is taken as GitHub Flavored
// Markdown does (its section 6.9), but any letter may stand in it: marks at its end belong to the
// sentence, and so does a bracket that was not opened in it.

// linked finds stretches that addresses in them must be left alone in: links, and what stands in
// angle brackets already.
var linked = source.Pattern(`\[[^\]\n]*\]\([^)\n]*\)?|<[^>\s]*>|(?m)^\s*\[[^\]\n]*\]:.*$`)

// scheme is how web addresses begin.
var scheme = source.Pattern(`(?i)https?://`)

// addresses puts web addresses into angle brackets.
func (m *markdown) addresses() {
	if !bytes.Contains(m.source, []byte("://")) {
		return
	}
	taken := linked().FindAllIndex(m.source, -1)
	var at []int // where a bracket comes in, by pairs
	for from := 0; ; {
		next := scheme().FindIndex(m.source[from:])
		if next == nil {
			break
		}
		start := from + next[0]
		for len(taken) > 0 && taken[0][1] <= start {
			taken = taken[1:]
		}
		size := addressSize(m.source[start:])
		before, _ := utf8.DecodeLastRune(m.source[:start])
		inside := len(taken) > 0 && taken[0][0] <= start
		if size == 0 || inside || unicode.IsLetter(before) || unicode.IsDigit(before) {
			from += next[1]
			continue
		}
		at = append(at, start, start+size)
		from = start + size
	}
	m.insert(at)
}

// insert puts angle brackets, opening and closing by turns, at offsets of the Markdown, and moves
// everything that knows offsets.
func (m *markdown) insert(at []int) {
	var b bytes.Buffer
	var moved []shift
	old, last := m.moved, 0
	bullets := map[int]bool{}
	keep := func(to int) { // the stretch up to an offset
		for len(old) > 0 && old[0].at < to {
			moved = append(moved, shift{old[0].at - last + b.Len(), old[0].original})
			old = old[1:]
		}
		for offset := range m.bullets {
			if offset >= last && offset < to {
				bullets[offset-last+b.Len()] = true
			}
		}
		b.Write(m.source[last:to])
		last = to
	}
	for i, offset := range at {
		keep(offset)
		original := m.original(offset)
		b.WriteByte("<>"[i%2])
		moved = append(moved, shift{b.Len(), original})
	}
	keep(len(m.source))
	m.source, m.moved, m.bullets = b.Bytes(), moved, bullets
}

// addressSize is how many bytes of a text that begins with https:// are a web address, 0 when none
// are. An
// address that a placeholder stands in is none: it leads nowhere before that is computed.
func addressSize(line []byte) int {
	begins := bytes.Index(line, []byte("://")) + len("://")
	size := begins
	for size < len(line) {
		r, n := utf8.DecodeRune(line[size:])
		if r == markOpen {
			return 0
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.C, r) || strings.ContainsRune("<>\"“”„«»|", r) {
			break
		}
		size += n
	}
	size = sentenceEnd(line[:size])
	host, _, _ := bytes.Cut(line[min(begins, size):size], []byte("/"))
	if !bytes.ContainsRune(host, '.') || len(host) < 3 {
		return 0
	}
	return size
}

// sentenceEnd is an address's length without the marks after it.
func sentenceEnd(address []byte) int {
	for len(address) > 0 {
		r, size := utf8.DecodeLastRune(address)
		extra := strings.ContainsRune(".,;:!?'’*_~…\\", r) ||
			r == ')' && bytes.Count(address, []byte(")")) > bytes.Count(address, []byte("(")) ||
			r == ']' && bytes.Count(address, []byte("]")) > bytes.Count(address, []byte("["))
		if !extra {
			break
		}
		address = address[:len(address)-size]
	}
	return len(address)
}
