package component

import (
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
)

// Image draws a PNG or JPEG file as wide as it may be, its shape kept, at most room high.
func (s *Setter) Image(im *content.Image, width, room fonts.Mm) *Box {
	w, h := scaled(im.Width, im.Height, width, room)
	return &Box{Name: "image", Height: h, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		draw := func() { g.Image(im.Data, x, y, w.Pt(), h.Pt()) }
		pictured(g, im, x, y, w, h, draw)
	}}
}

// Drawing draws an SVG picture as wide as it may be, at most room high.
func (s *Setter) Drawing(im *content.Image, p *vector.Picture, width, room fonts.Mm) *Box {
	h := p.Height.Mm()
	return &Box{Name: "drawing", Height: h, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		draw := func() { g.Picture(p, x, y, "") }
		pictured(g, im, x, y, p.Width.Mm(), h, draw)
	}}
}

// scaled fits a shape into a width and a height.
func scaled(width, height int, w, room fonts.Mm) (fonts.Mm, fonts.Mm) {
	h := w * fonts.Mm(height) / fonts.Mm(width)
	if h > room {
		return w * room / h, room
	}
	return w, h
}

// pictured draws under a Figure tag with the alternative text, or as decoration.
func pictured(g *grid.Grid, im *content.Image, x, y fonts.Pt, w, h fonts.Mm, draw func()) {
	if im.Decorative {
		g.Artifact(frame.Layout, draw)
		return
	}
	g.Tagged(frame.RoleFigure, func(tag *frame.Tag) {
		tag.Alt = im.Alt
		tag.BBox = &frame.Box{Page: g.Page(), X: x, Y: y, Width: w.Pt(), Height: h.Pt()}
		draw()
	})
}
