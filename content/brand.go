package content

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapport/content/picture"
	"rapport/content/source"
)

// brandFolder holds a file for each brand, and their logos.
const brandFolder = "brands"

// defaultInkLimit is how much ink may lie on a place, the sum of the four inks in per cent, when a brand
// does not say: what coated paper takes in sheet-fed offset (ISO 12647-2, PSO Coated v3: 300) with room
// to spare.
const defaultInkLimit = 275

// houseBrand is the brand of a publisher without a file of its own.
func houseBrand(publisher string) *Brand {
	return &Brand{Name: publisher, Wordmark: publisher, Ring: true, InkLimit: defaultInkLimit}
}

// grounds are the names of the grounds that a cover may have.
func (b *Brand) grounds() []string {
	if b == nil || len(b.Covers) == 0 {
		return houseGrounds
	}
	var names []string
	for _, g := range b.Covers {
		if !slices.Contains(names, g.Name) {
			names = append(names, g.Name)
		}
	}
	return names
}

// brand finds the brand of a publisher: the file in the folder of brands with that name. Without such a
// folder every publisher has the house brand. n is where the publisher is named, nil when it is not.
func (l *loader) brand(n *source.Node, publisher string) *Brand {
	files, names := l.brandFiles()
	if len(names) == 0 || n == nil || publisher == "" {
		return houseBrand(publisher)
	}
	i := slices.Index(names, publisher)
	if i < 0 {
		l.src.AtValue(n, "no brand is called "+source.Quoted(publisher), source.OrOneOf(publisher, names))
		return houseBrand(publisher)
	}
	root := l.src.File(files[i])
	if root == nil {
		return houseBrand(publisher)
	}
	if k := slices.Index(names[i+1:], publisher); k >= 0 {
		l.src.AtValue(root.Child("name"), "the brand "+source.Quoted(publisher)+" is there twice", "the other one is in "+files[i+1+k])
	}
	before := len(l.src.Problems)
	b := l.readBrand(l.src.Table(root), files[i])
	if len(l.src.Problems) == before {
		l.checkBrand(b)
	}
	return b
}

// checkBrand reports what readers cannot tell apart in a brand's colours.
func (l *loader) checkBrand(b *Brand) {
	for _, p := range b.Check() {
		if line := l.src.Lines.Line(p.Pos); line != "" {
			p.Line = line
			p.Width = max(p.Width, l.widths[p.Pos])
		}
		l.src.Problems = append(l.src.Problems, p)
	}
}

// brandFiles are the files of brands with the names in them, in the order of the files.
func (l *loader) brandFiles() (files, names []string) {
	all, _ := source.Files(l.src.FS, brandFolder)
	for _, file := range all {
		if n := source.Peek(l.src.FS, file, "name").Child("name"); n != nil {
			files, names = append(files, file), append(names, source.OneLine(n.Unquoted()))
		}
	}
	return files, names
}

// readBrand reads a brand's file.
func (l *loader) readBrand(t *source.Table, file string) *Brand {
	b := &Brand{Pos: source.Pos{File: file, Line: 1, Column: 1}, Name: t.Text("name", source.Required), Wordmark: t.Text("wordmark", source.Optional)}
	if b.Wordmark == "" {
		b.Wordmark = b.Name
	}
	b.Logo, b.LogoDark = l.readLogo(t, "logo"), l.readLogo(t, "logo_dark")
	b.Ring = t.Flag("ring", true)
	if ft := t.Table("fonts", source.Optional); ft != nil {
		b.HeadingFont, b.BodyFont = l.readFamily(ft, "heading"), l.readFamily(ft, "body")
		ft.Done()
	}
	b.InkLimit = l.readInkLimit(t.Table("print", source.Optional))
	l.readColors(t.Table("colors", source.Optional), b)
	b.Covers = l.readGrounds(t, "cover", true)
	b.Openers = l.readGrounds(t, "opener", false)
	t.Done()
	return b
}

// readFamily reads the name of a family of faces.
func (l *loader) readFamily(t *source.Table, key string) string {
	n, name := t.TextNode(key, source.Optional)
	if n != nil && !slices.Contains(TextFamilies(), name) {
		l.src.AtValue(n, "no font is called "+source.Quoted(name), source.OrOneOf(name, TextFamilies()))
	}
	return name
}

// TextFamilies are the families that text can be set in: those of package fonts, whose faces are no
// business here, without the emoji.
func TextFamilies() []string { return []string{"Schibsted Grotesk", "Source Serif 4"} }

// readLogo reads the drawing that a key names, beside the brand's file.
func (l *loader) readLogo(t *source.Table, key string) *Image {
	n, name := t.TextNode(key, source.Optional)
	if n == nil {
		return nil
	}
	im := picture.Of(l.src, n, brandFolder, name)
	if im != nil && im.Kind != "svg" {
		l.src.AtValue(n, "a logo must be an SVG drawing, this is "+im.Kind, "")
		return nil
	}
	return im
}

// Bounds of the ink limit in per cent: under the least, no dark colour is left; four full inks are the most.
const (
	leastInk = 200
	mostInk  = 400
)

