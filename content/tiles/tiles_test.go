package tiles

import (
	"math"
	"slices"
	"testing"
)

// places are roughly where counties lie (the middle of each, in degrees east and north), to hold the
// tiles against: what is east of another by more than it is north of it must not stand west of it.
var lies = map[string][2]float64{
	"troms": {19.5, 69.2}, "finnmark": {26, 70}, "nordland": {14.5, 66.8}, "trøndelag": {11.5, 64},
	"møre og romsdal": {7.5, 62.5}, "innlandet": {10, 61.5}, "vestland": {6, 60.9}, "buskerud": {9.3, 60.3},
	"oslo": {10.75, 59.95}, "akershus": {11.3, 60}, "rogaland": {6, 59}, "telemark": {8.6, 59.4},
	"vestfold": {10.1, 59.3}, "østfold": {11.2, 59.3}, "agder": {7.8, 58.5}, "viken": {10.5, 60.1},
	"troms og finnmark": {23, 69.7}, "vestfold og telemark": {9, 59.35}, "sogn og fjordane": {6.3, 61.5},
	"hordaland": {6.3, 60.3}, "oppland": {9.3, 61.4}, "hedmark": {11.4, 61.4},
	"vest-agder": {7.2, 58.4}, "aust-agder": {8.4, 58.7}, "nord-trøndelag": {12.3, 64.5},
	"sør-trøndelag": {10.2, 63.2},
}

// TestPlacesLie: of two counties the tile stands in the direction in which the other lies, less than
// a right angle off; no tile has two counties, and none lacks a neighbour.
func TestPlacesLie(t *testing.T) {
	counts := map[string]int{"the counties from 2024 on": 15, "the counties of 2020 to 2023": 11, "the counties of 2018 and 2019": 18,
		"the counties until 2017": 19}
	for _, m := range Divisions() {
		if len(m.Places) != counts[m.Name] {
			t.Errorf("%s: %d counties", m.Name, len(m.Places))
		}
		t.Logf("%s\n%s", m.Name, m)
		for i, a := range m.Places {
			near := false
			for k, b := range m.Places {
				if i == k {
					continue
				}
				dx, dy := b.X-a.X, b.Y-a.Y
				if dx == 0 && dy == 0 {
					t.Errorf("%s: %s and %s have one tile", m.Name, a.Name, b.Name)
				}
				near = near || max(dx, -dx) <= 1 && max(dy, -dy) <= 1
				p, q := lies[a.names[0]], lies[b.names[0]]
				east, south := (q[0]-p[0])*math.Cos(63*math.Pi/180), p[1]-q[1]
				far := math.Hypot(east, south) > 1
				if far && east*float64(dx)+south*float64(dy) <= 0 {
					t.Errorf("%s: %s stands in another direction from %s than it lies", m.Name, b.Name,
						a.Name)
				}
			}
			if !near {
				t.Errorf("%s: %s has no neighbour", m.Name, a.Name)
			}
		}
	}
}

func labels(names ...string) []Label {
	var all []Label
	for _, n := range names {
		all = append(all, Label{Name: n})
	}
	return all
}

// TestFind: the names of answers say which division they are of, in any of their written forms.
func TestFind(t *testing.T) {
	tests := []struct {
		name  string
		in    []Label
		year  int
		want  string // "" for none
		lost  int
		twice bool
	}{
		{"2020 as written", labels("Vestland", "Viken", "Troms og Finnmark", "Oslo"), 2021,
			"the counties of 2020 to 2023", 0, false},
		{"official double names", labels("Troms – Romsa – Tromssa", "Trøndelag – Trööndelage",
			"Finnmark – Finnmárku – Finmarkku", "Nordland – Nordlánnda", "Akershus"), 2025,
			"the counties from 2024 on", 0, false},
		{"double names of 2020", labels("Troms og Finnmark - Romsa ja Finnmárku - Tromssa ja Finmarkku",
			"Viken"), 2022, "the counties of 2020 to 2023", 0, false},
		{"Sami alone", labels("Trööndelage", "Romsa", "Finnmárku"), 2024, "the counties from 2024 on", 0, false},
		{"with the word", labels("Vestland fylke", "Oslo fylke", "Innlandet fylkeskommune"), 2024,
			"the counties from 2024 on", 0, false},
		{"with numbers", labels("46 Vestland", "03 Oslo", "Agder (42)"), 2024, "the counties from 2024 on", 0, false},
		{"English", labels("Oslo County", "Rogaland", "Abroad"), 2024, "the counties from 2024 on", 0, false},
		{"soft hyphens, capitals, ampersand", labels("VEST\u00adLAND", "Møre & Romsdal"), 2024,
			"the counties from 2024 on", 0, false},
		{"decomposed letters", labels("Mo\u0308re og Romsdal", "Oslo"), 2024, "the counties from 2024 on", 0, false},
		{"19", labels("Hordaland", "Sør-Trøndelag", "Nord-Trøndelag", "Hedmark"), 2015,
			"the counties until 2017", 0, false},
		{"18", labels("Hordaland", "Trøndelag", "Hedmark"), 2015, "the counties of 2018 and 2019", 0, false},
		{"the year decides", labels("Oslo", "Rogaland", "Nordland"), 2016, "the counties until 2017", 0, false},
		{"the year decides again", labels("Oslo", "Rogaland", "Nordland"), 2023, "the counties of 2020 to 2023", 0,
			false},
		{"rest beside", labels("Oslo", "Rogaland", "Utlandet", "Svalbard", "Annet", "Vet ikke"), 2024,
			"the counties from 2024 on", 0, false},
		{"in Vestland", labels("Oslo", "i Vestland"), 2024, "", 1, false},
		{"two divisions", labels("Viken", "Troms og Finnmark", "Oslo", "Akershus"), 2024, "", 3, false},
		{"a part of the country", labels("Oslo", "Rogaland", "Østlandet"), 2024, "", 2, false},
		{"twice", labels("Oslo", "Rogaland", "Oslo fylke"), 2024, "", 2, true},
		{"two places in one", labels("Oslo – Akershus", "Rogaland", "Agder"), 2024, "", 0, false},
		{"no places", labels("Ja", "Nei"), 2024, "", 0, false},
		{"one place", labels("Oslo", "Vet ikke"), 2024, "", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, at, lost := Find(tt.in, tt.year)
			if tt.want == "" {
				if m != nil || lost == nil || lost.Answer != tt.lost || lost.Twice != tt.twice {
					t.Fatalf("on %v, lost %+v", m, lost)
				}
				return
			}
			if m == nil || m.Name != tt.want {
				t.Fatalf("have %v, lost %+v, want %s", m, lost, tt.want)
			}
			for i, p := range at {
				if (p == Beside) != rest()[key(tt.in[i].Name)] {
					t.Errorf("%q is at %d", tt.in[i].Name, p)
				}
			}
		})
	}
}

// TestOwn: a publisher's places come before counties, and its residual answers stand beside.
func TestOwn(t *testing.T) {
	own := &Map{Name: "Bydeler", Places: []Place{place(0, 0, "Frogner", ""), place(1, 0, "Gamle Oslo", "G. Oslo")}}
	m, at, _ := Find([]Label{{Name: "Bydel Frogner"}, {Name: "Gamle Oslo"}, {Name: "Marka", Rest: true}}, 2024, own)
	if m != own || !slices.Equal(at, []int{0, 1, Beside}) {
		t.Errorf("%v at %v", m, at)
	}
}
