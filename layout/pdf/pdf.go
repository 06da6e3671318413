package pdf

import (
	"errors"
	"io"

	"rapport/layout/frame"
)

// Options are choices about the file that do not touch the layout.
type Options struct {
	Producer string  // the program's name and version, for the metadata
	Binder   *Binder // has those of the document's pages that have been bound; nil for none
}

// Write writes the document to w as a PDF 1.7 file that conforms to PDF/UA-1 and PDF/A-3a.
//
// The bytes depend on d and the producer alone. The error is the first of w, or says what in d cannot be
// written: a missing title, a figure without alternative text, items and tags that contradict each
// other, a glyph that the face lacks, a broken image. Some of them appear only after bytes have
// gone to w, so a file should be moved into place when Write has returned nil.
func Write(w io.Writer, d *frame.Document, o Options) error {
	_, err := write(w, d, o)
	return err
}

// write is Write, and tells how many bytes each part of the file took.
func write(w io.Writer, d *frame.Document, o Options) ([parts]int64, error) {
	var none [parts]int64
	b := o.Binder
	if b == nil {
		b = NewBinder()
	}
	if err := check(d); err != nil {
		return none, err
	}
	if d.Root == nil {
		return none, errors.New("the document has no tags")
	}
	folios, err := b.collect(d)
	if err != nil {
		return none, err
	}
	tree, err := grow(d, folios)
	if err != nil {
		return none, err
	}
	f := newFile(w, "1.7", len(d.Pages))
	defer f.stop()
	shared, err := f.resources(folios, b.images, &b.catalogue)
	if err != nil {
		return none, err
	}
	var catalog object
	catalog.raw("<</Type/Catalog")
	outputIntent(f, &catalog)
	if err := attach(f, d, &catalog); err != nil { // deflated while pages are
		return none, err
	}
	p := &pages{out: f, tree: tree, doc: d, shared: shared}
	p.alloc()
	catalog.raw("/Pages ").ref(p.write())
	s := &structure{out: f, tree: tree, doc: d, pages: p.first, links: p.links}
	if err := s.write(); err != nil {
		return none, err
	}
	catalog.raw("/StructTreeRoot ").ref(s.root)
	catalog.raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>")
	catalog.raw("/Lang").text(d.Info.Language)
	catalog.raw("/Metadata ").ref(metadata(f, xmp(&d.Info, o)))
	p.labels(&catalog)
	if len(d.Bookmarks) > 0 {
		catalog.raw("/PageMode/UseOutlines/Outlines ").ref(p.outline())
	}
	err = f.close(f.add(catalog.raw(">>")), information(f, &d.Info, o, ""))
	return f.sizes, err
}

// resources writes the fonts and what else folios paint, gives their names to them, and returns the
// font resources.
func (f *file) resources(
	folios []*folio, images *imageSet, all *catalogue,
) (shared ref, err error) {
	fonts, err := all.assemble(quires(folios))
	if err != nil {
		return 0, err
	}
	shared = fonts.write(f)
	images.write(f, folios)
	all.name(fonts)
	return shared, nil
}
