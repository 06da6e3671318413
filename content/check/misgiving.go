package check

import (
	"slices"
	"strings"

	"rapport/content"
)

// misgiving is a set of reasons why a number may be right all the same, though it is not what its
// words were taken to speak of. With any of them it is a note and stops nothing. Which reasons
// there are was chosen by what the checks of their day told when they read sets of sentences for
// the first time: TestPromise counts what each is worth.
type misgiving uint16

const (
	unnamed  misgiving = 1 << iota // neither an answer nor the survey itself is named
	rivalled                       // it is true of other answers that the sentence names too
	redated                        // it is true of what is named, in a year that nothing tells
	followed                       // it is true of a question that only those were asked
	summed                         // it is true of more answers, and the sentence adds some up
	unitless                       // it is true as a per cent, which stands elsewhere
	baseless                       // it is of so many as no question has
	distant                        // its own clause has no word of what it may speak of
	lonely                         // it is one, which need not count anybody
)

// misgivingNames are the names of all, in order.
var misgivingNames = []string{"unnamed", "rivalled", "redated", "followed", "summed",
	"unitless", "baseless", "distant", "lonely"}

// misgivings are those that there are about a number that was read as one of some truths.
func (p *passage) misgivings(s statement, meant []truth) misgiving {
	var out misgiving
	note := func(reason misgiving, has bool) {
		if has {
			out |= reason
		}
	}
	note(unnamed, len(meant) == 0 && !s.ofPoll && !s.explains && !p.baseTold(s.number))
	note(lonely, s.word && s.kind == countNumber && s.count == 1 && !p.plainOne(s.number))
	of := slices.DeleteFunc(slices.Clone(meant), func(t truth) bool {
		return t.figure == nil || len(t.answers) == 0
	})
	for _, t := range of {
		note(rivalled, p.rivals(s.number, t))
		note(redated, p.redates(s.number, t))
		note(followed, p.leads(s.number, t))
		note(summed, p.gathers(s.number, t))
		note(unitless, p.lacksUnit(s.number, t))
	}
	far := len(of) > 0 && !slices.ContainsFunc(of, func(t truth) bool { return p.closeTo(s, t) })
	note(distant, far && s.kind != pointsNumber && len(p.values()) > 1)
	note(baseless, far && s.kind == shareNumber && p.c.noBase(s.base))
	return out
}

// baseTold says whether a number is of so many as answered a question of the topic.
func (p *passage) baseTold(n number) bool {
	return n.kind == shareNumber && slices.ContainsFunc(p.scope.topic,
		func(f *content.Figure) bool { return f.N == n.base })
}

// plainOne says whether one in words counts somebody: whom it counts stands beside it.
func (p *passage) plainOne(n number) bool {
	after := p.word(n.last)
	return n.ofThem || p.lex.people.has(after) || p.nouns.has(after) || p.lex.answered.has(after)
}

// rivals says whether a number is true of other answers of the topic than those of a truth, which
// words of the sentence name: each by a word that no other answer of its question has, or by what
// was asked, if they affirm or deny it; or of a part of those of the truth, where several numbers
// may have one each.
func (p *passage) rivals(n number, is truth) bool {
	where := slices.DeleteFunc(run(p.now.first, p.now.last), p.inNumber)
	var mine []int
	for _, m := range p.mentionsAt(is.figure) {
		if !m.weak && contains(is.answers, m.answers) {
			mine = append(mine, m.at...)
		}
	}
	others := slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return slices.Contains(mine, i)
	})
	each := len(p.values()) > 1 || p.andBetween(p.now.first, p.now.last)
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		if f.N <= 0 || f.Kind == content.Open {
			return false
		}
		var spoken [][]int // what its words speak of, and what affirms and denies
		return slices.ContainsFunc(p.c.truthsFor(f), func(t truth) bool {
			if t.kind != answerTruth && t.kind != sumTruth && t.kind != earlierTruth ||
				!n.fits(t) || f == is.figure && slices.Equal(t.answers, is.answers) {
				return false
			}
			if f == is.figure && contains(is.answers, t.answers) {
				return each
			}
			if spoken == nil {
				spoken = p.spokenSets(f, others, where)
			}
			return contains(spoken[0], t.answers) || slices.ContainsFunc(spoken[1:],
				func(set []int) bool { return slices.Equal(set, t.answers) })
		})
	})
}

// spokenSets are, first, the answers of a figure that some tokens name, by a word that no other
// answer has or by their numbers, and then those that affirm and that deny what was asked, if other
// tokens have a word of that.
func (p *passage) spokenSets(f *content.Figure, names, asks []int) [][]int {
	v := p.c.callingOf(f)
	out := [][]int{p.ownIn(f, names)}
	for _, m := range p.mentionsAt(f) {
		if slices.Contains(names, m.first()) {
			out[0] = append(out[0], m.answers...)
		}
	}
	if len(p.tokensOf(v.asks, asks)) > 0 && p.strangers(f, v, asks) > 0 {
		out = append(out, v.yes, v.no)
	}
	return out
}

