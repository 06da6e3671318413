package content

import "strconv"

// Citation is how to cite the report (APA, 7th edition, a report by a group author that publishes it
// itself): Erfaringssentrum. (2022). Title: Subtitle (Rapport 1/2022). The title is emphasised. The
// year is that of the publication date.
func (r *Report) Citation() Prose {
	title := soft(r.Title)
	if r.Subtitle != "" {
		title += ": " + soft(r.Subtitle)
	}
	rest := "."
	if r.Series != "" {
		rest = " (" + r.Series + ")."
	}
	return Prose{{Inlines: []Inline{
		{Text: soft(r.Publisher) + ". (" + strconv.Itoa(r.Date.Year()) + "). "},
		{Text: title, Emph: true},
		{Text: rest},
	}}}
}
