package check

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/content"
)

// TestGrave reads numbers and claims about an invented survey that are wrong: those that nothing
// else in their sentence makes right are errors and warnings, the others notes.
func TestGrave(t *testing.T) {
	tests := []struct{ language, prose, want string }{
		{"nb", "53 prosent er svært fornøyde med besøket.", "error number 53 prosent"},
		{"en", "53 per cent are very satisfied with their visit.", "error number 53 per cent"},
		{"nb", "45 prosent er fornøyde, og 45 prosent er svært fornøyde med besøket.",
			"note number 45 prosent"},
		{"en", "45 per cent are satisfied and 45 per cent very satisfied with their visit.",
			"note number 45 per cent"},
		{"nn", "Det vart 57 prosent.", "note number 57 prosent"},
		{"nb", "Flertallet kom til fots.", "warning claim Flertallet"},
		{"nb", "Flertallet kom til fots, og 40 prosent kom med buss.", "note claim Flertallet"},
		{"en", "Most came on foot, and 40 per cent came by bus.", "note claim Most"},
	}
	for _, tt := range tests {
		var have []string
		for _, f := range languageFindings(t, tt.language, tt.prose) {
			have = append(have, string(f.Severity)+" "+f.Rule+" "+f.Words)
		}
		if strings.Join(have, "; ") != tt.want {
			t.Errorf("%s: %s\nhave %q\nwant %q", tt.language, tt.prose, have, tt.want)
		}
	}
}

// languageFindings are those about the prose of the report in a language, but for right numbers.
func languageFindings(t *testing.T, language, prose string, edits ...string) (out []Finding) {
	t.Helper()
	fsys := languageFiles(language, prose)
	for _, file := range fsys {
		file.Data = []byte(strings.NewReplacer(edits...).Replace(string(file.Data)))
	}
	r, err := content.Load(fsys, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Report(r) {
		if f.block != nil && f.Rule != "typed" {
			out = append(out, f)
		}
	}
	return out
}

// TestCountedUnits: what a survey counts is no unit that makes a number none, whatever it is.
func TestCountedUnits(t *testing.T) {
	for _, tt := range []struct{ population, prose string }{
		{"kommuner", "I alt 241 kommuner svarte på undersøkelsen."},
		{"prosjekter", "Svært fornøyd er 91 prosjekter."},
		{"grupper", "91 grupper kom til fots."},
	} {
		found := languageFindings(t, "nb", tt.prose, `"besøkende"`, `"`+tt.population+`"`)
		if len(found) != 1 || found[0].Severity != Error {
			t.Errorf("%s\n%+v", tt.prose, found)
		}
	}
}

// TestStrayOne: the word one, which is an article, a pronoun and a number, is only noted in a salad
// of words, in any language.
func TestStrayOne(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for language, ones := range map[string][]string{"nb": {"en", "én", "ett", "ei"},
		"nn": {"ein", "éin", "eitt", "ei"}, "en": {"one", "One"}} {
		words := strings.Fields(strings.Join(languageLabels[language], " "))
		for range 150 {
			var b []string
			for range 4 + rnd.IntN(8) {
				w := words[rnd.IntN(len(words))]
				if rnd.IntN(3) == 0 {
					w = ones[rnd.IntN(len(ones))]
				}
				b = append(b, strings.Trim(w, "?"))
			}
			prose := strings.Join(b, " ") + "."
			for _, f := range languageFindings(t, language, prose) {
				if slices.Contains(ones, f.Words) && f.Severity != Note {
					t.Errorf("%s: %s\n%q: %s", language, prose, f.Words, f.Data)
				}
			}
		}
	}
}
