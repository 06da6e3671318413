package content

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"

	"rapport/content/language"
	"rapport/content/workbook"
)

// CSV is every count that the report shows as a table in UTF-8 (RFC 4180: commas, CRLF, quotes
// where they are needed): survey, figure, question, answer, count, n, percent with one decimal and
// a point, source. A colon stands for a number that is withheld. Rows stand in the order of the
// surveys, figures and answers; an earlier year that is shown beside a figure follows it. A
// free-text question is one row without an answer, its count out of those who were asked. Where
// groups are shown all rows have two columns more, by and group: the question whose answer the group
// gave and what the group is called, both empty of everyone. Groups follow their question. A text
// that a spreadsheet would take for a formula has an apostrophe before it.
func (r *Report) CSV() []byte { return r.csv(r.Shown()) }

// CSVOf is the lines of CSV of what a block shows, an earlier year after the one it stands beside.
func (r *Report) CSVOf(b *Block) []byte {
	var all []*Figure
	add := func(f *Figure) {
		if f != nil && !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	b.Show(func(f *Figure, compared bool) {
		add(f)
		if compared {
			add(f.Compare)
		}
	})
	return r.csv(all)
}

func (r *Report) csv(figures []*Figure) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	lines := [][]string{{"survey", "figure", "question", "answer", "count", "n", "percent",
		"source"}}
	grouped := slices.ContainsFunc(figures, func(f *Figure) bool { return f.Within != nil })
	if grouped {
		lines[0] = append(lines[0], "by", "group")
	}
	for _, f := range figures {
		for _, row := range rows(f, r.Withheld()) {
			if grouped {
				row = append(row, groupOf(f)...)
			}
			lines = append(lines, row)
		}
	}
	if err := w.WriteAll(lines); err != nil { // a bytes.Buffer never fails
		panic(err)
	}
	return b.Bytes()
}

// Shown is every figure that the report shows somewhere, in the order of its surveys; an earlier
// year's figure of a survey that the report does not name follows the one that it is shown beside.
func (r *Report) Shown() []*Figure {
	shown := map[*Figure]bool{}
	r.Show(func(f *Figure, compared bool) {
		shown[f] = true
		if compared && f.Compare != nil {
			shown[f.Compare] = true
		}
	})
	var all []*Figure
	listed := map[*Figure]bool{}
	add := func(f *Figure) {
		if shown[f] && !listed[f] {
			listed[f] = true
			all = append(all, f)
		}
	}
	for _, s := range r.Surveys {
		for _, f := range s.Figures {
			add(f)
			for _, b := range f.Breakdowns {
				for _, g := range b.Groups {
					add(g.Figure)
				}
			}
			for g := f; g.Compare != nil && shown[g] && !listed[g.Compare]; g = g.Compare {
				if r.Survey(g.Compare.Survey.ID) != nil {
					break
				}
				add(g.Compare)
			}
		}
	}
	return all
}

// groupOf is by which question a figure is a group's, and what the group is called; both are empty
// of everyone.
func groupOf(f *Figure) []string {
	if f.Within == nil {
		return []string{"", ""}
	}
	return []string{f.Within.Breakdown.By.ID, csvText(f.Within.Label)}
}

// rows are a figure's lines of CSV; a colon stands for what is withheld.
func rows(f *Figure, w Withheld) [][]string {
	from := cmp.Or(f.Source, f.Survey.Source, f.Survey.Title)
	row := func(answer string, share Share) []string {
		return []string{f.Survey.ID, f.ID, csvText(f.Question), csvText(answer),
			share.Count().Text(Decimal.String), share.Base().Text(Decimal.String),
			share.Percent(1).Text(Decimal.String), csvText(from)}
	}
	if f.Kind == Open {
		return [][]string{row("", w.Response(f))}
	}
	var lines [][]string
	for i, a := range f.Answers {
		lines = append(lines, row(a.Label, w.Share(f, i)))
	}
	return lines
}

// csvText is a text as CSV has it: no soft hyphens, and nothing that begins a formula.
func csvText(s string) string {
	s = language.WithoutSoftHyphens(s)
	if workbook.Formula(s) {
		return "'" + s
	}
	return s
}
