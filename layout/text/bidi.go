package text

import (
	"slices"
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
