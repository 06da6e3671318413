package component

import (
	"strconv"

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

// listIndent is how far list items stand in.
const listIndent fonts.Mm = 5

// Prose sets Markdown as atoms: the first two and the last two lines of a paragraph stay together,
// so that a page break leaves no orphan and no widow.
func (s *Setter) Prose(
	p content.Prose, t style.Type, c vector.Color, width fonts.Mm, place flow.Place,
) []flow.Atom {
	var atoms []flow.Atom
	list := lists{init: s.languageTag()}
	for i, para := range p {
		next := s.paragraph(para, t, c, width, list.tag(para))
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
	return func(t *frame.Tag) { t.Language = s.tagged }
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

func (s *Setter) paragraph(
	p content.Paragraph, t style.Type, c vector.Color, width fonts.Mm, tag item,
) []flow.Atom {
	var indent fonts.Mm
	var label string
	switch p.Kind {
	case content.Bullet:
		indent, label = listIndent*fonts.Mm(p.Level+1), "•"
	case content.Numbered:
		indent, label = listIndent*fonts.Mm(p.Level+1), strconv.Itoa(p.Number)+"."
	case content.Quotation:
		indent = listIndent
	}
	b := s.inlines(p.Inlines, t, c, width-indent, text.Optimal)
	var lead func(*grid.Grid, fonts.Pt, fonts.Pt)
	if label != "" && p.First {
		lead = s.listLabel(label, tag.li, t, indent)
	}
	return paragraphAtoms(b, tag.body, indent, lead)
}

func (s *Setter) listLabel(
	label string, li *shared, t style.Type, indent fonts.Mm,
) func(*grid.Grid, fonts.Pt, fonts.Pt) {
	line := s.Word(label, t, s.Sheet.Color.Accent)
	return func(g *grid.Grid, x, y fonts.Pt) {
		li.within(g, func() {
			g.Tagged(frame.RoleLbl, func(*frame.Tag) {
				g.Line(line, x+(indent-listIndent).Pt(), y+t.Baseline())
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
