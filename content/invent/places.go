package invent

import "strings"

// counties are the counties of Norway as they were to 2017, in 2018 and 2019, from 2020 to 2023 and
// from 2024 on.
var counties = [][]string{
	{"Østfold", "Akershus", "Oslo", "Hedmark", "Oppland", "Buskerud", "Vestfold", "Telemark",
		"Aust-Agder", "Vest-Agder", "Rogaland", "Hordaland", "Sogn og Fjordane", "Møre og Romsdal",
		"Sør-Trøndelag", "Nord-Trøndelag", "Nordland", "Troms", "Finnmark"},
	{"Østfold", "Akershus", "Oslo", "Hedmark", "Oppland", "Buskerud", "Vestfold", "Telemark",
		"Aust-Agder", "Vest-Agder", "Rogaland", "Hordaland", "Sogn og Fjordane", "Møre og Romsdal",
		"Trøndelag", "Nordland", "Troms", "Finnmark"},
	{"Viken", "Oslo", "Innlandet", "Vestfold og Telemark", "Agder", "Rogaland", "Vestland",
		"Møre og Romsdal", "Trøndelag", "Nordland", "Troms og Finnmark"},
	{"Østfold", "Akershus", "Oslo", "Innlandet", "Buskerud", "Vestfold", "Telemark", "Agder",
		"Rogaland", "Vestland", "Møre og Romsdal", "Trøndelag", "Nordland", "Troms", "Finnmark"},
}

// double are names in several languages.
var double = map[string]string{"Troms": "Troms – Romsa – Tromssa", "Nordland": "Nordland – Nordlánnda",
	"Finnmark":          "Finnmark – Finnmárku – Finmarkku",
	"Trøndelag":         "Trøndelag – Trööndelage",
	"Troms og Finnmark": "Troms og Finnmark – Romsa ja Finnmárku – Tromssa ja Finmarkku"}

// located are the answers of a question: those given, or counties, all of a division or some, in
// different hands, with or without such as are no place; now and then with one that is on no map.
func (m *maker) located(f *figure) {
	if !m.also(0.15) {
		return
	}
	all := counties[m.forms.IntN(len(counties))]
	if m.also(0.3) {
		all = m.some(1+m.forms.IntN(len(all)), all)
	}
	long, word := m.also(0.4), m.also(0.2)
	f.labels, f.places = nil, true
	for _, name := range all {
		if other := double[name]; long && other != "" {
			name = other
		} else if word && !strings.Contains(name, "–") {
			name += " fylke"
		}
		f.labels = append(f.labels, name)
	}
	for _, rest := range []string{"Utlandet", "Svalbard", "Annet", "Vet ikke"} {
		if m.also(0.3) {
			f.labels = append(f.labels, rest)
		}
	}
	if m.also(0.1) {
		f.labels = append(f.labels, "Østlandet")
	}
}

// mapped is the form of a block that shows a figure: a map, mostly where the answers are counties; "" for
// another.
func (m *maker) mapped(f *figure) string {
	if f.places && m.also(0.6) || m.also(0.01) {
		return "tilemap"
	}
	return ""
}
