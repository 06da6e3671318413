package brand

// Complete is the brand with the house's colours and grounds in the place of those that it does not
// give; what comes from the house has no Pos. A ground's small parts default to its larger ones:
// soft, dot and open to the text, groups to the dot. The brand itself is not changed.
func (b *Brand) Complete() *Brand {
	house := housePalette()
	out := *b
	out.Colors = house.Colors
	for _, role := range ColorRoles() {
		if c, ok := b.Colors[role]; ok {
			out.Colors[role] = c
		}
	}
	if len(b.Slices) == 0 {
		out.Slices = house.Slices
	}
	if len(b.Scale) == 0 {
		out.Scale = house.Scale
	}
	if out.Covers = completeGrounds(b.Covers); len(b.Covers) == 0 {
		out.Covers = house.Covers
	}
	if out.Openers = completeGrounds(b.Openers); len(b.Openers) == 0 {
		out.Openers = house.Openers
	}
	return &out
}

func completeGrounds(grounds []Ground) []Ground {
	out := make([]Ground, len(grounds))
	for i, g := range grounds {
		for _, c := range []*Color{&g.Soft, &g.Dot, &g.Open} {
			if *c == (Color{}) {
				*c = g.Text
			}
		}
		if len(g.Groups) == 0 {
			g.Groups = []Color{g.Dot}
		}
		out[i] = g
	}
	return out
}

// housePalette is the colours and grounds of the house, sRGB and per cent of ink on coated paper.
// They are the same as in package style, whose tests compare them; they are here too because a
// brand that changes one colour is checked against those that it keeps.
func housePalette() *Brand {
	color := func(screen uint32, c, m, y, k uint8) Color {
		return Color{R: uint8(screen >> 16), G: uint8(screen >> 8), B: uint8(screen),
			C: c, M: m, Y: y, K: k, Ink: true}
	}
	lighter := func(screen uint32, c Color) Color {
		c.R, c.G, c.B = uint8(screen>>16), uint8(screen>>8), uint8(screen)
		return c
	}
	var (
		blaabaer    = color(0x2A1B3D, 85, 92, 25, 65)
		nype        = color(0xC4382A, 10, 92, 95, 10)
		multe       = color(0xC97A0E, 8, 54, 100, 15)
		fjord       = color(0x2B6A8C, 85, 45, 22, 15)
		lyng        = color(0xA9719F, 33, 63, 7, 8)
		mose        = color(0x4E8A6A, 68, 25, 62, 12)
		stein       = color(0x8B848F, 38, 36, 25, 25)
		fjordDeep   = color(0x1C4A66, 92, 60, 32, 30)
		multeLight  = color(0xF2A541, 0, 42, 82, 0)
		nypeLight   = color(0xEE6B55, 0, 70, 63, 0)
		blush       = color(0xF6D5C3, 0, 20, 22, 0)
		ice         = color(0xA5CADB, 36, 9, 8, 2)
		lyngLight   = color(0xC79AC0, 20, 45, 2, 0)
		outline     = color(0x8C7BA0, 45, 50, 10, 15)
		roseOutline = color(0xF6CFC6, 0, 22, 16, 0)
		white       = color(0xFFFFFF, 0, 0, 0, 0)
	)
	return &Brand{
		Colors: map[string]Color{
			"heading": blaabaer, "accent": nype, "ink": color(0x221A2B, 0, 0, 0, 100),
			"secondary": color(0x5E5566, 0, 0, 0, 75), "line": color(0xD9D0D6, 12, 16, 8, 3),
			"panel": color(0xFAF3ED, 1, 5, 7, 0), "white": white, "bar": blaabaer,
			"muted": color(0x8A7D95, 42, 46, 20, 22), "neutral": stein, "count": fjord,
		},
		Slices: []Color{blaabaer, multe, fjord, lyng, mose},
		Scale: []Color{color(0x9A2418, 12, 97, 100, 36), color(0xC2513D, 10, 80, 80, 12),
			color(0x9A928F, 34, 32, 32, 20), color(0x35698A, 80, 48, 22, 18),
			color(0x173F58, 95, 65, 36, 38)},
		Covers: []Ground{
			{Name: "fjord_dyp", Fill: fjordDeep, Text: white, Soft: blush, Dot: multeLight,
				Open: lighter(0x86A7B9, ice),
				Groups: []Color{multeLight, lighter(0xF08A76, nypeLight), blush, ice,
					lighter(0xD3B0CD, lyngLight), white}},
			{Name: "blaabaer", Fill: blaabaer, Text: white, Soft: blush, Dot: multeLight,
				Open:   outline,
				Groups: []Color{multeLight, nypeLight, blush, ice, lyngLight, white}},
		},
		Openers: []Ground{
			{Name: "nype", Fill: nype, Text: white, Soft: white, Dot: white, Open: roseOutline},
			{Name: "fjord_dyp", Fill: fjordDeep, Text: white, Soft: white, Dot: multeLight,
				Open: lighter(0x9FBCCB, ice)},
			{Name: "multe_lys", Fill: multeLight, Text: blaabaer, Soft: blaabaer, Dot: blaabaer,
				Open: blaabaer},
		},
	}
}
