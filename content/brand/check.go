package brand

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapport/content/brand/colorimetry"
	"rapport/content/source"
)

// What colours must have.
//
// Text and marks follow WCAG 2.1, success criteria 1.4.3 and 1.4.11. Most of a report's text is
// small, so the lower demand on large text is not used. Logos are exempt by 1.4.3; hairlines are
// decoration.
//
// Neighbours in a pie, or on a scale, are parted by a white gap, named by labels that touch them,
// and stand in a known order: nobody needs their colours to find a boundary or a name. The colours
// need only be seen as two, by everyone. That is a CIEDE2000 difference of 5 in the three kinds of
// dichromacy: well above the 2 to 3 at which an untrained eye sees two colours side by side. In
// greyscale only lightness is left, and marks that must have 3:1 on white while five of them part
// its range lie close together: there, 1 is asked, a just noticeable difference. The house's
// palette has at least 8.4 and 2.
const (
	textContrast   = 4.5
	markContrast   = 3.0
	colorNeighbour = 5.0
	greyNeighbour  = 1.0
)

// swatch is a colour of a brand in its role.
type swatch struct {
	color Color
	name  string // as messages have it
	key   string // in TOML
}

// demand is what a group of colours must have.
type demand struct {
	// of is swatches: the one that is judged first, then what it is held against.
	of   []int
	met  func(colors []Color) bool                     // whether the colours have it
	text func(names []string, colors []Color) string   // that they do not
	have func(names []string, repaired []Color) string // what they have when they do, for a hint
}

// palette is the swatches of a brand with all that is demanded of them.
type palette struct {
	brand    *Brand
	swatches []swatch
	demands  []demand
}

// Check holds every pair of colours that a report uses against what readers need: text and marks
// against their grounds, and neighbouring slices and steps against each other in greyscale and for
// people with deuteranopia, protanopia and tritanopia. Colours that the brand does not give are the
// house's. Each problem is at the colour that would have to change; its Line is empty, for a Brand
// has no source text.
func (b *Brand) Check() source.Problems {
	p := &palette{brand: b}
	c := b.Complete()
	role := map[string]int{}
	for _, r := range ColorRoles() {
		role[r] = p.add(c.Colors[r], roleName(r), "colors."+r)
	}
	p.page(role)
	p.slices(c.Slices, role)
	p.scale(c.Scale, role)
	for _, g := range c.Covers {
		p.ground(g, "cover")
	}
	for _, g := range c.Openers {
		p.ground(g, "opener")
	}
	return p.problems()
}

// roleName is a role in the words of messages.
func roleName(role string) string {
	switch role {
	case "muted":
		return "muted bar"
	case "neutral":
		return "neutral slice"
	}
	return role
}

func (p *palette) add(c Color, name, key string) int {
	p.swatches = append(p.swatches, swatch{c, name, key})
	return len(p.swatches) - 1
}

// onGround demands a contrast of one colour on another.
func (p *palette) onGround(mark, ground int, need float64) {
	what := "text"
	if need == markContrast {
		what = "a mark"
	}
	p.contrast([]int{mark, ground}, need, func(c []Color) float64 { return contrast(c[0], c[1]) },
		func(names []string) (string, string) {
			return names[0] + " on " + names[1], fmt.Sprintf(", %s needs %g:1", what, need)
		})
}

// contrast demands a contrast by any measure; say is what comes before and after the number in a
// message.
func (p *palette) contrast(
	of []int, need float64, measure func([]Color) float64, say func([]string) (string, string),
) {
	p.demands = append(p.demands, demand{of: of,
		met: func(c []Color) bool { return measure(c) >= need },
		text: func(names []string, c []Color) string {
			before, after := say(names)
			return fmt.Sprintf("%s has a contrast of %s:1%s",
				before, tooLittle(measure(c), need), after)
		},
		have: func(_ []string, c []Color) string {
			return fmt.Sprintf("has %.1f:1", math.Floor(measure(c)*10)/10)
		},
	})
}

