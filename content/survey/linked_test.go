package survey

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/content/privacy/glpk"
)

// folk is an invented survey, person by person: what each answered to each question, as bits; none
// who did not answer.
type folk struct {
	survey  *Survey
	minimum int
	options [][]uint64 // by question: all that one person may answer
	people  [][]uint64
}

const didAnswer = 1 << 63

// inventFolk draws people who answer two or three questions of any kinds, some of them skipped, one
// of them maybe only asked of who gave certain answers to the first; and breaks some down by others.
func inventFolk(r *rand.Rand) *folk {
	k := &folk{survey: &Survey{ID: "u"}, minimum: 2 + r.IntN(5)}
	skip := []float64{0, 0, 0.05, 0.3}[r.IntN(4)]
	n := 6 + r.IntN(1+30*r.IntN(8))
	k.people = make([][]uint64, n)
	for q := range 2 + r.IntN(2) {
		f := &Figure{ID: fmt.Sprintf("q%d", q), Survey: k.survey, Kind: Single}
		answers := 2 + r.IntN(4)
		if r.IntN(4) == 0 {
			f.Kind, answers = Multiple, 2+r.IntN(2)
		}
		if q > 0 && r.IntN(5) == 0 {
			f.Follows = &Follow{Figure: k.survey.Figures[0], Answers: []int{r.IntN(2)}}
		}
		k.options = append(k.options, optionsOf(f.Kind, answers))
		skew := 1 + r.IntN(3)
		for i := range k.people {
			answer := k.draw(r, q, skew)
			if r.Float64() < skip ||
				f.Follows != nil && k.people[i][0]>>f.Follows.Answers[0]&1 == 0 {
				answer = 0
			}
			k.people[i] = append(k.people[i], answer)
		}
		for a := range answers {
			f.Answers = append(f.Answers, Answer{Label: fmt.Sprintf("A%d", a),
				Count: k.count(q, a, nil)})
		}
		f.N, f.Asked = k.count(q, -1, nil), n
		if f.Follows != nil {
			f.Asked = f.Follows.Figure.Sum(f.Follows.Answers...)
		}
		f.Missing = f.Asked - f.N
		k.survey.Figures = append(k.survey.Figures, f)
	}
	k.survey.Answered = n
	k.cross(r)
	return k
}

// optionsOf are all that one person may answer.
func optionsOf(kind Kind, answers int) []uint64 {
	all := []uint64{0}
	if kind != Multiple {
		for a := range answers {
			all = append(all, didAnswer|1<<a)
		}
		return all
	}
	for bits := range uint64(1) << answers {
		all = append(all, didAnswer|bits)
	}
	return all
}

// draw is what somebody answers, the first answers more often; people keep to their kind a little.
func (k *folk) draw(r *rand.Rand, q, skew int) uint64 {
	x := r.Float64()
	for range skew - 1 {
		x *= r.Float64()
	}
	return k.options[q][1+int(x*float64(len(k.options[q])-1))]
}

// count is how many gave an answer to a question, or any (-1), of those who are in a group.
func (k *folk) count(q, answer int, g *Group) int {
	n := 0
	for _, p := range k.people {
		if has(p[q], answer) && k.in(p, g) {
			n++
		}
	}
	return n
}

// has says whether somebody gave an answer, or any (-1).
func has(given uint64, answer int) bool {
	if answer < 0 {
		return given != 0
	}
	return given>>answer&1 == 1
}

// in says whether somebody is in a group; nil is everyone.
func (k *folk) in(p []uint64, g *Group) bool {
	if g == nil {
		return true
	}
	by := slices.Index(k.survey.Figures, g.Breakdown.By)
	return slices.ContainsFunc(g.Of, func(i int) bool { return has(p[by], i) })
}

// cross breaks the last question down by the others, or all by the first, with merged groups.
func (k *folk) cross(r *rand.Rand) {
	figures := k.survey.Figures
	last := len(figures) - 1
	pairs := [][2]int{{last, 0}}
	if last == 2 {
		pairs = append(pairs, [][2]int{{2, 1}, {1, 0}, {0, 2}}[r.IntN(3)])
	}
	for _, p := range pairs {
		b := &Breakdown{Figure: figures[p[0]], By: figures[p[1]]}
		merge := len(b.By.Answers)
		if b.By.Kind == Single && r.IntN(3) == 0 {
			merge = r.IntN(len(b.By.Answers) - 1)
		}
		for i := range b.By.Answers {
			g := k.group(b, p[0], i)
			if i < merge {
				b.Groups = append(b.Groups, g)
			} else {
				b.Parts = append(b.Parts, g)
			}
		}
		if merge < len(b.By.Answers) {
			var of []int
			for i := merge; i < len(b.By.Answers); i++ {
				of = append(of, i)
			}
			b.Groups = append(b.Groups, k.group(b, p[0], of...))
			if r.IntN(3) == 0 { // merged groups may be counted as such
				b.Parts = nil
			}
		}
		if len(b.Groups) > 1 && r.IntN(5) == 0 { // not all groups need be counted
			i := r.IntN(len(b.Groups))
			b.Groups = slices.Delete(b.Groups, i, i+1)
		}
		b.Figure.Breakdowns = append(b.Figure.Breakdowns, b)
		k.survey.Breakdowns = append(k.survey.Breakdowns, b)
	}
}

