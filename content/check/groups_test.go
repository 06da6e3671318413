package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// groupSurvey is an invented survey of visitors, broken down by county and by age.
const groupSurvey = `[report]
title = "Oppdiktet"
language = "LANG"
date = 2024-03-01
publisher = "Laget"
[privacy]
minimum = 4
[survey]
id = "s"
title = "Oppdiktet"
year = 2024
answered = 240
[[figure]]
id = "fylke"
question = "QFYLKE"
kind = "single"
[figure.answers]
"Vestland" = 100
"Oslo" = 110
"Agder" = 30
[[figure]]
id = "alder"
question = "QALDER"
kind = "single"
[figure.answers]
"UNDER 30 YEARS" = 80
"30–49 YEARS" = 90
"OVER 49 YEARS" = 70
[[figure]]
id = "kom"
question = "QKOM"
kind = "single"
[figure.answers]
"YES" = 150
"NO" = 90
[[breakdown]]
figure = "kom"
by = "fylke"
[breakdown.counts]
"Vestland" = { "YES" = 60, "NO" = 40 }
"Oslo" = { "YES" = 77, "NO" = 33 }
"Agder" = { "YES" = 13, "NO" = 17 }
[[breakdown]]
figure = "kom"
by = "alder"
[breakdown.counts]
"UNDER 30 YEARS" = { "YES" = 56, "NO" = 24 }
"30–49 YEARS" = { "YES" = 54, "NO" = 36 }
"OVER 49 YEARS" = { "YES" = 40, "NO" = 30 }
[[chapter]]
id = "k"
title = "K"
[[chapter.topic]]
id = "t"
headline = "HEAD"
[[chapter.topic.block]]
figure = "s.kom"
[[chapter.topic.block]]
prose = "SENTENCE"
`

// groupWords are the survey's words, by language.
var groupWords = map[string][]string{
	"nb": {"QFYLKE", "Hvilket fylke bor du i?", "QALDER", "Hvor gammel er du?", "QKOM", "Kom du på kurset?", "YES", "Ja", "NO", "Nei",
		"HEAD", "De fleste kom på kurset", "UNDER", "Under", "OVER", "Over", "YEARS", "år"},
	"nn": {"QFYLKE", "Kva fylke bur du i?", "QALDER", "Kor gammal er du?", "QKOM", "Kom du på kurset?", "YES", "Ja", "NO", "Nei",
		"HEAD", "Dei fleste kom på kurset", "UNDER", "Under", "OVER", "Over", "YEARS", "år"},
	"en": {"QFYLKE", "Which county do you live in?", "QALDER", "How old are you?", "QKOM", "Did you come to the course?", "YES", "Yes",
		"NO", "No", "HEAD", "Most came to the course", "UNDER", "Under", "OVER", "Over", "YEARS", "years"},
}

// TestGroups holds numbers of sentences that name a group to the group's own.
func TestGroups(t *testing.T) {
	for _, c := range []struct{ lang, sentence, want string }{
		// right: the group's placeholder is proposed
		{"nb", "I Vestland svarte 60 prosent ja.", "typed {prosent s.kom in Vestland | Ja}"},
		{"nb", "Blant dem fra Oslo kom 70 prosent på kurset.", "typed {prosent s.kom in Oslo | Ja}"},
		{"nb", "I Oslo kom 77 av 110 på kurset.", "typed {share s.kom in Oslo | Ja}"},
		{"nb", "I Agder svarte 57 % nei.", "typed {percent s.kom in Agder | Nei}"},
		{"nb", "Blant de under 30 kom 70 prosent på kurset.", "typed {prosent s.kom in Under 30 år | Ja}"},
		{"nb", "Av dem over 49 år kom 57,1 prosent.", "typed {prosent.1 s.kom in Over 49 år | Ja}"},
		{"nn", "I Vestland svara 60 prosent ja.", "typed {prosent s.kom in Vestland | Ja}"},
		{"nn", "Blant dei under 30 kom 70 prosent på kurset.", "typed {prosent s.kom in Under 30 år | Ja}"},
		{"en", "In Vestland, 60 per cent said yes.", "typed {prosent s.kom in Vestland | Yes}"},
		{"en", "Among those under 30, 70% came to the course.", "typed {percent s.kom in Under 30 years | Yes}"},
		// wrong: what everyone answered, or a slip
		{"nb", "I Vestland svarte 63 prosent ja.", "number {prosent s.kom in Vestland | Ja}"},
		{"nb", "I Oslo svarte 62,5 % ja.", "number {percent.1 s.kom in Oslo | Ja}"},
		{"nb", "Blant de under 30 svarte 38 prosent nei.", "note {prosent s.kom in Under 30 år | Nei}"},
		{"nn", "I Agder svara 63 prosent ja.", "number {prosent s.kom in Agder | Ja}"},
		{"en", "In Oslo, 63 per cent said yes.", "number {prosent s.kom in Oslo | Yes}"},
		// everyone, though a group is named, or none is
		{"nb", "Av dem som svarte, bor 42 prosent i Vestland.", "typed {prosent s.fylke | Vestland}"},
		{"nb", "I alt kom 63 prosent på kurset.", "typed {prosent s.kom | Ja}"},
		{"en", "63 per cent came to the course.", "typed {prosent s.kom | Yes}"},
		// no number, and one of something else
		{"nb", "I Vestland og Oslo var det fullt.", ""},
		{"nb", "I Vestland bor det 650 000 mennesker.", ""},
	} {
		text := strings.NewReplacer(groupWords[c.lang]...).Replace(groupSurvey)
		text = strings.NewReplacer("LANG", c.lang, "SENTENCE", c.sentence).Replace(text)
		r, err := content.Load(fstest.MapFS{"2024/r/report.toml": {Data: []byte(text)}}, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		have := ""
		for _, f := range Report(r) {
			switch {
			case f.Rule == "number" && f.Severity == Note && strings.Contains(f.Repair, " in "):
				have = "note " + f.Repair[strings.Index(f.Repair, "{"):]
			case f.Rule == "typed", f.Rule == "number" && f.Severity != Note:
				have = f.Rule + " " + f.Fix
			}
		}
		if have != c.want {
			t.Errorf("%s: %s: %s, want %s", c.lang, c.sentence, have, c.want)
		}
	}
}
