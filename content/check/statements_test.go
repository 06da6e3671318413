package check

import (
	"os"
	"testing"

	"rapport/content"
)

// Statements has, of every report here, all that the check finds in its texts.
func TestStatements(t *testing.T) {
	fsys := os.DirFS("..")
	for _, year := range []int{2017, 2020, 2021, 2022} {
		names, err := content.Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			r, err := content.Load(fsys, year, name)
			if err != nil {
				t.Fatal(err)
			}
			lines := map[content.Pos]bool{}
			for _, s := range Statements(r) {
				s.Pos.Column = 0
				lines[s.Pos] = true
			}
			if len(lines) < 10 {
				t.Errorf("%d/%s: %d lines", year, name, len(lines))
			}
			for _, f := range newChecker(r, lexiconOf).all(1) {
				at := f.Pos
				at.Column = 0
				if (f.Rule == "number" || f.Rule == "claim" || f.Rule == "trend") && !lines[at] {
					t.Errorf("%s %s %q", f.Pos, f.Rule, f.Words)
				}
			}
		}
	}
}
