package content

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/intake"
	"rapport/content/schema"
	"rapport/content/source"
)

// asked are the keys that loading asks for, each with how it was asked for.
type asked map[string][]source.Ask // by document and path: "report:chapter.topic.id"

// TestSchema holds the published list of keys to what loading asks for, in both directions. Who reads
// a new key adds it to package content/schema, with a sentence in both languages.
func TestSchema(t *testing.T) {
	asked := askAll(t)
	listed := map[string]*schema.Key{}
	for _, d := range schema.Documents() {
		list(listed, d.Name+":", d.Top)
	}
	for _, at := range slices.Sorted(maps.Keys(asked)) {
		k := listed[at]
		if k == nil {
			t.Errorf("loading asks for %s, which is not in content/schema", at)
			continue
		}
		for _, a := range asked[at] {
			if wrong := differs(k, a); wrong != "" {
				t.Errorf("%s: loading asks for %s, content/schema says %s", at, a.Kind, wrong)
			}
		}
	}
	for _, at := range slices.Sorted(maps.Keys(listed)) {
		document, key, _ := strings.Cut(at, ":")
		if key == "figure.answers.*" || key == "figure.printed.*" || key == "breakdown.counts.*.*" {
			continue // read as they come
		}
		if document == "mail" && asked["report"+at[len(document):]] != nil {
			continue // the message alone, which may stand in any file of a report
		}
		if asked[at] == nil && (document != "report" || asked["survey"+at[len(document):]] == nil) {
			t.Errorf("content/schema has %s, which loading never asked for", at)
		}
	}
	if len(listed) < 150 {
		t.Errorf("only %d keys are listed", len(listed))
	}
}

// list adds the keys of an object and of all below it.
func list(to map[string]*schema.Key, at string, o *schema.Object) {
	for i := range o.Keys {
		k := &o.Keys[i]
		to[at+k.Name] = k
		if k.Of != nil && at+k.Name != "report:method.topic" { // as chapter.topic
			list(to, at+k.Name+".", k.Of)
		}
	}
}

// answering are the kinds of values that a way of asking may stand for.
var answering = map[source.ValueKind][]schema.Kind{
	source.TextValue:   {schema.Text, schema.ID, schema.Choice},
	source.IDValue:     {schema.ID},
	source.ChoiceValue: {schema.Choice, schema.Text},
	source.CountValue:  {schema.Count},
	source.FlagValue:   {schema.Flag},
	source.DateValue:   {schema.Date},
	source.TextsValue:  {schema.Texts},
	source.TextOrTexts: {schema.TextOrTexts},
	source.TableValue:  {schema.Table},
	source.TablesValue: {schema.Tables, schema.WordOrTables},
}

// differs says what the list has instead of what was asked, "" when they agree. A key that one of two
// readers may do without need not be there; the words of a choice that the content decides (grounds)
// cannot be listed.
func differs(k *schema.Key, a source.Ask) string {
	kinds, known := answering[a.Kind]
	switch {
	case known && !slices.Contains(kinds, k.Kind):
		return fmt.Sprintf("kind %d", k.Kind)
	case known && k.Must && a.Must == source.Optional:
		return "that it must be there"
	case a.Kind == source.ChoiceValue && k.Kind == schema.Choice && !slices.Equal(a.Words, k.Words):
		return strings.Join(k.Words, ", ") + ", not " + strings.Join(a.Words, ", ")
	}
	return ""
}

// ofSurveys are the tables at the top of a survey's files.
var ofSurveys = []string{"survey", "figure", "breakdown", "tiles"}

