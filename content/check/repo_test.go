package check

import (
	"os"
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

func TestRepo(t *testing.T) {
	for _, r := range reports(t) {
		var b strings.Builder
		if err := Print(&b, Report(r), "content/"); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d/%s\n%s", r.Year, r.Name, b.String())
	}
}
