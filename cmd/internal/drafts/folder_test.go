package drafts_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rapport/cmd/internal/drafts"
)

// folder writes files into a folder without putting it in its place.
func folder(t *testing.T, path string, files ...string) *drafts.Folder {
	t.Helper()
	f := drafts.NewFolder(context.Background(), path)
	for _, name := range files {
		err := f.Write(name, func(w io.Writer) error {
			_, err := io.WriteString(w, "new "+name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Finish(); err != nil {
		t.Fatal(err)
	}
	return f
}

// listed are the files below a folder, hidden ones too.
func listed(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			all = append(all, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestFolder: a folder replaces the one before it as a whole, so that nothing of that stays.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "web")
	if err := folder(t, path, "a.html", "fonts/old.woff2").Commit(); err != nil {
		t.Fatal(err)
	}
	next := folder(t, path, "a.html", "fonts/new.woff2")
	if foreign, err := next.Foreign(); err != nil || len(foreign) > 0 {
		t.Errorf("its own files are foreign: %q, %v", foreign, err)
	}
	if have, _ := os.ReadFile(filepath.Join(path, "fonts/old.woff2")); len(have) == 0 {
		t.Error("the earlier folder is gone before the new one is in its place")
	}
	if err := next.Commit(); err != nil {
		t.Fatal(err)
	}
	next.Discard() // takes nothing away
	want := []string{"web/.rapport-files", "web/a.html", "web/fonts/new.woff2"}
	if have := listed(t, dir); !slices.Equal(have, want) {
		t.Errorf("have %q, want %q", have, want)
	}
}

// TestDiscardedFolder: nothing stays of a folder that was not put in its place.
func TestDiscardedFolder(t *testing.T) {
	dir := t.TempDir()
	folder(t, filepath.Join(dir, "web"), "a.html").Discard()
	if have := listed(t, dir); len(have) > 0 {
		t.Errorf("have %q", have)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	f := drafts.NewFolder(ctx, filepath.Join(dir, "web"))
	err := f.Write("a.html", func(w io.Writer) error { _, err := w.Write([]byte("a")); return err })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("have %v", err)
	}
	f.Discard()
	if have := listed(t, dir); len(have) > 0 {
		t.Errorf("have %q", have)
	}
}

// TestForeign: what somebody else has put there is named, in any folder, and what desktops leave is
// not.
func TestForeign(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web")
	if err := folder(t, path, "a.html", "b/c.png").Commit(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b/notes.txt", "b/.DS_Store", "mine.html"} {
		if err := os.WriteFile(filepath.Join(path, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := drafts.NewFolder(context.Background(), path).Foreign()
	if want := []string{"b/notes.txt", "mine.html"}; err != nil || !slices.Equal(have, want) {
		t.Errorf("have %q and %v, want %q", have, err, want)
	}
	none := drafts.NewFolder(context.Background(), filepath.Join(path, "nowhere"))
	if have, err := none.Foreign(); err != nil || len(have) > 0 {
		t.Errorf("have %q and %v for a folder that is not there", have, err)
	}
	file := drafts.NewFolder(context.Background(), filepath.Join(path, "a.html"))
	if _, err := file.Foreign(); err == nil {
		t.Error("a file is taken for a folder")
	}
}
