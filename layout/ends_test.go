package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame/frametest"
	"rapport/layout/style"
)

// What TestPageEnds counts, by hand:
//
//	go test ./layout -run PageEnds -v -ends 150
var endsSeeds = flag.Uint64("ends", 40, "how many invented reports TestPageEnds sets")

// ends counts pages by why they end.
type ends map[frametest.Ending]*fullness

// fullness counts pages, those that are filled less than some shares, and those that open with fewer
// than four lines of a text that ends there.
type fullness struct{ pages, under35, under60, under85, leftovers int }

// filled is the share of a page's content area above its end.
func filled(e frametest.End) float64 {
	return float64((e.Ink - style.ContentTop) / style.ContentHeight)
}

func (e ends) add(all []frametest.End) {
	for _, end := range all {
		f := e[end.Ending]
		if f == nil {
			f = &fullness{}
			e[end.Ending] = f
		}
		f.pages++
		full := filled(end)
		if full < 0.35 {
			f.under35++
		}
		if full < 0.60 {
			f.under60++
		}
		if full < 0.85 {
			f.under85++
		}
		if end.Opens > 0 && end.Opens < 4 {
			f.leftovers++
		}
	}
}

func (e ends) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-14s %6s %7s %7s %7s %10s\n", "", "pages", "< 35 %", "< 60 %", "< 85 %", "leftovers")
	for _, ending := range []frametest.Ending{
		frametest.ChapterEnds, frametest.TopicEnds, frametest.TableEnds, frametest.GoesOn,
	} {
		if f := e[ending]; f != nil {
			fmt.Fprintf(&b, "%-14s %6d %7d %7d %7d %10d\n",
				ending, f.pages, f.under35, f.under60, f.under85, f.leftovers)
		}
	}
	return b.String()
}

// mostShort is the share of pages that end before their chapter does, and are filled less than 60 %.
const mostShort = 0.15

// TestPageEnds counts how full the pages of reports are that nobody has looked at.
func TestPageEnds(t *testing.T) {
	all := ends{}
	for seed := range *endsSeeds {
		r := invent.New(7000+seed, invent.Options{Forms: seed%2 == 1})
		c, err := content.Load(r.FS(), invent.Year, invent.Name)
		if err != nil {
			t.Fatal(err)
		}
		all.add(endsOf(t, c))
	}
	t.Log(all)
	var pages, short int
	for ending, f := range all {
		if ending != frametest.ChapterEnds {
			pages, short = pages+f.pages, short+f.under60
		}
	}
	if share := float64(short) / float64(pages); share > mostShort {
		t.Errorf("%d of %d pages (%.0f %%) are short, more than %.0f %%",
			short, pages, 100*share, 100*mostShort)
	}
}

// TestOwnPageEnds logs the ends of the pages of this repository's reports, which authors change.
func TestOwnPageEnds(t *testing.T) {
	found, err := filepath.Glob("../content/20[0-9][0-9]/*/report.toml")
	if err != nil || len(found) == 0 {
		t.Fatal("no reports", err)
	}
	all := ends{}
	for _, file := range found {
		folder := filepath.Dir(file)
		year, err := strconv.Atoi(filepath.Base(filepath.Dir(folder)))
		if err != nil {
			t.Fatal(err)
		}
		r, err := content.Load(os.DirFS("../content"), year, filepath.Base(folder))
		if err != nil {
			t.Fatal(err)
		}
		own := endsOf(t, r)
		all.add(own)
		for _, e := range own {
			t.Logf("%d %s page %d, %s: %.0f mm, %.0f %%, opens with %d", year, filepath.Base(folder),
				e.Page, e.Ending, float64(e.Ink), 100*filled(e), e.Opens)
		}
	}
	t.Log(all)
}

func endsOf(t *testing.T, r *content.Report) []frametest.End {
	t.Helper()
	d, err := layout.Compose(r, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return frametest.Ends(d)
}
