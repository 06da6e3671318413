package check

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rapport/content"
)

// reports loads every report of this repository.
func reports(t testing.TB) []*content.Report {
	t.Helper()
	fsys := os.DirFS("..")
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

// TestRepo demands that every report of this repository passes strictly: what is left is silenced, with a
// reason.
func TestRepo(t *testing.T) {
	for _, r := range reports(t) {
		found := Report(r)
		checkPlaces(t, found)
		if graves, warnings, _ := Count(found); graves+warnings > 0 {
			var b strings.Builder
			if err := Print(&b, slices.DeleteFunc(found, func(f Finding) bool { return f.Severity == Note }), "content/"); err != nil {
				t.Fatal(err)
			}
			t.Errorf("%d/%s\n%s", r.Year, r.Name, b.String())
		}
	}
}
