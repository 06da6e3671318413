package brand

import (
	"math"
	"slices"

	"rapport/content/brand/colorimetry"
)

// Separator gives the inks, in per cent, that print a colour of CIELAB under D50.
type Separator func(l, a, b float64) ([4]uint8, error)

// Change is a colour that a brand could not take as it was wished for.
type Change struct {
	Role    string // "accent"
	From    colorimetry.RGB
	To      colorimetry.RGB
	Have    float64 // the contrast that From would have on white
	Without bool    // From is grey, and has no hue to take
}

// Suggest makes a whole brand of one colour, which meets all that [Brand.Check] demands. Dark tones of
// its hue are headings and bars, the colour itself is the accent and a ground where it can be read
// there; else the nearest lighter or darker one of its hue is, and a Change says so. Slices have hues
// that go round from the colour's, scales lead from a warm to a cold hue. The inks are within the
// default ink limit.
func Suggest(name string, wish colorimetry.RGB, separate Separator) (*Brand, []Change, error) {
	s := &suggestion{wish: wish, from: wish.Light().Lab(), separate: separate,
		brand: houseBrand(name)}
	s.hue, s.chroma = s.from.Hue(), s.from.Chroma()
	if s.grey = s.chroma < greyChroma; s.grey {
		s.hue = greyHue
	}
	s.roles()
	s.slices()
	s.scale()
	s.grounds()
	return s.brand, s.changes, s.failed
}

// A grey is less vivid than this: what it has of a hue nobody sees. Its brand has the hue of a red
// accent.
const (
	greyChroma = 8
	greyHue    = 35
)

type suggestion struct {
	wish        colorimetry.RGB
	from        colorimetry.Lab
	hue, chroma float64
	grey        bool
	separate    Separator
	failed      error // the first separation that failed

	brand   *Brand
	changes []Change
}

// color is a colour with its inks.
func (s *suggestion) color(c colorimetry.RGB) Color {
	lab := c.Light().LabD50()
	inks, err := s.separate(lab.L, lab.A, lab.B)
	if err != nil && s.failed == nil {
		s.failed = err
	}
	inks = within(inks, defaultInkLimit)
	return Color{R: c.R, G: c.G, B: c.B, C: inks[0], M: inks[1], Y: inks[2], K: inks[3], Ink: true}
}

// within takes as much of the coloured inks away as brings all four within a limit.
func within(inks [4]uint8, limit int) [4]uint8 {
	black := int(inks[3])
	colored := int(inks[0]) + int(inks[1]) + int(inks[2])
	if colored+black <= limit {
		return inks
	}
	for i := range 3 {
		inks[i] = uint8(int(inks[i]) * (limit - black) / colored)
	}
	return inks
}

// tone is a colour of the brand's hue, with at most the chroma.
func (s *suggestion) tone(lightness, chroma float64) colorimetry.RGB {
	if s.grey {
		chroma = 0
	}
	return colorimetry.LCh(lightness, chroma, s.hue)
}

// roles chooses the colours of type and marks.
func (s *suggestion) roles() {
	b := s.brand
	white := colorimetry.RGB{R: 255, G: 255, B: 255}
	panel, ink := s.tone(96.5, 3), s.tone(10, 6)
	b.Colors = map[string]Color{
		"white":     {R: 255, G: 255, B: 255, Ink: true},
		"ink":       {R: ink.R, G: ink.G, B: ink.B, K: 100, Ink: true},
		"panel":     s.color(panel),
		"line":      s.color(s.tone(84, 4)),
		"muted":     s.color(s.tone(55, min(s.chroma, 14))),
		"neutral":   s.color(s.tone(57, 2)),
		"count":     s.color(colorimetry.LCh(40, 34, s.hue+180)),
		"secondary": {},
	}
	small := s.tone(38, 5)
	b.Colors["secondary"] = Color{R: small.R, G: small.G, B: small.B, K: 75, Ink: true}
	b.Colors["heading"] = s.color(s.dark())
	b.Colors["bar"] = b.Colors["heading"]

	reads := func(c colorimetry.RGB) bool {
		return colorimetry.Contrast(c, white) >= textContrast &&
			colorimetry.Contrast(c, panel) >= textContrast &&
			colorimetry.Difference(c, s.dark()) >= pointsOut
	}
	accent, wanted := s.wish, s.wish
	if s.grey {
		wanted = colorimetry.LCh(45, accentChroma, greyHue)
		accent = wanted
		s.changes = append(s.changes, Change{Role: "accent", From: s.wish, To: accent, Without: true})
	}
	if !reads(accent) {
		accent = nearest(wanted, accentChroma, reads)
		s.changes = append(s.changes, Change{Role: "accent", From: wanted, To: accent,
			Have: colorimetry.Contrast(wanted, white)})
	}
	b.Colors["accent"] = s.color(accent)
}

