package privacy

import (
	"fmt"
	"slices"
	"testing"
)

func TestSingle(t *testing.T) {
	tests := []struct {
		counts  []int
		minimum int
		want    string
	}{
		{[]int{28, 22, 12}, 5, "28 22 12"},
		{[]int{28, 22, 6, 4, 2}, 5, "28 22 6 : :"},
		{[]int{28, 22, 7, 2}, 5, "28 22 : :"},
		{[]int{37, 25, 0}, 5, "37 25 0"},
		{[]int{58, 4}, 5, ": :"},
		{[]int{3}, 5, "closed"},
		{[]int{1, 1}, 5, "closed"},
		{[]int{30, 1, 1, 30}, 5, ": : : 30"},
		{[]int{2, 60, 0}, 0, "2 60 0"},
		{nil, 5, ""},
	}
	for _, tt := range tests {
		if have := show(tt.counts, Single(tt.counts, tt.minimum)); have != tt.want {
			t.Errorf("%v, minimum %d: have %q, want %q", tt.counts, tt.minimum, have, tt.want)
		}
	}
}

func TestMultiple(t *testing.T) {
	tests := []struct {
		counts        []int
		base, minimum int
		want          string
	}{
		{[]int{65, 56}, 69, 5, ": 56"},
		{[]int{69, 59, 2}, 69, 5, "69 59 :"},
		{[]int{3, 2}, 4, 5, "closed"},
		{[]int{1, 2}, 2, 2, "closed"},
	}
	for _, tt := range tests {
		if have := show(tt.counts, Multiple(tt.counts, tt.base, tt.minimum)); have != tt.want {
			t.Errorf("%v of %d: have %q, want %q", tt.counts, tt.base, have, tt.want)
		}
	}
}

func TestPublished(t *testing.T) {
	c := Single([]int{28, 22, 6, 4, 2}, 5)
	for _, tt := range []struct {
		indices []int
		want    bool
	}{{[]int{0, 1}, true}, {[]int{0, 3}, false}, {[]int{3, 4}, true}, {[]int{2, 3, 4}, true},
		{[]int{3}, false}, {[]int{0}, true}} {
		if have := c.Published(tt.indices...); have != tt.want {
			t.Errorf("%v: have %v", tt.indices, have)
		}
	}
}

// show is what a reader sees: counts, a colon for a gap.
func show(counts []int, c Cells) string {
	if c.Closed {
		return "closed"
	}
	s := ""
	for i, n := range counts {
		if i > 0 {
			s += " "
		}
		if c.Withheld[i] {
			s += ":"
		} else {
			s += fmt.Sprint(n)
		}
	}
	return s
}

// TestNothingGivenAway is the property that the package is for: for every table of up to four
// answers with bases up to 22 (and five answers up to 14), it collects all tables that look the
// same when published, base and every publishable sum with it, and demands that none of their
// withheld counts is the same in all of them. It knows nothing of how the gaps are chosen.
func TestNothingGivenAway(t *testing.T) {
	for _, size := range []struct{ answers, base int }{{2, 30}, {3, 26}, {4, 22}, {5, 14}} {
		for minimum := 2; minimum <= 5; minimum++ {
			t.Run(fmt.Sprintf("%d answers, minimum %d", size.answers, minimum), func(t *testing.T) {
				seen := map[string][][]int{}
				for base := 1; base <= size.base; base++ {
					tables(base, make([]int, 0, size.answers), size.answers, func(counts []int) {
						c := Single(counts, minimum)
						if !c.Any() {
							return
						}
						key := fmt.Sprintf("%d: %s", base, show(counts, c))
						if c.Closed {
							key = "closed"
						}
						seen[key] = append(seen[key], slices.Clone(counts))
					})
				}
				for look, list := range seen {
					checkAmbiguous(t, look, list, minimum)
				}
			})
		}
	}
}

// checkAmbiguous demands that each withheld count differs somewhere among tables that look the
// same.
func checkAmbiguous(t *testing.T, look string, list [][]int, minimum int) {
	c := Single(list[0], minimum)
	for i, withheld := range c.Withheld {
		if withheld && !slices.ContainsFunc(list,
			func(other []int) bool { return other[i] != list[0][i] }) {
			t.Errorf("%q gives away that count %d is %d", look, i, list[0][i])
		}
	}
	for i, n := range list[0] {
		if small(n, minimum) && !c.Withheld[i] {
			t.Errorf("%v: %d is published", list[0], n)
		}
	}
}

// tables goes through all ways to share a base among some answers.
func tables(base int, counts []int, answers int, use func([]int)) {
	if len(counts) == answers-1 {
		use(append(counts, base))
		return
	}
	for n := 0; n <= base; n++ {
		tables(base-n, append(counts, n), answers, use)
	}
}

// FuzzSingle: no panic, every small count withheld, never one alone.
func FuzzSingle(f *testing.F) {
	f.Add([]byte{28, 22, 6, 4, 2}, 5)
	f.Add([]byte{1, 1, 1, 200}, 3)
	f.Fuzz(func(t *testing.T, data []byte, minimum int) {
		counts := make([]int, min(len(data), 12))
		for i := range counts {
			counts[i] = int(data[i])
		}
		c := Single(counts, minimum)
		for i, n := range counts {
			if small(n, minimum) && !c.Withheld[i] {
				t.Errorf("%v, minimum %d: %d is published", counts, minimum, n)
			}
		}
		if !c.Closed && c.gaps() == 1 {
			t.Errorf("%v, minimum %d: one gap alone", counts, minimum)
		}
	})
}

func BenchmarkSingle(b *testing.B) {
	counts := []int{21, 8, 6, 6, 5, 4, 3, 3, 2, 2, 2}
	b.ReportAllocs()
	for b.Loop() {
		Single(counts, 5)
	}
}
