package check

import (
	"slices"
	"strconv"
	"strings"

	"rapport/content"
)

// subject is what a number is taken to speak of.
type subject struct {
	mention
	readings [][]int // the answers in each way to read them, the plainest first
	when     when
	loose    bool // the words may name more than the mention
}

// when is the year that a number is of.
type when uint8

const (
	anyYear  when = iota // the words leave it open
	thisYear             // the year of the figure
	lastYear             // the year that the figure is compared with
	noYear               // a year of which the data say nothing
)

// part is a part of a sentence: what belongs to one number, or to several that say the same.
type part struct {
	first, last int
	values      [][2]int // tokens of numbers and of placeholders with a value
}

// partsOf cuts a sentence so that each holds one number with its words, as far as commas, conjunctions
// and brackets tell. A number without words of its own belongs to its neighbour: «nesten halvparten,
// 47 prosent, fikk …», «telefon (65 %)».
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
		if len(k.answers) == 0 || valueCommands[k.command] {
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
			t.kind == wordToken && p.lex.clauses[t.text]:
			return i, true
		case t.kind == wordToken && (p.lex.and[t.text] || p.lex.or[t.text]) && weak < 0:
			weak = i
		}
	}
	return weak, weak >= 0
}

// bare says whether a part has no words of its own beside its numbers.
func (p *passage) bare(at part) bool {
	for i := at.first; i < at.last; i++ {
		t := p.toks[i]
		in := slices.ContainsFunc(at.values, func(v [2]int) bool { return v[0] <= i && i < v[1] })
		if p.mentioned(i) {
			return false
		}
		if in || !isWord(t) || p.lex.naming.small[t.text] && (!p.lex.verbs[t.text] || p.lex.becomes[t.text]) || p.lex.people[t.text] || p.nouns.has(t.text) ||
			p.lex.wide[t.text] || p.hedgeWord(t.text) {
			continue
		}
		return false
	}
	return true
}

// hedgeWord says whether a word begins or is a hedge: «nesten», «godt».
func (p *passage) hedgeWord(w string) bool { return p.lex.hedging[w] }

// subjectsOf are what a number may speak of: one subject, when its words leave no doubt, several when
// the words that name it are those of several figures, none when it cannot be told.
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
		one := subject{mention: m, readings: [][]int{m.answers}, when: p.when(n, m.figure, s)}
		return []subject{one}
	}
	if len(list) == 0 {
		list = p.carried(k)
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
		if p.negated(clause) {
			one.deny(p)
		}
		one.readings = append(one.readings, p.climbs(m, parts[k])...)
		if p.alsoIn(parts[k]) {
			return nil
		}
		one.loose = m.weak || p.halfJoined(m, s)
		out = append(out, one)
	}
	return out
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

