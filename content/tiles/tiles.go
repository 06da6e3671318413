// Package tiles knows where places stand on a map of tiles, one square of one size each: the
// counties of Norway, or what a publisher lays out for itself.
//
// # The idea
//
// A tile map shows regions by where a reader expects them, and needs no boundaries. A large county
// of few people weighs no more than a small one of many. Which map a question's answers are on, their
// names say: all of them are places of one division, or rest beside it ("utlandet").
//
// # Vocabulary
//
// A [Map] is places with their columns and rows, from the upper left. A division is a map of counties
// as they were in some years. [Find] takes the names of answers to their places.
//
// # Where to start
//
// [Find]; norway.go has the divisions.
//
// # Left out
//
// Nothing is drawn here, and no boundary, coordinate or population is known.
package tiles

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Map is places on a grid of tiles.
type Map struct {
	Name     string // "the counties of 2020 to 2023"
	From, To int    // the years in which it was so; 0 for open ends
	Places   []Place
}

// Place is a place of a map: a tile.
type Place struct {
	Name  string // with soft hyphens at its joints
	Short string // for tiles that have no room for the name; "" for none
	X, Y  int    // its column and row, from 0 at the upper left

	names []string // other names of it, by key
}

// Size is how many columns and rows a map has.
func (m *Map) Size() (columns, rows int) {
	for _, p := range m.Places {
		columns, rows = max(columns, p.X+1), max(rows, p.Y+1)
	}
	return columns, rows
}

// Beside is the place of an answer that is none on the map.
const Beside = -1

// Label is the name of an answer, and whether it is residual ("vet ikke").
type Label struct {
	Name string
	Rest bool
}

// Lost is why answers are on no map: the answer that is not on the map that most others are on, or
// that is on it twice.
type Lost struct {
	Map    *Map // nil when no answer is on any
	Answer int
	Twice  bool // the place has an answer already
}

// Find is the map that answers are on, and the place of each, an index in its Places or Beside. Of
// several maps that have all of them it is the one of a survey's year, else the one with the fewest
// places without an answer. At least two answers must be on it.
func Find(labels []Label, year int, own ...*Map) (m *Map, at []int, lost *Lost) {
	lost = &Lost{}
	most, least := 0, 0
	for _, next := range slices.Concat(own, Divisions()) {
		places, on, fault := next.places(labels)
		if fault != nil {
			if on > most {
				most, lost = on, fault
			}
			continue
		}
		alone := len(next.Places) - on
		if next.in(year) {
			alone -= len(next.Places)
		}
		if on >= leastPlaces && (m == nil || alone < least) {
			m, at, least = next, places, alone
		}
	}
	if m != nil {
		return m, at, nil
	}
	return nil, nil, lost
}

// leastPlaces is how many answers make a map.
const leastPlaces = 2

// Free is how many columns at the left have no place in the first rows.
func (m *Map) Free(rows int) int {
	columns, all := m.Size()
	if rows > all {
		return 0
	}
	free := columns
	for _, p := range m.Places {
		if p.Y < rows {
			free = min(free, p.X)
		}
	}
	return free
}

// in says whether a map is of a year.
func (m *Map) in(year int) bool {
	return (m.From > 0 || m.To > 0) && year >= m.From && (m.To == 0 || year <= m.To)
}

// places are the places of answers, and how many are on the map.
func (m *Map) places(labels []Label) (at []int, on int, lost *Lost) {
	at = make([]int, len(labels))
	taken := map[int]bool{}
	for i, l := range labels {
		at[i] = m.place(l.Name)
		switch {
		case at[i] >= 0 && taken[at[i]] && lost == nil:
			lost = &Lost{m, i, true}
		case at[i] >= 0:
			taken[at[i]] = true
			on++
		case !l.Rest && !rest()[key(l.Name)] && lost == nil:
			lost = &Lost{m, i, false}
		}
	}
	return at, on, lost
}

// place is the place of a name, Beside when there is none. A name in several languages, "Troms –
// Romsa – Tromssa", is that of one place in each of them.
func (m *Map) place(name string) int {
	if p := m.named(key(name)); p >= 0 {
		return p
	}
	all := Beside
	for _, part := range parts(name) {
		p := m.named(key(part))
		if p < 0 || all >= 0 && p != all {
			return Beside
		}
		all = p
	}
	return all
}

func (m *Map) named(key string) int {
	return slices.IndexFunc(m.Places, func(p Place) bool { return slices.Contains(p.names, key) })
}

// parts are the names that one is made of.
func parts(name string) []string {
	name = strings.ReplaceAll(name, " - ", "/")
	all := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("–—/|()", r) })
	return slices.DeleteFunc(all, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// folded are letters that are written for others.
var folded = strings.NewReplacer("\u00ad", "", "ö", "ø", "ä", "æ", "á", "a", "&", " og ", "\u2011", "-",
	"\u2010", "-", "a\u030a", "å", "o\u0308", "ø", "a\u0308", "æ", "a\u0301", "a")

// key is a name as names are compared: in small letters, without a number before or behind it and
// without the word for county.
func key(name string) string {
	var words []string
	for _, w := range strings.Fields(folded.Replace(strings.ToLower(name))) {
		if !strings.ContainsFunc(w, unicode.IsLetter) || unwritten[w] {
			continue
		}
		words = append(words, strings.TrimRight(w, ".,:"))
	}
	return strings.Join(words, " ")
}

// unwritten are words that say only what kind of place it is.
var unwritten = map[string]bool{"fylke": true, "fylkeskommune": true, "county": true, "fylhke": true,
	"fylka": true, "kommune": true, "bydel": true}

// rest are answers that are no place of a map, also where nobody says that they are residual.
var rest = sync.OnceValue(func() map[string]bool {
	return keys("annet", "anna", "andre", "annet sted", "andre steder", "utlandet", "utland", "i utlandet",
		"utenfor norge", "utanfor noreg", "bor ikke i norge", "svalbard", "jan mayen",
		"svalbard og jan mayen", "svalbard eller jan mayen", "svalbard/jan mayen", "kontinentalsokkelen",
		"hele landet", "heile landet", "flere fylker", "fleire fylke", "ukjent", "uoppgitt", "ikke oppgitt",
		"ikkje oppgitt", "ubesvart", "vet ikke", "veit ikkje", "other", "elsewhere", "abroad",
		"outside norway", "unknown", "don't know", "not stated", "several counties", "the whole country")
})

func keys(names ...string) map[string]bool {
	all := map[string]bool{}
	for _, n := range names {
		all[key(n)] = true
	}
	return all
}

// place is a place with its names; those after the first are others for it.
func place(x, y int, name, short string, others ...string) Place {
	p := Place{Name: name, Short: short, X: x, Y: y, names: []string{key(name)}}
	for _, o := range append(others, short) {
		if o != "" {
			p.names = append(p.names, key(o))
		}
	}
	return p
}

// String is the map drawn with letters, for tests.
func (m *Map) String() string {
	columns, rows := m.Size()
	lines := make([][]string, rows)
	for y := range lines {
		lines[y] = slices.Repeat([]string{" . "}, columns)
	}
	for _, p := range m.Places {
		lines[p.Y][p.X] = fmt.Sprintf("%-3.3s", strings.ReplaceAll(p.Name, "\u00ad", ""))
	}
	var out strings.Builder
	for _, l := range lines {
		out.WriteString(strings.TrimRight(strings.Join(l, " "), " ") + "\n")
	}
	return out.String()
}
