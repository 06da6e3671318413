package check

import (
	"maps"
	"slices"
	"strings"

	"rapport/content"
)

// claimSubject is what some words of a sentence may be about: answers of one figure, in each way
// to read the words, the plainest first.
type claimSubject struct {
	figure   *content.Figure
	readings [][]int
	at       []int // tokens that name the answers
	asked    []int // tokens of the question
	strong   bool  // the answers are named by all of their own words
	denies   bool  // the words deny, which the readings take in
	byAsking bool  // yes is meant, by the words of the question
	score    int
	strange  int // words that neither the figure nor the language explains
}

// certain says whether a subject may be held against the data: it is named well, and few words are
// left that may make it another.
func (s claimSubject) certain() bool {
	known := len(s.at) + len(s.asked)
	return known > 0 && s.strange <= known && (s.strong || len(s.asked) > 0 && s.strange == 0)
}

// span is the tokens from the first to the last that name the answers.
func (s claimSubject) span() (first, last int) {
	all := append(slices.Clone(s.at), s.asked...)
	return slices.Min(all), slices.Max(all) + 1
}

// link is a word of labels or questions that a word of a text may stand for.
type link struct {
	word string
	sure bool // a form of it or a synonym, not only a part of a compound
}

// links are what a word of a text may stand for, found once.
func (p *passage) links(w string) []link {
	s := p.stems
	s.forClaims()
	if list, ok := s.linked[w]; ok {
		return list
	}
	out := []link{}
	add := func(word string, sure bool) {
		if !slices.ContainsFunc(out, func(l link) bool { return l.word == word }) {
			out = append(out, link{word, sure})
		}
	}
	for _, word := range s.of(w) {
		add(word, true)
	}
	for _, word := range p.meant(w) {
		add(word, true)
	}
	if bare := p.uncut(w); bare != "" {
		for _, word := range s.of(bare) {
			add(word, true)
		}
		for end := range p.lex.asserts.infinitives.all() {
			for _, word := range s.of(bare + end) {
				add(word, true)
			}
		}
		for _, word := range s.compounds(bare, p.lex.asserts.reverses) {
			add(word, false)
		}
	}
	for _, word := range s.like(w) {
		add(word, false)
	}
	for _, word := range s.compounds(w, p.lex.asserts.reverses) {
		add(word, false)
	}
	if head := p.headOf(w); head != "" {
		for _, h := range []string{head, head[:len(head)-1]} {
			for _, word := range s.of(h) {
				add(word, true)
			}
			for _, word := range s.starts[start(h)] {
				if len(h) >= 4 && strings.HasPrefix(word, h) {
					add(word, true)
				}
			}
		}
	}
	s.linked[w] = out
	return out
}

// forClaims makes room for what is looked up for claims.
func (s *stems) forClaims() {
	if s.linked == nil {
		s.linked, s.empty = map[string][]link{}, map[string]bool{}
	}
}

// linksAt are the links of the word at token i of the sentence.
func (p *passage) linksAt(i int) []link {
	at := p.now
	if at.links == nil {
		at.links = make([][]link, at.last-at.first)
	}
	list := &at.links[i-at.first]
	if *list == nil {
		*list = p.links(p.said[i].text)
	}
	return *list
}

// meant are the words of labels that mean the same as a word without its ending: «sykkelen» is one
// of those for «sykler».
func (p *passage) meant(w string) []string {
	for k := len(w) - 1; k >= max(4, len(w)-3); k-- {
		if same := p.lex.naming.synonyms.of(w[:k]); same != "" && p.lex.naming.endings.has(w[k:]) {
			return p.stems.means[same]
		}
	}
	return nil
}

// uncut is a noun made of a verb without its ending: «saving» of "save", "" for other words.
func (p *passage) uncut(w string) string {
	for k := len(w) - 2; k >= max(3, len(w)-5); k-- {
		if p.lex.asserts.cut.has(w[k:]) {
			return w[:k]
		}
	}
	return ""
}

