package content

// readQuote reads a block quotation. Its words may be in another language; its source is in the report's.
func (l *loader) readQuote(t *table, b *Block) {
	b.Text = l.proseOf(t, "quote", required)
	l.locale = Locale(l.report.Language)
	b.Source = l.proseOf(t, "source", optional)
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
	n := t.child(key)
	switch {
	case !t.flag(key, true):
		l.src.atValue(n, quoted(key)+" must be true", "a block that is not wanted is left out")
	case len(l.report.References) == 0 && !l.src.partial:
		l.src.atKey(n, "there are no references to list", "add [[reference]]s")
	case l.listed != nil:
		l.src.atKey(n, "the references are listed twice", "the other list is at "+l.listed.keyPos().String())
	default:
		l.listed = n
	}
}
