package check

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rapport/content"
)

// anchor is what a claim is about: a figure and answers, named by a placeholder or by their words.
type anchor struct {
	figure   *content.Figure
	answers  []int
	at       int // token
	called   bool
	denied   bool    // the answers are those of a denial already
	readings [][]int // the answers in each way to read their words; nil when they are called
}

func (a anchor) share() float64 {
	if a.figure.N <= 0 {
		return 0
	}
	return 100 * float64(a.figure.Sum(a.answers...)) / float64(a.figure.N)
}

// words is the anchor as a finding tells it.
func (a anchor) words(loc content.Locale) string { return a.truth().words(loc) }

func (a anchor) truth() truth {
	kind := sumTruth
	if len(a.answers) == 1 {
		kind = answerTruth
	}
	return truth{kind: kind, figure: a.figure, survey: a.figure.Survey, answers: a.answers,
		count: a.figure.Sum(a.answers...), base: a.figure.N}
}

// commands whose placeholders say how many, or how much it changed.
var valueCommands = setOf("percent prosent count word Word share percent.1 prosent.1",
	"change diff previous previous.1 previousshare")

// anchors are what the tokens from first to last speak of: placeholders, and answers named in words
// when no placeholder stands there.
func (p *passage) anchors(first, last int) []anchor {
	var out []anchor
	for _, k := range p.now.calls {
		if k.at >= first && k.at < last && len(k.answers) > 0 && valueCommands.has(k.command) {
			out = append(out, anchor{figure: k.figure, answers: k.answers, at: k.at, called: true})
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, m := range p.named() {
		if m.first() >= first && m.first() < last && !m.weak && !p.rivalled(m) {
			out = append(out, p.anchorOf(m, [2]int{first, last}))
		}
	}
	return out
}

// anchorsOf are the anchors of a claim about one year: of an earlier one when only that is named,
// none when the data do not have it.
func (p *passage) anchorsOf(first, last int) []anchor {
	all := p.anchors(first, last)
	if p.ofSome() { // of whom a question may have been asked that they were led to
		all = slices.DeleteFunc(slices.Clone(all), func(a anchor) bool {
			return a.figure.Follows == nil || !p.leadsTo(a.figure, p.words())
		})
	}
	if !p.pastYear([2]int{first, last}) || p.moved([2]int{first, last}) {
		return all
	}
	var out []anchor
	for _, a := range all {
		then, ok := a.figure.Earlier(a.answers...)
		if !ok || len(then) == 0 {
			return nil
		}
		out = append(out, anchor{figure: a.figure.Compare, answers: then, at: a.at,
			called: a.called, denied: a.denied})
	}
	return out
}

// ofSome says whether the sentence speaks of a part of those who answered: «av dem som får
// veiledning».
func (p *passage) ofSome() bool {
	for i := p.now.first; i < p.now.last; i++ {
		w := p.word(i)
		if (p.lex.of.has(w) || p.lex.among.has(w)) && p.lex.who.has(p.word(i+2)) &&
			(p.lex.them.has(p.word(i+1)) || p.lex.fillers.has(p.word(i+1))) {
			return true
		}
	}
	return false
}

// rivalled says whether the words of a mention may name answers of another figure, for which as
// much speaks.
func (p *passage) rivalled(m mention) bool {
	return slices.ContainsFunc(p.named(), func(o mention) bool {
		return o.figure != m.figure && overlap(o.at, m.at) && (!o.unled || m.unled) &&
			o.bonus >= m.bonus
	})
}

// anchorOf is a mention as an anchor; a denied yes is a no.
func (p *passage) anchorOf(m mention, clause [2]int) anchor {
	a := anchor{figure: m.figure, answers: m.answers, at: m.first(), readings: [][]int{m.answers}}
	if m.wider != nil {
		a.readings = append(a.readings, m.wider)
	}
	if no := p.c.callingOf(m.figure).no; m.asked && len(no) > 0 && p.negated(clause) {
		a.answers, a.denied = no, true
		a.readings = [][]int{no, p.others(m.figure, m.answers)}
	}
	a.readings = append(a.readings, p.climbs(m, part{first: clause[0], last: clause[1]})...)
	return a
}

// claims examines the claims in words of a sentence, clause by clause.
func (p *passage) claims(first, last int) {
	for _, clause := range p.clauses(first, last) {
		for i := clause[0]; i < clause[1]; i++ {
			if p.toks[i].kind == wordToken && p.lex.first.claim.has(p.toks[i].text) &&
				!p.quotesQuestion(i) {
				p.claim(i, [2]int{clause[0], p.colonFrom(i, clause[1])}, [2]int{first, last})
			}
		}
	}
}

// quotesQuestion says whether the words for a majority at token i are those of a question of the topic:
// «har de fleste oppdragene på telefon», where that is what was asked.
func (p *passage) quotesQuestion(i int) bool {
	n, _ := p.lex.majority.at(p.toks, i)
	if n == 0 || p.word(i+n) == "" {
		return false
	}
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		asked := p.c.labelTokens(f.Question)
		return slices.ContainsFunc(run(0, max(0, len(asked)-n)), func(from int) bool {
			for k := range n {
				if asked[from+k].text != p.word(i+k) {
					return false
				}
			}
			return p.lex.inflected(asked[from+n].text, p.word(i+n))
		})
	})
}

