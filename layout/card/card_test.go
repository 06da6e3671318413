package card_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"os"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout/card"
	"rapport/layout/frame"
	"rapport/layout/frame/frametest"
	"rapport/layout/raster"
	"rapport/layout/text"
)

var (
	seeds = flag.Uint64("seeds", 12, "how many invented reports of each kind get cards")
	from  = flag.Uint64("from", 0, "the first seed of TestAnyone")
)

// TestAnyone makes cards of reports that nobody has looked at: none is refused, no words lie over
// words or leave the card, and each has its own name and says something.
func TestAnyone(t *testing.T) {
	shaper := text.NewShaper()
	for _, hard := range []float64{0, 0.3, 1} {
		for seed := *from; seed < *from+*seeds; seed++ {
			fsys := invent.New(seed, invent.Options{Hard: hard, Groups: seed%2 == 1}).FS()
			r, err := content.Load(fsys, invent.Year, invent.Name)
			if err != nil {
				t.Fatal(err)
			}
			cards, err := card.Compose(r, shaper, "")
			if err != nil {
				t.Errorf("seed %d, %g: %v", seed, hard, err)
				continue
			}
			if len(cards) != len(card.Formats)*len(r.Figures) {
				t.Errorf("seed %d, %g: %d cards of %d figures",
					seed, hard, len(cards), len(r.Figures))
			}
			sound(t, fmt.Sprintf("seed %d, %g", seed, hard), cards)
		}
	}
}

// sound looks for faults that a reader would see.
func sound(t testing.TB, of string, cards []card.Card) {
	t.Helper()
	names := map[string]bool{}
	for i := range cards {
		c := &cards[i]
		if names[c.Name] || c.Name == "" || strings.ContainsAny(c.Name, `/\:`) {
			t.Errorf("%s: a card named %q", of, c.Name)
		}
		names[c.Name] = true
		if strings.TrimSpace(c.Text()) == "" {
			t.Errorf("%s: %s says nothing", of, c.Name)
		}
		alone := &frame.Document{
			Pages: []*frame.Page{c.Page}, Root: &frame.Tag{Role: frame.RoleDocument},
		}
		for _, f := range frametest.Faults(alone) {
			t.Errorf("%s: %s: %v", of, c.Name, f)
		}
	}
}

// published are the cards of the annual report.
func published(t testing.TB) []card.Card {
	t.Helper()
	fsys := os.DirFS("../../content/testdata/published")
	names, err := content.Reports(fsys, 2022)
	if err != nil {
		t.Fatal(err)
	}
	r, err := content.Load(fsys, 2022, names[0])
	if err != nil {
		t.Fatal(err)
	}
	cards, err := card.Compose(r, text.NewShaper(), "")
	if err != nil {
		t.Fatal(err)
	}
	sound(t, "the annual report", cards)
	return cards
}

// TestPublished looks at the cards of the annual report.
func TestPublished(t *testing.T) { published(t) }

func BenchmarkCards(b *testing.B) {
	for b.Loop() {
		for _, c := range published(b) {
			pixels, err := raster.Page(c.Page, card.Scale)
			if err != nil {
				b.Fatal(err)
			}
			if err := png.Encode(new(bytes.Buffer), pixels); err != nil {
				b.Fatal(err)
			}
		}
	}
}
