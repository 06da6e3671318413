package editions

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those that are no letter of a to z with a mark.
var letters = strings.NewReplacer("æ", "ae", "ø", "o", "å", "a", "đ", "d", "ŋ", "n", "ŧ", "t", "ß", "ss", "þ", "th", "ð", "d")

// Slug is a label as the name of a file: small letters a to z, digits and hyphens.
func Slug(label string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(letters.Replace(strings.ToLower(label))) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	s := strings.TrimSuffix(b.String(), "-")
	if len(s) > 60 {
		s = s[:60]
	}
	if s == "" || s == "con" || s == "nul" || s == "aux" || s == "prn" {
		s = "gruppe-" + Sum([]byte(label))[:6]
	}
	return s
}
