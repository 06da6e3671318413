package check

import (
	"slices"

	"rapport/content"
)

// bySubject holds a number against what its sentence speaks of; it is not ok when that is not
// clear.
func (p *passage) bySubject(n number, at *sentence) (ok bool) {
	subjects := p.ofGroupNamed(p.subjectsOf(n, at))
	if len(subjects) == 0 {
		return p.byPoll(n, at)
	}
	s := p.stated(n, p.spoken(), at.first, at.last)
	s.subjects, s.left = subjects, subjects[0].left
	weak := !slices.ContainsFunc(subjects, func(one subject) bool { return !one.weak })
	var meant, fitting []truth
	bonus := 0
	for _, one := range subjects {
		truths := one.truths(n)
		if len(truths) == 0 || one.figure.N <= 0 || p.fitsBase(n, one.figure) {
			return false
		}
		truths = append(truths, p.eachOf(n, one)...)
		sign := p.signOf(n)
		if k := slices.IndexFunc(truths, func(t truth) bool {
			return n.fits(t) && (t.kind != changeTruth || sign*t.points.Sign() >= 0)
		}); k >= 0 {
			fitting = append(fitting, truths[k])
			continue
		}
		if one.loose && !one.weak && p.mayBeMore(n, one) {
			p.now.more = true
			return false
		}
		if one.loose && p.mayBeMore(n, one) || p.askedOtherwise(n, one, subjects) ||
			one.far && p.fitsTopic(n) {
			return false
		}
		switch {
		case one.unled && len(meant) > 0:
		case one.bonus > bonus+2:
			meant, bonus = one.meant(truths), one.bonus // its question is asked
		case one.bonus >= bonus-2:
			meant = append(meant, one.meant(truths)...)
		}
	}
	switch {
	case len(fitting) > 0:
		p.told = append(p.told, anchor{figure: fitting[0].figure, answers: fitting[0].answers,
			at: n.first})
		p.read(n, subjects, "right")
		p.right(s, match{truth: fitting[0], named: len(fitting) == 1, rival: len(fitting) > 1})
	case len(meant) > 0:
		p.told = append(p.told, anchor{figure: meant[0].figure, answers: meant[0].answers,
			at: n.first})
		if weak && p.asksOther(n, subjects) {
			return false
		}
		if t, ok := p.otherwise(n, subjects); ok {
			p.read(n, subjects, "right, as "+t.words(p.c.loc))
			p.right(s, match{truth: t, rival: true})
			return true
		}
		p.read(n, subjects, "wrong")
		p.against(s, meant)
	}
	return len(fitting) > 0 || len(meant) > 0
}

// ofGroupNamed leaves out those of several subjects that only a group was asked which the sentence does
// not name, when it names the group of another: «av kvinnene kom 33 prosent i gang gjennom foreldrene».
func (p *passage) ofGroupNamed(list []subject) []subject {
	led := func(s subject) bool {
		f := s.figure.Follows
		return f != nil && overlap(p.ownIn(f.Figure, run(p.now.first, p.now.last)), f.Answers)
	}
	if len(list) < 2 || !slices.ContainsFunc(list, led) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(s subject) bool {
		return s.figure.Follows != nil && !led(s)
	})
}

// eachOf are the answers of a subject one by one, when it has several and two numbers beside each
// other are of one each: «så mange leier ut av og til som jevnlig (14,0 mot 7,5 prosent)».
func (p *passage) eachOf(n number, s subject) []truth {
	if len(s.answers) != 2 || s.banded || s.sided || s.when == lastYear {
		return nil
	}
	out := []truth{anchor{figure: s.figure, answers: s.answers[:1]}.truth(),
		anchor{figure: s.figure, answers: s.answers[1:]}.truth()}
	for _, o := range p.now.numbers {
		if o.first == n.first || p.parted(min(o.last, n.last), max(o.first, n.first)) {
			continue
		}
		if o.fits(out[0]) && n.fits(out[1]) || o.fits(out[1]) && n.fits(out[0]) {
			return out
		}
	}
	return nil
}

// parted says whether more than a conjunction and small words stand between two tokens.
func (p *passage) parted(first, last int) bool {
	for i := first; i < last; i++ {
		if w := p.word(i); w != "" && !p.lex.and.has(w) && !p.lex.naming.small.has(w) &&
			!p.lex.beside.has(w) && !p.lex.people.has(w) && !p.nouns.has(w) {
			return true
		}
	}
	return false
}

// meant are those of a subject's truths that a wrong number may have been: the plainest, or all
// when it is open which side is meant.
func (s subject) meant(truths []truth) []truth {
	if s.sided && !s.banded {
		return truths
	}
	return truths[:1]
}