// colonFrom is the first colon from token i on, or else last: what stands after it explains.
func (p *passage) colonFrom(i, last int) int {
	for k := i; k < last; k++ {
		if p.toks[k].kind == markToken && p.toks[k].text == ":" {
			return k
		}
	}
	return last
}

// clauses cuts a sentence at commas, semicolons, dashes and words like «men» and «mens».
func (p *passage) clauses(first, last int) [][2]int {
	var out [][2]int
	start := first
	for i := first; i < last; i++ {
		t := p.toks[i]
		if p.inNumber(i) {
			continue
		}
		cut := t.kind == markToken && strings.Contains(",;–—", t.text) ||
			t.kind == wordToken && p.lex.clauses.has(t.text)
		if cut {
			if i > start {
				out = append(out, [2]int{start, i})
			}
			start = i + 1
		}
	}
	if last > start {
		out = append(out, [2]int{start, last})
	}
	return out
}

// claim examines the word at token i.
func (p *passage) claim(i int, clause, sentence [2]int) {
	w, next := p.toks[i].text, p.word(i+1)
	subject := func(next string) bool {
		return p.lex.verbs.has(next) || p.lex.people.has(next) || p.nouns.has(next) || next != "" &&
			p.asked(next)
	}
	every, _ := p.lex.all.at(p.toks, i)
	majority, _ := p.lex.majority.at(p.toks, i)
	if p.lex.majorityOf.has(w) && !p.lex.fillers.has(p.word(i-1)) && (p.lex.of.has(next) ||
		p.lex.people.has(next) || p.nouns.has(next) || p.lex.verbs.has(next) ||
		p.lex.negations.has(next)) {
		majority = 1
	}
	if p.lex.mostly.has(w) && p.mentioned(i+1) {
		majority = 1
	}
	minority, _ := p.lex.minority.at(p.toks, i)
	few, _ := p.lex.few.at(p.toks, i)
	factor, times := p.lex.factors.at(p.toks, i)
	extreme, sign := p.lex.extremes.at(p.toks, i)
	equal, _ := p.lex.asMany.at(p.toks, i)
	switch {
	case majority > 0:
		p.majority(i, i+majority, clause)
	case minority > 0:
		p.below(i, i+minority, 50, "a minority is less than half: ", clause)
	case few > 1 || few == 1 && !p.infinitive(i) &&
		(p.lex.of.has(next) || p.lex.people.has(next) || p.nouns.has(next)):
		p.below(i, i+few, 40, "few are fewer: ", clause)
	case p.lex.some.has(w) && (p.lex.of.has(next) || p.lex.people.has(next) || p.nouns.has(next)):
		p.some(i, clause)
	case factor > 0:
		p.grown(i, i+factor, times, sentence)
	case extreme > 0:
		p.extremeClaim(i, i+extreme, sign, clause)
	case p.lex.none.has(w) && !p.lex.or.has(next) && p.noneOf(i, clause) &&
		(subject(next) || p.lex.of.has(next) || p.mentioned(i+1) ||
			(p.mentioned(i+2) || p.asked(p.word(i+2))) && !p.strange(next)):
		p.none(i, clause)
	case every > 0 && !p.lex.negations.has(p.word(i-1)) &&
		(subject(p.word(i+every)) || p.lex.who.has(p.word(i+every))):
		p.all(i, i+every, clause)
	case equal > 0 && !p.lex.as.has(p.word(i+equal)):
		p.equal(i, i+equal, sentence)
	case p.lex.pale.has(w):
		p.paleClaim(i, clause)
	default:
		if k, n := p.multiple(i); n > 0 {
			p.times(i, k, n, sentence)
		}
		if d, end := p.direction(i, sentence); d != noTrend {
			p.trend(i, end, d, clause, sentence)
		}
		if n, end := p.inARow(i); n > 0 {
			p.row(i, end, n, clause, sentence)
		}
		if end, sign := p.comparison(i, clause, sentence); end > 0 {
			p.comparedClaim(i, end, sign, sentence)
		}
	}
}

