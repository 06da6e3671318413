package charts

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/content/survey"
	"rapport/fonts"
)

// labelBox is the room of a label's capitals and descenders.
func labelBox(l *vector.Label) box {
	w := plainSetter{}.Width(l.Text, l.Font)
	x := l.At.X
	switch l.Align {
	case vector.Center:
		x -= w / 2
	case vector.Right:
		x -= w
	}
	return box{x, l.At.Y - 0.72*l.Font.Size, w, 0.92 * l.Font.Size}
}

func labelsOf(p *vector.Picture) []*vector.Label {
	var labels []*vector.Label
	for _, it := range p.Items {
		if it.Label != nil {
			labels = append(labels, it.Label)
		}
	}
	return labels
}

// check reports what is wrong with a chart as a drawing: everything inside, nothing on top of
// anything.
func check(c Chart) error {
	const slack = 0.6 // pt; descenders of the last line may hang out by less
	labels := labelsOf(c.Picture)
	for i, l := range labels {
		b := labelBox(l)
		if l.Font.Size < 7.6 {
			return fmt.Errorf("%q is set in %.1f pt", l.Text, float64(l.Font.Size))
		}
		if b.x < -slack || b.y < -slack || b.x+b.w > c.Picture.Width+slack || b.y+b.h > c.Picture.Height+3 {
			return fmt.Errorf("%q at %v leaves the picture of %v x %v", l.Text, b, c.Picture.Width,
				c.Picture.Height)
		}
		if strings.Contains(strings.TrimSuffix(l.Text, softHyphen), softHyphen) {
			return fmt.Errorf("%q holds a soft hyphen", l.Text)
		}
		for _, o := range labels[:i] {
			if b.meets(labelBox(o)) {
				return fmt.Errorf("%q and %q overlap", o.Text, l.Text)
			}
		}
	}
	for _, it := range c.Picture.Items {
		if it.Shape == nil {
			continue
		}
		a, z, ok := extent(it.Shape.Path)
		if !ok || a.X < -slack || a.Y < -slack || z.X > c.Picture.Width+slack ||
			z.Y > c.Picture.Height+slack {
			return fmt.Errorf("a shape from %v to %v leaves the picture of %v x %v", a, z,
				c.Picture.Width, c.Picture.Height)
		}
		if bad(a.X) || bad(a.Y) || bad(z.X) || bad(z.Y) {
			return fmt.Errorf("a shape has no place: %v to %v", a, z)
		}
	}
	return checkCircle(c)
}

// extent is the box around a path's curves, without their control points.
func extent(path vector.Path) (topLeft, bottomRight vector.Point, ok bool) {
	var points []vector.Point
	for _, s := range path {
		switch s.Op {
		case vector.MoveTo, vector.LineTo:
			points = append(points, s.P[0])
		case vector.CurveTo:
			from := points[len(points)-1]
			for i := 1; i <= 16; i++ {
				u := fonts.Pt(i) / 16
				v := 1 - u
				at := func(a, b, c, d fonts.Pt) fonts.Pt {
					return v*v*v*a + 3*v*v*u*b + 3*v*u*u*c +
						u*u*u*d
				}
				points = append(points, vector.Point{X: at(from.X, s.P[0].X, s.P[1].X, s.P[2].X),
					Y: at(from.Y, s.P[0].Y, s.P[1].Y, s.P[2].Y)})
			}
		}
	}
	return vector.Polyline(points...).Bounds()
}

func bad(p fonts.Pt) bool { return math.IsNaN(float64(p)) || math.IsInf(float64(p), 0) }

// checkCircle reports a label that reaches into the circle of a pie, the words in a donut's middle
// apart.
func checkCircle(c Chart) error {
	if c.Form != Pie && c.Form != Donut {
		return nil
	}
	radius := circleRadius(c)
	for _, l := range labelsOf(c.Picture) {
		b := labelBox(l)
		dx := max(b.x-c.Center.X, c.Center.X-b.x-b.w, 0)
		dy := max(b.y-c.Center.Y, c.Center.Y-b.y-b.h, 0)
		if l.Align != vector.Center && math.Hypot(float64(dx), float64(dy)) < float64(radius) {
			return fmt.Errorf("%q reaches into the circle", l.Text)
		}
	}
	return nil
}

