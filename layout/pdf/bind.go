package pdf

import (
	"bytes"
	"fmt"
	"sync"

	"rapport/layout/frame"
	"rapport/layout/parallel"
)

// Binder takes pages of a document as they are finished, so that never all of their frames need to
// be in memory. Write then gets it in its Options; pages that have not been bound are bound there.
type Binder struct {
	images    *imageSet
	runs      runSet
	catalogue catalogue

	mu    sync.Mutex
	bound map[int]*folio // by page
}

// NewBinder makes a binder for one document.
func NewBinder() *Binder {
	return &Binder{images: newImageSet(false), bound: make(map[int]*folio)}
}

// Bind takes pages of a document, the first of which has the index first there, turns them into
// operators and lets go of their Items. It may be called by several goroutines at a time, with the
// pages in any order and in groups of any size: the file will be the same. But a word that lines
// part is read as one only where all of it is among the pages of one call.
//
// Final must be the items, and of the tags that they belong to the role and the kids on these
// pages. All else of the document, links and labels too, is looked at by Write; what is wrong is
// told there.
func (b *Binder) Bind(first int, pages []*frame.Page) {
	b.bind(first, pages)
	for _, p := range pages {
		p.Items = nil
	}
}

// folio is a page, or a side of a sheet, as operators.
type folio struct {
	*quire
	operators []byte
	uses      []xobject // in order of first use
	leaves
	err error
}

// bind turns pages into operators.
func (b *Binder) bind(first int, pages []*frame.Page) {
	folios := plant(first, pages)
	b.catalogue.compose(folios, func(i int, l *folio, sorts *typecase) error {
		return b.page(l, first+i, pages[i], sorts)
	})
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, l := range folios {
		l.pieces, l.items = nil, nil
		b.bound[first+i] = l
	}
}

// compose makes a quire of folios, whose operators a function writes.
func (c *catalogue) compose(
	folios []*folio, write func(i int, l *folio, sorts *typecase) error,
) {
	sorts := typecases.Get().(*typecase)
	for i, l := range folios {
		if l.err == nil {
			l.err = write(i, l, sorts)
		}
	}
	q := sorts.empty(c)
	typecases.Put(sorts)
	for _, l := range folios {
		l.quire = q
	}
}

// take takes over what was written.
func (l *folio) take(c *content) error {
	c.sorts.scratch = c.b
	l.operators, l.uses = bytes.Clone(c.b), c.uses
	return c.err
}

// rest binds the pages that have not been bound, on all processors.
func (b *Binder) rest(d *frame.Document) {
	var groups [][2]int
	for i, reach := 0, reaches(d); i < len(d.Pages); {
		if b.bound[i] != nil {
			i++
			continue
		}
		from, end := i, i+1
		for i < end {
			end = min(max(end, reach[i]+1, from+smallestQuire), len(d.Pages))
			if i++; i < end && b.bound[i] != nil {
				break
			}
		}
		groups = append(groups, [2]int{from, i})
	}
	parallel.Each(len(groups), func(i int) {
		from, end := groups[i][0], groups[i][1]
		b.bind(from, d.Pages[from:end])
	})
}

// smallestQuire is how many pages are bound together although no tag does so.
const smallestQuire = 8

// reaches is for every page the last one that a tag which begins there has content on.
func reaches(d *frame.Document) []int {
	reach := make([]int, len(d.Pages))
	var walk func(*frame.Tag)
	walk = func(t *frame.Tag) {
		low, high := len(reach), -1
		for _, k := range t.Kids {
			if k.Tag != nil {
				walk(k.Tag)
			} else if k.Page >= 0 && k.Page < len(reach) {
				low, high = min(low, k.Page), max(high, k.Page)
			}
		}
		if high >= 0 {
			reach[low] = max(reach[low], high)
		}
	}
	walk(d.Root)
	return reach
}

// collect is the folios in order, or the first error in them.
func (b *Binder) collect(d *frame.Document) ([]*folio, error) {
	b.rest(d)
	folios := make([]*folio, len(d.Pages))
	for i := range folios {
		if folios[i] = b.bound[i]; folios[i].err != nil {
			return nil, fmt.Errorf("page %d%w", i+1, folios[i].err)
		}
	}
	return folios, nil
}

// quires is the quires of folios, in order.
func quires(folios []*folio) (all []*quire) {
	for _, l := range folios {
		if len(all) == 0 || all[len(all)-1] != l.quire {
			all = append(all, l.quire)
		}
	}
	return all
}