func (k *folk) group(b *Breakdown, q int, of ...int) *Group {
	g := &Group{Breakdown: b, Label: fmt.Sprint(of), Of: of}
	f := *b.Figure
	f.Within, f.Breakdowns, f.Answers = g, nil, slices.Clone(f.Answers)
	for a := range f.Answers {
		f.Answers[a].Count = k.count(q, a, g)
	}
	f.N = k.count(q, -1, g)
	f.Asked, f.Missing = f.N, 0
	g.Figure = &f
	return g
}

// who says which people a number counts: by what they answered.
type who func(p []uint64) bool

// secret is a number of people that may have to be kept.
type secret struct {
	what  string
	count int
	who   who
}

// secrets are all numbers of the survey that are from one to below the minimum, and that a table
// tells: printed ones, and those that are left when printed ones are taken away.
func (k *folk) secrets() (all []secret) {
	add := func(what string, w who) {
		n := 0
		for _, p := range k.people {
			if w(p) {
				n++
			}
		}
		if n > 0 && n < k.minimum {
			all = append(all, secret{what, n, w})
		}
	}
	for _, b := range k.survey.Breakdowns {
		q, by := slices.Index(k.survey.Figures, b.Figure), slices.Index(k.survey.Figures, b.By)
		groups := slices.Concat(b.Groups, b.Parts)
		for _, g := range groups {
			for a := range b.Figure.Answers {
				add(fmt.Sprintf("%s=%d in %s %s", b.Figure.ID, a, b.By.ID, g.Label),
					func(p []uint64) bool { return has(p[q], a) && k.in(p, g) })
				if b.Figure.Kind == Multiple {
					add(fmt.Sprintf("%s≠%d in %s %s", b.Figure.ID, a, b.By.ID, g.Label),
						func(p []uint64) bool { return p[q] != 0 && !has(p[q], a) && k.in(p, g) })
				}
				if b.Overlap() {
					add(fmt.Sprintf("%s=%d outside %s %s", b.Figure.ID, a, b.By.ID, g.Label),
						func(p []uint64) bool { return has(p[q], a) && !k.in(p, g) })
				}
			}
		}
		for a := range b.Figure.Answers {
			add(fmt.Sprintf("%s=%d without %s", b.Figure.ID, a, b.By.ID),
				func(p []uint64) bool { return has(p[q], a) && p[by] == 0 })
		}
	}
	for q, f := range k.survey.Figures {
		for a := range f.Answers {
			add(fmt.Sprintf("%s=%d", f.ID, a), func(p []uint64) bool { return has(p[q], a) })
		}
	}
	return all
}

// fact is what a reader knows: that so many people there are, or so many at least.
type fact struct {
	who   who
	sign  string
	count int
}

// facts are all that the report and all editions print: every base, every count, every sum of
// answers; and that a gap stands for somebody, where the base is told.
func (k *folk) facts(w Withheld) []fact {
	all := []fact{{func([]uint64) bool { return true }, "=", k.survey.Answered}}
	add := func(f *Figure, q int, g *Group) {
		if w.HidesBase(f) {
			return
		}
		all = append(all, fact{func(p []uint64) bool { return p[q] != 0 && k.in(p, g) }, "=", f.N})
		for set := 1; set < 1<<len(f.Answers); set++ {
			var answers []int
			for a := range f.Answers {
				if set>>a&1 == 1 {
					answers = append(answers, a)
				}
			}
			if f.Kind == Multiple && len(answers) > 1 {
				continue
			}
			sum := fact{func(p []uint64) bool {
				return k.in(p, g) && slices.ContainsFunc(answers, func(a int) bool { return has(p[q], a) })
			}, "=", f.Sum(answers...)}
			if w.Hides(f, answers...) {
				sum.sign, sum.count = ">=", 1
			}
			all = append(all, sum)
		}
	}
	for q, f := range k.survey.Figures {
		add(f, q, nil)
	}
	for _, b := range k.survey.Breakdowns {
		for _, g := range b.Groups {
			add(g.Figure, slices.Index(k.survey.Figures, b.Figure), g)
		}
	}
	return all
}

