// Package frametest looks for faults that a reader would see in a finished layout, for tests.
//
// Faults looks at frames alone, with the letters' own outlines: words over words, dots over words,
// words outside the safe area of the sheet, a heading that is the last on its page, a paragraph of
// which a single line stands alone on a page. It knows no report and no component, so what it finds
// holds for whatever was set. ReadingText is what a screen reader says, in order, for tests that
// look for words. DumpText and DumpTags are what stands on the pages and in the tree of tags, line
// by line, for tests that compare. Ends says where pages end, and why, for tests that count how full they
// are.
//
// What is left out: whether it is beautiful, and pictures, which may lie anywhere.
package frametest

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// Fault is something wrong on a page.
type Fault struct {
	Kind  string // "words over words", "dots over words", "outside", "heading last", "line alone"
	Page  int    // from 1
	Words string
	Other string // of two that meet
	Place string // where in the content it comes from, "" when it is not known
}

func (f Fault) String() string {
	s := fmt.Sprintf("page %d: %s: %q", f.Page, f.Kind, f.Words)
	if f.Other != "" {
		s += fmt.Sprintf(" and %q", f.Other)
	}
	if f.Place != "" {
		s += " (" + f.Place + ")"
	}
	return s
}

// safe is how far words stay from the edge of the sheet (DESIGN.md, "Print"), in mm.
const safe fonts.Mm = 8

// touch is by how much outlines may overlap without being seen to, in pt.
const touch fonts.Pt = 0.4

// Faults are the faults of a document, page by page.
func Faults(d *frame.Document) []Fault {
	b := bounds{}
	var all []Fault
	for i, p := range d.Pages {
		words := b.words(p)
		all = append(all, outside(p, i, words)...)
		all = append(all, overWords(p, i, words)...)
		all = append(all, overDots(p, i, words)...)
	}
	return append(all, structure(d)...)
}

// word is the outline of some letters, without spaces.
type word struct {
	box    box
	text   string
	item   int // index in the page's items
	y      fonts.Pt
	glyphs []box
}

// box is a rectangle in page coordinates.
type box struct{ x0, y0, x1, y1 fonts.Pt }

func (a box) meets(b box) bool {
	return a.x0 < b.x1-touch && b.x0 < a.x1-touch && a.y0 < b.y1-touch && b.y0 < a.y1-touch
}

func (a box) with(b box) box {
	return box{min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1)}
}

// bounds remembers where faces keep their outlines.
type bounds map[*fonts.Face]outlines

type outlines struct {
	glyf, loca []byte
	long       bool
}

// glyph is the bounding box of a glyph in font units (OpenType, glyf); ok is false when it is blank.
func (b bounds) glyph(f *fonts.Face, id uint16) (x0, y0, x1, y1 int, ok bool) {
	o, known := b[f]
	if !known {
		head := f.Table("head")
		o = outlines{f.Table("glyf"), f.Table("loca"), head[51] == 1}
		b[f] = o
	}
	at := func(i int) int {
		if o.long {
			return int(o.loca[4*i])<<24 | int(o.loca[4*i+1])<<16 | int(o.loca[4*i+2])<<8 | int(o.loca[4*i+3])
		}
		return 2 * (int(o.loca[2*i])<<8 | int(o.loca[2*i+1]))
	}
	from, to := at(int(id)), at(int(id)+1)
	if to-from < 10 {
		return 0, 0, 0, 0, false
	}
	n := func(i int) int { return int(int16(uint16(o.glyf[from+i])<<8 | uint16(o.glyf[from+i+1]))) }
	return n(2), n(4), n(6), n(8), true
}

// words are the outlines of a page's words.
func (b bounds) words(p *frame.Page) []word {
	var all []word
	for i, it := range p.Items {
		if it.Text != nil {
			all = b.run(all, it.Text, i)
		}
	}
	return all
}

// run adds the words of a run.
func (b bounds) run(all []word, t *frame.Text, item int) []word {
	em := t.Run.Size / fonts.Pt(t.Run.Face.UnitsPerEm)
	x := t.X
	var w *word
	for _, g := range t.Run.Glyphs {
		at := x + fonts.Pt(g.X)*em
		x += fonts.Pt(g.Advance)*em + fonts.Pt(t.Run.Tracking)*t.Run.Size
		x0, y0, x1, y1, ok := b.glyph(t.Run.Face, g.ID)
		if !ok {
			w = nil
			continue
		}
		outline := box{at + fonts.Pt(x0)*em, t.Y - fonts.Pt(y1)*em - fonts.Pt(g.Y)*em,
			at + fonts.Pt(x1)*em, t.Y - fonts.Pt(y0)*em - fonts.Pt(g.Y)*em}
		if w == nil {
			all = append(all, word{box: outline, item: item, y: t.Y})
			w = &all[len(all)-1]
		}
		w.box = w.box.with(outline)
		w.glyphs = append(w.glyphs, outline)
		w.text += g.Text()
	}
	return all
}

