package survey

import (
	"fmt"
	"strings"

	"rapport/content/source"
)

// checkBreakdown holds the counts of a breakdown to those of its two questions: the people of a
// group to how many are in it, those who gave an answer in all groups to how many gave it, and both
// to who may have skipped a question. Where nobody did, they are equal.
func (r *Reader) checkBreakdown(t *breakdownTable) {
	if r.unsure[t.of] {
		return
	}
	right := true
	for _, g := range t.of.Groups {
		right = r.checkGroup(t, g) && right
	}
	if right && !t.of.Overlap() {
		r.checkColumns(t)
	}
}

// checkGroup holds the counts of one group to how many are in it; false when they are wrong.
func (r *Reader) checkGroup(t *breakdownTable, g *Group) bool {
	whole, size := t.of.Figure, t.of.By.Sum(g.Of...)
	skipped := whole.Survey.Answered - whole.N // who did not answer the question, in all groups
	wrong := false
	for i, a := range g.Figure.Answers {
		most := min(size, whole.Answers[i].Count)
		if whole.Kind == Multiple && t.answered[g] != nil {
			most = min(most, g.Figure.N)
		}
		if a.Count <= most {
			continue
		}
		wrong = true
		text := fmt.Sprintf("%d of %s gave this answer, but only %d are in it", a.Count,
			source.Quoted(g.Label), size)
		switch {
		case whole.Answers[i].Count < a.Count && whole.Answers[i].Count <= size:
			text = fmt.Sprintf("%d of %s gave this answer, but only %d did in all", a.Count,
				source.Quoted(g.Label), whole.Answers[i].Count)
		case most < size:
			text = fmt.Sprintf("%d of %s gave this answer, but only %d of it answered", a.Count,
				source.Quoted(g.Label), most)
		}
		r.source.AtValue(r.cell(t, g, i), text, "correct one of the counts")
	}
	at := t.rows[g].Node
	if t.answered[g] != nil {
		at = t.answered[g]
	}
	n := g.Figure.N
	switch {
	case wrong:
		return false
	case n > size:
		r.source.AtKey(at, fmt.Sprintf("%d of %s answered, but only %d are in it: %d too many", n,
			source.Quoted(g.Label), size, n-size), "correct a count")
	case n < size-skipped && whole.Follows == nil:
		few := fmt.Sprintf("%d of %s answered, but %d are in it", n, source.Quoted(g.Label), size)
		if skipped > 0 {
			few += fmt.Sprintf(", and only %d skipped the question in all", skipped)
		}
		r.source.AtKey(at, fmt.Sprintf("%s: %d too few", few, size-skipped-n), "correct a count")
	default:
		return true
	}
	return false
}

// cell is where a count of a group is written: the group, when it is left out.
func (r *Reader) cell(t *breakdownTable, g *Group, answer int) *source.Node {
	for _, n := range t.rows[g].Node.Children {
		if i, ok := t.of.Figure.byFullLabel(n.Name); ok && i == answer {
			return n
		}
	}
	return t.rows[g].Node
}

// checkColumns holds what all groups gave of each answer to how many gave it.
func (r *Reader) checkColumns(t *breakdownTable) {
	b := t.of
	apart := b.By.Survey.Answered - b.By.N // who are in no group
	all := b.whole()
	for i, a := range b.Figure.Answers {
		sum, terms := 0, []string{}
		var last *Group
		for _, g := range b.Groups {
			if n := g.Figure.Answers[i].Count; n > 0 {
				sum, last = sum+n, g
				terms = append(terms, fmt.Sprint(n))
			}
		}
		if last == nil {
			last = b.Groups[len(b.Groups)-1]
		}
		text := fmt.Sprintf("%s: the groups make %s, but %d gave this answer in all",
			source.Quoted(a.Label), total(terms, sum), a.Count)
		switch {
		case sum > a.Count:
			r.source.AtValue(r.cell(t, last, i), fmt.Sprintf("%s: %d too many", text, sum-a.Count),
				"correct a count of one group")
		case all && sum < a.Count-apart:
			if apart > 0 {
				text += fmt.Sprintf(", and only %d are in no group", apart)
			}
			r.source.AtValue(r.cell(t, last, i), fmt.Sprintf("%s: %d too few", text,
				a.Count-apart-sum), "correct a count of one group")
		}
	}
}

// total is "9 + 4 + 2 = 15", or the sum alone when the terms are many or one.
func total(terms []string, sum int) string {
	if len(terms) < 2 || len(terms) > 6 {
		return fmt.Sprint(sum)
	}
	return fmt.Sprintf("%s = %d", strings.Join(terms, " + "), sum)
}

// whole says whether everybody who gave an answer to By is in one of the groups.
func (b *Breakdown) whole() bool {
	in := 0
	for _, g := range b.Groups {
		in += b.By.Sum(g.Of...)
	}
	return in == b.By.Total()
}
