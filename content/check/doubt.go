package check

import (
	"slices"

	"rapport/content"
)

// doubt is why a number that does not fit may be of something else than what was asked, as the
// finding tells it; "" when its words leave no doubt. What it is of is told by its noun, by a
// number before it that it goes on from, and by how many of its words are of the questions; never
// by how near it is to what the data give.
func (p *passage) doubt(s statement) string {
	const name = "if it is about these data, name the answer"
	switch {
	case s.left || s.ofPoll:
		return ""
	case p.ofThings(s), p.ofIt(s):
		return "it counts what nobody was asked about; " + name
	case p.goesOn(s):
		return "the number before it counts something else; " + name
	case p.ofMore(s), p.partOfLast(s):
		return "it may be of other answers than the words name; " + name
	case p.grows(s):
		return "it is by how much something grew or fell; a share grows by points"
	case p.placed(s):
		return "it is of another place than these data; " + name
	case p.supposed(s), p.ofThose(s), p.thanThat(s), p.tooMany(s), p.unasked(s), p.hardlyNamed(s),
		p.outweighed(s),
		p.unidentified(s):
		return name
	}
	return ""
}

// ofIt says whether a share is of what a pronoun names: «en tredel av det gikk til …».
func (p *passage) ofIt(s statement) bool {
	return p.lex.of.has(p.word(s.last)) && p.lex.it.has(p.word(s.last+1))
}

// supposed says whether a sentence tells of what may be: «hvis de 119 som ikke vet, mangler hund, …».
func (p *passage) supposed(s statement) bool {
	return p.lex.asserts.conditional.has(p.word(s.sentence[0]))
}

// ofThose says whether a number of so many is a part of those who gave an answer, of whom the data
// tell no more: «ein av dei sju som er ueinige».
func (p *passage) ofThose(s statement) bool {
	return s.base > 2 && p.lex.who.has(p.word(s.last)) && !p.lex.answered.has(p.word(s.last+1)) &&
		!slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool { return f.N == s.base })
}

// thanThat says whether a number is compared with what was told before: "only 7 per cent longer than
// that".
func (p *passage) thanThat(s statement) bool {
	for i := s.last; i < p.partOf(s.number).last; i++ {
		if p.lex.than.has(p.word(i)) && p.lex.it.has(p.word(i+1)) {
			return true
		}
	}
	return false
}

// outweighed says whether more words of a number's clause are left unexplained, by the figure that
// they name and by the language, than name it; where only the question is named, one will do: «79
// eiere mistror vannet».
func (p *passage) outweighed(s statement) bool {
	r := p.partOf(s.number).in(p.clauseOf(s.number, p.now))
	where := slices.DeleteFunc(run(r[0], max(r[0], r[1])), p.inNumber)
	return len(s.subjects) > 0 && !slices.ContainsFunc(s.subjects, func(one subject) bool {
		v := p.c.callingOf(one.figure)
		strange := p.strangers(one.figure, v, where)
		known := len(one.at) + len(p.tokensOf(v.asks, where))
		if one.asked {
			return strange == 0
		}
		return strange <= known
	})
}

// ofMore says whether a number is true of more answers together than those that are named, when a
// conjunction beside these joins them to something else, or the sentence tells of a part of them:
// «fem av seks er enten boret eller gravd», "70 had something stolen, 21 of them …".
func (p *passage) ofMore(s statement) bool {
	parted := s.kind == countNumber && slices.ContainsFunc(p.now.numbers, func(o number) bool {
		return o.first > s.first && o.ofThem
	})
	parted = parted || slices.ContainsFunc(p.toks[s.sentence[0]:s.sentence[1]], func(t token) bool {
		return p.lex.including.has(t.text)
	})
	return slices.ContainsFunc(s.subjects, func(one subject) bool {
		told := s.kind != fractionNumber || s.base == one.figure.N
		return (told && (parted || p.upward(one)) || p.joinedTo(one)) && p.fitsMore(s.number, one)
	})
}

