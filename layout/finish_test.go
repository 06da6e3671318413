package layout

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/style"
)

// leadLines are the lines of a page that are set in the size of leads, from top to bottom.
func leadLines(p *frame.Page) []string {
	var lines []string
	y := fonts.Pt(math.Inf(-1))
	for _, it := range p.Items {
		if it.Text == nil || it.Text.Run.Size != 13 {
			continue
		}
		if words := runText(it.Text.Run); it.Text.Y == y {
			lines[len(lines)-1] += words
		} else {
			lines, y = append(lines, words), it.Text.Y
		}
	}
	return lines
}

// TestOpenersEndInWords: no opener's introduction of the reports ends in a line of one word.
func TestOpenersEndInWords(t *testing.T) {
	seen := 0
	for _, folder := range []string{originals, frozen} {
		for _, r := range reports(t, folder) {
			d, err := Compose(r, Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range d.Bookmarks {
				if b.Level > 0 || !r.Plan.Openers {
					continue
				}
				lines := leadLines(d.Pages[b.Dest.Page])
				if n := len(lines); n > 1 {
					seen++
					if len(strings.Fields(lines[n-1])) == 1 {
						t.Errorf("%d/%s, %q: the introduction ends in %q", r.Year, r.Name, b.Title, lines[n-1])
					}
				}
			}
		}
	}
	if seen < 30 {
		t.Errorf("only %d introductions were looked at", seen)
	}
}

// TestRunningHeadsNameTheFirst: where a chapter begins below another on a page, the running head names
// the one that the page begins with.
func TestRunningHeadsNameTheFirst(t *testing.T) {
	r, err := content.Load(os.DirFS(frozen), 2017, "upr-rapport-1")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Compose(r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for i, b := range d.Bookmarks {
		if b.Level > 0 || i == 0 || b.Dest.Y < style.ContentTop.Pt()+20 {
			continue
		}
		before := "" // the chapter before
		for _, a := range d.Bookmarks[:i] {
			if a.Level == 0 {
				before = a.Title
			}
		}
		seen++
		if head := runningHead(d.Pages[b.Dest.Page]); !strings.Contains(head, before) {
			t.Errorf("page %d, on which %q begins below %q, is headed %q", b.Dest.Page+1, b.Title, before,
				head)
		}
	}
	if seen == 0 {
		t.Error("no chapter begins below another")
	}
}

// TestRunningHeadsHaveChapters: in running text that nobody has looked at, the head of every page names
// a chapter at its right, also where a page begins in the middle of a table.
func TestRunningHeadsHaveChapters(t *testing.T) {
	pages := 0
	for seed := range uint64(160) {
		invented := invent.New(18000+seed, invent.Options{Hard: 0.3 * float64(seed%2)})
		r, err := content.Load(invented.FS(), invent.Year, invent.Name)
		if err != nil {
			t.Fatal(err)
		}
		if r.Plan.Openers || r.Plan.Short {
			continue
		}
		d, err := Compose(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range d.Pages {
			head := headItems(p)
			if len(head) == 0 {
				continue
			}
			pages++
			if !slices.ContainsFunc(head, func(it *frame.Text) bool {
				return it.X+it.Run.Width > (style.ContentLeft + style.ContentWidth*2/3).Pt()
			}) {
				t.Errorf("seed %d, page %d is headed %q alone", 18000+seed, i+1, runningHead(p))
			}
		}
	}
	if pages < 200 {
		t.Errorf("only %d pages were looked at", pages)
	}
}

// headItems are the words above the content of a page.
func headItems(p *frame.Page) (items []*frame.Text) {
	for _, it := range p.Items {
		if it.Text != nil && it.Kind == frame.Pagination && it.Text.Y < style.ContentTop.Pt() {
			items = append(items, it.Text)
		}
	}
	return items
}

// runningHead is what stands above the content of a page.
func runningHead(p *frame.Page) string {
	var words []string
	for _, it := range headItems(p) {
		words = append(words, runText(it.Run))
	}
	return strings.Join(words, "")
}

// TestMarksStandInside: no asterisk after a number stands outside the content of its page.
func TestMarksStandInside(t *testing.T) {
	seen, edge := 0, (style.ContentLeft + style.ContentWidth).Pt()
	for _, r := range reports(t, originals) {
		d, err := Compose(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range d.Pages {
			for _, it := range p.Items {
				if it.Text == nil || runText(it.Text.Run) != "*" {
					continue
				}
				seen++
				if right := it.Text.X + it.Text.Run.Width; right > edge+0.1 {
					t.Errorf("%d/%s, page %d: an asterisk ends %.1f beyond the content", r.Year, r.Name,
						i+1, float64((right - edge).Mm()))
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d asterisks were looked at", seen)
	}
}
