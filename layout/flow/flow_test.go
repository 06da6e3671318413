package flow

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"

	"rapport/fonts"
)

// tile is a component that only has a name.
type tile struct{ name string }

func (tile) SetConfig(*entity.Config) {}
func (t tile) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: t.name})
}
func (tile) GetHeight(core.Provider, *entity.Cell) float64 { return 0 }
func (tile) Render(core.Provider, *entity.Cell)            {}
func named(name string, height fonts.Mm, bond Bond) Atom {
	return Atom{Component: tile{name}, Height: height, Bond: bond}
}
func column(span int, atoms ...Atom) Column { return Column{Span: span, Atoms: atoms} }
func single(atoms ...Atom) Band             { return Band{Columns: []Column{column(12, atoms...)}} }
func twins(atoms ...Atom) Band {
	return Band{Columns: []Column{{Span: 6}, {Start: 6, Span: 6}}, Stack: atoms}
}
func titled(b Band) Band {
	b.Above = []Atom{named("above", 10, Loose)}
	return b
}
func names(p Page) (out []string) {
	for _, placed := range p.Placed {
		for _, c := range placed.Band.Columns {
			for _, a := range c.stacked() {
				out = append(out, a.Component.(tile).name)
			}
		}
	}
	return out
}

// pack lays bands on pages of the given height.
func pack(bands []Band, height fonts.Mm) []Page {
	p := NewPacker(height)
	p.Add(bands...)
	return p.Pages()
}

func TestPack(t *testing.T) {
	kept := single(named("head", 20, Loose))
	kept.Keep = true
	whole := single(named("w1", 30, Loose), named("w2", 30, Loose))
	whole.Whole = true
	fresh := single(named("new", 10, Loose))
	fresh.NewPage = true
	for _, c := range []struct {
		name  string
		bands []Band
		want  string
	}{
		{"one page", []Band{single(named("a", 40, Loose)), single(named("b", 60, Loose))}, "[[a b]]"},
		{"break between atoms", []Band{single(named("a", 60, Loose), named("b", 60, Loose))}, "[[a] [b]]"},
		{"kept atoms move together", []Band{single(named("a", 30, Loose), named("b", 30, Wish), named("c", 60, Loose))}, "[[a] [b c]]"},
		{"head goes with what follows", []Band{single(named("a", 60, Loose)), kept, single(named("b", 40, Loose))}, "[[a] [head b]]"},
		{"whole band moves", []Band{single(named("a", 50, Loose)), whole}, "[[a] [w1 w2]]"},
		{"new page", []Band{single(named("a", 10, Loose)), fresh}, "[[a] [new]]"},
		{"columns break each for itself", []Band{{Columns: []Column{
			column(6, named("l1", 50, Loose), named("l2", 60, Loose)),
			{Start: 6, Span: 6, Atoms: []Atom{named("r1", 90, Loose)}},
		}}}, "[[l1 r1] [l2]]"},
		{"repeated head", []Band{{Columns: []Column{{Span: 12, Repeat: []Atom{named("again", 10, Loose)},
			Atoms: []Atom{named("head", 10, Wish), named("a", 80, Loose), named("b", 80, Loose)}}}}}, "[[head a] [again b]]"},
		{"a wish gives way on a page that cannot hold both", []Band{single(named("a", 60, Wish), named("b", 60, Loose))}, "[[a] [b]]"},
		{"a bond does not", []Band{single(named("a", 30, Loose), named("h", 30, Bound), named("b", 60, Loose))}, "[[a] [h b]]"},
		{"what is taller than a page begins below", []Band{single(named("a", 20, Loose)),
			single(named("b", 50, Wish), named("c", 50, Wish), named("d", 50, Loose))}, "[[a b] [c d]]"},
		{"a head before a band that cannot be divided", []Band{single(named("a", 60, Loose)), kept,
			single(named("b", 95, Loose))}, "[[a head] [b]]"},
		{"a stack is read down its left column", []Band{twins(named("a", 50, Loose), named("b", 50, Loose),
			named("c", 50, Loose), named("d", 50, Loose), named("e", 50, Loose))}, "[[a b c d] [e]]"},
		{"a stack is even on its last page", []Band{twins(named("a", 50, Loose), named("b", 50, Loose))}, "[[a b]]"},
		{"a stack below its heading", []Band{single(named("x", 70, Loose)), kept,
			twins(named("a", 30, Loose), named("b", 30, Loose))}, "[[x] [head a b]]"},
		{"what stands above a band that goes on", []Band{single(named("a", 50, Loose)), titled(single(
			named("b", 40, Loose), named("c", 80, Loose), named("d", 40, Loose)))}, "[[a b] [above c] [above d]]"},
		{"unless it leaves no room", []Band{titled(single(
			named("a", 40, Loose), named("b", 95, Loose), named("c", 40, Loose)))}, "[[a] [b] [above c]]"},
		{"above both columns of a stack", []Band{titled(twins(named("a", 60, Loose), named("b", 60, Loose),
			named("c", 60, Loose), named("d", 60, Loose)))}, "[[a b] [above c d]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages := pack(c.bands, 100)
			var got [][]string
			for _, p := range pages {
				got = append(got, names(p))
			}
			if fmt.Sprint(got) != c.want {
				t.Errorf("have %v\nwant %v", got, c.want)
			}
		})
	}
}

