package topic

import (
	"rapport/charts"
	"rapport/fonts"
)

// form is what a form of chart needs on a page.
type form struct {
	// height is what a chart of the form gets, in mm (zones of the design's pages 6, 7 and 11); 0
	// leaves it to the chart, which is as high as its rows.
	height fonts.Mm
	// besideText is how many columns a chart takes when prose stands beside it; 0 wants the full
	// width.
	besideText int
	// round charts stand in half a page's width when there are several figures.
	round bool
	// list: the count list may go with the chart, which does not show the counts itself.
	list bool
	// wide charts take the whole width also in a group, and have no strong rule above them, because
	// their rows have rules of their own.
	wide bool
}

func formOf(f charts.Form) form {
	switch f {
	case charts.Pie:
		return form{height: 106, round: true, list: true}
	case charts.Donut:
		return form{height: 62, round: true, list: true}
	case charts.VBar:
		return form{height: 82, besideText: 7, list: true}
	case charts.Slope:
		return form{height: 67, besideText: 7}
	case charts.Paired, charts.Dots:
		return form{besideText: 7}
	case charts.HBar:
		return form{besideText: 8}
	case charts.Likert, charts.Change:
		return form{wide: true}
	}
	return form{}
}

// narrow reports whether a chart of the form can stand in half a page's width, where it is asked
// to.
func (f form) narrow() bool { return f.besideText == 7 }
