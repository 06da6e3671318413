package content

import "rapport/content/source"

// readAppendix reads series of questions, each numbered from one in print.
func (l *loader) readAppendix(t *source.Table, key string) []Series {
	noted := l.notes
	l.notes = false
	defer func() { l.notes = noted }()
	var all []Series
	for _, st := range t.Tables(key, source.Required) {
		s := Series{Pos: st.Pos(), Title: l.lineOf(st, "title", source.Required), Intro: l.proseOf(st, "intro", source.Optional)}
		for _, qt := range st.Tables("questions", source.Required) {
			s.Questions = append(s.Questions, Asked{
				Pos: qt.Pos(), Text: l.proseOf(qt, "text", source.Required),
				Options: qt.Strings("options", source.Optional, false), Follow: l.lineOf(qt, "follow", source.Optional),
			})
			qt.Done()
		}
		st.Done()
		all = append(all, s)
	}
	return all
}
