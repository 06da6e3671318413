package charts

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of lines over three surveys or more.
const (
	seriesHeight  fonts.Mm = 67.0
	seriesMost    fonts.Mm = 120.0 // that the labels may make of it
	seriesYears   fonts.Mm = 7.0   // below the zero line, for the years
	seriesYear    fonts.Pt = 9
	seriesAxis    fonts.Pt = 7.6
	seriesToAxis  fonts.Mm = 2.0 // from the words of the axis to what is right of them
	seriesToFirst fonts.Mm = 3.4 // from the first values to the first year
	seriesStroke  fonts.Mm = 0.9
	seriesHollow  fonts.Mm = 1.45 // radius of earlier marks, with their outline
	seriesOutline fonts.Mm = 0.6
	seriesDot     fonts.Mm = 1.9 // of the last
	seriesToLabel fonts.Mm = 4.6 // from the last year to the labels
	seriesLeader  fonts.Mm = 1.0 // between a leader and what it joins
	seriesMoved   fonts.Mm = 2.0 // a label that was moved farther has a leader
	seriesGap     fonts.Mm = 1.4 // between labels
	seriesInline  fonts.Mm = 1.8 // from a value to the name beside it
	seriesYearGap fonts.Mm = 1.4 // between years on the axis
	seriesAlone   fonts.Mm = 0.9 // half the width of the interval of a year that stands alone
	seriesLabels           = 0.42
	seriesValue   fonts.Pt = 13
	seriesName    fonts.Pt = 9.2
	seriesFirst   fonts.Pt = 9.5
	seriesPale             = 4 // parts of white beside one of a line's colour
	seriesShared           = 2 // the same where two intervals meet
)

// seriesPlan is where lines over the years stand.
type seriesPlan struct {
	lines         []trend
	years         []int // of all lines
	first, last   fonts.Pt
	top, bottom   fonts.Pt // of the scale, from most per cent to none
	most, step    int
	labels        []seriesLabel // by height
	values, names fonts.Pt      // x of values and names
}

// seriesLabel is what stands at the end of a line.
type seriesLabel struct {
	trend
	line  int // in the plan
	value string
	names []string
	size  fonts.Pt // height
}

// series draws one question, or measures, over three surveys or more: lines whose years are apart as
// far as they are in time, with intervals as pale bands, hollow marks and a filled one at the end,
// where value and name stand.
func (c *canvas) series() error {
	lines, err := c.shared.lines(c)
	if err != nil {
		return err
	}
	p := seriesPlan{lines: lines, years: allYears(lines)}
	p.most, p.step = seriesScale(lines)
	if err := c.seriesRoom(&p); err != nil {
		return err
	}
	c.seriesGrid(p)
	colors := c.lineColors(lines)
	c.seriesBands(p, colors)
	for i, l := range lines {
		c.seriesLine(p, l, colors[i])
	}
	for i, l := range lines {
		c.seriesMarks(p, l, colors[i])
	}
	if err := c.seriesEnds(p, colors); err != nil {
		return err
	}
	c.seriesColons(p)
	return c.seriesBegins(p)
}

// allYears are the years of some line, oldest first.
func allYears(lines []trend) []int {
	var years []int
	for _, l := range lines {
		for _, p := range l.points {
			if !slices.Contains(years, p.year) {
				years = append(years, p.year)
			}
		}
	}
	slices.Sort(years)
	return years
}

// seriesScale is the highest per cent of the scale, and the distance of its lines.
func seriesScale(lines []trend) (most, step int) {
	highest := 0.0
	for _, l := range lines {
		for _, p := range l.points {
			highest = max(highest, 100*p.length(), 100*p.high)
		}
	}
	switch {
	case highest <= 20:
		step = 5
	case highest <= 40:
		step = 10
	default:
		step = 20
	}
	return max(step, step*int(math.Ceil(highest/float64(step)-1e-9))), step
}

func (p *seriesPlan) x(year int) fonts.Pt {
	begin, end := p.years[0], p.years[len(p.years)-1]
	return p.first + (p.last-p.first)*fonts.Pt(year-begin)/fonts.Pt(max(1, end-begin))
}

func (p *seriesPlan) y(share float64) fonts.Pt {
	return p.bottom - (p.bottom-p.top)*fonts.Pt(100*share)/fonts.Pt(p.most)
}

// measured says whether a point has a place: somebody answered, and the share may be shown.
func (p trendPoint) measured() bool {
	_, base, ok := p.share.Value()
	return ok && base > 0
}

