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
	Detail  string // "31 av 62 svar, august 2021. I 2020: 49 %."
	// Dots are how many people the figure is about and Filled how many of them it counts, 0 when
	// that is withheld. Without Dots even the first may not be published.
	Dots, Filled int
}

// KeyFigure gives the words of a key figure. When fewer than 30 answered, counts lead and the share
// comes in the detail. In an edition it is the group's, and the detail says so.
func (w *Words) KeyFigure(k content.KeyFigure) KeyFigure {
	own, words := w.whom(k)
	share := w.withheld.KeyFigure(own)
	out := KeyFigure{OutOf: share.OutOf(w.locale), Text: Clean(k.Text), Detail: w.detail(own, share)}
	switch _, _, ok := w.report.InEdition(k); {
	case ok:
		out.Detail += " " + words
	case words != "":
		out.Detail = w.Terms.All + ": " + out.Detail
		if words = w.silent(k); words != "" {
			out.Detail += " " + words
		}
	}
	out.Number = out.OutOf
	if share.Published() && !share.Few() {
		out.Number, out.Percent = share.Percent(0).Text(w.locale.Decimal), true
	}
	if count, _, ok := share.Value(); ok {
		out.Filled = count
	}
	if base, ok := share.Base().Value(); ok {
		out.Dots = int(base.Units)
	}
	return out
}

// Opener is the figure of a chapter's opener: the chapter's own, or how many of those who were
// invited answered the cover's survey. It is not ok when the report has no survey that knows that.
func (w *Words) Opener(ch *content.Chapter) (k KeyFigure, ok bool) {
	if ch.Opener != nil {
		return w.dated(*ch.Opener), true
	}
	survey := w.report.Cover.Survey
	if survey == nil && len(w.report.Surveys) > 0 {
		survey = w.report.Surveys[0]
	}
	if survey == nil || survey.Invited == 0 {
		return KeyFigure{}, false
	}
	return w.dated(content.KeyFigure{Survey: survey, Text: w.Terms.WhoAnswered()}), true
}

// whom is a key figure as an edition shows it, and whose number that is: the group's beside everyone's,
// "Vestland 43 %, alle 45 %.", or everyone's, "Alle 45 %.", where the group's is not known or withheld. In
// the report for everyone there are no words.
func (w *Words) whom(k content.KeyFigure) (own content.KeyFigure, words string) {
	if w.report.Edition == nil {
		return k, ""
	}
	all := w.Terms.All + " " + w.leading(k)
	own, _, ok := w.report.InEdition(k)
	if !ok {
		return k, strings.TrimSpace(all + ". " + w.silent(k))
	}
	all = strings.ToLower(w.Terms.All) + " " + w.leading(k)
	return own, w.audience() + " " + w.leading(own) + ", " + all + "."
}

// silent says that a group's number is withheld: "Vestland holdt tilbake."; else it is nothing.
func (w *Words) silent(k content.KeyFigure) string {
	if _, withheld, _ := w.report.InEdition(k); withheld {
		return w.audience() + " " + w.Terms.Withheld + "."
	}
	return ""
}

// audience is the label of the edition's group.
func (w *Words) audience() string { return content.WithoutSoftHyphens(w.report.Edition.Label) }

// leading is the number of a key figure in a sentence.
func (w *Words) leading(k content.KeyFigure) string {
	share := w.withheld.KeyFigure(k)
	if !share.Published() {
		return w.Terms.Withheld
	}
	return share.Leading(w.locale)
}

// dated is a key figure whose words tell when it was asked, for a place without its detail.
func (w *Words) dated(k content.KeyFigure) KeyFigure {
	out := w.KeyFigure(k)
	if _, words := w.whom(k); words != "" {
		out.Text += content.FullStop(out.Text) + " " + words
	}
	if when := w.when(asked(k)); when != "" && !tells(out.Text, asked(k)) {
		out.Text += content.FullStop(out.Text) + " " + unparted(content.Capital(when)) + "."
	}
	return out
}

// detail is "31 av 62 svar, august 2021. I 2020: 49 %.": when it was asked, if not in the report's
// year, and the last part when the figure has an earlier year; when few answered, "38 %." and the
// earlier count.
func (w *Words) detail(k content.KeyFigure, share content.Share) string {
	var what string
	count, base, published := share.Value()
	switch {
	case !published:
		what = content.Colon + " " + w.Terms.Withheld
	case share.Few():
		what = share.Percent(0).Text(w.locale.Percent)
	default:
		what = w.Terms.OutOf(count, base, k.Figure == nil)
	}
	if when := w.when(asked(k)); when != "" && !tells(k.Text, asked(k)) {
		what += ", " + when
	}
	words := []string{what + "."}
	if k.Figure != nil {
		if then, ok := k.Figure.Earlier(k.Answers...); ok {
			f := k.Figure.Compare
			earlier := w.Terms.Withheld
			if share := w.withheld.Share(f, then...); share.Published() {
				earlier = share.Leading(w.locale)
			}
			words = append(words, w.Terms.InYear(f.Survey.Year, earlier))
		}
	}
	return strings.Join(words, " ")
}
