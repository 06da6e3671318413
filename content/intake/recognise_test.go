package intake

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

var (
	seeds = flag.Int("seeds", 20, "how many surveys are invented")
	from1 = flag.Int64("from", 1, "the first of them")
)

var inBokmal = Instructions{Other: "Annet", Unnamed: "Spørsmål uten tekst"}

// TestCounts invents surveys, writes each in the form of every tool, and demands the counts that it was
// made from.
func TestCounts(t *testing.T) {
	for i := range *seeds {
		seed := *from1 + int64(i)
		s := invent(seed, 60+int(seed*37%400))
		for n, e := range s.exports(t) {
			if e.unnamed && s.beside() {
				continue // nobody can tell which answers are whose
			}
			name := fmt.Sprintf("seed %d, %d %s", seed, n, e.tool)
			have := e.open(t).Recognise(inBokmal)
			if have.Tool != e.tool {
				t.Errorf("%s: taken for %q", name, have.Tool)
			}
			s.compare(t, name, e, have)
			if t.Failed() && testing.Short() {
				return
			}
		}
	}
}

// beside says whether two questions of several answers stand beside one another, or have the same.
func (s *invented) beside() bool {
	for k, a := range s.asked {
		for j, b := range s.asked[:k] {
			if a.kind == aMultiple && b.kind == aMultiple && (j == k-1 || a.answers[0] == b.answers[0]) {
				return true
			}
		}
	}
	return false
}

// compare holds what was recognised against the truth.
func (s *invented) compare(t *testing.T, name string, e export, have *Survey) {
	t.Helper()
	if have.Answered != s.counted() {
		t.Errorf("%s: %d answered, want %d; %+v", name, have.Answered, s.counted(), have.Notes)
	}
	notes := map[What]int{}
	for _, n := range have.Notes {
		notes[n.What] += n.Count
	}
	if notes[Tests] != s.tests || notes[Twice] != s.twice || notes[Blank] != s.blanks+s.silent() {
		t.Errorf("%s: %+v; want %d tests, %d twice, %d blank", name, have.Notes, s.tests, s.twice, s.blanks+s.silent())
	}
	if e.partial && notes[Partly] != s.partials() {
		t.Errorf("%s: %d partial, want %d", name, notes[Partly], s.partials())
	}
	for k, a := range s.asked {
		if a.kind == aGrid {
			for i, st := range a.statements {
				s.compareOne(t, name, e, have, k, i, statement(a.text, st))
			}
			continue
		}
		s.compareOne(t, name, e, have, k, 0, a.text)
	}
}

// counted is how many answered anything, silent how many of those who count did not.
func (s *invented) counted() int { return len(s.people) - s.silent() }

func (s *invented) silent() (n int) {
	for _, p := range s.people {
		if !p.any() {
			n++
		}
	}
	return n
}

func (s *invented) partials() (n int) {
	for _, p := range s.people {
		if p.partial && p.any() {
			n++
		}
	}
	return n
}

// truth is what one question should come out as.
func (s *invented) truth(e export, k, statement int) (count map[string]int, answered, asked int) {
	a := s.asked[k]
	count = map[string]int{}
	for _, l := range a.answers {
		count[l] = 0
	}
	for _, p := range s.people {
		if !p.any() {
			continue
		}
		if a.follows < 0 || len(p.given[a.follows]) > 0 && p.given[a.follows][0] == a.leading {
			asked++
		}
		switch {
		case a.kind == aGrid && len(p.given[k]) > 0:
			count[p.given[k][statement]]++
			answered++
		case a.kind == anOpen || a.kind == aNumber || a.kind == aDate || a.kind == aGrid:
			if len(p.given[k]) > 0 {
				answered++
				if a.kind == aDate {
					count[p.given[k][0][:4]]++
				} else if a.kind == aNumber {
					count[p.given[k][0]]++
				}
			}
		default:
			for _, g := range p.given[k] {
				count[g]++
			}
			if p.own[k] != "" {
				count["Annet"]++
			}
			if len(p.given[k]) > 0 || p.own[k] != "" {
				answered++
			}
		}
	}
	return count, answered, asked
}

