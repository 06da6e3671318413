package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"rapport/content"
)

// statement is a typed number with the sentence that it stands in.
type statement struct {
	number
	said     []spoken // the answers that the sentence names
	sentence [2]int   // its tokens
	clause   [2]int   // the part of it that holds the number
	several  bool     // the sentence has other numbers
	subjects []subject
	left     bool // it counts the rest of what was told before
	ofPoll   bool // it counts those who answered
	explains bool // how it came about can be told
}

// stated puts a number in its sentence.
func (p *passage) stated(n number, said []spoken, first, last int) statement {
	s := statement{number: n, said: said, sentence: [2]int{first, last},
		clause: [2]int{first, last}}
	for _, clause := range p.clauses(first, last) {
		if n.first >= clause[0] && n.first < clause[1] {
			s.clause = clause
		}
	}
	if len(p.values()) > 1 {
		at := p.partOf(n)
		s.clause = [2]int{max(s.clause[0], at.first), min(s.clause[1], at.last)}
		s.several = true
	}
	return s
}

// right reports a typed number that a placeholder can print. One that is meant roughly is the
// author's. The placeholder is told when there is no doubt which one it is; otherwise what else is
// near.
func (p *passage) right(s statement, m match) {
	if p.c.errorsOnly {
		return
	}
	repair := m.placeholder(s.number, p.c.loc)
	if s.hedge != exactly || s.kind == fractionNumber || repair == "" && m.far < 3 {
		return
	}
	f := Finding{Rule: "typed", Severity: Warning,
		Data: "typed, and right as long as the counts stand: " + m.words(p.c.loc)}
	if m.far == 3 {
		f.Data = "nothing in this topic gives it; elsewhere there is " + m.words(p.c.loc)
	}
	if repair != "" && p.certain(s, m) {
		p.fix(&f, s, m.truth)
	} else {
		if m.far < 3 {
			f.Data = "typed, and right only if it is meant as " + m.words(p.c.loc)
		}
		if near := p.list(p.nearest(s), m.truth); near != "" {
			f.Data += "; near it here: " + near
		}
	}
	p.c.inText(p.t, s.start, s.end, f)
}

// fix proposes the placeholder of a truth, when there is one, and the sentence as it would then
// read.
func (p *passage) fix(f *Finding, s statement, t truth) {
	text := t.placeholder(s.number, p.c.loc)
	if text == "" {
		return
	}
	f.Repair, f.Fix = "write "+text, text
	if value := t.value(s.number, content.Locale(p.t.Language)); value != "" {
		start, end := p.toks[s.sentence[0]].start, p.toks[s.sentence[1]-1].end
		if k := s.sentence[1]; k < len(p.toks) && p.toks[k].kind == markToken {
			end = p.toks[k].end
		}
		if !slices.Equal(strings.Fields(value), strings.Fields(p.t.Raw[s.start:s.end])) {
			sentence := p.t.Raw[start:s.start] + value + p.t.Raw[s.end:end]
			f.Reads = "«" + strings.Join(strings.Fields(sentence), " ") + "»"
		}
	}
}

// certain says whether a fitting truth is what the author must have meant: a figure from outside
// the topic only when the sentence speaks of it, a sum only of ordered answers that stand side by
// side, of answers that the sentence names, or as a placeholder of the topic has it; and nothing
// else fits as well.
func (p *passage) certain(s statement, m match) bool {
	switch {
	case m.named:
		return true
	case m.far == 3:
		return m.figure != nil &&
			(p.about(m.figure) >= 2 || p.names(s, m.truth))
	case m.figure == nil || len(m.answers) == 0:
		return true
	case m.kind == sumTruth && !m.farFetched() &&
		p.speaksOf(m.figure):
		return true
	case m.kind == restTruth, m.kind == sumTruth:
		return slices.ContainsFunc(p.sums, func(t truth) bool {
			return t.figure == m.figure && slices.Equal(t.answers, m.answers)
		})
	}
	return !m.rival || p.about(m.figure) > 0
}

// names says whether a sentence names all answers of a truth, in whichever figure.
func (p *passage) names(s statement, t truth) bool {
	said := p.spokenOf(s.sentence[0], s.sentence[1], []*content.Figure{t.figure})
	return speaksOf(said, t)
}

