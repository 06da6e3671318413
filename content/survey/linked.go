package survey

import (
	"maps"
	"slices"

	"rapport/content/privacy"
)

// linker puts all tables of a survey into one system of counts: breakdowns share the counts of their
// questions, merged groups hold others, a follow-up is asked of those who gave an answer. What an
// edition for one group prints stands in the same tables, so that all editions and the report
// together tell no more than they.
type linker struct {
	w       Withheld
	minimum func(*Figure) int
	system  privacy.System
	base    map[*Figure]int   // the cell of who answered
	counts  map[*Figure][]int // the cells of the answers
	tables  map[*Breakdown]int
	beyond  map[*Breakdown][]int // the cells of who is in no group, by answer; nil where all are
	skipped map[*Figure]int      // the cell of who of a group skipped the question; none: nobody did
}

// breakdowns decides what to withhold of the breakdowns of a survey, and what else of its figures
// that takes. When small counts are given away to who knows how gaps are chosen, all breakdowns are
// withheld; when they still are, all of the figures are: as far as care goes, which is 2 but for what
// such a reader tries out.
func (w Withheld) breakdowns(s *Survey, minimum func(*Figure) int, care int) {
	l := &linker{w: w, minimum: minimum, base: map[*Figure]int{}, counts: map[*Figure][]int{},
		tables: map[*Breakdown]int{}, beyond: map[*Breakdown][]int{}, skipped: map[*Figure]int{}}
	figures := s.linked()
	if !slices.ContainsFunc(figures, func(f *Figure) bool { return minimum(f) > 0 }) {
		return
	}
	for _, f := range figures {
		l.whole(f)
	}
	for _, f := range figures {
		l.follow(f)
	}
	for _, b := range s.Breakdowns {
		l.breakdown(b)
	}
	for k, b := range s.Breakdowns {
		l.followWithin(b)
		for _, c := range s.Breakdowns[:k] {
			if b.Figure == c.By && b.By == c.Figure {
				l.turned(b, c)
			}
		}
		for _, c := range s.Breakdowns {
			if b.Figure == c.Figure && b.By.Follows != nil && b.By.Follows.Figure == c.By {
				l.nested(b, c)
			}
		}
	}
	choice := l.system.Protect()
	for k, close := range [][]int{slices.Sorted(maps.Values(l.tables)), l.bases(figures)} {
		if care <= k || !l.system.Given(choice, tablesAtMost[k], func(counts []int) bool {
			return l.alike(s, counts, choice, k)
		}) {
			break
		}
		for _, t := range close {
			l.system.Withhold(t)
		}
		choice = l.system.Protect()
	}
	l.apply(figures, s.Breakdowns, choice)
}

// bases are the cells of who answered.
func (l *linker) bases(figures []*Figure) (cells []int) {
	for _, f := range figures {
		cells = append(cells, l.base[f])
	}
	return cells
}

// linked are the figures that breakdowns are of and by, and those that follow-ups link them to, in
// the order of the survey.
func (s *Survey) linked() []*Figure {
	in := map[*Figure]bool{}
	for _, b := range s.Breakdowns {
		in[b.Figure], in[b.By] = true, true
	}
	for range s.Figures { // until nothing is added
		n := len(in)
		for _, f := range s.Figures {
			if f.Follows != nil && f.Kind != Open && (in[f] || in[f.Follows.Figure]) {
				in[f], in[f.Follows.Figure] = true, true
			}
		}
		if len(in) == n {
			break
		}
	}
	return slices.DeleteFunc(slices.Clone(s.Figures), func(f *Figure) bool { return !in[f] })
}

// A count of everyone is worth as much as so many of groups, and so is how many answered.
const (
	countWeight = 200
	baseWeight  = 5000
)

// cell is a count that is published unless it is small, or is known to be withheld.
func (l *linker) cell(count, minimum int, withheld bool, owners ...int) privacy.Cell {
	c := l.hidden(count, minimum)
	c.Printed, c.Withheld, c.Owners = true, withheld, owners
	return c
}

