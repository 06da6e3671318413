package content

import (
	"fmt"
)

// checkReferences sees to it that the list stands somewhere. A report with references and no block
// for them gets a topic at the end of its method chapter.
func (l *loader) checkReferences() {
	r := l.report
	listed := false
	for b := range r.Blocks() {
		listed = listed || b.Kind == ReferencesBlock
	}
	switch {
	case len(r.References) == 0 || listed || l.src.Incomplete:
	case r.Method == nil:
		l.src.AtKey(l.text.FirstReference(), "nothing prints the references",
			"add a block with references = true, or a [method] chapter")
	default:
		r.Method.Topics = append(r.Method.Topics, l.referencesTopic())
	}
}

// referencesTopic is the topic that a list of references gets by itself.
func (l *loader) referencesTopic() *Topic {
	r := l.report
	id := "references"
	for n := 2; l.ids[id] != nil; n++ {
		id = fmt.Sprintf("references-%d", n)
	}
	title := r.Terms().References
	t := &Topic{Pos: r.References[0].Pos, ID: id, Title: title, Headline: title}
	t.Blocks = []*Block{{Pos: t.Pos, Kind: ReferencesBlock, Topic: t}}
	return t
}
