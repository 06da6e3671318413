package check

import (
	"fmt"
	"math"
	"slices"

	"rapport/content"
)

// verdict is what the data say of a claim in one reading.
type verdict uint8

const (
	untold verdict = iota // nothing
	borne                 // it is so
	denied                // it is not so
)

// judged makes a condition a verdict.
func judged(so bool) verdict {
	if so {
		return borne
	}
	return denied
}

// Shares up to which few may be said of answers, and above which some is too little.
const fewAtMost, someAtMost = 33.4, 50

// ofShare judges a claim about how large a part some answers are.
func (c claim) ofShare(f *content.Figure, answers []int) verdict {
	s := anchor{figure: f, answers: answers}.share()
	switch {
	case c.kind == shareClaim && c.sign > 0:
		return judged(s > 50)
	case c.kind == shareClaim:
		return judged(s < 50)
	case c.kind == fewClaim:
		return judged(s <= fewAtMost)
	case c.kind == someClaim:
		return judged(s <= someAtMost)
	}
	return untold
}

// ofTop judges a claim that one answer is the largest or smallest, or the second from there.
func (c claim) ofTop(f *content.Figure, answers []int, none func(a content.Answer) bool) verdict {
	if len(answers) != 1 {
		return untold
	}
	a, before, ties := answers[0], 0, 0
	for k, other := range f.Answers {
		if k == a || none(other) || f.Kind == content.Multiple && other.Count == f.N {
			continue // what all say takes in the others
		}
		switch d := c.sign * (other.Count - f.Answers[a].Count); {
		case d > 0 && (c.sign > 0 || other.Count > 0):
			before++
		case d == 0:
			ties++
		}
	}
	return judged(before <= c.place-1 && before+ties >= c.place-1)
}

// ofChange judges a claim that a share rose or fell. On a scale that is graded, «mindre fornøyd»,
// it is the share of all steps on that side, or the mean may have moved instead.
func (c claim) ofChange(f *content.Figure, answers []int) verdict {
	way := 0.0
	if f.Kind == content.Scale && !c.ofPart {
		switch low, high := f.Extremes(); {
		case contains(high, answers):
			way, answers = 1, high
		case contains(low, answers):
			way, answers = -1, low
		}
	}
	then, ok := f.Earlier(answers...)
	if !ok || len(then) == 0 || f.Compare.N <= 0 || len(answers) == len(f.Answers) {
		return untold
	}
	moved := anchor{figure: f, answers: answers}.share() -
		anchor{figure: f.Compare, answers: then}.share()
	sign := float64(c.sign)
	return judged(sign*moved > 0 || way*sign*meanMoved(f) > 0)
}

// meanMoved is by how many steps the mean of a scale moved, NaN when a year has other steps.
func meanMoved(f *content.Figure) float64 {
	steps := f.ScaleSteps()
	then, ok := f.Earlier(steps...)
	if !ok || len(then) != len(steps) {
		return math.NaN()
	}
	mean := func(f *content.Figure, steps []int) float64 {
		sum, n := 0.0, 0
		for k, i := range steps {
			sum, n = sum+float64(k*f.Answers[i].Count), n+f.Answers[i].Count
		}
		return sum / float64(max(1, n))
	}
	return mean(f, steps) - mean(f.Compare, then)
}

// ofFactor judges a claim that a share was multiplied.
func (c claim) ofFactor(f *content.Figure, answers []int) verdict {
	then, ok := f.Earlier(answers...)
	if !ok || len(then) == 0 || len(answers) == len(f.Answers) {
		return untold
	}
	before := anchor{figure: f.Compare, answers: then}
	now := anchor{figure: f, answers: answers}
	if before.share() == 0 {
		return untold
	}
	counts := float64(f.Sum(answers...)) / float64(f.Compare.Sum(then...))
	return judged(c.times(now.share()/before.share()) || c.times(counts))
}

// times says whether a ratio is about the factor of a claim.
func (c claim) times(ratio float64) bool {
	factor := float64(c.sign)
	if factor < 0 {
		factor = -1 / factor
	}
	return ratio >= 0.8*factor && ratio <= 1.35*factor
}

// ofPair judges a claim that sets two answers of a figure beside each other.
func (c claim) ofPair(f *content.Figure, a, b []int) verdict {
	if overlapping(a, b) || len(a)+len(b) == 0 {
		return untold
	}
	x, y := f.Sum(a...), f.Sum(b...)
	if c.kind == timesClaim {
		return judged(y > 0 && c.times(float64(x)/float64(y)))
	}
	return judged(c.sign*(x-y) > 0)
}

func overlapping(a, b []int) bool {
	return slices.ContainsFunc(a, func(i int) bool { return slices.Contains(b, i) })
}

// onScale judges a claim that a scale of good and bad steps is better or worse than before: by its
// mean, or by the answers at its good end.
func (p *passage) onScale(c claim, f *content.Figure) verdict {
	way := p.goodEnd(f)
	moved := meanMoved(f)
	if way == 0 || math.IsNaN(moved) {
		return untold
	}
	low, high := f.Extremes()
	now, _ := f.Change(high...)
	then, ok := f.Change(low...)
	if !ok {
		return untold
	}
	sign := float64(way * c.sign)
	return judged(sign*moved > 0 || sign*now.Float() > 0 && sign*then.Float() < 0)
}

// goodEnd is 1 when a scale ends with what is good, -1 when it begins so, 0 when its words tell
// neither.
func (p *passage) goodEnd(f *content.Figure) int {
	if f.Kind != content.Scale || len(f.Answers) < 3 {
		return 0
	}
	has := func(answers []int, list words) bool {
		return len(answers) > 0 && !slices.ContainsFunc(answers, func(i int) bool {
			return !slices.ContainsFunc(p.c.labelTokens(f.Answers[i].Label), func(t token) bool {
				return list.has(t.text)
			})
		})
	}
	low, high := f.Extremes()
	a := &p.c.lex.asserts
	switch {
	case has(high, a.good) && !has(high, a.bad) && !has(low, a.good):
		return 1
	case has(low, a.good) && !has(low, a.bad) && !has(high, a.good):
		return -1
	}
	return 0
}

// changeWords tell how answers moved.
func (p *passage) changeWords(f *content.Figure, answers []int) string {
	then, ok := f.Earlier(answers...)
	if !ok {
		return f.Ref()
	}
	return fmt.Sprintf("%s: %s %% in %d, %s %% in %d",
		truth{figure: f, answers: answers}.name(), p.c.loc.Decimal(f.Percent(1, answers...)),
		f.Survey.Year, p.c.loc.Decimal(f.Compare.Percent(1, then...)), f.Compare.Survey.Year)
}