const (
	// pointsOut is how much an accent differs from the bars that it points one out of (CIEDE2000).
	pointsOut = 20
	// accentChroma is how vivid an accent is that stands in for a colour too dark or grey.
	accentChroma = 60
)

// dark is the brand's darkest tone: the wish itself when it is dark enough.
func (s *suggestion) dark() colorimetry.RGB {
	if s.from.L >= 12 && s.from.L <= 28 {
		return s.wish
	}
	return s.tone(22, min(s.chroma, 40))
}

// nearest is the colour of a hue whose lightness is nearest to that of another one and that will do;
// it is at least as vivid, where sRGB is so vivid there. The middle of the range always does.
func nearest(c colorimetry.RGB, vivid float64, will func(colorimetry.RGB) bool) colorimetry.RGB {
	from := c.Light().Lab()
	chroma := max(from.Chroma(), vivid)
	for step := lightnessStep; step <= 100; step += lightnessStep {
		for _, l := range []float64{from.L - step, from.L + step} {
			if l <= 0 || l >= 100 {
				continue
			}
			if c := colorimetry.LCh(l, chroma, from.Hue()); will(c) {
				return c
			}
		}
	}
	return colorimetry.LCh(45, chroma, from.Hue())
}

// slices chooses five colours for pies, the dark tone first. Of the candidates that are well over what
// is demanded of neighbours, each is the one that is most vivid and light, with a hue of its own.
func (s *suggestion) slices() {
	b := s.brand
	chosen := []Color{b.Colors["bar"]}
	hues := []float64{s.hue}
	for len(chosen) < brandSlices {
		against := []Color{chosen[0], chosen[len(chosen)-1]}
		if len(chosen) < brandSlices-1 {
			against = append(against, b.Colors["neutral"])
		}
		var best colorimetry.RGB
		bestHue, most := 0.0, math.Inf(-1)
		for h := 20.0; h < 360; h += 20 {
			for l := 34.0; l <= 60; l += 2 {
				c := colorimetry.LCh(l, 52, s.hue+h)
				if contrast(paint(c), b.Colors["white"]) < markContrast {
					continue
				}
				if score := slicePoints(c, l, margin(c, against), apart(s.hue+h, hues)); score > most {
					best, bestHue, most = c, s.hue+h, score
				}
			}
		}
		chosen, hues = append(chosen, s.color(best)), append(hues, bestHue)
	}
	b.Slices = chosen
}

// slicePoints weighs a slice: what is demanded of it counts most, until it is met by half as much
// again; then a hue of its own, then how light and how vivid it is.
func slicePoints(c colorimetry.RGB, lightness, margin, apart float64) float64 {
	return 6*min(margin, 1.5) + 2*min(apart, 60)/60 + lightness/40 + c.Light().Lab().Chroma()/52
}

// paint is a colour for the screen alone.
func paint(c colorimetry.RGB) Color { return Color{R: c.R, G: c.G, B: c.B} }

// margin is the least part of what is demanded of neighbours that a colour has beside others: 1 meets
// the demand.
func margin(c colorimetry.RGB, against []Color) float64 {
	least := math.Inf(1)
	for _, other := range against {
		for _, v := range colorimetry.Visions() {
			need := colorNeighbour
			if v.Name == "greyscale" {
				need = greyNeighbour
			}
			least = min(least, v.Difference(c, other.rgb())/need)
		}
	}
	return least
}

// apart is the least distance of a hue from others, in degrees.
func apart(hue float64, others []float64) float64 {
	least := 180.0
	for _, o := range others {
		d := math.Mod(math.Abs(hue-o), 360)
		least = min(least, d, 360-d)
	}
	return least
}

