package text

import (
	"slices"
	"sort"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"rapport/fonts"
)

// control is a character that steers directions and is never drawn, at a place of the text.
type control struct {
	at int // byte offset of what follows it
	r  rune
}

// reorder gives the runs of a line their places from left to right (rule L2): from the highest level
// down, what is at least as high is turned round.
func reorder(runs []Run, levels []uint8) {
	order := make([]int, len(runs))
	highest := uint8(0)
	for i := range order {
		order[i] = i
		highest = max(highest, levels[i])
	}
	for level := highest; level > 0; level-- {
		for from := 0; from < len(order); from++ {
			to := from
			for to < len(order) && levels[order[to]] >= level {
				to++
			}
			slices.Reverse(order[from:to])
			from = max(from, to-1)
		}
	}
	var x fonts.Pt
	for _, i := range order {
		runs[i].X = x
		x += runs[i].Width
	}
}

// isControl reports whether a character steers directions (Unicode Annex 9, 2).
func isControl(r rune) bool {
	return r == 0x200E || r == 0x200F || r == 0x061C || r >= 0x202A && r <= 0x202E ||
		r >= 0x2066 && r <= 0x2069
}

// turns reports whether a text has anything that is not simply read from left to right.
func turns(text string, controls []control) bool {
	for _, c := range controls {
		if c.r != 0x200E {
			return true
		}
	}
	for _, r := range text {
		if r >= 0x590 && rightToLeft(r) {
			return true
		}
	}
	return false
}

// rightToLeft reports whether a character is a letter or digit of a script that is written so.
func rightToLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN:
		return true
	}
	return false
}

// levels finds the embedding level of every byte of a text (Unicode Annex 9, revision 48): odd ones
// run from right to left. nil says that all are 0.
//
// A report is written from left to right, and so is a paragraph of it; only one whose letters are
// all of the other kind begins at the right. golang.org/x/text/unicode/bidi knows the classes of
// characters; its ordering does not give levels, without which a number inside of Hebrew cannot be
// told from what follows it.
func levels(text string, controls []control) []uint8 {
	if !turns(text, controls) {
		return nil
	}
	b := &bidirectional{}
	var ends []int // of each character in text
	next := 0
	for at, r := range text {
		for next < len(controls) && controls[next].at <= at {
			b.add(controls[next].r)
			ends = append(ends, at)
			next++
		}
		b.add(r)
		ends = append(ends, at+utf8.RuneLen(r))
	}
	b.resolve()
	out := make([]uint8, len(text))
	at := 0
	for i, end := range ends {
		for ; at < end; at++ {
			out[at] = b.levels[i]
		}
	}
	return out
}

// bidirectional is a paragraph on its way through the algorithm, character by character.
type bidirectional struct {
	runes   []rune
	first   []bidi.Class // as Unicode has them
	classes []bidi.Class // as the rules change them
	levels  []uint8
	match   []int // of an isolate's beginning its end, and the other way round; -1 for none
	base    uint8
}

func (b *bidirectional) add(r rune) {
	p, _ := bidi.LookupRune(r)
	b.runes = append(b.runes, r)
	b.first = append(b.first, p.Class())
}

// maxLevel is max_depth of rule BD2.
const maxLevel = 125

func (b *bidirectional) resolve() {
	b.classes = slices.Clone(b.first)
	b.levels = make([]uint8, len(b.runes))
	b.pairIsolates()
	b.base = b.baseLevel()
	b.explicit()
	for _, s := range b.sequences() {
		s.weak()
		s.neutral()
	}
	for i, c := range b.first { // rule L1, of what stands in no line's end
		if c == bidi.S || c == bidi.B {
			b.levels[i] = b.base
		}
	}
}

// baseLevel is 1 when there are letters and all run from right to left.
func (b *bidirectional) baseLevel() uint8 {
	base := uint8(0)
	for _, c := range b.first {
		switch c {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			base = 1
		}
	}
	return base
}

func isolates(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// pairIsolates is rule BD9.
func (b *bidirectional) pairIsolates() {
	b.match = make([]int, len(b.runes))
	var open []int
	for i, c := range b.first {
		b.match[i] = -1
		switch {
		case isolates(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			b.match[from], b.match[i] = i, from
		}
	}
}

// status is an entry of the directional status stack.
type status struct {
	level    uint8
	override bidi.Class // L, R or ON for none
	isolate  bool
}

// explicit is rules X1 to X8; X9 removes characters, which here get the class BN.
func (b *bidirectional) explicit() {
	stack := []status{{b.base, bidi.ON, false}}
	overIsolates, overEmbeddings, valid := 0, 0, 0
	for i, c := range b.first {
		top := stack[len(stack)-1]
		switch {
		case isolates(c):
			b.place(i, top)
			next := status{level: higher(top.level, b.direction(i)), override: bidi.ON, isolate: true}
			if next.level <= maxLevel && overIsolates == 0 && overEmbeddings == 0 {
				valid++
				stack = append(stack, next)
			} else {
				overIsolates++
			}
		case c == bidi.RLE || c == bidi.LRE || c == bidi.RLO || c == bidi.LRO:
			b.levels[i], b.classes[i] = top.level, bidi.BN
			next := embedding(c, top.level)
			if next.level <= maxLevel && overIsolates == 0 && overEmbeddings == 0 {
				stack = append(stack, next)
			} else if overIsolates == 0 {
				overEmbeddings++
			}
		case c == bidi.PDI:
			switch {
			case overIsolates > 0:
				overIsolates--
			case valid > 0:
				overEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				valid--
			}
			b.place(i, stack[len(stack)-1])
		case c == bidi.PDF:
			b.levels[i], b.classes[i] = top.level, bidi.BN
			switch {
			case overIsolates > 0:
			case overEmbeddings > 0:
				overEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case c == bidi.BN:
			b.levels[i] = top.level
		default:
			b.place(i, top)
		}
	}
}

// place gives a character the level, and the class if there is one, that hold where it stands.
func (b *bidirectional) place(i int, s status) {
	b.levels[i] = s.level
	if s.override != bidi.ON {
		b.classes[i] = s.override
	}
}

// direction is which way an isolate runs: FSI by the first letter in it (rule X5c).
func (b *bidirectional) direction(i int) bidi.Class {
	switch b.first[i] {
	case bidi.LRI:
		return bidi.L
	case bidi.RLI:
		return bidi.R
	}
	end := b.match[i]
	if end < 0 {
		end = len(b.first)
	}
	for k := i + 1; k < end; k++ {
		switch c := b.first[k]; {
		case c == bidi.L:
			return bidi.L
		case c == bidi.R || c == bidi.AL:
			return bidi.R
		case isolates(c) && b.match[k] > 0:
			k = b.match[k]
		case isolates(c):
			return bidi.L
		}
	}
	return bidi.L
}

// higher is the next level above for a direction.
func higher(level uint8, direction bidi.Class) uint8 {
	if direction == bidi.R {
		return (level + 1) | 1
	}
	return (level + 2) &^ 1
}

func embedding(c bidi.Class, level uint8) status {
	switch c {
	case bidi.RLE:
		return status{higher(level, bidi.R), bidi.ON, false}
	case bidi.RLO:
		return status{higher(level, bidi.R), bidi.R, false}
	case bidi.LRO:
		return status{higher(level, bidi.L), bidi.L, false}
	}
	return status{higher(level, bidi.L), bidi.ON, false}
}

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