// tower is an atom that can be parted at any millimetre.
func tower(name string, height fonts.Mm) Atom {
	a := named(name, height, Loose)
	a.Part = func(room fonts.Mm) (head, tail Atom, ok bool) {
		if room < 5 || room >= height {
			return Atom{}, Atom{}, false
		}
		return tower(name, room), tower(name, height-room), true
	}
	return a
}

func TestPackTooTall(t *testing.T) {
	pages := pack([]Band{single(named("a", 10, Loose)), single(named("tower", 101, Loose))}, 100)
	if len(pages) != 2 || len(pages[0].Over) != 0 || len(pages[1].Over) != 1 {
		t.Errorf("an atom that cannot part: have %v", pages)
	}
	pages = pack([]Band{single(named("a", 10, Loose)), single(tower("t", 250))}, 100)
	var sum fonts.Mm
	for _, p := range pages {
		if len(p.Over) > 0 || p.Used > 100+slack {
			t.Errorf("a page is used to %.1f of 100", p.Used)
		}
		sum += p.Used
	}
	if len(pages) != 3 || sum != 260 {
		t.Errorf("an atom that parts: %d pages, %.1f mm of 260", len(pages), sum)
	}
}

// TestLongNote: a note that no page holds goes on at the foot of the next ones, below the text.
func TestLongNote(t *testing.T) {
	var lines []Atom
	for i := range 60 {
		lines = append(lines, named(fmt.Sprint("note", i), 4, Loose))
	}
	marked := named("mark", 10, Loose)
	marked.Footnotes = []Footnote{{Atoms: lines}}
	pages := pack([]Band{single(named("a", 30, Loose)), single(marked), single(named("b", 40, Loose)), single(named("c", 40, Loose))}, 100)
	var got []string
	for i, p := range pages {
		if end := p.Used + footnoteSpace + height(p.Footnotes); len(p.Footnotes) > 0 && end > 100+slack {
			t.Errorf("page %d: text and notes take %.1f of 100", i+1, end)
		}
		for _, a := range p.Footnotes {
			got = append(got, a.Component.(tile).name)
		}
	}
	if len(got) != 60 || got[0] != "note0" || got[59] != "note59" {
		t.Errorf("have %d lines of the note: %v", len(got), got)
	}
	if len(pages[0].Footnotes) == 0 {
		t.Error("the note does not begin on the page of its mark")
	}
}

// FuzzFlow packs random bands: every atom comes out once and in order, every band lies inside its page
// below the one before, and no bond is parted that did not have to be.
func FuzzFlow(f *testing.F) {
	for seed := range uint64(200) {
		f.Add(seed, uint8(20))
	}
	f.Fuzz(func(t *testing.T, seed uint64, size uint8) {
		r := rand.New(rand.NewPCG(seed, 1))
		bands, want := randomBands(r, int(size)%40+1)
		got := map[int][]string{}
		var cited, noted []string
		for _, p := range pack(bands, 100) {
			checkPage(t, p, got)
			for _, placed := range p.Placed {
				for _, n := range placed.Band.footnotes() {
					for _, a := range n.Atoms {
						cited = append(cited, a.Component.(tile).name)
					}
				}
			}
			for _, a := range p.Footnotes {
				noted = append(noted, a.Component.(tile).name)
			}
			if len(noted) > len(cited) {
				t.Fatalf("notes %v before their marks %v", noted, cited)
			}
		}
		if fmt.Sprint(cited) != fmt.Sprint(noted) {
			t.Fatalf("footnotes %v for %v", noted, cited)
		}
		for k, w := range want {
			if fmt.Sprint(got[k]) != fmt.Sprint(w) {
				t.Fatalf("column %d: have %v\nwant %v", k, got[k], w)
			}
		}
	})
}

