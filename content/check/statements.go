package check

import (
	"slices"
	"strings"

	"rapport/content"
)

// Statement is a stretch of a text that holds of some numbers or of some time, and may not hold of
// others.
type Statement struct {
	Pos   content.Pos
	Words string // what is written
}

// Statements are all stretches of the author's own words that new counts, or another year, may make
// wrong, by place: the numbers and claims that Report holds against the data, whether it finds
// anything wrong with them or not, and what speaks of a time.
func Statements(r *content.Report) []Statement {
	c := newChecker(r, lexiconOf)
	var out []Statement
	c.state = func(p *passage) {
		for _, s := range p.statements() {
			at := p.t.Problem(p.toks[s.first].start, p.toks[s.last-1].end, "", "")
			words := p.t.Raw[p.toks[s.first].start:p.toks[s.last-1].end]
			out = append(out, Statement{at.Pos, strings.Join(strings.Fields(words), " ")})
		}
	}
	c.prose()
	slices.SortStableFunc(out, func(a, b Statement) int { return a.Pos.Compare(b.Pos) })
	return out
}

// stating is the tokens of a statement.
type stating struct{ first, last int }

// statements are those of the sentence that is being examined, each token in one of them at most.
func (p *passage) statements() []stating {
	var out []stating
	add := func(first, last int) {
		if first >= last || slices.ContainsFunc(out, func(s stating) bool {
			return s.first < last && first < s.last
		}) {
			return
		}
		out = append(out, stating{first, last})
	}
	for _, n := range p.now.numbers {
		add(n.first, n.last)
	}
	for i := p.now.first; i < p.now.last; i++ {
		if _, year := p.year(i); year {
			add(i, i+1)
		} else if n := p.timeWords(i); n > 0 {
			add(i, min(i+n, p.now.last))
		}
	}
	for i := p.now.first; i < p.now.last; i++ {
		if n := p.claimAt(i); n > 0 {
			add(i, min(i+n, p.now.last))
		}
	}
	for _, c := range p.predicatesIn(p.now.first, p.now.last) {
		add(c.first, c.last)
	}
	return out
}

// timeWords is how many tokens speak of an earlier time, or of now, from token i on: «året før».
func (p *passage) timeWords(i int) int {
	if n, _ := p.lex.now.at(p.toks, i); n > 0 {
		return n
	}
	if p.lex.past.has(p.word(i)) {
		return 1
	}
	return 0
}

// claimAt is how many tokens may claim something from token i on. What claims only beside certain
// words counts everywhere here: to read a sentence once too often costs little.
func (p *passage) claimAt(i int) int {
	most := 0
	for _, list := range []phrases{p.lex.majority, p.lex.minority, p.lex.few, p.lex.factors,
		p.lex.extremes, p.lex.asMany, p.lex.multiples, p.lex.all, p.lex.moves} {
		n, _ := list.at(p.toks, i)
		most = max(most, n)
	}
	w := p.word(i)
	for _, list := range []words{p.lex.majorityOf, p.lex.mostly, p.lex.some, p.lex.none, p.lex.pale,
		p.lex.upAfterHave, p.lex.more, p.lex.less, p.lex.farthest} {
		if list.has(w) {
			most = max(most, 1)
		}
	}
	if _, compares := p.lex.comparatives.get(w); compares {
		most = max(most, 1)
	}
	return most
}
