package frame

import "testing"

func TestOrigin(t *testing.T) {
	p := &Page{Origins: []Origin{{2, "a"}, {5, ""}, {9, "b"}}}
	for item, want := range []string{"", "", "a", "a", "a", "", "", "", "", "b", "b"} {
		if have := p.Origin(item); have != want {
			t.Errorf("item %d comes from %q, want %q", item, have, want)
		}
	}
	if have := new(Page).Origin(0); have != "" {
		t.Errorf("a page without origins says %q", have)
	}
}
