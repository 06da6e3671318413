package charts

import (
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
)

// ribbon is a field between two broken lines, from left to right.
type ribbon []crossing

// crossing is where a ribbon stands at a place: its upper and its lower edge.
type crossing struct{ x, high, low fonts.Pt }

// outline is the ribbon as a closed path.
func (r ribbon) outline() vector.Path {
	var p vector.Path
	for i, q := range r {
		if i == 0 {
			p.MoveTo(q.x, q.high)
			continue
		}
		p.LineTo(q.x, q.high)
	}
	for _, q := range slices.Backward(r) {
		p.LineTo(q.x, q.low)
	}
	p.Close()
	return p
}

// at is the ribbon at a place between its ends.
func (r ribbon) at(x fonts.Pt) crossing {
	i := 1
	for i < len(r)-1 && r[i].x < x {
		i++
	}
	a, b := r[i-1], r[i]
	if b.x <= a.x {
		return a
	}
	u := (x - a.x) / (b.x - a.x)
	return crossing{x, a.high + u*(b.high-a.high), a.low + u*(b.low-a.low)}
}

// common are the fields that two ribbons share. Between places where one of them bends, or an edge
// of one crosses one of the other, all edges are straight and keep their order.
func (r ribbon) common(o ribbon) []ribbon {
	from, to := max(r[0].x, o[0].x), min(r[len(r)-1].x, o[len(o)-1].x)
	if from >= to {
		return nil
	}
	places := []fonts.Pt{from, to}
	for _, q := range slices.Concat(r, o) {
		if q.x > from && q.x < to {
			places = append(places, q.x)
		}
	}
	slices.Sort(places)
	var all []ribbon
	var field ribbon
	add := func(q crossing) {
		if q.high < q.low-1e-6 {
			field = append(field, q)
			return
		}
		if len(field) > 0 {
			if q.high <= q.low+1e-6 { // the field ends in a point
				field = append(field, q)
			}
			if len(field) > 1 {
				all = append(all, field)
			}
			field = nil
		}
		if q.high <= q.low+1e-6 { // or begins in one
			field = ribbon{q}
		}
	}
	for i, x := range r.bends(o, places) {
		a, b := r.at(x), o.at(x)
		if i == 0 || len(field) == 0 || field[len(field)-1].x < x-1e-9 {
			add(crossing{x, max(a.high, b.high), min(a.low, b.low)})
		}
	}
	if len(field) > 1 {
		all = append(all, field)
	}
	return all
}

// bends are places, and between them those where an edge of one ribbon crosses one of the other.
func (r ribbon) bends(o ribbon, places []fonts.Pt) []fonts.Pt {
	all := slices.Clone(places)
	for i := 1; i < len(places); i++ {
		left, right := places[i-1], places[i]
		a, b, c, d := r.at(left), r.at(right), o.at(left), o.at(right)
		for _, edges := range [][4]fonts.Pt{{a.high, b.high, c.high, d.high},
			{a.low, b.low, c.low, d.low}, {a.high, b.high, c.low, d.low},
			{a.low, b.low, c.high, d.high}} {
			before, after := edges[0]-edges[2], edges[1]-edges[3]
			if before*after < 0 {
				all = append(all, left+(right-left)*before/(before-after))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
