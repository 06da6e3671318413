package component

import (
	"sort"
	"strings"

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
	Current  int    // chapter's number from 1, 0 for none
	Chapters int    // number of dots
	Counted  string // in place of more dots than the line has room for: "kapittel 14 av 702"
	Folio    string
	Left     bool // an even page: the folio stands at the left
	Sender   string
	OnGround *vector.Color // of an opener's folio: nothing else is drawn
}

// Positions of the running head and foot (DESIGN.md, "Page and grid").
const (
	runningY    fonts.Mm = 12
	folioY      fonts.Mm = 280
	runningGap  fonts.Mm = 6 // least space between what stands at the left and at the right
	runningDots          = 12
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

// drawNames draws the report's title and year at the left and the chapter's name and dots at the
// right. Title and name share what room there is: the longer gives way.
func (s *Setter) drawNames(g *grid.Grid, r RunningHead) {
	t, c := s.Sheet.Type.Running, s.Sheet.Color
	bold := t
	bold.Font.Face = s.Sheet.Heading(700)
	baseline := runningY.Pt() + t.Baseline()
	x := style.ContentLeft.Pt()
	right := x + style.ContentWidth.Pt()
	if r.Chapters > 0 && r.Current > 0 {
		right = s.drawChapter(g, r, right)
	}
	year := s.Word(r.Year, bold, c.Ink)
	room := right - x - year.Width - runningGap.Pt()
	title, chapter := s.shortened(r.Title, t, room/2), s.shortened(r.Chapter, t, room/2)
	if title == r.Title {
		chapter = s.shortened(r.Chapter, t, room-s.Shaper.Width(title+" ", t.Font))
	} else {
		title = s.shortened(r.Title, t, room-s.Shaper.Width(chapter+"  ", t.Font))
	}
	if title != "" {
		g.Line(s.Word(title+" ", t, c.Secondary), x, baseline)
		x += s.Shaper.Width(title+" ", t.Font)
	}
	g.Line(year, x, baseline)
	name := s.Word(chapter, t, c.Secondary)
	g.Line(name, right-name.Width, baseline)
}

// shortened leaves out words at the end of a name that is wider than room, for an ellipsis.
func (s *Setter) shortened(name string, t style.Type, room fonts.Pt) string {
	if s.Shaper.Width(name, t.Font) <= room {
		return name
	}
	words := strings.Fields(name)
	fits := func(n int) bool {
		return s.Shaper.Width(strings.Join(words[:n], " ")+" …", t.Font) <= room
	}
	n := sort.Search(len(words), func(n int) bool { return !fits(n + 1) })
	if n == 0 {
		return ""
	}
	return strings.Join(words[:n], " ") + " …"
}

// drawChapter draws where in the report the chapter is, and returns where the chapter's name ends:
// a dot for each chapter, or in words when there are too many for dots.
func (s *Setter) drawChapter(g *grid.Grid, r RunningHead, right fonts.Pt) fonts.Pt {
	if r.Chapters <= runningDots {
		return s.drawChapterDots(g, r, right)
	}
	t := s.Sheet.Type.Running
	counted := s.Word(r.Counted, t, s.Sheet.Color.Ink)
	g.Line(counted, right-counted.Width, runningY.Pt()+t.Baseline())
	return right - counted.Width - fonts.Mm(2.9).Pt()
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
