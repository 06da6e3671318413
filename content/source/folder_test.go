package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Of what lies in a folder, files with the ending .toml are read; hidden and temporary files and
// copies are passed over, and what seems meant for reading is told of.
func TestFolder(t *testing.T) {
	const toml = "[survey]\nid = \"a\"\n"
	tests := []struct {
		name string
		data string
		want string // "read", "" for passed over, else a part of what is said
	}{
		{"survey.toml", toml, "read"},
		{"Kopi av survey.toml", toml, "read"},
		{"survey (1).toml", toml, "read"},
		{"._survey.toml", "\x00\x05\x16\x07", ""},
		{".survey.toml.swp", "b0VIM", ""},
		{".#survey.toml", toml, ""},
		{"#survey.toml#", toml, ""},
		{"~$survey.toml", toml, ""},
		{"~survey.toml", toml, ""},
		{"survey.toml~", toml, ""},
		{".survey.toml", toml, ""},
		{".DS_Store", "\x00", ""},
		{"Thumbs.db", "\x00", ""},
		{"desktop.ini", "[.ShellClassInfo]\nx=1", ""},
		{"survey.toml.bak", toml, ""},
		{"survey.toml.orig", toml, ""},
		{"survey.toml.txt", toml, `rename it to "survey.toml"`},
		{"survey.toml.TXT", toml, `rename it to "survey.toml"`},
		{"survey.TOML.txt", toml, `rename it to "survey.toml"`},
		{"survey.toml.docx", "PK", `rename it to "survey.toml"`},
		{"survey.TOML", toml, `rename it to "survey.toml"`},
		{"survey.Toml", toml, `rename it to "survey.toml"`},
		{"survey.tml", toml, `rename it to "survey.toml"`},
		{"survey.tom", toml, `rename it to "survey.toml"`},
		{"survey.tolm", toml, `rename it to "survey.toml"`},
		{"10-hvem.del.tml", toml, `rename it to "10-hvem.del.toml"`},
		{"survey.txt", "# fra 2021\n\n" + toml, `rename it to "survey.toml"`},
		{"survey", "\ufeff" + toml, `rename it to "survey.toml"`},
		{"notater.txt", "Husk å ringe.\n[survey]\nid = 1", ""},
		{"notater", "[møte]\nHusk å ringe.", ""},
		{"README", "", ""},
		{"side.html", "<html>", ""},
		{"bilde.png", "\x89PNG", ""},
		{"tall.csv", "a,b", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := NewReader(fstest.MapFS{"a/" + tt.name: {Data: []byte(tt.data)}})
			root := r.Folder("a")
			said := r.Problems.Error()
			if len(r.Problems) > 0 {
				said += r.Problems[0].Hint
			}
			switch {
			case tt.want == "read" || tt.want == "":
				if said != "" || (root != nil) != (tt.want == "read") {
					t.Errorf("read: %v, %s", root != nil, said)
				}
			case !strings.Contains(said, tt.want) || !strings.Contains(said, "a/"+tt.name):
				t.Errorf("have %q, want %q", said, tt.want)
			}
		})
	}
}

// Where the file is there under its proper name too, the other is a copy, and a warning.
func TestMisnamedCopy(t *testing.T) {
	r := NewReader(fstest.MapFS{"a/b.toml": {Data: []byte("x = 1")},
		"a/b.toml.txt": {Data: []byte("x = 2")}})
	root, told := r.Folder("a"), r.Doubts()
	if root == nil || len(r.Problems) > 0 || len(told) != 1 || told[0].Pos.File != "a/b.toml.txt" {
		t.Errorf("%v, %v", r.Problems, told)
	}
}

// What is no file is not opened: a pipe would never end. Links count as what they lead to; one that
// leads nowhere, in a circle or out of the folder is named.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, "content", name) }
	if err := os.MkdirAll(in("a/folder.toml"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"a/good.toml": "good = 1", "other.txt": "linked = 1",
		"../outside.toml": "secret = 1"} {
		if err := os.WriteFile(in(name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := mkfifo(in("a/pipe.toml")); err != nil {
		t.Skip(err)
	}
	for name, target := range map[string]string{"inside.toml": "../other.txt",
		"circle.toml": "circle.toml", "nowhere.toml": "not-there", "out.toml": "../../outside.toml",
		"topipe.toml": "pipe.toml"} {
		if err := os.Symlink(target, in("a/"+name)); err != nil {
			t.Skip(err)
		}
	}
	root, err := os.OpenRoot(filepath.Join(dir, "content"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	r := NewReader(root.FS())
	n := r.Folder("a")
	if n.Child("good") == nil || n.Child("linked") == nil || n.Child("secret") != nil {
		t.Errorf("read %v", n.Children)
	}
	if have := filesOf(r.Problems); !slices.Equal(have,
		[]string{"a/circle.toml", "a/nowhere.toml", "a/out.toml"}) {
		t.Errorf("have %v", r.Problems)
	}
	for _, p := range r.Problems {
		if !strings.Contains(p.Hint, "a link") {
			t.Errorf("%v without a hint: %q", p, p.Hint)
		}
	}
	if have := filesOf(r.Doubts()); !slices.Equal(have,
		[]string{"a/folder.toml", "a/pipe.toml", "a/topipe.toml"}) {
		t.Errorf("warned of %v", have)
	}
}

func filesOf(ps []Problem) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Pos.File)
	}
	return out
}

// Peek looks into no pipe either.
func TestPeekIntoPipe(t *testing.T) {
	dir := t.TempDir()
	if err := mkfifo(filepath.Join(dir, "x.toml")); err != nil {
		t.Skip(err)
	}
	var fsys fs.FS = os.DirFS(dir)
	if files, err := Files(fsys, "."); err != nil || len(files) > 0 {
		t.Errorf("%v, %v", files, err)
	}
}
