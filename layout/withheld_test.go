package layout

import (
	"fmt"
	"io"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/web"
)

// secretCounts are what a report under [privacy] holds back.
type secretCounts struct {
	now, then, steps, follow []int
	open                     int
}

// secretReport is a report that shows such counts in every way it can: ring, key figure, finding, opener,
// main findings, charts of all forms, a count list, statements, a change list, a follow-up, themes and both
// tables.
func secretReport(t *testing.T, language string, c secretCounts) *content.Report {
	t.Helper()
	fsys := fstest.MapFS{
		"2023/then/survey.toml": {Data: []byte(secretSurvey("then", 2023, c.then))},
		"2024/r/survey.toml":    {Data: []byte(secretSurvey("now", 2024, c.now) + secretMore(c))},
		"2024/r/report.toml":    {Data: []byte(strings.Replace(secretPages, "LANGUAGE", language, 1))},
	}
	r, err := content.Load(fsys, 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func secretSurvey(id string, year int, counts []int) string {
	n := 0
	for _, c := range counts {
		n += c
	}
	compare := ""
	if id == "now" {
		compare = "compare = \"then.a\"\n"
	}
	return fmt.Sprintf("[survey]\nid = %q\ntitle = \"Prøven %d\"\nyear = %d\ninvited = 140\nanswered = %d\n"+
		"[[figure]]\nid = \"a\"\nquestion = \"Hva gjør du?\"\ntitle = \"Gjøremål\"\nkind = \"single\"\n%s", id, year, year, n, compare) +
		answersTable(counts)
}

func answersTable(counts []int) string {
	var b strings.Builder
	b.WriteString("[figure.answers]\n")
	for i, n := range counts {
		fmt.Fprintf(&b, "\"Svar %c\" = %d\n", 'A'+i, n)
	}
	return b.String()
}

func secretMore(c secretCounts) string {
	return "[[figure]]\nid = \"steg\"\nquestion = \"Hvor trygt?\"\ntitle = \"Trygt\"\nkind = \"scale\"\n" + answersTable(c.steps) +
		"[[figure]]\nid = \"videre\"\nquestion = \"Hvorfor E?\"\ntitle = \"Grunnen\"\nkind = \"single\"\n" +
		"follows = { figure = \"a\", answer = \"Svar E\" }\n" + answersTable(c.follow) +
		fmt.Sprintf("[[figure]]\nid = \"fritt\"\nquestion = \"Fortell\"\ntitle = \"Fortell\"\nkind = \"open\"\nresponses = %d\n"+
			"follows = { figure = \"a\", answer = \"Svar E\" }\n", c.open)
}

const secretPages = `[report]
title = "Prøve"
language = "LANGUAGE"
date = 2024-06-01
publisher = "Prøvehuset"
surveys = ["2023/then"]
[privacy]
minimum = 5
[cover]
survey = "now"
ring = "now.a"
[back]
statement = ["Takk."]
[key]
headline = "Tall"
hero = { figure = "now.a", answer = "Svar E", text = "svarte E" }
[[key.figure]]
figure = "now.a"
answer = "Svar A"
text = "svarte A"
[[key.figure]]
figure = "now.a"
answer = "Svar B"
text = "svarte B"
[summary]
headline = "Funn"
lead = "Ord."
finding = [
  { figure = "now.a", answer = "Svar A", text = "svarte A" },
  { figure = "now.a", answer = "Svar B", text = "svarte B" },
  { figure = "now.a", answer = "Svar C", text = "svarte C" },
  { figure = "now.a", answer = "Svar D", text = "svarte D" },
  { figure = "now.a", answer = "Svar E", text = "svarte E" },
  { figure = "now.steg", answer = ["Svar A", "Svar B"], text = "svarte A eller B" },
  { figure = "now.videre", answer = "Svar A", text = "svarte A på det andre" },
]
[[chapter]]
id = "a"
title = "Kapittel"
opener = { figure = "now.a", answer = "Svar D", text = "svarte D." }
[[chapter.topic]]
id = "t"
headline = "En overskrift"
[[chapter.topic.block]]
figure = "now.a"
form = "pie"
[[chapter.topic.block]]
figure = "now.steg"
form = "vbar"
[[chapter.topic.block]]
prose = "Ord."
[[chapter.topic]]
id = "u"
headline = "En annen overskrift"
[[chapter.topic.block]]
figure = "now.steg"
form = "vbar"
[[chapter.topic]]
id = "v"
headline = "En tredje overskrift"
[[chapter.topic.block]]
figure = "now.a"
compare = true
[[chapter.topic.block]]
figures = ["now.steg"]
[[chapter.topic.block]]
change = [{ figure = "now.a", answer = "Svar A", label = "A" }, { figure = "now.a", answer = "Svar B", label = "B" }]
[[chapter.topic]]
id = "w"
headline = "En fjerde overskrift"
[[chapter.topic.block]]
figure = "now.videre"
[[chapter.topic.block]]
themes = [{ title = "E", question = "Fortell", text = "De forteller.", figure = "now.fritt" }]
[[chapter.topic]]
id = "x"
headline = "Tabeller"
[[chapter.topic.block]]
table = ["now.*"]
caption = "Alle svar."
[[chapter.topic.block]]
table = ["now.a"]
compare = true
caption = "To år."
`

// everything is all that a document shows or tells: text, tags with alternative texts, every shape,
// the attached data; and all files of the web edition.
func everything(t *testing.T, r *content.Report) string {
	t.Helper()
	d := composed(t, r)
	var b strings.Builder
	for _, dump := range []func(*frame.Document, io.Writer) error{
		frametest.DumpText, frametest.DumpTags,
	} {
		if err := dump(d, &b); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range d.Pages {
		for _, it := range p.Items {
			s := it.Shape
			if s == nil {
				continue
			}
			fmt.Fprintf(&b, "page %d shape %v width %v", i+1, s.Path, s.Paint.Width)
			if c := s.Paint.Fill; c != nil {
				fmt.Fprintf(&b, " fill %v", *c)
			}
			if c := s.Paint.Stroke; c != nil {
				fmt.Fprintf(&b, " stroke %v", *c)
			}
			b.WriteString("\n")
		}
	}
	b.WriteString(onTheWeb(t, r))
	for _, a := range d.Beside {
		fmt.Fprintf(&b, "%s %s\n%s\n", a.Name, a.Description, a.Data)
	}
	return b.String()
}

// onTheWeb is all files of the web edition, but for pictures of pixels.
func onTheWeb(t *testing.T, r *content.Report) string {
	t.Helper()
	e, err := web.Compose(r, web.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range e.Files {
		if path.Ext(f.Name) == ".png" || strings.HasPrefix(f.Name, "fonts/") {
			continue
		}
		fmt.Fprintln(&b, f.Name)
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func composed(t *testing.T, r *content.Report) *frame.Document {
	t.Helper()
	d, err := Compose(r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	insidePages(t, d)
	noTextOverText(t, d)
	return d
}

var known = secretCounts{now: []int{28, 22, 6, 4, 2}, then: []int{20, 3, 30, 5, 8}, steps: []int{3, 40, 4, 10, 5}, follow: []int{1, 1}, open: 2}

// TestNothingToldApart: reports that look alike under the rules of privacy are the same document,
// to the last shape and the last line of the attached data. So nothing in it can tell what is
// withheld.
func TestNothingToldApart(t *testing.T) {
	want := everything(t, secretReport(t, "nb", known))
	tests := []struct {
		name   string
		change func(*secretCounts)
	}{
		{"this year", func(c *secretCounts) { c.now, c.follow, c.open = []int{28, 22, 6, 3, 3}, []int{2, 1}, 3 }},
		{"the earlier year", func(c *secretCounts) { c.then = []int{20, 4, 30, 4, 8} }},
		{"a scale", func(c *secretCounts) { c.steps = []int{4, 40, 3, 10, 5} }},
		{"the follow-up", func(c *secretCounts) { c.follow, c.open = []int{0, 2}, 1 }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			counts := known
			tt.change(&counts)
			have := everything(t, secretReport(t, "nb", counts))
			if have == want {
				return
			}
			a, b := strings.Split(want, "\n"), strings.Split(have, "\n")
			for i := range a {
				if i >= len(b) || a[i] != b[i] {
					t.Fatalf("told apart:\n%.300s\n%.300s", a[i], b[min(i, len(b)-1)])
				}
			}
			t.Fatal("told apart by its end")
		})
	}
}

// TestWithheldIsSaid: the notes in the captions, the alternative texts and the data, in each
// language.
func TestWithheldIsSaid(t *testing.T) {
	for _, tt := range []struct{ language, note, alt string }{
		{"nb", ": Tall under 5, og tall som kunne røpet dem, er holdt tilbake av hensyn til personvernet.", "Svar D holdt tilbake"},
		{"nn", ": Tal under 5, og tal som kunne røpt dei, er haldne tilbake av omsyn til personvernet.", "Svar D halde tilbake"},
		{"en", ": Numbers under 5, and those that could give them away, are withheld to protect privacy.", "Svar D withheld"},
	} {
		r := secretReport(t, tt.language, known)
		d := composed(t, r)
		if n := strings.Count(squeeze(taggedText(d, d.Root)), squeeze(tt.note)); n != 9 {
			t.Errorf("%s: the note stands %d times, want 9", tt.language, n)
		}
		var b strings.Builder
		if err := frametest.DumpTags(d, &b); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), tt.alt) {
			t.Errorf("%s: no alternative text says %q", tt.language, tt.alt)
		}
		csv := string(r.CSV())
		for _, line := range []string{"now,a,Hva gjør du?,Svar C,6,62,9.7,", "now,a,Hva gjør du?,Svar D,:,62,:,", "now,videre,Hvorfor E?,Svar A,:,:,:,", "now,fritt,Fortell,,:,:,:,"} {
			if !strings.Contains(csv, line) {
				t.Errorf("no line %q in\n%s", line, csv)
			}
		}
	}
}
