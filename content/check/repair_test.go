package check

import (
	"fmt"
	"strings"
	"testing"
)

// counties is a figure whose answers stand in no order, trust one that a derived word must not
// name.
const counties = `[[figure]]
id = "fylke"
question = "I hvilket fylke jobber du?"
kind = "single"
[figure.answers]
"Vestland" = 22
"Oslo" = 11
"Viken" = 9
"Agder" = 6
"Rogaland" = 5
"Troms" = 4
"Møre" = 3
"Innlandet" = 2
[[figure]]
id = "trygghet"
question = "Hvordan har du det?"
kind = "single"
[figure.answers]
"Trygt" = 40
"Utrygt" = 22
[[figure]]
id = "beskrivelse"`

// TestRepairs holds what is told of a number, and the placeholder that is proposed, against what
// its sentence is about.
func TestRepairs(t *testing.T) {
	const fixed = "{prosent.1 m2021.stilling | Fast stilling}"
	const unnamed = "if it is about these data, name the answer"
	const quoted = `if this quotes a misprint, allow = ["number"] with a reason`
	tests := []struct{ name, prose, want, data, repair string }{
		{
			"named, a placeholder in the next sentence",
			"68,8 prosent har fast stilling. {Word m2021.stilling | Prosjektstilling} " +
				"er i prosjekt.",
			"error number: 68,8 prosent",
			"nearly fits 35 of 51 (68,6 %), but the base is 62: 56,5 %",
			"write " + fixed,
		},
		{
			"named, a placeholder in the next clause",
			"68,8 prosent har fast stilling, og {word m2021.stilling | Prosjektstilling} " +
				"er i prosjekt.",
			"error number: 68,8 prosent",
			"nearly fits 35 of 51",
			"write " + fixed,
		},
		{"named in part",
			"68,8 prosent er fast ansatt. {Word m2021.stilling | Prosjektstilling} er i prosjekt.",
			"error number: 68,8 prosent", "nearly fits 35 of 51", "write " + fixed},
		{"named, no base explains it", "11,3 prosent har fast stilling.",
			"error number: 11,3 prosent", "the words name 35 of 62, 56,5 %", "write " + fixed},
		{"not named",
			"68,8 prosent sier det samme. {Word m2021.stilling | Prosjektstilling} er i prosjekt.",
			"", "the data do not give this; nearest: ", unnamed},
		{
			"right",
			"{prosent m2021.stilling | Fast stilling} har fast stilling. " +
				"{Word m2021.stilling | Prosjektstilling} er i prosjekt.",
			"",
			"",
			"",
		},

		{
			"in a bracket",
			"Det er avvik for fast stilling (trykt 68,8, antall " +
				"{percent.1 m2021.stilling | Fast stilling}), prosjekt (trykt 5,9, antall " +
				"{percent.1 m2021.stilling | Prosjektstilling}).",
			"error number: 68,8; error number: 5,9",
			"nearly fits 35 of 51",
			"write {percent.1 m2021.stilling | Fast stilling}",
		},

		{"inflected", "40 svar sier tryggere.", "warning typed: 40", "m2021.trygghet | Trygt",
			"write {count m2021.trygghet | Trygt}"},
		{"named", "12 personer svarer trygt.", "error number: 12",
			"the words name 40 of 62",
			"write {count m2021.trygghet | Trygt}"},
		{"derived", "12 personer nevner trygghet.", "", "the data do not give this", unnamed},

		{"a sum of counties", "Her er 38 svar med.", "",
			"nearest: 40 of 62, 64,5 % (m2021.trygghet | Trygt)", unnamed},
		{"a sum of named counties", "33 personer er fra Vestland og Oslo.", "warning typed: 33", "",
			"write {count m2021.fylke | Vestland ; Oslo}"},
		{"a sum of steps, unasked", "Her er 57 svar med.", "warning typed: 57", "near it here", ""},
		{"a sum of steps", "57 personer er 60 år gamle eller yngre.", "warning typed: 57",
			"m2021.alder", "write {count m2021.alder | Under 30 år ; 30–40 år ; 41–60 år}"},
		{"two fit", "29 personer sier det.", "warning typed: 29",
			"near it here: 29 of 62, 46,8 % (m2021.beskrivelse | Nei)", ""},

		{"printed as", "I rapporten sto det som 68,8 prosent med fast stilling.",
			"warning number: 68,8 prosent", "nearly fits 35 of 51", quoted},
		{"given as", "Endringen for fast stilling ble oppgitt til 4 prosentpoeng.",
			"warning number: 4 prosentpoeng", "the words name +21,8 points", quoted},
		{"the text", "Fast stilling: tekst 68,8 prosent.", "warning number: 68,8 prosent",
			"nearly fits 35 of 51", quoted},
		{"the summary", "Sammendraget fra 2021 sa at 68,8 prosent har fast stilling.",
			"warning number: 68,8 prosent", "nearly fits 35 of 51", quoted},
		{
			"a list of brackets",
			"Fast stilling (tekst 68,8), prosjekt (tekst 5,9, antall 23,6) og vikariat (7,8 og " +
				"{percent.1 m2021.stilling | Vikariat}).",
			"warning number: 68,8; warning number: 5,9; warning number: 7,8",
			"",
			quoted,
		},
		{"cited", "Andre steder har 68,8 prosent fast stilling {cite bok}.",
			"warning number: 68,8 prosent", "nearly fits 35 of 51", quoted},
		{"cited in the next sentence",
			"Her har 68,8 prosent fast stilling. Andre har det ikke {cite bok}.",
			"error number: 68,8 prosent", "nearly fits 35 of 51", "write " + fixed},
		{"after the number", "68,8 prosent har fast stilling, og det sto som alltid i brevet.",
			"error number: 68,8 prosent", "nearly fits 35 of 51", "write " + fixed},
		{"right, printed as", "I rapporten sto det som {prosent.1 m2021.stilling | Fast stilling}.",
			"", "", ""},
	}
	for _, tt := range tests {
		fsys := files(
			tt.prose,
			`figure = "m2021.stilling"`,
			"references = true\n[[chapter.topic.block]]\nfigure = \"m2021.stilling\"",
			"[[chapter]]",
			"[[reference]]\nid = \"bok\"\nauthors = [\"Odden\"]\nyear = 2019\n"+
				"title = \"Boka\"\n[[chapter]]",
			"[[figure]]\nid = \"beskrivelse\"",
			counties,
			`figure = "m2021.beskrivelse"`,
			"figure = \"m2021.beskrivelse\"\n[[chapter.topic.block]]\nfigure = \"m2021.fylke\"\n"+
				"[[chapter.topic.block]]\nfigure = \"m2021.trygghet\"",
		)
		fsys["2020/m/survey.toml"].Data = []byte(survey2020)
		found := Report(load(t, fsys))
		if have := told(found); have != tt.want {
			t.Errorf("%s: %s\nhave %s\nwant %s\n%+v", tt.name, tt.prose, have, tt.want, found)
			continue
		}
		for _, f := range found {
			if f.Severity == Note && (tt.want != "" || f.Rule != "number") {
				continue
			}
			if !strings.Contains(f.Data, tt.data) || f.Repair != tt.repair {
				t.Errorf("%s: %s\nhave %s\n     %s\nwant %s\n     %s", tt.name, tt.prose, f.Data,
					f.Repair, tt.data, tt.repair)
			}
			break
		}
	}
}