func (l *loader) readInkLimit(t *source.Table) int {
	if t == nil {
		return defaultInkLimit
	}
	limit := t.Count("ink_limit", source.Optional)
	n := t.Child("ink_limit")
	t.Done()
	switch {
	case n == nil || !n.IsCount():
		return defaultInkLimit
	case limit < leastInk || limit > mostInk:
		l.src.AtValue(n, fmt.Sprintf("an ink limit of %d %%", limit), fmt.Sprintf("%d to %d", leastInk, mostInk))
	}
	return limit
}

// Sizes of a palette.
const (
	brandSlices = 5
	brandScale  = 5
	maxGrounds  = 12 // covers, openers, and colours of dots on each
)

// ColorRoles are the roles that a brand's colours may have.
func ColorRoles() []string {
	return []string{"heading", "accent", "ink", "secondary", "line", "panel", "white", "bar", "muted", "neutral", "count"}
}

// readColors reads [colors].
func (l *loader) readColors(t *source.Table, b *Brand) {
	b.Colors = map[string]Color{}
	if t == nil {
		return
	}
	for _, role := range ColorRoles() {
		if c, ok := l.color(t.Table(role, source.Optional)); ok {
			b.Colors[role] = c
		}
	}
	b.Slices = l.colors(t, "slices", brandSlices)
	b.Scale = l.colors(t, "scale", brandScale)
	t.Done()
}

// colors reads a list of colours; with a count, there must be so many.
func (l *loader) colors(t *source.Table, key string, count int) []Color {
	n := t.Child(key)
	var out []Color
	for _, ct := range l.bounded(t, key) {
		c, _ := l.color(ct)
		out = append(out, c)
	}
	if n != nil && count > 0 && len(n.Children) != count && (n.Kind == source.ArrayNode || n.Kind == source.TablesNode) {
		l.src.AtKey(n, fmt.Sprintf("%s must have %d colours, it has %d", source.Quoted(key), count, len(n.Children)), "")
		return nil
	}
	return out
}

// bounded are the tables of a list of at most maxGrounds.
func (l *loader) bounded(t *source.Table, key string) []*source.Table {
	tables := t.Tables(key, source.Optional)
	if len(tables) > maxGrounds {
		l.src.AtKey(t.Child(key), fmt.Sprintf("%d of %s, %d at most", len(tables), source.Quoted(key), maxGrounds), "")
		return tables[:maxGrounds]
	}
	return tables
}

// readGrounds reads [[cover]] or [[opener]]. What a ground leaves out is the zero Color, see Complete.
func (l *loader) readGrounds(t *source.Table, key string, groups bool) []Ground {
	var out []Ground
	for _, gt := range l.bounded(t, key) {
		g := Ground{Pos: gt.Pos(), Name: gt.Text("name", source.Required)}
		for _, c := range []struct {
			name string
			must source.Need
			to   *Color
		}{{"fill", source.Required, &g.Fill}, {"text", source.Required, &g.Text}, {"soft", source.Optional, &g.Soft}, {"dot", source.Optional, &g.Dot}, {"open", source.Optional, &g.Open}} {
			*c.to, _ = l.color(gt.Table(c.name, c.must))
		}
		if groups {
			g.Groups = l.colors(gt, "groups", 0)
		} else {
			gt.Foreign = map[string]string{"groups": "an opener's dots have one colour"}
		}
		if slices.ContainsFunc(out, func(o Ground) bool { return o.Name == g.Name && g.Name != "" }) {
			l.src.AtValue(gt.Child("name"), "the ground "+source.Quoted(g.Name)+" is there twice", "")
		}
		gt.Done()
		out = append(out, g)
	}
	return out
}

// color reads { screen = "#2A1B3D", cmyk = [85, 92, 25, 65] }.
func (l *loader) color(t *source.Table) (Color, bool) {
	if t == nil {
		return Color{}, false
	}
	c := Color{Pos: t.Pos()}
	l.widths[c.Pos] = t.Node.Problem(t.Node.Key, "", "").Width
	n, screen := t.TextNode("screen", source.Required)
	ok := n != nil
	if ok {
		if c.R, c.G, c.B, ok = parseHex(screen); !ok {
			l.src.AtValue(n, source.Quoted(screen)+" is no colour", `a colour is written "#2A1B3D" or "#213"`)
		}
	}
	if n := t.Value("cmyk", source.Optional); n != nil {
		l.inks(n, &c)
	}
	t.Done()
	return c, ok
}

// inks reads [85, 92, 25, 65], per cent of cyan, magenta, yellow and black.
func (l *loader) inks(n *source.Node, c *Color) {
	to := []*uint8{&c.C, &c.M, &c.Y, &c.K}
	if n.Kind != source.ArrayNode || len(n.Children) != len(to) {
		l.src.AtValue(n, source.Quoted("cmyk")+" must be a list of four numbers", "per cent of cyan, magenta, yellow and black: [85, 92, 25, 65]")
		return
	}
	for i, item := range n.Children {
		ink, ok := item.Data.(int64)
		if !ok || ink < 0 || ink > 100 {
			l.src.AtValue(item, "an ink is a whole number from 0 to 100", "")
			return
		}
		*to[i] = uint8(ink)
	}
	c.Ink = true
}

// parseHex reads #rgb and #rrggbb.
func parseHex(s string) (r, g, b uint8, ok bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if !ok || len(hex) != 6 || err != nil {
		return 0, 0, 0, false
	}
	return uint8(v >> 16), uint8(v >> 8), uint8(v), true
}
