package content

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/source"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// base is a small report that is right, and uses everything that the schema has.
func base(t testing.TB) fstest.MapFS {
	t.Helper()
	return filesIn(t, "testdata/base")
}

// filesIn is a folder's files in memory.
func filesIn(t testing.TB, dir string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	read := func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	}
	if err := fs.WalkDir(os.DirFS(dir), ".", read); err != nil {
		t.Fatal(err)
	}
	return fsys
}

// loadBase loads the base report after some changes.
func loadBase(t testing.TB, edits ...string) *Report {
	t.Helper()
	fsys := base(t)
	for _, e := range edits {
		if err := edit(fsys, e); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Load(fsys, 2022, "aarsrapport")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// edit changes files: "@ file" names one below the content folder, by its name or the end of its
// path; lines with "- " are text that stands in it exactly once, and the lines with "+ " after them
// replace it; "+ " without "- " is added at the end. "+q" takes a Go string. "@@ file" makes a new,
// empty file, and "@x file" takes one away.
func edit(fsys fstest.MapFS, script string) error {
	var file *fstest.MapFile
	var old, replacement string
	flush := func() error {
		defer func() { old, replacement = "", "" }()
		if old == "" && replacement == "" {
			return nil
		}
		if old == "" {
			file.Data = append(bytes.Clone(file.Data), replacement...)
			return nil
		}
		if n := bytes.Count(file.Data, []byte(old)); n != 1 {
			return fmt.Errorf("%q stands %d times in the base", old, n)
		}
		file.Data = bytes.Replace(file.Data, []byte(old), []byte(replacement), 1)
		return nil
	}
	for _, line := range strings.Split(strings.TrimRight(script, "\n"), "\n") {
		mark, rest, _ := strings.Cut(line, " ")
		if mark != "+" && mark != "+q" && (mark != "-" || replacement != "") {
			if err := flush(); err != nil {
				return err
			}
		}
		switch mark {
		case "@":
			found := 0
			for name, f := range fsys {
				if strings.HasSuffix(name, rest) {
					file = f
					found++
				}
			}
			if found != 1 {
				return fmt.Errorf("%d files are called %q in the base", found, rest)
			}
		case "@@":
			file = &fstest.MapFile{}
			fsys[rest] = file
		case "@x":
			delete(fsys, rest)
		case "-":
			old += rest + "\n"
		case "+":
			replacement += rest + "\n"
		case "+q":
			s, err := strconv.Unquote(rest)
			if err != nil {
				return fmt.Errorf("%s: %w", rest, err)
			}
			replacement += s
		default:
			return fmt.Errorf("what is %q?", line)
		}
	}
	return flush()
}

// archive is a file of named parts, in the txtar format: "-- name --" begins a part.
type archive struct {
	comment string
	parts   []archivePart
}

type archivePart struct{ name, text string }

func readArchive(t testing.TB, name string) archive {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var a archive
	for _, line := range strings.SplitAfter(string(data), "\n") {
		if rest, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- "); ok &&
			strings.HasSuffix(rest, " --") {
			a.parts = append(a.parts, archivePart{name: strings.TrimSuffix(rest, " --")})
		} else if k := len(a.parts); k > 0 {
			a.parts[k-1].text += line
		} else {
			a.comment += line
		}
	}
	return a
}

func (a archive) String() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, p := range a.parts {
		fmt.Fprintf(&b, "-- %s --\n%s", p.name, p.text)
	}
	return b.String()
}

// TestProblems makes the base report wrong in one way at a time: in testdata/problems, a part
// "name" is the edit and the part "name: want" the picture of the problems. A want of "fine" means
// no problem, one of "warnings:" that the report is loaded with these.
func TestProblems(t *testing.T) {
	files, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		a := readArchive(t, name)
		var out archive
		out.comment = a.comment
		for i, p := range a.parts {
			if strings.HasSuffix(p.name, ": want") {
				continue
			}
			want := ""
			if i+1 < len(a.parts) && a.parts[i+1].name == p.name+": want" {
				want = a.parts[i+1].text
			}
			have := want // unless -run passes the case by
			t.Run(strings.TrimSuffix(path.Base(name), ".txtar")+"/"+p.name, func(t *testing.T) {
				have = pictureOf(t, p.text)
				if have != want && !*update {
					t.Errorf("edit:\n%s\nhave:\n%s\nwant:\n%s", p.text, have, want)
				}
			})
			out.parts = append(out.parts, p, archivePart{p.name + ": want", have})
		}
		if *update {
			if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func pictureOf(t *testing.T, script string) string {
	fsys := base(t)
	if err := edit(fsys, script); err != nil {
		t.Fatal(err)
	}
	r, err := Load(fsys, 2022, "aarsrapport")
	ps := problemsIn(err)
	warned := ""
	if err == nil {
		for _, w := range r.Warnings() {
			ps = append(ps, w.Problem)
		}
		if ps == nil {
			return "fine\n"
		}
		ps, warned = ps.Sorted(), "warnings:\n"
	}
	if ps == nil {
		return "error: " + err.Error() + "\n"
	}
	checkPlaces(t, fsys, ps)
	var b strings.Builder
	b.WriteString(warned)
	if err := ps.Format(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// problemsIn are the problems in an error of Load, nil when it is another error.
func problemsIn(err error) source.Problems {
	var ps source.Problems
	errors.As(err, &ps)
	return ps
}

// checkPlaces sees to it that every problem is somewhere.
func checkPlaces(t *testing.T, fsys fs.FS, ps source.Problems) {
	t.Helper()
	for i, p := range ps {
		if p.Pos.File == "" || p.Pos.Line < 1 || p.Pos.Column < 1 || p.Width < 1 || p.Text == "" {
			t.Errorf("a problem without a place: %+v", p)
		}
		if i > 0 {
			if q := ps[i-1]; q.Pos.File > p.Pos.File ||
				q.Pos.File == p.Pos.File && q.Pos.Line > p.Pos.Line {
				t.Errorf("not sorted: %v after %v", p, q)
			}
		}
		if data, err := fs.ReadFile(fsys, p.Pos.File); err == nil {
			line := lineOf(string(data), p.Pos.Line)
			if p.Line != "" && line != p.Line {
				t.Errorf("line %d of %s is not %q", p.Pos.Line, p.Pos.File, p.Line)
			}
			if most := len([]rune(line)) + 2; p.Pos.Column > most {
				t.Errorf("column %d in a line of %d", p.Pos.Column, most-2)
			}
		}
	}
}

// lineOf is a line of a text, counted from 1, without its line end.
func lineOf(text string, number int) string {
	lines := strings.Split(strings.TrimLeft(text, "\ufeff"), "\n")
	if number > len(lines) {
		return ""
	}
	return strings.TrimSuffix(lines[number-1], "\r")
}