func circleRadius(c Chart) fonts.Pt {
	var radius fonts.Pt
	for _, it := range c.Picture.Items {
		if it.Shape != nil && it.Shape.Paint.Fill != nil {
			a, z, _ := extent(it.Shape.Path)
			for _, d := range []fonts.Pt{c.Center.X - a.X, z.X - c.Center.X, c.Center.Y - a.Y,
				z.Y - c.Center.Y} {
				radius = max(radius, d)
			}
		}
	}
	return radius
}

// checkNames reports a name that is not written in full: its lines, joined, must be the label.
func checkNames(c Chart, d Data) error {
	var joined strings.Builder
	for _, l := range labelsOf(c.Picture) {
		if text, ok := strings.CutSuffix(l.Text, softHyphen); ok {
			joined.WriteString(text)
			continue
		}
		joined.WriteString(l.Text + " ")
	}
	names := []string{}
	for _, m := range d.Measures {
		names = append(names, m.Label)
	}
	joined.WriteString(c.Rest)
	if len(d.Figures) == 1 && c.Form != Likert && c.Form != Dots && c.Form != TileMap &&
		d.By == nil {
		for _, r := range picked(rowsOf(d.Figures[0], content.Withheld{}), d.From, d.To) {
			names = append(names, r.label)
		}
	}
	if c.Form == Likert && len(d.Figures) > 1 {
		for _, f := range d.Figures {
			names = append(names, statement(f))
		}
	}
	for _, n := range names {
		if n = strings.Join(strings.Fields(whole(n)), " "); !strings.Contains(joined.String(), n) {
			return fmt.Errorf("%q is not written in full", n)
		}
	}
	return nil
}

// checkNumbers reports values that are not content's, and answers that are not in the text.
func checkNumbers(c Chart, d Data) error {
	if len(d.Figures) != 1 || c.Form == Likert || d.Compare || d.By != nil {
		return nil
	}
	f := d.Figures[0]
	if closed(f) {
		return nil
	}
	written := map[string]int{}
	for _, l := range labelsOf(c.Picture) {
		written[l.Text]++
	}
	rows := picked(rowsOf(f, content.Withheld{}), d.From, d.To)
	if len(c.Numbers) != len(rows) {
		return fmt.Errorf("%d rows of numbers for %d answers", len(c.Numbers), len(rows))
	}
	for i, r := range rows {
		percent := content.Percent(f.Answers[r.index].Count, f.N, 0)
		want := []string{whole(r.label), content.Locale("nb").Int(r.count()),
			content.Locale("nb").Decimal(percent)}
		if strings.Join(c.Numbers[i], "|") != strings.Join(want, "|") {
			return fmt.Errorf("row %d is %q, want %q", i, c.Numbers[i], want)
		}
		text := content.Locale("nb").Percent(percent)
		if written[text]--; written[text] < 0 && c.Form != Dots && r.count() > 0 {
			return fmt.Errorf("%s of %q is not written", text, r.label)
		}
		if !strings.Contains(c.Alt, whole(r.label)) {
			return fmt.Errorf("%q is not in the alternative text", r.label)
		}
	}
	return nil
}

