package charts

import (
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// DotField is a field of dots in rows: filled ones first, then open ones.
type DotField struct {
	Total, Filled int
	PerRow, Rows  int // Rows: at most; as many as are needed are drawn
	Radius, Pitch fonts.Pt
	Fill, Open    vector.Color
	Stroke        fonts.Pt // of open dots, inside the radius
}

// HeroDots is the field beside the largest number of the year's page.
func HeroDots(total, filled int, fill, open vector.Color) DotField {
	return DotField{Total: total, Filled: filled, PerRow: 10, Rows: 40,
		Radius: fonts.Mm(3.3).Pt(),
		Pitch:  fonts.Mm(8.45).Pt(), Fill: fill, Open: open, Stroke: fonts.Mm(0.35).Pt()}
}

// ThemeDots is the field under a theme's number of answers, one dot each.
func ThemeDots(total int, fill vector.Color) DotField {
	return DotField{Total: total, Filled: total, PerRow: 10, Rows: 40,
		Radius: fonts.Mm(1.08).Pt(),
		Pitch:  fonts.Mm(2.65).Pt(), Fill: fill, Open: fill, Stroke: fonts.Mm(0.35).Pt()}
}

// Picture draws the field; when its rows do not hold all, a dot stands for several, which factor
// says.
func (d DotField) Picture() (picture *vector.Picture, factor int) {
	factor = dotFactor(d.Total, d.PerRow*d.Rows)
	total, filled := scaled(d.Total, factor), scaled(d.Filled, factor)
	dots := newDots(total, &d.Open, d.Stroke)
	picture = &dots.picture
	for i := range total {
		x := d.Radius + d.Pitch*fonts.Pt(i%d.PerRow)
		y := d.Radius + d.Pitch*fonts.Pt(i/d.PerRow)
		picture.Width, picture.Height = max(picture.Width, x+d.Radius), y+d.Radius
		fill := &d.Fill
		if i >= filled {
			fill = nil
		}
		dots.add(x, y, d.Radius, fill)
	}
	return picture, factor
}

// dots draws dots, as many as are known beforehand, all in one piece of memory.
type dots struct {
	picture vector.Picture
	shapes  []vector.Shape
	path    vector.Path
	open    *vector.Color // outline of open dots
	stroke  fonts.Pt      // of open dots
}

func newDots(most int, open *vector.Color, stroke fonts.Pt) *dots {
	return &dots{
		picture: vector.Picture{Items: make([]vector.Item, 0, most)},
		shapes:  make([]vector.Shape, 0, most),
		path:    make(vector.Path, 0, most*vector.CircleSegments),
		open:    open, stroke: stroke,
	}
}

// add draws a filled dot or, without a colour, an open one of the same outer radius.
func (d *dots) add(x, y, r fonts.Pt, fill *vector.Color) {
	paint := vector.Paint{Fill: fill}
	if fill == nil {
		paint = vector.Paint{Stroke: d.open, Width: d.stroke}
		r -= d.stroke / 2
	}
	from := len(d.path)
	d.path.AddCircle(x, y, r)
	own := d.path[from:len(d.path):len(d.path)]
	d.shapes = append(d.shapes, vector.Shape{Path: own, Paint: paint})
	shape := &d.shapes[len(d.shapes)-1]
	d.picture.Items = append(d.picture.Items, vector.Item{Shape: shape})
}

// Measures of a dot chart.
const (
	dotRoom     fonts.Mm = 136 // for the field, 16 rows of ten; with more a dot stands for several
	dotFewest            = 5   // rows of dots that are left in any case
	dotShared            = 10  // rows at most, when a dot stands for several anyway
	dotBeside   fonts.Mm = 140 // from here on the list stands at the right of the field
	dotGutter   fonts.Mm = 12
	dotToList   fonts.Mm = 8 // from the answer to a list at its right
	dotListRow  fonts.Mm = 6 // of the list of the other answers
	dotListText fonts.Pt = 9
)

// dots draws an answer as a field of dots, ten a row, with the count and the answer below it: the
// highlighted answer, or the largest. All other answers stand in a list with their numbers, below
// or, in a wide figure, at the right.
func (c *canvas) dots() error {
	rows := c.rowsOf(c.Figures[0])
	r := c.dotRow(rows)
	count, base, ok := r.share.Value()
	if !ok || base <= 0 {
		return &noRoom{"there are no dots to draw, or their number is withheld"}
	}
	var others []row
	for _, o := range rows {
		if o.index != r.index {
			others = append(others, o)
		}
	}
	beside := c.width >= dotBeside.Pt()
	field := HeroDots(base, count, c.BarPlain, c.Neutral)
	field.Rows = int(dotRoom.Pt() / field.Pitch)
	if !beside {
		field.Rows = max(dotFewest, field.Rows-len(others)/2)
	}
	if base > field.PerRow*field.Rows {
		field.Rows = min(field.Rows, dotShared)
	}
	if r.highlight {
		field.Fill = c.Highlight
	}
	wide := field.Pitch*9 + 2*field.Radius
	if wide > c.width {
		field.Radius, field.Pitch = field.Radius*c.width/wide, field.Pitch*c.width/wide
		wide = c.width
	}
	picture, factor := field.Picture()
	c.pic.Append(picture, 0, 0)
	c.chart.OneDotStandsFor = factor
	y := picture.Height + fonts.Mm(7).Pt()
	at := c.listBeside(r, others)
	switch {
	case len(others) == 0:
		y = c.dotAnswer(r, y, c.width)
	case beside:
		y = max(c.dotAnswer(r, y, wide), c.dotList(others, wide+dotGutter.Pt(), 0))
	case at > 0:
		y = max(c.dotAnswer(r, y, at-dotToList.Pt()), c.dotList(others, at,
			picture.Height+fonts.Mm(3).Pt()))
	default:
		y = c.dotList(others, 0, c.dotAnswer(r, y, c.width)+fonts.Mm(3).Pt())
	}
	c.pic.Height = y
	return nil
}

// listBeside is where a list of one or two answers begins that stands at the right of the answer
// below the dots, so that the chart is no higher for it; 0 where there is no room.
func (c *canvas) listBeside(r row, others []row) fonts.Pt {
	face := font(c.Medium, dotListText)
	answer := c.set.Width(r.share.OutOf(c.locale), font(c.Bold, 15))
	answer = max(answer, c.widest(c.wrap(r.label, face, c.width), face))
	names, values := fonts.Pt(0), fonts.Pt(0)
	for _, o := range others {
		names = max(names, c.set.Width(whole(c.name(o)), face))
		values = max(values, c.set.Width(c.dotValue(o), face))
	}
	at := answer + dotToList.Pt()
	if len(others) > 2 || at+names+countRoom.Pt()+values > c.width {
		return 0
	}
	return max(at, min(c.width/2, c.width-names-countRoom.Pt()-values))
}

// dotAnswer writes the answer that the dots show, from the baseline of its number on.
func (c *canvas) dotAnswer(r row, y, width fonts.Pt) (bottom fonts.Pt) {
	c.label(r.share.OutOf(c.locale), font(c.Bold, 15), c.textColor(r.highlight), 0, y, vector.Left)
	nameFont, step := font(c.Medium, 9), fonts.Pt(9*leading)
	lines := append(c.wrap(r.label, nameFont, width), c.percent(r))
	y += fonts.Mm(4.4).Pt()
	for _, l := range lines {
		c.label(l, nameFont, c.Ink, 0, y, vector.Left)
		y += step
	}
	return y - step + fonts.Mm(1).Pt()
}

// dotList writes answers with their numbers from a place to the right edge, a rule above each.
func (c *canvas) dotList(rows []row, x, y fonts.Pt) (bottom fonts.Pt) {
	face, step := font(c.Medium, dotListText), fonts.Pt(dotListText*leading)
	values := fonts.Pt(0)
	for _, r := range rows {
		values = max(values, c.set.Width(c.dotValue(r), face))
	}
	for _, r := range rows {
		c.rule(x, y, c.width, y, fonts.Mm(0.25).Pt(), c.Line)
		baseline := y + dotListRow.Pt()*0.7
		c.label(c.dotValue(r), face, c.Ink, c.width, baseline, vector.Right)
		lines := c.wrap(c.name(r), face, max(c.width-x-values-countRoom.Pt(), 1))
		for i, l := range lines {
			c.label(l, face, c.Ink, x, baseline+step*fonts.Pt(i), vector.Left)
		}
		y += dotListRow.Pt() + step*fonts.Pt(len(lines)-1)
	}
	return y
}

// dotValue is an answer's number in the list: "12 av 62", and its percentage.
func (c *canvas) dotValue(r row) string {
	if !r.share.Published() {
		return content.Colon
	}
	return r.share.OutOf(c.locale) + " · " + c.percent(r)
}

// dotRow is what a dot chart shows: the answers that are highlighted together, or one answer. It is
// called so that it is understood under the dots, without the question.
func (c *canvas) dotRow(rows []row) row {
	r := rows[0]
	for _, next := range rows {
		if next.highlight {
			r = next
			break
		}
		if next.count() > r.count() && !next.residual {
			r = next
		}
	}
	if share, words, ok := c.Data.together(); ok {
		if !oneHighlighted(rows) {
			r = row{index: -1, highlight: true}
		}
		r.share, r.label = share, words
	} else if content.ReplyOf(r.label) != content.OtherReply {
		of := whole(statement(c.Figures[0]))
		if content.FullStop(of) != "" {
			of += ":"
		}
		r.label = of + " " + r.label
	}
	return r
}
