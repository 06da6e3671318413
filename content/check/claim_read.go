package check

import (
	"slices"

	"rapport/content"
)

// claim is a claim in words: what it says, where, and which tokens it may be about.
type claim struct {
	predicate
	first, last int   // tokens of the predicate
	place       int   // of an extreme: 2 for «nest størst»
	where       []int // the tokens around it
	ofPart      bool  // it is of a share, not of a whole scale
}

// assertions reads the claims of a sentence whose subjects stand anywhere in it, and of which
// nothing was told yet: first those whose subjects are certain, then the others, which are noted.
func (p *passage) assertions(first, last int, before int) {
	for _, p.lenient = range []bool{false, true} {
		if p.lenient && len(p.now.calls) > 0 {
			break // its placeholders tell what it is about
		}
		for _, c := range p.predicatesIn(first, last) {
			if !p.tellsAt(c, before) {
				p.assertion(c)
			}
		}
	}
	p.lenient = false
}

// tellsAt says whether a claim or trend was told of before at the tokens of a claim, or it is a
// number that was read: «over halvparten».
func (p *passage) tellsAt(c claim, before int) bool {
	if p.valueIn(c.first, c.last) && p.readAt(c, before) {
		return true
	}
	from, to := p.toks[c.where[0]].start, p.toks[c.where[len(c.where)-1]].end
	return slices.ContainsFunc(p.c.found[before:], func(f Finding) bool {
		return (f.Rule == "claim" || f.Rule == "trend") && f.start < to && f.start >= from
	})
}

// readAt says whether the number in a claim's words was right or told of.
func (p *passage) readAt(c claim, before int) bool {
	from, to := p.toks[c.first].start, p.toks[c.last-1].end
	return slices.ContainsFunc(p.told, func(a anchor) bool {
		return a.at >= c.first && a.at < c.last
	}) || slices.ContainsFunc(p.c.found[before:], func(f Finding) bool {
		return f.start < to && f.start+len(f.Words) > from
	})
}

// predicatesIn are the claims of a sentence with the tokens that they may be about.
func (p *passage) predicatesIn(first, last int) []claim {
	opens := slices.IndexFunc(p.toks[first:last], p.opensPredicate)
	if opens < 0 {
		return nil
	}
	var out []claim
	for _, r := range p.regions(first, last) {
		if r[1] <= first+opens || p.valued(r) && !p.lenient {
			continue
		}
		list := p.predicates(r, first+opens)
		for k, c := range list {
			from, to := r[0], r[1]
			if k > 0 {
				from = p.border(list[k-1].last, c.first)
			}
			if k+1 < len(list) {
				to = p.border(c.last, list[k+1].first)
			}
			if from < 0 || to < 0 || !p.lenient && p.skips(c, from, to) {
				continue
			}
			c.where = run(from, to)
			if p.lenient {
				c.where = slices.DeleteFunc(c.where, func(i int) bool {
					return p.inNumber(i) && (i < c.first || i >= c.last)
				})
			}
			out = append(out, c)
		}
	}
	return out
}

// opensPredicate says whether a predicate may begin with a token.
func (p *passage) opensPredicate(t token) bool {
	return t.kind == wordToken && p.lex.asserts.begins(t.text)
}

// valued says whether a region has a placeholder or a number in digits and nothing that parts it:
// then each of its claims is left alone.
func (p *passage) valued(r [2]int) bool {
	value := false
	for i := r[0]; i < r[1]; i++ {
		t := p.toks[i]
		if t.kind == markToken && t.text == "," || t.kind == wordToken && p.lex.and.has(t.text) {
			return false
		}
		value = value || t.kind == callToken || t.kind == digitsToken && p.inNumber(i)
	}
	return value
}

// regions cuts a sentence where something new is said: at colons, semicolons, dashes and clause
// words.
func (p *passage) regions(first, last int) [][2]int {
	out := make([][2]int, 0, 4)
	start := first
	for i := first; i < last; i++ {
		t := p.toks[i]
		cut := t.kind == wordToken && p.lex.clauses.has(t.text)
		switch {
		case t.kind != markToken:
		case t.text == "-" || t.text == "–":
			cut = i+1 < last && !t.glued && !p.toks[i+1].glued
		case t.text == ";" || t.text == ":" || t.text == "—":
			cut = true
		}
		if cut {
			if i > start {
				out = append(out, [2]int{start, i})
			}
			start = i + 1
		}
	}
	return append(out, [2]int{start, last})
}

