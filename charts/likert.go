package charts

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of a stacked scale.
const (
	scaleBar    fonts.Mm = 10.0
	scaleToText fonts.Mm = 4.87 // from the rule to the capitals of the first statement
	// from a bar to those of the next: the row gap of 6.2, less the room over capitals
	scaleBarToText  fonts.Mm = 5.57
	scaleStatement  fonts.Pt = 10
	scaleToBar      fonts.Mm = 2.7
	scaleSegmentGap fonts.Mm = 0.7
	scaleSegment    fonts.Pt = 9.5
	scaleSegmentFit fonts.Mm = 2.2 // a segment is at least this much wider than its label
	scaleColumn     fonts.Mm = 24.0
	scaleSum        fonts.Pt = 15
	scaleHead       fonts.Pt = 8
	scaleMinWidth   fonts.Mm = 120 // below this the margins are narrower
	scaleChip       fonts.Mm = 2.8
	scaleChipText   fonts.Mm = 4.2 // from a chip's left edge to its name
)

// statement is what a row of the block says.
func statement(f *content.Figure) string {
	if f.Title != "" {
		return f.Title
	}
	return f.Question
}

// byHighSum sorts statements by the share of their high steps, the largest first; those whose share
// is withheld stand last, in the author's order.
func byHighSum(figures []*content.Figure, w content.Withheld) []*content.Figure {
	sorted := slices.Clone(figures)
	slices.SortStableFunc(sorted, func(a, b *content.Figure) int {
		_, ha := a.Extremes()
		_, hb := b.Extremes()
		countA, baseA, okA := w.Share(a, ha...).Value()
		countB, baseB, okB := w.Share(b, hb...).Value()
		switch {
		case !okA && !okB:
			return 0
		case !okA:
			return 1
		case !okB:
			return -1
		}
		return countB*baseA - countA*baseB
	})
	return sorted
}

// statements are the questions of the part that is drawn, in the chart's order.
func (c *canvas) statements() []*content.Figure {
	figures := c.Figures
	if c.Form == Likert {
		figures = c.shared.byHighSum(c)
	}
	return picked(figures, c.From, c.To)
}

// likert draws statements as stacked bars of 100 %, the sums of the low and high steps in the
// margins.
func (c *canvas) likert() error {
	figures := c.statements()
	if c.shared.scales(c) > 1 {
		return &noRoom{"the statements are on several scales"}
	}
	column := scaleColumn.Pt()
	if c.width < scaleMinWidth.Pt() {
		column = (scaleColumn * 0.75).Pt()
	}
	zone := box{x: column, w: c.width - 2*column, h: c.shrunk(scaleBar)}
	if zone.w < fonts.Mm(30).Pt() {
		return &noRoom{"no room is left for the bars"}
	}
	y, err := c.likertHead(figures[0], zone)
	if err != nil {
		return err
	}
	f := font(c.Semibold, scaleStatement)
	for i, figure := range figures {
		y += c.shrunk(scaleToText)
		if i > 0 {
			y += c.shrunk(scaleBarToText - scaleToText)
		}
		if len(c.Figures) > 1 {
			lines := c.wrap(statement(figure), f, c.width-column)
			for k, l := range lines {
				if c.set.Width(l, f) > c.width-column+1e-6 {
					return &noRoom{fmt.Sprintf("%q is wider than the figure", l)}
				}
				c.label(l, f, c.Ink, zone.x, y+fonts.Mm(3.53+4.3*float64(k)).Pt(), vector.Left)
			}
			y += (3.53 + 4.3*fonts.Mm(len(lines)-1) + scaleToBar).Pt()
		}
		zone.y = y
		c.stack(figure, zone)
		c.sums(figure, zone)
		y += zone.h
	}
	c.pic.Height = y
	return nil
}

// likertNote says what the numbers in the bars and beside them are.
func (c *canvas) likertNote() string { return c.terms.LikertNote() }

// stepColors are the colours of a figure's rows: the scale's, and a pale grey for residual answers.
func (c *canvas) stepColors(f *content.Figure) []vector.Color {
	var colors []vector.Color
	switch n := len(f.ScaleSteps()); n {
	case 3:
		colors = slices.Clone(c.Scale3)
	case 4:
		colors = append(slices.Clone(c.Scale5[:2]), c.Scale5[3:]...)
	case 5:
		colors = slices.Clone(c.Scale5)
	default:
		for i := range n {
			colors = append(colors, between(c.Scale5, i, n-1))
		}
	}
	for len(colors) < len(f.Answers) {
		colors = append(colors, c.Line)
	}
	return colors
}

