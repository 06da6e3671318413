package content

import "rapport/content/language"

// What callers of content know of languages is that of package language.
type (
	Terms   = language.Terms
	Locale  = language.Locale
	Decimal = language.Decimal
)

const noBreakSpace = language.NoBreakSpace

// Languages are the codes of the languages that a report can be in.
func Languages() []string { return language.Codes() }

// TermsFor gives the words of a language; one that there is no file for is an error.
func TermsFor(code string) (Terms, error) {
	l, err := language.Find(code)
	if err != nil {
		return Terms{}, err
	}
	return l.Terms, nil
}

// Percent is part out of whole in per cent, rounded half up; see package language.
func Percent(part, whole, decimals int) Decimal { return language.Percent(part, whole, decimals) }
