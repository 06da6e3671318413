package press

import (
	"fmt"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// Measures of the marks (layout/DESIGN.md, "Print").
const (
	cropOffset = fonts.Mm(4) // from the trim, when the bleed is less
	cropLength = fonts.Mm(6)
	cropStroke = fonts.Mm(0.09)
	clearance  = fonts.Mm(1) // between the bleed and the marks
	outside    = fonts.Mm(3) // between the marks and the sheet's edge
	patch      = fonts.Mm(4) // of the colour strip
	slugSize   = fonts.Pt(5.5)
)

// offset is how far the marks stay away from the trim.
func offset(bleed fonts.Pt) fonts.Pt { return max(cropOffset.Pt(), bleed+clearance.Pt()) }

// Margin is how far the sheet reaches beyond the trim on each side, so that bleed and marks fit.
func Margin(bleed fonts.Pt) fonts.Pt { return offset(bleed) + cropLength.Pt() + outside.Pt() }

// registration is all inks on top of each other: the colour of marks that every plate must have.
func registration() vector.Color {
	return vector.Color{Name: "registration", C: 100, M: 100, Y: 100, K: 100}
}

// Marks draws what lies around a page of the given size, in its coordinates: two crop marks at
// every corner, a registration mark in the middle of every side, and the colour strip. All of it is
// outside of the bleed.
func Marks(width, height, bleed fonts.Pt) []frame.Item {
	all := registration()
	line := vector.Paint{Stroke: &all, Width: cropStroke.Pt()}
	near := offset(bleed)
	far := near + cropLength.Pt()
	var items []frame.Item
	add := func(p vector.Path, paint vector.Paint) {
		items = append(items, frame.Item{Shape: &vector.Shape{Path: p, Paint: paint}})
	}
	for _, y := range [...]fonts.Pt{0, height} {
		add(vector.Line(-far, y, -near, y), line)
		add(vector.Line(width+near, y, width+far, y), line)
	}
	for _, x := range [...]fonts.Pt{0, width} {
		add(vector.Line(x, -far, x, -near), line)
		add(vector.Line(x, height+near, x, height+far), line)
	}
	middle := (near + far) / 2
	for _, at := range [...]vector.Point{
		{X: width / 2, Y: -middle}, {X: width / 2, Y: height + middle},
		{X: -middle, Y: height / 2}, {X: width + middle, Y: height / 2},
	} {
		r := (far - near) / 2
		add(vector.Circle(at.X, at.Y, r*0.6), line)
		add(vector.Line(at.X-r, at.Y, at.X+r, at.Y), line)
		add(vector.Line(at.X, at.Y-r, at.X, at.Y+r), line)
	}
	x := width / 10
	for _, ink := range strip() {
		add(vector.Rect(x, -middle-patch.Pt()/2, patch.Pt(), patch.Pt()), vector.Paint{Fill: &ink})
		x += patch.Pt()
	}
	return items
}

// strip is the colours of the colour strip: each ink in full, and two tints of black.
func strip() []vector.Color {
	return []vector.Color{{C: 100}, {M: 100}, {Y: 100}, {K: 100}, {K: 50}, {K: 25}}
}

// Slug is the line of words beside the registration mark at the top of the sheet: which page it is,
// its size, and what it is to be printed for. The second value is false when the page is too narrow
// for it.
func Slug(d *frame.Document, page int, bleed fonts.Pt, condition string) (frame.Item, bool) {
	p := d.Pages[page]
	w := wordsFor(d.Info.Language)
	words := fmt.Sprintf("%s %d %s %d · %s × %s mm + %s mm %s · %s",
		w.page, page+1, w.of, len(d.Pages),
		w.mm(p.Width), w.mm(p.Height), w.mm(bleed), w.bleed, condition)
	near := offset(bleed)
	run, ok := set(words)
	x := p.Width/2 + cropLength.Pt()*2
	if !ok || x+run.Width > p.Width-cropLength.Pt() {
		return frame.Item{}, false
	}
	y := -near - cropLength.Pt()/2 + slugSize/3
	return frame.Item{Text: &frame.Text{X: x, Y: y, Run: run}}, true
}

// set is one line in single black, without kerning, ok false when a letter is missing.
func set(words string) (run text.Run, ok bool) {
	face, ok := fonts.Find(fonts.SchibstedGrotesk, 500, false)
	if !ok {
		return run, false
	}
	run = text.Run{Face: face, Size: slugSize, Color: vector.Color{Name: "black", K: 100}}
	for _, r := range words {
		id, ok := face.Glyph(r)
		if !ok {
			return run, false
		}
		advance := face.Advance(id)
		run.Glyphs = append(run.Glyphs,
			text.NewGlyph(id, int32(advance), string(r)))
		run.Width += slugSize * fonts.Pt(advance) / fonts.Pt(face.UnitsPerEm)
	}
	return run, true
}

// words are the slug's, in the language of the report, which print shops nearby speak.
type words struct{ page, of, bleed, decimal string }

func wordsFor(language string) words {
	if strings.HasPrefix(language, "en") {
		return words{"Page", "of", "bleed", "."}
	}
	return words{"Side", "av", "utfall", ","}
}

// mm writes a length in millimetres with at most one decimal.
func (w words) mm(v fonts.Pt) string {
	s := strings.TrimSuffix(fmt.Sprintf("%.1f", v.Mm()), ".0")
	return strings.ReplaceAll(s, ".", w.decimal)
}
