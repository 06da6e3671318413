package check

import (
	"os"
	"slices"
	"sync"
	"testing"

	"rapport/content"
)

// TestTwice checks one report several times at once: a report is only read, so nothing may race
// (the race detector sees it) and all find the same.
func TestTwice(t *testing.T) {
	r, err := content.Load(os.DirFS("../../layout/testdata/longer"), 2024, "alt-mulig")
	if err != nil {
		t.Fatal(err)
	}
	want := Report(r)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			same := func(a, b Finding) bool {
				return sameFinding(a, b) && a.Line == b.Line && a.Width == b.Width
			}
			if have := Report(r); !slices.EqualFunc(have, want, same) {
				t.Errorf("have %v\nwant %v", have, want)
			}
		})
	}
	wait.Wait()
}
