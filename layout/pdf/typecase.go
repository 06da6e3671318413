package pdf

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"rapport/fonts"
	"rapport/layout/text"
)

// Pages become operators before the file knows its fonts and the names of its images: what they
// name is put in at the end. Until then operators are UTF-8. A character below 0x80 stands for
// itself, one up to 0xFF for the byte of its number, and one from firstSort on for a sort.
const firstSort = 0x100

// sort is what operators name: a glyph with the text that it means there, a face, or an image,
// drawing or run.
type sort struct {
	face   *fonts.Face
	glyph  uint16 // 0: the face itself
	text   string
	object xobject
}

// typecase numbers the sorts of a quire, by first use.
type typecase struct {
	drawers map[*fonts.Face]*drawer
	objects map[xobject]rune
	sorts   []sort
	scratch []byte // for operators
}

// drawer is the sorts of a face.
type drawer struct {
	itself rune  // 0: not met in this quire
	first  []use // by glyph: the first text it stood for
	others map[glyphText]rune
}

// use is a glyph's first text and its sort, and its width, which is always the same.
type use struct {
	text  string
	sort  rune // 0: none
	width float64
}

type glyphText struct {
	glyph uint16
	text  string
}

// typecases are used again, since the tables of a face are large and a quire needs little of them.
var typecases = sync.Pool{New: func() any {
	return &typecase{drawers: make(map[*fonts.Face]*drawer), objects: make(map[xobject]rune)}
}}

// meet gives a sort the next number. The numbers of surrogates, which no UTF-8 has, are left out.
func (t *typecase) meet(s sort) rune {
	t.sorts = append(t.sorts, s)
	return sortRune(len(t.sorts) - 1)
}

const surrogates, afterSurrogates = 0xD800, 0xE000

func sortRune(index int) rune {
	r := rune(firstSort + index)
	if r >= surrogates {
		r += afterSurrogates - surrogates
	}
	return r
}

func sortIndex(r rune) int {
	if r >= afterSurrogates {
		r -= afterSurrogates - surrogates
	}
	return int(r - firstSort)
}

// drawer opens the drawer of a face.
func (t *typecase) drawer(face *fonts.Face) *drawer {
	d := t.drawers[face]
	if d == nil {
		d = &drawer{first: make([]use, face.Glyphs())}
		t.drawers[face] = d
	}
	if d.itself == 0 {
		d.itself = t.meet(sort{face: face})
	}
	return d
}

// glyph is the sort of a glyph.
func (t *typecase) glyph(face *fonts.Face, d *drawer, g *text.Glyph) (rune, error) {
	if g.ID == 0 || int(g.ID) >= len(d.first) {
		return 0, fmt.Errorf("%s has no glyph for %q", face.PostScript, g.Text())
	}
	u, said := &d.first[g.ID], g.Text()
	switch {
	case u.sort == 0:
		*u = use{said, t.meet(sort{face: face, glyph: g.ID, text: said}), width(face, g.ID)}
		return u.sort, nil
	case u.text == said:
		return u.sort, nil
	}
	pair := glyphText{g.ID, said}
	r, ok := d.others[pair]
	if !ok {
		if d.others == nil {
			d.others = make(map[glyphText]rune)
		}
		r = t.meet(sort{face: face, glyph: g.ID, text: said})
		d.others[pair] = r
	}
	return r, nil
}

// object is the sort of an image, a drawing or a run.
func (t *typecase) object(x xobject) rune {
	r, ok := t.objects[x]
	if !ok {
		r = t.meet(sort{object: x})
		t.objects[x] = r
	}
	return r
}

// empty enters the sorts into a catalogue and makes room for those of another quire.
func (t *typecase) empty(c *catalogue) *quire {
	for _, s := range t.sorts {
		if d := t.drawers[s.face]; d != nil {
			d.itself, d.first[s.glyph], d.others = 0, use{}, nil
		}
	}
	clear(t.objects)
	q := c.enter(t.sorts)
	clear(t.sorts)
	t.sorts = t.sorts[:0]
	return q
}

// catalogue is the sorts of all quires, each once. Quires may be entered at the same time; in which
// order they are has no part in the file.
type catalogue struct {
	mu      sync.Mutex
	numbers map[sort]uint32
	sorts   []sort
	names   []string // of the sorts, when the file is written
}

// quire is pages that became operators together: their sorts as numbers of the catalogue.
type quire struct {
	*catalogue
	numbers []uint32
}