// askAll loads the reports of this repository, and one that has every kind of block, and gathers what
// is asked for.
func askAll(t *testing.T) asked {
	all := asked{}
	ask := func(a source.Ask) {
		document := "report"
		switch {
		case path.Base(a.File) == source.Import:
			document = "import"
		case path.Dir(a.File) == "brands":
			document = "brand"
		case slices.ContainsFunc(ofSurveys, func(s string) bool {
			return a.Table == "" && a.Key == s || strings.HasPrefix(a.Table+".", s+".")
		}):
			document = "survey"
		}
		at := document + ":" + generic(a)
		same := func(b source.Ask) bool { return a.Kind == b.Kind && a.Must == b.Must }
		if !slices.ContainsFunc(all[at], same) {
			all[at] = append(all[at], a)
		}
	}
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
			if _, err := load(fsys, year, name, how{asked: ask}); err != nil {
				t.Error(err)
			}
		}
	}
	// Keys are asked for in a report with mistakes too.
	_, _ = load(fstest.MapFS{
		"2024/alt/report.toml": {Data: []byte(everything)},
		"brands/b.toml": {Data: []byte("name = \"B\"\n[colors]\ndrawings = [{ screen = \"#000\" }]\n" +
			"[[tiles]]\nplaces = { \"A\" = \"B\" }\n")},
	}, 2024, "alt", how{asked: ask})
	readImport(t, ask)
	return all
}

// readImport reads an import.toml, which is no part of a report.
func readImport(t *testing.T, ask func(source.Ask)) {
	t.Helper()
	r := source.NewReader(fstest.MapFS{"2024/m/" + source.Import: {Data: []byte(
		"[[question]]\nid = \"a\"\n[question.rename]\n\"A\" = \"B\"\n")}})
	r.Asked = ask
	intake.ReadInstructions(r, r.File("2024/m/"+source.Import))
	if len(r.Problems) > 0 {
		t.Error(r.Problems)
	}
}

// generic is the path of a key with "*" for the names that authors make up.
func generic(a source.Ask) string {
	at := a.Table
	if rest, of := strings.CutPrefix(at, "method.topic"); of {
		at = "chapter.topic" + rest // read by the same functions
	}
	for _, table := range []string{"figure.short", "figure.merge", "breakdown.groups",
		"breakdown.answered", "breakdown.counts", "question.rename", "tiles.places"} {
		if at == table {
			return table + ".*"
		}
		if strings.HasPrefix(at, table+".") {
			return table + ".*." + a.Key
		}
	}
	if at == "" {
		return a.Key
	}
	return at + "." + a.Key
}

// everything has each kind of block, and makes no sense.
const everything = `
[report]
language = "nb"
publisher = "B"
attached = ["csv"]
[survey]
id = "s"
[[report.person]]
[[report.fact]]
[epigraph]
[cover]
[back]
[key]
hero = { survey = "s" }
[[key.figure]]
figure = "s.f"
[summary]
[[summary.finding]]
survey = "s"
[privacy]
[mail]
[[reference]]
[[figure]]
kind = "single"
follows = {}
[figure.answers]
"Ja" = 1
[figure.short]
"Ja" = "J"
[[figure]]
id = "a"
kind = "single"
answers = { "Ja" = 1 }
[[figure]]
id = "b"
kind = "single"
answers = { "Ja" = 1 }
[[breakdown]]
figure = "a"
by = "b"
groups = { "G" = ["Ja"] }
answered = { "G" = 1 }
counts = { "G" = { "Ja" = 1 } }
[[tiles]]
places = { "A" = "B" }
[[chapter]]
opener = {}
[[chapter.topic]]
[[chapter.topic.block]]
lead = "x"
[[chapter.topic.block]]
callout = "x"
[[chapter.topic.block]]
quote = "x"
[[chapter.topic.block]]
voice = "x"
[[chapter.topic.block]]
timeline = [{ text = "x" }]
[[chapter.topic.block]]
aside = "x"
[[chapter.topic.block]]
fact = "x"
[[chapter.topic.block]]
answers = ["x"]
[[chapter.topic.block]]
image = "x"
[[chapter.topic.block]]
references = true
[[chapter.topic.block]]
source = "x"
[[chapter.topic.block]]
group = [{ figure = "s.f" }]
[[chapter.topic.block]]
battery = [{ figure = "s.f" }]
[[chapter.topic.block]]
change = [{ figure = "s.f" }]
[[chapter.topic.block]]
bullets = [{ title = "x" }]
[[chapter.topic.block]]
themes = [{ title = "x" }]
[[chapter.topic.block]]
recommendations = [{ title = "x" }]
[[chapter.topic.block]]
table = ["s.*"]
[[chapter.topic.block]]
appendix = [{ questions = [{ text = "x" }] }]
[method]
title = "x"
`
