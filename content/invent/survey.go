package invent

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// survey is an invented survey: what its table says, and what others need to know of it.
type survey struct {
	id       string
	year     int
	answered int
	table    *table
	figures  []*figure

	breakdowns []*breakdown
}

// figure is an invented question.
type figure struct {
	id      string
	kind    string
	n       int
	labels  []string
	counts  []int
	steps   int // of a scale
	compare bool
	places  bool // the answers are counties
	table   *table
}

// ref is how blocks name the figure.
func (f *figure) ref(s *survey) string { return s.id + "." + f.id }

// answered draws how many answered a survey, from 5 to a million.
func (m *maker) answered() int {
	switch {
	case m.options.Answered > 0:
		return m.options.Answered
	case m.hard():
		return oneOf(m, 5, 7, 12, 31, 99, 100, 101, 148, 999, 1000, 2294, 10_000, 95_522, 1_000_000)
	}
	return int(math.Exp(3 + 4*m.rand.Float64())) // 20 to 1,100, as many small ones as large
}

// surveys draws the report's survey and, mostly, one of an earlier year.
func (m *maker) surveys() {
	year := Year
	if m.also(0.3) {
		year--
	}
	m.survey = m.newSurvey("nu", year, m.answered())
	if m.chance(0.7) {
		m.earlier = m.newSurvey("da", earlierYear, m.answered())
	}
	m.olderSurveys()
	for i := range m.between(4, 14) {
		m.survey.figures = append(m.survey.figures, m.figure(m.survey, fmt.Sprintf("f%d", i)))
	}
	if m.hard() { // a battery
		first := m.scale(m.survey, "b0", m.between(2, 11))
		m.survey.figures = append(m.survey.figures, first)
		for i := range m.few(2, 16) {
			m.survey.figures = append(m.survey.figures, m.sameScale(fmt.Sprintf("b%d", i+1), first))
		}
	}
	m.file(m.survey, fmt.Sprintf("%d/%s/survey.toml", Year, Name))
	if m.earlier != nil {
		m.file(m.earlier, fmt.Sprintf("%d/forrige/survey.toml", earlierYear))
	}
	for _, s := range m.older {
		m.file(s, fmt.Sprintf("%d/eldre/survey.toml", s.year))
	}
}

func (m *maker) newSurvey(id string, year, answered int) *survey {
	invited := answered + m.few(0, 2*answered)
	t := new(table).set("id", id).set("title", m.phrase(m.between(2, 5))).set("year", year).
		set("period", fmt.Sprintf("august %d", year)).set("invited", invited).set("answered", answered)
	return &survey{id: id, year: year, answered: answered, table: t}
}

// file puts a survey into a file of its own.
func (m *maker) file(s *survey, name string) {
	list := make([]*table, len(s.figures))
	for i, f := range s.figures {
		list[i] = f.table
	}
	m.breakDown(s)
	m.out.files[name] = new(table).set("survey", s.table).set("figure", list)
	if len(s.breakdowns) > 0 {
		within := make([]*table, len(s.breakdowns))
		for i, b := range s.breakdowns {
			within[i] = b.table
		}
		m.out.files[name].set("breakdown", within)
	}
}

// figure draws a question of any kind.
func (m *maker) figure(s *survey, id string) *figure {
	var f *figure
	switch {
	case m.chance(0.15):
		f = m.scale(s, id, m.steps())
	case m.chance(0.2):
		f = m.multiple(s, id)
	case m.chance(0.08):
		return m.open(s, id)
	default:
		f = m.single(s, id)
	}
	if m.earlier != nil && m.chance(0.45) {
		m.compared(f)
	}
	return f
}

func (m *maker) steps() int {
	if m.hard() {
		return m.between(2, 11)
	}
	return 5
}

// begin is a question without its answers.
func (m *maker) begin(id, kind string) *figure {
	t := new(table).set("id", id).set("question", m.words.question+" "+lower(m.phrase(m.between(3, 9)))+"?").set("kind", kind)
	if m.chance(0.6) {
		t.set("title", m.short(m.between(1, 4), 40))
	}
	return &figure{id: id, kind: kind, table: t}
}

func lower(s string) string { return strings.ToLower(s) }

// finish gives a question its counts.
func (m *maker) finish(f *figure, s *survey) {
	answers := new(table)
	for i, label := range f.labels {
		answers.set(label, f.counts[i])
	}
	if f.kind == "multiple" {
		if f.n < s.answered {
			f.table.set("missing", s.answered-f.n)
		}
	} else if sum := total(f.counts); sum < s.answered {
		f.table.set("missing", s.answered-sum)
	}
	if m.also(0.1) {
		f.table.set("partial", true)
	}
	f.table.set("answers", answers)
}

func total(counts []int) int {
	sum := 0
	for _, c := range counts {
		sum += c
	}
	return sum
}

// base draws how many of those asked answered a question.
func (m *maker) base(asked int) int {
	if m.chance(0.5) || asked <= 5 {
		return asked
	}
	return max(5, asked-m.few(0, asked/2))
}

