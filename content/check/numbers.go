package check

import (
	"math"
	"slices"
	"strings"

	"rapport/content"
)

// prose holds the checker's stretch of the texts against the data: their typed numbers and claims.
func (c *checker) prose() {
	c.index()
	named := c.sumsNamed()
	silent := c.silentTexts()
	var p passage
	for i := c.from; i < c.to; i++ {
		t := c.texts[i]
		if !c.authors(t) || silent[c.r] || silent[t.Topic] || silent[t.Block] {
			continue
		}
		c.open(&p, i)
		p.sums = named[p.t.Topic]
		for _, s := range sentences(p.toks, p.lex.abbreviations) {
			if s[0] > 0 && p.toks[s[0]-1].kind == breakToken {
				p.told = nil
			}
			p.sentence(s[0], s[1])
		}
	}
}

// silentTexts are the report, the topics and the blocks in whose texts nothing is looked for: where
// wrong numbers are allowed, there are no other errors.
func (c *checker) silentTexts() map[any]bool {
	if !c.errorsOnly {
		return nil
	}
	out := map[any]bool{}
	for _, a := range c.r.Allows() {
		if slices.Contains(a.Rules, "number") {
			out[a.Of] = true
		}
	}
	return out
}

// open makes a passage of a text, for one text at a time.
func (c *checker) open(p *passage, i int) {
	t := c.texts[i]
	*p = passage{c: c, t: t, toks: c.tokens(i), lex: c.lexiconOf(t.Language)}
	p.nouns, p.stems, p.calls = c.nounsOf(p.lex), c.stemsOf(p.lex), c.callsIn(i)
	p.scope = c.scopeOf(p.t, p.calls)
	p.numbers, p.unsure = numbers(p.toks, p.lex, p.nouns, c.labelDigits(p.scope.topic), p.asked,
		p.ofTopic)
	p.said = c.silenced(p.toks, p.numbers)
	p.counting = c.countedTokens(len(p.toks), p.numbers)
}

// sumsNamed is, by topic, what the placeholders of its texts add up to.
func (c *checker) sumsNamed() map[*content.Topic][]truth {
	named := map[*content.Topic][]truth{}
	for i, t := range c.texts {
		if t.Topic != nil && (i < c.from || i >= c.to) || !c.authors(t) || !hasCalls(t) {
			continue // a topic's texts are in one stretch
		}
		for _, k := range c.callsIn(i) {
			if len(k.answers) > 1 {
				named[t.Topic] = append(named[t.Topic],
					anchor{figure: k.figure, answers: k.answers}.truth())
			}
		}
	}
	return named
}

// authors says whether a text holds the author's own words about the data; questions as asked,
// labels and other people's words are not held against anything.
func (c *checker) authors(t content.Text) bool {
	if t.Block != nil {
		switch t.Block.Kind {
		case content.QuoteBlock, content.VoiceBlock,
			content.AnswersBlock,
			content.AppendixBlock,
			content.ReferencesBlock:
			return false
		}
	}
	return t.Key != "question" && t.Key != "label" && !strings.HasPrefix(t.Path, "epigraph")
}

// passage is a text under examination.
type passage struct {
	c        *checker
	t        content.Text
	toks     []token
	counting []bool  // by token: it is part of a statistic
	said     []token // without the digits of its statistics, which are no words of a label
	lex      *lexicon
	calls    []call
	numbers  []number
	unsure   []number // that may count those who answered
	scope    scope
	sums     []truth // of answers that placeholders of the topic add up
	stems    *stems
	now      *sentence // that is being examined
	told     []anchor  // what the numbers of the paragraph were of
	lenient  bool      // claims are read though it is not certain what they are about
	nouns    *counted  // what the report's surveys count
}

// asked says whether a word is a form of one in the question of a figure of the topic.
func (p *passage) asked(word string) bool {
	return len(word) > 3 && slices.ContainsFunc(p.stems.of(word), func(w string) bool {
		return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
			return slices.Contains(p.c.callingOf(f).asks, w)
		})
	})
}

