package content

// readGroup reads questions that stand together, each a figure with its own heading and prose. The
// figures are numbered like all others.
func (l *loader) readGroup(t *table, key string, topic *Topic) []Item {
	var items []Item
	for _, it := range t.tables(key, required) {
		item := Item{Pos: it.pos(), Heading: l.lineOf(it, "heading", optional), Text: l.proseOf(it, "prose", optional)}
		if it.child("figure") == nil {
			it.value("figure", required)
		} else {
			item.Figure = &Block{Pos: it.pos(), Kind: FigureBlock, Topic: topic}
			l.readFigureBlock(it, "figure", item.Figure)
			items = append(items, item)
		}
		it.done()
	}
	return items
}
