package check

import (
	"slices"
	"strings"

	"rapport/content"
)

// subject is what a number is taken to speak of.
type subject struct {
	mention
	readings [][]int // the answers in each way to read them, the plainest first
	when     when
	loose    bool // the words may name more than the mention
	sided    bool // the answers on one side of the mention are meant, and which is open
	left     bool // it is the rest of what was told before
}

// changing is what points without a subject of their own speak of: what the share before them in
// the sentence is of, «62 prosent er med, en økning på 5 prosentpoeng».
func (p *passage) changing(n number) (anchor, bool) {
	if n.kind != pointsNumber || len(p.told) == 0 {
		return anchor{}, false
	}
	last := p.told[len(p.told)-1]
	_, compared := last.figure.Change(last.answers...)
	return last, compared && last.at >= p.now.first && last.at < n.first
}

// rest is what «resten» in the part of a number speaks of: all answers of the figure that were not
// named before in the paragraph, of those that the sentence names.
func (p *passage) rest(n number, at part, list []mention) (mention, bool) {
	k := slices.IndexFunc(p.toks[at.first:at.last], func(t token) bool {
		return p.lex.rest.has(t.text)
	})
	if k < 0 || len(p.told) == 0 || n.kind == pointsNumber {
		return mention{}, false
	}
	length, _ := p.lex.rest.at(p.toks, at.first+k)
	if length == 0 || p.andBetween(n.last, at.first+k) || p.partOfRest(at.first+k) ||
		p.timeAt(at.first+k+length) {
		return mention{}, false // «18 % verken eller, og resten, 11 %, …»
	}
	f := p.told[len(p.told)-1].figure
	if f.Kind == content.Multiple {
		return mention{}, false
	}
	var before []int
	for _, a := range p.told {
		if a.figure == f {
			before = append(before, a.answers...)
		}
	}
	left := p.others(f, before)
	if len(left) == 0 || slices.ContainsFunc(list, func(m mention) bool {
		return m.figure != f && !m.weak || slices.Contains(m.at, at.first+k)
	}) {
		return mention{}, false
	}
	return mention{figure: f, answers: left, at: []int{at.first + k}, score: 10}, true
}

// timeAt says whether a time stands at token i: «de siste 12 månedene».
func (p *passage) timeAt(i int) bool {
	if p.toks[i].kind == digitsToken || p.lex.begins(p.word(i)) {
		i++
	}
	return p.lex.measures.of(p.word(i)) > 0 || p.lex.units.has(p.word(i))
}

// partOfRest says whether «resten» at token i is what a number is a part of: «av resten mener 12 …».
func (p *passage) partOfRest(i int) bool {
	w := p.word(i - 1)
	return p.lex.of.has(w) || p.lex.among.has(w)
}

// beforeRest leaves out the mentions that «resten» after a number has to itself: «one in four would
// not, and the rest are not sure».
func (p *passage) beforeRest(n number, at part, list []mention) []mention {
	end := p.restFrom(n, at.last)
	if end == at.last {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(m mention) bool { return m.first() > end })
}

// restFrom is where «og resten» begins after a number, or else last.
func (p *passage) restFrom(n number, last int) int {
	for i := n.last; i < last; i++ {
		if k, _ := p.lex.rest.at(p.toks, i); k > 0 && p.andBetween(n.last, i) {
			return i
		}
	}
	return last
}

// andBetween says whether a conjunction stands between two tokens.
func (p *passage) andBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if p.lex.and.has(p.word(i)) {
			return true
		}
	}
	return false
}

