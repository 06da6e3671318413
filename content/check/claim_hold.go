package check

import (
	"slices"

	"rapport/content"
)

// segment are the tokens of a list that no comma parts from a claim. One before a verb ends a clause
// that is the subject: «at vannet smaker godt, er den vanligste grunnen …».
func (p *passage) segment(c claim, where []int) []int {
	comma := func(i int) bool { return p.toks[i].kind == markToken && p.toks[i].text == "," }
	first, last := where[0], where[len(where)-1]+1
	for i := c.first - 1; i >= first; i-- {
		if comma(i) && !p.lex.verbs.has(p.word(i+1)) {
			first = i + 1
		}
	}
	for i := c.last; i < last; i++ {
		if comma(i) {
			last = i
		}
	}
	return slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return i < first || i >= last
	})
}

// sinceAnd are the tokens of a list from the last comma with a conjunction before a claim on: what
// stands before it is a sentence of its own, «prestane trivst, og eit fleirtal saknar tid».
func (p *passage) sinceAnd(c claim, where []int) []int {
	for i := c.first - 1; i > where[0]; i-- {
		if p.lex.and.has(p.word(i)) && p.toks[i-1].kind == markToken && p.toks[i-1].text == "," {
			after := slices.DeleteFunc(slices.Clone(where), func(k int) bool { return k <= i })
			if len(after) > 0 {
				return after
			}
			break
		}
	}
	return where
}

// likely are the subjects that a claim may have: by the words that no comma parts from it, or else
// by all; none when it is not certain.
func (p *passage) likely(c claim, rest []int, fit func(s claimSubject) bool) []claimSubject {
	if len(rest) == 0 {
		return nil
	}
	rest = p.sinceAnd(c, rest)
	tries := [][]int{p.segment(c, rest), rest}
	if len(tries[0]) == len(rest) {
		tries = tries[1:]
	}
	for _, where := range tries {
		all := p.claimSubjects(where)
		list := slices.DeleteFunc(slices.Clone(all), func(s claimSubject) bool {
			return !fit(s) || !p.lenient && p.excluded(s.figure, c.where)
		})
		if p.lenient && len(list) > 0 && (len(list[0].at) > 0 || len(list[0].asked) > 1) {
			return rivals(list)
		}
		if len(list) > 0 && list[0].certain() && list[0].score >= all[0].score-nearby &&
			!askedElsewhere(list[0], all) {
			return rivals(list)
		}
		if len(list) > 0 && named(list[0]) {
			break // what is named beside it is what it is about
		}
	}
	return nil
}

// askedElsewhere says whether a subject is named by its question alone, and more of the words are of
// another figure.
func askedElsewhere(s claimSubject, all []claimSubject) bool {
	return s.byAsking && slices.ContainsFunc(all, func(o claimSubject) bool {
		return o.figure != s.figure && len(o.at)+len(o.asked) > len(s.at)+len(s.asked)
	})
}

// named says whether a subject has readings.
func named(s claimSubject) bool { return len(s.readings) > 0 }

// excluded says whether some tokens speak of a part of those who were asked, of which a figure says
// nothing: of men, or of those who gave another answer.
func (p *passage) excluded(f *content.Figure, where []int) bool {
	for _, i := range where {
		w := p.word(i)
		if slices.Contains(p.now.group, i) {
			continue
		}
		if p.lex.asserts.groups.has(w) && len(p.tokensOf(p.c.callingOf(f).all, []int{i})) == 0 &&
			!p.banded(f, where) {
			return true
		}
	}
	return p.limited() && f.Follows == nil
}

// banded says whether some tokens name answers of a figure by their numbers.
func (p *passage) banded(f *content.Figure, where []int) bool {
	return slices.ContainsFunc(p.mentionsAt(f), func(m mention) bool {
		return m.banded && slices.Contains(where, m.first())
	})
}

