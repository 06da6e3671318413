package snapshot

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestFileSystem(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "2022/bok/report.toml", "[report]")
	write(t, dir, "2022/bok/cover.png", "PNG")
	files := []string{"2022/bok/report.toml", "2022/bok/cover.png"}
	if err := fstest.TestFS(Of(os.DirFS(dir)), files...); err != nil {
		t.Error(err)
	}
}

// TestFirstSeen changes, adds and removes files after they were asked for.
func TestFirstSeen(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "kept", "first")
	write(t, dir, "gone", "first")
	fsys := Of(os.DirFS(dir))
	look(t, fsys)
	write(t, dir, "kept", "a second text")
	write(t, dir, "late", "new")
	if err := os.Remove(filepath.Join(dir, "gone")); err != nil {
		t.Fatal(err)
	}
	look(t, fsys)
}

// look demands the folder as it was at first, and spoils what it was given.
func look(t *testing.T, fsys fs.FS) {
	t.Helper()
	for _, name := range []string{"kept", "gone"} {
		data, err := fs.ReadFile(fsys, name)
		if err != nil || string(data) != "first" {
			t.Errorf("%s has %q, %v", name, data, err)
		}
		clear(data)
		if info, err := fs.Stat(fsys, name); err != nil || info.Size() != 5 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	if _, err := fs.Stat(fsys, "late"); err == nil {
		t.Error("a later file is there")
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil || len(entries) != 2 || entries[0].Name() != "gone" {
		t.Errorf("listed %v, %v", entries, err)
	}
	clear(entries)
}

func TestLargeFilesAreNotKept(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "picture", string(make([]byte, most+1)))
	fsys := Of(os.DirFS(dir))
	if data, err := fs.ReadFile(fsys, "picture"); err != nil || len(data) != most+1 {
		t.Fatalf("%d bytes, %v", len(data), err)
	}
	write(t, dir, "picture", "another")
	data, err := fs.ReadFile(fsys, "picture")
	if err != nil || !bytes.Equal(data, []byte("another")) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
