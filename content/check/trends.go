package check

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// trend is the direction of a change that is claimed.
type trend int8

const (
	noTrend trend = iota
	upward
	downward
	unchanged
)

// direction says whether the word at token i claims a change, and where the claim ends. «flere» and
// its like claim one only where the sentence names an earlier year.
func (p *passage) direction(i int, sentence [2]int) (trend, int) {
	w := p.word(i)
	if p.inStretch(i) {
		return noTrend, 0 // «tre år eller mindre»
	}
	if n, move := p.lex.moves.at(p.toks, i); n > 0 {
		return trend(move), i + n
	}
	claims := func() bool {
		no := p.lex.negations.has(p.word(i-1)) && !p.mentioned(i-1) // «no more than in 2022»
		return !no && (p.pastAfter(i, sentence) || p.changeBefore(i) || p.predicate(i, sentence))
	}
	switch {
	case p.lex.than.has(p.word(i+1)) && p.inNumber(i+2): // «færre enn hver fjerde» hedges
	case p.afterCount(i): // «tre flere enn i fjor» is by how many
	case p.afterPercent(i): // «6 prosent mer enn i fjor» is by how much an amount grew
	case p.lex.upAfterHave.has(w) && p.lex.have.has(p.word(i-1)):
		return upward, i + 1
	case p.lex.more.has(w) && claims():
		return upward, i + 1
	case p.lex.less.has(w) && claims():
		return downward, i + 1
	}
	return noTrend, 0
}

// afterPercent says whether a per cent ends before token i.
func (p *passage) afterPercent(i int) bool {
	return p.inNumber(i-1) && slices.ContainsFunc(p.now.numbers, func(n number) bool {
		return n.last == i && n.kind == percentNumber
	})
}

// afterCount says whether a number that may count stands before token i, with the word of what it
// counts or without.
func (p *passage) afterCount(i int) bool {
	return i > p.now.first && (p.toks[i-1].kind == digitsToken || p.lex.begins(p.word(i-1)) &&
		!p.lex.ones.has(p.word(i-1)) && !p.lex.article.has(p.word(i-1)))
}

// inStretch says whether token i is part of a stretch of numbers.
func (p *passage) inStretch(i int) bool {
	return slices.ContainsFunc(p.stretches(), func(s stretch) bool {
		return s.first <= i && i < s.last
	})
}

// changeBefore says whether a change stands just before token i: «{change …} høyere».
func (p *passage) changeBefore(i int) bool {
	if p.lex.points.has(p.word(i - 1)) {
		i--
	}
	return slices.ContainsFunc(p.now.calls, func(k call) bool { return k.at == i-1 && k.changes() })
}

// changes says whether a placeholder prints a change.
func (k call) changes() bool {
	return (k.command == "change" || k.command == "diff") && len(k.answers) > 0
}

// predicate says whether «vanligere» and its like at token i say what has become of something, in a
// short text beside figures that are compared with an earlier year: «Teamarbeid er vanligere, møter
// sjeldnere», «En mindre andel», «Færre får jobben». A word with «enn» compares something else.
func (p *passage) predicate(i int, sentence [2]int) bool {
	if !p.brief() ||
		!slices.ContainsFunc(p.scope.topic,
			func(f *content.Figure) bool { return f.Compare != nil }) {
		return false
	}
	for k := i + 1; k < min(sentence[1], i+12); k++ {
		if p.lex.than.has(p.word(k)) {
			return false
		}
	}
	w, next := p.word(i), p.word(i+1)
	ends := i+1 >= sentence[1] || p.lex.and.has(next) || p.lex.clauses.has(next) ||
		p.toks[i+1].kind == markToken && p.toks[i+1].text != "-"
	switch {
	case p.lex.fewer.has(w), p.lex.portion.has(next):
		return true
	case p.lex.never.has(w):
		return false
	case ends:
		return true
	}
	goesOn := next == "" || p.lex.months.has(next) || p.lex.among.has(next)
	return p.lex.becomes.has(p.word(i-1)) && !p.lex.onlyAtEnd.has(w) && goesOn
}

// brief says whether a text is one of those that sum up figures: a finding, a caption, a heading.
func (p *passage) brief() bool {
	if p.t.Figure != nil {
		return true
	}
	switch p.t.Key {
	case "finding", "caption", "heading", "headline", "title", "callout":
		return true
	}
	return false
}

// pastAfter says whether «enn» or «than» after token i leads to an earlier year.
func (p *passage) pastAfter(i int, sentence [2]int) bool {
	for k := i + 1; k < sentence[1] && k < i+10; k++ {
		if p.lex.than.has(p.word(k)) {
			return p.pastYear([2]int{k, min(sentence[1], k+5)})
		}
	}
	return false
}

// pastYear says whether some tokens name an earlier year.
func (p *passage) pastYear(at [2]int) bool {
	for i := at[0]; i < at[1]; i++ {
		t := p.toks[i]
		if t.kind == wordToken && p.lex.past.has(t.text) && !p.mentioned(i) && !p.askedOf(i, i+1) &&
			!p.ofLabel(i) {
			return true
		}
		if t.kind != digitsToken {
			continue
		}
		if year, err := strconv.Atoi(t.text); err == nil && p.earlierYear(year) {
			return true
		}
	}
	return false
}

