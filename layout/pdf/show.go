package pdf

import (
	"errors"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// text shows a run of glyphs.
//
// A run that begins where the last one ended, as runs of one line do, needs no new position. Within
// a run, kerning and offsets are TJ numbers, each the difference between where the reader's pen is,
// with all roundings, and where the glyph belongs.
func (c *content) text(t *frame.Text) {
	run := &t.Run
	if run.Face == nil {
		c.fail(errors.New("a run of text without a face"))
	}
	if len(run.Glyphs) == 0 || c.err != nil {
		return
	}
	if c.inside != aText {
		c.end()
		c.op("BT")
		c.inside, c.origin, c.at, c.exact = aText, pen{}, pen{}, 0
	}
	if c.press != nil {
		c.inkText(t)
	} else {
		c.color(&c.fill, run.Color, "g", "rg")
	}
	if c.setFont(run); c.err != nil {
		return
	}
	if want := c.point(vector.Point{X: t.X, Y: t.Y}); want != c.at {
		c.len(want.x - c.origin.x).len(want.y - c.origin.y).op("Td")
		c.origin, c.at = want, want
		c.exact = float64(want.x) / 100
	}
	s := show{content: c, run: run, unit: 1000 / float64(run.Face.UnitsPerEm),
		em: float64(c.size) / 1e6}
	if c.size > 0 {
		s.spacing = float64(c.tracking) / float64(c.size) * 1000
	}
	s.glyphs()
	c.exact += s.pen * s.em
	c.at.x = hundredths(round(c.exact * 100))
}

func (c *content) setFont(run *text.Run) {
	c.coordinate(run.Size)
	c.coordinate(fonts.Pt(run.Tracking) * run.Size)
	size := round(float64(run.Size) * 1000)
	if run.Face != c.face || size != c.size {
		c.face, c.drawer, c.size = run.Face, c.sorts.drawer(run.Face), size
		c.raw("/").sort(c.drawer.itself).raw(" ")
		c.b = append(appendDecimal(c.b, size, 3), ' ')
		c.op("Tf")
	}
	if tracking := round(run.Tracking * float64(run.Size) * 1000); tracking != c.tracking {
		c.tracking = tracking
		c.b = append(appendDecimal(c.b, tracking, 3), ' ')
		c.op("Tc")
	}
}

// show writes the glyphs of a run. Positions are in thousandths of an em from the run's beginning.
type show struct {
	*content
	run     *text.Run
	unit    float64 // a font unit
	em      float64 // points in a thousandth of an em
	spacing float64 // Tc
	pen     float64 // where the reader is
	want    float64 // where the next glyph's cell begins
	rise    int32
	array   bool // within TJ's brackets
	str     bool // within a string
}

// glyphs writes the run, cluster by cluster, in the order of the text: that is the order in which
// readers of the tags hear it (ISO 32000-1, 14.8.2.3). From right to left, the first one stands at
// the run's end.
func (s *show) glyphs() {
	all := s.run.Glyphs
	if s.run.RightToLeft {
		s.want = s.advance(all)
	}
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Text() == "" {
			to++
		}
		left := s.want
		if s.run.RightToLeft {
			left -= s.advance(all[from:to])
			s.want = left
		}
		switch {
		case s.said:
			for i := from; i < to; i++ {
				s.glyph(&all[i])
			}
		case to-from == 1 && mappable(all[from].Text()):
			s.glyph(&all[from])
		default:
			s.cluster(all[from:to])
		}
		if s.run.RightToLeft {
			s.want = left
		}
		from = to
	}
	s.end()
	s.setRise(0)
}

// advance is the width of glyphs.
func (s *show) advance(glyphs []text.Glyph) (sum float64) {
	for i := range glyphs {
		sum += float64(glyphs[i].Advance)*s.unit + s.run.Tracking*1000
	}
	return sum
}

// cluster writes glyphs that stand for one piece of text together, which is stated as ActualText
// (ISO 32000-1, 14.9.4), because ToUnicode speaks of one glyph at a time, and of few characters.
func (s *show) cluster(glyphs []text.Glyph) {
	var whole strings.Builder
	for _, g := range glyphs {
		whole.WriteString(g.Text())
	}
	s.end()
	s.raw("/Span<</ActualText").say(whole.String()).raw(">>BDC\n")
	for i := range glyphs {
		s.glyph(&glyphs[i])
	}
	s.end()
	s.op("EMC")
}

func (s *show) glyph(g *text.Glyph) {
	if g.Y != s.rise {
		s.end()
		s.setRise(g.Y)
	}
	if !s.array {
		s.array = true
		s.raw("[")
	}
	if move := round(s.pen - s.want - float64(g.X)*s.unit); move != 0 {
		s.endString()
		s.int(int(move))
		s.pen -= float64(move)
	}
	if !s.str {
		s.str = true
		s.raw("(")
	}
	r, err := s.sorts.glyph(s.face, s.drawer, g)
	if err != nil {
		s.fail(err)
		return
	}
	s.sort(r)
	s.pen += s.drawer.first[g.ID].width + s.spacing
	s.want += float64(g.Advance)*s.unit + s.run.Tracking*1000
}

func (s *show) endString() {
	if s.str {
		s.str = false
		s.raw(")")
	}
}

// end closes the array. What the last glyph's own advance is off stays in pen.
func (s *show) end() {
	s.endString()
	if s.array {
		s.array = false
		s.op("]TJ")
	}
}

// setRise moves the baseline for glyphs with an offset of their own.
func (s *show) setRise(units int32) {
	if units != s.rise {
		s.rise = units
		s.num(float64(units) * s.unit * s.em).op(" Ts")
	}
}
