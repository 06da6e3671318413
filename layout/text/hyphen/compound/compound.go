// Package compound finds the joints of Norwegian compounds: arbeids|miljø|undersøkelsen.
//
// A compound is one or more first parts and a last part. A first part is a word, a word with a
// joining s or e (arbeids-, barne-), or a prefix (over-, sam-); a last part is a stem with an
// ending, so that undersøkelse, undersøkelsene and undersøkingane need one entry each for their
// stems and none for their endings. Table says which parts there are, and how well each vouches
// for a joint: "grad" at the end of a word is nearly always a part of its own, "ren" (medisineren)
// nearly never. Command learn makes the table from a list of words; it counts how often each part
// is one.
//
// Split weighs all ways to divide a word and takes the best, or none when the evidence is too
// weak. What a word begins with that no part explains makes it no compound: names and foreign
// words are left whole.
package compound

import (
	"slices"
	"strings"
)

// Letters bounds the words that are looked at: no shorter one has two parts, and Norwegian's
// longest are well below the upper bound.
const (
	fewest  = 6
	longest = 100
)

// Joint is a place between two parts.
type Joint struct {
	At    int  // letters before it
	Minor bool // after a prefix (over|gang), or inside a part that is a compound itself
}

// Bounds of parts in letters. Endings of stems are no longer than maxEnding.
const (
	minFirst  = 2
	minLast   = 3
	maxPart   = 24
	maxEnding = 4
)

// Weights of the evidence, in nats; command learn folds the rest into the table. They were fitted
// to gold words that the tests' samples do not hold.
const (
	joint     = 3.1   // what a joint costs
	perLetter = 0.34  // what each letter of a part beyond the fourth is worth, to the twelfth
	joiningS  = 0.35  // a word that takes a joining s, with it, and never seen so in the list
	strangeS  = -2.5  // any other word and an s
	clusterS  = 1.5   // what an s costs that may as well begin the next part: middel|skole
	missingS  = 3     // what a part costs that takes an s and finds it after it: stønad|suke
	whole     = -5.5  // least evidence that a known word is a compound
	other     = -10.0 // and any other word
)

// Split appends the joints of a word of lower case letters, in order. A word that is no compound
// has none. The parts of a compound may be compounds themselves: their joints are minor ones.
func (t *Table) Split(joints []Joint, word []rune) []Joint {
	var buffer [8]Joint
	major := t.major(buffer[:0], word)
	if !slices.ContainsFunc(major, func(j Joint) bool { return !j.Minor }) {
		return append(joints, major...)
	}
	from := 0
	for _, j := range append(major, Joint{At: len(word)}) {
		joints = t.minor(joints, word[from:j.At], from)
		if j.At < len(word) {
			joints = append(joints, j)
		}
		from = j.At
	}
	return joints
}

// minor appends the joints of a part that begins at a letter of its word, but none near its ends:
// those would only keep the patterns from better places.
func (t *Table) minor(joints []Joint, part []rune, from int) []Joint {
	var buffer [8]Joint
	for _, j := range t.major(buffer[:0], part) {
		if j.At >= minLast && j.At+minLast <= len(part) {
			joints = append(joints, Joint{from + j.At, true})
		}
	}
	return joints
}

// major appends the joints of the best division, when there is enough evidence for one.
func (t *Table) major(joints []Joint, word []rune) []Joint {
	first := len(joints)
	joints, evidence := t.Weigh(joints, word)
	least := other
	if t.isWord(word) {
		least = whole
	}
	if evidence < least {
		return joints[:first]
	}
	return joints
}

// Weigh appends the joints of the best division into known parts, however weak its evidence is,
// which may be negative. It is that of no division, and far below all others, when there is none.
func (t *Table) Weigh(joints []Joint, word []rune) ([]Joint, float64) {
	if n := len(word); n < fewest || n > longest {
		return joints, none
	}
	var s search
	s.run(t, word)
	first := len(joints)
	for at := s.end; at > 0; at = int(s.ways[at].from) {
		from := int(s.ways[at].from)
		joints = append(joints, Joint{at, isPrefix(word[from:at])})
	}
	slices.Reverse(joints[first:])
	return joints, float64(s.score)
}