// between is the colour at i of n steps from the first to the last of a row of colours, mixed of
// the two that it lies between, on the screen and in each ink.
func between(colors []vector.Color, i, n int) vector.Color {
	if n <= 0 {
		return colors[0]
	}
	last := len(colors) - 1
	k := min(i*last/n, last-1)
	rest := i*last - k*n // of n
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(n-rest) + int(b)*rest) / n) }
	a, b := colors[k], colors[k+1]
	switch rest {
	case 0:
		return a
	case n:
		return b
	}
	return vector.Color{Name: a.Name + "/" + b.Name, R: mix(a.R, b.R), G: mix(a.G, b.G),
		B: mix(a.B, b.B), C: mix(a.C, b.C), M: mix(a.M, b.M), Y: mix(a.Y, b.Y), K: mix(a.K, b.K)}
}

// stack draws one bar. Segments meet at the true shares; half of the gap is taken from each side of
// a boundary, so that the bar is as long for every statement.
func (c *canvas) stack(f *content.Figure, zone box) {
	rows, colors := rowsOf(f, c.Withheld), append(c.stepColors(f), c.Line)
	counts, total, last := pieces(rows, c.Withheld.Answered(f)), 0, 0
	for i, n := range counts {
		if total += n; n > 0 {
			last = i
		}
	}
	gap, before := scaleSegmentGap.Pt(), 0
	labelFont := font(c.Bold, scaleSegment)
	at := func(count int) fonts.Pt {
		return zone.x +
			zone.w*fonts.Pt(float64(count)/float64(total))
	}
	for i, n := range counts {
		if n == 0 {
			continue
		}
		left, right := at(before), at(before+n)
		if before > 0 {
			left += gap / 2
		}
		if i < last {
			right -= gap / 2
		}
		before += n
		right = max(right, left+fonts.Mm(0.2).Pt())
		c.fill(vector.Rect(left, zone.y, right-left, zone.h), colors[i])
		text := content.Colon
		if i < len(rows) {
			text = c.piece(rows[i])
		}
		if right-left >= c.set.Width(text, labelFont)+scaleSegmentFit.Pt() {
			c.label(text, labelFont, c.on(colors[i]), (left+right)/2,
				zone.y+zone.h/2+middle*scaleSegment, vector.Center)
		}
	}
}

// pieces are the counts by which a bar is divided: one for each row, nothing for a withheld one,
// and last all that is withheld together, which is the whole bar when even the base is.
func pieces(rows []row, base content.Shown) []int {
	var counts []int
	published, withheld := 0, false
	for _, r := range rows {
		counts = append(counts, r.count())
		published += r.count()
		withheld = withheld || !r.share.Published()
	}
	n, open := base.Value()
	switch {
	case !open:
		return append(counts, 1)
	case withheld:
		return append(counts, int(n.Units)-published)
	}
	return append(counts, 0)
}

// piece is what stands in a row's part of the bar: its percentage, or its count when few answered.
func (c *canvas) piece(r row) string {
	if r.share.Few() {
		return r.share.Count().Text(c.locale.Decimal)
	}
	return r.share.Percent(0).Text(c.locale.Decimal)
}

// on is the text colour that is best read on a ground.
func (c *canvas) on(ground vector.Color) vector.Color {
	if vector.Contrast(c.White, ground) > vector.Contrast(c.Ink, ground) {
		return c.White
	}
	return c.Ink
}

// sums writes the sums of the low and high steps, computed from the counts.
func (c *canvas) sums(f *content.Figure, zone box) {
	low, high := f.Extremes()
	write := func(answers []int, color vector.Color, x fonts.Pt, align vector.Align) {
		if len(answers) == 0 {
			return
		}
		share := c.Withheld.Share(f, answers...)
		percent := share.Percent(0).Text(c.locale.Percent)
		y := zone.y + zone.h/2 + middle*scaleSum
		if share.Few() {
			c.label(share.OutOf(c.locale), font(c.Bold, 11), color, x, y-fonts.Mm(1.6).Pt(), align)
			c.label(percent, font(c.Medium, scaleHead), c.Secondary, x, y+fonts.Mm(2.2).Pt(), align)
			return
		}
		c.label(percent, font(c.Bold, scaleSum), color, x, y, align)
	}
	write(low, c.Scale5[0], 0, vector.Left)
	write(high, c.Scale5[len(c.Scale5)-1], c.width, vector.Right)
}

// likertHead draws the names of the steps over a rule and gives the rule's height. Where the names
// do not fit side by side, they stand above in a key of as many lines as they need.
func (c *canvas) likertHead(f *content.Figure, zone box) (rule fonts.Pt, err error) {
	baseline := fonts.Mm(2.72).Pt()
	names, lefts := c.stepHeads(f, zone)
	if names == nil {
		key := c.stepKey(f)
		if key > tallestKey.Pt() {
			return 0, &noRoom{"the names of the steps have no room"}
		}
		baseline += key
	}
	rule = baseline + fonts.Mm(1.8).Pt()
	low, high := f.Extremes()
	head := font(c.Bold, scaleHead)
	c.label(c.sumHead(f, low, len(low)-1, c.terms.SumLow, head), head, c.Scale5[0], 0, baseline,
		vector.Left)
	c.label(c.sumHead(f, high, 0, c.terms.SumHigh, head), head, c.Scale5[len(c.Scale5)-1], c.width,
		baseline, vector.Right)
	for i, color := range c.stepColors(f)[:len(names)] {
		c.chip(lefts[i], baseline, color)
		c.label(names[i], font(c.Medium, scaleHead), c.Ink, lefts[i]+scaleChipText.Pt(), baseline,
			vector.Left)
	}
	c.rule(0, rule, c.width, rule, fonts.Mm(0.35).Pt(), c.Ink)
	return rule, nil
}

