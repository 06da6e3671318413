package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unprinted are the keys whose texts name things and are not printed.
var unprinted = []string{"id", "image", "logo", "logo_dark", "figure", "reason", "lang", "allow"}

// Signs warns of the words in texts and keys that have a character of which has says no, each with
// its place. Characters without a look of their own are not asked about.
func (r *Reader) Signs(has func(rune) bool) {
	for _, root := range r.roots {
		r.signs(root, has)
	}
}

func (r *Reader) signs(n *Node, has func(rune) bool) {
	if n.signed {
		return // files that are read together share nodes
	}
	n.signed = true
	if n.Kind == scalarNode {
		if slices.Contains(unprinted, n.Name) {
			return
		}
		key := n.Key
		if written := n.file.text[key.Start:key.End]; strings.Trim(written, `"'`) != written {
			key = Span{key.Start + 1, key.End - 1}
		}
		r.wordSigns(n, n.file.text[key.Start:key.End], has,
			func(from, to int) Span { return Span{key.Start + from, key.Start + to} })
		r.wordSigns(n, n.Text(), has, n.Within)
	}
	for _, c := range n.Children {
		r.signs(c, has)
	}
}

// wordSigns looks at a text word by word; at finds where a stretch of it stands.
func (r *Reader) wordSigns(n *Node, text string, has func(rune) bool, at func(from, to int) Span) {
	if common(text) {
		return
	}
	from := 0
	for from < len(text) {
		to := len(text)
		if n := strings.IndexFunc(text[from:], unicode.IsSpace); n >= 0 {
			to = from + n
		}
		if lacking := lacking(text[from:to], has); lacking != "" && len(r.Warnings) < MaxProblems {
			p := n.Problem(at(from, to), "no face has "+lacking+": question marks are printed",
				"write it in other letters, or leave it out")
			r.Warnings = append(r.Warnings, p)
		}
		from = to
		for from < len(text) && strings.IndexFunc(text[from:], unicode.IsSpace) == 0 {
			_, size := utf8.DecodeRuneInString(text[from:])
			from += size
		}
	}
}

// common says whether a text has no other characters than those below U+0250, which begin with
// bytes up to 0xC9: it is not asked about these.
func common(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] > 0xC9 {
			return false
		}
	}
	return true
}

// lacking names the characters of a word that nothing has, each once.
func lacking(word string, has func(rune) bool) string {
	var names []string
	for _, r := range word {
		if r < 0x250 {
			continue
		}
		bare := unicode.In(r, unicode.C, unicode.Z, unicode.Variation_Selector)
		if bare && !unicode.Is(unicode.Co, r) || has(r) {
			continue
		}
		name := fmt.Sprintf("“%c” (%U)", r, r)
		if unicode.In(r, unicode.Co, unicode.M) {
			name = fmt.Sprintf("%U", r)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
