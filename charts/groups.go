package charts

import (
	"slices"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// Measures that the forms of groups have in common.
const (
	groupName    fonts.Pt = 9.2
	groupLeading          = 1.2 // of the size of a name
	groupBase    fonts.Pt = 8
	groupBetween fonts.Mm = 3.0 // between columns
	groupNames            = 0.3 // of the width, that a column of names has at most
	groupWrapped          = 2   // lines of a name beside its row
	groupAbove   fonts.Mm = 1.6 // from a name to its row below it
	groupOutline fonts.Mm = 0.25
)

// smallMark follows the base of a group in which few answered; the caption explains it.
const smallMark = "\u00a0*"

// panelsAcross is how many panels stand beside each other in the full width: a row of them.
const panelsAcross = 3

// groupRow is a group as drawn, or all of them together.
type groupRow struct {
	name     string
	figure   *content.Figure
	of       *content.Group // nil of all together
	residual bool
	marked   bool // by the accent colour, and the weight of its name
}

// groups are those of the data in the order of their question's answers, residual ones last.
func (d Data) groups() []groupRow {
	rows := make([]groupRow, len(d.By.Groups))
	for i, g := range d.By.Groups {
		rows[i] = groupRow{name: g.Label, figure: g.Figure, of: g, residual: g.Residual}
		if g.Short != "" && len(g.Short) < len(g.Label) {
			rows[i].name = g.Short
		}
	}
	slices.SortStableFunc(rows, func(a, b groupRow) int { return last(a.residual, b.residual) })
	return rows
}

// last puts what is so behind what is not.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// everyone is the row of all groups together.
func (c *canvas) everyone() groupRow { return groupRow{name: c.terms.All, figure: c.Figures[0]} }

// groupRows is how many rows data has by groups: rows of panels, or rows.
func (d Data) groupRows() int {
	n := len(d.By.Groups)
	switch d.Form {
	case Multiples:
		return (n + panelsAcross - 1) / panelsAcross
	case Stacked:
		return n + 1 // all together too
	}
	return n
}

// Groups is how many groups the part shows, all together apart.
func (d Data) Groups() int {
	to := d.To
	if n := d.groupRows(); to == 0 || to > n {
		to = n
	}
	switch all := len(d.By.Groups); d.Form {
	case Multiples:
		return max(0, min(all, panelsAcross*to)-panelsAcross*d.From)
	case Stacked:
		return min(all, to-d.From)
	}
	return to - d.From
}

// inPart are the groups between From and To, in the order of the chart.
func (c *canvas) inPart() []groupRow {
	switch c.Form {
	case Multiples:
		return picked(c.groups(), panelsAcross*c.From, panelsAcross*c.To)
	case Stacked:
		return picked(c.byHighest(), c.From, c.To)
	case DotPlot:
		var all []groupRow
		for _, r := range picked(c.dotRows(), c.From, c.To) {
			all = append(all, r.groupRow)
		}
		return all
	}
	return picked(c.groups(), c.From, c.To)
}

// eachGroup is data of each group by itself as lying bars, which split, in place of a chart of groups
// of which one alone is taller than a page.
func (d Data) eachGroup() []Data {
	var all []Data
	for _, g := range d.groups() {
		one := d
		one.By, one.Point, one.shared, one.From, one.To = nil, nil, nil, 0, 0
		one.Figures, one.Form = []*content.Figure{g.figure}, HBar
		one.Marked, one.MarkedText = d.pointedOut(d.Figures[0]), ""
		all = append(all, one)
	}
	return all
}

// chooseGroups picks the form for a question that is broken down (layout/DESIGN.md, "Chart forms").
func chooseGroups(d Data) Form {
	f, groups := d.Figures[0], len(d.By.Groups)
	answers, full := len(f.ScaleSteps()), 0
	for _, g := range d.By.Groups {
		if n, ok := d.Withheld.Answered(g.Figure).Value(); ok && n.Units >= content.FewAnswers {
			full++
		}
	}
	panels := groups <= mostPanels && answers <= mostInPanel
	one := len(d.Point) > 0 || answers == 2 && f.Kind != content.Multiple && !panelsOnly(full, panels)
	var form Form
	switch {
	case one:
		form = DotPlot
	case (f.Kind == content.Scale || f.Ordered) && answers > 2 && full > 0:
		form = Stacked
	case panels:
		form = Multiples
	default:
		form = Heat
	}
	if Allowed(form, d) != nil {
		return Heat
	}
	return form
}

// panelsOnly says whether so few groups have enough answers for an interval to say anything that
// panels, which have room for them, say more.
func panelsOnly(full int, panels bool) bool { return full < 2 && panels }

// Panels are chosen for as many groups and answers as a reader compares at a glance: three rows of
// three, of six bars each.
const (
	mostPanels  = 9
	mostInPanel = 6
)

// point is what a form of one share a group shows: the answers, and what they are together.
func (c *canvas) point() (answers []int, title string) {
	f := c.Figures[0]
	marked := c.pointedOut(f)
	answers = f.GroupPoint(c.Point, marked)
	if len(answers) == 0 {
		answers = []int{c.largest(f)}
	}
	words := ""
	if c.MarkedText != "" && slices.Equal(answers, sorted(marked)) {
		words = whole(c.MarkedText)
	}
	var names []string
	for _, i := range answers {
		names = append(names, whole(f.Answers[i].Label))
	}
	return answers, c.terms.ShareOfGroup(names, words)
}

func sorted(all []int) []int { return slices.Sorted(slices.Values(all)) }

// largest is the answer that most gave, as far as that is published, of those that say something.
func (c *canvas) largest(f *content.Figure) int {
	best := -1
	rows := rowsOf(f, c.Withheld)
	for i, r := range rows {
		if best < 0 || rows[best].residual && !r.residual ||
			rows[best].residual == r.residual && r.count() > rows[best].count() {
			best = i
		}
	}
	return rows[best].index
}

// small says whether so few of a group answered that its marks are paler. Of a base that is
// withheld it is not told, and nobody is no group.
func (c *canvas) small(f *content.Figure) bool {
	n, ok := c.Withheld.Answered(f).Value()
	return ok && n.Units > 0 && n.Units < content.FewAnswers
}

// base is "n = 44", with a mark when that is few.
func (c *canvas) base(f *content.Figure) string {
	text := nEquals + c.Withheld.Answered(f).Text(c.locale.Decimal)
	if c.small(f) {
		text += smallMark
	}
	return text
}

// writeBase writes the base of a group, and remembers what its caption must explain.
func (c *canvas) writeBase(f *content.Figure, x, y fonts.Pt, align vector.Align) {
	c.chart.Small = c.chart.Small || c.small(f)
	c.colon = c.colon || c.Withheld.HidesBase(f)
	c.label(c.base(f), font(c.Regular, groupBase), c.Secondary, x, y, align)
}

// widestBase is the width of the widest base of some groups.
func (c *canvas) widestBase(rows []groupRow) fonts.Pt {
	var w fonts.Pt
	for _, r := range rows {
		w = max(w, c.set.Width(c.base(r.figure), font(c.Regular, groupBase)))
	}
	return w
}

// mark paints a mark of a group: paler where few answered, with an outline that is as strong as the
// others' colour.
func (c *canvas) markOf(f *content.Figure, path vector.Path, color vector.Color) {
	if !c.small(f) {
		c.fill(path, color)
		return
	}
	pale := mixed(color, c.White, 1, 2)
	c.pic.AddShape(path, vector.Paint{Fill: &pale, Stroke: &color, Width: groupOutline.Pt()})
}

// besideRows are the lines of the names of all rows in a column of at most a width, and the width
// that they need; ok is false when a name has no room in it.
func (c *canvas) besideRows(rows []groupRow, most fonts.Pt) (
	lines [][]string, width fonts.Pt, ok bool) {
	for _, r := range rows {
		f := c.groupFace(r)
		if c.set.Narrowest(r.name, f) > most {
			return nil, 0, false
		}
		one := c.wrap(r.name, f, most)
		if len(one) > groupWrapped {
			return nil, 0, false
		}
		lines, width = append(lines, one), max(width, c.widest(one, f))
	}
	return lines, width, true
}

// groupFace is how the name of a group is set: all together in bold, a marked one heavier than the
// others.
func (c *canvas) groupFace(r groupRow) vector.Font {
	if r.of == nil {
		return font(c.Bold, groupName)
	}
	return font(c.nameFace(r.marked), groupName)
}

// nameLines writes the lines of a name with their middle at a height.
func (c *canvas) nameLines(r groupRow, lines []string, x, at fonts.Pt) {
	f := c.groupFace(r)
	step := groupName * groupLeading
	y := at + middleMixed*groupName - step*fonts.Pt(len(lines)-1)/2
	for i, l := range lines {
		c.label(l, f, c.Ink, x, y+step*fonts.Pt(i), vector.Left)
	}
}

// nameAbove writes the name of a row over the whole width, the base at its right or below it, and
// returns where the row begins.
func (c *canvas) nameAbove(r groupRow, y fonts.Pt) fonts.Pt {
	f, step := c.groupFace(r), groupName*fonts.Pt(groupLeading)
	base := c.set.Width(c.base(r.figure), font(c.Regular, groupBase))
	room := c.width - base - groupBetween.Pt()
	lines := c.wrap(r.name, f, max(room, c.width/2))
	below := c.widest(lines, f) > room
	if below {
		lines = c.wrap(r.name, f, c.width)
	}
	for _, l := range lines {
		y += step
		c.label(l, f, c.Ink, 0, y, vector.Left)
	}
	if below {
		y += step
		c.writeBase(r.figure, 0, y, vector.Left)
	} else {
		c.writeBase(r.figure, c.width, y, vector.Right)
	}
	return y + groupAbove.Pt()
}

// groupList writes groups without marks, which have no room: the name, the base, and each answer
// with its share.
func (c *canvas) groupList() {
	list := listing{canvas: c}
	for i, g := range c.inPart() {
		if i > 0 {
			list.y += nameRoom.Pt()
		}
		list.write(g.name, c.groupFace(g), c.Ink)
		c.chart.Small = c.chart.Small || c.small(g.figure)
		list.write(c.base(g.figure), font(c.Regular, groupBase), c.Secondary)
		for _, r := range c.rowsOf(g.figure) {
			c.colon = c.colon || !r.share.Published()
			list.write(r.label, font(c.nameFace(r.highlight), groupName), c.Ink)
			list.write(c.percent(r), font(c.Bold, groupName), c.textColor(r.highlight))
		}
	}
	c.pic.Height = list.y + descending*groupName
}

// describeGroups gives the answers of each group in words.
func (c *canvas) describeGroups() string {
	c.chart.Head = []string{c.terms.Group, c.terms.Answer, c.terms.Number, "n", c.terms.PercentHead}
	var parts []string
	rows := c.inPart()
	for _, g := range rows {
		var said []string
		base := c.Withheld.Answered(g.figure).Text(c.locale.Decimal)
		for _, r := range c.rowsOf(g.figure) {
			said = append(said, whole(r.label)+" "+c.said(r.share, 0))
			n := c.numbers(r.share, 0)
			c.chart.Numbers = append(c.chart.Numbers,
				[]string{whole(g.name), whole(r.label), n[0], base, n[1]})
		}
		parts = append(parts, whole(g.name)+" ("+nEquals+base+"): "+strings.Join(said, ", "))
	}
	c.describeBreakdown(rows)
	return strings.TrimSpace(c.groupedBy() + " " + strings.Join(parts, ". "))
}

// groupedBy says what the groups are: "Grupper: Filial."
func (c *canvas) groupedBy() string {
	by := c.By.By.Title
	if by == "" {
		by = c.By.By.Question
	}
	if by == "" {
		return ""
	}
	text := c.terms.Groups + " " + whole(by)
	return text + content.FullStop(text)
}

// groupNote says what the groups are, and how the chart is read.
func (c *canvas) groupNote(read ...string) string {
	return strings.TrimSpace(strings.Join(append([]string{c.groupedBy()}, read...), " "))
}

// panelNote says what the groups are.
func (c *canvas) panelNote() string { return c.groupNote() }

// describeBreakdown sets the base of all groups, and what a caption must say of them: that they
// overlap, and what was merged.
func (c *canvas) describeBreakdown(rows []groupRow) {
	c.chart.Base = nEquals + c.baseText([]content.Shown{c.Withheld.Answered(c.Figures[0])})
	var notes []string
	if c.By.Overlap() {
		notes = append(notes, c.terms.Overlapping)
	}
	for _, r := range rows {
		if r.of == nil || len(r.of.Of) < 2 {
			continue
		}
		var names []string
		for _, i := range r.of.Of {
			if i >= 0 && i < len(c.By.By.Answers) {
				names = append(names, whole(c.By.By.Answers[i].Label))
			}
		}
		notes = append(notes, whole(r.name)+": "+strings.Join(names, ", ")+".")
	}
	c.chart.Rest = strings.Join(notes, " ")
}
