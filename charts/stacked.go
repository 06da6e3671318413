package charts

import (
	"slices"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of stacked rows by group.
const (
	stackBar    fonts.Mm = 7.7
	stackRow    fonts.Mm = 11.1
	stackToBar  fonts.Mm = 3.2 // from the head to the first bar
	stackSum    fonts.Pt = 12
	stackLeast  fonts.Mm = 30 // of the bars; below it a table of shades stands for them
	stackWanted fonts.Mm = 70 // of the bars beside names; below it the names stand above
)

// byHighest are the groups of all parts with all of them together among them, those with the
// largest share of high steps first; of a question without such steps, of what is highlighted or of
// its first answer. Those whose share is withheld stand behind the others.
func (c *canvas) byHighest() []groupRow {
	f := c.Figures[0]
	answers := c.highest(f)
	share := func(r groupRow) (float64, bool) {
		s := c.Withheld.Share(r.figure, answers...)
		_, base, ok := s.Value()
		return length(s), ok && base > 0
	}
	rows := append([]groupRow{c.everyone()}, c.groups()...)
	slices.SortStableFunc(rows, func(a, b groupRow) int {
		if by := last(a.residual, b.residual); by != 0 {
			return by
		}
		lengthA, okA := share(a)
		lengthB, okB := share(b)
		if by := last(!okA, !okB); by != 0 || !okA {
			return by
		}
		switch {
		case lengthA > lengthB:
			return -1
		case lengthA < lengthB:
			return 1
		}
		return 0
	})
	return rows
}

// highest are the answers by which rows are sorted.
func (c *canvas) highest(f *content.Figure) []int {
	if _, high := f.Extremes(); f.Kind == content.Scale && len(high) > 0 {
		return high
	}
	if marked := c.pointedOut(f); len(marked) > 0 {
		return marked
	}
	return []int{c.rowsOf(f)[0].index}
}

// stacked draws a bar of 100 % for each group and one for all of them, divided by their answers; the
// sum of the high steps of a scale stands at the right.
func (c *canvas) stacked() error {
	if c.plain {
		c.groupList()
		return nil
	}
	f := c.Figures[0]
	all := c.byHighest()
	_, high := f.Extremes()
	summed := f.Kind == content.Scale && len(high) > 1
	right := fonts.Pt(0)
	if summed {
		head := c.sumHead(f, high, 0, c.terms.SumHigh, font(c.Bold, scaleHead))
		right = groupBetween.Pt() + c.set.Width(head, font(c.Bold, scaleHead))
		for _, r := range all {
			right = max(right, groupBetween.Pt()+c.set.Width(c.highText(r, high),
				font(c.Bold, stackSum)))
		}
	}
	bases := c.widestBase(all)
	lines, names, beside := c.besideRows(all, c.width*groupNames)
	left := names + 2*groupBetween.Pt() + bases
	if beside = beside && c.width-left-right >= stackWanted.Pt(); !beside {
		left = 0
	}
	zone := box{x: left, w: c.width - left - right, h: c.shrunk(stackBar)}
	if zone.w < stackLeast.Pt() {
		return &noRoom{"no room is left for the bars"}
	}
	y, err := c.stackedHead(f, zone)
	if err != nil {
		return err
	}
	if summed {
		y = c.stackedSumHead(f, high, y)
	}
	for i, r := range picked(all, c.From, c.To) {
		if !beside {
			if i > 0 {
				y += nameRoom.Pt()
			}
			y = c.nameAbove(r, y)
		}
		zone.y = y
		if beside {
			center := zone.y + zone.h/2
			c.nameLines(r, lines[c.From+i], 0, center)
			c.writeBase(r.figure, left-groupBetween.Pt(), center+middleMixed*groupBase, vector.Right)
			names := groupName * groupLeading * fonts.Pt(len(lines[c.From+i]))
			y += max(c.shrunk(stackRow), names+fonts.Mm(1.2).Pt())
		} else {
			y += zone.h
		}
		c.stackOf(r, zone)
		if summed {
			c.label(c.highText(r, high), font(c.Bold, stackSum), c.sumOf(f), c.width,
				zone.y+zone.h/2+middle*stackSum, vector.Right)
		}
	}
	c.pic.Height = zone.y + zone.h
	return nil
}

// stackedSumHead names the sums at the right of the bars, above them, and gives the height at which
// the bars begin.
func (c *canvas) stackedSumHead(f *content.Figure, high []int, y fonts.Pt) fonts.Pt {
	face := font(c.Bold, scaleHead)
	baseline := y - stackToBar.Pt()
	text := c.sumHead(f, high, 0, c.terms.SumHigh, face)
	left := box{c.width - c.set.Width(text, face), baseline - scaleHead, c.width, scaleHead * 1.3}
	if slices.ContainsFunc(c.pic.Items, func(it vector.Item) bool {
		return it.Label != nil && c.labelRoom(it.Label).meets(left)
	}) { // names in lines over the whole width
		baseline += scaleHead * groupLeading
		y = baseline + stackToBar.Pt()
	}
	c.label(text, face, c.sumOf(f), c.width, baseline, vector.Right)
	return y
}

// highText is the share of the high steps in a group.
func (c *canvas) highText(r groupRow, high []int) string {
	return c.Withheld.Share(r.figure, high...).Percent(0).Text(c.locale.Percent)
}

// sumOf is the colour of the sum of the high steps.
func (c *canvas) sumOf(f *content.Figure) vector.Color {
	_, high := c.sumColors(f)
	return high
}

// stackOf draws the bar of a group.
func (c *canvas) stackOf(r groupRow, zone box) {
	for _, row := range c.rowsOf(r.figure) {
		c.colon = c.colon || !row.share.Published()
	}
	c.stack(r.figure, zone)
}

// stackedHead draws the names of the answers above the bars, side by side or in lines, and gives
// the height at which the bars begin.
func (c *canvas) stackedHead(f *content.Figure, zone box) (fonts.Pt, error) {
	baseline := fonts.Mm(2.72).Pt()
	names, lefts := c.stepHeads(f, zone)
	if names == nil {
		names, lefts = c.stepHeads(f, box{w: c.width})
	}
	if names == nil {
		key := c.stepKey(f)
		if key > tallestKey.Pt() {
			return 0, &noRoom{"the names of the answers have no room"}
		}
		return key + stackToBar.Pt(), nil
	}
	chips := c.chips(f)
	for i, name := range names {
		chips.draw(i, lefts[i], baseline)
		c.label(name, font(c.Medium, scaleHead), c.Ink, lefts[i]+chips.toText, baseline,
			vector.Left)
	}
	return baseline + stackToBar.Pt(), nil
}

// stackedNote says what the numbers in the bars are.
func (c *canvas) stackedNote() string { return c.groupNote(c.terms.LikertNote(false)) }
