package check

import (
	"math"
	"slices"

	"rapport/content"
)

// fits says whether a number may say what a truth is.
func (n number) fits(t truth) bool { return n.fit(&t) }

// fit is fits without copying either: it is asked of many.
func (n *number) fit(t *truth) bool {
	switch n.kind {
	case pointsNumber:
		return t.isPoints() && (n.fitsPoints(t.points) || n.fitsMove(t))
	case percentNumber:
		return !t.isPoints() && t.base > 0 && n.fitsPercent(t)
	case shareNumber:
		return !t.isPoints() && (n.base == t.base || t.ofAll(n.base)) &&
			n.hedged(float64(n.count), float64(t.count), float64(t.base))
	case fractionNumber:
		return !t.isPoints() && t.base > 0 && n.fitsFraction(t)
	}
	return !t.isPoints() && n.hedged(float64(n.count), float64(t.count), float64(n.count))
}

// ofAll says whether a base is all who answered, and the truth of a question that some were asked:
// «11 av de 412 byttet fordi …».
func (t *truth) ofAll(base int) bool {
	return t.figure != nil && t.figure.Follows != nil && t.survey != nil &&
		base == t.survey.Answered
}

// fitsPercent rounds as placeholders do; with a hedge it takes a little less, or more.
func (n *number) fitsPercent(t *truth) bool {
	if n.hedge == exactly {
		return content.Percent(t.count, t.base, n.value.Places) == n.value
	}
	reach := 3.0
	if n.hedge == nearly && n.value.Places == 0 && n.value.Units%10 == 0 {
		reach = 4 // «nesten 60 prosent» for 56,5
	}
	if n.hedge == above || n.hedge == below || n.hedge == atLeast ||
		n.hedge == atMost {
		reach = 10
	}
	if n.wide {
		reach = 30
	}
	return n.near(n.value.Float(), t.share(), reach)
}

// fitsPoints compares without the sign.
func (n *number) fitsPoints(d content.Decimal) bool {
	if n.hedge == exactly {
		if n.value.Places == 0 {
			return int64(math.Floor(d.Abs().Float()+0.5)) == n.value.Units
		}
		return d.Abs() == n.value
	}
	return n.near(n.value.Float(), math.Abs(d.Float()), 3)
}

// fitsMove compares with a change that was rounded once, at its end.
func (n *number) fitsMove(t *truth) bool {
	if t.kind != changeTruth || n.hedge != exactly {
		return false
	}
	unit := math.Pow10(n.value.Places)
	return math.Floor(math.Abs(t.moved)*unit+0.5) == float64(n.value.Units)
}

// fitsFraction takes «to av tre» for a share that lies nearer to it than to its neighbours, five
// points off at most; «halvparten» for three points. Of a base as small as the fraction's, it is a
// count.
func (n *number) fitsFraction(t *truth) bool {
	if t.base == n.base && n.hedge == exactly && t.count == n.count {
		return true
	}
	if n.base == t.base && n.base > 2 && n.hedge == exactly {
		return false
	}
	value := 100 * float64(n.count) / float64(n.base)
	reach := math.Min(5, 50/float64(n.base))
	if n.base == 2 {
		reach = 3
	}
	switch n.hedge {
	case nearly:
		reach = 6.5
	case above, below, atLeast, atMost:
		reach = 16
	}
	if n.wide {
		reach = 30
	}
	return n.near(value, t.share(), reach)
}

// near says whether a value lies within reach of what a hedged number says, on the right side.
func (n *number) near(said, is, reach float64) bool {
	const hair = 1e-9
	switch n.hedge {
	case nearly, below:
		return is < said-hair && said-is <= reach+hair
	case above:
		return is > said+hair && is-said <= reach+hair
	case atLeast:
		return is >= said-hair && is-said <= reach+hair
	case atMost:
		return is <= said+hair && said-is <= reach+hair
	}
	return math.Abs(is-said) <= reach+hair
}

// hedged compares counts.
func (n *number) hedged(said, is, whole float64) bool {
	switch n.hedge {
	case exactly:
		return said == is
	case nearly, about:
		return n.near(said, is, math.Max(2, whole/10))
	}
	return n.near(said, is, math.Max(5, whole/3))
}

