package grid

import (
	"fmt"
	"slices"
	"strconv"

	"rapport/layout/frame"
)

// later is what is drawn at a place of a page when the page's number is known.
type later struct {
	item, origin int // how much of the page lies below it
	draw         func(number int)
}

// Numbered gives the current page its number as its label, and draws at this place of it, as artifacts
// between what has been drawn and what will be, what depends on that number. draw is called once, when
// the page is bound. The cover, the first page, has number 1.
func (g *Grid) Numbered(draw func(number int)) {
	g.later[g.Page()] = later{len(g.page.Items), len(g.page.Origins), draw}
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
	above := make([]int, len(g.pages)) // items that have been put below the others
	for i := range g.pages {
		if g.later[i].draw != nil {
			above[i] = g.number(i, first+i+1)
		}
	}
	g.move(g.root, first, above)
}

// number draws what waits for a page's number, and returns how many items it is.
func (g *Grid) number(i, number int) int {
	l, page := g.later[i], g.pages[i]
	g.page, g.tag, g.later[i].draw = page, nil, nil
	page.Label = strconv.Itoa(number)
	items := page.Items
	page.Items = nil
	l.draw(number)
	n := len(page.Items)
	page.Items = slices.Concat(items[:l.item], page.Items, items[l.item:])
	for k := range page.Origins[l.origin:] {
		page.Origins[l.origin+k].Item += n
	}
	return n
}

// move gives what lies under a tag its place among the pages of the document.
func (g *Grid) move(t *frame.Tag, first int, above []int) {
	if t.BBox != nil {
		t.BBox.Page += first
	}
	for i := range t.Kids {
		k := &t.Kids[i]
		if k.Tag != nil {
			g.move(k.Tag, first, above)
			continue
		}
		if k.Link < 0 && k.Item >= g.later[k.Page].item {
			k.Item += above[k.Page]
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
