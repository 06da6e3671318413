package component

import (
	"rapport/charts/vector"
	"rapport/charts/vector/svg"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
)

// Image draws an image file as wide as it may be, its shape kept, at most room high. An error is a
// mistake in an SVG file.
func (s *Setter) Image(im *content.Image, width, room fonts.Mm) (*Box, error) {
	if im.Kind != "svg" {
		return raster(im, width, room), nil
	}
	p, err := svg.Parse(im.Data)
	if err != nil {
		return nil, err
	}
	return drawing(im, s.inked(svg.Scale(p, width.Pt(), room.Pt()))), nil
}

// CheckDrawing reads an SVG as Image does, and tells what is drawn in another way than it asks for.
// The error is why it cannot be drawn, with its place.
func CheckDrawing(data []byte) (notes []string, err error) {
	_, found, err := svg.Read(data)
	if err != nil {
		return nil, err
	}
	for _, note := range found {
		notes = append(notes, note.Error())
	}
	return notes, nil
}

// raster draws a PNG or JPEG file.
func raster(im *content.Image, width, room fonts.Mm) *Box {
	w, h := scaled(im.Width, im.Height, width, room)
	return &Box{Name: "image", Height: h, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		draw := func() { g.Image(im.Data, x, y, w.Pt(), h.Pt()) }
		pictured(g, im, x, y, w, h, draw)
	}}
}

// drawing draws an SVG file that has been read as p.
func drawing(im *content.Image, p *vector.Picture) *Box {
	h := p.Height.Mm()
	return &Box{Name: "drawing", Height: h, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		draw := func() { g.Picture(p, x, y, "") }
		pictured(g, im, x, y, p.Width.Mm(), h, draw)
	}}
}

// inked gives a drawing's colours the inks of the brand's colours that look the same on screen; an
// SVG file has none of its own. What stays without is for the print edition to name.
func (s *Setter) inked(p *vector.Picture) *vector.Picture {
	inks := map[[3]uint8]vector.Color{{0, 0, 0}: {Name: "black", K: 100}}
	for _, known := range s.Sheet.Palette() {
		inks[[3]uint8{known.R, known.G, known.B}] = known
	}
	ink := func(c *vector.Color) *vector.Color {
		if c == nil {
			return nil
		}
		if known, ok := inks[[3]uint8{c.R, c.G, c.B}]; ok {
			return &known
		}
		return c
	}
	vector.Each(p.Items, func(s *vector.Shape) { // the picture is of this call: Scale made it
		s.Paint.Fill, s.Paint.Stroke = ink(s.Paint.Fill), ink(s.Paint.Stroke)
		for _, g := range []*vector.Gradient{s.Paint.FillGradient, s.Paint.StrokeGradient} {
			if g == nil {
				continue
			}
			for i := range g.Stops {
				g.Stops[i].Color = *ink(&g.Stops[i].Color)
			}
		}
	})
	return p
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
		about := tag.Describe()
		about.Alt = im.Alt
		about.BBox = &frame.Box{Page: g.Page(), X: x, Y: y, Width: w.Pt(), Height: h.Pt()}
		draw()
	})
}
