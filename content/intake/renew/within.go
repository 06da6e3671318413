package renew

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapport/content/intake"
	"rapport/content/language"
	"rapport/content/source"
)

// Within is a new file of breakdowns by one question, with comments at its top.
func Within(all []intake.Breakdown, top []string) []byte {
	var w bytes.Buffer
	w.WriteString("#:schema ../../.rapport/survey.schema.json\n")
	comment(&w, top, "\n")
	for _, b := range all {
		w.WriteString(within(b, "\n"))
	}
	return w.Bytes()
}

// within is a [[breakdown]], with an empty line before it.
func within(b intake.Breakdown, end string) string {
	var w strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&w, format+end, args...) }
	line("")
	line("[[breakdown]]")
	line("figure = %s", source.BasicString(b.Of.ID))
	line("by = %s", source.BasicString(b.By.ID))
	if b.Of.Kind == intake.Multiple {
		line("[breakdown.answered]")
		for g, n := range b.Answered {
			line("%s = %d", source.BasicString(b.By.Answers[g].Label), n)
		}
	}
	line("[breakdown.counts]")
	for g := range b.Counts {
		line("%s = { %s }", source.BasicString(b.By.Answers[g].Label), row(b, g))
	}
	return w.String()
}

// row is the counts of a group.
func row(b intake.Breakdown, group int) string {
	cells := make([]string, len(b.Of.Answers))
	for i, a := range b.Of.Answers {
		cells[i] = fmt.Sprintf("%s = %d", source.BasicString(a.Label), b.Counts[group][i])
	}
	return strings.Join(cells, ", ")
}

// UpdateWithin is a file with the counts of an export: breakdowns are renewed in place, and some are
// added at its end. Merged groups that are counted together get the sum of their parts.
func UpdateWithin(data []byte, root *source.Node, all, add []intake.Breakdown) ([]byte, []Change) {
	e := &editor{text: string(data), place: source.Offsets(string(data)), end: lineEnd(string(data))}
	e.breakdowns(root, all)
	for _, b := range add {
		e.added = append(e.added, within(b, e.end))
		e.change(Change{What: NewWithin, Figure: b.Of.ID})
	}
	return e.result(), e.changes
}

// breakdowns renews those of a file that are among some.
func (e *editor) breakdowns(root *source.Node, all []intake.Breakdown) {
	for _, n := range breakdowns(root) {
		for _, b := range all {
			if b.Of.ID == lastPart(n.Child("figure")) && b.By.ID == lastPart(n.Child("by")) {
				e.breakdown(n, b)
			}
		}
	}
}

// Has says whether a file breaks a question down by another.
func Has(root *source.Node, of, by *intake.Question) bool {
	return slices.ContainsFunc(breakdowns(root), func(n *source.Node) bool {
		return lastPart(n.Child("figure")) == of.ID && lastPart(n.Child("by")) == by.ID
	})
}

// Bys are the ids of the questions by which the breakdowns of a file are.
func Bys(root *source.Node) (ids []string) {
	for _, n := range breakdowns(root) {
		if id := lastPart(n.Child("by")); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func breakdowns(root *source.Node) []*source.Node {
	if list := root.Child("breakdown"); list != nil {
		return list.Children
	}
	return nil
}

// lastPart is the figure of "survey.figure", or of "figure".
func lastPart(n *source.Node) string {
	if n == nil {
		return ""
	}
	id := n.Text()
	return id[strings.LastIndexByte(id, '.')+1:]
}

// breakdown renews the counts of one breakdown.
func (e *editor) breakdown(n *source.Node, b intake.Breakdown) {
	counts := n.Child("counts")
	if counts == nil {
		return
	}
	changed := 0
	used := make([]bool, len(b.By.Answers))
	for _, t := range counts.Children {
		groups := groupsOf(n, t.Name, b.By)
		for _, g := range groups {
			used[g] = true
		}
		changed += e.row(t, b, groups)
	}
	if answered := n.Child("answered"); answered != nil {
		for _, t := range answered.Children {
			sum := 0
			for _, g := range groupsOf(n, t.Name, b.By) {
				sum += b.Answered[g]
			}
			if _, other := e.number(t, sum); other {
				changed++
			}
		}
	}
	changed += e.newGroups(n, counts, b, used)
	if changed > 0 {
		e.change(Change{What: CountsWithin, Figure: b.Of.ID, New: changed})
	}
	e.unmark(n.Child("counted"), b.Of.ID)
}

// groupsOf are the answers of By that a key names: one, or those of a merged group.
func groupsOf(n *source.Node, name string, by *intake.Question) (groups []int) {
	find := func(label string) {
		k := slices.IndexFunc(by.Answers, func(a intake.Answer) bool {
			return intake.Key(a.Label) == intake.Key(label)
		})
		if k >= 0 {
			groups = append(groups, k)
		}
	}
	find(language.WithoutSoftHyphens(name))
	if merged := n.Child("groups"); merged != nil && len(groups) == 0 {
		for _, m := range merged.Children {
			if m.Name == name {
				for _, label := range texts(m) {
					find(label)
				}
			}
		}
	}
	return groups
}

// row renews the counts of a group, and adds answers that are new; it gives how many changed.
func (e *editor) row(t *source.Node, b intake.Breakdown, groups []int) (changed int) {
	used := make([]bool, len(b.Of.Answers))
	sum := func(answer int) (n int) {
		for _, g := range groups {
			n += b.Counts[g][answer]
		}
		return n
	}
	var last *source.Node
	for _, cell := range t.Children {
		k := slices.IndexFunc(b.Of.Answers, func(a intake.Answer) bool {
			return intake.Key(a.Label) == intake.Key(language.WithoutSoftHyphens(cell.Name))
		})
		n := 0
		if k >= 0 {
			used[k], n = true, sum(k)
		}
		if _, other := e.number(cell, n); other {
			changed++
		}
		last = cell
	}
	for k, a := range b.Of.Answers {
		if used[k] || sum(k) == 0 {
			continue
		}
		changed++
		e.cell(t, last, source.BasicString(a.Label)+" = "+strconv.Itoa(sum(k)))
	}
	return changed
}

// cell adds a cell to a row, also to an empty one.
func (e *editor) cell(t, last *source.Node, cell string) {
	if last == nil && strings.HasPrefix(e.text[e.place(t.Value.Start):], "{") {
		at := e.place(t.Value.Start) + 1
		e.edits = append(e.edits, edit{at, at, " " + cell})
		return
	}
	e.after(t, last, cell)
}

// newGroups adds the groups that a breakdown does not have and somebody is in; it gives how many
// counts are new.
func (e *editor) newGroups(n, counts *source.Node, b intake.Breakdown, used []bool) (changed int) {
	if len(counts.Children) == 0 {
		return 0
	}
	last := counts.Children[len(counts.Children)-1]
	for g, a := range b.By.Answers {
		if used[g] || a.Count == 0 {
			continue
		}
		changed += len(b.Of.Answers)
		label := source.BasicString(a.Label)
		e.after(counts, last, label+" = { "+row(b, g)+" }")
		if answered := n.Child("answered"); answered != nil && len(answered.Children) > 0 {
			e.after(answered, answered.LastKey(), label+" = "+strconv.Itoa(b.Answered[g]))
		}
	}
	return changed
}