// list is some truths as a finding tells them, without one of them.
func (p *passage) list(near []candidate, but truth) string {
	var out []string
	for _, t := range near {
		if t.figure != but.figure || !slices.Equal(t.answers, but.answers) || t.kind != but.kind {
			out = append(out, t.words(p.c.loc))
		}
	}
	return strings.Join(out, "; ")
}

// other reports a number that is true of another answer than the one that is named.
func (p *passage) other(s statement, m match) {
	f := Finding{Rule: "number", Severity: Error, Data: "this is " + m.words(p.c.loc)}
	near := slices.DeleteFunc(p.nearest(s),
		func(t candidate) bool { return !speaksOf(s.said, *t.truth) })
	if len(near) > 0 {
		if why := p.explain(s, near); why != "" {
			f.Data = why
		} else {
			f.Data = "the words name " + near[0].words(p.c.loc) + "; " + f.Data
		}
		p.fix(&f, s, *near[0].truth)
		s.subjects = s.spokenFor(*near[0].truth)
		p.mismatch(s, f, []truth{*near[0].truth})
		return
	}
	p.mismatch(s, f, nil)
}

// spokenFor is the subject of a truth whose answers the sentence names in full.
func (s statement) spokenFor(t truth) []subject {
	for _, one := range s.said {
		for i, a := range one.answers {
			if one.figure == t.figure && slices.Contains(t.answers, a) {
				return []subject{{mention: mention{figure: t.figure, answers: t.answers,
					at: []int{one.at[i]}}}}
			}
		}
	}
	return nil
}

// wrong reports a number that the data do not give: how it may have come about, and what is near. A
// placeholder is proposed for what the words name, never for what only happens to be near.
func (p *passage) wrong(s statement) {
	near := p.nearest(s)
	f := Finding{Rule: "number", Severity: Error}
	if why := p.explain(s, near); why != "" {
		f.Data, s.explains = why, true
	} else if len(near) == 0 {
		f.Data = "the report's data give no such number"
	} else {
		f.Data = "the data do not give this; nearest: " + p.list(near, truth{kind: unknownAnswer})
	}
	var meant []truth
	if len(near) > 0 && near[0].meant && !p.openEnded(s) {
		p.fix(&f, s, *near[0].truth)
		meant = []truth{*near[0].truth}
	}
	if f.Repair == "" {
		f.Repair = `if it is not about these data, allow = ["number"] with a reason`
	}
	p.mismatch(s, f, meant)
}

// openEnded says whether the words after a number name all from an answer on, «minst en gang i
// måneden», whose side cannot be told: no single answer is what was meant.
func (p *passage) openEnded(s statement) bool {
	for i := s.last; i < s.clause[1]; i++ {
		from, _ := p.lex.bands.atLeast.at(p.toks, i)
		upto, _ := p.lex.bands.atMost.at(p.toks, i)
		if from+upto > 0 && !p.mentioned(i) {
			return true
		}
	}
	return false
}

// mismatch adds a finding on a number that the data do not give. One that the sentence quotes may
// be a misprint told on purpose: it is found all the same, as a warning.
func (p *passage) mismatch(s statement, f Finding, meant []truth) {
	if p.now.aside = p.now.aside || p.besideThePoint(s); p.now.aside {
		f.Severity, f.Fix, f.Reads = Note, "", ""
		f.Repair = "if it is about these data, name the answer"
	}
	if why := p.doubt(s); why != "" {
		f.Severity, f.Fix, f.Reads, f.Repair = Note, "", "", why
	}
	if p.byOthers(s) {
		f.Severity, f.Fix, f.Reads = Note, "", ""
		f.Repair = "somebody else counted it: see to it that the source is named"
	}
	if len(p.now.group) == 0 && p.ofGroup(s) && !p.ledTo(s) {
		f.Severity, f.Fix, f.Reads = Note, "", ""
		f.Repair = "it is of a part of those who answered, of which the data say nothing"
	}
	if year, ok := p.foreignYear(s); ok {
		f.Severity, f.Fix, f.Reads = Note, "", ""
		f.Repair = fmt.Sprintf("nothing here is of %d: see to it that the source is named", year)
	}
	if f.Severity != Note && p.misgivings(s, meant) != 0 {
		f.Severity, f.Reads = Note, ""
		if f.Repair = "if it is about these data, name the answer"; f.Fix != "" {
			f.Repair, f.Fix = "if it is of that, write "+f.Fix, ""
		}
	}
	if p.reported(s) {
		f.Severity = Warning
		f.Repair = `if this quotes a misprint, allow = ["number"] with a reason`
	}
	p.c.inText(p.t, s.start, s.end, f)
}

