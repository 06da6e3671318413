package survey

import (
	"strings"
	"unicode"
)

// Characters that no reader sees, beside the soft hyphen: they come along from web pages, word
// processors and spreadsheets.
const (
	zeroWidthSpace    = '\u200b'
	zeroWidthNonJoin  = '\u200c'
	zeroWidthJoin     = '\u200d'
	wordJoiner        = '\u2060'
	byteOrderMark     = '\ufeff'
	softHyphen        = '\u00ad'
	textPresentation  = '\ufe0e' // variation selectors: how an emoji before them looks
	emojiPresentation = '\ufe0f'
)

// cleanLabel is a label as it is kept and printed: without spaces and unseen characters at its
// ends, and without those inside that part or join words.
func cleanLabel(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == zeroWidthSpace || r == wordJoiner || r == byteOrderMark {
			return -1
		}
		return r
	}, s)
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unseen(r) && r != emojiPresentation && r != textPresentation
	})
}

// labelKey is a label in the form in which labels are compared: by what is seen. Unseen characters
// do not count, spaces of all widths are one space, hyphens of both kinds one hyphen. A joiner
// between two emoji counts, since it makes another picture of them.
func labelKey(label string) string {
	if plainLabel(label) {
		return label
	}
	var out []rune
	runes := []rune(label)
	for i, r := range runes {
		switch {
		case r == zeroWidthJoin && joinsSymbols(runes, i):
			out = append(out, r)
		case unseen(r):
		case unicode.IsSpace(r):
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		case r == '\u2010', r == '\u2011':
			out = append(out, '-')
		default:
			out = append(out, r)
		}
	}
	return strings.TrimSuffix(string(out), " ")
}

// plainLabel says whether a label has nothing that labelKey would change.
func plainLabel(label string) bool {
	before := ' '
	for _, r := range label {
		if r == ' ' && before == ' ' || r < ' ' || r == softHyphen || r == '\u00a0' || r >= 0x1680 {
			return false
		}
		before = r
	}
	return before != ' ' || label == ""
}

// joinsSymbols says whether a joiner stands between emoji, whose variation selectors may come
// before it.
func joinsSymbols(runes []rune, i int) bool {
	for i > 0 && (runes[i-1] == emojiPresentation || unicode.Is(unicode.Sk, runes[i-1])) {
		i--
	}
	if i == 0 || !unicode.Is(unicode.So, runes[i-1]) {
		return false
	}
	for i < len(runes) && runes[i] != zeroWidthJoin {
		i++
	}
	return i+1 < len(runes) && unicode.In(runes[i+1], unicode.So, unicode.Sm)
}

// unseen says whether a character leaves no mark by itself: joiners, directions of writing,
// variation selectors, soft hyphens.
func unseen(r rune) bool {
	switch r {
	case zeroWidthSpace, zeroWidthNonJoin, zeroWidthJoin, wordJoiner, byteOrderMark, softHyphen,
		textPresentation, emojiPresentation:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}
