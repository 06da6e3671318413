package charts

import (
	"math/rand/v2"
	"testing"

	"rapport/fonts"
)

// TestCommonFields: a place lies in what two ribbons share if and only if it lies in both, and in one
// field of it only.
func TestCommonFields(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	random := func() ribbon {
		x := fonts.Pt(r.IntN(40))
		var out ribbon
		for range 2 + r.IntN(5) {
			high := fonts.Pt(r.IntN(60))
			out = append(out, crossing{x, high, high + fonts.Pt(r.IntN(40))})
			x += 1 + fonts.Pt(r.IntN(20))
		}
		return out
	}
	holds := func(f ribbon, x, y fonts.Pt) bool {
		if x < f[0].x || x > f[len(f)-1].x {
			return false
		}
		at := f.at(x)
		return y > at.high && y < at.low
	}
	shared := 0
	for range 3000 {
		a, b := random(), random()
		fields := a.common(b)
		for range 40 {
			x, y := fonts.Pt(r.Float64()*110), fonts.Pt(r.Float64()*100)
			n := 0
			for _, f := range fields {
				if holds(f, x, y) {
					n++
				}
			}
			if want := holds(a, x, y) && holds(b, x, y); want != (n == 1) || n > 1 {
				t.Fatalf("%v and %v share %v: %v, %v lies in %d of them", a, b, fields, x, y, n)
			}
			shared += n
		}
	}
	if shared < 1000 {
		t.Errorf("only %d places were shared", shared)
	}
}
