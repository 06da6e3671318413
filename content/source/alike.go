package source

import (
	"fmt"
	"strings"
	"unicode"
)

// Differing names the first character in which two texts differ that look the same in print, as the
// end of a hint: " – it has “–” (U+2013, a dash) where this has “-” (U+002D, a hyphen)". Empty when
// a reader sees how they differ.
func Differing(it, this string) string {
	if it == this || looks(it) != looks(this) {
		return ""
	}
	a, b := []rune(it), []rune(this)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if i < len(a) && i < len(b) && unicode.ToLower(a[i]) == unicode.ToLower(b[i]) {
		return ""
	}
	if x, y := mark(a[i:]), mark(b[i:]); x == y || y == "" {
		return " – it has " + mark(a[i:]) + " where this has nothing"
	} else if x == "" || len(a)-i < len(b)-i && hidden(b[i]) {
		return " – this has " + y + " where it has nothing"
	} else if len(b)-i < len(a)-i && hidden(a[i]) {
		return " – it has " + x + " where this has nothing"
	} else {
		return " – it has " + x + " where this has " + y
	}
}

// mark is the first character of a text with its number and, when it has a common name, its name.
func mark(text []rune) string {
	if len(text) == 0 {
		return ""
	}
	r := text[0]
	shown := Quoted(string(r)) + " "
	if hidden(r) || unicode.IsSpace(r) {
		shown = ""
	}
	name := fmt.Sprintf("U+%04X", r)
	if n := commonNames[r]; n != "" {
		name += ", " + n
	} else if s := script(r); s != "" {
		name += ", a " + s + " letter"
	}
	if shown == "" {
		return name
	}
	return shown + "(" + name + ")"
}

// commonNames are what people call the characters that are taken for each other.
var commonNames = map[rune]string{
	' ': "a space", '\u00a0': "a no-break space", '\u202f': "a narrow no-break space",
	'\u2009': "a thin space", '\t': "a tab", '\u200b': "a space of no width",
	'\u200c': "a non-joiner", '\u200d': "a joiner", '\u2060': "a word joiner",
	'\ufeff': "a byte order mark", '\u00ad': "a soft hyphen", '\u200e': "a mark of direction",
	'\u200f': "a mark of direction", '\ufe0f': "a variation selector",
	'-': "a hyphen", '\u2010': "a hyphen", '\u2011': "a no-break hyphen", '–': "a dash",
	'—': "a long dash", '−': "a minus sign", '\'': "a straight quotation mark",
	'’': "an apostrophe", '‘': "a quotation mark", '"': "a straight quotation mark",
	'“': "a quotation mark", '”': "a quotation mark", '´': "an accent", '`': "an accent",
	'…': "an ellipsis", '.': "a full stop",
}

// script is the alphabet of a letter, "" for other characters.
func script(r rune) string {
	switch {
	case !unicode.IsLetter(r):
	case unicode.Is(unicode.Cyrillic, r):
		return "Cyrillic"
	case unicode.Is(unicode.Greek, r):
		return "Greek"
	case unicode.Is(unicode.Latin, r):
		return "Latin"
	}
	return ""
}

// blank says whether nothing of a text is seen.
func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !hidden(r) })
}

// hidden says whether a character leaves no mark by itself.
func hidden(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Variation_Selector) }

// looks is a text as it looks at a glance: dashes are one, spaces one, quotation marks one, and
// letters of other alphabets are the Latin ones that they resemble (after Unicode Technical
// Standard 39, of which these are the pairs that a keyboard or a conversion brings).
func looks(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "...", "…") {
		switch {
		case hidden(r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Pd, r), r == '−':
			b.WriteByte('-')
		case strings.ContainsRune("'’‘´`ʹʼ", r):
			b.WriteByte('\'')
		case strings.ContainsRune("\"“”„«»", r):
			b.WriteByte('"')
		default:
			if k := strings.IndexRune(resembling, r); k >= 0 {
				r = rune(resembled[len([]rune(resembling[:k]))])
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Letters and the Latin letters that they resemble, one for one.
const (
	resembling = "аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅοαυνικρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
	resembled  = "aeopcyxijsdhABEKMHOPCTYXIJSoauvikpABEZHIKMNOPTYX"
)
