package pdf

import (
	"fmt"
	"slices"
	"strconv"

	"rapport/layout/frame"
)

// pages writes the page tree, the pages, their contents and their links.
type pages struct {
	out    *file
	tree   *tree
	doc    *frame.Document
	shared ref // the font resources
	first  ref // the first page; the others follow
	links  ref // the first annotation; the others follow
}

// alloc reserves the numbers by which the rest of the file refers to pages and links.
func (p *pages) alloc() {
	p.first, p.links = p.out.alloc(len(p.doc.Pages)), p.out.alloc(p.tree.links)
}

// write writes everything and returns the root of the page tree.
func (p *pages) write() (root ref) {
	parents, root := pageTree(p.out, p.first, len(p.doc.Pages))
	for i, page := range p.doc.Pages {
		l := p.tree.pages[i]
		contents := p.out.operators(l)
		var o object
		o.raw("<</Type/Page/Parent ").ref(parents[i/treeFan])
		o.raw("/MediaBox").nums(0, 0, float64(page.Width), float64(page.Height))
		o.raw("/Resources<</Font ").ref(p.shared)
		l.resources(&o)
		o.raw(">>/Contents ").ref(contents).raw("/Tabs/S")
		if len(l.tags) > 0 {
			o.raw("/StructParents ").int(i)
		}
		if len(page.Links) > 0 {
			o.raw("/Annots").refs(p.links+ref(l.firstLink), len(page.Links))
		}
		p.out.put(p.first+ref(i), o.raw(">>"))
		for k := range page.Links {
			p.link(i, page, k)
		}
	}
	return root
}

// pageTree writes the inner nodes of the tree of count pages, treeFan kids to a node, and returns
// those that hold pages, and the root.
func pageTree(out *file, pages ref, count int) (parents []ref, root ref) {
	type node struct{ number, first, kids, pages ref }
	var levels [][]node
	kids, first, below := count, pages, 1
	for {
		level := make([]node, (kids+treeFan-1)/treeFan)
		numbers := out.alloc(len(level))
		for i := range level {
			n := min(treeFan, kids-i*treeFan)
			level[i] = node{number: numbers + ref(i), first: first + ref(i*treeFan), kids: ref(n),
				pages: ref(min(treeFan*below, count-i*treeFan*below))}
		}
		levels = append(levels, level)
		kids, first, below = len(level), numbers, below*treeFan
		if kids == 1 {
			break
		}
	}
	for l, level := range levels {
		for i, n := range level {
			var o object
			o.raw("<</Type/Pages/Count ").int(int(n.pages)).raw("/Kids").refs(n.first, int(n.kids))
			if l+1 < len(levels) {
				o.raw("/Parent ").ref(levels[l+1][i/treeFan].number)
			}
			out.put(n.number, o.raw(">>"))
		}
	}
	for _, n := range levels[0] {
		parents = append(parents, n.number)
	}
	return parents, levels[len(levels)-1][0].number
}

// operators writes the operators of a page, once all names are known.
func (f *file) operators(l *folio) ref {
	number := f.alloc(1)
	f.stream(number, partContent, func(scratch []byte) (object, []byte, error) {
		data := l.set(scratch, l.operators)
		l.operators = nil
		return object{}, data, nil
	})
	return number
}

// page paints a page, with every item inside a marked-content sequence (ISO 32000-1, 14.6).
func (b *Binder) page(l *folio, index int, page *frame.Page, sorts *typecase) error {
	c := newContent(0, page.Height, sorts, b.images)
	for i := 0; i < len(page.Items); {
		it := &page.Items[i]
		end := l.shapes(page, i)
		switch pieces := l.pieces[i]; {
		case pieces != nil:
			c.pieces(it, pieces)
			i++
		case end-i >= shortestRun:
			c.within(it, l.marks[i], nil)
			c.run(page, page.Items[i:end], &b.runs)
			i = end
		default:
			c.within(it, l.marks[i], nil)
			c.item(it)
			i++
		}
		if c.err != nil {
			return fmt.Errorf(", item %d: %w", i-1, c.err)
		}
	}
	c.endSequence()
	return l.take(c)
}

