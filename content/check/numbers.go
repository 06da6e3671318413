package check

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapport/content"
)

// prose holds every text of the report against the data: its typed numbers and its claims.
func (c *checker) prose() {
	nouns := c.surveyNouns()
	passages := make([]passage, 0, len(c.texts))
	named := map[*content.Topic][]truth{}
	for i, t := range c.texts {
		if !c.authors(t) {
			continue
		}
		p := passage{c: c, t: t, toks: c.tokens(i), lex: lexiconFor(t.Language)}
		p.calls = c.calls(p.toks)
		passages = append(passages, p)
		for _, k := range p.calls {
			if len(k.answers) > 1 {
				named[t.Topic] = append(named[t.Topic], anchor{figure: k.figure, answers: k.answers}.truth())
			}
		}
	}
	for _, p := range passages {
		p.scope = c.scopeOf(p.t, p.calls)
		p.sums = named[p.t.Topic]
		p.numbers = numbers(p.toks, p.t.Language, nouns, c.labelDigits(p.scope.topic))
		p.said = silenced(p.toks, p.numbers)
		for _, s := range sentences(p.toks) {
			p.sentence(s[0], s[1])
		}
	}
}

// authors says whether a text holds the author's own words about the data; questions as asked, labels
// and other people's words are not held against anything.
func (c *checker) authors(t content.Text) bool {
	if t.Block != nil {
		switch t.Block.Kind {
		case content.QuoteBlock, content.AnswersBlock, content.AppendixBlock, content.ReferencesBlock:
			return false
		}
	}
	return t.Key != "question" && t.Key != "label" && !strings.HasPrefix(t.Path, "epigraph")
}

// passage is a text under examination.
type passage struct {
	c       *checker
	t       content.Text
	toks    []token
	said    []token // without the digits of its statistics, which are no words of a label
	lex     lexicon
	calls   []call
	numbers []number
	scope   scope
	sums    []truth // of answers that placeholders of the topic add up
}

// silenced is tokens with the digits of some numbers made marks.
func silenced(toks []token, list []number) []token {
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
	said := p.c.spokenOf(p.said[first:last], p.scope.topic)
	for i := range said {
		for k := range said[i].at {
			said[i].at[k] += first
		}
	}
	for _, n := range p.numbers {
		if n.first >= first && n.first < last {
			p.number(n, said, first, last)
		}
	}
	p.claims(first, last)
}

