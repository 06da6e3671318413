package pdf

import (
	"crypto/md5"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/parallel"
	"rapport/layout/press"
)

// Print are choices about a print edition.
type Print struct {
	Producer string   // the program's name and version, for the metadata
	Profile  *Profile // what the inks look like; nil is FOGRA39
	Bleed    fonts.Pt // paint beyond the trim
	// Ink is the most ink in per cent, which keeps black from being added to dark grounds; 0 is
	// 275.
	Ink int
}

// WritePrint writes the document to w as a PDF/X-4 file (ISO 15930-7:2010) for a print shop: the
// same frames as Write, in ink, on sheets with bleed and marks around the trim, without tags and
// links. The pages are filled up to a multiple of four with blanks before the last.
//
// Which ink a colour is, what overprints and where black is rich is decided in package press;
// images keep their colours, CMYK as ink and RGB by its profile. The bytes depend on the arguments
// alone. Errors are those of Write, and besides: a bleed or marks that the page has no room for,
// and a colour without a CMYK value (a *press.NoInk).
func WritePrint(w io.Writer, d *frame.Document, o Print) error {
	e, err := newEdition(d, o, true)
	if err != nil {
		return err
	}
	order := press.Fill(len(d.Pages))
	folios := make([]*folio, len(order))
	if err := e.compose(folios, func(i int, l *folio, sorts *typecase) error {
		return e.page(l, order[i], sorts)
	}); err != nil {
		return err
	}
	if err := e.start(w, folios); err != nil {
		return err
	}
	defer e.out.stop()
	first := e.out.alloc(len(order))
	parents, root := pageTree(e.out, first, len(order))
	for i, index := range order {
		e.sheet(folios[i], first+ref(i), parents[i/treeFan], index)
	}
	return e.close(root, "print")
}

// edition writes a file for the press.
type edition struct {
	out *file
	doc *frame.Document
	Print
	slugs     []frame.Item // by page; nil without marks, an empty item where there is no room
	marks     []frame.Item // around a page of the first one's size
	images    *imageSet
	catalogue catalogue

	fontsRef, statesRef ref // shared resources
}

// newEdition checks the document. marked says whether marks will stand around the pages.
func newEdition(d *frame.Document, o Print, marked bool) (*edition, error) {
	if err := check(d); err != nil {
		return nil, err
	}
	if o.Profile == nil {
		o.Profile = FOGRA39()
	}
	e := &edition{doc: d, Print: o}
	if err := e.checkBleed(); err != nil {
		return nil, err
	}
	if marked {
		e.slugs = slugs(d, o)
		e.marks = press.Marks(d.Pages[0].Width, d.Pages[0].Height, o.Bleed)
	}
	e.images = newImageSet(true)
	e.images.limit = o.Ink
	return e, nil
}

// slugs is the line of words of every page.
func slugs(d *frame.Document, o Print) []frame.Item {
	lines := make([]frame.Item, len(d.Pages))
	for i := range lines {
		lines[i], _ = press.Slug(d, i, o.Bleed, o.Profile.name())
	}
	return lines
}

// checkBleed refuses a bleed that eats up the page, and a sheet larger than PDF allows.
func (e *edition) checkBleed() error {
	for i, p := range e.doc.Pages {
		if !(e.Bleed >= 0 && 2*e.Bleed < min(p.Width, p.Height)) {
			return fmt.Errorf("page %d: %.0f × %.0f mm is too small for a bleed of %.1f mm",
				i+1, p.Width.Mm(), p.Height.Mm(), e.Bleed.Mm())
		}
		if max(p.Width, p.Height)+2*press.Margin(e.Bleed) > 14400 { // ISO 32000-1, annex C
			return fmt.Errorf("page %d: %.0f × %.0f mm leaves no room for marks",
				i+1, p.Width.Mm(), p.Height.Mm())
		}
	}
	return nil
}

// compose turns pages or sheets into operators, on all processors.
func (e *edition) compose(
	folios []*folio, write func(i int, l *folio, sorts *typecase) error,
) error {
	for i := range folios {
		folios[i] = &folio{}
	}
	groups := (len(folios) + smallestQuire - 1) / smallestQuire
	parallel.Each(groups, func(group int) {
		from := group * smallestQuire
		e.catalogue.compose(folios[from:min(from+smallestQuire, len(folios))],
			func(i int, l *folio, sorts *typecase) error { return write(from+i, l, sorts) })
	})
	for _, l := range folios {
		if l.err != nil {
			return l.err
		}
	}
	return nil
}

// start opens the file, with the resources that all pages share. The caller stops it.
func (e *edition) start(w io.Writer, folios []*folio) (err error) {
	e.out = newFile(w, "1.6", len(folios))
	if e.fontsRef, err = e.out.resources(folios, e.images, &e.catalogue); err != nil {
		e.out.stop()
		return err
	}
	var states object
	e.statesRef = e.out.add(states.raw(paintStates))
	return nil
}

// resources appends what a page's content refers to.
func (e *edition) resources(o *object, l *folio) {
	o.raw("/Resources<</Font ").ref(e.fontsRef).raw("/ExtGState ").ref(e.statesRef)
	l.resources(o)
	o.raw(">>")
}

// sized is a page, nil for a blank, and the page whose size it has: a blank that of the first.
func (e *edition) sized(index int) (page, size *frame.Page) {
	if index == press.Blank {
		return nil, e.doc.Pages[0]
	}
	return e.doc.Pages[index], e.doc.Pages[index]
}

