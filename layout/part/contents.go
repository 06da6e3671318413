package part

import (
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
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
	entries := lines(p.Words.Contents())
	room := style.ContentHeight - head.Height() - contentsSpace
	list := p.Set.Contents(entries, style.ContentWidth, room)
	p.section(terms.Contents, tag, head, component.Full(contentsSpace, list...))
}

// lines are lines of the contents as they are set.
func lines(list []wording.Entry) []component.Entry {
	var out []component.Entry
	for _, e := range list {
		out = append(out, component.Entry{
			Number: e.Number, Title: e.Title, ID: e.ID, Topics: lines(e.Topics), Place: flow.Place(e.Pos),
		})
	}
	return out
}
