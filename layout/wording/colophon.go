package wording

import (
	"strconv"
	"strings"

	"rapport/content"
)

// Colophon is the rows of facts about a report: publisher, series, the author's own rows, people,
// thanks and contact. Rows without a text are left out.
func (w *Words) Colophon() []content.Fact {
	r := w.report
	facts := []content.Fact{
		{Label: w.Terms.Publisher, Text: plain(r.Publisher + ", " + strconv.Itoa(r.Year))},
	}
	if r.Series != "" {
		facts = append(facts, content.Fact{Label: w.Terms.Series, Text: plain(r.Series)})
	}
	facts = append(facts, r.Facts...)
	facts = append(facts,
		content.Fact{Label: w.Terms.People, Text: people(r.People)},
		content.Fact{Label: w.Terms.Thanks, Text: r.Thanks},
		content.Fact{Label: w.Terms.Contact, Text: contact(w.Contact())})
	return given(facts)
}

// Imprint is the rows on rights and on the families of faces that a report is set in.
func (w *Words) Imprint(headings, body string) []content.Fact {
	return given([]content.Fact{
		{Label: w.Terms.Rights, Text: w.report.Rights},
		{Label: w.Terms.Typography, Text: plain(w.Terms.SetIn(headings, body))},
	})
}

// given are the facts that have a text.
func given(facts []content.Fact) []content.Fact {
	var out []content.Fact
	for _, f := range facts {
		if len(f.Text) > 0 {
			out = append(out, f)
		}
	}
	return out
}

func people(all []content.Person) content.Prose {
	var p content.Prose
	for _, person := range all {
		p = append(p, plain(person.Name+", "+person.Role)...)
	}
	return p
}

func contact(lines []content.Inline) content.Prose {
	var p content.Prose
	for _, l := range lines {
		p = append(p, content.Paragraph{First: true, Inlines: []content.Inline{l}})
	}
	return p
}

// Contact is how to reach the publisher, a line each; web and e-mail addresses are active.
func (w *Words) Contact() []content.Inline {
	var all []content.Inline
	for _, l := range w.report.Contact {
		all = append(all, linked(l))
	}
	return all
}

func plain(s string) content.Prose {
	return content.Prose{{First: true, Inlines: []content.Inline{{Text: s}}}}
}

// linked makes a web or e-mail address active.
func linked(s string) content.Inline {
	in := content.Inline{Text: s}
	switch {
	case strings.Contains(s, " "):
	case strings.Contains(s, "@"):
		in.URI = "mailto:" + s
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"):
		in.URI = s
	case strings.HasPrefix(s, "www."):
		in.URI = "https://" + s
	}
	return in
}
