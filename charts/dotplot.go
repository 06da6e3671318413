package charts

import (
	"math"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of a dot plot: one share of each group.
const (
	plotRow     fonts.Mm = 9.5
	plotDot     fonts.Mm = 2.05 // radius
	plotMiddle  fonts.Mm = 5.9  // from the top of a row to its dot
	plotLift    fonts.Mm = 0.8  // from a dot to the value above it
	plotBar     fonts.Mm = 1.0  // height of an interval
	plotValue   fonts.Pt = 8.6
	plotHead    fonts.Pt = 8
	plotAxis    fonts.Pt = 7.6
	plotToAxis  fonts.Mm = 3.0 // from the last row to the words of the axis
	plotLeast   fonts.Mm = 25  // of the axis; below it the shares are written
	plotWanted  fonts.Mm = 45  // of the axis beside names; below it they stand above
	plotDash    fonts.Mm = 1.3
	plotGap     fonts.Mm = 0.9
	plotStroke  fonts.Mm = 0.4
	plotKnock   fonts.Mm = 0.6 // around a value that the dashed line gives way to
	plotHeadGap fonts.Mm = 1.6 // between head and the first row
)

// dotRow is a group with its share.
type dotRow struct {
	groupRow
	share     content.Share
	low, high float64
	banded    bool // it has an interval
	apart     bool // which does not hold the share of all
}

// length is the share, from 0 to 1; 0 where it is withheld.
func (r dotRow) length() float64 { return length(r.share) }

// dotRows are the groups of all parts, the largest share first; those that are withheld, and those
// of nobody, stand behind the others, so that their place says nothing.
func (c *canvas) dotRows() []dotRow {
	answers, _ := c.point()
	count, base, known := c.Withheld.Share(c.Figures[0], answers...).Value()
	var rows []dotRow
	for _, g := range c.groups() {
		r := dotRow{groupRow: g, share: c.Withheld.Share(g.figure, answers...)}
		r.low, r.high, r.banded = c.Withheld.Interval(g.figure, answers...)
		if known && base > 0 && r.banded {
			all := float64(count) / float64(base)
			r.apart = all < r.low || all > r.high
			r.marked = r.apart
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b dotRow) int {
		if by := last(a.residual, b.residual); by != 0 {
			return by
		}
		if by := last(!a.banded, !b.banded); by != 0 || !a.banded {
			return by
		}
		switch d := b.length() - a.length(); {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	return rows
}

// plot is where the rows of a dot plot stand.
type plot struct {
	all       []dotRow // of all parts
	axis      box      // its height is that of the rows
	most      int      // per cent at its end
	step      int
	lines     [][]string // names beside the rows, of all; nil when they stand above
	from      int        // of all, the first that is drawn
	allAt     fonts.Pt   // of the line of all groups
	allShown  bool
	heads     fonts.Pt // height of what stands above the rows
	allText   string
	title     []string
	sameLine  bool
	labelLeft fonts.Pt // of the words above the line
}

func (p plot) at(share float64) fonts.Pt {
	return p.axis.x + p.axis.w*fonts.Pt(share*100/float64(p.most))
}

// dotplot draws one share of each group: a dot with its 95 % interval behind it, and the share of
// all as a dashed line through them.
func (c *canvas) dotplot() error {
	p := c.shared.plotPlace(c)
	p.from = c.From
	if c.plain || p.axis.w < plotLeast.Pt() {
		c.plotList(p)
		return nil
	}
	c.plotHeads(p)
	rows := picked(p.all, c.From, c.To)
	y := p.heads
	var marks []func()
	for i, r := range rows {
		if i > 0 {
			c.rule(0, y, c.width, y, fonts.Mm(0.2).Pt(), c.Line)
		}
		top := y
		if p.lines == nil {
			top = c.nameAbove(r.groupRow, y)
		}
		height := c.plotHeight(p, p.from+i)
		middle := top + plotMiddle.Pt() + (height-c.shrunk(plotRow))/2
		if p.lines != nil {
			c.nameLines(r.groupRow, p.lines[p.from+i], 0, middle)
			c.writeBase(r.figure, c.width, middle+middleMixed*groupBase, vector.Right)
		}
		c.plotShare(p, r, middle)
		marks = append(marks, func() { c.plotMark(p, r, middle) })
		y = top + height
	}
	p.axis.h = y - p.heads
	c.dashes(p)
	for _, mark := range marks {
		mark()
	}
	c.plotScale(p, y)
	return nil
}

// plotHeight is the height of a row below its name, when that stands above.
func (c *canvas) plotHeight(p plot, i int) fonts.Pt {
	height := c.shrunk(plotRow)
	if p.lines != nil {
		names := groupName * groupLeading * fonts.Pt(len(p.lines[i])+1)
		height = max(height, names)
	}
	return height
}

// plotPlace finds the place of names, axis and heads.
func (c *canvas) plotPlace() (p plot) {
	p.all = c.dotRows()
	answers, title := c.point()
	all := c.Withheld.Share(c.Figures[0], answers...)
	p.most, p.step = plotScaleOf(p.all, length(all))
	var rows []groupRow
	for _, r := range p.all {
		rows = append(rows, r.groupRow)
	}
	bases := c.widestBase(rows)
	half := c.set.Width(c.locale.Int(100), font(c.Bold, plotValue)) / 2
	edge := max(plotDot.Pt(), half)
	lines, names, beside := c.besideRows(rows, c.width*groupNames)
	p.axis = box{x: names + groupBetween.Pt() + edge}
	p.axis.w = c.width - bases - groupBetween.Pt() - edge - p.axis.x
	if p.lines = lines; !beside || p.axis.w < plotWanted.Pt() {
		p.lines, p.axis = nil, box{x: edge, w: c.width - 2*edge}
	}
	face := font(c.Bold, plotHead)
	p.allText = strings.ToLower(c.terms.All) + " " + all.Percent(0).Text(c.locale.Percent)
	_, base, known := all.Value()
	if p.allShown = known && base > 0; p.allShown {
		p.allAt = p.at(length(all))
	}
	wide := c.set.Width(p.allText, face)
	p.labelLeft = min(max(0, p.allAt-wide/2), c.width-wide)
	p.title = c.wrap(title, font(c.Medium, plotHead), c.width)
	p.sameLine = !p.allShown || len(p.title) == 1 &&
		c.set.Width(p.title[0], font(c.Medium, plotHead))+groupBetween.Pt() < p.labelLeft
	step := plotHead * fonts.Pt(groupLeading)
	p.heads = ascending*plotHead + step*fonts.Pt(len(p.title)-1) + plotHeadGap.Pt()
	if !p.sameLine {
		p.heads += step
	}
	return p
}

// plotScaleOf is the per cent at the end of the axis, above all intervals and the share of all, and
// between its words.
func plotScaleOf(rows []dotRow, all float64) (most, step int) {
	highest := 100 * all
	for _, r := range rows {
		highest = max(highest, 100*r.length(), 100*r.high)
	}
	switch {
	case highest <= 20:
		step = 5
	case highest <= 40:
		step = 10
	default:
		return 100, 25
	}
	return max(step, step*int(math.Ceil(highest/float64(step)-1e-9))), step
}

// plotHeads writes what the share is of, and the share of all above its line.
func (c *canvas) plotHeads(p plot) {
	step := plotHead * fonts.Pt(groupLeading)
	y := ascending * fonts.Pt(plotHead)
	for i, l := range p.title {
		c.label(l, font(c.Medium, plotHead), c.Secondary, 0, y+step*fonts.Pt(i), vector.Left)
	}
	if p.allShown {
		y = p.heads - plotHeadGap.Pt()
		c.label(p.allText, font(c.Bold, plotHead), c.sumColor(), p.labelLeft, y, vector.Left)
	}
}

// sumColor is the colour of what all groups are together.
func (c *canvas) sumColor() vector.Color { return c.Scale5[len(c.Scale5)-1] }

// plotShare writes the share of a group above its dot.
func (c *canvas) plotShare(p plot, r dotRow, middle fonts.Pt) {
	percent := r.share.Percent(0)
	c.colon = c.colon || !r.share.Published()
	x, y := p.at(r.length()), middle-(plotDot+plotLift).Pt()
	if !r.banded { // no dot: it stands on the axis
		x, y = p.at(0), middle+middleFigures(plotValue)
	}
	c.label(percent.Text(c.locale.Decimal), font(c.Bold, plotValue), c.textColor(r.apart), x, y,
		vector.Center)
}

// middleFigures is how far below a centre line the baseline of figures of a size lies.
func middleFigures(size fonts.Pt) fonts.Pt { return middle * size }

// plotMark draws the interval and the dot of a group.
func (c *canvas) plotMark(p plot, r dotRow, middle fonts.Pt) {
	if !r.banded {
		return
	}
	color, bar := c.BarPlain, c.BarMuted
	if r.apart {
		color, bar = c.Highlight, c.faint(c.Highlight)
	}
	from, to := p.at(r.low), p.at(r.high)
	round := min(plotBar.Pt(), to-from) / 2
	c.fill(vector.RoundRect(from, middle-plotBar.Pt()/2, to-from, plotBar.Pt(), round, round, round,
		round), bar)
	c.markOf(r.figure, vector.Circle(p.at(r.length()), middle, plotDot.Pt()), color)
}

// faint is a colour as pale as a mark may be.
func (c *canvas) faint(color vector.Color) vector.Color {
	const fine = 16
	for part := fine - 1; part > 0; part-- {
		if pale := mixed(color, c.White, part, fine); vector.Contrast(c.White, pale) >= palestStep {
			return pale
		}
	}
	return color
}

// dashes draws the line of all groups through the rows; it gives way to what is written in them.
func (c *canvas) dashes(p plot) {
	if !p.allShown {
		return
	}
	knock := plotKnock.Pt()
	var written []box
	for _, it := range c.pic.Items {
		if it.Label == nil || it.Label.At.Y < p.heads {
			continue
		}
		if b := c.labelRoom(it.Label); p.allAt > b.x-knock && p.allAt < b.x+b.w+knock {
			written = append(written, b)
		}
	}
	dash, gap := plotDash.Pt(), plotGap.Pt()
	end := p.heads + p.axis.h
	for y := p.heads - plotHeadGap.Pt()/2; y < end; y += dash + gap {
		to := min(y+dash, end)
		if !slices.ContainsFunc(written, func(b box) bool {
			return to > b.y-knock && y < b.y+b.h+knock
		}) {
			c.rule(p.allAt, y, p.allAt, to, plotStroke.Pt(), c.sumColor())
		}
	}
}

// plotScale writes the axis below the rows.
func (c *canvas) plotScale(p plot, y fonts.Pt) {
	c.rule(0, y, c.width, y, fonts.Mm(0.2).Pt(), c.Line)
	f := font(c.Regular, plotAxis)
	baseline := y + plotToAxis.Pt() + ascending*plotAxis/2
	end := fonts.Pt(-1)
	for per := 0; per <= p.most; per += p.step {
		text := c.percentText(per)
		w := c.set.Width(text, f)
		x := min(max(0, p.at(float64(per)/100)-w/2), c.width-w)
		if x > end {
			c.label(text, f, c.Secondary, x, baseline, vector.Left)
			end = x + w + fonts.Mm(1.5).Pt()
		}
	}
	c.pic.Height = baseline + descending*plotAxis
}

// plotList writes shares without an axis, which has no room.
func (c *canvas) plotList(p plot) {
	_, title := c.point()
	list := listing{canvas: c}
	list.write(title, font(c.Medium, plotHead), c.Secondary)
	for _, r := range picked(p.all, c.From, c.To) {
		list.y += nameRoom.Pt()
		list.write(r.name, c.groupFace(r.groupRow), c.Ink)
		c.chart.Small = c.chart.Small || c.small(r.figure)
		c.colon = c.colon || !r.share.Published()
		list.write(r.share.Percent(0).Text(c.locale.Percent), font(c.Bold, groupName),
			c.textColor(r.apart))
		list.write(c.base(r.figure), font(c.Regular, groupBase), c.Secondary)
	}
	c.pic.Height = list.y + descending*groupName
}

// dotNote says what the bars behind the dots are and what the accent means.
func (c *canvas) dotNote() string {
	rows := picked(c.dotRows(), c.From, c.To)
	var notes []string
	if slices.ContainsFunc(rows, func(r dotRow) bool { return r.banded }) {
		notes = append(notes, c.terms.Reach)
	}
	if slices.ContainsFunc(rows, func(r dotRow) bool { return r.apart }) {
		note := c.terms.MarkedGroup
		if red(c.Style.Highlight) {
			note = c.terms.RedGroup
		}
		notes = append(notes, note)
	}
	return c.groupNote(notes...)
}

// describeDots gives the share of each group in words, with its interval.
func (c *canvas) describeDots() string {
	answers, title := c.point()
	all := c.Withheld.Share(c.Figures[0], answers...)
	c.chart.Head = []string{c.terms.Group, c.terms.Number, "n", c.terms.PercentHead, "95\u00a0%"}
	add := func(name string, s content.Share, between string) {
		n := c.numbers(s, 0)
		c.chart.Numbers = append(c.chart.Numbers,
			[]string{whole(name), n[0], s.Base().Text(c.locale.Decimal), n[1], between})
	}
	parts := []string{c.terms.All + " " + c.said(all, 0)}
	rows := picked(c.dotRows(), c.From, c.To)
	var groups []groupRow
	for _, r := range rows {
		groups = append(groups, r.groupRow)
		said, between := whole(r.name)+" "+c.said(r.share, 0), c.terms.NotGiven
		if r.banded {
			between = c.between(r)
			said += " (95\u00a0%: " + between + ")"
		}
		parts = append(parts, said)
		add(r.name, r.share, between)
	}
	add(c.terms.All, all, c.terms.NotGiven)
	c.describeBreakdown(groups)
	return strings.TrimSpace(c.groupedBy() + " " + title + ": " + strings.Join(parts, "; "))
}

// between is the interval of a group in whole per cent: "51–65".
func (c *canvas) between(r dotRow) string {
	return c.locale.Int(int(math.Round(100*r.low))) + "–" + c.locale.Int(int(math.Round(100*r.high)))
}
