package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures of small multiples: a panel of lying bars for each group.
const (
	panelGap     fonts.Mm = 6.0 // between panels
	panelBetween fonts.Mm = 7.0 // from a row of panels to the next
	panelToRule  fonts.Mm = 1.8 // from the last line of a head to its rule
	panelToBar   fonts.Mm = 3.4 // from the rule to the first bar
	panelBar     fonts.Mm = 4.2
	panelRow     fonts.Mm = 8.0  // from bar to bar
	panelLeast   fonts.Mm = 44   // width of a panel; below it fewer stand beside each other
	panelZone    fonts.Mm = 12   // that is left for the longest bar beside names
	panelNames            = 0.45 // of a panel, that a column of names has at most
	panelHead    fonts.Pt = 9.6
	panelName    fonts.Pt = 8.4
	panelValue   fonts.Pt = 8.8
	panelAbove   fonts.Mm = 1.2 // from a name above its bar to the bar
	panelRoom    fonts.Mm = 2.0 // from a bar to the next name above its bar
	panelWrapped          = 2   // lines of a name in a panel, unless it is alone in its row
)

// panels is where the panels of small multiples stand. All have one scale, one order of bars and one
// column of names.
type panels struct {
	across int
	width  fonts.Pt
	names  [][]string // of the answers, in the chart's order
	column fonts.Pt   // of names beside bars; 0 when they stand above
	zone   fonts.Pt   // of the longest bar
	most   float64    // share of the longest bar
	tops   []fonts.Pt // of bars below a panel's rule
	height fonts.Pt   // of the bars
}

// multiples draws a panel of lying bars for each group, three in a row where there is room.
func (c *canvas) multiples() error {
	if c.plain {
		c.groupList()
		return nil
	}
	p := c.shared.panelPlace(c)
	y := fonts.Pt(0)
	groups := c.inPart()
	for from := 0; from < len(groups); from += p.across {
		if from > 0 {
			y += c.shrunk(panelBetween)
		}
		some := groups[from:min(from+p.across, len(groups))]
		rule := c.panelHeads(p, some, y)
		for i, g := range some {
			c.panelBars(p, g, (p.width+panelGap.Pt())*fonts.Pt(i), rule)
		}
		y = rule + p.height
	}
	c.pic.Height = y
	return nil
}

// panelPlace finds how many panels have room beside each other, and where their names stand.
func (c *canvas) panelPlace() panels {
	rows := c.rowsOf(c.Figures[0])
	var p panels
	for p.across = panelsAcross; p.across > 0; p.across-- {
		p.width = (c.width - panelGap.Pt()*fonts.Pt(p.across-1)) / fonts.Pt(p.across)
		if p.across > 1 && p.width < panelLeast.Pt() {
			continue
		}
		if c.panelNames(&p, rows) {
			break
		}
	}
	c.panelTops(&p, rows)
	return p
}

// panelNames places the names of the answers, beside their bars or above; not ok where that takes
// too many lines and fewer panels would have more room.
func (c *canvas) panelNames(p *panels, rows []row) bool {
	p.most = 0
	var values fonts.Pt
	for _, g := range c.groups() {
		for _, r := range c.rowsOf(g.figure) {
			p.most = max(p.most, r.length())
			values = max(values, c.set.Width(c.percent(r), font(c.Bold, panelValue)))
		}
	}
	place := func(width fonts.Pt) (names [][]string, widest fonts.Pt, ok bool) {
		ok = true
		for _, r := range rows {
			f := font(c.nameFace(r.highlight), panelName)
			lines := c.wrap(r.short, f, width)
			ok = ok && len(lines) <= panelWrapped && c.set.Narrowest(r.short, f) <= width
			names, widest = append(names, lines), max(widest, c.widest(lines, f))
		}
		return names, widest, ok
	}
	room := p.width - valueOffset.Pt() - values
	names, widest, ok := place(p.width * panelNames)
	if zone := room - widest - groupBetween.Pt(); ok && zone >= panelZone.Pt() {
		p.names, p.column, p.zone = names, widest+groupBetween.Pt(), zone
		return true
	}
	p.names, _, ok = place(p.width)
	p.column, p.zone = 0, max(0, room)
	return ok || p.across == 1
}

