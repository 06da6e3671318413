package part

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
)

// FullImage draws an image on a page of its own under a tag: so large that it covers the page and
// its bleed, cut at the sides. The error is a mistake in an SVG file.
func FullImage(p Paper, im *content.Image, tag *frame.Tag) error {
	w, h := style.PageWidth+2*style.Bleed, style.PageHeight+2*style.Bleed
	if fonts.Mm(im.Width)*h > fonts.Mm(im.Height)*w {
		w = h * fonts.Mm(im.Width) / fonts.Mm(im.Height)
	} else {
		h = w * fonts.Mm(im.Height) / fonts.Mm(im.Width)
	}
	box, err := p.Set.Image(im, w, h)
	if err != nil {
		return content.Problem{Pos: im.Pos, Width: 1, Text: err.Error()}
	}
	x, y := (style.PageWidth-w)/2, (style.PageHeight-h)/2
	p.full(func() {
		p.Grid.From(flow.Place(im.Pos).String())
		p.Grid.Within(tag, func() { box.Draw(p.Grid, x.Pt(), y.Pt()) })
	})
	return nil
}
