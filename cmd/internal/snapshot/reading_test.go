package snapshot

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// TestReading: whatever is answered otherwise, a file, a listing, that something is not there, changes
// the sum, and what was not asked does not.
func TestReading(t *testing.T) {
	content := func() fstest.MapFS {
		return fstest.MapFS{"a/report.toml": {Data: []byte("[report]")}, "a/x.png": {Data: []byte("png")},
			"b/other.toml": {Data: []byte("other")}}
	}
	sum := func(fsys fs.FS) [32]byte {
		r := NewReading(fsys)
		for _, name := range []string{"a/report.toml", "a/none.toml"} {
			_, _ = fs.ReadFile(r, name)
		}
		if f, err := r.Open("a/x.png"); err == nil {
			_ = f.Close()
		}
		_, _ = fs.ReadDir(r, "a")
		_, _ = fs.Stat(r, "a/c")
		return r.Sum()
	}
	first := sum(content())
	for name, change := range map[string]func(fstest.MapFS){
		"a changed file":       func(m fstest.MapFS) { m["a/report.toml"].Data = []byte("[rapport]") },
		"a changed image":      func(m fstest.MapFS) { m["a/x.png"].Data = []byte("jpg") },
		"a file of the folder": func(m fstest.MapFS) { m["a/new"] = &fstest.MapFile{} },
		"a file that came":     func(m fstest.MapFS) { m["a/none.toml"] = &fstest.MapFile{} },
		"a file that is gone":  func(m fstest.MapFS) { delete(m, "a/x.png") },
	} {
		m := content()
		if change(m); sum(m) == first {
			t.Errorf("%s does not change the sum", name)
		}
	}
	m := content()
	m["b/other.toml"].Data = []byte("changed")
	if sum(m) != first {
		t.Error("what was not asked changes the sum")
	}
}

func TestReadingFileSystem(t *testing.T) {
	m := fstest.MapFS{"a/report.toml": {Data: []byte("[report]")}}
	if err := fstest.TestFS(NewReading(m), "a/report.toml"); err != nil {
		t.Error(err)
	}
}
