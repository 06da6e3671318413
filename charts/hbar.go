package charts

import (
	"fmt"
	"slices"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// lying holds the measures of horizontal bars.
type lying struct {
	bar, gap            fonts.Pt
	name, value, count  fonts.Pt // sizes
	nameLeading         fonts.Pt
	column, columnToBar fonts.Pt
}

// denseFrom is how many bars make a list dense.
const denseFrom = 8

const (
	nameColumn   fonts.Mm = 55.0 // for names, at most
	valueOffset  fonts.Mm = 2.2  // from a bar's end to its value
	countColumn  fonts.Mm = 10.0 // for counts and the room before them, at least
	countRoom    fonts.Mm = 4.2  // between the values' zone and the counts
	axisOverhang fonts.Mm = 1.0  // of the axis above and below the bars
	headRoom     fonts.Mm = 3.0  // from the head's baseline to the first bar
	shortestZone fonts.Mm = 22.0 // for the longest bar, or the names move above
	nameRoom     fonts.Mm = 1.9  // from a name to the bar below it
)

func (c *canvas) lying(rows int) lying {
	m := lying{bar: fonts.Mm(7).Pt(), gap: fonts.Mm(4.1).Pt(), name: 9.2, value: 13, count: 10,
		columnToBar: fonts.Mm(5).Pt()}
	if rows >= denseFrom {
		m = lying{bar: fonts.Mm(3.2).Pt(), gap: fonts.Mm(1.4).Pt(), name: 8.4, value: 9.5, count: 9,
			columnToBar: fonts.Mm(5).Pt()}
	}
	m.bar, m.gap = m.bar*fonts.Pt(c.shrink), m.gap*fonts.Pt(c.shrink)
	m.nameLeading = 1.24 * m.name
	m.column = min(nameColumn.Pt(), 0.38*c.width)
	return m
}

// barRow is a row ready to be drawn.
type barRow struct {
	row
	value, count string
	lines        []string // of the name
	height       fonts.Pt
}

// hbar draws horizontal bars: names in a column at the left, or above the bars when one of them
// needs three lines or the column leaves too little to the bars; the value at the bar's end, the
// count in a column of its own. Several questions stand below each other under their names.
func (c *canvas) hbar() error {
	if len(c.Figures) > 1 {
		return c.eachAlone()
	}
	f := c.Figures[0]
	if c.plain {
		all := c.shared.ranked(c, f)
		c.list(c.lying(len(all)), picked(all, c.From, c.To))
		return nil
	}
	b := c.shared.measure(c, f)
	if b.err != nil {
		return b.err
	}
	c.chart.NamesAbove, c.chart.NameColumn = b.column == 0, b.column
	c.paintBars(f, &b)
	return nil
}

// bars is what all rows of a figure decide together, whichever of them are drawn.
type bars struct {
	lying
	rows        []barRow
	boxes       []box
	column      fonts.Pt // of names; 0 when they stand above the bars
	highlighted bool     // one of the rows is
	err         error    // no room
}

// bars measures the rows of a question.
func (c *canvas) bars(f *content.Figure) bars {
	all := c.shared.ranked(c, f)
	m := c.lying(len(all))
	column := c.besides(f, m, all)
	length := c.barZone(f, m, all, column)
	if length < fonts.Mm(10).Pt() {
		return bars{err: &noRoom{"no room is left for the bars"}}
	}
	b := bars{lying: m, column: column, rows: make([]barRow, len(all)),
		highlighted: anyHighlighted(all)}
	shares, most := make([]float64, len(all)), 0.0
	for i, r := range all {
		b.rows[i] = c.barRow(f, m, r, column)
		if w := c.widest(b.rows[i].lines, font(c.nameFace(r.highlight), m.name)); column == 0 &&
			w > c.aboveWidth(f)+1e-6 {
			return bars{err: &noRoom{fmt.Sprintf("%q is wider than the figure", whole(r.label))}}
		}
		shares[i] = r.length()
		most = max(most, shares[i])
	}
	b.boxes, b.err = barBoxes(shares, most, length, m.bar, m.bar+m.gap, true)
	return b
}

// besides is the width of a column of names beside the bars; 0 when the names stand above them.
func (c *canvas) besides(f *content.Figure, m lying, rows []row) fonts.Pt {
	column := c.nameColumn(m, rows)
	if c.NamesAbove || c.barZone(f, m, rows, column) < shortestZone.Pt() {
		return 0
	}
	return column
}

// needAbove says whether the names of one of several questions stand above the bars.
func (c *canvas) needAbove() bool {
	return slices.ContainsFunc(c.Figures, func(f *content.Figure) bool {
		rows := c.rowsOf(f)
		return c.besides(f, c.lying(len(rows)), rows) == 0
	})
}

// list writes rows without bars, which have no room: the name over the whole width, below it the
// value, and the count at the right or, when that has no room beside it, below.
func (c *canvas) list(m lying, rows []row) {
	y := fonts.Pt(0)
	for i, r := range rows {
		if i > 0 {
			y += m.gap
		}
		f := font(c.nameFace(r.highlight), m.name)
		for _, l := range c.wrap(r.label, f, c.width) {
			y += m.nameLeading
			c.label(l, f, c.Ink, 0, y, vector.Left)
		}
		y += 1.25 * m.value
		value, count := font(c.Bold, m.value), font(c.Body, m.count)
		c.label(c.value(r), value, c.textColor(r.highlight), 0, y, vector.Left)
		if c.set.Width(c.value(r), value)+c.set.Width(c.count(r), count)+countRoom.Pt() > c.width {
			y += 1.25 * m.count
		}
		c.label(c.count(r), count, c.Ink, c.width, y, vector.Right)
	}
	c.pic.Height = y + descending*m.value
}

// eachAlone draws several questions below each other, each under its name.
func (c *canvas) eachAlone() error {
	if c.NamesAbove = c.NamesAbove || c.shared.namesAbove(c); !c.NamesAbove {
		for _, figure := range c.Figures { // all begin at one line
			rows := c.rowsOf(figure)
			c.NameColumn = max(c.NameColumn, c.nameColumn(c.lying(len(rows)), rows))
		}
	}
	y, f := fonts.Pt(0), font(c.Semibold, scaleStatement)
	for i, figure := range picked(c.Figures, c.From, c.To) {
		if i > 0 {
			y += (2 * headRoom).Pt()
		}
		for _, l := range c.wrap(statement(figure), f, c.width) {
			y += 1.22 * scaleStatement
			c.label(l, f, c.Ink, 0, y, vector.Left)
		}
		y += nameRoom.Pt()
		one := *c
		one.Figures, one.From, one.To = []*content.Figure{figure}, 0, 0
		one.pic = &vector.Picture{Width: c.width}
		if err := one.hbar(); err != nil {
			return err
		}
		c.pic.Append(one.pic, 0, y)
		y += one.pic.Height
	}
	c.pic.Height = y
	return nil
}

// barZone is what is left for the longest bar beside names, its value and the counts.
func (c *canvas) barZone(f *content.Figure, m lying, rows []row, column fonts.Pt) fonts.Pt {
	counts := c.set.Width(c.countHead(f), font(c.Medium, 7.6))
	var values fonts.Pt
	for _, r := range rows {
		counts = max(counts, c.set.Width(c.count(r), font(c.Body, m.count)))
		values = max(values, c.set.Width(c.value(r), font(c.Bold, m.value)))
	}
	zone := c.width - valueOffset.Pt() - values - max(countColumn.Pt(), counts+countRoom.Pt())
	if column > 0 {
		zone -= column + m.columnToBar
	}
	return zone
}

// aboveWidth is the width of names above their bars: they leave the head of the counts alone.
func (c *canvas) aboveWidth(f *content.Figure) fonts.Pt {
	head := c.set.Width(c.countHead(f), font(c.Medium, 7.6))
	return c.width - max(countColumn.Pt(), head) - countRoom.Pt()
}

// count is what the counts' column says of a row: the percentage when few answered, where the count
// leads.
func (c *canvas) count(r row) string {
	if r.share.Few() {
		return c.percent(r)
	}
	return r.share.Count().Text(c.locale.Decimal)
}

// nameColumn is the width of the names' column, 0 when the names stand above the bars: that of the
// longest, or what bars below each other ask for so that they begin at one line.
func (c *canvas) nameColumn(m lying, rows []row) fonts.Pt {
	var widest fonts.Pt
	for _, r := range rows {
		f := font(c.nameFace(r.highlight), m.name)
		lines := c.wrap(c.name(r), f, m.column)
		widest = max(widest, c.widest(lines, f))
		if len(lines) > 2 || widest > m.column+1e-6 {
			return 0
		}
	}
	return max(widest, min(c.NameColumn, m.column))
}

// name is a row's label, the short one where the figure is narrow.
func (c *canvas) name(r row) string {
	if c.width < fonts.Mm(100).Pt() {
		return r.short
	}
	return r.label
}

func (c *canvas) barRow(f *content.Figure, m lying, r row, column fonts.Pt) barRow {
	b := barRow{row: r, value: c.value(r), count: c.count(r)}
	width := column
	if column == 0 {
		width = c.aboveWidth(f)
	}
	b.lines = c.wrap(c.name(r), font(c.nameFace(r.highlight), m.name), width)
	names := m.nameLeading * fonts.Pt(len(b.lines))
	b.height = max(m.bar, names)
	if len(b.lines) == 1 {
		b.height = m.bar
	}
	if column == 0 {
		b.height = names + nameRoom.Pt() + m.bar
	}
	return b
}

// countHead is the head over the counts; over percentages when few answered, where the counts lead.
func (c *canvas) countHead(f *content.Figure) string {
	if c.few(f) {
		return c.terms.PercentHead
	}
	return c.terms.Answers
}

// paintBars draws the picked rows; the scale is that of all.
func (c *canvas) paintBars(f *content.Figure, all *bars) {
	m, above, left := all.lying, all.column == 0, fonts.Pt(0)
	if !above {
		left = all.column + m.columnToBar
	}
	y := c.barHead(f, above)
	top := y
	for i, r := range picked(all.rows, c.From, c.To) {
		if i > 0 {
			y += m.gap
		}
		b := all.boxes[c.From+i]
		b.x, b.y, b.h = left, y+(r.height-m.bar)/2, m.bar
		if above {
			b.y = y + r.height - m.bar
		}
		if b.w > 0 {
			c.fill(b.lyingBar(), c.barColor(all.highlighted, r.row))
		}
		c.barText(m, r, b, above)
		y += r.height
	}
	if !above {
		c.rule(left, top-axisOverhang.Pt(), left, y+axisOverhang.Pt(), fonts.Mm(0.35).Pt(), c.Ink)
		y += axisOverhang.Pt()
	}
	c.pic.Height = y
}

// barHead draws the head over the counts and gives the top of the first row.
func (c *canvas) barHead(f *content.Figure, above bool) fonts.Pt {
	baseline := fonts.Mm(2.1).Pt()
	top := baseline + headRoom.Pt()
	if above {
		baseline, top = fonts.Mm(2.7).Pt(), 0
	} else {
		c.chart.Lead = top - axisOverhang.Pt()
	}
	c.label(c.countHead(f), font(c.Medium, 7.6), c.Secondary, c.width, baseline, vector.Right)
	return top
}

// barText writes a row's name, value and count.
func (c *canvas) barText(m lying, r barRow, b box, above bool) {
	nameFont := font(c.nameFace(r.highlight), m.name)
	middleY := b.y + b.h/2
	x, align := b.x-m.columnToBar, vector.Right
	baseline := middleY + middleMixed*m.name - m.nameLeading*fonts.Pt(len(r.lines)-1)/2
	if above {
		x, align = 0, vector.Left
		baseline = b.y - nameRoom.Pt() - m.nameLeading*fonts.Pt(len(r.lines)-1)
	}
	for i, l := range r.lines {
		c.label(l, nameFont, c.Ink, x, baseline+m.nameLeading*fonts.Pt(i), align)
	}
	y := middleY + middle*m.value
	c.label(r.value, font(c.Bold, m.value), c.textColor(r.highlight), b.x+b.w+valueOffset.Pt(), y,
		vector.Left)
	c.label(r.count, font(c.Body, m.count), c.Ink, c.width, y, vector.Right)
}
