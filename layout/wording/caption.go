package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapport/charts"
	"rapport/content"
)

// Caption is what stands below a chart: "Figur 4. Question or content. How to read it. n = 62 ·
// source if another survey, when it was if not in the report's year" (DESIGN.md, "Parts of a
// page"). The name and the base are strong. continued says that the chart goes on where an earlier
// one of the same block ended.
func (w *Words) Caption(b *content.Block, chart charts.Chart, continued bool) []content.Inline {
	var parts []content.Inline
	if w.report.Plan.FigureNumbers {
		parts = w.label(b)
	}
	if len(b.Caption) > 0 {
		parts = append(parts, captioned(b.Caption, continued)...)
	} else if what := shown(b); what != "" && chart.Form != charts.Battery { // its head says what
		parts = append(parts, content.Inline{Text: what + content.FullStop(what)})
	}
	for _, note := range w.captionNotes(b, chart, continued) {
		parts = append(parts, content.Inline{Text: " " + note})
	}
	if !continued {
		parts = append(parts, partCaptions(b)...)
	}
	if chart.Base != "" {
		parts = append(parts, content.Inline{Text: noBreakSpace},
			content.Inline{Text: unbroken(chart.Base), Strong: true})
	}
	source := w.source(b, chart.Shows)
	told := flat(parts) + " " + source                                 // the base of a comparison tells its years
	for _, more := range []string{source, w.period(b.Figures, told)} { // a battery's head tells its
		if more != "" {
			parts = append(parts, content.Inline{Text: from(more)})
		}
	}
	return parts
}

// separator parts what a caption says of its figures from where they are from. A line may begin with
// it; none ends with it.
const separator = " ·" + noBreakSpace

// longPeriod is the length of a period, in letters, from which it may be divided.
const longPeriod = 16

// from is what a caption says of where its figures are from. A short one, as "august 2021", is on one
// line.
func from(words string) string { return separator + unparted(words) }

// unparted is a short period on one line.
func unparted(words string) string {
	if utf8.RuneCountInString(words) < longPeriod {
		return strings.ReplaceAll(words, " ", noBreakSpace)
	}
	return words
}

// unbroken is a base that stays together, and with the word before it: no line begins with "n = 62". That
// of a comparison, "n = 72 (2020), 62 (2021)", may be divided between its years.
func unbroken(base string) string {
	base = strings.ReplaceAll(base, " ", noBreakSpace)
	return strings.ReplaceAll(base, ","+noBreakSpace, ", ")
}

// partCaptions are the captions of the questions that a battery was made of, each after the name of
// its row.
func partCaptions(b *content.Block) (words []content.Inline) {
	for i, p := range b.Parts {
		if len(p.Caption) > 0 {
			words = append(words, content.Inline{Text: " " + Clean(b.Measures[i].Label) + ": "})
			words = append(words, inlines(p.Caption)...)
		}
	}
	return words
}

// captioned is an author's caption. Where a chart goes on, its footnotes stand with the first part.
func captioned(p content.Prose, continued bool) []content.Inline {
	words := inlines(p)
	if continued {
		return slices.DeleteFunc(words, func(i content.Inline) bool { return i.Note != nil })
	}
	return words
}

// ImageCaption is what stands below an image: the author's words.
func (w *Words) ImageCaption(b *content.Block) []content.Inline { return inlines(b.Caption) }

// label is the name of a figure or table at the beginning of its caption.
func (w *Words) label(b *content.Block) []content.Inline {
	return []content.Inline{{Text: w.blockName(b) + ".", Strong: true}, {Text: " "}}
}

// inlines are the stretches of all paragraphs of a text.
func inlines(p content.Prose) []content.Inline {
	var all []content.Inline
	for _, para := range p {
		all = append(all, para.Inlines...)
	}
	return all
}

// shown is what a block shows, in a line: the question, or the figure's short title when the
// question already stands in the topic's head.
func shown(b *content.Block) string {
	if len(b.Figures) == 0 {
		return b.Heading
	}
	f := b.Figures[0]
	if len(b.Figures) == 1 && f.Question != "" && b.Topic.Question != f.Question {
		return Clean(f.Question)
	}
	return title(f)
}

// title is a figure's short title, or else its question.
func title(f *content.Figure) string {
	if f.Title != "" {
		return Clean(f.Title)
	}
	return Clean(f.Question)
}

// source names the surveys that are not the one on the cover, of a block's figures or the rows of its
// battery.
func (w *Words) source(b *content.Block, rows []*content.Figure) string {
	var names []string
	var before *content.Survey // whose name has been looked at
	for _, f := range slices.Concat(rows, b.Figures) {
		s := f.Survey
		if s == before || s == w.report.Cover.Survey || b.Compare && f.Compare != nil {
			continue
		}
		before = s
		name := s.Title
		if s.Period != "" && !strings.Contains(s.Title, s.Period) {
			name += ", " + s.Period
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return Clean(strings.Join(names, "; "))
}