// upward says whether the label of a subject's one answer takes in more in words, of which others may
// be a part: «halv stilling eller meir» beside «heil stilling».
func (p *passage) upward(one subject) bool {
	if len(one.answers) != 1 || p.c.callingOf(one.figure).ladder != nil {
		return false
	}
	toks := p.c.labelTokens(one.figure.Answers[one.answers[0]].Label)
	return slices.ContainsFunc(run(0, len(toks)), func(i int) bool {
		more, _ := p.c.lex.bands.orMore.at(toks, i)
		less, _ := p.c.lex.bands.orLess.at(toks, i)
		return more+less > 0
	})
}

// joinedTo says whether a conjunction stands beside the words of a subject, small words left out.
func (p *passage) joinedTo(one subject) bool {
	joint := func(i int) bool {
		return i >= p.now.first && i < p.now.last && !p.inNumber(i) &&
			(p.lex.and.has(p.word(i)) || p.lex.or.has(p.word(i)) || p.lex.also.has(p.word(i)))
	}
	small := func(i int) bool {
		return p.lex.naming.small.has(p.word(i)) && !joint(i)
	}
	first, last := one.first()-1, one.last()
	for small(first) {
		first--
	}
	for small(last) {
		last++
	}
	return joint(first) && !p.inNumber(first-1) || joint(last) && !p.inNumber(last+1) ||
		slices.ContainsFunc(one.at, func(i int) bool {
			return joint(i-1) && !slices.Contains(one.at, i-1) && !slices.Contains(one.at, i-2) &&
				!small(i-2) && i-2 > one.first()
		})
}

// manySums is of how many answers at most all sets are added up.
const manySums = 10

// fitsMore says whether a number is true of some answers together among which are those of a
// subject, in this year.
func (p *passage) fitsMore(n number, one subject) bool {
	f := one.figure
	rest := p.others(f, one.answers)
	if f.Kind == content.Multiple || f.N <= 0 || len(rest) > manySums || n.kind == pointsNumber {
		return false
	}
	sum := f.Sum(one.answers...)
	for set := 1; set < 1<<len(rest)-1; set++ {
		more := sum
		for i, a := range rest {
			if set>>i&1 == 1 {
				more += f.Answers[a].Count
			}
		}
		if n.fits(truth{kind: sumTruth, figure: f, survey: f.Survey, count: more, base: f.N}) {
			return true
		}
	}
	return false
}

// partOfLast says whether a number counts a part of those that one before it in the sentence counts,
// and is true of one answer: «70 had something stolen, 21 of them with damage as well».
func (p *passage) partOfLast(s statement) bool {
	return s.ofThem && slices.ContainsFunc(p.now.numbers, func(o number) bool {
		return o.first < s.first && o.kind == countNumber && o.count > s.count
	}) && slices.ContainsFunc(s.subjects, func(one subject) bool {
		return slices.ContainsFunc(p.c.truthsFor(one.figure), func(t truth) bool {
			return t.kind == answerTruth && s.fits(t)
		})
	})
}

// unidentified says whether nothing tells that a number which names no answer is of what was asked:
// more words of its clause are of nothing in the topic than are of its questions and answers, and
// none speaks of the survey.
func (p *passage) unidentified(s statement) bool {
	if len(s.subjects)+len(p.now.calls) > 0 || s.ofPoll || slices.ContainsFunc(s.said,
		func(one spoken) bool {
			return slices.ContainsFunc(one.at, func(i int) bool { return !p.inNumber(i) })
		}) {
		return false
	}
	r := p.partOf(s.number).in(p.clauseOf(s.number, p.now))
	known, strange := 0, 0
	for i := r[0]; i < r[1]; i++ {
		w := p.word(i)
		switch {
		case p.lex.answered.has(w), p.lex.polls.has(w), p.lex.replies.has(w), p.lex.asked.has(w):
			return false
		case len(w) < 3 || p.inNumber(i):
		case p.ofTopic(w) || slices.Contains(p.now.group, i):
			known++
		case !p.neutral(w):
			strange++
		}
	}
	return strange > known || s.kind == shareNumber && p.c.onlyInvited(s.base)
}

