package style

import "rapport/charts/vector"

// The house palette: sRGB for the screen, per cent of ink on coated paper (FOGRA39) for the press.
var (
	blaabaer = vector.Color{Name: "Blåbær", R: 0x2A, G: 0x1B, B: 0x3D, C: 85, M: 92, Y: 25, K: 65}    // headings, first slice, cover ground 2021
	nype     = vector.Color{Name: "Nype", R: 0xC4, G: 0x38, B: 0x2A, C: 10, M: 92, Y: 95, K: 10}      // the one highlighted value, kicker, cross-reference, opener 1
	multe    = vector.Color{Name: "Multe", R: 0xC9, G: 0x7A, B: 0x0E, C: 8, M: 54, Y: 100, K: 15}     // slice on white
	fjord    = vector.Color{Name: "Fjord", R: 0x2B, G: 0x6A, B: 0x8C, C: 85, M: 45, Y: 22, K: 15}     // slice, dot counts in free-text themes
	lyng     = vector.Color{Name: "Lyng", R: 0xA9, G: 0x71, B: 0x9F, C: 33, M: 63, Y: 7, K: 8}        // slice on white
	stein    = vector.Color{Name: "Stein", R: 0x8B, G: 0x84, B: 0x8F, C: 38, M: 36, Y: 25, K: 25}     // "vet ikke", "annet" in pies, hollow dots
	skifer   = vector.Color{Name: "Skifer", R: 0x8A, G: 0x7D, B: 0x95, C: 42, M: 46, Y: 20, K: 22}    // bars that are not highlighted
	fjordDyp = vector.Color{Name: "Fjord dyp", R: 0x1C, G: 0x4A, B: 0x66, C: 92, M: 60, Y: 32, K: 30} // opener 2, cover ground 2020
	multeLys = vector.Color{Name: "Multe lys", R: 0xF2, G: 0xA5, B: 0x41, C: 0, M: 42, Y: 82, K: 0}   // opener 3 ground, dots on dark; never alone on white
	nypeLys  = vector.Color{Name: "Nype lys", R: 0xEE, G: 0x6B, B: 0x55, C: 0, M: 70, Y: 63, K: 0}    // dots on blåbær
	blush    = vector.Color{Name: "Blush", R: 0xF6, G: 0xD5, B: 0xC3, C: 0, M: 20, Y: 22, K: 0}       // dots and small text on dark
	is       = vector.Color{Name: "Is", R: 0xA5, G: 0xCA, B: 0xDB, C: 36, M: 9, Y: 8, K: 2}           // dots on dark
	lyngLys  = vector.Color{Name: "Lyng lys", R: 0xC7, G: 0x9A, B: 0xC0, C: 20, M: 45, Y: 2, K: 0}    // dots on dark
	lin      = vector.Color{Name: "Lin", R: 0xFA, G: 0xF3, B: 0xED, C: 1, M: 5, Y: 7, K: 0}           // panel ground (hero band, callout)
	linje    = vector.Color{Name: "Linje", R: 0xD9, G: 0xD0, B: 0xD6, C: 12, M: 16, Y: 8, K: 3}       // hairlines, grid lines (decorative only)
	ink      = vector.Color{Name: "Ink", R: 0x22, G: 0x1A, B: 0x2B, C: 0, M: 0, Y: 0, K: 100}         // body text; single ink in print
	sek      = vector.Color{Name: "Sekundær", R: 0x5E, G: 0x55, B: 0x66, C: 0, M: 0, Y: 0, K: 75}     // captions, running lines; single ink in print
	skala1   = vector.Color{Name: "Skala 1", R: 0xA6, G: 0x2B, B: 0x1D, C: 10, M: 95, Y: 100, K: 30}  // lowest step; white label
	skala2   = vector.Color{Name: "Skala 2", R: 0xDC, G: 0x6F, B: 0x58, C: 5, M: 66, Y: 64, K: 5}     // step 2; ink label
	skala3   = vector.Color{Name: "Skala 3", R: 0x9A, G: 0x92, B: 0x8F, C: 34, M: 32, Y: 32, K: 20}   // middle step; ink label
	skala4   = vector.Color{Name: "Skala 4", R: 0x5F, G: 0x93, B: 0xAE, C: 62, M: 28, Y: 17, K: 12}   // step 4; ink label
	skala5   = vector.Color{Name: "Skala 5", R: 0x1C, G: 0x4A, B: 0x66, C: 92, M: 60, Y: 32, K: 30}   // highest step; white label
	hvit     = vector.Color{Name: "Hvit", R: 0xFF, G: 0xFF, B: 0xFF, C: 0, M: 0, Y: 0, K: 0}          // page, gaps between slices
)
