package content

import "rapport/content/source"

// readAppendix reads series of questions, each numbered from one in print.
func (l *loader) readAppendix(t *source.Table, key string, b *Block) {
	noted := l.text.Notes
	l.text.Notes = false
	defer func() { l.text.Notes = noted }()
	for _, st := range t.Tables(key, source.Required) {
		s := Series{Pos: st.Pos(), Title: l.text.Line(st, "title", source.Required),
			Intro: l.text.Prose(st, "intro", source.Optional)}
		for _, qt := range st.Tables("questions", source.Required) {
			s.Questions = append(s.Questions, Asked{
				Pos: qt.Pos(), Text: l.text.Prose(qt, "text", source.Required),
				Options: qt.Strings("options", source.Optional, false),
				Follow:  l.text.Line(qt, "follow", source.Optional),
			})
			qt.Done()
		}
		st.Done()
		b.Series = append(b.Series, s)
	}
}
