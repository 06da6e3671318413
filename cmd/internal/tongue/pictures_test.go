package tongue

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/pictures.txt anew")

// every is how many cases of a file of problems come to one that is a picture here.
const every = 6

// TestPictures holds the pictures of errors, as they stand in a terminal, in all three languages: a sample
// of each kind of those that content has in English. The line shown and its caret are the author's, and
// the same in all.
func TestPictures(t *testing.T) {
	const golden = "testdata/pictures.txt"
	var b strings.Builder
	b.WriteString("Errors as an author sees them, in English, bokmål and nynorsk. go test -update writes this.\n")
	for _, file := range problemFiles(t) {
		for i, c := range problemCases(t, file) {
			if i%every != 0 {
				continue
			}
			b.WriteString("\n-- " + strings.TrimSuffix(filepath.Base(file), ".txtar") + ": " + c.name + " --\n" + c.want)
			for _, language := range []string{"nb", "nn"} {
				for line := range strings.Lines(c.want) {
					out := Line(language, line)
					if strings.HasPrefix(line, "    ") && !strings.HasPrefix(line, "    hint: ") && out != line {
						t.Errorf("%s: the author's line %q became %q", c.name, line, out)
					}
					b.WriteString(out)
				}
			}
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	have, wanted := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(have), len(wanted)) {
		if have[i] != wanted[i] {
			t.Fatalf("%s:%d:\nhave %s\nwant %s", golden, i+1, have[i], wanted[i])
		}
	}
	if len(have) != len(wanted) {
		t.Errorf("%d lines, want %d", len(have), len(wanted))
	}
}

// problemCase is what content says of a mistake.
type problemCase struct{ name, want string }

// problemFiles are the files of package content that have them.
func problemFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(root + "content/testdata/problems/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	slices.Sort(files)
	return files
}

// problemCases are the cases of a file that say something.
func problemCases(t *testing.T, file string) (cases []problemCase) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range strings.Split("\n"+string(text), "\n-- ")[1:] {
		head, body, _ := strings.Cut(section, " --\n")
		if name, ok := strings.CutSuffix(head, ": want"); ok && place().MatchString(firstLine(body)) {
			cases = append(cases, problemCase{name, strings.TrimRight(body, "\n") + "\n"})
		}
	}
	if len(cases) == 0 {
		t.Fatalf("%s has no cases", file)
	}
	return cases
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimPrefix(s, "warnings:\n"), "\n")
	return line
}
