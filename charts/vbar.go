package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures of vertical bars.
const (
	standingShare            = 0.66 // of a slot
	standingMost    fonts.Mm = 18.0
	standingHeight  fonts.Mm = 76.0 // in all
	standingHalf    fonts.Mm = 60.0 // the same in half a page's width
	halfPage        fonts.Mm = 90.0 // is narrower than this
	standingFoot    fonts.Mm = 10.0 // under the axis, for two lines
	standingOffset  fonts.Mm = 1.7  // from a bar to its value
	standingName    fonts.Pt = 8.4
	standingValue   fonts.Pt = 14
	standingSecond  fonts.Pt = 8.4
	standingLeading          = 1.22
	standingLines            = 4 // of a name, at most
)

// standing is the height of vertical bars, lower in half a page.
func (c *canvas) standing() fonts.Pt {
	height := c.taller(standingHeight)
	if c.width < halfPage.Pt() {
		height = c.taller(standingHalf) - c.above
	}
	if c.height > 0 {
		height = max(mostShrink*height, min(height, c.height))
	}
	return height
}

// standingNames breaks the names below bars or columns in slots of a width, and says how many lines
// the longest needs.
func (c *canvas) standingNames(rows []row, slot fonts.Pt) (names [][]string, most int, err error) {
	names, most = make([][]string, len(rows)), 1
	room := slot - fonts.Mm(1.4).Pt()
	for i, r := range rows {
		nameFont := font(c.nameFace(r.highlight), standingName)
		if c.set.Narrowest(r.short, nameFont) > room {
			return nil, 0, &noRoom{"names have words that are wider than their slots"}
		}
		names[i] = c.wrap(r.short, nameFont, room)
		if most = max(most, len(names[i])); most > standingLines {
			return nil, 0, &noRoom{"names need too many lines"}
		}
		if c.widest(names[i], nameFont) > slot-fonts.Mm(1).Pt() {
			return nil, 0, &noRoom{"names are wider than their slots"}
		}
	}
	return names, most, nil
}

// vbar draws vertical bars in natural order, the value above each bar, the name under the axis.
func (c *canvas) vbar() error {
	f := c.Figures[0]
	rows := c.rowsOf(f)
	shares, most := lengths(rows)
	slot := c.width / fonts.Pt(len(rows))
	lines, count, err := c.standingNames(rows, slot)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if c.set.Width(c.value(r), font(c.Bold, standingValue)) > slot-fonts.Mm(1).Pt() {
			return &noRoom{"values are wider than the bars' slots"}
		}
	}
	leading := standingName * standingLeading
	foot := standingFoot.Pt() + leading*fonts.Pt(max(0, count-2))
	head := standingValue + standingOffset.Pt()
	if c.few(f) {
		head += standingSecond * standingLeading
	}
	height := c.standing()
	thickness := min(slot*standingShare, standingMost.Pt())
	boxes, err := barBoxes(shares, most, height-foot-head, thickness, slot, false)
	if err != nil {
		return err
	}
	base := height - foot
	c.chart.Zero = base
	for i, r := range rows {
		center := slot * (fonts.Pt(i) + 0.5)
		top := base
		if b := boxes[i]; b.h > 0 {
			top = base - b.h
			c.fill(box{center - thickness/2, top, thickness, b.h}.standingBar(),
				c.barColor(anyHighlighted(rows), r))
		}
		y := top - standingOffset.Pt()
		if s := c.second(r); s != "" {
			c.label(s, font(c.Medium, standingSecond), c.Secondary, center, y, vector.Center)
			y -= standingSecond * standingLeading
		}
		c.label(c.value(r), font(c.Bold, standingValue), c.textColor(r.highlight), center, y,
			vector.Center)
		for k, l := range lines[i] {
			c.label(l, font(c.nameFace(r.highlight), standingName), c.Ink, center,
				base+fonts.Mm(5.18).Pt()+leading*fonts.Pt(k), vector.Center)
		}
	}
	c.rule(0, base, c.width, base, fonts.Mm(0.35).Pt(), c.Ink)
	c.pic.Height = height
	return nil
}
