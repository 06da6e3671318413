package wording

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// invented is a survey of no one: 40 in the west, 24 in the east, 4 in the north.
const invented = `[report]
title = "Oppdiktet"
language = "LANGUAGE"
date = 2024-03-01
publisher = "Oppdiktet"
[privacy]
minimum = 4
[survey]
id = "s"
title = "Oppdiktet"
year = 2024
invited = 100
answered = 68
[[figure]]
id = "sted"
question = "Hvor?"
kind = "single"
[figure.answers]
"Vest" = 40
"Øst" = 24
"Nord" = 4
[[figure]]
id = "kom"
question = "Kom du?"
kind = "single"
[figure.answers]
"Ja" = 39
"Nei" = 29
[[figure]]
id = "glad"
question = "Glad?"
kind = "single"
[figure.answers]
"Ja" = 51
"Nei" = 17
[[figure]]
id = "ofte"
question = "Ofte?"
kind = "single"
[figure.answers]
"Ja" = 52
"Nei" = 16
[[breakdown]]
figure = "kom"
by = "sted"
[breakdown.counts]
"Vest" = { "Ja" = 20, "Nei" = 20 }
"Øst" = { "Ja" = 15, "Nei" = 9 }
"Nord" = { "Ja" = 4, "Nei" = 0 }
[[breakdown]]
figure = "ofte"
by = "sted"
[breakdown.counts]
"Vest" = { "Ja" = 38, "Nei" = 2 }
"Øst" = { "Ja" = 10, "Nei" = 14 }
"Nord" = { "Ja" = 4, "Nei" = 0 }
[summary]
headline = "Funn"
lead = "Ord."
finding = [{ figure = "s.kom", answer = "Ja", text = "kom" }, { figure = "s.glad", answer = "Ja", text = "er glade" }]
[key]
headline = "Tall"
hero = { figure = "s.kom", answer = "Ja", text = "kom" }
[[key.figure]]
figure = "s.glad"
answer = "Ja"
text = "er glade"
[[key.figure]]
figure = "s.ofte"
answer = "Ja"
text = "kommer ofte"
[[key.figure]]
survey = "s"
text = "svarte"
[[chapter]]
id = "k"
title = "K"
opener = { figure = "s.kom", answer = "Ja", text = "kom" }
[[chapter.topic]]
id = "t"
headline = "Overskrift"
[[chapter.topic.block]]
prose = "Ord."
`

// TestKeyFiguresOfAnEdition: key figures, findings and openers of an edition are the group's beside
// everyone's where the question is broken down, and say that they are everyone's where it is not, or
// where the group's is withheld.
func TestKeyFiguresOfAnEdition(t *testing.T) {
	vest := "50% 20 av 40 svar. Vest 50 %, alle 57 %. of 40 | 75% Alle: 51 av 68 svar. of 68 | " +
		"76% Alle: 52 av 68 svar. Vest holdt tilbake. of 68 | 68% Alle: 68 av 100 inviterte. of 100 | " +
		"kom. Vest 50 %, alle 57 %. | Vest 50 %, alle 57 %. Alle 75 %."
	for _, tt := range []struct{ language, group, want string }{
		{"nb", "Vest", vest},
		{"nn", "Vest", strings.NewReplacer("holdt", "halde", "inviterte", "inviterte").Replace(vest)},
		{"en", "Vest", "50% 20 of 40 answers. Vest 50 %, all 57 %. of 40 | 75% All: 51 of 68 answers. of 68 | " +
			"76% All: 52 of 68 answers. Vest withheld. of 68 | 68% All: 68 of 100 invited. of 100 | " +
			"kom. Vest 50 %, all 57 %. | Vest 50 %, all 57 %. All 75 %."},
		{"nb", "Øst", "15 av 24 63 %. Øst 15 av 24, alle 57 %. of 24 | 75% Alle: 51 av 68 svar. of 68 | " +
			"76% Alle: 52 av 68 svar. Øst holdt tilbake. of 68 | 68% Alle: 68 av 100 inviterte. of 100 | " +
			"kom. Øst 15 av 24, alle 57 %. | Øst 15 av 24, alle 57 %. Alle 75 %."},
		{"nb", "", "57% 39 av 68 svar. of 68 | 75% 51 av 68 svar. of 68 | 76% 52 av 68 svar. of 68 | " +
			"68% 68 av 100 inviterte. of 100 | kom | "},
	} {
		fsys := fstest.MapFS{"2024/r/report.toml": {
			Data: []byte(strings.Replace(invented, "LANGUAGE", tt.language, 1))}}
		e, err := content.NewEditor(fsys, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		r := e.Report()
		if tt.group != "" {
			if r, err = e.For(content.Audience{By: "sted", Group: tt.group}); err != nil {
				t.Fatal(err)
			}
		}
		have := strings.ReplaceAll(keyWords(New(r), r), "\u00a0", " ")
		if have != tt.want {
			t.Errorf("%s, %q:\nhave %s\nwant %s", tt.language, tt.group, have, tt.want)
		}
	}
}

// keyWords is what key figures, the opener and the findings say.
func keyWords(w *Words, r *content.Report) string {
	var parts []string
	for _, k := range append([]content.KeyFigure{r.Key.Hero}, r.Key.Figures...) {
		f := w.KeyFigure(k)
		percent := ""
		if f.Percent {
			percent = "%"
		}
		parts = append(parts, f.Number+percent+" "+f.Detail+" of "+strconv.Itoa(f.Dots))
	}
	opener, _ := w.Opener(r.Chapters[0])
	var changes []string
	for _, f := range w.Findings() {
		if f.Change != "" {
			changes = append(changes, f.Change)
		}
	}
	return strings.Join(append(parts, opener.Text, strings.Join(changes, " ")), " | ")
}
