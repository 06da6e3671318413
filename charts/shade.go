package charts

import (
	"math"

	"rapport/charts/vector"
)

// heatShades is how many shades of one hue a table or map has.
const heatShades = 5

// Contrasts on white of the palest and the darkest shade.
const (
	palestShade  = 1.15
	darkestShade = 13.0
)

// shades are n shades of one hue from pale to dark, whose steps are as even in greyscale as those
// allow on which neither ink nor white can be read: between them the shades jump from the one to the
// other. Each is read with at least 4.5:1.
func (c *canvas) shades(n int) []vector.Color {
	stops := []vector.Color{c.White, c.BarPlain}
	if vector.Contrast(c.White, c.Ink) > vector.Contrast(c.White, c.BarPlain) {
		stops = append(stops, c.Ink)
	}
	ink := vector.Contrast(c.White, c.Ink)
	pale := max(0, math.Log(ink/textOnStep/palestShade)) // of the ramp, where ink is read
	dark := math.Log(max(textOnStep+1, min(darkestShade, ink)) / textOnStep)
	var colors []vector.Color
	for i := range n {
		at := (pale + dark) * float64(i) / float64(max(1, n-1))
		contrast := palestShade * math.Exp(at)
		if at > pale {
			contrast = textOnStep * math.Exp(at-pale)
		}
		colors = append(colors, c.ofContrast(stops, contrast))
	}
	return colors
}

// shadeOf is the shade of a share among n, in even steps up to the largest.
func shadeOf(share, most float64, n int) int {
	if most <= 0 {
		return 0
	}
	return min(n-1, int(share/most*float64(n)))
}
