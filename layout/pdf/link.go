package pdf

import (
	"strings"

	"rapport/layout/frame"
)

// link writes a link annotation (ISO 32000-1, 12.5.6.5), printed like the page and without a
// border.
func (p *pages) link(index int, page *frame.Page, k int) {
	l, height := &page.Links[k], float64(page.Height)
	number := p.tree.pages[index].firstLink + k
	var o object
	o.raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
	o.nums(float64(l.X), height-float64(l.Y+l.Height), float64(l.X+l.Width), height-float64(l.Y))
	o.raw("/StructParent ").int(len(p.doc.Pages) + number)
	o.raw("/Contents").text(l.Contents)
	if l.URI != "" {
		o.raw("/A<</S/URI/URI").bytes([]byte(escapeURI(l.URI))).raw(">>")
	} else {
		o.raw("/Dest")
		p.destination(&o, *l.Dest)
	}
	p.out.put(p.links+ref(number), o.raw(">>"))
}

// destination appends an explicit destination: a page and the height to show at the window's top,
// with the reader's own zoom kept.
func (p *pages) destination(o *object, d frame.Dest) {
	top := float64(p.doc.Pages[d.Page].Height - d.Y)
	o.raw("[").ref(p.first + ref(d.Page)).raw("/XYZ null ").num(top).raw(" null]")
}

// escapeURI percent-encodes what RFC 3986 leaves out of a URI; PDF wants seven-bit ASCII
// (12.6.4.7).
func escapeURI(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || strings.IndexByte(`"<>\^{|}`+"`", c) >= 0 {
			b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
