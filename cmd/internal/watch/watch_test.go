package watch

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestFolder: whatever editors and people do with files is told, once, with the events of the operating
// system and without.
func TestFolder(t *testing.T) {
	for _, way := range []struct {
		name string
		o    Options
	}{{"events", Options{Look: time.Hour, Quiet: 100 * time.Millisecond, Most: 3 * time.Second}}, {"looks", Options{Deaf: true, Look: 10 * time.Millisecond}}} {
		t.Run(way.name, func(t *testing.T) {
			dir := t.TempDir()
			at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
			write := func(name, text string) {
				t.Helper()
				if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Fatal(err)
				}
			}
			must(os.MkdirAll(at("2022/bok"), 0o777))
			write("2022/bok/report.toml", "a")
			ctx, stop := context.WithCancel(context.Background())
			changes := Folder(ctx, dir, way.o)
			for _, tt := range []struct {
				name string
				do   func()
				told bool
			}{
				{"a save", func() { write("2022/bok/report.toml", "other") }, true},
				{"several saves", func() {
					for _, text := range []string{"", "on", "one", "one more"} {
						write("2022/bok/report.toml", text)
					}
				}, true},
				{"a save by rename", func() {
					write("2022/bok/.report.toml.swp", "renamed")
					must(os.Rename(at("2022/bok/.report.toml.swp"), at("2022/bok/report.toml")))
				}, true},
				{"a new file", func() { write("2022/bok/10-ny.toml", "new") }, true},
				{"a deleted file", func() { must(os.Remove(at("2022/bok/10-ny.toml"))) }, true},
				{"a new folder with files", func() {
					must(os.MkdirAll(at("2023/ny/images"), 0o777))
					write("2023/ny/report.toml", "new")
				}, true},
				{"a save in the new folder", func() { write("2023/ny/images/a.svg", "<svg/>") }, true},
				{"a renamed folder", func() { must(os.Rename(at("2023/ny"), at("2023/eldre"))) }, true},
				{"a save in the renamed folder", func() { write("2023/eldre/report.toml", "newer") }, true},
				{"what an editor puts aside", func() {
					write("2022/bok/.report.toml.swp", "aside")
					write("2022/bok/report.toml~", "aside")
				}, false},
			} {
				tt.do()
				patience := 5 * time.Second // a machine may be busy
				if !tt.told {
					patience = 400 * time.Millisecond
				}
				select {
				case c := <-changes:
					if !tt.told {
						t.Errorf("%s was told", tt.name)
					}
					if since := time.Since(c.Seen); since < 0 || since > 5*time.Second {
						t.Errorf("%s was seen %v ago", tt.name, since)
					}
				case <-time.After(patience):
					if tt.told {
						t.Errorf("%s was not told", tt.name)
					}
				}
				select {
				case <-changes:
					// Looks may fall between two saves, and a new folder's files come after it.
					if !way.o.Deaf && tt.name != "a new folder with files" {
						t.Errorf("%s was told twice", tt.name)
					}
				case <-time.After(220 * time.Millisecond):
				}
			}
			stop()
			for range changes {
			}
		})
	}
}
