package wording

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapport/charts"
	"rapport/content"
)

// Finding is what a figure says, for where it stands alone: its own finding, the headline of its
// topic when it is the first figure there or has no other words, or else its heading, title or
// question.
func (w *Words) Finding(b *content.Block) string {
	ofTopic := func(f *content.Block) bool { return f.Topic == b.Topic }
	switch {
	case b.Finding != "":
		return Clean(b.Finding)
	case w.report.Figures[slices.IndexFunc(w.report.Figures, ofTopic)] == b:
		return Clean(b.Topic.Headline)
	case b.Heading != "":
		return Clean(b.Heading)
	case len(b.Figures) > 0:
		return title(b.Figures[0])
	}
	return Clean(b.Topic.Headline)
}

// mostBase is how long a base with its time may be to stand on one line.
const mostBase = 40

// Alone is what stands below a chart that stands alone: the question, how it is read, how many
// answered, and when. more is how many of its rows the chart does not show.
func (w *Words) Alone(b *content.Block, chart charts.Chart, more int) string {
	var parts []string
	if len(b.Figures) > 0 {
		asked := b.Figures[0]
		what := Clean(asked.Question)
		if len(b.Figures) > 1 || what == "" {
			what = Clean(b.Topic.Question)
		}
		if what == "" {
			what = title(asked)
		}
		parts = append(parts, what+content.FullStop(what))
	}
	parts = append(parts, w.captionNotes(b, chart, false)...)
	if more > 0 {
		parts = append(parts, w.Terms.LeftOut(more))
	}
	var last []string
	if chart.Base != "" {
		last = append(last, strings.ReplaceAll(chart.Base, " ", noBreakSpace))
	}
	if when := w.periods(b); len(when) == 1 { // a base of several says of which years
		last = append(last, when[0])
	}
	base := strings.Join(last, " · ")
	if utf8.RuneCountInString(base) <= mostBase {
		base = strings.ReplaceAll(base, " ", noBreakSpace)
	}
	return strings.Join(append(parts, base), " ")
}

// periods are the times of the surveys that a block's figures are of.
func (w *Words) periods(b *content.Block) []string {
	var all []string
	for _, f := range figuresOf(b) {
		when := Clean(f.Survey.Period)
		if when == "" {
			when = strconv.Itoa(f.Survey.Year)
		}
		if !slices.Contains(all, when) {
			all = append(all, when)
		}
	}
	return all
}