// headOf is what stands before the people of the survey in one word with them: «mjølke» of
// «mjølkebønder», "" when there is nothing.
func (p *passage) headOf(w string) string {
	for _, noun := range p.nouns.words {
		k := strings.LastIndex(w, noun[:4])
		if k >= 3 && p.nouns.naming.inflected(noun, w[k:]) {
			return w[:k]
		}
	}
	return ""
}

// compounds are the words of labels that begin with a word, or with which it begins or ends.
func (s *stems) compounds(w string, reverses words) []string {
	if len(w) < 4 {
		return nil
	}
	var out []string
	for _, word := range s.starts[start(w)] {
		short, long := w, word
		if len(short) > len(long) {
			short, long = long, short
		}
		stem := strings.TrimRight(short, "aes")
		if len(stem) >= 4 && strings.HasPrefix(long, stem) && len(long) >= len(stem)+3 {
			out = append(out, word)
		}
	}
	for k := 3; k <= len(w)-5; k++ {
		if tail := w[k:]; slices.Contains(s.starts[start(tail)], tail) && !reverses.has(w[:k]) {
			out = append(out, tail)
		}
	}
	return out
}

// claimSubjects are what some tokens of the sentence may be about, the likeliest first: of the
// figures of the topic, or in a text outside all topics of those whose words it has.
func (p *passage) claimSubjects(where []int) []claimSubject {
	var out []claimSubject
	if len(p.scope.topic) == 0 {
		out = p.farClaimSubjects(where)
	}
	for _, f := range p.scope.topic {
		if s, ok := p.claimSubject(f, where); ok {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b claimSubject) int { return b.score - a.score })
	return out
}

// farClaimSubjects are those of the figures whose words the sentence has, in a text outside all
// topics. What is worded alike is read once.
func (p *passage) farClaimSubjects(where []int) []claimSubject {
	read := p.c.farRoom.claims
	clear(read)
	var out []claimSubject
	for _, f := range p.c.figuresWith(p.words(), nil) {
		own := slices.Contains(p.scope.own, f)
		alike := p.wordedLike(f)
		s, ok := read[alike]
		if ok && s.ok && !own {
			s.claimSubject = s.of(f)
		} else if !ok || own {
			s.claimSubject, s.ok = p.claimSubject(f, where)
		}
		if !ok && !own && f.N > 0 {
			read[alike] = s
		}
		if s.ok && f.N > 0 {
			out = append(out, s.claimSubject)
		}
	}
	return out
}

// farClaim is what a figure outside all topics may say, if anything.
type farClaim struct {
	claimSubject
	ok bool
}

// of is the same said of another figure that is worded alike.
func (s claimSubject) of(f *content.Figure) claimSubject {
	s.figure = f
	s.at, s.asked = slices.Clone(s.at), slices.Clone(s.asked)
	s.readings = slices.Clone(s.readings)
	for i, r := range s.readings {
		s.readings[i] = slices.Clone(r)
	}
	return s
}

// touches says whether some tokens stand for a word of a figure, or are a stretch of numbers.
func (p *passage) touches(v *calling, where []int) bool {
	return slices.ContainsFunc(where, func(i int) bool {
		t := p.said[i]
		return t.kind == digitsToken || t.kind == wordToken &&
			slices.ContainsFunc(p.linksAt(i), func(l link) bool {
				_, ok := slices.BinarySearch(v.all, l.word)
				return ok
			})
	}) || len(p.stretches()) > 0
}

// nearby is by how much a subject's score may be below another's for it to be meant as well.
const nearby = 2

// rivals are the likeliest of some subjects and those that are hardly less likely.
func rivals(list []claimSubject) []claimSubject {
	return list[:len(list)-len(slices.DeleteFunc(slices.Clone(list),
		func(s claimSubject) bool { return s.score+nearby >= list[0].score }))]
}

// denies says whether some tokens deny.
func (p *passage) denies(where []int) bool {
	return slices.ContainsFunc(where, func(i int) bool {
		return p.lex.negations.has(p.word(i)) && !p.mentioned(i)
	})
}