// chip draws a step's colour before its name.
func (c *canvas) chip(x, baseline fonts.Pt, color vector.Color) {
	chip, r := scaleChip.Pt(), fonts.Mm(0.5).Pt()
	c.fill(vector.RoundRect(x, baseline-fonts.Mm(2.4).Pt(), chip, chip, r, r, r, r), color)
}

const (
	tallestKey fonts.Mm = 90  // of the names of a scale's steps; above it bars stand for the scale
	keyGap     fonts.Mm = 4   // between two names in the key
	keyLeading fonts.Mm = 4   // from line to line
	keyRoom    fonts.Mm = 2.4 // below the key
)

// stepKey draws the names of the steps after each other, each behind its colour, over as many lines
// as they need, and gives the key's height.
func (c *canvas) stepKey(f *content.Figure) fonts.Pt {
	x, y := fonts.Pt(0), fonts.Mm(2.72).Pt()
	face, colors := font(c.Medium, scaleHead), c.stepColors(f)
	for i, r := range rowsOf(f, c.Withheld) {
		lines := c.wrap(c.name(r), face, c.width-scaleChipText.Pt())
		w := scaleChipText.Pt() + c.widest(lines, face)
		if x > 0 && x+w > c.width {
			x, y = 0, y+keyLeading.Pt()
		}
		c.chip(x, y, colors[i])
		for k, l := range lines {
			if k > 0 {
				y += keyLeading.Pt()
			}
			c.label(l, face, c.Ink, x+scaleChipText.Pt(), y, vector.Left)
		}
		x += w + keyGap.Pt()
	}
	return y + keyRoom.Pt()
}

// sumHead names a sum by its mildest step, "Sum trygt", or plainly when that is too long.
func (c *canvas) sumHead(f *content.Figure, answers []int, mildest int, plain string,
	face vector.Font) string {
	if len(answers) == 0 {
		return plain
	}
	if first, last := f.Answers[answers[0]].Label, f.Answers[answers[len(answers)-1]].Label; len(
		answers) > 1 && isNumber(first) && isNumber(last) {
		return c.terms.Sum + " " + first + "–" + last
	}
	name := f.Answers[answers[mildest]].Label
	if s := f.Answers[answers[mildest]].Short; s != "" {
		name = s
	}
	name, _, _ = strings.Cut(whole(name), " (")
	first, size := utf8.DecodeRuneInString(name)
	text := c.terms.Sum + " " + string(unicode.ToLower(first)) + name[size:]
	if c.set.Width(text, face) > (scaleColumn - 4).Pt() {
		return plain
	}
	return text
}

// isNumber says whether a step is a number of one or two digits, as from 0 to 10.
func isNumber(label string) bool {
	return label != "" && len(label) <= 2 && strings.Trim(label, "0123456789") == ""
}

// stepHeads are the names of the steps and where they stand: each in the middle of its slot, or
// evenly spaced when one is wider than that; nil when they do not fit side by side.
func (c *canvas) stepHeads(f *content.Figure, zone box) (names []string, lefts []fonts.Pt) {
	rows := rowsOf(f, c.Withheld)
	spellings := [][]string{nil, nil}
	for _, r := range rows {
		spellings[0] = append(spellings[0], whole(r.label))
		spellings[1] = append(spellings[1], whole(r.short))
	}
	for _, names = range spellings {
		if lefts, ok := c.placeHeads(names, zone); ok {
			return names, lefts
		}
	}
	return nil, nil
}

func (c *canvas) placeHeads(names []string, zone box) (lefts []fonts.Pt, ok bool) {
	slot, room := zone.w/fonts.Pt(len(names)), fonts.Mm(3).Pt()
	widths, total, fits := make([]fonts.Pt, len(names)), fonts.Pt(0), true
	for i, n := range names {
		widths[i] = scaleChipText.Pt() + c.set.Width(n, font(c.Medium, scaleHead))
		total += widths[i]
		fits = fits && widths[i]+room <= slot
		lefts = append(lefts, zone.x+slot*(fonts.Pt(i)+0.5)-widths[i]/2)
	}
	if fits {
		return lefts, true
	}
	gap := (zone.w - total) / fonts.Pt(max(1, len(names)-1))
	if gap < room {
		return nil, false
	}
	x := zone.x
	for i, w := range widths {
		lefts[i] = x
		x += w + gap
	}
	return lefts, true
}
