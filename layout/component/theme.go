package component

import (
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Measures of a theme row, from the design's page 13.
const (
	themeTop   fonts.Mm = 5
	themeText  fonts.Mm = 44.5  // columns 4 to 8
	themeCount fonts.Mm = 133.5 // columns 10 to 12
	themeDots  fonts.Mm = 148
)

// Theme sets the summary of the free-text answers to one question below a rule: topic and question,
// summary, and the number of answers with a dot for each. The row is at least so high as least.
func (s *Setter) Theme(th content.Theme, count *Box, answers int, width, least fonts.Mm, place string) flow.Atom {
	t := s.Sheet.Type
	side := s.Side(th.Title, th.Question, 40.5)
	summary := s.Prose(th.Text, t.Body, s.Sheet.Color.Ink, 70.2, place)
	number := s.Word(content.Locale(s.Language).Int(answers), t.ThemeCount, s.Sheet.Color.Heading)
	label := s.Words(s.Terms.FreeText, t.Caption, s.Sheet.Color.Secondary, width-themeCount, text.Greedy)
	numberHeight := max(fonts.Mm(11), count.Height+2)
	height := max(least, themeTop+max(side.Height, stackHeight(summary), numberHeight+linesHeight(label, t.Caption))+4)
	box := &Box{Name: "theme", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		drawRule(g, x, y, width.Pt(), lightRule, s.Sheet.Color.Line)
		y += themeTop.Pt()
		g.Tagged(frame.RoleSect, func(*frame.Tag) {
			side.Draw(g, x, y)
			drawStack(g, summary, x+themeText.Pt(), y)
			g.Tagged(frame.RoleP, func(*frame.Tag) {
				g.Line(number, x+themeCount.Pt(), y+fonts.Mm(6.6).Pt())
				drawLines(g, label, t.Caption, x+themeCount.Pt(), y+numberHeight.Pt())
			})
			g.Artifact(frame.Layout, func() { count.Draw(g, x+themeDots.Pt(), y-fonts.Mm(0.2).Pt()) })
		})
	}}
	atom := box.Atom(0)
	atom.Place = place
	return atom
}
