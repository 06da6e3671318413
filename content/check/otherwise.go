package check

import (
	"slices"

	"rapport/content"
)

// otherwise is what a number is right of in another way to read its sentence than the likeliest,
// which makes it wrong: a number is called wrong only when each way does. Only what the words speak
// for counts as one, since what merely fits says nothing: one wrong number in two is that of another
// answer.
func (p *passage) otherwise(n number, subjects []subject) (truth, bool) {
	if n.kind == pointsNumber {
		return truth{}, false
	}
	at := p.partOf(n)
	for _, find := range []func(n number, s subject, at part) (truth, bool){
		p.namedAlone, p.halfOfYes, p.sharing, p.affirming, p.heads, p.theOthers, p.sameTwice,
		p.ofLed} {
		for _, s := range subjects {
			if t, ok := find(n, s, at); ok {
				return t, true
			}
		}
	}
	return truth{}, false
}

// fitting is the first of some sets of answers of a figure that a number is true of, in the year of
// a subject.
func (s subject) fitting(n number, f *content.Figure, sets ...[]int) (truth, bool) {
	s.figure, s.readings = f, sets
	if f.N <= 0 {
		return truth{}, false
	}
	all := s.truths(n)
	if k := slices.IndexFunc(all, n.fits); k >= 0 {
		return all[k], true
	}
	return truth{}, false
}

// namedAlone is those of several answers of which the part of the sentence has a word that no other
// answer of its figure has: «the remaining 5 per cent are not sure».
func (p *passage) namedAlone(n number, s subject, at part) (truth, bool) {
	if len(s.answers) < 2 || s.banded {
		return truth{}, false
	}
	own := p.ownIn(s.figure, run(at.first, at.last))
	if len(own) == 0 || len(own) == len(s.answers) || !contains(s.answers, own) {
		return truth{}, false
	}
	return s.fitting(n, s.figure, own)
}

// ownIn are the answers of a figure of which some tokens have a word that is no other's.
func (p *passage) ownIn(f *content.Figure, where []int) []int {
	var out []int
	for a, names := range p.c.callingOf(f).names {
		if slices.ContainsFunc(names, func(one name) bool {
			return len(p.namedBy(one.own, where)) > 0
		}) {
			out = append(out, a)
		}
	}
	return out
}

// halfOfYes is one of several answers that affirm, when the words name none of them: «éin ektefelle
// i arbeid utanfor».
func (p *passage) halfOfYes(n number, s subject, at part) (truth, bool) {
	if !s.asked || len(s.answers) < 2 ||
		p.deniesOf(p.c.callingOf(s.figure), run(at.first, at.last)) {
		return truth{}, false
	}
	var sets [][]int
	for _, a := range s.answers {
		sets = append(sets, []int{a})
	}
	return s.fitting(n, s.figure, sets...)
}

// sharing is all answers in no order that share a word with the one that is named: «own their home,
// with or without a mortgage».
func (p *passage) sharing(n number, s subject, at part) (truth, bool) {
	f := s.figure
	if f.Kind != content.Single || f.Ordered || s.asked || s.banded || n.kind == fractionNumber {
		return truth{}, false
	}
	v := p.c.callingOf(f)
	for w, answers := range v.shared {
		if len(answers) > 1 && contains(answers, s.answers) && len(p.words()[w]) > 0 {
			if t, ok := s.fitting(n, f, answers); ok {
				return t, true
			}
		}
	}
	return truth{}, false
}

// affirming is all answers that affirm what was asked, or deny it, when one of them is named: «720
// students have a paid job, at least in the holidays».
func (p *passage) affirming(n number, s subject, at part) (truth, bool) {
	v := p.c.callingOf(s.figure)
	asked := p.tokensOf(v.asks, run(at.first, at.last))
	if n.kind == fractionNumber || s.figure.Kind != content.Single || len(asked) == 0 ||
		s.figure.Ordered && !p.commaBetween(asked[0], s.first()) {
		return truth{}, false
	}
	yes, no := v.yes, p.denials(s.figure, v)
	if len(yes) == 0 && len(no) > 0 {
		yes = p.others(s.figure, no)
	}
	for _, set := range [][]int{yes, no} {
		if len(set) > len(s.answers) && contains(set, s.answers) {
			return s.fitting(n, s.figure, set)
		}
	}
	return truth{}, false
}

