package content

import (
	"slices"

	"rapport/content/source"
)

// batteryForm is the chart of one share of each of several questions.
const batteryForm = "battery"

// saysYes says whether figures are two or more questions of yes or no.
func saysYes(figures []*Figure) bool {
	return len(figures) > 1 && !slices.ContainsFunc(figures, func(f *Figure) bool {
		_, ok := f.Yes()
		return !ok
	})
}

// readShares reads the rows of a battery, each { figure, answer, label }. Without an answer the row
// is the yes to a question of yes or no, or else what the survey highlights.
func (l *loader) readShares(t *source.Table, b *Block) {
	for _, mt := range t.Tables("battery", source.Required) {
		m := Measure{Pos: mt.Pos()}
		if n, ref := mt.TextNode("figure", source.Required); n != nil {
			if m.Figure = l.surveys.Figure(n, n.Value, ref); m.Figure != nil {
				l.drawable(n, m.Figure)
			}
		}
		if mt.Child("answer") != nil || m.Figure == nil {
			m.Answers = l.surveys.Answers(mt, m.Figure)
		} else if m.Answers = m.Figure.Point(); m.Answers == nil && len(m.Figure.Answers) > 0 {
			l.src.AtKey(mt.Node, "the row does not say which answer to "+
				source.Quoted(m.Figure.Ref())+" it shows",
				source.OneOf(m.Figure.Labels()))
		}
		m.Label = l.text.Line(mt, "label", source.Optional)
		mt.Done()
		if m.Figure != nil && len(m.Answers) > 0 {
			row := ShareOf(m.Figure, m.Answers, m.Label)
			row.Pos = m.Pos
			b.Measures = append(b.Measures, row)
		}
	}
}

// shares makes a battery of the questions of a block, unless one of them has no answer to show.
func (l *loader) shares(t *source.Table, b *Block) {
	var rows []Measure
	nodes := t.Texts("figures", source.Optional, false)
	for i, f := range b.Figures {
		answers := f.Point()
		if len(answers) == 0 {
			if len(nodes) == len(b.Figures) && f.Kind != Open && len(f.Answers) > 0 {
				l.warn(b, nodes[i], source.Quoted(f.Ref())+" is no question of yes or no, and no "+
					"answer to it is highlighted; the block is drawn in the nearest form that can",
					`name its answer: battery = [{ figure = "`+f.Ref()+`", answer = "…" }, …]`)
			}
			return
		}
		rows = append(rows, ShareOf(f, answers, ""))
	}
	b.Figures, b.Measures, b.Form = nil, rows, batteryForm
}

// gatherYes makes one battery of the questions of yes or no that stand in a topic each in a block of
// its own and without a form or words of their own for what they highlight: one chart says what as
// many circles would. They are gathered where the first of them stands, as far as no block
// of another kind parts them; an author who asked for a template has arranged them.
func (l *loader) gatherYes(t *Topic) {
	if t.Template != ByRules {
		return
	}
	var blocks []*Block
	for from := 0; from < len(t.Blocks); {
		to := from
		for to < len(t.Blocks) && t.Blocks[to].waits() {
			to++
		}
		blocks = append(blocks, gathered(t.Blocks[from:to])...)
		if to < len(t.Blocks) {
			blocks = append(blocks, t.Blocks[to])
		}
		from = to + 1
	}
	t.Blocks = blocks
}

// waits says whether a block is placed together with those around it.
func (b *Block) waits() bool {
	switch b.Kind {
	case FigureBlock, ProseBlock, CalloutBlock, AsideBlock:
		return !b.Spread
	}
	return false
}

// gathered are blocks with a battery in place of the questions of yes or no of each survey.
func gathered(blocks []*Block) []*Block {
	bySurvey := map[*Survey][]*Block{}
	for _, b := range blocks {
		if s := b.gathers(); s != nil {
			bySurvey[s] = append(bySurvey[s], b)
		}
	}
	var out []*Block
	for _, b := range blocks {
		switch parts := bySurvey[b.gathers()]; {
		case len(parts) < 2:
			out = append(out, b)
		case parts[0] == b:
			out = append(out, battery(parts))
		}
	}
	return out
}

// gathers is the survey of a block that becomes a part of a battery; nil of any other block.
func (b *Block) gathers() *Survey {
	if b.Kind != FigureBlock || len(b.Figures) != 1 || b.Form != "" || b.Compare || b.By != nil ||
		b.HighlightText != "" {
		return nil
	}
	if _, ok := b.Figures[0].Yes(); !ok {
		return nil
	}
	return b.Figures[0].Survey
}

// battery is one block of several questions of yes or no. Their headings name its rows.
func battery(parts []*Block) *Block {
	all := *parts[0]
	all.Heading, all.Finding, all.Caption, all.Figures, all.Highlight = "", "", nil, nil, nil
	all.Form, all.Parts, all.List = batteryForm, parts, false
	var findings []string
	for _, p := range parts {
		f := p.Figures[0]
		all.Measures = append(all.Measures, ShareOf(f, f.Point(), p.Heading))
		if p.Finding != "" && !slices.Contains(findings, p.Finding) {
			findings = append(findings, p.Finding)
		}
	}
	for _, f := range findings {
		if all.Finding != "" {
			all.Finding += " "
		}
		all.Finding += f + FullStop(f)
	}
	return &all
}
