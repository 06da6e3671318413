package text

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// sequence is an isolating run sequence (rule BD13): characters of one level that follow each other
// when isolates between them are passed over.
type sequence struct {
	*bidirectional
	at       []int // its characters
	level    uint8
	sos, eos bidi.Class
}

// sequences parts the paragraph (rule X10).
func (b *bidirectional) sequences() (out []*sequence) {
	var runs [][]int
	byFirst := map[int]int{} // of runs, by their first character
	last := -1               // not removed
	for i, c := range b.classes {
		if c == bidi.BN {
			continue
		}
		if last < 0 || b.levels[i] != b.levels[last] {
			byFirst[i] = len(runs)
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		last = i
	}
	for _, run := range runs {
		if first := run[0]; b.first[first] == bidi.PDI && b.match[first] >= 0 {
			continue // goes on from another
		}
		s := &sequence{bidirectional: b, at: slices.Clone(run), level: b.levels[run[0]]}
		for {
			end := s.at[len(s.at)-1]
			if !isolates(b.first[end]) || b.match[end] < 0 {
				break
			}
			next, ok := byFirst[b.match[end]]
			if !ok {
				break
			}
			s.at = append(s.at, runs[next]...)
		}
		s.edges()
		out = append(out, s)
	}
	return out
}

// edges finds the directions at the ends of a sequence.
func (s *sequence) edges() {
	before, after := s.base, s.base
	for i := s.at[0] - 1; i >= 0; i-- {
		if s.classes[i] != bidi.BN {
			before = s.levels[i]
			break
		}
	}
	end := s.at[len(s.at)-1]
	if !isolates(s.first[end]) || s.match[end] >= 0 {
		for i := end + 1; i < len(s.classes); i++ {
			if s.classes[i] != bidi.BN {
				after = s.levels[i]
				break
			}
		}
	}
	s.sos, s.eos = direction(max(s.level, before)), direction(max(s.level, after))
}

func direction(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// class is that of the k-th character of the sequence, or of its edge.
func (s *sequence) class(k int) bidi.Class {
	switch {
	case k < 0:
		return s.sos
	case k >= len(s.at):
		return s.eos
	}
	return s.classes[s.at[k]]
}

func (s *sequence) set(k int, c bidi.Class) { s.classes[s.at[k]] = c }

// weak is rules W1 to W7.
func (s *sequence) weak() {
	strong := s.sos
	for k := range s.at {
		switch s.class(k) {
		case bidi.NSM: // W1
			c := s.class(k - 1)
			if k > 0 && (isolates(s.first[s.at[k-1]]) || s.first[s.at[k-1]] == bidi.PDI) {
				c = bidi.ON
			}
			s.set(k, c)
		}
		switch s.class(k) {
		case bidi.L, bidi.R, bidi.AL:
			strong = s.class(k)
		case bidi.EN: // W2
			if strong == bidi.AL {
				s.set(k, bidi.AN)
			}
		}
	}
	for k := range s.at { // W3
		if s.class(k) == bidi.AL {
			s.set(k, bidi.R)
		}
	}
	for k := range s.at { // W4
		before, after := s.class(k-1), s.class(k+1)
		if k == 0 || k == len(s.at)-1 || before != after {
			continue
		}
		switch c := s.class(k); {
		case c == bidi.ES && before == bidi.EN, c == bidi.CS && before == bidi.EN:
			s.set(k, bidi.EN)
		case c == bidi.CS && before == bidi.AN:
			s.set(k, bidi.AN)
		}
	}
	s.separators()
}

// separators is rules W5 to W7.
func (s *sequence) separators() {
	for k := 0; k < len(s.at); k++ { // W5
		if s.class(k) != bidi.ET {
			continue
		}
		end := k
		for end < len(s.at) && s.class(end) == bidi.ET {
			end++
		}
		if k > 0 && s.class(k-1) == bidi.EN || end < len(s.at) && s.class(end) == bidi.EN {
			for i := k; i < end; i++ {
				s.set(i, bidi.EN)
			}
		}
		k = end - 1
	}
	strong := s.sos
	for k := range s.at {
		switch s.class(k) {
		case bidi.ES, bidi.ET, bidi.CS: // W6
			s.set(k, bidi.ON)
		case bidi.L, bidi.R:
			strong = s.class(k)
		case bidi.EN: // W7
			if strong == bidi.L {
				s.set(k, bidi.L)
			}
		}
	}
}

// strongOf is how a class counts among neutral ones: numbers are as if from right to left.
func strongOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.EN, bidi.AN, bidi.R:
		return bidi.R
	case bidi.L:
		return bidi.L
	}
	return bidi.ON
}

// neutral is rules N0 to N2, and I1 and I2.
func (s *sequence) neutral() {
	s.brackets()
	embedded := direction(s.level)
	for k := 0; k < len(s.at); k++ {
		if strongOf(s.class(k)) != bidi.ON {
			continue
		}
		end := k
		for end < len(s.at) && strongOf(s.class(end)) == bidi.ON {
			end++
		}
		c := embedded
		if before := strongOf(s.class(k - 1)); before == strongOf(s.class(end)) {
			c = before
		}
		for i := k; i < end; i++ {
			s.set(i, c)
		}
		k = end - 1
	}
	for k, i := range s.at {
		switch c := s.class(k); {
		case s.level%2 == 0 && c == bidi.R, s.level%2 == 1 && c != bidi.R:
			s.levels[i]++
		case s.level%2 == 0 && (c == bidi.AN || c == bidi.EN):
			s.levels[i] += 2
		}
	}
	for i := 1; i < len(s.classes); i++ { // what X9 removes goes along with what is before it
		if s.classes[i] == bidi.BN {
			s.levels[i] = s.levels[i-1]
		}
	}
}
