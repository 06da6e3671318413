package text

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// setter builds a line from clusters.
type setter struct {
	p    *paragraph
	line Line
	pen  fonts.Pt
}

// set builds the line between two breaks.
func (p *paragraph) set(from, to opportunity) Line {
	s := setter{p: p}
	if from.postWord != nil {
		span := p.clusters[from.cut].span
		for i := range from.postN {
			s.add(&from.postWord.clusters[i], span)
		}
	}
	for _, c := range p.clusters[from.start:max(from.start, to.cut)] {
		s.add(c.cluster, c.span)
	}
	if to.preWord != nil {
		span := p.clusters[to.cut].span
		for i := range to.preWord.clusters {
			s.add(&to.preWord.clusters[i], span)
		}
	}
	s.line.Width = s.pen
	s.line.Hyphenated = to.kind == inWord
	if to.preWord == nil {
		s.addSpace(to)
	}
	return s.line
}

// addSpace adds the space at the break, which no width counts.
func (s *setter) addSpace(to opportunity) {
	for _, c := range s.p.clusters[to.cut:to.start] {
		runs := len(s.line.Runs)
		s.add(c.cluster, c.span)
		r := &s.line.Runs[len(s.line.Runs)-1]
		if len(s.line.Runs) > runs {
			r.Width = 0
		} else {
			r.Width = s.line.Width - r.X
		}
	}
}

// add draws a cluster at the pen, in the run before when that looks alike.
func (s *setter) add(c *cluster, span int) {
	st := &s.p.spans[span]
	if n := len(s.line.Runs); n == 0 || !s.line.Runs[n-1].takes(c, st) {
		s.line.Runs = append(s.line.Runs, Run{
			Face: c.face, Size: st.Style.Font.Size, Tracking: st.Style.Font.Tracking, Color: st.Style.Color,
			Language: st.Style.Language, Mark: st.Mark, X: s.pen,
		})
	}
	r := &s.line.Runs[len(s.line.Runs)-1]
	r.Glyphs = append(r.Glyphs, c.glyphs...)
	s.pen += c.width(st.Style.Font)
	r.Width = s.pen - r.X
}

// takes reports whether a cluster of a span goes on in the run.
func (r *Run) takes(c *cluster, s *Span) bool {
	return r.Face == c.face && r.Size == s.Style.Font.Size && r.Tracking == s.Style.Font.Tracking &&
		r.Color == s.Style.Color && r.Language == s.Style.Language && r.Mark == s.Mark
}

// width is the width of a shaped word in a font.
func (w *word) width(f vector.Font) fonts.Pt {
	var sum fonts.Pt
	for i := range w.clusters {
		sum += w.clusters[i].width(f)
	}
	return sum
}
