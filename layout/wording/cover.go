package wording

// CoverCaption is the line at the foot of the cover: the author's and, when a dot of the ring
// stands for more than one person, how many.
func (w *Words) CoverCaption(oneDotStandsFor int) string {
	words := Clean(w.report.Cover.Caption.Plain())
	if oneDotStandsFor > 1 {
		words += " " + w.Terms.DotStandsFor(oneDotStandsFor)
	}
	return words
}
