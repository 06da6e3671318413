package wording

import "rapport/content"

// noBreakSpace holds a number and its word on one line.
const noBreakSpace = "\u00a0"

// count is how many gave some answers, or a colon.
func (w *Words) count(f *content.Figure, answers ...int) string {
	return w.withheld.Share(f, answers...).Count().Text(w.locale.Decimal)
}

// percent is the share of some answers with one decimal, without the sign, or a colon.
func (w *Words) percent(f *content.Figure, answers ...int) string {
	return w.withheld.Share(f, answers...).Percent(1).Text(w.locale.Decimal)
}

// answered is how many answered a question, or a colon.
func (w *Words) answered(f *content.Figure) string {
	return w.withheld.Answered(f).Text(w.locale.Decimal)
}

// base is "n = 62", or "n = :".
func (w *Words) base(f *content.Figure) string {
	return w.Terms.NEquals + noBreakSpace + w.answered(f)
}
