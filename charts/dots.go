package charts

import (
	"rapport/charts/vector"
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
	picture = &vector.Picture{}
	for i := range total {
		x := d.Radius + d.Pitch*fonts.Pt(i%d.PerRow)
		y := d.Radius + d.Pitch*fonts.Pt(i/d.PerRow)
		picture.Width, picture.Height = max(picture.Width, x+d.Radius), y+d.Radius
		dot(picture, x, y, d.Radius, i < filled, d.Fill, d.Open, d.Stroke)
	}
	return picture, factor
}

// dot draws a filled dot, or an open one of the same outer radius.
func dot(p *vector.Picture, x, y, r fonts.Pt, filled bool, fill, open vector.Color,
	stroke fonts.Pt) {
	if filled {
		p.AddShape(vector.Circle(x, y, r), vector.Paint{Fill: &fill})
		return
	}
	p.AddShape(vector.Circle(x, y, r-stroke/2), vector.Paint{Stroke: &open, Width: stroke})
}

// dotRows is how many rows of dots a page holds under its heads.
const dotRows = 25

// dots draws an answer as a field of dots, ten a row, with the count and the answer below it: the
// highlighted answer, or the largest.
func (c *canvas) dots() error {
	r := dotRow(rowsOf(c.Figures[0], c.Withheld))
	count, base, ok := r.share.Value()
	if !ok {
		return &noRoom{"the number of dots is withheld"}
	}
	field := HeroDots(base, count, c.BarPlain, c.Neutral)
	field.Rows = dotRows
	if r.highlight {
		field.Fill = c.Highlight
	}
	if wide := field.Pitch*9 + 2*field.Radius; wide > c.width {
		field.Radius, field.Pitch = field.Radius*c.width/wide, field.Pitch*c.width/wide
	}
	picture, factor := field.Picture()
	c.pic.Append(picture, 0, 0)
	c.chart.OneDotStandsFor = factor
	y := picture.Height + fonts.Mm(7).Pt()
	c.label(r.share.OutOf(c.locale), font(c.Bold, 15), c.textColor(r.highlight), 0, y, vector.Left)
	nameFont, step := font(c.Medium, 9), fonts.Pt(9*leading)
	lines := append(c.set.Wrap(r.label, nameFont, c.width), c.percent(r))
	if c.widest(lines, nameFont) > c.width+1e-6 {
		return &noRoom{"the answer is wider than the figure"}
	}
	y += fonts.Mm(4.4).Pt()
	for _, l := range lines {
		c.label(l, nameFont, c.Ink, 0, y, vector.Left)
		y += step
	}
	c.pic.Height = y - step + fonts.Mm(1).Pt()
	return nil
}

// dotRow is the answer that a dot chart shows.
func dotRow(rows []row) row {
	largest := rows[0]
	for _, r := range rows {
		if r.highlight {
			return r
		}
		if r.count() > largest.count() && !r.residual {
			largest = r
		}
	}
	return largest
}
