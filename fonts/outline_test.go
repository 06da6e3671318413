package fonts

import (
	"math"
	"testing"
)

// inked measures what a pen draws.
type inked struct{ left, top, right, bottom Pt }

func (b *inked) MoveTo(x, y Pt) {
	b.left, b.right = min(b.left, x), max(b.right, x)
	b.top, b.bottom = min(b.top, y), max(b.bottom, y)
}
func (b *inked) LineTo(x, y Pt)              { b.MoveTo(x, y) }
func (b *inked) CurveTo(_, _, _, _, x, y Pt) { b.MoveTo(x, y) }
func (b *inked) Close()                      {}

// TestOutline holds the height of letters with straight tops against the heights that the face
// gives, and sees that a space draws nothing.
func TestOutline(t *testing.T) {
	const x, y, size = 30, 200, 100
	for _, e := range catalogue {
		f := e.face()
		at := inked{math.MaxInt32, math.MaxInt32, math.MinInt32, math.MinInt32}
		h, ok := f.Glyph('H')
		if !ok || f.Family == NotoSymbols2 { // which does not say how high its capitals are
			continue
		}
		f.Outline(&at, h, x, y, size)
		want := Pt(size) * Pt(f.CapHeight) / Pt(f.UnitsPerEm)
		if have := y - at.top; math.Abs(float64(have-want)) > 1 || at.bottom != y || at.left < x ||
			at.right > x+size {
			t.Errorf("%s %d: H reaches from (%g, %g) to (%g, %g), %g high", f.Family, f.Weight,
				at.left, at.top, at.right, at.bottom, want)
		}
		empty := at
		space, _ := f.Glyph(' ')
		if f.Outline(&at, space, 0, 0, 10*size); at != empty {
			t.Errorf("%s %d: a space draws", f.Family, f.Weight)
		}
	}
}
