package charts

import (
	"cmp"
	"fmt"
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures of a slope.
const (
	slopeHeight fonts.Mm = 67.0
	slopeHead   fonts.Mm = 6.88 // the years
	// from the ends of the year lines to the highest and lowest point
	slopeInset     fonts.Mm = 3.0
	slopeStroke    fonts.Mm = 1.3
	slopeDotThen   fonts.Mm = 1.9
	slopeDotNow    fonts.Mm = 2.3
	slopeValue     fonts.Pt = 15
	slopeName      fonts.Pt = 9.2
	slopePitch     fonts.Mm = 11.0 // from label to label at the right
	slopeThen      fonts.Pt = 10   // of years and earlier values
	slopeThenGap   fonts.Mm = 1.0  // between earlier values
	slopeLeft      fonts.Mm = 15.0 // x of the first year
	slopeNowX               = 0.5764
	slopeToLabel   fonts.Mm = 5.0
	slopeBelowLine fonts.Mm = 1.1
	slopeRoom               = 4 // points under the lowest value
)

// slope draws one question over two years or more: hollow is earlier, filled is this year.
func (c *canvas) slope() error {
	lines, err := trends(c.Data)
	if err != nil {
		return err
	}
	height := c.taller(slopeHeight)
	if c.height > 0 {
		height = max(mostShrink*height, min(height, c.height))
	}
	c.pic.Height = height
	s := c.slopeScale(lines, height)
	for i, year := range s.years {
		color, face := c.Secondary, c.Semibold
		if i == len(s.years)-1 {
			color, face = c.Ink, c.Bold
		}
		c.label(fmt.Sprint(year), font(face, slopeThen), color, s.x(i), fonts.Mm(3.88).Pt(),
			vector.Center)
		c.rule(s.x(i), s.top, s.x(i), s.bottom, fonts.Mm(0.3).Pt(), c.Line)
	}
	colors := c.lineColors(lines)
	for i, l := range lines {
		c.slopeLine(s, l, colors[i])
	}
	if err := c.slopeNames(s, lines); err != nil {
		return err
	}
	return c.slopeThenValues(s, lines)
}

// slopeScale turns years and values into places.
type slopeScale struct {
	years         []int
	first, last   fonts.Pt // x
	top, bottom   fonts.Pt // of the year lines
	lowest, most  float64  // per cent
	width, height fonts.Pt
}

func (c *canvas) slopeScale(lines []trend, height fonts.Pt) slopeScale {
	s := slopeScale{years: yearsOf(lines), first: slopeLeft.Pt(), last: c.width * slopeNowX,
		top:    slopeHead.Pt(),
		bottom: height - slopeBelowLine.Pt(), width: c.width, height: height, lowest: 100}
	if len(s.years) > 2 {
		s.first = fonts.Mm(5).Pt()
	}
	for _, l := range lines {
		for _, p := range l.points {
			s.lowest, s.most = min(s.lowest, p.percent()), max(s.most, p.percent())
		}
	}
	s.lowest = max(0, s.lowest-slopeRoom)
	if s.most-s.lowest < slopeRoom {
		s.most = s.lowest + slopeRoom
	}
	return s
}

func (s slopeScale) x(i int) fonts.Pt {
	return s.first + (s.last-s.first)*fonts.Pt(i)/fonts.Pt(len(s.years)-1)
}

func (s slopeScale) y(p trendPoint) fonts.Pt {
	room := s.bottom - s.top - 2*slopeInset.Pt()
	return s.top + slopeInset.Pt() + room*fonts.Pt((s.most-p.percent())/(s.most-s.lowest))
}

// lineColors are the colours of lines, those of slices: yes and no have their own, then comes the
// highlight; else they follow in order, residual answers grey.
func (c *canvas) lineColors(lines []trend) []vector.Color {
	colors, next := make([]vector.Color, len(lines)), 0
	if slices.ContainsFunc(lines, func(l trend) bool { return ownColor(l.reply) }) {
		next = 2
	}
	for i, l := range lines {
		switch {
		case ownColor(l.reply):
			colors[i] = c.Slices[inOrder(l.reply)]
		case l.highlight:
			colors[i] = c.Highlight
		case l.residual:
			colors[i] = c.Neutral
		default:
			colors[i] = c.Slices[next%len(c.Slices)]
			next++
		}
	}
	return colors
}

func (c *canvas) slopeLine(s slopeScale, l trend, color vector.Color) {
	points := make([]vector.Point, len(l.points))
	for i, p := range l.points {
		points[i] = vector.Point{X: s.x(i), Y: s.y(p)}
	}
	c.pic.AddShape(vector.Polyline(points...),
		vector.Paint{Stroke: &color, Width: slopeStroke.Pt(), Caps: vector.RoundCap, Joins: vector.RoundJoin})
	last := len(points) - 1
	for i, p := range points {
		if i == last {
			c.fill(vector.Circle(p.X, p.Y, slopeDotNow.Pt()), color)
			continue
		}
		c.pic.AddShape(vector.Circle(p.X, p.Y, slopeDotThen.Pt()),
			vector.Paint{Fill: &c.White, Stroke: &color, Width: fonts.Mm(0.7).Pt()})
	}
}

// trendValue is a point's value: "38,7", or "9 av 24" when few answered.
func (c *canvas) trendValue(p trendPoint) string {
	if p.share.Few() {
		return p.share.OutOf(c.locale)
	}
	return p.share.Percent(1).Text(c.locale.Decimal)
}

// marked is this year's value with its mark, to measure.
func (c *canvas) marked(l trend) string {
	if l.inside {
		return c.trendValue(l.now()) + insideMark
	}
	return c.trendValue(l.now())
}

// slopeNames writes value and name at the last year, pushed apart.
func (c *canvas) slopeNames(s slopeScale, lines []trend) error {
	sorted := byHeight(lines, func(l trend) trendPoint { return l.now() })
	x := s.last + slopeToLabel.Pt()
	valueFont, nameFont := font(c.Bold, slopeValue), font(c.Medium, slopeName)
	names, spans := make([][]string, len(sorted)), make([]span, len(sorted))
	leading := fonts.Pt(slopeName * leading)
	for i, l := range sorted {
		names[i] = c.wrap(l.short, nameFont, s.width-x)
		if p := l.now(); p.share.Few() {
			names[i] = append(names[i], p.share.Percent(1).Text(c.locale.Percent))
		}
		if max(c.widest(names[i], nameFont), c.set.Width(c.marked(l), valueFont)) > s.width-x+1e-6 {
			return &noRoom{fmt.Sprintf("%q is wider than the room beside the lines",
				whole(l.short))}
		}
		spans[i] = span{s.y(l.now()) + leading*fonts.Pt(len(names[i])-1)/2,
			slopePitch.Pt() + leading*fonts.Pt(len(names[i])-1)}
	}
	centers, ok := spread(spans, 0, (slopeHead - 3).Pt(), s.height+fonts.Mm(3).Pt())
	if !ok {
		return &noRoom{"the names do not fit beside the lines"}
	}
	for i, l := range sorted {
		y := centers[i] - leading*fonts.Pt(len(names[i])-1)/2 + fonts.Mm(0.6).Pt()
		c.label(c.trendValue(l.now()), valueFont, c.changeColor(l, l.highlight), x, y, vector.Left)
		c.mark(l, valueFont, x+c.set.Width(c.trendValue(l.now()), valueFont), y)
		for k, n := range names[i] {
			c.label(n, nameFont, c.Ink, x, y+fonts.Mm(4.2).Pt()+leading*fonts.Pt(k), vector.Left)
		}
		c.pic.Height = max(c.pic.Height,
			y+fonts.Mm(4.2).Pt()+leading*fonts.Pt(len(names[i])-1)+fonts.Mm(1).Pt())
	}
	return nil
}

// slopeThenValues writes the values of the first year at the left, when there are two years.
func (c *canvas) slopeThenValues(s slopeScale, lines []trend) error {
	if len(s.years) > 2 {
		return nil
	}
	sorted := byHeight(lines, func(l trend) trendPoint { return l.points[0] })
	f := font(c.Medium, slopeThen)
	spans := make([]span, len(sorted))
	for i, l := range sorted {
		spans[i] = span{s.y(l.points[0]), f.Size}
		if c.set.Width(c.trendValue(l.points[0]), f) > s.first-fonts.Mm(4).Pt() {
			f.Size = 7.6
		}
	}
	centers, ok := spread(spans, slopeThenGap.Pt(), s.top-fonts.Mm(1).Pt(), s.height)
	if !ok {
		return &noRoom{"the earlier values do not fit beside the lines"}
	}
	for i, l := range sorted {
		c.label(c.trendValue(l.points[0]), f, c.Secondary, s.first-fonts.Mm(4).Pt(),
			centers[i]+0.4*f.Size, vector.Right)
	}
	return nil
}

// byHeight sorts lines by a point, the highest first.
func byHeight(lines []trend, point func(trend) trendPoint) []trend {
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a,
		b trend) int {
		return cmp.Compare(point(b).percent(), point(a).percent())
	})
	return sorted
}