// deniesOf says whether some tokens deny what they say of a figure, of whose question no negation
// is a word: «arbeid utanfor garden».
func (p *passage) deniesOf(v *calling, where []int) bool {
	return p.denies(slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return slices.ContainsFunc(p.stems.of(p.word(i)), func(w string) bool {
			return slices.Contains(v.asks, w)
		})
	})) || slices.ContainsFunc(where, func(i int) bool { return p.reversed(p.word(i), v) })
}

// reversed says whether a word is the opposite of one that a question has: «unfair» of "the rent is
// fair".
func (p *passage) reversed(w string, v *calling) bool {
	for k := 1; k <= min(5, len(w)-4); k++ {
		if p.lex.asserts.reverses.has(w[:k]) && len(p.stems.of(w)) == 0 &&
			slices.ContainsFunc(p.stems.of(w[k:]), func(s string) bool {
				return slices.Contains(v.asks, s)
			}) {
			return true
		}
	}
	return false
}

// claimSubject is what some tokens say about a figure, if anything.
func (p *passage) claimSubject(f *content.Figure, where []int) (s claimSubject, ok bool) {
	if f.Kind == content.Open || f.N <= 0 || !p.touches(p.c.wordsOf(f), where) {
		return s, false
	}
	s.figure = f
	v := p.c.callingOf(f)
	s.asked = p.tokensOf(v.asks, where)
	list := p.claimMentions(f, v, where)
	if len(list) > 0 {
		p.readMentions(&s, list, where)
		if len(s.at) > 0 {
			p.alsoAsked(&s, v, where)
		}
	} else if !p.readCore(&s, v, where) && !p.readAsked(&s, v, where) {
		if len(s.asked) == 0 {
			return s, false
		}
	}
	if p.deniesOf(v, p.withoutLed(f, where)) && !p.denying(s) {
		s.deny(p.denials(f, v))
	}
	s.asked = slices.DeleteFunc(s.asked, func(i int) bool { return slices.Contains(s.at, i) })
	s.strange = p.strangers(f, v, where)
	s.score += 2*len(s.asked) - s.strange
	if slices.Contains(p.scope.own, f) {
		s.score++
	}
	if f.Follows != nil && len(s.at) > 0 {
		leads := p.c.callingOf(f.Follows.Figure)
		s.score += min(2, len(p.tokensOf(leads.all, where)))
	}
	return s, true
}

// withoutLed leaves out the negations that tell of whom a question was asked, beside a word of the
// question that led to it: «kommunene uten plan».
func (p *passage) withoutLed(f *content.Figure, where []int) []int {
	if f.Follows == nil {
		return where
	}
	leads := p.c.callingOf(f.Follows.Figure)
	return slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return p.lex.negations.has(p.word(i)) && i+1 < p.now.last &&
			len(p.tokensOf(leads.all, []int{i + 1})) > 0
	})
}

// denying says whether the answer that some words name denies something itself, so that its negation
// may stand in other words: «the lack of a free table» of "No free table".
func (p *passage) denying(s claimSubject) bool {
	return s.strong && len(s.readings) > 0 && len(s.readings[0]) == 1 &&
		s.figure.Kind == content.Multiple && slices.ContainsFunc(
		p.c.labelTokens(s.figure.Answers[s.readings[0][0]].Label), func(t token) bool {
			return p.c.lex.negations.has(t.text)
		})
}

// tokensOf are the tokens that stand for some words.
func (p *passage) tokensOf(list []string, where []int) []int {
	var out []int
	for _, i := range where {
		if w := p.said[i].text; len(w) > 2 && p.said[i].kind == wordToken &&
			slices.ContainsFunc(p.linksAt(i), func(l link) bool {
				return len(l.word) > 3 && slices.Contains(list, l.word)
			}) {
			out = append(out, i)
		}
	}
	return out
}

