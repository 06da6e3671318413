package content

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// CSV is every count of every survey of the report as a table in UTF-8 (RFC 4180: commas, CRLF, quotes
// where they are needed): survey, figure, question, answer, count, n, percent with one decimal and a
// point, source. Rows stand in the order of the surveys, figures and answers. A free-text question is
// one row without an answer.
func (r *Report) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{{"survey", "figure", "question", "answer", "count", "n", "percent", "source"}}
	for _, s := range r.Surveys {
		for _, f := range s.Figures {
			rows = append(rows, f.rows()...)
		}
	}
	if err := w.WriteAll(rows); err != nil { // a bytes.Buffer never fails
		panic(err)
	}
	return b.Bytes()
}

// rows are the figure's lines of CSV.
func (f *Figure) rows() [][]string {
	source := f.Source
	if source == "" {
		source = f.Survey.Source
	}
	if source == "" {
		source = f.Survey.Title
	}
	row := func(answer string, count int) []string {
		return []string{f.Survey.ID, f.ID, soft(f.Question), soft(answer), strconv.Itoa(count), strconv.Itoa(f.N),
			Percent(count, f.N, 1).String(), soft(source)}
	}
	if f.Kind == Open {
		open := row("", f.N)
		open[5], open[6] = strconv.Itoa(f.Asked), Percent(f.N, f.Asked, 1).String()
		return [][]string{open}
	}
	var rows [][]string
	for i, a := range f.Answers {
		rows = append(rows, row(a.Label, f.Sum(i)))
	}
	return rows
}

// soft takes out soft hyphens, which are for the page alone.
func soft(s string) string { return strings.ReplaceAll(s, "\u00ad", "") }