// beside demands that two neighbours look different to everyone.
func (p *palette) beside(a, b int) {
	p.demands = append(p.demands, demand{of: []int{b, a},
		met: func(c []Color) bool { return len(alike(c[0], c[1])) == 0 },
		text: func(names []string, c []Color) string {
			return fmt.Sprintf("%s is too like its neighbour %s: a difference of %s (CIEDE2000)",
				names[0], names[1], strings.Join(alike(c[0], c[1]), "; "))
		},
		have: func([]string, []Color) string { return "differs enough" },
	})
}

// alike says in which ways of seeing two neighbours are too like each other, and by how much.
func alike(a, b Color) []string {
	var out []string
	for _, v := range colorimetry.Visions() {
		need, how := colorNeighbour, "with "+v.Name
		if v.Name == "greyscale" {
			need, how = greyNeighbour, "in greyscale"
		}
		if d := v.Difference(a.rgb(), b.rgb()); d < need {
			out = append(out,
				fmt.Sprintf("%s %s, at least %g needed", tooLittle(d, need), how, need))
		}
	}
	return out
}

// tooLittle is a number that is too small, with as many decimals as show that it is.
func tooLittle(have, need float64) string {
	for decimals := 1; decimals < 6; decimals++ {
		scale := math.Pow10(decimals)
		if s := math.Floor(have*scale) / scale; s < need {
			return fmt.Sprintf("%.*f", decimals, s)
		}
	}
	return fmt.Sprint(have)
}

// page demands what text and marks on white and on panels need.
func (p *palette) page(role map[string]int) {
	for _, ground := range []string{"white", "panel"} {
		for _, text := range []string{"ink", "secondary", "accent", "heading"} {
			p.onGround(role[text], role[ground], textContrast)
		}
	}
	for _, mark := range []string{"bar", "muted", "neutral", "count"} {
		p.onGround(role[mark], role["white"], markContrast)
	}
	p.onGround(role["neutral"], role["panel"], markContrast) // the open dots of the hero band
}

// slices demands what pies need. A pie has the first k slices, so that the first is a neighbour of
// its last one; an answer like "vet ikke" is neutral and stands last, after the first k.
func (p *palette) slices(colors []Color, role map[string]int) {
	at := make([]int, len(colors))
	for i, c := range colors {
		at[i] = p.add(c, fmt.Sprintf("slice %d", i+1), "colors.slices")
		p.onGround(at[i], role["white"], markContrast)
	}
	for i := range at {
		for j := range i {
			if j == 0 || j == i-1 {
				p.beside(at[j], at[i])
			}
		}
		if i < len(at)-1 {
			p.beside(at[i], role["neutral"])
		}
	}
}

// scale demands what scales of five and of three steps need, with the labels inside the steps: ink
// or white, whichever is seen better.
func (p *palette) scale(colors []Color, role map[string]int) {
	at := make([]int, len(colors))
	for i, c := range colors {
		at[i] = p.add(c, fmt.Sprintf("scale step %d", i+1), "colors.scale")
		p.onGround(at[i], role["white"], markContrast)
		p.contrast([]int{at[i], role["ink"], role["white"]}, textContrast,
			func(c []Color) float64 { return max(contrast(c[0], c[1]), contrast(c[0], c[2])) },
			func(names []string) (string, string) {
				return "a label on " + names[0],
					fmt.Sprintf(" in ink or white, text needs %g:1", textContrast)
			})
		if i > 0 {
			p.beside(at[i-1], at[i])
		}
		if i > 1 && i%2 == 0 {
			p.beside(at[i-2], at[i])
		}
	}
}

