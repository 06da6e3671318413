package drafts

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// earlier makes a folder with a file in it, and gives the file's path.
func earlier(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds demands the names and contents of all files beside path.
func holds(t *testing.T, path, want string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		have = append(have, e.Name()+"="+string(data))
	}
	if s := strings.Join(have, " "); s != want {
		t.Errorf("the folder holds %q, want %q", s, want)
	}
}

func TestDraftCommit(t *testing.T) {
	path := earlier(t, "old")
	d := New(context.Background(), path)
	for _, s := range []string{"ne", "w"} {
		if _, err := io.WriteString(d, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Finish(); err != nil {
		t.Fatal(err)
	}
	if old, err := os.ReadFile(path); err != nil || string(old) != "old" {
		t.Errorf("before the commit: %q, %v", old, err)
	}
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	d.Discard() // comes too late, and takes nothing away
	holds(t, path, "report.pdf=new")
	if d.Size() != 3 {
		t.Errorf("size %d, want 3", d.Size())
	}
}

func TestDraftDiscard(t *testing.T) {
	path := earlier(t, "old")
	d := New(context.Background(), path)
	if _, err := io.WriteString(d, "new"); err != nil {
		t.Fatal(err)
	}
	d.Discard()
	holds(t, path, "report.pdf=old")
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "report.pdf=old")
}

// TestDraftUnused shows that nothing is made on disk, not even the folder, before the first byte.
func TestDraftUnused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out", "2022", "report.pdf")
	d := New(context.Background(), path)
	if err := errors.Join(d.Finish(), d.Commit()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(filepath.Dir(path))); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
}

// TestDraftMode shows that others may read a report as they may any new file.
func TestDraftMode(t *testing.T) {
	path := earlier(t, "")
	d := New(context.Background(), path+"2")
	if _, err := io.WriteString(d, "x"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(d.Finish(), d.Commit()); err != nil {
		t.Fatal(err)
	}
	plain, err1 := os.Stat(path)
	made, err2 := os.Stat(path + "2")
	if err1 != nil || err2 != nil || plain.Mode() != made.Mode() {
		t.Errorf("have %v, want %v (%v, %v)", made.Mode(), plain.Mode(), err1, err2)
	}
}

// TestInterrupted stops in the middle of a file.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	path := earlier(t, "old")
	d := New(ctx, path)
	if _, err := io.WriteString(d, "new"); err != nil {
		t.Fatal(err)
	}
	stop()
	if _, err := io.WriteString(d, "er"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	d.Discard()
	holds(t, path, "report.pdf=old")
}
