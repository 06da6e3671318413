package flow

import (
	"errors"
	"fmt"
	"math/rand/v2"
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
func named(name string, height fonts.Mm, keep bool) Atom {
	return Atom{Component: tile{name}, Height: height, Keep: keep}
}
func noted(name string, height, note fonts.Mm) Atom {
	a := named(name, height, false)
	a.Footnotes = []Footnote{{Component: tile{name}, Height: note}}
	return a
}
func column(span int, atoms ...Atom) Column { return Column{Span: span, Atoms: atoms} }
func single(atoms ...Atom) Band             { return Band{Columns: []Column{column(12, atoms...)}} }
func names(p Page) (out []string) {
	for _, placed := range p.Placed {
		for _, c := range placed.Band.Columns {
			for _, a := range c.Atoms {
				out = append(out, a.Component.(tile).name)
			}
		}
	}
	return out
}

func TestPack(t *testing.T) {
	kept := single(named("head", 20, false))
	kept.Keep = true
	whole := single(named("w1", 30, false), named("w2", 30, false))
	whole.Whole = true
	fresh := single(named("new", 10, false))
	fresh.NewPage = true
	for _, c := range []struct {
		name  string
		bands []Band
		want  string
	}{
		{"one page", []Band{single(named("a", 40, false)), single(named("b", 60, false))}, "[[a b]]"},
		{"break between atoms", []Band{single(named("a", 60, false), named("b", 60, false))}, "[[a] [b]]"},
		{"kept atoms move together", []Band{single(named("a", 30, false), named("b", 30, true), named("c", 60, false))}, "[[a] [b c]]"},
		{"head goes with what follows", []Band{single(named("a", 60, false)), kept, single(named("b", 40, false))}, "[[a] [head b]]"},
		{"whole band moves", []Band{single(named("a", 50, false)), whole}, "[[a] [w1 w2]]"},
		{"new page", []Band{single(named("a", 10, false)), fresh}, "[[a] [new]]"},
		{"columns break each for itself", []Band{{Columns: []Column{
			column(6, named("l1", 50, false), named("l2", 60, false)),
			{Start: 6, Span: 6, Atoms: []Atom{named("r1", 90, false)}},
		}}}, "[[l1 r1] [l2]]"},
		{"repeated head", []Band{{Columns: []Column{{Span: 12, Repeat: []Atom{named("again", 10, false)},
			Atoms: []Atom{named("head", 10, true), named("a", 80, false), named("b", 80, false)}}}}}, "[[head a] [again b]]"},
		{"divided for its footnotes", []Band{single(named("a", 40, false), noted("b", 40, 30))}, "[[a] [b]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages, err := Pack(c.bands, 100)
			if err != nil {
				t.Fatal(err)
			}
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

func TestPackTooTall(t *testing.T) {
	atom := named("tower", 101, false)
	atom.Place = Place{"2022/r/a.toml", 7, 1}
	_, err := Pack([]Band{single(named("a", 10, false)), single(atom)}, 100)
	var tall *Error
	if !errors.As(err, &tall) || tall.Place != atom.Place {
		t.Fatalf("have %v, want an error at %s", err, atom.Place)
	}
	_, err = Pack([]Band{single(named("a", 60, true), named("b", 60, false))}, 100)
	if !errors.As(err, &tall) {
		t.Fatalf("two kept atoms taller than a page: have %v, want an error", err)
	}
}

// FuzzFlow packs random bands: every atom comes out once and in order, and every band lies inside
// its page below the one before. Only what is taller than a page, its footnotes included, is
// refused.
func FuzzFlow(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, uint8(20))
	}
	f.Fuzz(func(t *testing.T, seed uint64, size uint8) {
		r := rand.New(rand.NewPCG(seed, 1))
		bands, want := randomBands(r, int(size)%40+1)
		pages, err := Pack(bands, 100)
		if err != nil {
			var tall *Error
			if !errors.As(err, &tall) || tall.Height+tall.Foot <= 100 {
				t.Fatalf("have %v, want no error but for what is taller than a page", err)
			}
			return
		}
		got := map[int][]string{}
		for _, p := range pages {
			checkPage(t, p, got)
		}
		for k, w := range want {
			if fmt.Sprint(got[k]) != fmt.Sprint(w) {
				t.Fatalf("column %d: have %v\nwant %v", k, got[k], w)
			}
		}
	})
}

// randomBands gives bands whose columns have a number each, in Span, and the names expected of
// them.
func randomBands(r *rand.Rand, n int) (bands []Band, want map[int][]string) {
	want = map[int][]string{}
	id := 0
	for range n {
		b := Band{Before: fonts.Mm(r.IntN(15)), Keep: r.IntN(4) == 0, Whole: r.IntN(3) == 0, NewPage: r.IntN(6) == 0}
		for range 1 + r.IntN(3) {
			id++
			c := Column{Span: id}
			for k := range 1 + r.IntN(6) {
				name := fmt.Sprintf("%d.%d", id, k)
				a := named(name, fonts.Mm(1+r.IntN(45)), r.IntN(4) == 0)
				a.Before = fonts.Mm(r.IntN(5))
				if r.IntN(5) == 0 {
					a.Footnotes = []Footnote{{Component: tile{name}, Height: fonts.Mm(1 + r.IntN(8))}}
				}
				c.Atoms = append(c.Atoms, a)
				want[id] = append(want[id], name)
			}
			b.Columns = append(b.Columns, c)
		}
		bands = append(bands, b)
	}
	return bands, want
}

func checkPage(t *testing.T, p Page, got map[int][]string) {
	t.Helper()
	var end, foot fonts.Mm
	var cited, noted []string
	for _, n := range p.Footnotes {
		noted = append(noted, n.Component.(tile).name)
		foot += n.Height
	}
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
				got[c.Span] = append(got[c.Span], a.Component.(tile).name)
				if len(a.Footnotes) > 0 {
					cited = append(cited, a.Component.(tile).name)
				}
			}
		}
	}
	if end+foot > 100+slack {
		t.Fatalf("the page is used to %.2f of 100 mm, footnotes and all", end+foot)
	}
	if fmt.Sprint(cited) != fmt.Sprint(noted) {
		t.Fatalf("footnotes %v for %v", noted, cited)
	}
}
