package survey

import (
	"math"
	"testing"
)

// TestMargin holds the margin of error against one worked out by hand, and against what it must be.
func TestMargin(t *testing.T) {
	figure := func(year, invited, answered, yes int) *Figure {
		f := &Figure{Survey: &Survey{Year: year, Invited: invited, Answered: answered},
			Kind: Single, N: answered}
		f.Answers = []Answer{{Label: "Ja", Count: yes}, {Label: "Nei", Count: answered - yes}}
		return f
	}
	now := figure(2021, 148, 62, 24)
	now.Compare = figure(2020, 118, 72, 39)
	// p = 25/64 and 40/74, variances 0.003719 * 86/147 and 0.003356 * 46/117: 1.96 * sqrt(0.003495)
	// = 11.6
	if m, ok := now.Margin(0); !ok || m.String() != "11.6" {
		t.Errorf("have %v %v", m, ok)
	}
	if now.Insignificant(0) {
		t.Error("15.5 points lie inside a margin of 11.6")
	}
	now.Survey.Invited, now.Compare.Survey.Invited = 0, 0
	if m, _ := now.Margin(0); m.String() != "16.5" {
		t.Errorf("of an endless population: have %v", m)
	}
	now.Survey.Invited, now.Compare.Survey.Invited = 62, 72
	if m, _ := now.Margin(0); m.Units != 0 {
		t.Errorf("when everybody answered: have %v", m)
	}
	if _, ok := now.Compare.Margin(0); ok {
		t.Error("a margin without an earlier year")
	}
}

// TestInterval holds score intervals against those that Newcombe printed (Statistics in Medicine 17,
// 1998, table I, method 3).
func TestInterval(t *testing.T) {
	for _, c := range []struct {
		count, n  int
		low, high float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		f := &Figure{N: c.n, Answers: []Answer{{Label: "Ja", Count: c.count}, {Label: "Nei", Count: c.n - c.count}}}
		low, high, ok := f.Interval(0)
		if !ok || math.Abs(low-c.low) > 5e-5 || math.Abs(high-c.high) > 5e-5 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", c.count, c.n, low, high, c.low, c.high)
		}
		low, high, _ = f.Interval(1)
		if math.Abs(low-1+c.high) > 5e-5 || math.Abs(high-1+c.low) > 5e-5 {
			t.Errorf("the rest of %d of %d: %.4f to %.4f", c.count, c.n, low, high)
		}
	}
	if _, _, ok := (&Figure{Answers: []Answer{{}}}).Interval(0); ok {
		t.Error("nobody has an interval")
	}
}

// TestDifference holds intervals of differences against those that Newcombe printed (Statistics in
// Medicine 17, 1998, table II, method 10), and the rest of the answers against their mirror.
func TestDifference(t *testing.T) {
	b := &Breakdown{By: &Figure{Kind: Single}}
	group := func(count, n int) *Figure {
		return &Figure{Within: &Group{Breakdown: b}, N: n,
			Answers: []Answer{{Label: "Ja", Count: count}, {Label: "Nei", Count: n - count}}}
	}
	for _, c := range []struct {
		a, m, b, n int
		low, high  float64
	}{{56, 70, 48, 80, 0.0524, 0.3339}, {9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062}, {5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775}, {0, 10, 0, 10, -0.2775, 0.2775},
		{10, 10, 0, 20, 0.6791, 1}, {10, 10, 0, 10, 0.6075, 1}} {
		f, g := group(c.a, c.m), group(c.b, c.n)
		points, low, high, ok := f.Difference(g, 0)
		if !ok || math.Abs(low-c.low) > 6e-5 || math.Abs(high-c.high) > 6e-5 {
			t.Errorf("%d/%d and %d/%d: %.4f to %.4f, want %.4f to %.4f", c.a, c.m, c.b, c.n, low, high,
				c.low, c.high)
		}
		if f.Apart(g, 0) != (c.low > 0) {
			t.Errorf("%d/%d and %d/%d: apart is %v", c.a, c.m, c.b, c.n, f.Apart(g, 0))
		}
		back, l, h, _ := g.Difference(f, 0)
		if math.Abs(l+high) > 1e-9 || math.Abs(h+low) > 1e-9 || back.Units != -points.Units {
			t.Errorf("%d/%d and %d/%d: the other way round %.4f to %.4f", c.b, c.n, c.a, c.m, l, h)
		}
	}
	if m, ok := group(56, 70).DifferenceMargin(group(48, 80), 0); !ok || m.String() != "14.8" {
		t.Errorf("the margin is %v, %v", m, ok)
	}
	if _, _, _, ok := group(1, 2).Difference(&Figure{N: 2, Answers: []Answer{{}}}, 0); ok {
		t.Error("a group and everyone have a difference of independent shares")
	}
}
