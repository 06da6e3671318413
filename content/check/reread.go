package check

import (
	"slices"

	"rapport/content"
)

// byRereading holds a number that only what its words do not name gives against what a second
// reading of them finds: as claims in words find their subjects, by every word of its clause that
// stands for a word of an answer or a question. So a number that another question gives by chance is
// told: «65 per cent of owners have insured the dog», where 65 per cent walk it on the street.
func (p *passage) byRereading(n number, m match, at *sentence) bool {
	part := p.partOf(n)
	if m.named || p.baseOf(n) || n.ofThem || p.alsoIn(part) || p.lex.by.has(p.word(n.first-1)) ||
		p.deniesAny(part) || p.supported(m) {
		return false
	}
	subjects := p.reread(n, part, at)
	var meant []truth
	for _, one := range subjects {
		truths := one.truths(n)
		if len(truths) == 0 || p.fitsBase(n, one.figure) || slices.ContainsFunc(truths, n.fits) ||
			one.sided || m.figure == one.figure && (m.kind != answerTruth || one.figure.Ordered ||
			one.figure.Kind == content.Scale ||
			one.asked && !contains(p.c.callingOf(one.figure).no, m.answers)) {
			return false
		}
		meant = append(meant, one.meant(truths)...)
	}
	if len(meant) == 0 {
		return false
	}
	s := p.stated(n, p.spoken(), at.first, at.last)
	s.subjects = subjects
	p.read(n, subjects, "wrong: it is "+m.words(p.c.loc)+", which the words do not name")
	p.against(s, meant)
	return true
}

// deniesAny says whether a part of a sentence has a negation, also in the words of an answer.
func (p *passage) deniesAny(at part) bool {
	return p.negated([2]int{at.first, at.last}) || slices.ContainsFunc(p.toks[at.first:at.last],
		func(t token) bool { return p.lex.negations.has(t.text) })
}

// reread are the subjects that a second reading finds for a number, none when it is not certain:
// when one word is left that neither the question and its answers nor the language explains.
func (p *passage) reread(n number, part part, at *sentence) []subject {
	for _, r := range [][2]int{part.in(p.clauseOf(n, at)), {part.first, part.last}} {
		where := slices.DeleteFunc(run(r[0], max(r[0], r[1])), func(i int) bool {
			_, year := p.year(i)
			return p.inNumber(i) || year || p.toks[i].kind == callToken
		})
		if len(where) == 0 || p.anaphora(where) {
			continue
		}
		all := p.claimSubjects(where)
		list := slices.DeleteFunc(slices.Clone(all), func(s claimSubject) bool {
			return !named(s) || p.excluded(s.figure, where)
		})
		if len(list) == 0 || list[0].score < all[0].score-nearby {
			continue
		}
		if s := list[0]; !s.certain() || s.strange > 0 || s.byAsking && !p.askedInHalf(s) ||
			!s.byAsking && !p.wholly(s) || slices.ContainsFunc(s.at, p.inStretch) &&
			!p.labelled(s) {
			return nil
		}
		var out []subject
		for _, s := range rivals(list) {
			out = append(out, subject{mention: mention{figure: s.figure, answers: s.readings[0],
				at: s.at, score: s.score, asked: s.byAsking}, readings: s.readings,
				when: p.when(n, s.figure, at), sided: s.denies})
		}
		return out
	}
	return nil
}

// labelled says whether the stretch of numbers that names a subject is just that of one label, with
// its unit.
func (p *passage) labelled(s claimSubject) bool {
	v := p.c.callingOf(s.figure)
	return len(s.readings) > 0 && len(s.readings[0]) == 1 && v.ladder != nil &&
		slices.ContainsFunc(p.stretches(), func(one stretch) bool {
			return one.named && !one.exact() && slices.Equal(v.ladder.same(one), s.readings[0])
		})
}

// wholly says whether all words are there that no other answer has, of a name of one of a subject's
// answers.
func (p *passage) wholly(s claimSubject) bool {
	return slices.ContainsFunc(s.readings[0], func(a int) bool {
		return slices.ContainsFunc(p.c.callingOf(s.figure).names[a], func(one name) bool {
			return len(one.own) > 0 && !slices.ContainsFunc(one.own, func(w string) bool {
				return telling(w) && len(p.namedBy([]string{w}, s.at)) == 0
			})
		})
	})
}

// supported says whether the text up to the end of the sentence has a word of each answer of a
// match that no other answer of its figure has, or the match is of no answers.
func (p *passage) supported(m match) bool {
	if m.figure == nil || len(m.answers) == 0 {
		return true
	}
	v := p.c.callingOf(m.figure)
	return !slices.ContainsFunc(m.answers, func(a int) bool {
		return !slices.ContainsFunc(v.names[a], func(one name) bool {
			return slices.ContainsFunc(p.toks[:p.now.last], func(t token) bool {
				return t.kind == wordToken && slices.ContainsFunc(p.links(t.text),
					func(l link) bool {
						return slices.Contains(one.own, l.word) && (len(l.word) > 3 || l.sure)
					})
			})
		})
	})
}

// askedInHalf says whether the tokens that name yes have half of the longer words of the question,
// two of them at least, or all of its title.
func (p *passage) askedInHalf(s claimSubject) bool {
	var hits []string
	long := 0
	v := p.c.callingOf(s.figure)
	for _, w := range v.asks {
		if len(w) > 3 {
			long++
			if len(p.namedBy([]string{w}, s.at)) > 0 {
				hits = append(hits, w)
			}
		}
	}
	return len(hits) > 1 && 2*len(hits) >= long || v.titled(hits)
}
