package check

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/language"
)

// TestEnglish: a report in English is read in English, and what it is told to write is English.
func TestEnglish(t *testing.T) {
	tests := []struct{ prose, want, repair string }{
		{"Then 62 of 148 answered.", "warning typed: 62 of 148",
			"write {n m2021} of {invited m2021}"},
		{"A majority is in Prosjektstilling.", "warning claim: majority", ""},
		{"Most common is Prosjektstilling.", "warning claim: Most common", ""},
		{"None of them are in Prosjektstilling.", "warning claim: None", ""},
		{"The share fell to {percent m2021.stilling | Fast stilling}.", "warning trend: fell", ""},
		{"For the fifth year running {percent m2021.beskrivelse | Nei} lack it.",
			"warning trend: fifth year running", ""},
		{"Flertallet er i Prosjektstilling.", "", ""},
		{"Andelen sank til {percent m2021.stilling | Fast stilling}.", "", ""},
	}
	for _, tt := range tests {
		found := Report(load(t, files(tt.prose, `language = "nb"`, `language = "en"`)))
		if have := told(found); have != tt.want {
			t.Errorf("%s\nhave %s\nwant %s", tt.prose, have, tt.want)
			continue
		}
		if tt.repair != "" && !strings.Contains(fmt.Sprint(found), tt.repair) {
			t.Errorf("%s\nhave %+v\nwant %s", tt.prose, found, tt.repair)
		}
	}
}

// rot13 turns each letter a to z into the one 13 places on, which leaves no word one of its
// language.
func rot13(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

// turned is a value with every word in it turned by rot13.
func turned(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(rot13(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(turned(v.Field(i)))
		}
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(turned(v.Index(i)))
		}
	case reflect.Slice:
		for i := range v.Len() {
			out = reflect.Append(out, turned(v.Index(i)))
		}
	case reflect.Map:
		out = reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			out.SetMapIndex(turned(key), v.MapIndex(key))
		}
	default:
		out.Set(v)
	}
	return out
}

// turnedProse is a text with its words turned, in placeholders only the labels after the bar.
func turnedProse(s string) string {
	return regexp.MustCompile(`\{[^|}]*|[^{]+`).ReplaceAllStringFunc(s, func(part string) string {
		if part[0] == '{' {
			return part
		}
		return rot13(part)
	})
}

// turnedFiles are the files of a report with every word turned that a reader sees.
func turnedFiles(prose string, edits ...string) fstest.MapFS {
	fsys := files("PROSE", edits...)
	seen := regexp.MustCompile(`(?m)^((?:question|population|title|headline) = )?"[^"]*"`)
	for _, file := range fsys {
		text := seen.ReplaceAllStringFunc(string(file.Data), func(line string) string {
			key, value, _ := strings.Cut(line, `"`)
			return key + `"` + rot13(value)
		})
		file.Data = []byte(strings.Replace(text, "PROSE", turnedProse(prose), 1))
	}
	return fsys
}

// TestNoWords looks for words of a lexicon in the source: a literal that is one, but for those that
// are commands of placeholders, keys of TOML and names of rules.
func TestNoWords(t *testing.T) {
	may := setOf("prosent percent word count share change previous margin point n",
		"question headline words", language.Words(strings.Join(Rules(), " ")))
	known := map[string]bool{}
	for _, code := range language.Codes() {
		l, err := language.Find(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range strings.Fields(strings.ToLower(fmt.Sprint(l.Lexicon))) {
			known[strings.Trim(w, "[]{}:,0123456789")] = true
		}
	}
	delete(known, "")
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	literal := regexp.MustCompile(`(?m)//.*$|"(\p{L}+)"`)
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literal.FindAllStringSubmatch(string(source), -1) {
			word := strings.ToLower(m[1])
			if !strings.HasSuffix(name, "_test.go") && known[word] && !may.has(word) {
				t.Errorf("%s: the word %q", name, word)
			}
		}
	}
}

// placed are the severities, rules and places of findings, and how long their words are: turning
// words leaves their length.
func placed(found []Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, fmt.Sprint(f.Severity, " ", f.Rule, " ", f.Pos, " ", f.Width, " ",
			len(f.Data), " ", len(f.Repair)))
	}
	return strings.Join(out, "\n")
}

// TestNonsense proves that the check knows no word by itself: in a language whose words are those
// of Norwegian turned by rot13 it finds in turned reports what it finds in Norwegian ones.
func TestNonsense(t *testing.T) {
	norwegian, err := language.Find("nb")
	if err != nil {
		t.Fatal(err)
	}
	strange, ok := turned(reflect.ValueOf(*norwegian)).Interface().(language.Language)
	if !ok {
		t.Fatal("a turned language is none")
	}
	nonsense := compiled(&strange)
	gap := []string{`"Under 30 år"`, `"Under 20 år"`}
	proses := append(slices.Clone(notStatistics),
		"I rapporten sto det som 68,8 prosent med fast stilling.",
		"Endringen for fast stilling ble oppgitt til 4 prosentpoeng.",
		"Fast stilling: tekst 68,8 prosent.",
		"Sammendraget fra 2021 sa at 68,8 prosent har fast stilling.",
		"Tre ganger så mange som {count m2021.stilling | Vikariat}, altså "+
			"{count m2021.stilling | Fast stilling}.",
		"De ønsker flere enn i fjor, {percent m2021.stilling | Midlertidig}.",
		"På side 12 svarte flere.", "12 personer svarte nei.",
		"57 personer er 60 år gamle eller yngre, og tjueåtte svarte nei.")
	for _, tt := range proseTests() {
		proses = append(proses, tt.prose)
	}
	for _, prose := range proses {
		want := placed(Report(load(t, files(prose, gap...))))
		c := newChecker(load(t, turnedFiles(prose, gap...)),
			func(string) *lexicon { return nonsense })
		if have := placed(c.all(1)); have != want {
			t.Errorf("%s\nhave\n%s\nwant\n%s", turnedProse(prose), have, want)
		}
	}
}
