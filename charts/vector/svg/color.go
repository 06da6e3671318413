package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rapport/charts/vector"
)

// rgb is an sRGB colour.
type rgb struct{ r, g, b uint8 }

func (c rgb) vector() *vector.Color {
	name := fmt.Sprintf("%s#%02X%02X%02X", prefix, c.r, c.g, c.b)
	return &vector.Color{Name: name, R: c.r, G: c.g, B: c.b}
}

// paintKind is what a paint is.
type paintKind uint8

const (
	nothing paintKind = iota
	solid
	current // currentColor
	server  // a gradient or pattern
)

// paint is a value of fill or stroke.
type paint struct {
	kind  paintKind
	color rgb    // of a solid one
	ref   string // of a server
}

// readPaint reads a <paint> (SVG 1.1, 11.2).
func readPaint(value string) (paint, error) {
	switch lower := strings.ToLower(value); {
	case lower == "none" || lower == "transparent":
		return paint{}, nil
	case lower == "currentcolor":
		return paint{kind: current}, nil
	case strings.HasPrefix(lower, "url("):
		return paint{kind: server, ref: value}, nil
	}
	c, err := readColor(value)
	return paint{kind: solid, color: c}, err
}

// readColor reads #rgb, #rrggbb, rgb() or a name.
func readColor(value string) (rgb, error) {
	lower := strings.ToLower(value)
	if hex, ok := strings.CutPrefix(lower, "#"); ok {
		return readHex(hex)
	}
	if inside, ok := strings.CutPrefix(lower, "rgb("); ok {
		if inside, ok = strings.CutSuffix(inside, ")"); ok {
			return readFunction(inside)
		}
	}
	if n, ok := names[lower]; ok {
		return rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
	}
	return rgb{}, fmt.Errorf("%q is not a colour of SVG 1.1; give it as #RRGGBB", short(value))
}

func readHex(hex string) (rgb, error) {
	n, err := strconv.ParseUint(hex, 16, 32)
	switch {
	case err != nil || len(hex) != 3 && len(hex) != 6:
		return rgb{}, fmt.Errorf("%q is not a colour; it has 3 or 6 hexadecimal digits",
			short("#"+hex))
	case len(hex) == 3:
		return rgb{uint8(n>>8) * 17, uint8(n>>4&15) * 17, uint8(n&15) * 17}, nil
	}
	return rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

// readFunction reads the inside of rgb(): three integers or three percentages, cut to what there
// is.
func readFunction(inside string) (c rgb, err error) {
	parts := strings.Split(inside, ",")
	if len(parts) != 3 {
		return c, fmt.Errorf("rgb(%s) has %d parts instead of 3, separated by commas",
			short(inside), len(parts))
	}
	percent := strings.Count(inside, "%")
	for i, p := range parts {
		p = strings.Trim(p, space)
		v, err := few(strings.TrimSuffix(p, "%"), 1)
		if err != nil || percent != 0 && percent != 3 {
			return c, fmt.Errorf("rgb(%s) is neither three numbers nor three percentages",
				short(inside))
		}
		if percent == 3 {
			v[0] = v[0] * 255 / 100
		}
		*[]*uint8{&c.r, &c.g, &c.b}[i] = uint8(math.Round(max(0, min(v[0], 255))))
	}
	return c, nil
}
