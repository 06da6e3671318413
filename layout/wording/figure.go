package wording

import (
	"rapport/charts"
	"rapport/content"
)

// Figure is what a figure block shows, as charts wants it. The alternative text ends with the
// block's finding or, without one, with the topic's headline.
func (w *Words) Figure(b *content.Block) charts.Data {
	finding := b.Finding
	if finding == "" {
		finding = Clean(b.Topic.Headline)
	}
	return charts.Data{
		Form: charts.Form(b.Form), Figures: b.Figures, Measures: b.Measures,
		Uncompared: b.Uncompared, Inside: b.Inside, Compare: b.Compare,
		By: b.By, Point: b.Point,
		Marked: b.Highlight, MarkedText: b.HighlightText,
		Title: Clean(b.Heading), Finding: finding,
		Language: w.report.Language, Withheld: w.withheld,
	}
}
