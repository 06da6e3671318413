package svg

import (
	"fmt"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
)

// Sheet writes pages for a browser that has the report's faces: words stay words, each run at its
// place, so that they can be selected; and what comes from one place in the content stands in one
// group, which names it (data-o="file:line:column"). A face is a class, FaceClass.
//
// The zero value writes pages as a screen shows them.
type Sheet struct {
	Color func(vector.Color) string // how a colour is shown; nil: as on a screen
	Image func(file []byte) string  // the address of an image; nil: it is in the picture
}

// Placed is a page on a larger sheet.
type Placed struct {
	Page  *frame.Page
	X, Y  fonts.Pt // of its top left corner
	Scale float64
	// What of the page is shown, by its edges, in its coordinates.
	Left, Top, Right, Bottom fonts.Pt
}

// Page is a page with a margin around its trim, what of it is bleed, and items around it in the page's
// coordinates. What lies beyond the bleed is cut off.
func (s *Sheet) Page(p *frame.Page, margin, bleed fonts.Pt, around ...frame.Item) []byte {
	e := &encoder{sheet: s}
	clip := margin > bleed
	if clip {
		edge := vector.Rect(-bleed, -bleed, p.Width+2*bleed, p.Height+2*bleed)
		fmt.Fprintf(&e.body, "<g clip-path=\"url(#%s)\">\n", e.clip(vector.Clip{Path: edge}))
	}
	e.page(p)
	if clip {
		e.body.WriteString("</g>\n")
	}
	e.texts(around)
	return e.framed(-margin, -margin, p.Width+2*margin, p.Height+2*margin)
}

// Side is pages on one side of a sheet of a size, and items on it.
func (s *Sheet) Side(width, height fonts.Pt, pages []Placed, on []frame.Item) []byte {
	e := &encoder{sheet: s}
	for _, p := range pages {
		edge := vector.Rect(p.Left, p.Top, p.Right-p.Left, p.Bottom-p.Top)
		fmt.Fprintf(&e.body, "<g transform=\"translate(%s) scale(%s)\"><g clip-path=\"url(#%s)\">\n",
			pair(nil, p.X, p.Y), exact(p.Scale), e.clip(vector.Clip{Path: edge}))
		e.page(p.Page)
		e.body.WriteString("</g></g>\n")
	}
	e.texts(on)
	return e.framed(0, 0, width, height)
}

// framed is the whole picture, as large as it is let.
func (e *encoder) framed(x, y, width, height fonts.Pt) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" "+
		"viewBox=\"%s %s\">\n", pair(nil, x, y), pair(nil, width, height))
	if e.defs.Len() > 0 {
		fmt.Fprintf(&b, "<defs>\n%s</defs>\n", e.defs.Bytes())
	}
	b.Write(e.body.Bytes())
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// page writes a page's items, those of one origin as a group.
func (e *encoder) page(p *frame.Page) {
	next, end := 0, len(p.Items)
	for i := 0; i < end; {
		for next < len(p.Origins) && p.Origins[next].Item <= i {
			next++
		}
		to, place := end, ""
		if next < len(p.Origins) {
			to = min(end, p.Origins[next].Item)
		}
		if next > 0 {
			place = p.Origins[next-1].Place
		}
		if place != "" {
			e.body.WriteString(`<g data-o="` + escaped(place) + "\">\n")
		}
		e.texts(p.Items[i:to])
		if place != "" {
			e.body.WriteString("</g>\n")
		}
		i = to
	}
}

// texts writes items, runs of one look after each other as one text.
func (e *encoder) texts(all []frame.Item) {
	for i := 0; i < len(all); {
		if all[i].Text == nil {
			e.items(all[i : i+1])
			i++
			continue
		}
		n := i
		for n < len(all) && all[n].Text != nil && alikeRuns(all[i].Text, all[n].Text) {
			n++
		}
		e.words(all[i:n])
		i = n
	}
}

// alikeRuns says whether two runs may stand in one text.
func alikeRuns(a, b *frame.Text) bool {
	r, s := &a.Run, &b.Run
	return r.Face == s.Face && r.Size == s.Size && r.Color == s.Color && r.Tracking == s.Tracking &&
		r.RightToLeft == s.RightToLeft
}

// words writes runs of one look.
func (e *encoder) words(all []frame.Item) {
	run := &all[0].Text.Run
	fmt.Fprintf(&e.body, `<text class="%s" font-size="%s" fill="%s"`, FaceClass(run.Face),
		exact(float64(run.Size)), e.color(run.Color))
	if run.Tracking != 0 {
		fmt.Fprintf(&e.body, ` letter-spacing="%s"`, exact(run.Tracking*float64(run.Size)))
	}
	if run.RightToLeft {
		e.body.WriteString(` direction="rtl"`)
	}
	e.body.WriteString(">")
	for _, it := range all {
		t := it.Text
		x := t.X
		if run.RightToLeft {
			x = t.End()
		}
		e.body.WriteString(`<tspan x="` + length(x) + `" y="` + length(t.Y) + `">`)
		e.body.WriteString(escaped(spoken(t)) + "</tspan>")
	}
	e.body.WriteString("</text>\n")
}

// spoken is a run's text. A soft hyphen that is drawn is the hyphen that it looks like.
func spoken(t *frame.Text) string {
	var b strings.Builder
	for i := range t.Run.Glyphs {
		b.WriteString(t.Run.Glyphs[i].Text())
	}
	s := b.String()
	if before, parted := strings.CutSuffix(s, softHyphen); parted {
		s = before + "-"
	}
	return strings.ReplaceAll(s, softHyphen, "")
}

// FaceClass names a face: "source-serif-4-600-italic". It is the class of words that are set in it,
// and fit for a family's name, since no two faces share it.
func FaceClass(f *fonts.Face) string {
	name := strings.ReplaceAll(strings.ToLower(f.Family), " ", "-") + "-" + strconv.Itoa(f.Weight)
	if f.Italic {
		name += "-italic"
	}
	return name
}
