package content

import (
	"strconv"
	"strings"

	"rapport/content/language"
)

// Citation is how to cite the report (APA, 7th edition): Nordmann, K. & Li, A. (2022). Title:
// Subtitle (Rapport 1/2022). Publisher. Without named people the publisher is the author, and named
// once. The title is emphasised; the year is that of the publication date.
func (r *Report) Citation() Prose {
	var authors []string
	for _, person := range r.People {
		authors = append(authors, person.cited()...)
	}
	rest := "."
	if r.Series != "" {
		rest = " (" + r.Series + ")."
	}
	publisher := language.WithoutSoftHyphens(r.Publisher)
	publisher += language.FullStop(publisher)
	names := publisher
	if n := len(authors); n > 0 {
		rest += " " + publisher
		names = strings.Join(authors[:n-1], ", ")
		if n > 1 {
			names += " & "
		}
		names += authors[n-1]
	}
	title := language.WithoutSoftHyphens(r.Title)
	if r.Subtitle != "" {
		title += ": " + language.WithoutSoftHyphens(r.Subtitle)
	}
	return Prose{{First: true, Inlines: []Inline{
		{Text: names + " (" + strconv.Itoa(r.Date.Year()) + "). "},
		{Text: title, Emph: true},
		{Text: rest},
	}}}
}