// match is a truth that a number fits, and how far from it.
type match struct {
	truth
	far   int // 0: of an answer the sentence names; 1: of the block; 2: of the topic; 3: elsewhere
	named bool
	rival bool // another answer fits as well
}

// match finds what a number says: in the block, in the topic, in the surveys, then anywhere.
func (p *passage) match(n number, said []spoken, first, last int) (match, bool) {
	best, found := match{}, false
	past := p.pastYear([2]int{first, last}) || p.moved([2]int{first, last})
	sign := p.signOf(n)
	consider := func(t truth, far int) {
		if !n.fit(&t) || t.kind == earlierTruth && !past ||
			t.kind == changeTruth && sign*t.points.Sign() < 0 || past && p.ofThen(n, t) {
			return
		}
		m := match{truth: t, far: far, named: speaksOf(said, t)}
		if m.named {
			m.far = 0
		}
		switch {
		case !found || m.far < best.far || m.far == best.far && m.kind < best.kind:
			best, found = m, true
		case m.far == best.far && m.kind == best.kind && len(m.answers) > 0:
			best.rival = best.rival || m.figure != best.figure ||
				!slices.Equal(m.answers, best.answers)
		}
	}
	for _, s := range append(slices.Clone(said), p.hintedAt(first, last)...) {
		for _, t := range s.sums() {
			consider(t, 1)
		}
	}
	for _, f := range p.scope.topic {
		far := 2
		if slices.Contains(p.scope.own, f) {
			far = 1
		}
		spoken := n.kind == shareNumber && n.base == f.N || p.speaksOf(f)
		for _, t := range p.c.truthsFor(f) {
			if spoken || !t.farFetched() {
				consider(t, far)
			}
		}
	}
	if len(p.scope.topic) == 0 {
		for _, f := range p.c.figuresWith(p.words(), nil) {
			if p.about(f) >= 2 {
				for _, t := range p.c.truthsFor(f) {
					consider(t, 1)
				}
			}
		}
	}
	for _, t := range p.sums {
		consider(t, 2)
	}
	for _, s := range p.scope.surveys {
		for _, t := range p.c.surveyTruthsFor(s) {
			consider(t, 2)
		}
	}
	if !found {
		p.elsewhereTruths(n, past, func(t truth) { consider(t, 3) })
	}
	return best, found
}

// ofThen says whether a truth is of this year, and a number's words say that it is of the year that
// the figure is compared with: «In 2022, 39 per cent …».
func (p *passage) ofThen(n number, t truth) bool {
	f := t.figure
	return f != nil && f.Compare != nil && t.kind <= restTruth && f.N > 0 &&
		p.when(n, f, p.now) == lastYear
}

// signOf is 1 for points of an increase, -1 of a decrease, 0 when the words beside them do not
// tell.
func (p *passage) signOf(n number) int {
	if n.kind != pointsNumber {
		return 0
	}
	at := p.partOf(n)
	for i := at.first; i < at.last; i++ {
		switch d, _ := p.direction(i, [2]int{p.now.first, p.now.last}); d {
		case upward:
			return 1
		case downward:
			return -1
		}
	}
	return 0
}

// elsewhereTruths gives what any survey or figure of the report says by itself; for a rough
// fraction only what the figures say that the sentence speaks of.
func (p *passage) elsewhereTruths(n number, past bool, consider func(t truth)) {
	if n.kind == fractionNumber && len(p.scope.topic) > 0 {
		for _, f := range p.c.figuresWith(p.words(), nil) {
			if p.about(f) >= 2 {
				for _, t := range p.c.truthsFor(f) {
					consider(t)
				}
			}
		}
		return
	}
	p.c.elsewhere(n, past, consider)
}

// farFetched says whether a truth is one of so many like it that it fits a number by chance: a sum
// of answers in no order, its change, or all but one. It counts only where the sentence speaks of
// its figure.
func (t truth) farFetched() bool {
	several := t.kind == sumTruth ||
		len(t.answers) > 1 && (t.kind == changeTruth || t.kind == earlierTruth)
	return t.kind == restTruth || several && !t.figure.Ordered && t.figure.Kind != content.Scale
}
