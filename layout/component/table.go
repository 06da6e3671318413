package component

import (
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// TableColumn is a column of numbers, right-aligned.
type TableColumn struct {
	Width fonts.Mm
	Top   string // above this column and those after it without one; "" belongs to the one before
	Head  string // second line of the head
	Bold  bool   // body in the heading family, semibold (changes)
}

// TableGroup is a question with its answers.
type TableGroup struct {
	Title string
	Bases []string // one for each column, "n = 62" or ""
	Rows  []TableRow
	Place flow.Place
}

// TableRow is an answer with a value for each column.
type TableRow struct {
	Label  string
	Part   bool // of the row above it that is none: indented
	Values []string
	Mark   string // hangs right of the last value
}

// Table is a table of numbers in groups.
type Table struct {
	Summary string
	Corner  string // head of the label column
	Columns []TableColumn
	Groups  []TableGroup
	Dense   bool // rows close together
}

// Padding of table rows (DESIGN.md, "Tables"): in a table of one page they lie 5.4 mm apart; a
// table that takes several pages is set closer.
const (
	tablePadding      fonts.Mm = 0.82
	markGap           fonts.Mm = 0.2
	tablePaddingDense fonts.Mm = 0.56
	groupSpace        fonts.Mm = 2
	partIndent        fonts.Mm = 3
	denseRows                  = 44 // more rows than these are a table of several pages
)

// padding is the space above and below a row's text.
func (t Table) padding() fonts.Mm {
	if t.Dense {
		return tablePaddingDense
	}
	return tablePadding
}

// Dense reports whether groups make a table of several pages, which is set closer.
func Dense(groups []TableGroup) bool {
	rows := 0
	for _, g := range groups {
		rows += 1 + len(g.Rows)
	}
	return rows > denseRows
}

// Continued sets the name of a table that goes on, above it on its later pages.
func (s *Setter) Continued(name string) flow.Atom {
	t, c := s.Sheet.Type.Caption, s.Sheet.Color
	words := s.Word(s.Terms.Continued, t, c.Secondary)
	space := t.Font.Size / 4
	t.Font.Face = s.Sheet.Heading(700)
	label := s.Word(name, t, c.Ink)
	return (&Box{Name: "table title", Height: t.Leading, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		g.Artifact(frame.Pagination, func() {
			g.Line(label, x, y+t.Baseline())
			g.Line(words, x+label.Width+space, y+t.Baseline())
		})
	}}).Atom(0)
}

// Table sets a table as atoms, a row each. head is to be repeated after a page break, and the title of
// a group that goes on is, with "(forts.)"; a group's title stays with its first two rows, and its
// last two rows stay together.
func (s *Setter) Table(t Table, width fonts.Mm) (atoms, repeat []flow.Atom) {
	tag := &shared{role: frame.RoleTable, init: func(f *frame.Tag) { f.Summary = t.Summary }}
	head := s.tableHead(t, width)
	body := tag.child(frame.RoleTBody)
	drawFirst := func(g *grid.Grid, x, y fonts.Pt) {
		tag.within(g, func() { head.Draw(g, x, y) })
	}
	drawAgain := func(g *grid.Grid, x, y fonts.Pt) {
		g.Artifact(frame.Pagination, func() { head.Draw(g, x, y) })
	}
	first := (&Box{Name: "table head", Height: head.Height, Draw: drawFirst}).Atom(0)
	first.Bond = flow.Bound
	again := (&Box{Name: "table head", Height: head.Height, Draw: drawAgain}).Atom(0)
	atoms = append(atoms, first)
	for _, group := range t.Groups {
		atoms = append(atoms, s.tableGroup(t, group, body, width)...)
	}
	return atoms, []flow.Atom{again}
}

func (s *Setter) tableGroup(t Table, group TableGroup, body *shared, width fonts.Mm) []flow.Atom {
	title := s.groupRow(t, group, body, width).Atom(0)
	title.Bond = flow.Bound
	title.Place = group.Place
	again := s.groupAgain(t, group, width)
	atoms := []flow.Atom{title}
	for i, r := range group.Rows {
		atom := s.tableRow(t, r, body, width).Atom(0)
		atom.Place = group.Place
		if i > 0 {
			atom.Again = []flow.Atom{again}
		}
		n := len(group.Rows)
		if i < n-1 && (n <= 8 || i == 0 || i == n-2) {
			atom.Bond = flow.Wish
		}
		atoms = append(atoms, atom)
	}
	return atoms
}

// labelWidth is what the columns of numbers leave for the labels.
func (t Table) labelWidth(width fonts.Mm) fonts.Mm {
	for _, c := range t.Columns {
		width -= c.Width
	}
	return width
}

func (s *Setter) tableHead(t Table, width fonts.Mm) *Box {
	st, c := s.Sheet.Type.TableHead, s.Sheet.Color
	plain := st
	plain.Font.Face = s.Sheet.Heading(500)
	corner := s.Word(t.Corner, st, c.Ink)
	two := false
	for _, col := range t.Columns {
		two = two || col.Top != ""
	}
	line := st.Leading + 2*t.padding()
	height := line + 1
	if two {
		height = 2*line + 1
	}
	return &Box{Name: "table head", Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		drawRule(g, x, y, width.Pt(), strongRule, c.Ink)
		drawRule(g, x, y+height.Pt(), width.Pt(), strongRule, c.Ink)
		g.Tagged(frame.RoleTHead, func(*frame.Tag) {
			top := y + t.padding().Pt() + fonts.Mm(0.3).Pt()
			if two {
				g.Tagged(frame.RoleTR, func(*frame.Tag) {
					s.headTops(g, t, x+t.labelWidth(width).Pt(), top)
				})
				top += line.Pt()
			}
			g.Tagged(frame.RoleTR, func(*frame.Tag) {
				columnHead(g, 1, func() { g.Line(corner, x, top+st.Baseline()) })
				right := x + t.labelWidth(width).Pt()
				for _, col := range t.Columns {
					right += col.Width.Pt()
					word := s.Word(col.Head, plain, c.Secondary)
					columnHead(g, 1, func() { drawRight(g, word, plain, right, top) })
				}
			})
		})
	}}
}

