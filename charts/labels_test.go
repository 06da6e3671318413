package charts

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"rapport/fonts"
)

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		name      string
		spans     []span
		low, high fonts.Pt
		want      []fonts.Pt // nil: does not fit
	}{
		{"nothing", nil, 0, 10, []fonts.Pt{}},
		{"far apart", []span{{10, 4}, {50, 4}}, 0, 100, []fonts.Pt{10, 50}},
		{"two at one place", []span{{50, 4}, {50, 4}}, 0, 100, []fonts.Pt{47, 53}},
		{"one pushes two", []span{{50, 4}, {52, 4}, {54, 4}}, 0, 100, []fonts.Pt{46, 52, 58}},
		{"kept below the top", []span{{1, 4}, {2, 4}}, 0, 100, []fonts.Pt{2, 8}},
		{"kept above the bottom", []span{{99, 4}, {99, 4}}, 0, 100, []fonts.Pt{92, 98}},
		{"just fits", []span{{0, 4}, {0, 4}}, 0, 10, []fonts.Pt{2, 8}},
		{"does not fit", []span{{0, 4}, {0, 4}}, 0, 9.9, nil},
	} {
		have, ok := spread(c.spans, 2, c.low, c.high)
		if ok != (c.want != nil) || len(have) != len(c.want) {
			t.Errorf("%s: %v, %v", c.name, have, ok)
			continue
		}
		for i := range have {
			if math.Abs(float64(have[i]-c.want[i])) > 1e-9 {
				t.Errorf("%s: %v, want %v", c.name, have, c.want)
			}
		}
	}
}

// FuzzSpread holds the solver to its promise: in order, apart, inside, and never worse than a
// shift.
func FuzzSpread(f *testing.F) {
	f.Add([]byte{10, 4, 12, 6, 50, 3}, uint8(3), uint8(200))
	f.Add([]byte{0, 9, 0, 9, 0, 9}, uint8(0), uint8(20))
	f.Fuzz(func(t *testing.T, data []byte, gap, high uint8) {
		var spans []span
		for i := 0; i+1 < len(data) && i < 64; i += 2 {
			spans = append(spans, span{fonts.Pt(data[i]), fonts.Pt(data[i+1]) / 4})
		}
		slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.want, b.want) })
		centers, ok := spread(spans, fonts.Pt(gap)/8, 0, fonts.Pt(high))
		need := fonts.Pt(0)
		for i, s := range spans {
			if need += s.size; i > 0 {
				need += fonts.Pt(gap) / 8
			}
		}
		if ok != (need <= fonts.Pt(high)+1e-9 || len(spans) == 0) {
			t.Fatalf("need %v of %v, ok %v", need, high, ok)
		}
		for i, at := range centers {
			if at-spans[i].size/2 < -1e-6 || at+spans[i].size/2 > fonts.Pt(high)+1e-6 {
				t.Fatalf("%d at %v is outside", i, at)
			}
			if i > 0 && at-centers[i-1] < (spans[i].size+spans[i-1].size)/2+fonts.Pt(gap)/8-1e-6 {
				t.Fatalf("%d and %d are too close: %v", i-1, i, centers)
			}
		}
	})
}
