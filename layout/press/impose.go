package press

import (
	"errors"
	"fmt"
)

// Blank is a page that is empty paper.
const Blank = -1

// Sheet is four pages on a sheet that is folded once, by their index or Blank. It is turned over
// its short edge, so both sides stand upright.
type Sheet struct {
	Front, Back Side
	Section     int // from 0
	Depth       int // how many sheets of its section lie around it
}

// Side is what stands on a side of a sheet, left and right of the fold.
type Side struct{ Left, Right int }

// Fill is the pages of a document in order, with as many blanks before the last one, the back
// cover, as make it a multiple of four.
func Fill(pages int) []int {
	order := make([]int, 0, max(pages, 0)+3)
	for i := range pages {
		if i == pages-1 {
			for (len(order)+1)%4 != 0 {
				order = append(order, Blank)
			}
		}
		order = append(order, i)
	}
	return order
}

// MostStapled is how many pages a booklet of one section may have; a stapler does not go through
// more.
const MostStapled = 80

// Impose puts the pages of a document on sheets, outermost sheet first, section after section.
// section is the pages of a section, a multiple of four; 0 makes one section of everything, which
// must not have more than MostStapled pages. The last section has what is left.
func Impose(pages, section int) ([]Sheet, error) {
	if pages < 1 {
		return nil, errors.New("no pages to impose")
	}
	order := Fill(pages)
	switch {
	case section < 0 || section%4 != 0:
		return nil, fmt.Errorf("a section of %d pages: it must be a multiple of four", section)
	case section > MostStapled:
		return nil, fmt.Errorf("a section of %d pages cannot be stapled; at most %d can",
			section, MostStapled)
	case section == 0 && len(order) > MostStapled:
		return nil, fmt.Errorf("%d pages are too many for one stapled section, "+
			"which has at most %d: make sections, of 16 pages for example", len(order), MostStapled)
	case section == 0:
		section = len(order)
	}
	sheets := make([]Sheet, 0, len(order)/4)
	for n := 0; len(order) > 0; n++ {
		pages := min(section, len(order))
		sheets = append(sheets, nest(order[:pages], n)...)
		order = order[pages:]
	}
	return sheets, nil
}

// nest folds the pages of a section into each other. Whatever lies left of the fold on one side of
// a sheet has the page after or before it on its back, right of the fold.
func nest(pages []int, section int) []Sheet {
	sheets := make([]Sheet, len(pages)/4)
	for i := range sheets {
		first, last := 2*i, len(pages)-1-2*i
		sheets[i] = Sheet{
			Front:   Side{Left: pages[last], Right: pages[first]},
			Back:    Side{Left: pages[first+1], Right: pages[last-1]},
			Section: section, Depth: i,
		}
	}
	return sheets
}