func columnHead(g *grid.Grid, span int, draw func()) {
	g.Tagged(frame.RoleTH, func(th *frame.Tag) {
		th.Scope = "Column"
		if span > 1 {
			th.ColSpan = span
		}
		draw()
	})
}

// headTops draws the upper line of a head, each word above the right edge of the columns it spans.
func (s *Setter) headTops(g *grid.Grid, t Table, x, y fonts.Pt) {
	st := s.Sheet.Type.TableHead
	g.Tagged(frame.RoleTD, func(*frame.Tag) {})
	for i := 0; i < len(t.Columns); {
		span := 1
		x += t.Columns[i].Width.Pt()
		for i+span < len(t.Columns) && t.Columns[i+span].Top == "" {
			x += t.Columns[i+span].Width.Pt()
			span++
		}
		word := s.Word(t.Columns[i].Top, st, s.Sheet.Color.Ink)
		columnHead(g, span, func() { drawRight(g, word, st, x, y) })
		i += span
	}
}

// tableLine is a row of a table before it is drawn.
type tableLine struct {
	label, number style.Type
	numberColor   vector.Color
	bold          style.Type // numbers of a bold column
	words         []text.Line
	values        []string
	mark          string
	above, indent fonts.Mm // space above and before the text
	rule          vector.Color
}

// groupRow is the title of a question, with its bases above the columns of counts.
func (s *Setter) groupRow(t Table, group TableGroup, body *shared, width fonts.Mm) *Box {
	st, small := s.Sheet.Type.TableGroup, s.Sheet.Type.TableHead
	small.Font.Face = s.Sheet.Heading(500)
	beyond := fonts.Mm(4) // of the title into the first column, as far as its base leaves room
	if len(group.Bases) > 0 && len(t.Columns) > 0 {
		base := s.Word(group.Bases[0], small, s.Sheet.Color.Secondary)
		beyond = min(beyond, t.Columns[0].Width-base.Width.Mm()-2)
	}
	room := t.labelWidth(width) + beyond
	return s.tableLine("table group", t, body, width, tableLine{
		label: st, number: small, bold: small, numberColor: s.Sheet.Color.Secondary,
		words:  s.Words(group.Title, st, s.Sheet.Color.Heading, room, text.Greedy),
		values: group.Bases, above: groupSpace, rule: s.Sheet.Color.Neutral,
	})
}

// groupAgain is the title of a question that goes on in another column or on another page.
func (s *Setter) groupAgain(t Table, group TableGroup, width fonts.Mm) flow.Atom {
	group.Title += " " + s.Terms.Continued
	box := s.groupRow(t, group, nil, width)
	draw := box.Draw
	box.Draw = func(g *grid.Grid, x, y fonts.Pt) {
		g.Artifact(frame.Pagination, func() { draw(g, x, y) })
	}
	return box.Atom(0)
}

func (s *Setter) tableRow(t Table, r TableRow, body *shared, width fonts.Mm) *Box {
	st := s.Sheet.Type.TableBody
	bold := st
	bold.Font.Face = s.Sheet.Body(600, false)
	var indent fonts.Mm
	if r.Part {
		indent = partIndent
	}
	return s.tableLine("table row", t, body, width, tableLine{
		label: st, number: st, bold: bold, numberColor: s.Sheet.Color.Ink, indent: indent,
		words:  s.Words(r.Label, st, s.Sheet.Color.Ink, t.labelWidth(width)-indent-1, text.Greedy),
		values: r.Values, mark: r.Mark, rule: s.Sheet.Color.Line,
	})
}

// tableLine draws a label and a number for each column, with a rule below.
func (s *Setter) tableLine(name string, t Table, body *shared, width fonts.Mm, l tableLine) *Box {
	height := l.above + linesHeight(l.words, l.label) + 2*t.padding()
	return &Box{Name: name, Height: height, Draw: func(g *grid.Grid, x, y fonts.Pt) {
		top := y + (l.above + t.padding()).Pt()
		within(body, g, func() {
			g.Tagged(frame.RoleTR, func(*frame.Tag) {
				g.Tagged(frame.RoleTH, func(th *frame.Tag) {
					th.Scope = "Row"
					drawLines(g, l.words, l.label, x+l.indent.Pt(), top)
				})
				right := x + t.labelWidth(width).Pt()
				for i, col := range t.Columns {
					right += col.Width.Pt()
					st := l.number
					if col.Bold {
						st = l.bold
					}
					mark := ""
					if i == len(t.Columns)-1 {
						mark = l.mark
					}
					s.cell(g, l.values[i], mark, st, l.numberColor, right, top)
				}
			})
		})
		drawRule(g, x, y+height.Pt(), width.Pt(), tableRule, l.rule)
	}}
}

// cell sets a number that ends at right, and after that its mark.
func (s *Setter) cell(
	g *grid.Grid, words, mark string, st style.Type, c vector.Color, right, top fonts.Pt,
) {
	g.Tagged(frame.RoleTD, func(*frame.Tag) {
		if words != "" {
			drawRight(g, s.Word(words, st, c), st, right, top)
		}
		if mark != "" {
			g.Line(s.Word(mark, st, c), right+markGap.Pt(), top+st.Baseline())
		}
	})
}
