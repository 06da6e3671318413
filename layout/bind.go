package layout

import (
	"fmt"
	"strconv"

	"rapport/content"
	"rapport/layout/frame"
	"rapport/layout/parallel"
)

// Cross-references print page numbers, and their width can move what they refer to: numbers may turn
// back and forth for ever. From the fourth pass they are therefore set in places of one width, so that
// the next pass finds the same pages; most reports need two. The maximum is there to be noticed.
const (
	freePasses    = 3
	maximumPasses = 8
)

// book is the quires of a report, and what is known of them.
type book struct {
	*composer
	quires []*quire
	before []int        // pages before each quire, as the last pass has found
	found  destinations // by the last pass
	bound  *binder
}

// destinations are places in the document, by id.
type destinations map[string]frame.Dest

// number is the printed page number of a destination. Before any page is known it is as wide as
// most numbers.
func (p destinations) number(id string) string {
	if at, ok := p[id]; ok {
		return strconv.Itoa(at.Page + 1)
	}
	return "00"
}

// add adds the destinations of a quire with pages before it. The first place of each counts.
func (p destinations) add(q *quire, before int) {
	for id, at := range q.paper.Grid.Marks() {
		if _, found := p[id]; !found {
			p[id] = frame.Dest{Page: before + at.Page, Y: at.Y}
		}
	}
}

func newBook(c *composer, tell func(int, []*frame.Page)) *book {
	quires := quiresOf(c.report)
	for _, q := range quires {
		q.composer = c
	}
	return &book{
		composer: c, quires: quires, before: make([]int, len(quires)),
		bound: newBinder(quires, tell),
	}
}

// compose composes the quires, pass by pass, until none has been told what no longer holds.
func (b *book) compose() error {
	figures := 0
	for n := 0; ; n++ {
		stale := b.stale(figures)
		switch {
		case len(stale) == 0:
			return nil
		case n == maximumPasses:
			return fmt.Errorf("the page numbers do not settle in %d passes", n)
		case n >= freePasses:
			figures = max(figures, b.figures())
			stale = b.stale(figures)
		}
		levels := b.levels()
		parallel.Each(len(stale), func(k int) {
			i := stale[k]
			if b.quires[i].err = b.done(); b.quires[i].err != nil {
				return
			}
			b.quires[i].compose(b, b.before[i], levels[i], figures)
			if n == 0 {
				b.bound.composed(i)
			}
		})
		for _, i := range stale {
			if err := b.quires[i].err; err != nil {
				return err
			}
		}
		b.find()
	}
}

// stale are the indexes of the quires that have not been composed, or have been told what does not
// hold.
func (b *book) stale(figures int) []int {
	var stale []int
	levels := b.levels()
	for i, q := range b.quires {
		if q.paper.Grid == nil || !q.paper.Grid.Follows(levels[i]) || !b.holds(q.told, b.before[i], figures) {
			stale = append(stale, i)
		}
	}
	return stale
}

// holds reports whether a quire would be told the same again.
func (b *book) holds(t told, before, figures int) bool {
	if t.before >= 0 && t.before != before || len(t.pages) > 0 && t.figures != figures {
		return false
	}
	for id, number := range t.pages {
		if b.found.number(id) != number {
			return false
		}
	}
	return true
}

// levels are the levels of the last headings before the quires. Before anything is known, the cover's
// title is taken for that.
func (b *book) levels() []int {
	levels := make([]int, len(b.quires))
	for i, q := range b.quires[:len(b.quires)-1] {
		levels[i+1] = 1
		if q.paper.Grid != nil {
			levels[i+1] = q.paper.Grid.LastLevel()
		}
	}
	return levels
}

// find finds where the quires and the destinations have come to lie.
func (b *book) find() {
	b.found = destinations{}
	pages := 0
	for i, q := range b.quires {
		b.before[i] = pages
		b.found.add(q, pages)
		pages += q.paper.Turns.Pages(pages, len(q.paper.Grid.Pages()))
	}
}

// figures is how many figures the longest page number has that can be referred to.
func (b *book) figures() int {
	longest := 0
	for _, id := range b.words.Destinations() {
		if _, ok := b.found[id]; ok {
			longest = max(longest, len(b.found.number(id)))
		}
	}
	return longest
}

// bind makes one document of the quires. Those of a chapter stand in one part.
func (b *book) bind() (*frame.Document, error) {
	b.bound.all()
	d := &frame.Document{Root: &frame.Tag{Role: frame.RoleDocument}}
	parts := map[*content.Chapter]*frame.Tag{}
	for _, q := range b.quires {
		g := q.paper.Grid
		if err := g.Lead(b.found); err != nil {
			return nil, err
		}
		d.Pages = append(d.Pages, g.Pages()...)
		part := parts[q.chapter]
		for _, k := range g.Root().Kids {
			if k.Tag != q.part || part == nil {
				d.Root.Adopt(k.Tag)
				continue
			}
			for _, k := range k.Tag.Kids {
				part.Adopt(k.Tag)
			}
		}
		if part == nil && q.chapter != nil {
			parts[q.chapter] = q.part
		}
	}
	return d, nil
}
