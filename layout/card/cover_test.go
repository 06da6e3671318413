package card_test

import (
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout/card"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/text"
)

// TestCover: the cover's cards of reports that nobody has looked at have their words inside, and
// none over others.
func TestCover(t *testing.T) {
	shaper := text.NewShaper()
	for seed := uint64(300); seed < 330; seed++ {
		r, err := content.Load(invent.New(seed, invent.Options{Hard: float64(seed%3) / 2}).FS(),
			invent.Year, invent.Name)
		if err != nil {
			t.Fatal(err)
		}
		c, err := card.Cover(r, shaper)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !strings.HasPrefix(c.Alt, content.WithoutSoftHyphens(strings.TrimSpace(r.Title))) {
			t.Errorf("seed %d: the alternative text is %q", seed, c.Alt)
		}
		d := &frame.Document{Pages: []*frame.Page{c.Page}, Root: &frame.Tag{Role: frame.RoleDocument}}
		for _, f := range frametest.Faults(d) {
			t.Errorf("seed %d: %v", seed, f)
		}
	}
}
