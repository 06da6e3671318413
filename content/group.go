package content

import "rapport/content/source"

// readGroup reads questions that stand together, each a figure with its own heading and prose. The
// figures are numbered like all others.
func (l *loader) readGroup(t *source.Table, key string, b *Block) {
	for _, it := range t.Tables(key, source.Required) {
		item := Item{Pos: it.Pos(), Heading: l.text.Line(it, "heading", source.Optional),
			Text: l.text.Prose(it, "prose", source.Optional)}
		if it.Child("figure") == nil {
			it.Value("figure", source.Required)
		} else {
			item.Figure = &Block{Pos: it.Pos(), Kind: FigureBlock, Topic: b.Topic}
			l.readFigureBlock(it, "figure", item.Figure)
			b.Items = append(b.Items, item)
		}
		it.Done()
	}
}
