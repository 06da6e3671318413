package check

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content"
)

// formClaims holds a sentence against what the charts beside it show.
func (p *passage) formClaims(first, last int) {
	if p.t.Topic == nil {
		return
	}
	if p.t.Key == "headline" && p.t.Block == nil {
		p.pointedOut(first, last)
	}
	for i := first; i < last; i++ {
		if n := p.farthest(i); n > 0 {
			p.largestChange(i, i+n, [2]int{first, last})
		}
	}
}

// charts are the blocks of a topic that show one question in one year, those of groups too.
func charts(t *content.Topic) []*content.Block {
	var all []*content.Block
	for _, b := range t.Blocks {
		list := []*content.Block{b}
		for _, item := range b.Items {
			list = append(list, item.Figure)
		}
		for _, b := range list {
			if b.Kind == content.FigureBlock && len(b.Figures) == 1 && len(b.Measures) == 0 {
				all = append(all, b)
			}
		}
	}
	return all
}

// pointedOut tells when a headline names an answer and the chart highlights another, so that the
// eye is led away from what the headline says.
func (p *passage) pointedOut(first, last int) {
	anchors := p.anchors(first, last)
	for _, b := range charts(p.t.Topic) {
		f := b.Figures[0]
		set := b.Highlighted(f)
		if len(b.Point) > 0 {
			set = b.Point
		}
		var named []anchor
		for _, a := range anchors {
			if a.figure == f {
				named = append(named, a)
			}
		}
		if len(set) == 0 || len(named) == 0 || p.mayName(f, set) ||
			slices.ContainsFunc(named, func(a anchor) bool { return a.mayBe(set) }) {
			continue
		}
		a := named[0]
		p.tell("highlight", a.at, a.at+1, fmt.Sprintf("the headline speaks of %s, but the chart "+
			"highlights %s", labelsOf(f, a.answers), labelsOf(f, set)),
			"highlight = ["+labelsOf(f, a.answers)+"] in the chart's block")
	}
}

// addedUp tells when the words for what a chart highlights name other answers: «er over 50 år» of
// all who are over 40. Their number is computed, and is no claim of the author's.
func (p *passage) addedUp(first, last int) {
	if p.t.Block == nil || len(p.t.Block.Figures) != 1 {
		return
	}
	f := p.t.Block.Figures[0]
	set := slices.Sorted(slices.Values(p.t.Block.Highlighted(f)))
	var readings [][]int
	var named []anchor
	for _, a := range p.anchors(first, last) {
		if a.figure == f {
			named = append(named, a)
			readings = append(append(readings, a.answers), a.readings...)
		}
	}
	readings = append(readings, union(named))
	if len(named) == 0 || slices.ContainsFunc(readings, func(r []int) bool {
		return slices.Equal(slices.Sorted(slices.Values(r)), set)
	}) {
		return
	}
	p.tell("highlight", first, last, fmt.Sprintf("the words speak of %s, but the chart adds up %s",
		labelsOf(f, union(named)), labelsOf(f, set)), "")
}

// mayName says whether words of the sentence may name one of some answers, also where they are not
// enough to hold a claim against.
func (p *passage) mayName(f *content.Figure, answers []int) bool {
	return slices.ContainsFunc(p.named(), func(m mention) bool {
		return m.figure == f && (overlap(m.answers, answers) || overlap(m.wider, answers))
	})
}

// mayBe says whether one of some answers is meant, in any way to read the words.
func (a anchor) mayBe(answers []int) bool {
	return overlap(a.answers, answers) || slices.ContainsFunc(a.readings,
		func(r []int) bool { return overlap(r, answers) })
}

// labelsOf are the labels of answers, quoted and parted by commas.
func labelsOf(f *content.Figure, answers []int) string {
	var out []string
	for _, i := range answers {
		out = append(out, fmt.Sprintf("%q", content.WithoutSoftHyphens(f.Answers[i].Label)))
	}
	return strings.Join(out, ", ")
}

