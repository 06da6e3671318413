package component

import (
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
)

// RunningHead is what stands above and below the content of a page.
type RunningHead struct {
	Title    string // of the report
	Year     string
	Chapter  string
	Current  int // chapter's number from 1, 0 for none
	Chapters int // number of dots
	Folio    string
	Left     bool // an even page: the folio stands at the left
	Sender   string
	OnGround *vector.Color // of an opener's folio: nothing else is drawn
}

// Positions of the running head and foot (DESIGN.md, "Page and grid").
const (
	runningY fonts.Mm = 12
	folioY   fonts.Mm = 280
)

// DrawRunningHead draws the running head and the folio, artifacts.
func (s *Setter) DrawRunningHead(g *grid.Grid, r RunningHead) {
	g.Artifact(frame.Pagination, func() {
		if r.OnGround != nil {
			s.drawFolio(g, r, *r.OnGround)
			return
		}
		s.drawNames(g, r)
		s.drawFolio(g, r, s.Sheet.Color.Ink)
		t := s.Sheet.Type.Running
		sender := s.Word(r.Sender, t, s.Sheet.Color.Secondary)
		x := style.ContentLeft.Pt()
		if r.Left {
			x += style.ContentWidth.Pt() - sender.Width
		}
		g.Line(sender, x, folioY.Pt()+t.Baseline())
	})
}

func (s *Setter) drawNames(g *grid.Grid, r RunningHead) {
	t, c := s.Sheet.Type.Running, s.Sheet.Color
	bold := t
	bold.Font.Face = s.Sheet.Heading(700)
	baseline := runningY.Pt() + t.Baseline()
	x := style.ContentLeft.Pt()
	if r.Title != "" {
		title := s.Word(r.Title+" ", t, c.Secondary)
		g.Line(title, x, baseline)
		x += s.Shaper.Width(r.Title+" ", t.Font)
	}
	g.Line(s.Word(r.Year, bold, c.Ink), x, baseline)
	right := (style.ContentLeft + style.ContentWidth).Pt()
	if r.Chapters > 0 && r.Current > 0 {
		right = s.drawChapterDots(g, r, right)
	}
	chapter := s.Word(r.Chapter, t, c.Secondary)
	g.Line(chapter, right-chapter.Width, baseline)
}

// drawChapterDots draws a dot for each chapter, the current one filled, and returns where the
// chapter's name ends.
func (s *Setter) drawChapterDots(g *grid.Grid, r RunningHead, right fonts.Pt) fonts.Pt {
	const pitch, radius, stroke = fonts.Mm(4.03), fonts.Mm(1.3), fonts.Mm(0.4)
	accent, open := s.Sheet.Color.Accent, s.Sheet.Color.Neutral
	y := (runningY + 2.35).Pt()
	first := right - fonts.Mm(1.25).Pt() - pitch.Pt()*fonts.Pt(r.Chapters-1) // centre
	for i := range r.Chapters {
		x := first + pitch.Pt()*fonts.Pt(i)
		if i+1 == r.Current {
			g.Shape(vector.Circle(x, y, radius.Pt()), vector.Paint{Fill: &accent})
			continue
		}
		outline := vector.Paint{Stroke: &open, Width: stroke.Pt()}
		g.Shape(vector.Circle(x, y, (radius-stroke/2).Pt()), outline)
	}
	return first - radius.Pt() - fonts.Mm(2.9).Pt()
}

func (s *Setter) drawFolio(g *grid.Grid, r RunningHead, c vector.Color) {
	t := s.Sheet.Type.Folio
	if r.OnGround != nil {
		t.Font.Size = 9
	}
	folio := s.Word(r.Folio, t, c)
	x := style.ContentLeft.Pt()
	if !r.Left {
		x += style.ContentWidth.Pt() - folio.Width
	}
	g.Line(folio, x, folioY.Pt()+t.Baseline())
}
