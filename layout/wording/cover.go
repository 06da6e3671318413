package wording

import (
	"strconv"
	"strings"
)

// CoverCaption is the line at the foot of the cover: the year, where the cover's number and its words
// do not say it, the author's words and, when a dot of the ring stands for more than one person, how
// many.
func (w *Words) CoverCaption(oneDotStandsFor int) string {
	words := Clean(w.report.Cover.Caption.Plain())
	if year := w.undated(words); year != "" {
		words = strings.TrimSuffix(year+separator+words, separator)
	}
	if oneDotStandsFor > 1 {
		words += " " + w.Terms.DotStandsFor(oneDotStandsFor)
	}
	return words
}

// undated is the report's year, or "" where the cover says it: in its number, its title, its subtitle or
// its caption.
func (w *Words) undated(caption string) string {
	year := strconv.Itoa(w.report.Year)
	for _, said := range []string{w.report.Cover.Year, w.report.Title, w.report.Subtitle, caption} {
		if strings.Contains(said, year) {
			return ""
		}
	}
	return year
}
