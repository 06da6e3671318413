// Package style is the design as data: colours, type styles and measures, in the words of
// layout/DESIGN.md. It draws nothing.
//
// # The idea
//
// A [Sheet] is made once for a brand ([Brand]) and read by everything that sets a page, which asks
// for a role ("the accent", "a caption"), never for a colour or a size.
//
// # Vocabulary
//
// A [Type] is a font with the distance from line to line; [Types] are the type styles by role,
// [Colors] the colours by role. A [Ground] is a full page in one colour with what stands on it.
// Lengths are millimetres where the design gives millimetres; sizes of type are points.
//
// # Where to start
//
// This file; then page.go has the page and its columns, palette.go the house colours, grounds.go
// what they are used for, brand.go how a publisher's brand takes their place. To add a type style:
// a field of Types and its row in types. To add a role of colours: a field of Colors, its house
// colour in colors, its name in brand, and the role in content/brand.
//
// # Left out
//
// Measures of one component or one page stand beside it, in its own file. What a brand must pass is
// checked when it is loaded, in content/brand.
package style

import (
	"fmt"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Type is a type style: a font, and the distance from line to line.
type Type struct {
	Font    vector.Font
	Leading fonts.Mm
}

// Baseline is how far the baseline lies below the top of a line: the text is centred in its leading
// by the face's ascent and descent, as in CSS 2.1, 10.8.1, which the design's positions come from.
func (t Type) Baseline() fonts.Pt {
	f := t.Font.Face
	em := float64(f.UnitsPerEm)
	ascent, descent := float64(f.Ascent)/em, float64(-f.Descent)/em
	return (t.Leading.Pt() + t.Font.Size*fonts.Pt(ascent-descent)) / 2
}

// WithSize is the style at another size, its leading in proportion.
func (t Type) WithSize(size fonts.Pt) Type {
	t.Leading *= fonts.Mm(size / t.Font.Size)
	t.Font.Size = size
	return t
}

// tallMarks is the share by which lines are set apart when a capital with a mark above stands below a
// letter that reaches under its line: titles are set so close that the two would touch.
const tallMarks fonts.Mm = 1.1

// pictograph says whether a character is of the blocks of emoji, which reach under the line.
func pictograph(r rune) bool { return r >= 0x1F000 && r < 0x20000 || r >= 0x2600 && r < 0x27C0 }

// For is the style with room between the lines of a title for what is in them.
func (t Type) For(lines ...string) Type {
	for i := 1; i < len(lines); i++ {
		below := strings.ContainsFunc(lines[i], func(r rune) bool {
			return strings.ContainsRune("ÅÄÖÜÉÈÊËÁÀÂÃÍÌÎÏÓÒÔÕÚÙÛÝÑŠŽČĐŇŘŤĎ", r)
		})
		above := strings.ContainsAny(lines[i-1], "gjpqyçþŋQ,;()[]{}/|") ||
			strings.ContainsFunc(lines[i-1], pictograph)
		if below && above {
			t.Leading *= tallMarks
			return t
		}
	}
	return t
}

// Types are the type styles, named as in the design.
type Types struct {
	CoverTitle, CoverYear, OpenerNumber, OpenerTitle, OpenerFigure, BackTitle, HeroNumber,
	KeyNumber, KeyLabel, H1, H2, H3, Kicker, TocChapter, TocNumber, TocEntry, Lead, Body, Question,
	Caption, Running, Folio, TableBody, TableHead, TableGroup, CountList, RecNumber, RecTitle,
	RecText, Xref, ThemeCount, FindingNumber, FindingText Type
}

// Ground is a full-page colour with what stands on it.
type Ground struct {
	Name   string
	Fill   vector.Color
	Text   vector.Color
	Soft   vector.Color   // small text and the serif lead
	Dot    vector.Color   // filled dots of one group
	Open   vector.Color   // outline of open dots
	Groups []vector.Color // dots by group, largest group first
}

// Colors are the roles of colours on a page.
type Colors struct {
	Heading, Accent, Ink, Secondary, Line, Panel, White, Bar, Muted, Neutral, Count vector.Color
	Slices, Scale5, Scale3                                                          []vector.Color
	Drawings                                                                        []vector.Color // of logos and other SVGs
}

// Sheet is a design.
type Sheet struct {
	Type    Types
	Color   Colors
	Heading func(weight int) *fonts.Face
	Body    func(weight int, italic bool) *fonts.Face
	Covers  []Ground // rotates, one ground a year
	Openers []Ground // rotates, one ground a chapter
}

// Palette is every colour of the sheet that has inks, roles before grounds, those of drawings last.
func (s *Sheet) Palette() []vector.Color {
	c := s.Color
	all := []vector.Color{c.Heading, c.Accent, c.Ink, c.Secondary, c.Line, c.Panel, c.White, c.Bar,
		c.Muted, c.Neutral, c.Count}
	all = append(append(append(all, c.Slices...), c.Scale5...), c.Scale3...)
	for _, g := range append(s.Covers[:len(s.Covers):len(s.Covers)], s.Openers...) {
		all = append(append(all, g.Fill, g.Text, g.Soft, g.Dot, g.Open), g.Groups...)
	}
	return append(all, s.Color.Drawings...)
}

// Cover is the ground of a year's cover: the named one, or the year's own in the rotation.
// ok is false when the name is unknown.
func (s *Sheet) Cover(name string, year int) (g Ground, ok bool) {
	if name == "" {
		return s.Covers[((year-2020)%len(s.Covers)+len(s.Covers))%len(s.Covers)], true
	}
	for _, g := range s.Covers {
		if g.Name == name {
			return g, true
		}
	}
	return Ground{}, false
}

// New is the house design in two families of faces.
func New(headingFamily, bodyFamily string) (*Sheet, error) {
	for _, family := range []string{headingFamily, bodyFamily} {
		if _, ok := fonts.Find(family, 400, false); !ok {
			return nil, fmt.Errorf("no font family %q; there are %q", family, fonts.Families())
		}
	}
	s := &Sheet{
		Color: colors(),
		Heading: func(weight int) *fonts.Face {
			f, _ := fonts.Find(headingFamily, weight, false)
			return f
		},
		Body: func(weight int, italic bool) *fonts.Face {
			f, _ := fonts.Find(bodyFamily, weight, italic)
			return f
		},
		Covers:  covers(),
		Openers: openers(),
	}
	s.Type = s.types()
	return s, nil
}

func (s *Sheet) types() Types {
	heading := func(weight int, size fonts.Pt, leading fonts.Mm, tracking float64) Type {
		return Type{vector.Font{Face: s.Heading(weight), Size: size, Tracking: tracking}, leading}
	}
	body := func(italic bool, size fonts.Pt, leading fonts.Mm) Type {
		return Type{vector.Font{Face: s.Body(400, italic), Size: size}, leading}
	}
	return Types{
		CoverTitle:   heading(700, 51.5, 19, -0.022),
		CoverYear:    heading(700, 66, 0, -0.035),
		OpenerNumber: heading(700, 120, 40, -0.05),
		OpenerTitle:  heading(700, 42, 15, -0.025),
		OpenerFigure: heading(700, 26, 10, -0.025),
		BackTitle:    heading(700, 34, 13, -0.022),
		HeroNumber:   heading(700, 118, 38, -0.05),
		KeyNumber:    heading(700, 50, 18, -0.035),
		KeyLabel:     heading(600, 10.5, 5, 0),
		H1:           heading(700, 27, 10, -0.018),
		H2:           heading(700, 15, 6.25, -0.008),
		H3:           heading(700, 10.5, 5, 0),
		Kicker:       heading(600, 9, 5, 0),
		TocChapter:   heading(700, 17, 7, -0.01),
		TocNumber:    heading(700, 22, 8, -0.02),
		TocEntry:     body(false, 11, 6),
		Lead:         body(false, 13, 6.25),
		Body:         body(false, 10.2, 5),
		Question:     body(true, 10.2, 5),
		Caption:      heading(500, 8, 3.75, 0),
		Running:      heading(500, 7.8, 5, 0),
		Folio:        heading(700, 10, 5, 0),
		TableBody:    body(false, 8.8, 3.75),
		TableHead:    heading(600, 7.8, 3.75, 0),
		TableGroup:   heading(700, 8.4, 3.75, 0),
		CountList:    body(false, 9.4, 3.75),
		RecNumber:    heading(700, 30, 10, -0.03),
		RecTitle:     heading(700, 12, 5, 0),
		RecText:      body(false, 9.8, 4.7),
		Xref:         heading(600, 8, 3.75, 0),
		ThemeCount:   heading(700, 26, 9, -0.02),

		FindingNumber: heading(700, 32, 11, -0.03),
		FindingText:   heading(700, 12, 5, 0),
	}
}
