package check

import (
	"math"
	"slices"
	"strings"

	"rapport/content"
)

// prose holds every text of the report against the data: its typed numbers and its claims.
func (c *checker) prose() {
	c.index()
	passages := make([]passage, 0, len(c.texts))
	named := map[*content.Topic][]truth{}
	for i, t := range c.texts {
		if !c.authors(t) {
			continue
		}
		p := passage{c: c, t: t, toks: c.tokens(i), lex: c.lexiconOf(t.Language)}
		p.nouns = c.nounsOf(p.lex)
		p.stems = c.stemsOf(p.lex)
		p.calls = c.callsIn(i)
		passages = append(passages, p)
		for _, k := range p.calls {
			if len(k.answers) > 1 {
				named[t.Topic] = append(named[t.Topic],
					anchor{figure: k.figure, answers: k.answers}.truth())
			}
		}
	}
	for _, p := range passages {
		p.scope = c.scopeOf(p.t, p.calls)
		p.sums = named[p.t.Topic]
		p.numbers = numbers(p.toks, p.lex, p.nouns, c.labelDigits(p.scope.topic), p.asked)
		p.said = silenced(p.toks, p.numbers)
		p.counting = countedTokens(len(p.toks), p.numbers)
		for _, s := range sentences(p.toks, p.lex.abbreviations) {
			if s[0] > 0 && p.toks[s[0]-1].kind == breakToken {
				p.told = nil
			}
			p.sentence(s[0], s[1])
		}
	}
}

