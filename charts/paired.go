package charts

import (
	"fmt"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures of paired bars.
const (
	pairBar     fonts.Mm = 4.6
	pairGap     fonts.Mm = 1.0 // between the two bars
	pairOutline fonts.Mm = 0.5
	pairBetween fonts.Mm = 6.4  // from a pair to the next name
	pairToBar   fonts.Mm = 1.8  // from the name's baseline to the upper bar
	pairYear    fonts.Mm = 10.5 // column of the years
	pairChange  fonts.Mm = 22.0
	pairName    fonts.Pt = 9.2
	pairValue   fonts.Pt = 9.5
	pairYearPt  fonts.Pt = 7.6
)

// paired draws measures of two years as two bars each: outlined is last year, filled is this year.
func (c *canvas) paired() error {
	lines, err := trends(c.Data)
	if err != nil {
		return err
	}
	if c.Measures != nil {
		highlightMost(lines)
	}
	shares, most, values := make([]float64, 0, 2*len(lines)), 0.0, fonts.Pt(0)
	for _, l := range lines {
		for _, p := range []trendPoint{l.before(), l.now()} {
			share := p.length()
			shares, most = append(shares, share), max(most, share)
			values = max(values, c.set.Width(c.pairValue(p), font(c.Bold, pairValue)))
		}
	}
	left := pairYear.Pt()
	edge := c.edge(lines)
	length := edge - left - valueOffset.Pt() - values - pairChange.Pt()
	if length < fonts.Mm(10).Pt() {
		return &noRoom{"no room is left for the bars"}
	}
	boxes, err := barBoxes(shares, most, length, c.taller(pairBar), c.taller(pairBar+pairGap), true)
	if err != nil {
		return err
	}
	y := fonts.Pt(0)
	for i, l := range lines {
		if i > 0 {
			y += c.taller(pairBetween)
		}
		if y, err = c.pair(l, boxes[2*i], boxes[2*i+1], left, edge, y); err != nil {
			return err
		}
	}
	c.pic.Height = y
	return nil
}

// pairedNote says which bars are which year.
func (c *canvas) pairedNote() string { return c.terms.PairedNote(c.lastYears()) }

// highlightMost highlights the measure that changed most, if any changed by more than its margin.
func highlightMost(lines []trend) {
	most := -1
	for i, l := range lines {
		if !l.inside && (most < 0 || l.moved().Abs().Minus(lines[most].moved().Abs()).Sign() > 0) {
			most = i
		}
	}
	if most >= 0 {
		lines[most].highlight = lines[most].moved().Sign() != 0
	}
}

func (c *canvas) pairValue(p trendPoint) string {
	if p.share.Few() {
		return p.share.OutOf(c.locale)
	}
	return p.share.Percent(1).Text(c.locale.Percent)
}

// pair draws one measure from y and gives its bottom.
func (c *canvas) pair(l trend, then, now box, left, edge, y fonts.Pt) (bottom fonts.Pt, err error) {
	nameFont, step := font(c.Semibold, pairName), fonts.Pt(pairName*leading)
	names := c.wrap(l.label, nameFont, edge-pairChange.Pt())
	if c.widest(names, nameFont) > edge-pairChange.Pt()+1e-6 {
		return 0, &noRoom{fmt.Sprintf("%q is wider than the figure", whole(l.label))}
	}
	color := c.BarPlain
	if l.highlight {
		color = c.Highlight
	}
	y += fonts.Mm(2.6).Pt()
	for i, n := range names {
		c.label(n, nameFont, c.Ink, 0, y+step*fonts.Pt(i), vector.Left)
	}
	y += step*fonts.Pt(len(names)-1) + pairToBar.Pt()
	upper := box{left, y, then.w, c.taller(pairBar)}
	if upper.w > 0 {
		half := (pairOutline / 2).Pt()
		inside := box{upper.x + half, upper.y + half, max(upper.w-2*half, 0.01), upper.h - 2*half}
		c.pic.AddShape(inside.lyingBar(),
			vector.Paint{Fill: &c.White, Stroke: &color, Width: pairOutline.Pt()})
	}
	lower := box{left, y + c.taller(pairBar+pairGap), now.w, c.taller(pairBar)}
	if lower.w > 0 {
		c.fill(lower.lyingBar(), color)
	}
	c.pairText(l.before(), upper, c.Secondary, c.Medium)
	c.pairText(l.now(), lower, c.textColor(l.highlight), c.Bold)
	middleY := y + c.taller(pairBar+pairGap/2)
	c.label(c.changeText(l), font(c.Bold, changeSize), c.changeColor(l, l.highlight), edge,
		middleY+fonts.Mm(0.6).Pt(), vector.Right)
	c.mark(l, font(c.Bold, changeSize), edge, middleY+fonts.Mm(0.6).Pt())
	c.label(c.terms.PointsShort, font(c.Medium, changeHead), c.Secondary, edge,
		middleY+fonts.Mm(4).Pt(), vector.Right)
	return lower.y + lower.h, nil
}

func (c *canvas) pairText(p trendPoint, b box, color vector.Color, face *fonts.Face) {
	y := b.y + b.h/2
	year := c.Ink
	if face != c.Bold {
		year = c.Secondary
	}
	c.label(fmt.Sprint(p.year), font(face, pairYearPt), year, b.x-fonts.Mm(2).Pt(),
		y+middle*pairYearPt, vector.Right)
	c.label(c.pairValue(p), font(face, pairValue), color, b.x+b.w+valueOffset.Pt(),
		y+middle*pairValue, vector.Left)
}
