package charts

import (
	"fmt"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of a change list.
const (
	changeRow       fonts.Mm = 8.7
	changeAiry      fonts.Mm = 11 // of a list of all changes that has few
	fewChanges               = 8
	changeDot       fonts.Mm = 2.15
	changeHollow    fonts.Mm = 0.6 // stroke
	changeConnector fonts.Mm = 1.1
	changeLabel     fonts.Mm = 64.0
	changeToAxis    fonts.Mm = 6.0
	changeColumn    fonts.Mm = 22.0
	changeSize      fonts.Pt = 12 // of a change
	changeName      fonts.Pt = 9
	changeShare     fonts.Pt = 8.4
	changeHead      fonts.Pt = 7.6
	changeToShare   fonts.Mm = 3.45
	shortestAxis    fonts.Mm = 15.0
	changeKnock     fonts.Mm = 0.6 // white around a value that a line of the grid runs through
)

// changeMost are the rows that may be highlighted: the largest rise and the largest fall of those
// that exceed their margins.
func changeMost(lines []trend) (rise, fall int) {
	rise, fall = -1, -1
	for i, l := range lines {
		switch {
		case l.withheld() || l.inside:
		case l.moved().Sign() > 0 && rise < 0:
			rise = i
		case l.moved().Sign() < 0:
			fall = i
		}
	}
	return rise, fall
}

// change draws a list of measures with a hollow dot for last year and a filled one for this year,
// sorted by change.
func (c *canvas) change() error {
	lines, err := c.shared.lines(c)
	if err != nil {
		return err
	}
	lines = c.shared.byChange(c, lines)
	rise, fall := changeMost(lines)
	rows := picked(lines, c.From, c.To)
	above, names, axis := c.changeNames(lines, rows, rise, fall)
	if axis.w < shortestAxis.Pt() {
		if c.plain {
			c.changeList(rows)
			c.changeChance(lines)
			return nil
		}
		return &noRoom{"no room is left for the axis"}
	}
	rule, row := fonts.Mm(5.13).Pt(), c.changeHeight(len(lines))
	bottom := rule
	heights := make([]fonts.Pt, len(rows))
	for i := range rows {
		more := fonts.Pt(len(names[i]))
		if !above {
			more = max(0, more-1)
		}
		heights[i] = row + changeName*leading*more
		bottom += heights[i]
	}
	c.changeGrid(axis, rule, bottom)
	y := rule
	for i, l := range rows {
		middle := y + heights[i]/2
		if above {
			middle = y + heights[i] - row/2
		}
		c.changeRow(l, names[i], axis, middle, row, above, c.From+i == rise || c.From+i == fall)
		y += heights[i]
		c.rule(0, y, c.width, y, fonts.Mm(0.25).Pt(), c.Line)
	}
	c.pic.Height = bottom
	c.changeChance(lines)
	return nil
}

// changeChance adds what may be chance below the last row of a list.
func (c *canvas) changeChance(lines []trend) {
	if !c.last(lines) {
		return
	}
	if shown, _ := c.chance(lines); len(shown) > 0 {
		c.pic.Height = c.drawChance(shown, c.pic.Height)
	}
}

// changeHeight is the height of one of so many rows whose name has a line: few of a list of all
// changes have more air.
func (c *canvas) changeHeight(rows int) fonts.Pt {
	if c.ofAll() && rows <= fewChanges {
		return c.shrunk(changeAiry)
	}
	return c.shrunk(changeRow)
}

// mostChangeLines are the most lines of a name beside its marks, and narrowestName is the least
// room for them; longer names stand above.
const (
	mostChangeLines          = 4
	narrowestName   fonts.Mm = 15
)

// changeNames breaks the names of rows and gives the axis beside them or, where they leave it too
// little or need too many lines, below them.
func (c *canvas) changeNames(lines, rows []trend, rise, fall int) (above bool, names [][]string,
	axis changeAxis) {
	label := min(changeLabel.Pt(), 0.37*c.width)
	axis = c.shared.axis(c, lines, label+changeToAxis.Pt())
	wrap := func(i int, room fonts.Pt) []string {
		f := font(c.nameFace(c.ofAll() || c.From+i == rise || c.From+i == fall), changeName)
		return c.wrap(rows[i].label, f, room)
	}
	above = axis.w < shortestAxis.Pt()
	for i, l := range rows {
		room := min(label, c.changeSpan(l, axis).x-fonts.Mm(2).Pt())
		if above = above || room < narrowestName.Pt(); !above {
			names = append(names, wrap(i, room))
			above = len(names[i]) > mostChangeLines
		}
	}
	if !above {
		return false, names, axis
	}
	names = nil
	for i := range rows {
		names = append(names, wrap(i, c.width))
	}
	left := fonts.Pt(0)
	for _, l := range lines {
		left = max(left, c.set.Width(c.trendValue(l.before()), font(c.Regular, changeShare)),
			c.set.Width(c.trendValue(l.now()), font(c.Semibold, changeShare)))
	}
	return true, names, c.shared.axis(c, lines, left+(changeToShare+1).Pt())
}

// listing writes lines below each other where a chart has no room for its axis.
type listing struct {
	*canvas
	y fonts.Pt // of the last baseline
}

func (l *listing) write(text string, f vector.Font, color vector.Color) {
	for _, line := range l.wrap(text, f, l.width) {
		l.y += 1.3 * f.Size
		l.label(line, f, color, 0, l.y, vector.Left)
	}
}

// changeList writes rows without an axis, which has no room: the name, the two years' values, the
// change.
func (c *canvas) changeList(rows []trend) {
	list := listing{canvas: c}
	for i, l := range rows {
		if i > 0 {
			list.y += nameRoom.Pt()
		}
		list.write(l.label, font(c.Medium, changeName), c.Ink)
		for _, p := range []trendPoint{l.before(), l.now()} {
			value := fmt.Sprintf("%d: %s", p.year, c.trendValue(p))
			list.write(value, font(c.Regular, changeShare), c.Ink)
		}
		text := c.changeText(l) + " " + c.terms.PointsShort
		if l.inside {
			text += insideMark
		}
		list.write(text, font(c.Bold, changeSize), c.changeColor(l, false))
	}
	c.pic.Height = list.y + descending*changeSize
}

// changeNote says which dots are which year.
func (c *canvas) changeNote() string { return c.terms.ChangeNote(c.lastYears()) }

// changeScale is the axis from left to the column of changes, shorter where a value at its right
// end would touch its change.
func (c *canvas) changeScale(lines []trend, left fonts.Pt) changeAxis {
	edge := c.edge(lines)
	axis := changeAxis{box{x: left, w: edge - changeColumn.Pt() - left}, 25, edge}
	for _, l := range lines {
		for axis.top < 100 && max(l.before().percent(), l.now().percent()) > float64(axis.top) {
			axis.top += 25
		}
	}
	for _, l := range lines {
		right := edge - c.set.Width(c.changeText(l),
			font(c.Bold, changeSize)) - fonts.Mm(2).Pt()
		p := max(l.before().percent(), l.now().percent()) / float64(axis.top)
		if l.withheld() {
			p = float64((c.withheldAt(l, axis) - axis.x) / axis.w)
		}
		span := c.changeSpan(l, axis)
		if over := span.x + span.w - right; over > 0 && p > 0 {
			axis.w -= over / fonts.Pt(p)
		}
	}
	return axis
}

// changeSpan is what a row's dots and values take of the width.
func (c *canvas) changeSpan(l trend, axis changeAxis) box {
	if l.withheld() {
		return c.withheldSpan(l, axis)
	}
	first, second := l.before(), l.now()
	firstFont, secondFont := font(c.Regular, changeShare), font(c.Semibold, changeShare)
	if l.moved().Sign() < 0 {
		first, second, firstFont, secondFont = second, first, secondFont, firstFont
	}
	at := func(p trendPoint) fonts.Pt { return axis.at(p.percent()) }
	left := at(first) - changeToShare.Pt() - c.set.Width(c.trendValue(first), firstFont)
	right := at(second) + changeToShare.Pt() + c.set.Width(c.trendValue(second), secondFont)
	return box{x: left, w: right - left}
}

// axisStep is how many per cent are from mark to mark of an axis that ends at a hundred.
func axisStep(axis box) int { return changeAxis{box: axis, top: 100}.step() }

// changeAxis is the axis of a change list: from zero at its left to top per cent at its right, which
// is the next 25 that holds all values.
type changeAxis struct {
	box
	top  int
	edge fonts.Pt // the right edge of the changes
}

// at is where a percentage stands.
func (a changeAxis) at(percent float64) fonts.Pt {
	return a.x + a.w*fonts.Pt(percent)/fonts.Pt(a.top)
}

// step is the distance of the grid's lines in per cent: 25, or more where these would be too close.
func (a changeAxis) step() int {
	wide := func(step int) fonts.Mm { return (a.w * fonts.Pt(step) / fonts.Pt(a.top)).Mm() }
	switch {
	case wide(25) >= 15:
		return 25
	case a.top%50 == 0 && wide(50) >= 12:
		return 50
	}
	return a.top
}

// changeGrid draws the head, the grid and the rule between them.
func (c *canvas) changeGrid(axis changeAxis, rule, bottom fonts.Pt) {
	head := font(c.Medium, changeHead)
	for p := 0; p <= axis.top; p += axis.step() {
		x := axis.at(float64(p))
		c.rule(x, rule, x, bottom, fonts.Mm(0.25).Pt(), c.Line)
		c.label(c.locale.Int(p)+"\u00a0%", head, c.Secondary, x, rule-fonts.Mm(2.4).Pt(),
			vector.Center)
	}
	c.label(c.terms.Change+", "+c.terms.PointsShort, head, c.Secondary, axis.edge,
		rule-fonts.Mm(2.4).Pt(), vector.Right)
	name := font(c.Semibold, changeName)
	if c.ofAll() && c.set.Width(c.terms.ChangedHead, name) < axis.x-fonts.Mm(8).Pt() {
		c.label(c.terms.ChangedHead, name, c.Ink, 0, rule-fonts.Mm(2.4).Pt(), vector.Left)
	}
	c.rule(0, rule, c.width, rule, fonts.Mm(0.35).Pt(), c.Ink)
}

// changeRow draws one measure around the height y.
func (c *canvas) changeRow(l trend, names []string, axis changeAxis, y, row fonts.Pt, above,
	highlight bool) {
	color := c.BarPlain
	if highlight {
		color = c.Highlight
	}
	nameFont := font(c.nameFace(highlight || c.ofAll()), changeName)
	step := fonts.Pt(changeName * leading)
	baseline := y + middle*changeName - step*fonts.Pt(len(names)-1)/2
	if above {
		baseline = y - row/2 - step*fonts.Pt(len(names)) + changeName +
			fonts.Mm(1.5).Pt()
	}
	for i, n := range names {
		c.label(n, nameFont, c.Ink, 0, baseline+step*fonts.Pt(i), vector.Left)
	}
	c.changeMarks(l, axis, y, color)
	c.label(c.changeText(l), font(c.Bold, changeSize), c.changeColor(l, highlight), axis.edge,
		y+middle*changeSize, vector.Right)
	c.mark(l, font(c.Bold, changeSize), axis.edge, y+middle*changeSize)
}

// changeMarks draws the dots of two years and their values, each outside its dot.
func (c *canvas) changeMarks(l trend, axis changeAxis, y fonts.Pt, color vector.Color) {
	if l.withheld() {
		c.changeWithheld(l, axis, y, color)
		return
	}
	at := func(p trendPoint) fonts.Pt { return axis.at(p.percent()) }
	then, now := at(l.before()), at(l.now())
	if d := changeDot.Pt(); max(now-then, then-now) > 2*d {
		from := then + d
		if now < then {
			from = then - d
		}
		c.rule(from, y, now, y, changeConnector.Pt(), color)
	}
	c.changeThen(then, y, color)
	c.fill(vector.Circle(now, y, changeDot.Pt()), color)
	thenX, nowX, thenAlign, nowAlign := then-changeToShare.Pt(), now+changeToShare.Pt(),
		vector.Right, vector.Left
	if now < then {
		thenX, nowX, thenAlign, nowAlign = then+changeToShare.Pt(), now-changeToShare.Pt(),
			vector.Left, vector.Right
	}
	baseline := y + 0.37*changeShare
	c.changeValue(l.before(), axis, font(c.Regular, changeShare), c.Secondary, thenX, baseline,
		thenAlign)
	c.changeValue(l.now(), axis, font(c.Semibold, changeShare), c.Ink, nowX, baseline, nowAlign)
}

// changeValue writes a year's value, on white where a line of the grid runs through it.
func (c *canvas) changeValue(p trendPoint, axis changeAxis, f vector.Font, color vector.Color,
	x, baseline fonts.Pt, align vector.Align) {
	l := vector.Label{Text: c.trendValue(p), Font: f, At: vector.Point{X: x, Y: baseline},
		Align: align}
	room, pad := c.labelRoom(&l), changeKnock.Pt()
	for line := 0; line <= axis.top; line += axis.step() {
		if at := axis.at(float64(line)); at > room.x-pad && at < room.x+room.w+pad {
			c.fill(vector.Rect(room.x-pad, room.y-pad, room.w+2*pad, room.h+2*pad), c.White)
			break
		}
	}
	c.label(l.Text, f, color, x, baseline, align)
}

func (c *canvas) changeThen(x, y fonts.Pt, color vector.Color) {
	c.pic.AddShape(vector.Circle(x, y, (changeDot-changeHollow/2).Pt()),
		vector.Paint{Fill: &c.White, Stroke: &color, Width: changeHollow.Pt()})
}

// changeWithheld draws the dot of the year that is published, the earlier value at its left and
// this year's at its right, whichever is larger; a colon alone where neither is.
func (c *canvas) changeWithheld(l trend, axis changeAxis, y fonts.Pt, color vector.Color) {
	baseline := y + 0.37*changeShare
	x := c.withheldAt(l, axis)
	switch {
	case !l.before().share.Published() && !l.now().share.Published():
		c.label(content.Colon, font(c.Semibold, changeShare), c.Ink, x, baseline, vector.Left)
		return
	case !l.now().share.Published():
		c.changeThen(x, y, color)
	default:
		c.fill(vector.Circle(x, y, changeDot.Pt()), color)
	}
	c.changeValue(l.before(), axis, font(c.Regular, changeShare), c.Secondary,
		x-changeToShare.Pt(), baseline, vector.Right)
	c.changeValue(l.now(), axis, font(c.Semibold, changeShare), c.Ink, x+changeToShare.Pt(),
		baseline, vector.Left)
}

// withheldAt is where the mark of a row stands of which something is withheld.
func (c *canvas) withheldAt(l trend, axis changeAxis) fonts.Pt {
	p := l.now()
	switch {
	case !p.share.Published() && !l.before().share.Published():
		return axis.x + changeToShare.Pt()
	case !p.share.Published():
		p = l.before()
	}
	return axis.at(p.percent())
}

// withheldSpan is changeSpan for such a row.
func (c *canvas) withheldSpan(l trend, axis changeAxis) box {
	x := c.withheldAt(l, axis)
	left := x - changeToShare.Pt() - c.set.Width(c.trendValue(l.before()),
		font(c.Regular, changeShare))
	right := x + changeToShare.Pt() + c.set.Width(c.trendValue(l.now()),
		font(c.Semibold, changeShare))
	return box{x: left, w: right - left}
}

// changeText is a change as it is printed.
func (c *canvas) changeText(l trend) string { return l.change().Text(c.locale.Signed) }
