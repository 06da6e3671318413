package pdf

import (
	"fmt"
	"io"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/press"
)

// WriteBooklet writes the document to w as sheets for folding and stapling, two pages to a side, in
// the order in which a printer takes them: front and back of every sheet, turned over the short
// edge. Pages are form XObjects (ISO 32000-1, 8.10), scaled if need be and still vectors. Otherwise
// the file is as WritePrint's, its trim the whole sheet.
//
// The error may also say that the sheet is too small, or that so many pages need sections.
func WriteBooklet(w io.Writer, d *frame.Document, o Print, b press.Booklet) error {
	if err := check(d); err != nil {
		return err
	}
	if err := b.Check(d); err != nil {
		return err
	}
	sheets, err := press.Impose(len(d.Pages), b.Section)
	if err != nil {
		return err
	}
	e, err := newEdition(d, o, false)
	if err != nil {
		return err
	}
	k := &booklet{edition: e, Booklet: b, pages: make([]*folio, len(d.Pages))}
	if err := e.compose(k.pages, k.page); err != nil {
		return err
	}
	if err := e.start(w, k.pages); err != nil {
		return err
	}
	defer e.out.stop()
	k.forms = e.out.alloc(len(d.Pages))
	first := e.out.alloc(2 * len(sheets))
	parents, root := pageTree(e.out, first, 2*len(sheets))
	for i := range sheets {
		s := &sheets[i]
		k.side(first+ref(2*i), parents[2*i/treeFan], s.Front, s.Depth, b.FoldMarks(s))
		k.side(first+ref(2*i+1), parents[(2*i+1)/treeFan], s.Back, s.Depth, nil)
	}
	return e.close(root, "booklet")
}

// booklet is an edition on sheets of two pages a side.
type booklet struct {
	*edition
	press.Booklet
	pages []*folio
	forms ref // by page
}

// placed is a page on a side of a sheet.
type placed struct {
	page int
	press.Placement
}

// name is the page's name among the sheet's resources.
func (p placed) name() string { return fmt.Sprintf("P%d", p.page+1) }

// place finds the places of the pages on a side; a blank has none.
func (k *booklet) place(s press.Side, depth int) (on []placed) {
	size := k.doc.Pages[0]
	if s.Left != press.Blank {
		on = append(on, placed{s.Left, k.Place(size.Width, size.Height, false, depth)})
	}
	if s.Right != press.Blank {
		on = append(on, placed{s.Right, k.Place(size.Width, size.Height, true, depth)})
	}
	return on
}

// side writes a side of a sheet: its pages as forms, and itself.
func (k *booklet) side(number, parent ref, s press.Side, depth int, marks []frame.Item) {
	on := k.place(s, depth)
	contents := k.out.alloc(1)
	var o object
	o.raw("<</Type/Page/Parent ").ref(parent)
	boxes(&o, 0, 0, k.Sheet.Width, k.Sheet.Height)
	o.raw("/Resources<</ExtGState ").ref(k.statesRef).raw("/XObject<<")
	var pages []*folio
	for _, p := range on {
		k.form(p.page, p.Clip)
		o.name(p.name()).raw(" ").ref(k.forms + ref(p.page))
		pages = append(pages, k.pages[p.page])
	}
	o.raw(">>>>")
	group(&o, pages...)
	k.out.put(number, o.raw("/Contents ").ref(contents).raw(">>"))
	k.out.stream(contents, partContent, func(scratch []byte) (object, []byte, error) {
		data, err := k.content(on, marks, scratch)
		return object{}, data, err
	})
}

// content paints the pages of a side and its marks.
func (k *booklet) content(on []placed, marks []frame.Item, scratch []byte) ([]byte, error) {
	c := newContent(0, k.Sheet.Height, &typecase{scratch: scratch}, k.images)
	c.press = &pressed{k.Sheet.Width, k.Sheet.Height, 0, press.NewPainter(k.Ink)}
	height := k.doc.Pages[0].Height
	for _, p := range on {
		scale := round(p.Scale * 1e6)
		c.raw("q ")
		c.b = append(appendDecimal(c.b, scale, 6), " 0 0 "...)
		c.b = append(appendDecimal(c.b, scale, 6), ' ')
		c.pen(c.point(vector.Point{X: p.X, Y: p.Y + fonts.Pt(p.Scale)*height})).raw("cm")
		c.name(p.name()).raw(" Do Q\n")
	}
	err := c.items(marks)
	return c.b, err
}

// page paints a page, in coordinates that begin at the trim's lower left corner.
func (k *booklet) page(index int, l *folio, sorts *typecase) error {
	page := k.doc.Pages[index]
	c := newContent(0, page.Height, sorts, k.images)
	c.press = &pressed{page.Width, page.Height, k.edition.Bleed, press.NewPainter(k.Ink)}
	if err := c.items(page.Items); err != nil {
		return fmt.Errorf("page %d%w", index+1, err)
	}
	return l.take(c)
}

// form writes a page as a form.
func (k *booklet) form(index int, clip press.Box) {
	page, l := k.doc.Pages[index], k.pages[index]
	var o object
	o.raw("/Type/XObject/Subtype/Form/BBox").nums(float64(clip.Left),
		float64(page.Height-clip.Bottom),
		float64(clip.Right), float64(page.Height-clip.Top))
	k.resources(&o, l)
	k.out.stream(k.forms+ref(index), partContent, func(scratch []byte) (object, []byte, error) {
		return o, l.set(scratch, l.operators), nil
	})
}