// limited says whether the sentence speaks of a part of those who answered: «blant dem som …», «de
// som leier ut, …», «among part-timers».
func (p *passage) limited() bool {
	for i := p.now.first; i < p.now.last; i++ {
		w, next := p.word(i), p.word(i+1)
		most, _ := p.lex.majority.at(p.toks, i)
		switch {
		case most > 0 && p.whoOnly(i+most):
			return true
		case p.lex.asserts.restricts.has(w) && !p.groupAfter(i) && !p.lex.them.has(next) && !p.nouns.has(next) &&
			!p.lex.people.has(next) && next != "":
			return true
		case p.lex.them.has(w) && p.lex.who.has(next) && (i == p.now.first ||
			p.lex.of.has(p.word(i-1)) || p.lex.asserts.restricts.has(p.word(i-1))):
			return !p.allAnswered(i + 2)
		}
	}
	return false
}

// groupAfter says whether the group whose answers are meant is named soon after a token.
func (p *passage) groupAfter(i int) bool {
	return slices.ContainsFunc(p.now.group, func(k int) bool { return k > i && k <= i+3 })
}

// allAnswered says whether what follows a relative pronoun limits nobody: «dem som svarte».
func (p *passage) allAnswered(i int) bool {
	for ; i < p.now.last && p.toks[i].kind == wordToken; i++ {
		w := p.word(i)
		if p.lex.answered.has(w) || p.lex.opines.has(w) {
			return true
		}
		if !p.lex.naming.small.has(w) && !p.lex.verbs.has(w) {
			return false
		}
	}
	return false
}

// anaphora says whether some tokens speak of people named before: «most of them».
func (p *passage) anaphora(where []int) bool {
	return slices.ContainsFunc(where, func(i int) bool {
		next := p.word(i + 1)
		return p.lex.of.has(p.word(i)) && p.lex.them.has(next) && !p.lex.people.has(next) &&
			p.lex.naming.small.has(next) && !p.lex.who.has(p.word(i+2)) &&
			!p.nouns.has(p.word(i+2)) && !p.lex.people.has(p.word(i+2)) &&
			p.toks[min(i+2, len(p.toks)-1)].kind != wordToken
	})
}

// refuted says whether each reading of each subject is denied by a judgement.
func refuted(list []claimSubject, judge func(s claimSubject, answers []int) verdict) bool {
	for _, s := range list {
		for _, r := range s.readings {
			if len(r) == 0 || judge(s, r) != denied {
				return false
			}
		}
	}
	return len(list) > 0
}

// say tells of a claim: its words are those from the predicate to what it is about.
func (p *passage) say(rule string, severity Severity, c claim, s claimSubject, data string) {
	first, last := c.first, c.last
	if p.lenient {
		severity = Note
	}
	if len(s.at)+len(s.asked) > 0 {
		from, to := s.span()
		first, last = min(first, from), max(last, to)
	}
	p.c.inText(p.t, p.toks[first].start, p.toks[last-1].end,
		Finding{Rule: rule, Severity: severity, Data: data})
}

// portioned holds a claim about how large a part is.
func (p *passage) portioned(c claim, rest []int) {
	list := p.likely(c, rest, named)
	if !refuted(list, func(s claimSubject, answers []int) verdict {
		if c.kind == fewClaim && s.figure.Follows != nil && !p.limited() {
			return untold
		}
		return c.ofShare(s.figure, answers)
	}) {
		return
	}
	is := anchor{figure: list[0].figure, answers: list[0].readings[0]}.words(p.c.loc)
	switch {
	case c.kind == someClaim:
		p.say("claim", Note, c, list[0], "it is most: "+is)
	case c.kind == fewClaim:
		p.say("claim", Warning, c, list[0], "not few: "+is)
	case c.sign > 0:
		p.say("claim", Warning, c, list[0], "a majority is more than half: "+is)
	default:
		p.say("claim", Warning, c, list[0], "less than half it is not: "+is)
	}
}

