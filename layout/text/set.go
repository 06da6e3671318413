package text

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// setter builds a line from clusters.
type setter struct {
	spans  []Span
	line   Line
	glyphs []Glyph // of all runs
	levels []uint8 // of each run
	few    [8]uint8
	turned bool // some are not
	pen    fonts.Pt
}

// set builds the line between two breaks.
func (p *paragraph) set(from, to *opportunity) Line {
	body := p.clusters[from.start:max(from.start, to.cut)]
	count := from.postN + to.start - to.cut
	for _, c := range body {
		count += len(c.glyphs)
	}
	if to.preWord != nil {
		count += len(to.preWord.clusters)
	}
	s := setter{spans: p.spans, glyphs: make([]Glyph, 0, count)}
	for i := range from.postN {
		c := p.clusters[from.cut]
		s.add(&from.postWord.clusters[i], c.span, p.level(c.start))
	}
	for _, c := range body {
		s.add(c.cluster, c.span, p.level(c.start))
	}
	if to.preWord != nil {
		c := p.clusters[to.cut]
		for i := range to.preWord.clusters {
			s.add(&to.preWord.clusters[i], c.span, p.level(c.start))
		}
	}
	if s.turned {
		reorder(s.line.Runs, s.levels)
	}
	s.line.Width = s.pen
	s.line.Hyphenated = to.kind == inWord
	if n := len(s.line.Runs); n > 0 {
		s.line.Runs[n-1].Parted = to.parts()
	}
	if to.preWord == nil {
		for _, c := range p.clusters[to.cut:to.start] {
			s.addSpace(c)
		}
	}
	return s.line
}

// addSpace adds the space at the break, which no width counts.
func (s *setter) addSpace(c placed) {
	runs := len(s.line.Runs)
	level := uint8(0)
	if s.turned { // a run of its own, which stands nowhere in particular
		level = maxLevel + 1
	}
	width := fonts.Pt(0)
	if runs > 0 {
		width = s.line.Runs[runs-1].Width
	}
	s.add(c.cluster, c.span, level)
	r := &s.line.Runs[len(s.line.Runs)-1]
	if r.Width = 0; len(s.line.Runs) == runs {
		r.Width = width
	}
}

// add draws a cluster at the pen, in the run before when that looks alike.
func (s *setter) add(c *cluster, span int, level uint8) {
	st := &s.spans[span]
	n := len(s.line.Runs)
	if n == 0 || !s.line.Runs[n-1].takes(c, st) || level != s.levels[n-1] {
		s.turned = s.turned || level > 0
		if s.levels == nil {
			s.levels = s.few[:0]
		}
		s.levels = append(s.levels, level)
		s.line.Runs = append(s.line.Runs, Run{
			Face: c.face, Size: c.size(st), Tracking: c.tracking(st),
			Color: st.Style.Color, Language: st.Style.Language, Mark: st.Mark, X: s.pen,
			RightToLeft: level%2 == 1,
		})
	}
	r := &s.line.Runs[len(s.line.Runs)-1]
	from := len(s.glyphs) - len(r.Glyphs)
	if len(c.glyphs) == 1 {
		s.glyphs = append(s.glyphs, c.glyphs[0]) // as nearly always, which this is faster for
	} else {
		s.glyphs = append(s.glyphs, c.glyphs...)
	}
	r.Glyphs = s.glyphs[from:len(s.glyphs):len(s.glyphs)]
	s.pen += c.width(st.Style.Font)
	r.Width = s.pen - r.X
}

// size is the size of a cluster in a span.
func (c *cluster) size(s *Span) fonts.Pt { return s.Style.Font.Size * fonts.Pt(scale(c.face)) }

// tracking is the space between letters in em of the cluster's own size.
func (c *cluster) tracking(s *Span) float64 { return s.Style.Font.Tracking / scale(c.face) }

// scale is the size of a face's glyphs beside those of the text's own face: emoji are drawn as high as
// a line and would lie on the one above.
func scale(face *fonts.Face) float64 {
	if face.Family == fonts.NotoEmoji {
		return 0.8
	}
	return 1
}

// takes reports whether a cluster of a span goes on in the run.
func (r *Run) takes(c *cluster, s *Span) bool {
	return r.Face == c.face && r.Size == c.size(s) && r.Tracking == c.tracking(s) &&
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
