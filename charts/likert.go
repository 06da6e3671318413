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
	scaleKey        fonts.Pt = 7.6 // of the letter or number of a step
	scaleKeyInset   fonts.Mm = 0.9 // from the left edge of its part of a bar
	scaleLowered    fonts.Mm = 0.4 // of the number in a bar, for the key above it
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
	low, high := c.margins()
	zone := box{x: low, w: c.width - low - high, h: c.shrunk(scaleBar)}
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
			lines := c.wrap(statement(figure), f, c.width-low)
			for k, l := range lines {
				if c.set.Width(l, f) > c.width-low+1e-6 {
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

// stack draws one bar. Segments meet at the true shares; half of the gap is taken from each side of
// a boundary, so that the bar is as long for every statement.
func (c *canvas) stack(f *content.Figure, zone box) {
	rows, colors := c.rowsOf(f), append(c.stepColors(f), c.Line)
	keys := append(stepKeys(rows), "")
	counts, total, last := pieces(rows, c.Withheld.Answered(f)), 0, 0
	for i, n := range counts {
		if total += n; n > 0 {
			last = i
		}
	}
	gap, before := scaleSegmentGap.Pt(), 0
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
		c.segment(box{left, zone.y, right - left, zone.h}, keys[i], text, c.on(colors[i]))
	}
}

// segment writes into a part of a bar, as far as it has room: the number in its middle, the key of
// the step in its corner.
func (c *canvas) segment(b box, key, text string, color vector.Color) {
	number, small := font(c.Bold, scaleSegment), font(c.Semibold, scaleKey)
	free := b.w - 2*scaleKeyInset.Pt() // for the key
	lowered := scaleLowered.Pt()
	low := b.h < (scaleBar*mostShrink).Pt()-1e-6 // so that the key stands beside the number
	if low {
		lowered = 0
	}
	if wide := c.set.Width(text, number); b.w >= wide+scaleSegmentFit.Pt() {
		c.label(text, number, color, b.x+b.w/2, b.y+b.h/2+middle*scaleSegment+lowered,
			vector.Center)
		if low {
			free = (b.w-wide)/2 - 2*scaleKeyInset.Pt()
		}
	}
	if key != "" && c.set.Width(key, small) <= free {
		c.label(key, small, color, b.x+scaleKeyInset.Pt(),
			b.y+scaleKeyInset.Pt()*0.8+ascending*scaleKey, vector.Left)
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

// piece is what stands in a row's part of the bar: its percentage, or its count when few answered. Of
// groups all are percentages, to be compared, and an asterisk marks those of few.
func (c *canvas) piece(r row) string {
	if r.share.Few() && c.By == nil {
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

// margins are the widths of the columns of sums at the left and the right of the bars: none where
// no statement has two steps on that side to add up.
func (c *canvas) margins() (low, high fonts.Pt) {
	column := scaleColumn.Pt()
	if c.width < scaleMinWidth.Pt() {
		column = (scaleColumn * 0.75).Pt()
	}
	for _, f := range c.Figures {
		l, h := f.Extremes()
		if len(l) > 1 {
			low = column
		}
		if len(h) > 1 {
			high = column
		}
	}
	return low, high
}

// likertNote says what the numbers in the bars and beside them are.
func (c *canvas) likertNote() string {
	low, high := c.margins()
	return c.terms.LikertNote(low+high > 0)
}

// sumColors are the colours of the sums of the low and the high steps: those of the outermost
// steps, or of a scale of one direction quiet and its darkest.
func (c *canvas) sumColors(f *content.Figure) (low, high vector.Color) {
	if f.HowMuch {
		hue := c.oneHue(2)
		return c.Secondary, hue[1]
	}
	return c.Scale5[0], c.Scale5[len(c.Scale5)-1]
}

// sums writes the sums of the low and high steps, computed from the counts. The share of one step
// stands in the bar already.
func (c *canvas) sums(f *content.Figure, zone box) {
	low, high := f.Extremes()
	write := func(answers []int, color vector.Color, x fonts.Pt, align vector.Align) {
		if len(answers) < 2 {
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
	lowColor, highColor := c.sumColors(f)
	write(low, lowColor, 0, vector.Left)
	write(high, highColor, c.width, vector.Right)
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
	lowColor, highColor := c.sumColors(f)
	head := font(c.Bold, scaleHead)
	left, right := c.margins()
	if left > 0 {
		c.label(c.sumHead(f, low, len(low)-1, c.terms.SumLow, head), head, lowColor, 0, baseline,
			vector.Left)
	}
	if right > 0 {
		c.label(c.sumHead(f, high, 0, c.terms.SumHigh, head), head, highColor, c.width, baseline,
			vector.Right)
	}
	chips := c.chips(f)
	for i, name := range names {
		chips.draw(i, lefts[i], baseline)
		c.label(name, font(c.Medium, scaleHead), c.Ink, lefts[i]+chips.toText, baseline,
			vector.Left)
	}
	c.rule(0, rule, c.width, rule, fonts.Mm(0.35).Pt(), c.Ink)
	return rule, nil
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
	face, chips := font(c.Medium, scaleHead), c.chips(f)
	for i, r := range c.rowsOf(f) {
		lines := c.wrap(c.name(r), face, c.width-chips.toText)
		w := chips.toText + c.widest(lines, face)
		if x > 0 && x+w > c.width {
			x, y = 0, y+keyLeading.Pt()
		}
		chips.draw(i, x, y)
		for k, l := range lines {
			if k > 0 {
				y += keyLeading.Pt()
			}
			c.label(l, face, c.Ink, x+chips.toText, y, vector.Left)
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
	rows := c.rowsOf(f)
	spellings := [][]string{nil, nil}
	for _, r := range rows {
		spellings[0] = append(spellings[0], whole(r.label))
		spellings[1] = append(spellings[1], whole(r.short))
	}
	for _, names = range spellings {
		if lefts, ok := c.placeHeads(names, zone, c.chips(f).toText); ok {
			return names, lefts
		}
	}
	return nil, nil
}

func (c *canvas) placeHeads(names []string, zone box, toText fonts.Pt) (
	lefts []fonts.Pt, ok bool) {
	slot, room := zone.w/fonts.Pt(len(names)), fonts.Mm(3).Pt()
	widths, total, fits := make([]fonts.Pt, len(names)), fonts.Pt(0), true
	for i, n := range names {
		widths[i] = toText + c.set.Width(n, font(c.Medium, scaleHead))
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