// besideThePoint says whether nothing tells that a number is about the data: its sentence names no
// answer, has no placeholder and speaks neither of shares nor of those who answered, and it is what
// somebody else has or does: «lønnsoppgjøret ga 5,2 prosent», «the centre has 38 staff».
func (p *passage) besideThePoint(s statement) bool {
	if s.kind != percentNumber && s.kind != countNumber || len(p.named()) > 0 ||
		len(p.now.calls) > 0 || len(s.said) > 0 || s.left {
		return false
	}
	if s.kind == countNumber && s.count > 2*p.c.mostAsked() {
		return true // so many were never asked
	}
	i := s.first
	for i > s.clause[0] && (p.hedgeWord(p.word(i-1)) || p.lex.abbreviations.has(p.word(i-1))) {
		i--
	}
	after := p.word(s.last)
	switch {
	case s.kind == countNumber && p.lex.verbs.has(after) && !p.lex.answered.has(after) &&
		p.strangeNoun(s.sentence[0], s.first):
	case p.lex.of.has(after) && s.kind == percentNumber:
		if !p.strangeWhole(s.last + 1) {
			return false
		}
	case !p.strangeSubject(s.clause[0], i) || p.lex.verbs.has(after) || p.nouns.has(after) &&
		!p.inPhrase(i-1, s.last+1) || p.lex.replies.has(after) || p.lex.of.has(after):
		return false
	}
	return !slices.ContainsFunc(p.toks[s.sentence[0]:s.sentence[1]], func(t token) bool {
		return p.lex.answered.has(t.text) || p.lex.portion.has(t.text) || p.lex.rates.has(t.text) ||
			p.lex.polls.has(t.text) || p.lex.replies.has(t.text)
	})
}

// mostAsked is how many were asked or answered in the largest survey.
func (c *checker) mostAsked() int {
	most := 0
	for _, s := range c.r.Surveys {
		most = max(most, s.Invited, s.Answered)
	}
	return most
}

// byOthers says whether a sentence names who else counted: «ifølge Statistisk sentralbyrå», but not
// «ifølge undersøkelsen».
func (p *passage) byOthers(s statement) bool {
	for i := s.sentence[0]; i < s.sentence[1]; i++ {
		n, _ := p.lex.others.at(p.toks, i)
		k := i + n
		for n > 0 && p.lex.naming.small.has(p.word(k)) {
			k++
		}
		if n > 0 && !p.lex.polls.has(p.word(k)) && !p.lex.people.has(p.word(k)) &&
			!p.nouns.has(p.word(k)) {
			return true
		}
	}
	return false
}

// ofGroup says whether a sentence begins with a group of those who answered: «blant dem som
// ringte», «blant pasienter over 60 år», but not «blant de 62 som svarte».
func (p *passage) ofGroup(s statement) bool {
	i := s.sentence[0]
	if w := p.word(i); !p.lex.among.has(w) || !p.lex.only.has(w) {
		return false
	}
	for i++; p.lex.fillers.has(p.word(i)) || p.lex.them.has(p.word(i)) ||
		p.lex.people.has(p.word(i)) || p.nouns.has(p.word(i)); i++ {
	}
	return i < s.first && (p.inStretch(i) || p.lex.who.has(p.word(i)) &&
		!p.lex.answered.has(p.word(i+1)))
}

// ledTo says whether a number is of a question that only a group was asked, which the sentence names.
func (p *passage) ledTo(s statement) bool {
	return len(s.subjects) > 0 && !slices.ContainsFunc(s.subjects, func(one subject) bool {
		return one.figure.Follows == nil || !p.leadsTo(one.figure, p.words())
	})
}

// strangeSubject says whether the words before a number begin with one that is of no label, no
// question and nobody who is counted: what the sentence is about is something else.
func (p *passage) strangeSubject(first, last int) bool {
	for i := first; i < last; i++ {
		w := p.word(i)
		if w == "" || p.lex.naming.small.has(w) {
			continue
		}
		return p.strange(w) && i < last-1
	}
	return false
}

// inPhrase says whether prepositions stand at two tokens, around a number of people: «med 16 elever
// fra niende trinn».
func (p *passage) inPhrase(before, after int) bool {
	small := func(w string) bool {
		return p.lex.naming.small.has(w) && !p.lex.verbs.has(w) && !p.lex.who.has(w)
	}
	return small(p.word(before)) && small(p.word(after))
}

