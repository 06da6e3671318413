package fonts

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRunes holds the set against a map.
func TestRunes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var a, b Runes
	known := map[rune]bool{}
	for range 2000 {
		r := rune(random.IntN(0x300))
		if random.IntN(10) == 0 {
			r = rune(random.IntN(0x110000))
		}
		known[r] = true
		if r >= 0xd800 && r < 0xe000 || random.IntN(2) == 0 {
			a.Add(r) // halves of pairs stand in no text
		} else {
			b.AddText(string(r))
		}
	}
	a.AddAll(&b)
	all := a.Sorted()
	if len(all) != len(known) || !slices.IsSorted(all) {
		t.Fatalf("%d characters, want %d, sorted %t", len(all), len(known), slices.IsSorted(all))
	}
	for r := range rune(0x400) {
		if a.Has(r) != known[r] {
			t.Errorf("%U: has %t", r, a.Has(r))
		}
	}
}
