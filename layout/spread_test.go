package layout

import (
	"fmt"
	"os"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout/frame"
	"rapport/layout/wording"
)

// TestSpread: what asks for an even page begins one, in books and in running text, and no blank page
// stands before it that need not.
func TestSpread(t *testing.T) {
	asked := 0
	check := func(name string, r *content.Report) {
		d, err := Compose(r, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		at := map[string]int{}
		for _, b := range d.Bookmarks {
			at[fmt.Sprint(b.Level, b.Title)] = b.Dest.Page + 1
		}
		even := func(level int, title string) {
			page, ok := at[fmt.Sprint(level, wording.Clean(title))]
			if !ok {
				return
			}
			asked++
			if page%2 != 0 {
				t.Errorf("%s: %q begins on page %d", name, title, page)
			}
		}
		for _, ch := range r.Chapters {
			if ch.Spread {
				even(0, ch.Title)
			}
			for _, topic := range ch.Topics {
				if topic.Begins() {
					even(1, topic.Listed)
				}
			}
		}
		blanks(t, name, d)
	}
	forms, err := content.Load(os.DirFS("testdata/forms"), 2024, "formene")
	if err != nil {
		t.Fatal(err)
	}
	check("formene", forms)
	for seed := uint64(1); seed < 120; seed += 2 {
		r := invent.New(seed, invent.Options{Hard: float64(seed%3) / 3, Forms: true})
		c, err := content.Load(r.FS(), invent.Year, invent.Name)
		if err != nil {
			t.Fatal(err)
		}
		check(fmt.Sprint("seed ", seed), c)
	}
	if asked < 50 {
		t.Errorf("only %d even pages were asked for", asked)
	}
}

// blanks finds two blank pages in a row, but before the back cover, and one before an odd page.
func blanks(t *testing.T, name string, d *frame.Document) {
	t.Helper()
	last := len(d.Pages) - 1
	for last > 0 && len(d.Pages[last-1].Items) == 0 {
		last--
	}
	for i, p := range d.Pages[:last] {
		if len(p.Items) == 0 && (i%2 != 0 || len(d.Pages[i+1].Items) == 0) {
			t.Errorf("%s: page %d of %d is blank, and the next is number %d", name, i+1, len(d.Pages), i+2)
		}
	}
}
