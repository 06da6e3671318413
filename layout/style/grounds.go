package style

import "rapport/charts/vector"

func colors() Colors {
	return Colors{
		Heading: blaabaer, Accent: nype, Ink: ink, Secondary: sek, Line: linje, Panel: lin,
		White: hvit, Bar: blaabaer, Muted: skifer, Neutral: stein, Count: fjord,
		Slices: []vector.Color{blaabaer, multe, fjord, lyng, mose},
		Scale5: []vector.Color{skala1, skala2, skala3, skala4, skala5},
		Scale3: []vector.Color{skala1, skala3, skala5},
	}
}

// covers are the cover grounds in the order of the years from 2020 on.
func covers() []Ground {
	groups := []vector.Color{multeLys, nypeLys, blush, is, lyngLys, hvit}
	onFjord := []vector.Color{multeLys, lighter(nypeLys, 0xF0, 0x8A, 0x76), blush, is,
		lighter(lyngLys, 0xD3, 0xB0, 0xCD), hvit}
	return []Ground{
		{Name: "fjord_dyp", Fill: fjordDyp, Text: hvit, Soft: blush, Dot: multeLys,
			Open: lighter(is, 0x86, 0xA7, 0xB9), Groups: onFjord},
		{Name: "blaabaer", Fill: blaabaer, Text: hvit, Soft: blush, Dot: multeLys, Open: outline,
			Groups: groups},
	}
}

// openers are the chapter openers' grounds in turn (layout/DESIGN.md, "Colour and contrast").
func openers() []Ground {
	return []Ground{
		{Name: "nype", Fill: nype, Text: hvit, Soft: hvit, Dot: hvit, Open: roseOutline},
		{Name: "fjord_dyp", Fill: fjordDyp, Text: hvit, Soft: hvit, Dot: multeLys,
			Open: lighter(is, 0x9F, 0xBC, 0xCB)},
		{Name: "multe_lys", Fill: multeLys, Text: blaabaer, Soft: blaabaer, Dot: blaabaer,
			Open: blaabaer},
	}
}

var (
	outline     = named("Blåbær kontur", 0x8C7BA0, 45, 50, 10, 15)
	roseOutline = named("Nype kontur", 0xF6CFC6, 0, 22, 16, 0)
)

// lighter is a tint of a brand colour for use on a ground where the colour itself is too dark.
func lighter(c vector.Color, r, g, b uint8) vector.Color {
	c.Name += " på mørk grunn"
	c.R, c.G, c.B = r, g, b
	return c
}
