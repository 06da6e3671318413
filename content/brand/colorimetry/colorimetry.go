// Package colorimetry measures sRGB colours as eyes see them: contrast (WCAG 2.1), difference
// (CIEDE2000), with and without colour vision, and other colours of the same hue.
//
// An [RGB] is a colour as screens have it, [Light] the linear light that it makes, [Lab] its place
// in CIELAB under D65, where distances are what people see. A [Vision] is a way to see: greyscale,
// or one of the three kinds of dichromacy. Each formula names its paper; the tests hold them to
// published pairs. Inks and papers are not known here.
package colorimetry

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// RGB is a colour of sRGB.
type RGB struct{ R, G, B uint8 }

// Light is a colour as red, green and blue light, linear, 0 to 1.
type Light [3]float64

// Light undoes the transfer function of sRGB (IEC 61966-2-1).
func (c RGB) Light() Light {
	var l Light
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		if s := float64(v) / 255; s <= 0.04045 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return l
}

// Hex is how a colour is written: #2A1B3D.
func (c RGB) Hex() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// Luminance is the relative luminance of WCAG 2.1.
func (l Light) Luminance() float64 { return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] }

// Contrast is the contrast ratio of WCAG 2.1, 1 to 21.
func Contrast(a, b RGB) float64 {
	x, y := a.Light().Luminance(), b.Light().Luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Vision is a way to see colours: a matrix on linear light.
type Vision struct {
	Name   string
	matrix [3]Light
}

// Visions are greyscale, which is also how a monochrome printer renders colours, and the three
// kinds of dichromacy, from Machado, Oliveira and Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0.
func Visions() []Vision {
	grey := Light{0.2126, 0.7152, 0.0722}
	return []Vision{
		{"greyscale", [3]Light{grey, grey, grey}},
		{"deuteranopia", [3]Light{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
			{-0.011820, 0.042940, 0.968881}}},
		{"protanopia", [3]Light{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
			{-0.003882, -0.048116, 1.051998}}},
		{"tritanopia", [3]Light{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
			{0.004733, 0.691367, 0.303900}}},
	}
}

// See is a colour as it looks.
func (v Vision) See(l Light) Light {
	var out Light
	for i, row := range v.matrix {
		out[i] = max(0, min(row[0]*l[0]+row[1]*l[1]+row[2]*l[2], 1))
	}
	return out
}

// Difference is how different two colours look, CIEDE2000: about 1 is just noticeable side by side.
func (v Vision) Difference(a, b RGB) float64 {
	return ciede2000(v.See(a.Light()).Lab(), v.See(b.Light()).Lab())
}

// Difference is how different two colours look to most people, CIEDE2000.
func Difference(a, b RGB) float64 { return ciede2000(a.Light().Lab(), b.Light().Lab()) }

// Lab is CIELAB under D65: lightness, and two axes of colour.
type Lab struct{ L, A, B float64 }

// The white of sRGB, and where CIELAB's cube root ends (CIE 15:2004).
const (
	whiteX, whiteZ = 0.95047, 1.08883
	labEpsilon     = 216.0 / 24389
	labKappa       = 24389.0 / 27
)

// Lab is where the light lies in CIELAB.
func (l Light) Lab() Lab {
	return lab(
		(0.4124564*l[0]+0.3575761*l[1]+0.1804375*l[2])/whiteX,
		0.2126729*l[0]+0.7151522*l[1]+0.0721750*l[2],
		(0.0193339*l[0]+0.1191920*l[1]+0.9503041*l[2])/whiteZ)
}

// RGB is the nearest sRGB colour; ok is false when sRGB has none so bright or vivid.
func (p Lab) RGB() (c RGB, ok bool) {
	f := func(t float64) float64 {
		if t*t*t > labEpsilon {
			return t * t * t
		}
		return (116*t - 16) / labKappa
	}
	y := (p.L + 16) / 116
	x, z := whiteX*f(y+p.A/500), whiteZ*f(y-p.B/200)
	y = f(y)
	ok = true
	rgb := Light{
		3.2404542*x - 1.5371385*y - 0.4985314*z,
		-0.9692660*x + 1.8760108*y + 0.0415560*z,
		0.0556434*x - 0.2040259*y + 1.0572252*z,
	}
	for i, v := range rgb {
		ok = ok && v > -0.001 && v < 1.001
		if v = max(0, min(v, 1)); v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		*[]*uint8{&c.R, &c.G, &c.B}[i] = uint8(math.Round(255 * v))
	}
	return c, ok
}

// WithLightness is a colour of the same hue at another lightness, as vivid as sRGB has it there and
// at most as vivid as it was.
func (p Lab) WithLightness(l float64) RGB {
	low, high := 0.0, 1.0
	if c, ok := (Lab{l, p.A, p.B}).RGB(); ok {
		return c
	}
	for range 12 {
		if mid := (low + high) / 2; inGamut(Lab{l, p.A * mid, p.B * mid}) {
			low = mid
		} else {
			high = mid
		}
	}
	c, _ := (Lab{l, p.A * low, p.B * low}).RGB()
	return c
}

func inGamut(p Lab) bool {
	_, ok := p.RGB()
	return ok
}

// ciede2000 is the colour difference of CIE 142-2001, as in Sharma, Wu and Dalal, "The CIEDE2000
// Color-Difference Formula", 2005, whose pairs the tests use.
func ciede2000(p, q Lab) float64 {
	pow7 := func(c float64) float64 {
		return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7)))
	}
	degrees := func(v float64) float64 { return v * math.Pi / 180 }
	g := 1.5 - 0.5*pow7((math.Hypot(p.A, p.B)+math.Hypot(q.A, q.B))/2)
	c1, c2 := math.Hypot(p.A*g, p.B), math.Hypot(q.A*g, q.B)
	h1, h2 := hue(p.A*g, p.B), hue(q.A*g, q.B)
	dl, dc, dh, h := q.L-p.L, c2-c1, h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		dh, h = 0, h1+h2
	case math.Abs(dh) > 180 && h1+h2 < 360:
		dh, h = dh-math.Copysign(360, dh), h+180
	case math.Abs(dh) > 180:
		dh, h = dh-math.Copysign(360, dh), h-180
	}
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(degrees(dh/2))
	l, c := (p.L+q.L)/2-50, (c1+c2)/2
	t := 1 - 0.17*math.Cos(degrees(h-30)) + 0.24*math.Cos(degrees(2*h)) +
		0.32*math.Cos(degrees(3*h+6)) - 0.20*math.Cos(degrees(4*h-63))
	dl /= 1 + 0.015*l*l/math.Sqrt(20+l*l)
	dc /= 1 + 0.045*c
	dH /= 1 + 0.015*c*t
	turn := -2 * pow7(c) * math.Sin(degrees(60*math.Exp(-math.Pow((h-275)/25, 2))))
	return math.Sqrt(dl*dl + dc*dc + dH*dH + turn*dc*dH)
}

