package content

import (
	"strings"
	"testing"
)

// inGroups breaks a question of the base down by another: of 31 who have guidance, 28 who have none
// and 3 who do not know, how many work in a team.
const inGroups = `@ 2021/medlem/survey.toml
+ 
+ [[breakdown]]
+ figure = "team"
+ by = "tilbud"
+ [breakdown.counts]
+ "Ja" = { "Ja" = 27, "Nei" = 4 }
+ "Nei" = { "Ja" = 16, "Nei" = 10 }
+ "Vet ikke" = { "Ja" = 2, "Nei" = 1 }
`

// TestGroupPlaceholders fills in what is told of groups, in each language.
func TestGroupPlaceholders(t *testing.T) {
	tests := []struct{ placeholder, nb, en string }{
		{"{percent m2021.team | Ja in Nei}", "62_%", "62_%"},
		{"{percent.1 m2021.team in Nei | Ja}", "61,5_%", "61.5_%"},
		{"{count m2021.team | Ja in Ja}", "27", "27"},
		{"{share m2021.team | Ja in tilbud Ja}", "27_av_31", "27_of_31"},
		{"{n m2021.team in Nei}", "26", "26"},
		{"{nword m2021.team in Vet ikke}", "tre", "three"},
		{"{count m2021.team | Ja in Vet ikke} og {word m2021.team | Nei in Ja}", "2 og 4",
			"2 og 4"},
		{"{diff m2021.team | Ja in Ja vs Nei}", "+25,6", "+25.6"},
		{"{change m2021.team | Ja in Nei vs Ja}", "25,6_prosentpoeng", "25.6_percentage points"},
		{"{margin m2021.team | Ja in Ja vs Nei}", "±22,7_prosentpoeng", "±22.7_percentage points"},
		{"{most m2021.team | Ja by tilbud}", "Ja", "Ja"},
		{"{least m2021.team | Ja by tilbud}", "Nei", "Nei"},
	}
	for _, lang := range Languages() {
		var prose []string
		for _, tt := range tests {
			prose = append(prose, tt.placeholder)
		}
		r := loadBase(t, inGroups, "@ 1-report.toml\n- language = \"nb\"\n+ language = \""+lang+
			"\"\n- about = \"En rapport om {invited m2021} medlemmer.\"\n+ about = \"\"\"\n+ "+
			strings.Join(prose, "\n+ \n+ ")+"\"\"\"")
		for i, tt := range tests {
			want := map[string]string{"nb": tt.nb, "nn": tt.nb,
				"en": tt.en}[lang]
			have := strings.ReplaceAll(r.About[i].Inlines[0].Text, "\u00a0", "_")
			if have != want {
				t.Errorf("%s %s: have %q, want %q", lang, tt.placeholder, have, want)
			}
		}
	}
}

// TestGroupProblems: what cannot be told of groups is told in words.
func TestGroupProblems(t *testing.T) {
	for placeholder, want := range map[string]string{
		"{percent m2021.team | Ja in Kanskje}":   `"m2021.team" has no group "Kanskje"`,
		"{percent m2021.team in Kanskje | Ja}":   `"m2021.team" has no group "Kanskje"`,
		"{percent m2021.tilbud | Ja in Oslo}":    `"m2021.tilbud" is not counted within groups`,
		"{percent m2021.team | Jo in Nei}":       `"m2021.team" has no answer "Jo in Nei"`,
		"{percent m2021.team | Ja in Ja vs Nei}": `"percent" is of one group`,
		"{diff m2021.team | Ja in Ja vs Ja}":     `a group is held against itself`,
		"{diff m2021.team | Ja in Nei}":          `is not compared with an earlier year`,
		"{most m2021.team | Ja}":                 `"most" by what?`,
		"{most m2021.team | Ja by fylke}":        `"m2021.team" is not broken down by "fylke"`,
		"{most m2021.tilbud | Ja by fylke}":      `"m2021.tilbud" is not counted within groups`,
		"{most m2021.team | Jo by tilbud}":       `"m2021.team" has no answer "Jo by tilbud"`,
		"{n m2021 in Ja}":                        `a group is of a figure, not of a survey`,
	} {
		fsys := base(t)
		for _, e := range []string{inGroups, "@ 1-report.toml\n" +
			"- about = \"En rapport om {invited m2021} medlemmer.\"\n+ about = \"" + placeholder + "\""} {
			if err := edit(fsys, e); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Load(fsys, 2022, "aarsrapport")
		problems, _ := err.(Problems)
		if len(problems) != 1 || !strings.Contains(problems[0].Text, want) {
			t.Errorf("%s: %v, want %s", placeholder, err, want)
		}
	}
}
