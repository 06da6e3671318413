package charts

import "rapport/content"

// Sorted gives the indices of a figure's answers in the order in which a chart shows them, so that
// a list beside the chart can follow it: largest first, in natural order when the answers have one,
// residual answers last, withheld ones after the published.
func Sorted(f *content.Figure, w content.Withheld) []int {
	rows := rowsOf(f, w)
	order := make([]int, len(rows))
	for i, r := range rows {
		order[i] = r.index
	}
	return order
}
