package component

import (
	"slices"

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
	Place  flow.Place
}

// Table is a table of numbers in groups.
type Table struct {
	Summary string
	Corner  string // head of the label column
	Columns []TableColumn
	Groups  []TableGroup
	Dense   bool // rows close together
	Tight   bool // rows as close as they get, so that no small rest is left for another page
}

// Padding of table rows (DESIGN.md, "Tables"): in a table of one page they lie 5.4 mm apart; a
// table that takes several pages is set closer, and closest when that saves a page.
const (
	tablePadding      fonts.Mm = 0.82
	markGap           fonts.Mm = 0.2
	markRoom          fonts.Mm = 2 // for the marks after the last column
	tablePaddingDense fonts.Mm = 0.56
	tablePaddingTight fonts.Mm = 0.32
	groupSpace        fonts.Mm = 2
	partIndent        fonts.Mm = 3
	denseRows                  = 44 // more rows than these are a table of several pages
)

// padding is the space above and below a row's text.
func (t Table) padding() fonts.Mm {
	switch {
	case t.Tight:
		return tablePaddingTight
	case t.Dense:
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
	tag := &shared{role: frame.RoleTable, init: func(f *frame.Tag) {
		f.Describe().Summary = t.Summary
	}}
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
		atom.Place = r.Place
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

// Measures of a table in narrow columns.
const (
	numberGap     fonts.Mm = 2.2 // from a label or a number to the next number, at least
	leastLabels   fonts.Mm = 28  // width of the labels, at least
	mostRowLines           = 4   // of a label
	mostGroupName          = 4   // of a question
	oneDivided             = 20  // rows to one of which a word is divided for want of room, at least
)

// Narrowed is a table with columns of numbers as wide as what is in them; ok is false when its labels
// have no room beside them in a width: they would have many lines, or often a word divided for want of
// room.
func (s *Setter) Narrowed(t Table, width fonts.Mm) (narrowed Table, ok bool) {
	narrowed = t
	narrowed.Columns = slices.Clone(t.Columns)
	for i := range t.Columns {
		narrowed.Columns[i].Width = s.numbersWidth(t, i) + numberGap
	}
	if narrowed.labelWidth(width) < leastLabels {
		return t, false
	}
	rows, divided := 0, 0
	for _, g := range narrowed.Groups {
		if lines := s.groupTitle(narrowed, g, width); len(lines) > mostGroupName || text.Strained(lines) {
			return t, false
		}
		for _, r := range g.Rows {
			lines := s.rowLabel(narrowed, r, width)
			if rows++; text.Strained(lines) {
				divided++
			}
			if len(lines) > mostRowLines {
				return t, false
			}
		}
	}
	return narrowed, divided*oneDivided <= rows
}

// numbersWidth is the width of the widest of a column's numbers, bases and head.
func (s *Setter) numbersWidth(t Table, column int) fonts.Mm {
	head, body := s.Sheet.Type.TableHead, s.Sheet.Type.TableBody
	width := s.Word(t.Columns[column].Head, head, s.Sheet.Color.Ink).Width
	for _, g := range t.Groups {
		if len(g.Bases) > column {
			width = max(width, s.Word(g.Bases[column], head, s.Sheet.Color.Ink).Width)
		}
		for _, r := range g.Rows {
			width = max(width, s.Word(r.Values[column], body, s.Sheet.Color.Ink).Width)
		}
	}
	return width.Mm()
}

// marked says whether a mark follows some number, for which the last column leaves room.
func (t Table) marked() bool {
	for _, g := range t.Groups {
		if slices.ContainsFunc(g.Rows, func(r TableRow) bool { return r.Mark != "" }) {
			return true
		}
	}
	return false
}

// labelWidth is what the columns of numbers leave for the labels.
func (t Table) labelWidth(width fonts.Mm) fonts.Mm {
	if t.marked() {
		width -= markRoom
	}
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
			th.ColSpan = int16(span)
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
	st, small := s.Sheet.Type.TableGroup, s.baseType()
	return s.tableLine("table group", t, body, width, tableLine{
		label: st, number: small, bold: small, numberColor: s.Sheet.Color.Secondary,
		words:  s.groupTitle(t, group, width),
		values: group.Bases, above: groupSpace, rule: s.Sheet.Color.Neutral,
	})
}

// baseType is the type of the bases of a question.
func (s *Setter) baseType() style.Type {
	small := s.Sheet.Type.TableHead
	small.Font.Face = s.Sheet.Heading(500)
	return small
}

// groupTitle breaks the title of a question.
func (s *Setter) groupTitle(t Table, group TableGroup, width fonts.Mm) []text.Line {
	beyond := fonts.Mm(4) // into the first column, as far as its base leaves room
	if len(group.Bases) > 0 && len(t.Columns) > 0 {
		base := s.Word(group.Bases[0], s.baseType(), s.Sheet.Color.Secondary)
		beyond = min(beyond, t.Columns[0].Width-base.Width.Mm()-2)
	}
	st, room := s.Sheet.Type.TableGroup, t.labelWidth(width)+beyond
	return s.Words(group.Title, st, s.Sheet.Color.Heading, room, text.Greedy)
}

// indent is how far a row's label stands in.
func (r TableRow) indent() fonts.Mm {
	if r.Part {
		return partIndent
	}
	return 0
}

// rowLabel breaks the name of an answer.
func (s *Setter) rowLabel(t Table, r TableRow, width fonts.Mm) []text.Line {
	st, room := s.Sheet.Type.TableBody, t.labelWidth(width)-r.indent()-1
	return s.Words(r.Label, st, s.Sheet.Color.Ink, room, text.Greedy)
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
	return s.tableLine("table row", t, body, width, tableLine{
		label: st, number: st, bold: bold, numberColor: s.Sheet.Color.Ink, indent: r.indent(),
		words:  s.rowLabel(t, r, width),
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