// TestHeadings packs random bands below headings, with notes and without: a heading ends a page only
// when no page holds it and the beginning of what it heads.
func TestHeadings(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		var bands []Band
		for i := range 12 {
			head := single(named(fmt.Sprint("head", i), fonts.Mm(5+r.IntN(25)), Bound))
			head.Keep, head.Before = true, fonts.Mm(r.IntN(15))
			below, _ := randomBands(r, 1)
			below[0].Keep, below[0].NewPage = false, false
			bands = append(bands, head, below[0])
		}
		pages := pack(bands, 100)
		for k, p := range pages[:len(pages)-1] {
			last := names(p)
			if len(last) == 0 || !strings.HasPrefix(last[len(last)-1], "head") {
				continue
			}
			var i int
			fmt.Sscanf(last[len(last)-1], "head%d", &i)
			head, next := bands[2*i], bands[2*i+1]
			if least := head.Height() + next.Before + next.least(Bound); least <= 100 {
				t.Errorf("seed %d: page %d ends with %v, which takes %.0f of 100 with what it heads",
					seed, k+1, last, least)
			}
		}
	}
}

// randomBands gives bands whose columns have a number each, in Span, and the names expected of them. A
// stack has the number of its first column in all its columns.
func randomBands(r *rand.Rand, n int) (bands []Band, want map[int][]string) {
	want = map[int][]string{}
	id := 0
	for range n {
		b := Band{Before: fonts.Mm(r.IntN(15)), Keep: r.IntN(4) == 0, Whole: r.IntN(3) == 0, NewPage: r.IntN(6) == 0}
		if r.IntN(4) == 0 {
			b = titled(b)
		}
		if r.IntN(5) == 0 {
			id++
			b.Stack = randomAtoms(r, id, 1+r.IntN(16), want)
			b.Columns = []Column{{Span: id}, {Span: id}}
			bands = append(bands, b)
			continue
		}
		for range 1 + r.IntN(3) {
			id++
			b.Columns = append(b.Columns, Column{Span: id, Atoms: randomAtoms(r, id, 1+r.IntN(6), want)})
		}
		bands = append(bands, b)
	}
	return bands, want
}

func randomAtoms(r *rand.Rand, id, n int, want map[int][]string) []Atom {
	var atoms []Atom
	for k := range n {
		name := fmt.Sprintf("%d.%d", id, k)
		a := named(name, fonts.Mm(1+r.IntN(45)), Bond(max(0, r.IntN(8)-5)))
		a.Before = fonts.Mm(r.IntN(5))
		if r.IntN(5) == 0 {
			var lines []Atom
			for i := range 1 + r.IntN(3)*r.IntN(12) {
				lines = append(lines, named(fmt.Sprintf("%s.%d", name, i), 4, Loose))
			}
			a.Footnotes = []Footnote{{Atoms: lines}}
		}
		atoms = append(atoms, a)
		want[id] = append(want[id], name)
	}
	return atoms
}

func checkPage(t *testing.T, p Page, got map[int][]string) {
	t.Helper()
	var end fonts.Mm
	foot := height(p.Footnotes)
	if foot > 0 {
		foot += footnoteSpace
	}
	for _, placed := range p.Placed {
		if placed.Y < end-slack {
			t.Fatalf("a band at %.2f lies on the one that ends at %.2f", placed.Y, end)
		}
		end = placed.Y + placed.Band.Height()
		for _, c := range placed.Band.Columns {
			for _, a := range c.Atoms {
				if name := a.Component.(tile).name; name != "above" {
					got[c.Span] = append(got[c.Span], name)
				}
			}
		}
	}
	if all := names(p); slices.Index(all, "above") > 0 || len(all) == 1 && all[0] == "above" {
		t.Fatalf("a page has %v", all)
	}
	if end+foot > 100+slack && len(p.Over) == 0 {
		t.Fatalf("the page is used to %.2f of 100 mm, footnotes and all: %v", end+foot, names(p))
	}
}

// BenchmarkPack lays a long text on pages, whole and band by band: ns/atom must not grow.
func BenchmarkPack(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		atoms := make([]Atom, n)
		for i := range atoms {
			atoms[i] = named("line", 5, Loose)
		}
		one := []Band{single(atoms...)}
		two := []Band{twins(atoms...)}
		var many []Band
		for i := range atoms {
			many = append(many, single(atoms[i]))
		}
		for _, c := range []struct {
			name  string
			bands []Band
		}{{"column", one}, {"stack", two}, {"bands", many}} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for b.Loop() {
					pack(c.bands, 240)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/atom")
			})
		}
	}
}
