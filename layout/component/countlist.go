package component

import (
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/text"
)

// Count is a row of a count list.
type Count struct {
	Label, Value string
	Highlight    bool
	Total        bool
	Place        flow.Place
}

// countPadding is the space above and below the text of a count list's row.
const countPadding fonts.Mm = 1.5

// CountList sets answers and counts, the order as in the chart, the total last (DESIGN.md, "Parts
// of a page"). Up to twelve rows stay together.
func (s *Setter) CountList(
	heading string, rows []Count, width fonts.Mm, place flow.Place,
) []flow.Atom {
	table := &shared{role: frame.RoleTable}
	atoms := []flow.Atom{s.countHead(heading, table, width)}
	for i, r := range rows {
		atoms = append(atoms, s.countRow(r, table, width, i == 0, i == len(rows)-1))
	}
	for i := range atoms {
		atoms[i].Place = place
		if i > 0 {
			atoms[i].Place = rows[i-1].Place
		}
		if i < len(atoms)-1 && (len(rows) <= 12 || i < 2 || i >= len(atoms)-3) {
			atoms[i].Bond = max(atoms[i].Bond, flow.Wish)
		}
	}
	return atoms
}

// countHead is the visible heading; the table's column heads are the same words, tagged but small.
func (s *Setter) countHead(heading string, table *shared, width fonts.Mm) flow.Atom {
	t := s.Sheet.Type
	lines := s.Words(heading, t.H3, s.Sheet.Color.Heading, width, text.Balanced)
	height := linesHeight(lines, t.H3) + 2
	table.init = func(tag *frame.Tag) { tag.Describe().Summary = heading }
	heading4 := headingTag(4)
	atom := (&Box{Name: "count list head", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		heading4.within(g, func() { drawLines(g, lines, t.H3, x, y) })
	}}).Atom(0)
	atom.Bond = flow.Bound
	return atom
}

func (s *Setter) countRow(r Count, table *shared, width fonts.Mm, first, last bool) flow.Atom {
	t := s.Sheet.Type.CountList
	c := s.countColor(r)
	if r.Total {
		t.Font.Face = s.Sheet.Body(600, false)
	}
	value := s.Word(r.Value, t, c)
	label := s.Words(r.Label, t, c, width-max(10, value.Width.Mm()+2), text.Greedy)
	height := linesHeight(label, t) + 2*countPadding
	return (&Box{Name: "count", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		if first {
			drawRule(g, x, y, width.Pt(), strongRule, s.Sheet.Color.Ink)
		}
		table.within(g, func() {
			g.Tagged(frame.RoleTR, func(*frame.Tag) {
				g.Tagged(frame.RoleTH, func(th *frame.Tag) {
					th.Scope = "Row"
					drawLines(g, label, t, x, y+countPadding.Pt())
				})
				g.Tagged(frame.RoleTD, func(*frame.Tag) {
					drawRight(g, value, t, x+width.Pt(), y+countPadding.Pt())
				})
			})
		})
		if last {
			drawRule(g, x, y+height.Pt(), width.Pt(), strongRule, s.Sheet.Color.Ink)
			return
		}
		drawRule(g, x, y+height.Pt(), width.Pt(), lightRule, s.Sheet.Color.Line)
	}}).Atom(0)
}

func (s *Setter) countColor(r Count) vector.Color {
	if r.Highlight {
		return s.Sheet.Color.Accent
	}
	return s.Sheet.Color.Ink
}
