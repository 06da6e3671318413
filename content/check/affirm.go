package check

import (
	"slices"

	"rapport/content"
)

// askedBy are the words of a figure's question and title that a sentence has.
func (p *passage) askedBy(f *content.Figure, words sentenceWords) []string {
	var out []string
	for _, w := range p.c.callingOf(f).asks {
		if len(w) > 3 && len(words[w]) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// leadsTo says whether a sentence names what leads to a follow-up question, or asks it.
func (p *passage) leadsTo(f *content.Figure, words sentenceWords) bool {
	return len(p.askedBy(f, words)) > 0 || len(p.askedBy(f.Follows.Figure, words)) > 0
}

// affirmed are the mentions of yes by the words of a question, between two numbers; in a denial
// they are of no.
func (p *passage) affirmed(f *content.Figure, words sentenceWords) []mention {
	v := p.c.callingOf(f)
	if len(v.yes) == 0 || len(v.no) == 0 || len(p.askedBy(f, words)) == 0 {
		return nil
	}
	var out []mention
	first := p.now.first
	for _, value := range append(p.values(), [2]int{p.now.last, p.now.last}) {
		if at, hits := p.askedIn(v, words, first, value[0]); p.asks(f, hits) {
			out = append(out, mention{figure: f, answers: v.yes, at: at, score: 5 * len(hits),
				asked: true})
		}
		first = value[1]
	}
	return out
}

// askedIn are the words of a question that stand between two tokens, and where.
func (p *passage) askedIn(v *calling, words sentenceWords, first, last int) (at []int,
	hits []string) {
	for _, w := range v.asks {
		if len(w) <= 3 {
			continue
		}
		found := false
		for _, i := range words[w] {
			if first <= i && i < last {
				at, found = append(at, i), true
			}
		}
		if found {
			hits = append(hits, w)
		}
	}
	slices.Sort(at)
	return slices.Compact(at), hits
}

// asks says whether some words of a question tell it: all of its title, or two that are half of
// them all, which no other question has together.
func (p *passage) asks(f *content.Figure, hits []string) bool {
	v := p.c.callingOf(f)
	long := 0
	for _, w := range v.asks {
		if len(w) > 3 {
			long++
		}
	}
	enough := len(hits) >= 2 && (2*len(hits) >= long || v.titled(hits)) ||
		long == 1 && v.titled(hits)
	return len(hits) > 0 && enough &&
		!slices.ContainsFunc(p.c.having[hits[0]], func(i int) bool {
			g := p.c.figures[i]
			return g != f && g.Title != f.Title &&
				(g.Follows == nil || g.Follows.Figure.Title != f.Title) &&
				p.c.callingOf(g).has(hits)
		})
}