// border is where one claim ends and the next begins: after the last comma between them, or else
// the last conjunction; -1 when there is none.
func (p *passage) border(from, to int) int {
	weak := -1
	for i := to - 1; i >= from; i-- {
		switch t := p.toks[i]; {
		case t.kind == markToken && t.text == ",":
			return i + 1
		case weak < 0 && p.lex.and.has(p.word(i)):
			weak = i + 1
		}
	}
	return weak
}

// skips says whether a stretch of a sentence is not held against the data here: it has a number or
// placeholder, or speaks of others than those who were asked, or of what may be.
func (p *passage) skips(c claim, first, last int) bool {
	if p.valueIn(first, c.first) || p.valueIn(c.last, last) {
		return true
	}
	for i := first; i < last; i++ {
		n, _ := p.lex.others.at(p.toks, i)
		elsewhere := p.lex.asserts.elsewhere.has(p.word(i)) && !p.asked(p.word(i))
		if n > 0 || elsewhere || p.lex.aims.has(p.word(i)) || i == first &&
			p.lex.asserts.conditional.has(p.word(i)) || p.toks[i].text == "?" || p.countsAt(i) {
			return true
		}
	}
	return false
}

// countsAt says whether a number stands at token i that is no year, no part of a stretch or an
// answer and no time: what it counts, nobody has read.
func (p *passage) countsAt(i int) bool {
	number := p.toks[i].kind == digitsToken || p.lex.begins(p.word(i)) &&
		!p.lex.ones.has(p.word(i)) && !p.lex.article.has(p.word(i))
	if _, year := p.year(i); !number || year || p.mentioned(i) || p.inBand(i) {
		return false
	}
	next := p.word(i + 1)
	return p.lex.measures.of(next) == 0 && !p.lex.units.has(next) && !p.lex.months.has(next)
}

// predicates are the predicates of a region from a token on.
func (p *passage) predicates(r [2]int, opens int) []claim {
	var out []claim
	for i := max(r[0], opens); i < r[1]; i++ {
		if !p.opensPredicate(p.toks[i]) {
			continue
		}
		n, k := p.lex.asserts.predicates.at(p.toks, i)
		if n == 0 || i+n > r[1] {
			continue
		}
		c := claim{predicate: p.lex.asserts.list[k], first: i, last: i + n, place: 1}
		if p.means(&c, r) {
			out = append(out, c)
		}
		i += n - 1
	}
	return out
}

// means says whether a predicate's words are one where they stand.
func (p *passage) means(c *claim, r [2]int) bool {
	before, after := p.word(c.first-1), p.word(c.last)
	if p.lex.negations.has(before) && !p.lex.verbs.has(before) || p.inStretch(c.first) ||
		p.inAnswer(c.first, c.last) || p.quotesQuestion(c.first) ||
		p.lex.than.has(after) && p.inNumber(c.last+1) {
		return false
	}
	a := &p.lex.asserts
	switch c.kind {
	case shareClaim:
		return p.isShare(*c, after)
	case fewClaim:
		return !a.notFew.has(before) && (c.first == r[0] || before == "" ||
			p.lex.naming.small.has(before) || p.lex.only.has(before) || p.lex.becomes.has(before) ||
			p.lex.and.has(before))
	case someClaim:
		return p.lex.of.has(after) || p.nouns.has(after) || p.lex.people.has(after) ||
			c.first == r[0] && p.lex.verbs.has(after)
	case splitClaim:
		return p.isSplit(*c, r)
	case topClaim:
		c.place, c.first = p.placeBefore(c.first)
		return !p.lex.begins(after) && !p.wants(c.first) && !p.grades(*c, before, after)
	case moreClaim, veryClaim, scaleClaim:
		return !p.wants(c.first)
	}
	return true
}

// grades says whether «mest», "least" grades the word after it, or a verb before it that is no
// question's: «minst trygge», «har mistet mest».
func (p *passage) grades(c claim, before, after string) bool {
	if c.last-c.first > 1 || !p.lex.asserts.grading.has(p.word(c.last-1)) {
		return false
	}
	known := func(w string) bool {
		return w == "" || p.asked(w) || p.neutral(w) && !p.lex.asserts.predicates.has(w)
	}
	return !known(after) || !known(before)
}

// inAnswer says whether a predicate's words are those of an answer that the sentence names, as they
// stand in it: «flere nye bøker».
func (p *passage) inAnswer(first, last int) bool {
	for i := first; i < last; i++ {
		w := p.word(i)
		if slices.Contains(p.stems.of(w), w) && slices.ContainsFunc(p.named(),
			func(m mention) bool {
				return slices.Contains(m.at, i) && slices.ContainsFunc(m.answers, func(a int) bool {
					return slices.ContainsFunc(p.c.labelTokens(m.figure.Answers[a].Label),
						func(t token) bool { return t.text == w })
				})
			}) {
			return true
		}
	}
	return false
}

