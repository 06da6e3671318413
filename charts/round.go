package charts

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// wheel holds the measures of a round chart, in points.
type wheel struct {
	radius         fonts.Pt
	hole           float64 // share of the radius, 0 for a pie
	gap            fonts.Pt
	value          fonts.Pt // size of a value
	highlightValue fonts.Pt
	name           fonts.Pt // size of a name
	highlightName  fonts.Pt
	nameWidth      fonts.Pt
	offset         fonts.Pt // from the circle to where a label wants to be
	beside         fonts.Pt // room left and right of a label, outside offset
	leaderAt       fonts.Pt // a label moved more than this has a leader line
}

// Measures of pies and donuts.
func largePie() wheel {
	return wheel{
		radius: fonts.Mm(44).Pt(), gap: fonts.Mm(0.9).Pt(),
		value: 19, highlightValue: 40, name: 9, highlightName: 11.25, nameWidth: fonts.Mm(37).Pt(),
		offset: fonts.Mm(5).Pt(), beside: fonts.Mm(1.5).Pt(), leaderAt: fonts.Mm(2).Pt(),
	}
}

func smallPie() wheel {
	w := donutWheel()
	w.radius, w.hole = fonts.Mm(23).Pt(), 0
	w.gap, w.leaderAt = fonts.Mm(0.8).Pt(), fonts.Mm(2).Pt()
	return w
}

func donutWheel() wheel {
	return wheel{
		radius: fonts.Mm(22.5).Pt(), hole: 0.62, gap: fonts.Mm(0.8).Pt(),
		value: 12, highlightValue: 15.5, name: 8, highlightName: 8, nameWidth: fonts.Mm(15.2).Pt(),
		offset: fonts.Mm(3.4).Pt(), beside: fonts.Mm(0.4).Pt(), leaderAt: fonts.Mm(3.4).Pt(),
	}
}

const (
	labelGap   fonts.Mm = 3.2 // between two labels on one side
	labelAbove fonts.Mm = 8   // that labels may stand above or below the circle's own room
	besideDown fonts.Mm = 1.5 // of room above and below a label, against the circle
)

// sliceLabel is the label of a slice: a value above a name, outside the circle. Its place is
// relative to the circle's centre.
type sliceLabel struct {
	angle     float64 // of the slice's middle, clockwise from twelve o'clock, radians
	zero      bool    // there is no slice to point at
	value     string
	valueFont vector.Font
	color     vector.Color
	lines     []string // the name, and below it the percentage when few answered
	lineFont  vector.Font
	width     fonts.Pt
	height    fonts.Pt
	right     bool
	want, at  fonts.Pt // centre, from the circle's centre downwards
	near      fonts.Pt // distance of the edge that faces the circle from the vertical axis
}

// leading of names.
const leading = 1.22

func (t *sliceLabel) top() fonts.Pt { return t.at - t.height/2 }

// valueBaseline and lineBaseline are positions from the top of the label.
func (t *sliceLabel) valueBaseline() fonts.Pt { return 0.72 * t.valueFont.Size }

func (t *sliceLabel) lineBaseline(i int) fonts.Pt {
	return 0.8*t.valueFont.Size + t.lineFont.Size*leading*fonts.Pt(i+1) + fonts.Mm(0.1).Pt()
}

// box is the label's place from the circle's centre.
func (t *sliceLabel) box() box {
	if t.right {
		return box{t.near, t.top(), t.width, t.height}
	}
	return box{-t.near - t.width, t.top(), t.width, t.height}
}

// round draws a pie or donut.
func (c *canvas) round() error {
	f := c.Figures[0]
	rows := c.rowsOf(f)
	rows = c.withoutZeros(rows)
	w := largePie()
	switch {
	case c.Form == Donut:
		w = donutWheel()
	case c.width < fonts.Mm(140).Pt():
		w = smallPie()
	}
	labels := c.sliceLabels(w, rows)
	for _, height := range []fonts.Pt{c.height, 0} {
		for shrink := max(1, c.shrink); shrink >= mostShrink-1e-9; shrink -= 0.05 {
			if height != c.height && shrink-0.05 >= mostShrink-1e-9 {
				continue // too high in any case: as small as may be
			}
			fit := w
			fit.radius *= fonts.Pt(shrink)
			c.chart.Grown = shrink
			if c.place(fit, labels, height) {
				return c.paintRound(fit, f, rows, labels)
			}
		}
	}
	return &noRoom{"the labels do not fit around the circle"}
}

