package charts

import (
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of the line that says what is highlighted together.
const (
	togetherText fonts.Pt = 9.2
	togetherRoom fonts.Mm = 2.4 // below it
	togetherLead fonts.Mm = 4.5 // of it that may stand in the space below a heading
	togetherHead fonts.Mm = 25  // for the head of the counts at its right
)

// pointedOut are the answers of a figure that are highlighted.
func (d Data) pointedOut(f *content.Figure) []int {
	if d.By != nil {
		f = d.Figures[0] // the same in all groups
		if d.Marked == nil && len(d.Point) > 0 {
			return d.Point
		}
	}
	if d.Marked != nil && len(d.Figures) == 1 && d.Figures[0] == f {
		return d.Marked
	}
	return f.Highlight
}

// together is what is highlighted in one figure, as one share, and what it is called: the author's
// words, else the names of the answers. It is not ok where there is no sum, or one answer alone
// that has no other name.
func (d Data) together() (share content.Share, words string, ok bool) {
	if len(d.Figures) != 1 || len(d.Measures) > 0 || d.Form == DotPlot || d.Form.rule().Shows == content.OverYears {
		return content.Share{}, "", false
	}
	f := d.Figures[0]
	set := slices.Clone(d.pointedOut(f))
	slices.Sort(set)
	if len(set) == 0 || len(set) > 1 && f.Kind == content.Multiple ||
		len(set) == 1 && d.MarkedText == "" {
		return content.Share{}, "", false
	}
	if share = d.Withheld.Share(f, set...); !share.Published() {
		return content.Share{}, "", false
	}
	if d.MarkedText != "" {
		return share, whole(d.MarkedText), true
	}
	var names []string
	for _, i := range set {
		names = append(names, whole(f.Answers[i].Label))
	}
	return share, strings.Join(names, " · "), true
}

// sum is the line over a chart that says what is highlighted together: "44 av 61 er over 40 år".
type sum struct {
	lines  []string
	height fonts.Pt
}

// together breaks the line of a chart. A field of dots says it below, and a part that goes on says
// it no second time.
func (c *canvas) together() sum {
	share, words, ok := c.Data.together()
	if !ok || c.Form == Dots || c.From > 0 {
		return sum{}
	}
	if c.By != nil {
		words += " (" + strings.ToLower(c.terms.All) + ")"
	}
	lines := c.wrap(share.OutOf(c.locale)+" "+words, font(c.Semibold, togetherText), c.width)
	return sum{lines, togetherText*leading*fonts.Pt(len(lines)) + togetherRoom.Pt()}
}

// head writes the line above what has been drawn, or beside the head that is there already.
func (s sum) head(c *canvas) {
	if len(s.lines) == 0 && c.Lower == 0 {
		return
	}
	face := font(c.Semibold, togetherText)
	if c.chart.Lead > 0 && c.Lower == 0 && len(s.lines) == 1 &&
		c.set.Width(s.lines[0], face)+togetherHead.Pt() <= c.width {
		c.label(s.lines[0], face, c.Style.Highlight, 0, ascending*togetherText, vector.Left)
		return
	}
	drawn := c.pic
	down := s.height + c.Lower
	c.pic = &vector.Picture{Width: drawn.Width, Height: drawn.Height + down}
	for i, l := range s.lines {
		c.label(l, face, c.Style.Highlight, 0,
			ascending*togetherText+togetherText*leading*fonts.Pt(i), vector.Left)
	}
	c.pic.Append(drawn, 0, down)
	if len(s.lines) > 0 {
		c.chart.Lead = togetherLead.Pt()
	}
	if c.chart.Center.Y > 0 {
		c.chart.Center.Y += down
	}
	if c.chart.Zero > 0 {
		c.chart.Zero += down
	}
}
