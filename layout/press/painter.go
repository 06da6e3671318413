package press

import (
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
)

// Painter decides how the things on a page go on the press. It is asked in the order of painting,
// since black adds to what lies below it. The zero Painter allows no ink; make one with NewPainter.
type Painter struct {
	limit int
	heavy []Box // what has so much colour that black on top would be too much
}

// NewPainter begins a page on which so much ink is allowed, in per cent; 0 is what the design
// allows.
func NewPainter(limit int) *Painter {
	if limit == 0 {
		limit = HouseLimits().Ink
	}
	return &Painter{limit: limit}
}

// Painted is how a shape or a run of text goes on the press.
type Painted struct {
	Fill, Stroke Ink
	Filled       bool
	Stroked      bool
	Overprint    bool // is added to what lies below; otherwise knocks it out
}

// Text decides about text: black overprints, unless that would be too much ink. Everything else
// knocks out.
func (p *Painter) Text(t *frame.Text) (Painted, error) {
	r := &t.Run
	i, err := InkOf(r.Color)
	overprint := i.Single() && p.takes(Box{t.X, t.Y - r.Size, t.X + r.Width, t.Y + r.Size/3})
	return Painted{Fill: i, Filled: true, Overprint: overprint}, err
}

// Shape decides about a shape: thin black lines overprint, unless that would be too much ink; large
// black areas become rich.
func (p *Painter) Shape(s *vector.Shape) (out Painted, err error) {
	if s.Paint.Fill != nil {
		out.Filled = true
		if out.Fill, err = InkOf(*s.Paint.Fill); err != nil {
			return out, err
		}
	}
	if s.Paint.Stroke != nil && s.Paint.Width > 0 {
		out.Stroked = true
		if out.Stroke, err = InkOf(*s.Paint.Stroke); err != nil {
			return out, err
		}
	}
	low, high, _ := s.Path.Bounds()
	box := Box{low.X, low.Y, high.X, high.Y}
	switch thin := min(box.Right-box.Left, box.Bottom-box.Top); {
	case out.Filled && out.Fill.Single():
		if out.Fill.K == 100 && thin >= richWidth.Pt() {
			out.Fill = rich()
		}
		out.Overprint = !out.Stroked && thin <= hairline.Pt() && p.takes(box)
	case out.Stroked && !out.Filled && out.Stroke.Single() && s.Paint.Width <= hairline.Pt():
		out.Overprint = p.takes(box.grown(s.Paint.Width / 2))
	}
	if out.Filled {
		p.cover(box, out.Fill)
	}
	return out, nil
}

// Image notes an image, whose inks are not known: black on top of it knocks out.
func (p *Painter) Image(im *frame.Image) {
	p.heavy = append(p.heavy, Box{im.X, im.Y, im.X + im.Width, im.Y + im.Height})
}

// Drawing notes a drawing, on which black knocks out as it does on an image.
func (p *Painter) Drawing(d *frame.Drawing) {
	p.heavy = append(p.heavy, Box{d.X, d.Y, d.X + d.Picture.Width, d.Y + d.Picture.Height})
}

// cover notes a ground that black must not be added to.
func (p *Painter) cover(b Box, i Ink) {
	if (Ink{i.C, i.M, i.Y, 100}).Total() > p.limit {
		p.heavy = append(p.heavy, b)
	}
}

// takes reports whether black may be added to everything in a box. It looks at boxes only, so it
// says no too often, beside a circle for example; there is nothing there that knocking out could
// take away.
func (p *Painter) takes(b Box) bool {
	for _, h := range p.heavy {
		if b.Left < h.Right && b.Right > h.Left && b.Top < h.Bottom && b.Bottom > h.Top {
			return false
		}
	}
	return true
}

// grown is a box with a border.
func (b Box) grown(by fonts.Pt) Box {
	return Box{b.Left - by, b.Top - by, b.Right + by, b.Bottom + by}
}