// sheet writes a page with what lies around it.
func (e *edition) sheet(l *folio, number, parent ref, index int) {
	_, size := e.sized(index)
	contents := e.out.operators(l)
	var o object
	o.raw("<</Type/Page/Parent ").ref(parent)
	boxes(&o, press.Margin(e.Bleed), e.Bleed, size.Width, size.Height)
	e.resources(&o, l)
	group(&o, l)
	e.out.put(number, o.raw("/Contents ").ref(contents).raw(">>"))
}

// page paints a page, cut off at its bleed so that the marks stay free, and then its marks.
func (e *edition) page(l *folio, index int, sorts *typecase) error {
	page, size := e.sized(index)
	c := e.painter(size, sorts)
	if page != nil {
		low := c.point(vector.Point{X: -e.Bleed, Y: size.Height + e.Bleed})
		high := c.point(vector.Point{X: size.Width + e.Bleed, Y: -e.Bleed})
		c.raw("q ").pen(low).len(high.x - low.x).len(high.y - low.y).op("re W n")
		if err := c.items(page.Items); err != nil {
			return fmt.Errorf("page %d%w", index+1, err)
		}
		c.op("Q")
		painted := c
		c = e.painter(size, sorts) // what was set is forgotten
		c.b, c.uses = painted.b, painted.uses
	}
	items := e.marksFor(size)
	if page != nil && e.slugs[index].Text != nil {
		items = append(slices.Clip(items), e.slugs[index])
	}
	if err := c.items(items); err != nil {
		return fmt.Errorf("page %d, marks%w", index+1, err)
	}
	return l.take(c)
}

// marksFor is the marks around a page; most documents have pages of one size.
func (e *edition) marksFor(size *frame.Page) []frame.Item {
	if first := e.doc.Pages[0]; size.Width == first.Width && size.Height == first.Height {
		return e.marks
	}
	return press.Marks(size.Width, size.Height, e.Bleed)
}

// painter writes with the initial state of a page.
func (e *edition) painter(size *frame.Page, sorts *typecase) *content {
	margin := press.Margin(e.Bleed)
	c := newContent(margin, margin+size.Height, sorts, e.images)
	c.press = &pressed{size.Width, size.Height, e.Bleed, press.NewPainter(e.Ink)}
	return c
}

// boxes appends the page boundaries (ISO 32000-1, 14.11.2): the trim lies in the bleed
// box, and that in the media box.
func boxes(o *object, margin, bleed, width, height fonts.Pt) {
	for _, b := range [...]struct {
		name string
		by   fonts.Pt
	}{{"/MediaBox", margin}, {"/BleedBox", bleed}, {"/TrimBox", 0}} {
		low := float64(margin - b.by)
		o.raw(b.name).nums(low, low, float64(margin+width+b.by), float64(margin+height+b.by))
	}
}

// group appends the space in which a page blends its colours, if it has something to blend: an
// image with a mask, a drawing that lets shine through (ISO 32000-1, 11.6.6).
func group(o *object, folios ...*folio) {
	for _, l := range folios {
		if slices.ContainsFunc(l.uses, xobject.blends) {
			o.raw("/Group<</Type/Group/S/Transparency/CS/DeviceCMYK>>")
			return
		}
	}
}

// items paints items that belong to no tag.
func (c *content) items(items []frame.Item) error {
	for i := range items {
		err := checkItem(&items[i])
		if c.fail(err); err == nil {
			c.item(&items[i])
		}
		if c.err != nil {
			return fmt.Errorf(", item %d: %w", i, c.err)
		}
	}
	c.end()
	return nil
}

// close writes what the file says of itself. kind tells the editions for the press apart.
func (e *edition) close(root ref, kind string) error {
	in, o := &e.doc.Info, Options{Producer: e.Producer}
	var catalog object
	catalog.raw("<</Type/Catalog/Pages ").ref(root).raw("/Lang").text(in.Language)
	catalog.raw("/ViewerPreferences<</DisplayDocTitle true>>")
	catalog.raw("/Metadata ").ref(metadata(e.out, printXMP(in, o, kind)))
	e.Profile.intent(e.out, &catalog)
	return e.out.close(e.out.add(catalog.raw(">>")), information(e.out, in, o, "/Trapped/False"))
}

// printXMP is the metadata packet with what PDF/X-4 asks for: the version, whether the
// inks have been trapped, and what tells this file from others.
func printXMP(in *frame.Info, o Options, kind string) []byte {
	identity := []string{in.Title, in.Publisher, in.Language, in.Date.UTC().String()}
	report := strings.Join(identity, "\x00")
	return describe(in, o,
		`xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"`,
		"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"+
			"<pdf:Trapped>False</pdf:Trapped>\n"+
			"<xmpMM:DocumentID>"+uuid(report)+"</xmpMM:DocumentID>"+
			"<xmpMM:InstanceID>"+uuid(report+"\x00"+kind)+"</xmpMM:InstanceID>"+
			"<xmpMM:VersionID>1</xmpMM:VersionID>"+
			"<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n", "")
}

// uuid is a name made of what it names (RFC 9562, version 3 without a namespace).
func uuid(of string) string {
	sum := md5.Sum([]byte(of))
	sum[6], sum[8] = sum[6]&0x0F|0x30, sum[8]&0x3F|0x80
	return fmt.Sprintf("uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:])
}