// deny takes in what a denial may mean: no for yes, or else all other answers too.
func (s *subject) deny(p *passage) {
	if no := p.c.callingOf(s.figure).no; s.asked && len(no) > 0 {
		s.readings = [][]int{no, p.others(s.figure, s.answers)}
		return
	}
	s.readings = append(s.readings, p.others(s.figure, s.answers))
	if n := len(s.figure.Answers); s.figure.Kind == content.Scale {
		if s.answers[0] >= (n+1)/2 { // «ikke fornøyd» may be misfornøyd
			s.readings = append(s.readings, run(0, n/2))
		} else if s.answers[len(s.answers)-1] < n/2 {
			s.readings = append(s.readings, run((n+1)/2, n))
		}
	}
}

// clauseOf is the clause of a number: between commas, colons and clause words.
func (p *passage) clauseOf(n number, s *sentence) [2]int {
	ends := func(i int) bool {
		t := p.toks[i]
		return t.kind == markToken && strings.Contains(",;:–—", t.text) ||
			t.kind == wordToken && p.lex.clauses.has(t.text)
	}
	first, last := n.first, n.last
	for first > s.first && !ends(first-1) {
		first--
	}
	for last < s.last && !ends(last) {
		last++
	}
	if first > s.first && last < s.last && p.bare(part{first: first, last: last,
		values: [][2]int{{n.first, n.last}}}) {
		for last++; last < s.last && !ends(last); last++ {
		} // «flertallet, 59 prosent, har ikke …»
	}
	return [2]int{first, last}
}

// halfJoined says whether a conjunction joins a mention to words that name no answer: «midlertidige
// eller vikarer».
func (p *passage) halfJoined(m mention, s *sentence) bool {
	joint := func(i int) bool {
		w := p.word(i)
		return i >= s.first && i < s.last && (p.lex.or.has(w) || p.lex.and.has(w))
	}
	value := func(i int) bool {
		return p.inNumber(i) || i >= 0 && i < len(p.toks) && p.toks[i].kind == callToken ||
			p.hedgeWord(p.word(i)) || p.lex.clauses.has(p.word(i))
	}
	first, last := m.first(), m.last()
	for p.lex.naming.small.has(p.word(first-1)) && !joint(first-1) &&
		!p.lex.verbs.has(p.word(first-1)) {
		first--
	}
	if p.listedBefore(m, first) {
		return true
	}
	return joint(last) && !value(last+1) && !p.lex.verbs.has(p.word(last+1)) || joint(first-1) &&
		!value(first-2) || p.or(last)
}

// listedBefore says whether a list that a mention from token i on ends has an item before it that
// is called by a word of the question: «theft, damage or both».
func (p *passage) listedBefore(m mention, i int) bool {
	if i-2 < p.now.first || p.toks[i-1].text != "," || p.inNumber(i-2) || p.mentioned(i-2) ||
		!slices.ContainsFunc(p.toks[i:m.last()],
			func(t token) bool { return p.lex.or.has(t.text) }) {
		return false
	}
	return slices.ContainsFunc(p.askedBy(m.figure, p.words()), func(w string) bool {
		return slices.Contains(p.words()[w], i-2)
	})
}

// or says whether an alternative without a number of its own follows from token i on: «more than a
// year without a break, or have never had one».
func (p *passage) or(i int) bool {
	for ; i < p.now.last && !p.valueIn(i, i+1); i++ {
		if p.lex.or.has(p.word(i)) && p.toks[i-1].kind == markToken {
			return true
		}
	}
	return false
}

// alsoIn says whether a part of a sentence counts those who did something else too: «har også rus».
func (p *passage) alsoIn(at part) bool {
	return slices.ContainsFunc(p.toks[at.first:at.last], func(t token) bool {
		return p.lex.also.has(t.text)
	})
}

