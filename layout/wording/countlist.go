package wording

import (
	"rapport/charts"
	"rapport/content"
)

// CountList is the answers to a question with their counts.
type CountList struct {
	Heading string
	Rows    []Count
}

// Count is a row of a count list.
type Count struct {
	Label, Value string
	Highlight    bool // the answer that the author points out
	Total        bool // the last row: how many answered
}

// CountList gives a figure's counts in the order of its chart, the total last. Where several
// answers were possible there is no total, because the counts do not add up to it.
func (w *Words) CountList(f *content.Figure) CountList {
	list := CountList{Heading: w.Terms.NumberOfAnswers}
	for _, i := range charts.Sorted(f, w.withheld) {
		list.Rows = append(list.Rows, Count{
			Label: Clean(f.Answers[i].Label), Value: w.count(f, i),
			Highlight: len(f.Highlight) > 0 && f.Highlight[0] == i,
		})
	}
	if f.Kind != content.Multiple {
		total := Count{Label: w.Terms.TotalAnswers, Value: w.answered(f), Total: true}
		list.Rows = append(list.Rows, total)
	}
	return list
}