// silenced is tokens with the digits of some numbers made marks, for one text at a time.
func (c *checker) silenced(toks []token, list []number) []token {
	if len(list) == 0 {
		return toks
	}
	c.said = append(c.said[:0], toks...)
	for _, n := range list {
		for i := n.first; i < n.last; i++ {
			if c.said[i].kind == digitsToken {
				c.said[i].kind = markToken
			}
		}
	}
	return c.said
}

// sentence examines the tokens from first to last.
func (p *passage) sentence(first, last int) {
	at, before := p.sentenceAt(first, last), len(p.c.found)
	if p.c.state != nil {
		p.c.state(p)
		return
	}
	if p.t.Key == "highlight_text" {
		p.addedUp(first, last)
		return
	}
	for _, n := range at.numbers {
		p.number(n, at)
	}
	if !p.c.errorsOnly {
		if !p.groupClaims(before) {
			p.claims(first, last)
			p.formClaims(first, last)
			p.assertions(first, last, before)
		}
		p.besideNumbers(before)
		p.unsureNumbers(first, last)
	}
	for _, k := range at.calls {
		if len(k.answers) > 0 && valueCommands.has(k.command) {
			p.told = append(p.told, anchor{figure: k.figure, answers: k.answers, at: k.at})
		}
	}
}

// ofCall makes a count before «av {n survey.figure}» a share of that base.
func (p *passage) ofCall(n number) number {
	if n.kind != countNumber || !p.lex.of.has(p.word(n.last)) {
		return n
	}
	for _, k := range p.now.calls {
		if k.at > n.last && k.at <= n.last+2 && (k.command == "n" || k.command == "nword") {
			if n.kind, n.base = shareNumber, k.survey.Answered; k.figure != nil {
				n.base = k.figure.N
			}
		}
	}
	return n
}

// aimed says whether a number is an aim, «målet er at 80 prosent …», or a count is a mean.
func (p *passage) aimed(n number) bool {
	for i := p.now.first; i < n.first; i++ {
		if p.lex.aims.has(p.word(i)) {
			return true
		}
	}
	for i := max(p.now.first, n.first-2); i < n.first; i++ {
		if n.kind == countNumber && p.lex.means.has(p.word(i)) {
			return true
		}
	}
	r := reader{lex: p.lex}
	for i := max(p.now.first, n.first-6); n.kind == percentNumber && i < n.first; i++ {
		if r.isMean(p.word(i)) && !p.valueIn(i, n.first) {
			return true // «snittet for kommunen, som er 68 prosent»
		}
	}
	return false
}

// ofAmount says whether a per cent is the growth of an amount that stands before it in the
// sentence: «486 000 kroner, en økning på 9 prosent». What grows by points is a share.
func (p *passage) ofAmount(n number) bool {
	if n.kind != percentNumber {
		return false
	}
	after := p.word(n.last)
	grows := (p.lex.more.has(after) || p.lex.less.has(after) || p.lex.graded.has(after)) &&
		p.lex.than.has(p.word(n.last+1))
	from := max(p.now.first, n.first-4)
	if p.again(n.first - 1) {
		from = p.now.first // «opp fra 462 til 481 kroner timen, altså 4,1 prosent»
	}
	for i := from; i < n.first; i++ {
		grows = grows || from == p.now.first && p.lex.shifts.has(p.word(i))
		move, _ := p.lex.moves.at(p.toks, i)
		grows = grows || move > 0
	}
	if !grows {
		return false
	}
	for i := p.now.first + 1; i < n.first; i++ {
		w := p.word(i)
		priced := p.toks[i-1].kind == markToken && slices.Contains(currencies, p.toks[i-1].text)
		unit := p.lex.units.has(w) && p.lex.measures.of(w) == 0
		if p.toks[i].kind == digitsToken && priced ||
			unit && p.toks[i-1].kind == digitsToken && !p.mentioned(i) {
			return true
		}
	}
	return false
}

