package press

import (
	"fmt"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
)

// Booklet is how pages are put on sheets for folding and stapling.
type Booklet struct {
	Sheet     Format
	Thickness fonts.Pt // of the paper, to make up for creep
	Section   int      // pages of a section, a multiple of four; 0 for one section of all pages
	Bleed     fonts.Pt // how much of the pages' bleed is kept where the sheet has room for it
	Marks     bool     // where to fold and to staple
}

// Format is the size of a sheet, the long side across.
type Format struct {
	Name          string
	Width, Height fonts.Pt
}

// ParseFormat knows a3, a4 and sra3, and a size in millimetres such as 450x320.
func ParseFormat(s string) (Format, error) {
	w, h := 0.0, 0.0
	switch strings.ToLower(s) {
	case "a4":
		w, h = 297, 210
	case "a3":
		w, h = 420, 297
	case "sra3":
		w, h = 450, 320
	default:
		a, b, ok := strings.Cut(strings.ToLower(s), "x")
		var errW, errH error
		w, errW = strconv.ParseFloat(a, 64)
		h, errH = strconv.ParseFloat(b, 64)
		if !ok || errW != nil || errH != nil || !(min(w, h) >= 50 && max(w, h) <= 5000) {
			return Format{},
				fmt.Errorf("%q is no sheet: a3, a4, sra3, or its size in mm such as 450x320", s)
		}
	}
	return Format{s, fonts.Mm(max(w, h)).Pt(), fonts.Mm(min(w, h)).Pt()}, nil
}

// leastScale is the step from a format to the next smaller one, 1/√2, with a little play: smaller
// pages than that are not read any more.
const leastScale = 0.7

// overFold is how far a left page goes on below the right one: two grounds that only meet in the
// fold let the paper shine through where a screen or printer rounds their edges.
const overFold = fonts.Mm(0.05)

// thickest is cardboard; a larger thickness is a mistake in the unit.
const thickest = fonts.Mm(1)

// Placement is where a page goes on a side of a sheet. Lengths are points of the sheet, from its
// top left corner; the clip is in the page's own coordinates, which grow downwards from its trim.
type Placement struct {
	X, Y  fonts.Pt // of the page's top left corner
	Scale float64
	Clip  Box
}

// Box is a rectangle by its edges.
type Box struct{ Left, Top, Right, Bottom fonts.Pt }

// Place puts a page of the given size left or right of the fold, on a sheet that has depth sheets
// around it. Creep moves it towards the fold by their thickness, and what comes over the fold is
// cut.
func (b Booklet) Place(width, height fonts.Pt, right bool, depth int) Placement {
	p := Placement{Scale: b.scale(width, height)}
	s := fonts.Pt(p.Scale)
	creep := fonts.Pt(depth) * b.Thickness
	fold := b.Sheet.Width / 2
	if p.X = fold - s*width + creep; right {
		p.X = fold - creep
	}
	p.Y = (b.Sheet.Height - s*height) / 2
	p.Clip = Box{
		Left: -min(b.Bleed, p.X/s), Right: width + min(b.Bleed, (b.Sheet.Width-p.X)/s-width),
		Top: -min(b.Bleed, p.Y/s), Bottom: height + min(b.Bleed, p.Y/s),
	}
	if right {
		p.Clip.Left = (fold - p.X) / s
	} else {
		p.Clip.Right = (fold + min(overFold.Pt(), b.Bleed*s) - p.X) / s
	}
	return p
}

// scale makes two pages fit side by side; pages are never enlarged.
func (b Booklet) scale(width, height fonts.Pt) float64 {
	return float64(min(1, b.Sheet.Width/2/width, b.Sheet.Height/height))
}

// Check reports what is wrong with the sheet for the pages of a document.
func (b Booklet) Check(d *frame.Document) error {
	if !(b.Thickness >= 0 && b.Thickness <= thickest.Pt()) {
		return fmt.Errorf("a paper thickness of %s mm: copy paper has 0.1",
			words{decimal: "."}.mm(b.Thickness))
	}
	w, h := d.Pages[0].Width, d.Pages[0].Height
	for i, p := range d.Pages {
		if p.Width != w || p.Height != h {
			return fmt.Errorf("page %d has another size than page 1; a booklet needs equal pages",
				i+1)
		}
	}
	if b.scale(w, h) < leastScale {
		en := words{decimal: "."}
		return fmt.Errorf("a sheet of %s × %s mm is too small for two pages of %s × %s mm "+
			"side by side, even at 70 %%",
			en.mm(b.Sheet.Width), en.mm(b.Sheet.Height), en.mm(w), en.mm(h))
	}
	return nil
}

// FoldMarks draws where to fold a sheet, and on the outermost one of a section where to staple:
// ticks on the fold at a quarter and three quarters of its height.
func (b Booklet) FoldMarks(s *Sheet) []frame.Item {
	if !b.Marks {
		return nil
	}
	ink := vector.Color{Name: "black", K: 100}
	paint := vector.Paint{Stroke: &ink, Width: cropStroke.Pt() * 2}
	x, height := b.Sheet.Width/2, b.Sheet.Height
	dashed := paint
	dashed.Dash = []fonts.Pt{2, 2}
	const tick = fonts.Mm(5)
	lines := []vector.Shape{
		{Path: vector.Line(x, 0, x, tick.Pt()), Paint: dashed},
		{Path: vector.Line(x, height-tick.Pt(), x, height), Paint: dashed},
	}
	if s.Depth == 0 {
		const half = fonts.Mm(6) // a staple is 12 mm wide
		for _, y := range [...]fonts.Pt{height / 4, height * 3 / 4} {
			lines = append(lines,
				vector.Shape{Path: vector.Line(x, y-half.Pt(), x, y+half.Pt()), Paint: paint})
		}
	}
	var items []frame.Item
	for i := range lines {
		items = append(items, frame.Item{Shape: &lines[i]})
	}
	return items
}
