package content

import (
	"fmt"
	"math"
)

// light is a colour as red, green and blue light, linear, 0 to 1.
type light [3]float64

// light undoes the transfer function of sRGB (IEC 61966-2-1).
func (c Color) light() light {
	var l light
	for i, v := range [3]uint8{c.R, c.G, c.B} {
		if s := float64(v) / 255; s <= 0.04045 {
			l[i] = s / 12.92
		} else {
			l[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return l
}

// hex is how a colour is written in a brand's file.
func (c Color) hex() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// luminance is the relative luminance of WCAG 2.1.
func (l light) luminance() float64 { return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] }

// contrast is the contrast ratio of WCAG 2.1, 1 to 21.
func contrast(a, b Color) float64 {
	x, y := a.light().luminance(), b.light().luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// vision is a way to see colours: a matrix on linear light.
type vision struct {
	name   string
	matrix [3]light
}

// visions are greyscale, which is also how a monochrome printer renders colours, and the three kinds of
// dichromacy, from Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0.
func visions() []vision {
	grey := light{0.2126, 0.7152, 0.0722}
	return []vision{
		{"greyscale", [3]light{grey, grey, grey}},
		{"deuteranopia", [3]light{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
		{"protanopia", [3]light{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
		{"tritanopia", [3]light{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
	}
}

// see is a colour as it looks.
func (v vision) see(l light) light {
	var out light
	for i, row := range v.matrix {
		out[i] = max(0, min(row[0]*l[0]+row[1]*l[1]+row[2]*l[2], 1))
	}
	return out
}

// difference is how different two colours look, CIEDE2000: about 1 is just noticeable side by side.
func (v vision) difference(a, b Color) float64 {
	return ciede2000(v.see(a.light()).lab(), v.see(b.light()).lab())
}

// lab is CIELAB under D65: lightness, and two axes of colour.
type lab struct{ l, a, b float64 }

// The white of sRGB, and where CIELAB's cube root ends (CIE 15:2004).
const (
	whiteX, whiteZ = 0.95047, 1.08883
	labEpsilon     = 216.0 / 24389
	labKappa       = 24389.0 / 27
)

func (l light) lab() lab {
	f := func(t float64) float64 {
		if t > labEpsilon {
			return math.Cbrt(t)
		}
		return (labKappa*t + 16) / 116
	}
	x := f((0.4124564*l[0] + 0.3575761*l[1] + 0.1804375*l[2]) / whiteX)
	y := f(0.2126729*l[0] + 0.7151522*l[1] + 0.0721750*l[2])
	z := f((0.0193339*l[0] + 0.1191920*l[1] + 0.9503041*l[2]) / whiteZ)
	return lab{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// color is the nearest sRGB colour; ok is false when sRGB has none so bright or vivid.
func (p lab) color() (c Color, ok bool) {
	f := func(t float64) float64 {
		if t*t*t > labEpsilon {
			return t * t * t
		}
		return (116*t - 16) / labKappa
	}
	y := (p.l + 16) / 116
	x, z := whiteX*f(y+p.a/500), whiteZ*f(y-p.b/200)
	y = f(y)
	ok = true
	rgb := light{
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

// withLightness is a colour of the same hue at another lightness, as vivid as sRGB has it there and at
// most as vivid as it was.
func (p lab) withLightness(l float64) Color {
	low, high := 0.0, 1.0
	if c, ok := (lab{l, p.a, p.b}).color(); ok {
		return c
	}
	for range 12 {
		if mid := (low + high) / 2; inGamut(lab{l, p.a * mid, p.b * mid}) {
			low = mid
		} else {
			high = mid
		}
	}
	c, _ := (lab{l, p.a * low, p.b * low}).color()
	return c
}

func inGamut(p lab) bool {
	_, ok := p.color()
	return ok
}

// ciede2000 is the colour difference of CIE 142-2001, as in Sharma, Wu and Dalal, "The CIEDE2000
// Color-Difference Formula", 2005, whose pairs the tests use.
func ciede2000(p, q lab) float64 {
	pow7 := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	degrees := func(v float64) float64 { return v * math.Pi / 180 }
	g := 1.5 - 0.5*pow7((math.Hypot(p.a, p.b)+math.Hypot(q.a, q.b))/2)
	c1, c2 := math.Hypot(p.a*g, p.b), math.Hypot(q.a*g, q.b)
	h1, h2 := hue(p.a*g, p.b), hue(q.a*g, q.b)
	dl, dc, dh, h := q.l-p.l, c2-c1, h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		dh, h = 0, h1+h2
	case math.Abs(dh) > 180 && h1+h2 < 360:
		dh, h = dh-math.Copysign(360, dh), h+180
	case math.Abs(dh) > 180:
		dh, h = dh-math.Copysign(360, dh), h-180
	}
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(degrees(dh/2))
	l, c := (p.l+q.l)/2-50, (c1+c2)/2
	t := 1 - 0.17*math.Cos(degrees(h-30)) + 0.24*math.Cos(degrees(2*h)) + 0.32*math.Cos(degrees(3*h+6)) - 0.20*math.Cos(degrees(4*h-63))
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
