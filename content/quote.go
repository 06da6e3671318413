package content

// readQuote reads a block quotation. Its words may be in another language; its source is in the report's.
func (l *loader) readQuote(t *table, b *Block) {
	b.Text = t.prose("quote", required)
	l.locale = l.home
	b.Source = t.prose("source", optional)
	if b.Language != "" {
		b.Source.speak(l.report.Language)
	}
}

// speak marks all words that are not in a language of their own as being in the given one.
func (p Prose) speak(language string) {
	for _, para := range p {
		for i := range para.Inlines {
			if para.Inlines[i].Language == "" {
				para.Inlines[i].Language = language
			}
		}
	}
}

// readReferencesBlock reads references = true.
func (l *loader) readReferencesBlock(t *table, key string) {
	n := t.n.byName[key]
	switch {
	case !t.flag(key, true):
		l.atValue(n, quoted(key)+" must be true", "a block that is not wanted is left out")
	case len(l.report.References) == 0 && !l.partial:
		l.atKey(n, "there are no references to list", "add [[reference]]s")
	case l.listed != nil:
		l.atKey(n, "the references are listed twice", "the other list is at "+place(l.listed.source.pos(l.listed.key.start)))
	default:
		l.listed = n
	}
}
