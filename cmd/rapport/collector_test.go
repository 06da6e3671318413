package main

import "testing"

// TestPercent holds the collector's setting against how much garbage may lie beside what lives.
func TestPercent(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct{ live, garbage float64 }{
		{4 * mb, 32 * mb}, {8 * mb, 42 * mb}, {24 * mb, 60 * mb}, {40 * mb, 100 * mb},
		{100 * mb, 250 * mb},
	} {
		have := float64(percentFor(c.live)) / 100 * c.live
		if have > c.garbage || have < c.garbage-c.live/100 {
			t.Errorf("beside %.0f MB, %.1f MB of garbage, want %.1f",
				c.live/mb, have/mb, c.garbage/mb)
		}
	}
	for _, live := range []float64{0, 1, mb} { // the smallest heap is 4 MiB times the setting
		if have := percentFor(live); have != mostPercent {
			t.Errorf("%g bytes: %d %%", live, have)
		}
	}
	for live, limit := range map[float64]int64{0: 310 * mb, 200 * mb: 310 * mb, 500 * mb: 700 * mb} {
		if have := limitFor(live); have != limit {
			t.Errorf("beside %.0f MB, a limit of %d MB, want %d", live/mb, have/mb, limit/mb)
		}
	}
}