func (s *invented) compareOne(t *testing.T, name string, e export, have *Survey, k, statement int, text string) {
	t.Helper()
	a := s.asked[k]
	want, answered, _ := s.truth(e, k, statement)
	q := questionOf(have, text, e, a)
	if q == nil {
		if answered > 0 {
			t.Errorf("%s: %q is not there", name, text)
		}
		return
	}
	got := map[string]int{}
	for _, x := range q.Answers {
		got[x.Label] += x.Count
	}
	if q.Replies != answered {
		t.Errorf("%s: %q was answered by %d, want %d", name, text, q.Replies, answered)
	}
	if q.Kind != Multiple && q.Kind != Open && q.Total() != q.Replies {
		t.Errorf("%s: %q: %d answers of %d", name, text, q.Total(), q.Replies)
	}
	if q.Missing != q.Asked(have.Answered)-q.Replies {
		t.Errorf("%s: %q: missing %d of %d", name, text, q.Missing, q.Asked(have.Answered))
	}
	switch a.kind {
	case anOpen:
		if q.Kind != Open || len(q.Answers) > 0 {
			t.Errorf("%s: %q is %s with %v", name, text, q.Kind, q.Answers)
		}
		return
	case aNumber, aDate:
		banded := map[string]int{}
		for l := range got {
			banded[l] = 0
		}
		for v, n := range want {
			x, _ := numberOf(v)
			for l := range got {
				if b, ok := bandOf(l); ok && b.holds(x) {
					banded[l] += n
				}
			}
		}
		if !maps.Equal(got, banded) {
			t.Errorf("%s: %q: %v, want %v of %v", name, text, got, banded, want)
		}
		return
	}
	wantKind := map[inventedKind]Kind{aSingle: Single, aMultiple: Multiple, aScale: Scale, aNumericScale: Scale, aGrid: Scale}[a.kind]
	if q.Kind != wantKind && answered > 3 {
		t.Errorf("%s: %q is %s, want %s", name, text, q.Kind, wantKind)
	}
	want = normal(e, a, want, answered)
	if !maps.Equal(drop(normalLabels(got)), drop(normalLabels(want))) {
		t.Errorf("%s: %q: %v, want %v (%+v)", name, text, got, want, q.Notes)
	}
	if a.kind == aScale || a.kind == aGrid {
		var order []string
		for _, x := range q.Answers {
			order = append(order, x.Label)
		}
		if answered > 5 && !slices.Equal(order, a.answers) {
			t.Errorf("%s: %q stands as %q, want %q", name, text, order, a.answers)
		}
	}
}

// normal is the truth as far as an export can tell it: where people may write among the answers, what
// only one person gave, and forms do not have, counts as another answer.
func normal(e export, a asked, want map[string]int, answered int) map[string]int {
	out := map[string]int{}
	for l, n := range want {
		if e.loose && n == 1 && !standard(l) && !strings.Contains("1-3 4-6 7-9", l) && !(a.kind == aMultiple && (e.unnamed || e.tool == nettskjema)) {
			l = "Annet"
		}
		out[l] += n
	}
	return out
}

// normalLabels are answers by how they read, whatever they are called when they are others.
func normalLabels(count map[string]int) map[string]int {
	out := map[string]int{}
	for l, n := range count {
		if is("other", l) {
			l = "Annet"
		}
		out[strings.ReplaceAll(l, "–", "-")] += n
	}
	return out
}

// drop leaves out what nobody gave.
func drop(count map[string]int) map[string]int {
	maps.DeleteFunc(count, func(_ string, n int) bool { return n == 0 })
	return count
}

// questionOf is the question with a text; one that an export does not name is known by its answers.
func questionOf(s *Survey, text string, e export, a asked) *Question {
	for _, q := range s.Questions {
		if q.Text == text {
			return q
		}
		if e.unnamed && a.kind == aMultiple && q.Kind == Multiple && len(q.Answers) > 0 && slices.Contains(a.answers, q.Answers[0].Label) {
			return q
		}
	}
	return nil
}

// Total is the sum of all counts.
func (q *Question) Total() (n int) {
	for _, a := range q.Answers {
		n += a.Count
	}
	return n
}