// withoutZeros are the rows that have a slice. Answers of nobody point at nothing: they stand in
// the count list, and in the caption.
func (c *canvas) withoutZeros(rows []row) []row {
	var slices, none []row
	for _, r := range rows {
		if r.count() > 0 {
			slices = append(slices, r)
		} else {
			none = append(none, r)
		}
	}
	if len(slices) > 0 && len(none) > 0 {
		c.chart.Rest = c.value(none[0]) + ": " + names(none) + "."
		return slices
	}
	return rows
}

// names are the labels of rows in a sentence.
func names(rows []row) string {
	var all []string
	for _, r := range rows {
		all = append(all, whole(r.label))
	}
	return strings.Join(all, ", ")
}

// place finds places for circle and labels within a height (0: any), if there are any.
func (c *canvas) place(w wheel, labels []*sliceLabel, height fonts.Pt) bool {
	above, below, ok := w.arrange(labels, height)
	if !ok {
		return false
	}
	x, ok := c.centerX(w, labels)
	if !ok {
		return false
	}
	c.chart.Center = vector.Point{X: x, Y: above}
	c.pic.Height = above + below
	return true
}

// sliceLabels measures the labels of slices.
func (c *canvas) sliceLabels(w wheel, rows []row) []*sliceLabel {
	total := 0
	for _, r := range rows {
		total += r.count()
	}
	var labels []*sliceLabel
	before, alone := 0, oneHighlighted(rows)
	for _, r := range rows {
		t := &sliceLabel{
			angle: 2 * math.Pi * (float64(before) + float64(r.count())/2) / float64(max(total, 1)),
			zero:  r.count() == 0,
			value: c.value(r), valueFont: font(c.Bold, w.value), lineFont: font(c.Medium, w.name),
			color: c.textColor(r.highlight),
		}
		before += r.count()
		if r.highlight && alone {
			t.valueFont, t.lineFont = font(c.Bold, w.highlightValue), font(c.Bold, w.highlightName)
		}
		// A name is wider than it should be before a word of it is divided inside a part: it may
		// have room, and is otherwise no name for a pie.
		width := max(w.nameWidth, c.set.Narrowest(r.short, t.lineFont))
		t.lines = c.wrap(r.short, t.lineFont, width)
		if s := c.second(r); s != "" {
			t.lines = append(t.lines, s)
		}
		t.width = max(c.set.Width(t.value, t.valueFont), c.widest(t.lines, t.lineFont))
		t.height = 0.8*t.valueFont.Size + leading*t.lineFont.Size*fonts.Pt(len(t.lines)) +
			fonts.Mm(1.2).Pt()
		t.right = math.Sin(t.angle) >= 0 && t.angle < math.Pi*(2-1e-9)
		labels = append(labels, t)
	}
	return labels
}

// arrange places the labels of both sides. above and below are how far the chart reaches from the
// centre: the circle with its own room, and labels that stand out of it. Where that is too high,
// the labels get less room to stand out.
func (w wheel) arrange(labels []*sliceLabel, height fonts.Pt) (above, below fonts.Pt, ok bool) {
	natural := w.radius + w.offset + labelAbove.Pt()
	for _, reach := range []fonts.Pt{natural, min(natural, height/2)} {
		above, below, ok = w.arrangeWithin(labels, reach)
		if ok && (height == 0 || above+below <= height+1e-6) {
			return above, below, true
		}
	}
	return 0, 0, false
}