// search is the state of Split: the best way to every letter, by dynamic programming.
type search struct {
	ways  [longest + 1]way
	last  [longest + 1]float32 // the worth of the last part from a letter; none when unknown
	end   int                  // where the last part of the best way begins, 0 for none
	score float32
}

// way is the best division of the letters before a place into first parts.
type way struct {
	score   float32
	from    uint8
	reached bool
}

const none = -1e6

func (s *search) run(t *Table, word []rune) {
	n := len(word)
	s.ways[0].reached = true
	s.score = none
	s.lasts(t, word)
	for at := 0; at+minLast <= n; at++ {
		if !s.ways[at].reached {
			continue
		}
		if score := s.ways[at].score + s.last[at]; at > 0 && s.last[at] > none && score > s.score {
			s.end, s.score = at, score
		}
		s.firsts(t, word, at)
	}
}

// lasts finds the best last part from every letter on.
func (s *search) lasts(t *Table, word []rune) {
	n := len(word)
	var ends [maxEnding + 1]bool // by letters after the stem
	for k := range ends {
		ends[k] = isEnding(word[n-k:])
	}
	for from := range n {
		s.last[from] = none
		if from < minFirst || from+minLast > n || isSuffix(word[from:]) {
			continue
		}
		h := seed
		for k := from; k < n && k < from+maxPart; k++ {
			h = h.add(word[k])
			size, after := k+1-from, n-k-1
			if size < minLast || after > maxEnding || !ends[after] {
				continue
			}
			if worth, ok := t.find(h).last(); ok {
				s.last[from] = max(s.last[from], worth+length(size))
			}
		}
	}
}

// firsts goes on from a letter by every first part that begins there.
func (s *search) firsts(t *Table, word []rune, from int) {
	h, before := seed, entry(0) // of the part so far, and of what it was a letter ago
	for k := from; k+minLast < len(word) && k < from+maxPart; k++ {
		h = h.add(word[k])
		if k+1-from < minFirst {
			continue
		}
		here := t.find(h)
		worth, ok := here.first()
		if k-from > 2 && (ok || before>>4 > 0) {
			worth, ok = withS(worth, ok, before>>4 > 0, word[from:k+1], word[k+1])
		}
		before = here
		if !ok {
			continue
		}
		to := &s.ways[k+1]
		score := s.ways[from].score + worth + length(k+1-from) - joint
		if !to.reached || score > to.score {
			*to = way{score, uint8(from), true}
		}
	}
}

// withS is the worth of a first part when it may end in a joining s, or lack one; next is the
// letter after it. known says whether it is in the table, bare whether it is without its last
// letter.
func withS(worth float32, known, bare bool, part []rune, next rune) (float32, bool) {
	last := len(part) - 1
	s := part[last] == 's' && bare
	takes := s && takesS(part[:last])
	switch {
	case !known && takes && last > 3:
		worth = joiningS
	case !known && s && last > 3:
		worth = strangeS
	case !known:
		return 0, false
	}
	if s && !takes && strings.ContainsRune("klmnptv", next) {
		worth -= clusterS
	}
	if next == 's' && takesS(part) {
		worth -= missingS
	}
	return worth, true
}

func length(letters int) float32 { return perLetter * float32(min(letters, 12)-4) }

// isWord reports whether a word is a known stem with an ending.
func (t *Table) isWord(word []rune) bool {
	h := seed
	for k, r := range word {
		h = h.add(r)
		if after := len(word) - k - 1; after <= maxEnding && isEnding(word[k+1:]) {
			if t.find(h) != 0 {
				return true
			}
		}
	}
	return false
}

// takesS reports whether words that end like this one take an s before another part.
func takesS(part []rune) bool {
	for _, end := range joining {
		if n := len(part) - len(end); n > 0 && slices.Equal(part[n:], end) {
			return true
		}
	}
	return false
}