// panelTops finds the heights of the bars below a panel's rule.
func (c *canvas) panelTops(p *panels, rows []row) {
	step := panelName * fonts.Pt(groupLeading)
	y := c.shrunk(panelToBar)
	for i := range rows {
		if p.column > 0 {
			pitch := max(c.shrunk(panelRow), step*fonts.Pt(len(p.names[i]))+fonts.Mm(1.2).Pt())
			p.tops = append(p.tops, y+(pitch-c.shrunk(panelRow))/2)
			y += pitch
			continue
		}
		if i > 0 {
			y += c.shrunk(panelRoom)
		}
		y += step*fonts.Pt(len(p.names[i])-1) + ascending*panelName + panelAbove.Pt()
		p.tops = append(p.tops, y)
		y += c.shrunk(panelBar)
	}
	p.height = y
	if p.column > 0 {
		p.height -= c.shrunk(panelRow - panelBar)
	}
}

// panelHeads writes the names of a row of panels with their bases, and the rules below them, which
// stand at one height.
func (c *canvas) panelHeads(p panels, groups []groupRow, y fonts.Pt) (rule fonts.Pt) {
	f, step := font(c.Semibold, panelHead), panelHead*fonts.Pt(groupLeading)
	var all [][]string
	var under []bool // the base stands below the name
	most := 0
	for _, g := range groups {
		room := p.width - c.set.Width(c.base(g.figure), font(c.Regular, groupBase)) -
			groupBetween.Pt()
		lines := c.wrap(g.name, f, max(room, p.width/2))
		below := c.widest(lines, f) > room || c.set.Narrowest(g.name, f) > room
		n := len(lines)
		if below {
			lines = c.wrap(g.name, f, p.width)
			n = len(lines) + 1
		}
		all, under, most = append(all, lines), append(under, below), max(most, n)
	}
	last := y + ascending*panelHead + step*fonts.Pt(most-1)
	rule = last + panelToRule.Pt()
	for i, g := range groups {
		x := (p.width + panelGap.Pt()) * fonts.Pt(i)
		first := last - step*fonts.Pt(len(all[i])-1)
		if under[i] {
			first -= step
			c.writeBase(g.figure, x, last, vector.Left)
		} else {
			c.writeBase(g.figure, x+p.width, last, vector.Right)
		}
		for k, l := range all[i] {
			c.label(l, f, c.Ink, x, first+step*fonts.Pt(k), vector.Left)
		}
		c.rule(x, rule, x+p.width, rule, fonts.Mm(0.35).Pt(), c.Ink)
	}
	return rule
}

// panelBars draws the bars of a group. A withheld share is a colon without a bar.
func (c *canvas) panelBars(p panels, g groupRow, x, rule fonts.Pt) {
	rows := c.rowsOf(g.figure)
	marked, step := anyHighlighted(rows), panelName*fonts.Pt(groupLeading)
	for i, r := range rows {
		b := box{x + p.column, rule + p.tops[i], 0, c.shrunk(panelBar)}
		name := b.y + b.h/2 + middleMixed*panelName - step*fonts.Pt(len(p.names[i])-1)/2
		if p.column == 0 {
			name = b.y - panelAbove.Pt() - step*fonts.Pt(len(p.names[i])-1)
		}
		for k, l := range p.names[i] {
			c.label(l, font(c.nameFace(r.highlight), panelName), c.Ink, x, name+step*fonts.Pt(k),
				vector.Left)
		}
		if r.count() > 0 && p.most > 0 {
			b.w = max(fonts.Mm(0.5).Pt(), p.zone*fonts.Pt(r.length()/p.most))
			c.markOf(g.figure, b.lyingBar(), c.barColor(marked, r))
		}
		c.colon = c.colon || !r.share.Published()
		value := b.x
		if b.w > 0 {
			value += b.w + valueOffset.Pt()
		}
		c.label(c.percent(r), font(c.Bold, panelValue), c.textColor(r.highlight), value,
			b.y+b.h/2+middle*panelValue, vector.Left)
	}
}
