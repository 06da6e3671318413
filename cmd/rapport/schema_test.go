package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapport/content/schema"
)

// TestSchemaFiles holds the schemas beside the content to the program's, and every file of it to the
// line that leads an editor to one.
func TestSchemaFiles(t *testing.T) {
	for _, d := range schema.Documents() {
		file := filepath.Join("../../content", schemaFolder, d.Name+".schema.json")
		want := d.JSON("nb")
		if *update {
			if err := os.WriteFile(file, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale (%v): rapport schema --write --lang nb", file, err)
		}
	}
	for name, files := range tomlFiles(t, "../../content") {
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			line, _, _ := strings.Cut(string(text), "\n")
			to, ok := strings.CutPrefix(line, "#:schema ")
			if !ok || filepath.Join(filepath.Dir(file), to) !=
				filepath.Join("../../content", schemaFolder, name+".schema.json") {
				t.Errorf("%s begins with %q, which does not name its schema", file, line)
			}
		}
	}
}

// tomlFiles are the files of a content folder by their kinds.
func tomlFiles(t *testing.T, dir string) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	for _, pattern := range []string{"brands/*.toml", "[0-9][0-9][0-9][0-9]/*/*.toml"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no %s in %s (%v)", pattern, dir, err)
		}
		for _, file := range found {
			name := "report"
			if strings.HasPrefix(pattern, "brands") {
				name = "brand"
			} else if base := filepath.Base(file); base == "survey.toml" || base == "mail.toml" {
				name = strings.TrimSuffix(base, ".toml")
			}
			files[name] = append(files[name], file)
		}
	}
	return files
}

// TestTaplo lets Taplo, which editors use, hold files to the schemas: all of ours are right, and what
// authors get wrong is found in its line.
func TestTaplo(t *testing.T) {
	schemas := t.TempDir()
	for _, d := range schema.Documents() {
		for _, language := range []string{"nb", "en"} {
			file := filepath.Join(schemas, d.Name+"."+language+".json")
			if err := os.WriteFile(file, d.JSON(language), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	right := map[string][]string{}
	for _, dir := range []string{"../../content", "../../content/testdata/published"} {
		for name, files := range tomlFiles(t, dir) {
			right[name] = append(right[name], files...)
		}
	}
	for name, files := range right {
		if said, err := taplo(t, filepath.Join(schemas, name+".nb.json"), files...); err != nil {
			t.Errorf("%v\n%s", err, said)
		}
	}
	wrong := map[string][]string{}
	cases := []struct{ name, text, want string }{
		{"survey", "[survey]\nid = \"a\"\ntitel = \"A\"\n", "'titel' was unexpected"},
		{"survey", "[survey]\nid = \"Å 1\"\n", "does not match"},
		{"survey", "[survey]\nyear = \"2022\"\n", `"2022" is not of type "integer"`},
		{"survey", "[[figure]]\nkind = \"skala\"\n", `"skala" is not one of`},
		{"survey", "[[figure]]\n[figure.answers]\n\"Ja\" = 45.2\n", "45.2 is not of type"},
		{"survey", "[[figure]]\n[figure.answers]\n\"Ja\" = -1\n", "-1 is less than"},
		{"report", "[report]\nlanguage = \"no\"\n", `"no" is not one of ["nb","nn","en"]`},
		{"report", "[report]\ndate = \"i fjor\"\n", ""},
		{"report", "[[chapter]]\n[[chapter.topic]]\n[[chapter.topic.block]]\nform = \"kake\"\n",
			`"kake" is not one of`},
		{"report", "[[chapter]]\n[[chapter.topic]]\n[[chapter.topic.block]]\nprosa = \"x\"\n",
			"'prosa' was unexpected"},
		{"report", "[method]\ntopic = [{ block = [{ change = 3 }] }]\n", "3 is not valid"},
		{"mail", "[mail]\nfra = \"a@example.org\"\n", "'fra' was unexpected"},
		{"mail", "[report]\ntitle = \"A\"\n", "'report' was unexpected"},
		{"mail", "[mail]\nattach = \"alt\"\n", `"alt" is not one of`},
		{"brand", "[colors]\naccent = { screen = \"#000\", cmyk = [0, 0, 0] }\n", "less than 4"},
		{"brand", "[fonts]\nbody = \"Comic Sans\"\n", `"Comic Sans" is not one of`},
	}
	file := func(i int) string { return filepath.Join(schemas, fmt.Sprintf("wrong-%d.toml", i)) }
	for i, c := range cases {
		if err := os.WriteFile(file(i), []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		wrong[c.name] = append(wrong[c.name], file(i))
	}
	said := map[string]string{}
	for name, files := range wrong {
		said[name], _ = taplo(t, filepath.Join(schemas, name+".en.json"), files...)
	}
	for i, c := range cases {
		// Taplo says what is wrong, and in the next line where.
		told := regexp.MustCompile(`(?m)` + regexp.QuoteMeta(c.want) + `.*\n *┌─ ` +
			regexp.QuoteMeta(file(i)))
		if !told.MatchString(said[c.name]) {
			t.Errorf("%s of kind %s is not told of with %q:\n%s", c.text, c.name, c.want, said[c.name])
		}
	}
}

// taplo checks files against a schema, and gives what it said of them.
func taplo(t *testing.T, schema string, files ...string) (said string, err error) {
	t.Helper()
	program, err := exec.LookPath("taplo")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("taplo is not here: see .ci/install-tools")
		}
		t.Skip("taplo is not here: see .ci/install-tools")
	}
	out, err := exec.Command(program,
		append([]string{"check", "--no-auto-config", "--schema", "file://" + schema},
			files...)...).CombinedOutput()
	return string(out), err
}

// TestSchemaCommand prints one schema, in the language that is asked for, and refuses what it cannot do.
func TestSchemaCommand(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"schema", "survey", "--lang", "nb"}, exitDone, "Spørsmålet slik det ble stilt."},
		{[]string{"schema", "survey", "--lang", "en"}, exitDone, "The question as it was asked."},
		{[]string{"schema", "brand", "--lang", "sv"}, exitUsage, "--lang is sv; it must be one of nb, nn, en"},
		{[]string{"schema", "brans"}, exitUsage, "brans"},
		{[]string{"schema"}, exitUsage, "name a kind of file (survey, report, mail, import, brand), or --write"},
		{[]string{"schema", "--write", "--content", "nowhere"}, exitFailed, "there is no folder nowhere"},
	} {
		var out, errs bytes.Buffer
		code := run(c.args, &out, &errs)
		if all := out.String() + errs.String(); code != c.code || !strings.Contains(all, c.want) {
			t.Errorf("%v: code %d, want %d with %q:\n%s", c.args, code, c.code, c.want, errs.String())
		}
		if code == exitDone && !json.Valid(out.Bytes()) {
			t.Errorf("%v: no JSON", c.args)
		}
	}
}
