package svg

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Living is pictures inside a page of HTML: words stay words, in the faces and at the places that
// they were measured in, and colours and faces are classes, so that a stylesheet says what they
// are. Pictures that share a Living share its classes. The zero value is ready.
//
// A class is a letter and a number: f1 is filled with the first of Fills, s1 stroked with the first
// of Strokes, t1 set in the first of Fonts; n is not filled, m and e are words whose middle or end
// stands at their place.
type Living struct {
	Fills, Strokes []vector.Color
	Fonts          []vector.Font // sizes are CSS pixels
	Runes          []fonts.Runes // of each of Fonts

	fills, strokes map[vector.Color]int
	fonts          map[vector.Font]int
}

// Element is a picture as an element, but for the numbers of its classes, which depend on what stands
// before it. Elements are made side by side.
type Element struct {
	text           []byte
	classes        []class // in their order
	fills, strokes []vector.Color
	fonts          []vector.Font
	runes          []fonts.Runes
}

// class is a place in an element where a class stands: a letter, and which of the element's values
// of that kind it has.
type class struct {
	at    int
	kind  byte
	value int
}

// livingUnits are the steps that a pixel is parted in: a tenth is finer than any screen shows.
const livingUnits = 10

// Live makes a picture, scale CSS pixels a point, an element of a class that is hidden from assistive
// technology: what it says must be said beside it. The picture is Plain.
func Live(p *vector.Picture, scale float64, name string) *Element {
	w := livingWriter{scale: fonts.Pt(scale)}
	width, height := w.length(p.Width), w.length(p.Height)
	w.text = append(w.text, `<svg class="`+name+`" viewBox="0 0 `+width+` `+height+`" width="`+width+
		`" height="`+height+`" aria-hidden="true">`...)
	w.items(p.Items)
	w.end()
	w.text = append(w.text, "</svg>"...)
	return &w.Element
}

// Len is about how many bytes the element takes.
func (e *Element) Len() int { return len(e.text) + 2*len(e.classes) }

// Append appends a picture to a page, as Live makes it.
func (l *Living) Append(b []byte, p *vector.Picture, scale float64, name string) []byte {
	return l.Join(b, Live(p, scale, name))
}

// Join appends an element to a page.
func (l *Living) Join(b []byte, e *Element) []byte {
	names := [...][]string{
		numbers(&l.fills, &l.Fills, e.fills), numbers(&l.strokes, &l.Strokes, e.strokes),
		numbers(&l.fonts, &l.Fonts, e.fonts),
	}
	l.Runes = append(l.Runes, make([]fonts.Runes, len(l.Fonts)-len(l.Runes))...)
	for i, f := range e.fonts {
		l.Runes[l.fonts[f]-1].AddAll(&e.runes[i])
	}
	from := 0
	for _, c := range e.classes {
		b = append(append(b, e.text[from:c.at]...), c.kind)
		b = append(b, names[strings.IndexByte(kinds, c.kind)][c.value]...)
		from = c.at
	}
	return append(b, e.text[from:]...)
}

// kinds are the letters of classes: fills, strokes, fonts.
const kinds = "fst"

// numbers are the numbers of values among those of their kind, which new ones are added to.
func numbers[T comparable](known *map[T]int, all *[]T, values []T) []string {
	if *known == nil {
		*known = map[T]int{}
	}
	out := make([]string, len(values))
	for i, v := range values {
		n, ok := (*known)[v]
		if !ok {
			*all = append(*all, v)
			n = len(*all)
			(*known)[v] = n
		}
		out[i] = strconv.Itoa(n)
	}
	return out
}

type livingWriter struct {
	Element
	scale fonts.Pt
	paint *vector.Paint // of the path that is open
	dots  fonts.Pt      // the radius of its circles, when it is nothing but filled ones; else 0
	path  pathWriter
}

func (w *livingWriter) length(v fonts.Pt) string {
	return string(tenths(nil, float64(v*w.scale)))
}

// tenths appends a number with at most one decimal.
func tenths(b []byte, v float64) []byte {
	from := len(b)
	b = bytes.TrimSuffix(strconv.AppendFloat(b, v, 'f', 1, 64), []byte(".0"))
	if string(b[from:]) == "-0" {
		return append(b[:from], '0')
	}
	return b
}

func (w *livingWriter) items(all []vector.Item) {
	for _, it := range all {
		switch {
		case it.Shape != nil:
			w.shape(it.Shape)
		case it.Label != nil:
			w.end()
			w.label(it.Label)
		}
	}
}

// shape adds a shape to the open path when both are painted alike: a field of dots is one path.
// Filled circles of one size are the round ends of lines without length, which take few digits.
func (w *livingWriter) shape(s *vector.Shape) {
	centers, radius := circles(s.Path)
	dots := fonts.Pt(0)
	if s.Paint.Fill != nil && !s.Paint.Stroked() {
		dots = radius
	}
	if w.paint == nil || !alike(w.paint, &s.Paint) || w.dots != dots {
		w.end()
		w.begin(&s.Paint, dots)
	}
	for _, at := range centers {
		if dots > 0 {
			w.path.to('m', w.point(at))
			w.path.out, w.path.last = append(w.path.out, "h0"...), 'h'
		} else {
			w.path.circle(w.point(at), radius*w.scale)
		}
	}
	if len(centers) > 0 {
		return
	}
	for _, seg := range s.Path {
		for k := range seg.P {
			seg.P[k] = w.point(seg.P[k])
		}
		w.path.segment(seg)
	}
}

func (w *livingWriter) point(p vector.Point) vector.Point {
	return vector.Point{X: p.X * w.scale, Y: p.Y * w.scale}
}

