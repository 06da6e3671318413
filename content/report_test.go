package content

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestLoad reads the base report and looks at what became of it.
func TestLoad(t *testing.T) {
	r := loadBase(t)
	team, tilbud := r.Survey("m2021").Figure("team"), r.Survey("m2021").Figure("tilbud")
	nyttig := r.Survey("m2021").Figure("nyttig")
	checks := []struct {
		name       string
		have, want any
	}{
		{"title", r.Title, "Erfarings\u00adkonsulentene i tall"},
		{"date", r.Date, time.Date(2022, 3, 15, 0, 0, 0, 0, time.UTC)},
		{"surveys", len(r.Surveys), 2},
		{"about", r.About.Plain(), "En rapport om 148 medlemmer."},
		{"fact", r.Facts[0].Text.Plain(), "41,9\u00a0%"},
		{"cover year", r.Cover.Year, "2022"},
		{"cover caption", r.Cover.Caption.Plain(), "62 av 148 medlemmer svarte."},
		{"statement", r.Back.Statement, []string{"62 stemmer.", "148 plasser."}},
		{"hero", r.Key.Hero.Count(), 45},
		{"hero's base", r.Key.Hero.Base(), 60},
		{"sum", r.Key.Figures[0].Count(), 31},
		{"response", r.Key.Figures[1].Count(), 62},
		{"response's base", r.Key.Figures[1].Base(), 148},
		{"headline", r.Chapters[0].Topics[0].Headline, "Femten står alene"},
		{"title by kicker", r.Chapters[0].Topics[0].Title, "Team"},
		{"question of the only figure", r.Chapters[0].Topics[0].Question, "Arbeider du i team?"},
		{"no question of several", r.Chapters[0].Topics[1].Question, ""},
		{"finding", r.Figures[0].Finding, "Femten står alene"},
		{"chapter number", r.Chapters[0].Number, 1},
		{"method number", r.Method.Number, 0},
		{"figures", len(r.Figures), 3},
		{"figure number", r.Figures[2].Number, 3},
		{"tables", len(r.Tables), 1},
		{"closed figures in the table", len(r.Tables[0].Figures), 6},
		{"base with missing", team.N, 60},
		{"base of all", tilbud.N, 62},
		{"base of a follow-up", []int{nyttig.Asked, nyttig.N}, []int{31, 31}},
		{"free text", r.Survey("m2021").Figure("onsker").N, 13},
		{"default low of five", r.Survey("m2021").Figure("trygg").Low, []int{0, 1}},
		{"default high of five", r.Survey("m2021").Figure("trygg").High, []int{3, 4}},
		{"given low", r.Survey("m2021").Figure("glad").Low, []int{0}},
		{"scale is ordered", r.Survey("m2021").Figure("glad").Ordered, true},
		{"residual", tilbud.Answers[2].Residual, true},
		{"short by a label without soft hyphen",
			r.Survey("m2021").Figure("temaer").Answers[2].Short, "Erfaring"},
		{"short is the label", team.Answers[0].Short, "Ja"},
		{"highlight", team.Highlight, []int{0}},
		{"theme's question", r.Chapters[0].Topics[1].Blocks[2].Themes[0].Question,
			"Hva ønsker du deg?"},
		{"measure then", r.Figures[2].Measures[0].Then, []int{0, 1}},
		{"measure", r.Figures[2].Measures[0].Change().String(), "10.0"},
		{"list by default", r.Figures[0].List, true},
		{"place of a block", r.Figures[0].Pos.String(), "2022/aarsrapport/2-chapters.toml:11:1"},
	}
	for _, c := range checks {
		if fmt.Sprint(c.have) != fmt.Sprint(c.want) {
			t.Errorf("%s: have %v, want %v", c.name, c.have, c.want)
		}
	}
}

func TestEarlier(t *testing.T) {
	r := loadBase(t)
	team, tilbud := r.Survey("m2021").Figure("team"), r.Survey("m2021").Figure("tilbud")
	tests := []struct {
		name    string
		f       *Figure
		answers []int
		want    []int
		ok      bool
	}{
		{"merged", team, []int{0}, []int{0, 1}, true},
		{"merged, several", team, []int{1, 0}, []int{0, 1, 2}, true},
		{"by label", tilbud, []int{1}, []int{1}, true},
		{"by label, several", tilbud, []int{0, 1}, []int{0, 1}, true},
		{"no counterpart", tilbud, []int{2}, nil, false},
		{"some without counterpart", tilbud, []int{0, 2}, nil, false},
		{"not compared", r.Survey("m2021").Figure("nyttig"), []int{0}, nil, false},
		{"no answers", tilbud, nil, nil, false},
	}
	for _, tt := range tests {
		have, ok := tt.f.Earlier(tt.answers...)
		if !slices.Equal(have, tt.want) || ok != tt.ok {
			t.Errorf("%s: have %v %v, want %v %v", tt.name, have, ok, tt.want, tt.ok)
		}
	}
	// 31 of 62 is 50.0, 13 of 39 is 33.3: the shown values differ by 16.7, the true ones by 16.67.
	if change, ok := tilbud.Change(0); !ok || change.String() != "16.7" {
		t.Errorf("change %v %v", change, ok)
	}
	if share := team.Share(0); share != 0.75 {
		t.Errorf("share %v", share)
	}
}