// claimMentions are the answers of a figure that some tokens name: as numbers find them, or else by
// words that only begin or end like theirs.
func (p *passage) claimMentions(f *content.Figure, v *calling, where []int) []mention {
	inside := func(m mention) bool {
		return !slices.ContainsFunc(m.at, func(i int) bool { return !slices.Contains(where, i) })
	}
	var out []mention
	list := append(slices.Clone(p.mentionsAt(f)), p.roughly(f, v)...)
	for _, m := range list {
		if inside(m) && (m.banded || !slices.ContainsFunc(list, func(o mention) bool {
			return o.banded && contains(o.at, m.at)
		})) {
			out = append(out, m)
		}
	}
	out = append(out, p.looseMentions(f, v, where, out)...)
	return out
}

// roughly are the answers that lie in a stretch of numbers which no labels make up: those within it
// and, in the wider reading, those that share some of it.
func (p *passage) roughly(f *content.Figure, v *calling) []mention {
	if v.ladder == nil {
		return nil
	}
	var out []mention
	for _, s := range p.stretches() {
		if s.exact() || v.ladder.same(s) != nil || v.ladder.within(s) != nil {
			continue
		}
		within, about := v.ladder.around(s)
		if len(about) == 1 {
			within = about // «over 75» of «75 eller eldre»
		}
		if len(within) > 0 {
			out = append(out, mention{figure: f, answers: within, wider: about,
				at: run(s.first, s.last), score: 20, banded: true})
		}
	}
	return out
}

// around are the answers that lie within a stretch, and all that share numbers with it.
func (l *ladder) around(s stretch) (within, about []int) {
	s, ok := l.measured(s)
	if !ok {
		return nil, nil
	}
	if !l.reaches(s.low) || !l.reaches(s.up) {
		return nil, nil
	}
	for _, at := range l.steps {
		if !at.told || s.per != at.per {
			continue
		}
		if !at.own.low.before(s.low) && !s.up.before(at.own.up) {
			within = append(within, at.answer)
		}
		if at.own.low.before(s.up) && s.low.before(at.own.up) {
			about = append(about, at.answer)
		}
	}
	return sortedOnce(within), sortedOnce(about)
}

// reaches says whether a cut lies no further out than those of the labels.
func (l *ladder) reaches(c cut) bool {
	if c == lowest || c == highest {
		return true
	}
	above, below := false, false
	for _, at := range l.steps {
		for _, end := range []cut{at.own.low, at.own.up} {
			if at.told && end != lowest && end != highest {
				above, below = above || end.value >= c.value, below || end.value <= c.value
			}
		}
	}
	return above && below
}

// looseMentions are those of answers that are not yet named, by words that may stand for theirs.
func (p *passage) looseMentions(f *content.Figure, v *calling, where []int,
	have []mention) []mention {
	var out []mention
	for a, names := range v.names {
		if slices.ContainsFunc(have, func(m mention) bool {
			return !m.weak && slices.Contains(m.answers, a)
		}) {
			continue
		}
		for _, n := range names {
			told := v.ladder != nil && v.ladder.told(a) && p.measures(n)
			if len(n.own) == 0 || told || p.unsaid(n, where) {
				continue
			}
			own, rest := p.namedBy(unasked(n.own, v), where), p.namedBy(n.words, where)
			own = slices.DeleteFunc(own, func(i int) bool { return p.claims1(p.said[i].text) })
			if len(own) == 0 || slices.ContainsFunc(have, func(m mention) bool {
				return !m.weak && contains(m.at, own)
			}) {
				continue
			}
			all := p.telling(n.own)
			out = append(out, mention{figure: f, answers: []int{a}, at: rest, score: len(rest),
				weak: len(own) < all && !(2*len(rest) >= len(n.words)) &&
					!(len(own) >= 1 && p.onlyHere(n, v, where))})
		}
	}
	return out
}

// unasked are the words of a list that a question does not have.
func unasked(list []string, v *calling) []string {
	return slices.DeleteFunc(slices.Clone(list), func(w string) bool {
		return slices.Contains(v.asks, w)
	})
}

