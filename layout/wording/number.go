package wording

import "rapport/content"

// colon stands for a number that may not be published.
const colon = ":"

// noBreakSpace holds a number and its word on one line.
const noBreakSpace = "\u00a0"

// fewAnswers is the base under which counts lead and percentages come second (brief, section 5).
const fewAnswers = 30

// count is how many gave some answers, or a colon.
func (w *Words) count(f *content.Figure, answers ...int) string {
	if w.withheld.Sum(f, answers...) {
		return colon
	}
	return w.locale.Int(f.Sum(answers...))
}

// percent is the share of some answers with one decimal, without the sign, or a colon.
func (w *Words) percent(f *content.Figure, answers ...int) string {
	if w.withheld.Sum(f, answers...) {
		return colon
	}
	return w.locale.Decimal(f.Percent(1, answers...))
}

// answered is how many answered a question, or a colon.
func (w *Words) answered(f *content.Figure) string {
	if w.withheld.Base(f) {
		return colon
	}
	return w.locale.Int(f.N)
}

// base is "n = 62", or "n = :".
func (w *Words) base(f *content.Figure) string {
	return w.Terms.NEquals + noBreakSpace + w.answered(f)
}