// hidden is a count that is printed nowhere, but could be computed.
func (l *linker) hidden(count, minimum int) privacy.Cell {
	return privacy.Small(count, minimum)
}

// whole adds the counts of a question of everyone.
func (l *linker) whole(f *Figure) {
	m, c := l.minimum(f), l.w.cells[f]
	base := l.system.Add(privacy.Cell{Count: f.N, Printed: true, Withheld: c.Closed,
		Weight: baseWeight})
	l.base[f] = base
	for i, a := range f.Answers {
		cell := l.cell(a.Count, m, c.Withheld != nil && c.Withheld[i], base)
		cell.Weight = countWeight
		l.counts[f] = append(l.counts[f], l.system.Add(cell))
	}
	l.row(f, m, base, l.counts[f])
}

// row says how the counts of a question make its base: they add up to it, or each does with those
// who did not give the answer.
func (l *linker) row(f *Figure, minimum, base int, counts []int) {
	if f.Kind != Multiple {
		l.system.Equal(counts, []int{base})
		return
	}
	for i, c := range counts {
		others := l.system.Add(l.hidden(f.N-f.Answers[i].Count, minimum).Within(0, f.N))
		l.system.Equal([]int{c, others}, []int{base})
	}
}

// follow says of whom a follow-up is asked. How many skipped it is taken as known.
func (l *linker) follow(f *Figure) {
	if f.Follows == nil {
		return
	}
	l.system.Equal(pick(l.counts[f.Follows.Figure], f.Follows.Answers), []int{l.base[f]})
}

func pick(cells, indices []int) (some []int) {
	for _, i := range indices {
		some = append(some, cells[i])
	}
	return some
}

// breakdown adds a table: a row for each group, a column for each answer.
func (l *linker) breakdown(b *Breakdown) {
	t := l.system.Add(privacy.Cell{Count: 1, Printed: true})
	l.tables[b] = t
	for _, g := range b.Groups {
		l.group(g, t)
		l.parts(g)
		if b.Overlap() {
			l.outside(g)
		}
	}
	if !b.Overlap() {
		l.columns(b)
	}
}

// group adds a row.
func (l *linker) group(g *Group, table int) {
	b, f, m := g.Breakdown, g.Figure, l.minimum(g.Breakdown.Figure)
	by := pick(l.counts[b.By], g.Of)
	size := b.By.Sum(g.Of...)
	open := !slices.ContainsFunc(g.Of, func(i int) bool { return l.w.Hides(b.By, i) })
	c := l.cell(f.N, m, false, table, l.base[b.Figure])
	if len(by) == 1 {
		c.Owners = append(c.Owners, by[0])
	}
	if open {
		c.Withheld = c.Small
		c = c.Within(max(0, size-(b.Figure.Survey.Answered-b.Figure.N)), size)
	}
	base := l.system.Add(c)
	l.base[f] = base
	n := f.N
	if !open || c.Withheld {
		n = -1
	}
	for i, a := range f.Answers {
		cell := l.cell(a.Count, m, false, base)
		l.counts[f] = append(l.counts[f], l.system.Add(l.bounded(cell, b.Figure, i, n, b.Figure.N)))
	}
	l.row(f, m, base, l.counts[f])
	l.size(g, f, by, base)
}

// bounded leaves out of what a count of a group must still be able to be what the size of the group
// and the count of everyone tell already, when they are published: n of so many are in the group, -1
// when that is not known.
func (l *linker) bounded(c privacy.Cell, whole *Figure, answer, n, of int) privacy.Cell {
	least, most := 0, of
	if n >= 0 {
		most = n
	}
	if !l.w.Hides(whole, answer) && !l.w.HidesBase(whole) {
		all := whole.Answers[answer].Count
		most = min(most, all)
		if n >= 0 {
			least = n + all - of
		}
	}
	return c.Within(least, most)
}