// split notes that opinions are not divided: one side of the scale has most answers.
func (p *passage) split(c claim, rest []int) {
	fit := func(f *content.Figure) bool {
		return f.Kind == content.Scale && len(f.Answers) >= 4
	}
	if !slices.ContainsFunc(p.scope.topic, fit) {
		return
	}
	list := p.likely(c, rest, func(s claimSubject) bool { return fit(s.figure) })
	if len(list) == 0 {
		return
	}
	f := list[0].figure
	low, high := f.Extremes()
	sides := []anchor{{figure: f, answers: high}, {figure: f, answers: low}}
	for k, a := range sides {
		if a.share() > 50 && a.share() >= 2*sides[1-k].share() {
			p.say("claim", Note, c, list[0],
				"one side of the scale has most answers: "+a.words(p.c.loc))
		}
	}
}

// top holds a claim that an answer is the largest or smallest of its figure.
func (p *passage) top(c claim, rest []int) {
	if len(p.scope.own) > 1 && !p.lenient {
		return // each figure has a largest answer
	}
	list := p.likely(c, rest, func(s claimSubject) bool {
		return named(s) && !s.denies && len(s.readings[0]) == 1 && !s.byAsking
	})
	if !refuted(list, func(s claimSubject, answers []int) verdict {
		return c.ofTop(s.figure, answers, func(a content.Answer) bool {
			return p.c.tellsNone(a) || s.figure.Kind == content.Multiple && p.c.deniesAll(a)
		})
	}) {
		return
	}
	f, a := list[0].figure, list[0].readings[0]
	p.say("claim", Warning, c, list[0], anchor{figure: f, answers: a}.words(p.c.loc)+
		" against "+anchor{figure: f, answers: []int{c.placed(f)}}.words(p.c.loc))
}

// placed is the answer that stands where a claim says that another does.
func (c claim) placed(f *content.Figure) int {
	var order []int
	for i, a := range f.Answers {
		if !a.Residual {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return c.sign * (f.Answers[b].Count - f.Answers[a].Count)
	})
	return order[min(c.place, len(order))-1]
}

// compared holds «flere», «mer …» against an earlier year or another answer.
func (p *passage) compared(c claim, rest []int, past, becomes bool) {
	after := p.word(c.last)
	a := &p.lex.asserts
	adjective := -1
	if c.kind == veryClaim {
		if a.kindly.has(after) || a.harshly.has(after) || a.quantity.has(after) {
			c.last++
		}
		switch {
		case a.kindly.has(after) || a.harshly.has(after):
			if a.harshly.has(after) {
				c.sign = -c.sign
			}
			c.kind = scaleClaim
			if past || becomes {
				p.scaled(c, rest)
			}
			return
		case a.quantity.has(after) || p.lex.than.has(after) || after == "" || p.nouns.has(after) ||
			p.lex.people.has(after) || a.verbs.has(after) || p.lex.verbs.has(after):
			c.kind = moreClaim
		default:
			adjective = c.last
		}
	}
	than := slices.IndexFunc(rest, func(i int) bool { return p.lex.than.has(p.word(i)) })
	switch {
	case than >= 0 && !p.leadsToThen(rest[than], c.where):
		if !past {
			p.paired(c, rest, than)
		}
	case than >= 0 || past || becomes:
		p.change(c, slices.DeleteFunc(rest, func(i int) bool {
			return p.lex.than.has(p.word(i))
		}), adjective)
	}
}

// leadsToThen says whether «enn» stands before an earlier time: «enn i fjor», "than they did in
// 2022".
func (p *passage) leadsToThen(i int, where []int) bool {
	then, ok := p.thenIn(where)
	return ok && slices.ContainsFunc(then, func(k int) bool { return k > i && k <= i+5 })
}