// seriesRoom gives the parts of a plan their places: the words of the axis, the first values, the
// lines, the labels at their ends, for which the drawing becomes higher where it must.
func (c *canvas) seriesRoom(p *seriesPlan) error {
	axis := c.set.Width(c.percentText(p.most), font(c.Medium, seriesAxis)) + seriesToAxis.Pt()
	for _, l := range p.lines {
		if l.points[0].year == p.years[0] {
			p.first = max(p.first, c.set.Width(l.points[0].share.Leading(c.locale), c.firstFont()))
		}
	}
	p.first += axis + seriesToFirst.Pt()
	high := c.seriesLabels(p)
	if p.last-p.first < shortestAxis.Pt() {
		return &noRoom{"no room is left for the lines"}
	}
	height := c.taller(seriesHeight)
	if c.height > 0 {
		height = max(mostShrink*height, min(height, c.height))
	}
	if height = max(height, high); height > max(seriesMost.Pt(), c.taller(seriesHeight)) {
		return &noRoom{"the names do not fit beside the lines"}
	}
	c.pic.Height = height
	p.top, p.bottom = ascending*seriesAxis, height-seriesYears.Pt()
	return nil
}

func (c *canvas) firstFont() vector.Font { return font(c.Semibold, seriesFirst) }

// seriesLabels breaks the labels at the ends of lines: the name beside its value where it has room
// there, else below. It returns the height that they take together.
func (c *canvas) seriesLabels(p *seriesPlan) fonts.Pt {
	valueFont := font(c.Bold, seriesValue)
	var values fonts.Pt
	for i, l := range p.lines {
		label := seriesLabel{trend: l, line: i, value: l.now().share.Leading(c.locale)}
		values = max(values, c.set.Width(label.value, valueFont))
		p.labels = append(p.labels, label)
	}
	slices.SortStableFunc(p.labels, func(a, b seriesLabel) int {
		return cmp.Compare(b.now().length(), a.now().length())
	})
	room := c.width*seriesLabels - seriesToLabel.Pt()
	beside := room - values - seriesInline.Pt()
	for _, l := range p.labels {
		if c.set.Narrowest(l.short, c.seriesFace(l)) > beside || l.now().share.Few() {
			beside = 0
		}
	}
	if beside < narrowestName.Pt() {
		beside = 0
	}
	var widest, high fonts.Pt
	for i, l := range p.labels {
		width := room
		if beside > 0 {
			width = beside
		}
		names := c.wrap(l.short, c.seriesFace(l), width)
		if l.now().share.Few() {
			names = append(names, l.now().share.Percent(0).Text(c.locale.Percent))
		}
		lines := fonts.Pt(len(names)) * seriesName * leading
		if beside == 0 {
			lines += seriesValue
		}
		p.labels[i].names, p.labels[i].size = names, max(lines, seriesValue)
		widest = max(widest, c.widest(names, c.seriesFace(l)))
		high += p.labels[i].size + seriesGap.Pt()
	}
	if beside > 0 {
		widest += values + seriesInline.Pt()
	}
	p.values = c.width - max(widest, values)
	p.names, p.last = p.values, p.values-seriesToLabel.Pt()
	if beside > 0 {
		p.names += values + seriesInline.Pt()
	}
	return high
}

// seriesFace is that of a line's name.
func (c *canvas) seriesFace(l seriesLabel) vector.Font {
	return font(c.nameFace(l.highlight), seriesName)
}

// seriesGrid draws the scale and the years.
func (c *canvas) seriesGrid(p seriesPlan) {
	face := font(c.Medium, seriesAxis)
	right := c.set.Width(c.percentText(p.most), face)
	for v := 0; v <= p.most; v += p.step {
		y, color, width := p.y(float64(v)/100), c.Line, fonts.Mm(0.25).Pt()
		if v == 0 {
			color, width = c.Ink, fonts.Mm(0.35).Pt()
		}
		c.rule(p.first, y, p.last, y, width, color)
		c.label(c.percentText(v), face, c.Secondary, right, y+middle*seriesAxis, vector.Right)
	}
	for _, year := range c.seriesNamed(p) {
		face, color := c.Medium, c.Secondary
		if year == p.years[len(p.years)-1] {
			face, color = c.Bold, c.Ink
		}
		c.label(fmt.Sprint(year), font(face, seriesYear), color, p.x(year),
			p.bottom+fonts.Mm(5.2).Pt(), vector.Center)
	}
}

