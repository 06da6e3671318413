package component

import (
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

// ReferenceID is the destination of a work in the list of references.
func ReferenceID(r *content.Reference) string { return "reference:" + r.ID }

// hangingIndent is how far the second line of a reference stands in.
const hangingIndent fonts.Mm = 6

// References sets the list of works, each with a hanging indent and a destination for its
// citations.
func (s *Setter) References(works []*content.Reference, width fonts.Mm) []flow.Atom {
	list := &shared{role: frame.RoleL}
	var atoms []flow.Atom
	for _, w := range works {
		atoms = append(atoms, s.reference(w, list, width).Atom(paragraphSpace))
	}
	return atoms
}

func (s *Setter) reference(w *content.Reference, list *shared, width fonts.Mm) *Box {
	t := s.Sheet.Type.Body
	var in []content.Inline
	for _, p := range w.Entry {
		in = append(in, p.Inlines...)
	}
	b := s.inlines(in, t, s.Sheet.Color.Ink, width-hangingIndent, text.Optimal)
	return &Box{Name: "reference", Height: b.height(), Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(ReferenceID(w), y)
		list.within(g, func() {
			g.Tagged(frame.RoleLI, func(*frame.Tag) {
				g.Tagged(frame.RoleLBody, func(*frame.Tag) {
					b.draw(g, x+hangingIndent.Pt(), y, map[int]*frame.Tag{})
				})
			})
		})
	}}
}

// Answers sets a long list of free-text answers, each a list item; it breaks over pages between
// answers and, in long ones, between lines.
func (s *Setter) Answers(answers []string, width fonts.Mm, place flow.Place) []flow.Atom {
	var p content.Prose
	for _, a := range answers {
		in := []content.Inline{{Text: a}}
		p = append(p, content.Paragraph{Kind: content.Bullet, First: true, Inlines: in})
	}
	return s.Prose(p, s.Sheet.Type.Body, s.Sheet.Color.Ink, width, place)
}

// Series sets an instrument of an appendix: its title, and its questions numbered from one, with
// their answers and the follow-up below.
func (s *Setter) Series(
	series content.Series, width, column fonts.Mm, place flow.Place,
) (head, questions []flow.Atom) {
	atoms := []flow.Atom{s.Heading(series.Title, s.Sheet.Type.H2, 3, width)}
	if len(series.Intro) > 0 {
		intro := s.Prose(series.Intro, s.Sheet.Type.Body, s.Sheet.Color.Ink, width, place)
		intro[0].Before = 2
		atoms = append(atoms, intro...)
	}
	head = atoms
	atoms = nil
	list := &shared{role: frame.RoleL, init: func(t *frame.Tag) { t.Numbered = true }}
	for i, q := range series.Questions {
		next := s.asked(q, i+1, list, column, place)
		next[0].Before = 3
		atoms = append(atoms, flow.Keep(next)...)
	}
	for _, all := range [][]flow.Atom{head, atoms} {
		for i := range all {
			all[i].Place = place
		}
	}
	return head, atoms
}

func (s *Setter) asked(
	q content.Asked, number int, list *shared, width fonts.Mm, place flow.Place,
) []flow.Atom {
	t := s.Sheet.Type
	const indent = fonts.Mm(9)
	li := list.child(frame.RoleLI)
	body := li.child(frame.RoleLBody)
	digit := s.Word(strconv.Itoa(number), t.H3, s.Sheet.Color.Accent)
	atoms := s.Prose(q.Text, t.Body, s.Sheet.Color.Ink, width-indent, place)
	below := func(in content.Inline, t style.Type, c vector.Color) {
		text := content.Prose{{First: true, Inlines: []content.Inline{in}}}
		next := s.Prose(text, t, c, width-indent, place)
		if len(next) == 0 {
			return
		}
		next[0].Before = 0.6
		atoms = append(atoms, next...)
	}
	if len(q.Options) > 0 {
		options := content.Inline{Text: strings.Join(q.Options, " · ")}
		below(options, t.Caption, s.Sheet.Color.Secondary)
	}
	if q.Follow != "" {
		below(content.Inline{Text: q.Follow, Emph: true}, t.Body, s.Sheet.Color.Ink)
	}
	for i, a := range atoms {
		inner := a.Component.(*Box)
		draw := func(g *grid.Grid, x, y fonts.Pt) {
			if i == 0 {
				label := func(*frame.Tag) { g.Line(digit, x, y+t.H3.Baseline()) }
				li.within(g, func() { g.Tagged(frame.RoleLbl, label) })
			}
			body.within(g, func() { inner.Draw(g, x+indent.Pt(), y) })
		}
		atoms[i].Component = &Box{Name: "question", Height: a.Height, Draw: draw}
	}
	return atoms
}
