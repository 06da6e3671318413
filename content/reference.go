package content

import (
	"slices"

	"rapport/content/prose"
)

// chapters are all chapters, the method chapter last.
func (r *Report) chapters() []*Chapter {
	if r.Method == nil {
		return r.Chapters
	}
	return append(slices.Clip(r.Chapters), r.Method)
}

// ids are the ids of all chapters and topics, in order.
func (r *Report) ids() []string {
	var ids []string
	for _, ch := range r.chapters() {
		if ch.ID != "" {
			ids = append(ids, ch.ID)
		}
		for _, t := range ch.Topics {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// figures are the figure blocks that a block is or holds.
func (b *Block) figures() []*Block {
	if b.Kind == FigureBlock {
		return []*Block{b}
	}
	var out []*Block
	for _, item := range b.Items {
		out = append(out, item.Figure)
	}
	return out
}

// number counts the figure and table blocks in reading order.
func (r *Report) number() {
	for b := range r.Blocks() {
		switch b.Kind {
		case FigureBlock:
			r.Figures = append(r.Figures, b)
			b.Number = len(r.Figures)
		case TableBlock:
			r.Tables = append(r.Tables, b)
			b.Number = len(r.Tables)
		}
	}
}

// resolve finds the targets of all references.
func (l *loader) resolve() {
	l.text.Resolve(prose.Targets{Figure: l.report.showing, Named: l.report.named,
		IDs: l.report.ids()})
}

// shows says whether a figure is in a block.
func (b *Block) shows(f *Figure) bool {
	return slices.Contains(b.Figures, f) ||
		slices.ContainsFunc(b.Measures, func(m Measure) bool { return m.Figure == f })
}

// showing is the first block that shows a figure: a chart, or else a table; nil when there is none.
func (r *Report) showing(f *Figure) any {
	for _, list := range [][]*Block{r.Figures, r.Tables} {
		for _, b := range list {
			if b.shows(f) {
				return b
			}
		}
	}
	return nil
}

// named is the chapter or topic of an id; nil when there is none.
func (r *Report) named(id string) any {
	for _, ch := range r.chapters() {
		if ch.ID == id {
			return ch
		}
		for _, t := range ch.Topics {
			if t.ID == id {
				return t
			}
		}
	}
	return nil
}