// scale chooses five steps from a warm to a cold hue by way of grey; the brand's own hue is the end
// that it is nearer to. Tones are darker to the ends, and differ in grey too.
func (s *suggestion) scale() {
	low, high := 30.0, 245.0
	switch {
	case s.grey:
	case apart(s.hue, []float64{low}) < 65:
		low, high = s.hue, s.hue+200
	default:
		high = s.hue
		for _, low = range []float64{30, 60, high + 180} {
			if apart(high, []float64{low}) >= 100 {
				break
			}
		}
	}
	b := s.brand
	middle := colorimetry.LCh(60, 3, s.hue)
	white, ink := b.Colors["white"], b.Colors["ink"]
	labelled := func(c colorimetry.RGB) bool {
		return contrast(paint(c), white) >= markContrast &&
			max(contrast(paint(c), white), contrast(paint(c), ink)) >= textContrast
	}
	step := func(lightness, chroma, hue float64, beside ...Color) Color {
		will := func(c colorimetry.RGB) bool {
			return labelled(c) && margin(c, beside) >= 1.2
		}
		c := colorimetry.LCh(lightness, chroma, hue)
		if !will(c) {
			c = nearest(c, 0, will)
		}
		return s.color(c)
	}
	third := step(60, 3, middle.Light().Lab().Hue())
	second := step(47, 48, low, third)
	first := step(33, 52, low, second, third)
	fourth := step(42, 40, high, third)
	fifth := step(25, 38, high, fourth, third)
	b.Scale = []Color{first, second, third, fourth, fifth}
}

// grounds chooses covers and openers: the dark tone, the wish itself with whatever can be read on it,
// and for openers the accent and a light tone.
func (s *suggestion) grounds() {
	b := s.brand
	dark := s.ground("mork", s.dark())
	wished := s.ground("farge", s.wish)
	b.Covers = []Ground{dark}
	if s.wish != s.dark() {
		b.Covers = append(b.Covers, wished)
	}
	for i := range b.Covers {
		b.Covers[i].Groups = s.groups(b.Covers[i])
	}
	accent := b.Colors["accent"].rgb()
	b.Openers = []Ground{s.ground("aksent", accent), dark, s.ground("lys", s.tone(86, min(s.chroma, 24)))}
}

// ground is a full page in a colour, with type and dots in white and light tones, or in dark ones,
// whichever is read better.
func (s *suggestion) ground(name string, fill colorimetry.RGB) Ground {
	white, ink := s.brand.Colors["white"], s.brand.Colors["ink"]
	text, soft, dot, open := white, s.tone(92, 10), s.tone(80, max(s.chroma, 40)), s.tone(72, 14)
	if contrast(paint(fill), ink) > contrast(paint(fill), white) {
		text, soft, dot, open = s.color(s.tone(12, 14)), s.tone(18, 16), s.tone(20, 30), s.tone(34, 10)
		if contrast(text, paint(fill)) < textContrast {
			text = ink
		}
	}
	if contrast(text, paint(fill)) < textContrast {
		fill = nearest(fill, 0, func(c colorimetry.RGB) bool {
			return contrast(paint(c), text) >= textContrast
		})
		s.changes = append(s.changes, Change{Role: "cover", From: s.wish, To: fill,
			Have: contrast(text, paint(s.wish))})
	}
	g := Ground{Name: name, Fill: s.color(fill), Text: text}
	part := func(c colorimetry.RGB, need float64) Color {
		if contrast(paint(c), paint(fill)) < need {
			return text
		}
		return s.color(c)
	}
	g.Soft, g.Dot, g.Open = part(soft, textContrast), part(dot, markContrast), part(open, markContrast)
	return g
}

// groups are colours of dots on a cover for the answers to a question: those that are seen on it, as
// far apart in hue as five can be, and the type's.
func (s *suggestion) groups(g Ground) []Color {
	out := []Color{g.Dot}
	light := contrast(g.Text, s.brand.Colors["white"]) < 2
	for _, h := range []float64{72, 144, 216, 288} {
		for _, l := range []float64{78, 84, 90, 30, 22, 14} {
			c := paint(colorimetry.LCh(l, 40, s.hue+h))
			if (l > 50) == light && contrast(c, g.Fill) >= markContrast {
				out = append(out, s.color(c.rgb()))
				break
			}
		}
	}
	if !slices.Contains(out, g.Text) {
		out = append(out, g.Text)
	}
	return out
}
