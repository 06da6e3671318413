package pdf

import (
	"bytes"
	"testing"
	"time"

	"rapport/layout/frame"
)

// TestPageCount: the pages of a file are counted again, and nothing is told of other files.
func TestPageCount(t *testing.T) {
	for _, want := range []int{1, 4, 300} {
		d := &frame.Document{Info: frame.Info{Title: "T", Language: "nb",
			Date: time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)},
			Root: &frame.Tag{Role: frame.RoleDocument}}
		for range want {
			d.Pages = append(d.Pages, &frame.Page{Width: 200, Height: 300})
		}
		var b bytes.Buffer
		if err := Write(&b, d, Options{Producer: "rapport"}); err != nil {
			t.Fatal(err)
		}
		if n, ok := PageCount(b.Bytes()); !ok || n != want {
			t.Errorf("%d pages, %v, want %d", n, ok, want)
		}
	}
	for _, other := range []string{"", "%PDF-1.4\n1 0 obj", "%PDF/Type/ObjStm>>\nstream\nx\nendstream"} {
		if n, ok := PageCount([]byte(other)); ok {
			t.Errorf("%q has %d pages", other, n)
		}
	}
}
