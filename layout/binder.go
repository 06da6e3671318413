package layout

import (
	"slices"
	"sync"

	"rapport/layout/frame"
	"rapport/layout/parallel"
)

// binder binds quires in the order of the book, as soon as it is certain where they lie: when
// nothing before them waits for the number of a page. What they print of the numbers of other pages
// it knows.
type binder struct {
	quires []*quire
	tell   func(first int, pages []*frame.Page) // as of Options; nil for nobody

	mu      sync.Mutex
	ready   map[int]bool // composed, and not yet certain
	certain int          // so many quires from the first on lie where they lie
	first   []int        // page of each of them
	pages   int          // of all of them
	places  destinations // on them
	waiting []int        // of them, those that are not bound
}

func newBinder(quires []*quire, tell func(int, []*frame.Page)) *binder {
	return &binder{
		quires: quires, tell: tell, ready: map[int]bool{}, first: make([]int, len(quires)),
		places: destinations{},
	}
}

// composed tells that a quire has been composed, and binds what can be bound now.
func (b *binder) composed(i int) {
	for _, k := range b.settle(i) {
		b.bind(k)
	}
}

// settle adds the quires that have become certain with one, and takes those that can be bound.
func (b *binder) settle(i int) (now []int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ready[i] = true
	for b.ready[b.certain] && b.fixed(b.certain) {
		delete(b.ready, b.certain)
		b.add()
	}
	return b.take()
}

// fixed reports whether the next quire will not be composed again.
func (b *binder) fixed(i int) bool {
	q, level := b.quires[i], 0
	if i > 0 {
		level = b.quires[i-1].paper.Grid.LastLevel()
	}
	return q.err == nil && len(q.told.pages) == 0 && q.paper.Grid.Follows(level) &&
		(q.told.before < 0 || q.told.before == b.pages)
}

// add adds the next quire to those that are certain.
func (b *binder) add() {
	q := b.quires[b.certain]
	b.places.add(q, b.pages)
	b.first[b.certain], b.waiting = b.pages, append(b.waiting, b.certain)
	b.pages += len(q.paper.Grid.Pages())
	b.certain++
}

// take takes the quires that list nothing uncertain from those that wait.
func (b *binder) take() (now []int) {
	b.waiting = slices.DeleteFunc(b.waiting, func(i int) bool {
		known := i+b.quires[i].lists < b.certain || b.certain == len(b.quires)
		if known {
			now = append(now, i)
		}
		return known
	})
	return now
}

// bind binds a quire.
func (b *binder) bind(i int) {
	g := b.quires[i].paper.Grid
	g.Bind(b.first[i])
	if b.tell != nil {
		b.tell(b.first[i], g.Pages())
	}
}

// all binds the quires that are left when all of them are certain.
func (b *binder) all() {
	for b.certain < len(b.quires) {
		b.add()
	}
	left := b.take()
	parallel.Each(len(left), func(k int) { b.bind(left[k]) })
}

// number is the printed page number of a destination that is certain.
func (b *binder) number(id string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.places.number(id)
}