// onlyInvited says whether so many were invited to a survey, and did not answer it or a question: no
// answer is a share of them.
func (c *checker) onlyInvited(base int) bool {
	return slices.ContainsFunc(c.r.Surveys, func(s *content.Survey) bool {
		return s.Invited == base && s.Answered != base &&
			!slices.ContainsFunc(s.Figures, func(f *content.Figure) bool { return f.N == base })
	})
}

// plain says whether an answer is named beyond doubt in the part of the sentence that the number
// stands in.
func (p *passage) plain(s statement) bool {
	at := p.partOf(s.number)
	return slices.ContainsFunc(s.subjects, func(one subject) bool {
		return !one.weak && !one.far && at.first <= one.first() && one.first() < at.last
	})
}

// ofThings says whether the noun that a number counts, or is a share of, is none for those who were
// asked: «tre av sju grupper», «28 prosent av leilighetene».
func (p *passage) ofThings(s statement) bool {
	i, whole := s.last, false
	if p.lex.of.has(p.word(i)) && !s.ofThem {
		i, whole = i+1, true
	}
	things := s.kind == shareNumber && i == s.last && p.c.noBase(s.base) && p.aloneNoun(i)
	at, end := p.phrase(i, whole || things || p.lex.roles.has(p.word(i)))
	if at < 0 {
		return false
	}
	w := p.word(at)
	switch {
	case p.asked(w), slices.ContainsFunc(p.now.group, func(k int) bool { return k >= i && k < end }),
		slices.ContainsFunc(p.toks[i:end],
			func(t token) bool { return p.respondents(t.text) && !p.lex.fillers.has(t.text) }):
		return false
	case p.lex.people.has(w) || p.agent(w):
		return !p.plain(s)
	case whole || s.kind == shareNumber || s.kind == fractionNumber:
		return !slices.ContainsFunc(s.subjects, func(one subject) bool {
			return one.figure.Follows != nil && p.c.callingOf(one.figure.Follows.Figure).has(
				p.stems.of(w)) && len(p.stems.of(w)) > 0
		})
	}
	return len(p.stems.of(w)) == 0 && len(p.stems.like(w)) == 0
}

// aloneNoun says whether a word stands alone before the end of a clause or a verb.
func (p *passage) aloneNoun(i int) bool {
	return len(p.word(i)) > 2 && !p.lex.naming.small.has(p.word(i)) &&
		len(p.stems.of(p.word(i))) == 0 &&
		(i+1 >= p.now.last || p.toks[i+1].kind != wordToken || p.lex.verbs.has(p.word(i+1)))
}

// noBase says whether a number is how many answered or were asked anything in the report.
func (c *checker) noBase(base int) bool {
	return !slices.ContainsFunc(c.r.Surveys, func(s *content.Survey) bool {
		return s.Answered == base || s.Invited == base ||
			slices.ContainsFunc(s.Figures, func(f *content.Figure) bool {
				return f.N == base || f.Asked == base ||
					slices.ContainsFunc(f.Answers, func(a content.Answer) bool {
						return a.Count == base
					})
			})
	})
}

// phrase is the token after the noun phrase that begins at token i, and that of its noun, -1 when
// there is none for sure: what stands before the phrase calls for one, a verb follows it, or it has
// a form that only nouns have.
func (p *passage) phrase(i int, sure bool) (head, end int) {
	head, end = -1, i
	for ; end < min(p.now.last, i+5); end++ {
		w := p.word(end)
		if p.lex.fillers.has(w) || p.lex.them.has(w) && !p.lex.people.has(w) || sure && head < 0 &&
			p.toks[end].kind == digitsToken {
			continue // «av de 340 konsultasjonene»
		}
		if end == i && p.verbLikeNoun(i) {
			head = end
			continue
		}
		if w == "" || p.inNumber(end) || p.lex.naming.small.has(w) || p.lex.verbs.has(w) ||
			p.lex.negations.has(w) || p.lex.clauses.has(w) || p.lex.and.has(w) || p.lex.or.has(w) ||
			p.lex.links.has(w) {
			break
		}
		head = end
	}
	if head < 0 || sure || p.lex.verbs.has(p.word(end)) && end == head+1 || p.noun(p.word(head)) {
		return head, end
	}
	return -1, end
}

