package flow

import (
	"testing"

	"rapport/fonts"
)

// growing is a band of one tile that grows by up to a half, and shrinks by up to 15 %.
func growing(height fonts.Mm) Band {
	b := single(named("grows", height, Loose))
	b.Scalable = height
	b.Scale = func(b Band, share float64) (Band, bool) {
		b.Columns = []Column{column(12, named("grown", height*fonts.Mm(max(0.85, min(1.5, share))), Loose))}
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

// TestLowered: where a page would else be filled to less than 60 %, what can be drawn lower comes onto
// it with its heads, if 15 % are enough.
func TestLowered(t *testing.T) {
	head := single(named("head", 6, Bound))
	head.Keep, head.Before = true, 4
	for _, c := range []struct {
		name         string
		used, height fonts.Mm
		pages        int
		end          fonts.Mm // of the last page
	}{
		{"it fits", 50, 40, 1, 100},
		{"lower it fits", 50, 44, 1, 100},
		{"as low as it can be it does not", 50, 50, 2, 81}, // and grows on the next
		{"the page is filled well enough", 62, 30, 2, 51},
	} {
		pages := pack([]Band{single(named("text", c.used, Loose)), head, growing(c.height)}, 100)
		if len(pages) != c.pages || pages[len(pages)-1].Used-c.end > slack {
			t.Errorf("%s: %d pages to %.1f, want %d to %.1f",
				c.name, len(pages), pages[len(pages)-1].Used, c.pages, c.end)
		}
	}
}

// TestRunningBreaks: in running text what is to be whole rather breaks than leaves a page half empty.
func TestRunningBreaks(t *testing.T) {
	points := single(named("a", 25, Loose), named("b", 25, Loose), named("c", 25, Loose))
	points.Whole = true
	for used, want := range map[fonts.Mm][2]int{30: {3, 3}, 50: {1, 3}, 65: {1, 1}} {
		for i, p := range []*Packer{NewPacker(100), NewRunningPacker(100)} {
			p.Add(single(named("text", used, Loose)), points)
			if n := len(names(p.Pages()[0])); n != want[i] {
				t.Errorf("below %.0f, running %v: %d on the first page, want %d", used, i == 1, n, want[i])
			}
		}
	}
}