// kinds are all kinds of people that there may be.
func (k *folk) kinds() [][]uint64 {
	all := [][]uint64{nil}
	for q, options := range k.options {
		var more [][]uint64
		for _, p := range all {
			for _, o := range options {
				f := k.survey.Figures[q].Follows
				if f != nil && p[0]>>f.Answers[0]&1 == 0 && o != 0 {
					continue
				}
				more = append(more, append(slices.Clone(p), o))
			}
		}
		all = more
	}
	return all
}

// attack computes, for each secret, the least and the most that it can be, for a reader who knows
// some facts, by a program over how many people there are of each kind: it knows no table, and
// nothing of how the gaps were chosen. No more than most is asked.
func (k *folk) attack(t *testing.T, facts []fact, secrets []secret, most int) (low, high []float64) {
	kinds := k.kinds()
	var goal, body, bounds strings.Builder
	for s, hidden := range secrets {
		for end, sign := range []string{"+", "-"} {
			sum := func(w who) (some bool) {
				for i, p := range kinds {
					if w(p) {
						fmt.Fprintf(&body, " + x%d_%d_%d\n", s, end, i)
						some = true
					}
				}
				return some
			}
			for _, f := range facts {
				if sum(f.who) {
					fmt.Fprintf(&body, " %s %d\n", f.sign, f.count)
				}
			}
			sum(hidden.who)
			fmt.Fprintf(&body, " - y%d_%d - z%d_%d = 0\n", s, end, s, end)
			fmt.Fprintf(&goal, " %s y%d_%d\n", sign, s, end)
			fmt.Fprintf(&bounds, " 0 <= y%d_%d <= %d\n", s, end, most)
			if end == 0 { // what is more than most counts for the least, too
				fmt.Fprintf(&goal, " + 2 z%d_0\n", s)
			}
		}
	}
	values := glpk.Solve(t, "Minimize\n obj:"+goal.String()+"Subject To\n"+body.String()+"Bounds\n"+
		bounds.String()+"End\n")
	for s := range secrets {
		low = append(low, values[fmt.Sprintf("y%d_0", s)])
		high = append(high, values[fmt.Sprintf("y%d_1", s)])
	}
	return low, high
}

// margins are what a reader would know if nothing were told of groups but how many they are: the
// figures of everyone, and the bases of groups that are not small.
func (k *folk) margins() []fact {
	breakdowns := k.survey.Breakdowns
	k.survey.Breakdowns = nil
	w := Withhold([]*Survey{k.survey}, func(*Figure) int { return k.minimum })
	facts := k.facts(w)
	k.survey.Breakdowns = breakdowns
	for _, b := range breakdowns {
		q := slices.Index(k.survey.Figures, b.Figure)
		for _, g := range b.Groups {
			open := !slices.ContainsFunc(g.Of, func(i int) bool { return w.Hides(b.By, i) })
			if open && g.Figure.N >= k.minimum && !w.HidesBase(b.Figure) {
				facts = append(facts, fact{func(p []uint64) bool { return p[q] != 0 && k.in(p, g) }, "=",
					g.Figure.N})
			}
		}
	}
	return facts
}

