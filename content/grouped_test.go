package content_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
)

// TestPrivacyOfInvented loads invented reports with groups and a minimum: no small count of a group is
// published, and none is the rest of its row or of its column.
func TestPrivacyOfInvented(t *testing.T) {
	tables, gaps := 0, 0
	for seed := uint64(0); tables < 60 && seed < 2000; seed++ {
		fsys := invent.New(seed, invent.Options{Hard: 0.3, Groups: true}).FS()
		text, err := fs.ReadFile(fsys, fmt.Sprintf("%d/%s/report.toml", invent.Year, invent.Name))
		if err != nil {
			t.Fatal(err)
		}
		minimum := 0
		_, after, ok := strings.Cut(string(text), "[privacy]\nminimum = ")
		if _, err := fmt.Sscan(after, &minimum); !ok || err != nil {
			continue
		}
		r, err := content.Load(fsys, invent.Year, invent.Name)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		w := r.Withheld()
		for _, s := range r.Surveys {
			for _, b := range s.Breakdowns {
				g := w.Gaps(b)
				if g.Withheld == 0 {
					continue
				}
				tables++
				gaps += g.Withheld
				checkTable(t, seed, w, b, minimum)
			}
		}
	}
	t.Logf("%d tables, %d gaps", tables, gaps)
	if tables < 60 {
		t.Errorf("only %d tables", tables)
	}
}

// checkTable takes from each sum what is published of it.
func checkTable(t *testing.T, seed uint64, w content.Withheld, b *content.Breakdown, minimum int) {
	inside := 0
	for _, g := range b.Groups {
		inside += g.Figure.N
		row, last := 0, 0
		for i, a := range g.Figure.Answers {
			switch {
			case w.Hides(g.Figure, i):
				row, last = row+1, a.Count
			case a.Count > 0 && a.Count < minimum:
				t.Errorf("seed %d: %d of %s is published", seed, a.Count, g.Figure.Ref())
			}
		}
		if row == 1 && !w.HidesBase(g.Figure) && g.Figure.Kind != content.Multiple && last < minimum {
			t.Errorf("seed %d: %s lacks one count", seed, g.Figure.Ref())
		}
	}
	for i := range b.Figure.Answers {
		column, last := 0, 0
		for _, g := range b.Groups {
			if w.Hides(g.Figure, i) {
				column, last = column+1, g.Figure.Answers[i].Count
			}
		}
		if column == 1 && last > 0 && last < minimum && inside == b.Figure.N && !b.Overlap() &&
			!w.Hides(b.Figure, i) {
			t.Errorf("seed %d: %s by %s lacks one count of answer %d", seed, b.Figure.Ref(), b.By.ID, i)
		}
	}
}
