package svg

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
)

// escaped is a text as XML has it, in a text or an attribute.
func escaped(s string) string {
	if !strings.ContainsFunc(s, special) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// special says whether a character may stand in XML otherwise than as itself.
func special(r rune) bool {
	return r < ' ' || strings.ContainsRune(`&<>"'`, r) || r >= 0xd800
}

func (e *encoder) items(all []frame.Item) {
	for i := range all {
		switch it := &all[i]; {
		case it.Text != nil:
			e.text(it.Text)
		case it.Shape != nil:
			e.shape(it.Shape)
		case it.Image != nil:
			e.image(it.Image)
		case it.Drawing != nil:
			e.drawing(it.Drawing)
		}
	}
}

// text writes a run as one path.
func (e *encoder) text(t *frame.Text) {
	var path vector.Path
	t.Outline(&path)
	if len(path) > 0 {
		color := t.Run.Color
		e.shape(&vector.Shape{Path: path, Paint: vector.Paint{Fill: &color}})
	}
}

// shape writes a path. The plane of a nib is that of the whole element, which is only stroked.
func (e *encoder) shape(s *vector.Shape) {
	if s.Paint.Nib == nil || !s.Paint.Stroked() {
		e.path(s.Path, &s.Paint, "")
		return
	}
	fill, stroke := s.Paint, s.Paint
	fill.Stroke, fill.StrokeGradient = nil, nil
	stroke.Fill, stroke.FillGradient = nil, nil
	if fill.Filled() {
		e.path(s.Path, &fill, "")
	}
	if back, ok := stroke.FromNib(); ok {
		n := *stroke.Nib
		m := matrix([6]float64{n[0], n[1], n[2], n[3]})
		e.path(inNib(s.Path, back), &stroke, ` transform="matrix(`+m+`)"`)
	}
}

func (e *encoder) path(p vector.Path, paint *vector.Paint, transform string) {
	look := e.paint(paint)
	e.body.WriteString(`<path d="`)
	e.body.Write(outline(p))
	e.body.WriteString(`"` + look + transform + "/>\n")
}

// image writes a raster, whose file it holds.
func (e *encoder) image(im *frame.Image) {
	fmt.Fprintf(&e.body, "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" "+
		"preserveAspectRatio=\"none\" href=\"%s\"/>\n",
		length(im.X), length(im.Y), length(im.Width), length(im.Height), e.address(im.Data))
}

// address is where an image is found: in the picture itself, or where a sheet says.
func (e *encoder) address(file []byte) string {
	if e.sheet != nil && e.sheet.Image != nil {
		return escaped(e.sheet.Image(file))
	}
	return "data:" + mime(file) + ";base64," + base64.StdEncoding.EncodeToString(file)
}

// mime is the kind of an image file: a page has PNG and JPEG.
func mime(file []byte) string {
	if bytes.HasPrefix(file, []byte("\x89PNG")) {
		return "image/png"
	}
	return "image/jpeg"
}

// drawing writes a picture, cut off where it ends.
func (e *encoder) drawing(d *frame.Drawing) {
	edge := vector.Clip{Path: vector.Rect(0, 0, d.Picture.Width, d.Picture.Height)}
	fmt.Fprintf(&e.body, "<g transform=\"translate(%s)\">\n", pair(nil, d.X, d.Y))
	e.group(&vector.Group{Items: d.Picture.Items, Clips: []vector.Clip{edge}, Opacity: 1})
	e.body.WriteString("</g>\n")
}

// group writes items that are painted as one. Each clip is a group of its own, since SVG cuts off
// with one outline at a time.
func (e *encoder) group(g *vector.Group) {
	for _, c := range g.Clips {
		fmt.Fprintf(&e.body, "<g clip-path=\"url(#%s)\">\n", e.clip(c))
	}
	e.body.WriteString("<g")
	if g.Opacity < 1 {
		fmt.Fprintf(&e.body, " opacity=\"%s\"", decimal(nil, g.Opacity))
	}
	if g.Mask != nil {
		fmt.Fprintf(&e.body, " mask=\"url(#%s)\"", e.mask(g.Mask))
	}
	e.body.WriteString(">\n")
	e.drawn(g.Items)
	for range len(g.Clips) + 1 {
		e.body.WriteString("</g>\n")
	}
}

// drawn writes the items of a picture.
func (e *encoder) drawn(all []vector.Item) {
	for _, it := range all {
		switch {
		case it.Shape != nil:
			e.shape(it.Shape)
		case it.Group != nil:
			e.group(it.Group)
		}
	}
}

// clip defines an outline that cuts off.
func (e *encoder) clip(c vector.Clip) (id string) {
	id = e.id("c")
	rule := ""
	if c.EvenOdd {
		rule = ` clip-rule="evenodd"`
	}
	fmt.Fprintf(&e.defs, "<clipPath id=\"%s\"><path d=\"%s\"%s/></clipPath>\n",
		id, outline(c.Path), rule)
	return id
}

// mask defines what lets through as much as it gives light. Its own references stand before it.
func (e *encoder) mask(items []vector.Item) (id string) {
	id = e.id("m")
	inner := encoder{ids: e.ids, sheet: e.sheet}
	inner.drawn(items)
	e.ids = inner.ids
	e.defs.Write(inner.defs.Bytes())
	fmt.Fprintf(&e.defs, "<mask id=\"%s\" maskUnits=\"userSpaceOnUse\" x=\"-9999\" y=\"-9999\" "+
		"width=\"19998\" height=\"19998\" color-interpolation=\"sRGB\">\n%s</mask>\n",
		id, inner.body.Bytes())
	return id
}

func length(v fonts.Pt) string { return string(decimal(nil, float64(v))) }
