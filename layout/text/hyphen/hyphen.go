// Package hyphen finds the places where a word may be divided: by Liang's method (F. M. Liang, Word
// Hy-phen-a-tion by Com-put-er, 1983) with the patterns that TeX uses for Norwegian and British
// English, and by a list of word parts for Norwegian compounds.
//
// The patterns know letters, not words: they divide likepersonsarbeid as like-per-son-sar-beid. So
// the joints of compounds are found first, by the parts in joints.txt, and what lies between two
// joints is divided as if it were a word of its own. A joint is the better place to break, and
// Point says so.
//
// Start with For and Points. The patterns are embedded in a packed form that is walked where it
// lies: nothing is loaded but a table of levels, so the first word costs no more than microseconds.
// The sources in patterns/ are unmodified; go generate packs them again and a test keeps the two in
// step.
//
// Left out: languages beyond Norwegian and English, and divisions that change the spelling.
package hyphen

//go:generate go run ./pack patterns/nb.js nb.trie
//go:generate go run ./pack patterns/en-gb.js en.trie

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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

// Point is a place where a word may be divided.
type Point struct {
	At    int  // byte offset in the word
	Joint bool // between the parts of a compound: preferred
}

// Language divides the words of a language. It never changes; all users of a process share it.
type Language struct {
	patterns trie
	joints   *joints // nil: the language writes compounds apart
}

var (
	norwegian = sync.OnceValue(func() *Language {
		return &Language{openTrie(nbTrie), loadJoints(jointsFile)}
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

func (l *Language) divide(points []Point, letters []rune, offsets []int) []Point {
	first, last := MinBefore, len(letters)-MinAfter
	part := 0 // beginning of the part that is being divided
	for _, joint := range append(l.jointsOf(letters), len(letters)) {
		for _, k := range l.patterns.points(letters[part:joint]) {
			at := part + k
			if at < first || at > last || k < MinBefore && part > 0 ||
				joint-at < MinAfter && joint < len(letters) {
				continue
			}
			points = append(points, Point{At: offsets[at]})
		}
		if joint >= first && joint <= last {
			points = append(points, Point{At: offsets[joint], Joint: true})
		}
		part = joint
	}
	return points
}

func (l *Language) jointsOf(letters []rune) []int {
	if l.joints == nil {
		return nil
	}
	var buffer [4 * longest]byte
	var offsets [longest + 1]int
	b := buffer[:0]
	for i, r := range letters {
		offsets[i] = len(b)
		b = utf8.AppendRune(b, r)
	}
	offsets[len(letters)] = len(b)
	return l.joints.find(nil, string(b), offsets[:len(letters)+1])
}
