package content

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// CSV is every count that the report shows as a table in UTF-8 (RFC 4180: commas, CRLF, quotes
// where they are needed): survey, figure, question, answer, count, n, percent with one decimal and
// a point, source. A colon stands for a number that is withheld. Rows stand in the order of the
// surveys, figures and answers; an earlier year that is shown beside a figure follows it. A
// free-text question is one row without an answer, its count out of those who were asked.
func (r *Report) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{{"survey", "figure", "question", "answer", "count", "n", "percent",
		"source"}}
	for _, f := range r.Shown() {
		rows = append(rows, f.rows(r.Withheld())...)
	}
	if err := w.WriteAll(rows); err != nil { // a bytes.Buffer never fails
		panic(err)
	}
	return b.Bytes()
}

// Shown is every figure that the report shows somewhere, in the order of its surveys; an earlier
// year's figure of a survey that the report does not name follows the one that it is shown beside.
func (r *Report) Shown() []*Figure {
	shown := map[*Figure]bool{}
	r.show(func(f *Figure, compared bool) {
		if f == nil {
			return
		}
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
			if f.Compare != nil && shown[f] && r.Survey(f.Compare.Survey.ID) == nil {
				add(f.Compare)
			}
		}
	}
	return all
}

// show calls see for every place that shows a figure; compared says that its earlier year is shown
// too.
func (r *Report) show(see func(f *Figure, compared bool)) {
	see(r.Cover.Ring, false)
	if r.Key != nil {
		see(r.Key.Hero.Figure, true)
		for _, k := range r.Key.Figures {
			see(k.Figure, true)
		}
	}
	chapters := r.Chapters
	if r.Method != nil {
		chapters = append(chapters[:len(chapters):len(chapters)], r.Method)
	}
	for _, ch := range chapters {
		if ch.Opener != nil {
			see(ch.Opener.Figure, false)
		}
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				b.show(see)
			}
		}
	}
}

func (b *Block) show(see func(f *Figure, compared bool)) {
	for _, f := range b.Figures {
		see(f, b.Compare)
	}
	for _, m := range b.Measures {
		see(m.Figure, true)
	}
	for _, th := range b.Themes {
		see(th.Figure, false)
	}
	for _, it := range b.Items {
		it.Figure.show(see)
	}
}

// rows are the figure's lines of CSV; a colon stands for what is withheld.
func (f *Figure) rows(w Withheld) [][]string {
	source := f.Source
	if source == "" {
		source = f.Survey.Source
	}
	if source == "" {
		source = f.Survey.Title
	}
	row := func(answer string, share Share) []string {
		return []string{f.Survey.ID, f.ID, soft(f.Question), soft(answer),
			share.Count().Text(Decimal.String),
			share.Base().Text(Decimal.String), share.Percent(1).Text(Decimal.String), soft(source)}
	}
	if f.Kind == Open {
		return [][]string{row("", w.Response(f))}
	}
	var rows [][]string
	for i, a := range f.Answers {
		rows = append(rows, row(a.Label, w.Share(f, i)))
	}
	return rows
}

// soft takes out soft hyphens, which are for the page alone.
func soft(s string) string { return strings.ReplaceAll(s, "\u00ad", "") }
