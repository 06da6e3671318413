package svg

import (
	"fmt"
	"math"
	"strings"

	"rapport/charts/vector"
)

// style is the computed properties of an element that its children inherit (SVG 1.1, 6 and 11).
type style struct {
	fill, stroke               paint
	color                      rgb // what currentColor is
	fillOpacity, strokeOpacity float64
	evenOdd                    bool
	width                      float64 // of the stroke, in user units
	caps                       vector.Cap
	joins                      vector.Join
	miterLimit                 float64
	dash                       []float64
	dashOffset                 float64
	strokeFirst                bool // paint-order
	clipEvenOdd                bool // clip-rule
	hidden                     bool // visibility
}

// initial is the style outside of the root.
var initial = style{
	fill: paint{kind: solid}, fillOpacity: 1, strokeOpacity: 1, width: 1, miterLimit: 4,
}

// own is the properties of an element that are not inherited.
type own struct {
	none       bool    // display
	overflow   bool    // what reaches outside of the viewport shows
	clear      float64 // what opacity lacks of 1
	clip, mask string  // ids
	alpha      bool    // mask-type: of a mask its opacity counts, not its light
}

// composes reports whether the element is put on paper as one.
func (o *own) composes() bool { return o.clear > 0 || o.clip != "" || o.mask != "" }

// must are properties of which one value alone is inside the subset.
var must = map[string]string{
	"filter": "none", "mix-blend-mode": "normal", "vector-effect": "none", "marker": "none",
	"marker-start": "none", "marker-mid": "none", "marker-end": "none", "transform": "none",
	"clip": "auto", "mask-image": "none", "backdrop-filter": "none", "stroke-alignment": "center",
}

// drawn are the properties that apply reads.
var drawn = words(`fill stroke color fill-opacity stroke-opacity opacity fill-rule stroke-width stroke-linecap
	stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset visibility display overflow
	paint-order clip-rule clip-path mask mask-type`)

// stopped are the properties of a gradient's stop, which are its own.
var stopped = words("stop-color stop-opacity")

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// cascade is what an element declares: attributes, then rules from the weakest, then style="". Of
// several for one property the last wins.
func (n *node) cascade(sheet []rule) ([]declaration, error) {
	if n.declares {
		return n.declared, nil
	}
	var all []declaration
	for _, a := range n.attrs {
		if drawn[a.name] || stopped[a.name] || must[a.name] != "" && a.name != "transform" {
			all = append(all, declaration{property: a.name, value: a.value})
		}
	}
	for _, r := range sheet {
		if r.selector.matches(n) {
			all = append(all, r.declarations...)
		}
	}
	if text, ok := n.attr("style"); ok {
		d, err := declarations(text)
		if err != nil {
			return nil, fmt.Errorf("style: %w", err)
		}
		all = append(all, d...)
	}
	last := map[string]int{}
	for i, d := range all {
		if k, ok := last[d.property]; !ok || d.important || !all[k].important {
			last[d.property] = i
		}
	}
	for i, d := range all {
		if last[d.property] == i {
			n.declared = append(n.declared, d)
		}
	}
	n.declares = true
	return n.declared, nil
}

// apply computes an element's style from its parent's. full is what 100 % of a stroke's width is.
// An element with display="none" is not looked at further.
func (s style) apply(declared []declaration, full float64) (style, own, error) {
	var o own
	for _, d := range declared {
		if d.property == "display" && d.value == "none" {
			return s, own{none: true}, nil
		}
	}
	parent := s
	for _, d := range declared {
		if err := s.set(&o, parent, d, full); err != nil {
			return s, o, fmt.Errorf("%s: %w", d.property, err)
		}
	}
	return s, o, nil
}

