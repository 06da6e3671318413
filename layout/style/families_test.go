package style

import (
	"slices"
	"strings"
	"testing"

	brands "rapport/content/brand"
	"rapport/fonts"
)

// TestFamilies: a brand may name the families that text is set in, which are all but Noto's,
// which stand in for them.
func TestFamilies(t *testing.T) {
	want := slices.DeleteFunc(fonts.Families(),
		func(f string) bool { return strings.HasPrefix(f, "Noto ") })
	if have := brands.TextFamilies(); !slices.Equal(have, want) {
		t.Errorf("brands.TextFamilies() is %q, the families compiled in are %q", have, want)
	}
}
