package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures of what may be chance, below a list of changes.
const (
	mostChance               = 12 // changes, the largest
	mostChanceLines          = 3  // of a name, before there are fewer columns
	chanceColumns            = 3
	chanceHead      fonts.Mm = 7.9  // baseline, from the last rule
	chanceRule      fonts.Mm = 10.3 // from the last rule
	chanceTop       fonts.Mm = 12.6 // of the first row
	chancePitch     fonts.Mm = 5
	chanceGutter    fonts.Mm = 4
	chanceToValue   fonts.Mm = 3
	narrowestChance fonts.Mm = 22 // of a name
	chanceName      fonts.Pt = 8
	chanceValue     fonts.Pt = 8.4
	chanceTitle     fonts.Pt = 9
)

// chance are the changes inside their margins between the years of some lines, as far as they are
// shown: the largest, in the order of the list; and how many there are.
func (c *canvas) chance(lines []trend) (shown []trend, all int) {
	if len(c.Inside) == 0 || c.Form != Change || len(lines) == 0 {
		return nil, 0
	}
	var same []content.Measure
	years := yearsOf(lines)
	for _, m := range c.Inside {
		if m.Figure.N > 0 && m.Figure.Compare.N > 0 && yearBefore(m.Figure) == years[0] && m.Figure.Survey.Year == years[len(years)-1] {
			same = append(same, m)
		}
	}
	inside, err := trends(Data{Measures: same, Withheld: c.Withheld}.closed())
	if len(same) == 0 || err != nil {
		return nil, 0
	}
	slices.SortStableFunc(inside, func(a, b trend) int {
		return cmp.Compare(b.moved().Abs().Units, a.moved().Abs().Units)
	})
	return byChange(inside[:min(mostChance, len(inside))]), len(inside)
}

// ofAll says whether the list is of all changes, of which those that may be chance stand below it.
func (c *canvas) ofAll() bool { return len(c.Inside) > 0 }

// last says whether the part of a list that is drawn is its last.
func (c *canvas) last(lines []trend) bool { return c.To == 0 || c.To >= len(lines) }

// chanceText is the two values of a change: "27,8 → 35,5".
func (c *canvas) chanceText(l trend) string {
	return c.trendValue(l.before()) + " → " + c.trendValue(l.now())
}

// chanceNames gives the names of changes in lines, in how many columns, and how much of a column's
// width they have.
func (c *canvas) chanceNames(shown []trend) (names [][]string, columns int, width, room fonts.Pt) {
	face, values := font(c.Regular, chanceName), fonts.Pt(0)
	for _, l := range shown {
		values = max(values, c.set.Width(c.chanceText(l), font(c.Body, chanceValue)))
	}
	for columns = chanceColumns; ; columns-- {
		width = (c.width - chanceGutter.Pt()*fonts.Pt(columns-1)) / fonts.Pt(columns)
		room = width - values - chanceToValue.Pt()
		if columns > 1 && room < narrowestChance.Pt() {
			continue
		}
		names = nil
		long := false
		for _, l := range shown {
			wide := room
			if room < narrowestName.Pt() {
				wide = width
			}
			lines := c.wrap(l.label, face, wide)
			long = long || len(lines) > mostChanceLines
			names = append(names, lines)
		}
		if columns == 1 || !long {
			return names, columns, width, room
		}
	}
}

// drawChance writes changes that may be chance in columns, small and without marks, below the rule at
// y; read down the left one first.
func (c *canvas) drawChance(shown []trend, y fonts.Pt) (bottom fonts.Pt) {
	names, columns, width, room := c.chanceNames(shown)
	title := font(c.Semibold, chanceTitle)
	for i, line := range c.wrap(c.terms.MayBeChance, title, c.width) {
		if i > 0 {
			y += chanceTitle * leading
		}
		c.label(line, title, c.Secondary, 0, y+chanceHead.Pt(), vector.Left)
	}
	c.rule(0, y+chanceRule.Pt(), c.width, y+chanceRule.Pt(), fonts.Mm(0.25).Pt(), c.Line)
	each := (len(shown) + columns - 1) / columns
	for i := 0; i < len(shown); i += each {
		x, at := (width+chanceGutter.Pt())*fonts.Pt(i/each), y+chanceTop.Pt()
		for k := i; k < min(i+each, len(shown)); k++ {
			at = c.chanceRow(shown[k], names[k], box{x: x, y: at, w: width}, room)
		}
		bottom = max(bottom, at)
	}
	return bottom
}

// chanceRow writes a name and its two values at the right; where room leaves the name too little, the
// values stand below it.
func (c *canvas) chanceRow(l trend, names []string, in box, room fonts.Pt) (bottom fonts.Pt) {
	face, values := font(c.Regular, chanceName), font(c.Body, chanceValue)
	step, baseline := fonts.Pt(chanceName*leading), in.y+chancePitch.Pt()/2+middle*chanceName
	for n, line := range names {
		c.label(line, face, c.Secondary, in.x, baseline+step*fonts.Pt(n), vector.Left)
	}
	lines := len(names)
	if room >= narrowestName.Pt() {
		c.label(c.chanceText(l), values, c.Secondary, in.x+in.w, baseline, vector.Right)
	} else {
		for _, line := range c.wrap(c.chanceText(l), values, in.w) {
			c.label(line, values, c.Secondary, in.x+in.w, baseline+step*fonts.Pt(lines), vector.Right)
			lines++
		}
	}
	return in.y + chancePitch.Pt() + step*fonts.Pt(lines-1)
}

// describeChance gives the changes that may be chance in words, adds them to the chart's numbers, and
// tells when they are not all.
func (c *canvas) describeChance() string {
	lines, err := c.shared.lines(c)
	if err != nil || !c.last(lines) {
		return ""
	}
	shown, all := c.chance(lines)
	if len(shown) == 0 {
		return ""
	}
	var parts []string
	for _, l := range shown {
		then, now := l.before(), l.now()
		parts = append(parts, fmt.Sprintf("%s %d %s, %d %s", whole(l.label), then.year,
			c.said(then.share, 1), now.year, c.said(now.share, 1)))
		numbers := append([]string{whole(l.label)}, c.numbers(then.share, 1)...)
		numbers = append(numbers, c.numbers(now.share, 1)...)
		c.chart.Numbers = append(c.chart.Numbers, append(numbers,
			c.changeText(l)+" ("+c.terms.InsideMargin+")"))
	}
	c.chart.Base = c.trendBase(slices.Concat(lines, shown))
	if len(shown) < all {
		c.chart.Rest = strings.TrimSpace(c.chart.Rest + " " + c.terms.LargestOf(all, len(shown)))
	}
	return c.terms.MayBeChance + ": " + strings.Join(parts, "; ")
}
