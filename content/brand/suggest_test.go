package brand_test

import (
	"math/rand/v2"
	"testing"

	"rapport/content/brand"
	"rapport/content/brand/colorimetry"
)

// plain separates without a profile.
func plain(l, _, _ float64) ([4]uint8, error) {
	k := uint8(100 - l)
	return [4]uint8{k, k, k, k}, nil
}

// TestSuggest makes brands of colours that nobody chose: each meets all demands, whatever the colour.
func TestSuggest(t *testing.T) {
	wishes := []colorimetry.RGB{{}, {R: 255, G: 255, B: 255}, {R: 128, G: 128, B: 128}, {R: 255},
		{G: 255}, {B: 255}, {R: 255, G: 255}, {G: 255, B: 255}, {R: 255, B: 255}, {R: 1, G: 1, B: 2}}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		n := rnd.Uint32()
		wishes = append(wishes, colorimetry.RGB{R: uint8(n), G: uint8(n >> 8), B: uint8(n >> 16)})
	}
	kept, changed := 0, 0
	for _, wish := range wishes {
		b, changes, err := brand.Suggest("Laget", wish, plain)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range b.Check() {
			t.Errorf("%s: %s: %s (%s)", wish.Hex(), p.Key, p.Text, p.Hint)
		}
		accent := colorimetry.RGB{R: b.Colors["accent"].R, G: b.Colors["accent"].G, B: b.Colors["accent"].B}
		told := false
		for _, c := range changes {
			told = told || c.Role == "accent" && c.To == accent
		}
		if (accent != wish) != told {
			t.Errorf("%s: accent %s, told: %v", wish.Hex(), accent.Hex(), changes)
		}
		if told {
			changed++
		} else {
			kept++
		}
		inks(t, wish, b)
	}
	if kept < 20 || changed < 20 {
		t.Errorf("%d accents kept, %d changed: the test shows one only", kept, changed)
	}
}

// inks holds every colour to the limit of ink.
func inks(t *testing.T, wish colorimetry.RGB, b *brand.Brand) {
	t.Helper()
	all := append(append([]brand.Color(nil), b.Slices...), b.Scale...)
	for _, c := range b.Colors {
		all = append(all, c)
	}
	for _, g := range append(append([]brand.Ground(nil), b.Covers...), b.Openers...) {
		all = append(append(all, g.Fill, g.Text, g.Soft, g.Dot, g.Open), g.Groups...)
	}
	for _, c := range all {
		if sum := int(c.C) + int(c.M) + int(c.Y) + int(c.K); !c.Ink || sum > b.InkLimit {
			t.Errorf("%s: inks %d %d %d %d, given: %v", wish.Hex(), c.C, c.M, c.Y, c.K, c.Ink)
		}
	}
}