// unsaid says whether a name denies something and some tokens do not: «ikke organisert».
func (p *passage) unsaid(n name, where []int) bool {
	return !p.denies(where) && slices.ContainsFunc(n.words, func(w string) bool {
		return p.c.lex.negations.has(w)
	})
}

// claims1 says whether a word is a claim's own.
func (p *passage) claims1(w string) bool {
	return p.lex.first.claim.has(w) || p.lex.asserts.predicates.has(w) || p.lex.people.has(w) ||
		p.nouns.has(w) || p.lex.verbs.has(w) || p.lex.graded.has(w) || p.lex.asserts.verbs.has(w) ||
		p.lex.asserts.becoming.has(w) || p.lex.asserts.kinds.has(w) || p.lex.naming.small.has(w)
}

// telling is how many of some words are no small ones, units or negations.
func (p *passage) telling(list []string) int {
	n := 0
	for _, w := range list {
		if telling(w) && !p.lex.negations.has(w) {
			n++
		}
	}
	return max(1, n)
}

// onlyHere says whether some word of a name's own that the tokens have stands in no other figure of
// the topic, and is long enough to tell.
func (p *passage) onlyHere(n name, v *calling, where []int) bool {
	return slices.ContainsFunc(n.own, func(w string) bool {
		return len(w) > 4 && !slices.Contains(v.asks, w) && p.alone(w, v) &&
			len(p.namedBy([]string{w}, where)) > 0
	})
}

// namedBy are the tokens that stand for some words, sorted.
func (p *passage) namedBy(list []string, where []int) []int {
	var out []int
	for _, i := range where {
		t := p.said[i]
		if t.kind == wordToken && slices.ContainsFunc(p.linksAt(i), func(l link) bool {
			return slices.Contains(list, l.word) && (len(l.word) > 3 || l.sure) &&
				!p.lex.negations.has(l.word)
		}) {
			out = append(out, i)
		}
	}
	return out
}

// readMentions takes what mentions name: all together, and each in its wider reading.
func (p *passage) readMentions(s *claimSubject, list []mention,
	where []int) {
	if sure := slices.DeleteFunc(slices.Clone(list),
		func(m mention) bool { return m.weak }); len(sure) > 0 {
		list, s.strong = sure, true
	}
	var all, wide []int
	for _, m := range list {
		all, s.at = append(all, m.answers...), append(s.at, m.at...)
		wide = append(wide, m.answers...)
		wide = append(wide, m.wider...)
		s.readings = append(s.readings, p.beyond(m)...)
	}
	all, wide = sortedOnce(all), sortedOnce(wide)
	if low, high := s.figure.Extremes(); s.figure.Kind == content.Scale &&
		overlapping(all, low) && overlapping(all, high) {
		s.asked, s.at, s.strong, s.readings = append(s.asked, s.at...), nil, false, nil
		return // the words are of the scale, not of one of its sides
	}
	ordered := s.figure.Kind == content.Scale || s.figure.Ordered
	if ordered && p.boundsIn(where) && !slices.ContainsFunc(list,
		func(m mention) bool { return m.banded }) {
		s.readings = append(s.readings, run(all[0], len(s.figure.Answers)),
			run(0, all[len(all)-1]+1))
	}
	s.readings = append([][]int{all}, s.readings...)
	if len(wide) > len(all) {
		s.readings = append(s.readings, wide)
	}
	s.at = sortedOnce(s.at)
	s.score = 3 * len(s.at)
	if s.strong {
		s.score += 2
	}
}

// boundsIn says whether some tokens make what they name one end of what is meant: «minst», "at
// least", «eller oftere».
func (p *passage) boundsIn(where []int) bool {
	return slices.ContainsFunc(where, func(i int) bool {
		from, _ := p.lex.bands.atLeast.at(p.toks, i)
		upto, _ := p.lex.bands.atMost.at(p.toks, i)
		joint := p.lex.or.has(p.word(i-1)) || p.lex.and.has(p.word(i-1))
		return from+upto > 0 || joint && p.lex.graded.has(p.word(i))
	})
}