// verbLikeNoun says whether a word of the form of a verb is a noun all the same, since no verb
// has that form after a number of several: «1,406 calls».
func (p *passage) verbLikeNoun(i int) bool {
	w := p.word(i)
	return p.inNumber(i-1) && p.lex.verbs.has(w) && p.noun(w) && !p.lex.ones.has(p.word(i-1)) &&
		p.toks[i-1].kind == digitsToken
}

// noun says whether a word has a form that only nouns in the plural have.
func (p *passage) noun(w string) bool {
	return len(w) > 4 && slices.ContainsFunc(p.lex.nounEndings, ending(w))
}

// agent says whether a word is formed as those for people are by what they do: «leverandørene» is
// not, «bergenserne» is.
func (p *passage) agent(w string) bool {
	return len(w) > 5 && slices.ContainsFunc(p.lex.agentEndings, ending(w))
}

// respondents says whether a word is one for those who were asked or what they gave: the population
// of a survey, or what may be said of any.
func (p *passage) respondents(w string) bool {
	return p.nouns.has(w) || (p.lex.people.has(w) || p.lex.them.has(w)) && !p.lex.roles.has(w) ||
		p.lex.replies.has(w) || p.lex.answered.has(w) || p.lex.asked.has(w) || p.lex.portion.has(w)
}

// goesOn says whether a number without a noun of its own goes on from one before it that is no
// statistic: «212 kampar, og 34 vart avlyste», «26 lærarar, 9 av dei i matematikk».
func (p *passage) goesOn(s statement) bool {
	if head, _ := p.phrase(s.last, false); s.kind != countNumber || !s.ofThem && head >= 0 ||
		p.respondents(p.word(s.last)) {
		return false
	}
	k := s.first - 1
	for ; k >= p.now.first; k-- {
		if p.inNumber(k) {
			return false
		}
		w := p.word(k)
		number := p.toks[k].kind == digitsToken ||
			w != "" && p.lex.begins(w) && !p.lex.ones.has(w) && !p.lex.article.has(w)
		if _, year := p.year(k); number && !year && !p.mentioned(k) && !p.inBand(k) {
			break
		}
	}
	if k < p.now.first || p.respondents(p.word(k+1)) {
		return false
	}
	return s.ofThem || !slices.ContainsFunc(s.subjects, func(one subject) bool {
		return one.first() > k && !one.weak
	})
}

// inBand says whether token i is part of a stretch of several numbers: «over 60 år».
func (p *passage) inBand(i int) bool {
	return slices.ContainsFunc(p.stretches(), func(s stretch) bool {
		return s.first <= i && i < s.last && !s.exact()
	})
}

// grows says whether a per cent is by how much something grew or fell that is no share.
func (p *passage) grows(s statement) bool {
	if s.kind != percentNumber {
		return false
	}
	before := s.first - 1
	ends := func(i int) bool { return p.lex.from.has(p.word(i)) || p.lex.to.has(p.word(i)) }
	for before > p.now.first && p.hedgeWord(p.word(before)) && !ends(before) {
		before--
	}
	if ends(before) {
		return false
	}
	moves := false
	for i := max(p.now.first, before-3); i < s.first; i++ {
		n, _ := p.lex.moves.at(p.toks, i)
		moves = moves || n > 0 || p.lex.shifts.has(p.word(i))
	}
	after := p.word(s.last)
	moves = moves || p.lex.more.has(after) || p.lex.less.has(after)
	return moves && (!p.plain(s) || p.strangeSubject(s.clause[0], s.first)) &&
		!slices.ContainsFunc(p.toks[s.clause[0]:s.clause[1]],
			func(t token) bool { return p.lex.portion.has(t.text) })
}

