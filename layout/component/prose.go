package component

import (
	"cmp"
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// paragraphSpace is the distance between paragraphs (DESIGN.md, "Spaces and rules").
const paragraphSpace fonts.Mm = 2.5

// listIndent is how far list items stand in, labelSpace how far at least from their labels.
const (
	listIndent fonts.Mm = 5
	labelSpace fonts.Mm = 1.5
)

// Prose sets Markdown as atoms: the first two and the last two lines of a paragraph stay together,
// so that a page break leaves no orphan and no widow.
func (s *Setter) Prose(
	p content.Prose, t style.Type, c vector.Color, width fonts.Mm, place flow.Place,
) []flow.Atom {
	var atoms []flow.Atom
	list := lists{init: s.languageTag()}
	in := s.gutters(p, t)
	for i, para := range p {
		next := s.paragraph(para, t, c, width, in.own[i], in.all[i], list.tag(para))
		for k := range next {
			next[k].Place = place
		}
		if len(next) == 0 {
			continue
		}
		if i > 0 {
			next[0].Before = paragraphSpace
			inList := para.Kind == content.Bullet || para.Kind == content.Numbered
			if inList && para.Kind == p[i-1].Kind {
				next[0].Before = paragraphSpace / 2
			}
		}
		atoms = append(atoms, next...)
	}
	return atoms
}

// languageTag gives a tag its language, when that is not its surroundings'.
func (s *Setter) languageTag() func(*frame.Tag) {
	if s.tagged == "" {
		return nil
	}
	return func(t *frame.Tag) { t.Describe().Language = s.tagged }
}

// lists follows the nesting of lists and quotations from paragraph to paragraph.
type lists struct {
	kind  content.ParagraphKind
	stack []*shared // an open list for each level
	quote *shared
	item  item
	init  func(*frame.Tag) // gives the outermost tags their language
}

// item is the tag of a list item and that of its body; a paragraph outside lists has only a body.
type item struct{ li, body *shared }

func (l *lists) tag(p content.Paragraph) item {
	switch p.Kind {
	case content.Bullet, content.Numbered:
		return l.inList(p)
	case content.Quotation:
		if l.kind != content.Quotation || p.First {
			quote := &shared{role: frame.RoleBlockQuote, init: l.init}
			*l = lists{init: l.init, kind: content.Quotation, quote: quote}
		}
		return item{body: l.quote.child(frame.RoleP)}
	}
	*l = lists{init: l.init}
	return item{body: &shared{role: frame.RoleP, init: l.init}}
}

func (l *lists) inList(p content.Paragraph) item {
	if l.kind != p.Kind && p.Level == 0 {
		*l = lists{init: l.init, kind: p.Kind}
	}
	l.kind = p.Kind
	l.stack = l.stack[:min(len(l.stack), p.Level+1)]
	for len(l.stack) < p.Level+1 {
		numbered := p.Kind == content.Numbered
		init := func(t *frame.Tag) {
			t.Numbered = numbered
			if l.init != nil {
				l.init(t)
			}
		}
		l.stack = append(l.stack, &shared{role: frame.RoleL, parent: l.item.body, init: init})
	}
	if p.First || l.item.li == nil {
		li := l.stack[p.Level].child(frame.RoleLI)
		l.item = item{li: li, body: li.child(frame.RoleLBody)}
	}
	return l.item
}

// listLabel is what stands before the first line of an item; "" for other paragraphs.
func listLabel(p content.Paragraph) string {
	switch p.Kind {
	case content.Bullet:
		return "•"
	case content.Numbered:
		return cmp.Or(p.Mark, strconv.Itoa(p.Number)+".")
	}
	return ""
}

// gutters are how far the levels of lists stand in from the ones around them. A level's gutter has
// room for the widest label of its list and a space after it, and is never less than listIndent.
type gutters struct {
	set *Setter
	t   style.Type
	all []fonts.Mm // by paragraph: where its text begins
	own []fonts.Mm // by paragraph: where its label begins
}

// gutters measures the lists of a text.
func (s *Setter) gutters(p content.Prose, t style.Type) gutters {
	g := gutters{set: s, t: t, all: make([]fonts.Mm, len(p)), own: make([]fonts.Mm, len(p))}
	g.level(p, 0, len(p), 0, 0)
	return g
}

// level measures the paragraphs from first to last that stand at a level or deeper, which begins at
// an indent.
func (g *gutters) level(p content.Prose, first, last, level int, from fonts.Mm) {
	for i := first; i < last; {
		if p[i].Kind == content.Quotation {
			g.own[i], g.all[i] = from, from+listIndent
			i++
			continue
		}
		if listLabel(p[i]) == "" {
			i++
			continue
		}
		end := i
		for end < last && listLabel(p[end]) != "" &&
			(p[end].Level > level || p[end].Kind == p[i].Kind || p[i].Level > level) {
			end++
		}
		g.list(p, i, end, level, from)
		i = end
	}
}

// list measures one list, whose deeper levels are lists of their own.
func (g *gutters) list(p content.Prose, first, last, level int, from fonts.Mm) {
	gutter := listIndent
	for _, para := range p[first:last] {
		if para.Level == level && para.First {
			gutter = max(gutter, g.width(listLabel(para)))
		}
	}
	for i := first; i < last; {
		if p[i].Level <= level {
			g.own[i], g.all[i] = from, from+gutter
			i++
			continue
		}
		end := i
		for end < last && p[end].Level > level {
			end++
		}
		g.level(p, i, end, level+1, from+gutter)
		i = end
	}
}

// width is that of a label with the space after it.
func (g *gutters) width(label string) fonts.Mm {
	return g.set.Word(label, g.t, g.set.Sheet.Color.Accent).Width.Mm() + labelSpace
}

func (s *Setter) paragraph(
	p content.Paragraph, t style.Type, c vector.Color, width, label, indent fonts.Mm, tag item,
) []flow.Atom {
	b := s.inlines(p.Inlines, t, c, width-indent, text.Optimal)
	if t.Font.Size >= leadFrom && lonely(b.lines) {
		b = s.gathered(b, p.Inlines, t, c, width-indent)
	}
	var lead func(*grid.Grid, fonts.Pt, fonts.Pt)
	if words := listLabel(p); words != "" && p.First {
		lead = s.labelled(words, tag.li, t, label)
	}
	return paragraphAtoms(b, tag.body, indent, lead)
}

// leadFrom is the size from which a text is a lead, of few and long lines.
const leadFrom fonts.Pt = 12

// lonely says whether the last of several lines is a single word.
func lonely(lines []text.Line) bool {
	n := len(lines)
	return n > 1 && len(strings.Fields(lines[n-1].Text())) == 1
}

// gathered sets a lead whose last line is a single word narrower, if that brings another to it without
// making more lines.
func (s *Setter) gathered(
	wide block, in []content.Inline, t style.Type, c vector.Color, width fonts.Mm,
) block {
	for narrow := width - 2; narrow > width*0.7; narrow -= 2 {
		b := s.inlines(in, t, c, narrow, text.Optimal)
		switch {
		case len(b.lines) > len(wide.lines):
			return wide
		case !lonely(b.lines):
			return b
		}
	}
	return wide
}

// labelled draws the label of a list item at an indent.
func (s *Setter) labelled(
	label string, li *shared, t style.Type, indent fonts.Mm,
) func(*grid.Grid, fonts.Pt, fonts.Pt) {
	line := s.Word(label, t, s.Sheet.Color.Accent)
	return func(g *grid.Grid, x, y fonts.Pt) {
		li.within(g, func() {
			g.Tagged(frame.RoleLbl, func(*frame.Tag) {
				g.Line(line, x+indent.Pt(), y+t.Baseline())
			})
		})
	}
}

// paragraphAtoms cuts set lines into atoms of one line, but two at the beginning and two at the
// end.
func paragraphAtoms(
	b block, tag *shared, indent fonts.Mm, lead func(*grid.Grid, fonts.Pt, fonts.Pt),
) []flow.Atom {
	links := map[int]*frame.Tag{}
	n := len(b.lines)
	if n == 0 {
		return nil
	}
	cut := func(from, to int) flow.Atom {
		piece := b
		piece.lines = b.lines[from:to]
		box := &Box{Name: "paragraph", Height: piece.height()}
		box.Draw = func(g *grid.Grid, x, y fonts.Pt) {
			if from == 0 && lead != nil {
				lead(g, x, y)
			}
			tag.within(g, func() { piece.draw(g, x+indent.Pt(), y, links) })
		}
		atom := box.Atom(0)
		atom.Footnotes = b.footnotesOn(piece.lines)
		return atom
	}
	if n <= 3 {
		return []flow.Atom{cut(0, n)}
	}
	atoms := []flow.Atom{cut(0, 2)}
	for i := 2; i < n-2; i++ {
		atoms = append(atoms, cut(i, i+1))
	}
	return append(atoms, cut(n-2, n))
}

// Heading sets a heading of one or two balanced lines, which never parts from what follows.
func (s *Setter) Heading(words string, t style.Type, level int, width fonts.Mm) flow.Atom {
	lines := s.Words(words, t, s.Sheet.Color.Heading, width, text.Balanced)
	atom := linesAtom("heading", lines, t, headingTag(level))
	atom.Bond = flow.Bound
	return atom
}
