package charts

import (
	"cmp"
	"math"
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Order is how the dots of a ring are filled.
type Order uint8

// Orders.
const (
	RingByRing Order = iota // from the centre, clockwise: covers
	ByAngle                 // clockwise, so that the filled share also reads as a sector: openers
)

// Group is a number of filled dots in one colour.
type Group struct {
	Count int
	Color vector.Color
}

// Ring is the report's figure: a seat for everyone invited, filled by those who came.
type Ring struct {
	Seats        int     // all
	Groups       []Group // the filled ones, in order; the rest is open
	Inner, Outer fonts.Pt
	Order        Order
	Open         vector.Color // outline of open dots
	Stroke       fonts.Pt     // of open dots
	Few          bool         // at most 12 seats stand in one ring of large dots (openers)
	DotMost      fonts.Pt     // a dot's largest radius, 0 for any
}

// Measures of rings.
const (
	dotFill             = 0.74
	fewSeats            = 12
	fewOuter   fonts.Mm = 59.5 // outer radius for which the two that follow are meant
	fewRadius  fonts.Mm = 52.0
	fewDotFill          = 0.66
	fewDotMost fonts.Mm = 12.0 // so that few dots stay within the ring's own room
	mostSeats           = 400
)

// seat is a dot's place from the ring's centre.
type seat struct {
	angle float64 // clockwise from twelve o'clock, 0 to 2 pi
	ring  int
	at    vector.Point
}

// Picture draws the ring with its centre in the middle of the picture. factor is above 1 when a dot
// stands for several people, which the caption must say.
func (r Ring) Picture() (picture *vector.Picture, factor int) {
	factor = dotFactor(r.Seats, mostSeats)
	colors := r.colors(factor)
	n := scaled(r.Seats, factor)
	seats, radius := r.seats(n)
	var half fonts.Pt
	for _, s := range seats {
		half = max(half, fonts.Pt(math.Hypot(float64(s.at.X), float64(s.at.Y)))+radius)
	}
	dots := newDots(len(seats), &r.Open, r.Stroke)
	dots.picture.Width, dots.picture.Height = 2*half, 2*half
	if r.Order == ByAngle {
		slices.SortStableFunc(seats, func(a, b seat) int {
			if math.Abs(a.angle-b.angle) < 1e-9 {
				return a.ring - b.ring
			}
			return cmp.Compare(a.angle, b.angle)
		})
	}
	for i, s := range seats {
		var fill *vector.Color
		if i < len(colors) {
			fill = &colors[i]
		}
		dots.add(half+s.at.X, half+s.at.Y, radius, fill)
	}
	return &dots.picture, factor
}

// colors are the colours of the filled dots in order. When a dot stands for several people, the
// dots are dealt to the groups by largest remainder, so that their number is right in all.
func (r Ring) colors(factor int) []vector.Color {
	counts, total := make([]float64, len(r.Groups)), 0
	for i, g := range r.Groups {
		counts[i] = float64(g.Count)
		total += g.Count
	}
	var colors []vector.Color
	for i, n := range largestRemainder(counts, scaled(min(total, r.Seats), factor)) {
		for range n {
			colors = append(colors, r.Groups[i].Color)
		}
	}
	return colors
}

// seats places n seats ring by ring from the centre, and gives the dots' radius.
func (r Ring) seats(n int) (seats []seat, dotRadius fonts.Pt) {
	if n <= 0 {
		return nil, 0
	}
	if r.Few && n <= fewSeats {
		size := r.Outer / fewOuter.Pt()
		radius := fewRadius.Pt() * size
		step := 2 * math.Pi * radius / fonts.Pt(n)
		return circleOf(n, 0, radius, 0), min(fewDotFill*step/2, fewDotMost.Pt()*size)
	}
	radii := r.radii(n)
	for i, k := range seatCounts(radii, n) {
		turned := 0.0
		if i%2 == 1 && k > 0 {
			turned = math.Pi / float64(k)
		}
		seats = append(seats, circleOf(k, i, radii[i], turned)...)
	}
	dotRadius = dotFill * min(distanceOf(radii), step(radii, n)) / 2
	if r.DotMost > 0 {
		dotRadius = min(dotRadius, r.DotMost)
	}
	return seats, dotRadius
}

// radii are those of the K rings for which the distance of rings and that of seats are most equal.
func (r Ring) radii(n int) []fonts.Pt {
	var best []fonts.Pt
	least := math.Inf(1)
	for k := 1; k <= n; k++ {
		radii := make([]fonts.Pt, k)
		for i := range radii {
			radii[i] = r.Outer
			if k > 1 {
				radii[i] = r.Inner + (r.Outer-r.Inner)*fonts.Pt(i)/fonts.Pt(k-1)
			}
		}
		off := math.Inf(1)
		if k > 1 {
			off = math.Abs(math.Log(float64(distanceOf(radii) / step(radii, n))))
		}
		if best == nil || off < least {
			best, least = radii, off
		} else if k > 2 {
			break // the rings only come closer from here
		}
	}
	return best
}

// distanceOf is the distance from ring to ring. A single ring has no neighbour whose dots it could
// touch; it is given its radius, which is never the smaller of the two distances.
func distanceOf(radii []fonts.Pt) fonts.Pt {
	if len(radii) < 2 {
		return radii[0]
	}
	return radii[1] - radii[0]
}

// step is the distance from seat to seat along the rings.
func step(radii []fonts.Pt, n int) fonts.Pt {
	var sum fonts.Pt
	for _, r := range radii {
		sum += r
	}
	return 2 * math.Pi * sum / fonts.Pt(n)
}

// seatCounts deals n seats to rings in proportion to their radius.
func seatCounts(radii []fonts.Pt, n int) []int {
	weights := make([]float64, len(radii))
	for i, r := range radii {
		weights[i] = float64(r)
	}
	return largestRemainder(weights, n)
}

func circleOf(n, ring int, radius fonts.Pt, turned float64) []seat {
	seats := make([]seat, n)
	for i := range seats {
		a := 2*math.Pi*float64(i)/float64(n) + turned
		s, c := math.Sincos(a)
		seats[i] = seat{a, ring, vector.Point{X: radius * fonts.Pt(s), Y: -radius * fonts.Pt(c)}}
	}
	return seats
}

// largestRemainder deals n in proportion to weights: the whole parts first, then one each by the
// largest remainder, earlier ones first.
func largestRemainder(weights []float64, n int) []int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	out, order := make([]int, len(weights)), make([]int, len(weights))
	if total <= 0 {
		return out
	}
	rest, left := make([]float64, len(weights)), n
	for i, w := range weights {
		share := w * float64(n) / total
		out[i] = int(math.Floor(share + 1e-9))
		rest[i], order[i] = share-float64(out[i]), i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order[:max(0, min(left, len(order)))] {
		out[i]++
	}
	return out
}

// dotFactor is how many people a dot stands for, so that there are at most so many dots: 1, 2, 5,
// 10, 20 …
func dotFactor(n, most int) int {
	for magnitude := 1; ; magnitude *= 10 {
		for _, f := range []int{1, 2, 5} {
			if (n+f*magnitude-1)/(f*magnitude) <= most {
				return f * magnitude
			}
		}
	}
}

// scaled is a number of people as dots, rounded to the nearest, but one dot at least for anybody.
func scaled(n, factor int) int {
	if n <= 0 {
		return 0
	}
	return max(1, (2*n+factor)/(2*factor))
}
