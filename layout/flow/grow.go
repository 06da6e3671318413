package flow

import (
	"slices"

	"rapport/fonts"
)

// Roomy is the share of a page from which on it has so much room to spare that charts grow: less is no
// hole (DESIGN.md, "Keeping together and giving way").
const Roomy = 0.1

// grow gives the room that is left below the last band of a page to what can grow, all of it by one
// share.
func (p *Page) grow(limit fonts.Mm) {
	spare := limit - p.Used
	if notes := height(p.Footnotes); notes > 0 {
		spare -= footnoteSpace + notes
	}
	var growing fonts.Mm
	for _, placed := range p.Placed {
		if placed.Band.Grow != nil {
			growing += placed.Band.Growing
		}
	}
	if spare < limit*Roomy || growing == 0 {
		return
	}
	share := 1 + float64(spare/growing)
	p.Placed = slices.Clone(p.Placed) // forks may share them
	var down fonts.Mm
	for i := range p.Placed {
		placed := &p.Placed[i]
		placed.Y += down
		if placed.Band.Grow == nil {
			continue
		}
		taller, ok := placed.Band.Grow(placed.Band, share)
		if more := taller.Height() - placed.Band.Height(); ok && down+more <= spare+slack {
			placed.Band, down = taller, down+max(0, more)
		}
	}
	p.Used += down
}
