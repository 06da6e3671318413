package svg

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// point is a user unit in points: a CSS pixel is a 96th of an inch.
const point = 0.75

// drawing walks the tree and emits shapes.
type drawing struct {
	*document
	sheet    []rule
	items    []vector.Item // what has been drawn, of the group at hand
	drawn    int
	segments int
	active   map[*node]bool // what is being drawn: using it is a cycle
}

// scope is what an element gets from around it.
type scope struct {
	m        matrix // from its user units to points
	style    style
	view     box
	ports    []*port
	depth    int
	clipping bool // inside of a clipPath, where outlines count and no paint does
	cut      bool // inside of what is cut off anyway
}

// port is a viewport that cuts off what reaches outside of it.
type port struct {
	frame
	inverse matrix // from points to the user units of the frame
	// over is how far something does, in user units, and seen how far something that is not cut off
	// by the file itself.
	over, seen float64
}

// draw makes the picture.
func (d *document) draw(sheet []rule) (*vector.Picture, error) {
	w, h, err := d.root.size()
	if err != nil {
		return nil, d.fail(d.root, "%v", err)
	}
	g := &drawing{document: d, sheet: sheet, active: map[*node]bool{}}
	sc := scope{m: matrix{a: point, d: point}, style: initial, view: box{w, h}}
	if err := g.framed(d.root, sc, frame{width: w, height: h}); err != nil {
		return nil, err
	}
	if len(g.items) == 0 {
		return nil, d.fail(d.root, "there is nothing in it to draw")
	}
	return &vector.Picture{Width: fonts.Pt(w * point), Height: fonts.Pt(h * point),
		Items: g.items}, nil
}

// undrawn are elements that draw nothing where they stand: others refer to them.
var undrawn = words("defs symbol style linearGradient radialGradient pattern clipPath " +
	"mask filter marker view animate animateColor animateMotion animateTransform set " +
	"solidColor hatch mesh meshgradient font cursor")

// animations are elements that move others. What they move is drawn where it begins.
var animations = words("animate animateColor animateMotion animateTransform set")

const unmoved = "nothing moves in print: it is drawn as it begins"

// containers are elements that draw what is in them.
var containers = words("g svg use a switch")

// outside says what to do about elements that people are likely to have.
var outside = map[string]string{
	"text":          "text is outside the logo subset; convert it to outlines (paths)",
	"image":         "raster images are outside the logo subset",
	"foreignObject": "other languages inside SVG are outside the logo subset",
}

// element draws an element with what is in it.
func (g *drawing) element(n *node, sc scope) error {
	if animations[n.name] {
		g.note(n, unmoved)
	}
	if undrawn[n.name] {
		return nil
	}
	sc, o, err := g.enter(n, sc)
	if o.none {
		return nil
	}
	if !shapes[n.name] && !containers[n.name] {
		text := outside[n.name]
		if text == "" {
			text = "the element is outside the logo subset"
		}
		return g.fail(n, "%s", text)
	}
	if err != nil || sc.m.determinant() == 0 { // flat: nothing to see
		return err
	}
	g.active[n] = true
	defer delete(g.active, n)
	return g.composed(n, sc, o, func(sc scope) error { return g.content(n, sc, o) })
}

// content draws an element that has been entered.
func (g *drawing) content(n *node, sc scope, o own) error {
	switch n.name {
	case "g", "a":
		return g.children(n, sc)
	case "switch":
		return g.choose(n, sc)
	case "svg":
		f, err := n.frame(sc.view)
		if err != nil {
			return g.fail(n, "%v", err)
		}
		return g.viewport(n, sc, o, f)
	case "use":
		return g.use(n, sc)
	}
	return g.shape(n, sc)
}

// enter is the scope inside an element: one deeper, with its style and transform.
func (g *drawing) enter(n *node, sc scope) (scope, own, error) {
	if sc.depth++; sc.depth > maxDepth {
		return sc, own{}, g.fail(n, "nested more than %d deep, uses followed", maxDepth)
	}
	if g.drawn++; g.drawn > maxDrawn {
		return sc, own{}, g.fail(n, "more than %d elements, uses followed", maxDrawn)
	}
	declared, err := n.cascade(g.sheet)
	if err != nil {
		return sc, own{}, g.fail(n, "%v", err)
	}
	st, o, err := sc.style.apply(declared, diagonal(sc.view.width, sc.view.height))
	if err != nil {
		return sc, o, g.fail(n, "%v", err)
	}
	sc.style = st
	if n.placed == nil {
		value, _ := n.attr("transform")
		m, err := transforms(value)
		if err != nil {
			return sc, o, g.fail(n, "transform: %v", err)
		}
		n.placed = &m
	}
	if sc.m = sc.m.times(*n.placed); !sc.m.finite() {
		return sc, o, g.fail(n, "the transforms are too large")
	}
	return sc, o, nil
}

