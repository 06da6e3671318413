package renewal

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// before2023 is a survey that others are compared with.
const before2023 = "[survey]\nid = \"m22\"\ntitle = \"M\"\nyear = 2022\nanswered = 3\n[[figure]]\nid = \"a\"\n" +
	"question = \"?\"\nkind = \"single\"\n[figure.answers]\nJa = 2\nNei = 1\n"

// A survey as another program may write it: a byte order mark, carriage returns, tables in braces,
// dotted keys, no end to the last line. Only what must change does.
func TestHardForms(t *testing.T) {
	const (
		oldHead = "\ufeff# vår 2023\r\n[survey]  # [x]\r\nid='m23'\r\n\"title\" = \"M \\u0032023, M 2023/24\"\r\n" +
			"year = 2_023 # år\r\n  answered =\t9 # ni\r\nsource = '''\r\nto\r\nlinjer''' # bort\r\n\r\n"
		newHead = "\ufeff# vår 2023\r\n[survey]  # [x]\r\nid='m24'\r\n\"title\" = \"M 2024, M 2024/25\"\r\n" +
			"year = 2024 # år\r\n  answered =\t9 # ni\r\n  counted = 2023\r\n\r\n"
		asked = "[[figure]]\r\nid = \"a\"\r\nquestion = \"?\"\r\nkind = \"single\"\r\n"
	)
	tests := []struct{ name, old, want string }{
		{"braces", "figure = [ { id = \"a\", question = \"?\", kind = \"single\", note = \"n\", " +
			"answers = { Ja = 4, Nei = 5 }, source = 's' } ]",
			"figure = [ { id = \"a\", question = \"?\", kind = \"single\", compare = \"m23.a\", " +
				"answers = { Ja = 4, Nei = 5 }, counted = 2023 } ]"},
		{"dotted", asked + "compare = 'm22.a' # i fjor\r\nmerge.\"J\".now = [\r\n 'Ja' ]\r\n" +
			"merge.\"J\".then = 'Nei'\r\n# stå\r\nanswers.Ja = 4\r\nanswers.Nei = 5",
			asked + "compare = 'm23.a' # i fjor\r\n# stå\r\nanswers.Ja = 4\r\nanswers.Nei = 5\r\n" +
				"counted = 2023"},
		{"headers", asked + "compare = 'm22.a'\r\n[figure.answers] # svar\r\nJa = 4\r\nNei = 5\r\n" +
			"# om merge\r\n[figure.merge.\"J\"]\r\nnow = 'Ja'\r\n# mer\r\nthen = 'Nei'\r\n\r\n# slutt\r\n",
			asked + "compare = 'm23.a'\r\ncounted = 2023\r\n[figure.answers] # svar\r\nJa = 4\r\n" +
				"Nei = 5\r\n# om merge\r\n# mer\r\n\r\n# slutt\r\n"},
		{"reason", asked + "incomparable = 'ny' # hvorfor\r\nanswers = {Ja = 4, Nei = 5}\r\n",
			asked + "compare = \"m23.a\" # hvorfor\r\nanswers = {Ja = 4, Nei = 5}\r\ncounted = 2023\r\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old, want := oldHead+tt.old, newHead+tt.want
			if tt.name == "braces" { // a list in braces stands before all headers
				old = strings.Replace(oldHead, "\r\n", "\r\n"+tt.old+"\r\n", 1)
				want = strings.Replace(newHead, "\r\n", "\r\n"+tt.want+"\r\n", 1)
			}
			r, err := Next(fstest.MapFS{"2022/m/survey.toml": {Data: []byte(before2023)},
				"2023/m/survey.toml": {Data: []byte(old)}}, 2023, 2024)
			if err != nil {
				t.Fatal(err)
			}
			if have := string(r.Made[0].Files[0].Data); have != want {
				t.Errorf("have\n%q\nwant\n%q", have, want)
			}
		})
	}
}

func TestIDs(t *testing.T) {
	for _, tt := range [][2]string{{"ek2021", "ek2023"}, {"ek21", "ek23"}, {"medlem", "medlem2023"},
		{"del2", "del2_2023"}, {"a2021_b2021", "a2023_b2023"}, {"20211", "20211_2023"}, {"21", "21_2023"},
		{"ek2020", "ek2020_2023"}} {
		if have := idMoved(tt[0], 2021, 2023); have != tt[1] {
			t.Errorf("%s: have %s, want %s", tt[0], have, tt[1])
		}
	}
}

