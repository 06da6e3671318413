package content

import "testing"

// TestWarnings: a report that is as it should be has none; testdata/problems has those of others.
func TestWarnings(t *testing.T) {
	fsys := base(t)
	r, err := Load(fsys, 2022, "aarsrapport")
	if err != nil || len(r.Warnings()) > 0 {
		t.Fatal(err, r.Warnings())
	}
}
