package part

import (
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/style"
	"rapport/layout/wording"
)

// contentsSpace is the space below the head of the contents.
const contentsSpace fonts.Mm = 20

// Contents draws the table of contents.
func Contents(p Paper) {
	tag := p.sect()
	terms := p.Words.Terms
	head := component.Beginning(p.Set.Head(wording.ContentsID, terms.InThis, terms.Contents, ""))
	entries := numbered(p.Words.Contents(), p.Page)
	room := style.ContentHeight - head.Height() - contentsSpace
	list := p.Set.Contents(entries, style.ContentWidth, room)
	p.section(terms.Contents, tag, head, component.Full(contentsSpace, list...))
}

// numbered adds page numbers to lines of the contents.
func numbered(list []wording.Entry, page func(id string) string) []component.Entry {
	var out []component.Entry
	for _, e := range list {
		out = append(out, component.Entry{
			Number: e.Number, Title: e.Title, ID: e.ID, Page: page(e.ID),
			Topics: numbered(e.Topics, page),
		})
	}
	return out
}