// arrangeWithin places the labels no further than reach above and below the centre.
func (w wheel) arrangeWithin(labels []*sliceLabel, reach fonts.Pt) (above, below fonts.Pt,
	ok bool) {
	above, below = w.radius+w.offset, w.radius+w.offset
	if reach < above {
		return 0, 0, false
	}
	for _, right := range []bool{true, false} {
		side := sideOf(labels, right)
		spans := make([]span, len(side))
		for i, t := range side {
			t.want = -fonts.Pt(math.Cos(t.angle)) * (w.radius + w.offset)
			spans[i] = span{t.want, t.height}
		}
		slices.SortStableFunc(side, func(a,
			b *sliceLabel) int {
			return cmp.Compare(a.want, b.want)
		})
		slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.want, b.want) })
		centers, fits := spread(spans, labelGap.Pt(), -reach, reach)
		if !fits {
			return 0, 0, false
		}
		for i, t := range side {
			t.at = centers[i]
			t.near = w.near(t)
			above, below = max(above, -t.top()), max(below, t.top()+t.height)
		}
		if !w.leadersClear(side) {
			return 0, 0, false
		}
	}
	return above, below, true
}

// sideOf are the labels of one side; on the left, where slices run upwards, from the last.
func sideOf(labels []*sliceLabel, right bool) []*sliceLabel {
	var side []*sliceLabel
	for _, t := range labels {
		if t.right == right {
			side = append(side, t)
		}
	}
	if !right {
		slices.Reverse(side)
	}
	return side
}

// near is how close to the vertical axis a label may come: with some room around it, it stays
// outside the circle's own room.
func (w wheel) near(t *sliceLabel) fonts.Pt {
	dy := max(0, max(t.top(), -t.top()-t.height)-besideDown.Pt())
	if t.top() <= 0 && t.top()+t.height >= 0 {
		dy = 0
	}
	r := w.radius + w.offset
	return fonts.Pt(math.Sqrt(math.Max(0, float64(r*r-dy*dy)))) + w.beside
}

// centerX places the centre in the middle of the width, so that the circles of a report stand still from
// page to page; only labels that would leave the figure move it.
func (c *canvas) centerX(w wheel, labels []*sliceLabel) (x fonts.Pt, ok bool) {
	left, right := w.radius, w.radius
	for _, t := range labels {
		if t.right {
			right = max(right, t.near+t.width)
		} else {
			left = max(left, t.near+t.width)
		}
	}
	if left+right > c.width+1e-9 {
		return 0, false
	}
	return min(max(c.width/2, left), c.width-right), true
}

// paintRound draws slices, leader lines and labels.
func (c *canvas) paintRound(w wheel, f *content.Figure, rows []row, labels []*sliceLabel) error {
	shares, _ := lengths(rows)
	paths, err := slicePaths(shares, w.radius, w.hole)
	if err != nil {
		return err
	}
	at := c.chart.Center
	drawn := 0
	for _, p := range paths {
		if len(p) > 0 {
			drawn++
		}
	}
	for i, p := range paths {
		if len(p) == 0 {
			continue
		}
		color := c.sliceColors(rows)[i]
		paint := vector.Paint{Fill: &color, EvenOdd: w.hole > 0}
		if drawn > 1 {
			paint.Stroke, paint.Width, paint.Joins = &c.White, w.gap, vector.RoundJoin
		}
		c.pic.AddShape(p.Move(at.X, at.Y), paint)
	}
	for _, t := range labels {
		c.leader(w, t)
		c.paintLabel(t)
	}
	if w.hole > 0 {
		c.paintBase(w, f)
	}
	return nil
}

// holeSizes are the sizes that the base in a donut's middle steps down over.
func holeSizes() []fonts.Pt { return []fonts.Pt{18, 15, 12, 10, 9, 8} }

// paintBase writes the base in a donut's middle, as large as the hole takes it.
func (c *canvas) paintBase(w wheel, f *content.Figure) {
	at, n := c.chart.Center, c.Withheld.Answered(f)
	room := 2*w.radius*fonts.Pt(w.hole) - fonts.Mm(4).Pt()
	for _, size := range holeSizes() {
		number := font(c.Bold, size)
		if c.set.Width(n.Text(c.locale.Decimal), number) <= room {
			c.label(n.Text(c.locale.Decimal), number, c.Ink, at.X, at.Y+fonts.Mm(1.6).Pt(),
				vector.Center)
			break
		}
	}
	word := c.terms.AnswersAfter
	if one, ok := n.Value(); ok && one.Units == 1 {
		word = c.terms.AnswerAfter
	}
	c.label(word, font(c.Medium, 7.6), c.Secondary, at.X, at.Y+fonts.Mm(6.6).Pt(), vector.Center)
}