// farthest is how many tokens from i on say that something is most of all: «størst», «mest».
func (p *passage) farthest(i int) int {
	if n, sign := p.lex.extremes.at(p.toks, i); n > 0 && sign > 0 {
		return n
	}
	if p.lex.farthest.has(p.word(i)) {
		return 1
	}
	return 0
}

// largestChange holds «størst økning», «falt mest» against the changes: what the sentence names
// must have changed most of what is compared beside it; a list that names nothing must have what
// changed most of all. Changes inside their margins count for nothing.
func (p *passage) largestChange(i, end int, sentence [2]int) {
	d := p.changeNear(i, sentence)
	if d == noTrend {
		return
	}
	all := p.comparedBeside()
	anchors := slices.DeleteFunc(p.anchors(sentence[0], sentence[1]),
		func(a anchor) bool { return a.figure.Compare == nil })
	var shown []content.Measure
	switch list := p.t.Block != nil && len(p.t.Block.Measures) > 0; {
	case len(anchors) == 1 && len(p.calledFar(i, sentence)) == 0:
		a := anchors[0]
		if then, ok := a.figure.Earlier(a.answers...); ok {
			shown = []content.Measure{{Figure: a.figure, Answers: a.answers, Then: then}}
		}
	case len(anchors) == 0 && list:
		for _, m := range p.t.Block.Measures {
			if m.Compared() {
				shown = append(shown, m)
			}
		}
	}
	if most, ok := farthestOf(all, d); ok && len(shown) > 0 {
		have, some := farthestOf(shown, d)
		if !some || size(most) > size(have) {
			p.tell("trend", i, end, fmt.Sprintf("%s changed more: %s to %s, %s points",
				content.WithoutSoftHyphens(most.Label), p.c.loc.Decimal(most.Before()),
				p.c.loc.Decimal(most.Now()), p.c.loc.Signed(most.Change())),
				`show all that changed: change = "auto"`)
		}
	}
}

// calledFar are other superlatives before token i in a sentence, which may be what its anchor is
// about: «Størst er økningen i team, nedgangen var størst i møter».
func (p *passage) calledFar(i int, sentence [2]int) []int {
	var out []int
	for k := sentence[0]; k < i; k++ {
		if p.farthest(k) > 0 {
			out = append(out, k)
		}
	}
	return out
}

// changeNear is the change that a superlative at token i speaks of: the next one, or the last
// before it.
func (p *passage) changeNear(i int, sentence [2]int) trend {
	const near = 4
	for k := i + 1; k < min(sentence[1], i+near); k++ {
		if d, _ := p.direction(k, sentence); d == upward || d == downward {
			return d
		}
	}
	for k := i - 1; k >= max(sentence[0], i-near); k-- {
		if d, _ := p.direction(k, sentence); d == upward || d == downward {
			return d
		}
	}
	return noTrend
}

// comparedBeside are the changes that lie outside their margins: of all the surveys beside a list
// of changes, else of the figures of the topic.
func (p *passage) comparedBeside() []content.Measure {
	list := p.t.Block != nil && len(p.t.Block.Measures) > 0 && p.t.Block.Form != "battery"
	var all []content.Measure
	for _, s := range p.c.r.Surveys {
		_, outside := p.c.r.Withheld().Changes(s)
		for _, m := range outside {
			if list || slices.Contains(p.scope.topic, m.Figure) {
				all = append(all, m)
			}
		}
	}
	return all
}

// farthestOf is what rose, or fell, most of some measures; not ok when none did.
func farthestOf(measures []content.Measure, d trend) (most content.Measure, ok bool) {
	for _, m := range measures {
		sign := m.Change().Sign()
		if (d == upward) == (sign > 0) && sign != 0 && (!ok || size(m) > size(most)) {
			most, ok = m, true
		}
	}
	return most, ok
}

// size is how far a measure changed, in tenths of a percentage point.
func size(m content.Measure) int64 { return m.Change().Abs().Units }
