package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapport/cmd/internal/tongue"
)

const exports = "../../content/intake/testdata"

// imported imports a file into a workplace, and gives all that was said.
func imported(dir, file, to string, args ...string) (said string, code int) {
	var out bytes.Buffer
	args = append([]string{"import", file, to, "--content", filepath.Join(dir, "content")}, args...)
	code = run(args, &out, &out)
	return out.String(), code
}

// TestImport imports a sample of each tool into a new workplace, where a report on it builds: with every
// question as a figure. Nothing of who answered, or of what they wrote, is in any of it.
func TestImport(t *testing.T) {
	dir, _ := made(t, initial{language: "nb"}, initialColour)
	files, err := filepath.Glob(exports + "/*.[ctx]s[vl]*")
	if err != nil || len(files) < 11 {
		t.Fatal(files, err)
	}
	languages := []string{"nb", "nn", "en"}
	for i, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		if name == "nettskjema-codebook" {
			continue
		}
		args := []string{"--lang", languages[i%3]}
		if name == "nettskjema-codes" {
			args = append(args, "--codebook", exports+"/nettskjema-codebook.csv")
		}
		said, code := imported(dir, file, "2031/"+name, args...)
		if code != exitDone {
			t.Errorf("%s: code %d\n%s", name, code, said)
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, "content", "2031", name, "survey.toml"))
		if err != nil {
			t.Fatal(err)
		}
		private(t, name, said+string(text))
		again, _ := imported(dir, file, "2031/"+name, args...)
		private(t, name, again)
		if now, _ := os.ReadFile(filepath.Join(dir, "content", "2031", name, "survey.toml")); !bytes.Equal(now, text) {
			t.Errorf("%s: the second import changed the file", name)
		}
		if i%3 == 0 {
			builds(t, dir, name, string(text))
		}
	}
}

var identified = regexp.MustCompile(`(?m)^id = "([^"]+)"`)

// builds writes a report with all figures of a survey, and builds it.
func builds(t *testing.T, dir, name, survey string) {
	t.Helper()
	ids := identified.FindAllStringSubmatch(survey, -1)
	var b strings.Builder
	own, err := os.ReadFile(filepath.Join(dir, "content", "2031", "arsrapport", "report.toml"))
	if err != nil {
		t.Fatal(err)
	}
	publisher := regexp.MustCompile(`(?m)^publisher = .*$`).FindString(string(own))
	fmt.Fprintf(&b, "[report]\ntitle = \"Prøve\"\nlanguage = \"nb\"\ndate = 2031-03-01\n%s\nsurveys = [\"2031/%s\"]\n", publisher, name)
	b.WriteString("[[chapter]]\nid = \"alt\"\ntitle = \"Alt\"\n")
	for _, id := range ids[1:] {
		if strings.Contains(survey, "id = \""+id[1]+"\"\n") && !openFigure(survey, id[1]) {
			fmt.Fprintf(&b, "[[chapter.topic]]\nid = \"%s\"\nheadline = \"Prøve\"\n[[chapter.topic.block]]\nfigure = \"%s.%s\"\n",
				strings.ReplaceAll(id[1], "_", "-"), ids[0][1], id[1])
		}
	}
	folder := filepath.Join(dir, "content", "2031", "om-"+name)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "report.toml"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run([]string{"build", "2031", "--report", "om-" + name, "--content", filepath.Join(dir, "content"),
		"--out", filepath.Join(dir, "out")}, &out, &out); code != exitDone {
		t.Errorf("%s: code %d\n%s", name, code, out.String())
	}
	private(t, name, out.String())
}

func openFigure(survey, id string) bool {
	_, rest, _ := strings.Cut(survey, "id = \""+id+"\"\n")
	rest, _, _ = strings.Cut(rest, "[[figure]]")
	return strings.Contains(rest, "responses = ")
}

// canaries are in what the samples say of people: names, addresses, times, numbers, words of their own.
var canaries = regexp.MustCompile(`(?i)kanari|oppdiktet\.example|11400\d|10\.\d+\.\d+\.7|2024-05-0|2024-05-1|01\.05\.2024|\d\d:\d\d:\d\d|\d\d\.\d\d\.\d\d`)

func private(t *testing.T, name, text string) {
	t.Helper()
	if found := canaries.FindString(text); found != "" {
		t.Errorf("%s: %q came out:\n%s", name, found, text)
	}
}

// TestImportErrors breaks files in many ways: nothing of people is in what is said.
func TestImportErrors(t *testing.T) {
	dir, _ := made(t, initial{language: "nb"}, initialColour)
	whole, err := os.ReadFile(exports + "/google-forms.csv")
	if err != nil {
		t.Fatal(err)
	}
	book, err := os.ReadFile(exports + "/microsoft-forms.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "svar.csv")
	for name, data := range map[string][]byte{
		"open quote":   append(slices.Clone(whole), []byte("\"Kanari som ikke lukkes\n")...),
		"no head":      whole[bytes.IndexByte(whole, '\n')+1:],
		"a line":       whole[:bytes.IndexByte(whole, '\n')+1],
		"cut":          whole[:len(whole)*2/3],
		"cut book":     book[:len(book)/2],
		"zeros":        append(slices.Clone(whole), 0, 0, 0),
		"web page":     append([]byte("<html>"), whole...),
		"one column":   []byte("Navn\nKanari En\nKanari To\nKanari Tre\n"),
		"all the same": []byte(strings.Repeat("Kanari,kanari@oppdiktet.example\n", 50)),
		"notes":        []byte("Kommentar,Hvem er du?\n" + strings.Repeat("Kanariord,Kanari En\nNoe,Kanari To\n", 1)),
	} {
		if err := os.WriteFile(file, data, 0o666); err != nil {
			t.Fatal(err)
		}
		for _, lang := range []string{"nb", "nn", "en"} {
			said, _ := imported(dir, file, "2031/prove", "--lang", lang, "--dry-run")
			private(t, name, said)
		}
	}
}

// TestImportWords demands a text for all that intake tells.
func TestImportWords(t *testing.T) {
	constant := regexp.MustCompile(`(?m)^\t(\w+)\s+(What|Why|Trouble|Kind)\s+= "([^"]+)"`)
	for file, before := range map[string]map[string][2]string{
		"../../content/intake/model.go":        {"What": {"import", "note "}, "Why": {"import", "why "}},
		"../../content/intake/table/table.go":  {"Trouble": {"table", ""}},
		"../../content/intake/renew/update.go": {"What": {"import", "change "}},
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := constant.FindAllStringSubmatch(string(text), -1)
		if len(found) < 8 {
			t.Errorf("%s has only %d words", file, len(found))
		}
		for _, m := range found {
			if prefix, ok := before[m[2]]; ok && tongue.Room(prefix[0]).Words("nb", prefix[1]+m[3]) == "" {
				t.Errorf("%s: there is no text for %s", file, prefix[1]+m[3])
			}
		}
	}
}