func sortedOnce(list []int) []int {
	return slices.Compact(slices.Sorted(slices.Values(list)))
}

// readAsked takes yes, when the tokens have the words of a question.
func (p *passage) readAsked(s *claimSubject, v *calling, where []int) bool {
	no := p.denials(s.figure, v)
	yes := v.yes
	if len(yes) == 0 && len(no) > 0 && s.figure.Kind == content.Single {
		for i, a := range s.figure.Answers {
			if !a.Residual && !slices.Contains(no, i) {
				yes = append(yes, i)
			}
		}
	}
	if len(yes) == 0 || len(no) == 0 || len(s.asked) == 0 {
		return false
	}
	var hits []string
	for _, w := range v.asks {
		if len(w) > 3 && len(p.namedBy([]string{w}, where)) > 0 {
			hits = append(hits, w)
		}
	}
	long := 0
	for _, w := range v.asks {
		if len(w) > 3 {
			long++
		}
	}
	if !(len(hits) >= 2 && len(s.asked) >= 2 && (2*len(hits) >= long || len(hits) >= 3) ||
		v.titled(hits) || len(hits) > 0 && p.onlyAsked(hits, v)) {
		return false
	}
	s.readings, s.at, s.strong, s.byAsking = [][]int{yes}, slices.Clone(s.asked), true, true
	if others := p.others(s.figure, no); len(others) != len(yes) {
		s.readings = append(s.readings, others)
	}
	s.score = 2 * len(s.at)
	return true
}

// readCore takes the steps of a scale that share a word and do not deny it: «useful» of those that
// go from "not at all useful" to "very useful".
func (p *passage) readCore(s *claimSubject, v *calling, where []int) bool {
	if s.figure.Kind != content.Scale {
		return false
	}
	for _, w := range slices.Sorted(maps.Keys(v.shared)) {
		at := p.namedBy([]string{w}, where)
		if len(at) == 0 || len(v.shared[w]) < 3 || !p.ends(v, w) {
			continue
		}
		answers := slices.DeleteFunc(slices.Clone(v.shared[w]), func(a int) bool {
			return slices.ContainsFunc(p.c.labelTokens(s.figure.Answers[a].Label),
				func(t token) bool { return p.c.lex.negations.has(t.text) })
		})
		if len(answers) > 0 && len(answers) < len(v.shared[w]) {
			s.readings, s.at, s.strong, s.score = [][]int{answers}, at, true, 3*len(at)
			return true
		}
	}
	return false
}

// ends says whether a word ends the labels of all answers that have it: it is what is graded.
func (p *passage) ends(v *calling, w string) bool {
	return !slices.ContainsFunc(v.shared[w], func(a int) bool {
		list := v.names[a][0].words
		return !p.lex.inflected(list[len(list)-1], w)
	})
}

// alsoAsked adds yes as another reading where answers are named, and before or after a comma the
// words of the question: "most use pesticides, if only slug pellets".
func (p *passage) alsoAsked(s *claimSubject, v *calling, where []int) {
	yes := claimSubject{figure: s.figure, asked: s.asked}
	apart := slices.DeleteFunc(slices.Clone(where), func(i int) bool {
		return !p.commaBetween(i, s.at[0])
	})
	if s.figure.Kind != content.Scale && p.readAsked(&yes, v, apart) {
		s.readings = append(s.readings, yes.readings...)
	}
}

// commaBetween says whether a comma parts two tokens.
func (p *passage) commaBetween(a, b int) bool {
	return slices.ContainsFunc(p.toks[min(a, b):max(a, b)], func(t token) bool {
		return t.kind == markToken && t.text == ","
	})
}

// onlyAsked says whether one of some words of a question is of no other figure of the topic, but
// for those that it leads to.
func (p *passage) onlyAsked(hits []string, v *calling) bool {
	own := func(g *content.Figure) bool {
		return p.c.callingOf(g) == v || g.Follows != nil && p.c.callingOf(g.Follows.Figure) == v
	}
	return slices.ContainsFunc(hits, func(w string) bool {
		return len(w) > 4 && !slices.ContainsFunc(p.stems.of(w), func(form string) bool {
			return slices.ContainsFunc(p.c.having[form], func(i int) bool {
				g := p.c.figures[i]
				return !own(g) && slices.Contains(p.scope.topic, g)
			})
		})
	})
}

