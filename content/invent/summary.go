package invent

import (
	"fmt"
	"math/rand/v2"
)

// summary draws the main findings, which most reports of Options.Summary have, from a source of its
// own, so that nothing else in the report of a seed moves.
func (m *maker) summary() {
	m.rand = rand.New(rand.NewPCG(m.out.Seed, 0x73756d6d))
	if m.chance(0.3) {
		return
	}
	s := new(table).set("headline", m.heading()).set("lead", m.summaryLead())
	if m.chance(0.2) {
		s.set("kicker", m.short(m.between(1, 3), 30))
	}
	if m.chance(0.7) {
		s.set("caveat", escaped(m.sentence()))
	}
	var list []*table
	for range m.findings() {
		list = append(list, m.finding())
	}
	m.out.files[fmt.Sprintf("%d/%s/report.toml", Year, Name)].set("summary", s.set("finding", list))
}

func (m *maker) summaryLead() string {
	if m.hard() {
		return m.prose(m.few(1, 9))
	}
	return escaped(m.phrase(m.between(60, 75))) + "."
}

func (m *maker) findings() int {
	if m.hard() {
		return m.few(1, 15)
	}
	return m.between(3, 8)
}

// finding is a key figure whose sentence may be long, of a question that was asked before if there is
// one.
func (m *maker) finding() *table {
	t := m.keyFigure()
	if f := m.pick("single", "scale", "multiple"); f != nil && f.compare && m.chance(0.5) {
		t = new(table).set("figure", f.ref(m.survey)).set("answer", oneOf(m, f.labels...)).
			set("text", lower(m.short(m.between(2, 8), 60)))
	}
	if m.hard() && m.chance(0.2) {
		t.entries[len(t.entries)-1].value = m.phrase(m.few(20, 150))
	}
	return t
}
