package wording

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content"
)

// Table is the answers to questions as numbers.
type Table struct {
	Corner  string // head of the column of answers, and what the table is in a word
	Columns []Column
	Groups  []TableGroup
}

// Column is the head of a column of numbers.
type Column struct {
	Top  string // above this column and those after it without one; "" belongs to the one before
	Head string
	Kind ColumnKind
}

// ColumnKind says what the numbers of a column are.
type ColumnKind uint8

// Kinds of columns.
const (
	Counts ColumnKind = iota
	Percents
	Changes // in percentage points
)

// TableGroup is a question with its answers.
type TableGroup struct {
	Figure *content.Figure
	Title  string
	Bases  []string // one for each column, "n = 62" or ""
	Rows   []TableRow
}

// TableRow is an answer with a value for each column.
type TableRow struct {
	Label  string
	Part   bool // of the row above it that has none
	Values []string
	Mark   string // follows the last value
	Pos    content.Pos
}

// insideMark follows a change that lies inside its margin of error.
const insideMark = "*"

// Table gives a table block's numbers: counts and shares and, when it compares, those of both years
// and the change.
func (w *Words) Table(b *content.Block) Table {
	t := Table{Corner: w.Terms.QuestionsAnswers, Columns: w.columns(b)}
	for _, f := range b.Figures {
		if b.Compare {
			t.Groups = append(t.Groups, w.compared(f))
		} else {
			t.Groups = append(t.Groups, w.single(f))
		}
	}
	return t
}

func (w *Words) columns(b *content.Block) []Column {
	counts := Column{Head: w.Terms.Number, Kind: Counts}
	percents := Column{Head: w.Terms.PercentHead, Kind: Percents}
	if !b.Compare {
		return []Column{counts, percents}
	}
	now, then, _ := years(b)
	before, after := counts, counts
	before.Top, after.Top = strconv.Itoa(then), strconv.Itoa(now)
	change := Column{Head: w.Terms.PointsShort, Top: w.Terms.Change, Kind: Changes}
	return []Column{before, percents, after, percents, change}
}

// single is a question in one year.
func (w *Words) single(f *content.Figure) TableGroup {
	g := TableGroup{Figure: f, Title: title(f), Bases: []string{w.base(f), ""}}
	for i, a := range f.Answers {
		values := []string{w.count(f, i), w.percent(f, i)}
		g.Rows = append(g.Rows, TableRow{Label: Clean(a.Label), Values: values, Pos: a.Pos})
	}
	return g
}

// compared is a question in two years. Answers that are comparable only together (bands that were
// cut otherwise) have a row together, and below it a row each for this year's.
func (w *Words) compared(f *content.Figure) TableGroup {
	g := TableGroup{Figure: f, Title: title(f), Bases: []string{"", "", w.base(f), "", ""}}
	if f.Compare != nil {
		g.Bases[0] = w.base(f.Compare)
	}
	done := make([]bool, len(f.Answers))
	for i, a := range f.Answers {
		m := mergeWith(f, i)
		switch {
		case done[i]:
		case m == nil || len(m.Now) == 1:
			g.Rows = append(g.Rows, w.comparedRow(f, Clean(a.Label), i))
		default:
			g.Rows = append(g.Rows, w.comparedRow(f, Clean(m.Label), m.Now...))
			for _, k := range m.Now {
				row := w.comparedRow(f, Clean(f.Answers[k].Label), k)
				row.Part = true
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

// comparedRow is counts and shares of answers in both years and their change; a dash stands for
// what the earlier year does not have.
func (w *Words) comparedRow(f *content.Figure, label string, answers ...int) TableRow {
	count, percent, none := w.count(f, answers...), w.percent(f, answers...), w.Terms.NotGiven
	row := TableRow{Label: label, Values: []string{none, none, count, percent, none},
		Pos: f.Answers[answers[0]].Pos}
	then, ok := f.Earlier(answers...)
	if !ok {
		return row
	}
	row.Values[0], row.Values[1] = w.count(f.Compare, then...), w.percent(f.Compare, then...)
	change := w.withheld.Share(f, answers...).Since(w.withheld.Share(f.Compare, then...))
	row.Values[4] = change.Text(w.locale.Signed)
	if w.withheld.Insignificant(f, answers...) {
		row.Mark = insideMark
	}
	return row
}

// TableTitle is what stands above a table: its name, which it has even where figures are not numbered,
// the author's words, and when it was asked.
func (w *Words) TableTitle(b *content.Block) []content.Inline {
	parts := w.label(b)
	if words := inlines(b.Caption); len(words) > 0 {
		parts = append(parts, words...)
	} else {
		parts = parts[:1]
	}
	if b.Compare {
		return parts // the heads of its columns are years
	}
	if period := w.period(b.Figures, flat(parts)); period != "" {
		parts = append(parts, content.Inline{Text: from(period)})
	}
	return parts
}

// TableName is what a table is called on the pages on which it goes on.
func (w *Words) TableName(b *content.Block) string { return w.blockName(b) }

// TableNote is what stands below a table: what the signs in it mean, and what it leaves out; nil where
// it has nothing of that kind.
func (w *Words) TableNote(b *content.Block, t Table) []content.Inline {
	notes := w.signs(b, t.marked(), slices.ContainsFunc(figuresOf(b), w.withheld.Any))
	if note := w.partial(b.Figures); note != "" {
		notes = append(notes, note)
	}
	if len(notes) == 0 {
		return nil
	}
	return []content.Inline{{Text: strings.Join(notes, " ")}}
}

// partial names the questions of which not all options are in a table.
func (w *Words) partial(figures []*content.Figure) string {
	var titles []string
	for _, f := range figures {
		if f.Partial {
			titles = append(titles, title(f))
		}
	}
	if len(titles) == 0 {
		return ""
	}
	all := strings.Join(titles, "; ")
	return strings.TrimSuffix(w.Terms.SomeOptions, ".") + ": " + all + content.FullStop(all)
}

// marked reports whether a row has a mark.
func (t Table) marked() bool {
	for _, g := range t.Groups {
		if slices.ContainsFunc(g.Rows, func(r TableRow) bool { return r.Mark != "" }) {
			return true
		}
	}
	return false
}