// denials are the answers that deny what was asked.
func (p *passage) denials(f *content.Figure, v *calling) []int {
	if len(v.no) > 0 {
		return v.no
	}
	var out []int
	for i, a := range f.Answers {
		toks := p.c.labelTokens(a.Label)
		if p.c.lex.asserts.denials.has(wordAt(toks, 0)) && !a.Residual {
			out = append(out, i)
		}
	}
	if len(out) > 1 || f.Kind == content.Multiple {
		return nil
	}
	return out
}

// deny adds what a denial may mean: all other answers, or those that deny what was asked.
func (s *claimSubject) deny(no []int) {
	var out [][]int
	for _, r := range s.readings {
		var rest []int
		for i := range s.figure.Answers {
			if !slices.Contains(r, i) {
				rest = append(rest, i)
			}
		}
		if !s.byAsking {
			out = append(out, r)
		}
		if len(rest) > 0 {
			out = append(out, rest)
		}
	}
	if len(no) > 0 {
		out = append(out, no)
	}
	s.readings, s.denies = out, true
}

// strangers are how many of some tokens are explained by nothing: neither by a figure or what leads
// to it, nor as words that tell nothing about who is meant.
func (p *passage) strangers(f *content.Figure, v *calling, where []int) int {
	n := 0
	for _, i := range where {
		t := p.said[i]
		if t.kind != wordToken || len(t.text) < 3 || p.neutral(t.text) || p.inStretch(i) ||
			slices.Contains(p.now.group, i) {
			continue
		}
		known := func(v *calling) bool {
			return slices.ContainsFunc(p.linksAt(i), func(l link) bool {
				_, ok := slices.BinarySearch(v.all, l.word)
				return ok
			})
		}
		if !known(v) && !(f.Follows != nil && known(p.c.callingOf(f.Follows.Figure))) {
			n++
		}
	}
	return n
}

// neutral says whether a word tells nothing about which answer is meant.
func (p *passage) neutral(w string) bool {
	is, ok := p.stems.empty[w]
	if !ok {
		is = p.tellsNothing(w)
		p.stems.forClaims()
		p.stems.empty[w] = is
	}
	return is || p.ofSurvey(w)
}

// tellsNothing is neutral, but for the titles of surveys.
func (p *passage) tellsNothing(w string) bool {
	l := p.lex
	a := &l.asserts
	return l.naming.small.has(w) || l.verbs.has(w) || a.verbs.has(w) || l.people.has(w) &&
		!a.groups.has(w) || p.nouns.has(w) || a.kinds.has(w) || a.kindly.has(w) ||
		a.harshly.has(w) || a.predicates.has(w) || a.quantity.has(w) || a.becoming.has(w) ||
		l.hedging.has(w) || l.polls.has(w) || l.replies.has(w) || l.answered.has(w) ||
		l.past.has(w) || l.portion.has(w) || l.wide.has(w) || l.graded.has(w) || l.than.has(w) ||
		l.links.has(w) || l.as.has(w) || l.who.has(w) || l.and.has(w) || l.or.has(w) ||
		l.negations.has(w) || l.them.has(w) || l.fillers.has(w) || l.only.has(w) || l.also.has(w) ||
		l.begins(w) || l.opines.has(w) || l.measures.of(w) > 0 || l.units.has(w) ||
		l.texts.has(w) || l.among.has(w)
}

// ofSurvey says whether a word is one of the title of a survey.
func (p *passage) ofSurvey(w string) bool {
	return slices.ContainsFunc(p.scope.surveys, func(s *content.Survey) bool {
		return slices.ContainsFunc(p.c.contentWords(s.Title), func(t string) bool {
			return p.lex.inflected(t, w)
		})
	})
}
