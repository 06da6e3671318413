package layout

import (
	"slices"
	"strconv"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/grid"
	"rapport/layout/style"
)

// Widths of a table's columns, from the design's page 15.
const (
	countColumn   fonts.Mm = 20
	percentColumn fonts.Mm = 20
	changeColumn  fonts.Mm = 20
)

// table sets a table of answers: with counts and shares of both years and the change, or, without
// comparison, in two halves side by side.
func (b *topicBuilder) table(block *content.Block) error {
	caption := b.set.Caption(b.tableCaption(block), style.ContentWidth)
	if block.Compare {
		atoms, repeat := b.set.Table(b.comparison(block), style.ContentWidth)
		atoms[len(atoms)-1].Keep = true
		last := caption.Atom(figureToCaption)
		b.add(flow.Band{Columns: []flow.Column{{Span: 12, Atoms: append(b.marked(block, atoms), last), Repeat: repeat}}, Before: b.gap(betweenBands)})
		return nil
	}
	return b.halves(block, caption)
}

// halves sets a table without comparison in two columns, page by page, so that each page is read down
// its left column first.
func (b *topicBuilder) halves(block *content.Block, caption *component.Box) error {
	groups := b.groups(block)
	heights := b.heights(groups)
	room, err := b.room(betweenBands)
	if err != nil {
		return err
	}
	if len(heights) > 0 && heights[0] > room-captionRoom {
		room = b.freshRoom(betweenBands) // the heads above go along to the next page
	}
	for first := true; len(groups) > 0; first = false {
		if !first {
			room = style.ContentHeight
		}
		l := heights.fit(room - captionRoom)
		n := l + heights[l:].fit(room-captionRoom)
		if n == len(groups) { // the last page: both columns as even as they can be
			l = heights.even()
		}
		left, _ := b.set.Table(b.single(groups[:l]), style.Columns(6))
		if first {
			left = b.marked(block, left)
		}
		band := flow.Band{Columns: []flow.Column{{Span: 6, Atoms: left}}, Before: b.gap(betweenBands), NewPage: !first, Whole: true}
		if l < n {
			right, _ := b.set.Table(b.single(groups[l:n]), style.Columns(6))
			band.Columns = append(band.Columns, flow.Column{Start: 6, Span: 6, Atoms: right})
		}
		b.add(band)
		groups, heights = groups[n:], heights[n:]
	}
	b.add(component.Full(figureToCaption, caption.Atom(0)))
	return nil
}

// captionRoom is what a table's head and its caption take.
const captionRoom fonts.Mm = 8 + 6.5

// groupHeights are the heights of a table's groups without the table's head.
type groupHeights []fonts.Mm

func (b *topicBuilder) heights(groups []component.TableGroup) groupHeights {
	height := func(groups ...component.TableGroup) fonts.Mm {
		atoms, _ := b.set.Table(b.single(groups), style.Columns(6))
		return flow.Column{Atoms: atoms}.Height()
	}
	head := height()
	out := make(groupHeights, len(groups))
	for i, g := range groups {
		out[i] = height(g) - head
	}
	return out
}

func (h groupHeights) sum() (sum fonts.Mm) {
	for _, g := range h {
		sum += g
	}
	return sum
}

// fit is how many groups fit in a column, at least one.
func (h groupHeights) fit(room fonts.Mm) int {
	n := 0
	for n < len(h) && (n == 0 || h[:n+1].sum() <= room) {
		n++
	}
	return n
}

// even is where two columns are most even.
func (h groupHeights) even() int {
	best := len(h)
	for i := range h {
		if max(h[:i].sum(), h[i:].sum()) < max(h[:best].sum(), h[best:].sum()) {
			best = i
		}
	}
	return best
}

// marked makes the first atom of a table its destination.
func (b *topicBuilder) marked(block *content.Block, atoms []flow.Atom) []flow.Atom {
	inner := atoms[0]
	box := *inner.Component.(*component.Box)
	draw := box.Draw
	box.Draw = func(g *grid.Grid, x, y fonts.Pt) {
		g.Mark(blockID(block), y)
		draw(g, x, y)
	}
	inner.Component = &box
	return append([]flow.Atom{inner}, atoms[1:]...)
}

func (b *topicBuilder) tableCaption(block *content.Block) []content.Inline {
	parts := []content.Inline{{Text: b.blockName(block) + ".", Strong: true}, {Text: " "}}
	for _, para := range block.Caption {
		parts = append(parts, para.Inlines...)
	}
	for _, note := range b.tableNotes(block) {
		parts = append(parts, content.Inline{Text: " " + note})
	}
	return parts
}

// tableNotes explain the signs in a table.
func (b *topicBuilder) tableNotes(block *content.Block) []string {
	var notes []string
	if block.Compare && b.anyInside(block) {
		notes = append(notes, b.terms.MarginNote())
	}
	if slices.ContainsFunc(figuresOf(block), b.r.Withheld().Any) {
		notes = append(notes, b.withheldNote(block))
	}
	return notes
}

