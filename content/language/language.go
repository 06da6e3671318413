// Package language is what the program knows of the languages that a report can be in.
//
// # The idea
//
// A language is one file: a value with the words that a report prints by itself, the sentences that
// stand around figures, how numbers, dates and citations are written, its alphabet, its numerals,
// and the words by which the check reads prose. Nothing else in the program asks which language it
// is.
//
// # Vocabulary
//
// A Language is found by its code (BCP 47), as TOML names it; one that has no file is an error,
// never another language instead. A Locale is the code with the methods that write numbers. A
// Decimal is a rounded number, exact: per cents are made from integers and never pass through
// floating point.
//
// # How to add a language
//
// Copy en.go to a file named after the code, translate it from top to bottom, and add its function
// to files in this file. Lexicon says what each of the check's lists is for. TestComplete names
// what is missing. Hyphenation patterns are the one thing that lies elsewhere: see package
// layout/text/hyphen, which leaves words whole in a language that it does not know.
//
// # Left out
//
// Grammar: sentences are written so that the numbers and names in them need no inflection.
// Languages written from right to left, which package layout/text does not set.
package language

import (
	"fmt"
	"strings"
	"sync"
)

// Language is one language.
type Language struct {
	Code     string // BCP 47
	Terms    Terms
	Numbers  Numbers
	Numerals Numerals
	Months   [12]string
	DayDot   string // after the day of a date: "." in "9. juni 2021"
	Citation Citation
	Alphabet Alphabet
	Lexicon  Lexicon
}

// files are the languages there are, in the order in which messages list them.
func files() []func() Language { return []func() Language{bokmål, nynorsk, english} }

// known are the languages by their place in files; nothing changes it.
var known = sync.OnceValue(func() []*Language {
	var all []*Language
	for _, file := range files() {
		l := file()
		l.Terms.Language = l.Code
		all = append(all, &l)
	}
	return all
})

// Codes are the codes of all languages.
func Codes() []string {
	var codes []string
	for _, l := range known() {
		codes = append(codes, l.Code)
	}
	return codes
}

// Find is the language of a code. The error names the languages that there are.
func Find(code string) (*Language, error) {
	for _, l := range known() {
		if l.Code == code {
			return l, nil
		}
	}
	return nil, fmt.Errorf("no language %q; there are %s", code, strings.Join(Codes(), ", "))
}
