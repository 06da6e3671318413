package check

import (
	"fmt"
	"slices"
	"testing"

	"rapport/content"
)

// TestShare checks reports on several cores: whatever the cut, all find and read the same (the
// race detector sees what both change).
func TestShare(t *testing.T) {
	list := reports(t, frozen)
	long, err := content.Load(manyPages(3, 60), 2024, "stor")
	if err != nil {
		t.Fatal(err)
	}
	cuts := map[int]int{}
	for _, r := range append(list, long) {
		alone := newChecker(r, lexiconOf)
		alone.explains = true
		want := alone.all(1)
		for cores := 2; cores <= 7; cores++ {
			c := newChecker(r, lexiconOf)
			c.explains = true
			cuts[len(c.cuts(cores))]++
			if have := c.all(cores); fmt.Sprint(have) != fmt.Sprint(want) {
				t.Errorf("%s on %d cores: have %v\nwant %v", r.Title, cores, have, want)
			}
			if !slices.EqualFunc(c.readings, alone.readings, func(a, b Reading) bool {
				return fmt.Sprint(a) == fmt.Sprint(b)
			}) {
				t.Errorf("%s on %d cores: other readings", r.Title, cores)
			}
		}
	}
	if cuts[2] == 0 || cuts[4] == 0 {
		t.Errorf("reports were parted as %v says", cuts)
	}
}

// TestBeside holds what stops a build against the whole check, on the reports here; readingOf does
// so on sentences of which many are wrong.
func TestBeside(t *testing.T) {
	long, err := content.Load(manyPages(3, 60), 2024, "stor")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(reports(t, frozen), long) {
		sameBeside(t, r, Report(r))
	}
}

// sameBeside says whether Beside tells the same errors as those of a report's findings, and what
// the rule document finds.
func sameBeside(t *testing.T, r *content.Report, found []Finding) {
	t.Helper()
	for _, also := range [][]Severity{nil, {Warning}} {
		want := slices.DeleteFunc(slices.Clone(found), func(f Finding) bool {
			return f.Severity != Error && f.Rule != "document" && !slices.Contains(also, f.Severity)
		})
		if have := Beside(r, also...); fmt.Sprint(have) != fmt.Sprint(want) {
			t.Errorf("with %v: have %v\nwant %v", also, have, want)
		}
	}
}
