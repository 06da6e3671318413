package charts

import (
	"math"
	"slices"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

func coverRing(seats, filled int) Ring {
	return Ring{Seats: seats, Groups: []Group{{filled, hex("Multe lys", 0xF2A541)}},
		Inner: fonts.Mm(36).Pt(), Outer: fonts.Mm(91).Pt(),
		Open: hex("Open", 0x8C7BA0), Stroke: fonts.Mm(0.55).Pt()}
}

// TestCoverCheck holds the rings of two covers to the seats and steps that the designer gave.
func TestCoverCheck(t *testing.T) {
	for _, c := range []struct {
		invited int
		rings   []int
		step    float64
	}{{148, []int{17, 23, 30, 36, 42}, 13.48}, {118, []int{13, 18, 24, 29, 34}, 13.75}} {
		r := coverRing(c.invited, 62)
		radii := r.radii(c.invited)
		if have := seatCounts(radii, c.invited); !slices.Equal(have, c.rings) {
			t.Errorf("%d seats: rings %v, want %v", c.invited, have, c.rings)
		}
		have := min(step(radii, c.invited), distanceOf(radii)).Mm()
		if math.Abs(float64(have)-c.step) > 0.005 {
			t.Errorf("%d seats: step %.3f, want %.2f", c.invited, have, c.step)
		}
	}
}

// TestRingPlaces compares dots with pages that the designer drew: centres in mm from the ring's
// centre.
func TestRingPlaces(t *testing.T) {
	opener := Ring{Seats: 62, Groups: []Group{{31, hex("Hvit", 0xFFFFFF)}},
		Inner: fonts.Mm(15).Pt(), Outer: fonts.Mm(59.5).Pt(), Order: ByAngle,
		Open: hex("Open", 0xF6CFC6), Stroke: fonts.Mm(0.6).Pt(), Few: true}
	back := Ring{Seats: 62, Groups: []Group{{62, hex("Hvit", 0xFFFFFF)}}, Inner: fonts.Mm(8).Pt(),
		Outer: fonts.Mm(28).Pt()}
	for _, c := range []struct {
		name   string
		ring   Ring
		radius float64
		filled int
		at     [][2]float64 // in paint order, as far as given
	}{
		{"cover", coverRing(148, 62), 4.988, 62,
			[][2]float64{{0, -36}, {13.0, -33.57}, {24.25, -26.6}}},
		{"opener", opener, 5.488, 31, [][2]float64{{0, -15}}},
		{"back", back, 2.467, 62, [][2]float64{{0, -8}, {6.25, -4.99}, {7.8, 1.78}}},
	} {
		p, factor := c.ring.Picture()
		if factor != 1 || len(p.Items) != c.ring.Seats {
			t.Errorf("%s: %d dots, factor %d", c.name, len(p.Items), factor)
		}
		filled := 0
		for i, it := range p.Items {
			a, z, _ := it.Shape.Path.Bounds()
			if it.Shape.Paint.Fill != nil {
				filled++
			}
			if i < len(c.at) {
				x, y := ((a.X+z.X)/2 - p.Width/2).Mm(), ((a.Y+z.Y)/2 - p.Height/2).Mm()
				if math.Hypot(float64(x)-c.at[i][0], float64(y)-c.at[i][1]) > 0.03 {
					t.Errorf("%s: dot %d at %.2f,%.2f, want %v", c.name, i, x, y, c.at[i])
				}
			}
		}
		_, radius := c.ring.seats(scaled(c.ring.Seats, dotFactor(c.ring.Seats, mostSeats)))
		if have := radius.Mm(); math.Abs(float64(have)-c.radius) > 0.002 ||
			filled != c.filled {
			t.Errorf("%s: radius %.3f, %d filled", c.name, have, filled)
		}
	}
}

// TestOpenerIsSector holds that by angle the filled dots are the right ones: half of the seats,
// half of the circle.
func TestOpenerIsSector(t *testing.T) {
	r := Ring{Seats: 60, Groups: []Group{{30, hex("Hvit", 0xFFFFFF)}}, Inner: fonts.Mm(15).Pt(),
		Outer: fonts.Mm(59.5).Pt(), Order: ByAngle}
	p, _ := r.Picture()
	for i, it := range p.Items {
		a, z, _ := it.Shape.Path.Bounds()
		if x := (a.X+z.X)/2 - p.Width/2; (i < 30 && x < -1) || (i >= 30 && x > 1) {
			t.Errorf("dot %d at x %v", i, x)
		}
	}
}

// TestRings holds every number of seats to what a ring promises: all seats, no overlaps, inside.
func TestRings(t *testing.T) {
	for n := 1; n <= 400; n++ {
		for _, order := range []Order{RingByRing, ByAngle} {
			r := coverRing(n, n/2)
			r.Order, r.Few = order, order == ByAngle
			p, factor := r.Picture()
			if len(p.Items) != n || factor != 1 {
				t.Fatalf("%d seats: %d dots, factor %d", n, len(p.Items), factor)
			}
			seats, radius := r.seats(n)
			if n > 1 && closest(seats) < 2*radius {
				t.Errorf("%d seats overlap: %v apart, radius %v", n, closest(seats), radius)
			}
			for _, s := range seats {
				if d := fonts.Pt(math.Hypot(float64(s.at.X),
					float64(s.at.Y))); d+radius > p.Width/2+1e-6 {
					t.Errorf("%d seats: a dot leaves the picture", n)
				}
			}
		}
	}
}

func closest(seats []seat) fonts.Pt {
	least := math.Inf(1)
	for i, a := range seats {
		for _, b := range seats[:i] {
			least = math.Min(least, math.Hypot(float64(a.at.X-b.at.X), float64(a.at.Y-b.at.Y)))
		}
	}
	return fonts.Pt(least)
}

// TestManySeats holds that above 400 a dot stands for 2, 5, 10 ..., in the right numbers.
func TestManySeats(t *testing.T) {
	for _, c := range []struct{ seats, filled, factor, dots, dotsFilled int }{
		{400, 200, 1, 400, 200}, {401, 101, 2, 201, 51}, {800, 0, 2, 400, 0},
		{1000, 600, 5, 200, 120}, {2400, 1, 10, 240, 1},
		{5000, 4000, 20, 250, 200},
	} {
		p, factor := coverRing(c.seats, c.filled).Picture()
		filled := 0
		for _, it := range p.Items {
			if it.Shape.Paint.Fill != nil {
				filled++
			}
		}
		if factor != c.factor || len(p.Items) != c.dots || filled != c.dotsFilled {
			t.Errorf("%d of %d: factor %d, %d of %d dots", c.filled, c.seats, factor, filled,
				len(p.Items))
		}
	}
	groups := Ring{Seats: 1000, Inner: fonts.Mm(36).Pt(), Outer: fonts.Mm(91).Pt()}
	for i, n := range []int{300, 151, 149} {
		groups.Groups = append(groups.Groups, Group{n, hex("", uint32(i+1))})
	}
	counts := map[vector.Color]int{}
	for _, color := range groups.colors(5) {
		counts[color]++
	}
	for i, want := range []int{60, 30, 30} {
		if have := counts[groups.Groups[i].Color]; have != want {
			t.Errorf("group %d has %d dots, want %d", i, have, want)
		}
	}
}

// TestDotField holds the fields of dots to their measures.
func TestDotField(t *testing.T) {
	p, factor := HeroDots(62, 31, hex("Nype", 0xC4382A), hex("Stein", 0x8B848F)).Picture()
	filled := 0
	for _, it := range p.Items {
		if it.Shape.Paint.Fill != nil {
			filled++
		}
	}
	if factor != 1 || len(p.Items) != 62 || filled != 31 {
		t.Errorf("%d dots, %d filled, factor %d", len(p.Items), filled, factor)
	}
	if w, h := two(p.Width), two(p.Height); w != "82.65" || h != "57.30" {
		t.Errorf("%s x %s mm", w, h)
	}
	if p, factor := ThemeDots(13, hex("Fjord", 0)).Picture(); len(p.Items) != 13 || factor != 1 ||
		two(p.Height) != "4.81" {
		t.Errorf("%d dots, %s high", len(p.Items), two(p.Height))
	}
	if p, factor := ThemeDots(0, hex("Fjord", 0)).Picture(); len(p.Items) != 0 || factor != 1 {
		t.Error("dots for nobody")
	}
}

// TestStrip holds strips of persons to their two rows: as long as some gave the answer and some did
// not, there is a dot for either, and none is left out of the width.
func TestStrip(t *testing.T) {
	room := fonts.Mm(70.2).Pt()
	for _, tt := range []struct{ total, filled, factor, dots, full int }{
		{62, 31, 1, 62, 31}, {61, 56, 1, 61, 56}, {80, 0, 1, 80, 0}, {83, 83, 2, 42, 42},
		{95522, 95521, 2000, 48, 47}, {95522, 1, 2000, 48, 1}, {3, 1, 1, 3, 1}, {1, 1, 1, 1, 1},
		{0, 0, 1, 0, 0},
	} {
		p, factor := Strip{Total: tt.total, Filled: tt.filled, Width: room}.Picture()
		full := 0
		for _, it := range p.Items {
			if it.Shape.Paint.Fill != nil {
				full++
			}
		}
		if factor != tt.factor || len(p.Items) != tt.dots || full != tt.full || p.Width > room {
			t.Errorf("%+v: %d dots, %d filled, a dot for %d, %s mm", tt, len(p.Items), full, factor,
				two(p.Width))
		}
	}
}

// TestDotsOnAPage: of many people a dot stands for several, before the field is higher than a page.
func TestDotsOnAPage(t *testing.T) {
	for _, tt := range []struct{ people, factor int }{{7, 1}, {160, 1}, {161, 2}, {200, 2},
		{201, 5}, {999, 10}, {2294, 50}, {95522, 1000}, {1000000000, 10000000}} {
		f := question("Kom du?", 0, answer("Ja", 20), answer("Nei", tt.people-20))
		chart, err := Draw(of(Dots, f), houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		if chart.OneDotStandsFor != tt.factor || chart.Picture.Height.Mm() > 170 {
			t.Errorf("%d people: a dot for %d, %s mm high", tt.people, chart.OneDotStandsFor,
				two(chart.Picture.Height))
		}
	}
}

// DotRadius is the radius of the ring's dots.
func (r Ring) DotRadius() fonts.Pt {
	_, radius := r.seats(scaled(r.Seats, dotFactor(r.Seats, mostSeats)))
	return radius
}
