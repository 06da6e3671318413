package text

import (
	"sort"

	"golang.org/x/text/unicode/bidi"
)

// brackets is rule N0, with the pairs of BD16.
func (s *sequence) brackets() {
	for _, pair := range s.pairs() {
		embedded := direction(s.level)
		inside, opposite := false, false
		for k := pair[0] + 1; k < pair[1]; k++ {
			switch c := strongOf(s.class(k)); {
			case c == bidi.ON:
			case c == embedded:
				inside = true
			default:
				opposite = true
			}
		}
		c := embedded
		if !inside {
			if !opposite {
				continue
			}
			before := s.sos
			for k := pair[0] - 1; k >= 0; k-- {
				if found := strongOf(s.class(k)); found != bidi.ON {
					before = found
					break
				}
			}
			if before != embedded {
				c = before
			}
		}
		for _, k := range pair {
			s.set(k, c)
			for i := k + 1; i < len(s.at) && s.first[s.at[i]] == bidi.NSM; i++ {
				s.set(i, c)
			}
		}
	}
}

// pairs are the brackets of the sequence that belong together, by the first.
func (s *sequence) pairs() (out [][2]int) {
	type bracket struct {
		at    int
		close rune
	}
	var open []bracket
	for k, i := range s.at {
		if s.class(k) != bidi.ON {
			continue
		}
		r := s.runes[i]
		p, _ := bidi.LookupRune(r)
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			if len(open) == 63 {
				return nil
			}
			open = append(open, bracket{k, canonical(mirrored(r))})
		default:
			for n := len(open) - 1; n >= 0; n-- {
				if open[n].close == canonical(r) {
					out = append(out, [2]int{open[n].at, k})
					open = open[:n]
					break
				}
			}
		}
	}
	sort.Slice(out, func(a, b int) bool { return out[a][0] < out[b][0] })
	return out
}

// mirrored is the closing bracket of an opening one.
func mirrored(r rune) rune {
	for _, pair := range [...][2]rune{{'(', ')'}, {'[', ']'}, {'{', '}'}, {'⁅', '⁆'}, {'⁽', '⁾'},
		{'₍', '₎'}, {'〈', '〉'}, {'⌈', '⌉'}, {'⌊', '⌋'}, {'⟦', '⟧'}, {'⟨', '⟩'}, {'⟪', '⟫'}, {'〈', '〉'},
		{'「', '」'}, {'（', '）'}} {
		if pair[0] == r {
			return pair[1]
		}
	}
	return r + 1 // Unicode gives the others places side by side
}

// canonical is the same for brackets that are equivalent.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}