// hue is an angle from 0 to 360 degrees; 0 for a colour without a hue.
func hue(a, b float64) float64 {
	if a == 0 && b == 0 {
		return 0
	}
	if h := math.Atan2(b, a) * 180 / math.Pi; h >= 0 {
		return h
	}
	return math.Atan2(b, a)*180/math.Pi + 360
}

// LabD50 is where the light lies in CIELAB under D50, the white of ICC profiles, by the matrix of
// IEC 61966-2-1 adapted with Bradford's (ICC.1:2022, annex E).
func (l Light) LabD50() Lab {
	return lab(
		(0.4360747*l[0]+0.3850649*l[1]+0.1430804*l[2])/0.9642,
		0.2225045*l[0]+0.7168786*l[1]+0.0606169*l[2],
		(0.0139322*l[0]+0.0971045*l[1]+0.7141733*l[2])/0.8249)
}

// lab is CIELAB of tristimulus values, each as a part of the white's.
func lab(x, y, z float64) Lab {
	f := func(t float64) float64 {
		if t > labEpsilon {
			return math.Cbrt(t)
		}
		return (labKappa*t + 16) / 116
	}
	return Lab{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

// Chroma is how far the colour is from grey: 0 for grey, about 100 for the most vivid of sRGB.
func (p Lab) Chroma() float64 { return math.Hypot(p.A, p.B) }

// Hue is the angle of the colour in degrees, from 0 (red) by yellow, green and blue to 360.
func (p Lab) Hue() float64 { return hue(p.A, p.B) }

// LCh is the colour of a lightness, chroma and hue in degrees, as vivid as sRGB has it there.
func LCh(l, c, h float64) RGB {
	sin, cos := math.Sincos(h * math.Pi / 180)
	return Lab{l, c * cos, c * sin}.WithLightness(l)
}

// ParseRGB reads #rrggbb or #rgb, with or without its sign.
func ParseRGB(s string) (c RGB, ok bool) {
	hex := strings.TrimPrefix(strings.TrimSpace(s), "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if len(hex) != 6 || err != nil {
		return RGB{}, false
	}
	return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}
