package check

import (
	"slices"

	"rapport/content"
)

// part is a part of a sentence: what belongs to one number, or to several that say the same.
type part struct {
	first, last int
	values      [][2]int // tokens of numbers and of placeholders with a value
}

// partsOf cuts a sentence so that each holds one number with its words, as far as commas,
// conjunctions and brackets tell. A number without words of its own belongs to its neighbour:
// «nesten halvparten, 47 prosent, fikk …», «telefon (65 %)».
func (p *passage) partsOf(first, last int) []part {
	var out []part
	at := part{first: first}
	for i, v := range p.values() {
		if i > 0 {
			if cut, ok := p.parting(at.values[len(at.values)-1][1], v[0]); ok {
				at.last = cut
				out = append(out, at)
				at = part{first: cut + 1}
			}
		}
		at.values = append(at.values, v)
	}
	at.last = last
	out = append(out, at)
	for i := 0; i < len(out); i++ {
		switch {
		case i+1 < len(out) && p.bare(out[i]):
			out[i+1].first = out[i].first
			out[i+1].values = append(slices.Clone(out[i].values), out[i+1].values...)
			out = slices.Delete(out, i, i+1)
			i--
		case i > 0 && p.bare(out[i]):
			out[i-1].last = out[i].last
			out[i-1].values = append(out[i-1].values, out[i].values...)
			out = slices.Delete(out, i, i+1)
			i--
		}
	}
	return out
}