// size says that the people of a group answered the question or skipped it.
func (l *linker) size(g *Group, f *Figure, by []int, base int) {
	if g.Breakdown.Overlap() && len(by) > 1 {
		return // people are in several
	}
	parts := []int{base}
	if !g.answeredAll() {
		l.skipped[f] = l.system.Add(privacy.Cell{Count: g.Breakdown.By.Sum(g.Of...) - f.N})
		parts = append(parts, l.skipped[f])
	}
	l.system.Equal(parts, by)
}

// answeredAll says whether it is known that nobody of a group skipped the question.
func (g *Group) answeredAll() bool {
	whole := g.Breakdown.Figure
	if whole.N == whole.Survey.Answered {
		return true
	}
	follows := whole.Follows
	return follows != nil && whole.Missing == 0 && follows.Figure == g.Breakdown.By &&
		!slices.ContainsFunc(g.Of, func(i int) bool { return !slices.Contains(follows.Answers, i) })
}

// columns says that the groups, and those who are in none, make everyone.
func (l *linker) columns(b *Breakdown) {
	var bases []int
	for _, g := range b.Groups {
		bases = append(bases, l.base[g.Figure])
	}
	var apart []int
	if !b.whole() || b.By.N < b.By.Survey.Answered {
		var rest int
		rest, apart = l.apart(b)
		l.beyond[b] = apart
		bases = append(bases, rest)
	}
	for i := range b.Figure.Answers {
		var all []int
		for _, g := range b.Groups {
			all = append(all, l.counts[g.Figure][i])
		}
		if apart != nil {
			all = append(all, apart[i])
		}
		l.system.Equal(all, l.counts[b.Figure][i:i+1])
	}
	if b.Figure.Kind == Multiple {
		l.system.Equal(bases, []int{l.base[b.Figure]})
	}
}

// apart adds those who are in no group: who skipped the question that makes the groups, or gave an
// answer to it that is left out. They are printed nowhere.
func (l *linker) apart(b *Breakdown) (base int, counts []int) {
	f, m := b.Figure, l.minimum(b.Figure)
	n, known := f.N, true
	var left []int // answers that make no group
	size := b.By.Survey.Answered
	for _, g := range b.Groups {
		n -= g.Figure.N
		size -= b.By.Sum(g.Of...)
		known = known && !l.w.Hides(b.By, g.Of...) && !l.w.HidesBase(b.By) &&
			!small(g.Figure.N, m)
	}
	for i, c := range l.counts[b.By] {
		if !slices.ContainsFunc(b.Groups, func(g *Group) bool { return slices.Contains(g.Of, i) }) {
			left = append(left, c)
			known = known && !l.w.Hides(b.By, i)
		}
	}
	most, fewer := n, n
	if !known {
		most, fewer = f.Survey.Answered, 0
	}
	base = l.system.Add(privacy.Cell{Count: n})
	l.system.Equal([]int{base, l.system.Add(privacy.Cell{Count: size - n})}, left)
	for i, a := range f.Answers {
		gave := a.Count
		for _, g := range b.Groups {
			gave -= g.Figure.Answers[i].Count
		}
		cell := l.hidden(gave, m).Within(fewer+a.Count-f.N, min(most, size))
		counts = append(counts, l.system.Add(cell))
		if f.Kind == Multiple {
			others := l.hidden(n-gave, m).Within(fewer-a.Count, min(most, size))
			l.system.Equal([]int{counts[i], l.system.Add(others)}, []int{base})
		}
	}
	if f.Kind != Multiple {
		l.system.Equal(counts, []int{base})
	}
	return base, counts
}

// small says whether a base is that of a small group.
func small(n, minimum int) bool { return n > 0 && n < minimum }