// TestReferences follows references to the blocks that they name.
func TestReferences(t *testing.T) {
	r := loadBase(t, `@ 2-chapters.toml
- callout = "Kort og klart."
+ callout = "{see m2021.glad} {page veiledning} {figure m2021.temaer} {see arbeid} {page metode}"
`)
	var have []string
	for _, in := range r.Chapters[0].Topics[0].Blocks[2].Text[0].Inlines {
		if in.Ref == nil {
			continue
		}
		switch target := in.Ref.Target.(type) {
		case *Block:
			have = append(have, fmt.Sprint(in.Ref.Kind, " ", target.Kind, target.Number))
		case *Topic:
			have = append(have, fmt.Sprint(in.Ref.Kind, " topic ", target.ID))
		case *Chapter:
			have = append(have, fmt.Sprint(in.Ref.Kind, " chapter ", target.ID))
		}
	}
	want := []string{"2 figure2", "1 topic veiledning", "0 table1", "2 chapter arbeid",
		"1 topic metode"}
	if !slices.Equal(have, want) {
		t.Errorf("have %q\nwant %q", have, want)
	}
}

func TestMissing(t *testing.T) {
	fsys := base(t)
	fsys["notat.txt"] = &fstest.MapFile{}
	fsys["2019/notat.txt"] = &fstest.MapFile{}
	fsys["mal/report.toml"] = &fstest.MapFile{Data: []byte("[report]")}
	years, err := Years(fsys)
	if err != nil || !slices.Equal(years, []int{2019, 2020, 2021, 2022}) {
		t.Errorf("years %v %v", years, err)
	}
	if names, err := Reports(fsys, 2022); err != nil ||
		!slices.Equal(names, []string{"aarsrapport"}) {
		t.Errorf("reports %v %v", names, err)
	}
	if names, err := Reports(fsys, 2021); err != nil || len(names) != 0 {
		t.Errorf("reports of a year of surveys %v %v", names, err)
	}
	tests := []struct {
		year       int
		name, want string
	}{
		{2023, "aarsrapport", "no year 2023; there is 2019, 2020, 2021, 2022 (did you mean 2022?)"},
		{1999, "x", "no year 1999; there is 2019, 2020, 2021, 2022 (did you mean 2019?)"},
		{2022, "aarsraport", "no report 2022/aarsraport; there is 2022/aarsrapport"},
		{2021, "medlem",
			"no report 2021/medlem (the folder holds a survey only); there is none at all"},
		{2022, "../../etc", "no report 2022/../../etc; there is 2022/aarsrapport"},
	}
	for _, tt := range tests {
		_, err := Load(fsys, tt.year, tt.name)
		var missing *MissingError
		if !errors.As(err, &missing) || err.Error() != tt.want {
			t.Errorf("%d/%s: have %v, want %s", tt.year, tt.name, err, tt.want)
		}
	}
	if _, err := Load(fstest.MapFS{}, 2022, "x"); err == nil ||
		err.Error() != "no year 2022; there is none at all" {
		t.Errorf("empty folder: %v", err)
	}
}

// TestTooLarge refuses more than 16 MiB, counted over all files.
func TestTooLarge(t *testing.T) {
	fsys := base(t)
	half := []byte(strings.Repeat("# "+strings.Repeat("x", 1022)+"\n", 9<<10))
	fsys["2021/medlem/a.toml"] = &fstest.MapFile{Data: half}
	if _, err := Load(fsys, 2022, "aarsrapport"); err != nil {
		t.Errorf("9 MiB: %v", err)
	}
	fsys["2021/medlem/b.toml"] = &fstest.MapFile{Data: half}
	_, err := Load(fsys, 2022, "aarsrapport")
	ps := problemsIn(err)
	if len(ps) == 0 || ps[0].Pos.File != "2021/medlem/b.toml" ||
		!strings.HasPrefix(ps[0].Text, "more than 16 MiB") {
		t.Errorf("18 MiB: %v", err)
	}
}

// unreadable is a file system in which one file cannot be opened.
type unreadable struct {
	fstest.MapFS
	name string
}

