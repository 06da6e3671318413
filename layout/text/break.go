package text

import (
	"strings"

	"rapport/fonts"
)

// Mode is how lines are chosen.
type Mode uint8

// The ways to break.
const (
	Optimal  Mode = iota // the whole paragraph at once, for an even rag (Knuth and Plass)
	Balanced             // the fewest lines, then the most even: headlines, labels
	Greedy               // each line as full as it goes
)

// Options says how a paragraph is set.
type Options struct {
	Width fonts.Pt
	Mode  Mode
	// Hyphenate allows division by the language of each span's style, and at soft hyphens. Without it a
	// word is divided at its soft hyphens only when it is wider than a line.
	Hyphenate bool
	// MaxLines is a wish, 0 for none. A text that would take more lines is set in the fewest it can be
	// set in; if these are still too many, the caller sees them all. No text is ever left out.
	MaxLines int
}

// slop is how much a line may exceed its width: less than a rounding error can hide.
const slop fonts.Pt = 1e-6

// Break sets a paragraph; the lines joined give the text back. Runs of white space count as one space,
// white space at the beginning goes away, U+2028 ends a line. A line wider than the options allow is
// marked Overfull: not even a letter fits. An empty text has no lines.
func (s *Shaper) Break(spans []Span, o Options) []Line {
	p := s.paragraph(spans, o)
	defer p.done()
	return p.lines()
}

// Line sets a text as one line, whatever its width. A soft hyphen at its end is drawn; after it, as
// after U+200B, the word goes on with another line.
func (s *Shaper) Line(spans []Span) Line {
	p := s.paragraph(spans, Options{})
	defer p.done()
	p.keep = true
	p.shape()
	end := p.end()
	line := p.set(&opportunity{}, &end)
	if n := len(line.Runs); n > 0 {
		line.Runs[n-1].Parted = p.goesOn()
	}
	return line
}

// goesOn reports whether the text ends within a word.
func (p *paragraph) goesOn() bool {
	n := len(p.zero)
	return strings.HasSuffix(p.text, string(softHyphen)) || n > 0 && p.zero[n-1] == len(p.text)
}

func (p *paragraph) shape() {
	p.normalise()
	span := 0
	p.words(func(from, to int) { span = p.stretches(from, to, span, p.addStretch) })
}

func (p *paragraph) lines() []Line {
	p.shape()
	if len(p.clusters) == 0 {
		return nil
	}
	chosen := p.whole()
	if chosen == nil {
		p.findBreaks()
		chosen = p.choose()
	}
	lines := make([]Line, 0, len(chosen))
	from := 0
	for _, b := range chosen {
		line := p.set(&p.breaks[from], &p.breaks[b])
		line.Strained = p.breaks[b].strained
		line.Overfull = line.Width > p.opts.Width+slop
		lines = append(lines, line)
		from = b
	}
	return lines
}

// whole is the break at the end of a paragraph that fits on one line, which is what each method would
// choose: no other break needs to be found. It is nil when the paragraph does not fit.
func (p *paragraph) whole() []int {
	end := p.end()
	if p.sum[end.cut] > p.opts.Width+slop || len(p.forced) > 0 {
		return nil
	}
	p.breaks = append(p.breaks, opportunity{}, end)
	p.chosen = append(p.chosen[:0], 1)
	return p.chosen
}

// choose lists the breaks that end lines, as indexes.
func (p *paragraph) choose() []int {
	switch p.opts.Mode {
	case Greedy:
		return p.greedy()
	case Balanced:
		return p.optimal(fewest{true, true})
	}
	chosen := p.optimal(fewest{})
	if p.opts.MaxLines > 0 && len(chosen) > p.opts.MaxLines {
		chosen = p.optimal(fewest{lines: true})
	}
	return chosen
}

// width is the width of the line between two breaks, without the space at its end.
func (p *paragraph) width(a, b *opportunity) fonts.Pt {
	return p.sum[b.cut] - p.sum[a.start] + a.post + b.pre
}

// greedy fills every line as far as it goes.
func (p *paragraph) greedy() []int {
	chosen := p.chosen
	for from := 0; from < len(p.breaks)-1; {
		best := from + 1
		for b := from + 1; b < len(p.breaks); b++ {
			o := &p.breaks[b]
			if b > from+1 && p.sum[o.cut]-p.sum[p.breaks[from].start] > p.opts.Width+slop {
				break
			}
			fits := p.width(&p.breaks[from], o) <= p.opts.Width+slop
			if fits && (o.cost < never || p.breaks[best].cost >= never) {
				best = b
			}
			if o.kind == atForced {
				break
			}
		}
		chosen = append(chosen, best)
		from = best
	}
	p.chosen = chosen
	return chosen
}
