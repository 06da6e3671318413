package frame

import (
	"math"

	"rapport/fonts"
	"rapport/layout/text"
)

// Text is a run on a baseline.
type Text struct {
	X, Y fonts.Pt // pen position of the run's beginning, on the baseline
	Run  text.Run
}

// Leads reports whether a reader goes on from t to next without a space: a word or a line goes on
// there, or t ends in a space.
func (t *Text) Leads(next *Text) bool {
	n := len(t.Run.Glyphs)
	return n == 0 || t.Run.Parted || t.Run.Glyphs[n-1].Text() == " " ||
		t.Meets(next)
}

// Meets reports whether next begins where t ends, so that the pen need not move.
func (t *Text) Meets(next *Text) bool { return touching(t.End(), next.X, t.Y, next.Y) }

// EndWithSpace adds a space, which takes no room. A face without one leaves the text as it is.
func (t *Text) EndWithSpace() {
	if id, ok := t.Run.Face.Glyph(' '); ok {
		n := len(t.Run.Glyphs)
		t.Run.Glyphs = append(t.Run.Glyphs[:n:n],
			text.NewGlyph(id, int32(t.Run.Face.Advance(id)), " "))
	}
}

// End is the pen's position after the last glyph. Run.Width will not do: it leaves out a space at
// the line's end.
func (t *Text) End() fonts.Pt {
	units := 0
	for _, g := range t.Run.Glyphs {
		units += int(g.Advance)
	}
	em := fonts.Pt(float64(units)/float64(t.Run.Face.UnitsPerEm) +
		t.Run.Tracking*float64(len(t.Run.Glyphs)))
	return t.X + em*t.Run.Size
}

// touching reports whether a pen that stands at (x1, y1) need not move to reach (x2, y2). A
// twentieth of a point allows for lengths that were added up in different orders.
func touching(x1, x2, y1, y2 fonts.Pt) bool {
	return math.Abs(float64(x1-x2)) < 0.05 && math.Abs(float64(y1-y2)) < 0.05
}

// Outline draws the run's glyphs. From right to left the first cluster stands at the run's right
// edge, the glyphs of one cluster from left to right.
func (t *Text) Outline(pen fonts.Pen) {
	r := &t.Run
	unit := r.Size / fonts.Pt(r.Face.UnitsPerEm)
	step := func(g *text.Glyph) fonts.Pt {
		return fonts.Pt(g.Advance)*unit + fonts.Pt(r.Tracking)*r.Size
	}
	x := t.X
	if r.RightToLeft {
		for i := range r.Glyphs {
			x += step(&r.Glyphs[i])
		}
	}
	for from := 0; from < len(r.Glyphs); {
		to := from + 1
		for to < len(r.Glyphs) && r.Glyphs[to].Text() == "" {
			to++
		}
		left := x
		for i := from; i < to && r.RightToLeft; i++ {
			left -= step(&r.Glyphs[i])
		}
		x = left
		for i := from; i < to; i++ {
			g := &r.Glyphs[i]
			r.Face.Outline(pen, g.ID, x+fonts.Pt(g.X)*unit, t.Y-fonts.Pt(g.Y)*unit, r.Size)
			x += step(g)
		}
		if r.RightToLeft {
			x = left
		}
		from = to
	}
}
