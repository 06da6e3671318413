package flow

import (
	"slices"

	"rapport/fonts"
)

// leftover is the most that is left of a text on the page after its own for the page before to be set
// closer, so that nothing of it is left: five lines of running text.
const leftover fonts.Mm = 25

// closer are the shares of the distances between bands that a page is tried with, so that it takes
// what is left over (DESIGN.md, "Keeping together and giving way").
var closer = []fonts.Mm{0.75, 0.6}

// unit is bands that were laid together, with the packer as it was before.
type unit struct {
	before *Packer
	heads  []Band
	band   Band
}

// lay places heads and the band that they stay with. In running text, where that leaves a few lines of
// it on the next page, or what belongs to the band before, all of the page before is set closer when it
// then has room for them.
func (p *Packer) lay(heads []Band, b Band) {
	if p.least != HalfPage {
		p.together(heads, b)
		return
	}
	before := p.Fork()
	before.units = nil
	p.units = append(p.units, unit{before, slices.Clone(heads), b})
	p.together(heads, b)
	if page := before.count(); page > 0 && p.count() == page+1 && p.leaves() {
		p.pull()
	}
	for len(p.units) > 1 && p.units[1].before.count() < p.count()-1 {
		p.units = p.units[1:]
	}
}

// leaves says whether the last page begins with a few last lines of a text, or with what belongs to
// the last band of the page before.
func (p *Packer) leaves() bool {
	if len(p.last().Placed) == 0 {
		return false
	}
	first := p.last().Placed[0].Band
	return first.Belongs || first.tail && first.Height() <= leftover+slack
}

// pullEnd spares the last page of a running text that is filled too little.
func (p *Packer) pullEnd() {
	if len(p.units) > 0 && p.count() > 1 && len(p.carried) == 0 && p.y < p.limit*ShortPage {
		p.pull()
	}
}

// pull sets the page before the last closer, if it then has room for all that has come on the last.
func (p *Packer) pull() {
	page := p.count() - 1
	first := len(p.units) - 1 // the unit that the page begins with, or its rest
	for first > 0 && p.units[first].before.count() >= page {
		first--
	}
	for _, share := range closer {
		q := p.units[first].before.Fork()
		for _, u := range p.units[first:] {
			here := u.before.count() >= page
			q.together(spaced(u.heads, here, share), spaced([]Band{u.band}, here, share)[0])
		}
		if q.count() == page && len(q.carried) == 0 {
			q.units = p.units
			*p = *q
			return
		}
	}
}

// spaced are bands with a share of the space above them, when they are laid here.
func spaced(bands []Band, here bool, share fonts.Mm) []Band {
	bands = slices.Clone(bands)
	for i := range bands {
		if here {
			bands[i].Before *= share
		}
	}
	return bands
}
