package language

import (
	"strings"
	"unicode"
)

// Alphabet is the order of a language's letters, as far as it is not that of a to z.
type Alphabet struct {
	// After are the letters after z, in order. Letters of one item are equal.
	After []string
	// Pairs are replaced in their order, before letters are looked at one by one.
	Pairs []Pair
	// Like are letters that sort as others: "ü" as "y".
	Like map[rune]string
}

// Pair is two letters that count as one: "aa" as "å".
type Pair struct{ Letters, As string }

// SortKey is a text such that keys sort by bytes as texts sort in the language: without regard to
// large letters, accents, soft hyphens and punctuation, word by word.
func (a Alphabet) SortKey(s string) string {
	var b strings.Builder
	s = strings.ToLower(WithoutSoftHyphens(s))
	for _, p := range a.Pairs {
		s = strings.ReplaceAll(s, p.Letters, p.As)
	}
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.IsSpace(r) || r == '-':
			if k := b.Len(); k > 0 && b.String()[k-1] != ' ' {
				b.WriteByte(' ')
			}
		case unicode.IsLetter(r):
			b.WriteString(a.letter(r))
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// letter is what a letter outside a to z sorts as.
func (a Alphabet) letter(r rune) string {
	for i, letters := range a.After {
		if strings.ContainsRune(letters, r) {
			return string(rune('z' + 1 + i))
		}
	}
	if like, ok := a.Like[r]; ok {
		return like
	}
	return baseLetters(r)
}

// baseLetters is the letter, or two, that a letter with a mark is made from.
func baseLetters(r rune) string {
	for _, group := range [...]struct{ base, letters string }{
		{"a", "àáâãäåāăą"}, {"ae", "æ"}, {"c", "çćčĉċ"}, {"d", "ďđð"}, {"e", "èéêëēėęě"},
		{"g", "ğĝģ"}, {"h", "ħĥ"}, {"i", "ìíîïīįı"}, {"k", "ķ"}, {"l", "łľĺļ"}, {"n", "ñńňņŋ"},
		{"o", "òóôõöøōő"}, {"oe", "œ"}, {"r", "řŕ"}, {"s", "śšşș"}, {"ss", "ß"}, {"t", "ťţțŧ"},
		{"th", "þ"}, {"u", "ùúûüūůűų"}, {"y", "ýÿ"}, {"z", "źżž"},
	} {
		if strings.ContainsRune(group.letters, r) {
			return group.base
		}
	}
	return string(r)
}