func outside(p *frame.Page, page int, words []word) []Fault {
	edge := safe.Pt() - touch
	var all []Fault
	for _, w := range words {
		if w.box.x0 < edge || w.box.y0 < edge || w.box.x1 > p.Width-edge || w.box.y1 > p.Height-edge {
			all = append(all, Fault{Kind: "outside", Page: page + 1, Words: w.text, Place: p.Origin(w.item)})
		}
	}
	return all
}

// overWords finds words whose letters lie on each other.
func overWords(p *frame.Page, page int, words []word) []Fault {
	sorted := slices.Clone(words)
	slices.SortFunc(sorted, func(a, b word) int { return int(math.Copysign(1, float64(a.box.y0-b.box.y0))) })
	var all []Fault
	for i := range sorted {
		a := &sorted[i]
		for k := i + 1; k < len(sorted) && sorted[k].box.y0 < a.box.y1; k++ {
			if b := &sorted[k]; a.box.meets(b.box) && !neighbours(a, b) && lettersMeet(a, b) {
				all = append(all, Fault{Kind: "words over words", Page: page + 1, Words: a.text, Other: b.text, Place: p.Origin(a.item)})
			}
		}
	}
	return all
}

// neighbours says whether two words follow each other on a line, where an italic letter may lean over
// the next.
func neighbours(a, b *word) bool {
	if a.y != b.y {
		return false
	}
	if b.box.x0 < a.box.x0 {
		a, b = b, a
	}
	return b.box.x0 > a.box.x1-2.5
}

func lettersMeet(a, b *word) bool {
	for _, g := range a.glyphs {
		if !g.meets(b.box) {
			continue
		}
		for _, h := range b.glyphs {
			if g.meets(h) {
				return true
			}
		}
	}
	return false
}

// dotSize is the widest that a circle is a dot, in mm: those of a ring of few people are large.
const dotSize fonts.Mm = 26

// overDots finds words on dots: full or hollow circles, four curves.
func overDots(p *frame.Page, page int, words []word) []Fault {
	var dots []box
	for _, it := range p.Items {
		if it.Shape != nil && isDot(it.Shape.Path) && !isHole(it) {
			dots = append(dots, extent(it.Shape.Path))
		}
	}
	var all []Fault
	for _, w := range words {
		for _, d := range dots {
			if w.box.meets(d) && slices.ContainsFunc(w.glyphs, d.meets) {
				all = append(all, Fault{Kind: "dots over words", Page: page + 1, Words: w.text, Place: p.Origin(w.item)})
				break
			}
		}
	}
	return all
}

// isHole says whether a circle is the hole of a donut, which is drawn white in its figure.
func isHole(it frame.Item) bool {
	fill := it.Shape.Paint.Fill
	return it.Tag != nil && fill != nil && fill.R == 255 && fill.G == 255 && fill.B == 255
}

func isDot(path vector.Path) bool {
	curves := 0
	for _, s := range path {
		if s.Op == vector.CurveTo {
			curves++
		}
	}
	if curves != 4 {
		return false
	}
	b := extent(path)
	across := b.x1 - b.x0
	for _, s := range path {
		if s.Op != vector.CurveTo {
			continue
		}
		x, y := s.P[2].X-(b.x0+b.x1)/2, s.P[2].Y-(b.y0+b.y1)/2
		if math.Abs(math.Hypot(float64(x), float64(y))-float64(across/2)) > 0.1 {
			return false
		}
	}
	return across < dotSize.Pt()
}

// extent is the box of a path's end points.
func extent(path vector.Path) box {
	inf := fonts.Pt(math.Inf(1))
	b := box{inf, inf, -inf, -inf}
	for _, s := range path {
		p := s.P[0]
		switch s.Op {
		case vector.CurveTo:
			p = s.P[2]
		case vector.Close:
			continue
		}
		b = b.with(box{p.X, p.Y, p.X, p.Y})
	}
	return b
}

// ReadingText is the text of a tag and all below it, in reading order: what is extracted, with a space
// between tags and none where a word is divided.
func ReadingText(d *frame.Document, tag *frame.Tag) string {
	var b strings.Builder
	readingText(&b, d, tag)
	return b.String()
}

func readingText(b *strings.Builder, d *frame.Document, tag *frame.Tag) {
	for _, k := range tag.Kids {
		switch {
		case k.Tag != nil:
			if k.Tag.Role != frame.RoleSpan && k.Tag.Role != frame.RoleLink && k.Tag.Role != frame.RoleReference {
				b.WriteByte(' ')
			}
			readingText(b, d, k.Tag)
		case k.Link < 0:
			if t := d.Pages[k.Page].Items[k.Item].Text; t != nil {
				b.WriteString(runText(t.Run))
			}
		}
	}
}

func runText(r text.Run) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteString(g.Text())
	}
	return b.String()
}
