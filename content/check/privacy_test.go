package check

import (
	"slices"
	"strings"
	"testing"

	"rapport/content"
)

// brokenDown is a breakdown of the invented survey.
const brokenDown = `
[[breakdown]]
figure = "stilling"
by = "alder"
[breakdown.counts]
"30–40 år" = { "Fast stilling" = 8, "Midlertidig" = 3, "Prosjektstilling" = 5, "Vikariat" = 1 }
"41–60 år" = { "Fast stilling" = 24, "Midlertidig" = 5, "Prosjektstilling" = 8, "Vikariat" = 3 }
"Over 60 år" = { "Fast stilling" = 3, "Midlertidig" = 1, "Prosjektstilling" = 1, "Vikariat" = 0 }
`

// withGroups is the report with a breakdown and a minimum.
func withGroups(t *testing.T, prose string) *content.Report {
	fsys := files(prose, "[[chapter]]", "[privacy]\nminimum = 5\n[[chapter]]")
	survey := fsys["2021/m/survey.toml"]
	survey.Data = []byte(strings.TrimRight(string(survey.Data), "\n") + brokenDown)
	return load(t, fsys)
}

// TestPrivacyOfGroups: what is withheld of groups is told with its reasons, and no sentence may name
// it, of one group or of two.
func TestPrivacyOfGroups(t *testing.T) {
	tests := []struct{ prose, want string }{
		{"{percent m2021.stilling | Vikariat in 30–40 år} er vikarer.",
			"error privacy: {percent m2021.stilling | Vikariat in 30–40 år}"},
		{"{diff m2021.stilling | Vikariat in 30–40 år vs 41–60 år}",
			"error privacy: {diff m2021.stilling | Vikariat in 30–40 år vs 41–60 år}"},
		{"{diff m2021.stilling | Fast stilling in 41–60 år vs 30–40 år}",
			"error privacy: {diff m2021.stilling | Fast stilling in 41–60 år vs 30–40 år}"},
		{"{percent m2021.stilling | Fast stilling in 41–60 år} er faste.", ""},
		{"{percent m2021.stilling | Fast stilling in Over 60 år}",
			"error privacy: {percent m2021.stilling | Fast stilling in Over 60 år}"},
	}
	for _, tt := range tests {
		r := withGroups(t, tt.prose)
		found := slices.DeleteFunc(Report(r), func(f Finding) bool { return f.Rule != "privacy" })
		if have := told(found); have != tt.want {
			t.Errorf("%s\nhave %s\nwant %s", tt.prose, have, tt.want)
		}
		var notes []string
		for _, f := range found {
			if f.Severity == Note {
				notes = append(notes, f.Data)
			}
		}
		want := []string{
			"2 of 4 counts of stilling are withheld: 1 under 5, 1 so that these cannot be computed",
			"2 of 3 counts of beskrivelse are withheld: 1 under 5, 1 so that these cannot be computed",
			"2 of 4 counts of stilling are withheld: 1 under 5, 1 so that these cannot be computed",
			"3 of 3 counts of beskrivelse are withheld: 1 under 5, 2 so that these cannot be computed",
			"10 of 12 counts of stilling by alder are withheld: 6 under 5, " +
				"4 so that these cannot be computed"}
		if !slices.Equal(notes, want) {
			t.Errorf("notes:\n%s\nwant\n%s", strings.Join(notes, "\n"), strings.Join(want, "\n"))
		}
	}
}
