package survey

import (
	"math/rand"
	"slices"
	"testing"

	"rapport/content/privacy"
)

// twoYears is a question of two years with as many answers as counts; its survey has it alone.
func twoYears(kind Kind, now, then []int) *Figure {
	make := func(id string, year int, counts []int) *Figure {
		f := &Figure{ID: "f", Title: "Spørsmål", Kind: kind}
		for i, n := range counts {
			f.Answers = append(f.Answers, Answer{Label: string(rune('a' + i)), Count: n})
		}
		if f.N = f.Total(); kind == Multiple {
			f.N = 100
		}
		f.Asked = f.N
		f.Survey = &Survey{ID: id, Year: year, Invited: 2 * f.N, Answered: f.N, Figures: []*Figure{f}}
		return f
	}
	f := make("now", 2021, now)
	f.Compare = make("then", 2020, then)
	return f
}

// TestComparisons: each answer is compared once, what is merged together, and of two that are each
// other's rest one.
func TestComparisons(t *testing.T) {
	merged := twoYears(Single, []int{10, 20, 30}, []int{30, 20, 10})
	merged.Merge = []Merge{{Label: "a", Now: []int{0}, Then: []int{0}},
		{Label: "b eller c", Now: []int{1, 2}, Then: []int{1, 2}}}
	pointed := twoYears(Single, []int{10, 20}, []int{20, 10})
	pointed.Highlight = []int{1}
	closed := twoYears(Single, []int{10, 20}, []int{20, 10})
	closed.Incomparable = "Annet spørsmål."
	cases := []struct {
		name   string
		figure *Figure
		want   []string
	}{
		{"answers", twoYears(Single, []int{10, 20, 30}, []int{30, 20, 10}),
			[]string{"Spørsmål: a", "Spørsmål: b", "Spørsmål: c"}},
		{"the rest", twoYears(Single, []int{10, 20}, []int{20, 10}), []string{"Spørsmål: a"}},
		{"the highlighted of two", pointed, []string{"Spørsmål: b"}},
		{"several a person", twoYears(Multiple, []int{10, 20}, []int{20, 10}),
			[]string{"Spørsmål: a", "Spørsmål: b"}},
		{"an answer is new", twoYears(Single, []int{10, 20, 5}, []int{20, 10}),
			[]string{"Spørsmål: a", "Spørsmål: b"}},
		{"merged, each the rest of the other", merged, []string{"Spørsmål: a"}},
		{"incomparable", closed, nil},
	}
	for _, c := range cases {
		var have []string
		for _, m := range c.figure.Comparisons() {
			have = append(have, m.Label)
		}
		if !slices.Equal(have, c.want) {
			t.Errorf("%s: %q, want %q", c.name, have, c.want)
		}
	}
}

// TestChanges: in any two years exactly the changes that are larger than their margins are outside,
// and nothing that is withheld is compared.
func TestChanges(t *testing.T) {
	random := rand.New(rand.NewSource(20260811))
	counts := func(n int) []int {
		out := make([]int, n)
		for i := range out {
			out[i] = random.Intn(60)
		}
		return out
	}
	outside := 0
	for range 400 {
		n := 2 + random.Intn(6)
		f := twoYears(Single, counts(n), counts(n))
		if f.N < TooFewAnswers || f.Compare.N < TooFewAnswers {
			continue
		}
		hidden := random.Intn(n)
		w := Withheld{}
		if random.Intn(2) == 0 {
			w = w.hiding(f, hidden)
		} else {
			hidden = -1
		}
		inside, changed := w.Changes(f.Survey)
		for _, m := range f.Comparisons() {
			in := func(list []Measure) bool {
				return slices.ContainsFunc(list,
					func(o Measure) bool { return slices.Equal(o.Answers, m.Answers) })
			}
			withheld := hidden >= 0 && slices.Contains(m.Answers, hidden)
			moved := !f.Insignificant(m.Answers...)
			if in(inside) != (!withheld && !moved) || in(changed) != (!withheld && moved) {
				t.Fatalf("%v to %v, %d hidden: inside %v, changed %v", f.Compare.Answers, f.Answers,
					hidden, inside, changed)
			}
		}
		outside += len(changed)
	}
	if outside == 0 {
		t.Error("no change was outside its margin")
	}
}

// hiding withholds one answer.
func (w Withheld) hiding(f *Figure, answer int) Withheld {
	gaps := make([]bool, len(f.Answers))
	gaps[answer] = true
	return Withheld{cells: map[*Figure]privacy.Cells{f: {Withheld: gaps}}}
}
