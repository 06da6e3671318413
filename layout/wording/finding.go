package wording

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content"
)

// Finding is a main finding: a key figure, how it changed, and where it is told.
type Finding struct {
	KeyFigure
	// Change is what became of the number, with the survey that it is of where that is not the
	// report's first: "Juni 2021. Ikke spurt før."
	Change string
	// Moved says that the change lies outside its margin of error.
	Moved bool
	ID    string // destination of the figure that shows it; "" where none does
	// Counted says that the number may be published, so that dots may show it.
	Counted bool
}

// muchTheSame is by how many whole per cents two shares may differ, as they are shown, and be told
// as the same. What differs more and lies inside its margin is told with the margin.
const muchTheSame = 1

// Findings are the main findings of the report, which must have some.
func (w *Words) Findings() []Finding {
	named := w.yearTold()
	var all []Finding
	for _, k := range w.report.Summary.Findings {
		f := Finding{KeyFigure: w.KeyFigure(k)}
		own, whom := w.whom(k)
		change, moved := w.since(own, named && own.Figure == k.Figure)
		f.Moved, f.Counted = moved, w.withheld.KeyFigure(own).Published()
		parts := []string{w.round(k), whom, change}
		parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
		f.Change = strings.Join(parts, " ")
		if b := w.report.Telling(k); b != nil {
			f.ID = BlockID(b)
		}
		all = append(all, f)
	}
	return all
}

// Alt describes the persons of a finding, of which a dot may stand for several.
func (w *Words) Alt(f Finding, oneDotStandsFor int) string {
	words := w.Terms.Forms.Name("dots") + ". " + f.OutOf + " " + f.Text + content.FullStop(f.Text)
	if oneDotStandsFor > 1 {
		words += " " + w.Terms.DotStandsFor(oneDotStandsFor)
	}
	return words
}

// round says when a finding was asked, "Juni 2021.", where it is of another survey than the report's
// first, or no word on the page says when that was.
func (w *Words) round(k content.KeyFigure) string {
	s := asked(k)
	first := len(w.report.Surveys) > 0 && s == w.report.Surveys[0]
	if s == nil || tells(k.Text, s) ||
		first && (s.Year == w.report.Year || tells(w.summed(), s)) {
		return ""
	}
	if s.Period == "" {
		return strconv.Itoa(s.Year) + "."
	}
	return content.Capital(Clean(s.Period)) + "."
}

// summed is what stands above the findings.
func (w *Words) summed() string {
	s := w.report.Summary
	return s.Headline + " " + s.Lead.Plain() + " " + s.Caveat
}

// since tells what became of a share since the earlier year, and whether that lies outside its
// margin. The year is added to it unless named.
func (w *Words) since(k content.KeyFigure, named bool) (change string, moved bool) {
	f := k.Figure
	if f == nil {
		return "", false
	}
	then, ok := f.Earlier(k.Answers...)
	switch {
	case !ok && f.Within != nil: // what became of everyone's is not the group's
		return "", false
	case !ok && (f.Compare != nil || f.Incomparable != ""):
		return w.Terms.NotComparable, false
	case !ok && w.compares():
		return w.Terms.NewQuestion, false
	case !ok:
		return "", false
	}
	year := f.Compare.Survey.Year
	now, before := w.withheld.Share(f, k.Answers...), w.withheld.Share(f.Compare, then...)
	if w.withheld.HidesChange(f, k.Answers...) || !now.Published() || !before.Published() {
		earlier := w.Terms.Withheld
		if before.Published() {
			earlier = before.Leading(w.locale)
		}
		return w.Terms.InYear(year, earlier), false
	}
	moves := direction(f, k.Answers)
	return w.moved(now, before, year, moves, named), moves != 0
}

// moved tells what became of a share: moves is the direction of a change outside its margin, 0 of one
// inside.
func (w *Words) moved(now, before content.Share, year, moves int, named bool) string {
	from := before.Leading(w.locale)
	after, _ := now.Percent(0).Value()
	earlier, _ := before.Percent(0).Value()
	apart := after.Minus(earlier).Abs().Units
	switch {
	case moves != 0:
		if apart == 0 { // of very many, a small part of a per cent is much
			from = before.Percent(1).Text(w.locale.Percent)
		}
		if !named {
			from = w.Terms.ThenIn(from, year)
		}
		return w.Terms.Changed(moves > 0, from)
	case apart <= muchTheSame:
		return w.Terms.AsIn(year, from)
	}
	return w.Terms.InYear(year, from) + " " + w.Terms.MaybeChance
}

// compares says whether the report has an earlier year at all, without which every question is new.
func (w *Words) compares() bool {
	for _, s := range w.report.Surveys {
		for _, f := range s.Figures {
			if f.Compare != nil {
				return true
			}
		}
	}
	return false
}

// direction is that of a change outside its margin of error, 0 of one inside and of none.
func direction(f *content.Figure, answers []int) int {
	margin, ok := f.Margin(answers...)
	change, _ := f.Change(answers...)
	if !ok || change.Abs().Units <= margin.Units {
		return 0
	}
	return change.Sign()
}

// yearTold says whether a reader of the page knows which year "opp fra 82 %" is about: all findings
// are compared with one, and something else on the page tells it.
func (w *Words) yearTold() bool {
	var earlier *content.Survey
	told := false
	for _, k := range w.report.Summary.Findings {
		if k.Figure == nil {
			continue
		}
		if _, ok := k.Figure.Earlier(k.Answers...); !ok {
			continue
		}
		s := k.Figure.Compare.Survey
		if earlier != nil && earlier.Year != s.Year {
			return false
		}
		earlier = s
		told = told || w.withheld.HidesChange(k.Figure, k.Answers...) ||
			direction(k.Figure, k.Answers) == 0
	}
	return told || earlier != nil && tells(w.summed(), earlier)
}
