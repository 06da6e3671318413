package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// Strip is a field of persons in two rows, filled from the left: those who gave an answer, then the
// rest, open.
type Strip struct {
	Total, Filled int
	Width         fonts.Pt // room for it
	Fill, Open    vector.Color
}

// Measures of a strip.
const (
	stripRows            = 2
	stripRadius fonts.Mm = 0.66
	stripPitch  fonts.Mm = 1.72
	stripRow    fonts.Mm = 2.75 // from row to row
	stripStroke fonts.Mm = 0.2  // of open dots
)

// Picture draws the strip; when its width does not hold all, a dot stands for several, which factor
// says. As long as there are some of both, there is a dot for either.
func (s Strip) Picture() (picture *vector.Picture, factor int) {
	radius, pitch := stripRadius.Pt(), stripPitch.Pt()
	columns := max(1, 1+int((s.Width-2*radius)/pitch))
	factor = dotFactor(s.Total, stripRows*columns)
	total, filled := scaled(s.Total, factor), scaled(s.Filled, factor)
	if s.Filled < s.Total && filled == total && total > 1 {
		filled--
	}
	dots := newDots(total, &s.Open, stripStroke.Pt())
	picture = &dots.picture
	for i := range total {
		x := radius + pitch*fonts.Pt(i/stripRows)
		y := radius + stripRow.Pt()*fonts.Pt(i%stripRows)
		picture.Width = max(picture.Width, x+radius)
		picture.Height = max(picture.Height, y+radius)
		fill := &s.Fill
		if i >= filled {
			fill = nil
		}
		dots.add(x, y, radius, fill)
	}
	return picture, factor
}
