package svg

import (
	"fmt"

	"rapport/charts/vector"
)

// box is the size of the nearest viewport in user units, which percentages are of.
type box struct{ width, height float64 }

// shapes are the elements that have an outline.
var shapes = words("path rect circle ellipse line polyline polygon")

// outline is the outline of a shape in user units; empty when SVG does not draw it.
func (d *document) outline(n *node, view box, limit int) (vector.Path, error) {
	if n.outlining {
		return n.outlined, nil
	}
	p, err := n.outline(view, limit)
	if err != nil {
		return nil, d.fail(n, "%v", err)
	}
	// The outlines of the other elements depend on the viewport, by their percentages.
	if n.name == "path" || n.name == "polyline" || n.name == "polygon" {
		n.outlined, n.outlining = p, true
	}
	return p, nil
}

func (n *node) outline(view box, limit int) (vector.Path, error) {
	switch n.name {
	case "path":
		data, _ := n.attr("d")
		if data == "none" {
			return nil, nil
		}
		p, err := pathData(data, limit)
		if err != nil {
			err = fmt.Errorf("d: %w", err)
		}
		return p, err
	case "polyline", "polygon":
		return n.poly(limit)
	case "rect":
		return n.rect(view)
	case "line":
		v, err := n.lengths(view, "x1", "y1", "x2", "y2")
		p := &pen{}
		p.move(v[0], v[1])
		p.line(v[2], v[3])
		return p.path, err
	case "circle":
		v, err := n.lengths(view, "cx", "cy", "r")
		if err != nil || v[2] < 0 {
			return nil, negative(err)
		}
		return ellipse(v[0], v[1], v[2], v[2]), nil
	}
	v, err := n.lengths(view, "cx", "cy", "rx", "ry")
	if err != nil || v[2] < 0 || v[3] < 0 {
		return nil, negative(err)
	}
	return ellipse(v[0], v[1], v[2], v[3]), nil
}

func negative(err error) error {
	if err == nil {
		err = fmt.Errorf("the size is negative")
	}
	return err
}

// lengths reads attributes that are 0 when they are not there. A percentage is of the viewport's
// width in a name with x or of a width, of its height in one with y or of a height, and of its
// diagonal otherwise (SVG 1.1, 7.10).
func (n *node) lengths(view box, names ...string) ([]float64, error) {
	out := make([]float64, max(len(names), 4))
	for i, name := range names {
		value, ok := n.attr(name)
		if !ok || value == "auto" {
			continue
		}
		var err error
		if out[i], err = length(value, view.full(name)); err != nil {
			return out, fmt.Errorf("%s: %w", name, err)
		}
	}
	return out, nil
}

func (n *node) rect(view box) (vector.Path, error) {
	v, err := n.lengths(view, "x", "y", "width", "height", "rx", "ry")
	if err != nil || v[2] < 0 || v[3] < 0 || v[4] < 0 || v[5] < 0 {
		return nil, negative(err)
	}
	x, y, w, h, rx, ry := v[0], v[1], v[2], v[3], v[4], v[5]
	if w == 0 || h == 0 {
		return nil, nil
	}
	if s, ok := n.attr("rx"); !ok || s == "auto" {
		rx = ry
	} else if s, ok := n.attr("ry"); !ok || s == "auto" {
		ry = rx
	}
	rx, ry = min(rx, w/2), min(ry, h/2)
	p := &pen{}
	if rx == 0 || ry == 0 {
		p.move(x, y)
		p.line(x+w, y)
		p.line(x+w, y+h)
		p.line(x, y+h)
		p.close()
		return p.path, nil
	}
	p.move(x+rx, y)
	p.line(x+w-rx, y)
	p.arc(rx, ry, 0, false, true, x+w, y+ry)
	p.line(x+w, y+h-ry)
	p.arc(rx, ry, 0, false, true, x+w-rx, y+h)
	p.line(x+rx, y+h)
	p.arc(rx, ry, 0, false, true, x, y+h-ry)
	p.line(x, y+ry)
	p.arc(rx, ry, 0, false, true, x+rx, y)
	p.close()
	return p.path, nil
}

// ellipse begins at three o'clock and goes clockwise.
func ellipse(cx, cy, rx, ry float64) vector.Path {
	if rx == 0 || ry == 0 {
		return nil
	}
	p := &pen{}
	p.move(cx+rx, cy)
	p.arc(rx, ry, 0, false, true, cx, cy+ry)
	p.arc(rx, ry, 0, false, true, cx-rx, cy)
	p.arc(rx, ry, 0, false, true, cx, cy-ry)
	p.arc(rx, ry, 0, false, true, cx+rx, cy)
	p.close()
	return p.path
}

func (n *node) poly(limit int) (vector.Path, error) {
	value, _ := n.attr("points")
	v, err := list(value)
	switch {
	case err != nil:
		return nil, fmt.Errorf("points: %w", err)
	case len(v)%2 != 0:
		return nil, fmt.Errorf("points: %d numbers are not pairs", len(v))
	case len(v) == 0:
		return nil, nil
	case len(v)/2 > limit:
		return nil, fmt.Errorf("the file has more than %d path segments", maxSegments)
	}
	p := &pen{}
	p.move(v[0], v[1])
	for i := 2; i < len(v); i += 2 {
		p.line(v[i], v[i+1])
	}
	if n.name == "polygon" {
		p.close()
	}
	return p.path, nil
}