// redates says whether a number is true of the answers of a truth in another year than was read,
// unless its part of the sentence has a year in digits or says that it is now.
func (p *passage) redates(n number, is truth) bool {
	at := p.partOf(n)
	if !slices.ContainsFunc(run(p.now.first, p.now.last), func(i int) bool {
		_, year := p.year(i)
		return year || p.lex.past.has(p.word(i))
	}) {
		return false // nothing is said of another time
	}
	for i := at.first; i < at.last; i++ {
		_, year := p.year(i)
		now, _ := p.lex.now.at(p.toks, i)
		if (year || now > 0) && !p.lex.since.has(p.word(i-1)) && !p.lex.than.has(p.word(i-1)) {
			return false
		}
	}
	return slices.ContainsFunc(p.c.truthsFor(is.figure), func(t truth) bool {
		return t.kind != is.kind && slices.Equal(t.answers, is.answers) && n.fits(t) &&
			(t.kind == earlierTruth || t.kind == answerTruth || t.kind == sumTruth)
	})
}

// leads says whether a number is true of an answer to a question that those of some answers of the
// figure of a truth alone were asked.
func (p *passage) leads(n number, is truth) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return f.Follows != nil && f.Follows.Figure == is.figure &&
			slices.ContainsFunc(p.c.truthsFor(f), func(t truth) bool {
				return t.kind == answerTruth && n.fits(t)
			})
	})
}

// gathers says whether a number is true of the answers of a truth and others, in a sentence that
// adds up.
func (p *passage) gathers(n number, is truth) bool {
	return is.source == nil && p.addsUp() && p.fitsMore(n, subject{mention: mention{
		figure: is.figure, answers: is.answers}})
}

// lacksUnit says whether a bare count would be true as a per cent, in a sentence that has one.
func (p *passage) lacksUnit(n number, is truth) bool {
	if n.kind != countNumber || n.word || n.count > 100 {
		return false
	}
	as := n
	as.kind, as.value = percentNumber, content.Decimal{Units: int64(n.count)}
	return as.fits(is) && slices.ContainsFunc(p.now.numbers, func(o number) bool {
		return o.kind == percentNumber
	})
}

// closeTo says whether the clause of a number has a word of the question of a truth, or one by
// which its answers are named.
func (p *passage) closeTo(s statement, is truth) bool {
	r := p.ownClause(s.number)
	inside := func(i int) bool { return r[0] <= i && i < r[1] && !p.inNumber(i) }
	if slices.ContainsFunc(s.subjects, func(one subject) bool {
		return slices.ContainsFunc(one.at, inside) ||
			one.last() <= s.first && !p.valueIn(one.last(), p.pairFrom(s.first))
	}) || slices.ContainsFunc(p.mentionsAt(is.figure), func(m mention) bool {
		return overlap(m.answers, is.answers) && slices.ContainsFunc(m.at, inside)
	}) {
		return true
	}
	where := slices.DeleteFunc(run(r[0], max(r[0], r[1])), p.inNumber)
	return overlap(p.ownIn(is.figure, where), is.answers) ||
		len(p.tokensOf(p.c.callingOf(is.figure).asks, where)) > 0
}

// pairFrom is where a pair of numbers begins that the one at token i ends: «fra 55 til 37 prosent».
func (p *passage) pairFrom(i int) int {
	if p.lex.to.has(p.word(i-1)) || p.lex.beside.has(p.word(i-1)) {
		for k := i - 2; k >= p.now.first && p.inNumber(k); k-- {
			i = k
		}
	}
	return i
}

// ownClause is the clause of a number in its part of the sentence, and the one before when it tells
// nothing but the number, as the same in other words: «fast stilling, altså 40 av 62», «21 svar (34
// prosent)».
func (p *passage) ownClause(n number) [2]int {
	part := p.partOf(n)
	r := part.in(p.clauseOf(n, p.now))
	if r[0] > p.now.first && p.tellsOne(r) {
		first := r[0] - 1
		for first > p.now.first && (p.toks[first-1].kind != markToken ||
			p.toks[first-1].text != ",") {
			first--
		}
		r[0] = first
	}
	return r
}

// tellsOne says whether a stretch of a sentence has nothing but one value, small words and people.
// What a bracket or a stroke parts is the same in other words: «21 svar/33.9 %».
func (p *passage) tellsOne(r [2]int) bool {
	values := 0
	for _, v := range p.values() {
		again := v[0] > 0 && p.toks[v[0]-1].kind == markToken &&
			strings.Contains("(/", p.toks[v[0]-1].text)
		if v[0] < r[1] && v[1] > r[0] && !again {
			values++
		}
	}
	return values < 2 && !slices.ContainsFunc(run(r[0], max(r[0], r[1])), func(i int) bool {
		w := p.word(i)
		return w != "" && !p.inNumber(i) && !p.lex.naming.small.has(w) && !p.hedgeWord(w) &&
			!p.lex.people.has(w) && !p.nouns.has(w) && !p.lex.replies.has(w)
	})
}

// besideNumbers makes notes of the warnings about claims, from one on, in whose sentence a number
// is typed that is not part of them: what the sentence tells, it tells by its number, and the claim
// may be of that.
func (p *passage) besideNumbers(from int) {
	for i := from; i < len(p.c.found); i++ {
		f := &p.c.found[i]
		if f.Severity != Warning || f.Rule != "claim" && f.Rule != "trend" {
			continue
		}
		end := f.start + len(f.Words)
		if slices.ContainsFunc(p.now.numbers, func(n number) bool {
			return n.end <= f.start || n.start >= end
		}) {
			f.Severity = Note
		}
	}
}
