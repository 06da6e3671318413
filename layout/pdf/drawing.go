package pdf

import (
	"fmt"
	"strconv"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/press"
)

// drawing is a picture as the file has it: a form XObject (ISO 32000-1, 8.10), once however often
// it is painted.
type drawing struct {
	external
	picture *vector.Picture
}

// drawing is a picture of the set.
func (s *imageSet) drawing(p *vector.Picture) *drawing {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.byPicture[p]
	if d == nil {
		d = &drawing{picture: p}
		s.byPicture[p] = d
	}
	return d
}

func (d *drawing) blends() bool { return blends(d.picture.Items) }

func (d *drawing) write(f *file, s *imageSet) {
	w := &forms{out: f, set: s, width: d.picture.Width, height: d.picture.Height}
	d.number = w.write(d.picture.Items, "", false)
}

// drawing paints a drawing.
func (c *content) drawing(d *frame.Drawing) {
	if c.press != nil {
		c.setOverprint(false)
		c.press.Drawing(d)
	}
	low := c.point(vector.Point{X: d.X, Y: d.Y + d.Picture.Height})
	c.raw("q 1 0 0 1 ").pen(low).raw("cm")
	c.do(c.images.drawing(d.Picture))
	c.op(" Q")
}

// blends reports whether items let shine through what is below them.
func blends(items []vector.Item) bool {
	for _, it := range items {
		if g := it.Group; g != nil && (g.Mask != nil || g.Opacity < 1 || blends(g.Items)) {
			return true
		}
	}
	return false
}

// forms writes the forms of one drawing, which all have its size and coordinates.
type forms struct {
	out           *file
	set           *imageSet
	width, height fonts.Pt
}

// form is a form that is being written: what its content refers to, kind by kind.
type form struct {
	*forms
	gray  bool // a mask, which has neither colours nor inks
	kinds [len(resourceKinds)]resources
}

// resourceKinds are the sorts of resources that drawings need (ISO 32000-1, table 33), with the
// letters that their names begin with.
var resourceKinds = [...]struct{ name, letter string }{
	{"/ExtGState", "G"}, {"/Pattern", "P"}, {"/XObject", "X"},
}

// Indexes of resourceKinds.
const (
	graphicsState = iota
	pattern
	xObject
)

// resources are objects by their names, each once.
type resources struct {
	objects []string
	names   map[string]string
}

// name is the name of a resource of a kind.
func (f *form) name(kind int, object string) string {
	r := &f.kinds[kind]
	name, ok := r.names[object]
	if !ok {
		if r.names == nil {
			r.names = map[string]string{}
		}
		r.objects = append(r.objects, object)
		name = resourceKinds[kind].letter + strconv.Itoa(len(r.objects))
		r.names[object] = name
	}
	return name
}

// write writes items as a form. group is the entry that makes it a transparency group.
func (w *forms) write(items []vector.Item, group string, gray bool) ref {
	number := w.out.alloc(1)
	c := newContent(0, w.height, &typecase{}, nil)
	c.form = &form{forms: w, gray: gray}
	if w.set.ink && !gray {
		c.press = &pressed{Painter: press.NewPainter(w.set.limit)}
	}
	c.drawn(items)
	var o object
	o.raw("/Type/XObject/Subtype/Form/BBox").nums(0, 0, float64(w.width), float64(w.height))
	o.raw(group).raw("/Resources<<")
	for k, kind := range resourceKinds {
		r := &c.form.kinds[k]
		if len(r.objects) == 0 {
			continue
		}
		o.raw(kind.name).raw("<<")
		for i, object := range r.objects {
			o.name(kind.letter + strconv.Itoa(i+1)).raw(" ").raw(object)
		}
		o.raw(">>")
	}
	o.raw(">>")
	data, err := c.b, c.err
	w.out.stream(number, partImage, func([]byte) (object, []byte, error) {
		if err != nil {
			err = fmt.Errorf("a drawing: %w", err)
		}
		return o, data, err
	})
	return number
}

// drawn paints shapes and groups.
func (c *content) drawn(items []vector.Item) {
	for _, it := range items {
		switch {
		case it.Shape != nil:
			c.shape(it.Shape)
		case it.Group != nil:
			c.group(it.Group)
		}
	}
	c.end()
}

// group paints a group: as it is where nothing has to be blended, else as a form of its own.
func (c *content) group(g *vector.Group) {
	if g.Opacity <= 0 || len(g.Items) == 0 {
		return
	}
	c.end()
	before := c.graphics
	c.op("q")
	for _, clip := range g.Clips {
		c.path(clip.Path, false)
		if clip.EvenOdd {
			c.op("W* n")
		} else {
			c.op("W n")
		}
	}
	if g.Mask != nil || g.Opacity < 1 {
		c.blend(g)
	} else {
		c.drawn(g.Items)
	}
	c.op("Q")
	c.graphics = before
}

