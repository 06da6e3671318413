package topic

import (
	"rapport/content"
	"rapport/layout/flow"
	"rapport/layout/style"
)

// references places the report's list of works.
func references(b *builder, _ *content.Block) error {
	atoms := b.set.References(b.words.Works(), style.Columns(9))
	b.addColumns(b.gap(captionToNext), flow.Column{Span: 9, Atoms: atoms})
	return nil
}
