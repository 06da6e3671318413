package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/fonts"
	"rapport/layout/text/hyphen"
)

// opportunity is a place to break a line. A line from a to b holds a's post clusters, the clusters from
// a.start to b.cut, and b's pre clusters: the discretionary of Knuth and Plass (1981) as
// TeX has it, with what it replaces left out of the line.
type opportunity struct {
	cut, start int      // clusters: first one not before the break, first one after it
	pre, post  fonts.Pt // widths of what is drawn only when the line breaks here
	preWord    *word    // drawn at the line's end, with the hyphen
	postWord   *word    // its first postN clusters are drawn at the next line's beginning
	postN      int
	cost       float64 // demerits; see the constants
	kind       kind
	strained   bool // there only because the word is wider than the line
	inside     bool // of a part of a word
	unwanted   bool // while the line is long without it
	before     int  // when unwanted: the last break before it that is not
}

type kind uint8

const (
	atSpace  kind = iota
	atHyphen      // after a hyphen or dash of the text
	inWord        // with a hyphen that the text does not have
	inURL         // without any mark
	atForced      // the line must end
	atEnd         // of the paragraph
)

// parts reports whether a line that ends here ends within what spaces make a word.
func (o *opportunity) parts() bool {
	return o.kind == inWord || o.kind == inURL || o.kind == atHyphen
}

// point is a place to divide a word, as package hyphen finds it.
type point = hyphen.Point

type pointsKey struct{ language, word string }

// Costs of breaking at a place, in demerits: squares of what Knuth and Plass call penalties, where a line
// that lacks one stretch has the badness 100 (see optimal.go). never is for places that no typesetter
// would break at, short of dividing a word where no rule divides it.
const (
	costHyphen   = 130 * 130   // dearer than their 50: a ragged line can be short instead
	costMinor    = 120 * 120   // after a prefix, and between the parts of a part
	costJoint    = 70 * 70     // between the parts of a compound
	costExplicit = 20 * 20     // after a hyphen that is there anyway
	costSlash    = 50 * 50     // after a slash
	costAddress  = 1000 * 1000 // after another sign of an address, which a reader may take for the text's
	costDash     = 150 * 150   // before a dash between spaces, which belongs to the line before
	costLabel    = 1e10        // inside a part of a word that is wider than its label: better a line more
	never        = 1e11
	costAnywhere = 1e12 // between any two letters of a word that is wider than the line
)

// findBreaks fills breaks, in order; the last is the paragraph's end.
func (p *paragraph) findBreaks() {
	p.breaks = append(p.breaks, opportunity{})
	first := 0 // cluster
	p.words(func(from, to int) {
		n := first
		for n < len(p.clusters) && p.clusters[n].start < to {
			n++
		}
		p.breakWord(from, to, first, n)
		if to < len(p.text) {
			p.breakAfter(from, to, n)
		}
		first = n
	})
	p.breaks = append(p.breaks, p.end())
}

// end is the break at the paragraph's end.
func (p *paragraph) end() opportunity {
	n := len(p.clusters)
	end := opportunity{cut: n, start: n, kind: atEnd}
	if n > 0 && p.isSpace(n-1) {
		end.cut--
	}
	return end
}

// breakAfter is the break at the space after a word.
func (p *paragraph) breakAfter(from, to, n int) {
	o := opportunity{cut: n, start: n}
	if p.isSpace(n - 1) {
		o.cut--
	}
	switch {
	case len(between(p.forced, to-1, to+1)) > 0:
		o.kind = atForced
	case clings(p.text[from:to-1], p.text[to:]):
		o.cost = never
	case startsWithDash(p.text[to:]):
		o.cost = costDash
	}
	p.breaks = append(p.breaks, o)
}

// abbreviations stand before what they belong to.
var abbreviations = []string{"nr.", "kl.", "ca.", "s.", "kap.", "pkt.", "fig.", "tab.", "jf.", "no.", "p.", "pp.", "§", "§§", "№"}

// clings reports whether a word belongs on the line of the next: a single letter, an abbreviation before
// a number, the day before a month.
func clings(word, next string) bool {
	word = strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '§' && r != '№' })
	r, size := utf8.DecodeRuneInString(word)
	if size == len(word) && unicode.IsLetter(r) {
		return true
	}
	if slices.Contains(abbreviations, strings.ToLower(word)) {
		return true
	}
	day, ok := strings.CutSuffix(word, ".")
	first, _ := utf8.DecodeRuneInString(next)
	return ok && len(day) > 0 && len(day) <= 2 && allDigits(day) && unicode.IsLower(first)
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func startsWithDash(s string) bool {
	return strings.HasPrefix(s, "– ") || strings.HasPrefix(s, "— ")
}
