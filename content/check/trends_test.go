package check

import (
	"fmt"
	"strings"
	"testing"
)

// twoYears are answers by name and question whose changes lie inside the margin, and one that does
// not.
const twoYears = `[[figure]]
id = "rekruttering"
question = "Hvordan fikk du jobben?"
kind = "single"
COMPARE
[figure.answers]
"Via utlyst stilling" = UTLYST
"Via kjennskap eller nettverk" = NETTVERK
"Begge deler" = BEGGE
[[figure]]
id = "team"
question = "Jobber du i team?"
kind = "single"
COMPARE
[figure.answers]
"Ja" = TEAM
"Nei" = 10
[[figure]]
id = "beskrivelse"`

func yearOf(compare bool, utlyst, nettverk, both, team int) string {
	s := strings.NewReplacer("UTLYST", fmt.Sprint(utlyst), "NETTVERK", fmt.Sprint(nettverk),
		"BEGGE", fmt.Sprint(both), "TEAM", fmt.Sprint(team)).
		Replace(twoYears)
	for _, id := range []string{"rekruttering", "team"} {
		with := ""
		if compare {
			with = fmt.Sprintf("compare = %q", "m2020."+id)
		}
		s = strings.Replace(s, "COMPARE", with, 1)
	}
	return s
}

// TestTrends holds claims of change in findings, captions, headings and headlines, and changes that
// share a verb, against the changes and their margins.
func TestTrends(t *testing.T) {
	// Utlyst falls from 48 of 72 to 20 of 62, nettverk rises inside the margin from 22 to 23 with
	// others beside; team falls, from 62 of 72 to 52 of 62, inside the margin; beskrivelse rises
	// inside it.
	const place = `figure = "m2021.stilling"`
	block := func(key, text, figure string) string {
		return fmt.Sprintf("figure = %q\n[[chapter.topic.block]]\n%s = %q\nfigure = %q",
			"m2021.stilling", key, text, figure)
	}
	finding := func(s string) string { return block("finding", s, "m2021.rekruttering") }
	tests := []struct{ name, prose, block, headline, want, data string }{
		{"finding", "", finding("Utlyst stilling gikk ned, nettverk gikk opp."), "",
			"warning trend: gikk opp", "inside the margin"},
		{"finding, right", "",
			finding("Utlyst stilling gikk ned. For nettverk er det innenfor feilmarginen."), "", "",
			""},
		{"finding, wrong way", "", finding("Utlyst stilling gikk opp."), "",
			"warning trend: gikk opp", "do not show this"},
		{"caption", "", block("caption", "Nettverk er vanligere.", "m2021.rekruttering"), "",
			"warning trend: vanligere", "inside the margin"},
		{"heading", "", block("heading", "Nettverk er vanligere", "m2021.rekruttering"), "",
			"warning trend: vanligere", "inside the margin"},
		{"heading, right", "",
			block("heading", "Utlyst stilling er sjeldnere", "m2021.rekruttering"), "", "", ""},
		{"heading, of two answers", "",
			block("heading", "Utlyst stilling er vanligere enn nettverk", "m2021.rekruttering"), "",
			"warning claim: Utlyst stilling er vanligere enn nettverk", "against 23"},
		{"headline", "",
			finding("Slik fikk de jobben.") + "\n[[chapter.topic.block]]\nfigure = \"m2021.team\"",
			"Teamarbeid er vanligere, stillingsbeskrivelser sjeldnere",
			"warning trend: vanligere; warning trend: sjeldnere", "do not show this"},
		{"headline, right", "", finding("Slik fikk de jobben."), "Utlyste stillinger er sjeldnere",
			"", ""},
		{"headline, no comparison", "", block("heading", "Alder", "m2021.alder"),
			"Over 60 år er sjeldnere", "", ""},
		{"headline, a better post", "", finding("Slik fikk de jobben."),
			"Høyere stilling eller mindre team", "", ""},
		{
			"change before the word",
			"Andelen er {percent m2021.beskrivelse | Ja}, altså " +
				"{change m2021.beskrivelse | Ja} høyere.",
			"",
			"",
			"warning trend: høyere",
			"inside the margin",
		},
		{"change before the word, wrong way",
			"Det er {change m2021.stilling | Fast stilling} lavere.", "", "",
			"warning trend: lavere", "do not show this"},
		{"change before the word, right", "Det er {change m2021.stilling | Fast stilling} høyere.",
			"", "", "", ""},
		{
			"shared verb",
			"Andelen økte med {change m2021.stilling | Fast stilling} og " +
				"{change m2021.beskrivelse | Ja} for dem med instruks.",
			"",
			"",
			"warning trend: {change m2021.beskrivelse | Ja}",
			"inside the margin",
		},
		{
			"shared verb, right",
			"Andelen økte med {change m2021.stilling | Fast stilling}, og sank med " +
				"{change m2021.stilling | Midlertidig} for de andre.",
			"",
			"",
			"",
			"",
		},
		{
			"shared verb, wrong way",
			"Andelen økte med {change m2021.stilling | Fast stilling} og " +
				"{change m2021.stilling | Midlertidig} for de andre.",
			"",
			"",
			"warning trend: {change m2021.stilling | Midlertidig}",
			"do not show this",
		},
		{"a little smaller",
			"{percent m2021.beskrivelse | Nei} har det ikke, en litt mindre andel enn året før.",
			"", "", "warning trend: mindre", "inside the margin"},
		{
			"a little smaller, said so",
			"{percent m2021.beskrivelse | Nei} har det ikke, en litt mindre andel enn året før, " +
				"men det kan være tilfeldig.",
			"",
			"",
			"",
			"",
		},
	}
	for _, tt := range tests {
		edits := []string{}
		if tt.block != "" {
			edits = append(edits, place, tt.block)
		}
		if tt.headline != "" {
			edits = append(
				edits,
				`headline = "Om stillinger"`,
				fmt.Sprintf("headline = %q", tt.headline),
			)
		}
		fsys := files(tt.prose+" Slutt.", edits...)
		const at = "[[figure]]\nid = \"beskrivelse\""
		fsys["2021/m/survey.toml"].Data = []byte(
			strings.Replace(survey2021, at, yearOf(true, 20, 23, 19, 52), 1))
		fsys["2020/m/survey.toml"].Data = []byte(
			strings.Replace(survey2020, at, yearOf(false, 48, 22, 2, 62), 1))
		found := Report(load(t, fsys))
		if have := told(found); have != tt.want {
			t.Errorf("%s\nhave %s\nwant %s\n%+v", tt.name, have, tt.want, found)
			continue
		}
		if all := fmt.Sprint(found); !strings.Contains(all, tt.data) {
			t.Errorf("%s\nhave %s\nwant %s in it", tt.name, all, tt.data)
		}
	}
}