// mayBeMore says whether a number is true of answers among which are those of a subject, now or
// before; of a part of a label, whether it is true of any answer.
func (p *passage) mayBeMore(n number, s subject) bool {
	for _, t := range p.c.truthsFor(s.figure) {
		if n.fits(t) && t.kind != pointTruth && len(t.answers) > 0 &&
			(s.weak || contains(t.answers, s.answers)) {
			return true
		}
	}
	return slices.ContainsFunc(p.others(s.figure, s.answers), func(other int) bool {
		return n.fits(anchor{figure: s.figure,
			answers: slices.Sorted(slices.Values(append(slices.Clone(s.answers), other)))}.truth())
	})
}

// fitsTopic says whether a number is true of anything in the topic.
func (p *passage) fitsTopic(n number) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return slices.ContainsFunc(p.c.truthsFor(f), n.fits)
	})
}

// askedOtherwise says whether a number is true of another figure of the topic, of whose question
// the sentence has more words, beside those that name an answer.
func (p *passage) askedOtherwise(n number, s subject, all []subject) bool {
	asked := func(f *content.Figure) (hits int) {
		for _, w := range p.askedBy(f, p.words()) {
			if !p.lex.verbs.has(w) && (s.asked || !contains(s.at, p.words()[w])) {
				hits++
			}
		}
		return hits
	}
	mine := asked(s.figure)
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return asked(f) > mine && (f.Follows == nil || f.Follows.Figure != s.figure) &&
			slices.ContainsFunc(p.c.truthsFor(f), n.fits) &&
			!slices.ContainsFunc(all, func(o subject) bool { return o.figure == f })
	})
}

// asksOther says whether the words that name answers in part are of the question of another figure
// of the topic, of which a number is true: «fewer than one in ten is unhappy with how the site is
// run» beside an answer «the site secretary».
func (p *passage) asksOther(n number, subjects []subject) bool {
	words := p.words()
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		var at []int
		for _, w := range p.askedBy(f, words) {
			at = append(at, words[w]...)
		}
		return !slices.ContainsFunc(subjects, func(o subject) bool {
			return o.figure == f || !contains(at, o.at)
		}) && slices.ContainsFunc(p.c.truthsFor(f), n.fits)
	})
}

// fitsBase says whether a count is how many were asked, answered or did not answer.
func (p *passage) fitsBase(n number, f *content.Figure) bool {
	return n.kind == countNumber && slices.Contains(
		[]int{f.N, f.Asked, f.Survey.Answered, f.Survey.Invited, f.Missing}, n.count) &&
		n.count > 0
}

// against reports a number that is not true of what its sentence speaks of. Of several things that
// it may speak of there is no telling which to write.
func (p *passage) against(s statement, meant []truth) {
	f := Finding{Rule: "number", Severity: Error}
	is := meant[0]
	near := []candidate{{truth: &is, meant: true, distance: -nearInClause}}
	if f.Data = p.explain(s, near); f.Data == "" {
		f.Data = "the words name " + is.words(p.c.loc)
		if other, ok := p.match(s.number, nil, s.sentence[0], s.sentence[1]); ok && other.far < 3 {
			f.Data += "; this is " + other.words(p.c.loc)
		}
	}
	if sister := p.c.sister(s.number, is); sister != nil {
		f.Severity = Warning // it may speak of that survey
	}
	if len(meant) == 1 {
		p.fix(&f, s, is)
	}
	if f.Repair == "" {
		f.Repair = `if it is not about these data, allow = ["number"] with a reason`
	}
	p.mismatch(s, f, meant)
}

// sister is a figure of another survey of the same year of which a count of a base is true for the
// same answers; nil when there is none.
func (c *checker) sister(n number, is truth) *content.Figure {
	if n.base == 0 || is.figure == nil || len(is.answers) == 0 {
		return nil
	}
	for _, f := range c.labelled(is.figure.Answers[is.answers[0]].Label) {
		if f.Survey == is.figure.Survey || f.Survey.Year != is.figure.Survey.Year ||
			!hasBase(f, n.base) {
			continue
		}
		for _, t := range c.truthsFor(f) {
			if t.base == n.base && t.count == n.count && sameLabels(t, is) {
				return f
			}
		}
	}
	return nil
}

// labelled are the figures of all surveys that have an answer.
func (c *checker) labelled(answer string) []*content.Figure {
	if c.byLabel == nil {
		c.byLabel = map[string][]*content.Figure{}
		for _, s := range c.r.Surveys {
			for _, f := range s.Figures {
				for _, a := range f.Answers {
					c.byLabel[a.Label] = append(c.byLabel[a.Label], f)
				}
			}
		}
	}
	return c.byLabel[answer]
}

// sameLabels says whether two truths are of answers with the same labels.
func sameLabels(a, b truth) bool {
	return slices.EqualFunc(a.answers, b.answers, func(i, k int) bool {
		return a.figure.Answers[i].Label == b.figure.Answers[k].Label
	})
}
