package wording

import (
	"strings"

	"rapport/content"
)

// KeyFigure is a large number, what it means and what is behind it.
type KeyFigure struct {
	Number  string // "50", or "9 av 24" when few answered or the count is withheld
	Percent bool   // Number is per cent, whose sign stands beside it
	OutOf   string // "31 av 62"; ": av 62" or ":" when withheld
	Text    string // the author's
	Detail  string // "31 av 62 svar. I 2020: 49 %."
	// Dots are how many people the figure is about and Filled how many of them it counts, 0 when
	// that is withheld. Without Dots even the first may not be published.
	Dots, Filled int
}

// KeyFigure gives the words of a key figure. When fewer than 30 answered, counts lead and the share
// comes in the detail.
func (w *Words) KeyFigure(k content.KeyFigure) KeyFigure {
	out := KeyFigure{
		Number: w.outOf(k), OutOf: w.outOf(k), Text: Clean(k.Text), Detail: w.detail(k),
		Dots: k.Base(), Filled: k.Count(),
	}
	if k.Base() >= fewAnswers && !w.secret(k) {
		out.Number, out.Percent = w.locale.Decimal(share(k)), true
	}
	if w.secret(k) {
		out.Filled = 0
	}
	if w.closed(k) {
		out.Dots = 0
	}
	return out
}

// Opener is the figure of a chapter's opener: the chapter's own, or how many of those who were
// invited answered the cover's survey. It is not ok when the report has no survey that knows that.
func (w *Words) Opener(ch *content.Chapter) (k KeyFigure, ok bool) {
	if ch.Opener != nil {
		return w.KeyFigure(*ch.Opener), true
	}
	survey := w.report.Cover.Survey
	if survey == nil && len(w.report.Surveys) > 0 {
		survey = w.report.Surveys[0]
	}
	if survey == nil || survey.Invited == 0 {
		return KeyFigure{}, false
	}
	return w.KeyFigure(content.KeyFigure{Survey: survey, Text: w.Terms.WhoAnswered()}), true
}

// share is a key figure in whole per cent.
func share(k content.KeyFigure) content.Decimal { return content.Percent(k.Count(), k.Base(), 0) }

// secret says whether a key figure's count may not be published.
func (w *Words) secret(k content.KeyFigure) bool {
	return k.Figure != nil && w.withheld.Sum(k.Figure, k.Answers...)
}

// closed says whether even the base of a key figure may not be published.
func (w *Words) closed(k content.KeyFigure) bool {
	return k.Figure != nil && w.withheld.Base(k.Figure)
}

// outOf is "31 av 62", ": av 62" when the first is withheld, ":" when both are.
func (w *Words) outOf(k content.KeyFigure) string {
	switch {
	case w.closed(k):
		return colon
	case w.secret(k):
		return colon + noBreakSpace + w.Terms.Of + noBreakSpace + w.locale.Int(k.Base())
	}
	return w.locale.Share(k.Count(), k.Base())
}

// detail is "31 av 62 svar. I 2020: 49 %.", the last part when the figure has an earlier year;
// when few answered, "38 %." and the earlier count.
func (w *Words) detail(k content.KeyFigure) string {
	words := []string{w.Terms.OutOf(k.Count(), k.Base(), k.Figure == nil) + "."}
	switch {
	case w.secret(k):
		words[0] = colon + " " + w.Terms.Withheld + "."
	case k.Base() < fewAnswers:
		words[0] = w.locale.Percent(share(k)) + "."
	}
	if k.Figure != nil {
		if then, ok := k.Figure.Earlier(k.Answers...); ok {
			f := k.Figure.Compare
			words = append(words, w.Terms.InYear(f.Survey.Year, w.earlier(f, then)))
		}
	}
	return strings.Join(words, " ")
}

// earlier is the share of some answers in an earlier year or, when few answered, their count.
func (w *Words) earlier(f *content.Figure, answers []int) string {
	switch {
	case w.withheld.Sum(f, answers...):
		return w.Terms.Withheld
	case f.N < fewAnswers:
		return w.locale.Share(f.Sum(answers...), f.N)
	}
	return w.locale.Percent(f.Percent(0, answers...))
}
