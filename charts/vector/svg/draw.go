package svg

import (
	"fmt"
	"math"
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
	pic      *vector.Picture
	drawn    int
	segments int
	active   map[*node]bool // what is being drawn: using it is a cycle
}

// scope is what an element gets from around it.
type scope struct {
	m     matrix // from its user units to points
	style style
	view  box
	clips []clip
	depth int
}

// clip is a viewport that cuts off what reaches outside of it.
type clip struct {
	frame
	inverse matrix // from points to the user units of the frame
	element string
}

// draw makes the picture.
func (d *document) draw(sheet []rule) (*vector.Picture, error) {
	w, h, err := d.root.size()
	if err != nil {
		return nil, d.fail(d.root, "%v", err)
	}
	g := &drawing{document: d, sheet: sheet, active: map[*node]bool{},
		pic: &vector.Picture{Width: fonts.Pt(w * point), Height: fonts.Pt(h * point)}}
	sc := scope{m: matrix{a: point, d: point}, style: initial, view: box{w, h}}
	if err := g.framed(d.root, sc, frame{width: w, height: h}); err != nil {
		return nil, err
	}
	if len(g.pic.Items) == 0 {
		return nil, d.fail(d.root, "there is nothing in it to draw")
	}
	return g.pic, nil
}

// undrawn are elements that draw nothing where they stand: others refer to them.
var undrawn = words("defs symbol style linearGradient radialGradient pattern clipPath " +
	"mask filter marker view")

// outside says what to do about elements that people are likely to have.
var outside = map[string]string{
	"text":          "text is outside the logo subset; convert it to outlines (paths)",
	"image":         "raster images are outside the logo subset",
	"a":             "links are outside the logo subset; take the <a> away and keep what is in it",
	"switch":        "conditions are outside the logo subset; keep the branch that is meant",
	"foreignObject": "other languages inside SVG are outside the logo subset",
}

// element draws an element with what is in it.
func (g *drawing) element(n *node, sc scope) error {
	if undrawn[n.name] {
		return nil
	}
	sc, o, err := g.enter(n, sc)
	if o.none {
		return nil
	}
	if !shapes[n.name] && n.name != "g" && n.name != "svg" && n.name != "use" {
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
	switch n.name {
	case "g":
		return g.children(n, sc)
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
		value, ok := n.attr("transform")
		if ok && (n.name == "svg" || n.name == "symbol") {
			return sc, o, g.fail(n, "transform: put it on a <g> inside")
		}
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
	return g.viewport(n, sc, o, f)
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
	if !o.overflow {
		sc.clips = append(sc.clips[:len(sc.clips):len(sc.clips)], clip{f, sc.m.invert(), n.name})
	}
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
		if !undrawn[c.name] {
			return g.fail(c,
				"animations and other elements inside a shape are outside the logo subset")
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
	st := sc.style
	fill, err := st.shown(st.fill, st.fillOpacity, "fill")
	if err != nil {
		return g.fail(n, "%v", err)
	}
	if n.name == "line" {
		fill = nil
	}
	if st.width == 0 {
		st.stroke = paint{}
	}
	stroke, err := st.shown(st.stroke, st.strokeOpacity, "stroke")
	if err != nil {
		return g.fail(n, "%v", err)
	}
	if fill == nil && stroke == nil {
		return nil
	}
	if err := g.inside(path, stroke != nil, sc); err != nil {
		return g.fail(n, "%v", err)
	}
	if err := g.paint(path, fill, stroke, sc); err != nil {
		return g.fail(n, "%v", err)
	}
	return nil
}

// shown is the colour of a paint; nil for none.
func (s style) shown(p paint, opacity float64, name string) (*vector.Color, error) {
	switch {
	case p.kind == nothing:
		return nil, nil
	case p.kind == server:
		return nil, fmt.Errorf("%s: gradients and patterns are outside the logo subset: %s", name,
			short(p.ref))
	case opacity < 1:
		return nil, fmt.Errorf("%s-opacity: transparency is outside the logo subset; "+
			"give the colour itself", name)
	case p.kind == current:
		return s.color.vector(), nil
	}
	return p.color.vector(), nil
}

// paint adds the shape, or two when the stroke needs a path of its own.
func (g *drawing) paint(path vector.Path, fill, stroke *vector.Color, sc scope) error {
	p := vector.Paint{Fill: fill, EvenOdd: fill != nil && sc.style.evenOdd}
	if stroke == nil {
		g.pic.AddShape(sc.m.path(path), p)
		return nil
	}
	scale, similar := sc.m.scale()
	if !similar {
		return fmt.Errorf("a stroke under a transform that is not the same in all directions; " +
			"make the line an outline")
	}
	line, caps, joins, err := stroked(path, sc.style)
	if err != nil {
		return err
	}
	if fill != nil && len(line) != len(path) {
		g.pic.AddShape(sc.m.path(path), p)
		p = vector.Paint{}
	}
	p.Stroke, p.Width = stroke, fonts.Pt(sc.style.width*scale)
	p.RoundCaps, p.RoundJoins = caps, joins
	for _, d := range sc.style.dash {
		p.Dash = append(p.Dash, fonts.Pt(d*scale))
	}
	if len(p.Dash)%2 == 1 {
		p.Dash = append(p.Dash, p.Dash...)
	}
	g.pic.AddShape(sc.m.path(line), p)
	return nil
}

// inside is an error when a shape reaches outside of a viewport that cuts it off.
func (g *drawing) inside(path vector.Path, stroked bool, sc scope) error {
	for _, c := range sc.clips {
		m := c.inverse.times(sc.m)
		half := 0.0
		if stroked {
			scale, _ := m.scale()
			half = sc.style.width * scale / 2
		}
		b := bounds(m.path(path), half)
		over := max(c.x-b.left, c.y-b.top, b.right-c.x-c.width, b.bottom-c.y-c.height)
		if math.IsNaN(over) || over > max(c.width, c.height)/100 {
			return fmt.Errorf("reaches %.4g outside of its <%s>, where viewers cut it off; "+
				"enlarge the viewBox or cut the shape", over, c.element)
		}
	}
	return nil
}
