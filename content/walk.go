package content

import "iter"

// Blocks goes through the blocks of all topics in reading order. A group comes before its figures.
func (r *Report) Blocks() iter.Seq[*Block] {
	return func(yield func(*Block) bool) {
		for _, ch := range r.chapters() {
			for _, t := range ch.Topics {
				for _, b := range t.Blocks {
					if !b.walk(yield) {
						return
					}
				}
			}
		}
	}
}

// walk yields the block and those inside; false when nobody wants more.
func (b *Block) walk(yield func(*Block) bool) bool {
	if !yield(b) {
		return false
	}
	for _, item := range b.Items {
		if !item.Figure.walk(yield) {
			return false
		}
	}
	return true
}

// Show calls see for every place that shows a figure, in reading order: the cover, the year in
// figures, the main findings, openers and blocks. compared says that its earlier year is shown too,
// which key figures and findings do by the change since then.
func (r *Report) Show(see func(f *Figure, compared bool)) {
	key := func(k KeyFigure, compared bool) {
		if k.Figure != nil {
			see(k.Figure, compared)
		}
		if k, _, ok := r.InEdition(k); ok {
			see(k.Figure, compared)
		}
	}
	if r.Cover.Ring != nil {
		see(r.Cover.Ring, false)
	}
	if r.Key != nil {
		key(r.Key.Hero, true)
		for _, k := range r.Key.Figures {
			key(k, true)
		}
	}
	for _, k := range r.findings() {
		key(k, true)
	}
	for _, ch := range r.chapters() {
		if ch.Opener != nil {
			key(*ch.Opener, false)
		}
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				b.Show(see)
			}
		}
	}
}

// Proses are all texts of the report in reading order, the list of references last; what an author
// left out is empty.
func (r *Report) Proses() []Prose {
	all := []Prose{r.Cover.Caption, r.About, r.Thanks, r.Rights}
	for _, f := range r.Facts {
		all = append(all, f.Text)
	}
	if r.Epigraph != nil {
		all = append(all, r.Epigraph.Text, r.Epigraph.Source)
	}
	if r.Summary != nil {
		all = append(all, r.Summary.Lead)
	}
	for _, ch := range r.chapters() {
		all = append(all, ch.Intro)
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				all = append(all, b.Texts()...)
			}
		}
	}
	all = append(all, r.Back.Text)
	for _, w := range r.References {
		all = append(all, w.Entry)
	}
	return all
}