// choose draws the first of the elements in a <switch> that asks for nothing that is not SVG (SVG
// 1.1, 5.8). Languages are taken as they come.
func (g *drawing) choose(n *node, sc scope) error {
	for _, c := range n.children {
		if _, asks := c.attr("requiredExtensions"); asks || undrawn[c.name] ||
			c.name == "foreignObject" {
			continue
		}
		return g.element(c, sc)
	}
	return nil
}

func (g *drawing) children(n *node, sc scope) error {
	for _, c := range n.children {
		if err := g.element(c, sc); err != nil {
			return err
		}
	}
	return nil
}

// frame is where a nested <svg> lies.
func (n *node) frame(view box) (frame, error) {
	v, err := n.lengths(view, "x", "y", "width", "height")
	f := frame{v[0], v[1], v[2], v[3]}
	if w, ok := n.attr("width"); !ok || w == "auto" {
		f.width = view.width
	}
	if h, ok := n.attr("height"); !ok || h == "auto" {
		f.height = view.height
	}
	if err != nil || f.width < 0 || f.height < 0 {
		return f, negative(err)
	}
	return f, nil
}

// framed enters the root or a symbol and draws it in a frame.
func (g *drawing) framed(n *node, sc scope, f frame) error {
	sc, o, err := g.enter(n, sc)
	if o.none || err != nil {
		return err
	}
	g.active[n] = true
	defer delete(g.active, n)
	if n == g.root {
		o.overflow = false // a picture has no outside
	}
	return g.composed(n, sc, o, func(sc scope) error { return g.viewport(n, sc, o, f) })
}

// viewport draws the inside of an element that has coordinates of its own.
func (g *drawing) viewport(n *node, sc scope, o own, f frame) error {
	view, has, err := n.viewBox()
	if err != nil {
		return g.fail(n, "%v", err)
	}
	if f.width == 0 || f.height == 0 || sc.m.determinant() == 0 {
		return nil
	}
	if o.overflow {
		return g.framing(n, sc, f, view, has)
	}
	outer, cut := g.items, &port{frame: f, inverse: sc.m.invert()}
	g.items = nil
	inner := sc
	inner.ports = append(sc.ports[:len(sc.ports):len(sc.ports)], cut)
	err = g.framing(n, inner, f, view, has)
	drawn := g.items
	if g.items = outer; err != nil || len(drawn) == 0 {
		return err
	}
	most := max(f.width, f.height)
	if cut.over <= most/1000 { // less than any eye sees
		g.items = append(g.items, drawn...)
		return nil
	}
	if cut.seen > most/100 {
		g.note(n, "a shape reaches %.4g over its edge and is cut off there, as viewers do",
			cut.seen)
	}
	edge := vector.Rect(fonts.Pt(f.x), fonts.Pt(f.y), fonts.Pt(f.width), fonts.Pt(f.height))
	g.items = append(g.items, vector.Item{Group: &vector.Group{Items: drawn, Opacity: 1,
		Clips: []vector.Clip{{Path: sc.m.path(edge)}}}})
	return nil
}

// framing draws the inside of a viewport, in its own coordinates.
func (g *drawing) framing(n *node, sc scope, f, view frame, has bool) (err error) {
	inner := translate(f.x, f.y)
	sc.view = box{f.width, f.height}
	if has {
		if inner, err = n.fit(view, f); err != nil {
			return g.fail(n, "%v", err)
		}
		sc.view = box{view.width, view.height}
	}
	if sc.m = sc.m.times(inner); !sc.m.finite() {
		return g.fail(n, "the viewBox enlarges too much")
	}
	if sc.m.determinant() == 0 {
		return nil
	}
	return g.children(n, sc)
}

// use draws another element here (SVG 1.1, 5.6).
func (g *drawing) use(n *node, sc scope) error {
	href, _ := n.attr("href")
	id, inside := strings.CutPrefix(href, "#")
	if !inside {
		return g.fail(n, "%q is not in this file; only elements of the file itself can be used",
			short(href))
	}
	target := g.ids[id]
	switch {
	case target == nil:
		return g.fail(n, "there is no element with the id %q", short(id))
	case g.active[target]:
		return g.fail(n, "#%s uses itself", short(id))
	}
	v, err := n.lengths(sc.view, "x", "y")
	if err != nil {
		return g.fail(n, "%v", err)
	}
	sc.m = sc.m.times(translate(v[0], v[1]))
	if target.name != "symbol" && target.name != "svg" {
		return g.element(target, sc)
	}
	f, err := n.frame(sc.view)
	if err != nil {
		return g.fail(n, "%v", err)
	}
	f.x, f.y = 0, 0
	if target.name == "svg" {
		own, err := target.frame(sc.view)
		if err != nil {
			return g.fail(target, "%v", err)
		}
		f.x, f.y = own.x, own.y
		if _, ok := n.attr("width"); !ok {
			f.width = own.width
		}
		if _, ok := n.attr("height"); !ok {
			f.height = own.height
		}
	}
	return g.framed(target, sc, f)
}

