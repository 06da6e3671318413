package component

import (
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Spaces of a section head (design tokens, [space]).
const (
	kickerToHeadline   fonts.Mm = 1
	headlineToQuestion fonts.Mm = 2.2
	headlineWidth      fonts.Mm = 144.3 // ten columns
)

// Head sets a section head: kicker, the finding as headline, and the question as asked. id is marked
// where it is drawn. A headline of over two lines steps its size down from 27 over 24 to 21 pt, then
// takes three lines (brief, section 6).
func (s *Setter) Head(id, kicker, headline, question string) *Box {
	t := s.Sheet.Type
	c := s.Sheet.Color
	h1, lines := s.headline(headline)
	var asked []text.Line
	height := h1.Leading * fonts.Mm(len(lines))
	if kicker != "" {
		height += t.Kicker.Leading + kickerToHeadline
	}
	if question != "" {
		asked = s.Words(question, t.Question, c.Secondary, 174, text.Optimal)
		height += headlineToQuestion + linesHeight(asked, t.Question)
	}
	kick := s.Word(kicker, t.Kicker, c.Accent)
	return &Box{Name: "head", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(id, y)
		if kicker != "" {
			g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(kick, x, y+t.Kicker.Baseline()) })
			y += (t.Kicker.Leading + kickerToHeadline).Pt()
		}
		g.Heading(2, func() { drawLines(g, lines, h1, x, y) })
		y += linesHeight(lines, h1).Pt()
		if len(asked) > 0 {
			g.Tagged(frame.RoleP, func(*frame.Tag) { drawLines(g, asked, t.Question, x, y+headlineToQuestion.Pt()) })
		}
	}}
}

// SmallHead sets the head of a section in running text: the headline at the size of a contents chapter,
// and the question.
func (s *Setter) SmallHead(id, headline, question string) *Box {
	t, c := s.Sheet.Type, s.Sheet.Color
	lines := s.Words(headline, t.TocChapter, c.Heading, headlineWidth, text.Balanced)
	height := linesHeight(lines, t.TocChapter)
	var asked []text.Line
	if question != "" {
		asked = s.Words(question, t.Question, c.Secondary, 174, text.Optimal)
		height += headlineToQuestion + linesHeight(asked, t.Question)
	}
	return &Box{Name: "head", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(id, y)
		g.Heading(2, func() { drawLines(g, lines, t.TocChapter, x, y) })
		if len(asked) > 0 {
			y += (linesHeight(lines, t.TocChapter) + headlineToQuestion).Pt()
			g.Tagged(frame.RoleP, func(*frame.Tag) { drawLines(g, asked, t.Question, x, y) })
		}
	}}
}

// ChapterHead sets the head of a chapter without an opener: its number, and its title as a headline.
func (s *Setter) ChapterHead(id, number, title string) *Box {
	t, c := s.Sheet.Type, s.Sheet.Color
	h1, lines := s.headline(title)
	height := linesHeight(lines, h1)
	if number != "" {
		height += t.Kicker.Leading + kickerToHeadline
	}
	kick := s.Word(number, t.Kicker, c.Accent)
	return &Box{Name: "head", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(id, y)
		if number != "" {
			g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(kick, x, y+t.Kicker.Baseline()) })
			y += (t.Kicker.Leading + kickerToHeadline).Pt()
		}
		g.Heading(1, func() { drawLines(g, lines, h1, x, y) })
	}}
}

func (s *Setter) headline(words string) (style.Type, []text.Line) {
	c := s.Sheet.Color.Heading
	for _, size := range []fonts.Pt{27, 24, 21} {
		h1 := s.Sheet.Type.H1.WithSize(size)
		lines := s.Words(words, h1, c, headlineWidth, text.Balanced)
		if len(lines) <= 2 && fits(lines, headlineWidth) {
			return h1, lines
		}
	}
	h1 := s.Sheet.Type.H1.WithSize(21)
	return h1, s.Words(words, h1, c, headlineWidth, text.Balanced)
}

func fits(lines []text.Line, width fonts.Mm) bool {
	for _, l := range lines {
		if l.Width > width.Pt()+0.01 {
			return false
		}
	}
	return true
}