// heads is an answer of which a colon parts a word of its own from a number: «Costume, by contrast,
// has slipped: 26 per cent …».
func (p *passage) heads(n number, s subject, at part) (truth, bool) {
	colon := p.colonFrom(p.now.first, n.first)
	if colon == n.first {
		return truth{}, false
	}
	for _, f := range p.scope.topic {
		if f.N <= 0 || f.Kind == content.Open {
			continue
		}
		for _, a := range p.ownIn(f, run(p.now.first, colon)) {
			one := subject{mention: mention{figure: f}, when: p.when(n, f, p.now)}
			if t, ok := one.fitting(n, f, []int{a}); ok {
				return t, true
			}
		}
	}
	return truth{}, false
}

// theOthers is what a denial means anywhere in the sentence: all other answers, those that deny what
// was asked, or those on the other side of a scale.
func (p *passage) theOthers(n number, s subject, at part) (truth, bool) {
	denies := slices.ContainsFunc(run(p.now.first, p.now.last), func(i int) bool {
		without, _ := p.lex.without.at(p.toks, i)
		return (p.lex.negations.has(p.word(i)) || without > 0) && !slices.Contains(s.at, i)
	})
	if !denies || p.negated(at.in(p.clauseOf(n, p.now))) {
		return truth{}, false // none denies, or it was read so
	}
	f := s.figure
	sets := [][]int{p.others(f, s.answers), p.c.callingOf(f).no}
	if low, high := f.Extremes(); f.Kind == content.Scale {
		sets = append(sets, low, high)
	}
	sets = slices.DeleteFunc(sets, func(set []int) bool { return overlap(set, s.answers) })
	return s.fitting(n, f, sets...)
}

// sameTwice is what a count and a share beside each other are both true of, in the topic: «63 of the
// wells, that is 18 per cent, …».
func (p *passage) sameTwice(n number, s subject, at part) (truth, bool) {
	for _, o := range p.now.numbers {
		if o.first == n.first || o.first < at.first || o.last > at.last || o.hedge != exactly ||
			!(o.kind == countNumber && n.kind == percentNumber ||
				n.kind == countNumber && o.kind == percentNumber) {
			continue
		}
		for _, f := range p.scope.topic {
			for _, t := range p.c.truthsFor(f) {
				if t.kind == answerTruth && n.fits(t) && o.fits(t) {
					return t, true
				}
			}
		}
	}
	return truth{}, false
}

// ofLed is an answer of a question that only those were asked who gave the answer that is named:
// «38 of those who never had it tested …», «av kvinnene kom 41 prosent i gang gjennom partneren».
func (p *passage) ofLed(n number, s subject, at part) (truth, bool) {
	for _, f := range p.scope.topic {
		if f.Follows == nil || f.Follows.Figure != s.figure || !contains(f.Follows.Answers,
			s.answers) {
			continue
		}
		own := p.ownIn(f, run(p.now.first, p.now.last))
		limits := n.kind != fractionNumber && p.limits(n, s)
		for _, t := range p.c.truthsFor(f) {
			if t.kind == answerTruth && n.fits(t) && (limits || contains(own, t.answers)) {
				return t, true
			}
		}
	}
	return truth{}, false
}

// limits says whether the words that name a subject tell of whom a number counts a part: «38 av dem
// som aldri …», «63 of the wells».
func (p *passage) limits(n number, s subject) bool {
	return p.lex.of.has(p.word(n.last)) && s.first() > n.last
}
