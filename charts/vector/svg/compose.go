package svg

import (
	"fmt"

	"rapport/charts/vector"
	"rapport/fonts"
)

// composed draws an element, and puts it on paper as one when it is cut off or lets shine through
// (SVG 1.1, 14).
func (g *drawing) composed(n *node, sc scope, o own, draw func(scope) error) error {
	if sc.clipping {
		o.clear, o.mask = 0, ""
	}
	if !o.composes() {
		return draw(sc)
	}
	outer := g.items
	g.items = nil
	inner := sc
	inner.cut = sc.cut || o.clip != "" || o.mask != ""
	err := draw(inner)
	group := &vector.Group{Items: g.items, Opacity: 1}
	g.items = outer
	if err != nil || len(group.Items) == 0 || o.clear == 1 {
		return err
	}
	if o.clip != "" {
		if err := g.clip(n, sc, o.clip, group); err != nil {
			return err
		}
	}
	if o.mask != "" {
		if group, err = g.mask(n, sc, o.mask, group); err != nil {
			return err
		}
	}
	if len(group.Items) == 0 {
		return nil
	}
	group.Opacity = 1 - o.clear
	g.items = append(g.items, vector.Item{Group: group})
	return nil
}

// target is the element of a kind that cuts another one off; nil when there is none, which viewers
// draw whole.
func (g *drawing) target(n *node, id, kind string) (*node, error) {
	to := g.ids[id]
	switch {
	case to == nil || to.name != kind:
		g.note(n, "there is no <%s> with the id %q; the element is drawn whole, as viewers do",
			kind, short(id))
		return nil, nil
	case g.active[to]:
		return nil, g.fail(n, "#%s uses itself", short(id))
	}
	return to, nil
}

// aside draws the children of an element that draws nothing where it stands, in the coordinates of
// whom it cuts.
func (g *drawing) aside(to *node, sc scope) ([]vector.Item, own, error) {
	style, err := g.inherited(to.parent)
	if err != nil {
		return nil, own{}, g.fail(to, "%v", err)
	}
	sc.style, sc.ports, sc.cut = style, nil, true
	sc, o, err := g.enter(to, sc)
	if err != nil || o.none || sc.m.determinant() == 0 {
		return nil, o, err
	}
	g.active[to] = true
	defer delete(g.active, to)
	outer := g.items
	g.items = nil
	err = g.children(to, sc)
	items := g.items
	g.items = outer
	return items, o, err
}

// clip cuts a group off at a clipPath (SVG 1.1, 14.3): at its outline when it is one, else through
// a mask of its outlines.
func (g *drawing) clip(n *node, sc scope, id string, group *vector.Group) error {
	to, err := g.target(n, id, "clipPath")
	if to == nil {
		return err
	}
	sc.clipping = true
	if ok := g.inUnits(to, "clipPathUnits", false, &sc, group); !ok {
		group.Items = nil
		return nil
	}
	items, o, err := g.aside(to, sc)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		group.Items = nil // cut off altogether
		return nil
	}
	if c, ok := together(items); ok {
		group.Clips = append(group.Clips, c)
	} else {
		group.Mask = items
	}
	if o.clip == "" {
		return nil
	}
	g.active[to] = true
	defer delete(g.active, to)
	inner := *group
	*group = vector.Group{Items: []vector.Item{{Group: &inner}}, Opacity: 1}
	return g.clip(to, sc, o.clip, group)
}

// together is several outlines as one, which they can be when they do not overlap.
func together(items []vector.Item) (vector.Clip, bool) {
	var c vector.Clip
	var boxes []extent
	for i, it := range items {
		if it.Shape == nil || i > 0 && it.Shape.Paint.EvenOdd != c.EvenOdd {
			return c, false
		}
		b := bounds(it.Shape.Path, 0)
		for _, other := range boxes {
			if b.meets(other) {
				return c, false
			}
		}
		boxes = append(boxes, b)
		c.EvenOdd = it.Shape.Paint.EvenOdd
		c.Path = append(c.Path, it.Shape.Path...)
		if len(boxes) > 100 {
			return c, false
		}
	}
	return c, true
}

