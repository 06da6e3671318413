package invent

import (
	"math/rand/v2"
	"slices"
)

// What Options.Groups adds is drawn from a source of its own, as that of Options.Forms.

// groupsSource begins that source.
func groupsSource(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x67727570)) }

// mostCrossed is how many people a survey has at most to be broken down, since they are drawn one by
// one.
const mostCrossed = 100_000

// breakdown is an invented [[breakdown]]: which question by which.
type breakdown struct {
	of, by *figure
	table  *table
}

// breakDown draws who answered what, person by person, and counts some questions of a survey within
// the answers to others.
func (m *maker) breakDown(s *survey) {
	if m.groups == nil || s.answered > mostCrossed {
		return
	}
	var asked []*figure
	for _, f := range s.figures {
		if f.kind != "open" {
			asked = append(asked, f)
		}
	}
	if len(asked) < 2 {
		return
	}
	people := map[*figure][]uint64{}
	answers := func(f *figure) []uint64 {
		if people[f] == nil {
			people[f] = m.people(f, s.answered)
		}
		return people[f]
	}
	for range 1 + m.groups.IntN(4) {
		of, by := asked[m.groups.IntN(len(asked))], asked[m.groups.IntN(len(asked))]
		if of == by || slices.ContainsFunc(s.breakdowns, func(b *breakdown) bool {
			return b.of == of && b.by == by
		}) || len(of.labels) > 60 || len(by.labels) > 60 {
			continue
		}
		s.breakdowns = append(s.breakdowns, m.crossed(of, by, answers(of), answers(by)))
	}
}

// people draws what each of so many people answered, as bits: none who skipped the question.
func (m *maker) people(f *figure, n int) []uint64 {
	out := make([]uint64, n)
	order := m.groups.Perm(n)
	if m.groups.IntN(2) == 0 { // who answered one question so, rather answered another so
		for i := range order {
			if j := m.groups.IntN(n); j%3 == 0 {
				order[i], order[j] = order[j], order[i]
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return a/(n/3+1) - b/(n/3+1) })
	}
	if f.kind != "multiple" {
		k := 0
		for i, count := range f.counts {
			for range count {
				out[order[k]] = 1 << i
				k++
			}
		}
		return out
	}
	for i, count := range f.counts {
		for _, k := range m.groups.Perm(f.n)[:count] {
			out[order[k]] |= 1 << i
		}
	}
	for _, k := range order[:f.n] {
		out[k] |= answered
	}
	return out
}

// answered is the bit of somebody who answered, whether or not with any answer.
const answered = 1 << 63

// crossed counts what people answered within groups.
func (m *maker) crossed(of, by *figure, gave, in []uint64) *breakdown {
	b := &breakdown{of, by, new(table).set("figure", of.id).set("by", by.id)}
	if len(by.labels) > 2 && by.kind != "multiple" && m.groups.IntN(4) == 0 {
		from := m.groups.IntN(len(by.labels) - 1)
		b.table.set("groups", new(table).set("Samlet gruppe", by.labels[from:]))
	}
	counts, answering := new(table), new(table)
	for g, group := range by.labels {
		row, n := new(table), 0
		cells := make([]int, len(of.labels))
		for p := range gave {
			if in[p]>>g&1 == 0 {
				continue
			}
			if gave[p] != 0 {
				n++
			}
			for i := range cells {
				cells[i] += int(gave[p] >> i & 1)
			}
		}
		for i, label := range of.labels {
			row.set(label, cells[i])
		}
		counts.set(group, row)
		answering.set(group, n)
	}
	if of.kind == "multiple" {
		b.table.set("answered", answering)
	}
	b.table.set("counts", counts)
	return b
}

// byGroups is a chart of one of the survey's breakdowns, drawn half of the times that there is one;
// nil else.
func (m *maker) byGroups() *table {
	if m.groups == nil || len(m.survey.breakdowns) == 0 || m.groups.IntN(2) == 0 {
		return nil
	}
	shown := m.survey.breakdowns[m.groups.IntN(len(m.survey.breakdowns))]
	b := new(table).set("figure", shown.of.ref(m.survey)).set("by", shown.by.id)
	forms := []string{"", "multiples", "dotplot", "stacked", "heat", "", "hbar", "pie"}
	if form := forms[m.groups.IntN(len(forms))]; form != "" {
		b.set("form", form)
	}
	labels := shown.of.labels
	if m.groups.IntN(4) == 0 {
		b.set("answer", labels[m.groups.IntN(len(labels))])
	}
	if m.groups.IntN(3) == 0 {
		b.set("highlight", []string{labels[m.groups.IntN(len(labels))]})
		if m.groups.IntN(3) == 0 {
			b.set("highlight_text", "er oppdiktet")
		}
	}
	if m.groups.IntN(6) == 0 {
		b.set("compare", true)
	}
	if m.groups.IntN(5) == 0 {
		b.set("heading", "Oppdiktet, i grupper")
	}
	return b
}