// enter makes a quire of sorts.
func (c *catalogue) enter(sorts []sort) *quire {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.numbers == nil {
		c.numbers = make(map[sort]uint32)
	}
	q := &quire{catalogue: c, numbers: make([]uint32, len(sorts))}
	for i, s := range sorts {
		number, ok := c.numbers[s]
		if !ok {
			number = uint32(len(c.sorts))
			c.numbers[s], c.sorts = number, append(c.sorts, s)
		}
		q.numbers[i] = number
	}
	return q
}

// appendBytes appends bytes to operators that are still UTF-8.
func appendBytes(b, p []byte) []byte {
	for _, c := range p {
		b = utf8.AppendRune(b, rune(c))
	}
	return b
}

// fontSet is the fonts of a document, in order of first use.
type fontSet struct {
	list   []*font
	byFace map[*fonts.Face]*font
}

// font is one face as the document uses it.
//
// Text is shown with two-byte codes that are glyph numbers of the subset (Identity-H). A code
// stands for a glyph and for the text it means there, so that ToUnicode is never ambiguous: a
// hyphen drawn at a line's end (U+00AD) has another code than the same glyph within a word, and its
// outline is stored twice.
type font struct {
	face     *fonts.Face
	resource string // its name in content streams
	number   ref    // the Type0 dictionary
	met      map[glyphText]uint16
	codes    []glyphText // by code; code 0 is .notdef
	spelled  []string    // the codes as they are in strings
}

// assemble gives every pair of glyph and text of the quires its code, and every face its font.
//
// Codes are in the order of the text they stand for: neighbours in the alphabet become neighbours
// in the subset, ToUnicode shrinks to a few ranges, and the order of pages has no part in it.
func (c *catalogue) assemble(quires []*quire) (*fontSet, error) {
	set := &fontSet{byFace: make(map[*fonts.Face]*font)}
	seen := make([]bool, len(c.sorts))
	for _, q := range quires {
		for _, number := range q.numbers {
			if seen[number] {
				continue
			}
			seen[number] = true
			if s := &c.sorts[number]; s.glyph != 0 {
				set.font(s.face).met[glyphText{s.glyph, s.text}] = 0
			} else if s.face != nil {
				set.font(s.face)
			}
		}
	}
	for _, f := range set.list {
		if err := f.assign(); err != nil {
			return nil, err
		}
	}
	return set, nil
}

func (s *fontSet) font(face *fonts.Face) *font {
	f := s.byFace[face]
	if f == nil {
		f = &font{face: face, resource: "F" + strconv.Itoa(len(s.list)+1),
			met: make(map[glyphText]uint16)}
		s.byFace[face], s.list = f, append(s.list, f)
	}
	return f
}

// assign gives every pair of glyph and text its code.
func (f *font) assign() error {
	for pair := range f.met { // sorted below
		f.codes = append(f.codes, pair)
	}
	slices.SortFunc(f.codes, func(a, b glyphText) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.glyph, b.glyph))
	})
	f.codes = slices.Insert(f.codes, 0, glyphText{})
	if len(f.codes) > 1<<16 {
		return fmt.Errorf("%s: more than 65,535 pairs of glyph and text", f.face.PostScript)
	}
	f.spelled = make([]string, len(f.codes))
	for code, pair := range f.codes {
		f.met[pair] = uint16(code)
		f.spelled[code] = string(appendByte(appendByte(nil, byte(code>>8)), byte(code)))
	}
	return nil
}

// name gives the sorts their final names.
func (c *catalogue) name(fonts *fontSet) {
	c.names = make([]string, len(c.sorts))
	for i, s := range c.sorts {
		f := fonts.byFace[s.face]
		switch {
		case s.object != nil:
			c.names[i] = s.object.painted()
		case f == nil: // of pages that are not in the document
		case s.glyph == 0:
			c.names[i] = f.resource
		default:
			c.names[i] = f.spelled[f.met[glyphText{s.glyph, s.text}]]
		}
	}
}

// set appends operators with the names that their sorts have in the file.
func (q *quire) set(b, operators []byte) []byte {
	for from := 0; from < len(operators); {
		at := from
		for at < len(operators) && operators[at] < utf8.RuneSelf {
			at++
		}
		b = append(b, operators[from:at]...)
		if at == len(operators) {
			break
		}
		r, size := utf8.DecodeRune(operators[at:])
		if r < firstSort {
			b = append(b, byte(r))
		} else {
			b = append(b, q.names[q.numbers[sortIndex(r)]]...)
		}
		from = at + size
	}
	return b
}