// chosen are the mentions that a number belongs to: the nearest after it, or else before it, with
// those of other figures that stand in the same words. There is none when a mention elsewhere may
// be meant as well.
func (p *passage) chosen(n number, list []mention) []mention {
	list = slices.DeleteFunc(slices.Clone(list), func(m mention) bool {
		return m.first() >= n.last && (p.claimed(n.last, m.first()) || p.beyondClause(n, m))
	})
	if sure := slices.DeleteFunc(slices.Clone(list),
		func(m mention) bool { return m.weak }); len(sure) > 0 {
		list = sure
	}
	var after, before []mention
	for _, m := range list {
		if m.first() >= n.last {
			after = append(after, m)
		} else {
			before = append(before, m)
		}
	}
	inHeading := func(m mention) bool { return p.heading(m, n) }
	if rest := slices.DeleteFunc(slices.Clone(list), inHeading); len(rest) > 0 {
		list, before = rest, slices.DeleteFunc(before, inHeading)
	}
	if p.bracketed(n) {
		after = nil
	}
	side := after
	if len(side) == 0 {
		side = before
		slices.Reverse(side)
	}
	if len(side) == 0 {
		return nil
	}
	var out []mention
	for _, m := range list {
		switch {
		case overlap(m.at, side[0].at):
			out = append(out, m)
		case m.asked:
		default:
			return nil
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int {
		if a.unled != b.unled {
			return map[bool]int{false: -1, true: 1}[a.unled]
		}
		return b.score + b.bonus - a.score - a.bonus
	})
	return out
}

// beyondClause says whether a mention after a number belongs to another part of the sentence: one
// that a word like «mens» begins, or to the number with which this one is compared, «187 mot 243
// bassar».
func (p *passage) beyondClause(n number, m mention) bool {
	if k := p.besideFrom(n); k > 0 {
		for i := n.first - 1; i >= p.now.first; i-- {
			if p.mentioned(i) {
				return true
			}
		}
		of := anchor{figure: m.figure, answers: m.answers}.truth()
		if slices.ContainsFunc(p.now.numbers, func(o number) bool {
			return o.first >= k && o.last <= m.first() && o.fits(of)
		}) {
			return true
		}
	}
	for i := n.last + 1; i < m.first(); i++ {
		if p.lex.clauses.has(p.word(i)) {
			return true
		}
	}
	return false
}

// besideFrom is where the number begins with which one is compared, 0 when none is: «187 mot 243»,
// «58 of the 421 homes, against 49».
func (p *passage) besideFrom(n number) int {
	for i := n.last; i < min(p.now.last-1, n.last+3); i++ {
		w := p.word(i)
		if p.lex.beside.has(w) && !p.lex.from.has(w) && (p.inNumber(i+1) ||
			p.toks[i+1].kind == digitsToken) {
			return i + 1
		}
		if p.mentioned(i) || p.inNumber(i) {
			break
		}
	}
	return 0
}

// bracketed says whether a number stands in brackets at the end of an item, to whose words it
// belongs: «misnøye med legen (11) og …».
func (p *passage) bracketed(n number) bool {
	mark := func(i int, marks string) bool {
		return i >= 0 && i < len(p.toks) && p.toks[i].kind == markToken &&
			strings.Contains(marks, p.toks[i].text)
	}
	return mark(n.first-1, "(") && mark(n.last, ")") &&
		(n.last+1 >= p.now.last || mark(n.last+1, ",;") || p.lex.and.has(p.word(n.last+1)))
}

// heading says whether a colon parts a mention from a number after it: «det er blitt tryggere: 59
// prosent svarer …».
func (p *passage) heading(m mention, n number) bool {
	for i := m.last(); i < n.first; i++ {
		if t := p.toks[i]; t.kind == markToken && t.text == ":" {
			return true
		}
	}
	return false
}

// claimed says whether a claim in words stands between two tokens, to which what follows belongs:
// «ni av ti har kontakt, de fleste av og til».
func (p *passage) claimed(first, last int) bool {
	for i := first; i < last; i++ {
		majority, _ := p.lex.majority.at(p.toks, i)
		extreme, _ := p.lex.extremes.at(p.toks, i)
		if majority > 0 || extreme > 0 || p.lex.none.has(p.word(i)) && !p.mentioned(i) {
			return true
		}
	}
	return false
}

// climbs are the answers up and down from one, when a word takes them in: «eller oftere».
func (p *passage) climbs(m mention, at part) [][]int {
	f := m.figure
	if m.banded || f.Kind != content.Scale && !f.Ordered ||
		!p.gradedBeside(m, at) && !p.bounded(m) {
		return nil
	}
	return [][]int{run(m.answers[0], len(f.Answers)), run(0, m.answers[len(m.answers)-1]+1)}
}

// gradedBeside says whether a word that grades stands in a part of the sentence, and not in the
// words of a mention themselves.
func (p *passage) gradedBeside(m mention, at part) bool {
	for i := at.first; i < at.last; i++ {
		if !slices.Contains(m.at, i) && p.graded(i, i+1) {
			return true
		}
	}
	return false
}

// before is the token before a mention, small words and words for one left out.
func (p *passage) before(m mention) int {
	i := m.first() - 1
	for i > p.now.first && (p.lex.naming.small.has(p.word(i)) || p.lex.ones.has(p.word(i))) &&
		!p.lex.than.has(p.word(i)) {
		i--
	}
	return i
}

// bounded says whether a mention is one end of what is spoken of: «minst en gang i måneden».
func (p *passage) bounded(m mention) bool {
	i := p.before(m)
	for k := max(p.now.first, i-2); k <= i; k++ {
		from, _ := p.lex.bands.atLeast.at(p.toks, k)
		upto, _ := p.lex.bands.atMost.at(p.toks, k)
		if max(from, upto) == i+1-k {
			return true
		}
	}
	return false
}

// beyond are the answers on either side of one with which they are compared: «sjeldnere enn en gang
// i uken».
func (p *passage) beyond(m mention) [][]int {
	f, i := m.figure, p.before(m)
	if m.banded || f.Kind != content.Scale && !f.Ordered || i < p.now.first+1 ||
		!p.lex.than.has(p.word(i)) || !p.lex.graded.has(p.word(i-1)) &&
		!p.lex.graded.has(p.word(i-2)) {
		return nil
	}
	return [][]int{run(m.answers[len(m.answers)-1]+1, len(f.Answers)), run(0, m.answers[0])}
}

// baseOf says whether a number is what others are a part of: «av 62 medlemmer», «blant de 58 som
// …».
func (p *passage) baseOf(n number) bool {
	if n.kind != countNumber {
		return false
	}
	i := n.first - 1
	for i >= 0 && (p.lex.fillers.has(p.word(i)) || p.lex.every.has(p.word(i))) {
		i--
	}
	return p.lex.of.has(p.word(i)) || p.lex.among.has(p.word(i)) && p.lex.only.has(p.word(i))
}

// truths are what is right of a subject, the plainest first.
func (s subject) truths(n number) []truth {
	var out []truth
	for _, answers := range s.readings {
		if len(answers) == 0 {
			continue
		}
		now := anchor{figure: s.figure, answers: answers}.truth()
		then, change, compared := s.earlier(answers)
		switch {
		case n.kind == pointsNumber && compared:
			out = append(out, change)
		case n.kind == pointsNumber:
		case s.when == lastYear && compared:
			out = append(out, then)
		case s.when == anyYear && compared:
			out = append(out, now, then)
		case s.when == thisYear || s.when == anyYear:
			out = append(out, now)
		}
	}
	return out
}

// earlier is what the year that the figure is compared with gives for answers, and the change.
func (s subject) earlier(answers []int) (then, change truth, ok bool) {
	f := s.figure
	before, ok := f.Earlier(answers...)
	if !ok || len(before) == 0 {
		return then, change, false
	}
	points, _ := f.Change(answers...)
	g := f.Compare
	return truth{kind: earlierTruth, figure: f, survey: g.Survey, answers: answers,
			count: g.Sum(before...), base: g.N, source: g},
		changeOf(f, answers, before, points), true
}