// TestMerged: a merge maps answers. Another question stays a note, unless it is allowed.
func TestMerged(t *testing.T) {
	const merge = "\"Vet ikke\" = 4\n[figure.merge]\n\"Ja\" = { now = [\"Ja\"], then = [\"Ja\"] }\n"
	const question = `question = "Har du en stillingsbeskrivelse?"`
	tests := []struct {
		name  string
		edits []string
		want  string
	}{
		{"same question", nil, ""},
		{
			"other question",
			[]string{question, `question = "Har du en skriftlig instruks?"`},
			"note",
		},
		{
			"allowed",
			[]string{
				question,
				question + "\nallow = [\"compare\"]\nreason = \"Samme spørsmål med andre ord.\"\n",
				question,
				`question = "Har du en skriftlig instruks?"`,
			},
			"",
		},
		{"other people", []string{`population = "medlemmer"`, `population = "ledere"`}, "note"},
	}
	for _, tt := range tests {
		fsys := files("Slutt.")
		text := strings.Replace(survey2021, "\"Vet ikke\" = 4\n", merge, 1)
		for i := 0; i+1 < len(tt.edits); i += 2 {
			text = strings.Replace(text, tt.edits[i], tt.edits[i+1], 1)
		}
		fsys["2021/m/survey.toml"].Data = []byte(text)
		have := ""
		for _, f := range Report(load(t, fsys)) {
			if f.Rule == "compare" && strings.Contains(f.Words, "beskrivelse") {
				have += string(f.Severity)
			}
		}
		if have != tt.want {
			t.Errorf("%s: have %q, want %q", tt.name, have, tt.want)
		}
	}
}
