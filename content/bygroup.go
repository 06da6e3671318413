package content

import (
	"strings"

	"rapport/content/source"
)

// readBy reads which groups a chart shows the answers of, and the answer that a form of one share a
// group shows.
func (l *loader) readBy(t *source.Table, b *Block) {
	n, id := t.TextNode("by", source.Optional)
	var f *Figure
	if len(b.Figures) == 1 && b.Figures[0].Kind != Open {
		f = b.Figures[0]
	}
	asked := t.Child("answer")
	if asked == nil {
		t.Texts("answer", source.Optional, true)
	} else {
		b.Point = l.surveys.Answers(t, f)
	}
	switch {
	case f == nil:
		return
	case n == nil && asked != nil:
		l.warn(b, asked, "a chart without groups shows all answers", `point one out: highlight = "…"`)
		return
	case n == nil:
		return
	}
	b.By = f.BrokenDown(strings.TrimPrefix(id, f.Survey.ID+"."))
	if b.By == nil && !l.src.Incomplete {
		hint := `write a [[breakdown]] of it: figure = "…", by = "…"`
		var known []string
		for _, by := range f.Breakdowns {
			known = append(known, by.By.ID)
		}
		if len(known) > 0 {
			hint = source.OrOneOf(id, known)
		}
		l.src.AtValue(n, source.Quoted(f.Ref())+" has no breakdown by "+source.Quoted(id), hint)
	}
	if c := t.Child("compare"); b.By != nil && b.Compare && c != nil {
		l.warn(b, c, "groups are shown in one year alone", "take it out, or make a block "+
			"without groups")
		b.Compare = false
	}
}

// grouped are the figures of a block's groups, as far as it shows any.
func (b *Block) grouped() (figures []*Figure) {
	if b.By != nil {
		for _, g := range b.By.Groups {
			figures = append(figures, g.Figure)
		}
	}
	return figures
}
