package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// An invented survey of two years. Bil falls from 60 to 30 of 100, buss rises from 15 to 40, møter
// rises from 40 to 70; kantine moves inside its margin.
const (
	travel = `[[figure]]
id = "reise"
question = "QUESTION"
title = "TITLE"
kind = "single"
residual = ["OTHER"]
highlight = "CAR"
COMPARE
[figure.answers]
"CAR" = %d
"BUS" = %d
"FOOT" = %d
"OTHER" = %d
[[figure]]
id = "kantine"
question = "CANTEEN"
kind = "single"
COMPARE
[figure.answers]
"YES" = %d
"NO" = %d
`
	travelSurvey = "[survey]\nid = \"u%d\"\ntitle = \"Oppdiktet\"\nyear = %d\ninvited = 200\nanswered = 100\n"
)

// travelled is the report with a topic of that headline and those blocks, in a language.
func travelled(language, headline, blocks string) fstest.MapFS {
	words := map[string][]string{
		"nb": {"QUESTION", "Hvordan reiser du til jobb?", "TITLE", "Reise", "CAR", "Bil", "BUS",
			"Buss eller tog", "FOOT", "Til fots", "OTHER", "Annet", "CANTEEN",
			"Spiser du i kantina?", "YES", "Ja", "NO", "Nei"},
		"nn": {"QUESTION", "Korleis reiser du til jobb?", "TITLE", "Reise", "CAR", "Bil", "BUS",
			"Buss eller tog", "FOOT", "Til fots", "OTHER", "Anna", "CANTEEN",
			"Et du i kantina?", "YES", "Ja", "NO", "Nei"},
		"en": {"QUESTION", "How do you travel to work?", "TITLE", "Travel", "CAR", "Car", "BUS",
			"Bus or train", "FOOT", "On foot", "OTHER", "Something else", "CANTEEN",
			"Do you eat in the canteen?", "YES", "Yes", "NO", "No"},
	}[language]
	survey := func(year int, compare bool, counts ...any) *fstest.MapFile {
		text := strings.NewReplacer(words...).Replace(fmt.Sprintf(travel, counts...))
		for _, id := range []string{"reise", "kantine"} {
			with := ""
			if compare {
				with = fmt.Sprintf("compare = %q", "u2020."+id)
			}
			text = strings.Replace(text, "COMPARE", with, 1)
		}
		return &fstest.MapFile{Data: []byte(fmt.Sprintf(travelSurvey, year, year) + text)}
	}
	report := fmt.Sprintf("[report]\ntitle = \"Oppdiktet\"\nlanguage = %q\ndate = 2021-12-01\n"+
		"publisher = \"Oppdiktet\"\nsurveys = [\"2021/u\", \"2020/u\"]\n[[chapter]]\nid = \"a\"\n"+
		"title = \"A\"\n[[chapter.topic]]\nid = \"t\"\nheadline = %q\n%s\n", language, headline, blocks)
	return fstest.MapFS{
		"2021/u/survey.toml": survey(2021, true, 30, 40, 25, 5, 52, 48),
		"2020/u/survey.toml": survey(2020, false, 60, 15, 20, 5, 48, 52),
		"2022/r/report.toml": {Data: []byte(report)},
	}
}

// TestPointedOut: a headline that names an answer which the chart does not highlight is told, in
// each language; one that names what is highlighted, among others too, or no answer is not.
func TestPointedOut(t *testing.T) {
	chart := func(more string) string {
		return "[[chapter.topic.block]]\nfigure = \"u2021.reise\"\n" + more +
			"[[chapter.topic.block]]\nfigure = \"u2021.kantine\"\n"
	}
	cases := []struct {
		language, headline, more string
		want                     bool
	}{
		{"nb", "Mange tar buss eller tog", "", true},
		{"nb", "Mange går til fots", "highlight = [\"Buss eller tog\"]\n", true},
		{"nb", "Mange tar buss eller tog", "highlight = \"Buss eller tog\"\n", false},
		{"nb", "Mange tar buss eller tog", "highlight = [\"Buss eller tog\", \"Til fots\"]\n", false},
		{"nb", "Mange tar buss eller tog", "highlight = []\n", false},
		{"nb", "Noen kjører bil, mange tar buss eller tog", "", false},
		{"nb", "Slik reiser de til jobb", "", false},
		{"nb", "Mange tar buss eller tog", "compare = true\nhighlight = \"Buss eller tog\"\n", false},
		{"nn", "Mange tek buss eller tog", "", true},
		{"nn", "Mange køyrer bil", "", false},
		{"en", "Many take the bus or train", "", true},
		{"en", "Few come by car", "", false},
	}
	for _, c := range cases {
		found := Report(load(t, travelled(c.language, c.headline, chart(c.more))))
		if have := slices.ContainsFunc(found, func(f Finding) bool {
			return f.Rule == "highlight" && f.Severity == Warning
		}); have != c.want {
			t.Errorf("%q %q: told %v\n%+v", c.headline, c.more, have, found)
		}
	}
}

