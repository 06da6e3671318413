package check

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

const survey2021 = `
[survey]
id = "m2021"
title = "Medlemmene 2021"
year = 2021
population = "medlemmer"
invited = 148
answered = 62
[[figure]]
id = "stilling"
question = "Hva slags ansettelse har du?"
kind = "single"
compare = "m2020.stilling"
[figure.answers]
"Fast stilling" = 35
"Midlertidig" = 9
"Prosjektstilling" = 14
"Vikariat" = 4
[[figure]]
id = "beskrivelse"
question = "Har du en stillingsbeskrivelse?"
kind = "single"
compare = "m2020.beskrivelse"
[figure.answers]
"Ja" = 29
"Nei" = 29
"Vet ikke" = 4
[[figure]]
id = "alder"
question = "Hvor gammel er du?"
kind = "single"
ordered = true
[figure.answers]
"Under 30 år" = 0
"30–40 år" = 17
"41–60 år" = 40
"Over 60 år" = 5
`

const survey2020 = `
[survey]
id = "m2020"
title = "Medlemmene 2020"
year = 2020
population = "medlemmer"
invited = 118
answered = 72
[[figure]]
id = "stilling"
question = "Hva slags ansettelse har du?"
kind = "single"
[figure.answers]
"Fast stilling" = 25
"Midlertidig" = 30
"Prosjektstilling" = 15
"Vikariat" = 2
[[figure]]
id = "beskrivelse"
question = "Har du en stillingsbeskrivelse?"
kind = "single"
[figure.answers]
"Ja" = 33
"Nei" = 35
"Vet ikke" = 4
`

const report2022 = `
[report]
title = "Tall"
language = "nb"
date = 2022-03-15
publisher = "Forbundet"
surveys = ["2021/m", "2020/m"]
[[chapter]]
id = "c"
title = "C"
[[chapter.topic]]
id = "t"
headline = "Om stillinger"
[[chapter.topic.block]]
figure = "m2021.stilling"
[[chapter.topic.block]]
figure = "m2021.beskrivelse"
[[chapter.topic.block]]
figure = "m2021.alder"
[[chapter.topic.block]]
prose = """
PROSE
"""
`

