package component

import (
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Spaces of a section head (DESIGN.md, "Spaces and rules").
const (
	kickerToHeadline   fonts.Mm = 1
	headlineToQuestion fonts.Mm = 2.2
	headlineWidth      fonts.Mm = 144.3 // ten columns
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
// of over two lines steps its size down from 27 over 24 to 21 pt, then takes three lines
// (DESIGN.md, "Type").
func (s *Setter) Head(id, kicker, headline, question string) *Box {
	h1, lines := s.headline(headline)
	return s.sectionHead(sectionHead{id, kicker, question, 2, h1, lines})
}

// SmallHead sets the head of a section in running text: the headline at the size of a contents
// chapter, and the question.
func (s *Setter) SmallHead(id, headline, question string) *Box {
	t := s.Sheet.Type.TocChapter
	lines := s.Words(headline, t, s.Sheet.Color.Heading, headlineWidth, text.Balanced)
	return s.sectionHead(sectionHead{id, "", question, 2, t, lines})
}

// ChapterHead sets the head of a chapter without an opener: its number, and its title as a
// headline.
func (s *Setter) ChapterHead(id, number, title string) *Box {
	h1, lines := s.headline(title)
	return s.sectionHead(sectionHead{id, number, "", 1, h1, lines})
}

func (s *Setter) sectionHead(h sectionHead) *Box {
	t, c := s.Sheet.Type, s.Sheet.Color
	var above, below fonts.Mm
	if h.kicker != "" {
		above = t.Kicker.Leading + kickerToHeadline
	}
	kicker := s.Word(h.kicker, t.Kicker, c.Accent)
	asked := s.Words(h.question, t.Question, c.Secondary, style.ContentWidth, text.Optimal)
	if len(asked) > 0 {
		below = headlineToQuestion + linesHeight(asked, t.Question)
	}
	headline := linesHeight(h.lines, h.font)
	height := above + headline + below
	return &Box{Name: "head", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(h.id, y)
		if h.kicker != "" {
			g.Tagged(frame.RoleP, func(*frame.Tag) { g.Line(kicker, x, y+t.Kicker.Baseline()) })
		}
		y += above.Pt()
		g.Heading(h.level, func() { drawLines(g, h.lines, h.font, x, y) })
		if len(asked) > 0 {
			y += (headline + headlineToQuestion).Pt()
			g.Tagged(frame.RoleP, func(*frame.Tag) { drawLines(g, asked, t.Question, x, y) })
		}
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
