// Package brand is how a publisher looks: colours on a screen and on paper, grounds of covers and
// chapter openers, logos, faces.
//
// A [Brand] is a file in the folder brands of the content, found by its name ([Of]); what it leaves
// out is the house's ([Brand.Complete]). A [Color] has an sRGB value and, mostly, inks. Colours
// have roles ([ColorRoles]): a role that layout needs is added there, in housePalette, and in Check
// with what is demanded of it. A [Ground] is a full page in one colour with what stands on it.
//
// [Brand.Check] holds every pair of colours that a report sets beside or on each other against what
// readers need to tell them apart, with and without colour vision, and proposes the nearest colour
// that does. How colours are measured is package colorimetry's. Which colour goes where on a page
// is not known here.
package brand

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/brand/colorimetry"
	"rapport/content/picture"
	"rapport/content/source"
	"rapport/content/tiles"
)

// Brand is how a publisher looks.
type Brand struct {
	Pos         source.Pos
	Name        string
	Wordmark    string
	Logo        *picture.Image // SVG
	LogoDark    *picture.Image // for use on grounds; Logo when nil
	Ring        bool
	HeadingFont string // "" for the house's
	BodyFont    string
	InkLimit    int              // per cent, 275 by default
	Colors      map[string]Color // by role; a missing role is the house's
	Slices      []Color
	Scale       []Color
	Drawings    []Color // the inks of colours in logos and other SVGs
	Covers      []Ground
	Openers     []Ground
	Maps        []*tiles.Map // that the publisher laid out
}

// Color is a colour for the screen and for the press.
type Color struct {
	Pos        source.Pos
	R, G, B    uint8
	C, M, Y, K uint8 // per cent
	Ink        bool  // the CMYK values are given
}

// Ground is a full-page colour with what stands on it.
type Ground struct {
	Pos                         source.Pos
	Name                        string
	Fill, Text, Soft, Dot, Open Color
	Groups                      []Color
}

// brandFolder holds a file for each brand, and their logos.
const brandFolder = "brands"

// defaultInkLimit is how much ink may lie on a place, the sum of the four inks in per cent, when a
// brand does not say: what coated paper takes in sheet-fed offset (ISO 12647-2, PSO Coated v3: 300)
// with room to spare.
const defaultInkLimit = 275

// houseBrand is the brand of a publisher without a file of its own.
func houseBrand(publisher string) *Brand {
	return &Brand{Name: publisher, Wordmark: publisher, Ring: true, InkLimit: defaultInkLimit}
}

// houseGrounds are the grounds of a cover of the house brand.
var houseGrounds = []string{"blaabaer", "fjord_dyp", "nype", "multe_lys"}

