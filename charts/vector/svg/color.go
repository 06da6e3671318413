package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rapport/charts/vector"
)

// rgb is an sRGB colour. clear is what its opacity lacks of 1.
type rgb struct {
	r, g, b uint8
	clear   float64
}

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
	id    string // of a server
	// instead is what is painted when there is no such server.
	instead *paint
}

// readPaint reads a <paint> (SVG 1.1, 11.2).
func readPaint(value string) (paint, error) {
	switch lower := strings.ToLower(value); {
	case lower == "none" || lower == "transparent":
		return paint{}, nil
	case lower == "currentcolor":
		return paint{kind: current}, nil
	case strings.HasPrefix(lower, "var("): // whose variables are set by a page around, if at all
		_, instead, _ := strings.Cut(strings.TrimSuffix(value, ")"), ",")
		if instead = strings.Trim(instead, space); instead == "" {
			return paint{}, fmt.Errorf("%q has no colour to fall back on", short(value))
		}
		return readPaint(instead)
	case strings.HasPrefix(lower, "url("):
		id, rest, err := readReference(value)
		p := paint{kind: server, id: id}
		if err == nil && rest != "" {
			var other paint
			other, err = readPaint(rest)
			p.instead = &other
		}
		return p, err
	}
	c, err := readColor(value)
	return paint{kind: solid, color: c}, err
}

// readReference reads url(#id) and gives what stands after it.
func readReference(value string) (id, rest string, err error) {
	inside, rest, closed := strings.Cut(value[min(len(value), len("url(")):], ")")
	inside = strings.Trim(inside, space+`"'`)
	id, local := strings.CutPrefix(inside, "#")
	if !closed || !local || len(value) < 4 || !strings.EqualFold(value[:4], "url(") {
		return "", "", fmt.Errorf("%q is not in this file; "+
			"only what the file itself has can be used", short(value))
	}
	return id, strings.Trim(rest, space), nil
}

// readColor reads #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla() or a name (SVG 1.1,
// 4.2, with the opacities of CSS Color 4).
func readColor(value string) (rgb, error) {
	lower := strings.ToLower(strings.TrimSpace(value))
	if hex, ok := strings.CutPrefix(lower, "#"); ok {
		return readHex(hex)
	}
	if name, inside, ok := strings.Cut(lower, "("); ok {
		if inside, ok = strings.CutSuffix(inside, ")"); ok {
			switch strings.TrimSuffix(name, "a") {
			case "rgb":
				return readFunction(inside)
			case "hsl":
				return readHSL(inside)
			}
		}
	}
	if n, ok := names()[lower]; ok {
		return rgb{r: uint8(n >> 16), g: uint8(n >> 8), b: uint8(n)}, nil
	}
	return rgb{}, fmt.Errorf("%q is not a colour that SVG knows; give it as #RRGGBB", short(value))
}

func readHex(hex string) (rgb, error) {
	if len(hex) == 3 || len(hex) == 4 { // each digit stands for two
		var twice strings.Builder
		for _, d := range hex {
			twice.WriteString(strings.Repeat(string(d), 2))
		}
		hex = twice.String()
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	switch {
	case err != nil || len(hex) != 6 && len(hex) != 8:
		return rgb{}, fmt.Errorf("%q is not a colour; it has 3, 4, 6 or 8 hexadecimal digits",
			short("#"+hex))
	case len(hex) == 6:
		n = n<<8 | 0xFF
	}
	return rgb{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), 1 - float64(n&0xFF)/255}, nil
}

// arguments are the inside of a colour's function: three or four numbers with their units.
func colorArguments(inside string) (v [4]float64, percent [4]bool, err error) {
	parts := strings.FieldsFunc(inside, func(r rune) bool {
		return strings.ContainsRune(space+",/", r)
	})
	if len(parts) != 3 && len(parts) != 4 {
		return v, percent, fmt.Errorf("a colour of %d parts instead of 3: (%s)", len(parts),
			short(inside))
	}
	v[3] = 1
	for i, p := range parts {
		bare := strings.TrimSuffix(strings.TrimSuffix(p, "%"), "deg")
		n, err := few(bare, 1)
		if err != nil {
			return v, percent, err
		}
		if percent[i] = strings.HasSuffix(p, "%"); percent[i] && i == 3 {
			n[0] /= 100
		}
		v[i] = n[0]
	}
	return v, percent, nil
}

// readFunction reads the inside of rgb(): three integers or three percentages, cut to what there
// is, and an opacity.
func readFunction(inside string) (rgb, error) {
	v, percent, err := colorArguments(inside)
	if err != nil {
		return rgb{}, err
	}
	if percent[0] != percent[1] || percent[1] != percent[2] {
		return rgb{}, fmt.Errorf("rgb(%s) is neither three numbers nor three percentages",
			short(inside))
	}
	full := 255.0
	if percent[0] {
		full = 100
	}
	return byShares(v[0]/full, v[1]/full, v[2]/full, v[3]), nil
}

// readHSL reads the inside of hsl(): a hue in degrees, saturation and lightness (CSS Color 3,
// 4.2.4).
func readHSL(inside string) (rgb, error) {
	v, percent, err := colorArguments(inside)
	if err == nil && (percent[0] || !percent[1] || !percent[2]) {
		err = fmt.Errorf("hsl(%s) is not a number and two percentages", short(inside))
	}
	if err != nil {
		return rgb{}, err
	}
	s, l := max(0, min(v[1]/100, 1)), max(0, min(v[2]/100, 1))
	channel := func(n float64) float64 {
		k := math.Mod(math.Mod(n+v[0]/30, 12)+12, 12)
		return l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1))
	}
	return byShares(channel(0), channel(8), channel(4), v[3]), nil
}

// byShares is a colour by what it has of each light, 0 to 1, and its opacity.
func byShares(r, g, b, alpha float64) rgb {
	step := func(v float64) uint8 { return uint8(math.Round(255 * max(0, min(v, 1)))) }
	return rgb{step(r), step(g), step(b), 1 - max(0, min(alpha, 1))}
}
