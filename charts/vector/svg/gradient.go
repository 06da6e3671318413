package svg

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// layer is a fill or a stroke as it is put on paper. A nil layer shows nothing.
type layer struct {
	color    *vector.Color
	gradient *vector.Gradient
	fade     *vector.Gradient // in grays: how much shows where; nil for all
	opacity  float64
}

// plain reports whether the layer is a colour that hides what is below it.
func (l *layer) plain() bool { return l != nil && l.color != nil && l.opacity == 1 }

// layer is what a paint is on a path.
func (g *drawing) layer(
	n *node, name string, p paint, opacity float64, path vector.Path, sc scope,
) (*layer, error) {
	c := p.color
	switch p.kind {
	case nothing:
		return nil, nil
	case server:
		return g.served(n, name, p, opacity, path, sc)
	case current:
		c = sc.style.color
	}
	if opacity *= 1 - c.clear; opacity == 0 {
		return nil, nil
	}
	return &layer{color: c.vector(), opacity: opacity}, nil
}

// served is a paint that stands elsewhere in the file.
func (g *drawing) served(
	of *node, name string, p paint, opacity float64, path vector.Path, sc scope,
) (*layer, error) {
	n := g.ids[p.id]
	switch {
	case n != nil && (n.name == "linearGradient" || n.name == "radialGradient"):
		l, err := g.gradient(n, path, sc)
		if err != nil {
			return nil, g.fail(n, "%v", err)
		}
		if l == nil || l.opacity*opacity == 0 {
			return nil, nil
		}
		l.opacity *= opacity
		return l, nil
	case n != nil && n.name == "pattern":
		return nil, fmt.Errorf("patterns are outside the logo subset: #%s", short(p.id))
	case p.instead != nil:
		return g.layer(of, name, *p.instead, opacity, path, sc)
	case n != nil:
		return nil, fmt.Errorf("#%s is neither a colour nor a gradient", short(p.id))
	}
	g.note(of, "%s: there is nothing with the id %q; nothing is painted, as in viewers", name,
		short(p.id))
	return nil, nil
}

// fill adds a filled path.
func (g *drawing) fill(l *layer, path vector.Path, p vector.Paint) {
	if l == nil {
		return
	}
	p.Fill, p.FillGradient = l.color, l.gradient
	faded := p
	faded.Fill, faded.FillGradient = nil, l.fade
	g.faded(l, vector.Shape{Path: path, Paint: p}, vector.Shape{Path: path, Paint: faded})
}

// stroke adds a stroked path.
func (g *drawing) stroke(l *layer, path vector.Path, p vector.Paint) {
	if l == nil {
		return
	}
	p.Stroke, p.StrokeGradient = l.color, l.gradient
	faded := p
	faded.Stroke, faded.StrokeGradient = nil, l.fade
	g.faded(l, vector.Shape{Path: path, Paint: p}, vector.Shape{Path: path, Paint: faded})
}

// faded adds a shape at its layer's opacity, and through its fade if it has one.
func (g *drawing) faded(l *layer, s, fade vector.Shape) {
	if l.opacity == 1 && l.fade == nil {
		g.add(s)
		return
	}
	group := &vector.Group{Items: []vector.Item{{Shape: &s}}, Opacity: l.opacity}
	if l.fade != nil {
		group.Mask = []vector.Item{{Shape: &fade}}
	}
	g.items = append(g.items, vector.Item{Group: group})
}

// chain is a gradient with those from which it takes what it does not say itself (SVG 1.1, 13.2).
type chain []*node

func (g *drawing) chain(n *node) (chain, error) {
	var c chain
	for n != nil && len(c) < maxDepth {
		if slices.Contains(c, n) {
			return nil, fmt.Errorf("takes its colours from itself")
		}
		c = append(c, n)
		href, _ := n.attr("href")
		next := g.ids[strings.TrimPrefix(href, "#")]
		if next != nil && next.name != "linearGradient" && next.name != "radialGradient" {
			next = nil
		}
		n = next
	}
	return c, nil
}

// attr is what the first in the chain says that says it.
func (c chain) attr(name string) (string, bool) {
	for _, n := range c {
		if v, ok := n.attr(name); ok {
			return v, true
		}
	}
	return "", false
}

