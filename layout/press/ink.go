package press

import (
	"fmt"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Ink is what a spot of paper gets: per cent of cyan, magenta, yellow and black. The zero Ink is
// paper.
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
	return fmt.Sprintf("the colour %q (#%02X%02X%02X) has no CMYK value", e.Color.Name, e.Color.R,
		e.Color.G, e.Color.B)
}

// InkOf is the ink of a colour, as the brand states it; nothing is converted. A colour without any
// ink must be white: any other has no CMYK value, and the error is a *NoInk.
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

// When black overprints and when it is rich (layout/DESIGN.md, "Print").
const (
	hairline  = fonts.Mm(0.5) // a black line up to this width overprints
	richWidth = fonts.Mm(20)  // black areas of at least this width and height are rich
)

// rich is black for large areas.
func rich() Ink { return Ink{60, 40, 40, 100} }