// shape draws a basic shape or path.
func (g *drawing) shape(n *node, sc scope) error {
	for _, c := range n.children {
		if animations[c.name] {
			g.note(c, unmoved)
		}
	}
	path, err := g.outline(n, sc.view, maxSegments-g.segments)
	if err != nil {
		return err
	}
	if g.segments += len(path); g.segments > maxSegments {
		return g.fail(n, "the file has more than %d path segments", maxSegments)
	}
	if len(path) == 0 || sc.style.hidden {
		return nil
	}
	if sc.clipping {
		if n.name != "line" {
			g.add(vector.Shape{Path: sc.m.path(path),
				Paint: vector.Paint{Fill: &white, EvenOdd: sc.style.clipEvenOdd}})
		}
		return nil
	}
	if err := g.painted(n, path, sc); err != nil {
		return g.fail(n, "%v", err)
	}
	return nil
}

func (g *drawing) add(s vector.Shape) { g.items = append(g.items, vector.Item{Shape: &s}) }

// painted adds a shape as its style paints it: fill and stroke as one shape where both are colours
// that hide what is below, one after the other where they are not.
func (g *drawing) painted(n *node, path vector.Path, sc scope) error {
	st := sc.style
	var fill, stroke *layer
	var err error
	// A fill without area is nothing in SVG and a hairline in PDF (ISO 32000-1, 8.5.3.3.1).
	if encloses(path) {
		if fill, err = g.layer(n, "fill", st.fill, st.fillOpacity, path, sc); err != nil {
			return fmt.Errorf("fill: %w", err)
		}
	}
	if st.width > 0 {
		if stroke, err = g.layer(n, "stroke", st.stroke, st.strokeOpacity, path, sc); err != nil {
			return fmt.Errorf("stroke: %w", err)
		}
	}
	if fill == nil && stroke == nil {
		return nil
	}
	sc.reach(path, stroke != nil)
	fillPaint := vector.Paint{EvenOdd: st.evenOdd}
	if fill.plain() && stroke.plain() && !st.strokeFirst {
		paint := st.pencil(sc.m)
		paint.Fill, paint.Stroke, paint.EvenOdd = fill.color, stroke.color, st.evenOdd
		if paint.Nib == nil {
			g.add(vector.Shape{Path: sc.m.path(path), Paint: paint})
			return nil
		}
	}
	layers := []func(){
		func() { g.fill(fill, sc.m.path(path), fillPaint) },
		func() { g.stroke(stroke, sc.m.path(path), st.pencil(sc.m)) },
	}
	if st.strokeFirst {
		slices.Reverse(layers)
	}
	for _, paint := range layers {
		paint()
	}
	return nil
}

// pencil is how a stroke is drawn that a matrix maps onto the picture.
func (s style) pencil(m matrix) vector.Paint {
	scale, similar := m.scale()
	p := vector.Paint{Width: fonts.Pt(s.width * scale), Phase: fonts.Pt(s.dashOffset * scale),
		Caps: s.caps, Joins: s.joins}
	if s.joins == vector.MiterJoin {
		p.Miter = s.miterLimit
	}
	for _, d := range s.dash {
		p.Dash = append(p.Dash, fonts.Pt(d*scale))
	}
	if len(p.Dash)%2 == 1 {
		p.Dash = append(p.Dash, p.Dash...)
	}
	if p.Dash == nil {
		p.Phase = 0
	}
	if !similar {
		p.Nib = &[4]float64{m.a / scale, m.b / scale, m.c / scale, m.d / scale}
	}
	return p
}

// reach tells the viewports around how far a shape reaches out of them.
func (sc scope) reach(path vector.Path, stroked bool) {
	for _, c := range sc.ports {
		m := c.inverse.times(sc.m)
		half := 0.0
		if stroked {
			scale, _ := m.scale()
			half = sc.style.width * scale / 2
		}
		b := bounds(m.path(path), half)
		over := max(c.x-b.left, c.y-b.top, b.right-c.x-c.width, b.bottom-c.y-c.height)
		if math.IsNaN(over) {
			over = max(c.width, c.height)
		}
		c.over = max(c.over, over)
		if !sc.cut {
			c.seen = max(c.seen, over)
		}
	}
}
