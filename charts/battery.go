package charts

import (
	"slices"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of a battery.
const (
	batteryRow      fonts.Mm = 9.4
	batteryDot      fonts.Mm = 2.15 // radius of this year's dot
	batteryHollow   fonts.Mm = 2.0  // of the earlier year's, with its outline
	batteryOutline  fonts.Mm = 0.6
	batteryBand     fonts.Mm = 2.6 // height of an interval
	batteryLabel    fonts.Mm = 64.0
	batteryToAxis   fonts.Mm = 4.0
	batteryAxisMost          = 0.45 // of the width
	batteryToValue  fonts.Mm = 1.6  // from the marks of a row to its value
	batteryToCount  fonts.Mm = 2.0  // from a value to the column of counts
	batteryKnock    fonts.Mm = 0.8  // on either side of a value, where the grid gives way to it
	batteryAbove    fonts.Mm = 1.2  // above a name that stands above its marks
	batteryBelow             = 0.8  // of the height of a row, for the marks below it
	batteryPale              = 4    // parts of white beside one of a band's colour
	batteryRule     fonts.Mm = 5.13 // from the top of the axis' words to the rule below them
	batteryHeadRise fonts.Mm = 2.4  // of the words of the axis above the rule
	batteryHeadLine          = 1.3  // leading of a head that has lines of its own, of its size
	batteryName     fonts.Pt = 9
	batteryValue    fonts.Pt = 12
	batteryCount    fonts.Pt = 9
	batteryHead     fonts.Pt = 7.6
)

// shareRow is a share of one question as drawn.
type shareRow struct {
	label     string
	figure    *content.Figure
	now, then content.Share
	before    int // the earlier year, 0 for none
	low, high float64
	banded    bool // low and high are an interval
	outside   bool // the change lies outside its margin of error: it is highlighted
	yes       bool
}

// shareRows are the measures of a battery, the largest share first. Withheld ones stand last, in
// the author's order, so that their place says nothing of their size.
func (c *canvas) shareRows() []shareRow {
	rows := make([]shareRow, len(c.Measures))
	for i, m := range c.Measures {
		r := shareRow{label: m.Label, figure: m.Figure,
			now:     c.Withheld.Share(m.Figure, m.Answers...),
			outside: c.Withheld.Outside(m), yes: m.SaysYes()}
		r.low, r.high, r.banded = c.Withheld.Interval(m.Figure, m.Answers...)
		if m.Compared() {
			r.then, r.before = c.Withheld.Share(m.Figure.Compare, m.Then...), yearBefore(m.Figure)
		}
		rows[i] = r
	}
	slices.SortStableFunc(rows, func(a, b shareRow) int {
		switch {
		case a.now.Published() != b.now.Published():
			if a.now.Published() {
				return -1
			}
			return 1
		case length(a.now) > length(b.now):
			return -1
		case length(a.now) < length(b.now):
			return 1
		}
		return 0
	})
	return rows
}

// length is a share from 0 to 1 and not rounded; 0 where it is withheld.
func length(s content.Share) float64 {
	count, base, _ := s.Value()
	return min(1, float64(count)/float64(max(base, 1)))
}

// compared says whether an earlier year of a row is drawn.
func (r shareRow) compared() bool { return r.before != 0 && r.then.Published() }

// shareValue is what stands beside a row's dot, and what stands at the right: the count leads where
// few answered.
func (c *canvas) shareValue(r shareRow) (value, count string) {
	value, count = r.now.Leading(c.locale), r.now.OutOf(c.locale)
	if r.now.Few() {
		count = r.now.Percent(0).Text(c.locale.Percent)
	}
	return value, count
}

// placedShare is a row of a battery with its place.
type placedShare struct {
	shareRow
	names         []string
	name          fonts.Pt // the first baseline
	middle        fonts.Pt // of the marks
	top, bottom   fonts.Pt // of the room of the marks, which the grid crosses
	end           fonts.Pt // of the whole row
	value, count  string
	valueX, width fonts.Pt // of the value
}

// battery draws a row for each share: this year's filled dot on its interval, the earlier year's
// hollow one, the share beside them and the count at the right. What has changed by more than its
// margin of error is highlighted.
func (c *canvas) battery() error {
	all := c.shared.rowsOfShares(c)
	above, names, axis := c.batteryNames(all, picked(all, c.From, c.To))
	if axis.w < shortestAxis.Pt() {
		if c.plain {
			c.batteryList(picked(all, c.From, c.To))
			return nil
		}
		return &noRoom{"no room is left for the axis"}
	}
	rule := c.batteryHeads(all, axis)
	rows := c.placeShares(picked(all, c.From, c.To), names, above, axis, rule)
	c.batteryGrid(axis, rule, rows)
	for _, r := range rows {
		for k, n := range r.names {
			c.label(n, font(c.nameFace(r.outside), batteryName), c.Ink, 0,
				r.name+batteryName*leading*fonts.Pt(k), vector.Left)
		}
		c.shareMarks(r, axis)
		c.rule(0, r.end, c.width, r.end, fonts.Mm(0.25).Pt(), c.Line)
		c.pic.Height = r.end
	}
	c.rule(0, rule, c.width, rule, fonts.Mm(0.35).Pt(), c.Ink)
	return nil
}

// placeShares gives rows their places below a height, as high as their names need.
func (c *canvas) placeShares(rows []shareRow, names [][]string, above bool, axis box,
	y fonts.Pt) []placedShare {
	step, row := fonts.Pt(batteryName*leading), c.shrunk(batteryRow)
	all := make([]placedShare, len(rows))
	for i, r := range rows {
		p := placedShare{shareRow: r, names: names[i]}
		lines := fonts.Pt(len(names[i]))
		if above {
			p.name = y + batteryAbove.Pt() + ascending*batteryName
			p.top = y + batteryAbove.Pt() + step*lines
			p.end = p.top + row*batteryBelow
		} else {
			p.end = y + row + step*max(0, lines-1)
			p.top = y
			p.name = (p.end+y)/2 + middleMixed*batteryName - step*(lines-1)/2
		}
		p.bottom, p.middle = p.end, (p.top+p.end)/2
		p.value, p.count = c.shareValue(r)
		p.valueX, p.width = c.shareEnd(r, axis), c.set.Width(p.value, font(c.Bold, batteryValue))
		all[i], y = p, p.end
	}
	return all
}

// shareEnd is where the value of a row begins: right of all its marks.
func (c *canvas) shareEnd(r shareRow, axis box) fonts.Pt {
	x := axis.x
	if r.now.Published() {
		x += axis.w*fonts.Pt(length(r.now)) + batteryDot.Pt()
	}
	if r.banded {
		x = max(x, axis.x+axis.w*fonts.Pt(r.high))
	}
	if r.compared() {
		x = max(x, axis.x+axis.w*fonts.Pt(length(r.then))+batteryHollow.Pt())
	}
	return x + batteryToValue.Pt()
}

// batteryNames breaks the names of rows and gives the axis beside them or, where they leave it too
// little or need too many lines, below them.
func (c *canvas) batteryNames(all, rows []shareRow) (above bool, names [][]string, axis box) {
	label := min(batteryLabel.Pt(), 0.37*c.width)
	axis = c.shared.batteryAxis(c, all, label+batteryToAxis.Pt())
	wrap := func(r shareRow, room fonts.Pt) []string {
		return c.wrap(r.label, font(c.nameFace(r.outside), batteryName), room)
	}
	above = axis.w < shortestAxis.Pt() || label < narrowestName.Pt()
	for _, r := range rows {
		if above {
			break
		}
		names = append(names, wrap(r, label))
		above = len(names[len(names)-1]) > mostChangeLines
	}
	if !above {
		return false, names, axis
	}
	names = nil
	for _, r := range rows {
		names = append(names, wrap(r, c.width))
	}
	return true, names, c.shared.batteryAxis(c, all, batteryDot.Pt())
}

// batteryScale is the axis from a place on, as wide as the values of all rows and the column of
// counts leave it.
func (c *canvas) batteryScale(rows []shareRow, left fonts.Pt) box {
	counts := c.set.Width(c.sharesHead(rows), font(c.Medium, batteryHead))
	for _, r := range rows {
		_, count := c.shareValue(r)
		counts = max(counts, c.set.Width(count, font(c.Body, batteryCount)))
	}
	room := c.width - left - counts - batteryToCount.Pt()
	axis := box{x: left, w: min(room, c.width*batteryAxisMost)}
	for _, r := range rows {
		value, _ := c.shareValue(r)
		wide := c.set.Width(value, font(c.Bold, batteryValue))
		// Each mark may be the last one before the value, and ends at a share of the axis.
		ends := []struct {
			share float64
			more  fonts.Pt
		}{{length(r.now), batteryDot.Pt()}, {0, 0}, {0, 0}}
		if r.banded {
			ends[1].share = r.high
		}
		if r.compared() {
			ends[2].share, ends[2].more = length(r.then), batteryHollow.Pt()
		}
		for _, e := range ends {
			if e.share > 0 {
				axis.w = min(axis.w, (room-wide-batteryToValue.Pt()-e.more)/fonts.Pt(e.share))
			}
		}
	}
	return axis
}

// sharesHead is the head of the column of counts.
func (c *canvas) sharesHead(rows []shareRow) string {
	if allYes(rows) {
		return c.terms.YesAnswers
	}
	return c.terms.Answers
}

func allYes(rows []shareRow) bool {
	return !slices.ContainsFunc(rows, func(r shareRow) bool { return !r.yes })
}

// sharesTitle is what the shares are of, and when they were asked for: "Andel som svarte ja, august
// 2021".
func (c *canvas) sharesTitle(rows []shareRow) string {
	title := c.terms.ShareHead
	if allYes(rows) {
		title = c.terms.ShareYes
	}
	if s := c.batterySurvey(); s != nil && s.Period != "" {
		return title + ", " + whole(s.Period)
	} else if s != nil && s.Year > 0 {
		return title + ", " + strconv.Itoa(s.Year)
	}
	return title
}

// batterySurvey is the survey that all measures are of, nil when they are of several.
func (c *canvas) batterySurvey() *content.Survey {
	s := c.Measures[0].Figure.Survey
	for _, m := range c.Measures {
		if m.Figure.Survey != s {
			return nil
		}
	}
	return s
}

// batteryHeads writes the heads of names, axis and counts, and returns the height of the rule below
// them. A head of names that would meet the axis' words has lines of its own above them.
func (c *canvas) batteryHeads(rows []shareRow, axis box) (rule fonts.Pt) {
	face := font(c.Medium, batteryHead)
	title := c.sharesTitle(rows)
	rule = batteryRule.Pt()
	zero := axis.x - c.set.Width(c.percentText(0), face)/2 - fonts.Mm(1.5).Pt()
	if c.set.Width(title, face) > zero {
		step := fonts.Pt(batteryHead * batteryHeadLine)
		for i, l := range c.wrap(title, face, c.width) {
			c.label(l, face, c.Secondary, 0, ascending*batteryHead+step*fonts.Pt(i), vector.Left)
			rule += step
		}
	} else {
		c.label(title, face, c.Secondary, 0, rule-batteryHeadRise.Pt(), vector.Left)
	}
	head := c.sharesHead(rows)
	c.label(head, face, c.Secondary, c.width, rule-batteryHeadRise.Pt(), vector.Right)
	free := c.width - c.set.Width(head, face) - fonts.Mm(1.5).Pt()
	for p := 0; p <= 100; p += axisStep(axis) {
		x := axis.x + axis.w*fonts.Pt(p)/100
		if x+c.set.Width(c.percentText(p), face)/2 < free {
			c.label(c.percentText(p), face, c.Secondary, x, rule-batteryHeadRise.Pt(),
				vector.Center)
		}
	}
	return rule
}

// percentText is a mark of an axis: "25 %".
func (c *canvas) percentText(p int) string { return c.locale.Int(p) + "\u00a0%" }

// batteryGrid draws the lines of the axis through the rows; they give way to values.
func (c *canvas) batteryGrid(axis box, rule fonts.Pt, rows []placedShare) {
	for p := 0; p <= 100; p += axisStep(axis) {
		x := axis.x + axis.w*fonts.Pt(p)/100
		from, to := rule, rule
		line := func() {
			if to > from {
				c.rule(x, from, x, to, fonts.Mm(0.25).Pt(), c.Line)
			}
		}
		for _, r := range rows {
			knock := batteryKnock.Pt()
			if r.top > to || x > r.valueX-knock && x < r.valueX+r.width+knock {
				line()
				from = r.top
				if x > r.valueX-knock && x < r.valueX+r.width+knock {
					from = r.bottom
				}
			}
			to = max(from, r.bottom)
		}
		line()
	}
}

// shareMarks draws the interval, the dots and the numbers of a row. A withheld share is a colon,
// without dot and interval.
func (c *canvas) shareMarks(r placedShare, axis box) {
	color := c.BarPlain
	if r.outside {
		color = c.Highlight
	}
	at := func(p float64) fonts.Pt { return axis.x + axis.w*fonts.Pt(p) }
	if r.banded {
		b := box{at(r.low), r.middle - batteryBand.Pt()/2, at(r.high) - at(r.low), batteryBand.Pt()}
		round := min(b.h, b.w) / 2
		c.fill(vector.RoundRect(b.x, b.y, b.w, b.h, round, round, round, round),
			mixed(color, c.White, batteryPale, batteryPale+1))
	}
	if _, base, ok := r.now.Value(); ok && base > 0 {
		c.fill(vector.Circle(at(length(r.now)), r.middle, batteryDot.Pt()), color)
	}
	if _, base, ok := r.then.Value(); ok && base > 0 && r.before != 0 {
		c.pic.AddShape(vector.Circle(at(length(r.then)), r.middle,
			(batteryHollow-batteryOutline/2).Pt()),
			vector.Paint{Fill: &c.White, Stroke: &color, Width: batteryOutline.Pt()})
	}
	c.label(r.value, font(c.Bold, batteryValue), c.textColor(r.outside), r.valueX,
		r.middle+middle*batteryValue, vector.Left)
	c.label(r.count, font(c.Body, batteryCount), c.Ink, c.width,
		r.middle+middleMixed*batteryCount, vector.Right)
}

// batteryList writes rows without an axis, which has no room: the name, the share, the count, the
// earlier share.
func (c *canvas) batteryList(rows []shareRow) {
	list := listing{canvas: c}
	for i, r := range rows {
		if i > 0 {
			list.y += nameRoom.Pt()
		}
		value, count := c.shareValue(r)
		list.write(r.label, font(c.nameFace(r.outside), batteryName), c.Ink)
		list.write(value, font(c.Bold, batteryValue), c.textColor(r.outside))
		list.write(count, font(c.Regular, changeShare), c.Ink)
		if r.before != 0 {
			then := strconv.Itoa(r.before) + ": " + r.then.Percent(0).Text(c.locale.Percent)
			list.write(then, font(c.Regular, changeShare), c.Secondary)
		}
	}
	c.pic.Height = list.y + descending*batteryValue
}

// batteryNote says which dots are which year, what the band is, and what the accent means, as far
// as there is such a thing in the chart.
func (c *canvas) batteryNote() string {
	rows := picked(c.shared.rowsOfShares(c), c.From, c.To)
	var notes []string
	var before []int // the earlier years
	some := func(is func(r shareRow) bool) bool { return slices.ContainsFunc(rows, is) }
	for _, r := range rows {
		if r.compared() && !slices.Contains(before, r.before) {
			before = append(before, r.before)
		}
	}
	if s := c.batterySurvey(); s != nil && len(before) > 0 {
		notes = append(notes, c.terms.FilledNote(s.Year))
	}
	if len(before) == 1 {
		notes = append(notes, c.terms.HollowNote(before[0]))
	}
	if some(func(r shareRow) bool { return r.banded }) {
		notes = append(notes, c.terms.Band)
	}
	if some(func(r shareRow) bool { return r.outside }) {
		notes = append(notes, c.accentNote())
	}
	return strings.Join(notes, " ")
}

// accentNote says what the accent means. It is called red where a brand's is.
func (c *canvas) accentNote() string {
	if red(c.Highlight) {
		return c.terms.RedChange
	}
	return c.terms.MarkedChange
}

// red says whether people call a colour red: strong, and of a hue that is nearly that of red light.
func red(color vector.Color) bool {
	r, g, b := int(color.R), int(color.G), int(color.B)
	most, least := max(r, g, b), min(r, g, b)
	return r == most && 2*(most-least) > most && 4*max(g-b, b-g) < most-least
}

// describeShares gives the rows in words.
func (c *canvas) describeShares() string {
	rows := picked(c.shared.rowsOfShares(c), c.From, c.To)
	compared := slices.ContainsFunc(rows, func(r shareRow) bool { return r.before != 0 })
	c.chart.Head = c.sharesNumbersHead(rows, compared)
	var parts []string
	for _, r := range rows {
		c.chart.Shows = append(c.chart.Shows, r.figure)
		numbers := append([]string{whole(r.label)}, c.numbers(r.now, 0)...)
		said := whole(r.label) + " " + c.said(r.now, 0)
		if r.now.Published() && !r.now.Few() {
			said += " (" + r.now.OutOf(c.locale) + ")"
		}
		switch {
		case r.before != 0:
			said += ", " + strconv.Itoa(r.before) + " " + c.said(r.then, 0)
			numbers = append(append(numbers, c.numbers(r.then, 0)...),
				r.now.Since(r.then).Text(c.locale.Signed))
		case compared:
			numbers = append(numbers, c.terms.NotGiven, c.terms.NotGiven, c.terms.NotGiven)
		}
		if r.outside {
			said += " (" + c.terms.OutsideMargin + ")"
		}
		parts = append(parts, said)
		c.chart.Numbers = append(c.chart.Numbers, numbers)
	}
	if c.Title == "" {
		parts[0] = c.sharesTitle(rows) + ": " + parts[0]
	}
	return strings.Join(parts, "; ")
}

// sharesNumbersHead is the head of the numbers of a battery, with the years of those that are
// compared.
func (c *canvas) sharesNumbersHead(rows []shareRow, compared bool) []string {
	if !compared {
		return []string{c.terms.Question, c.terms.Number, c.terms.PercentHead}
	}
	in := func(head string, year func(r shareRow) int) string {
		var years []string
		for _, r := range rows {
			if y := strconv.Itoa(year(r)); r.before != 0 && !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
		return head + " " + strings.Join(years, ", ")
	}
	now := func(r shareRow) int { return r.figure.Survey.Year }
	then := func(r shareRow) int { return r.before }
	return []string{c.terms.Question, in(c.terms.Number, now), in(c.terms.PercentHead, now),
		in(c.terms.Number, then), in(c.terms.PercentHead, then), c.terms.Change}
}