// noneOf says whether a word like «ingen» is no answer itself, or another figure's answer follows
// it.
func (p *passage) noneOf(i int, clause [2]int) bool {
	var own *content.Figure
	for _, m := range p.named() {
		if slices.Contains(m.at, i) {
			own = m.figure
		}
	}
	return own == nil || slices.ContainsFunc(p.named(), func(m mention) bool {
		return m.figure != own && m.first() > i && m.first() < clause[1] && !m.weak
	})
}

// paleClaim is «middels fornøyd», «delt»: no side of the scale has more than half of the answers,
// and twice those of the other, or nearly half and four times those. It is noted, since how an
// outcome is called is the author's to judge.
func (p *passage) paleClaim(i int, clause [2]int) {
	f := p.scaleOf(clause)
	if f == nil || len(f.Answers) < 4 || f.N <= 0 {
		return
	}
	last := len(f.Answers)
	sides := []anchor{{figure: f, answers: run(last-2, last)}, {figure: f, answers: run(0, 2)}}
	for k, a := range sides {
		other := sides[1-k].share()
		if a.share() > 50 && a.share() >= 2*other || a.share() > 40 && a.share() >= 4*other {
			p.c.inText(p.t, p.toks[i].start, p.toks[i].end, Finding{Rule: "claim", Severity: Note,
				Data: "one side of the scale has most answers: " + a.words(p.c.loc)})
		}
	}
}

