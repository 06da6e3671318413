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

// counter numbers footnotes in the order in which it meets their marks.
type counter map[*content.Note]footnote

// numbered finds the footnotes of the chapters' texts.
func numbered(r *content.Report) map[*content.Note]footnote {
	c := counter{}
	for _, ch := range r.AllChapters() {
		c.add(ch.Intro)
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				c.block(b)
			}
		}
	}
	return c
}

func (c counter) block(b *content.Block) {
	c.add(b.Text, b.Source, b.Caption)
	for _, p := range b.Points {
		c.add(p.Text)
	}
	for _, th := range b.Themes {
		c.add(th.Text)
	}
	for _, it := range b.Items {
		c.block(it.Figure)
		c.add(it.Text)
	}
}

func (c counter) add(texts ...content.Prose) {
	for _, text := range texts {
		for _, p := range text {
			for i := range p.Inlines {
				in := &p.Inlines[i]
				if _, known := c[in.Note]; in.Note != nil && !known {
					c[in.Note] = footnote{len(c) + 1, in}
				}
			}
		}
	}
}