// ofLabel says whether a word for what is past ends a stretch of time that names an answer: «ett til
// tre år siden».
func (p *passage) ofLabel(i int) bool {
	return p.lex.since.has(p.word(i)) && p.mentioned(i-1) && p.inStretch(i-1)
}

// earlierYear says whether a figure of the topic is compared with that year.
func (p *passage) earlierYear(year int) bool {
	return slices.ContainsFunc(p.scope.topic,
		func(f *content.Figure) bool { return f.Compare != nil && f.Compare.Survey.Year == year })
}

// trend holds a claimed change against the change, and its margin.
func (p *passage) trend(i, end int, d trend, clause, sentence [2]int) {
	if p.wished(i, sentence) {
		return
	}
	anchors := p.anchors(clause[0], clause[1])
	if len(anchors) == 0 {
		anchors = p.anchors(sentence[0], sentence[1])
		if len(anchors) == 0 || !anchors[0].called && len(anchors) > 1 || !sameAnswers(anchors) ||
			!anchors[0].called && !p.yearNamed(sentence) {
			p.hintedTrend(i, end, d, clause, sentence)
			return
		}
	}
	if len(anchors) > 1 && !sameAnswers(anchors) {
		anchors = anchors[nearestAnchor(anchors, i):][:1]
	}
	if a := anchors[0]; a.figure.Compare == nil {
		if a.called {
			p.notCompared(i, end, a)
		}
	} else if data, repair := p.verdict(a, d, sentence); data != "" && !p.borneOut(a, d, sentence) {
		p.tell("trend", i, end, data, repair)
	}
	p.shared(i, d, anchors[0], sentence)
}

// borneOut says whether another reading of an anchor bears a change out: «flere fornøyde» may take
// in the very satisfied.
func (p *passage) borneOut(a anchor, d trend, sentence [2]int) bool {
	return slices.ContainsFunc(a.all(), func(r anchor) bool {
		data, _ := p.verdict(r, d, sentence)
		return data == "" && len(r.answers) < len(r.figure.Answers)
	})
}

// yearNamed says whether a sentence names the year before, or the two years of a change.
func (p *passage) yearNamed(sentence [2]int) bool {
	return p.pastYear(sentence)
}

// verdict is what the data say against a claimed change of an anchor, "" when they bear it out.
func (p *passage) verdict(a anchor, d trend, sentence [2]int) (data, repair string) {
	f := a.figure
	change, ok := f.Change(a.answers...)
	if !ok {
		return "", ""
	}
	loc := p.c.loc
	margin, _ := f.Margin(a.answers...)
	then, _ := f.Earlier(a.answers...)
	data = fmt.Sprintf("%s: %s %% in %d, %s %% in %d, %s points, margin ±%s",
		truth{figure: f, answers: a.answers}.name(), loc.Decimal(f.Percent(1, a.answers...)),
		f.Survey.Year, loc.Decimal(f.Compare.Percent(1, then...)), f.Compare.Survey.Year,
		loc.Signed(change), loc.Decimal(margin))
	inside := f.Insignificant(a.answers...)
	switch {
	case d == unchanged && !inside:
		return "the data show a change; " + data, ""
	case d == unchanged:
	case d == upward && change.Sign() <= 0 || d == downward && change.Sign() >= 0:
		return "the data do not show this; " + data, ""
	case inside && !p.uncertain(sentence):
		return "inside the margin of error, it may be chance; " + data,
			"say that it lies inside the margin of error, or leave it out"
	}
	return "", ""
}

// shared holds the other changes that a claim's verb goes for: «økte med {change …} og {change …}»,
// up to the next verb.
func (p *passage) shared(i int, d trend, done anchor, sentence [2]int) {
	stop := sentence[1]
	for k := i + 1; k < stop; k++ {
		if other, _ := p.direction(k, sentence); other != noTrend {
			stop = k
		}
	}
	for _, k := range p.now.calls {
		if k.at <= i || k.at >= stop || !k.changes() ||
			k.figure == done.figure && slices.Equal(k.answers, done.answers) {
			continue
		}
		other := anchor{figure: k.figure, answers: k.answers, at: k.at, called: true}
		if data, repair := p.verdict(other, d, sentence); data != "" {
			p.tell("trend", k.at, k.at+1, data, repair)
		}
	}
}

// hintedTrend holds a claim of a short text that names no answer in full against those that its
// clause may be about. Only when it goes for none of them is it told.
func (p *passage) hintedTrend(i, end int, d trend, clause, sentence [2]int) {
	if !p.brief() {
		return
	}
	data, repair := "", ""
	for _, a := range p.hintedAnchors(clause) {
		why, instead := p.verdict(a, d, sentence)
		if why == "" {
			return
		}
		data, repair = cmp.Or(data, why), cmp.Or(repair, instead)
	}
	if data != "" {
		p.tell("trend", i, end, data, repair)
	}
}