// again says whether a comma and a word or a bracket at token i begin the same in other words.
func (p *passage) again(i int) bool {
	r := reader{toks: p.toks}
	return r.mark(i, "(") || r.mark(i-1, ",") || r.mark(i-1, "–")
}

// ofDifference says whether a count is by how many one count is above another: «31 flere elever enn
// i 2022».
func (p *passage) ofDifference(n number) bool {
	w := p.word(n.last)
	if n.kind != countNumber || !p.lex.more.has(w) && !p.lex.less.has(w) {
		return false
	}
	for i := n.last + 1; i < min(p.now.last, n.last+4); i++ {
		if p.lex.than.has(p.word(i)) {
			return true
		}
	}
	return false
}

// betweenTwo says whether a count is called the difference of two others, or in a clause that names
// no answer the difference: «i 2023 var skilnaden 14 svar».
func (p *passage) betweenTwo(n number) bool {
	if n.kind != countNumber {
		return false // points and shares are held against each other
	}
	clause := p.clauseOf(n, p.now)
	found := false
	for i := clause[0]; i < clause[1]; i++ {
		differs := i < n.first && p.lex.differences.has(p.word(i))
		switch {
		case differs && p.lex.bands.between.has(p.word(i+1)):
			return true // «forskjellen mellom enige og uenige er 12»
		case p.mentioned(i), p.inNumber(i) && (i < n.first || i >= n.last):
			return false
		}
		found = found || differs
	}
	return found
}

// inSum is what a number is of when its sentence adds up what was told before it, or counts it in
// with others: «391 sopraner og 446 alter, til sammen to av tre», «medregnet de 164 som …».
func (p *passage) inSum(n number) (match, bool) {
	if n.kind == pointsNumber || !p.addsUp() {
		return match{}, false
	}
	before := slices.Clone(p.told)
	for _, m := range p.named() {
		if m.first() < n.first {
			before = append(before, anchor{figure: m.figure, answers: m.answers})
		}
	}
	if len(before) == 0 {
		return match{}, false
	}
	f := before[len(before)-1].figure
	if f.Kind == content.Multiple || f.Kind == content.Open {
		return match{}, false
	}
	var all []int
	for _, a := range before {
		if a.figure == f {
			all = append(all, a.answers...)
		}
	}
	all = slices.Compact(slices.Sorted(slices.Values(all)))
	if t := (anchor{figure: f, answers: all}).truth(); len(all) > 1 && n.fits(t) {
		return match{truth: t, named: true}, true
	}
	for _, other := range p.others(f, all) {
		with := anchor{figure: f, answers: append(slices.Clone(all), other)}
		slices.Sort(with.answers)
		if t := with.truth(); n.fits(t) {
			return match{truth: t, rival: true}, true
		}
	}
	return match{}, false
}

// addsUp says whether a sentence adds up what was told, or counts some in with others.
func (p *passage) addsUp() bool {
	for i := p.now.first; i < p.now.last; i++ {
		k, _ := p.lex.together.at(p.toks, i)
		if k > 0 && !p.inNumber(i) || p.lex.including.has(p.word(i)) {
			return true
		}
	}
	return false
}

// ofOthers says whether a share is of those that a number before it counts, which is none of the
// survey's: «5,430 visits, 96 per cent of them …».
func (p *passage) ofOthers(n number) bool {
	if n.kind != percentNumber && n.kind != fractionNumber || !p.lex.of.has(p.word(n.last)) ||
		!p.lex.them.has(p.word(n.last+1)) || p.nouns.has(p.word(n.last+2)) ||
		p.lex.people.has(p.word(n.last+2)) {
		return false
	}
	for i := n.first - 1; i >= p.now.first; i-- {
		if p.toks[i].kind != digitsToken {
			continue
		}
		if _, year := p.year(i); !year {
			return !p.inNumber(i) && !p.mentioned(i)
		}
	}
	return false
}