// fits says whether a number may say what a truth is.
func (n number) fits(t truth) bool {
	switch n.kind {
	case pointsNumber:
		return t.isPoints() && n.fitsPoints(t.points)
	case percentNumber:
		return !t.isPoints() && t.base > 0 && n.fitsPercent(t)
	case shareNumber:
		return !t.isPoints() && n.base == t.base && n.hedged(float64(n.count), float64(t.count), float64(t.base))
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

// fitsFraction takes «to av tre» for a share that lies nearer to it than to its neighbours, five points
// off at most; «halvparten» for three points. Of a base as small as the fraction's, it is a count.
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
	if n.kind != countNumber || p.word(n.last) != "av" && p.word(n.last) != "of" {
		return n
	}
	for _, k := range p.calls {
		if k.at > n.last && k.at <= n.last+2 && (k.command == "n" || k.command == "nword") {
			if n.kind, n.base = shareNumber, k.survey.Answered; k.figure != nil {
				n.base = k.figure.N
			}
		}
	}
	return n
}

// inLabel says whether a per cent is part of an answer that the sentence names: «80 prosent eller mer».
func (c *checker) inLabel(n number, said []spoken) bool {
	digits := strconv.FormatInt(n.value.Units, 10)
	for _, s := range said {
		for _, a := range s.answers {
			if n.value.Places == 0 && slices.Contains(contentWords(s.figure.Answers[a].Label), digits) {
				return true
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
}

// number holds a typed number against the data.
func (p *passage) number(n number, said []spoken, first, last int) {
	if n.kind == pointsNumber && p.between(n, first, last) || n.kind == percentNumber && p.c.inLabel(n, said) {
		return
	}
	n = p.ofCall(n)
	m, ok := p.match(n, said, first, last)
	if ok && m.far == 3 && p.cutOff(n) {
		ok = false
	}
	if ok && p.elsewhere(n, m, said, first, last) {
		p.other(n, m, said)
		return
	}
	if ok {
		p.right(n, m, said)
		return
	}
	if n.kind == countNumber && p.madeUp(n, first, last) {
		return
	}
	p.wrong(n, said)
}

// match finds what a number says: in the block, in the topic, in the surveys, then anywhere.
func (p *passage) match(n number, said []spoken, first, last int) (match, bool) {
	best, found := match{}, false
	past := p.pastYear([2]int{first, last}) || p.moved([2]int{first, last})
	consider := func(t truth, far int) {
		if !n.fits(t) || t.kind == earlierTruth && !past {
			return
		}
		m := match{truth: t, far: far, named: speaksOf(said, t)}
		if m.named {
			m.far = 0
		}
		if !found || m.far < best.far || m.far == best.far && m.kind < best.kind {
			best, found = m, true
		}
	}
	for _, s := range said {
		for _, t := range s.sums() {
			consider(t, 1)
		}
	}
	for _, f := range p.scope.topic {
		far := 2
		if slices.Contains(p.scope.own, f) {
			far = 1
		}
		for _, t := range p.c.truthsFor(f) {
			consider(t, far)
		}
	}
	for _, t := range p.sums {
		consider(t, 2)
	}
	for _, s := range p.c.r.Surveys {
		far := 3
		if slices.Contains(p.scope.surveys, s) {
			far = 2
		}
		for _, t := range surveyTruths(s) {
			consider(t, far)
		}
	}
	if found {
		return best, found
	}
	for _, f := range p.c.allFigures() {
		if n.kind == fractionNumber && len(p.scope.topic) > 0 && p.about(f, first, last) < 2 {
			continue
		}
		for _, t := range p.c.truthsFor(f) {
			if t.kind != sumTruth && t.kind != restTruth && t.kind != pointTruth || n.kind == fractionNumber {
				consider(t, 3)
			}
		}
	}
	return best, found
}

// about is how many words a sentence and a figure's question share.
func (p *passage) about(f *content.Figure, first, last int) int {
	var shared []string
	for _, w := range p.c.vocabularyOf(f).title {
		if len(w) < 4 || slices.ContainsFunc(shared, func(s string) bool { return alike(s, w) }) {
			continue
		}
		if slices.ContainsFunc(p.toks[first:last], func(t token) bool { return t.kind == wordToken && alike(w, t.text) }) {
			shared = append(shared, w)
		}
	}
	return len(shared)
}

// hinted says whether a sentence speaks of a truth without naming its answer in full: it has words of its
// question (two for a rough number, which fits much), when the named answers are of other questions, or
// half of the words of its label.
func (p *passage) hinted(m match, said []spoken, rough bool, first, last int) bool {
	if !slices.ContainsFunc(said, func(s spoken) bool { return s.figure == m.figure }) {
		need := 1
		if m.far == 3 || rough {
			need = 2
		}
		return p.about(m.figure, first, last) >= need
	}
	for _, a := range m.answers {
		for _, label := range p.c.vocabularyOf(m.figure).answers[a] {
			hits := 0
			for _, w := range label {
				if slices.ContainsFunc(p.said[first:last], func(t token) bool { return isWord(t) && alike(w, t.text) }) {
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
		if w := p.word(i); w == "fra" || w == "frå" || w == "from" || w == "mot" || w == "against" || w == "compared" {
			return true
		}
		if d, _ := p.direction(i, sentence); d != noTrend {
			return true
		}
	}
	return slices.ContainsFunc(p.calls, func(k call) bool {
		return k.at >= sentence[0] && k.at < sentence[1] && (k.command == "change" || k.command == "diff" || strings.HasPrefix(k.command, "previous"))
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

// elsewhere says whether a number is true of an answer that its sentence does not name, though its clause
// names another of which it is not true.
func (p *passage) elsewhere(n number, m match, said []spoken, first, last int) bool {
	if len(m.answers) == 0 || len(said) == 0 {
		return false
	}
	for _, clause := range p.clauses(first, last) {
		if n.first < clause[0] || n.first >= clause[1] {
			continue
		}
		if !namedIn(said, clause) || p.callBeside(n, clause) || p.hinted(m, said, n.kind == fractionNumber || n.hedge != exactly, first, last) {
			return false
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
				if s.figure == t.figure && n.fits(t) && slices.ContainsFunc(s.answers, func(a int) bool { return slices.Contains(t.answers, a) }) {
					return false
				}
			}
		}
		return true
	}
	return false
}

// namedIn says whether an answer that a sentence names begins in a clause.
func namedIn(said []spoken, clause [2]int) bool {
	return slices.ContainsFunc(said, func(s spoken) bool {
		return slices.ContainsFunc(s.at, func(at int) bool { return at >= clause[0] && at < clause[1] })
	})
}

// callBeside says whether a placeholder of another answer stands in a number's clause: then it is not the
// number that the clause's words belong to.
func (p *passage) callBeside(n number, clause [2]int) bool {
	return slices.ContainsFunc(p.calls, func(k call) bool { return k.at >= clause[0] && k.at < clause[1] && len(k.answers) > 0 })
}

var gradeWords = words(`over under mer meir mindre minst høyst høgst eller eldre yngre opp ned fra frå lenger lengre kortere høyere høgare lavere lågare minimum maksimum
	more less least most or older younger up down from longer shorter higher lower`)

// graded says whether a sentence has a word that takes in the steps above or below one.
func (p *passage) graded(first, last int) bool {
	return slices.ContainsFunc(p.toks[first:last], func(t token) bool { return gradeWords[t.text] })
}

// covers says whether a truth is about the answers that a sentence names: some of them, everything between
// them or, with a word that grades, up or down from one of them; in a denial the others.
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
		inside = inside && (slices.Contains(s.answers, a) || len(words[0]) == 0 || len(words[0]) == 1 && genericAnswers[words[0][0]] && len(t.answers) > 1)
	}
	low, high := slices.Min(t.answers), slices.Max(t.answers)
	switch {
	case inside:
		return true
	case denied && t.kind == sumTruth:
		return !slices.ContainsFunc(t.answers, func(a int) bool { return slices.Contains(s.answers, a) })
	case t.figure.Ordered && t.kind == sumTruth && (graded || t.figure.Kind == content.Scale):
		ends := low == 0 || high == len(t.figure.Answers)-1
		return ends && (slices.Contains(s.answers, low) || slices.Contains(s.answers, high) || slices.Contains(s.answers, low-1) || slices.Contains(s.answers, high+1))
	}
	return len(s.answers) > 1 && t.kind == sumTruth && slices.Contains(s.answers, low) && slices.Contains(s.answers, high)
}

// other reports a number that is true of another answer than the one that is named.
func (p *passage) other(n number, m match, said []spoken) {
	var near []truth
	for _, t := range p.nearest(n, said) {
		if speaksOf(said, t) {
			near = append(near, t)
		}
	}
	f := Finding{Rule: "number", Severity: Error, Data: "this is " + m.words(p.c.loc)}
	if len(near) > 0 {
		if why := p.explain(n, said, near); why != "" {
			f.Data = why
		} else {
			f.Data = "the words name " + near[0].words(p.c.loc) + "; " + f.Data
		}
		if text := near[0].placeholder(n); text != "" {
			f.Repair = "write " + text
		}
	}
	p.c.inText(p.t, n.start, n.end, f)
}

// between says whether points are the difference of two shares in the same sentence.
func (p *passage) between(n number, first, last int) bool {
	var shares []float64
	for _, k := range p.calls {
		if k.at >= first && k.at < last && len(k.answers) > 0 && k.figure.N > 0 {
			shares = append(shares, k.figure.Percent(1, k.answers...).Float())
			if then, ok := k.figure.Earlier(k.answers...); ok {
				shares = append(shares, k.figure.Compare.Percent(1, then...).Float())
			}
		}
	}
	for _, m := range p.numbers {
		if m.first >= first && m.first < last && m.kind == percentNumber {
			shares = append(shares, m.value.Float())
		}
	}
	for i, a := range shares {
		for _, b := range shares[:i] {
			if d := math.Abs(math.Abs(a-b) - n.value.Float()); d < 0.05 || n.value.Places == 0 && d <= 0.5 {
				return true
			}
		}
	}
	return false
}

// madeUp says whether a count is the sum of the typed counts before it in its sentence, or one of its
// parts: «12 kvinner og 8 menn, 20 i alt».
func (p *passage) madeUp(n number, first, last int) bool {
	sum := 0
	for _, m := range p.numbers {
		if m.first >= first && m.first < n.first && m.kind == countNumber {
			sum += m.count
		}
	}
	return sum > 0 && sum == n.count
}

// right reports a typed number that a placeholder can print. One that is meant roughly is the author's.
func (p *passage) right(n number, m match, said []spoken) {
	repair := m.placeholder(n)
	if n.hedge != exactly || n.kind == fractionNumber || repair == "" && m.far < 3 {
		return
	}
	f := Finding{Rule: "typed", Severity: Warning, Data: "typed, and right as long as the counts stand: " + m.words(p.c.loc)}
	if m.far == 3 {
		f.Data = "nothing in this topic gives it; elsewhere there is " + m.words(p.c.loc)
	}
	if repair != "" {
		f.Repair = "write " + repair
	}
	p.c.inText(p.t, n.start, n.end, f)
}

// wrong reports a number that the data do not give: how it may have come about, and what is near.
func (p *passage) wrong(n number, said []spoken) {
	near := p.nearest(n, said)
	f := Finding{Rule: "number", Severity: Error}
	if why := p.explain(n, said, near); why != "" {
		f.Data = why
	} else if len(near) == 0 {
		f.Data = "the report's data give no such number"
	} else {
		var list []string
		for _, t := range near {
			list = append(list, t.words(p.c.loc))
		}
		f.Data = "the data do not give this; nearest: " + strings.Join(list, "; ")
	}
	if len(near) > 0 {
		if text := near[0].placeholder(n); text != "" {
			f.Repair = "write " + text
		}
	}
	if f.Repair == "" {
		f.Repair = `if it is not about these data, allow = ["number"] with a reason`
	}
	p.c.inText(p.t, n.start, n.end, f)
}

// nearest are up to three truths near a number: those that the sentence names before all others.
func (p *passage) nearest(n number, said []spoken) []truth {
	type candidate struct {
		truth
		distance float64
	}
	var list []candidate
	figures := p.scope.topic
	if len(figures) == 0 {
		figures = p.c.allFigures()
	}
	for _, f := range figures {
		for _, t := range p.c.truthsFor(f) {
			d, ok := n.distance(t)
			if !ok || t.kind == restTruth || t.kind == missingTruth {
				continue
			}
			if t.kind != answerTruth {
				d += 2
			}
			if speaksOf(said, t) && t.kind == answerTruth {
				d -= 1000
			}
			list = append(list, candidate{t, d})
		}
	}
	if t, ok := p.beside(n); ok {
		list = append(list, candidate{t, -2000})
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		switch {
		case a.distance < b.distance:
			return -1
		case a.distance > b.distance:
			return 1
		}
		return 0
	})
	var out []truth
	for _, k := range list {
		same := func(t truth) bool {
			return t.figure == k.figure && t.count == k.count && t.base == k.base && t.points == k.points
		}
		if len(out) < 3 && !slices.ContainsFunc(out, same) {
			out = append(out, k.truth)
		}
	}
	return out
}

// beside is what the placeholder nearest to a number says, when one stands within a few words.
func (p *passage) beside(n number) (truth, bool) {
	best, found := truth{}, false
	nearest := 12
	for _, k := range p.calls {
		if away := max(k.at-n.first, n.first-k.at); len(k.answers) > 0 && away < nearest {
			t := anchor{figure: k.figure, answers: k.answers}.truth()
			if _, ok := n.distance(t); ok {
				best, found, nearest = t, true, away
			}
		}
	}
	return best, found
}

// distance is how far a number is from a truth, when the two can be compared.
func (n number) distance(t truth) (float64, bool) {
	switch n.kind {
	case pointsNumber:
		return math.Abs(math.Abs(t.points.Float()) - n.value.Float()), t.isPoints()
	case percentNumber:
		return math.Abs(t.share() - n.value.Float()), !t.isPoints() && t.base > 0
	case fractionNumber:
		return math.Abs(t.share() - 100*float64(n.count)/float64(n.base)), !t.isPoints() && t.base > 0
	}
	return math.Abs(float64(t.count - n.count)), !t.isPoints()
}

// explain says how a wrong number may have come about: by cutting off decimals instead of rounding, or
// on another base.
func (p *passage) explain(n number, said []spoken, near []truth) string {
	figures := p.scope.topic
	if t, ok := p.beside(n); ok { // the author has written beside it what it should be
		if why := p.truncated(n, t); why != "" {
			return why
		}
		return p.otherBase(n, t)
	}
	for _, named := range []bool{true, false} {
		for _, f := range figures {
			for _, t := range p.c.truthsFor(f) {
				if named && !speaksOf(said, t) || t.isPoints() || t.base <= 0 {
					continue
				}
				if why := p.truncated(n, t); why != "" {
					return why
				}
			}
		}
		for _, f := range figures {
			for _, t := range p.c.truthsFor(f) {
				if (named && !speaksOf(said, t)) || t.kind != answerTruth || len(near) > 0 && !named && t.figure != near[0].figure {
					continue
				}
				if why := p.otherBase(n, t); why != "" {
					return why
				}
			}
		}
	}
	return ""
}

// cutOff says whether a number is an answer's share in the topic with its decimals cut off.
func (p *passage) cutOff(n number) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return slices.ContainsFunc(p.c.truthsFor(f), func(t truth) bool { return t.kind == answerTruth && p.truncated(n, t) != "" })
	})
}

// truncated is «46 %: 29 of 62 is 46,8 %, rounds to 47».
func (p *passage) truncated(n number, t truth) string {
	if n.kind != percentNumber || n.hedge != exactly || n.fits(t) {
		return ""
	}
	scale := int64(100)
	for range n.value.Places {
		scale *= 10
	}
	if scale*int64(t.count)/int64(t.base) != n.value.Units {
		return ""
	}
	loc := p.c.loc
	return fmt.Sprintf("cut off, not rounded: %s of %s is %s %%, rounds to %s (%s)", loc.Int(t.count), loc.Int(t.base),
		loc.Decimal(content.Percent(t.count, t.base, n.value.Places+1)), loc.Decimal(content.Percent(t.count, t.base, n.value.Places)), t.name())
}

// otherBase is «fits 35 of 51, the base is 62».
func (p *passage) otherBase(n number, t truth) string {
	loc := p.c.loc
	switch {
	case n.kind == shareNumber && n.count == t.count && n.base != t.base:
		return fmt.Sprintf("the base is %s, not %s (%s)", loc.Int(t.base), loc.Int(n.base), t.name())
	case n.kind != percentNumber || n.value.Places == 0 || n.value.Units == 0 || t.count < 2:
		return ""
	}
	for d := 1; d <= 15; d++ {
		for _, base := range []int{t.base - d, t.base + d} {
			if base >= t.count && content.Percent(t.count, base, n.value.Places) == n.value {
				return fmt.Sprintf("fits %s of %s, but the base is %s: %s %% (%s)", loc.Int(t.count), loc.Int(base), loc.Int(t.base),
					loc.Decimal(content.Percent(t.count, t.base, n.value.Places)), t.name())
			}
		}
	}
	for base := t.base - 15; base <= t.base+15; base++ {
		if base >= t.count && base != t.base && math.Abs(100*float64(t.count)/float64(base)-n.value.Float()) <= 0.25 {
			return fmt.Sprintf("nearly fits %s of %s (%s %%), but the base is %s: %s %% (%s)", loc.Int(t.count), loc.Int(base), loc.Decimal(content.Percent(t.count, base, 1)),
				loc.Int(t.base), loc.Decimal(content.Percent(t.count, t.base, n.value.Places)), t.name())
		}
	}
	return ""
}

// name is the figure and answers of a truth.
func (t truth) name() string {
	switch {
	case t.figure == nil:
		return t.survey.ID
	case len(t.answers) == 0:
		return t.figure.Ref()
	}
	return t.figure.Ref() + " | " + t.labels()
}