// strangeNoun says whether a word before a number, not the first, is of nothing that was asked,
// when no word there is for those who were: «the car park has 180 spaces, of which 12 are …».
func (p *passage) strangeNoun(first, last int) bool {
	found := false
	for i := first; i < last; i++ {
		w := p.word(i)
		if p.lex.people.has(w) || p.nouns.has(w) {
			return false
		}
		found = found || i > first && p.strange(w) && !p.lex.answered.has(w)
	}
	return found
}

// strange says whether a word is of no label, no question, nobody who is counted and no claim.
func (p *passage) strange(w string) bool {
	return len(w) > 4 && len(p.stems.of(w)) == 0 && len(p.stems.like(w)) == 0 &&
		!p.lex.people.has(w) && !p.nouns.has(w) && !p.lex.verbs.has(w) &&
		!p.lex.first.claim.has(w) && !p.lex.past.has(w) && !p.lex.beside.has(w) && !p.hedgeWord(w)
}

// strangeWhole says whether a per cent is of something that no survey here asked about: «88 per
// cent of departures».
func (p *passage) strangeWhole(i int) bool {
	for p.lex.naming.small.has(p.word(i)) || p.lex.fillers.has(p.word(i)) {
		i++
	}
	w := p.word(i)
	return p.strange(w) && !p.lex.them.has(w) && !p.lex.adjectives.has(w) &&
		!p.lex.answered.has(w) && !p.lex.asked.has(w) && !p.lex.portion.has(w)
}

// foreignYear is the year that stands with a number when no survey of the report is of it: what the
// number is of, the data cannot tell.
func (p *passage) foreignYear(s statement) (year int, ok bool) {
	for i := s.clause[0]; i < s.clause[1]; i++ {
		y, is := p.year(i)
		if !is {
			continue
		}
		if year = y; slices.ContainsFunc(p.c.r.Surveys, func(s *content.Survey) bool {
			return s.Year == y
		}) {
			return 0, false
		}
		ok = true
	}
	return year, ok
}

// candidate is a truth near a number.
type candidate struct {
	*truth
	meant    bool // the words about the number are about it
	distance float64
}

// How much nearer a truth comes that its surroundings speak for, in points or persons.
const (
	nearBeside   = 3000 // a placeholder in the same clause
	nearInClause = 2000 // named in the same clause
	nearNamed    = 1000 // named in the sentence
	nearHinted   = 500  // named in part, and no answer in full
	nearOther    = -2   // a sum, a base, an earlier year
)

