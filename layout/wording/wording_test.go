package wording

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/charts"
	"rapport/content"
)

// sample is a report of one chapter on a survey of 62 out of 148, with more TOML of report.toml's
// top level, and with blocks in its only topic.
func sample(t *testing.T, language, top, blocks string) *content.Report {
	t.Helper()
	survey := func(id string, year int, yes, no, rest int) *fstest.MapFile {
		compare := ""
		if id == "now" {
			compare = "compare = \"then.a\"\n"
		}
		return &fstest.MapFile{Data: fmt.Appendf(nil, `[survey]
id = %q
title = "Prøven %d"
year = %d
invited = 148
answered = %d
[[figure]]
id = "a"
question = "Har du det bra?"
title = "Har det bra"
kind = "single"
missing = 2
residual = ["Vet ikke"]
%s[figure.answers]
"Ja, stort sett" = %d
"Nei" = %d
"Vet ikke" = %d
[figure.short]
"Ja, stort sett" = "Ja"
`, id, year, year, yes+no+rest+2, compare, yes, no, rest)}
	}
	report := fmt.Sprintf(`[report]
title = "Prø\u00adve 2024"
language = %q
date = 2024-06-01
publisher = "Prøvehuset"
surveys = ["2023/then"]
%s
[cover]
survey = "now"
ring = "now.a"
[[chapter]]
id = "a"
title = "Kapittel"
[[chapter.topic]]
id = "t"
headline = "En overskrift"
%s`, language, top, blocks)
	fsys := fstest.MapFS{
		"2023/then/survey.toml": survey("then", 2023, 12, 8, 5),
		"2024/r/survey.toml":    survey("now", 2024, 31, 25, 4),
		"2024/r/report.toml":    {Data: []byte(report)},
	}
	r, err := content.Load(fsys, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const figureBlock = "[[chapter.topic.block]]\nfigure = \"now.a\"\n"

func text(in []content.Inline) string {
	var b strings.Builder
	for _, i := range in {
		b.WriteString(i.Text)
	}
	return strings.ReplaceAll(b.String(), noBreakSpace, " ")
}

func TestRing(t *testing.T) {
	published := New(sample(t, "nb", "", figureBlock)).Ring()
	withheld := New(sample(t, "nb", "[privacy]\nminimum = 5\n", figureBlock)).Ring()
	for _, tt := range []struct {
		name string
		ring Ring
		want string
		rest int
	}{
		{"published", published,
			"Ja 31 31 true, Nei 25 25 true, Vet ikke 4 4 true, Ubesvart 2 0 false", 2},
		{"withheld", withheld,
			"Ja 31 31 true, Nei : 0 false, Vet ikke : 0 false, Ubesvart 2 0 false", 31},
	} {
		var have []string
		for _, g := range tt.ring.Groups {
			have = append(have, fmt.Sprint(g.Label, " ", g.Count, " ", g.People, " ", g.Shown))
		}
		if s := strings.Join(have, ", "); s != tt.want {
			t.Errorf("%s: have %s, want %s", tt.name, s, tt.want)
		}
		if n := tt.ring.Rest(); n != tt.rest {
			t.Errorf("%s: %d are in no group that is shown, want %d", tt.name, n, tt.rest)
		}
		if tt.ring.Silent.Count != "86" {
			t.Errorf("%s: %s did not answer, want 86", tt.name, tt.ring.Silent.Count)
		}
	}
}

// TestFindings: what became of a finding, and of when it is, in all the ways there are. All surveys
// are invented.
func TestFindings(t *testing.T) {
	survey := func(id string, year, invited int, figures string) *fstest.MapFile {
		return &fstest.MapFile{Data: fmt.Appendf(nil, "[survey]\nid = %q\ntitle = \"Prøven\"\n"+
			"year = %d\nperiod = \"juni %d\"\ninvited = %d\nanswered = %d\n%s", id, year, year,
			invited, invited/2, figures)}
	}
	figure := func(id, more string, yes, no, missing int) string {
		return fmt.Sprintf("[[figure]]\nid = %q\nquestion = \"Hva?\"\nkind = \"single\"\n"+
			"missing = %d\n%s[figure.answers]\n\"Ja\" = %d\n\"Nei\" = %d\n", id, missing, more, yes, no)
	}
	now := figure("same", "compare = \"then.same\"\n", 30, 70, 0) +
		figure("up", "compare = \"then.up\"\n", 90, 10, 0) +
		figure("near", "compare = \"then.near\"\n", 33, 67, 0) +
		figure("few", "compare = \"then.few\"\n", 9, 1, 90) +
		figure("other", "incomparable = \"Spurt på en annen måte.\"\n", 50, 50, 0) +
		figure("new", "", 50, 50, 0)
	then := figure("same", "", 29, 71, 0) + figure("up", "", 40, 60, 0) +
		figure("near", "", 28, 72, 0) + figure("few", "", 1, 9, 90)
	load := func(t *testing.T, lead, findings string) []Finding {
		t.Helper()
		fsys := fstest.MapFS{
			"2023/then/survey.toml":  survey("then", 2023, 200, then),
			"2024/other/survey.toml": survey("late", 2024, 200, figure("late", "", 60, 40, 0)),
			"2024/r/survey.toml":     survey("now", 2024, 200, now),
			"2024/r/report.toml": {Data: fmt.Appendf(nil, `[report]
title = "Prøve"
language = "nb"
date = 2024-06-01
publisher = "Prøvehuset"
surveys = ["2023/then", "2024/other"]
[summary]
headline = "Funn"
lead = %q
finding = [%s]
[[chapter]]
id = "a"
title = "Kapittel"
[[chapter.topic]]
id = "t"
headline = "En overskrift"
[[chapter.topic.block]]
figure = "now.up"
`, lead, findings)},
		}
		r, err := content.Load(fsys, 2024, "r")
		if err != nil {
			t.Fatal(err)
		}
		return New(r).Findings()
	}
	finding := func(ref string) string {
		return fmt.Sprintf("{ figure = %q, answer = \"Ja\", text = \"svarte\" },", ref)
	}
	for _, tt := range []struct{ name, lead, findings, want string }{
		{"same", "Ord.", finding("now.same"), "30 Som i 2023 (29 %). false"},
		{"up, the year told by another", "Ord.", finding("now.up") + finding("now.same"),
			"90 Opp fra 40 %, større enn feilmarginen. true figure:1"},
		{"up, the year told above", "Som i 2023.", finding("now.up"),
			"90 Opp fra 40 %, større enn feilmarginen. true figure:1"},
		{"up, the year not told", "Ord.", finding("now.up"),
			"90 Opp fra 40 % i 2023, større enn feilmarginen. true figure:1"},
		{"inside", "Ord.", finding("now.near"),
			"33 I 2023: 28 %. Forskjellen er innenfor feilmarginen. false"},
		{"few", "Om 2023.", finding("now.few"),
			"9 av 10 Opp fra 1 av 10, større enn feilmarginen. true"},
		{"incomparable", "Ord.", finding("now.other"), "50 Kan ikke sammenlignes med tidligere år. false"},
		{"new", "Ord.", finding("now.new"), "50 Ikke spurt før. false"},
		{"another survey", "Ord.", finding("late.late"), "60 Juni 2024. Ikke spurt før. false"},
		{"an earlier survey", "Ord.", finding("then.up"), "40 Juni 2023. Ikke spurt før. false"},
		{"response", "Ord.", "{ survey = \"now\", text = \"svarte\" }", "50  false"},
	} {
		f := load(t, tt.lead, tt.findings)[0]
		have := strings.TrimSpace(fmt.Sprint(f.Number, " ", f.Change, " ", f.Moved, " ", f.ID))
		if have = strings.ReplaceAll(have, noBreakSpace, " "); have != tt.want {
			t.Errorf("%s: have %q, want %q", tt.name, have, tt.want)
		}
	}
}

func TestKeyFigure(t *testing.T) {
	r := sample(t, "nb", "", figureBlock)
	w := New(r)
	now := r.Survey("now").Figures[0]
	for _, tt := range []struct {
		name   string
		figure content.KeyFigure
		want   string
	}{
		{"share", content.KeyFigure{Figure: now, Answers: []int{0}},
			"52 true | 31 av 60 | 31 av 60 svar. I 2023: 12 av 25. | 60 31"},
		{"few", content.KeyFigure{Figure: now.Compare, Answers: []int{1}},
			"8 av 25 false | 8 av 25 | 32 %, 2023. | 25 8"},
		{"response before", content.KeyFigure{Survey: r.Survey("then")},
			"18 true | 27 av 148 | 27 av 148 inviterte, 2023. | 148 27"},
		{"told already", content.KeyFigure{Survey: r.Survey("then"), Text: "svarte i 2023"},
			"18 true | 27 av 148 | 27 av 148 inviterte. | 148 27"},
		{"response", content.KeyFigure{Survey: r.Survey("now")},
			"42 true | 62 av 148 | 62 av 148 inviterte. | 148 62"},
	} {
		k := w.KeyFigure(tt.figure)
		have := fmt.Sprintf("%s %v | %s | %s | %d %d",
			k.Number, k.Percent, k.OutOf, k.Detail, k.Dots, k.Filled)
		if have = strings.ReplaceAll(have, noBreakSpace, " "); have != tt.want {
			t.Errorf("%s: have %s, want %s", tt.name, have, tt.want)
		}
	}
}

func TestKeyFigureWithheld(t *testing.T) {
	r := sample(t, "nb", "[privacy]\nminimum = 5\n", figureBlock)
	k := New(r).KeyFigure(content.KeyFigure{Figure: r.Survey("now").Figures[0], Answers: []int{2}})
	told := strings.Contains(k.Number+k.OutOf+k.Detail, "4")
	if k.Percent || k.Filled != 0 || k.Dots != 60 || told {
		t.Errorf("have %+v, want the base alone", k)
	}
}

func TestCaption(t *testing.T) {
	for _, tt := range []struct {
		name, language, block string
		chart                 charts.Chart
		continued             bool
		want                  string
	}{
		{"plain", "nb", figureBlock, charts.Chart{Base: "n = 60"}, false,
			"Figur 1. Har det bra. n = 60"},
		{"signs", "nn", figureBlock, charts.Chart{Base: "n = 60", Inside: true}, false,
			"Figur 1. Har det bra. * Innanfor feilmarginen. n = 60"},
		{"the author's", "en", figureBlock + "caption = \"So it is\"\n",
			charts.Chart{Note: "How to read it.", OneDotStandsFor: 2}, true,
			"Figure 1. So it is Each dot is 2 people. (continued)"},
		{"another survey", "nb", "[[chapter.topic.block]]\nfigure = \"then.a\"\n",
			charts.Chart{Note: "Slik leses den.", Base: "n = 25"}, false,
			"Figur 1. Har det bra. Slik leses den. n = 25 · Prøven 2023"},
	} {
		r := sample(t, tt.language, "", tt.block)
		have := text(New(r).Caption(r.Figures[0], tt.chart, tt.continued))
		if have != tt.want {
			t.Errorf("%s: have %s, want %s", tt.name, have, tt.want)
		}
	}
}

// TestWhen: what is of another year than the report says when it is of, in captions of charts and
// tables, below key figures and on openers; once, and not where the words beside it do.
func TestWhen(t *testing.T) {
	then := "[[chapter.topic.block]]\nfigure = \"then.a\"\n"
	cases := []struct{ block, base, want string }{
		{then, "n = 25", "Figur 1. Har det bra. n = 25 · Prøven 2023"},
		{then + "caption = \"Svar i mai 2023.\"\n", "n = 25",
			"Figur 1. Svar i mai 2023. n = 25 · Prøven 2023"},
		{figureBlock, "n = 60", "Figur 1. Har det bra. n = 60"},
	}
	for _, tt := range cases {
		r := sample(t, "nb", "", tt.block)
		w := New(r)
		if have := text(w.Caption(r.Figures[0], charts.Chart{Base: tt.base}, false)); have != tt.want {
			t.Errorf("have %s, want %s", have, tt.want)
		}
	}
	r := sample(t, "nb", "", figureBlock+"[[chapter.topic.block]]\ntable = [\"now.a\"]\n")
	r.Year = 2025 // nothing is of the report's year now
	for _, s := range r.Surveys {
		s.Period = fmt.Sprintf("mai %d", s.Year)
	}
	w, figure, table := New(r), r.Figures[0], r.Tables[0]
	caption := func(base string) string {
		return text(w.Caption(figure, charts.Chart{Base: base}, false))
	}
	key := content.KeyFigure{Survey: r.Survey("now"), Text: "svarte"}
	for _, tt := range [][2]string{
		{caption("n = 60"), "Figur 1. Har det bra. n = 60 · mai 2024"},
		{caption("n = 25 (2023), 60 (2024)"), "Figur 1. Har det bra. n = 25 (2023), 60 (2024)"},
		{text(w.TableTitle(table)), "Tabell 1. · mai 2024"},
		{w.KeyFigure(key).Detail, "62 av 148 inviterte, mai 2024."},
		{w.dated(key).Text, "svarte. Mai 2024."},
	} {
		if have := strings.ReplaceAll(tt[0], noBreakSpace, " "); have != tt[1] {
			t.Errorf("have %s, want %s", have, tt[1])
		}
	}
}

// TestPartial: a table's caption names the questions of which not all options are in it.
func TestPartial(t *testing.T) {
	r := sample(t, "nn", "", "[[chapter.topic.block]]\ntable = [\"now.a\", \"then.a\"]\n")
	w, table := New(r), r.Tables[0]
	if have := text(w.TableNote(table, w.Table(table))); strings.Contains(have, "Berre") {
		t.Errorf("have %s", have)
	}
	table.Figures[0].Partial = true
	have := text(w.TableNote(table, w.Table(table)))
	if !strings.Contains(have, "Berre nokre av svaralternativa er viste: Har det bra.") {
		t.Errorf("have %s", have)
	}
}

func TestTable(t *testing.T) {
	block := "[[chapter.topic.block]]\ntable = [\"now.a\"]\ncompare = true\ncaption = \"To år.\"\n"
	r := sample(t, "nb", "", block)
	w := New(r)
	table := w.Table(r.Tables[0])
	var have []string
	for _, row := range table.Groups[0].Rows {
		have = append(have, row.Label+" "+strings.Join(row.Values, " ")+row.Mark)
	}
	want := "Ja, stort sett 12 48,0 31 51,7 +3,7*, Nei 8 32,0 25 41,7 +9,7*, " +
		"Vet ikke 5 20,0 4 6,7 −13,3*"
	if s := strings.Join(have, ", "); s != want {
		t.Errorf("have %s, want %s", s, want)
	}
	title, note := text(w.TableTitle(r.Tables[0])), text(w.TableNote(r.Tables[0], table))
	if title != "Tabell 1. To år." || note != "* Innenfor feilmarginen." {
		t.Errorf("have the title %s and the note %s", title, note)
	}
}

func TestCountList(t *testing.T) {
	r := sample(t, "nb", "[privacy]\nminimum = 5\n", figureBlock)
	var have []string
	for _, row := range New(r).CountList(r.Figures[0]).Rows {
		have = append(have, row.Label+" "+row.Value)
	}
	if s := strings.Join(have, ", "); s != "Ja, stort sett 31, Nei :, Vet ikke :, Svar i alt 60" {
		t.Errorf("have %s", s)
	}
}

func TestFootnotesAreNumberedInReadingOrder(t *testing.T) {
	blocks := "[[chapter.topic.block]]\n" +
		"prose = \"\"\"Ett.[^b] To.[^a] Tre.[^b]\n\n[^a]: A.\n[^b]: B.\"\"\"\n"
	r := sample(t, "nb", "", blocks)
	w := New(r)
	var have []string
	for _, in := range marks(r) {
		number, first := w.Footnote(in.Note, in)
		have = append(have, fmt.Sprint(number, first))
	}
	if s := strings.Join(have, ", "); s != "1 true, 2 true, 1 false" {
		t.Errorf("have %s", s)
	}
}

// marks are the footnote marks of the only block.
func marks(r *content.Report) []*content.Inline {
	var all []*content.Inline
	for _, p := range r.Chapters[0].Topics[0].Blocks[0].Text {
		for i := range p.Inlines {
			if p.Inlines[i].Note != nil {
				all = append(all, &p.Inlines[i])
			}
		}
	}
	return all
}

func TestName(t *testing.T) {
	title, year := New(sample(t, "nb", "", figureBlock)).Name()
	if title != "Prøve" || year != "2024" {
		t.Errorf("have %q %q, want the year once and no soft hyphen", title, year)
	}
}

func TestLinked(t *testing.T) {
	for in, want := range map[string]string{
		"www.eksempel.no": "https://www.eksempel.no", "https://eksempel.no": "https://eksempel.no",
		"post@eksempel.no": "mailto:post@eksempel.no", "ring oss på 22 22 22 22": "",
		"Osloveien 1": "",
	} {
		if have := linked(in).URI; have != want {
			t.Errorf("%q leads to %q, want %q", in, have, want)
		}
	}
}