const aReport = "[report]\ntitle = \"Vik i {n vik2023} tall 2023\"\nlanguage = \"nb\"\ndate = 2024-02-29\n" +
	"publisher = \"Vik\"\nrights = \"© Vik 2015–2024\"\nsurveys = [\"2023/vik\"] # ett\n" +
	"[[chapter]]\nid = \"vik2023\"\ntitle = \"K\"\n[[chapter.topic]]\nid = \"t\"\nheadline = \"H\"\n" +
	"[[chapter.topic.block]]\nprose = \"Se {page vik2023}: {percent.1 vik2023.a | Ja}, {{vik2023}}.\"\n" +
	"[[chapter.topic.block]]\nfigure = \"vik2023.a\"\nallow = [\"unused\"]\nreason = \"Prøve.\"\n"

func vik(year string) string {
	s := strings.ReplaceAll(before2023, "m22", "vik"+year)
	return strings.ReplaceAll(s, "2022", year)
}

// What a report names is renewed where it stands, and only there; the folder's other files come along,
// but for exports and hidden files.
func TestReportForms(t *testing.T) {
	r, err := Next(fstest.MapFS{
		"2023/vik/survey.toml":       {Data: []byte(vik("2023"))},
		"2024/aar-2024/report.toml":  {Data: []byte(aReport)},
		"2024/aar-2024/bilder/a.png": {Data: []byte("png")},
		"2024/aar-2024/svar.xlsx":    {Data: []byte("x")},
		"2024/aar-2024/.DS_Store":    {Data: []byte("x")},
	}, 2024, 2026)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, folder := range r.Made {
		for _, f := range folder.Files {
			names = append(names, f.Name)
		}
	}
	if have := strings.Join(names, " "); have !=
		"2025/vik/survey.toml 2026/aar-2026/bilder/a.png 2026/aar-2026/report.toml" {
		t.Fatal(have)
	}
	have := string(r.Made[1].Files[1].Data)
	want := strings.NewReplacer("{n vik2023} tall 2023", "{n vik2025} tall 2025", "2024-02-29", "2026-02-28",
		"2015–2024", "2015–2026", "\"2023/vik\"", "\"2025/vik\"", "percent.1 vik2023", "percent.1 vik2025",
		"= \"vik2023.a", "= \"vik2025.a").Replace(aReport)
	if have != want {
		t.Errorf("have\n%s\nwant\n%s", have, want)
	}
	if out := strings.Join(r.Made[1].LeftOut, " "); out != "2024/aar-2024/svar.xlsx" {
		t.Errorf("left out: %s", out)
	}
}

// A survey that is there already stands for the one it is named after, as far as it asks the same;
// what it does not ask stays, and so does its survey.
func TestStanding(t *testing.T) {
	two := vik("2023") + strings.ReplaceAll("[[figure]]\nid = \"b\"\nquestion = \"!\"\nkind = \"single\"\n"+
		"[figure.answers]\nJa = 2\nNei = 1\n", "m22", "vik2023")
	report := aReport + "[[chapter.topic.block]]\nfigure = \"vik2023.b\"\n"
	fsys := fstest.MapFS{"2023/vik/survey.toml": {Data: []byte(two)},
		"2024/vik/survey.toml": {Data: []byte(vik("2024"))}, "2024/aar/report.toml": {Data: []byte(report)}}
	r, err := Next(fsys, 2024, 2025)
	if err != nil || len(r.Problems) > 0 {
		t.Fatal(err, r)
	}
	var have string
	for _, folder := range r.Made {
		if folder.To == "2025/aar" {
			have = string(folder.Files[0].Data)
		}
	}
	for _, want := range []string{`surveys = ["2024/vik", "2023/vik"] # ett`, `figure = "vik2024.a"`,
		`figure = "vik2023.b"`} {
		if !strings.Contains(have, want) {
			t.Errorf("no %s in\n%s", want, have)
		}
	}
}

// What is there already stays, a year without anything is told of, and mistakes are shown first.
func TestRefused(t *testing.T) {
	fsys := fstest.MapFS{"2023/vik/survey.toml": {Data: []byte(vik("2023"))},
		"2024/vik/survey.toml": {Data: []byte(vik("2024"))}}
	r, err := Next(fsys, 2023, 2024)
	if err != nil || len(r.Made) != 0 || len(r.There) != 1 {
		t.Errorf("%v %v", r, err)
	}
	var missing *content.MissingError
	if _, err := Next(fsys, 2020, 2021); !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
	fsys["2023/vik/survey.toml"] = &fstest.MapFile{Data: []byte("[survey]\nid = 3\n")}
	var problems content.Problems
	if _, err := Next(fsys, 2023, 2025); !errors.As(err, &problems) {
		t.Errorf("%v", err)
	}
	if _, err := fs.Stat(fsys, "2025"); err == nil {
		t.Error("it was written")
	}
}
