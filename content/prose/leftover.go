package prose

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"rapport/content/source"
)

// Markup that does not take is printed as it stands: stars, brackets, addresses. It is told of
// where it can hardly be meant, and left alone where a sign may be a sign: 5 * 3, a star after a
// word that a note explains.

// leftover is a kind of markup that was printed.
type leftover struct {
	sign       string                // every one has it; looking for it is cheap
	form       func() *regexp.Regexp // its first group is what is pointed at
	what, hint string
}

var leftovers = []leftover{
	{"]", source.Pattern(`(\]\s+\(\s*<?(?:https?:|www\.|mailto:)[^)\n]*\)?)`),
		"this is no link: a space stands between the brackets",
		"write [words](https://…) without a space between ] and ("},
	{"](", source.Pattern(`(\[[^\[\]\n]+\]\(\s*(?:https?:|www\.|mailto:)[^)\n]*\s[^)\n]*\))`),
		"this is no link: a space stands in the address", "write %20 for a space in an address"},
	{"](", source.Pattern(`(\]\(\s*(?:https?:|www\.|mailto:)[^)\n]*)`),
		"this is no link", "a link is written [words](https://…)"},
	{"][", source.Pattern(`(\[[^\[\]\n]+\]\[[^\[\]\n]*\])`),
		"this is no link: nothing says where it leads", "write [words](https://…)"},
	{"<www.", source.Pattern(`(<www\.[^>\s]+>)`), "this is no link", "write <https://www.…>"},
	{"~~", source.Pattern(`(~~[^~\n]+~~)`), "text cannot be struck out",
		"take out the tildes, or the words"},
	{"[", source.Pattern(`(\[[ xX]\]) `), "a box to tick is printed as brackets",
		"boxes are no part of a text"},
	{"**", source.Pattern(`(\*\*+)`), "these stars are printed as they stand",
		"bold is **words**, without a space inside the stars; \\* prints a star"},
	{"__", source.Pattern(`(?:^|[^\pL\pN_])(__+)[\pL«"]`),
		"these marks are printed as they stand",
		"bold is __words__, without a space inside; \\_ prints the mark"},
	{"*", source.Pattern(`(?:^|[\s(«"–])(\*)[\pL«"“]`), "this star is printed as it stands",
		"italic is *words*, with a space or a mark after the last star; \\* prints a star"},
	{"_", source.Pattern(`(?:^|[\s(«"–])(_)[\pL][^_\n]*_`), "this mark is printed as it stands",
		"italic is *words*; \\_ prints the mark"},
	{"*", source.Pattern(`[.!?»"”](\*)\pL`), "this star is printed as it stands",
		"a space stands after the last star of *words*; \\* prints a star"},
}

// warnOfLeftovers tells of markup that the texts of a paragraph print. Neighbouring texts are
// looked at together, since the reader of Markdown parts them at every mark.
func (m *markdown) warnOfLeftovers(b ast.Node) {
	var stretch []byte // of the source, with escapes blanked out
	start := -1
	flush := func() {
		if start >= 0 {
			m.warnWithin(start, string(stretch))
		}
		stretch, start = nil, -1
	}
	for n := b.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			if n.Kind() == ast.KindAutoLink {
				continue // its address is part of the stretch
			}
			flush()
			if n.Kind() == ast.KindEmphasis {
				m.warnOfLeftovers(n)
			}
			continue
		}
		if start >= 0 && start+len(stretch) <= t.Segment.Start {
			between := m.source[start+len(stretch) : t.Segment.Start]
			if bytes.Contains(between, []byte("//")) {
				between = withoutMarks().ReplaceAllFunc(between, crossed)
			}
			stretch = append(stretch, between...)
		} else {
			flush()
			start = t.Segment.Start
		}
		stretch = append(stretch, t.Segment.Value(m.source)...)
	}
	flush()
}

// withoutMarks is an address in angle brackets after its beginning.
var withoutMarks = source.Pattern(`//[^>]*>`)

// crossed is as many letters.
func crossed(s []byte) []byte { return bytes.Repeat([]byte("x"), len(s)) }

// warnWithin tells of the first leftover of each kind in a stretch of the source.
func (m *markdown) warnWithin(start int, s string) {
	s = blanked(s)
	for _, l := range leftovers {
		if !strings.Contains(s, l.sign) {
			continue
		}
		at := l.form().FindStringSubmatchIndex(s)
		if at == nil {
			continue
		}
		m.warn(start+at[2], start+at[3], l.what, m.inLiteral(l.hint))
		s = s[:at[2]] + strings.Repeat(" ", at[3]-at[2]) + s[at[3]:]
	}
}

// blanked is a text with escaped marks and placeholders made blank.
func blanked(s string) string {
	out := []byte(s)
	inside := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\\' && i+1 < len(s) && unicode.IsPunct(rune(s[i+1])) {
			out[i], out[i+1] = ' ', ' '
			i += 2
			continue
		}
		if r == markOpen {
			inside = true
		}
		if inside {
			copy(out[i:], strings.Repeat("0", size))
		}
		if r == markClose {
			inside = false
		}
		i += size
	}
	return string(out)
}

// inLiteral is a hint with backslashes as the text's quotation marks want them.
func (m *markdown) inLiteral(hint string) string {
	if strings.HasPrefix(m.n.Written(), "'") {
		return hint
	}
	return strings.ReplaceAll(hint, `\`, `\\`)
}

// arithmetic says whether emphasis is none: its marks stand between digits, 5*3*2, or are all that
// stands in brackets, (*).
func (m *markdown) arithmetic(n *ast.Emphasis) bool {
	from, to := n.Pos(), m.end(n)
	if from < 0 || n.Level != 1 || to <= from+1 || to >= len(m.source) || m.source[to] != '*' {
		return false
	}
	before, _ := utf8.DecodeLastRune(m.source[:from])
	first, _ := utf8.DecodeRune(m.source[from+1:])
	last, _ := utf8.DecodeLastRune(m.source[:to])
	after, _ := utf8.DecodeRune(m.source[to+1:])
	digits := unicode.IsDigit(before) && unicode.IsDigit(first) && unicode.IsDigit(last) &&
		unicode.IsDigit(after)
	return digits || before == '(' && first == ')' && last == '(' && after == ')'
}
