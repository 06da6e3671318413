package component

import (
	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Measures of a theme row (DESIGN.md, "Parts of a page").
const (
	themeTop   fonts.Mm = 5
	themeText  fonts.Mm = 44.5  // columns 4 to 8
	themeRows           = 8     // of dots
	themeCount fonts.Mm = 133.5 // columns 10 to 12
	themeDots  fonts.Mm = 148
)

// Theme sets the summary of the free-text answers to one question below a rule: topic and question,
// summary, and, unless it is "", the number of answers with so many dots. The row is at least so
// high as least.
func (s *Setter) Theme(
	th content.Theme, number string, dots int, width, least fonts.Mm, place flow.Place,
) flow.Atom {
	t := s.Sheet.Type
	cells := []cell{
		{atoms: s.Side(th.Title, th.Question, 40.5)},
		{x: themeText, atoms: s.Prose(th.Text, t.Body, s.Sheet.Color.Ink, 70.2, place)},
	}
	if number != "" {
		count := s.themeCount(number, dots, width-themeCount).Atom(0)
		cells = append(cells, cell{x: themeCount, atoms: []flow.Atom{count}})
	}
	return row{
		name: "theme", place: place, tag: &shared{role: frame.RoleSect},
		top: themeTop, bottom: 4, least: least, cells: cells,
		back: func(g *grid.Grid, x, y fonts.Pt, _ fonts.Mm) {
			drawRule(g, x, y, width.Pt(), lightRule, s.Sheet.Color.Line)
		},
	}.atom(0)
}

// themeCount is the number of answers, a dot for each, and what they are.
func (s *Setter) themeCount(answers string, dots int, width fonts.Mm) *Box {
	t := s.Sheet.Type
	number := s.Word(answers, t.ThemeCount, s.Sheet.Color.Heading)
	if most := width.Pt() / 2; number.Width > most {
		smaller := t.ThemeCount
		smaller.Font.Size *= most / number.Width
		number = s.Word(answers, smaller, s.Sheet.Color.Heading)
	}
	at := max((themeDots - themeCount).Pt(), number.Width+fonts.Mm(3).Pt())
	field := charts.ThemeDots(dots, s.Sheet.Color.Count)
	field.PerRow = max(1, min(field.PerRow, 1+int((width.Pt()-at-2*field.Radius)/field.Pitch)))
	field.Rows = themeRows
	picture, each := field.Picture()
	words := s.Terms.FreeText
	if each > 1 {
		words += ". " + s.Terms.DotStandsFor(each)
	}
	label := s.Words(words, t.Caption, s.Sheet.Color.Secondary, width, text.Greedy)
	labelY := max(fonts.Mm(11), picture.Height.Mm()+2)
	height := labelY + linesHeight(label, t.Caption)
	return &Box{Name: "count", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Tagged(frame.RoleP, func(*frame.Tag) {
			g.Line(number, x, y+fonts.Mm(6.6).Pt())
			drawLines(g, label, t.Caption, x, y+labelY.Pt())
		})
		g.Artifact(frame.Layout, func() {
			g.Picture(picture, x+at, y-fonts.Mm(0.2).Pt(), "")
		})
	}}
}