// TestBreakdownsGiveNothingAway prints invented surveys with all their breakdowns, so all editions
// at once, and has an independent solver compute what readers can: every small number must still be
// able to be all from one to below the minimum, and two numbers, or all of it that margins allow.
func TestBreakdownsGiveNothingAway(t *testing.T) {
	surveys, looked, withheld, small, printed := 0, 0, 0, 0, 0
	for seed := uint64(0); surveys < 90; seed++ {
		r := rand.New(rand.NewPCG(seed, 17))
		k := inventFolk(r)
		secrets := k.secrets()
		if len(secrets) == 0 || len(k.kinds()) > 220 {
			continue
		}
		surveys++
		w := Withhold([]*Survey{k.survey}, func(*Figure) int { return k.minimum })
		r.Shuffle(len(secrets), func(i, j int) { secrets[i], secrets[j] = secrets[j], secrets[i] })
		secrets = secrets[:min(len(secrets), 10)]
		most := k.minimum + 1
		low, high := k.attack(t, k.facts(w), secrets, most)
		least, top := k.attack(t, k.margins(), secrets, most)
		for i, s := range secrets {
			wantHigh := min(float64(max(2, k.minimum-1)), math.Floor(top[i]+1e-6))
			wantLow := max(min(1, wantHigh-1), math.Ceil(least[i]-1e-6))
			if wantLow == wantHigh { // two numbers at least
				wantHigh = min(wantLow+1, math.Floor(top[i]+1e-6))
			}
			within := func(from, to float64) bool { return low[i] <= from+1e-6 && high[i] >= to-1e-6 }
			if !within(wantLow, wantHigh) && !within(1, float64(max(2, k.minimum-1))) {
				t.Errorf("seed %d, minimum %d: %s, which is %d, must lie from %g to %g, not from %g to %g",
					seed, k.minimum, s.what, s.count, low[i], high[i], wantLow, wantHigh)
			}
		}
		looked += len(secrets)
		for _, b := range k.survey.Breakdowns {
			for _, g := range b.Groups {
				for a := range g.Figure.Answers {
					printed++
					if w.Hides(g.Figure, a) {
						withheld++
					}
					if n := g.Figure.Answers[a].Count; n > 0 && n < k.minimum {
						small++
					}
				}
			}
		}
	}
	t.Logf("%d surveys, %d secrets attacked; %d of %d counts of groups withheld, %d are small", surveys,
		looked, withheld, printed, small)
}

// TestWithholdOfWrongCounts: counts that do not fit each other, which are told elsewhere, do no harm.
func TestWithholdOfWrongCounts(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 18))
		k := inventFolk(r)
		for _, b := range k.survey.Breakdowns {
			for _, g := range b.Groups {
				g.Figure.N += r.IntN(9) - 4
				g.Figure.Answers[0].Count = r.IntN(40)
			}
			b.By.Answers[r.IntN(len(b.By.Answers))].Count = r.IntN(40)
		}
		w := Withhold([]*Survey{k.survey}, func(*Figure) int { return k.minimum })
		for _, b := range k.survey.Breakdowns {
			for _, g := range b.Groups {
				for a, answer := range g.Figure.Answers {
					if small(answer.Count, k.minimum) && !w.Hides(g.Figure, a) {
						t.Errorf("seed %d: %d is published", seed, answer.Count)
					}
				}
			}
		}
	}
}

// BenchmarkWithhold takes two questions of twelve answers by ever more groups, and by as many
// regions and ages.
func BenchmarkWithhold(b *testing.B) {
	for _, groups := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(groups), func(b *testing.B) {
			k := manyGroups(groups)
			b.ReportAllocs()
			for b.Loop() {
				Withhold([]*Survey{k}, func(*Figure) int { return 5 })
			}
			b.ReportMetric(float64(groups*36)*float64(b.N)/b.Elapsed().Seconds(), "counts/s")
		})
	}
}

// manyGroups is a survey of two questions by so many groups, and of one by ten ages.
func manyGroups(groups int) *Survey {
	r := rand.New(rand.NewPCG(1, 1))
	s := &Survey{ID: "u", Answered: groups * 60}
	figure := func(id string, answers int) *Figure {
		f := &Figure{ID: id, Survey: s, Kind: Single, N: s.Answered, Asked: s.Answered,
			Answers: make([]Answer, answers)}
		s.Figures = append(s.Figures, f)
		return f
	}
	questions := []*Figure{figure("a", 12), figure("b", 12)}
	by := []*Figure{figure("place", groups), figure("age", groups)}
	cross := func(f, by *Figure) *Breakdown {
		b := &Breakdown{Figure: f, By: by}
		for i := range by.Answers {
			g := &Group{Breakdown: b, Of: []int{i}, Label: fmt.Sprint(i)}
			inner := *f
			inner.Within, inner.Answers, inner.N = g, make([]Answer, len(f.Answers)), 0
			g.Figure = &inner
			b.Groups = append(b.Groups, g)
		}
		f.Breakdowns, s.Breakdowns = append(f.Breakdowns, b), append(s.Breakdowns, b)
		return b
	}
	tables := []*Breakdown{cross(questions[0], by[0]), cross(questions[1], by[0]),
		cross(questions[0], by[1])}
	for range s.Answered {
		gave := map[*Figure]int{}
		for _, f := range s.Figures {
			gave[f] = int(float64(len(f.Answers)) * math.Pow(r.Float64(), 1.5))
			f.Answers[gave[f]].Count++
		}
		for _, b := range tables {
			g := b.Groups[gave[b.By]].Figure
			g.Answers[gave[b.Figure]].Count++
			g.N++
		}
	}
	return s
}