// scaleOf is the one scale that a clause speaks of, by a step of it or by its question.
func (p *passage) scaleOf(clause [2]int) *content.Figure {
	var found []*content.Figure
	for _, f := range p.scope.topic {
		named := slices.ContainsFunc(p.named(), func(m mention) bool {
			return m.figure == f && m.first() >= clause[0] && m.first() < clause[1]
		})
		if f.Kind == content.Scale && (named || len(p.askedBy(f, p.words())) > 0) {
			if found = append(found, f); named {
				return f
			}
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

func (p *passage) word(i int) string { return wordAt(p.toks, i) }

// negated says whether a clause denies something.
func (p *passage) negated(clause [2]int) bool {
	for i := clause[0]; i < clause[1]; i++ {
		w := p.word(i)
		if k, _ := p.lex.refrains.at(p.toks, i); k > 0 {
			return true
		}
		asked := p.lex.verbs.has(w) && p.asked(w) // «Hva savner du?»
		if p.lex.negations.has(w) && !p.mentioned(i) && !asked || p.lex.generic.has(w) &&
			p.lex.than.has(p.word(i+1)) {
			return true // «noe annet enn fast stilling»
		}
	}
	return false
}

// mentioned says whether token i is a word of an answer that the sentence names.
func (p *passage) mentioned(i int) bool {
	return slices.ContainsFunc(p.named(),
		func(m mention) bool { return slices.Contains(m.at, i) })
}

// tell adds a warning about tokens first to last.
func (p *passage) tell(rule string, first, last int, data, repair string) {
	last = min(last, len(p.toks))
	p.c.inText(p.t, p.toks[first].start, p.toks[last-1].end,
		Finding{Rule: rule, Severity: Warning, Data: data, Repair: repair})
}

// single is the one figure that anchors speak of, nil when there are several or none.
func single(anchors []anchor) *content.Figure {
	var f *content.Figure
	for _, a := range anchors {
		if f != nil && a.figure != f {
			return nil
		}
		f = a.figure
	}
	return f
}

// union is all answers of anchors of one figure.
func union(anchors []anchor) []int {
	var out []int
	for _, a := range anchors {
		for _, i := range a.answers {
			if !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return out
}

// holds says whether a condition on a share holds for one of the readings of what anchors name:
// each in each of its readings, or all together; in a denial, the rest.
func holds(f *content.Figure, anchors []anchor, denied bool, good func(share float64) bool) bool {
	readings := [][]int{union(anchors)}
	for _, a := range anchors {
		readings = append(append(readings, a.answers), a.readings...)
		denied = denied && !a.denied
	}
	return slices.ContainsFunc(readings, func(r []int) bool {
		share := anchor{figure: f, answers: r}.share()
		return good(share) || denied && good(100-share)
	})
}

// majority is «flertallet», «de fleste»: more than half.
func (p *passage) majority(i, end int, clause [2]int) {
	anchors := p.anchorsOf(clause[0], clause[1])
	f := single(anchors)
	if f == nil || f.N <= 0 || p.ofRest(clause[0], i) || p.whoOnly(end) && f.Follows == nil ||
		holds(f, anchors, p.negated(clause), func(s float64) bool { return s > 50 }) {
		return
	}
	is := anchor{figure: f, answers: union(anchors)}.words(p.c.loc)
	p.tell("claim", i, end, "a majority is more than half: "+is, "")
}

// whoOnly says whether a relative clause at token i, after people or a word for them, tells of whom a
// majority is one: «de fleste som byttet lege, …», "most of those who moved".
func (p *passage) whoOnly(i int) bool {
	for p.lex.of.has(p.word(i)) || p.lex.them.has(p.word(i)) || p.lex.fillers.has(p.word(i)) ||
		p.lex.people.has(p.word(i)) || p.nouns.has(p.word(i)) {
		i++
	}
	return p.lex.who.has(p.word(i)) && !p.lex.answered.has(p.word(i+1))
}

// ofRest says whether what is left of a whole is spoken of between two tokens: «av resten mener de
// fleste …».
func (p *passage) ofRest(first, last int) bool {
	for i := first; i < last; i++ {
		if n, _ := p.lex.rest.at(p.toks, i); n > 0 && p.partOfRest(i) {
			return true
		}
	}
	return false
}

// infinitive says whether a word at token i may be a verb after another one or its mark: «å få
// elevar til å sykle» speaks of no few.
func (p *passage) infinitive(i int) bool {
	w := p.word(i - 1)
	return p.lex.verbs.has(w) || utf8.RuneCountInString(w) == 1
}

// below is «et mindretall», «få»: less than so many per cent.
func (p *passage) below(i, end int, most float64, why string, clause [2]int) {
	anchors := p.anchorsOf(clause[0], clause[1])
	f := single(anchors)
	if f == nil || f.N <= 0 ||
		holds(f, anchors, p.negated(clause), func(s float64) bool { return s < most }) {
		return
	}
	p.tell("claim", i, end, why+anchor{figure: f, answers: union(anchors)}.words(p.c.loc), "")
}

// some is «noen av innbyggerne» of most of them. It is noted, since some are among most.
func (p *passage) some(i int, clause [2]int) {
	anchors := p.anchorsOf(clause[0], clause[1])
	f := single(anchors)
	if f == nil || f.N <= 0 ||
		holds(f, anchors, p.negated(clause), func(s float64) bool { return s <= 50 }) {
		return
	}
	p.c.inText(p.t, p.toks[i].start, p.toks[i].end, Finding{Rule: "claim", Severity: Note,
		Data: "they are more than half: " +
			anchor{figure: f, answers: union(anchors)}.words(p.c.loc)})
}

// grown is «andelen er doblet siden 2022»: a share has become so many times what it was, or such a
// part of it.
func (p *passage) grown(i, end, times int, sentence [2]int) {
	anchors := p.anchors(sentence[0], sentence[1])
	f := single(anchors)
	if f == nil || len(anchors) != 1 || p.wished(i, sentence) {
		return
	}
	then, ok := f.Earlier(anchors[0].answers...)
	if !ok || len(then) == 0 {
		return
	}
	a := anchor{figure: f.Compare, answers: then}
	now, before, factor := anchors[0].share(), a.share(), float64(times)
	if times < 0 {
		now, before, factor = before, now, -factor
	}
	if before <= 0 || now <= 0 || p.isTimes(i, now/before, factor) {
		return
	}
	p.tell("trend", i, end, fmt.Sprintf("%s, and %s in %d", anchors[0].words(p.c.loc),
		a.words(p.c.loc), f.Compare.Survey.Year), "")
}

// extremeClaim is «Vestland er størst», «nest flest er i Oslo»: of one figure's answers the named
// one is the largest, or smallest, or the second from there.
func (p *passage) extremeClaim(i, end, sign int, clause [2]int) {
	anchors := p.anchorsOf(clause[0], clause[1])
	f := single(anchors)
	if f == nil || f.N <= 0 || len(anchors) != 1 || len(anchors[0].answers) != 1 ||
		p.trendy(clause) || p.shares(anchors[0], clause[0], i) || p.negated([2]int{clause[0], i}) ||
		len(p.scope.own) > 1 && !anchors[0].called {
		return
	}
	place, first := p.placeBefore(i)
	a := anchors[0].answers[0]
	before, at := 0, -1 // how many come before it, and one of them that should not
	for k, other := range f.Answers {
		if k == a || other.Residual && sign > 0 || sign < 0 && p.c.tellsNone(other) ||
			f.Kind == content.Multiple && p.c.deniesAll(other) {
			continue
		}
		if sign > 0 && other.Count > f.Answers[a].Count ||
			sign < 0 && other.Count < f.Answers[a].Count && other.Count > 0 {
			if before++; at < 0 || sign*(other.Count-f.Answers[at].Count) > 0 {
				at = k
			}
		}
	}
	switch {
	case before < place-1 && !p.tied(f, a):
		p.tell("claim", first, end, fmt.Sprintf("%s: only %d come before it",
			anchors[0].words(p.c.loc), before), "")
	case before > place-1:
		p.tell("claim", first, end, fmt.Sprintf("%s, but %s", anchors[0].words(p.c.loc),
			anchor{figure: f, answers: []int{at}}.words(p.c.loc)), "")
	}
}

// tellsNone says whether an answer says that one does not know, as its label begins.
func (c *checker) tellsNone(a content.Answer) bool {
	n, _ := c.lex.dontKnow.at(c.labelTokens(a.Label), 0)
	return a.Residual || n > 0
}

// deniesAll says whether an answer denies that any other holds, as its label begins: «ingen av disse».
func (c *checker) deniesAll(a content.Answer) bool {
	return c.lex.asserts.denials.has(wordAt(c.labelTokens(a.Label), 0))
}

// shares says whether a conjunction before an extreme gives it to what names no answer too:
// «misnøye og flytting er de vanligste grunnene».
func (p *passage) shares(a anchor, first, i int) bool {
	for k := first; k < i; k++ {
		if p.lex.and.has(p.word(k)) && !p.mentioned(k-1) != !p.mentioned(k+1) && !a.called {
			return true
		}
	}
	return false
}

// tied says whether another answer has the same count.
func (p *passage) tied(f *content.Figure, answer int) bool {
	for k, other := range f.Answers {
		if k != answer && other.Count == f.Answers[answer].Count {
			return true
		}
	}
	return false
}

// placeBefore is which place an extreme at token i speaks of: 2 for «nest flest», «second most
// common»; and where the words begin.
func (p *passage) placeBefore(i int) (place, first int) {
	w := p.word(i - 1)
	switch {
	case p.lex.next.has(w):
		return 2, i - 1
	case p.lex.ordinals.of(w) > 1:
		return p.lex.ordinals.of(w), i - 1
	}
	return 1, i
}

// trendy says whether a clause speaks of a change.
func (p *passage) trendy(clause [2]int) bool {
	for i := clause[0]; i < clause[1]; i++ {
		if d, _ := p.direction(i, clause); d != noTrend {
			return true
		}
	}
	return false
}

// none is «ingen»: the named answer has no count.
func (p *passage) none(i int, clause [2]int) {
	anchors := p.anchorsAfter(i, i+1, clause)
	f := single(anchors)
	if f == nil || len(anchors) == 0 || p.laterNegation(i+1, clause[1]) {
		return
	}
	h, _ := (&reader{toks: p.toks, lex: p.lex}).hedgeBefore(i)
	for _, a := range anchors {
		if f.Sum(a.answers...) == 0 || a.denied || h == nearly && a.share() <= 5 {
			return
		}
	}
	p.tell("claim", i, i+1, "not none: "+anchors[0].words(p.c.loc), "")
}

// anchorsAfter are the anchors of a clause from token i on, but for those that the words of the
// claim alone name: «Ingen» may be an answer too.
func (p *passage) anchorsAfter(i, end int, clause [2]int) []anchor {
	return slices.DeleteFunc(slices.Clone(p.anchorsOf(i, clause[1])), func(a anchor) bool {
		return a.at < end && !a.called
	})
}

func (p *passage) laterNegation(first, last int) bool { return p.negated([2]int{first, last}) }

// all is «alle», «samtlige»: the named answers make up the base; «nesten alle»: most of it.
func (p *passage) all(i, end int, clause [2]int) {
	anchors, least := p.anchorsAfter(i, end, clause), 100.0
	switch h, _ := (&reader{toks: p.toks, lex: p.lex}).hedgeBefore(i); {
	case h == nearly:
		least = 80
	case h != exactly:
		return
	}
	f := single(anchors)
	if f == nil || f.N <= 0 || len(anchors) == 0 ||
		holds(f, anchors, p.negated(clause), func(s float64) bool { return s >= least }) {
		return
	}
	p.tell("claim", i, end, "not all: "+anchor{figure: f, answers: union(anchors)}.words(p.c.loc),
		"")
}

// equal is «like mange»: another answer has the same count.
func (p *passage) equal(i, end int, sentence [2]int) {
	if p.lex.notAsMany.has(p.word(i - 1)) {
		return
	}
	anchors := p.anchors(sentence[0], sentence[1])
	f := single(anchors)
	if f == nil || len(anchors) != 1 || !anchors[0].called || anchors[0].at > i {
		return // who is as many stands in another sentence
	}
	count := f.Sum(anchors[0].answers...)
	for k, a := range f.Answers {
		if !slices.Contains(anchors[0].answers, k) && a.Count == count {
			return
		}
	}
	p.tell("claim", i, end, "no other answer has the count of "+anchors[0].words(p.c.loc), "")
}

// multiple reads «dobbelt så mange», «tre ganger så mange», «twice as many»: the factor, and how
// many tokens it takes.
func (p *passage) multiple(i int) (factor float64, n int) {
	if n, factor := p.lex.multiples.at(p.toks, i); n > 0 {
		if factor < 0 {
			return -1 / float64(factor), n
		}
		return float64(factor), n
	}
	if k, next, ok := p.lex.read(p.toks, i); ok && k > 1 && k <= 10 {
		if n, _ := p.lex.times.at(p.toks, next); n > 0 {
			return float64(k), next + n - i
		}
	}
	return 0, 0
}

// times holds «dobbelt så mange» against the two shares of its sentence.
func (p *passage) times(i int, factor float64, n int, sentence [2]int) {
	anchors := p.anchors(sentence[0], sentence[1])
	if len(anchors) != 2 {
		return
	}
	a, b := anchors[0].share(), anchors[1].share()
	if !anchors[0].called && (anchors[0].figure != anchors[1].figure ||
		!p.lex.as.has(p.asBetween(i+n, anchors[1].at))) {
		return
	}
	if anchors[0].figure == anchors[1].figure &&
		slices.Equal(anchors[0].answers, anchors[1].answers) {
		then, ok := anchors[0].figure.Earlier(anchors[0].answers...)
		if !ok {
			return
		}
		b = anchor{figure: anchors[0].figure.Compare, answers: then}.share()
	}
	large, small := math.Max(a, b), math.Min(a, b)
	switch {
	case !anchors[0].called:
		large, small = a, b // the one that is named first is the larger
	case factor < 1:
		large, small = small, large
	}
	if small > 0 && p.isTimes(i, large/small, factor) {
		return
	}
	data := fmt.Sprintf("%s and %s", anchors[0].words(p.c.loc), anchors[1].words(p.c.loc))
	if small > 0 {
		data += fmt.Sprintf(
			": %s times",
			p.c.loc.Decimal(
				content.Decimal{Units: int64(math.Round(10 * large / small)), Places: 1}),
		)
	}
	p.tell("claim", i, i+n, data, "")
}

// isTimes says whether a ratio is what the words at token i say: a multiple, or «mer enn» one.
func (p *passage) isTimes(i int, ratio, factor float64) bool {
	h, _ := (&reader{toks: p.toks, lex: p.lex}).hedgeBefore(i)
	switch h {
	case above, atLeast:
		return ratio > factor-0.05 && ratio < factor+1
	case nearly, below:
		return ratio < factor+0.05 && ratio > 0.75*factor
	case about:
		return math.Abs(ratio-factor) <= 0.2*factor
	}
	return math.Abs(ratio-factor) <= 0.15*factor
}

// asBetween is the word like «som» between two tokens, "" when there is none.
func (p *passage) asBetween(first, last int) string {
	for i := first; i < last; i++ {
		if w := p.word(i); p.lex.as.has(w) {
			return w
		}
	}
	return ""
}

// comparison finds «flere … enn» between two placeholders: where it ends and which side is larger.
func (p *passage) comparison(i int, clause, sentence [2]int) (end, sign int) {
	if sign = p.lex.comparatives.of(p.toks[i].text); sign == 0 || p.inStretch(i) {
		return 0, 0
	}
	for k := i + 1; k < sentence[1] && k < i+12; k++ {
		if p.lex.than.has(p.word(k)) {
			return k + 1, sign
		}
	}
	return 0, 0
}

// comparedClaim holds «flere … enn» against the two placeholders around it, or the two answers.
func (p *passage) comparedClaim(i, end, sign int, sentence [2]int) {
	anchors := p.anchors(sentence[0], sentence[1])
	if len(anchors) != 2 || anchors[0].at > end || anchors[1].at < i || p.pastYear(sentence) ||
		!anchors[0].called && (anchors[0].figure != anchors[1].figure || anchors[1].at < end) {
		return
	}
	if anchors[0].figure == anchors[1].figure &&
		slices.Equal(anchors[0].answers, anchors[1].answers) {
		return
	}
	for _, a := range anchors[0].all() {
		for _, b := range anchors[1].all() {
			if float64(sign)*(a.share()-b.share()) > 0 {
				return
			}
		}
	}
	last := i + 1
	if !anchors[0].called {
		last = max(last, anchors[1].at+1)
	}
	p.tell("claim", i, last,
		fmt.Sprintf("%s against %s", anchors[0].words(p.c.loc), anchors[1].words(p.c.loc)), "")
}

// all is the anchor in each of its readings.
func (a anchor) all() []anchor {
	out := []anchor{a}
	for _, r := range a.readings {
		out = append(out, anchor{figure: a.figure, answers: r})
	}
	return out
}
