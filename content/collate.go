package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// sortReferences sorts works by authors, year and title, in the alphabet of a language.
func sortReferences(works []*Reference, language string) {
	type keyed struct {
		w              *Reference
		authors, title string
	}
	keys := make(map[*Reference]keyed, len(works))
	for _, w := range works {
		authors := make([]string, len(w.Authors))
		for i, a := range w.Authors {
			authors[i] = collationKey(a, language)
		}
		keys[w] = keyed{w, strings.Join(authors, "\x01"), collationKey(w.Title, language)}
	}
	slices.SortStableFunc(works, func(a, b *Reference) int {
		x, y := keys[a], keys[b]
		return cmp.Or(cmp.Compare(x.authors, y.authors), cmp.Compare(a.Year, b.Year), cmp.Compare(x.title, y.title),
			slices.Compare(a.Authors, b.Authors), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}

// The last letters of the Norwegian alphabet, as bytes after z.
const (
	keyAE = "{"
	keyOE = "|"
	keyAA = "}"
)

// collationKey is a text such that keys sort by bytes as texts sort in a language: without regard to
// large letters, accents and punctuation, word by word. In Norwegian æ, ø and å, with their Swedish and
// German kin and with aa, come after z (Språkrådet, "Alfabetisering"); in English they are a and o.
func collationKey(s, language string) string {
	var b strings.Builder
	s = strings.ToLower(soft(s))
	if language != "en" {
		s = strings.ReplaceAll(s, "aa", "å")
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
			b.WriteString(baseLetters(r, language))
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// baseLetters is what a letter outside a to z sorts as.
func baseLetters(r rune, language string) string {
	norwegian := language != "en"
	switch {
	case norwegian && (r == 'æ' || r == 'ä'):
		return keyAE
	case norwegian && (r == 'ø' || r == 'ö'):
		return keyOE
	case norwegian && r == 'å':
		return keyAA
	case norwegian && r == 'ü':
		return "y"
	}
	for _, group := range [...]struct{ base, letters string }{
		{"a", "àáâãäåāăą"}, {"ae", "æ"}, {"c", "çćčĉċ"}, {"d", "ďđð"}, {"e", "èéêëēėęě"}, {"g", "ğĝģ"},
		{"h", "ħĥ"}, {"i", "ìíîïīįı"}, {"k", "ķ"}, {"l", "łľĺļ"}, {"n", "ñńňņŋ"}, {"o", "òóôõöøōő"}, {"oe", "œ"},
		{"r", "řŕ"}, {"s", "śšşș"}, {"ss", "ß"}, {"t", "ťţțŧ"}, {"th", "þ"}, {"u", "ùúûūůűų"}, {"y", "ýÿ"}, {"z", "źżž"},
	} {
		if strings.ContainsRune(group.letters, r) {
			return group.base
		}
	}
	return string(r)
}
