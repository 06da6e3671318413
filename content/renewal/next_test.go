package renewal

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/check"
	"rapport/content/invent"
)

var seeds = flag.Int("seeds", 10, "how many invented reports are renewed")

// over is a content folder with what was made in it.
func over(fsys fs.FS, made []Folder) overlay {
	o := overlay{base: fsys, files: map[string][]byte{}}
	if below, ok := fsys.(overlay); ok {
		o.base = below.base
		maps.Copy(o.files, below.files)
	}
	for _, folder := range made {
		for _, f := range folder.Files {
			o.files[f.Name] = f.Data
		}
	}
	return o
}

var markLine = regexp.MustCompile(`(?m)^counted = \d+\r?\n|, counted = \d+`)

// counted is a folder in which all marks are taken out, as if the same counts had come again.
func counted(o overlay) overlay {
	files := map[string][]byte{}
	for name, data := range o.files {
		files[name] = data
		if path.Ext(name) == ".toml" {
			files[name] = markLine.ReplaceAll(data, nil)
		}
	}
	return overlay{o.base, files}
}

// holds renews a year and demands all that must hold of it, for any content. It returns the content
// with what was made, marks and all.
func holds(t *testing.T, fsys fs.FS, from, to int) overlay {
	t.Helper()
	r, err := Next(fsys, from, to)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) > 0 {
		t.Errorf("problems but for the marks:\n%v", r.Problems)
	}
	made := over(fsys, r.Made)
	listed := map[string]bool{}
	for _, p := range r.Passages {
		listed[fmt.Sprintf("%s:%d", p.Pos.File, p.Pos.Line)] = true
	}
	for _, folder := range r.Made {
		if _, err := fs.Stat(fsys, folder.To); err == nil {
			t.Errorf("%s was there", folder.To)
		}
		keepsRest(t, fsys, made, folder, strings.HasPrefix(folder.From, strconv.Itoa(from)+"/"))
		if !folder.Report {
			continue
		}
		year, name, _ := strings.Cut(folder.To, "/")
		y, _ := strconv.Atoi(year)
		marked(t, made, y, name, folder)
		report, err := content.Load(counted(made), y, name)
		if err != nil {
			t.Errorf("without its marks %s does not load: %v", folder.To, err)
			continue
		}
		was := errorsOf(t, fsys, folder.From)
		for _, f := range check.Report(report) {
			at := fmt.Sprintf("%s:%d", f.Pos.File, f.Pos.Line)
			ofText := slices.Contains([]string{"number", "claim", "trend"}, f.Rule)
			if f.Severity == check.Error && !was[f.Rule+f.Words] && !(ofText && listed[at]) {
				t.Errorf("not listed: %s %s %q: %s", at, f.Rule, f.Words, f.Data)
			}
		}
	}
	return made
}

// errorsOf are the errors that the check finds in a report, by rule and words.
func errorsOf(t *testing.T, fsys fs.FS, dir string) map[string]bool {
	t.Helper()
	year, name, _ := strings.Cut(dir, "/")
	y, _ := strconv.Atoi(year)
	r, err := content.LoadUncounted(fsys, y, name)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, f := range check.Report(r) {
		if f.Severity == check.Error {
			found[f.Rule+f.Words] = true
		}
	}
	return found
}

// marked demands that loading names every question of the surveys that were made, and nothing else.
func marked(t *testing.T, fsys fs.FS, year int, name string, folder Folder) {
	t.Helper()
	r, err := content.LoadUncounted(fsys, year, name)
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, s := range r.Surveys {
		if s.Counted != s.Year {
			want++
		}
		for _, f := range s.Figures {
			if f.Counted != s.Year {
				want++
			}
		}
	}
	if folder.Survey && want == 0 {
		t.Errorf("%s: nothing is marked", folder.To)
	}
	_, err = content.Load(fsys, year, name)
	var problems content.Problems
	errors.As(err, &problems)
	for _, p := range problems {
		if !strings.Contains(p.Text, "still ") || !strings.HasSuffix(p.Key, "counted") {
			t.Errorf("%s: %s", p.Pos, p.Text)
		}
	}
	if len(problems) < want {
		t.Errorf("%s: %d marks are told of, want %d at least", folder.To, len(problems), want)
	}
}

var (
	// lines that go, and lines that come or change in more than their ids and digits
	gone = regexp.MustCompile(
		`^(source|note|derived|now|then) = |^\[figure\.(merge|printed)|.*\{\s*now\s*=`)
	put    = regexp.MustCompile(`^(compare|incomparable|counted|surveys|id) = |^ *"0/`)
	digits = regexp.MustCompile(`[0-9]+`)
)

// keepsRest demands that every line of a folder's files stays in its place, to the byte, but for the
// ids, the years and the lines that must go or come, and that other files are the same.
func keepsRest(t *testing.T, fsys fs.FS, made overlay, folder Folder, whole bool) {
	t.Helper()
	all, err := content.Surveys(made)
	if err != nil {
		t.Fatal(err)
	}
	ids := slices.SortedFunc(maps.Values(all), func(a, b string) int { return len(b) - len(a) })
	lines := func(text []byte) []string {
		s := string(text)
		for _, id := range ids {
			s = strings.ReplaceAll(s, id, "ID")
		}
		list := strings.Split(digits.ReplaceAllString(s, "0"), "\n")
		return slices.DeleteFunc(list, func(line string) bool {
			return gone.MatchString(line) || put.MatchString(line)
		})
	}
	for _, f := range folder.Files {
		old, err := fs.ReadFile(fsys, path.Join(folder.From, strings.TrimPrefix(f.Name, folder.To)))
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(f.Name) != ".toml" {
			if string(old) != string(f.Data) {
				t.Errorf("%s is not the same", f.Name)
			}
			continue
		}
		before, after := lines(old), lines(f.Data)
		for i := range before {
			if whole && (i >= len(after) || before[i] != after[i]) {
				t.Errorf("%s: line %q did not stay", f.Name, before[i])
				break
			}
		}
		if whole && len(after) != len(before) {
			t.Errorf("%s: %d lines became %d", f.Name, len(before), len(after))
		}
	}
}

// Every year here becomes a later one, and that one more.
func TestNext(t *testing.T) {
	fsys := os.DirFS("..")
	years, err := content.Years(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range years {
		for _, step := range []int{1, 5} {
			t.Run(fmt.Sprintf("%d+%d", year, step), func(t *testing.T) {
				made := holds(t, fsys, year, year+step)
				if len(made.files) > 0 {
					holds(t, made, year+step, year+step+1)
					holds(t, counted(made), year+step, year+2*step)
				}
			})
		}
	}
}

// So does every report that anyone may write.
func TestNextAnyone(t *testing.T) {
	for seed := range *seeds {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			r := invent.New(uint64(seed), invent.Options{Hard: float64(seed%5) / 5, Chapters: 4, Groups: true,
				Summary: seed%2 == 0, Forms: seed%3 == 0})
			made := holds(t, r.FS(), invent.Year, invent.Year+1)
			holds(t, made, invent.Year+1, invent.Year+2)
			holds(t, counted(made), invent.Year+1, invent.Year+4)
		})
	}
}