// Grounds are the names of the grounds that a cover may have.
func (b *Brand) Grounds() []string {
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

// reader is a brand on its way in.
type reader struct {
	in     *source.Reader
	widths map[source.Pos]int // of colours, in characters
}

// Of finds the brand of a publisher: the file in the folder of brands with that name. Without such
// a folder every publisher has the house brand. n is where the publisher is named, nil when it is
// not.
func Of(in *source.Reader, n *source.Node, publisher string) *Brand {
	r := &reader{in, map[source.Pos]int{}}
	files, names := r.brandFiles()
	if len(names) == 0 || n == nil || publisher == "" {
		return houseBrand(publisher)
	}
	i := slices.Index(names, publisher)
	if i < 0 {
		r.in.AtValue(n, "no brand is called "+source.Quoted(publisher),
			source.OrOneOf(publisher, names))
		return houseBrand(publisher)
	}
	root := r.in.File(files[i])
	if root == nil {
		return houseBrand(publisher)
	}
	if k := slices.Index(names[i+1:], publisher); k >= 0 {
		r.in.AtValue(root.Child("name"), "the brand "+source.Quoted(publisher)+" is there twice",
			"the other one is in "+files[i+1+k])
	}
	before := len(r.in.Problems)
	b := r.readBrand(r.in.Table(root), files[i])
	if len(r.in.Problems) == before {
		r.checkBrand(b)
	}
	return b
}

// checkBrand reports what readers cannot tell apart in a brand's colours.
func (r *reader) checkBrand(b *Brand) {
	for _, p := range b.Check() {
		if line := r.in.Lines.Line(p.Pos); line != "" {
			p.Line = line
			p.Width = max(p.Width, r.widths[p.Pos])
		}
		r.in.Problems = append(r.in.Problems, p)
	}
}

// brandFiles are the files of brands with the names in them, in the order of the files.
func (r *reader) brandFiles() (files, names []string) {
	for _, file := range r.in.Files(brandFolder) {
		if n := source.Peek(r.in.FS, file, "name").Child("name"); n != nil {
			files, names = append(files, file), append(names, source.OneLine(n.Unquoted()))
		}
	}
	return files, names
}

// readBrand reads a brand's file.
func (r *reader) readBrand(t *source.Table, file string) *Brand {
	b := &Brand{Pos: source.Pos{File: file, Line: 1, Column: 1},
		Name: t.Text("name", source.Required), Wordmark: t.Text("wordmark", source.Optional)}
	if b.Wordmark == "" {
		b.Wordmark = b.Name
	}
	b.Logo, b.LogoDark = r.readLogo(t, "logo"), r.readLogo(t, "logo_dark")
	b.Ring = t.Flag("ring", true)
	if ft := t.Table("fonts", source.Optional); ft != nil {
		b.HeadingFont, b.BodyFont = r.readFamily(ft, "heading"), r.readFamily(ft, "body")
		ft.Done()
	}
	b.InkLimit = r.readInkLimit(t.Table("print", source.Optional))
	r.readColors(t.Table("colors", source.Optional), b)
	b.Covers = r.readGrounds(t, "cover", true)
	b.Openers = r.readGrounds(t, "opener", false)
	b.Maps = tiles.Read(r.in, t)
	t.Done()
	return b
}

// readFamily reads the name of a family of faces.
func (r *reader) readFamily(t *source.Table, key string) string {
	n, name := t.TextNode(key, source.Optional)
	if n != nil && !slices.Contains(TextFamilies(), name) {
		r.in.AtValue(n, "no font is called "+source.Quoted(name),
			source.OrOneOf(name, TextFamilies()))
	}
	return name
}

// TextFamilies are the families that text can be set in: those of package fonts, whose faces are no
// business here, without the emoji.
func TextFamilies() []string { return []string{"Schibsted Grotesk", "Source Serif 4"} }

// readLogo reads the drawing that a key names, beside the brand's file.
func (r *reader) readLogo(t *source.Table, key string) *picture.Image {
	n, name := t.TextNode(key, source.Optional)
	if n == nil {
		return nil
	}
	im := picture.Of(r.in, n, brandFolder, name)
	if im != nil && im.Kind != "svg" {
		r.in.AtValue(n, "a logo must be an SVG drawing, this is "+im.Kind, "")
		return nil
	}
	return im
}

// Bounds of the ink limit in per cent: under the least, no dark colour is left; four full inks are
// the most.
const (
	leastInk = 200
	mostInk  = 400
)

func (r *reader) readInkLimit(t *source.Table) int {
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
		r.in.AtValue(n, fmt.Sprintf("an ink limit of %d %%", limit),
			fmt.Sprintf("%d to %d", leastInk, mostInk))
	}
	return limit
}

// Sizes of a palette.
const (
	brandSlices = 5
	brandScale  = 5
	maxGrounds  = 12 // covers, openers, and colours of dots on each
	maxDrawings = 100
)

// ColorRoles are the roles that a brand's colours may have.
func ColorRoles() []string {
	return []string{"heading", "accent", "ink", "secondary", "line", "panel", "white", "bar",
		"muted", "neutral", "count"}
}

// readColors reads [colors].
func (r *reader) readColors(t *source.Table, b *Brand) {
	b.Colors = map[string]Color{}
	if t == nil {
		return
	}
	for _, role := range ColorRoles() {
		if c, ok := r.color(t.Table(role, source.Optional)); ok {
			b.Colors[role] = c
		}
	}
	b.Slices = r.colors(t, "slices", brandSlices)
	b.Scale = r.colors(t, "scale", brandScale)
	b.Drawings = r.colors(t, "drawings", 0)
	t.Done()
}

