package survey

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content/source"
)

// breakdownTable is a [[breakdown]] that has been read so far as it stands alone.
type breakdownTable struct {
	*source.Table
	of *Breakdown

	rows     map[*Group]*source.Table // the counts of each group, as they are written
	answered map[*Group]*source.Node  // how many of each group answered, where that is said
}

// readBreakdowns reads the [[breakdown]]s of a folder; what they name is found by Link.
func (r *Reader) readBreakdowns(top *source.Table, s *Survey) {
	for _, t := range top.Tables("breakdown", source.Optional) {
		b := &Breakdown{Pos: t.Pos()}
		s.Breakdowns = append(s.Breakdowns, b)
		r.breakdowns[b] = &breakdownTable{Table: t, of: b, rows: map[*Group]*source.Table{},
			answered: map[*Group]*source.Node{}}
	}
}

// linkBreakdowns finds what the breakdowns of a survey name, holds their counts to those of the
// whole, and leaves out what is not one.
func (r *Reader) linkBreakdowns(s *Survey) {
	var found []*Breakdown
	for _, b := range s.Breakdowns {
		if t := r.breakdowns[b]; t != nil && r.linkBreakdown(t, s) {
			b.Figure.Breakdowns = append(b.Figure.Breakdowns, b)
			found = append(found, b)
		}
	}
	s.Breakdowns = found
}

// linkBreakdown is false when it is not known what is broken down by what.
func (r *Reader) linkBreakdown(t *breakdownTable, s *Survey) bool {
	b := t.of
	b.Figure, b.By = r.brokenDown(t.Table, "figure", s), r.brokenDown(t.Table, "by", s)
	groups, counts := t.Table.Table("groups", source.Optional), t.Table.Table("counts", source.Required)
	answered := t.Table.Table("answered", source.Optional)
	t.Text("note", source.Optional)
	r.counted(t.Table, s, b, "this breakdown: ")
	t.Done()
	if b.Figure == nil || b.By == nil || counts == nil {
		return false
	}
	if b.Figure == b.By {
		r.source.AtValue(t.Child("by"), source.Quoted(b.By.ID)+" cannot be broken down by itself",
			"name another question of the survey")
		return false
	}
	if twin := b.Figure.BrokenDown(b.By.ID); twin != nil {
		r.source.AtValue(t.Child("by"), fmt.Sprintf("%s is broken down by %s twice",
			source.Quoted(b.Figure.ID), source.Quoted(b.By.ID)),
			"the other one is at "+twin.Pos.String())
		return false
	}
	named := r.readGroups(groups, b)
	for _, n := range counts.Node.Children {
		r.readGroup(t, n, counts.Table(n.Name, source.Required), named)
	}
	r.readAnsweredIn(t, answered)
	if len(b.Groups) == 0 && r.unsure[b] {
		return false
	}
	if len(b.Groups) == 0 {
		r.source.AtKey(counts.Node, "there are no groups",
			`one a line: "`+firstLabelOf(b.By)+`" = { "`+firstLabelOf(b.Figure)+`" = 9 }`)
		return false
	}
	r.unsure[b] = r.unsure[b] || r.unsure[b.Figure] || r.unsure[b.By] || r.unsure[s]
	for _, g := range b.Groups {
		r.groupBase(t, g)
	}
	r.checkBreakdown(t)
	b.merge(named)
	b.sort()
	b.index()
	return true
}

func firstLabelOf(f *Figure) string {
	if len(f.Answers) == 0 {
		return "…"
	}
	return f.Answers[0].Label
}

// brokenDown is the question of the same survey that a key names, nil when there is none that has
// answers.
func (r *Reader) brokenDown(t *source.Table, key string, s *Survey) *Figure {
	n, id := t.TextNode(key, source.Required)
	if n == nil {
		return nil
	}
	f := s.Figure(strings.TrimPrefix(cleanLabel(id), s.ID+"."))
	switch {
	case f == nil && r.source.Incomplete:
	case f == nil:
		r.source.AtValue(n, "survey "+source.Quoted(s.ID)+" has no figure "+source.Quoted(id),
			source.OrOneOf(id, s.figureIDs()))
	case f.Kind == Open:
		r.source.AtValue(n, source.Quoted(f.ID)+" is free text, which has no answers to count",
			"name a question with answers")
		return nil
	}
	return f
}