func (u unreadable) Open(name string) (fs.File, error) {
	if name == u.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.Open(name)
}

func (u unreadable) ReadFile(name string) ([]byte, error) {
	if name == u.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.ReadFile(name)
}

func TestUnreadable(t *testing.T) {
	_, err := Load(unreadable{base(t), "2021/medlem/survey.toml"}, 2022, "aarsrapport")
	want := "2021/medlem/survey.toml:1:1: cannot read the file: permission denied"
	if err == nil || err.Error() != want && !strings.HasPrefix(err.Error(), want) ||
		len(problemsIn(err)) != 1 {
		t.Errorf("have %v", err)
	}
}

func TestCSV(t *testing.T) {
	r := loadBase(t)
	data := r.CSV()
	if string(data) != string(loadBase(t).CSV()) {
		t.Error("two runs differ")
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"survey", "figure", "question", "answer", "count", "n", "percent", "source"},
		{"m2021", "team", "Arbeider du i team?", "Ja", "45", "60", "75.0", "Medlemsundersøkelsen"},
		{"m2021", "team", "Arbeider du i team?", "Nei", "15", "60", "25.0", "Medlemsundersøkelsen"},
	}
	for i, row := range want {
		if !slices.Equal(rows[i], row) {
			t.Errorf("row %d\nhave %q\nwant %q", i, rows[i], row)
		}
	}
	for _, row := range [][]string{
		{"m2021", "temaer", "Hva får du opplæring i?", "Erfaringskompetanse", "17", "62", "27.4",
			"Medlemsundersøkelsen"},
		{"m2021", "onsker", "Hva ønsker du deg?", "", "13", "62", "21.0", "Medlemsundersøkelsen"},
		{"m2020", "tilbud", "Har du tilbud om veiledning?", "Nei", "26", "39", "66.7",
			"Medlemsundersøkelsen 2020"},
	} {
		if !slices.ContainsFunc(rows, func(r []string) bool { return slices.Equal(r, row) }) {
			t.Errorf("no row %q", row)
		}
	}
	head := "survey,figure,question,answer,count,n,percent,source\r\n"
	if !strings.HasPrefix(string(data), head) || strings.Contains(string(data), "\u00ad") {
		t.Error("not RFC 4180, or soft hyphens in the data")
	}
}

func TestCitation(t *testing.T) {
	r := loadBase(t)
	alone := *r
	alone.People = nil
	want := "Forbundet. (2022). Erfaringskonsulentene i tall: Årsrapport (Rapport 1/2022)."
	if have := alone.Citation().Plain(); have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
	people := *r
	people.People = []Person{{Name: "Kari Anne Nordmann-Li", Role: "redaktør"},
		{Name: "Ola Vik", Role: "forfatter"}}
	want = "Nordmann-Li, K. A. & Vik, O. (2022). Erfaringskonsulentene i tall: Årsrapport " +
		"(Rapport 1/2022). Forbundet."
	if have := people.Citation().Plain(); have != want {
		t.Errorf("have %q\nwant %q", have, want)
	}
	if in := r.Citation()[0].Inlines[1]; !in.Emph {
		t.Error("the title is not emphasised")
	}
}

// TestReports loads every report of this repository.
func TestReports(t *testing.T) {
	fsys := os.DirFS(".")
	years, err := Years(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range years {
		names, err := Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			r, err := Load(fsys, year, name)
			if ps := problemsIn(err); ps != nil {
				var b strings.Builder
				ps.Format(&b)
				t.Errorf("%d/%s\n%s", year, name, b.String())
			} else if err != nil || len(r.Chapters) == 0 {
				t.Errorf("%d/%s: %v", year, name, err)
			}
		}
	}
}

