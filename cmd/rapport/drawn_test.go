package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDrawnAgain builds a web edition over earlier ones: whatever has changed since, it holds the same
// files as one that is made from nothing, and what has not changed was not drawn.
func TestDrawnAgain(t *testing.T) {
	dir := t.TempDir()
	copyFolder(t, frozen, filepath.Join(dir, "content"))
	report := filepath.Join(dir, "content/2022/erfaringskonsulentene-i-tall")
	made := func(out string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		out = filepath.Join(dir, out)
		arguments := []string{"web", "2022", "--content", filepath.Join(dir, "content"), "--out", out}
		if code := execute(context.Background(), arguments, &stdout, &stderr); code != exitDone {
			t.Fatalf("exit code %d: %s", code, stderr.String())
		}
		return filepath.Join(out, "2022/erfaringskonsulentene-i-tall-web")
	}
	folder := made("out")
	pictures, err := filepath.Glob(filepath.Join(folder, "figures/*.png"))
	if err != nil || len(pictures) < 10 {
		t.Fatalf("%d pictures, %v", len(pictures), err)
	}
	for _, tt := range []struct {
		name   string
		change func()
	}{
		{"nothing", func() {}},
		{"a comment", func() { replaceIn(t, report, "report.toml", "[report]", "# \n[report]") }},
		{"a headline", func() { replaceIn(t, report, "10-hvem.toml", "headline = \"", "headline = \"Nå: ") }},
		{"a picture", func() {
			if err := os.WriteFile(pictures[3], []byte("not a picture"), 0o600); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.change()
			again, fresh := filesOf(t, made("out")), filesOf(t, made("fresh-"+strings.ReplaceAll(tt.name, " ", "-")))
			if len(again) != len(fresh) {
				t.Errorf("%d files, and %d from nothing", len(again), len(fresh))
			}
			for name, content := range fresh {
				if again[name] != content {
					t.Errorf("%s differs from what is made from nothing", name)
				}
			}
		})
	}
}

// filesOf are the files below a folder, by name.
func filesOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(folder, name))
		all[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func copyFolder(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

// replaceIn replaces the first of some words in a file.
func replaceIn(t *testing.T, dir, name, before, after string) {
	t.Helper()
	path := filepath.Join(dir, name)
	b, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(b, []byte(before)) {
		t.Fatalf("%s has no %q: %v", name, before, err)
	}
	if err := os.WriteFile(path, bytes.Replace(b, []byte(before), []byte(after), 1), 0o600); err != nil {
		t.Fatal(err)
	}
}