// insideMark follows a change that lies inside its margin of error.
const insideMark = "*"

// anyInside says whether a comparison has such a change.
func (b *topicBuilder) anyInside(block *content.Block) bool {
	for _, f := range block.Figures {
		if slices.ContainsFunc(b.compared(f).Rows, func(r component.TableRow) bool { return r.Mark != "" }) {
			return true
		}
	}
	return false
}

func (b *topicBuilder) single(groups []component.TableGroup) component.Table {
	return component.Table{
		Summary: b.terms.QuestionsAnswers, Corner: b.terms.QuestionsAnswers, Groups: groups, Dense: true,
		Columns: []component.TableColumn{
			{Width: 15, Head: b.terms.Number}, {Width: 15, Head: b.terms.PercentHead},
		},
	}
}

func (b *topicBuilder) groups(block *content.Block) []component.TableGroup {
	var groups []component.TableGroup
	for _, f := range block.Figures {
		g := component.TableGroup{Title: tableTitle(f), Bases: []string{b.base(f), ""}, Place: flow.Place(f.Pos)}
		for i, a := range f.Answers {
			g.Rows = append(g.Rows, component.TableRow{
				Label: component.Clean(a.Label), Values: []string{b.counted(f, i), b.shared(f, i)},
			})
		}
		groups = append(groups, g)
	}
	return groups
}

func tableTitle(f *content.Figure) string {
	if f.Title != "" {
		return component.Clean(f.Title)
	}
	return component.Clean(f.Question)
}

func (b *topicBuilder) base(f *content.Figure) string {
	return b.terms.NEquals + "\u00a0" + b.number(f)
}

// comparison is a table of two years: a dash where the earlier year has no such answer.
func (b *topicBuilder) comparison(block *content.Block) component.Table {
	now, then, _ := years(block)
	t := component.Table{
		Summary: b.terms.QuestionsAnswers, Corner: b.terms.QuestionsAnswers,
		Columns: []component.TableColumn{
			{Width: countColumn, Head: b.terms.Number, Top: strconv.Itoa(then)}, {Width: percentColumn, Head: b.terms.PercentHead},
			{Width: countColumn, Head: b.terms.Number, Top: strconv.Itoa(now)}, {Width: percentColumn, Head: b.terms.PercentHead},
			{Width: changeColumn, Head: b.terms.PointsShort, Top: b.terms.Change, Bold: true},
		},
	}
	for _, f := range block.Figures {
		t.Groups = append(t.Groups, b.compared(f))
	}
	t.Dense = component.Dense(t.Groups)
	return t
}

// compared is a question in two years. Answers that are comparable only together (bands that were cut
// otherwise) have a row together, and below it a row each for this year's.
func (b *topicBuilder) compared(f *content.Figure) component.TableGroup {
	g := component.TableGroup{Title: tableTitle(f), Bases: []string{"", "", b.base(f), "", ""}, Place: flow.Place(f.Pos)}
	if f.Compare != nil {
		g.Bases[0] = b.base(f.Compare)
	}
	done := make([]bool, len(f.Answers))
	for i, a := range f.Answers {
		m := mergeWith(f, i)
		switch {
		case done[i]:
		case m == nil || len(m.Now) == 1:
			g.Rows = append(g.Rows, b.comparedRow(f, component.Clean(a.Label), i))
		default:
			g.Rows = append(g.Rows, b.comparedRow(f, component.Clean(m.Label), m.Now...))
			for _, k := range m.Now {
				row := b.comparedRow(f, "– "+component.Clean(f.Answers[k].Label), k)
				g.Rows, done[k] = append(g.Rows, row), true
			}
		}
	}
	return g
}

// mergeWith is the merge that an answer belongs to, or nil.
func mergeWith(f *content.Figure, answer int) *content.Merge {
	for i := range f.Merge {
		if slices.Contains(f.Merge[i].Now, answer) {
			return &f.Merge[i]
		}
	}
	return nil
}

// comparedRow is counts and shares of answers in both years and their change; a dash stands for what the
// earlier year does not have.
func (b *topicBuilder) comparedRow(f *content.Figure, label string, answers ...int) component.TableRow {
	none, mark := b.terms.NotGiven, ""
	values := []string{none, none, b.counted(f, answers...), b.shared(f, answers...), none}
	if then, ok := f.Earlier(answers...); ok {
		values[0], values[1] = b.counted(f.Compare, then...), b.shared(f.Compare, then...)
		values[4] = colon
		if !b.r.Withheld().Change(f, answers...) {
			change, _ := f.Change(answers...)
			values[4] = b.locale.Signed(change)
			if f.Insignificant(answers...) {
				mark = insideMark
			}
		}
	}
	return component.TableRow{Label: label, Values: values, Mark: mark}
}