// TestTogether: the words for what is highlighted name those answers and no others, or none.
func TestTogether(t *testing.T) {
	cases := []struct {
		text, set string
		want      bool
	}{
		{"tar buss eller tog", `["Buss eller tog"]`, false},
		{"tar buss eller tog", `["Buss eller tog", "Til fots"]`, true},
		{"tar buss eller tog, eller går til fots", `["Buss eller tog", "Til fots"]`, false},
		{"kjører bil", `["Til fots"]`, true},
		{"kommer uten utslipp", `["Buss eller tog", "Til fots"]`, false},
		{"har ingen annen vei", `["Til fots"]`, false},
	}
	for _, c := range cases {
		block := fmt.Sprintf("[[chapter.topic.block]]\nfigure = \"u2021.reise\"\nhighlight = %s\n"+
			"highlight_text = %q\n", c.set, c.text)
		found := Report(load(t, travelled("nb", "Slik er det", block)))
		have := 0
		for _, f := range found {
			if f.Severity != Note {
				have++
			}
		}
		if have > 0 != c.want {
			t.Errorf("%q of %s: %+v", c.text, c.set, found)
		}
	}
}

// TestLargestChange: what is said to have changed most must have, of all that lies outside its
// margin, in lists that name nothing and in sentences that name an answer.
func TestLargestChange(t *testing.T) {
	list := func(key, text string, answers ...string) string {
		var rows []string
		for _, a := range answers {
			rows = append(rows, fmt.Sprintf("{ figure = \"u2021.reise\", answer = %q, label = %q }", a, a))
		}
		return fmt.Sprintf("[[chapter.topic.block]]\n%s = %q\nchange = [%s]\n", key, text,
			strings.Join(rows, ", "))
	}
	compared := func(finding string) string {
		return fmt.Sprintf("[[chapter.topic.block]]\nfigure = \"u2021.reise\"\ncompare = true\n"+
			"finding = %q\n", finding)
	}
	cases := []struct {
		language, blocks string
		want             int // findings
	}{
		{"nb", list("heading", "Fra størst økning til størst nedgang", "Til fots", "Annet"), 2},
		{"nb", list("heading", "Fra størst økning til størst nedgang", "Til fots", "Bil"), 1},
		{"nb", list("heading", "Fra størst økning til størst nedgang", "Buss eller tog", "Bil"), 0},
		{"nb", list("heading", "Noen endringer", "Til fots", "Annet"), 0},
		{"nb", "[[chapter.topic.block]]\nheading = \"Fra størst økning til størst nedgang\"\n" +
			"change = \"auto\"\n", 0},
		{"nb", compared("Størst økning har «Til fots»."), 1},
		{"nb", compared("Størst økning har «Buss eller tog»."), 0},
		{"nb", compared("«Til fots» økte mest."), 1},
		{"nb", compared("«Buss eller tog» økte mest."), 0},
		{"nb", compared("Størst nedgang har «Bil»."), 0},
		{"nb", compared("Flest tar buss eller tog."), 0},
		{"nn", list("heading", "Frå størst auke til størst nedgang", "Til fots", "Anna"), 2},
		{"en", list("heading", "From the largest increase to the largest decrease", "On foot",
			"Something else"), 2},
		{"en", compared("“On foot” increased most."), 1},
		{"en", compared("“Bus or train” increased most."), 0},
	}
	for _, c := range cases {
		found := Report(load(t, travelled(c.language, "Slik er det", c.blocks)))
		n := 0
		for _, f := range found {
			if f.Rule == "trend" && strings.Contains(f.Data, "changed more") {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d, want %d\n%+v", c.blocks, n, c.want, found)
		}
	}
}