// readGroups reads which answers of By are merged into larger groups, by the names of these.
func (r *Reader) readGroups(t *source.Table, b *Breakdown) map[string]*Group {
	named := map[string]*Group{}
	if t == nil {
		return named
	}
	used := map[int]bool{}
	for _, n := range t.Node.Children {
		parts := r.answersOf(t.Texts(n.Name, source.Required, true), b.By)
		label := cleanLabel(n.Name)
		g := &Group{Pos: n.KeyPos(), Breakdown: b, Label: label, Short: label, Of: parts}
		if b.Overlap() && len(parts) > 1 {
			r.source.AtKey(n, "answers of a multiple-choice question overlap, so groups by them "+
				"cannot be added", "leave the groups apart")
		}
		if i, ok := b.By.byFullLabel(label); ok && !slices.Contains(parts, i) {
			r.source.AtKey(n, "an answer of "+source.Quoted(b.By.ID)+" is called "+
				source.Quoted(label)+" too", "give the merged group another name")
		}
		r.onlyOnce(n, parts, used, b.By)
		named[labelKey(label)] = g
	}
	return named
}

// readGroup reads the counts of a group: of those who gave an answer of By, or of a merged group.
func (r *Reader) readGroup(t *breakdownTable, n *source.Node, row *source.Table,
	named map[string]*Group) {
	g := r.groupCalled(t.of, n, named)
	if g == nil || row == nil {
		r.unsure[t.of] = true
		return
	}
	for _, other := range t.of.Groups {
		if slices.ContainsFunc(other.Of, func(i int) bool { return slices.Contains(g.Of, i) }) {
			r.source.AtKey(n, fmt.Sprintf("the answers of the group %s are there twice",
				source.Quoted(g.Label)), "they are in "+source.Quoted(other.Label)+", at "+
				other.Pos.String()+", too")
			r.unsure[t.of] = true
			return
		}
	}
	f := *t.of.Figure
	f.Pos, f.Within, f.Compare, f.Merge, f.Breakdowns, f.Printed = g.Pos, g, nil, nil, nil, nil
	f.Answers = slices.Clone(f.Answers)
	for i := range f.Answers {
		f.Answers[i].Count = 0
	}
	for _, cell := range row.Node.Children {
		i, ok := r.answerKey(cell, t.of.Figure)
		if !ok || !cell.IsCount() {
			r.unsure[t.of] = true
		}
		if count := r.source.Count(cell); ok {
			f.Answers[i].Count, f.Answers[i].Pos = count, cell.KeyPos()
		}
	}
	g.Figure = &f
	t.of.Groups, t.rows[g] = append(t.of.Groups, g), row
}

// groupCalled is the group that a key names: an answer of By, or a merged group.
func (r *Reader) groupCalled(b *Breakdown, n *source.Node, named map[string]*Group) *Group {
	if g := named[labelKey(cleanLabel(n.Name))]; g != nil {
		g.Pos = n.KeyPos()
		return g
	}
	i, ok := b.By.ByLabel(cleanLabel(n.Name))
	if !ok {
		names := b.By.Labels()
		for _, g := range named {
			names = append(names, g.Label)
		}
		slices.Sort(names[len(b.By.Answers):])
		r.source.AtKey(n, source.Quoted(b.By.Ref())+" has no answer "+source.Quoted(n.Name),
			source.OrOneOf(n.Name, names))
		return nil
	}
	a := b.By.Answers[i]
	return &Group{Pos: n.KeyPos(), Breakdown: b, Label: a.Label, Short: a.Short, Of: []int{i},
		Residual: a.Residual}
}

// readAnsweredIn reads how many of each group answered the question.
func (r *Reader) readAnsweredIn(t *breakdownTable, answered *source.Table) {
	if answered == nil {
		return
	}
	for _, n := range answered.Node.Children {
		g := t.of.Group(n.Name)
		if g == nil {
			var names []string
			for _, g := range t.of.Groups {
				names = append(names, g.Label)
			}
			r.source.AtKey(n, "no group is called "+source.Quoted(n.Name),
				source.OrOneOf(n.Name, names))
			continue
		}
		answered.Count(n.Name, source.Required)
		t.answered[g] = n
		r.unsure[t.of] = r.unsure[t.of] || !n.IsCount()
	}
}

