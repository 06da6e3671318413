package content

import (
	"fmt"
	"slices"

	"rapport/content/source"
)

// What the design allows of a page of main findings (layout/DESIGN.md, "Parts of a page").
const (
	leastLead, mostLead         = 60, 75 // words
	leastFindings, mostFindings = 3, 8
)

// readSummary reads [summary], the main findings. Each is a key figure; its sentence goes on from
// the number.
func (l *loader) readSummary(t *source.Table) *Summary {
	if t == nil {
		return nil
	}
	s := &Summary{Pos: t.Pos(), Kicker: l.text.Line(t, "kicker", source.Optional),
		Headline: l.headline(t), Lead: l.text.Prose(t, "lead", source.Required),
		Caveat: l.text.Line(t, "caveat", source.Optional)}
	if n, hint := within(words(s.Lead), leastLead, mostLead); hint != "" {
		l.warn(nil, t.Child("lead"), fmt.Sprintf("words in the lead: %d; %d to %d by the design", n,
			leastLead, mostLead), hint)
	}
	l.findings = t.Tables("finding", source.Required)
	for _, ft := range l.findings {
		s.Findings = append(s.Findings, l.readKeyFigure(ft))
	}
	if n, hint := within(len(s.Findings), leastFindings, mostFindings); hint != "" {
		l.addWarning(Warning{Problem: t.Node.Problem(t.Node.Key, fmt.Sprintf(
			"findings: %d; %d to %d by the design", n, leastFindings, mostFindings), hint)})
	}
	t.Done()
	return s
}

// within gives a number, and what to do when it is not from least to most; of 0 something else has
// been told.
func within(n, least, most int) (number int, hint string) {
	switch {
	case n == 0:
		return n, ""
	case n < least:
		return n, fmt.Sprintf("add %d", least-n)
	case n > most:
		return n, fmt.Sprintf("take out %d", n-most)
	}
	return n, ""
}

// untold warns of main findings that no topic shows: they have no page to lead to.
func (l *loader) untold() {
	for i, k := range l.report.findings() {
		if k.Figure == nil || l.report.Telling(k) != nil {
			continue
		}
		l.warn(nil, l.findings[i].Child("figure"), "no topic shows these answers of "+
			source.Quoted(k.Figure.Ref())+", so the finding leads to no page",
			"show the figure in a topic, or choose another")
	}
}

// findings are the main findings; none when the report has no summary.
func (r *Report) findings() []KeyFigure {
	if r.Summary == nil {
		return nil
	}
	return r.Summary.Findings
}

// Telling is the block of the topics that a main finding is told in: the first chart or comparison
// that shows its answers, else the first table; nil when there is none, and for a response rate.
func (r *Report) Telling(k KeyFigure) *Block {
	if k.Figure == nil {
		return nil
	}
	for _, list := range [][]*Block{r.Figures, r.Tables} {
		for _, b := range list {
			if b.tells(k) {
				return b
			}
		}
	}
	return nil
}

// tells says whether a block shows the answers of a key figure.
func (b *Block) tells(k KeyFigure) bool {
	return slices.Contains(b.Figures, k.Figure) ||
		slices.ContainsFunc(b.Measures, func(m Measure) bool {
			return m.Figure == k.Figure && slices.Equal(slices.Sorted(slices.Values(m.Answers)),
				slices.Sorted(slices.Values(k.Answers)))
		})
}
