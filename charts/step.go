package charts

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// stepColors are the colours of a figure's rows: the scale's, and a pale grey for residual answers.
func (c *canvas) stepColors(f *content.Figure) []vector.Color {
	var colors []vector.Color
	switch n := len(f.ScaleSteps()); {
	case c.By != nil && f.Kind != content.Scale && !f.Ordered:
		return c.answerColors(f)
	case f.HowMuch || f.Kind != content.Scale: // hours, ages: they have one direction
		colors = c.oneHue(n)
	case n == 3:
		colors = slices.Clone(c.Scale3)
	case n == 4:
		colors = append(slices.Clone(c.Scale5[:2]), c.Scale5[3:]...)
	case n == 5:
		colors = slices.Clone(c.Scale5)
	default:
		for i := range n {
			colors = append(colors, c.legible(between(c.Scale5, i, n-1)))
		}
	}
	for len(colors) < len(f.Answers) {
		colors = append(colors, c.Line)
	}
	return colors
}

// answerColors are the colours of answers without an order: those of slices, in which a number is read.
func (c *canvas) answerColors(f *content.Figure) []vector.Color {
	colors := c.sliceColors(c.rowsOf(f))
	for i := range colors {
		colors[i] = c.legible(colors[i])
	}
	return colors
}

// legible is a colour, made darker until text on it is read, in white if not in ink.
func (c *canvas) legible(color vector.Color) vector.Color {
	const fine = 32
	for part := range fine {
		darker := mixed(color, c.Ink, part, fine)
		if vector.Contrast(c.on(darker), darker) >= leastText {
			return darker
		}
	}
	return color
}

// between is the colour at i of n steps from the first to the last of a row of colours, mixed of
// the two that it lies between.
func between(colors []vector.Color, i, n int) vector.Color {
	if n <= 0 {
		return colors[0]
	}
	last := len(colors) - 1
	k := min(i*last/n, last-1)
	return mixed(colors[k], colors[k+1], i*last-k*n, n)
}

// mixed is a colour that is of two, the second at part of whole, on the screen and in each ink.
func mixed(a, b vector.Color, part, whole int) vector.Color {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(whole-part) + int(b)*part) / whole) }
	switch part {
	case 0:
		return a
	case whole:
		return b
	}
	return vector.Color{Name: a.Name + "/" + b.Name, R: mix(a.R, b.R), G: mix(a.G, b.G),
		B: mix(a.B, b.B), C: mix(a.C, b.C), M: mix(a.M, b.M), Y: mix(a.Y, b.Y), K: mix(a.K, b.K)}
}

// Contrasts on white of the steps of a scale of one hue (WCAG 2): the palest is a mark, the darkest
// leaves ink its place. What lies between is read neither in ink nor in white.
const (
	palestStep  = 3.1
	darkestStep = 13.0
	textOnStep  = 4.6
	leastText   = 4.5 // WCAG 2, 1.4.3
)

// oneHue are the colours of a scale of how often or how much, which has no middle to turn at: the
// hue of the high steps, from pale to dark. All of them part in greyscale, and a number in each is
// read.
func (c *canvas) oneHue(n int) []vector.Color {
	stops := []vector.Color{c.White}
	for _, next := range append(slices.Clone(c.Scale5[len(c.Scale5)-2:]), c.Ink) {
		if vector.Contrast(c.White, next) > vector.Contrast(c.White, stops[len(stops)-1]) {
			stops = append(stops, next)
		}
	}
	ink := vector.Contrast(c.White, c.Ink)
	pale := max(0, math.Log(ink/textOnStep/palestStep)) // of the ramp, where ink is read
	dark := math.Log(max(textOnStep+1, min(darkestStep, ink)) / textOnStep)
	var colors []vector.Color
	for i := range n {
		at := (pale + dark) * float64(i) / float64(max(1, n-1))
		contrast := palestStep * math.Exp(at)
		if at > pale || pale == 0 {
			contrast = textOnStep * math.Exp(at-pale)
		}
		colors = append(colors, c.ofContrast(stops, contrast))
	}
	return colors
}

// ofContrast is the palest colour between stops, which grow darker, of at least a contrast on
// white.
func (c *canvas) ofContrast(stops []vector.Color, contrast float64) vector.Color {
	for i := range stops[1:] {
		if i+2 < len(stops) && vector.Contrast(c.White, stops[i+1]) < contrast {
			continue
		}
		const fine = 256
		low, high := 0, fine
		for low < high {
			middle := (low + high) / 2
			if vector.Contrast(c.White, mixed(stops[i], stops[i+1], middle, fine)) < contrast {
				low = middle + 1
			} else {
				high = middle
			}
		}
		return mixed(stops[i], stops[i+1], low, fine)
	}
	return stops[len(stops)-1]
}

// stepKeys tell the parts of a bar apart where colours do not: the numbers with which all names of
// the steps begin, else their first letters or, when two begin alike, their places.
func stepKeys(rows []row) []string {
	var numbers, letters, places []string
	for i, r := range rows {
		name := strings.TrimFunc(whole(r.short), unicode.IsSpace)
		first, _ := utf8.DecodeRuneInString(name)
		letters = append(letters, string(unicode.ToUpper(first)))
		if !r.residual {
			digits := name[:len(name)-len(strings.TrimLeft(name, "0123456789"))]
			numbers = append(numbers, digits[:min(2, len(digits))])
			places = append(places, content.Decimal{Units: int64(i + 1)}.String())
		}
	}
	steps := len(places)
	keys := places
	switch {
	case distinct(numbers) && !slices.Contains(numbers, ""):
		keys = numbers
	case distinct(letters[:steps]):
		keys = letters[:steps:steps]
	}
	for _, letter := range letters[steps:] {
		if slices.Contains(keys, letter) {
			letter = "–"
		}
		keys = append(keys, letter)
	}
	return keys
}

// distinct says whether no key is there twice.
func distinct(keys []string) bool {
	seen := map[string]bool{}
	for _, k := range keys {
		seen[k] = true
	}
	return len(seen) == len(keys)
}

// chips are the colours of steps before their names, with their keys.
type chips struct {
	c      *canvas
	colors []vector.Color
	keys   []string
	wide   fonts.Pt
	toText fonts.Pt // from the left edge to the name
}

// Measures of chips.
const (
	chipSize    fonts.Mm = 3.4
	chipInset   fonts.Mm = 0.7 // beside a key of several signs
	chipToText  fonts.Mm = 1.2
	chipRounded fonts.Mm = 0.5
)

// chips are those of a scale, as wide as the widest key needs.
func (c *canvas) chips(f *content.Figure) chips {
	all := chips{c: c, colors: c.stepColors(f), keys: stepKeys(c.rowsOf(f))}
	all.wide = max(chipSize.Pt(),
		c.widest(all.keys, font(c.Semibold, scaleKey))+2*chipInset.Pt())
	all.toText = all.wide + chipToText.Pt()
	return all
}

// draw draws a chip beside a name of a baseline, in the middle of its capitals.
func (all chips) draw(i int, x, baseline fonts.Pt) {
	c, r := all.c, chipRounded.Pt()
	top := baseline - ascending*scaleHead/2 - chipSize.Pt()/2
	c.fill(vector.RoundRect(x, top, all.wide, chipSize.Pt(), r, r, r, r), all.colors[i])
	c.label(all.keys[i], font(c.Semibold, scaleKey), c.on(all.colors[i]), x+all.wide/2, baseline,
		vector.Center)
}
