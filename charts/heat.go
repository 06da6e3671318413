package charts

import (
	"strconv"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures of a table of shades: groups down, answers across.
const (
	heatRow     fonts.Mm = 11.1
	heatGap     fonts.Mm = 0.8 // between cells
	heatRound   fonts.Mm = 0.5
	heatValue   fonts.Pt = 9.6
	heatHead    fonts.Pt = 7.8
	heatLeading          = 1.2
	heatCell    fonts.Mm = 9.5  // least width of a cell
	heatWidest  fonts.Mm = 30   // of a cell
	heatToRule  fonts.Mm = 1.8  // from the heads to their rule
	heatFromTop fonts.Mm = 0.8  // from the rule to the first cell
	heatLines            = 3    // of a head; longer ones are numbered
	heatBlocks  fonts.Mm = 7.0  // from a block of columns to the next
	heatNames            = 0.28 // of the width, that a column of names has at most
	heatHatch   fonts.Mm = 1.3  // between the lines of a withheld cell
	heatStroke  fonts.Mm = 0.25
	heatKnock   fonts.Mm = 1.5 // half the room of the colon in such a cell
)

// heatPlan is where a table of shades stands. Where not all answers have room across, they go on in
// further blocks below, each with the groups.
type heatPlan struct {
	rows   []row      // the answers, in the chart's order
	groups []groupRow // of all parts
	lines  [][]string // names of all groups; nil when they stand above their cells
	left   fonts.Pt   // of the cells
	base   fonts.Pt   // right edge of the bases
	cell   fonts.Pt   // from cell to cell
	blocks [][2]int   // from and to of the answers
	most   float64    // the largest share
	shades []vector.Color
	number bool // heads are numbers, and their names stand above
}

// heat draws groups down and answers across, each share as a number in a cell that is darker the
// larger it is.
func (c *canvas) heat() error {
	if c.plain {
		c.groupList()
		return nil
	}
	p := c.shared.heatPlace(c)
	if len(p.blocks) == 0 {
		return &noRoom{"no room is left for the cells"}
	}
	y := fonts.Pt(0)
	if p.number {
		if y = c.heatKey(p); y > tallestKey.Pt() {
			return &noRoom{"the names of the answers have no room"}
		}
	}
	for i, b := range p.blocks {
		if i > 0 {
			y += heatBlocks.Pt()
		}
		y = c.heatBlock(p, p.rows[b[0]:b[1]], b[0], y)
	}
	c.pic.Height = y
	return nil
}

// heatPlace finds the place of names, bases and cells; there are no blocks where these have no room.
func (c *canvas) heatPlace() (p heatPlan) {
	p.rows, p.groups = c.rowsOf(c.Figures[0]), c.groups()
	for _, g := range p.groups {
		for _, r := range c.rowsOf(g.figure) {
			p.most = max(p.most, r.length())
		}
	}
	p.shades = c.shades(heatShades)
	bases := c.widestBase(p.groups)
	lines, names, beside := c.besideRows(p.groups, c.width*heatNames)
	p.base = names + groupBetween.Pt() + bases
	p.left = p.base + groupBetween.Pt()/2
	least := heatCell.Pt()
	if p.lines = lines; !beside || c.width-p.left < least*fonts.Pt(min(len(p.rows), 4)) {
		p.lines, p.left = nil, 0
	}
	room := c.width - p.left
	across := min(len(p.rows), int(room/least))
	if across < 1 || p.lines == nil && across < min(2, len(p.rows)) {
		return p
	}
	count := (len(p.rows) + across - 1) / across
	for i := range count {
		p.blocks = append(p.blocks, [2]int{len(p.rows) * i / count, len(p.rows) * (i + 1) / count})
	}
	across = (len(p.rows) + count - 1) / count
	p.cell = min(room/fonts.Pt(across), heatWidest.Pt())
	for _, r := range p.rows {
		p.number = p.number || c.heatLines(p, r) == nil
	}
	return p
}

// heatFace is how the head of an answer is set.
func (c *canvas) heatFace(r row) vector.Font { return font(c.nameFace(r.highlight), heatHead) }

// heatLines are the lines of an answer's head above its cells; nil when it has no room there.
func (c *canvas) heatLines(p heatPlan, r row) []string {
	room := p.cell - fonts.Mm(1.6).Pt()
	f := c.heatFace(r)
	for _, name := range []string{r.label, r.short} {
		if c.set.Narrowest(name, f) > room {
			continue
		}
		lines := c.wrap(name, f, room)
		if len(lines) <= heatLines && c.widest(lines, f) <= room {
			return lines
		}
	}
	return nil
}

// heatKey writes the names of the answers behind their numbers, and gives the height below them.
func (c *canvas) heatKey(p heatPlan) fonts.Pt {
	f := font(c.Medium, heatHead)
	step := heatHead * fonts.Pt(heatLeading) * 1.1
	x, y := fonts.Pt(0), ascending*fonts.Pt(heatHead)
	for i, r := range p.rows {
		number := strconv.Itoa(i+1) + "\u00a0"
		indent := c.set.Width(number, f) + fonts.Mm(0.8).Pt()
		lines := c.wrap(r.label, f, c.width-indent)
		w := indent + c.widest(lines, f)
		if x > 0 && x+w > c.width {
			x, y = 0, y+step
		}
		c.label(strconv.Itoa(i+1), font(c.Bold, heatHead), c.Ink, x, y, vector.Left)
		for k, l := range lines {
			if k > 0 {
				y += step
			}
			c.label(l, f, c.textColor(r.highlight), x+indent, y, vector.Left)
		}
		x += w + keyGap.Pt()
		if len(lines) > 1 {
			x = c.width + 1 // the next begins a line
		}
	}
	return y + heatHead + fonts.Mm(1).Pt()
}

// heatBlock draws some answers across, below their heads.
func (c *canvas) heatBlock(p heatPlan, rows []row, first int, y fonts.Pt) fonts.Pt {
	y = c.heatHeads(p, rows, first, y) + heatFromTop.Pt()
	for i, g := range picked(p.groups, c.From, c.To) {
		if i > 0 {
			y += heatGap.Pt()
		}
		height := c.shrunk(heatRow - heatGap)
		if p.lines == nil {
			if i > 0 {
				y += nameRoom.Pt() / 2
			}
			y = c.nameAbove(g, y)
		} else {
			lines := p.lines[c.From+i]
			height = max(height, groupName*groupLeading*fonts.Pt(len(lines))+fonts.Mm(1).Pt())
			c.nameLines(g, lines, 0, y+height/2)
			c.writeBase(g.figure, p.base, y+height/2+middleMixed*groupBase, vector.Right)
		}
		shares := c.rowsOf(g.figure)
		for k := range rows {
			cell := box{p.left + p.cell*fonts.Pt(k), y, p.cell - heatGap.Pt(), height}
			c.heatShare(p, cell, shares[first+k])
		}
		y += height
	}
	return y
}

// heatHeads writes the heads of the answers with their last lines at one height, and gives the
// height of the rule below them.
func (c *canvas) heatHeads(p heatPlan, rows []row, first int, y fonts.Pt) fonts.Pt {
	var heads [][]string
	most := 1
	for i, r := range rows {
		lines := []string{strconv.Itoa(first + i + 1)}
		if !p.number {
			lines = c.heatLines(p, r)
		}
		heads, most = append(heads, lines), max(most, len(lines))
	}
	step := heatHead * fonts.Pt(heatLeading)
	last := y + ascending*heatHead + step*fonts.Pt(most-1)
	for i, r := range rows {
		x := p.left + p.cell*fonts.Pt(i) + (p.cell-heatGap.Pt())/2
		for k, l := range heads[i] {
			c.label(l, c.heatFace(r), c.textColor(r.highlight), x,
				last-step*fonts.Pt(len(heads[i])-1-k), vector.Center)
		}
	}
	rule := last + heatToRule.Pt()
	c.rule(0, rule, p.left+p.cell*fonts.Pt(len(rows))-heatGap.Pt(), rule, fonts.Mm(0.35).Pt(), c.Ink)
	return rule
}

// heatShare draws the cell of a share: hatched, with a colon, where it is withheld.
func (c *canvas) heatShare(p heatPlan, b box, r row) {
	f := font(c.Bold, heatValue)
	text := r.share.Percent(0).Text(c.locale.Decimal)
	x, y := b.x+b.w/2, b.y+b.h/2+middle*heatValue
	round := heatRound.Pt()
	path := vector.RoundRect(b.x, b.y, b.w, b.h, round, round, round, round)
	if !r.share.Published() {
		c.colon = true
		c.hatch(b)
		knock := heatKnock.Pt()
		c.fill(vector.Rect(x-knock, b.y+b.h/2-knock*1.4, 2*knock, knock*2.8), c.White)
		c.label(text, f, c.Ink, x, y, vector.Center)
		return
	}
	shade := p.shades[shadeOf(r.length(), p.most, len(p.shades))]
	c.fill(path, shade)
	c.label(text, f, c.on(shade), x, y, vector.Center)
}

// hatch draws slanting lines over a box.
func (c *canvas) hatch(b box) {
	step := heatHatch.Pt()
	var path vector.Path
	for at := step; at < b.w+b.h; at += step { // from the left or lower edge up to the right
		x1, y1 := b.x, b.y+at
		if at > b.h {
			x1, y1 = b.x+at-b.h, b.y+b.h
		}
		x2, y2 := b.x+at, b.y
		if at > b.w {
			x2, y2 = b.x+b.w, b.y+at-b.w
		}
		path = append(path, vector.Line(x1, y1, x2, y2)...)
	}
	c.pic.AddShape(path, vector.Paint{Stroke: &c.Line, Width: heatStroke.Pt()})
	c.pic.AddShape(vector.Rect(b.x, b.y, b.w, b.h),
		vector.Paint{Stroke: &c.Line, Width: heatStroke.Pt()})
}

// heatNote says what the numbers are of.
func (c *canvas) heatNote() string { return c.groupNote(c.terms.OfEach) }