func (m *maker) single(s *survey, id string) *figure {
	f := m.begin(id, "single")
	f.n = m.base(s.answered)
	f.labels = m.replied(m.labels(m.answerCount()))
	m.located(f)
	f.counts = m.divide(f.n, len(f.labels))
	if m.chance(0.3) {
		f.table.set("highlight", oneOf(m, f.labels...))
	}
	if len(f.labels) > 2 && m.chance(0.3) {
		f.table.set("residual", []string{f.labels[len(f.labels)-1]})
	}
	if m.chance(0.2) {
		f.table.set("ordered", true)
	}
	m.finish(f, s)
	return f
}

func (m *maker) answerCount() int {
	switch {
	case m.hard() && m.chance(0.1):
		return m.between(15, 60)
	case m.hard():
		return m.between(1, 16)
	}
	return m.between(2, 8)
}

func (m *maker) multiple(s *survey, id string) *figure {
	f := m.begin(id, "multiple")
	f.n = m.base(s.answered)
	f.labels = m.labels(m.between(2, 12))
	for range f.labels {
		f.counts = append(f.counts, m.rand.IntN(f.n+1))
	}
	f.counts[0] = max(1, f.counts[0])
	m.finish(f, s)
	return f
}

func (m *maker) scale(s *survey, id string, steps int) *figure {
	f := m.begin(id, "scale")
	f.n, f.steps = m.base(s.answered), steps
	switch {
	case m.hard() && m.chance(0.4):
		f.labels = m.labels(steps)
	case m.chance(0.3):
		for i := range steps {
			f.labels = append(f.labels, fmt.Sprint(i+1))
		}
	default:
		f.labels = append(f.labels, m.words.answers[:steps]...)
	}
	m.frequent(f)
	f.counts = m.divide(f.n, steps)
	m.finish(f, s)
	return f
}

// sameScale is another question with the steps of a first one.
func (m *maker) sameScale(id string, first *figure) *figure {
	f := m.begin(id, "scale")
	f.n, f.steps, f.labels = m.base(m.survey.answered), first.steps, first.labels
	f.counts = m.divide(f.n, f.steps)
	m.finish(f, m.survey)
	return f
}

func (m *maker) open(s *survey, id string) *figure {
	f := m.begin(id, "open")
	f.n = m.rand.IntN(s.answered + 1)
	f.table.set("responses", f.n)
	return f
}

// compared makes the question of the earlier year: with the same answers, or with others that are
// merged, of which some may be left out.
func (m *maker) compared(f *figure) {
	e := m.earlier
	old := &figure{id: f.id, kind: f.kind, n: m.base(e.answered), labels: f.labels, steps: f.steps}
	merged := f.kind == "single" && len(f.labels) >= 3 && m.chance(0.25)
	if merged {
		old.labels = m.labels(2)
	}
	if f.kind == "multiple" {
		for range old.labels {
			old.counts = append(old.counts, m.rand.IntN(old.n+1))
		}
		old.counts[0] = max(1, old.counts[0])
	} else {
		old.counts = m.divide(old.n, len(old.labels))
	}
	question, _ := f.table.get("question").(string)
	old.table = new(table).set("id", old.id).set("question", question).set("kind", old.kind)
	m.finish(old, e)
	e.figures = append(e.figures, old)
	m.asked(old)
	f.compare = true
	f.table.set("compare", old.ref(e))
	if merged {
		f.table.set("merge", new(table).
			set(m.short(2, 30), new(table).set("now", f.labels[:1]).set("then", old.labels[:1])).
			set(m.short(2, 29)+" b", new(table).set("now", f.labels[1:2]).set("then", old.labels[1:2])))
	}
}

// divide divides a number of people among answers, most of them unevenly; the first has at least one.
func (m *maker) divide(n, answers int) []int {
	weights := make([]float64, answers)
	sum := 0.0
	for i := range weights {
		weights[i] = -math.Log(1 - m.rand.Float64())
		if m.chance(0.12) {
			weights[i] = 0
		}
		sum += weights[i]
	}
	counts := make([]int, answers)
	left := n
	for i, w := range weights {
		if sum > 0 {
			counts[i] = min(left, int(w/sum*float64(n)))
		}
		left -= counts[i]
	}
	counts[m.rand.IntN(answers)] += left
	return counts
}

// labels draws answers that differ from each other, from one letter to 120.
func (m *maker) labels(n int) []string {
	var out []string
	seen := map[string]bool{}
	for len(out) < n {
		label := m.label()
		key := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(label, "\u00ad", "")))
		if key != "" && !seen[key] {
			seen[key] = true
			out = append(out, label)
		}
	}
	return out
}

func (m *maker) label() string {
	switch {
	case m.hard() && m.chance(0.15):
		return m.short(m.between(8, 30), 120)
	case m.hard() && m.chance(0.15):
		return oneOf(m, "😀", "😐", "😞", "★", "★★", "★★★", "C", "C#", "C++", "A", "A*", "1–2", "3+", "0", "www.example.org/a",
			"www.example.org/b", "?", "!", "N/A", "Ja", "Ja!", "<18", ">67")
	case m.hard() && m.chance(0.2):
		return m.compound(m.between(1, 5))
	}
	s := m.short(m.between(1, 5), 44)
	if utf8.RuneCountInString(s) == 1 {
		return s + oneOf(m, m.words.words...)
	}
	return s
}
