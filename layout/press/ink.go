package press

import (
	"fmt"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/text"
)

// Ink is what a spot of paper gets: per cent of cyan, magenta, yellow and black. The zero Ink is paper.
type Ink struct{ C, M, Y, K uint8 }

// Total is the sum of the inks in per cent, at most 400.
func (i Ink) Total() int { return int(i.C) + int(i.M) + int(i.Y) + int(i.K) }

// Single reports whether black is the only ink.
func (i Ink) Single() bool { return i.K > 0 && i.C == 0 && i.M == 0 && i.Y == 0 }

// over is the ink of black paint that overprints what is below.
func (i Ink) over(below Ink) Ink { return Ink{below.C, below.M, below.Y, i.K} }

// String names the inks of a colour: "CMYK", "MY", "K"; "-" for paper.
func (i Ink) String() string {
	var names []byte
	for k, v := range [...]uint8{i.C, i.M, i.Y, i.K} {
		if v > 0 {
			names = append(names, "CMYK"[k])
		}
	}
	if names == nil {
		return "-"
	}
	return string(names)
}

// NoInk is the error for a colour that is known as light only.
type NoInk struct{ Color vector.Color }

func (e *NoInk) Error() string {
	return fmt.Sprintf("the colour %q (#%02X%02X%02X) has no CMYK value", e.Color.Name, e.Color.R, e.Color.G, e.Color.B)
}

// InkOf is the ink of a colour, as the brand states it; nothing is converted. A colour without any ink
// must be white: any other has no CMYK value, and the error is a *NoInk.
func InkOf(c vector.Color) (Ink, error) {
	i := Ink{c.C, c.M, c.Y, c.K}
	switch {
	case max(i.C, i.M, i.Y, i.K) > 100:
		return i, fmt.Errorf("the colour %q has more than 100 %% of an ink", c.Name)
	case i == Ink{} && (c.R != 0xFF || c.G != 0xFF || c.B != 0xFF):
		return i, &NoInk{c}
	}
	return i, nil
}

// Rules of thumb for black (brief, section 8).
const (
	hairline  = fonts.Mm(0.5) // a black line up to this width overprints
	richWidth = fonts.Mm(20)  // black areas of at least this width and height are rich
)

// rich is black for large areas.
func rich() Ink { return Ink{60, 40, 40, 100} }

// Painted is how a shape or a run of text goes on the press.
type Painted struct {
	Fill, Stroke Ink
	Filled       bool
	Stroked      bool
	Overprint    bool // is added to what lies below; otherwise knocks it out
}

// PaintText decides about text: black overprints, everything else knocks out.
func PaintText(r *text.Run) (Painted, error) {
	i, err := InkOf(r.Color)
	return Painted{Fill: i, Filled: true, Overprint: i.Single()}, err
}

// PaintShape decides about a shape: thin black lines overprint, large black areas become rich.
func PaintShape(s *vector.Shape) (p Painted, err error) {
	if s.Paint.Fill != nil {
		p.Filled = true
		if p.Fill, err = InkOf(*s.Paint.Fill); err != nil {
			return p, err
		}
	}
	if s.Paint.Stroke != nil && s.Paint.Width > 0 {
		p.Stroked = true
		if p.Stroke, err = InkOf(*s.Paint.Stroke); err != nil {
			return p, err
		}
	}
	switch {
	case p.Filled && p.Fill.Single():
		w, h := size(s.Path)
		if p.Fill.K == 100 && min(w, h) >= richWidth.Pt() {
			p.Fill = rich()
		}
		p.Overprint = !p.Stroked && min(w, h) <= hairline.Pt()
	case p.Stroked && !p.Filled:
		p.Overprint = p.Stroke.Single() && s.Paint.Width <= hairline.Pt()
	}
	return p, nil
}

// size is the width and height of a path's bounds.
func size(p vector.Path) (w, h fonts.Pt) {
	a, b, _ := p.Bounds()
	return b.X - a.X, b.Y - a.Y
}
