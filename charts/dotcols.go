package charts

import (
	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures of columns of dots. Everything is counted in pitches, from dot to dot: a column is three
// dots wide, four where the tallest holds over so many.
const (
	columnWide                = 3
	columnWider               = 4
	columnMany                = 27
	columnPitch      fonts.Mm = 3.7
	columnPitchMost  fonts.Mm = 5   // in more than half a page's width
	columnDot                 = 0.4 // radius, of a pitch
	columnApart               = 0.4 // least space between columns, of a pitch
	columnSlotShare           = 0.6 // of a slot that a column takes as it grows
	columnHeight     fonts.Mm = 82  // in all
	columnHalf       fonts.Mm = 66  // the same in half a page's width
	columnToName     fonts.Mm = 4.4 // from the axis to the first baseline below it
	columnFoot       fonts.Mm = 1.1 // below the last
	columnValue      fonts.Pt = 12
	columnValueLeast fonts.Pt = 10 // of counts that would else have no room
)

// dotcols draws standing columns of dots, a dot a person, in natural order: the share above each
// column, the name under the axis. The dots of a column begin at its lower left corner.
func (c *canvas) dotcols() error {
	f := c.Figures[0]
	rows := c.rowsOf(f)
	slot := c.width / fonts.Pt(len(rows))
	values, size, ok := c.columnValues(rows, slot-fonts.Mm(1).Pt())
	if !ok {
		return &noRoom{"values are wider than the columns' slots"}
	}
	names, count, err := c.standingNames(rows, slot)
	if err != nil {
		return err
	}
	leading := standingName * standingLeading
	foot := (columnToName + columnFoot).Pt() + leading*fonts.Pt(count-1)
	head := columnValue + standingOffset.Pt()
	if c.few(f) {
		head += standingSecond * standingLeading
	}
	most := 0
	for _, r := range rows {
		most = max(most, r.count())
	}
	wide, pitch, ok := c.columns(most, slot, c.columnRoom()-head-foot)
	if !ok {
		return &noRoom{"there are more dots than the columns have room for"}
	}
	base := head + pitch*fonts.Pt((most+wide-1)/wide)
	c.chart.Zero, c.chart.DotIsPerson = base, most > 0
	c.pic.Height = base + foot
	for i, r := range rows {
		center := slot * (fonts.Pt(i) + 0.5)
		top := c.column(r, anyHighlighted(rows), wide, pitch, center, base)
		y := top - standingOffset.Pt()
		if s := c.second(r); s != "" {
			c.label(s, font(c.Medium, standingSecond), c.Secondary, center, y, vector.Center)
			y -= standingSecond * standingLeading
		}
		c.label(values[i], font(c.Bold, size), c.textColor(r.highlight), center, y, vector.Center)
		for k, l := range names[i] {
			c.label(l, font(c.nameFace(r.highlight), standingName), c.Ink, center,
				base+columnToName.Pt()+leading*fonts.Pt(k), vector.Center)
		}
	}
	c.rule(0, base, c.width, base, fonts.Mm(0.35).Pt(), c.Ink)
	return nil
}

// columnRoom is how high columns with all their words may be, lower in half a page.
func (c *canvas) columnRoom() fonts.Pt {
	room := columnHeight.Pt()
	if c.width < halfPage.Pt() {
		room = columnHalf.Pt()
	}
	if room -= c.above; c.height > 0 {
		room = min(room, c.height)
	}
	return room
}

// columnValues is what is written above the columns, and in what size. Where few answered the counts
// lead, "9 av 24"; where there is no room for that, they stand alone, since the caption tells the
// base.
func (c *canvas) columnValues(rows []row, room fonts.Pt) (values []string, size fonts.Pt, ok bool) {
	counts := make([]string, len(rows))
	for i, r := range rows {
		values = append(values, c.value(r))
		if counts[i] = values[i]; r.share.Few() {
			counts[i] = r.share.Count().Text(c.locale.Decimal)
		}
	}
	for _, size := range []fonts.Pt{columnValue, columnValueLeast} {
		for _, texts := range [][]string{values, counts} {
			if c.widest(texts, font(c.Bold, size)) <= room {
				return texts, size, true
			}
		}
	}
	return nil, 0, false
}

// columns is how many dots wide the columns are and how far their dots are apart, so that they have
// room in their slots and in a height. They are of the size of the design; in a figure of more than
// half a page's width larger, as far as there is room, and nowhere smaller than a chart may shrink.
func (c *canvas) columns(most int, slot, height fonts.Pt) (wide int, pitch fonts.Pt, ok bool) {
	wides := []int{columnWide, columnWider}
	if most > columnMany {
		wides = []int{columnWider, columnWide}
	}
	for _, wide := range wides {
		pitch := columnPitch.Pt()
		if c.width >= halfPage.Pt() {
			pitch = max(pitch, min(columnPitchMost.Pt(), slot*columnSlotShare/fonts.Pt(wide)))
		}
		pitch = min(pitch, slot/(fonts.Pt(wide)+columnApart))
		if most > 0 {
			pitch = min(pitch, height/fonts.Pt((most+wide-1)/wide))
		}
		if pitch >= mostShrink*columnPitch.Pt() {
			return wide, pitch, true
		}
	}
	return 0, 0, false
}

// column draws the dots of a row as one shape, and says where they end above. A withheld row has
// none.
func (c *canvas) column(r row, highlighted bool, wide int, pitch, center, base fonts.Pt) fonts.Pt {
	n := r.count()
	if n == 0 {
		return base
	}
	path := make(vector.Path, 0, n*vector.CircleSegments)
	left := center - pitch*fonts.Pt(wide)/2
	for i := range n {
		path.AddCircle(left+pitch*(fonts.Pt(i%wide)+0.5), base-pitch*(fonts.Pt(i/wide)+0.5),
			pitch*columnDot)
	}
	c.fill(path, c.barColor(highlighted, r))
	return base - pitch*fonts.Pt((n+wide-1)/wide)
}
