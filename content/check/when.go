package check

import (
	"slices"
	"strconv"

	"rapport/content"
)

// when is the year that a number is of.
type when uint8

const (
	anyYear  when = iota // the words leave it open
	thisYear             // the year of the figure
	lastYear             // the year that the figure is compared with
	noYear               // a year of which the data say nothing
)

// when is the year that a number is of: the one that stands beside it, or what «fra … til», «mot»
// and the beginning of the sentence say.
func (p *passage) when(n number, f *content.Figure, s *sentence) when {
	s = p.untilSemicolons(n, s)
	if w, ok := p.yearAfter(n, f, s); ok {
		return w
	}
	if p.nowBefore(n, s) {
		return thisYear
	}
	before := p.word(n.first - 1)
	if p.hedgeWord(before) {
		before = p.word(n.first - 2)
	}
	switch {
	case !p.moved([2]int{s.first, s.last}) && !p.pastYear([2]int{s.first, s.last}) &&
		!p.otherYear(f, s):
		return thisYear
	case p.lex.from.has(before):
		return lastYear
	case p.lex.beside.has(before) && !p.lex.from.has(before):
		return anyYear
	}
	return p.opening(f, s)
}

// untilSemicolons is the part of a sentence that semicolons leave around a number: a year beyond them
// is of something else.
func (p *passage) untilSemicolons(n number, s *sentence) *sentence {
	semicolon := func(t token) bool { return t.kind == markToken && t.text == ";" }
	if !slices.ContainsFunc(p.toks[s.first:s.last], semicolon) {
		return s
	}
	part := *s
	for i := s.first; i < s.last; i++ {
		if semicolon(p.toks[i]) && i < n.first {
			part.first = i + 1
		} else if semicolon(p.toks[i]) {
			part.last = i
			break
		}
	}
	return &part
}

// nowBefore says whether the clause of a number says before it that it is of this year: «i år er
// det 24 prosent».
func (p *passage) nowBefore(n number, s *sentence) bool {
	for i := p.clauseOf(n, s)[0]; i < n.first; i++ {
		if k, _ := p.lex.now.at(p.toks, i); k > 0 && !p.valueIn(i, n.first) {
			return true
		}
	}
	return false
}

// yearAfter is the year that stands just after a number, before the next number or comma.
func (p *passage) yearAfter(n number, f *content.Figure, s *sentence) (when, bool) {
	for i := n.last; i < min(s.last, n.last+14); i++ {
		t := p.toks[i]
		if t.kind == markToken && t.text != "(" && t.text != ")" || p.inNumber(i) ||
			t.kind == callToken || t.kind == wordToken && (p.lex.clauses.has(t.text) ||
			p.lex.than.has(t.text)) || p.besides(i) {
			return anyYear, false
		}
		if _, year := p.year(i + 1); year && p.lex.since.has(p.word(i)) {
			return anyYear, false // «gått ned til 81 prosent siden 2022»
		}
		if w, ok := p.yearAt(i, f); ok {
			return w, true
		}
		if p.lex.past.has(p.word(i)) && !p.mentioned(i) && f.Compare != nil && !p.askedTime(i) &&
			!p.ofLabel(i) {
			return lastYear, true // «mot 38 prosent året før»
		}
	}
	return anyYear, false
}

// besides says whether token i puts another year or number beside the one before: «mot 52», «til
// 2024».
func (p *passage) besides(i int) bool {
	w := p.word(i)
	if !p.lex.beside.has(w) && !p.lex.to.has(w) && !p.lex.and.has(w) {
		return false
	}
	k := i + 1
	if p.inNumber(k) || k < len(p.toks) && p.toks[k].kind != wordToken ||
		p.lex.past.has(p.word(k)) || p.lex.past.has(p.word(k+1)) {
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
	if next := p.word(i + 1); p.lex.people.has(next) || p.nouns.has(next) {
		return 0, false // «1950 leger»
	}
	year, err := strconv.Atoi(t.text)
	return year, err == nil
}

// yearsAgo reads «tre år siden», "three years ago" at token i.
func (p *passage) yearsAgo(i int) (years int, ok bool) {
	if p.inNumber(i) || i+2 >= p.now.last {
		return 0, false
	}
	n, next, ok := p.lex.read(p.toks, i)
	if !ok || !p.lex.asserts.years.has(p.word(next)) ||
		!p.lex.asserts.ago.has(p.word(next+1)) {
		return 0, false
	}
	return n, true
}

// yearAt is which year of a figure token i names.
func (p *passage) yearAt(i int, f *content.Figure) (when, bool) {
	year, ok := p.year(i)
	if n, ago := p.yearsAgo(i); !ok && ago {
		year, ok = f.Survey.Year-n, true
	}
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
		if p.lex.past.has(p.word(i)) && len(years) == 0 && !moves && f.Compare != nil &&
			!p.askedTime(i) {
			return lastYear
		}
	}
	return anyYear
}

// askedTime says whether a word for an earlier time is of the time that a question asks about, and
// tells no earlier survey: «last winter», «i fjor haust».
func (p *passage) askedTime(i int) bool { return p.askedOf(i, i+1) || p.askedOf(i-1, i) }

// askedOf says whether the words at two tokens stand beside each other in a question of the topic.
func (p *passage) askedOf(i, k int) bool {
	first, second := p.word(i), p.word(k)
	if first == "" || second == "" {
		return false
	}
	return slices.ContainsFunc(p.scope.topic, func(f *content.Figure) bool {
		toks := p.c.labelTokens(f.Question)
		for i := range toks {
			if toks[i].text == first && wordAt(toks, i+1) == second {
				return true
			}
		}
		return false
	})
}