// wants says whether what stands before a comparative wishes for it.
func (p *passage) wants(i int) bool {
	wishes := func(w string) bool { return p.lex.asserts.wishes.has(w) && !p.asked(w) }
	return wishes(p.word(i-1)) || wishes(p.word(i-2)) && p.lex.naming.small.has(p.word(i-1))
}

// isShare says whether «most» counts people, and does not compare: «most popular», «matters most».
func (p *passage) isShare(c claim, after string) bool {
	if c.last-c.first > 1 {
		return !p.ofNoOne(c.last)
	}
	if !p.lex.majorityOf.has(p.word(c.first)) {
		return true
	}
	if p.lex.fillers.has(p.word(c.first - 1)) {
		return false // "the most wanted"
	}
	return p.lex.of.has(after) || p.lex.people.has(after) || p.nouns.has(after) ||
		p.lex.verbs.has(after) || slices.ContainsFunc(p.lex.nounEndings, ending(after)) &&
		len(after) > 3 || p.asked(after)
}

// ofNoOne says whether a noun at token i, after «de fleste», is for things that nobody was asked
// about: «de fleste lagene er ferdige».
func (p *passage) ofNoOne(i int) bool {
	w := p.word(i)
	return len(w) > 4 && !p.respondents(w) && !p.neutral(w) && !p.asked(w) &&
		!p.lex.naming.small.has(w) && p.lex.verbs.has(p.word(i+1)) &&
		slices.ContainsFunc(p.lex.definite, ending(w))
}

// isSplit says whether «both» is followed by its «and».
func (p *passage) isSplit(c claim, r [2]int) bool {
	if n, _ := p.lex.asserts.both.at(p.toks, c.first); n == 0 {
		return true
	}
	return p.andBetween(c.last, min(r[1], c.last+4))
}

// thenIn says whether some tokens name an earlier time, and which tokens do.
func (p *passage) thenIn(where []int) (at []int, ok bool) {
	for _, i := range where {
		if n, _ := p.lex.asserts.then.at(p.toks, i); n > 0 && !(n == 1 && p.leadsOn(i)) {
			at, ok = append(at, run(i, i+n)...), true
		}
		if year, is := p.year(i); is && p.toks[i].kind == digitsToken {
			at = append(at, i)
			ok = ok || p.earlierYear(year)
		}
	}
	return at, ok
}

// leadsOn says whether a word for an earlier time begins a clause: «før de stemmer».
func (p *passage) leadsOn(i int) bool {
	return p.lex.asserts.leading.has(p.word(i)) && p.lex.naming.small.has(p.word(i+1)) &&
		!p.lex.and.has(p.word(i+1)) && !p.lex.or.has(p.word(i+1))
}

// strangeYear says whether some tokens name a year of which the data say nothing.
func (p *passage) strangeYear(where []int) bool {
	return slices.ContainsFunc(where, func(i int) bool {
		year, is := p.year(i)
		return is && p.toks[i].kind == digitsToken && !p.earlierYear(year) && !p.thisYear(year)
	})
}

// thisYear says whether a year is that of a figure of the topic.
func (p *passage) thisYear(year int) bool {
	return slices.ContainsFunc(p.scope.topic,
		func(f *content.Figure) bool { return f.Survey.Year == year })
}

// assertion holds a claim against the data.
func (p *passage) assertion(c claim) {
	if p.strangeYear(c.where) || p.anaphora(c.where) {
		return
	}
	then, past := p.thenIn(c.where)
	becomes := slices.ContainsFunc(c.where, func(i int) bool {
		return p.lex.asserts.becoming.has(p.word(i))
	})
	rest := slices.DeleteFunc(slices.Clone(c.where), func(i int) bool {
		return i >= c.first && i < c.last || slices.Contains(then, i)
	})
	switch c.kind {
	case shareClaim, fewClaim, someClaim:
		if !past {
			p.portioned(c, rest)
		}
	case splitClaim:
		if !past {
			p.split(c, rest)
		}
	case topClaim:
		if !past {
			p.top(c, rest)
		}
	case timesClaim:
		p.paired(c, rest, slices.IndexFunc(rest, func(i int) bool {
			return p.lex.as.has(p.word(i)) && i >= c.last
		}))
	case aheadClaim:
		p.paired(c, rest, slices.IndexFunc(rest, func(i int) bool { return i >= c.last })-1)
	case moveClaim, factorClaim:
		p.change(c, rest, -1)
	case scaleClaim:
		if past || becomes {
			p.scaled(c, rest)
		}
	case moreClaim, veryClaim:
		p.compared(c, rest, past, becomes)
	}
}