// stops are those of the first in the chain that has any.
func (c chain) stops() (out []*node) {
	for _, n := range c {
		for _, s := range n.children {
			if s.name == "stop" {
				out = append(out, s)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// stop is a colour with its opacity at a place.
type stop struct {
	at    float64
	color rgb
}

// gradient is a gradient on a path (SVG 1.1, 13.2). A run of no length is its last colour, one
// without colours shows nothing.
func (g *drawing) gradient(n *node, path vector.Path, sc scope) (*layer, error) {
	c, err := g.chain(n)
	if err != nil {
		return nil, err
	}
	stops, err := g.stops(c.stops())
	if err != nil || len(stops) == 0 {
		return nil, err
	}
	out := &vector.Gradient{Radial: n.name == "radialGradient"}
	m, view, ok, err := c.space(path, sc)
	if err != nil || !ok {
		return nil, err
	}
	if out.Radial {
		err = c.circles(out, view)
	} else {
		err = c.line(out, view)
	}
	if err != nil {
		return nil, err
	}
	if len(stops) == 1 || out.From == out.To && out.R0 == out.R1 {
		last := stops[len(stops)-1].color
		return &layer{color: last.vector(), opacity: 1 - last.clear}, nil
	}
	if err := c.spread(out, &stops, extentOf(sc, path, m)); err != nil {
		return nil, err
	}
	out.Matrix = [6]float64{m.a, m.b, m.c, m.d, m.e, m.f}
	return fading(out, stops), nil
}

// fading gives a gradient its colours, and parts off what their opacities fade.
func fading(out *vector.Gradient, stops []stop) *layer {
	l := &layer{gradient: out, opacity: 1 - stops[0].color.clear}
	even := true
	for _, s := range stops {
		even = even && s.color.clear == stops[0].color.clear
		out.Stops = append(out.Stops, vector.Stop{At: s.at, Color: *s.color.vector()})
	}
	if even {
		return l
	}
	fade := *out
	fade.Stops = nil
	for _, s := range stops {
		fade.Stops = append(fade.Stops, vector.Stop{At: s.at, Color: gray(1 - s.color.clear)})
	}
	l.fade, l.opacity = &fade, 1
	return l
}

// space is the coordinates of a gradient: the matrix from them to points, and what 100 % is of. ok
// is false when it shows nothing, as in a box without area.
func (c chain) space(path vector.Path, sc scope) (m matrix, view box, ok bool, err error) {
	m, view = sc.m, sc.view
	units, _ := c.attr("gradientUnits")
	if units != "userSpaceOnUse" {
		b := bounds(path, 0)
		m, ok = m.times(b.unit()), b.right > b.left && b.bottom > b.top
		view = box{1, 1}
		if !ok {
			return m, view, false, nil
		}
	}
	value, _ := c.attr("gradientTransform")
	own, err := transforms(value)
	if err != nil {
		return m, view, false, fmt.Errorf("gradientTransform: %w", err)
	}
	m = m.times(own)
	return m, view, m.finite() && m.determinant() != 0, nil
}

// length is a place of a gradient; not is what it is when nobody says it.
func (c chain) length(name, not string, view box) (float64, error) {
	value, ok := c.attr(name)
	if !ok {
		value = not
	}
	v, err := length(value, view.full(name))
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	return v, nil
}

// line reads the ends of a linear gradient.
func (c chain) line(out *vector.Gradient, view box) error {
	var v [4]float64
	for i, name := range [...]string{"x1", "y1", "x2", "y2"} {
		var err error
		if v[i], err = c.length(name, [...]string{"0%", "0%", "100%", "0%"}[i], view); err != nil {
			return err
		}
	}
	out.From = vector.Point{X: fonts.Pt(v[0]), Y: fonts.Pt(v[1])}
	out.To = vector.Point{X: fonts.Pt(v[2]), Y: fonts.Pt(v[3])}
	return nil
}

// circles reads the circles of a radial gradient. A focus outside of its circle is drawn on it
// (SVG 1.1, 13.2.3); a little inside, since on it readers of PDF differ.
func (c chain) circles(out *vector.Gradient, view box) error {
	var v [6]float64
	for i, name := range [...]string{"cx", "cy", "r", "fx", "fy", "fr"} {
		not := [...]string{"50%", "50%", "50%", "", "", "0%"}[i]
		if _, ok := c.attr(name); !ok && not == "" {
			v[i] = v[i-3]
			continue
		}
		var err error
		if v[i], err = c.length(name, not, view); err != nil {
			return err
		}
	}
	if v[2] < 0 || v[5] < 0 {
		return fmt.Errorf("the radius is negative")
	}
	v[5] = min(v[5], v[2])
	const inside = 0.999
	dx, dy := v[3]-v[0], v[4]-v[1]
	if far := math.Hypot(dx, dy); far > inside*(v[2]-v[5]) && far > 0 {
		k := inside * (v[2] - v[5]) / far
		v[3], v[4] = v[0]+k*dx, v[1]+k*dy
	}
	out.From, out.R0 = vector.Point{X: fonts.Pt(v[3]), Y: fonts.Pt(v[4])}, v[5]
	out.To, out.R1 = vector.Point{X: fonts.Pt(v[0]), Y: fonts.Pt(v[1])}, v[2]
	if v[2] == v[5] { // no ring between the circles
		out.From, out.R0 = out.To, v[2]
	}
	return nil
}

// stops reads the colours of a gradient. No place comes before an earlier one.
func (g *drawing) stops(nodes []*node) (out []stop, err error) {
	if len(nodes) > maxStops {
		return nil, fmt.Errorf("more than %d colours", maxStops)
	}
	for _, n := range nodes {
		s, err := g.stop(n)
		if err != nil {
			return nil, err
		}
		if len(out) > 0 {
			s.at = max(s.at, out[len(out)-1].at)
		}
		out = append(out, s)
	}
	return out, nil
}

func (g *drawing) stop(n *node) (s stop, err error) {
	value, ok := n.attr("offset")
	if !ok {
		value = "0"
	}
	if s.at, err = opacity(value); err != nil {
		return s, fmt.Errorf("offset: %w", err)
	}
	declared, err := n.cascade(g.sheet)
	if err != nil {
		return s, err
	}
	alpha := 1.0
	for _, d := range declared {
		switch {
		case d.property == "stop-opacity":
			alpha, err = opacity(d.value)
		case d.property != "stop-color":
		case strings.EqualFold(d.value, "currentColor"):
			var st style
			st, err = g.inherited(n)
			s.color = st.color
		default:
			s.color, err = readColor(d.value)
		}
		if err != nil {
			return s, fmt.Errorf("%s: %w", d.property, err)
		}
	}
	s.color.clear = 1 - alpha*(1-s.color.clear)
	return s, nil
}

// inherited is the style of an element by what stands around it in the file. Those that draw
// nothing themselves are not entered on the way of drawing.
func (g *drawing) inherited(n *node) (style, error) {
	if n == nil {
		return initial, nil
	}
	if n.styled == nil {
		st, err := g.inherited(n.parent)
		if err != nil {
			return st, err
		}
		declared, err := n.cascade(g.sheet)
		if err != nil {
			return st, err
		}
		if st, _, err = st.apply(declared, 0); err != nil {
			return st, err
		}
		n.styled = &st
	}
	return *n.styled, nil
}

// extentOf is what a path paints, stroke included, in the coordinates of a gradient.
func extentOf(sc scope, path vector.Path, m matrix) extent {
	scale, _ := sc.m.scale()
	return bounds(m.invert().times(sc.m).path(path), 0).grown(
		sc.style.width * scale * m.invert().most())
}

// spread makes a gradient that begins anew, or turns back, one long gradient over all of what is
// painted (SVG 1.1, 13.2.4).
func (c chain) spread(out *vector.Gradient, stops *[]stop, over extent) error {
	method, ok := c.attr("spreadMethod")
	if !ok || method == "pad" {
		return nil
	}
	if err := one(method, "reflect", "repeat"); err != nil {
		return fmt.Errorf("spreadMethod: %w", err)
	}
	from, to := turnsOver(out, over)
	count := float64(to - from)
	var all []stop
	for k := from; k < to; k++ {
		turn := slices.Clone(*stops)
		if method == "reflect" && k%2 != 0 {
			slices.Reverse(turn)
			for i := range turn {
				turn[i].at = 1 - turn[i].at
			}
		}
		// What is before the first colour and after the last belongs to each turn.
		turn = append([]stop{{0, turn[0].color}}, append(turn, stop{1, turn[len(turn)-1].color})...)
		for _, s := range turn {
			all = append(all, stop{(float64(k-from) + s.at) / count, s.color})
		}
	}
	*stops = all
	a, b := out.From, out.To
	dx, dy := b.X-a.X, b.Y-a.Y
	at := func(t int) vector.Point {
		return vector.Point{X: a.X + fonts.Pt(t)*dx, Y: a.Y + fonts.Pt(t)*dy}
	}
	out.From, out.To = at(from), at(to)
	grow := out.R1 - out.R0
	out.R0, out.R1 = out.R0+float64(from)*grow, out.R0+float64(to)*grow
	return nil
}

// turnsOver are the first turn of a gradient that is seen, and the one after the last.
func turnsOver(g *vector.Gradient, over extent) (from, to int) {
	low, high := math.Inf(1), math.Inf(-1)
	dx, dy := float64(g.To.X-g.From.X), float64(g.To.Y-g.From.Y)
	for _, x := range [...]float64{over.left, over.right} {
		for _, y := range [...]float64{over.top, over.bottom} {
			var t float64
			if g.Radial {
				// The circles of turn t hold all that is this far from the first one's centre.
				far := math.Hypot(x-float64(g.From.X), y-float64(g.From.Y))
				t = far / max(g.R1-g.R0-math.Hypot(dx, dy), 1e-3*g.R1)
			} else {
				t = ((x-float64(g.From.X))*dx + (y-float64(g.From.Y))*dy) / (dx*dx + dy*dy)
			}
			low, high = min(low, t), max(high, t)
		}
	}
	if g.Radial {
		low = 0
	}
	if math.IsNaN(low) || math.IsNaN(high) {
		return 0, 1
	}
	low, high = max(low, -maxTurns/2), min(high, maxTurns/2)
	from, to = int(math.Floor(low)), int(math.Ceil(high))
	return from, max(to, from+1)
}

// gray is a gray of that much light.
func gray(light float64) vector.Color {
	v := uint8(math.Round(255 * max(0, min(light, 1))))
	return vector.Color{Name: prefix + "mask", R: v, G: v, B: v}
}

var white = gray(1)