// set applies one declaration. A property that is not known draws nothing, as in any viewer: those
// of editors, of text, of newer versions of SVG.
func (s *style) set(o *own, parent style, d declaration, full float64) error {
	if only := must[d.property]; only != "" {
		if d.value != only {
			return fmt.Errorf("%q is outside the logo subset", short(d.value))
		}
		return nil
	}
	switch {
	case !drawn[d.property]:
		return nil
	case len(d.value) > maxValue:
		return errLong
	case d.value == "inherit":
		return nil // all of these but opacity, display and overflow are inherited anyway
	}
	switch d.property {
	case "display": // anything but none is drawn
		return nil
	case "overflow":
		o.overflow = d.value == "visible" || d.value == "auto"
		return one(d.value, "visible", "auto", "hidden", "scroll")
	case "opacity":
		v, err := opacity(d.value)
		o.clear = 1 - v
		return err
	case "clip-path", "mask":
		return o.setReference(d)
	case "mask-type":
		o.alpha = d.value == "alpha"
		return one(d.value, "alpha", "luminance")
	case "paint-order":
		s.strokeFirst = strings.HasPrefix(d.value, "stroke") ||
			strings.HasPrefix(d.value, "markers stroke")
		return nil
	case "visibility":
		s.hidden = d.value != "visible"
		return one(d.value, "visible", "hidden", "collapse")
	case "fill", "stroke", "color", "fill-opacity", "stroke-opacity", "fill-rule", "clip-rule":
		return s.setColor(parent, d)
	}
	return s.setStroke(d, full)
}

// setReference applies what cuts the element off.
func (o *own) setReference(d declaration) error {
	if d.value == "none" {
		return nil
	}
	id, rest, err := readReference(d.value)
	switch {
	case err != nil:
		return err
	case rest != "":
		return fmt.Errorf("%q is outside the logo subset", short(d.value))
	case d.property == "mask":
		o.mask = id
	default:
		o.clip = id
	}
	return nil
}

// setColor applies what is about colours.
func (s *style) setColor(parent style, d declaration) (err error) {
	switch d.property {
	case "fill":
		s.fill, err = readPaint(d.value)
	case "stroke":
		s.stroke, err = readPaint(d.value)
	case "color":
		if strings.EqualFold(d.value, "currentColor") {
			s.color = parent.color
			return nil
		}
		s.color, err = readColor(d.value)
	case "fill-opacity":
		s.fillOpacity, err = opacity(d.value)
	case "stroke-opacity":
		s.strokeOpacity, err = opacity(d.value)
	case "fill-rule":
		s.evenOdd = d.value == "evenodd"
		return one(d.value, "nonzero", "evenodd")
	case "clip-rule":
		s.clipEvenOdd = d.value == "evenodd"
		return one(d.value, "nonzero", "evenodd")
	}
	return err
}

// setStroke applies what is about the form of strokes.
func (s *style) setStroke(d declaration, full float64) (err error) {
	switch d.property {
	case "stroke-width":
		if s.width, err = length(d.value, full); err == nil && s.width < 0 {
			err = fmt.Errorf("%s is negative", short(d.value))
		}
	case "stroke-linecap":
		s.caps = map[string]vector.Cap{"round": vector.RoundCap,
			"square": vector.SquareCap}[d.value]
		return one(d.value, "butt", "round", "square")
	case "stroke-linejoin":
		s.joins = map[string]vector.Join{"round": vector.RoundJoin,
			"bevel": vector.BevelJoin}[d.value]
		return one(d.value, "miter", "round", "bevel", "miter-clip", "arcs")
	case "stroke-miterlimit":
		var v []float64
		if v, err = few(d.value, 1); err == nil {
			if s.miterLimit = v[0]; v[0] < 1 {
				err = fmt.Errorf("%s is less than 1", short(d.value))
			}
		}
	case "stroke-dasharray":
		s.dash, err = dashes(d.value, full)
	case "stroke-dashoffset":
		s.dashOffset, err = length(d.value, full)
	}
	return err
}

// dashes reads lengths of dashes and gaps; nil is a solid line.
func dashes(value string, full float64) ([]float64, error) {
	if value == "none" {
		return nil, nil
	}
	var out []float64
	sum := 0.0
	between := func(r rune) bool { return strings.ContainsRune(space+",", r) }
	for _, f := range strings.FieldsFunc(value, between) {
		v, err := length(f, full)
		if err != nil {
			return nil, err
		}
		if v < 0 {
			return nil, fmt.Errorf("%s is negative", short(f))
		}
		out = append(out, v)
		sum += v
	}
	if sum == 0 {
		return nil, nil
	}
	return out, nil
}

// opacity reads a share of one, at most one.
func opacity(value string) (float64, error) {
	v, err := length(value, 1)
	if err == nil && math.IsNaN(v) {
		err = fmt.Errorf("%q is not a number", short(value))
	}
	return max(0, min(v, 1)), err
}

// one is an error unless the value is one of these.
func one(value string, of ...string) error {
	for _, w := range of {
		if value == w {
			return nil
		}
	}
	return fmt.Errorf("%q is none of %s", short(value), strings.Join(of, ", "))
}
