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
		if placed.Band.Scale != nil {
			growing += placed.Band.Scalable
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
		if placed.Band.Scale == nil {
			continue
		}
		taller, ok := placed.Band.Scale(placed.Band, share)
		if more := taller.Height() - placed.Band.Height(); ok && down+more <= spare+slack {
			placed.Band, down = taller, down+max(0, more)
		}
	}
	p.Used += down
}

// lowered is a band with its charts drawn lower, where that lets it stand below its heads on a page
// that would else be left too little filled.
func (p *Packer) lowered(heads []Band, b Band) Band {
	fresh := !p.open || len(p.last().Placed) == 0 || len(heads) == 0 && b.NewPage
	if b.Scale == nil || fresh || p.y >= p.limit*HalfPage {
		return b
	}
	notes := b.footnotes()
	room := p.limit - p.y - b.Before
	for _, h := range heads {
		room -= h.Before + h.Height()
		notes = h.appendFootnotes(notes)
	}
	room -= p.footWith(notes)
	over := b.Height() - room
	if over <= slack || over > b.Scalable/2 {
		return b
	}
	for _, share := range []float64{1 - float64(over/b.Scalable), 0} { // 0: as low as it can be
		if lower, ok := b.Scale(b, share); ok && lower.Height() <= room+slack {
			return lower
		}
	}
	return b
}
