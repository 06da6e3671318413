package flow

import (
	"testing"

	"rapport/fonts"
)

// growing is a band of one tile that grows by up to a half.
func growing(height fonts.Mm) Band {
	b := single(named("grows", height, Loose))
	b.Growing = height
	b.Grow = func(b Band, share float64) (Band, bool) {
		b.Columns = []Column{column(12, named("grown", height*fonts.Mm(min(1.5, share)), Loose))}
		return b, true
	}
	return b
}

// TestGrow gives the room that a page has to spare to what grows, and to nothing else.
func TestGrow(t *testing.T) {
	noted := single(Atom{
		Component: tile{"noted"}, Height: 10, Footnotes: []Footnote{{[]Atom{named("note", 15, Loose)}}},
	})
	plain := func(height fonts.Mm) Band { return single(named("plain", height, Loose)) }
	next := plain(10)
	next.NewPage = true
	for _, c := range []struct {
		name  string
		bands []Band
		want  []fonts.Mm // how far the pages are used
	}{
		{"all of it", []Band{growing(40)}, []fonts.Mm{60}},
		{"less than a tenth is no hole", []Band{plain(51), growing(40)}, []fonts.Mm{91}},
		{"to the end", []Band{plain(45), growing(40)}, []fonts.Mm{100}},
		{"two by one share", []Band{growing(20), growing(40), plain(30)}, []fonts.Mm{100}},
		{"above a footnote", []Band{growing(40), noted, plain(10)}, []fonts.Mm{80}},
		{"on each page", []Band{growing(40), next}, []fonts.Mm{60, 10}},
	} {
		pages := pack(c.bands, 100)
		if len(pages) != len(c.want) {
			t.Errorf("%s: %d pages, want %d", c.name, len(pages), len(c.want))
			continue
		}
		for i, p := range pages {
			last := p.Placed[len(p.Placed)-1]
			if p.Used < c.want[i]-slack || p.Used > c.want[i]+slack || last.Y+last.Band.Height() != p.Used {
				t.Errorf("%s: page %d is used to %.2f, want %.2f", c.name, i+1, p.Used, c.want[i])
			}
		}
	}
}

// TestDividedDoesNotGrow: what goes on to the next page has no room to spare.
func TestDividedDoesNotGrow(t *testing.T) {
	b := growing(40)
	b.Columns[0].Atoms = []Atom{named("a", 40, Loose), named("b", 70, Loose)}
	for i, p := range pack([]Band{b}, 100) {
		if got := names(p); got[0] == "grown" {
			t.Errorf("page %d: %v", i+1, got)
		}
	}
}
