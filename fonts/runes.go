package fonts

import "slices"

// Runes is a set of characters. The zero value is empty and ready.
type Runes struct {
	low  [lowRunes / 64]uint64 // those that Western European texts have most of
	high map[rune]bool
}

// lowRunes is where the characters begin that are remembered one by one.
const lowRunes = 0x180

// Add adds a character.
func (s *Runes) Add(r rune) {
	if uint32(r) < lowRunes {
		s.low[r/64] |= 1 << (r % 64)
		return
	}
	if s.high == nil {
		s.high = map[rune]bool{}
	}
	s.high[r] = true
}

// AddText adds the characters of a text.
func (s *Runes) AddText(text string) {
	for _, r := range text {
		s.Add(r)
	}
}

// AddAll adds the characters of another set.
func (s *Runes) AddAll(o *Runes) {
	for i, bits := range o.low {
		s.low[i] |= bits
	}
	for r := range o.high {
		s.Add(r)
	}
}

// Has says whether a character is in the set.
func (s *Runes) Has(r rune) bool {
	if uint32(r) < lowRunes {
		return s.low[r/64]&(1<<(r%64)) != 0
	}
	return s.high[r]
}

// Sorted are the characters, the lowest first.
func (s *Runes) Sorted() []rune {
	var all []rune
	for r := rune(0); r < lowRunes; r++ {
		if s.Has(r) {
			all = append(all, r)
		}
	}
	for r := range s.high {
		all = append(all, r)
	}
	slices.Sort(all)
	return all
}
