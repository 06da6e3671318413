package pdf

import (
	"fmt"
	"io"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/press"
)

// WriteBooklet writes the document to w as sheets for folding and stapling, two pages to a side, in the
// order in which a printer takes them: front and back of every sheet, turned over the short edge. Pages
// are form XObjects (ISO 32000-1, 8.10), scaled if need be and still vectors. Otherwise the file is as
// WritePrint's, its trim the whole sheet.
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
	e, err := newEdition(w, d, o, false)
	if err != nil {
		return err
	}
	defer e.out.stop()
	e.start()
	k := &booklet{edition: e, Booklet: b, forms: e.out.alloc(len(d.Pages))}
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
	forms ref // by page
}

// side writes a side of a sheet: its pages as forms, and itself.
func (k *booklet) side(number, parent ref, s press.Side, depth int, marks []frame.Item) {
	size := k.doc.Pages[0]
	var used []*frame.Page
	var names, shown object
	for _, at := range [...]struct {
		page  int
		right bool
	}{{s.Left, false}, {s.Right, true}} {
		if at.page == press.Blank {
			continue
		}
		p := k.Place(size.Width, size.Height, at.right, depth)
		k.form(at.page, p.Clip)
		used = append(used, k.doc.Pages[at.page])
		name := fmt.Sprintf("P%d", at.page+1)
		names.name(name).raw(" ").ref(k.forms + ref(at.page))
		scale := round(p.Scale * 1e6)
		low := k.Sheet.Height - p.Y - fonts.Pt(p.Scale)*size.Height
		shown.raw("q ")
		shown.b = append(appendDecimal(shown.b, scale, 6), " 0 0 "...)
		shown.b = append(appendDecimal(shown.b, scale, 6), ' ')
		shown.len(hundredths(round(float64(p.X) * 100))).len(hundredths(round(float64(low) * 100))).raw("cm")
		shown.name(name).raw(" Do Q\n")
	}
	contents := k.out.alloc(1)
	k.out.stream(contents, partContent, func(scratch []byte) (object, []byte, error) {
		c := newContent(0, k.Sheet.Height, k.fonts, k.images)
		c.b = append(scratch, shown.b...)
		c.press = &pressed{k.Sheet.Width, k.Sheet.Height, 0, press.NewPainter(k.Ink)}
		c.items(marks)
		return object{}, c.b, c.err
	})
	var o object
	o.raw("<</Type/Page/Parent ").ref(parent)
	boxes(&o, 0, 0, k.Sheet.Width, k.Sheet.Height)
	o.raw("/Resources<</ExtGState ").ref(k.statesRef).raw("/XObject<<").raw(string(names.b)).raw(">>>>")
	k.group(&o, used...)
	k.out.put(number, o.raw("/Contents ").ref(contents).raw(">>"))
}

// form writes a page as a form, whose coordinates begin at the trim's lower left corner.
func (k *booklet) form(index int, clip press.Box) {
	page := k.doc.Pages[index]
	k.out.stream(k.forms+ref(index), partContent, func(scratch []byte) (object, []byte, error) {
		c := newContent(0, page.Height, k.fonts, k.images)
		c.b = scratch
		c.press = &pressed{page.Width, page.Height, k.edition.Bleed, press.NewPainter(k.Ink)}
		if c.items(page.Items); c.err != nil {
			return object{}, nil, fmt.Errorf("page %d: %w", index+1, c.err)
		}
		var o object
		o.raw("/Type/XObject/Subtype/Form/BBox").nums(float64(clip.Left), float64(page.Height-clip.Bottom),
			float64(clip.Right), float64(page.Height-clip.Top))
		k.resources(&o, page)
		return o, c.b, nil
	})
}