// colors reads a list of colours; with a count, there must be so many.
func (r *reader) colors(t *source.Table, key string, count int) []Color {
	n := t.Child(key)
	var out []Color
	for _, ct := range r.bounded(t, key) {
		c, _ := r.color(ct)
		out = append(out, c)
	}
	if n != nil && count > 0 && len(n.Children) != count &&
		(n.Kind == source.ArrayNode || n.Kind == source.TablesNode) {
		r.in.AtKey(n, fmt.Sprintf("%s must have %d colours, it has %d",
			source.Quoted(key), count, len(n.Children)), "")
		return nil
	}
	return out
}

// bounded are the tables of a list of at most maxGrounds, or maxDrawings.
func (r *reader) bounded(t *source.Table, key string) []*source.Table {
	tables := t.Tables(key, source.Optional)
	most := maxGrounds
	if key == "drawings" {
		most = maxDrawings
	}
	if len(tables) > most {
		r.in.AtKey(t.Child(key),
			fmt.Sprintf("%d of %s, %d at most", len(tables), source.Quoted(key), most), "")
		return tables[:most]
	}
	return tables
}

// readGrounds reads [[cover]] or [[opener]]. What a ground leaves out is the zero Color, see
// Complete.
func (r *reader) readGrounds(t *source.Table, key string, groups bool) []Ground {
	var out []Ground
	for _, gt := range r.bounded(t, key) {
		g := Ground{Pos: gt.Pos(), Name: gt.Text("name", source.Required)}
		for _, c := range []struct {
			name string
			must source.Need
			to   *Color
		}{
			{"fill", source.Required, &g.Fill}, {"text", source.Required, &g.Text},
			{"soft", source.Optional, &g.Soft}, {"dot", source.Optional, &g.Dot},
			{"open", source.Optional, &g.Open},
		} {
			*c.to, _ = r.color(gt.Table(c.name, c.must))
		}
		if groups {
			g.Groups = r.colors(gt, "groups", 0)
		} else {
			gt.Foreign = map[string]string{"groups": "an opener's dots have one colour"}
		}
		named := func(o Ground) bool { return o.Name == g.Name && g.Name != "" }
		if slices.ContainsFunc(out, named) {
			r.in.AtValue(gt.Child("name"),
				"the ground "+source.Quoted(g.Name)+" is there twice", "")
		}
		gt.Done()
		out = append(out, g)
	}
	return out
}

// color reads { screen = "#2A1B3D", cmyk = [85, 92, 25, 65] }.
func (r *reader) color(t *source.Table) (Color, bool) {
	if t == nil {
		return Color{}, false
	}
	c := Color{Pos: t.Pos()}
	r.widths[c.Pos] = t.Node.Problem(t.Node.Key, "", "").Width
	n, screen := t.TextNode("screen", source.Required)
	ok := n != nil
	if ok {
		if c.R, c.G, c.B, ok = parseHex(screen); !ok {
			r.in.AtValue(n, source.Quoted(screen)+" is no colour",
				`a colour is written "#2A1B3D" or "#213"`)
		}
	}
	if n := t.Value("cmyk", source.Optional); n != nil {
		r.inks(n, &c)
	}
	t.Done()
	return c, ok
}

// inks reads [85, 92, 25, 65], per cent of cyan, magenta, yellow and black.
func (r *reader) inks(n *source.Node, c *Color) {
	to := []*uint8{&c.C, &c.M, &c.Y, &c.K}
	if n.Kind != source.ArrayNode || len(n.Children) != len(to) {
		r.in.AtValue(n, source.Quoted("cmyk")+" must be a list of four numbers",
			"per cent of cyan, magenta, yellow and black: [85, 92, 25, 65]")
		return
	}
	for i, item := range n.Children {
		ink, ok := item.Data.(int64)
		if !ok || ink < 0 || ink > 100 {
			r.in.AtValue(item, "an ink is a whole number from 0 to 100", "")
			return
		}
		*to[i] = uint8(ink)
	}
	c.Ink = true
}

// parseHex reads #rgb and #rrggbb.
func parseHex(s string) (r, g, b uint8, ok bool) {
	if !strings.HasPrefix(s, "#") {
		return 0, 0, 0, false
	}
	c, ok := colorimetry.ParseRGB(s)
	return c.R, c.G, c.B, ok
}
