package style

import "rapport/charts/vector"

// The house palette: sRGB for the screen, per cent of ink on coated paper (FOGRA39) for the press.
// Multe lys never stands alone on white.
var (
	blaabaer = named("Blåbær", 0x2A1B3D, 85, 92, 25, 65)    // headings, first slice, cover 2021
	nype     = named("Nype", 0xC4382A, 10, 92, 95, 10)      // highlight, kicker, links, opener 1
	multe    = named("Multe", 0xC97A0E, 8, 54, 100, 15)     // slice on white
	fjord    = named("Fjord", 0x2B6A8C, 85, 45, 22, 15)     // slice, dot counts in free-text themes
	lyng     = named("Lyng", 0xA9719F, 33, 63, 7, 8)        // slice on white
	mose     = named("Mose", 0x4E8A6A, 68, 25, 62, 12)      // slice on white
	stein    = named("Stein", 0x8B848F, 38, 36, 25, 25)     // "vet ikke", "annet", hollow dots
	skifer   = named("Skifer", 0x8A7D95, 42, 46, 20, 22)    // bars that are not highlighted
	fjordDyp = named("Fjord dyp", 0x1C4A66, 92, 60, 32, 30) // opener 2, cover ground 2020
	multeLys = named("Multe lys", 0xF2A541, 0, 42, 82, 0)   // opener 3 ground, dots on dark
	nypeLys  = named("Nype lys", 0xEE6B55, 0, 70, 63, 0)    // dots on blåbær
	blush    = named("Blush", 0xF6D5C3, 0, 20, 22, 0)       // dots and small text on dark
	is       = named("Is", 0xA5CADB, 36, 9, 8, 2)           // dots on dark
	lyngLys  = named("Lyng lys", 0xC79AC0, 20, 45, 2, 0)    // dots on dark
	lin      = named("Lin", 0xFAF3ED, 1, 5, 7, 0)           // panel ground (hero band, callout)
	linje    = named("Linje", 0xD9D0D6, 12, 16, 8, 3)       // hairlines, grid lines; decoration
	ink      = named("Ink", 0x221A2B, 0, 0, 0, 100)         // body text; one ink
	sek      = named("Sekundær", 0x5E5566, 0, 0, 0, 75)     // captions, running lines; one ink
	skala1   = named("Skala 1", 0x9A2418, 12, 97, 100, 36)  // lowest step; white label
	skala2   = named("Skala 2", 0xC2513D, 10, 80, 80, 12)   // step 2; white label
	skala3   = named("Skala 3", 0x9A928F, 34, 32, 32, 20)   // middle step; ink label
	skala4   = named("Skala 4", 0x35698A, 80, 48, 22, 18)   // step 4; white label
	skala5   = named("Skala 5", 0x173F58, 95, 65, 36, 38)   // highest step; white label
	hvit     = named("Hvit", 0xFFFFFF, 0, 0, 0, 0)          // page, gaps between slices
)

// named is a colour of a palette: 0xRRGGBB for the screen, per cent of ink for the press.
func named(name string, screen uint32, c, m, y, k uint8) vector.Color {
	return vector.Color{Name: name, R: uint8(screen >> 16), G: uint8(screen >> 8), B: uint8(screen),
		C: c, M: m, Y: y, K: k}
}