// sliceColors gives each row its colour: yes and no their own, the highlight, grey for residual
// answers, else the next in order.
func (c *canvas) sliceColors(rows []row) []vector.Color {
	colors := make([]vector.Color, len(rows))
	next := 0
	if slices.ContainsFunc(rows, func(r row) bool { return ownColor(r.reply) }) {
		next = 2
	}
	for i, r := range rows {
		switch {
		case ownColor(r.reply):
			colors[i] = c.Slices[inOrder(r.reply)]
		case r.highlight:
			colors[i] = c.Highlight
		case r.residual:
			colors[i] = c.Neutral
		default:
			colors[i] = c.Slices[next%len(c.Slices)]
			next++
		}
	}
	return colors
}

func (c *canvas) paintLabel(t *sliceLabel) {
	x, y, align := c.chart.Center.X+t.near, c.chart.Center.Y+t.top(), vector.Left
	if !t.right {
		x, align = c.chart.Center.X-t.near, vector.Right
	}
	c.label(t.value, t.valueFont, t.color, x, y+t.valueBaseline(), align)
	for i, l := range t.lines {
		c.label(l, t.lineFont, c.Ink, x, y+t.lineBaseline(i), align)
	}
}

// leaderPoints are the corners of a label's leader line from the circle's centre: out of the slice,
// to the height of the value's figures, and a little along them. There is none when the label has
// hardly moved, or when there is no slice.
func (w wheel) leaderPoints(t *sliceLabel) []vector.Point {
	if t.zero || max(t.at-t.want, t.want-t.at) <= w.leaderAt {
		return nil
	}
	s, c := math.Sincos(t.angle)
	out := func(d fonts.Pt) vector.Point {
		r := w.radius + d
		return vector.Point{X: r * fonts.Pt(s), Y: -r * fonts.Pt(c)}
	}
	y := t.top() + t.valueBaseline() - 0.34*t.valueFont.Size
	sign := fonts.Pt(1)
	if !t.right {
		sign = -1
	}
	stop := t.near - fonts.Mm(1.5).Pt()
	return []vector.Point{out(fonts.Mm(0.6).Pt()),
		out(min(fonts.Mm(3).Pt(), w.offset-fonts.Mm(0.6).Pt())),
		{X: sign * (stop - fonts.Mm(1.2).Pt()), Y: y}, {X: sign * stop, Y: y}}
}

func (c *canvas) leader(w wheel, t *sliceLabel) {
	points := w.leaderPoints(t)
	if points == nil {
		return
	}
	path := vector.Polyline(points...).Move(c.chart.Center.X, c.chart.Center.Y)
	c.pic.AddShape(path, vector.Paint{Stroke: &c.Secondary, Width: fonts.Mm(0.28).Pt()})
}

// leadersClear reports whether no leader line of a side runs through a slice or a label.
func (w wheel) leadersClear(side []*sliceLabel) bool {
	for _, t := range side {
		points := w.leaderPoints(t)
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			if distance(a, b) < float64(w.radius) {
				return false
			}
			for _, o := range side {
				if crosses(a, b, o.box()) {
					return false
				}
			}
		}
	}
	return true
}

// distance is that of the origin from the line between two points.
func distance(a, b vector.Point) float64 {
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	if dx == 0 && dy == 0 {
		return math.Hypot(float64(a.X), float64(a.Y))
	}
	t := -(float64(a.X)*dx + float64(a.Y)*dy) / (dx*dx + dy*dy)
	t = math.Max(0, math.Min(1, t))
	return math.Hypot(float64(a.X)+t*dx, float64(a.Y)+t*dy)
}

// crosses reports whether the line between two points runs through a box (Liang and Barsky, 1984).
func crosses(a, b vector.Point, o box) bool {
	from, to := 0.0, 1.0
	clip := func(p, q fonts.Pt) bool {
		switch {
		case p == 0:
			return q > 0
		case p < 0:
			from = math.Max(from, float64(q/p))
		default:
			to = math.Min(to, float64(q/p))
		}
		return from < to
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	return clip(-dx, a.X-o.x) && clip(dx, o.x+o.w-a.X) && clip(-dy, a.Y-o.y) &&
		clip(dy, o.y+o.h-a.Y)
}
