package content

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapport/content/language"
	"rapport/content/workbook"
)

// Place says where a figure stands in a finished report: what it is called there, "" for nothing,
// and the number of the page, 0 for none.
type Place struct {
	Name string
	Page int
}

// Workbook is every count that the report shows, as CSV has them, as a workbook for people (Office
// Open XML): a sheet a survey, numbers as numbers, and links to the pages of a PDF of that file
// name beside it. A report that shows no figure has a workbook with a head and no rows.
func (r *Report) Workbook(pdf string, placed func(*Figure) Place) ([]byte, error) {
	t := r.Terms()
	columns := []workbook.Column{{Head: t.Figure, Width: 18}, {Head: t.Question, Width: 44},
		{Head: t.Answer, Width: 36}, {Head: t.Number, Width: 10}, {Head: "n", Width: 8},
		{Head: t.PercentHead, Width: 10}, {Head: t.Source, Width: 30}}
	shown := r.Shown()
	grouped := slices.ContainsFunc(shown, func(f *Figure) bool { return f.Within != nil })
	if grouped { // beside the question
		columns = slices.Insert(columns, 2, workbook.Column{Head: t.Group, Width: 24})
	}
	b := workbook.Book{Title: language.WithoutSoftHyphens(r.Title), Creator: r.Publisher,
		Language: r.Language, Date: r.Date}
	sheets := map[*Survey]int{}
	for _, f := range shown {
		if _, ok := sheets[f.Survey]; !ok {
			sheets[f.Survey] = len(b.Sheets)
			b.Sheets = append(b.Sheets, workbook.Sheet{Name: sheetName(f.Survey), Columns: columns})
		}
		s := &b.Sheets[sheets[f.Survey]]
		for _, row := range r.cells(f, pdf, placed(f)) {
			if grouped {
				row = slices.Insert(row, 2, workbook.Cell{Text: groupName(f)})
			}
			s.Rows = append(s.Rows, row)
		}
	}
	if len(b.Sheets) == 0 {
		b.Sheets = []workbook.Sheet{{Name: b.Title, Columns: columns}}
	}
	var out bytes.Buffer
	err := b.Write(&out)
	return out.Bytes(), err
}

// groupName is what the group of a figure's answers is called: "" of everyone.
func groupName(f *Figure) string {
	if f.Within == nil {
		return ""
	}
	return language.WithoutSoftHyphens(f.Within.Label)
}

// sheetName is a survey's title with its year, which stays when the title is too long for the name
// of a sheet.
func sheetName(s *Survey) string {
	title, year := language.WithoutSoftHyphens(s.Title), strconv.Itoa(s.Year)
	if strings.Contains(title, year) && utf8.RuneCountInString(title) <= workbook.MaxName {
		return title
	}
	room := workbook.MaxName - len(" ") - len(year)
	if runes := []rune(title); len(runes) > room {
		title = strings.TrimSpace(string(runes[:room]))
	}
	return title + " " + year
}

// cells are a figure's rows; the first one leads to its page.
func (r *Report) cells(f *Figure, pdf string, at Place) [][]workbook.Cell {
	var link workbook.Cell
	if at.Page > 0 {
		page := r.Terms().Page + " " + strconv.Itoa(at.Page)
		link = workbook.Cell{Text: page,
			Link: workbook.Target(pdf) + "#page=" + strconv.Itoa(at.Page)}
		if at.Name != "" {
			link.Text = at.Name + ", " + page
		}
	}
	from := language.WithoutSoftHyphens(cmp.Or(f.Source, f.Survey.Source, f.Survey.Title))
	row := func(answer string, share Share) []workbook.Cell {
		return []workbook.Cell{link, {Text: language.WithoutSoftHyphens(f.Question)},
			{Text: language.WithoutSoftHyphens(answer)}, cell(share.Count()), cell(share.Base()),
			cell(share.Percent(1)), {Text: from}}
	}
	w := r.Withheld()
	if f.Kind == Open {
		return [][]workbook.Cell{row("", w.Response(f))}
	}
	var rows [][]workbook.Cell
	for i, a := range f.Answers {
		rows = append(rows, row(a.Label, w.Share(f, i)))
	}
	return rows
}

// cell is a number as far as it may be shown.
func cell(s Shown) workbook.Cell {
	number, ok := s.Value()
	if !ok {
		return workbook.Cell{Text: s.Text(Decimal.String)}
	}
	return workbook.Cell{Number: number.String(), Places: number.Places}
}
