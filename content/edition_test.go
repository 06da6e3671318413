package content

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

// inEdition is the base with the question team broken down by tilbud, and a topic that shows it.
func inEdition(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := base(t)
	for _, e := range []string{inGroups, `@ 1-report.toml
- about = "En rapport om {invited m2021} medlemmer."
+ about = "Om {group}: {percent m2021.team | Ja in group}, {n m2021.team in group} svar."
`, `@ 2-chapters.toml
+ 
+ [[chapter]]
+ id = "grupper"
+ title = "Grupper"
+ [[chapter.topic]]
+ id = "gruppe-team"
+ headline = "Team"
+ [[chapter.topic.block]]
+ figure = "m2021.team"
+ [[chapter.topic.block]]
+ figure = "m2021.glad"
+ [[chapter.topic.block]]
+ prose = "Alle leser dette."
+ [[chapter.topic.block]]
+ prose = "Bare alle."
+ when = "all"
+ [[chapter.topic.block]]
+ prose = "Store grupper."
+ when = ["large"]
+ [[chapter.topic.block]]
+ prose = "Små grupper."
+ when = ["small", "withheld"]
+ [[chapter.topic.block]]
+ prose = "Hver gruppe."
+ when = "group"
`} {
		if err := edit(fsys, e); err != nil {
			t.Fatal(err)
		}
	}
	return fsys
}

// shape is what a report says about its group, and in the topic: text, and figures with their groups.
func shape(r *Report) string {
	parts := []string{r.Subtitle, r.About.Plain()}
	for _, ch := range r.Chapters {
		for _, topic := range ch.Topics {
			if topic.ID != "gruppe-team" {
				continue
			}
			for _, b := range topic.Blocks {
				s := b.Text.Plain()
				if b.Kind == FigureBlock {
					s = b.Figures[0].ID
				}
				if b.By != nil {
					for _, g := range b.By.Groups {
						s += " " + g.Label
					}
				}
				parts = append(parts, s)
			}
		}
	}
	return strings.ReplaceAll(strings.Join(parts, " | "), "\u00a0", " ")
}

// TestEdition reads a report for everyone, for a group of 31, for one of 28 and for one that is too
// small, by itself and one after the other.
func TestEdition(t *testing.T) {
	fsys := inEdition(t)
	e, err := NewEditor(fsys, 2022, "aarsrapport")
	if err != nil {
		t.Fatal(err)
	}
	before := shape(e.Report())
	subtitle := e.Report().Subtitle
	all := " | team | glad | Alle leser dette. | Bare alle."
	if want := subtitle + " | Om alle: 75 %, 60 svar." + all; before != want {
		t.Errorf("have %s\nwant %s", before, want)
	}
	for range 2 {
		for group, want := range map[string]string{
			"Ja": "Ja · " + subtitle + " | Om Ja: 87 %, 31 svar. | team Ja Alle | glad | Alle leser dette. | " +
				"Store grupper. | Hver gruppe.",
			"Nei": "Nei · " + subtitle + " | Om Nei: 62 %, 26 svar. | team Nei Alle | glad | Alle leser dette. | " +
				"Små grupper. | Hver gruppe.",
		} {
			want = strings.Replace(want, " ·  |", " |", 1)
			fresh, err := NewEditor(fsys, 2022, "aarsrapport")
			if err != nil {
				t.Fatal(err)
			}
			alone, err := fresh.For(Audience{"tilbud", group})
			if err != nil {
				t.Fatal(err)
			}
			one, err := e.For(Audience{"m2021.tilbud", group})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range []*Report{alone, one} {
				if have := shape(r); have != want {
					t.Errorf("%s:\nhave %s\nwant %s", group, have, want)
				}
			}
			if len(alone.Figures) != len(one.Figures) || len(one.Facts) != len(e.Report().Facts)+1 {
				t.Errorf("%s: %d figures, %d facts", group, len(one.Figures), len(one.Facts))
			}
		}
	}
	groups, err := e.Report().Editions("tilbud")
	if err != nil || len(groups) != 3 || groups[0].Closed || groups[0].Size != 31 || !groups[2].Closed {
		t.Error(groups, err)
	}
	for _, a := range []Audience{{"tilbud", "Kanskje"}, {"fylke", "Ja"}} {
		_, err := e.For(a)
		var m *MissingError
		if !errors.As(err, &m) {
			t.Errorf("%v: %v", a, err)
		}
	}
	if shape(e.Report()) != before {
		t.Error("the report for everyone has changed")
	}
}

// TestEditionProblems: what an edition cannot say is told with its place.
func TestEditionProblems(t *testing.T) {
	for script, want := range map[string]string{
		"- prose = \"Hver gruppe.\"\n+ prose = \"{percent m2021.glad | Mye in group}\"": `"m2021.glad" is not broken down by "tilbud"`,
		"- when = \"group\"\n+ when = \"grupe\"":                                        `"when" knows no "grupe"`,
	} {
		fsys := inEdition(t)
		if err := edit(fsys, "@ 2-chapters.toml\n"+script); err != nil {
			t.Fatal(err)
		}
		e, err := NewEditor(fsys, 2022, "aarsrapport")
		if err == nil {
			_, err = e.For(Audience{"tilbud", "Ja"})
		}
		problems, _ := err.(Problems)
		if len(problems) != 1 || !strings.Contains(problems[0].Text, want) {
			t.Errorf("%s: %v", script, err)
		}
	}
}