// change holds a claim that a share rose, fell or was multiplied.
func (p *passage) change(c claim, rest []int, adjective int) {
	var list []claimSubject
	fit := func(s claimSubject) bool { return named(s) && s.figure.Compare != nil }
	if c.kind == moveClaim { // «Cash is losing ground to the app»
		list = p.likely(c, slices.DeleteFunc(slices.Clone(rest),
			func(i int) bool { return i >= c.last }), fit)
	}
	if len(list) == 0 {
		list = p.likely(c, rest, fit)
	}
	if len(list) == 0 {
		p.usage(c, rest)
		return
	}
	if adjective >= 0 && !slices.Contains(list[0].at, adjective) &&
		!slices.Contains(list[0].asked, adjective) {
		return
	}
	c.ofPart = c.kind != veryClaim
	if !refuted(list, func(s claimSubject, answers []int) verdict {
		if c.kind == factorClaim {
			return c.ofFactor(s.figure, answers)
		}
		return c.ofChange(s.figure, answers)
	}) {
		return
	}
	p.say("trend", Warning, c, list[0],
		"the data do not show this; "+p.changeWords(list[0].figure, list[0].readings[0]))
}

// usage holds a claim that something is done more or less than before, when its question is asked
// and answered by numbers.
func (p *passage) usage(c claim, rest []int) {
	list := p.likely(c, rest, func(s claimSubject) bool {
		v := p.c.callingOf(s.figure)
		return len(s.asked) > 0 && v.ladder != nil && s.figure.Compare != nil
	})
	if len(list) == 0 || c.kind != moreClaim || named(list[0]) {
		return
	}
	moved := p.ladderMoved(list[0].figure)
	if float64(c.sign)*moved < 0 {
		p.say("trend", Warning, c, list[0], "the data do not show this; "+list[0].figure.Ref())
	}
}

// ladderMoved is by how many steps the mean of answers in the order of their numbers moved, 0 when
// they cannot be compared.
func (p *passage) ladderMoved(f *content.Figure) float64 {
	sum, now, before := 0.0, float64(f.N), float64(f.Compare.N)
	if now <= 0 || before <= 0 {
		return 0
	}
	for k, s := range p.c.callingOf(f).ladder.steps {
		then, ok := f.Earlier(s.answer)
		if !ok {
			return 0
		}
		sum += float64(k) * (float64(f.Sum(s.answer))/now - float64(f.Compare.Sum(then...))/before)
	}
	return sum
}

// scaled holds a claim that what a scale measures is better or worse than before.
func (p *passage) scaled(c claim, rest []int) {
	where := slices.Sorted(slices.Values(append(run(c.first, c.last), rest...)))
	list := p.likely(c, where, func(s claimSubject) bool {
		return s.figure.Kind == content.Scale && s.figure.Compare != nil
	})
	if len(list) == 0 || slices.ContainsFunc(list, func(s claimSubject) bool {
		return p.onScale(c, s.figure) != denied
	}) {
		return
	}
	_, high := list[0].figure.Extremes()
	p.say("trend", Warning, c, list[0],
		"the data do not show this; "+p.changeWords(list[0].figure, high))
}

// paired holds a claim that sets answers before the token at an index beside those after it.
func (p *passage) paired(c claim, rest []int, cut int) {
	if cut < 0 || cut >= len(rest) {
		return
	}
	type pair struct{ a, b claimSubject }
	var best pair
	score := 0
	after := p.claimSubjects(rest[cut+1:])
	for _, a := range p.claimSubjects(rest[:cut+1]) {
		for _, b := range after {
			if a.figure != b.figure || !named(a) || !named(b) || a.byAsking || b.byAsking ||
				a.denies || b.denies {
				continue
			}
			if sum := a.score + b.score; sum > score {
				best, score = pair{a, b}, sum
			}
		}
	}
	a, b := best.a, best.b
	if score == 0 || a.strange+b.strange > len(a.at)+len(b.at) ||
		p.excluded(a.figure, c.where) {
		return
	}
	for _, x := range a.readings {
		for _, y := range b.readings {
			if c.ofPair(a.figure, x, y) != denied {
				return
			}
		}
	}
	a.at = append(a.at, b.at...)
	p.say("claim", Warning, c, a, anchor{figure: a.figure, answers: a.readings[0]}.words(p.c.loc)+
		" against "+anchor{figure: b.figure, answers: b.readings[0]}.words(p.c.loc))
}
