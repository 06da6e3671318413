package component

import (
	"strconv"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Side sets the label of a band in the three columns at the left: a topic and a small line below.
func (s *Setter) Side(title, sub string, width fonts.Mm) *Box {
	t := s.Sheet.Type
	head := s.Words(title, t.H3, s.Sheet.Color.Heading, width, text.Balanced)
	below := s.Words(sub, t.Caption, s.Sheet.Color.Secondary, width, text.Balanced)
	gap := fonts.Mm(0)
	if len(head) > 0 && len(below) > 0 {
		gap = 1
	}
	height := linesHeight(head, t.H3) + gap + linesHeight(below, t.Caption)
	return &Box{Name: "side", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		if len(head) > 0 {
			g.Heading(3, func() { drawLines(g, head, t.H3, x, y) })
		}
		if len(below) > 0 {
			g.Tagged(frame.RoleP, func(*frame.Tag) {
				drawLines(g, below, t.Caption, x, y+(linesHeight(head, t.H3)+gap).Pt())
			})
		}
	}}
}

// bulletGap is the distance between rows of bullets.
const bulletGap fonts.Mm = 6

// Bullets sets points in two columns, row by row: a dot, a title of one to three words, one
// sentence.
func (s *Setter) Bullets(points []content.Point, width fonts.Mm, place flow.Place) []flow.Atom {
	list := &shared{role: frame.RoleL}
	half := width / 2
	var atoms []flow.Atom
	for i := 0; i < len(points); i += 2 {
		pair := points[i:min(i+2, len(points))]
		var cells []bulletCell
		var bodies [][]flow.Atom
		var height fonts.Mm
		for _, p := range pair {
			cell := s.bullet(p, half-4, place)
			height = max(height, cell.height)
			cells, bodies = append(cells, cell), append(bodies, cell.body)
		}
		box := &Box{Name: "bullets", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
			for k, cell := range cells {
				list.within(g, func() { cell.draw(g, x+half.Pt()*fonts.Pt(k), y) })
			}
		}}
		atoms = append(atoms, box.holding(bulletGap, place, bodies...))
	}
	return Keep(atoms)
}

type bulletCell struct {
	body   []flow.Atom
	height fonts.Mm
	draw   func(g *grid.Grid, x, y fonts.Pt)
}

const bulletIndent fonts.Mm = 5.2

func (s *Setter) bullet(p content.Point, width fonts.Mm, place flow.Place) bulletCell {
	t := s.Sheet.Type
	title := s.Words(p.Title, t.H3, s.Sheet.Color.Heading, width-bulletIndent, text.Balanced)
	body := s.Prose(p.Text, t.Body, s.Sheet.Color.Ink, width-bulletIndent, place)
	dot := s.Sheet.Color.Accent
	return bulletCell{
		body:   body,
		height: linesHeight(title, t.H3) + stackHeight(body),
		draw: func(g *grid.Grid, x, y fonts.Pt) {
			g.Tagged(frame.RoleLI, func(*frame.Tag) {
				g.Artifact(frame.Layout, func() {
					r := fonts.Mm(1.3).Pt()
					circle := vector.Circle(x+r/2, y+(t.H3.Leading/2).Pt(), r)
					g.Shape(circle, vector.Paint{Fill: &dot})
				})
				g.Tagged(frame.RoleLBody, func(*frame.Tag) {
					x += bulletIndent.Pt()
					g.Tagged(frame.RoleP, func(*frame.Tag) { drawLines(g, title, t.H3, x, y) })
					Stack(g, body, x, y+linesHeight(title, t.H3).Pt())
				})
			})
		},
	}
}

// Measures of a recommendation (DESIGN.md, "Parts of a page").
const (
	recommendationPitch  fonts.Mm = 39.5 // from rule to rule
	recommendationIndent fonts.Mm = 18.7
	recommendationTop    fonts.Mm = 4.4
)

// Recommendations sets numbered pieces of advice below rules, in two columns: down the left one
// first. Each stays together, and neighbours begin at the same height.
func (s *Setter) Recommendations(
	points []content.Point, width fonts.Mm, place flow.Place,
) (left, right []flow.Atom) {
	list := &shared{role: frame.RoleL, init: func(t *frame.Tag) { t.Numbered = true }}
	half := (len(points) + 1) / 2
	var all []*Box
	var bodies [][]flow.Atom
	for i, p := range points {
		box, body := s.recommendation(list, i+1, p, width, place)
		all, bodies = append(all, box), append(bodies, body)
	}
	for i := range half {
		if i+half < len(all) {
			tallest := max(all[i].Height, all[i+half].Height)
			all[i].Height, all[i+half].Height = tallest, tallest
		}
	}
	for i, b := range all {
		atom := b.holding(recommendationGap, place, bodies[i])
		if i < half {
			left = append(left, atom)
		} else {
			right = append(right, atom)
		}
	}
	return left, right
}

const recommendationGap fonts.Mm = 6

func (s *Setter) recommendation(
	list *shared, number int, p content.Point, width fonts.Mm, place flow.Place,
) (box *Box, body []flow.Atom) {
	t := s.Sheet.Type
	inner := width - recommendationIndent
	digit := s.Word(strconv.Itoa(number), t.RecNumber, s.Sheet.Color.Accent)
	title := s.Words(p.Title, t.RecTitle, s.Sheet.Color.Heading, inner, text.Balanced)
	body = s.Prose(p.Text, t.RecText, s.Sheet.Color.Ink, inner, place)
	textHeight := recommendationTop + linesHeight(title, t.RecTitle) + 1.5 + stackHeight(body)
	height := max(recommendationPitch-recommendationGap, textHeight)
	box = &Box{Name: "recommendation", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		drawRule(g, x, y, width.Pt(), strongRule, s.Sheet.Color.Ink)
		list.within(g, func() {
			g.Tagged(frame.RoleLI, func(*frame.Tag) {
				g.Tagged(frame.RoleLbl, func(*frame.Tag) {
					g.Line(digit, x, y+fonts.Mm(11.9).Pt())
				})
				g.Tagged(frame.RoleLBody, func(*frame.Tag) {
					x, y := x+recommendationIndent.Pt(), y+recommendationTop.Pt()
					g.Tagged(frame.RoleP, func(*frame.Tag) {
						drawLines(g, title, t.RecTitle, x, y)
					})
					Stack(g, body, x, y+(linesHeight(title, t.RecTitle)+1.5).Pt())
				})
			})
		})
	}}
	return box, body
}