// FuzzLoad gives any text to a report and to a survey: no panic, and every problem has a place.
func FuzzLoad(f *testing.F) {
	b := base(f)
	report := string(b["2022/aarsrapport/1-report.toml"].Data)
	survey := string(b["2021/medlem/survey.toml"].Data)
	f.Add(report, survey)
	for _, s := range []string{"", "[", "a", "a = ", "[[a]]\n[a.b]\nc = 2", "a = 1\na = 2",
		"a = { b = 1,", "a = [1, 2", "a.b = 1\na.c = 2", "a = \"\"\"x", "\ufeffa = 1", "'' = 1",
		"a = 2021-01-01 10:00:00Z\n[[h]]\ni = 1.5e3", "a = {b = 1,\n c = 2\n}"} {
		f.Add(s, survey)
		f.Add("[report]\nlanguage='nb'\n"+s, s)
	}
	for _, prose := range []string{"{", "}", "{{", "{|}", "{n m2021|}", "{percent m2021.team|;}",
		"{percent m2021.team| ; }", "*{n m2021}*", "[{n m2021}](x)", "- \n- {see team}",
		"> {n m2021}\n\n1. a\n\n   b", "<a {n m2021}>", "![{n m2021}](b)", "`{n m2021}`",
		"\\{n m2021}", "&#123;n}", "&amp;lt;",
		"a[^1]\n\n[^1]: b", "[^1]: [^1]", "![^1]\n> [^1]: # b\n\n- [^1]: c",
		"[^1][^2]\n\n[^2]: [a]{lang=en}\n[^1]:\n\n    ```", "[a *[b]{lang=en} c*]{lang=nn}",
		"]{lang=en}[", "[{lang=en}]{lang=en}", "[a\\]{lang=en}]{lang=}",
		"{cite a;b|c}{citet a}{cite ;}{cite |}", "[^a[b]: c]{lang=nb}",
		"[[x]{lang=nn}](https://a.no)", "[x]: y\n[^x]: z"} {
		f.Add("[report]\nlanguage='nb'\n[[reference]]\nid='a'\nauthors=['A, B.']\nyear=1\n"+
			"title='x'\n[[chapter]]\n[[chapter.topic]]\n[[chapter.topic.block]]\nquote='''"+prose+
			"'''\nlang='en'\n", survey)
		f.Add("[report]\nlanguage='nb'\nsurveys=['2021/medlem']\nabout='''"+prose+"'''\n", survey)
	}
	f.Fuzz(func(t *testing.T, report, survey string) {
		fsys := base(t)
		fsys["2022/aarsrapport/1-report.toml"] = &fstest.MapFile{Data: []byte(report)}
		fsys["2021/medlem/survey.toml"] = &fstest.MapFile{Data: []byte(survey)}
		r, err := Load(fsys, 2022, "aarsrapport")
		if ps := problemsIn(err); ps != nil {
			checkPlaces(t, fsys, ps)
			var b strings.Builder
			if err := ps.Format(&b); err != nil {
				t.Error(err)
			}
		} else if err == nil {
			r.CSV()
		}
	})
}

// BenchmarkLoad loads a report on sixty figures; the unit of speed is TOML read.
func BenchmarkLoad(b *testing.B) {
	fsys, size := sixty(), 0
	for _, f := range fsys {
		size += len(f.Data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Load(fsys, 2022, "rapport")
		if err != nil {
			b.Fatal(err)
		}
		if len(r.Figures) != 60 {
			b.Fatal(len(r.Figures))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/load")
}

// sixty is a report with sixty figures, each in a topic of its own with prose about it.
func sixty() fstest.MapFS {
	var survey, report strings.Builder
	survey.WriteString("[survey]\nid = \"s\"\ntitle = \"S\"\nyear = 2021\ninvited = 148\n" +
		"answered = 62\n")
	report.WriteString("[report]\ntitle = \"T\"\nlanguage = \"nb\"\ndate = 2022-03-15\n" +
		"publisher = \"P\"\nsurveys = [\"2021/s\"]\n[[chapter]]\nid = \"c\"\ntitle = \"C\"\n")
	for i := range 60 {
		fmt.Fprintf(&survey, "[[figure]]\nid = \"f%d\"\n"+
			"question = \"Har du tilbud om veiledning i rollen som erfaringskonsulent?\"\n"+
			"kind = \"single\"\nhighlight = \"Nei\"\nresidual = [\"Vet ikke\"]\n"+
			"[figure.answers]\n\"Nei\" = 28\n\"Ja, internt på arbeidsplassen\" = 22\n"+
			"\"Ja, i nettverk\" = 6\n\"Ekstern, i gruppe\" = 4\n\"Vet ikke\" = 2\n", i)
		fmt.Fprintf(&report, "[[chapter.topic]]\nid = \"t%d\"\nkicker = \"Veiledning\"\n"+
			"headline = \"{Word s.f%d | Nei} står uten veiledning\"\n[[chapter.topic.block]]\n"+
			"figure = \"s.f%d\"\n[[chapter.topic.block]]\nprose = \"\"\"\nAv {n s} som svarte, "+
			"har **{percent s.f%d | Nei}** ikke tilbud om veiledning. Det er {share s.f%d | Nei}, "+
			"og {word s.f%d | Ja, i nettverk} har det i nettverk. {see s.f%d}\n\n"+
			"- Noen har veiledning internt på arbeidsplassen, andre i et nettverk.\n"+
			"- Flere ønsker seg mer.\n\"\"\"\n", i, i, i, i, i, i, i)
	}
	return fstest.MapFS{"2021/s/survey.toml": {Data: []byte(survey.String())},
		"2022/rapport/report.toml": {Data: []byte(report.String())}}
}
