// Package hyphen finds the places where a word may be divided. Norwegian compounds are divided at
// their joints first: erfarings-konsulent-undersøkelse. Package compound finds those, by a table of
// word parts. What lies between two joints, and the words of other languages, are divided by
// Liang's method (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983) with the patterns that TeX
// uses for Norwegian and British English.
//
// The patterns know letters, not words: they divide likepersonsarbeid as like-per-son-sar-beid. A
// joint is the better place to break, and Point says so; so is, a little less, the place after a
// prefix, and inside a part that is a compound itself: over-gang, spesialist-helse-tjenesten.
//
// Start with For and Points. Patterns and parts are embedded in a packed form that is walked where
// it lies: nothing is loaded but a table of levels, so the first word costs no more than
// microseconds. The sources in patterns/ and words/ are unmodified, but for words/more.txt, which
// is our own; go generate packs them again and tests keep them in step.
//
// Left out: languages beyond Norwegian and English, and divisions that change the spelling.
package hyphen

//go:generate go run ./pack patterns/nb.js nb.trie
//go:generate go run ./pack patterns/en-gb.js en.trie
//go:generate go run ./learn words/nb_lemma_exc.json.gz words/more.txt words.parts

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"rapport/layout/text/hyphen/compound"
)

// Fewest letters before the first and after the last point of a word.
const (
	MinBefore = 3
	MinAfter  = 3
)

//go:embed nb.trie
var nbTrie string

//go:embed en.trie
var enTrie string

//go:embed words.parts
var wordParts string

// Place is where in a word a point is: the higher, the better it is to divide there.
type Place uint8

// The places.
const (
	Inside   Place = iota // of a word or part, by the patterns
	Syllable              // the same in a language that writes compounds apart
	Minor                 // after a prefix, or between the parts of a part: over-gang, helse-tjenesten
	Joint                 // between the parts of a compound
)

// Point is a place where a word may be divided.
type Point struct {
	At    int // byte offset in the word
	Place Place
}

// Language divides the words of a language. It never changes; all users of a process share it.
type Language struct {
	patterns trie
	parts    *compound.Table // nil: the language writes compounds apart
}

var (
	norwegian = sync.OnceValue(func() *Language {
		parts, err := compound.Open(wordParts)
		if err != nil {
			panic(err) // the table is part of the program
		}
		return &Language{openTrie(nbTrie), parts}
	})
	english = sync.OnceValue(func() *Language {
		return &Language{openTrie(enTrie), nil}
	})
)

// For is the language of a BCP 47 tag, or nil when words of that language are not divided. Bokmål
// and Nynorsk share their patterns, as in TeX.
func For(tag string) *Language {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "nb", "nn", "no":
		return norwegian()
	case "en":
		return english()
	}
	return nil
}

// longest is the longest word that is divided, in runes: Norwegian's longest are half of that.
const longest = 100

// Points appends to points the places where a word, all letters, may be divided, in order. Words
// shorter than MinBefore + MinAfter and words with anything but letters and apostrophes have none.
func (l *Language) Points(points []Point, word string) []Point {
	if len(word) < MinBefore+MinAfter || len(word) > 4*longest {
		return points
	}
	var letters [longest]rune // lower case
	var offsets [longest + 1]int
	n := 0
	for i, r := range word {
		if n == longest ||
			!unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’' {
			return points
		}
		if r == '’' {
			r = '\''
		}
		letters[n], offsets[n] = unicode.ToLower(r), i
		n++
	}
	offsets[n] = len(word)
	return l.divide(points, letters[:n], offsets[:n+1])
}

// divide appends the joints, and between them what the patterns find. A part keeps as many letters
// on both sides as a word does.
func (l *Language) divide(points []Point, letters []rune, offsets []int) []Point {
	first, last := MinBefore, len(letters)-MinAfter
	part := 0 // beginning of the part that is being divided
	var buffer [8]compound.Joint
	joints, inner := buffer[:0], Syllable
	if l.parts != nil {
		joints, inner = l.parts.Split(joints, letters), Inside
	}
	for _, joint := range append(joints, compound.Joint{At: len(letters)}) {
		for _, k := range l.patterns.points(letters[part:joint.At]) {
			at := part + k
			if at < first || at > last || k < MinBefore && part > 0 ||
				joint.At-at < MinAfter && joint.At < len(letters) {
				continue
			}
			points = append(points, Point{offsets[at], inner})
		}
		if joint.At >= first && joint.At <= last {
			points = append(points, Point{offsets[joint.At], placeOf(joint)})
		}
		part = joint.At
	}
	return points
}

func placeOf(j compound.Joint) Place {
	if j.Minor {
		return Minor
	}
	return Joint
}
