package grid

import (
	"fmt"
	"strconv"

	"rapport/layout/frame"
)

// later is what is drawn at a place of a page when the numbers of pages are known.
type later struct {
	item, origin int // how much of the page lies below it
	tag          *frame.Tag
	draw         func(number int)
}

// drawn is an item that has been drawn late, and its tag.
type drawn struct {
	tag *frame.Tag
	kid frame.Kid
}

// Numbered gives the current page its number as its label, and draws at this place of it, between
// what has been drawn and what will be, artifacts that depend on that number. The cover, the first
// page, has number 1.
func (g *Grid) Numbered(draw func(number int)) {
	page := g.page
	g.late(nil, func(number int) {
		page.Label = strconv.Itoa(number)
		draw(number)
	})
}

// Later draws at this place of the page, as the last that the current tag holds, when the numbers
// of pages are known. It must not draw headings or links.
func (g *Grid) Later(draw func()) { g.late(g.tag, func(int) { draw() }) }

// late has draw called once, under a tag, when the page is bound.
func (g *Grid) late(tag *frame.Tag, draw func(number int)) {
	l := later{len(g.page.Items), len(g.page.Origins), tag, draw}
	g.later[g.index] = append(g.later[g.index], l)
}

// Follows reports whether the pages would be the same behind a heading of a level, 0 for none.
func (g *Grid) Follows(level int) bool {
	h := g.headings
	return h.first == 0 || min(h.first, level+1) == min(h.first, h.before+1)
}

// LastLevel is that of the last heading on the pages or, without any, of the one before them.
func (g *Grid) LastLevel() int { return g.headings.last }

// Pages are the pages that have been recorded. Before Bind they lack what depends on their numbers.
func (g *Grid) Pages() []*frame.Page { return g.pages }

// Marks are the destinations on the pages, which are counted from 0, by id.
func (g *Grid) Marks() map[string]frame.Dest { return g.marks }

// Err is the first error of what has been drawn.
func (g *Grid) Err() error { return g.err }

// Bind makes the grid's pages those of a document from the index first on. It is called once, when all
// has been drawn. Grids may be bound side by side.
func (g *Grid) Bind(first int) {
	g.binding = true
	counts := make([][]int, len(g.pages)) // of the items that each later is
	for i := range g.pages {
		counts[i] = g.finish(i, first+i+1)
	}
	g.move(g.root, first, counts)
	for _, d := range g.drawn {
		d.kid.Page += first
		d.tag.Kids = append(d.tag.Kids, d.kid)
	}
	g.later, g.drawn, g.page, g.scratch = nil, nil, nil, nil
}

// finish draws what waits on a page, and returns how many items each is.
func (g *Grid) finish(i, number int) []int {
	page, waiting := g.pages[i], g.later[i]
	below := page.Items
	page.Items = g.scratch[:0]
	g.index, g.page = i, page
	counts := make([]int, len(waiting))
	for k, l := range waiting {
		before, tagged := len(page.Items), len(g.drawn)
		g.tag = l.tag
		l.draw(number)
		counts[k] = len(page.Items) - before
		for d := range g.drawn[tagged:] {
			g.drawn[tagged+d].kid.Item += l.item
		}
		for o := range page.Origins[l.origin:] {
			page.Origins[l.origin+o].Item += counts[k]
		}
	}
	g.scratch = page.Items
	page.Items = merged(below, g.scratch, waiting, counts)
	return counts
}

// merged are the items of a page with what has been drawn late at its places.
func merged(below, late []frame.Item, waiting []later, counts []int) []frame.Item {
	all := make([]frame.Item, 0, len(below)+len(late))
	from := 0
	for k, l := range waiting {
		all = append(append(all, below[from:l.item]...), late[:counts[k]]...)
		from, late = l.item, late[counts[k]:]
	}
	return append(all, below[from:]...)
}

// move gives what lies under a tag its place among the pages of the document.
func (g *Grid) move(t *frame.Tag, first int, counts [][]int) {
	if box := t.Properties().BBox; box != nil {
		box.Page += first
	}
	for i := range t.Kids {
		k := &t.Kids[i]
		if k.Tag != nil {
			g.move(k.Tag, first, counts)
			continue
		}
		if item := k.Item; k.Link < 0 {
			for n, l := range g.later[k.Page] {
				if item >= l.item {
					k.Item += counts[k.Page][n]
				}
			}
		}
		k.Page += first
	}
}

// Lead lets the links lead to the places of the document, which are by id. A link to a place that was
// never marked is an error.
func (g *Grid) Lead(places map[string]frame.Dest) error {
	for _, id := range g.wanted {
		to, ok := places[id]
		if !ok {
			return fmt.Errorf("a link leads to %q, which is on no page", id)
		}
		*g.targets[id] = to
	}
	return nil
}