// ofTen makes a count after «av ti pasienter», "of every ten customers" a share of ten, or of a
// hundred.
func (p *passage) ofTen(n number) number {
	i := p.now.first
	if n.kind != countNumber || !p.lex.of.has(p.word(i)) {
		return n
	}
	for i++; p.lex.every.has(p.word(i)) || p.lex.each.has(p.word(i)); i++ {
	}
	q, ok := p.lex.quantity(p.toks, i)
	if of := int(q.value); ok && (of == 10 || of == 100) && i < n.first && n.count < of &&
		p.c.noBase(of) {
		n.kind, n.base = fractionNumber, of
	}
	return n
}

// currencies are the signs that stand before an amount of money.
var currencies = []string{"$", "€", "£"}

// inLabel says whether a per cent is part of an answer that the sentence names: «80 prosent eller
// mer».
func (c *checker) inLabel(n number, said []spoken) bool {
	for _, s := range said {
		for _, a := range s.answers {
			r := reader{toks: c.labelTokens(s.figure.Answers[a].Label), lex: c.lex}
			for i, t := range r.toks {
				if t.kind != digitsToken {
					continue
				}
				d, next, ok := r.literal(i)
				if ok && d == n.value && r.percentAt(next) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// passedOver is why a number is held against nothing, "" when it is.
func (p *passage) passedOver(n number, first, last int) string {
	switch {
	case n.kind == pointsNumber && p.between(n, first, last),
		n.kind == percentNumber && p.c.inLabel(n, p.spoken()):
		return "it is part of an answer, or what lies between two shares here"
	case n.word && n.count%10 == 0 && p.baseOf(n) && n.count <= 1000:
		return "it is a whole of which parts are told, «av hundre»"
	case p.ofDifference(n), p.betweenTwo(n):
		return "it is by how many two counts differ"
	case p.ofOthers(n):
		return "it is of things that no survey here counts"
	case p.ofAmount(n):
		return "it is by how much an amount grew or fell"
	case p.aimed(n):
		return "it is an aim or a mean"
	}
	return ""
}

// number holds a typed number against the data.
func (p *passage) number(n number, at *sentence) {
	if why := p.passedOver(n, at.first, at.last); why != "" {
		p.read(n, nil, "passed over: "+why)
		return
	}
	n, p.now.more = p.asPercent(p.ofTen(p.ofCall(n)), at), false
	if !p.byGroup(n, at) {
		p.byData(n, at)
	}
}

// byData holds a number against the data of its scope.
func (p *passage) byData(n number, at *sentence) {
	first, last, said := at.first, at.last, p.spoken()
	if meant, odd := p.odd(n); odd {
		p.read(n, nil, "wrong: it is not the share of the count beside it")
		if s := p.stated(n, said, first, last); len(meant) == 1 {
			p.against(s, meant)
		} else {
			p.wrong(s)
		}
		return
	}
	if p.ofTold(n) || p.notSo(n) {
		p.read(n, nil, "right, of those who were told of before it")
		return
	}
	if m, ok := p.inSum(n); ok {
		p.read(n, nil, "right, as "+m.words(p.c.loc))
		p.right(p.stated(n, said, first, last), m)
		return
	}
	if p.byPair(n, at) || p.bySubject(n, at) {
		return
	}
	m, ok := p.match(n, said, first, last)
	if ok && m.far == 3 && p.cutOff(n) {
		ok = false
	}
	s := p.stated(n, said, first, last)
	if ok && p.byRereading(n, m, at) {
		return
	}
	switch {
	case ok && !p.now.more && p.namedBeside(n) && p.elsewhere(n, m, said, first, last):
		p.read(n, nil, "wrong: it is "+m.words(p.c.loc)+", which the words do not name")
		p.other(s, m)
	case ok:
		p.read(n, nil, "right, as "+m.words(p.c.loc))
		if m.figure != nil && len(m.answers) > 0 && m.far < 3 {
			p.told = append(p.told, anchor{figure: m.figure, answers: m.answers, at: n.first})
		}
		p.byChance(s, m)
		p.right(s, m)
	case !ok && p.eachNamed(n):
		p.read(n, nil, "right of each answer that is named")
	case !ok && p.wasThen(n):
		p.read(n, nil, "right, as what the number before it was in an earlier year")
	case n.ofThem && len(p.named()) == 0 && len(p.values()) == 1:
		p.read(n, nil, "passed over: nothing tells whom it counts")
	case n.kind != countNumber || !p.madeUp(n, first, last):
		p.read(n, nil, "wrong: nothing gives it")
		p.wrong(s)
	default:
		p.read(n, nil, "passed over: the counts before it make it up")
	}
}

// ofTold says whether a share is one of those whom the number before it counts: «seks er litt eller
// heilt ueinige, og to av dei seks er heilt ueinige».
func (p *passage) ofTold(n number) bool {
	return (n.kind == shareNumber || n.kind == fractionNumber) && slices.ContainsFunc(p.told, func(a anchor) bool {
		return len(a.answers) > 1 && a.figure.Sum(a.answers...) == n.base &&
			slices.ContainsFunc(a.answers, func(i int) bool {
				return a.figure.Answers[i].Count == n.count
			})
	})
}

// notSo says whether a number is of those who do not what those before it do: «410 er godkjende, 321 er
// det ikkje».
func (p *passage) notSo(n number) bool {
	i := n.last + 1
	if !p.lex.verbs.has(p.word(n.last)) || len(p.told) == 0 {
		return false
	}
	if p.lex.it.has(p.word(i)) {
		i++
	}
	if !p.lex.negations.has(p.word(i)) || p.word(i+1) != "" && !p.lex.and.has(p.word(i+1)) {
		return false
	}
	before := p.told[len(p.told)-1]
	f, v := before.figure, p.c.callingOf(before.figure)
	no := p.denials(f, v)
	return len(no) > 0 && before.at >= p.now.first && overlap(before.answers, v.yes) && n.fits(anchor{figure: f, answers: no}.truth())
}

// eachNamed says whether a rough number is true of each of several answers that its part of the
// sentence names: «undervisning og etikkutval samlar færre enn halvparten».
func (p *passage) eachNamed(n number) bool {
	list := p.namedIn(p.partOf(n))
	return len(list) > 1 && n.hedge != exactly && !slices.ContainsFunc(list, func(m mention) bool {
		t := anchor{figure: m.figure, answers: m.answers}.truth()
		below := n.hedge == below && n.kind == fractionNumber &&
			t.share() < 100*float64(n.count)/float64(n.base)
		return m.weak || m.figure != list[0].figure || !n.fits(t) && !below
	})
}

// asPercent makes a bare number a per cent that goes on from one before it in the sentence, when it
// is true so of what it speaks of, and not as a count: «36 per cent were not hungry, 31 found it too
// dear».
func (p *passage) asPercent(n number, at *sentence) number {
	k := slices.IndexFunc(at.numbers, func(o number) bool { return o.first == n.first })
	if n.kind != countNumber || n.word || n.count > 100 || n.hedge != exactly ||
		p.lex.people.has(p.word(n.last)) || p.nouns.has(p.word(n.last)) ||
		!slices.ContainsFunc(at.numbers[:max(0, k)], func(o number) bool {
			return o.kind == percentNumber
		}) {
		return n
	}
	as := n
	as.kind, as.value = percentNumber, content.Decimal{Units: int64(n.count)}
	subjects := p.subjectsOf(as, at)
	if k := len(p.told) - 1; len(subjects) == 0 && k >= 0 && p.told[k].at >= at.first &&
		slices.ContainsFunc(p.c.truthsFor(p.told[k].figure), func(t truth) bool {
			return t.kind == answerTruth && as.fits(t)
		}) {
		return as
	}
	for _, one := range subjects {
		truths := one.truths(as)
		if slices.ContainsFunc(truths, as.fits) && !slices.ContainsFunc(truths, n.fits) {
			return as
		}
	}
	return n
}

// wasThen says whether a number is what the last one told before it was of in the year that it is
// compared with: «sju av ti er fornøyde, men færre enn i 2022, da andelen var 72 prosent».
func (p *passage) wasThen(n number) bool {
	if len(p.told) == 0 || !p.pastYear([2]int{p.now.first, p.now.last}) {
		return false
	}
	last := p.told[len(p.told)-1]
	then, _, ok := subject{mention: mention{figure: last.figure}}.earlier(last.answers)
	return ok && n.fits(then)
}

// odd says whether a per cent follows a count of people as the same in other words, and is the
// share of none that has that count: «fourteen people, or 14 per cent», «59 svar (34 %)»; and which
// answers have it.
func (p *passage) odd(n number) (meant []truth, odd bool) {
	k := slices.IndexFunc(p.now.numbers, func(m number) bool { return m.first == n.first })
	if n.kind != percentNumber || k < 1 || n.hedge != exactly {
		return nil, false
	}
	m := p.now.numbers[k-1]
	if m.kind != countNumber || m.hedge != exactly || !p.sameAgain(m.last, n.first) {
		return nil, false
	}
	for _, f := range p.scope.topic {
		for _, t := range p.c.truthsFor(f) {
			if t.isPoints() || t.count != m.count {
				continue
			}
			if odd = true; n.fits(t) {
				return nil, false
			}
			if t.kind == answerTruth {
				meant = append(meant, t)
			}
		}
	}
	return meant, odd
}

// sameAgain says whether nothing but people, marks and a word like «eller» stand between two
// tokens, the last of them not a comma alone.
func (p *passage) sameAgain(first, last int) bool {
	again := false
	for i := first; i < last; i++ {
		w := p.word(i)
		switch {
		case p.lex.or.has(w), p.toks[i].kind == markToken && p.toks[i].text == "(":
			again = true
		case p.toks[i].kind == markToken && p.toks[i].text == ",", p.lex.people.has(w),
			p.nouns.has(w):
		default:
			return false
		}
	}
	return again
}

// speaksOf says whether a text belongs to a figure's block, or a sentence has a placeholder of the
// figure or a word of its question or one of its answers.
func (p *passage) speaksOf(f *content.Figure) bool {
	if p.t.Block != nil && slices.Contains(p.c.blockFigures(p.t.Block), f) ||
		p.about(f) > 0 {
		return true
	}
	if slices.ContainsFunc(p.now.calls, func(k call) bool { return k.figure == f }) {
		return true
	}
	for _, answer := range p.c.vocabularyOf(f).answers {
		for _, w := range answer[0] {
			if len(w) > 4 && len(p.likeWords()[w]) > 0 {
				return true
			}
		}
	}
	return false
}

// hintedAt are the answers that a sentence may mean, named by words that only begin like theirs:
// «vikarer» of «Vikariat». It excuses a number, and accuses none.
func (p *passage) hintedAt(first, last int) []spoken {
	return p.spokenAs(first, last, p.scope.topic, p.likeWords(), alike)
}

// about is how many words the sentence and a figure's question share.
func (p *passage) about(f *content.Figure) int {
	shared := 0
	for _, w := range p.c.callingOf(f).asksOnce {
		if len(p.likeWords()[w]) > 0 || len(p.words()[w]) > 0 {
			shared++
		}
	}
	return shared
}

// hinted says whether a sentence speaks of a truth without naming its answer in full: it has words
// of its question (two for a rough number, which fits much), when the named answers are of other
// questions, or half of the words of its label.
func (p *passage) hinted(m match, said []spoken, rough bool, first, last int) bool {
	if !slices.ContainsFunc(said, func(s spoken) bool { return s.figure == m.figure }) {
		need := 1
		if m.far == 3 || rough {
			need = 2
		}
		return p.about(m.figure) >= need
	}
	for _, a := range m.answers {
		for _, label := range p.c.vocabularyOf(m.figure).answers[a] {
			hits := 0
			for _, w := range label {
				if len(p.likeWords()[w]) > 0 {
					hits++
				}
			}
			if hits >= 2 && 2*hits >= len(label) {
				return true
			}
		}
	}
	return false
}

// sums are what the answers that a sentence names add up to, some of them or all.
func (s spoken) sums() []truth {
	if s.figure.Kind == content.Multiple || len(s.answers) < 2 || len(s.answers) > 5 {
		return nil
	}
	var out []truth
	for set := 1<<len(s.answers) - 1; set > 0; set-- {
		var answers []int
		for i, a := range s.answers {
			if set>>i&1 == 1 {
				answers = append(answers, a)
			}
		}
		if len(answers) > 1 {
			out = append(out, anchor{figure: s.figure, answers: answers}.truth())
		}
	}
	return out
}

// moved says whether a sentence speaks of a change, or of two years side by side.
func (p *passage) moved(sentence [2]int) bool {
	for i := sentence[0]; i < sentence[1]; i++ {
		if p.lex.beside.has(p.word(i)) {
			return true
		}
		if d, _ := p.direction(i, sentence); d != noTrend {
			return true
		}
	}
	return slices.ContainsFunc(p.now.calls, func(k call) bool {
		return k.at >= sentence[0] && k.at < sentence[1] &&
			(k.command == "change" || k.command == "diff" ||
				strings.HasPrefix(k.command, "previous"))
	})
}

// speaksOf says whether a sentence names an answer of a truth.
func speaksOf(said []spoken, t truth) bool {
	for _, s := range said {
		if s.figure != t.figure {
			continue
		}
		for _, a := range t.answers {
			if !slices.Contains(s.answers, a) {
				return false
			}
		}
		return len(t.answers) > 0
	}
	return false
}

// elsewhere says whether a number is true of an answer that its sentence does not name, though its
// clause names another of which it is not true.
func (p *passage) elsewhere(n number, m match, said []spoken, first, last int) bool {
	if len(m.answers) == 0 || len(said) == 0 {
		return false
	}
	for _, clause := range p.clauses(first, last) {
		if n.first < clause[0] || n.first >= clause[1] {
			continue
		}
		clause[1] = p.restFrom(n, clause[1])
		if !namedIn(said, clause) || p.callBeside(n, clause) ||
			p.hinted(m, said, n.kind == fractionNumber || n.hedge != exactly, first, last) {
			return false
		}
		for _, s := range p.hintedAt(first, last) {
			if slices.ContainsFunc(s.sums(), n.fits) {
				return false
			}
		}
		denied, graded := p.negated([2]int{first, last}), p.graded(first, last)
		for _, s := range said {
			for _, t := range p.c.truthsFor(s.figure) {
				if n.fits(t) && p.c.covers(s, t, denied, graded) {
					return false
				}
			}
			if slices.ContainsFunc(s.sums(), n.fits) {
				return false
			}
		}
		for _, t := range p.sums {
			for _, s := range said {
				if s.figure == t.figure && n.fits(t) &&
					slices.ContainsFunc(s.answers,
						func(a int) bool { return slices.Contains(t.answers, a) }) {
					return false
				}
			}
		}
		return true
	}
	return false
}

// namedBeside says whether an answer is named in the part of the sentence that a number stands in,
// or the sentence has no other number.
func (p *passage) namedBeside(n number) bool {
	if len(p.values()) < 2 {
		return true
	}
	at := p.partOf(n)
	return slices.ContainsFunc(p.spoken(), func(s spoken) bool {
		return slices.ContainsFunc(s.at, func(i int) bool { return at.first <= i && i < at.last })
	})
}

// namedIn says whether an answer that a sentence names begins in a clause.
func namedIn(said []spoken, clause [2]int) bool {
	return slices.ContainsFunc(said, func(s spoken) bool {
		return slices.ContainsFunc(s.at,
			func(at int) bool { return at >= clause[0] && at < clause[1] })
	})
}

// callBeside says whether a placeholder of another answer stands in a number's clause: then it is
// not the number that the clause's words belong to.
func (p *passage) callBeside(n number, clause [2]int) bool {
	return slices.ContainsFunc(p.now.calls,
		func(k call) bool { return k.at >= clause[0] && k.at < clause[1] && len(k.answers) > 0 })
}

// graded says whether a sentence has a word that takes in the steps above or below one.
func (p *passage) graded(first, last int) bool {
	for i := first; i < last; i++ {
		if p.lex.graded.has(p.word(i)) && !p.lex.beside.has(p.word(i+1)) {
			return true // but not of «down from»
		}
	}
	return false
}

// covers says whether a truth is about the answers that a sentence names: some of them, everything
// between them or, with a word that grades, up or down from one of them; in a denial the others.
func (c *checker) covers(s spoken, t truth, denied, graded bool) bool {
	if len(t.answers) == 0 {
		return true
	}
	if t.kind == restTruth {
		return denied && slices.Contains(s.answers, t.answers[0])
	}
	if denied && slices.Equal(t.answers, c.callingOf(t.figure).no) {
		return true // «neither theft nor damage»
	}
	inside := true // an answer that no word tells, like «ja», may be meant as well
	for _, a := range t.answers {
		words := c.vocabularyOf(t.figure).answers[a]
		inside = inside &&
			(slices.Contains(s.answers, a) || len(words[0]) == 0 ||
				len(words[0]) == 1 && c.lex.generic.has(words[0][0]) && len(t.answers) > 1)
	}
	low, high := slices.Min(t.answers), slices.Max(t.answers)
	switch {
	case inside:
		return true
	case denied && t.kind == sumTruth:
		return !slices.ContainsFunc(t.answers,
			func(a int) bool { return slices.Contains(s.answers, a) })
	case t.figure.Ordered && t.kind == sumTruth && (graded || t.figure.Kind == content.Scale):
		ends := low == 0 || high == len(t.figure.Answers)-1
		return ends &&
			(slices.Contains(s.answers, low) || slices.Contains(s.answers, high) ||
				slices.Contains(s.answers, low-1) || slices.Contains(s.answers, high+1))
	}
	return len(s.answers) > 1 && t.kind == sumTruth && slices.Contains(s.answers, low) &&
		slices.Contains(s.answers, high)
}

// between says whether points are the difference of two shares in the same sentence.
func (p *passage) between(n number, first, last int) bool {
	var shares []float64
	for _, k := range p.now.calls {
		if len(k.answers) > 0 && k.figure.N > 0 {
			shares = append(shares, k.figure.Percent(1, k.answers...).Float())
			if then, ok := k.figure.Earlier(k.answers...); ok {
				shares = append(shares, k.figure.Compare.Percent(1, then...).Float())
			}
		}
	}
	for _, m := range p.now.numbers {
		if m.kind == percentNumber {
			shares = append(shares, m.value.Float())
		}
	}
	for i, a := range shares {
		for _, b := range shares[:i] {
			if d := math.Abs(math.Abs(a-b) - n.value.Float()); d < 0.05 ||
				n.value.Places == 0 && d <= 0.5 {
				return true
			}
		}
	}
	return false
}

// madeUp says whether a count is the sum of the typed counts before it in its sentence, or one of
// its parts: «12 kvinner og 8 menn, 20 i alt».
func (p *passage) madeUp(n number, first, last int) bool {
	sum := 0
	for _, m := range p.now.numbers {
		if m.first < n.first && m.kind == countNumber {
			sum += m.count
		}
	}
	return sum > 0 && sum == n.count
}
