package invent

import (
	"fmt"
	"math/rand/v2"
)

// What Options.Forms adds is drawn from a source of its own, so that it moves nothing else in the
// report of a seed but what follows from it.

// formsSource begins that source.
func formsSource(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x666f726d)) }

// also is true with a probability, where forms are drawn.
func (m *maker) also(p float64) bool { return m.forms != nil && m.forms.Float64() < p }

// some draws so many of some values, in any order.
func (m *maker) some(n int, values []string) []string {
	var out []string
	for _, i := range m.forms.Perm(len(values))[:min(n, len(values))] {
		out = append(out, values[i])
	}
	return out
}

// replies are what questions of yes or no are answered with, and how often, lowest first.
func (m *maker) replies() (replies, degrees []string) {
	switch m.options.Language {
	case "en":
		return []string{"Yes", "No", "Don't know", "Yes, mostly", "Sometimes",
				"To some extent", "Not yet"},
			[]string{"Never", "Rarely", "Sometimes", "Often", "Very often", "Always"}
	case "nn":
		return []string{"Ja", "Nei", "Veit ikkje", "Ja, for det meste", "Nokre gonger",
				"Delvis", "Ikkje enno"},
			[]string{"Aldri", "Sjeldan", "Av og til", "Ofte", "Svært ofte", "Alltid"}
	}
	return []string{"Ja", "Nei", "Vet ikke", "Ja, for det meste", "Noen ganger",
			"I stor grad", "Ikke ennå"},
		[]string{"Aldri", "Sjelden", "Av og til", "Ofte", "Svært ofte", "Alltid"}
}

// replied are the answers to a question of one answer: those given, or such of yes and no.
func (m *maker) replied(labels []string) []string {
	if !m.also(0.35) {
		return labels
	}
	replies, degrees := m.replies()
	if m.also(0.3) {
		return degrees[:2+m.forms.IntN(len(degrees)-1)]
	}
	return m.some(2+m.forms.IntN(4), replies)
}

// frequent are the steps of a scale: those given, or how often.
func (m *maker) frequent(f *figure) {
	_, degrees := m.replies()
	if len(f.labels) <= len(degrees) && m.also(0.4) {
		f.labels = degrees[:len(f.labels)]
	}
	if m.also(0.2) {
		f.table.set("scale", []string{"sequential", "diverging"}[m.forms.IntN(2)])
	}
}

// pointOut draws what a block highlights, and its words.
func (m *maker) pointOut(b *table, f *figure) {
	if !m.also(0.4) {
		return
	}
	set := m.some(m.forms.IntN(5), f.labels)
	b.set("highlight", set)
	if len(set) > 0 && m.also(0.6) {
		b.set("highlight_text", m.short(m.between(1, 9), 80))
	}
}

// olderSurveys are some of years before the earlier one, which the report does not name.
func (m *maker) olderSurveys() {
	for year := earlierYear; m.earlier != nil && m.also(0.4) && len(m.older) < 5; {
		year -= 1 + m.forms.IntN(4)
		s := &survey{id: fmt.Sprintf("da%d", year), year: year,
			answered: []int{5, 12, 40, 148, 2294}[m.forms.IntN(5)]}
		s.table = new(table).set("id", s.id).set("title", "Eldre").set("year", year).
			set("invited", 2*s.answered).set("answered", s.answered)
		m.older = append(m.older, s)
	}
}

// asked makes a question of the earlier survey one of older ones too, as far back as it happens.
func (m *maker) asked(f *figure) {
	for _, s := range m.older {
		if m.also(0.2) {
			return
		}
		old := &figure{id: f.id, kind: f.kind, n: s.answered, labels: f.labels, steps: f.steps}
		left := old.n
		for i := range f.labels {
			count := m.forms.IntN(left + 1)
			if f.kind != "multiple" {
				if left -= count; i == len(f.labels)-1 {
					count += left
				}
			}
			old.counts = append(old.counts, count)
		}
		question, _ := f.table.get("question").(string)
		old.table = new(table).set("id", old.id).set("question", question).set("kind", old.kind)
		m.finish(old, s)
		s.figures = append(s.figures, old)
		f.table.set("compare", old.ref(s))
		f = old
	}
}

// allChanges is a list of every change, nil where nothing can be compared.
func (m *maker) allChanges() *table {
	if !m.also(0.5) {
		return nil
	}
	for _, f := range m.survey.figures {
		if f.compare && f.kind != "open" {
			return new(table).set("change", "auto")
		}
	}
	return nil
}

// battery is a list of one answer each to several questions, with a probability; nil without.
func (m *maker) battery(p float64) *table {
	if !m.also(p) {
		return nil
	}
	var rows []*table
	for range 1 + m.forms.IntN(16) {
		f := m.survey.figures[m.forms.IntN(len(m.survey.figures))]
		if f.kind == "open" || len(f.labels) == 0 {
			continue
		}
		row := new(table).set("figure", f.ref(m.survey))
		if answers := m.some(1+m.forms.IntN(3), f.labels); f.kind == "multiple" || len(answers) == 1 {
			row.set("answer", answers[0])
		} else {
			row.set("answer", answers)
		}
		if m.also(0.4) {
			row.set("label", m.short(m.between(1, 9), 80))
		}
		rows = append(rows, row)
	}
	if rows == nil {
		return nil
	}
	b := new(table).set("battery", rows)
	if m.also(0.3) {
		b.set("heading", m.heading())
	}
	if m.also(0.2) {
		b.set("caption", m.caption())
	}
	return b
}

// spread lets something begin an even page, with a probability.
func (m *maker) spread(t *table, p float64) *table {
	if m.also(p) {
		t.set("spread", true)
	}
	return t
}

// told is a block, or in its place somebody's words, events or a side note.
func (m *maker) told(b *table) *table {
	switch {
	case m.also(0.03):
		return m.voiceBlock()
	case m.also(0.03):
		return m.timelineBlock()
	case m.also(0.04):
		a := new(table).set("aside", m.prose(m.few(1, 3)))
		if m.also(0.6) {
			a.set("heading", m.heading())
		}
		return a
	}
	return b
}

func (m *maker) voiceBlock() *table {
	v := new(table).set("voice", m.prose(m.few(1, 5))).set("name", m.short(m.between(1, 5), 60)).
		set("source", m.paragraph(1)).set("consent", "Oppdiktet")
	if m.also(0.6) {
		v.set("role", m.short(m.between(1, 6), 80))
	}
	if m.also(0.2) {
		v.set("lang", []string{"nb", "nn", "en"}[m.forms.IntN(3)])
	}
	return v
}

func (m *maker) timelineBlock() *table {
	common := m.also(0.4)
	var events []*table
	for range m.few(1, 14) {
		date := fmt.Sprint(1900 + m.forms.IntN(130))
		if m.also(0.6) {
			date += fmt.Sprintf("-%02d", 1+m.forms.IntN(12))
			if m.also(0.6) {
				date += fmt.Sprintf("-%02d", 1+m.forms.IntN(28))
			}
		}
		e := new(table).set("date", date).set("text", m.prose(m.few(1, 3)))
		if m.also(0.5) {
			e.set("title", m.heading())
		}
		if !common || m.also(0.2) {
			e.set("source", m.paragraph(1))
		}
		events = append(events, e)
	}
	t := new(table).set("timeline", events)
	if common {
		t.set("source", m.paragraph(1))
	}
	if m.also(0.4) {
		t.set("heading", m.heading())
	}
	return t
}