// TestElsewhere: a number that only a figure outside the topic gives comes with a placeholder when
// the sentence speaks of that figure.
func TestElsewhere(t *testing.T) {
	tests := []struct{ prose, repair string }{
		{"22 personer var enige om veien.", ""},
		{"22 personer jobber i fylket Vestland.", "write {count m2021.fylke | Vestland}"},
	}
	for _, tt := range tests {
		fsys := files(tt.prose, "[[figure]]\nid = \"beskrivelse\"", counties)
		fsys["2020/m/survey.toml"].Data = []byte(survey2020)
		for _, f := range Report(load(t, fsys)) {
			if f.Rule == "typed" && f.Repair != tt.repair {
				t.Errorf("%s\nhave %s\n     %s\nwant %s", tt.prose, f.Data, f.Repair, tt.repair)
			} else if f.Rule == "number" {
				t.Errorf("%s: %+v", tt.prose, f)
			}
		}
	}
}

func TestInflected(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"trygt", "trygt", true}, {"trygt", "trygge", true}, {"trygt", "tryggere", true},
		{"fast", "faste", true}, {"gammel", "gamle", true}, {"stilling", "stillingene", true},
		{"medlem", "medlemmer", true}, {"jobber", "jobbet", true}, {"svare", "svarte", true},
		{"sikker", "sikre", true}, {"trygt", "trygghet", false}, {"fornøyd", "fornøydhet", false},
		{"stilling", "stillingsbeskrivelse", false}, {"vikariat", "vikarer", false},
		{"leder", "ledelse", false}, {"utdanne", "utdanning", false}, {"oslo", "ofte", false},
		{"2021", "2022", false}, {"safe", "safety", false}, {"still", "stilling", false},
	}
	norwegian := lexiconOf("nb")
	for _, tt := range tests {
		if have := norwegian.inflected(tt.a, tt.b); have != tt.want ||
			norwegian.inflected(tt.b, tt.a) != have {
			t.Errorf("%s, %s: %t", tt.a, tt.b, have)
		}
	}
	if fmt.Sprint(undoubled("tryggheett")) != "tryghet" {
		t.Error(undoubled("tryggheett"))
	}
}