// files is a report on two years of a survey with some prose, after replacements (old, new, old,
// new …).
func files(prose string, edits ...string) fstest.MapFS {
	list := map[string]string{"2021/m/survey.toml": survey2021, "2020/m/survey.toml": survey2020,
		"2022/r/report.toml": strings.Replace(report2022, "PROSE", prose, 1)}
	fsys := fstest.MapFS{}
	for name, text := range list {
		for i := 0; i+1 < len(edits); i += 2 {
			text = strings.Replace(text, edits[i], edits[i+1], 1)
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func load(t testing.TB, fsys fstest.MapFS) *content.Report {
	t.Helper()
	r, err := content.Load(fsys, 2022, "r")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told are the rules and words of findings, notes left out.
func told(found []Finding) string {
	var out []string
	for _, f := range found {
		if f.Severity != Note {
			out = append(out, fmt.Sprintf("%s %s: %s", f.Severity, f.Rule, f.Words))
		}
	}
	return strings.Join(out, "; ")
}

// proseTest is prose about the surveys above, what is found in it, and what is told of the data.
type proseTest struct{ prose, want, data string }

func proseTests() []proseTest {
	return []proseTest{
		{"{share m2021.stilling | Fast stilling} har fast stilling.", "", ""},
		{"56,5 prosent har fast stilling.", "warning typed: 56,5 prosent", "35 of 62"},
		{"68,8 prosent har fast stilling.", "error number: 68,8 prosent",
			"nearly fits 35 of 51 (68,6 %), but the base is 62"},
		{"46 % har ikke stillingsbeskrivelse.", "error number: 46 %",
			"29 of 62 is 46,8 %, rounds to 47"},
		{"35 av 51 har fast stilling.", "error number: 35 av 51", "the base is 62, not 51"},
		{"35 av 62 har fast stilling.", "warning typed: 35 av 62",
			"{share m2021.stilling | Fast stilling}"},
		{"14 av 62 har fast stilling.", "error number: 14 av 62", "the words name 35 of 62"},
		{"Trettifem personer har fast stilling.", "warning typed: Trettifem",
			"{word m2021.stilling | Fast stilling}"},
		{"Førti personer er i prosjekt.", "error number: Førti", "the words name 14 of 62"},
		{"Over halvparten har fast stilling.", "", ""},
		{"Over halvparten er i et vikariat.", "error number: halvparten", "4 of 62"},
		{"Nesten 60 prosent har fast stilling.", "", ""},
		{"27 personer har ikke fast stilling.", "warning typed: 27", "m2021.stilling"},
		{"Økningen var 8 prosentpoeng.", "", ""},
		{"13 svarte, 6 svarte ikke, og 19 svarte i alt.", "", ""},
		{"Flertallet har fast stilling.", "", ""},
		{"Et flertall er i prosjektstilling.", "warning claim: flertall", "14 of 62"},
		{"Et flertall, {percent m2021.stilling | Midlertidig}, er der.", "", ""},
		{"Et flertall på {percent m2021.stilling | Midlertidig} er der.", "warning claim: flertall",
			"9 of 62"},
		{"Flest har fast stilling.", "", ""},
		{"Flest er i prosjektstilling.", "warning claim: Flest", "but 35 of 62"},
		{"Ingen er under 30 år.", "", ""},
		{"Ingen er i prosjektstilling.", "warning claim: Ingen", "14 of 62"},
		{"Alle har fast stilling.", "warning claim: Alle", "35 of 62"},
		{
			"Dobbelt så mange ({count m2021.stilling | Fast stilling}) som de " +
				"{count m2021.stilling | Midlertidig} der.",
			"warning claim: Dobbelt så",
			"3,9 times",
		},
		{"{Word m2021.beskrivelse | Ja} har det, og like mange har det ikke.", "", ""},
		{"{Word m2021.stilling | Fast stilling} har det, og like mange har det ikke.",
			"warning claim: like mange", ""},
		{"Andelen økte til {percent m2021.stilling | Fast stilling}.", "", ""},
		{"Andelen sank til {percent m2021.stilling | Fast stilling}.", "warning trend: sank",
			"+21,8 points"},
		{"Andelen sank til {percent m2021.beskrivelse | Nei}.", "warning trend: sank",
			"inside the margin"},
		{"Andelen sank litt, til {percent m2021.beskrivelse | Nei}.", "warning trend: sank",
			"inside the margin"},
		{"Andelen sank til {percent m2021.beskrivelse | Nei}, men det er innenfor feilmarginen.",
			"", ""},
		{"Andelen var uendret, {percent m2021.stilling | Fast stilling}.", "warning trend: uendret",
			"the data show a change"},
		{"Andelen er {percent m2021.beskrivelse | Nei}, som i fjor.", "", ""},
		{"For femte år på rad er {percent m2021.beskrivelse | Nei} uten.",
			"warning trend: femte år på rad", "go back 2"},
		{"Andelen økte til {percent m2021.alder | 41–60 år}.", "warning trend: økte",
			"not compared"},
		{
			"Flere, {count m2021.stilling | Vikariat}, enn de " +
				"{count m2021.stilling | Midlertidig} der.",
			"warning claim: Flere",
			"",
		},
		{"De ønsker flere enn før.", "", ""},
	}
}

func TestProse(t *testing.T) {
	for _, tt := range proseTests() {
		found := Report(load(t, files(tt.prose)))
		if have := told(found); have != tt.want {
			t.Errorf("%s\nhave %s\nwant %s\n%+v", tt.prose, have, tt.want, found)
			continue
		}
		if all := fmt.Sprint(found); !strings.Contains(all, tt.data) {
			t.Errorf("%s\nhave %s\nwant %s in it", tt.prose, all, tt.data)
		}
	}
}

func TestData(t *testing.T) {
	tests := []struct {
		name  string
		edits []string
		want  string
	}{
		{"right", nil, ""},
		{
			"other question",
			[]string{
				`question = "Har du en stillingsbeskrivelse?"`,
				`question = "Har du en instruks?"`,
			},
			"error compare: m2021.beskrivelse / m2020.beskrivelse",
		},
		{
			"other spelling",
			[]string{
				`question = "Hva slags ansettelse har du?"`,
				`question = "Hva slags ansettelser har du"`,
			},
			"",
		},
		{
			"other answers",
			[]string{`"Vikariat" = 2`, `"Annet" = 2`},
			"error compare: m2021.stilling / m2020.stilling",
		},
		{
			"other answers, merged",
			[]string{
				`"Vikariat" = 2`,
				`"Annet" = 2`,
				"\"Vikariat\" = 4\n",
				"\"Vikariat\" = 4\n[figure.merge]\n" +
					"\"Fast\" = { now = [\"Fast stilling\"], then = [\"Fast stilling\"] }\n",
			},
			"",
		},
		{
			"other population",
			[]string{`population = "medlemmer"`, `population = "ledere"`},
			"error compare: m2021.stilling / m2020.stilling; " +
				"error compare: m2021.beskrivelse / m2020.beskrivelse",
		},
		{"gap", []string{`"41–60 år"`, `"45–60 år"`}, "warning bands: m2021.alder"},
		{"overlap", []string{`"41–60 år"`, `"40–60 år"`}, "warning bands: m2021.alder"},
		{
			"twice",
			[]string{`"Vikariat" = 4`, `"Fast stilling." = 4`, `compare = "m2020.stilling"`, ``},
			"error labels: Fast stilling.",
		},
		{
			"apart by signs",
			[]string{`"Vikariat" = 4`, `"Fast stilling*" = 4`, `compare = "m2020.stilling"`, ``},
			"warning labels: Fast stilling*",
		},
		{
			"apart by addresses",
			[]string{`"Vikariat" = 4`, "\"https://www.a.no\" = 2\n\"https://www.b.no\" = 2",
				`compare = "m2020.stilling"`, ``},
			"",
		},
		{
			"printed as it is",
			[]string{
				`"Over 60 år" = 5`,
				"\"Over 60 år\" = 5\n[figure.printed]\n\"41–60 år\" = 64.5\n\"30–40 år\" = 27\n",
			},
			"",
		},
		{
			"printed otherwise",
			[]string{
				`"Over 60 år" = 5`,
				"\"Over 60 år\" = 5\n[figure.printed]\n\"41–60 år\" = 64.4\n",
			},
			"warning printed: 64.4",
		},
		{
			"allowed",
			[]string{
				`id = "alder"`,
				"id = \"alder\"\nallow = [\"bands\"]\nreason = \"Slik de er trykt.\"",
				`"41–60 år"`,
				`"45–60 år"`,
			},
			"",
		},
		{
			"allowed in vain",
			[]string{
				`id = "alder"`,
				"id = \"alder\"\nallow = [\"bands\"]\nreason = \"Slik de er trykt.\"",
			},
			"warning allow: bands",
		},
		{
			"unknown rule",
			[]string{
				`id = "alder"`,
				"id = \"alder\"\nallow = [\"band\"]\nreason = \"Slik de er trykt.\"",
			},
			"error allow: band",
		},
	}
	for _, tt := range tests {
		fsys := files("Ingenting.", tt.edits...)
		if tt.name == "other question" || tt.name == "other spelling" ||
			tt.name == "other population" { // of one year only
			fsys["2020/m/survey.toml"].Data = []byte(survey2020)
		}
		if have := told(Report(load(t, fsys))); have != tt.want {
			t.Errorf("%s:\nhave %s\nwant %s", tt.name, have, tt.want)
		}
	}
}

func TestAllow(t *testing.T) {
	const prose = "68,8 prosent har fast stilling."
	allow := []string{"prose = \"\"\"",
		"allow = [\"number\"]\nreason = \"Slik det er trykt.\"\nprose = \"\"\""}
	if have := told(Report(load(t, files(prose, allow...)))); have != "" {
		t.Errorf("on the block: %s", have)
	}
	allow = []string{"headline =",
		"allow = [\"number\"]\nreason = \"Slik det er trykt.\"\nheadline ="}
	if have := told(Report(load(t, files(prose, allow...)))); have != "" {
		t.Errorf("on the topic: %s", have)
	}
	fsys := files(prose, "headline =", "allow = [\"number\"]\nheadline =")
	if _, err := content.Load(fsys, 2022, "r"); err == nil {
		t.Error("allowed without a reason")
	}
}

func TestUnused(t *testing.T) {
	fsys := files("Ingenting.")
	fsys["2022/r/survey.toml"] = &fstest.MapFile{
		Data: []byte(
			strings.NewReplacer("m2021", "m2022", "2021", "2022", `compare = "m2020.stilling"`, "",
				`compare = "m2020.beskrivelse"`, "").
				Replace(survey2021),
		),
	}
	want := "warning unused: m2022.stilling; warning unused: m2022.beskrivelse; " +
		"warning unused: m2022.alder"
	if have := told(Report(load(t, fsys))); have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
}

func TestPrivacy(t *testing.T) {
	tests := []struct{ prose, want string }{
		{"{count m2021.stilling | Vikariat} er vikarer.",
			"error privacy: {count m2021.stilling | Vikariat}"},
		{"{count m2021.stilling | Midlertidig} er midlertidige.",
			"error privacy: {count m2021.stilling | Midlertidig}"},
		{"{count m2021.stilling | Midlertidig ; Vikariat} er en av delene.", ""},
		{"{change m2021.beskrivelse | Ja}", "error privacy: {change m2021.beskrivelse | Ja}"},
		{"{count m2021.stilling | Fast stilling} er faste.", ""},
	}
	for _, tt := range tests {
		found := Report(
			load(t, files(tt.prose, "[[chapter]]", "[privacy]\nminimum = 5\n[[chapter]]")))
		found = slices.DeleteFunc(found, func(f Finding) bool { return f.Rule != "privacy" })
		if have := told(found); have != tt.want {
			t.Errorf("%s\nhave %s\nwant %s", tt.prose, have, tt.want)
		}
	}
}

// TestImpossible holds counts that loading refuses against their bases.
func TestImpossible(t *testing.T) {
	figure := func() (*content.Report, *content.Figure) {
		r := load(t, files("Ingenting."))
		return r, r.Survey("m2021").Figure("stilling")
	}
	tests := []struct {
		name  string
		spoil func(f *content.Figure)
		want  string
	}{
		{"sum", func(f *content.Figure) { f.Answers[0].Count = 34 },
			"the counts add up to 61, the base is 62"},
		{"count", func(f *content.Figure) { f.Kind = content.Multiple; f.Answers[0].Count = 63 },
			"63 gave this answer, but the base is 62"},
		{"base", func(f *content.Figure) { f.N = 63; f.Answers[0].Count++ },
			"the base is 63, but 62 were asked"},
		{"turnout", func(f *content.Figure) { f.Survey.Invited = 61 },
			"62 answered, but 61 were invited"},
		{"scale", func(f *content.Figure) {
			f.Kind = content.Scale
			for i, l := range []string{"Aldri", "Ofte", "Av og til", "Alltid"} {
				f.Answers[i].Label = l
			}
		}, "the steps are out of order"},
		{"scale with a gap", func(f *content.Figure) {
			f.Kind = content.Scale
			for i, l := range []string{"Svært utrygt", "Utrygt", "Verken eller", "Trygt"} {
				f.Answers[i].Label = l
			}
		}, `no step like "svært trygt"`},
	}
	for _, tt := range tests {
		r, f := figure()
		tt.spoil(f)
		if have := fmt.Sprint(Report(r)); !strings.Contains(have, tt.want) {
			t.Errorf("%s: have %s", tt.name, have)
		}
	}
}

func TestHundred(t *testing.T) {
	found := Report(
		load(
			t,
			files(
				"Ingenting.",
				`"Vikariat" = 4`,
				`"Vikariat" = 3`,
				`"Prosjektstilling" = 14`,
				`"Prosjektstilling" = 15`,
			),
		),
	)
	have := fmt.Sprint(found)
	if !strings.Contains(have, "the shown per cents add up to") {
		t.Fatalf("no note that the shown per cents do not add up to a hundred:\n%s", have)
	}
	for _, f := range found {
		if f.Rule == "sum" && f.Severity != Note {
			t.Errorf("%+v", f)
		}
	}
}

func TestPrint(t *testing.T) {
	found := slices.DeleteFunc(Report(load(t, files("I fjor hadde 68,8 prosent fast stilling."))),
		func(f Finding) bool { return f.Severity == Note })
	var b strings.Builder
	if err := Print(&b, found, "content/"); err != nil {
		t.Fatal(err)
	}
	const want = "content/2022/r/report.toml:22:14: error: \"68,8 prosent\": the words " +
		"name 25 of 72, 34,7 % (m2021.stilling | Fast stilling in 2020) [number]\n" +
		"    I fjor hadde 68,8 prosent fast stilling.\n                 ^^^^^^^^^^^^\n" +
		"    hint: write {previous.1 m2021.stilling | Fast stilling}: " +
		"«I fjor hadde 34,7 % fast stilling.»\n"
	if have := b.String(); have != want {
		t.Errorf("have\n%s\nwant\n%s", have, want)
	}
	b.Reset()
	if err := JSON(&b, found, "content/"); err != nil {
		t.Fatal(err)
	}
	var list []map[string]any
	if err := json.Unmarshal([]byte(b.String()), &list); err != nil {
		t.Fatal(err)
	}
	if list[0]["file"] != "content/2022/r/report.toml" || list[0]["line"] != 22.0 ||
		list[0]["column"] != 14.0 ||
		list[0]["rule"] != "number" {
		t.Errorf("have %s", b.String())
	}
}

// checkPlaces sees to it that every finding is somewhere, and says something.
func checkPlaces(t *testing.T, found []Finding) {
	t.Helper()
	names := Rules()
	for i, f := range found {
		if f.Pos.File == "" || f.Pos.Line < 1 || f.Pos.Column < 1 || f.Width < 1 || f.Words == "" ||
			f.Data == "" ||
			!slices.Contains(names, f.Rule) {
			t.Errorf("a finding without a place: %+v", f)
		}
		if i > 0 &&
			(found[i-1].Pos.File > f.Pos.File ||
				found[i-1].Pos.File == f.Pos.File && found[i-1].Pos.Line > f.Pos.Line) {
			t.Errorf("not sorted: %+v after %+v", f, found[i-1])
		}
	}
}

// FuzzReport gives any prose to a report: no panic, and every finding has a place.
func FuzzReport(f *testing.F) {
	for _, s := range notStatistics {
		f.Add(s)
	}
	for _, s := range []string{"Flest har fast stilling", "dobbelt så", "for femte år på rad",
		"Ingen er {count m2021.stilling | Vikariat}", "like mange", "68,8 prosent",
		"Nesten alle, enn før",
		"alle er Ja ; Nei {share m2021.stilling | Fast stilling ; Vikariat}", "økte økte sank",
		"færre enn 2020", "som i fjor"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, prose string) {
		r, err := content.Load(
			files(strings.NewReplacer(`"`, "", `\`, "").Replace(prose)),
			2022,
			"r",
		)
		if err != nil {
			return
		}
		found := Report(r)
		checkPlaces(t, found)
		var b strings.Builder
		if err := Print(&b, found, ""); err != nil {
			t.Error(err)
		}
	})
}

// BenchmarkReport checks the reports of this repository.
func BenchmarkReport(b *testing.B) {
	list := reports(b, frozen)
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range list {
			Report(r)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(list))/1000, "ms/report")
}