// changing is what points without a subject of their own speak of: what the share before them in the
// sentence is of, «62 prosent er med, en økning på 5 prosentpoeng».
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
		return len(p.lex.rest[t.text]) > 0
	})
	if k < 0 || len(p.told) == 0 || n.kind == pointsNumber {
		return mention{}, false
	}
	if length, _ := p.lex.rest.at(p.toks, at.first+k); length == 0 {
		return mention{}, false
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

// deny takes in what a denial may mean: no for yes, or else all other answers too.
func (s *subject) deny(p *passage) {
	if no := p.c.callingOf(s.figure).no; s.asked && len(no) == 1 {
		s.readings = [][]int{no, p.others(s.figure, s.answers)}
		return
	}
	s.readings = append(s.readings, p.others(s.figure, s.answers))
}

// clauseOf is the clause of a number: between commas, colons and clause words.
func (p *passage) clauseOf(n number, s *sentence) [2]int {
	ends := func(i int) bool {
		t := p.toks[i]
		return t.kind == markToken && strings.Contains(",;:–—", t.text) ||
			t.kind == wordToken && p.lex.clauses[t.text]
	}
	first, last := n.first, n.last
	for first > s.first && !ends(first-1) {
		first--
	}
	for last < s.last && !ends(last) {
		last++
	}
	return [2]int{first, last}
}

// halfJoined says whether a conjunction joins a mention to words that name no answer: «midlertidige eller
// vikarer».
func (p *passage) halfJoined(m mention, s *sentence) bool {
	joint := func(i int) bool {
		w := p.word(i)
		return i >= s.first && i < s.last && (p.lex.or[w] || p.lex.and[w])
	}
	value := func(i int) bool {
		return p.inNumber(i) || i >= 0 && i < len(p.toks) && p.toks[i].kind == callToken ||
			p.hedgeWord(p.word(i)) || p.lex.clauses[p.word(i)]
	}
	first, last := m.first(), m.last()
	for p.lex.naming.small[p.word(first-1)] && !joint(first-1) && !p.lex.verbs[p.word(first-1)] {
		first--
	}
	return joint(last) && !value(last+1) && !p.lex.verbs[p.word(last+1)] || joint(first-1) &&
		!value(first-2)
}

// alsoIn says whether a part of a sentence counts those who did something else too: «har også rus».
func (p *passage) alsoIn(at part) bool {
	return slices.ContainsFunc(p.toks[at.first:at.last], func(t token) bool {
		return p.lex.also[t.text]
	})
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

// chosen are the mentions that a number belongs to: the nearest after it, or else before it, with
// those of other figures that stand in the same words. There is none when a mention elsewhere may be
// meant as well.
func (p *passage) chosen(n number, list []mention) []mention {
	list = slices.DeleteFunc(slices.Clone(list), func(m mention) bool {
		return m.first() >= n.last && p.claimed(n.last, m.first())
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

// claimed says whether a claim in words stands between two tokens, to which what follows belongs:
// «ni av ti har kontakt, de fleste av og til».
func (p *passage) claimed(first, last int) bool {
	for i := first; i < last; i++ {
		majority, _ := p.lex.majority.at(p.toks, i)
		extreme, _ := p.lex.extremes.at(p.toks, i)
		if majority > 0 || extreme > 0 || p.lex.none[p.word(i)] && !p.mentioned(i) {
			return true
		}
	}
	return false
}

// climbs are the answers up and down from one, when a word takes them in: «eller oftere».
func (p *passage) climbs(m mention, at part) [][]int {
	f := m.figure
	if m.banded || f.Kind != content.Scale && !f.Ordered || !p.graded(at.first, at.last) {
		return nil
	}
	return [][]int{run(m.answers[0], len(f.Answers)), run(0, m.answers[len(m.answers)-1]+1)}
}

// baseOf says whether a number is what others are a part of: «av 62 medlemmer», «blant de 58 som …».
func (p *passage) baseOf(n number) bool {
	if n.kind != countNumber {
		return false
	}
	i := n.first - 1
	for i >= 0 && p.lex.fillers[p.word(i)] {
		i--
	}
	return p.lex.of[p.word(i)] || p.lex.among[p.word(i)] && p.lex.only[p.word(i)]
}

// when is the year that a number is of: the one that stands beside it, or what «fra … til», «mot»
// and the beginning of the sentence say.
func (p *passage) when(n number, f *content.Figure, s *sentence) when {
	if w, ok := p.yearAfter(n, f, s); ok {
		return w
	}
	before := p.word(n.first - 1)
	if p.hedgeWord(before) {
		before = p.word(n.first - 2)
	}
	switch {
	case !p.moved([2]int{s.first, s.last}) && !p.pastYear([2]int{s.first, s.last}) &&
		!p.otherYear(f, s):
		return thisYear
	case p.lex.from[before]:
		return lastYear
	case p.lex.beside[before] && !p.lex.from[before]:
		return anyYear
	}
	return p.opening(f, s)
}

// yearAfter is the year that stands just after a number, before the next number or comma.
func (p *passage) yearAfter(n number, f *content.Figure, s *sentence) (when, bool) {
	for i := n.last; i < min(s.last, n.last+14); i++ {
		t := p.toks[i]
		if t.kind == markToken && t.text != "(" && t.text != ")" || p.inNumber(i) ||
			t.kind == callToken || t.kind == wordToken && (p.lex.clauses[t.text] ||
			p.lex.than[t.text]) || p.besides(i) {
			return anyYear, false
		}
		if w, ok := p.yearAt(i, f); ok {
			return w, true
		}
	}
	return anyYear, false
}

// besides says whether token i puts another year or number beside the one before: «mot 52», «til
// 2024».
func (p *passage) besides(i int) bool {
	w := p.word(i)
	if !p.lex.beside[w] && !p.lex.to[w] && !p.lex.and[w] {
		return false
	}
	k := i + 1
	if p.inNumber(k) || k < len(p.toks) && p.toks[k].kind != wordToken ||
		p.lex.past[p.word(k)] || p.lex.past[p.word(k+1)] {
		return true
	}
	for p.hedgeWord(p.word(k)) && !p.inNumber(k) {
		k++
	}
	return p.inNumber(k) || k < len(p.toks) && p.toks[k].kind == callToken
}

// year reads a year at token i.
func (p *passage) year(i int) (year int, ok bool) {
	t := p.toks[i]
	if t.kind != digitsToken || len(t.text) != 4 || t.text < "1900" || t.text > "2199" {
		return 0, false
	}
	year, err := strconv.Atoi(t.text)
	return year, err == nil
}

// yearAt is which year of a figure token i names.
func (p *passage) yearAt(i int, f *content.Figure) (when, bool) {
	year, ok := p.year(i)
	switch {
	case !ok:
		return anyYear, false
	case year == f.Survey.Year:
		return thisYear, true
	case f.Compare != nil && year == f.Compare.Survey.Year:
		return lastYear, true
	}
	return noYear, true
}

// otherYear says whether a sentence names a year that is not the figure's.
func (p *passage) otherYear(f *content.Figure, s *sentence) bool {
	for i := s.first; i < s.last; i++ {
		if w, ok := p.yearAt(i, f); ok && w != thisYear {
			return true
		}
	}
	return false
}

// opening is the year with which a sentence of one year begins: «I 2020 var …», «I fjor …».
func (p *passage) opening(f *content.Figure, s *sentence) when {
	years := map[when]bool{}
	for i := s.first; i < s.last; i++ {
		if w, ok := p.yearAt(i, f); ok {
			years[w] = true
		}
	}
	moves := p.moved([2]int{s.first, s.last})
	for i := s.first; i < min(s.first+3, s.last); i++ {
		w, ok := p.yearAt(i, f)
		if ok && len(years) == 1 && !moves {
			return w
		}
		if p.lex.past[p.word(i)] && len(years) == 0 && !moves && f.Compare != nil {
			return lastYear
		}
	}
	return anyYear
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
		truth{kind: changeTruth, figure: f, survey: f.Survey, answers: answers, points: points},
		true
}

// bySubject holds a number against what its sentence speaks of; it is not ok when that is not clear.
func (p *passage) bySubject(n number, at *sentence) (ok bool) {
	subjects := p.subjectsOf(n, at)
	if len(subjects) == 0 {
		return p.byPoll(n, at)
	}
	s := p.stated(n, p.spoken(), at.first, at.last)
	var meant, fitting []truth
	bonus := 0
	for _, one := range subjects {
		truths := one.truths(n)
		if len(truths) == 0 || one.figure.N <= 0 || p.fitsBase(n, one.figure) {
			return false
		}
		sign := p.signOf(n)
		if k := slices.IndexFunc(truths, func(t truth) bool {
			return n.fits(t) && (t.kind != changeTruth || sign*t.points.Sign() >= 0)
		}); k >= 0 {
			fitting = append(fitting, truths[k])
			continue
		}
		if one.loose && p.mayBeMore(n, one) || p.askedOtherwise(n, one, subjects) ||
			one.far && p.fitsTopic(n) {
			return false
		}
		switch {
		case one.unled && len(meant) > 0:
		case one.bonus > bonus+2:
			meant, bonus = []truth{truths[0]}, one.bonus // its question is asked
		case one.bonus >= bonus-2:
			meant = append(meant, truths[0])
		}
	}
	switch {
	case len(fitting) > 0:
		p.told = append(p.told, anchor{figure: fitting[0].figure, answers: fitting[0].answers,
			at: n.first})
		p.read(n, subjects, "right")
		p.right(s, match{truth: fitting[0], named: len(fitting) == 1, rival: len(fitting) > 1})
	case len(meant) > 0:
		p.told = append(p.told, anchor{figure: meant[0].figure, answers: meant[0].answers,
			at: n.first})
		p.read(n, subjects, "wrong")
		p.against(s, meant)
	}
	return len(fitting) > 0 || len(meant) > 0
}

// mayBeMore says whether a number is true of answers among which are those of a subject, now or
// before; of a part of a label, whether it is true of any answer.
func (p *passage) mayBeMore(n number, s subject) bool {
	for _, t := range p.c.truthsFor(s.figure) {
		if n.fits(t) && t.kind != pointTruth && len(t.answers) > 0 &&
			(s.weak || contains(t.answers, s.answers)) {
			return true
		}
	}
	return slices.ContainsFunc(p.others(s.figure, s.answers), func(other int) bool {
		return n.fits(anchor{figure: s.figure,
			answers: slices.Sorted(slices.Values(append(slices.Clone(s.answers), other)))}.truth())
	})
}

// fitsTopic says whether a number is true of anything in the topic.
func (p *passage) fitsTopic(n number) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return slices.ContainsFunc(p.c.truthsFor(f), n.fits)
	})
}

// askedOtherwise says whether a number is true of another figure of the topic, of whose question the
// sentence has more words, beside those that name an answer.
func (p *passage) askedOtherwise(n number, s subject, all []subject) bool {
	asked := func(f *content.Figure) (hits int) {
		for _, w := range p.askedBy(f, p.words()) {
			if s.asked || !contains(s.at, p.words()[w]) {
				hits++
			}
		}
		return hits
	}
	mine := asked(s.figure)
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return asked(f) > mine && (f.Follows == nil || f.Follows.Figure != s.figure) &&
			slices.ContainsFunc(p.c.truthsFor(f), n.fits) &&
			!slices.ContainsFunc(all, func(o subject) bool { return o.figure == f })
	})
}

// fitsBase says whether a count is how many were asked or answered.
func (p *passage) fitsBase(n number, f *content.Figure) bool {
	return n.kind == countNumber && slices.Contains(
		[]int{f.N, f.Asked, f.Survey.Answered, f.Survey.Invited}, n.count)
}

// against reports a number that is not true of what its sentence speaks of. Of several things that
// it may speak of there is no telling which to write.
func (p *passage) against(s statement, meant []truth) {
	f := Finding{Rule: "number", Severity: Error}
	is := meant[0]
	near := []candidate{{truth: &is, meant: true, distance: -nearInClause}}
	if f.Data = p.explain(s, near); f.Data == "" {
		f.Data = "the words name " + is.words(p.c.loc)
		if other, ok := p.match(s.number, nil, s.sentence[0], s.sentence[1]); ok && other.far < 3 {
			f.Data += "; this is " + other.words(p.c.loc)
		}
	}
	if len(meant) == 1 {
		p.fix(&f, s, is)
	}
	if f.Repair == "" {
		f.Repair = `if it is not about these data, allow = ["number"] with a reason`
	}
	p.mismatch(s, f)
}
