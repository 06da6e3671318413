package press

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// fold lays the sheets of a section into each other, as hands do, and reads what comes out: down
// the right halves of the fronts and the left halves of the backs, and up again on the other
// halves.
func fold(sheets []Sheet) []int {
	var pages []int
	for _, s := range sheets {
		pages = append(pages, s.Front.Right, s.Back.Left)
	}
	for _, s := range slices.Backward(sheets) {
		pages = append(pages, s.Back.Right, s.Front.Left)
	}
	return pages
}

// gather folds every section and puts them one behind the other.
func gather(sheets []Sheet) []int {
	var pages []int
	for len(sheets) > 0 {
		n := 1
		for n < len(sheets) && sheets[n].Section == sheets[0].Section {
			n++
		}
		pages = append(pages, fold(sheets[:n])...)
		sheets = sheets[n:]
	}
	return pages
}

// checkOrder demands every page once, in order, with blanks only before the last.
func checkOrder(t *testing.T, got []int, pages int) {
	t.Helper()
	if len(got)%4 != 0 || len(got) >= pages+4 {
		t.Fatalf("%d pages on paper for %d", len(got), pages)
	}
	for i, p := range got {
		want := i
		switch {
		case i == len(got)-1:
			want = pages - 1
		case i >= pages-1:
			want = Blank
		}
		if p != want {
			t.Fatalf("of %d pages, the folded booklet has %v", pages, got)
		}
	}
}

func TestFoldedBookletReadsInOrder(t *testing.T) {
	for pages := 1; pages <= MostStapled; pages++ {
		for _, section := range []int{0, 4, 16} {
			sheets, err := Impose(pages, section)
			if err != nil {
				t.Fatal(err)
			}
			checkOrder(t, gather(sheets), pages)
		}
	}
}

func TestImpositionOfEightPages(t *testing.T) {
	sheets, err := Impose(7, 0)
	if err != nil {
		t.Fatal(err)
	}
	// As on paper: 8 (the seventh page, the back cover) and 1, 2 and a blank; 6 and 3, 4 and 5.
	if have, want := fmt.Sprint(sheets), "[{{6 0} {1 -1} 0 0} {{5 2} {3 4} 0 1}]"; have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
}

func TestSections(t *testing.T) {
	sheets, err := Impose(120, 16)
	if err != nil {
		t.Fatal(err)
	}
	var depths, sections []int
	for _, s := range sheets {
		depths, sections = append(depths, s.Depth), append(sections, s.Section)
	}
	if have := fmt.Sprint(depths[:5], depths[26:]); have != "[0 1 2 3 0] [2 3 0 1]" {
		t.Errorf("depths %s", have)
	}
	if sections[len(sections)-1] != 7 {
		t.Errorf("sections %v", sections)
	}
	checkOrder(t, gather(sheets), 120)
}

func TestImposeRefuses(t *testing.T) {
	for _, c := range []struct {
		pages, section int
		want           string
	}{
		{0, 0, "no pages"},
		{81, 0, "84 pages are too many for one stapled section"},
		{20, 10, "multiple of four"},
		{20, -4, "multiple of four"},
		{200, 84, "cannot be stapled"},
	} {
		if _, err := Impose(c.pages, c.section); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%d pages in sections of %d: %v, want %q", c.pages, c.section, err, c.want)
		}
	}
}

func FuzzImpose(f *testing.F) {
	for _, seed := range [][2]int{{1, 0}, {80, 0}, {81, 16}, {7, 4}, {400, 80}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, pages, section int) {
		if pages > 5000 {
			return
		}
		sheets, err := Impose(pages, section)
		if err != nil {
			return
		}
		checkOrder(t, gather(sheets), pages)
	})
}
