package check

import (
	"slices"

	"rapport/content"
)

// byPair holds a count against a survey when the sentence tells how many of how many answered and
// one of the two is the survey's: «av 2 150 inviterte svarte 947».
func (p *passage) byPair(n number, at *sentence) (ok bool) {
	if n.kind != countNumber || n.hedge != exactly || p.pastYear([2]int{at.first, at.last}) {
		return false
	}
	whole, part, ok := p.pair(at)
	if !ok || n.count != whole && n.count != part {
		return false
	}
	var meant *content.Survey
	for _, s := range p.pollsMeant(n, at) {
		switch {
		case s.Invited == whole && s.Answered == part:
			return false
		case s.Invited == whole || s.Answered == part && s.Invited > 0:
			if meant != nil {
				return false
			}
			meant = s
		}
	}
	if meant == nil || n.count == meant.Invited || n.count == meant.Answered {
		return false
	}
	is := surveyTruths(meant)[0]
	if n.count == whole {
		is = surveyTruths(meant)[1]
	}
	s := p.stated(n, nil, at.first, at.last)
	s.ofPoll = true
	p.read(n, nil, "wrong: it speaks of survey "+meant.ID)
	p.against(s, []truth{is})
	return true
}

// pair are how many of how many answered, in a sentence that begins with the whole and has a verb
// of answering beside the part.
func (p *passage) pair(at *sentence) (whole, part int, ok bool) {
	r := reader{toks: p.toks, lex: p.lex}
	i := at.first
	if !p.lex.of.has(p.word(i)) {
		return 0, 0, false
	}
	for i++; p.lex.fillers.has(p.word(i)); i++ {
	}
	if !r.isDigits(i) {
		return 0, 0, false
	}
	d, next, ok := r.literal(i)
	last := at.numbers[len(at.numbers)-1]
	if !ok || d.Places > 0 || last.first < next || last.kind != countNumber {
		return 0, 0, false
	}
	for i = last.last; p.lex.people.has(p.word(i)) || p.nouns.has(p.word(i)); i++ {
	}
	return int(d.Units), last.count,
		p.lex.answered.has(p.word(i)) || p.lex.answered.has(p.word(last.first-1))
}

// byPoll holds a number against how many answered or were invited, when its sentence speaks of the
// survey itself: «412 pasienter svarte på undersøkelsen», «en svarprosent på 64,4».
func (p *passage) byPoll(n number, at *sentence) (ok bool) {
	if !p.ofPoll(n, at) {
		return false
	}
	surveys := p.pollsMeant(n, at)
	if len(surveys) == 0 {
		return false
	}
	s := p.stated(n, p.spoken(), at.first, at.last)
	for _, survey := range surveys {
		for _, t := range surveyTruths(survey) {
			if n.fits(t) {
				p.read(n, nil, "right, as "+t.words(p.c.loc))
				p.right(s, match{truth: t, named: true})
				return true
			}
		}
	}
	m, fits := p.match(n, p.spoken(), at.first, at.last)
	another := m.kind == surveyTruth && p.yearOf(n, at) == surveys[0].Year // it is of another year
	if fits && (m.far < 3 || m.kind == surveyTruth) && !another || len(surveys) > 1 {
		return false
	}
	s.ofPoll = true
	p.read(n, nil, "wrong: it speaks of survey "+surveys[0].ID)
	p.against(s, surveyTruths(surveys[0])[:1])
	return true
}

// yearOf is the year that stands after a number in its clause, 0 when none does.
func (p *passage) yearOf(n number, at *sentence) int {
	for i := n.last; i < p.clauseOf(n, at)[1]; i++ {
		if year, ok := p.year(i); ok {
			return year
		}
		if p.inNumber(i) || p.lex.than.has(p.word(i)) {
			break
		}
	}
	return 0
}

// yearBefore says whether a year stands before a number and no other number does.
func (p *passage) yearBefore(n number, at *sentence) bool {
	for i := n.first - 1; i >= at.first && !p.inNumber(i); i-- {
		if _, ok := p.year(i); ok {
			return true
		}
	}
	return false
}

// ofPoll says whether a number counts those who answered: a verb of answering stands just after it
// and those it counts, and the survey is named; or it is a rate.
func (p *passage) ofPoll(n number, at *sentence) bool {
	has := func(good func(i int) bool) bool {
		for i := at.first; i < at.last; i++ {
			if good(i) {
				return true
			}
		}
		return false
	}
	switch n.kind {
	case percentNumber:
		rate := has(func(i int) bool { k, _ := p.lex.rates.at(p.toks, i); return k > 0 })
		return rate && len(p.named()) == 0 ||
			has(func(i int) bool {
				return p.lex.asked.has(p.word(i)) && p.lex.of.has(p.word(i-1)) ||
					p.lex.asked.has(p.word(i)) && p.lex.of.has(p.word(i-2))
			}) &&
				has(func(i int) bool { return p.lex.answered.has(p.word(i)) })
	case countNumber:
		i := n.last
		for i < at.last && !p.lex.answered.has(p.word(i)) && (p.lex.people.has(p.word(i)) ||
			p.nouns.has(p.word(i)) || p.lex.adjectives.has(p.word(i))) {
			i++ // «vitjande», but not «svara» of «svar»
		}
		if i == n.last && p.mayTell(p.word(i)) {
			i++ // whom it counts, by another name than the survey's
		}
		if p.lex.have.has(p.word(i)) {
			i++
		}
		return (p.lex.answered.has(p.word(i)) || p.answeredBy(n)) &&
			has(func(i int) bool { return p.lex.polls.has(p.word(i)) })
	}
	return false
}

// answeredBy says whether a number is of those by whom something was answered: «ble besvart av 1
// 780 innbyggere».
func (p *passage) answeredBy(n number) bool {
	i := n.first - 1
	by := func(w string) bool { return p.lex.of.has(w) || p.lex.by.has(w) }
	for !by(p.word(i)) && (p.hedgeWord(p.word(i)) || p.lex.fillers.has(p.word(i))) {
		i--
	}
	return by(p.word(i)) &&
		(p.lex.taken.has(p.word(i-1)) || p.lex.taken.has(p.word(i-2)))
}

// pollsMeant are the surveys that a number may speak of: those of the topic of the year that its
// sentence names, or else of the newest; of two numbers in one sentence, each its own year's.
func (p *passage) pollsMeant(n number, at *sentence) []*content.Survey {
	all := p.scope.surveys
	if len(all) == 0 {
		all = p.c.r.Surveys
	}
	year, named := 0, 0
	for _, s := range all {
		year = max(year, s.Year)
	}
	for i := at.first; i < at.last; i++ {
		if y, ok := p.year(i); ok {
			year, all = y, p.c.r.Surveys
			named++
		}
	}
	if named == 1 && len(at.numbers) > 1 && p.yearOf(n, at) == 0 && !p.yearBefore(n, at) {
		return nil // «28 prosent, litt lavere enn i 2022 (29 prosent)»
	}
	if named > 1 || named == 0 && p.pastYear([2]int{at.first, at.last}) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(all), func(s *content.Survey) bool {
		return s.Year != year
	})
}