// parts adds the rows that were merged into a group. They are not printed, but what the question
// that makes the groups tells of each could give them away.
func (l *linker) parts(g *Group) {
	b, m := g.Breakdown, l.minimum(g.Breakdown.Figure)
	if b.Overlap() {
		return
	}
	columns := make([][]int, len(b.Figure.Answers))
	var bases []int
	for _, p := range b.Parts {
		if len(p.Of) == 0 || !slices.Contains(g.Of, p.Of[0]) {
			continue
		}
		base := l.system.Add(privacy.Cell{Count: p.Figure.N})
		bases = append(bases, base)
		l.base[p.Figure] = base
		n := -1
		if !l.w.Hides(b.By, p.Of...) {
			n = b.By.Sum(p.Of...)
		}
		var row []int
		for i, a := range p.Figure.Answers {
			c := l.system.Add(l.bounded(l.hidden(a.Count, m), b.Figure, i, n,
				b.Figure.Survey.Answered))
			row, columns[i] = append(row, c), append(columns[i], c)
		}
		l.counts[p.Figure] = row
		l.row(p.Figure, m, base, row)
		l.size(p, p.Figure, pick(l.counts[b.By], p.Of), base)
	}
	if len(bases) == 0 {
		return
	}
	l.system.Equal(bases, []int{l.base[g.Figure]})
	for i, c := range l.counts[g.Figure] {
		l.system.Equal(columns[i], []int{c})
	}
}

// outside adds those who are not in a group, where one may be in several: everyone less the group.
func (l *linker) outside(g *Group) {
	f, whole, m := g.Figure, g.Breakdown.Figure, l.minimum(g.Breakdown.Figure)
	n := whole.N - f.N
	least := 0
	if !l.w.Hides(g.Breakdown.By, g.Of...) {
		least = whole.N - g.Breakdown.By.Sum(g.Of...)
	}
	base := l.system.Add(l.hidden(n, m).Within(least, whole.N))
	l.system.Equal([]int{l.base[f], base}, []int{l.base[whole]})
	for i, c := range l.counts[f] {
		all := whole.Answers[i].Count
		others := all - f.Answers[i].Count
		cell := l.system.Add(l.hidden(others, m).Within(all-f.N, min(all, n)))
		l.system.Equal([]int{c, cell}, l.counts[whole][i:i+1])
		if whole.Kind == Multiple {
			rest := l.system.Add(l.hidden(n-others, m).Within(n-all, min(n, whole.N-all)))
			l.system.Equal([]int{cell, rest}, []int{base})
		}
	}
}

// followWithin says of whom of a group a follow-up is asked, when the question before and the one
// that makes the groups are broken down by each other.
func (l *linker) followWithin(b *Breakdown) {
	if b.Figure.Follows == nil {
		return
	}
	before, lead := b.Figure.Follows.Figure, b.Figure.Follows.Answers
	of := func(g *Group, asked []int) {
		parts := []int{l.base[g.Figure]}
		if b.Figure.Missing > 0 {
			parts = append(parts, l.system.Add(privacy.Cell{Count: l.sum(asked) - g.Figure.N}))
		}
		l.system.Equal(asked, parts)
	}
	if c := before.BrokenDown(b.By.ID); c != nil {
		for _, g := range b.Groups {
			for _, h := range c.Groups {
				if slices.Equal(sorted(g.Of), sorted(h.Of)) {
					of(g, pick(l.counts[h.Figure], lead))
				}
			}
		}
	}
	c := b.By.BrokenDown(before.ID)
	if c == nil {
		return
	}
	around, left := c.around(lead)
	for _, g := range b.Groups {
		if len(left) > 0 || b.Overlap() && len(g.Of) > 1 {
			continue
		}
		var asked []int
		for _, h := range around {
			asked = append(asked, pick(l.counts[h.Figure], g.Of)...)
		}
		of(g, asked)
	}
}

// around are the groups of those who gave one of some answers, and the answers that are in none.
func (b *Breakdown) around(answers []int) (groups []*Group, left []int) {
	left = slices.Clone(answers)
	for _, g := range b.Groups {
		if !slices.ContainsFunc(g.Of, func(i int) bool { return !slices.Contains(answers, i) }) {
			groups = append(groups, g)
			left = slices.DeleteFunc(left, func(i int) bool { return slices.Contains(g.Of, i) })
		}
	}
	return groups, left
}

// among says whether somebody who gave an answer is in a group, by other answers too.
func (b *Breakdown) among(answer int) bool {
	return slices.ContainsFunc(b.Groups, func(g *Group) bool { return slices.Contains(g.Of, answer) })
}

