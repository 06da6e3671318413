package wording

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content"
)

// when is the time that a survey's numbers are of, as it stands in a sentence: "august 2021", or
// its year when it has no period. It is "" when that is the report's year, which every page tells.
func (w *Words) when(s *content.Survey) string {
	switch {
	case s == nil || s.Year == w.report.Year:
		return ""
	case s.Period == "":
		return strconv.Itoa(s.Year)
	}
	return Clean(s.Period)
}

// period is when the figures of a block were asked, those of its surveys after each other, as far
// as words beside it do not tell already.
func (w *Words) period(figures []*content.Figure, told string) string {
	var times []string
	for _, f := range figures {
		if time := w.when(f.Survey); time != "" && !tells(told, f.Survey) &&
			!slices.Contains(times, time) {
			times = append(times, time)
		}
	}
	return strings.Join(times, "; ")
}

// asked is the survey that a key figure is of.
func asked(k content.KeyFigure) *content.Survey {
	if k.Figure != nil {
		return k.Figure.Survey
	}
	return k.Survey
}

// tells says whether a text tells when a survey was, by its period or its year.
func tells(text string, s *content.Survey) bool {
	return s.Period != "" && strings.Contains(text, s.Period) ||
		strings.Contains(text, strconv.Itoa(s.Year))
}

// flat is the text of inlines.
func flat(words []content.Inline) string {
	var b strings.Builder
	for _, i := range words {
		b.WriteString(i.Text)
	}
	return Clean(b.String())
}
