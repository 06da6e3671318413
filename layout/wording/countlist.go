package wording

import (
	"slices"

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
	Pos          content.Pos
}

// CountList gives the counts of a block's figure in the order of its chart, the total last. Where
// several answers were possible there is no total, because the counts do not add up to it.
func (w *Words) CountList(b *content.Block) CountList {
	f := b.Figures[0]
	highlight := b.Highlighted(f)
	list := CountList{Heading: w.Terms.NumberOfAnswers}
	for _, i := range charts.Sorted(f, w.withheld) {
		list.Rows = append(list.Rows, Count{
			Label: Clean(f.Answers[i].Label), Value: w.count(f, i), Pos: f.Answers[i].Pos,
			Highlight: slices.Contains(highlight, i),
		})
	}
	if f.Kind != content.Multiple {
		total := Count{Label: w.Terms.TotalAnswers, Value: w.answered(f), Total: true,
			Pos: f.Pos}
		list.Rows = append(list.Rows, total)
	}
	return list
}
