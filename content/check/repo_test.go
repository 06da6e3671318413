package check

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rapport/content"
)

// The reports of this repository: those that authors change, and a copy that stays as it is.
const (
	originals = ".."
	frozen    = "../testdata/published"
)

// reports loads every report of a content folder.
func reports(t testing.TB, folder string) []*content.Report {
	t.Helper()
	fsys := os.DirFS(folder)
	years, err := content.Years(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var out []*content.Report
	for _, year := range years {
		names, err := content.Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			r, err := content.Load(fsys, year, name)
			if err != nil {
				t.Fatalf("%d/%s: %v", year, name, err)
			}
			out = append(out, r)
		}
	}
	return out
}

// TestOriginals demands that the check finds no error in the reports that authors change. A warning
// is theirs to judge.
func TestOriginals(t *testing.T) {
	for _, r := range reports(t, originals) {
		clean(t, r, Note, Warning)
	}
}

// TestFrozen demands that the copy passes strictly: what is left is silenced, with a reason.
func TestFrozen(t *testing.T) {
	for _, r := range reports(t, frozen) {
		clean(t, r, Note)
	}
}

// clean demands that the check finds nothing in a report but what has a severity that may be there.
func clean(t *testing.T, r *content.Report, may ...Severity) {
	t.Helper()
	found := Report(r)
	checkPlaces(t, found)
	found = slices.DeleteFunc(found,
		func(f Finding) bool { return slices.Contains(may, f.Severity) })
	if len(found) == 0 {
		return
	}
	var b strings.Builder
	if err := Print(&b, found, ""); err != nil {
		t.Fatal(err)
	}
	t.Errorf("%d/%s\n%s", r.Year, r.Name, b.String())
}
