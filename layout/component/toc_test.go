package component

import (
	"strings"
	"testing"

	"rapport/layout/flow"
	"rapport/layout/frame/frametest"
)

// A title that is longer than its line goes on below, and one without letters leaves its line
// empty.
func TestContentsKeepLongTitles(t *testing.T) {
	s := newSetter(t)
	long := words(12)
	entries := []Entry{
		{Number: 1, Title: long, ID: "figure:3", Topics: []Entry{
			{Title: long, ID: "figure:3"}, {Title: "Kort", ID: "figure:3"},
		}},
		{Number: 2, Title: "", ID: "figure:3"},
	}
	atoms := s.Contents(entries, 174, 240)
	var b strings.Builder
	if err := frametest.DumpText(draw(t, s, atoms), &b); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "jobb"); n != 24 {
		t.Errorf("%d of 24 stretches of the long titles are there:\n%s", n, b.String())
	}
	entries[0].Title, entries[0].Topics[0].Title = "Kort", "Kort"
	if short := s.Contents(entries, 174, 240); height(short) >= height(atoms) {
		t.Error("long titles take no more room than short ones")
	}
}

func height(atoms []flow.Atom) float64 { return float64(stackHeight(atoms)) }

// TestContentsOfManyChapters sets chapters closer before one of them is alone on the next page.
func TestContentsOfManyChapters(t *testing.T) {
	s := newSetter(t)
	chapters := func(n int) []Entry {
		entries := make([]Entry, n)
		for i := range entries {
			entries[i] = Entry{Number: i + 1, Title: "Kapittel", ID: "figure:3"}
		}
		return entries
	}
	loose := s.Contents(chapters(10), 174, 1000)
	if atoms := s.Contents(chapters(10), 174, stackHeight(loose)-5); height(atoms) >= height(loose) {
		t.Error("what is a little too tall is not set closer")
	}
	atoms := s.Contents(chapters(60), 174, 240)
	if n := len(atoms); n != 60 || atoms[n-2].Bond != flow.Wish {
		t.Errorf("%d chapters, the last but one bound by %v", n, atoms[n-2].Bond)
	}
}
