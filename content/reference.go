package content

import (
	"slices"
	"strings"

	"rapport/content/source"
)

// openRef is a reference whose target is looked up when every block has been read.
type openRef struct {
	ref    *Ref
	call   *call
	figure *Figure // nil for a topic or chapter
}

// reference begins a cross-reference: {figure F}, {page F}, {see F}.
func (c *call) reference() (string, *Ref) {
	if c.hasBar {
		return c.fail(c.answerAt, source.Quoted(c.command)+" takes no answer", "")
	}
	kind := map[string]RefKind{"figure": RefFigure, "page": RefPage, "see": RefFull}[c.command]
	ref := &Ref{Pos: c.n.PosWithin(c.whole.Start), Kind: kind}
	open := openRef{ref: ref, call: c}
	if strings.Contains(c.target, ".") {
		if open.figure = c.l.surveys.Figure(c.n, c.at(c.targetAt), c.target); open.figure == nil {
			return "", nil
		}
	}
	c.l.refs = append(c.l.refs, open)
	return "", ref
}

// resolve finds the targets of all references.
func (l *loader) resolve() {
	for _, o := range l.refs {
		if o.figure != nil {
			l.resolveFigure(o)
			continue
		}
		l.resolveTopic(o)
	}
}

// resolveFigure finds the first block that shows a figure: a chart, or else a table.
func (l *loader) resolveFigure(o openRef) {
	for _, list := range [][]*Block{l.report.Figures, l.report.Tables} {
		for _, b := range list {
			if b.shows(o.figure) {
				o.ref.Block = b
				return
			}
		}
	}
	if l.src.Incomplete {
		return
	}
	o.call.fail(o.call.targetAt, "no block of the report shows "+source.Quoted(o.figure.Ref()), "refer to a figure that is shown, or to a topic")
}

// shows says whether a figure is in a block.
func (b *Block) shows(f *Figure) bool {
	return slices.Contains(b.Figures, f) || slices.ContainsFunc(b.Measures, func(m Measure) bool { return m.Figure == f })
}

func (l *loader) resolveTopic(o openRef) {
	id := o.call.target
	if o.ref.Kind != RefFigure {
		for _, ch := range l.report.chapters() {
			if ch.ID == id {
				o.ref.Chapter = ch
				return
			}
			for _, t := range ch.Topics {
				if t.ID == id {
					o.ref.Topic = t
					return
				}
			}
		}
	}
	if l.src.Incomplete {
		return
	}
	if o.ref.Kind == RefFigure {
		o.call.fail(o.call.targetAt, source.Quoted(id)+" does not name a figure", l.surveys.FigureHint(id))
		return
	}
	hint := source.DidYouMean(id, l.report.ids())
	if hint == "" {
		hint = l.surveys.FigureHint(id)
	}
	o.call.fail(o.call.targetAt, "no topic or chapter is called "+source.Quoted(id), hint)
}

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
	for _, ch := range r.chapters() {
		for _, t := range ch.Topics {
			for _, b := range t.Blocks {
				for _, f := range b.figures() {
					r.Figures = append(r.Figures, f)
					f.Number = len(r.Figures)
				}
				if b.Kind == TableBlock {
					r.Tables = append(r.Tables, b)
					b.Number = len(r.Tables)
				}
			}
		}
	}
}
