package svg

import (
	"fmt"
	"math"
	"strings"
)

// Line ends and corners of strokes.
const (
	butt uint8 = iota
	roundCap
	square
)
const (
	miter uint8 = iota
	roundJoin
	bevel
)

// style is the computed properties of an element that its children inherit (SVG 1.1, 6 and 11).
type style struct {
	fill, stroke               paint
	color                      rgb // what currentColor is
	fillOpacity, strokeOpacity float64
	evenOdd                    bool
	width                      float64 // of the stroke, in user units
	cap, join                  uint8
	miterLimit                 float64
	dash                       []float64
	dashOffset                 float64
	hidden                     bool // visibility
}

// initial is the style outside of the root.
var initial = style{
	fill: paint{kind: solid}, fillOpacity: 1, strokeOpacity: 1, width: 1, miterLimit: 4,
}

// own is the properties of an element that are not inherited.
type own struct {
	none     bool // display
	overflow bool // what reaches outside of the viewport shows
}

// must are properties of which one value alone is inside the subset; any other would need what a
// vector.Shape has not.
var must = map[string]string{
	"clip-path": "none", "mask": "none", "filter": "none", "mix-blend-mode": "normal",
	"vector-effect": "none", "paint-order": "normal", "marker": "none", "marker-start": "none",
	"marker-mid": "none", "marker-end": "none", "transform": "none", "transform-origin": "0 0",
	"clip": "auto", "mask-image": "none", "backdrop-filter": "none", "stroke-alignment": "center",
}

// harmless are properties that change nothing of a logo's shapes: they are about text, about
// gradients and filters, or about how fast or smooth a viewer draws.
var harmless = words(`alignment-baseline baseline-shift clip-rule color-interpolation color-interpolation-filters
	color-profile color-rendering cursor direction dominant-baseline enable-background fill-antialias flood-color
	flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
	font-variant font-variant-alternates font-variant-caps font-variant-east-asian font-variant-ligatures
	font-variant-numeric font-variant-position font-variation-settings font-weight glyph-orientation-horizontal
	glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing lighting-color line-height
	mask-type pointer-events shape-margin shape-padding shape-rendering shape-inside solid-color solid-opacity stop-color
	stop-opacity tab-interval text-align text-anchor text-decoration text-decoration-color text-decoration-line
	text-decoration-style text-indent text-orientation text-overflow text-rendering text-transform unicode-bidi user-select
	white-space word-spacing writing-mode`)

// drawn are the properties that apply reads.
var drawn = words(`fill stroke color fill-opacity stroke-opacity opacity fill-rule stroke-width stroke-linecap
	stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset visibility display overflow`)

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
		if drawn[a.name] || must[a.name] != "" && a.name != "transform" {
			all = append(all, declaration{a.name, a.value})
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
		last[d.property] = i
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

// set applies one declaration.
func (s *style) set(o *own, parent style, d declaration, full float64) error {
	if harmless[d.property] || strings.HasPrefix(d.property, "-inkscape-") ||
		strings.HasPrefix(d.property, "--") {
		return nil
	}
	if only := must[d.property]; only != "" {
		if d.value != only {
			return fmt.Errorf("%q is outside the logo subset", short(d.value))
		}
		return nil
	}
	switch {
	case !drawn[d.property]:
		return fmt.Errorf("the property is unknown")
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
		if err == nil && v < 1 {
			err = fmt.Errorf("%s: transparency is outside the logo subset; give the colour itself",
				short(d.value))
		}
		return err
	case "visibility":
		s.hidden = d.value != "visible"
		return one(d.value, "visible", "hidden", "collapse")
	case "fill", "stroke", "color", "fill-opacity", "stroke-opacity", "fill-rule":
		return s.setColor(parent, d)
	}
	return s.setStroke(d, full)
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
		s.cap = map[string]uint8{"round": roundCap, "square": square}[d.value]
		return one(d.value, "butt", "round", "square")
	case "stroke-linejoin":
		s.join = map[string]uint8{"round": roundJoin, "bevel": bevel}[d.value]
		return one(d.value, "miter", "round", "bevel")
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
