package content

import "rapport/content/source"

// readQuote reads a block quotation. Its words may be in another language; its source is in the
// report's.
func (l *loader) readQuote(t *source.Table, key string, b *Block) {
	b.Text = l.text.Prose(t, key, source.Required)
	l.text.Locale = l.text.Home
	b.Source = l.text.Prose(t, "source", source.Optional)
	if b.Language != "" {
		b.Source.Speak(l.report.Language)
	}
}

// readReferencesBlock reads references = true.
func (l *loader) readReferencesBlock(t *source.Table, key string, _ *Block) {
	n := t.Child(key)
	switch {
	case !t.Flag(key, true):
		l.src.AtValue(n, source.Quoted(key)+" must be true",
			"a block that is not wanted is left out")
	case len(l.report.References) == 0 && !l.src.Incomplete:
		l.src.AtKey(n, "there are no references to list", "add [[reference]]s")
	case l.listed != nil:
		l.src.AtKey(n, "the references are listed twice",
			"the other list is at "+l.listed.KeyPos().String())
	default:
		l.listed = n
	}
}