// ground demands what stands on a cover or opener to be seen.
func (p *palette) ground(g Ground, kind string) {
	name := func(part string) string { return fmt.Sprintf("%s of the %s %q", part, kind, g.Name) }
	fill := p.add(g.Fill, "the fill", kind+".fill")
	p.onGround(p.add(g.Text, name("text"), kind+".text"), fill, textContrast)
	p.onGround(p.add(g.Soft, name("soft text"), kind+".soft"), fill, textContrast)
	p.onGround(p.add(g.Dot, name("dot"), kind+".dot"), fill, markContrast)
	p.onGround(p.add(g.Open, name("open dot"), kind+".open"), fill, markContrast)
	for i, c := range g.Groups {
		p.onGround(p.add(c, name(fmt.Sprintf("dot %d", i+1)), kind+".groups"), fill, markContrast)
	}
}

// problems are the demands that are not met.
func (p *palette) problems() source.Problems {
	var out source.Problems
	for _, d := range p.demands {
		if names, colors := p.of(d, -1, Color{}); !d.met(colors) {
			out = append(out, p.problem(d, d.text(names, colors)))
		}
	}
	return out.Sorted()
}

// of is the names and colours of a demand, with the swatch of an index in another colour.
func (p *palette) of(d demand, change int, c Color) (names []string, colors []Color) {
	for _, i := range d.of {
		s := p.swatches[i]
		if i == change {
			s.color = c
		}
		names, colors = append(names, s.name), append(colors, s.color)
	}
	return names, colors
}

// problem is at the first of the colours that the brand gives itself, with the repair.
func (p *palette) problem(d demand, text string) source.Problem {
	change := d.of[0]
	for i := len(d.of) - 1; i >= 0; i-- {
		if p.swatches[d.of[i]].color.Pos != (source.Pos{}) {
			change = d.of[i]
		}
	}
	s := p.swatches[change]
	pos := s.color.Pos
	if pos == (source.Pos{}) {
		pos = p.brand.Pos
	}
	return source.Problem{Pos: pos, Width: 1, Key: s.key, Text: text, Hint: p.hint(d, change)}
}

// hint is the nearest lighter or darker colour of the same hue that meets the demand together with
// all others on the same colour, or at least with it alone.
func (p *palette) hint(d demand, change int) string {
	var all []demand
	for _, other := range p.demands {
		if slices.Contains(other.of, change) {
			all = append(all, other)
		}
	}
	if h := p.repair(d, change, all); h != "" {
		return h
	}
	if h := p.repair(d, change, []demand{d}); h != "" {
		return h + ", though not all else that it must have"
	}
	return fmt.Sprintf("no colour of the hue of %s would do", p.swatches[change].color.rgb().Hex())
}

// lightnessStep is how finely colours are tried, in CIELAB lightness of 0 to 100.
const lightnessStep = 0.25

// repair tries colours of the same hue, from the nearest on; "" when none meets the demands.
func (p *palette) repair(d demand, change int, demands []demand) string {
	old := p.swatches[change].color
	from := old.rgb().Light().Lab()
	for step := lightnessStep; step <= 100; step += lightnessStep {
		for _, l := range []float64{from.L - step, from.L + step} {
			if l < 0 || l > 100 {
				continue
			}
			rgb := from.WithLightness(l)
			c := Color{R: rgb.R, G: rgb.G, B: rgb.B}
			if rgb == old.rgb() || !p.met(demands, change, c) {
				continue
			}
			how := "darker"
			if l > from.L {
				how = "lighter"
			}
			return fmt.Sprintf("%s for %s, %s in the same hue, %s", rgb.Hex(),
				p.swatches[change].name, how, d.have(p.of(d, change, c)))
		}
	}
	return ""
}

// met says whether demands are met when a swatch has another colour.
func (p *palette) met(demands []demand, change int, c Color) bool {
	for _, d := range demands {
		if _, colors := p.of(d, change, c); !d.met(colors) {
			return false
		}
	}
	return true
}

// rgb is the colour on a screen.
func (c Color) rgb() colorimetry.RGB { return colorimetry.RGB{R: c.R, G: c.G, B: c.B} }

// contrast is the contrast of two colours on a screen, 1 to 21.
func contrast(a, b Color) float64 { return colorimetry.Contrast(a.rgb(), b.rgb()) }
