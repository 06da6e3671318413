package text

import (
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Width is the width of a text on one line, with the space at its end if it has one. A soft hyphen at
// the end counts as the hyphen that is drawn for it; all others count nothing.
func (s *Shaper) Width(text string, font vector.Font) fonts.Pt {
	p := s.paragraph([]Span{{Text: text, Style: Style{Font: font}}}, Options{})
	defer p.done()
	p.keep = true
	p.shape()
	return p.sum[len(p.sum)-1]
}

// Wrap breaks a label into the fewest lines that are not wider than width, and makes these even. Only a
// word that is itself wider is divided: at its soft hyphens, or by the patterns of the Shaper's language
// when it has none, or else anywhere. A line that ends in a word ends in U+00AD, or in U+200B where no
// hyphen is drawn; all other soft hyphens are gone, and so are the spaces at the lines' ends.
func (s *Shaper) Wrap(text string, font vector.Font, width fonts.Pt) []string {
	spans := []Span{{Text: text, Style: Style{Font: font, Language: s.language}}}
	p := s.paragraph(spans, Options{Width: width, Mode: Balanced})
	defer p.done()
	p.keep = true
	var lines []string
	for _, l := range p.lines() {
		line := strings.TrimSuffix(l.Text(), " ")
		if n := len(l.Runs); l.Runs[n-1].Parted && !l.Hyphenated {
			line += string(zeroWidthSpace)
		}
		lines = append(lines, line)
	}
	return lines
}

// Narrowest is the least width in which Wrap divides no word but at its joints: soft hyphens, and
// the places between the parts of a compound in the Shaper's language.
func (s *Shaper) Narrowest(text string, font vector.Font) fonts.Pt {
	spans := []Span{{Text: text, Style: Style{Font: font, Language: s.language}}}
	p := s.paragraph(spans, Options{Width: unbounded, Hyphenate: true})
	defer p.done()
	p.shape()
	p.findBreaks()
	var width fonts.Pt
	from := 0
	for k := 1; k < len(p.breaks); k++ {
		if o := &p.breaks[k]; !o.inside && o.cost < never {
			width = max(width, p.width(&p.breaks[from], o))
			from = k
		}
	}
	return width
}

// unbounded is wider than any label.
const unbounded fonts.Pt = 1e6

// Text is what the line says: the text of its glyphs, in order.
func (l Line) Text() string {
	var b strings.Builder
	for _, r := range l.Runs {
		for _, g := range r.Glyphs {
			b.WriteString(g.Text())
		}
	}
	return b.String()
}