// placed says whether a sentence begins with a place that nobody was asked about, or a share is of
// one: «I kommunen er 19 prosent under 18 år», «andelen i kommunen er 8 prosent».
func (p *passage) placed(s statement) bool {
	first := p.partOf(s.number).first
	for i := first; i < s.first-1; i++ {
		w := p.word(i)
		begins := i == first || i == first+1 && p.toks[first].kind == markToken
		if !begins && !p.lex.portion.has(p.word(i-1)) || !p.lex.among.has(w) {
			continue
		}
		at, _ := p.phrase(i+1, true)
		if at < 0 || at >= s.first {
			continue
		}
		if w := p.word(at); p.strange(w) && !p.lex.polls.has(w) && !p.lex.texts.has(w) &&
			!p.lex.numbered.has(w) && (slices.ContainsFunc(p.lex.definite, ending(w)) ||
			p.toks[at].capital || p.lex.fillers.has(p.word(i+1))) {
			return true
		}
	}
	return false
}

// tooMany says whether a count is far above all who were asked, and is not said to be of them.
func (p *passage) tooMany(s statement) bool {
	return s.kind == countNumber && s.count > 2*p.c.mostAsked() && !p.nouns.has(p.word(s.last))
}

// unasked says whether the words about a number that names no answer are of nothing that was asked.
func (p *passage) unasked(s statement) bool {
	at := p.partOf(s.number)
	at.first, at.last = max(at.first, s.clause[0]), min(at.last, s.clause[1])
	if len(s.subjects)+len(p.now.calls) > 0 || p.lex.opines.has(p.word(s.last)) ||
		namedIn(s.said, [2]int{at.first, at.last}) {
		return false
	}
	unknown := false
	for i := at.first; i < at.last; i++ {
		w := p.word(i)
		switch {
		case w == "" || p.inNumber(i) || p.lex.naming.small.has(w):
		case p.lex.answered.has(w) || p.lex.polls.has(w) || p.lex.replies.has(w) ||
			p.ofTopic(w) || slices.Contains(p.now.group, i):
			return false
		case !(p.hedgeWord(w) && i < s.first) && p.mayTell(w):
			unknown = true
		}
	}
	return unknown
}

// mayTell says whether a word may tell what a sentence is about.
func (p *passage) mayTell(w string) bool {
	return len(w) > 2 && !p.lex.verbs.has(w) && !p.lex.people.has(w) && !p.nouns.has(w) &&
		!p.lex.first.claim.has(w) && !p.lex.fillers.has(w) && !p.lex.only.has(w) &&
		!p.lex.negations.has(w)
}

// ofTopic says whether a word is a form of one in the questions or answers of the topic's figures,
// or begins like one.
func (p *passage) ofTopic(w string) bool {
	figures := p.scope.topic
	if len(figures) == 0 {
		return len(p.stems.of(w)) > 0
	}
	words := append(slices.Clone(p.stems.of(w)), p.stems.like(w)...)
	return slices.ContainsFunc(words, func(form string) bool {
		return slices.ContainsFunc(figures, func(f *content.Figure) bool {
			_, ok := slices.BinarySearch(p.c.callingOf(f).all, form)
			return ok
		})
	})
}

// hardlyNamed says whether a number in brackets follows a word that is part of a label, in a
// sentence about what nobody was asked: «Klagene gjaldt ventetid (3)».
func (p *passage) hardlyNamed(s statement) bool {
	return p.bracketed(s.number) && p.strangePlural(s.sentence[0])
}

// strangePlural says whether a sentence begins with a plural noun that is of nothing that was
// asked: «Klagene gjaldt …».
func (p *passage) strangePlural(i int) bool {
	w := p.word(i)
	return p.strange(w) && p.noun(w) && !p.agent(w)
}