// checkBars reports bars that do not start at zero or are not in proportion.
func checkBars(c Chart, d Data) error {
	if c.Form != HBar && c.Form != VBar {
		return nil
	}
	f := d.Figures[0]
	var bars []box
	for _, it := range c.Picture.Items {
		if it.Shape != nil && it.Shape.Paint.Fill != nil {
			a, z, _ := extent(it.Shape.Path)
			bars = append(bars, box{a.X, a.Y, z.X - a.X, z.Y - a.Y})
		}
	}
	length := func(b box) fonts.Pt {
		if c.Form == VBar {
			return b.h
		}
		return b.w
	}
	var drawn []row
	for _, r := range picked(rowsOf(f, content.Withheld{}), d.From, d.To) {
		if r.count() > 0 {
			drawn = append(drawn, r)
		}
	}
	if len(drawn) != len(bars) {
		return fmt.Errorf("%d bars for %d answers above zero", len(bars), len(drawn))
	}
	var scale fonts.Pt // of the longest bar, which is the most exact
	most := 0
	for i, r := range drawn {
		if r.count() > most {
			most, scale = r.count(), length(bars[i])/fonts.Pt(r.count())
		}
	}
	for i, r := range drawn {
		start := bars[i].x - bars[0].x
		if c.Form == VBar {
			start = bars[i].y + bars[i].h - bars[0].y - bars[0].h
		}
		if math.Abs(float64(start)) > 0.02 {
			return fmt.Errorf("%q does not start at zero", r.label)
		}
		if want := max(scale*fonts.Pt(r.count()),
			fonts.Mm(0.5).Pt()); math.Abs(float64(length(bars[i])-want)) > 0.03 {
			return fmt.Errorf("%q is %.2f long, want %.2f", r.label, length(bars[i]), want)
		}
	}
	return nil
}

// checkBattery reports rows that are not sorted, dots that are not in proportion, intervals that do
// not hold their dot, and values that the grid crosses.
func checkBattery(c Chart, d Data) error {
	if c.Form != Battery || len(d.Measures) == 0 {
		return nil
	}
	var bands, dots []box // of this year
	var grid []box
	for _, it := range c.Picture.Items {
		if it.Shape == nil {
			continue
		}
		a, z, _ := extent(it.Shape.Path)
		b := box{a.X, a.Y, z.X - a.X, z.Y - a.Y}
		switch fill := it.Shape.Paint.Fill; {
		case fill == nil && b.w == 0:
			grid = append(grid, b)
		case fill == nil || it.Shape.Paint.Stroke != nil:
		case math.Abs(float64(b.h-b.w)) < 0.05 && math.Abs(float64(b.h-2*batteryDot.Pt())) < 0.05:
			dots = append(dots, b)
		default:
			bands = append(bands, b)
		}
	}
	if len(grid) == 0 {
		return nil // rows without an axis
	}
	left, right := grid[0].x, grid[0].x
	for _, g := range grid {
		left, right = min(left, g.x), max(right, g.x)
	}
	for _, row := range c.Numbers {
		if len(row) != len(c.Head) {
			return fmt.Errorf("%q under the heads %q", row, c.Head)
		}
	}
	var drawn []float64
	last := 1.0
	for i, r := range rowsOfBattery(d) {
		if i > 0 && r > last+1e-9 {
			return fmt.Errorf("row %d is larger than the one above", i)
		}
		last = r
		drawn = append(drawn, r)
	}
	if len(dots) != len(drawn) || len(bands) != len(drawn) {
		return fmt.Errorf("%d dots and %d intervals in %d rows", len(dots), len(bands), len(drawn))
	}
	for i, p := range drawn {
		x := dots[i].x + dots[i].w/2
		if want := left + (right-left)*fonts.Pt(p); math.Abs(float64(x-want)) > 0.05 {
			return fmt.Errorf("the dot of row %d is at %v, want %v", i, x, want)
		}
		if b := bands[i]; x < b.x-0.05 || x > b.x+b.w+0.05 || b.x < left-0.05 || b.x+b.w > right+0.05 {
			return fmt.Errorf("the interval of row %d is %v, its dot at %v", i, b, x)
		}
	}
	for _, l := range labelsOf(c.Picture) {
		for _, g := range grid {
			if b := labelBox(l); g.y < b.y+b.h && b.y < g.y+g.h && b.x < g.x && g.x < b.x+b.w {
				return fmt.Errorf("the grid crosses %q", l.Text)
			}
		}
	}
	return nil
}

