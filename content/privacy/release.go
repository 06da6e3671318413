package privacy

import "slices"

// release publishes again what was withheld besides and is not needed: each such cell, those that
// cost most first, if the small ones that it protects find other ways. Of a group that was closed
// first only its base and its zeros are published, then the other counts one by one.
func (p *protector) release() {
	order := slices.Clone(p.chosen)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b int) int { return p.loss(b) - p.loss(a) })
	for k := 0; k < len(order); k++ {
		i := order[k]
		if !p.withheld[i] || p.asked[i] || p.closed(i) {
			continue
		}
		alone := p.pick(i)
		if !p.publish(i) {
			for _, j := range alone {
				p.picked[j] = false
			}
			continue
		}
		order = append(order, alone...)
	}
}

// pick makes cells that are withheld with an owner withheld for themselves.
func (p *protector) pick(owner int) (alone []int) {
	for _, j := range p.owned[owner] {
		if p.withheld[j] && !p.asked[j] && !p.picked[j] && p.cells[j].Count > 0 {
			p.picked[j] = true
			alone = append(alone, j)
		}
	}
	return alone
}

// loss is what a withheld cell costs.
func (p *protector) loss(i int) int { return max(1, p.cells[i].Weight) + len(p.owned[i]) }

// publish publishes a cell, and what was withheld only for it, unless a small count would be given
// away; it says whether it did.
func (p *protector) publish(i int) bool {
	again := p.open(i, nil)
	kept, lost := len(p.ways), p.lose(again)
	for _, j := range lost {
		if p.reach(j.cell, false) {
			continue
		}
		for _, c := range again {
			p.withheld[c.cell], p.picked[c.cell] = true, c.by == 1
		}
		p.forget(kept)
		for _, old := range lost {
			p.up[old.cell], p.down[old.cell] = old.up, old.down
		}
		return false
	}
	return true
}

// open publishes a cell and what it owns, but for what is withheld for other reasons; it gives back
// what it published, with one where it was chosen for itself.
func (p *protector) open(i int, again []step) []step {
	again = append(again, step{i, 0})
	if p.picked[i] {
		again[len(again)-1].by = 1
	}
	p.withheld[i], p.picked[i] = false, false
	for _, j := range p.owned[i] {
		if p.withheld[j] && !p.asked[j] && !p.picked[j] && !p.closed(j) {
			again = p.open(j, again)
		}
	}
	return again
}

// served is a small cell with the ways that it had.
type served struct{ cell, up, down int }

// lose takes from small cells the ways that no longer look the same once some cells are published,
// or are no longer withheld with an owner.
func (p *protector) lose(again []step) (lost []served) {
	look := func(cell int) {
		for _, k := range p.uses[cell] {
			if p.fits(p.ways[k]) {
				continue
			}
			for _, s := range p.ways[k].steps {
				if j := s.cell; p.up[j] == k || p.down[j] == k {
					lost = append(lost, served{j, p.up[j], p.down[j]})
					if p.up[j] == k {
						p.up[j] = -1
					}
					if p.down[j] == k {
						p.down[j] = -1
					}
				}
			}
		}
	}
	for _, c := range again {
		look(c.cell)
		for _, j := range p.owned[c.cell] {
			look(j)
		}
	}
	slices.Reverse(lost) // what was first last, so that the last to be put back is the oldest
	return lost
}

// forget drops the ways from the given number on.
func (p *protector) forget(kept int) {
	for _, w := range p.ways[kept:] {
		for _, s := range w.steps {
			u := p.uses[s.cell]
			for len(u) > 0 && u[len(u)-1] >= kept {
				u = u[:len(u)-1]
			}
			p.uses[s.cell] = u
			if p.up[s.cell] >= kept {
				p.up[s.cell] = -1
			}
			if p.down[s.cell] >= kept {
				p.down[s.cell] = -1
			}
		}
	}
	p.ways = p.ways[:kept]
}