// alike says whether shapes of two paints may be one path.
func alike(a, b *vector.Paint) bool {
	same := func(p, q *vector.Color) bool {
		return p == nil && q == nil || p != nil && q != nil && *p == *q
	}
	return !a.EvenOdd && !b.EvenOdd && same(a.Fill, b.Fill) && same(a.Stroke, b.Stroke) &&
		a.Width == b.Width && a.Caps == b.Caps && a.Joins == b.Joins && a.Phase == b.Phase &&
		slices.Equal(a.Dash, b.Dash)
}

func (w *livingWriter) begin(p *vector.Paint, dots fonts.Pt) {
	w.paint, w.dots = p, dots
	w.path = pathWriter{units: livingUnits, out: w.path.out[:0]}
	if dots > 0 {
		w.text = append(w.text, `<path class="n `...)
		placeFor(w, 's', &w.strokes, *p.Fill)
		w.text = append(w.text, `" stroke-width="`+w.length(2*dots)+`" stroke-linecap="round"`...)
		return
	}
	w.text = append(w.text, `<path class="`...)
	if p.Fill != nil {
		placeFor(w, 'f', &w.fills, *p.Fill)
	} else {
		w.text = append(w.text, 'n')
	}
	if p.Stroked() {
		w.text = append(w.text, ' ')
		placeFor(w, 's', &w.strokes, *p.Stroke)
	}
	w.text = append(w.text, '"')
	if p.Filled() && p.EvenOdd {
		w.text = append(w.text, ` fill-rule="evenodd"`...)
	}
	if p.Stroked() {
		w.stroke(p)
	}
}

// stroke writes how a path is stroked.
func (w *livingWriter) stroke(p *vector.Paint) {
	w.text = append(w.text, ` stroke-width="`+w.length(p.Width)+`"`...)
	if p.Caps != vector.ButtCap {
		w.text = append(w.text, ` stroke-linecap="`+caps[p.Caps]+`"`...)
	}
	if p.Joins != vector.MiterJoin {
		w.text = append(w.text, ` stroke-linejoin="`+joins[p.Joins]+`"`...)
	}
	if len(p.Dash) > 0 {
		dash := make([]string, len(p.Dash))
		for i, d := range p.Dash {
			dash[i] = w.length(d)
		}
		w.text = append(w.text, ` stroke-dasharray="`+strings.Join(dash, " ")+`"`...)
	}
}

// end ends the path that is open, if one is.
func (w *livingWriter) end() {
	if w.paint == nil {
		return
	}
	w.text = append(append(append(w.text, ` d="`...), w.path.out...), `"/>`...)
	w.paint = nil
}

// placeFor leaves room for the class of a value among those of its kind, new or not.
func placeFor[T comparable](w *livingWriter, kind byte, all *[]T, value T) int {
	i := slices.Index(*all, value)
	if i < 0 {
		i = len(*all)
		*all = append(*all, value)
	}
	w.classes = append(w.classes, class{len(w.text), kind, i})
	return i
}

const softHyphen = "\u00ad"

// label writes a line of words. A soft hyphen at its end is the hyphen that it was measured as.
func (w *livingWriter) label(l *vector.Label) {
	words := l.Text
	if before, parted := strings.CutSuffix(words, softHyphen); parted {
		words = before + "-"
	}
	words = strings.ReplaceAll(words, softHyphen, "")
	if strings.TrimSpace(words) == "" {
		return
	}
	font := l.Font
	font.Size *= w.scale
	w.text = append(w.text, `<text class="`...)
	i := placeFor(w, 't', &w.fonts, font)
	if i == len(w.runes) {
		w.runes = append(w.runes, fonts.Runes{})
	}
	w.runes[i].AddText(words)
	w.text = append(w.text, ' ')
	placeFor(w, 'f', &w.fills, l.Color)
	at := w.point(l.At)
	w.text = append(append(w.text, [...]string{"", " m", " e"}[l.Align]...), `" x="`...)
	w.text = append(tenths(w.text, float64(at.X)), `" y="`...)
	w.text = append(tenths(w.text, float64(at.Y)), `">`...)
	w.text = append(append(w.text, escaped(words)...), "</text>"...)
}

// circles are the centres of a path that is nothing but circles of one radius, as vector.Circle makes
// them; none for any other path.
func circles(p vector.Path) (centers []vector.Point, radius fonts.Pt) {
	if len(p) == 0 || len(p)%vector.CircleSegments != 0 {
		return nil, 0
	}
	for i := 0; i < len(p); i += vector.CircleSegments {
		at, r, ok := circle(p[i : i+vector.CircleSegments])
		if !ok || i > 0 && (r-radius > 1e-3 || radius-r > 1e-3) {
			return nil, 0
		}
		if i == 0 {
			radius = r
		}
		centers = append(centers, at)
	}
	return centers, radius
}

// circle is the centre and the radius of a path that is one circle, as vector.Circle makes it.
func circle(p vector.Path) (at vector.Point, r fonts.Pt, ok bool) {
	if len(p) != vector.CircleSegments || p[0].Op != vector.MoveTo || p[5].Op != vector.Close {
		return at, 0, false
	}
	for _, s := range p[1:5] {
		if s.Op != vector.CurveTo {
			return at, 0, false
		}
	}
	right, left := p[0].P[0], p[2].P[2]
	at = vector.Point{X: (right.X + left.X) / 2, Y: (right.Y + left.Y) / 2}
	r = (right.X - left.X) / 2
	below, above := p[1].P[2], p[3].P[2]
	near := func(a, b fonts.Pt) bool { return a-b < 1e-3 && b-a < 1e-3 }
	ok = r > 0 && near(right.Y, left.Y) && near(below.X, at.X) && near(above.X, at.X) &&
		near(below.Y-at.Y, r) && near(at.Y-above.Y, r)
	return at, r, ok
}
