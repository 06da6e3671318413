package charts

import (
	"rapport/fonts"
)

// span is something of a size that wants its centre at a place.
type span struct{ want, size fonts.Pt }

// spread gives the centres of spans, which come sorted, so that they lie in order, at least gap
// apart and between low and high, and as near as can be to where they want to be: the sum of
// squared moves is least. It is not ok when they do not fit at all.
//
// Take from each place the room that the spans before it need; what is left must not decrease. The
// nearest such sequence is found by pooling adjacent violators (Ayer et al. 1955), and the bounds
// by clamping it.
func spread(spans []span, gap, low, high fonts.Pt) (centers []fonts.Pt, ok bool) {
	if len(spans) == 0 {
		return nil, true
	}
	offset := make([]fonts.Pt, len(spans))
	for i := 1; i < len(spans); i++ {
		offset[i] = offset[i-1] + (spans[i-1].size+spans[i].size)/2 + gap
	}
	last := len(spans) - 1
	lowest, highest := low+spans[0].size/2, high-spans[last].size/2-offset[last]
	if lowest > highest+1e-9 {
		return nil, false
	}
	type pool struct {
		sum  fonts.Pt
		size int
	}
	var pools []pool
	for i, s := range spans {
		pools = append(pools, pool{s.want - offset[i], 1})
		for n := len(pools); n > 1 && mean(pools[n-2].sum, pools[n-2].size) > mean(pools[n-1].sum,
			pools[n-1].size); n-- {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].size += pools[n-1].size
			pools = pools[:n-1]
		}
	}
	for _, p := range pools {
		at := max(lowest, min(highest, mean(p.sum, p.size)))
		for range p.size {
			centers = append(centers, at+offset[len(centers)])
		}
	}
	return centers, true
}

func mean(sum fonts.Pt, n int) fonts.Pt { return sum / fonts.Pt(n) }