// shapes is the end of the shapes in one sequence that begin with item i.
func (l *leaves) shapes(page *frame.Page, i int) (end int) {
	for end = i; end < len(page.Items); end++ {
		it := &page.Items[end]
		if it.Shape == nil || l.marks[end] != l.marks[i] || it.Kind != page.Items[i].Kind {
			break
		}
	}
	return end
}

// run paints shapes that other pages may have too.
func (c *content) run(page *frame.Page, shapes []frame.Item, runs *runSet) {
	c.end()
	begin, before := len(c.b), c.graphics
	c.graphics = unknown
	for i := range shapes {
		c.shape(shapes[i].Shape)
	}
	c.end()
	r := runs.run(c.b[begin:], page)
	c.b, c.graphics = c.b[:begin], before
	c.do(r)
	c.raw("\n")
}

// pieces shows an item piece by piece.
func (c *content) pieces(it *frame.Item, pieces []piece) {
	for k := range pieces {
		p := &pieces[k]
		c.within(it, p.mark, p.said)
		c.said = p.said != nil
		t := p.text(it.Text)
		c.text(&t)
		c.said = false
	}
}

// sequence is a marked-content sequence: a tag's, or artifacts of one kind.
type sequence struct {
	mark int32
	kind frame.ArtifactKind
}

// within opens the marked-content sequence of an item, unless it is open. What is said instead of
// the glyphs goes into the sequence itself: poppler loses the rest of an outer one.
func (c *content) within(it *frame.Item, mark int32, said *speech) {
	want := sequence{mark: mark}
	if mark == artifact {
		want.kind = it.Kind
	}
	if c.opened && c.sequence == want {
		return
	}
	c.endSequence()
	c.opened, c.sequence = true, want
	switch {
	case mark == artifact:
		kind := [...]string{frame.Layout: "Layout", frame.Pagination: "Pagination",
			frame.Background: "Background"}
		c.raw("/Artifact<</Type").name(kind[it.Kind]).op(">>BDC")
	case said != nil: // poppler and MuPDF look for ActualText at a Span
		c.raw("/Span<</MCID ").int(int(mark)).raw("/ActualText").say(said.text).op(">>BDC")
	default:
		c.name(string(it.Tag.Role)).raw("<</MCID ").int(int(mark)).op(">>BDC")
	}
}

func (c *content) endSequence() {
	if c.opened {
		c.opened = false
		c.end()
		c.op("EMC")
	}
}

// labels writes the page labels: a range for each stretch of pages that count up (ISO 32000-1,
// 12.4.2). A page without a printed number, such as the cover, counts along with the pages after
// it.
func (p *pages) labels(o *object) {
	numbers := pageNumbers(p.doc.Pages)
	o.raw("/PageLabels<</Nums[")
	for i, page := range p.doc.Pages {
		switch n := numbers[i]; {
		case n == 0:
			o.int(i).raw("<</P").text(page.Label).raw(">>")
		case i == 0 || numbers[i-1] != n-1 || numbers[i-1] == 0:
			o.int(i).raw("<</S/D")
			if n != 1 {
				o.raw("/St ").int(n)
			}
			o.raw(">>")
		}
	}
	o.raw("]>>")
}

// pageNumbers is the number of each page, 0 for one whose label is no number.
func pageNumbers(list []*frame.Page) []int {
	numbers := make([]int, len(list))
	for i, p := range list {
		numbers[i], _ = strconv.Atoi(p.Label)
		if numbers[i] < 0 || p.Label != strconv.Itoa(numbers[i]) {
			numbers[i] = 0
		}
	}
	for i := range slices.Backward(list) {
		if i+1 < len(list) && list[i].Label == "" && numbers[i+1] > 1 {
			numbers[i] = numbers[i+1] - 1
		}
	}
	for i := range list {
		if i > 0 && list[i].Label == "" && numbers[i] == 0 && numbers[i-1] > 0 {
			numbers[i] = numbers[i-1] + 1
		}
	}
	return numbers
}