// seriesNamed are the years that have room for their names below the scale: the last, the first,
// and then as many as can be, the later before the earlier.
func (c *canvas) seriesNamed(p seriesPlan) []int {
	wide := c.set.Width("2000", font(c.Bold, seriesYear)) + seriesYearGap.Pt()
	order := []int{p.years[len(p.years)-1], p.years[0]}
	for _, y := range slices.Backward(p.years[1 : len(p.years)-1]) {
		order = append(order, y)
	}
	var named []int
	for _, year := range order {
		if !slices.ContainsFunc(named, func(other int) bool {
			return max(p.x(year)-p.x(other), p.x(other)-p.x(year)) < wide
		}) {
			named = append(named, year)
		}
	}
	return named
}

// runs parts the points of a line where one is withheld, or nobody answered.
func (t trend) runs() (runs [][]trendPoint) {
	var run []trendPoint
	for _, p := range t.points {
		switch {
		case p.measured():
			run = append(run, p)
		case run != nil:
			runs, run = append(runs, run), nil
		}
	}
	if run != nil {
		runs = append(runs, run)
	}
	return runs
}

// seriesBands fills the intervals; where two lines' meet, the field has something of both, since
// nothing is transparent.
func (c *canvas) seriesBands(p seriesPlan, colors []vector.Color) {
	fields := make([][]ribbon, len(p.lines))
	for i, l := range p.lines {
		for _, run := range l.runs() {
			fields[i] = append(fields[i], p.ribbon(run))
		}
		for _, f := range fields[i] {
			c.fill(f.outline(), mixed(colors[i], c.White, seriesPale, seriesPale+1))
		}
	}
	for i := range fields {
		for k := range i {
			both := mixed(mixed(colors[i], colors[k], 1, 2), c.White, seriesShared, seriesShared+1)
			for _, a := range fields[i] {
				for _, b := range fields[k] {
					for _, common := range a.common(b) {
						c.fill(common.outline(), both)
					}
				}
			}
		}
	}
}

// ribbon is the field of a run of intervals. A year that stands alone has a short one.
func (p *seriesPlan) ribbon(run []trendPoint) ribbon {
	var r ribbon
	for _, q := range run {
		r = append(r, crossing{p.x(q.year), p.y(q.high), p.y(q.low)})
	}
	if len(r) == 1 {
		left, right := r[0], r[0]
		left.x, right.x = left.x-seriesAlone.Pt(), right.x+seriesAlone.Pt()
		r = ribbon{left, right}
	}
	return r
}

func (c *canvas) seriesLine(p seriesPlan, l trend, color vector.Color) {
	for _, run := range l.runs() {
		if len(run) < 2 {
			continue
		}
		points := make([]vector.Point, len(run))
		for i, q := range run {
			points[i] = vector.Point{X: p.x(q.year), Y: p.y(q.length())}
		}
		c.pic.AddShape(vector.Polyline(points...), vector.Paint{Stroke: &color,
			Width: seriesStroke.Pt(), Caps: vector.RoundCap, Joins: vector.RoundJoin})
	}
}

// seriesMarks draws a hollow mark for each year and a filled one for the last.
func (c *canvas) seriesMarks(p seriesPlan, l trend, color vector.Color) {
	for i, q := range l.points {
		x, y := p.x(q.year), p.y(q.length())
		switch {
		case !q.measured():
		case i == len(l.points)-1:
			c.fill(vector.Circle(x, y, seriesDot.Pt()), color)
		default:
			c.pic.AddShape(vector.Circle(x, y, (seriesHollow-seriesOutline/2).Pt()),
				vector.Paint{Fill: &c.White, Stroke: &color, Width: seriesOutline.Pt()})
		}
	}
}

// seriesEnds writes value and name at the end of each line, pushed apart, with a leader from a mark
// to a label that was moved far.
func (c *canvas) seriesEnds(p seriesPlan, colors []vector.Color) error {
	valueFont := font(c.Bold, seriesValue)
	step := fonts.Pt(seriesName * leading)
	spans := make([]span, len(p.labels))
	for i, l := range p.labels {
		// The first line of a label stands at the height of its mark.
		spans[i] = span{p.y(l.now().length()) + (l.size-seriesValue)/2, l.size}
	}
	centers, ok := spread(spans, seriesGap.Pt(), 0, c.pic.Height)
	if !ok {
		return &noRoom{"the names do not fit beside the lines"}
	}
	for i, l := range p.labels {
		at := centers[i] - l.size/2 + seriesValue/2
		baseline, y := at+middle*seriesValue, p.y(l.now().length())
		c.label(l.value, valueFont, c.textColor(l.highlight), p.values, baseline, vector.Left)
		names := baseline
		if p.names == p.values {
			names += seriesName * leading
		}
		for k, n := range l.names {
			c.label(n, c.seriesFace(l), c.Ink, p.names,
				names+step*fonts.Pt(k), vector.Left)
		}
		if moved := at - y; l.now().measured() && max(moved, -moved) > seriesMoved.Pt() {
			c.rule(p.last+(seriesDot+seriesLeader/2).Pt(), y, p.values-seriesLeader.Pt(), at,
				fonts.Mm(0.25).Pt(), colors[l.line])
		}
	}
	return nil
}

