package intake

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/source"
)

// outcome is a survey on few lines: id kind answer=count … missing.
func outcome(s *Survey) string {
	var b strings.Builder
	for _, q := range s.Questions {
		fmt.Fprintf(&b, "%s %s", q.ID, q.Kind)
		for _, a := range q.Answers {
			fmt.Fprintf(&b, " %s=%d", a.Label, a.Count)
		}
		fmt.Fprintf(&b, " -%d\n", q.Missing)
	}
	for _, u := range s.Unused {
		fmt.Fprintf(&b, "%s %s\n", u.At.String(), u.Why)
	}
	return b.String()
}

// TestInstructions reads tables as they are, and as import.toml says.
func TestInstructions(t *testing.T) {
	const rows = "Fylke,Kode,A,B,Karakter,Vekt,Hvor mange barn?\n" +
		"Oslo,x1,1,0,1-3,0.5,0\nOslo,x1,1,1,mar.04,1.5,1\nHordaland,x2,0,1,10 eller flere,1,2\n" +
		"Vestland,x2,1,0,03.jan,1,12\nVestland,x1,,,01.mar,1,3\nFinnmark,x2,1,0,,1,4\nOslo,x1,1,0,1-3,1,30\n"
	for _, c := range []struct{ name, toml, want string }{
		{"as they are", "", `fylke single Oslo=3 Vestland=2 Annet=2 -0
kode single x1=4 x2=3 -0
a single 0=1 1=5 -1
b single 0=4 1=2 -1
karakter single 1-3=4 3–4=1 10 eller flere=1 -1
`},
		{"import.toml", `
ignore = ["Kode"]
[[question]]
id = "fylke"
order = ["Finnmark", "Oslo", "Vestland"]
[question.rename]
"hordaland" = "Vestland"
[[question]]
id = "kurs"
columns = ["C", "D"]
kind = "multiple"
[[question]]
id = "barn"
columns = "Hvor mange barn?"
kind = "number"
order = ["Ingen", "0", "1–2", "3 eller flere"]
[[question]]
id = "karakter"
ignore = true
`, `fylke single Finnmark=1 Oslo=3 Vestland=3 -0
kurs multiple A=5 B=2 -1
barn single Ingen=0 0=1 1–2=2 3 eller flere=4 -0
B1 ignored
E1 ignored
F1 weight
`},
		{"all texts are answers", "[[question]]\nid = \"fylke\"\nkind = \"single\"\n",
			"fylke single Oslo=3 Hordaland=1 Vestland=2 Finnmark=1 -0\n"},
		{"free text", "[[question]]\nid = \"fylke\"\nkind = \"open\"\n", "fylke open -0\n"},
	} {
		r := source.NewReader(fstest.MapFS{"2024/a/import.toml": {Data: []byte(c.toml)}})
		in := ReadInstructions(r, r.File("2024/a/import.toml"))
		if len(r.Problems) > 0 {
			t.Fatal(r.Problems)
		}
		in.Other = "Annet"
		have := outcome(openData(t, []byte(rows)).Recognise(in))
		if !strings.Contains(have, c.want) && !(c.name == "import.toml" && inOrderOf(have, c.want)) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, have, c.want)
		}
	}
}

// inOrderOf says whether all lines are there.
func inOrderOf(have, want string) bool {
	for line := range strings.Lines(want) {
		if !strings.Contains("\n"+have, "\n"+line) {
			return false
		}
	}
	return true
}

// TestScales wants every scale of the table to be known by its steps, in any order and with numbers
// before them.
func TestScales(t *testing.T) {
	for _, s := range known().scales {
		back := make([]string, len(s.labels))
		for i, l := range s.labels {
			back[len(back)-1-i] = fmt.Sprintf("%d - %s", i+1, strings.ToUpper(l))
		}
		found, ok := scaleOf(back)
		if !ok || len(found.labels) != len(s.labels) {
			t.Errorf("%q is not known again: %q", s.labels, found.labels)
		}
	}
}

// TestBands reads intervals as forms write them.
func TestBands(t *testing.T) {
	for label, want := range map[string][3]bool{ // whether 17, 18 and 30 are in it
		"18–29 år": {false, true, false}, "Under 18": {true, false, false}, "30 år eller eldre": {false, false, true},
		"30+": {false, false, true}, "over 18": {false, false, true}, "18 eller mer": {false, true, true},
		"mellom 17 og 18": {true, true, false}, "17 til under 18": {true, false, false}, "18": {false, true, false},
		"Inntil 18": {true, true, false}, "Ja": {}, "99 99 99 99": {}, "Svært 18": {},
	} {
		b, ok := bandOf(label)
		have := [3]bool{ok && b.holds(17), ok && b.holds(18), ok && b.holds(30)}
		if have != want {
			t.Errorf("%q: %v, want %v", label, have, want)
		}
	}
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{1, 2, 3}, "1 2 3"}, {[]float64{18, 19, 25, 33, 41, 67, 78, 79, 80}, "0–19 20–39 40–59 60–79 80–99"},
		{[]float64{1.5}, "1,5"}, {[]float64{0.1, 0.25, 0.3}, "0,1 til under 0,15 0,15 til under 0,2 0,2 til under 0,25 0,25 til under 0,3"},
		{[]float64{-4, 3, 4, 5, 6, 7, 8, 9, 10, 11}, "-5–-1 0–4 5–9 10–14"},
	} {
		values := map[float64]int{}
		for _, v := range c.values {
			values[v] = 1
		}
		labels, bands := cut(values)
		if have := strings.Join(labels, " "); have != c.want {
			t.Errorf("%v: %s, want %s (%v)", c.values, have, c.want, bands)
		}
		if len(labels) > mostBands+1 {
			t.Errorf("%v: %q", c.values, labels)
		}
	}
}