// nearest are up to three truths near a number: those that the sentence is about before all others.
func (p *passage) nearest(s statement) []candidate {
	figures := p.scope.topic
	if len(figures) == 0 {
		figures = p.c.figuresWith(p.words(), nil)
	}
	var list []candidate
	for _, f := range figures {
		spoken := p.speaksOf(f)
		truths := p.c.truthsFor(f)
		for i := range truths {
			t := &truths[i]
			d, ok := s.distance(*t)
			if !ok || t.kind == restTruth || t.kind == missingTruth || t.farFetched() && !spoken {
				continue
			}
			k := candidate{truth: t, distance: d}
			if t.kind != answerTruth {
				k.distance -= nearOther
			}
			if t.kind == answerTruth || t.kind == changeTruth {
				bonus := s.named(*t)
				k.meant = bonus == nearInClause || bonus > 0 && !s.several
				k.distance -= bonus
			}
			list = append(list, k)
		}
	}
	if t, ok := p.beside(s); ok {
		list = append(list, candidate{&t, true, -nearBeside})
	} else if t, ok := p.partly(s, figures); ok {
		list = append(list, candidate{&t, true, -nearHinted})
	}
	slices.SortStableFunc(list,
		func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var out []candidate
	for _, k := range list {
		if !slices.ContainsFunc(out, k.same) {
			if out = append(out, k); len(out) == 3 {
				break
			}
		}
	}
	return out
}

// same says whether two candidates would be told alike.
func (k candidate) same(t candidate) bool {
	alone := t.kind == answerTruth && k.kind == answerTruth && !slices.Equal(t.answers, k.answers)
	return t.figure == k.figure && t.count == k.count && t.base == k.base &&
		t.points == k.points && !alone
}

// named is how much nearer a truth comes when the statement names its answer.
func (s statement) named(t truth) float64 {
	if !speaksOf(s.said, t) {
		return 0
	}
	for _, k := range s.said {
		for i, a := range k.answers {
			if k.figure == t.figure && a == t.answers[0] && k.at[i] >= s.clause[0] &&
				k.at[i] < s.clause[1] {
				return nearInClause
			}
		}
	}
	return nearNamed
}

// partly is the one answer of which a sentence that names none in full has a word that no other
// answer has: «fast ansatt» of «Fast stilling».
func (p *passage) partly(s statement, figures []*content.Figure) (truth, bool) {
	if len(s.said) > 0 || len(p.scope.topic) == 0 {
		return truth{}, false
	}
	var found []truth
	for _, f := range figures {
		for i := range f.Answers {
			for _, label := range p.c.vocabularyOf(f).answers[i] {
				if p.distinct(s, figures, f, i, label) {
					found = append(found, anchor{figure: f, answers: []int{i}}.truth())
					break
				}
			}
		}
	}
	if len(found) != 1 {
		return truth{}, false
	}
	_, ok := s.distance(found[0])
	return found[0], ok
}

// distinct says whether the sentence has half of a label's words or more, and one of them is of no
// other answer.
func (p *passage) distinct(s statement, figures []*content.Figure, f *content.Figure, answer int,
	label []string) bool {
	hits, own := 0, false
	for _, w := range label {
		if len(w) < 4 || p.lex.negations.has(w) || len(p.words()[w]) == 0 {
			continue
		}
		hits++
		own = own || !slices.ContainsFunc(figures, func(g *content.Figure) bool {
			for i, labels := range p.c.vocabularyOf(g).answers {
				if (g != f || i != answer) &&
					slices.ContainsFunc(labels,
						func(l []string) bool { return slices.Contains(l, w) }) {
					return true
				}
			}
			return false
		})
	}
	return own && 2*hits >= len(label)
}

// beside is what the placeholder that belongs to a number says: one in the same bracket, or else in
// the same clause unless an answer is named nearer by; elsewhere in the sentence only when it names
// no answer.
func (p *passage) beside(s statement) (truth, bool) {
	best, found := truth{}, false
	nearest := [2]int{3, 12}
	open, shut := p.bracket(s.first)
	for _, k := range p.now.calls {
		if len(k.answers) == 0 {
			continue
		}
		rank, away := 2, max(k.at-s.first, s.first-k.at)
		switch {
		case shut > open && k.at > open && k.at < shut:
			rank = 0
		case k.at >= s.clause[0] && k.at < s.clause[1] && !s.nearer(away, k):
			rank = 1
		case len(s.said) > 0:
			continue
		}
		if at := [2]int{rank, away}; away < 12 && slices.Compare(at[:], nearest[:]) < 0 {
			t := anchor{figure: k.figure, answers: k.answers}.truth()
			if _, ok := s.distance(t); ok {
				best, found, nearest = t, true, at
			}
		}
	}
	return best, found
}

// nearer says whether an answer other than a placeholder's is named nearer to the number than the
// placeholder stands.
func (s statement) nearer(away int, k call) bool {
	return slices.ContainsFunc(s.said, func(named spoken) bool {
		for i, at := range named.at {
			if max(at-s.first, s.first-at) < away &&
				(named.figure != k.figure || !slices.Contains(k.answers, named.answers[i])) {
				return true
			}
		}
		return false
	})
}

// bracket is where the round bracket around token i opens and shuts; both are i when there is none.
func (p *passage) bracket(i int) (open, shut int) {
	stops := func(k int) bool { return p.toks[k].kind == breakToken }
	is := func(k int, mark string) bool {
		return p.toks[k].kind == markToken && p.toks[k].text == mark
	}
	for open = i; open >= 0 && !is(open, "("); open-- {
		if stops(open) || is(open, ")") {
			return i, i
		}
	}
	for shut = i; shut < len(p.toks) && !is(shut, ")"); shut++ {
		if stops(shut) {
			return i, i
		}
	}
	if open < 0 || shut == len(p.toks) {
		return i, i
	}
	return open, shut
}

// distance is how far a number is from a truth, when the two can be compared.
func (n number) distance(t truth) (float64, bool) {
	switch n.kind {
	case pointsNumber:
		return math.Abs(math.Abs(t.points.Float()) - n.value.Float()), t.isPoints()
	case percentNumber:
		return math.Abs(t.share() - n.value.Float()), !t.isPoints() && t.base > 0
	case fractionNumber:
		fraction := 100 * float64(n.count) / float64(n.base)
		return math.Abs(t.share() - fraction), !t.isPoints() && t.base > 0
	}
	return math.Abs(float64(t.count - n.count)), !t.isPoints()
}

// explain says how a wrong number may have come about: by cutting off decimals instead of rounding,
// or on another base. What the words are about is tried first, and on any smaller base; the rest of
// the topic only on bases that the data have.
func (p *passage) explain(s statement, near []candidate) string {
	meant := false
	for _, t := range near {
		if t.isPoints() || t.base <= 0 || !t.meant {
			continue
		}
		meant = true
		why := cmp.Or(p.truncated(s.number, *t.truth),
			p.otherBase(s.number, *t.truth, p.smaller(*t.truth), true))
		if why != "" {
			return why
		}
		if t.distance <= -nearBeside+1 {
			return "" // the author has written beside it what it should be
		}
	}
	if meant && len(s.said) == 0 {
		return ""
	}
	for _, f := range p.scope.topic {
		for _, t := range p.c.truthsFor(f) {
			if t.isPoints() || t.base <= 0 || len(s.said) > 0 && !speaksOf(s.said, t) {
				continue
			}
			if why := p.truncated(s.number, t); why != "" {
				return why
			}
		}
	}
	for _, f := range p.scope.topic {
		for _, t := range p.c.truthsFor(f) {
			if t.kind != answerTruth || meant || len(near) > 0 && t.figure != near[0].figure {
				continue
			}
			if why := p.otherBase(s.number, t, p.bases(t), false); why != "" {
				return why
			}
		}
	}
	return ""
}

// smaller are the bases up to fifteen below a truth's, then those of the data.
func (p *passage) smaller(t truth) []int {
	var out []int
	for d := 1; d <= 15; d++ {
		out = append(out, t.base-d)
	}
	return append(out, p.bases(t)...)
}

// bases are the other bases that the topic's figures have, now and in the year they are compared
// with.
func (p *passage) bases(t truth) []int {
	var out []int
	for _, f := range p.scope.topic {
		out = append(out, f.N, f.Survey.Answered)
		if f.Compare != nil {
			out = append(out, f.Compare.N)
		}
	}
	return slices.DeleteFunc(out, func(n int) bool { return n == t.base })
}

// cutOff says whether a number is an answer's share in the topic with its decimals cut off.
func (p *passage) cutOff(n number) bool {
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		return slices.ContainsFunc(p.c.truthsFor(f),
			func(t truth) bool { return t.kind == answerTruth && p.truncated(n, t) != "" })
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
	return fmt.Sprintf("cut off, not rounded: %s of %s is %s %%, rounds to %s (%s)",
		loc.Int(t.count), loc.Int(t.base),
		loc.Decimal(content.Percent(t.count, t.base, n.value.Places+1)),
		loc.Decimal(content.Percent(t.count, t.base, n.value.Places)), t.name())
}

// otherBase is «fits 35 of 51, the base is 62», on one of some bases; nearly, when the words leave
// no doubt about the answer.
func (p *passage) otherBase(n number, t truth, bases []int, nearly bool) string {
	loc := p.c.loc
	switch {
	case n.kind == shareNumber && n.count == t.count && n.base != t.base:
		return fmt.Sprintf("the base is %s, not %s (%s)", loc.Int(t.base), loc.Int(n.base),
			t.name())
	case n.kind != percentNumber || n.value.Places == 0 || n.value.Units == 0 || t.count < 2:
		return ""
	}
	is := loc.Decimal(content.Percent(t.count, t.base, n.value.Places))
	best, off := 0, 0.25
	for _, base := range bases {
		if base < t.count {
			continue
		}
		if content.Percent(t.count, base, n.value.Places) == n.value {
			return fmt.Sprintf("fits %s of %s, but the base is %s: %s %% (%s)", loc.Int(t.count),
				loc.Int(base), loc.Int(t.base), is, t.name())
		}
		if d := math.Abs(100*float64(t.count)/float64(base) - n.value.Float()); d <= off {
			best, off = base, d
		}
	}
	if best == 0 || !nearly {
		return ""
	}
	return fmt.Sprintf("nearly fits %s of %s (%s %%), but the base is %s: %s %% (%s)",
		loc.Int(t.count), loc.Int(best), loc.Decimal(content.Percent(t.count, best, 1)),
		loc.Int(t.base), is, t.name())
}