// blend paints a group's items through its mask and at its opacity (ISO 32000-1, 11.6.4, 11.6.5).
func (c *content) blend(g *vector.Group) {
	var state object
	opacity := round(min(g.Opacity, 1) * 1000)
	state.raw("<</Type/ExtGState/ca ")
	state.b = appendDecimal(state.b, opacity, 3)
	state.raw("/CA ")
	state.b = appendDecimal(state.b, opacity, 3)
	if g.Mask != nil {
		mask := c.form.write(g.Mask, "/Group<</S/Transparency/I true/CS/DeviceGray>>", true)
		state.raw("/SMask<</Type/Mask/S/Luminosity/G ").ref(mask).raw(">>")
	}
	state.raw(">>")
	c.name(c.form.name(graphicsState, string(state.b))).op(" gs")
	if len(g.Items) == 1 && single(g.Items[0].Shape) {
		c.drawn(g.Items)
		return
	}
	var inside object
	one := "/Group<</S/Transparency/I true/CS" + c.space() + ">>"
	inside.ref(c.form.write(g.Items, one, c.form.gray))
	c.name(c.form.name(xObject, string(inside.b))).op(" Do")
}

// single reports whether a shape is painted in one go, so that blending it alone is the same as
// blending a group of it.
func single(s *vector.Shape) bool {
	return s != nil && s.Paint.Filled() != s.Paint.Stroked()
}

// space is the colour space of what is being written.
func (c *content) space() string {
	switch {
	case c.form.gray:
		return "/DeviceGray"
	case c.press != nil:
		return "/DeviceCMYK"
	}
	return "/DeviceRGB"
}

// gradient sets a gradient as the colour (ISO 32000-1, 8.7.4).
func (c *content) gradient(now *paint, g *vector.Gradient, space, set string) {
	var o object
	kind := "2"
	if g.Radial {
		kind = "3"
	}
	m := g.Matrix // turned over, as the form is
	o.raw("<</PatternType 2/Matrix[").matrix(m[0], -m[1], m[2], -m[3], m[4], float64(c.top)-m[5])
	o.raw("]/Shading<</ShadingType ").raw(kind).raw("/ColorSpace").raw(c.space()).raw("/Coords[")
	o.matrix(float64(g.From.X), float64(g.From.Y))
	if g.Radial {
		o.matrix(g.R0)
	}
	o.matrix(float64(g.To.X), float64(g.To.Y))
	if g.Radial {
		o.matrix(g.R1)
	}
	o.raw("]/Extend[true true]/Function")
	c.ramp(&o, g.Stops)
	o.raw(">>>>")
	want := paint{pattern: c.form.name(pattern, string(o.b))}
	if *now == want {
		return
	}
	*now = want
	c.op(space)
	c.name(want.pattern).op(" " + set)
}

// ramp appends the function from 0 to 1 that a gradient's colours are (ISO 32000-1, 7.10.4). A
// colour that ends where it begins is left out: there the one before jumps to the one after.
func (c *content) ramp(o *object, stops []vector.Stop) {
	first, last := stops[0], stops[len(stops)-1]
	all := append([]vector.Stop{{At: 0, Color: first.Color}}, stops...)
	all = append(all, vector.Stop{At: 1, Color: last.Color})
	var functions, bounds object
	count := 0
	for i, s := range all[1:] {
		from := all[i]
		if round(s.At*1e6) <= round(from.At*1e6) {
			continue
		}
		if count++; count > 1 {
			bounds.matrix(from.At)
		}
		functions.raw("<</FunctionType 2/Domain[0 1]/N 1/C0[")
		c.component(&functions, from.Color)
		functions.raw("]/C1[")
		c.component(&functions, s.Color)
		functions.raw("]>>")
	}
	o.raw("<</FunctionType 3/Domain[0 1]/Functions[").raw(string(functions.b))
	o.raw("]/Bounds[").raw(string(bounds.b)).raw("]/Encode[")
	for range count {
		o.raw("0 1 ")
	}
	o.raw("]>>")
}

// component appends a colour in the form's colour space.
func (c *content) component(o *object, col vector.Color) {
	switch {
	case c.form.gray:
		o.step(col.R)
	case c.press != nil:
		ink, err := press.InkOf(col)
		c.fail(err)
		for _, v := range [...]uint8{ink.C, ink.M, ink.Y, ink.K} {
			o.b = append(appendDecimal(o.b, int64(v), 2), ' ')
		}
	default:
		o.step(col.R).step(col.G).step(col.B)
	}
}
