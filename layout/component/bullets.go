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
func (s *Setter) Side(title, sub string, width fonts.Mm) []flow.Atom {
	t := s.Sheet.Type
	head := s.Words(title, t.H3, s.Sheet.Color.Heading, width, text.Balanced)
	below := s.Words(sub, t.Caption, s.Sheet.Color.Secondary, width, text.Balanced)
	var atoms []flow.Atom
	if len(head) > 0 {
		atoms = append(atoms, linesAtom("side", head, t.H3, headingTag(3)))
	}
	if len(below) > 0 {
		atoms = append(atoms, linesAtom("side", below, t.Caption, paragraphTag()))
		atoms[len(atoms)-1].Before = 1
	}
	return atoms
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
		r := row{name: "bullets", place: place}
		for k, p := range points[i:min(i+2, len(points))] {
			r.cells = append(r.cells, s.bullet(list, p, half*fonts.Mm(k), half-4, place))
		}
		atoms = append(atoms, r.atom(bulletGap))
	}
	return flow.Keep(atoms)
}

const bulletIndent fonts.Mm = 5.2

// bullet is a point with its dot at x.
func (s *Setter) bullet(
	list *shared, p content.Point, x, width fonts.Mm, place flow.Place,
) cell {
	t := s.Sheet.Type
	title := s.Words(p.Title, t.H3, s.Sheet.Color.Heading, width-bulletIndent, text.Balanced)
	body := s.Prose(p.Text, t.Body, s.Sheet.Color.Ink, width-bulletIndent, place)
	dot := s.Sheet.Color.Accent
	item := list.child(frame.RoleLI)
	return cell{
		x: x + bulletIndent, tag: item.child(frame.RoleLBody),
		atoms: headed(linesAtom("title", title, t.H3, paragraphTag()), p.Title, 0, body),
		begin: func(g *grid.Grid, x, y fonts.Pt) {
			item.within(g, func() {
				g.Artifact(frame.Layout, func() {
					r := fonts.Mm(1.3).Pt()
					circle := vector.Circle(x-bulletIndent.Pt()+r/2, y+(t.H3.Leading/2).Pt(), r)
					g.Shape(circle, vector.Paint{Fill: &dot})
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

// Recommendations sets numbered pieces of advice below rules, for two columns that are read one
// after the other. When they take no more than a column's height each, neighbours begin at the same
// height: even says so.
func (s *Setter) Recommendations(
	points []content.Point, width, column fonts.Mm, place flow.Place,
) (atoms []flow.Atom, even bool) {
	list := &shared{role: frame.RoleL, init: func(t *frame.Tag) { t.Numbered = true }}
	half := (len(points) + 1) / 2
	var all []row
	for i, p := range points {
		all = append(all, s.recommendation(list, i+1, p, width, place))
	}
	var sum fonts.Mm
	for i := range half {
		sum += recommendationGap + max(all[i].height(), all[min(i+half, len(all)-1)].height())
	}
	even = sum-recommendationGap <= column
	for i := range half {
		if even && i+half < len(all) {
			tallest := max(all[i].height(), all[i+half].height())
			all[i].least, all[i+half].least = tallest, tallest
		}
	}
	for _, r := range all {
		atoms = append(atoms, r.atom(recommendationGap))
	}
	return atoms, even
}

const recommendationGap fonts.Mm = 6

func (s *Setter) recommendation(
	list *shared, number int, p content.Point, width fonts.Mm, place flow.Place,
) row {
	t := s.Sheet.Type
	inner := width - recommendationIndent
	digit := s.Word(strconv.Itoa(number), t.RecNumber, s.Sheet.Color.Accent)
	title := s.Words(p.Title, t.RecTitle, s.Sheet.Color.Heading, inner, text.Balanced)
	body := s.Prose(p.Text, t.RecText, s.Sheet.Color.Ink, inner, place)
	item := list.child(frame.RoleLI)
	return row{
		name: "recommendation", place: place,
		top: recommendationTop, least: recommendationPitch - recommendationGap,
		back: func(g *grid.Grid, x, y fonts.Pt, _ fonts.Mm) {
			drawRule(g, x, y, width.Pt(), strongRule, s.Sheet.Color.Ink)
		},
		cells: []cell{{
			x: recommendationIndent, tag: item.child(frame.RoleLBody),
			atoms: headed(linesAtom("title", title, t.RecTitle, paragraphTag()), p.Title, 1.5, body),
			begin: func(g *grid.Grid, x, y fonts.Pt) {
				item.within(g, func() {
					g.Tagged(frame.RoleLbl, func(*frame.Tag) {
						baseline := y + (11.9 - recommendationTop).Pt()
						g.Line(digit, x-recommendationIndent.Pt(), baseline)
					})
				})
			},
		}},
	}
}