// seriesBegins writes the values of the first year left of the lines that begin there.
func (c *canvas) seriesBegins(p seriesPlan) error {
	var begin []trend
	for _, l := range p.lines {
		if l.points[0].year == p.years[0] && l.points[0].measured() {
			begin = append(begin, l)
		}
	}
	begin = byHeight(begin, func(l trend) trendPoint { return l.points[0] })
	f := c.firstFont()
	spans := make([]span, len(begin))
	for i, l := range begin {
		spans[i] = span{p.y(l.points[0].length()), f.Size}
	}
	centers, ok := spread(spans, slopeThenGap.Pt(), 0, p.bottom+f.Size/2) // above the years
	if !ok {
		return &noRoom{"the earlier values do not fit beside the lines"}
	}
	for i, l := range begin {
		c.label(l.points[0].share.Leading(c.locale), f, c.textColor(l.highlight),
			p.first-seriesToFirst.Pt(), centers[i]+middle*f.Size, vector.Right)
	}
	return nil
}

// seriesColons marks the years of which a line has a withheld share, above the zero line. What is
// withheld at the end of a line has its colon there.
func (c *canvas) seriesColons(p seriesPlan) {
	var marked []int
	for _, l := range p.lines {
		for _, q := range l.points[:len(l.points)-1] {
			if !q.share.Published() && !slices.Contains(marked, q.year) {
				marked = append(marked, q.year)
				c.label(content.Colon, font(c.Bold, seriesYear), c.Secondary, p.x(q.year),
					p.bottom-fonts.Mm(1).Pt(), vector.Center)
			}
		}
	}
}

// seriesNote says what the bands are, and which years between the first and the last have no survey.
func (c *canvas) seriesNote() string {
	lines, err := c.shared.lines(c)
	if err != nil {
		return ""
	}
	var notes []string
	banded := func(p trendPoint) bool { return p.banded }
	if slices.ContainsFunc(lines, func(l trend) bool { return slices.ContainsFunc(l.points, banded) }) {
		notes = append(notes, c.terms.Field)
	}
	if missing := gapsBetween(allYears(lines)); missing != "" {
		notes = append(notes, c.terms.NotMeasuredIn(missing))
	}
	return strings.Join(notes, " ")
}

// gapsBetween are the years that are missing in a list of years: "2018, 2020–2022".
func gapsBetween(years []int) string {
	var gaps []string
	for i := 1; i < len(years); i++ {
		switch from, to := years[i-1]+1, years[i]-1; {
		case from == to:
			gaps = append(gaps, fmt.Sprint(from))
		case from < to:
			gaps = append(gaps, fmt.Sprintf("%d–%d", from, to))
		}
	}
	return strings.Join(gaps, ", ")
}

// describeSeries gives the lines in words, each with its own years.
func (c *canvas) describeSeries() string {
	lines, err := c.shared.lines(c)
	if err != nil {
		return ""
	}
	years := allYears(lines)
	c.chart.Head = []string{c.terms.Answer}
	for _, y := range years {
		c.chart.Head = append(c.chart.Head, fmt.Sprintf("%s %d", c.terms.Number, y),
			fmt.Sprintf("%s %d", c.terms.PercentHead, y))
	}
	var parts []string
	bases := make([][]content.Shown, len(years))
	for _, l := range lines {
		numbers, said := []string{whole(l.label)}, []string(nil)
		for i, y := range years {
			k := slices.IndexFunc(l.points, func(p trendPoint) bool { return p.year == y })
			if k < 0 {
				numbers = append(numbers, c.terms.NotGiven, c.terms.NotGiven)
				continue
			}
			share := l.points[k].share
			bases[i] = append(bases[i], share.Base())
			said = append(said, fmt.Sprintf("%d %s", y, c.said(share, 1)))
			numbers = append(numbers, c.numbers(share, 1)...)
		}
		words := whole(l.label) + " " + strings.Join(said, ", ")
		if l.inside {
			words += " (" + c.terms.InsideMargin + ")"
		}
		parts = append(parts, words)
		c.chart.Numbers = append(c.chart.Numbers, numbers)
	}
	var base []string
	for i, y := range years {
		base = append(base, fmt.Sprintf("%s (%d)", c.baseText(bases[i]), y))
	}
	c.chart.Base = nEquals + strings.Join(base, ", ")
	return strings.Join(parts, "; ")
}
