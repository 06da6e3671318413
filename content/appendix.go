package content

// readAppendix reads series of questions, each numbered from one in print.
func (l *loader) readAppendix(t *table, key string) []Series {
	noted := l.notes
	l.notes = false
	defer func() { l.notes = noted }()
	var all []Series
	for _, st := range t.tables(key, required) {
		s := Series{Pos: st.pos(), Title: l.lineOf(st, "title", required), Intro: l.proseOf(st, "intro", optional)}
		for _, qt := range st.tables("questions", required) {
			s.Questions = append(s.Questions, Asked{
				Pos: qt.pos(), Text: l.proseOf(qt, "text", required),
				Options: qt.strings("options", optional, false), Follow: l.lineOf(qt, "follow", optional),
			})
			qt.done()
		}
		st.done()
		all = append(all, s)
	}
	return all
}
