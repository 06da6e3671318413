package style

import (
	"cmp"
	"fmt"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Brand is the design of a publisher: the house design in the publisher's families of faces,
// colours and grounds, as far as the brand gives them; nil is the house itself. A colour is named
// after its role, and has no ink (C, M, Y and K are zero) when its Ink is false.
//
// An error is a family that is not compiled in, a role that is not content.ColorRoles', or a
// palette of the wrong length; content's loader says these with their places.
func Brand(b *content.Brand) (*Sheet, error) {
	if b == nil {
		b = &content.Brand{}
	}
	s, err := New(cmp.Or(b.HeadingFont, fonts.SchibstedGrotesk),
		cmp.Or(b.BodyFont, fonts.SourceSerif))
	if err != nil {
		return nil, err
	}
	if err := s.Color.brand(b); err != nil {
		return nil, fmt.Errorf("brand %q: %w", b.Name, err)
	}
	whole := b.Complete()
	if len(b.Covers) > 0 {
		s.Covers = grounds(whole.Covers)
	}
	if len(b.Openers) > 0 {
		s.Openers = grounds(whole.Openers)
	}
	return s, nil
}

// brand puts a brand's colours into their roles.
func (c *Colors) brand(b *content.Brand) error {
	roles := map[string]*vector.Color{
		"heading": &c.Heading, "accent": &c.Accent, "ink": &c.Ink, "secondary": &c.Secondary,
		"line": &c.Line, "panel": &c.Panel, "white": &c.White, "bar": &c.Bar, "muted": &c.Muted,
		"neutral": &c.Neutral, "count": &c.Count,
	}
	set := 0
	for _, role := range content.ColorRoles() {
		given, ok := b.Colors[role]
		if !ok {
			continue
		}
		to := roles[role]
		if to == nil {
			return fmt.Errorf("no place for colours of the role %q", role)
		}
		*to = color(role, given)
		set++
	}
	if set != len(b.Colors) {
		return fmt.Errorf("colours of roles that are none of %q", content.ColorRoles())
	}
	for _, given := range b.Drawings {
		name := fmt.Sprintf("#%02X%02X%02X", given.R, given.G, given.B)
		c.Drawings = append(c.Drawings, color(name, given))
	}
	if err := palette(&c.Slices, "slice", b.Slices); err != nil {
		return err
	}
	if len(b.Scale) == 0 {
		return nil
	}
	if err := palette(&c.Scale5, "scale", b.Scale); err != nil {
		return err
	}
	c.Scale3 = []vector.Color{c.Scale5[0], c.Scale5[2], c.Scale5[4]}
	return nil
}

// palette replaces a list of colours by as many others; none leave it as it is.
func palette(to *[]vector.Color, name string, given []content.Color) error {
	if len(given) == 0 {
		return nil
	}
	if len(given) != len(*to) {
		return fmt.Errorf("%d colours of the %s, not %d", len(given), name, len(*to))
	}
	*to = numbered(name, given)
	return nil
}

func numbered(name string, given []content.Color) []vector.Color {
	out := make([]vector.Color, len(given))
	for i, c := range given {
		out[i] = color(fmt.Sprintf("%s %d", name, i+1), c)
	}
	return out
}

// color is a colour of a brand; without an ink value all inks are zero.
func color(name string, c content.Color) vector.Color {
	out := vector.Color{Name: name, R: c.R, G: c.G, B: c.B}
	if c.Ink {
		out.C, out.M, out.Y, out.K = c.C, c.M, c.Y, c.K
	}
	return out
}

func grounds(given []content.Ground) []Ground {
	out := make([]Ground, len(given))
	for i, g := range given {
		name := func(part string) string { return g.Name + " " + part }
		out[i] = Ground{
			Name:   g.Name,
			Fill:   color(name("fill"), g.Fill),
			Text:   color(name("text"), g.Text),
			Soft:   color(name("soft"), g.Soft),
			Dot:    color(name("dot"), g.Dot),
			Open:   color(name("open"), g.Open),
			Groups: numbered(name("dot"), g.Groups),
		}
	}
	return out
}
