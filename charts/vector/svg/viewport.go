package svg

import (
	"fmt"
	"strings"
)

// full is what 100 % is of for an attribute: the width, the height, or the diagonal as SVG 1.1,
// 7.10, normalizes it.
func (b box) full(name string) float64 {
	switch name {
	case "x", "x1", "x2", "cx", "fx", "rx", "width":
		return b.width
	case "y", "y1", "y2", "cy", "fy", "ry", "height":
		return b.height
	}
	return diagonal(b.width, b.height)
}

// frame is a rectangle in user units.
type frame struct{ x, y, width, height float64 }

// viewBox reads an element's viewBox; ok is false when there is none.
func (n *node) viewBox() (f frame, ok bool, err error) {
	value, ok := n.attr("viewBox")
	if !ok {
		return f, false, nil
	}
	v, err := few(value, 4)
	if err == nil && (v[2] <= 0 || v[3] <= 0) {
		err = fmt.Errorf("%q has no area", value)
	}
	if err != nil {
		return f, false, fmt.Errorf("viewBox: %w", err)
	}
	return frame{v[0], v[1], v[2], v[3]}, true, nil
}

// fit maps a viewBox into a viewport by preserveAspectRatio (SVG 1.1, 7.8).
func (n *node) fit(from, to frame) (matrix, error) {
	value, _ := n.attr("preserveAspectRatio")
	words := strings.Fields(value[:min(len(value), maxValue)])
	if len(words) > 0 && words[0] == "defer" {
		words = words[1:]
	}
	align, slice := "xMidYMid", false
	bad := fmt.Errorf("preserveAspectRatio: %q is none that SVG has", short(value))
	if len(words) > 0 {
		align = words[0]
	}
	if len(words) > 1 {
		slice = words[1] == "slice"
		if !slice && words[1] != "meet" || len(words) > 2 {
			return identity, bad
		}
	}
	sx, sy := to.width/from.width, to.height/from.height
	if align == "none" {
		return matrix{a: sx, d: sy, e: to.x - from.x*sx, f: to.y - from.y*sy}, nil
	}
	shares := map[string]float64{"Min": 0, "Mid": 0.5, "Max": 1}
	if len(align) != 8 || align[0] != 'x' || align[4] != 'Y' {
		return identity, bad
	}
	ax, okX := shares[align[1:4]]
	ay, okY := shares[align[5:]]
	if !okX || !okY {
		return identity, bad
	}
	s := min(sx, sy)
	if slice {
		s = max(sx, sy)
	}
	return matrix{a: s, d: s,
		e: to.x - from.x*s + ax*(to.width-from.width*s),
		f: to.y - from.y*s + ay*(to.height-from.height*s)}, nil
}

// size is the root's size in user units: width and height, or by the viewBox what of these is not
// given or is a percentage.
func (n *node) size() (w, h float64, err error) {
	view, has, err := n.viewBox()
	if err != nil {
		return 0, 0, err
	}
	given := func(name string) (float64, error) {
		value, ok := n.attr(name)
		if !ok || value == "auto" || strings.HasSuffix(value, "%") || value == "" {
			return 0, nil
		}
		v, err := length(value, 0)
		if err == nil && v <= 0 {
			err = fmt.Errorf("%s is no size", value)
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", name, err)
		}
		return v, err
	}
	if w, err = given("width"); err != nil {
		return 0, 0, err
	}
	if h, err = given("height"); err != nil {
		return 0, 0, err
	}
	switch {
	case w > 0 && h > 0:
	case !has:
		return 0, 0, fmt.Errorf("the size is not known; give a viewBox, or width and height")
	case w > 0:
		h = w * view.height / view.width
	case h > 0:
		w = h * view.width / view.height
	default:
		w, h = view.width, view.height
	}
	return w, h, nil
}
