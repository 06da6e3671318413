package charts

import (
	"math"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

// angleOf is a point's angle clockwise from twelve o'clock, in turns.
func angleOf(p vector.Point) float64 {
	a := math.Atan2(float64(p.X), -float64(p.Y)) / (2 * math.Pi)
	return math.Mod(a+1, 1)
}

// TestSlices holds that slices are in proportion, in order, clockwise from twelve, and close the
// circle.
func TestSlices(t *testing.T) {
	for _, shares := range [][]float64{{28, 22, 6, 4, 2}, {1, 1, 1}, {97, 1, 1, 1}, {1, 0, 3},
		{7, 7, 7, 7, 7, 7, 7}} {
		for _, hole := range []float64{0, 0.62} {
			paths, err := slicePaths(shares, fonts.Mm(44).Pt(), hole)
			if err != nil {
				t.Fatal(err)
			}
			total, before := 0.0, 0.0
			for _, s := range shares {
				total += s
			}
			for i, s := range shares {
				if s == 0 {
					if len(paths[i]) > 0 {
						t.Errorf("%v: nothing is drawn", shares)
					}
					continue
				}
				from, to, radius := arcOf(paths[i], hole)
				want := [3]float64{before / total, math.Mod((before+s)/total, 1),
					float64(fonts.Mm(44).Pt())}
				before += s
				for k, have := range [3]float64{from, to, radius} {
					if d := math.Abs(have - want[k]); d > 0.0006 && d < 0.9994 && k < 2 || k == 2 &&
						d > 0.01 {
						t.Errorf("%v hole %g: slice %d is %v, want %v", shares, hole, i,
							[3]float64{from, to, radius}, want)
					}
				}
			}
			if _, to, _ := arcOf(paths[len(paths)-1], hole); math.Min(to, 1-to) > 1e-6 {
				t.Errorf("%v: the circle is open by %g turns", shares, math.Min(to, 1-to))
			}
		}
	}
}

// arcOf is where a slice's outer arc begins and ends, and its radius.
func arcOf(p vector.Path, hole float64) (from, to, radius float64) {
	first := 1
	if hole > 0 {
		first = 0
	}
	start, last := p[first].P[0], vector.Point{}
	for _, s := range p[first+1:] {
		if s.Op != vector.CurveTo {
			break
		}
		last = s.P[2]
	}
	return angleOf(start), angleOf(last), math.Hypot(float64(start.X), float64(start.Y))
}

// TestWholeCircle holds that a single answer is a circle, with the hole cut out of a ring.
func TestWholeCircle(t *testing.T) {
	for _, hole := range []float64{0, 0.62} {
		paths, err := slicePaths([]float64{0, 5, 0}, fonts.Mm(20).Pt(), hole)
		if err != nil {
			t.Fatal(err)
		}
		a, z, ok := paths[1].Bounds()
		if !ok || math.Abs(float64(z.X-a.X-2*fonts.Mm(20).Pt())) > 0.02 ||
			len(paths[0])+len(paths[2]) != 0 {
			t.Errorf("hole %g: bounds %v %v", hole, a, z)
		}
		closes := 0
		for _, s := range paths[1] {
			if s.Op == vector.Close {
				closes++
			}
		}
		if want := map[float64]int{0: 1, 0.62: 2}[hole]; closes != want {
			t.Errorf("hole %g: %d outlines, want %d", hole, closes, want)
		}
	}
	if _, err := slicePaths([]float64{0, 0}, fonts.Mm(20).Pt(), 0); err == nil {
		t.Error("a pie of zeros gave no error")
	}
}

// TestBarBoxes holds bars to their scale in both directions.
func TestBarBoxes(t *testing.T) {
	shares := []float64{0.5, 0.25, 0, 0.0001, 0.5}
	for _, lying := range []bool{true, false} {
		boxes, err := barBoxes(shares, 0.5, 200, 10, 30, lying)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []float64{200, 100, 0, float64(fonts.Mm(0.5).Pt()), 200} {
			b := boxes[i]
			length, thickness, across, start := b.w, b.h, b.y, b.x
			if !lying {
				length, thickness, across, start = b.h, b.w, b.x, 200-b.y-b.h
			}
			if math.Abs(float64(length)-want) > 0.011 {
				t.Errorf("lying %v: bar %d is %v long, want %v", lying, i, length, want)
			}
			if want > 0 && (math.Abs(float64(start)) > 1e-9 || thickness != 10 ||
				across != fonts.Pt(10+30*i)) {
				t.Errorf("lying %v: bar %d is %v", lying, i, b)
			}
		}
	}
}