// turned says that two questions that are each broken down by the other make one table.
func (l *linker) turned(b, c *Breakdown) {
	for _, g := range b.Groups {
		for _, h := range c.Groups {
			if b.Figure.Kind == Multiple && len(h.Of) > 1 || c.Figure.Kind == Multiple && len(g.Of) > 1 {
				continue // people are in several
			}
			l.system.Equal(pick(l.counts[g.Figure], h.Of), pick(l.counts[h.Figure], g.Of))
		}
	}
}

// nested says that the groups of a follow-up are some of those who gave the answers that lead to it,
// when these are groups of the same question, or are left out of its groups.
func (l *linker) nested(inner, outer *Breakdown) {
	lead := inner.By.Follows.Answers
	around, left := outer.around(lead)
	apart := l.beyond[outer]
	if inner.Overlap() || len(left) > 0 && (apart == nil || slices.ContainsFunc(left, outer.among)) {
		return
	}
	m := l.minimum(inner.Figure)
	for i := range inner.Figure.Answers {
		var inside, all []int
		for _, g := range inner.Groups {
			inside = append(inside, l.counts[g.Figure][i])
		}
		for _, g := range around {
			all = append(all, l.counts[g.Figure][i])
		}
		if len(left) > 0 {
			all = append(all, apart[i])
		}
		rest := l.sum(all) - l.sum(inside)
		switch {
		case len(left) > 0 && !outer.onlyOut(left), inner.By.Missing > 0, !inner.whole():
			c := l.hidden(rest, m).Within(0, rest)
			c.Small = c.Small && len(left) == 0
			inside = append(inside, l.system.Add(c))
		}
		l.system.Equal(inside, all)
	}
	if len(left) == 0 {
		l.nestedSkipped(inner, around)
	}
}

// onlyOut says whether those in no group are just those who gave some answers.
func (b *Breakdown) onlyOut(answers []int) bool {
	if b.By.N < b.By.Survey.Answered {
		return false
	}
	for i := range b.By.Answers {
		if !b.among(i) && !slices.Contains(answers, i) {
			return false
		}
	}
	return true
}

// nestedSkipped says the same of those who skipped the question.
func (l *linker) nestedSkipped(inner *Breakdown, around []*Group) {
	cells := func(groups []*Group) (cells []int) {
		for _, g := range groups {
			if c, ok := l.skipped[g.Figure]; ok {
				cells = append(cells, c)
			}
		}
		return cells
	}
	inside, all := cells(inner.Groups), cells(around)
	if len(all) > 0 {
		inside = append(inside, l.system.Add(privacy.Cell{Count: l.sum(all) - l.sum(inside)}))
	}
	if len(inside) > 0 {
		l.system.Equal(inside, all)
	}
}

// sum adds up counts of cells.
func (l *linker) sum(cells []int) (n int) {
	for _, c := range cells {
		n += l.system.Count(c)
	}
	return n
}

// apply takes over what the system withholds.
func (l *linker) apply(figures []*Figure, breakdowns []*Breakdown, choice privacy.Choice) {
	withheld := choice.Withheld
	least := 0
	for _, f := range figures {
		least = max(least, l.minimum(f))
	}
	take := func(f *Figure) {
		c := privacy.Cells{Closed: withheld[l.base[f]], Overlap: f.Kind == Multiple}
		for _, i := range l.counts[f] {
			c.Withheld = append(c.Withheld, withheld[i])
		}
		if c.Any() {
			l.w.cells[f] = c
			own := l.minimum(f.Whole())
			if own == 0 { // it is withheld for another's sake
				own = least
			}
			l.w.least[f] = max(l.w.least[f], own)
		}
	}
	for _, f := range figures {
		take(f)
	}
	for _, b := range breakdowns {
		for _, g := range b.Groups {
			take(g.Figure)
		}
		for _, p := range b.Parts { // they are shown nowhere
			if m := l.minimum(b.Figure); m > 0 {
				l.w.cells[p.Figure] = privacy.Closed(len(p.Figure.Answers))
				l.w.least[p.Figure] = m
			}
		}
	}
}
