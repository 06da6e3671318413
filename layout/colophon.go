package layout

import (
	"strconv"
	"strings"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
)

const colophonID = "colophon"

// colophon draws the page behind the cover: what the report is, who made it, how to cite it.
func (p *pass) colophon() error {
	sect := p.grid.Root().Child(frame.RoleSect)
	p.bookmarks = append(p.bookmarks, bookmark{p.terms.About, 0, colophonID})
	bands := []flow.Band{p.head(colophonID, p.terms.Colophon, p.terms.About, "")}
	if len(p.r.About) > 0 {
		atoms := p.set.Prose(p.r.About, p.sheet.Type.Lead, p.sheet.Color.Ink, style.Columns(8), flow.Place(p.r.Pos))
		bands = append(bands, flow.Band{Columns: []flow.Column{{Start: 3, Span: 9, Atoms: atoms}}, Before: style.HeadToContent})
	}
	bands = append(bands, component.Full(14, p.facts()...))
	bands = append(bands, component.Full(14, p.set.Callout(p.terms.CiteAs, p.r.Citation(), style.ContentWidth, flow.Place{})))
	bands = append(bands, component.Full(12, p.imprint()...))
	for i := range bands {
		bands[i].Under = sect
	}
	return p.flowPages(bands, component.RunningHead{Chapter: p.terms.Colophon})
}

// facts are the publisher, the surveys, the author's own rows, people, thanks and contact.
func (p *pass) facts() []flow.Atom {
	var atoms []flow.Atom
	add := func(label string, text content.Prose) {
		if len(text) > 0 {
			atoms = append(atoms, p.set.Fact(label, text, style.ContentWidth))
		}
	}
	add(p.terms.Publisher, plain(p.r.Publisher+", "+strconv.Itoa(p.r.Year)))
	if p.r.Series != "" {
		add(p.terms.Series, plain(p.r.Series))
	}
	for _, f := range p.r.Facts {
		add(f.Label, f.Text)
	}
	var people content.Prose
	for _, person := range p.r.People {
		people = append(people, plain(person.Name+", "+person.Role)...)
	}
	add(p.terms.People, people)
	add(p.terms.Thanks, p.r.Thanks)
	var contact content.Prose
	for _, c := range p.r.Contact {
		contact = append(contact, content.Paragraph{First: true, Inlines: []content.Inline{linked(c)}})
	}
	add(p.terms.Contact, contact)
	return atoms
}

// imprint is the rights and the faces.
func (p *pass) imprint() []flow.Atom {
	var atoms []flow.Atom
	if len(p.r.Rights) > 0 {
		atoms = append(atoms, p.set.Fact(p.terms.Rights, p.r.Rights, style.ContentWidth))
	}
	heading, body := p.sheet.Heading(400).Family, p.sheet.Body(400, false).Family
	return append(atoms, p.set.Fact(p.terms.Typography, plain(p.terms.SetIn(heading, body)), style.ContentWidth))
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

const contentsID = "contents"

// contents draws the table of contents.
func (p *pass) contents() error {
	sect := p.grid.Root().Child(frame.RoleSect)
	p.bookmarks = append(p.bookmarks, bookmark{p.terms.Contents, 0, contentsID})
	head := p.head(contentsID, p.terms.InThis, p.terms.Contents, "")
	var entries []component.Entry
	if p.r.Key != nil {
		entries = append(entries, component.Entry{Title: component.Clean(p.r.Key.Headline), ID: keyID, Page: p.page(keyID)})
	}
	for _, ch := range p.chapters() {
		e := component.Entry{Number: ch.Number, Title: component.Clean(ch.Title), ID: chapterID(ch), Page: p.page(chapterID(ch))}
		for _, t := range ch.Topics {
			if ch.Number > 0 || len(ch.Topics) > 1 {
				e.Topics = append(e.Topics, component.Entry{Title: component.Clean(t.Title), ID: topicID(t), Page: p.page(topicID(t))})
			}
		}
		entries = append(entries, e)
	}
	room := style.ContentHeight - head.Height() - contentsSpace
	bands := []flow.Band{head, component.Full(contentsSpace, p.set.Contents(entries, style.ContentWidth, room)...)}
	for i := range bands {
		bands[i].Under = sect
	}
	return p.flowPages(bands, component.RunningHead{Chapter: p.terms.Contents})
}

const contentsSpace fonts.Mm = 20

// epigraph draws somebody's words on a page of their own, in the lower right.
func (p *pass) epigraph(e *content.Epigraph) {
	sect := p.grid.Root().Child(frame.RoleSect)
	atoms := p.set.Epigraph(e, style.Columns(6), flow.Place(e.Pos))
	label := strconv.Itoa(p.grid.Page() + 2)
	p.fullPage(label, func(g *grid.Grid) {
		g.Within(sect, func() { component.Stack(g, atoms, (style.ContentLeft + style.Columns(6) + 4).Pt(), fonts.Mm(110).Pt()) })
	})
}
