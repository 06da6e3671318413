package source

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

const decomposed = "bla\u030ab\u00e6r" // blåbær, with a ring of its own

// Text, keys and values are in form C, however they are written, and places are those of what is
// seen.
func TestComposedText(t *testing.T) {
	tests := []struct{ name, toml, want string }{
		{"in the file", "'" + decomposed + "' = '" + decomposed + "'", "blåbær"},
		{"in escapes", `"bla\u030ab\u00e6r" = "bla\u030ab\u00e6r"`, "blåbær"},
		{"the sign of a unit", `"\u212b" = "\u212b"`, "Å"},
		{"a mark at the start", `"\u0301a" = "\u0301a"`, "\u0301a"},
		{"Hangul", `"\u1100\u1161\u11a8" = "\u1100\u1161\u11a8"`, "각"},
	}
	for _, tt := range tests {
		r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(tt.toml)}})
		n := r.File("a.toml")
		if len(r.Problems) > 0 {
			t.Fatalf("%s: %v", tt.name, r.Problems)
		}
		c := n.Child(tt.want)
		if c == nil || c.Text() != tt.want || c.Name != tt.want {
			t.Errorf("%s: have %+v, want %q", tt.name, n.Children[0], tt.want)
		}
	}
}

// A stretch of a text that escapes wrote apart still points at what it is written as.
func TestComposedPlaces(t *testing.T) {
	r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(`a = "xa\u030ay og z"`)}})
	n := r.File("a.toml").Child("a")
	for _, tt := range []struct {
		start, end int
		want       string
	}{
		{0, 1, "x"}, {1, 3, `a\u030a`}, {3, 4, "y"}, {5, 7, "og"}, {8, 9, "z"}, {0, 9, `xa\u030ay og z`},
	} {
		at := n.Within(tt.start, tt.end)
		if have := n.file.text[at.Start:at.End]; have != tt.want {
			t.Errorf("%d to %d: have %q, want %q", tt.start, tt.end, have, tt.want)
		}
	}
}

// A file is found in whichever form its name is asked for, and listed in form C.
func TestComposedNames(t *testing.T) {
	const composedName, otherName = "blåbær", decomposed
	fsys := fstest.MapFS{
		otherName + "/" + otherName + ".toml": {Data: []byte("a = 1")},
		composedName + "2/x.toml":             {Data: []byte("b = 1")},
	}
	c := Composed(fsys)
	for _, name := range []string{
		composedName + "/" + composedName + ".toml", otherName + "/" + otherName + ".toml",
		composedName + "/" + otherName + ".toml", otherName + "2/x.toml",
	} {
		if _, err := fs.ReadFile(c, name); err != nil && name != otherName+"2/x.toml" {
			t.Errorf("%+q: %v", name, err)
		}
		if _, err := fs.Stat(c, name); err != nil && name != otherName+"2/x.toml" {
			t.Errorf("%+q: %v", name, err)
		}
	}
	entries, err := fs.ReadDir(c, composedName)
	if err != nil || len(entries) != 1 || entries[0].Name() != composedName+".toml" {
		t.Errorf("have %v, %v", entries, err)
	}
	if _, err := fs.Stat(c, "blåbar/x.toml"); err == nil {
		t.Error("a file that is not there was found")
	}
}

// Of two names that read alike the one that is asked for is opened.
func TestNamesAlike(t *testing.T) {
	fsys := fstest.MapFS{
		"\u00e5.toml":  {Data: []byte("here = 1")},
		"a\u030a.toml": {Data: []byte("there = 1")},
	}
	files, err := Files(Composed(fsys), ".")
	if err != nil || len(files) != 2 || files[0] == files[1] {
		t.Errorf("have %+q, %v", files, err)
	}
}

func FuzzComposedPlaces(f *testing.F) {
	f.Add(`a = "xa\u030ay \u1100\u1161 z"`)
	f.Fuzz(func(t *testing.T, text string) {
		r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(text)}})
		n := r.File("a.toml")
		if n == nil {
			return
		}
		for _, c := range n.Children {
			for i := range len(c.Text()) + 2 {
				if at := c.Within(i, i+1); at.Start < 0 || at.End > len(c.file.text) || at.Start > at.End {
					t.Fatalf("%q: %d is at %v", text, i, at)
				}
			}
		}
	})
}
