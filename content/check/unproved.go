package check

import (
	"slices"

	"rapport/content"
)

// unproved notes a number that the check takes to speak of something surveyed and cannot prove
// right: it stops nothing, and is shown to who asks for notes.
func (p *passage) unproved(n number, data string) {
	p.read(n, nil, "noted: "+data)
	p.c.inText(p.t, n.start, n.end, Finding{Rule: "number", Severity: Note, Data: data,
		Repair: "if it is about these data, name the answer"})
}

// byChance notes a number that is right only of what the words do not name, when its part of the
// sentence speaks of something of which it is not true: «65 per cent of owners have insured the
// dog», where so many walk it on the street.
func (p *passage) byChance(s statement, m match) {
	if p.c.errorsOnly || m.named || s.kind == pointsNumber || p.baseOf(s.number) || s.ofThem ||
		len(p.now.calls) > 0 || len(m.answers) > 0 && p.supported(m) ||
		len(m.answers) == 0 && s.kind == countNumber {
		return
	}
	for _, r := range [][2]int{p.ownClause(s.number), {p.partOf(s.number).first,
		p.partOf(s.number).last}, {p.now.first, p.now.last}} {
		where := slices.DeleteFunc(run(r[0], max(r[0], r[1])), p.inNumber)
		if len(m.answers) == 0 && p.ofTurnout(where) {
			return
		}
		is, spoken, ok := p.speaksOfOther(s.number, where, m.figure)
		if ok {
			p.unproved(s.number, "the words speak of "+is+"; this is "+m.words(p.c.loc))
		}
		if spoken {
			return
		}
	}
}

// ofTurnout says whether some tokens speak of answering or of a rate.
func (p *passage) ofTurnout(where []int) bool {
	return slices.ContainsFunc(where, func(i int) bool {
		rate, _ := p.lex.rates.at(p.toks, i)
		w := p.word(i)
		return rate > 0 || p.lex.answered.has(w) || p.lex.polls.has(w) || p.lex.replies.has(w) ||
			p.lex.asked.has(w)
	})
}

// speaksOfOther is what some tokens speak of, if they name an answer or have two words of a
// question, and whether a number is true of no answer of any figure that they may be about, in any
// year.
func (p *passage) speaksOfOther(n number, where []int, but *content.Figure) (is string, spoken,
	ok bool) {
	for _, s := range p.claimSubjects(where) {
		if len(s.at) == 0 && len(s.asked) < 2 {
			continue
		}
		if spoken = true; p.fitsAnswer(n, s) {
			return "", true, false
		}
		if is == "" && s.figure != but {
			if is, ok = s.figure.Ref(), true; named(s) {
				is = anchor{figure: s.figure, answers: s.readings[0]}.words(p.c.loc)
			}
		}
	}
	return is, spoken, ok
}

// fitsAnswer says whether a number is true of what a subject's words may mean: of its readings in
// this year or the one before, or where only the question is named of any answer.
func (p *passage) fitsAnswer(n number, s claimSubject) bool {
	truths := p.c.truthsFor(s.figure)
	if !named(s) {
		return slices.ContainsFunc(truths, n.fits)
	}
	return slices.ContainsFunc(s.readings, func(answers []int) bool {
		if n.fits(anchor{figure: s.figure, answers: answers}.truth()) {
			return true
		}
		if then, ok := s.figure.Earlier(answers...); ok && len(then) > 0 &&
			n.fits(anchor{figure: s.figure.Compare, answers: then}.truth()) {
			return true
		}
		return slices.ContainsFunc(truths, func(t truth) bool {
			return n.fits(t) && (t.kind == changeTruth || t.kind == restTruth) &&
				slices.Equal(t.answers, answers)
		})
	})
}

// unsureNumbers notes those counts of a sentence of which nothing beside them says whom they count,
// when their clause names an answer and nothing in the topic gives them: «Ni skal bli
// helsefagarbeidarar og seks tømrarar».
func (p *passage) unsureNumbers(first, last int) {
	for _, n := range p.unsure {
		if n.first < first || n.first >= last || p.inBand(n.first) || p.mentioned(n.first) ||
			p.aimed(n) || p.counting[n.first] {
			continue
		}
		if data, ok := p.unsureOf(n); ok {
			p.unproved(n, data)
		}
	}
}

// unsureOf is what the words of an unsure count speak of, when it is not true of anything that they
// may.
func (p *passage) unsureOf(n number) (data string, ok bool) {
	if p.byOthers(p.stated(n, nil, p.now.first, p.now.last)) || p.gives(n) {
		return "", false
	}
	r := p.clauseOf(n, p.now)
	where := slices.DeleteFunc(run(r[0], r[1]), func(i int) bool {
		return p.inNumber(i) || i >= n.first && i < n.last
	})
	if p.speaksOfPoll(r) && p.tellsPoll(n) {
		return "the words speak of the survey itself", true
	}
	for _, s := range p.claimSubjects(where) {
		if len(s.at) > 0 && named(s) && s.strange <= len(s.at)+len(s.asked) {
			return "the words speak of " +
				anchor{figure: s.figure, answers: s.readings[0]}.words(p.c.loc), true
		}
	}
	return "", false
}

// gives says whether an answer or a base of the topic, a survey, or the numbers of the sentence
// give a count: as a per cent too, beside another one, in an earlier year that is named, and what a
// denial leaves.
func (p *passage) gives(n number) bool {
	as := n
	as.kind, as.value = percentNumber, content.Decimal{Units: int64(n.count)}
	percent := n.count <= 100 && slices.ContainsFunc(p.now.numbers, func(o number) bool {
		return o.kind == percentNumber
	})
	past := p.pastYear([2]int{p.now.first, p.now.last})
	denies := p.denies(run(p.now.first, p.now.last))
	fits := func(t truth) bool {
		switch {
		case t.kind == sumTruth, t.kind == earlierTruth && !past, t.kind == restTruth && !denies:
			return false
		}
		return n.fits(t) || percent && as.fits(t)
	}
	return p.madeUp(n, p.now.first, p.now.last) ||
		slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
			return slices.ContainsFunc(p.c.truthsFor(f), fits) || p.fitsBase(n, f)
		}) || slices.ContainsFunc(p.c.r.Surveys, func(s *content.Survey) bool {
		return slices.ContainsFunc(surveyTruths(s), n.fits)
	})
}

// speaksOfPoll says whether a clause speaks of answering a survey.
func (p *passage) speaksOfPoll(r [2]int) bool {
	has := func(list words) bool {
		return slices.ContainsFunc(p.toks[r[0]:r[1]],
			func(t token) bool { return list.has(t.text) })
	}
	return has(p.lex.answered) && has(p.lex.polls)
}

// tellsPoll says whether a count may be how many answered: one word at most stands between it and a
// verb of answering.
func (p *passage) tellsPoll(n number) bool {
	return p.lex.answered.has(p.word(n.last)) || p.lex.answered.has(p.word(n.last+1))
}
