package wording

import "rapport/content"

// footnote is a note's number, and the mark that the note goes with.
type footnote struct {
	number int
	first  *content.Inline
}

// Footnote is the number of a footnote: they are counted through the report in reading order. A
// note that is referred to twice goes with its first mark; first says that this is it.
func (w *Words) Footnote(n *content.Note, mark *content.Inline) (number int, first bool) {
	f := w.footnotes[n]
	return f.number, f.first == mark
}

// numbered finds the footnotes of the report's texts, in reading order.
func numbered(r *content.Report) map[*content.Note]footnote {
	found := map[*content.Note]footnote{}
	for _, text := range r.Proses() {
		for _, p := range text {
			for i := range p.Inlines {
				in := &p.Inlines[i]
				if _, known := found[in.Note]; in.Note != nil && !known {
					found[in.Note] = footnote{len(found) + 1, in}
				}
			}
		}
	}
	return found
}
