package layout

import "rapport/content"

// footnotes are a report's footnotes in reading order. A note that is referred to twice stands on the
// page of its first mark.
type footnotes map[*content.Note]footnote

type footnote struct {
	number int
	first  *content.Inline
}

func (f footnotes) number(n *content.Note, mark *content.Inline) (number int, first bool) {
	return f[n].number, f[n].first == mark
}

// numbered finds the footnotes of the chapters' texts.
func numbered(r *content.Report) footnotes {
	f := footnotes{}
	chapters := r.Chapters
	if r.Method != nil {
		chapters = append(chapters[:len(chapters):len(chapters)], r.Method)
	}
	for _, ch := range chapters {
		f.add(ch.Intro)
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				f.block(b)
			}
		}
	}
	return f
}

func (f footnotes) block(b *content.Block) {
	f.add(b.Text, b.Source, b.Caption)
	for _, p := range b.Points {
		f.add(p.Text)
	}
	for _, th := range b.Themes {
		f.add(th.Text)
	}
	for _, it := range b.Items {
		f.add(it.Text)
	}
}

func (f footnotes) add(texts ...content.Prose) {
	for _, text := range texts {
		for _, p := range text {
			for i := range p.Inlines {
				in := &p.Inlines[i]
				if _, known := f[in.Note]; in.Note != nil && !known {
					f[in.Note] = footnote{len(f) + 1, in}
				}
			}
		}
	}
}