// hintedAnchors are the answers of compared figures that share most words with a clause: with an
// answer's label, or for yes with the question.
func (p *passage) hintedAnchors(clause [2]int) []anchor {
	figures := p.scope.own
	if len(figures) == 0 {
		figures = p.scope.topic
	}
	var out []anchor
	most := 1
	for _, f := range figures {
		if f.Compare == nil {
			continue
		}
		v := p.c.vocabularyOf(f)
		for k, a := range f.Answers {
			label := p.c.contentWords(a.Label)
			if p.c.lex.yes.has(strings.ToLower(language.WithoutSoftHyphens(a.Label))) {
				label = v.title
			}
			hits := p.hits(label, clause)
			if hits < most {
				continue
			}
			if hits > most {
				out, most = nil, hits
			}
			out = append(out, anchor{figure: f, answers: []int{k}, at: clause[0]})
			if p.doubted(clause) { // no and do not know go by the same question
				for other := range f.Answers {
					out = append(out, anchor{figure: f, answers: []int{other}, at: clause[0]})
				}
			}
		}
	}
	return out
}

// doubted says whether a clause denies or doubts something.
func (p *passage) doubted(clause [2]int) bool {
	return p.negated(clause) ||
		slices.ContainsFunc(p.toks[clause[0]:clause[1]],
			func(t token) bool { return p.lex.doubts.has(t.text) })
}

// hits weighs the words of a list that a clause has: 2 for one as it is or bent, 1 for the first
// part of a compound, like «team» of «teamarbeid».
func (p *passage) hits(list []string, clause [2]int) int {
	sum := 0
	for i, w := range list {
		if len(w) < 4 || slices.Contains(list[:i], w) {
			continue
		}
		best := 0
		for _, t := range p.said[clause[0]:clause[1]] {
			switch {
			case t.kind != wordToken:
			case alike(w, t.text) && !(len(t.text) > len(w)+4):
				best = 2
			case len(t.text) >= len(w)+4 && strings.HasPrefix(t.text, w):
				best = max(best, 1)
			}
		}
		sum += best
	}
	return sum
}

// uncertain says whether a sentence tells that a difference may be chance.
func (p *passage) uncertain(sentence [2]int) bool {
	return slices.ContainsFunc(p.toks[sentence[0]:sentence[1]], func(t token) bool {
		return t.kind == wordToken && p.lex.mayBeChance(t.text)
	})
}

// wished says whether the words just before a claim make it a wish: «ønsker flere enn før».
func (p *passage) wished(i int, sentence [2]int) bool {
	for k := max(sentence[0], i-2); k < i; k++ {
		if p.lex.wishes.has(p.word(k)) {
			return true
		}
	}
	return false
}

func sameAnswers(anchors []anchor) bool {
	for _, a := range anchors[1:] {
		if a.figure != anchors[0].figure || !slices.Equal(a.answers, anchors[0].answers) {
			return false
		}
	}
	return true
}

// nearestAnchor is the index of the anchor that stands nearest to a token.
func nearestAnchor(anchors []anchor, i int) int {
	best := 0
	for k, a := range anchors {
		if max(a.at-i, i-a.at) < max(anchors[best].at-i, i-anchors[best].at) {
			best = k
		}
	}
	return best
}

// notCompared tells that a claimed change has no earlier year in the data.
func (p *passage) notCompared(i, end int, a anchor) {
	why := a.figure.Ref() + " is not compared with an earlier year"
	if a.figure.Incomparable != "" {
		why += ": " + a.figure.Incomparable
	}
	p.tell("trend", i, end, why, "")
}

// inARow reads «femte år på rad» at token i: how many years, 0 when it is not there, and where it
// ends.
func (p *passage) inARow(i int) (years, end int) {
	years = p.lex.ordinals.of(p.word(i))
	if n, _ := p.lex.inARow.at(p.toks, i+1); n > 0 {
		return years, i + 1 + n
	}
	return 0, 0
}

// row holds «for femte år på rad» against how many years the data have.
func (p *passage) row(i, end, n int, clause, sentence [2]int) {
	anchors := p.anchors(clause[0], clause[1])
	if len(anchors) == 0 {
		anchors = p.anchors(sentence[0], sentence[1])
	}
	f := single(anchors)
	if f == nil && len(p.scope.own) == 1 {
		f = p.scope.own[0]
	}
	years, what := 0, "the report"
	if f != nil {
		what = f.Ref()
		for g := f; g != nil; g = g.Compare {
			years++
			if g.Compare != nil && g.Compare.Survey.Year != g.Survey.Year-1 {
				break
			}
		}
	} else {
		for _, s := range p.c.r.Surveys {
			for _, g := range s.Figures {
				if g.Compare != nil {
					years = max(years, 2)
				}
			}
		}
	}
	if years < n {
		p.tell("trend", i, end,
			fmt.Sprintf("the data of %s go back %d year(s) in a row, not %d", what, years, n), "")
	}
}