// values are the numbers and the placeholders with a value of the sentence, in order.
func (p *passage) values() [][2]int {
	var out [][2]int
	for _, n := range p.now.numbers {
		out = append(out, [2]int{n.first, n.last})
	}
	for _, k := range p.now.calls {
		if len(k.answers) == 0 || valueCommands.has(k.command) {
			out = append(out, [2]int{k.at, k.at + 1})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}

// parting is the token that parts two numbers: the last comma or clause word between them, or else
// the last conjunction.
func (p *passage) parting(from, to int) (cut int, ok bool) {
	if open, shut := p.bracket(from); shut > open && to < shut {
		return 0, false // two numbers of the same: (90,7 og 79,0 %)
	}

	weak := -1
	for i := to - 1; i >= from; i-- {
		t := p.toks[i]
		switch {
		case t.kind == markToken && (t.text == "," || t.text == ";" || t.text == ":" ||
			t.text == "–" || t.text == "—"),
			t.kind == wordToken && p.lex.clauses.has(t.text):
			return i, true
		case t.kind == wordToken && (p.lex.and.has(t.text) || p.lex.or.has(t.text)) && weak < 0:
			weak = i
		}
	}
	if weak < 0 && p.closes(from) && p.opens(to-1) && from < to-1 {
		return from, true // «jobb etterpå (24) som på løn (7)»
	}
	return weak, weak >= 0
}

// opens and closes say whether a round bracket does at token i.
func (p *passage) opens(i int) bool { return (&reader{toks: p.toks}).mark(i, "(") }

func (p *passage) closes(i int) bool { return (&reader{toks: p.toks}).mark(i, ")") }

// bare says whether a part has no words of its own beside its numbers.
func (p *passage) bare(at part) bool {
	for i := at.first; i < at.last; i++ {
		t := p.toks[i]
		in := slices.ContainsFunc(at.values, func(v [2]int) bool { return v[0] <= i && i < v[1] })
		if _, year := p.year(i); year {
			continue // «down from 55 per cent in 2022»
		}
		if p.ago(i) || p.ago(i-1) {
			continue
		}
		if p.mentioned(i) || p.inStretch(i) {
			return false
		}
		small := p.lex.naming.small.has(t.text) && (!p.lex.verbs.has(t.text) ||
			p.lex.becomes.has(t.text))
		if in || !isWord(t) || small || p.lex.people.has(t.text) || p.nouns.has(t.text) ||
			p.lex.wide.has(t.text) || p.hedgeWord(t.text) || p.lex.beside.has(t.text) ||
			p.lex.past.has(t.text) || p.lex.polls.has(t.text) || p.lex.measures.of(t.text) > 0 ||
			p.lex.begins(t.text) && p.lex.measures.of(p.word(i+1)) > 0 ||
			p.lex.graded.has(t.text) && p.lex.beside.has(p.word(i+1)) || // «down from 55»
			p.lex.beside.has(p.word(i-1)) && p.inNumber(i+1) { // «compared with 25 per cent»
			continue
		}
		return false
	}
	return true
}

// ago says whether a time that is past stands at token i: «three years ago», «to år siden».
func (p *passage) ago(i int) bool {
	return i >= p.now.first && (p.lex.begins(p.word(i)) || p.toks[i].kind == digitsToken) &&
		p.lex.measures.of(p.word(i+1)) > 0 && p.lex.past.has(p.word(i+2))
}

// hedgeWord says whether a word begins or is a hedge: «nesten», «godt».
func (p *passage) hedgeWord(w string) bool { return p.lex.hedging.has(w) }

// subjectsOf are what a number may speak of: one subject, when its words leave no doubt, several
// when the words that name it are those of several figures, none when it cannot be told.
func (p *passage) subjectsOf(n number, s *sentence) []subject {
	if p.baseOf(n) {
		return nil
	}
	parts := p.parts()
	k := p.partAt(n)
	if k < 0 {
		return nil
	}
	list := p.namedIn(parts[k])
	if m, ok := p.rest(n, parts[k], list); ok {
		return []subject{{mention: m, readings: [][]int{m.answers}, when: p.when(n, m.figure, s),
			left: true}}
	}
	list = ofFollowers(p.beforeRest(n, parts[k], list))
	if one, ok := p.denied(n, parts[k], s); ok && len(list) == 0 {
		return []subject{one}
	}
	if len(list) == 0 {
		list = p.carried(k)
	}
	if a, ok := p.goesOnNow(n, parts[k]); ok && len(list) == 0 {
		return []subject{{mention: mention{figure: a.figure, answers: a.answers,
			at: []int{n.first}}, readings: [][]int{a.answers}, when: thisYear}}
	}
	if a, ok := p.changing(n); ok && len(list) == 0 {
		return []subject{{mention: mention{figure: a.figure, answers: a.answers,
			at: []int{n.first}}, readings: [][]int{a.answers}}}
	}
	var out []subject
	clause := p.clauseOf(n, s)
	for _, m := range p.chosen(n, list) {
		one := subject{mention: m, readings: [][]int{m.answers}, when: p.when(n, m.figure, s)}
		if m.wider != nil {
			one.readings = append(one.readings, m.wider)
		}
		if p.negated(parts[k].in(clause)) {
			one.deny(p)
		}
		one.sided = p.bounded(m)
		one.readings = append(one.readings, p.climbs(m, parts[k])...)
		if beyond := p.beyond(m); beyond != nil {
			one.readings, one.sided = beyond, true
		}
		if p.alsoIn(parts[k]) {
			return nil
		}
		one.loose = m.weak || p.halfJoined(m, s)
		out = append(out, one)
	}
	return out
}

// goesOnNow is what a number without words of its own is of now, when the one before it in the sentence
// was of another year: «de utgjorde 13 prosent i 2022 og 26 prosent nå».
func (p *passage) goesOnNow(n number, at part) (a anchor, ok bool) {
	if len(p.told) == 0 || n.kind == pointsNumber || !p.pastYear([2]int{p.now.first, n.first}) {
		return a, false
	}
	a = p.told[len(p.told)-1]
	if a.at < p.now.first || a.at >= n.first || !p.bare(part{first: n.last, last: at.last}) {
		return a, false
	}
	k := slices.IndexFunc(p.now.numbers, func(o number) bool { return o.first == a.at })
	for i := at.first; i < at.last; i++ {
		now, _ := p.lex.now.at(p.toks, i)
		ok = ok || now > 0
	}
	return a, ok && k >= 0 && p.now.numbers[k].kind == n.kind
}

// ofFollowers leaves out the answers that led to a question of which an answer is named too: «of
// those working part time, 60 per cent are offered flexible hours».
func ofFollowers(list []mention) []mention {
	if len(list) < 2 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(m mention) bool {
		return slices.ContainsFunc(list, func(o mention) bool {
			return o.figure.Follows != nil && o.figure.Follows.Figure == m.figure && !o.weak
		})
	})
}

// in is what a part of a sentence and a clause have in common.
func (at part) in(clause [2]int) [2]int {
	return [2]int{max(at.first, clause[0]), min(at.last, clause[1])}
}

// denied is what a denial without words of its own speaks of: all but those of the number before,
// «61 prosent sykler, 39 prosent gjør det ikke».
func (p *passage) denied(n number, at part, s *sentence) (one subject, ok bool) {
	if len(p.told) == 0 || n.kind == pointsNumber {
		return one, false
	}
	last := p.told[len(p.told)-1]
	if last.at < s.first || last.at >= n.first || last.figure.Kind == content.Open {
		return one, false
	}
	not := -1
	for i := n.last; i < p.restFrom(n, at.last); i++ {
		switch w := p.word(i); {
		case p.lex.no.has(w):
			return one, false // an answer: «168 say no»
		case p.lex.negations.has(w):
			not = i
		case w != "" && !p.lex.naming.small.has(w) && (!p.lex.verbs.has(w) || not >= 0) &&
			!p.lex.people.has(w) && !p.nouns.has(w):
			return one, false
		}
	}
	if not < 0 {
		return one, false
	}
	one = subject{mention: mention{figure: last.figure, answers: last.answers, at: []int{not},
		score: 10}, when: p.when(n, last.figure, s)}
	v := p.c.callingOf(last.figure)
	one.asked = len(v.yes) > 0 && slices.Equal(last.answers, v.yes)
	one.deny(p)
	one.answers = one.readings[0]
	return one, true
}

// partAt is the index of the part of the sentence that a number stands in, -1 when there is none.
func (p *passage) partAt(n number) int {
	return slices.IndexFunc(p.parts(), func(at part) bool {
		return at.first <= n.first && n.first < at.last
	})
}

// partOf is that part, or the sentence.
func (p *passage) partOf(n number) part {
	if k := p.partAt(n); k >= 0 {
		return p.parts()[k]
	}
	return part{first: p.now.first, last: p.now.last}
}

// namedIn are the mentions that begin in a part of the sentence.
func (p *passage) namedIn(at part) []mention {
	var out []mention
	for _, m := range p.named() {
		if m.first() >= at.first && m.first() < at.last {
			out = append(out, m)
		}
	}
	return out
}

// carried are the mentions of a part before that has no number of its own kind: the subject of a
// sentence goes on: «Andelen med fast stilling økte fra 2020, til 56 prosent».
func (p *passage) carried(k int) []mention {
	parts := p.parts()
	for i := k - 1; i >= 0; i-- {
		if list := p.namedIn(parts[i]); len(list) > 0 {
			if len(parts[i].values) == 0 {
				return list
			}
			return nil
		}
	}
	return nil
}
