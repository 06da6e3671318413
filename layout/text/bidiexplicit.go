package text

import (
	"golang.org/x/text/unicode/bidi"
)

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
			next := status{higher(top.level, b.direction(i)), bidi.ON, true}
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