// rowsOfBattery are the shares of a battery whose numbers are published, as they are drawn.
func rowsOfBattery(d Data) (all []float64) {
	for _, m := range d.Measures {
		if f := m.Figure; f.N > 0 && !closed(f) {
			all = append(all, f.Share(m.Answers...))
		}
	}
	slices.SortFunc(all, func(a, b float64) int { return cmp.Compare(b, a) })
	return all
}

// closed says whether nothing of a figure is published, because hardly anyone answered.
func closed(f *content.Figure) bool { return f.N > 0 && f.N < survey.TooFewAnswers }

// checkColumns reports columns of dots that have not a dot of one size for each person, dots that
// touch, and dots below the axis.
func checkColumns(c Chart, d Data) error {
	if c.Form != DotCols {
		return nil
	}
	var columns [][]vector.Point // the right ends of dots
	var radius fonts.Pt
	for _, it := range c.Picture.Items {
		if it.Shape == nil || it.Shape.Paint.Fill == nil {
			continue
		}
		var dots []vector.Point
		for i, s := range it.Shape.Path {
			if s.Op != vector.MoveTo {
				continue
			}
			from, to, _ := extent(it.Shape.Path[i : i+vector.CircleSegments])
			if r := (to.X - from.X) / 2; radius > 0 && math.Abs(float64(r-radius)) > 1e-6 {
				return fmt.Errorf("dots of %v and %v", radius, r)
			} else {
				radius = r
			}
			if to.Y > c.Zero {
				return fmt.Errorf("a dot ends at %v, below the axis at %v", to.Y, c.Zero)
			}
			dots = append(dots, s.P[0])
		}
		columns = append(columns, dots)
	}
	var all []vector.Point
	for _, r := range rowsOf(d.Figures[0], content.Withheld{}) {
		if r.count() == 0 || closed(d.Figures[0]) {
			continue
		}
		if len(columns) == 0 || len(columns[0]) != r.count() {
			return fmt.Errorf("%q has not %d dots", r.label, r.count())
		}
		all, columns = append(all, columns[0]...), columns[1:]
	}
	if len(columns) > 0 {
		return fmt.Errorf("%d columns of nobody", len(columns))
	}
	for i, p := range all {
		for _, q := range all[:i] {
			if math.Hypot(float64(p.X-q.X), float64(p.Y-q.Y)) < 2*float64(radius) {
				return fmt.Errorf("dots at %v and %v touch", p, q)
			}
		}
	}
	return nil
}

func checkAll(c Chart, d Data) error {
	for _, err := range []error{check(c), checkNames(c, d), checkNumbers(c, d), checkBars(c, d),
		checkColumns(c, d), checkBattery(c, d)} {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestProperties holds every form to the rules, on the design's figures and on hard ones, in many
// widths and heights.
func TestProperties(t *testing.T) {
	st := houseStyle(t)
	for _, c := range append(designCases(), hardCases()...) {
		t.Run(c.name, func(t *testing.T) {
			for _, width := range []float64{c.width, c.width * 1.1, max(c.width, 114.67), 174} {
				for _, height := range []float64{0, c.height, 90, 60} {
					chart, err := Draw(c.data, st, plainSetter{}, fonts.Mm(width).Pt(),
						fonts.Mm(height).Pt())
					if err != nil {
						t.Fatalf("%g x %g: %v", width, height, err)
					}
					if err := checkAll(chart, c.data); err != nil {
						t.Errorf("%g x %g as %s: %v\n%s", width, height, chart.Form, err,
							dump(chart.Picture))
					}
				}
			}
		})
	}
}

// TestSame holds that the same data gives the same drawing.
func TestSame(t *testing.T) {
	for _, c := range designCases() {
		a, _ := Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(c.width).Pt(),
			fonts.Mm(c.height).Pt())
		b, _ := Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(c.width).Pt(),
			fonts.Mm(c.height).Pt())
		if dump(a.Picture) != dump(b.Picture) || a.Alt != b.Alt {
			t.Errorf("%s is drawn in two ways", c.name)
		}
	}
}
