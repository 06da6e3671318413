package flow

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"rapport/fonts"
)

// lines are so many lines of a text in two columns, named by a letter.
func lines(name string, n int) Band {
	var atoms []Atom
	for i := range n {
		atoms = append(atoms, named(fmt.Sprint(name, i), 5, Loose))
	}
	return twins(atoms...)
}

// running lays bands on pages of running text.
func running(bands []Band, height fonts.Mm) []Page {
	p := NewRunningPacker(height)
	for _, b := range bands {
		p.Add(b)
	}
	return p.Pages()
}

// TestLeftovers sets pages closer that would else leave a little for the next one, and no others.
func TestLeftovers(t *testing.T) {
	after := func(b Band, before fonts.Mm) Band { b.Before = before; return b }
	panel := single(named("panel", 20, Loose))
	panel.Belongs = true
	whole := single(named("figure", 60, Loose))
	for _, c := range []struct {
		name  string
		bands []Band
		pages int
	}{
		// 40 + 20 + 20 + 6 + 20 = 106; three quarters of the spaces spare 6.5.
		{"two lines", []Band{lines("a", 16), after(single(named("b", 20, Loose)), 20),
			after(lines("c", 8), 6)}, 1},
		{"too many lines", []Band{lines("a", 16), after(single(named("b", 20, Loose)), 20),
			after(lines("c", 20), 16)}, 2},
		{"a panel", []Band{lines("a", 18), after(single(named("b", 10, Loose)), 20),
			after(panel, 15)}, 1},
		{"a figure that moves whole", []Band{lines("a", 14), after(whole, 20),
			after(lines("c", 40), 20)}, 3},
		{"the end", []Band{lines("a", 16), after(single(named("b", 20, Loose)), 20),
			after(single(named("c", 15, Loose)), 20)}, 1},
	} {
		pages := running(c.bands, 100)
		if len(pages) != c.pages {
			t.Errorf("%s: %d pages, want %d", c.name, len(pages), c.pages)
		}
		if c.pages == 1 && len(pack(c.bands, 100)) != 2 {
			t.Errorf("%s: one page without being set closer", c.name)
		}
	}
}

// TestLeftoversLoseNothing lays running texts at random: all of it once and in order, inside the page,
// and in no more pages than without.
func TestLeftoversLoseNothing(t *testing.T) {
	pulled := 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 18))
		var bands []Band
		for i := range 3 + r.IntN(12) {
			name := fmt.Sprint("b", i, ".")
			b := lines(name, 1+r.IntN(60))
			if r.IntN(2) == 0 {
				b = single(named(name, fonts.Mm(10+r.IntN(90)), Loose))
				b.Belongs = i > 0 && r.IntN(2) == 0
			}
			b.Before, b.NewPage = fonts.Mm(r.IntN(25)), r.IntN(8) == 0
			bands = append(bands, b)
		}
		with := NewRunningPacker(200)
		without := NewRunningPacker(200)
		for i, b := range bands {
			with.Add(b)
			without.together(nil, b)
			if i > 0 && with.count() > without.count() {
				t.Fatalf("seed %d: %d pages, without %d", seed, with.count(), without.count())
			}
		}
		var have, want []string
		for _, p := range with.Pages() {
			have = append(have, names(p)...)
			if p.Used > 200+slack {
				t.Errorf("seed %d: a page of %v", seed, p.Used)
			}
		}
		for _, p := range without.Pages() {
			want = append(want, names(p)...)
		}
		if !slices.Equal(have, want) {
			t.Fatalf("seed %d: have %v, want %v", seed, have, want)
		}
		if with.count() < without.count() {
			pulled++
		}
	}
	if pulled < 100 {
		t.Errorf("only %d of the texts were pulled together", pulled)
	}
}
