package component

import (
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Spaces of a section head (DESIGN.md, "Spaces and rules").
const (
	kickerToHeadline   fonts.Mm = 1
	headlineToQuestion fonts.Mm = 2.2
	headlineWidth      fonts.Mm = 144.3 // ten columns
	mostHeadlines               = 6     // lines, before the size steps down further
)

// sectionHead is what stands above a section: a kicker, a headline and a question, each but the
// headline optional. id is marked where it is drawn.
type sectionHead struct {
	id, kicker, question string
	level                int
	font                 style.Type
	lines                []text.Line
}

// Head sets a section head: kicker, the finding as headline, and the question as asked. A headline
// of over two lines steps its size down from 27 over 24 to 21 pt, then takes three lines, and one of
// over six steps down further (DESIGN.md, "Type").
func (s *Setter) Head(id, kicker, headline, question string) []flow.Atom {
	h1, lines := s.headline(headline)
	head := s.sectionHead(sectionHead{id, kicker, question, 2, h1, lines})
	if kicker == "" { // the headline stands where it would below one
		head[0] = below(head[0], s.Sheet.Type.Kicker.Leading+kickerToHeadline)
	}
	return head
}

// below is an atom with space above it, which it keeps at the top of a page.
func below(a flow.Atom, space fonts.Mm) flow.Atom {
	inner, part := a.Component.(*Box), a.Part
	a.Height += space
	a.Component = &Box{Name: inner.Name, Height: a.Height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		inner.Draw(g, x, y+space.Pt())
	}}
	if part != nil {
		a.Part = func(room fonts.Mm) (head, tail flow.Atom, ok bool) {
			if head, tail, ok = part(room - space); ok {
				head = below(head, space)
			}
			return head, tail, ok
		}
	}
	return a
}

// SmallHead sets the head of a section in running text: the headline at the size of a contents
// chapter, and the question.
func (s *Setter) SmallHead(id, headline, question string) []flow.Atom {
	t, lines := s.steppedDown(headline, s.Sheet.Type.TocChapter, 17, 13.5, 11)
	return s.sectionHead(sectionHead{id, "", question, 2, t, lines})
}

// ChapterHead sets the head of a chapter without an opener: its number, and its title as a
// headline.
func (s *Setter) ChapterHead(id, number, title string) []flow.Atom {
	h1, lines := s.headline(title)
	return s.sectionHead(sectionHead{id, number, "", 1, h1, lines})
}

func (s *Setter) sectionHead(h sectionHead) []flow.Atom {
	t, c := s.Sheet.Type, s.Sheet.Color
	width := style.ContentWidth
	headline := linesAtom("headline", h.lines, h.font, headingTag(h.level))
	atoms := []flow.Atom{headline}
	if h.kicker != "" {
		kicker := s.Words(h.kicker, t.Kicker, c.Accent, width, text.Balanced)
		above := linesAtom("kicker", kicker, t.Kicker, paragraphTag())
		atoms[0].Before = kickerToHeadline
		atoms = append([]flow.Atom{above}, atoms...)
	}
	if asked := s.Words(h.question, t.Question, c.Secondary, width, text.Optimal); len(asked) > 0 {
		below := linesAtom("question", asked, t.Question, paragraphTag())
		below.Before = headlineToQuestion
		atoms = append(atoms, below)
	}
	for i := range atoms {
		atoms[i].Bond = flow.Bound
	}
	atoms[0] = marked(atoms[0], h.id)
	return atoms
}

// marked is an atom that marks the place of an id where it begins, also when it parts.
func marked(a flow.Atom, id string) flow.Atom {
	first, part := a.Component.(*Box), a.Part
	a.Component = &Box{Name: "head", Height: first.Height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(id, y)
		first.Draw(g, x, y)
	}}
	if part != nil {
		a.Part = func(room fonts.Mm) (head, tail flow.Atom, ok bool) {
			if head, tail, ok = part(room); ok {
				head = marked(head, id)
			}
			return head, tail, ok
		}
	}
	return a
}

func (s *Setter) headline(words string) (style.Type, []text.Line) {
	c := s.Sheet.Color.Heading
	for _, size := range []fonts.Pt{27, 24, 21} {
		h1 := s.Sheet.Type.H1.WithSize(size)
		lines := s.Words(words, h1, c, headlineWidth, text.Balanced)
		if len(lines) <= 2 && !text.Strained(lines) {
			return Apart(h1, lines), lines
		}
	}
	return s.steppedDown(words, s.Sheet.Type.H1, 21, 17, 13.5)
}

// steppedDown sets a headline at the first of some sizes at which it has no more lines than
// headlines have at most, or at the last.
func (s *Setter) steppedDown(
	words string, t style.Type, sizes ...fonts.Pt,
) (style.Type, []text.Line) {
	var lines []text.Line
	for _, size := range sizes {
		t = t.WithSize(size)
		lines = s.Words(words, t, s.Sheet.Color.Heading, headlineWidth, text.Balanced)
		if len(lines) <= mostHeadlines {
			break
		}
	}
	return Apart(t, lines), lines
}

// Apart is the style of a title with room between its lines for what is in them.
func Apart(t style.Type, lines []text.Line) style.Type {
	words := make([]string, len(lines))
	for i, l := range lines {
		words[i] = l.Text()
	}
	return t.For(words...)
}
