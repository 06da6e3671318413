package web

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/style"
)

//go:embed style.css
var design string

//go:embed script.js
var script string

// property is a colour of the brand by the name of its custom property.
type property struct {
	name  string
	color vector.Color
}

// properties are the colours that the stylesheet and the pictures are painted with: roles first,
// then the ground of the covers and those of the openers.
func (m *maker) properties() []property {
	c := m.sheet.Color
	all := []property{
		{"heading", c.Heading}, {"accent", c.Accent}, {"ink", c.Ink}, {"secondary", c.Secondary},
		{"line", c.Line}, {"panel", c.Panel}, {"white", c.White}, {"bar", c.Bar},
		{"muted", c.Muted}, {"neutral", c.Neutral}, {"count", c.Count}, {"link", m.link()},
	}
	numbered := func(name string, colors []vector.Color) {
		for i, c := range colors {
			all = append(all, property{name + "-" + strconv.Itoa(i+1), c})
		}
	}
	numbered("slice", c.Slices)
	numbered("scale", c.Scale5)
	numbered("step", c.Scale3)
	ground := func(name string, g style.Ground) {
		all = append(all, property{name, g.Fill}, property{name + "-text", g.Text},
			property{name + "-soft", g.Soft}, property{name + "-dot", g.Dot},
			property{name + "-open", g.Open})
		numbered(name+"-group", g.Groups)
	}
	ground("cover", m.ground)
	for i, g := range m.sheet.Openers {
		ground("ground-"+strconv.Itoa(i+1), g)
	}
	return all
}

// leastLink is the contrast of a link's words to what they stand on (WCAG 2.2, 1.4.3).
const leastLink = 4.5

// link is the colour of links and of the outline of what has the focus: the highest step of the
// scale, unless that is too pale to be read.
func (m *maker) link() vector.Color {
	c := m.sheet.Color
	best := c.Scale5[len(c.Scale5)-1]
	if vector.Contrast(best, c.White) < leastLink || vector.Contrast(best, c.Panel) < leastLink {
		return c.Ink
	}
	return best
}

func hex(c vector.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// stylesheet is style.css with the brand's colours and faces before it, and the classes of pictures
// after it.
func (m *maker) stylesheet(faces string) string {
	var b strings.Builder
	b.WriteString(faces)
	b.WriteString(":root{")
	known := map[[3]uint8]string{}
	for _, p := range m.properties() {
		fmt.Fprintf(&b, "--%s:%s;", p.name, hex(p.color))
		rgb := [3]uint8{p.color.R, p.color.G, p.color.B}
		if known[rgb] == "" {
			known[rgb] = "var(--" + p.name + ")"
		}
	}
	fmt.Fprintf(&b, "--sans:%s;--serif:%s}\n", m.families(m.sheet.Heading(400), "sans-serif"),
		m.families(m.sheet.Body(400, false), "serif"))
	for i := range m.sheet.Openers {
		fmt.Fprintf(&b, ".ground-%d{--fill:var(--ground-%d);--text:var(--ground-%d-text);"+
			"--soft:var(--ground-%d-soft)}\n", i+1, i+1, i+1, i+1)
	}
	b.WriteString(design)
	b.WriteString(m.dotsFrom)
	named := func(c vector.Color) string {
		if name := known[[3]uint8{c.R, c.G, c.B}]; name != "" {
			return name
		}
		return hex(c)
	}
	for i, c := range m.living.Fills {
		fmt.Fprintf(&b, ".f%d{fill:%s}", i+1, named(c))
	}
	for i, c := range m.living.Strokes {
		fmt.Fprintf(&b, ".s%d{stroke:%s}", i+1, named(c))
	}
	b.WriteByte('\n')
	for i, f := range m.living.Fonts {
		fmt.Fprintf(&b, ".t%d{%s}\n", i+1, m.fontRule(f))
	}
	return b.String()
}

// fontRule is the declarations of a font of a picture.
func (m *maker) fontRule(f vector.Font) string {
	family := "var(--sans)"
	if f.Face.Family == m.sheet.Body(400, false).Family {
		family = "var(--serif)"
	}
	rule := fmt.Sprintf("font:%d %.5gpx %s", f.Face.Weight, float64(f.Size), family)
	if f.Face.Italic {
		rule = strings.Replace(rule, "font:", "font:italic ", 1)
	}
	if f.Tracking != 0 {
		rule += fmt.Sprintf(";letter-spacing:%.4gem", f.Tracking)
	}
	return rule
}

// families is a list of families: that of a face, those that stand in for it, and a kind for where
// none has been loaded.
func (m *maker) families(f *fonts.Face, kind string) string {
	all := []string{strconv.Quote(f.Family)}
	for _, s := range m.standIns(f) {
		all = append(all, strconv.Quote(s.Family))
	}
	return strings.Join(append(all, kind), ",")
}