// groupBase finds how many of a group answered the question. One answer a person adds up to them;
// of several it must be said, unless nobody who was asked has skipped the question.
func (r *Reader) groupBase(t *breakdownTable, g *Group) {
	f, whole := g.Figure, t.of.Figure
	size := t.of.By.Sum(g.Of...)
	f.N = f.Total()
	said := t.answered[g]
	switch {
	case f.Kind != Multiple:
		if n := t.answered[g]; n != nil && countOf(n) != f.N && !r.unsure[t.of] {
			r.source.AtValue(n, fmt.Sprintf("the counts of %s add up to %d, not to %d",
				source.Quoted(g.Label), f.N, countOf(n)),
				"leave the line out: it follows from the counts")
		}
	case said != nil:
		f.N = countOf(said)
	case whole.N == whole.Survey.Answered:
		f.N = size
	default:
		f.N = size
		if !r.unsure[t.of] {
			r.source.AtKey(t.rows[g].Node, fmt.Sprintf("it is not said how many of %s answered %s, "+
				"which some skipped", source.Quoted(g.Label), source.Quoted(whole.ID)),
				`add [breakdown.answered] with "`+g.Label+`" = …`)
		}
	}
	f.Asked, f.Missing = size, max(0, size-f.N)
	if f.Follows != nil { // how many of the group were asked is not known
		f.Asked, f.Missing = f.N, 0
	}
}

// merge puts groups that are a part of a larger one together, and keeps them as Parts.
func (b *Breakdown) merge(named map[string]*Group) {
	var shown []*Group
	for _, g := range b.Groups {
		into := partOf(g, named)
		if into == nil {
			shown = append(shown, g)
			continue
		}
		b.Parts = append(b.Parts, g)
		if into.Figure == nil {
			f := *g.Figure
			f.Within, f.Answers = into, slices.Clone(f.Answers)
			into.Figure = &f
			shown = append(shown, into)
			continue
		}
		into.Figure.add(g.Figure)
	}
	b.Groups = shown
}

// partOf is the merged group that a group is a part of, nil when there is none.
func partOf(g *Group, named map[string]*Group) *Group {
	for _, m := range named {
		if m != g && len(g.Of) == 1 && slices.Contains(m.Of, g.Of[0]) {
			return m
		}
	}
	return nil
}

// add adds the counts of other people, who answered the same question.
func (f *Figure) add(other *Figure) {
	for i := range f.Answers {
		f.Answers[i].Count += other.Answers[i].Count
	}
	f.N, f.Asked, f.Missing = f.N+other.N, f.Asked+other.Asked, f.Missing+other.Missing
}

// sort puts groups in the order of By's answers, residual ones last.
func (b *Breakdown) sort() {
	slices.SortStableFunc(b.Groups, func(a, c *Group) int {
		switch {
		case a.Residual != c.Residual && a.Residual:
			return 1
		case a.Residual != c.Residual:
			return -1
		}
		return slices.Min(a.Of) - slices.Min(c.Of)
	})
}

// linkGroups finds the same groups of the earlier year: when figure and By are both compared, and
// the earlier figure is broken down by the earlier By.
func (r *Reader) linkGroups(b *Breakdown) {
	if b.Figure.Compare == nil || b.By.Compare == nil {
		return
	}
	earlier := b.Figure.Compare.BrokenDown(b.By.Compare.ID)
	if earlier == nil {
		return
	}
	for _, g := range b.Groups {
		then, ok := b.By.Earlier(g.Of...)
		for _, h := range earlier.Groups {
			if ok && slices.Equal(sorted(then), sorted(h.Of)) {
				g.Figure.Compare, g.Figure.Merge = h.Figure, b.Figure.Merge
			}
		}
	}
}

func sorted(a []int) []int {
	a = slices.Clone(a)
	slices.Sort(a)
	return a
}

// countOf is a count whose type was checked before.
func countOf(n *source.Node) int {
	if n.IsCount() {
		return int(n.Data.(int64))
	}
	return 0
}