// mask lets a group show through a mask (SVG 1.1, 14.4), within the mask's frame.
func (g *drawing) mask(
	n *node, sc scope, id string, group *vector.Group,
) (*vector.Group, error) {
	to, err := g.target(n, id, "mask")
	if to == nil {
		return group, err
	}
	if group.Mask != nil {
		group = &vector.Group{Items: []vector.Item{{Group: group}}, Opacity: 1}
	}
	region := sc
	if ok := g.inUnits(to, "maskUnits", true, &region, group); !ok {
		group.Items = nil
		return group, nil
	}
	frame, err := to.maskFrame(region.view)
	if err != nil {
		return nil, g.fail(to, "%v", err)
	}
	if ok := g.inUnits(to, "maskContentUnits", false, &sc, group); !ok {
		group.Items = nil
		return group, nil
	}
	items, o, err := g.aside(to, sc)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		group.Items = nil
		return group, nil
	}
	group.Clips = append(group.Clips, vector.Clip{Path: region.m.path(frame)})
	group.Mask = []vector.Item{{Group: &vector.Group{Items: lights(items, o.alpha), Opacity: 1}}}
	if o.clip != "" || o.mask != "" {
		return nil, g.fail(to, "a mask that is cut off itself is outside the logo subset")
	}
	return group, nil
}

// maskFrame is where a mask lies.
func (n *node) maskFrame(view box) (vector.Path, error) {
	v := [4]float64{}
	for i, name := range [...]string{"x", "y", "width", "height"} {
		value, ok := n.attr(name)
		if !ok {
			value = [...]string{"-10%", "-10%", "120%", "120%"}[i]
		}
		var err error
		if v[i], err = length(value, view.full(name)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if v[2] < 0 || v[3] < 0 {
		return nil, negative(nil)
	}
	return vector.Rect(fonts.Pt(v[0]), fonts.Pt(v[1]), fonts.Pt(v[2]), fonts.Pt(v[3])), nil
}

// inUnits makes a scope that of the box around a group if an attribute says so, or if it says
// nothing and byBox is set. ok is false for a box without area.
func (g *drawing) inUnits(
	n *node, name string, byBox bool, sc *scope, group *vector.Group,
) (ok bool) {
	if value, has := n.attr(name); has {
		byBox = value == "objectBoundingBox"
	}
	if !byBox {
		return true
	}
	b := empty
	inverse := sc.m.invert()
	vector.Each(group.Items, func(s *vector.Shape) { b.join(bounds(inverse.path(s.Path), 0)) })
	if !(b.right > b.left && b.bottom > b.top) {
		return false
	}
	sc.m, sc.view = sc.m.times(b.unit()), box{1, 1}
	return sc.m.finite() && sc.m.determinant() != 0
}

// lights are the items of a mask in grays: as much light as their colours give, or all of it when
// only their opacity counts (SVG 1.1, 14.4, whose weights are those of sRGB's primaries).
func lights(items []vector.Item, alpha bool) []vector.Item {
	out := make([]vector.Item, len(items))
	for i, it := range items {
		if it.Group != nil {
			group := *it.Group
			group.Items = lights(group.Items, alpha)
			out[i] = vector.Item{Group: &group}
			continue
		}
		s := *it.Shape
		s.Paint.Fill, s.Paint.Stroke = light(s.Paint.Fill, alpha), light(s.Paint.Stroke, alpha)
		s.Paint.FillGradient = lightGradient(s.Paint.FillGradient, alpha)
		s.Paint.StrokeGradient = lightGradient(s.Paint.StrokeGradient, alpha)
		out[i] = vector.Item{Shape: &s}
	}
	return out
}

func light(c *vector.Color, alpha bool) *vector.Color {
	if c == nil {
		return nil
	}
	lit := white
	if !alpha {
		lit = gray((0.2125*float64(c.R) + 0.7154*float64(c.G) + 0.0721*float64(c.B)) / 255)
	}
	return &lit
}

func lightGradient(g *vector.Gradient, alpha bool) *vector.Gradient {
	if g == nil {
		return nil
	}
	lit := *g
	lit.Stops = nil
	for _, s := range g.Stops {
		lit.Stops = append(lit.Stops, vector.Stop{At: s.At, Color: *light(&s.Color, alpha)})
	}
	return &lit
}