// authors says whether a text holds the author's own words about the data; questions as asked,
// labels and other people's words are not held against anything.
func (c *checker) authors(t content.Text) bool {
	if t.Block != nil {
		switch t.Block.Kind {
		case content.QuoteBlock,
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
	scope    scope
	sums     []truth // of answers that placeholders of the topic add up
	stems    *stems
	now      *sentence // that is being examined
	told     []anchor  // what the numbers of the paragraph were of
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

// silenced is tokens with the digits of some numbers made marks.
func silenced(toks []token, list []number) []token {
	if len(list) == 0 {
		return toks
	}
	out := slices.Clone(toks)
	for _, n := range list {
		for i := n.first; i < n.last; i++ {
			if out[i].kind == digitsToken {
				out[i].kind = markToken
			}
		}
	}
	return out
}

// sentence examines the tokens from first to last.
func (p *passage) sentence(first, last int) {
	at := p.sentenceAt(first, last)
	for _, n := range at.numbers {
		p.number(n, at)
	}
	p.claims(first, last)
	for _, k := range at.calls {
		if len(k.answers) > 0 && valueCommands[k.command] {
			p.told = append(p.told, anchor{figure: k.figure, answers: k.answers, at: k.at})
		}
	}
}

// fits says whether a number may say what a truth is.
func (n number) fits(t truth) bool {
	switch n.kind {
	case pointsNumber:
		return t.isPoints() && n.fitsPoints(t.points)
	case percentNumber:
		return !t.isPoints() && t.base > 0 && n.fitsPercent(t)
	case shareNumber:
		return !t.isPoints() && n.base == t.base &&
			n.hedged(float64(n.count), float64(t.count), float64(t.base))
	case fractionNumber:
		return !t.isPoints() && t.base > 0 && n.fitsFraction(t)
	}
	return !t.isPoints() && n.hedged(float64(n.count), float64(t.count), float64(n.count))
}

// fitsPercent rounds as placeholders do; with a hedge it takes a little less, or more.
func (n number) fitsPercent(t truth) bool {
	if n.hedge == exactly {
		return content.Percent(t.count, t.base, n.value.Places) == n.value
	}
	reach := 3.0
	if n.hedge == nearly && n.value.Places == 0 && n.value.Units%10 == 0 {
		reach = 4 // «nesten 60 prosent» for 56,5
	}
	if n.hedge == above || n.hedge == below || n.hedge == atLeast {
		reach = 10
	}
	if n.wide {
		reach = 30
	}
	return n.near(n.value.Float(), t.share(), reach)
}

// fitsPoints compares without the sign.
func (n number) fitsPoints(d content.Decimal) bool {
	if n.hedge == exactly {
		if n.value.Places == 0 {
			return int64(math.Floor(d.Abs().Float()+0.5)) == n.value.Units
		}
		return d.Abs() == n.value
	}
	return n.near(n.value.Float(), math.Abs(d.Float()), 3)
}

// fitsFraction takes «to av tre» for a share that lies nearer to it than to its neighbours, five
// points off at most; «halvparten» for three points. Of a base as small as the fraction's, it is a
// count.
func (n number) fitsFraction(t truth) bool {
	if t.base == n.base && n.hedge == exactly && t.count == n.count {
		return true
	}
	if n.base == t.base && n.base > 2 && n.hedge == exactly {
		return false
	}
	value := 100 * float64(n.count) / float64(n.base)
	reach := math.Min(5, 50/float64(n.base))
	if n.base == 2 {
		reach = 3
	}
	switch n.hedge {
	case nearly:
		reach = 6
	case above, below, atLeast:
		reach = 16
	}
	if n.wide {
		reach = 30
	}
	return n.near(value, t.share(), reach)
}

// near says whether a value lies within reach of what a hedged number says, on the right side.
func (n number) near(said, is, reach float64) bool {
	const hair = 1e-9
	switch n.hedge {
	case nearly, below:
		return is < said-hair && said-is <= reach+hair
	case above:
		return is > said+hair && is-said <= reach+hair
	case atLeast:
		return is >= said-hair && is-said <= reach+hair
	}
	return math.Abs(is-said) <= reach+hair
}

// hedged compares counts.
func (n number) hedged(said, is, whole float64) bool {
	switch n.hedge {
	case exactly:
		return said == is
	case nearly, about:
		return n.near(said, is, math.Max(2, whole/10))
	}
	return n.near(said, is, math.Max(5, whole/3))
}

// ofCall makes a count before «av {n survey.figure}» a share of that base.
func (p *passage) ofCall(n number) number {
	if n.kind != countNumber || !p.lex.of[p.word(n.last)] {
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

// match is a truth that a number fits, and how far from it.
type match struct {
	truth
	far   int // 0: of an answer the sentence names; 1: of the block; 2: of the topic; 3: elsewhere
	named bool
	rival bool // another answer fits as well
}

// number holds a typed number against the data.
func (p *passage) number(n number, at *sentence) {
	first, last, said := at.first, at.last, p.spoken()
	if n.kind == pointsNumber && p.between(n, first, last) ||
		n.kind == percentNumber && p.c.inLabel(n, said) {
		p.read(n, nil, "passed over: it is part of an answer, or what lies between two shares here")
		return
	}
	n = p.ofCall(n)
	if p.bySubject(n, at) {
		return
	}
	m, ok := p.match(n, said, first, last)
	if ok && m.far == 3 && p.cutOff(n) {
		ok = false
	}
	s := p.stated(n, said, first, last)
	switch {
	case ok && p.namedBeside(n) && p.elsewhere(n, m, said, first, last):
		p.read(n, nil, "wrong: it is "+m.words(p.c.loc)+", which the words do not name")
		p.other(s, m)
	case ok:
		p.read(n, nil, "right, as "+m.words(p.c.loc))
		if m.figure != nil && len(m.answers) > 0 && m.far < 3 {
			p.told = append(p.told, anchor{figure: m.figure, answers: m.answers, at: n.first})
		}
		p.right(s, m)
	case n.kind != countNumber || !p.madeUp(n, first, last):
		p.read(n, nil, "wrong: nothing gives it")
		p.wrong(s)
	default:
		p.read(n, nil, "passed over: the counts before it make it up")
	}
}

// match finds what a number says: in the block, in the topic, in the surveys, then anywhere.
func (p *passage) match(n number, said []spoken, first, last int) (match, bool) {
	best, found := match{}, false
	past := p.pastYear([2]int{first, last}) || p.moved([2]int{first, last})
	sign := p.signOf(n)
	consider := func(t truth, far int) {
		if !n.fits(t) || t.kind == earlierTruth && !past ||
			t.kind == changeTruth && sign*t.points.Sign() < 0 {
			return
		}
		m := match{truth: t, far: far, named: speaksOf(said, t)}
		if m.named {
			m.far = 0
		}
		switch {
		case !found || m.far < best.far || m.far == best.far && m.kind < best.kind:
			best, found = m, true
		case m.far == best.far && m.kind == best.kind && len(m.answers) > 0:
			best.rival = best.rival || m.figure != best.figure ||
				!slices.Equal(m.answers, best.answers)
		}
	}
	for _, s := range append(slices.Clone(said), p.hintedAt(first, last)...) {
		for _, t := range s.sums() {
			consider(t, 1)
		}
	}
	for _, f := range p.scope.topic {
		far := 2
		if slices.Contains(p.scope.own, f) {
			far = 1
		}
		spoken := n.kind == shareNumber && n.base == f.N || p.speaksOf(f)
		for _, t := range p.c.truthsFor(f) {
			if spoken || !t.farFetched() {
				consider(t, far)
			}
		}
	}
	for _, t := range p.sums {
		consider(t, 2)
	}
	for _, s := range p.scope.surveys {
		for _, t := range surveyTruths(s) {
			consider(t, 2)
		}
	}
	if !found {
		p.elsewhereTruths(n, func(t truth) { consider(t, 3) })
	}
	return best, found
}

// signOf is 1 for points of an increase, -1 of a decrease, 0 when the words beside them do not tell.
func (p *passage) signOf(n number) int {
	if n.kind != pointsNumber {
		return 0
	}
	at := p.partOf(n)
	for i := at.first; i < at.last; i++ {
		switch d, _ := p.direction(i, [2]int{p.now.first, p.now.last}); d {
		case upward:
			return 1
		case downward:
			return -1
		}
	}
	return 0
}

// elsewhereTruths gives what any survey or figure of the report says by itself; for a rough fraction
// only what the figures say that the sentence speaks of.
func (p *passage) elsewhereTruths(n number, consider func(t truth)) {
	if n.kind == fractionNumber && len(p.scope.topic) > 0 {
		for _, f := range p.c.figuresWith(p.words(), nil) {
			if p.about(f) >= 2 {
				for _, t := range p.c.truthsFor(f) {
					consider(t)
				}
			}
		}
		return
	}
	p.c.elsewhere(n, consider)
}

// farFetched says whether a truth is one of so many like it that it fits a number by chance: a sum
// of answers in no order, its change, or all but one. It counts only where the sentence speaks of
// its figure.
func (t truth) farFetched() bool {
	several := t.kind == sumTruth ||
		len(t.answers) > 1 && (t.kind == changeTruth || t.kind == earlierTruth)
	return t.kind == restTruth || several && !t.figure.Ordered && t.figure.Kind != content.Scale
}

// speaksOf says whether a text belongs to a figure's block, or a sentence has a placeholder of the
// figure or a word of its question or one of its answers.
func (p *passage) speaksOf(f *content.Figure) bool {
	if p.t.Block != nil && slices.Contains(blockFigures(p.t.Block), f) ||
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
		if p.lex.beside[p.word(i)] {
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

// namedBeside says whether an answer is named in the part of the sentence that a number stands in, or
// the sentence has no other number.
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
	return slices.ContainsFunc(p.toks[first:last],
		func(t token) bool { return p.lex.graded[t.text] })
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
	inside := true // an answer that no word tells, like «ja», may be meant as well
	for _, a := range t.answers {
		words := c.vocabularyOf(t.figure).answers[a]
		inside = inside &&
			(slices.Contains(s.answers, a) || len(words[0]) == 0 ||
				len(words[0]) == 1 && c.lex.generic[words[0][0]] && len(t.answers) > 1)
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
