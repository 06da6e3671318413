package part

import (
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/style"
	"rapport/layout/text"
)

// leastSize is the smallest size of type (DESIGN.md, "Type").
const leastSize = component.LeastSize

// smaller are sizes below the ones that a design gives a title: for those that need more than it
// foresaw.
func smaller(than fonts.Pt) []fonts.Pt {
	var sizes []fonts.Pt
	for _, size := range []fonts.Pt{30, 26, 22, 18, 15, 12, 10, 8.5, leastSize} {
		if size < than {
			sizes = append(sizes, size)
		}
	}
	return sizes
}

// wholeWords is the part of its largest size down to which a title steps before a word of it is divided,
// be it at a joint: a compound that is wider than the page at that size too is divided at the largest.
const wholeWords = 0.75

// titled sets a title at the largest of some sizes at which it takes at most two lines, divides no
// word, and fits; where that is too small, at the largest at which it divides no word that it need not.
// One that needs more takes smaller type and more lines, until it fits.
func (p Paper) titled(
	title string, t style.Type, c vector.Color, sizes []fonts.Pt,
	fits func(lines []text.Line, t style.Type) bool,
) ([]text.Line, style.Type) {
	set := func(size fonts.Pt) ([]text.Line, style.Type) {
		sized := t.WithSize(size)
		lines := p.Set.Words(title, sized, c, style.ContentWidth, text.Balanced)
		return lines, component.Apart(sized, lines)
	}
	for _, size := range sizes {
		if size < wholeWords*sizes[0] {
			break
		}
		lines, sized := set(size)
		if len(lines) <= 2 && !divided(lines) && !text.Strained(lines) && fits(lines, sized) {
			return lines, sized
		}
	}
	for _, size := range sizes {
		lines, sized := set(size)
		if len(lines) <= 2 && !text.Strained(lines) && fits(lines, sized) {
			return lines, sized
		}
	}
	last := sizes[len(sizes)-1]
	for _, size := range append([]fonts.Pt{last}, smaller(last)...) {
		lines, sized := set(size)
		if size == leastSize || fits(lines, sized) && !(text.Strained(lines) && size > 15) {
			return lines, sized
		}
	}
	return set(leastSize)
}

// divided reports whether a line ends inside a word.
func divided(lines []text.Line) bool {
	return slices.ContainsFunc(lines, func(l text.Line) bool { return l.Hyphenated })
}

// smallPrint sets words in a width at the largest size, down to the least, at which they are no
// higher than room.
func (p Paper) smallPrint(
	words string, t style.Type, c vector.Color, width, room fonts.Mm,
) ([]text.Line, style.Type) {
	for {
		lines := p.Set.Words(words, t, c, width, text.Balanced)
		if t.Leading*fonts.Mm(len(lines)) <= room || t.Font.Size <= leastSize {
			return lines, t
		}
		shrink := max(leastSize, t.Font.Size-0.8) / t.Font.Size
		t.Font.Size, t.Leading = t.Font.Size*shrink, t.Leading*fonts.Mm(shrink)
	}
}
