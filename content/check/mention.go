package check

import (
	"slices"

	"rapport/content"
)

// mention is a stretch of a sentence that names answers of a figure.
type mention struct {
	figure  *content.Figure
	answers []int // sorted
	wider   []int // the answers in another reading: «trygg» may take in those who are very safe
	at      []int // the tokens that name them, sorted
	score   int   // how well they do: ten for each word of a label
	bonus   int   // how much else speaks for the figure
	banded  bool  // by a stretch of numbers
	asked   bool  // by the question, whose answer is yes or no
	weak    bool  // by a part of the label
	strict  bool  // the words tell only by standing together
	far     bool  // of a figure outside the topic
	unled   bool  // a follow-up of which nothing says that it is one
}

func (m mention) first() int { return m.at[0] }
func (m mention) last() int  { return m.at[len(m.at)-1] + 1 }

// mentions are the answers of some figures that the sentence names, by place; of several figures
// that the same words may name, those that fit best.
func (p *passage) mentions(figures []*content.Figure) []mention {
	words := p.words()
	var out []mention
	for _, f := range figures {
		if f.Kind == content.Open {
			continue
		}
		out = append(out, p.mentionsFor(f, words)...)
	}
	out = slices.DeleteFunc(out, p.inShare)
	slices.SortStableFunc(out, func(a, b mention) int { return a.first() - b.first() })
	return p.coordinated(best(out), words)
}

// mentionsFor are the mentions of one figure's answers, with what else speaks for it.
func (p *passage) mentionsFor(f *content.Figure, words sentenceWords) []mention {
	list := p.mentionsOnce(f, words)
	if len(list) == 0 {
		list = p.affirmed(f, words)
	}
	if len(list) == 0 {
		return nil
	}
	bonus := 3 * min(3, len(p.askedBy(f, words)))
	if slices.Contains(p.scope.own, f) {
		bonus++
	}
	unled := f.Follows != nil && !p.leadsTo(f, words) // nobody was said to be asked
	for i := range list {
		list[i].bonus, list[i].unled = bonus, unled
	}
	return list
}

// mentionsOnce is mentionsOf, or for a figure outside the topic what that found for one that is
// worded alike.
func (p *passage) mentionsOnce(f *content.Figure, words sentenceWords) []mention {
	if !p.now.knows.far {
		list := p.mentionsOf(f, words, p.stretches())
		p.keep(f, list)
		return list
	}
	alike := p.wordedLike(f)
	list, ok := p.c.farRoom.mentions[alike]
	if !ok {
		list = p.mentionsOf(f, words, p.stretches())
		p.c.farRoom.mentions[alike] = list
	}
	if alike == f || len(list) == 0 {
		return list
	}
	out := slices.Clone(list)
	for i := range out {
		out[i].figure = f
		out[i].at, out[i].answers = slices.Clone(out[i].at), slices.Clone(out[i].answers)
	}
	return out
}

// inShare says whether the words of a mention are those of a number, «22 av i alt 178».
func (p *passage) inShare(m mention) bool {
	return !slices.ContainsFunc(m.at, func(i int) bool {
		return !p.inNumber(i) || !p.inNumber(i-1) || !p.inNumber(i+1)
	})
}

// farMentions are the answers of figures outside the topic that a sentence names, which names none
// of the topic: with words of the question or, in a text outside all topics, two words of a label.
func (p *passage) farMentions() []mention {
	clear(p.c.farRoom.mentions)
	list := p.mentions(p.c.figuresWith(p.words(), p.scope.topic))
	for i := range list {
		list[i].far = len(p.scope.topic) > 0
	}
	return slices.DeleteFunc(list, func(m mention) bool {
		sure := m.bonus >= 3 || len(p.scope.topic) == 0 && (m.score >= 20 && !m.banded)
		return m.weak || m.unled || !sure
	})
}

// figuresWith are the figures whose labels or questions have some words, but for some figures and
// those that are compared with another that has them too. A word that many figures have tells none.
func (c *checker) figuresWith(words sentenceWords, but []*content.Figure) []*content.Figure {
	const many = 80
	places := c.farRoom.places[:0]
	for w := range words {
		if list := c.having[w]; len(list) <= many {
			places = append(places, list...)
		}
	}
	slices.Sort(places)
	places = slices.Compact(places)
	c.farRoom.places = places
	var compared []*content.Figure
	for _, i := range places {
		if then := c.figures[i].Compare; then != nil {
			compared = append(compared, then)
		}
	}
	out := make([]*content.Figure, 0, len(places))
	for _, i := range places {
		if f := c.figures[i]; !slices.Contains(but, f) && !slices.Contains(compared, f) {
			out = append(out, f)
		}
	}
	return out
}

// mentionsOf are the mentions of one figure's answers.
func (p *passage) mentionsOf(f *content.Figure, words sentenceWords, all []stretch) []mention {
	v := p.c.callingOf(f)
	var out []mention
	for i, names := range v.names {
		told := v.ladder != nil && v.ladder.told(i)
		for _, n := range names {
			if told && (len(n.own) == 0 || p.measures(n)) {
				continue // its numbers tell it
			}
			found := p.placesOf(n, v, words)
			for k := range found {
				found[k].figure, found[k].answers = f, []int{i}
			}
			out = append(out, found...)
		}
	}
	out = uncovered(out)
	if v.ladder != nil {
		for _, s := range all {
			if s.exact() && !s.named && !p.counted(s, v) &&
				(v.ladder.head == "" || p.word(s.first-1) != v.ladder.head) {
				continue
			}
			if s.named && s.unit == 0 && !v.ladder.named && p.countsAsked(s, v) {
				s.named = false // «30 000 innbyggere eller flere» of «30 000 eller flere»
			}
			answers := v.ladder.same(s)
			if answers == nil {
				answers = v.ladder.within(s)
			}
			if answers != nil {
				out = append(out, mention{figure: f, answers: answers, at: run(s.first, s.last),
					score: 20, banded: true})
			}
		}
	}
	out = append(out, p.sides(f, v, out, words)...)
	return out
}

// measures says whether a name has a number, or words that only measure.
func (p *passage) measures(n name) bool {
	return slices.ContainsFunc(n.words, func(w string) bool {
		return w[0] >= '0' && w[0] <= '9' || p.c.lex.measures.of(w) > 0 || p.c.lex.units.has(w) ||
			p.c.lex.begins(w) || p.c.lex.graded.has(w)
	})
}

// counted says whether a bare number counts what a question asks for: «to kolleger».
func (p *passage) counted(s stretch, v *calling) bool {
	for _, w := range p.stems.of(p.word(s.last)) {
		if slices.Contains(v.asks, w) {
			return true
		}
	}
	return false
}

// countsAsked says whether a stretch has a word of what a question asks for.
func (p *passage) countsAsked(s stretch, v *calling) bool {
	return slices.ContainsFunc(run(s.first, s.last), func(i int) bool {
		return slices.ContainsFunc(p.stems.of(p.word(i)), func(w string) bool {
			return slices.Contains(v.asks, w)
		})
	})
}

// told says whether an answer's label is a stretch.
func (l *ladder) told(answer int) bool {
	return slices.ContainsFunc(l.steps, func(s step) bool { return s.answer == answer && s.told })
}

// placesOf are the places where a name stands: all of its words close together or, of a name with
// words of its own, those, or half of them with a long one.
func (p *passage) placesOf(n name, v *calling, words sentenceWords) []mention {
	strict := len(n.own) == 0
	if out := p.together(n.words, strict, v, words); len(out) > 0 {
		return out
	}
	denied := slices.ContainsFunc(n.words, func(w string) bool {
		return p.lex.negations.has(w) && len(words[w]) == 0
	})
	if strict || denied {
		return nil
	}
	return p.half(n, v, words)
}

// telling says whether a word alone may stand for an answer.
func telling(w string) bool { return len(w) > 3 && (w[0] < '0' || w[0] > '9') }

// half is a name of which a sentence has a word of its own, and half of its words at least: weak,
// unless all of its own words are there, and they are not the question's.
func (p *passage) half(n name, v *calling, words sentenceWords) []mention {
	anchor, own := -1, 0
	for _, w := range n.own {
		if places := words[w]; len(places) > 0 && telling(w) && !p.lex.negations.has(w) &&
			!slices.Contains(v.asks, w) && !p.lex.people.has(w) && !p.nouns.has(w) &&
			!p.lex.first.claim.has(w) && !p.lex.graded.has(w) && !p.lex.units.has(w) {
			own++
			if len(w) > 5 || anchor < 0 {
				anchor = places[0]
			}
		}
	}
	if anchor < 0 {
		return nil
	}
	var at []int
	for _, w := range n.words {
		if k, ok := p.nearestWord(words[w], anchor, len(n.words)+2, false); ok {
			at = append(at, k)
		}
	}
	at = append(at, anchor)
	slices.Sort(at)
	at = slices.Compact(at)
	at = slices.DeleteFunc(at, func(i int) bool {
		return p.valueIn(min(i, anchor), max(i, anchor))
	})
	if own < len(n.own) && 2*len(at) < len(n.words) {
		return nil
	}
	head := n.words[0]
	told := !n.joint && !n.other && len(head) > 6 && len(words[head]) > 0 && slices.Contains(n.own,
		head) && p.alone(head, v) // «ladeplass» of «Ladeplass for elbil»
	weak := !told && own < len(n.own) || !slices.ContainsFunc(n.own, func(w string) bool {
		return len(words[w]) > 0 && p.alone(w, v)
	})
	return []mention{{at: at, score: 10*len(at) - 2, weak: weak}}
}

// alone says whether no other figure of the topic has a word in its labels or question.
func (p *passage) alone(word string, v *calling) bool {
	return !slices.ContainsFunc(p.c.having[word], func(i int) bool {
		f := p.c.figures[i]
		return p.c.callingOf(f) != v && slices.Contains(p.scope.topic, f)
	})
}

// together are the places where words stand close together. When they only tell an answer by
// standing together («svært trygt»), nothing but small words and others like them may part them.
func (p *passage) together(list []string, strict bool, v *calling, words sentenceWords) []mention {
	var out []mention
	core := list[len(list)-1]
	if len(list) == 1 && !telling(core) && len(core) < 3 {
		return nil
	}
	strict = strict || p.lex.naming.small.has(core)
	for _, i := range words[core] {
		at := []int{i}
		for k := len(list) - 2; k >= 0; k-- {
			next, ok := p.nearestWord(words[list[k]], i, len(list), strict)
			if !ok || slices.Contains(at, next) {
				at = nil
				break
			}
			at = append(at, next)
		}
		if at == nil {
			continue
		}
		slices.Sort(at)
		if strict && !p.unparted(at, core, v, words) || p.valueIn(at[0], at[len(at)-1]) ||
			p.lex.than.has(p.word(at[len(at)-1]+1)) && p.lex.graded.has(p.said[at[0]].text) {
			continue // «less often than once a week»
		}
		out = append(out, mention{at: at, score: 10 * len(list),
			strict: strict || p.unparted(at, core, v, words)})
	}
	return out
}

// nearestWord is the place nearest to token i, before it when the order counts.
func (p *passage) nearestWord(places []int, i, length int, before bool) (int, bool) {
	best, found := 0, false
	for _, k := range places {
		d := max(i-k, k-i)
		if d > 2*length+3 || d == 0 || before && k > i {
			continue
		}
		if !found || d < max(i-best, best-i) {
			best, found = k, true
		}
	}
	return best, found
}

// unparted says whether only small words and words of the same scale stand between words, and not
// the last of them.
func (p *passage) unparted(at []int, core string, v *calling, words sentenceWords) bool {
	for i := at[0] + 1; i < at[len(at)-1]; i++ {
		if slices.Contains(at, i) {
			continue
		}
		t := p.said[i]
		switch {
		case t.kind == markToken && t.text != ",", t.kind == breakToken, t.kind == callToken,
			slices.Contains(words[core], i):
			return false
		case t.kind == wordToken && !p.lex.naming.small.has(t.text) && !p.ofScale(t.text, v):
			return false
		}
	}
	return true
}

// ofScale says whether a word is one of a figure's labels.
func (p *passage) ofScale(word string, v *calling) bool {
	return slices.ContainsFunc(p.stems.of(word), func(w string) bool {
		return slices.ContainsFunc(v.names, func(names []name) bool {
			return len(names) > 0 && slices.Contains(names[0].words, w)
		})
	})
}

// uncovered leaves out mentions whose words are part of another's, «trygt» in «svært trygt», and
// those that take a word from a closer one.
func uncovered(list []mention) []mention {
	var out []mention
	list = surer(list)
	for i, m := range list {
		if len(m.at) == 1 && slices.ContainsFunc(list, func(o mention) bool {
			return o.first() < m.at[0] && m.at[0] < o.last()-1 && !slices.Equal(o.answers,
				m.answers)
		}) {
			continue // «wood or other solid fuel»
		}
		if !slices.ContainsFunc(list, func(o mention) bool {
			return len(o.at) > len(m.at) && !slices.Equal(o.answers, m.answers) &&
				contains(o.at, m.at)
		}) && !slices.ContainsFunc(list, func(o mention) bool {
			return len(o.at) >= len(m.at) && !m.strict && overlap(o.at, m.at) &&
				o.width() < m.width()
		}) && !slices.ContainsFunc(list[:i], func(o mention) bool {
			return slices.Equal(o.answers, m.answers) && contains(o.at, m.at)
		}) {
			out = append(out, m)
		}
	}
	return out
}

// surer leaves out what names an answer weakly where the same answer is named in full.
func surer(list []mention) []mention {
	if !slices.ContainsFunc(list, func(m mention) bool { return m.weak }) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(m mention) bool {
		return m.weak && slices.ContainsFunc(list, func(o mention) bool {
			return !o.weak && slices.Equal(o.answers, m.answers) && overlap(o.at, m.at)
		})
	})
}

// width is how many tokens a mention takes, from its first to its last.
func (m mention) width() int { return m.last() - m.first() }

// contains says whether a sorted list has all of another.
func contains(all, some []int) bool {
	for _, i := range some {
		if !slices.Contains(all, i) {
			return false
		}
	}
	return true
}

// sides gives the steps of a scale that share a word their other reading: who is «trygg» may be
// very safe too, and who is «enig» agrees in part or altogether.
func (p *passage) sides(f *content.Figure, v *calling, have []mention,
	words sentenceWords) []mention {
	if f.Kind != content.Scale && !f.Ordered {
		return nil
	}
	var out []mention
	for _, one := range v.sides {
		w, side := one.word, one.answers
		for _, i := range words[w] {
			k := slices.IndexFunc(have, func(m mention) bool { return slices.Contains(m.at, i) })
			switch {
			case k < 0:
				out = append(out, mention{figure: f, answers: side, at: []int{i}, score: 9})
			case len(have[k].at) == 1 && len(have[k].answers) == 1:
				have[k].wider = side
			}
		}
	}
	return out
}

// others are all answers but some.
func (p *passage) others(f *content.Figure, but []int) []int {
	var out []int
	for i := range f.Answers {
		if !slices.Contains(but, i) {
			out = append(out, i)
		}
	}
	return out
}

// best leaves out mentions that stand where a better one of another figure does: of more words, or
// of a figure whose question the sentence has two words more of.
func best(list []mention) []mention {
	var out []mention
	for _, m := range list {
		if !slices.ContainsFunc(list, func(o mention) bool {
			if o.figure == m.figure || o.unled && !m.unled || !overlap(o.at, m.at) {
				return false
			}
			if o.asked && m.asked {
				return o.score >= m.score+10
			}
			return o.score > m.score && o.bonus > m.bonus-6 ||
				o.score == m.score && o.bonus > m.bonus+5
		}) {
			out = append(out, m)
		}
	}
	return out
}

func overlap(a, b []int) bool {
	return slices.ContainsFunc(a, func(i int) bool { return slices.Contains(b, i) })
}

// coordinated joins mentions of one figure that «eller», «og» or a comma joins, with no number
// between: «trygt eller svært trygt».
func (p *passage) coordinated(list []mention, words sentenceWords) []mention {
	var out []mention
	for _, m := range list {
		k := len(out) - 1
		for k >= 0 && (out[k].figure != m.figure || out[k].asked || m.asked) {
			k--
		}
		if k >= 0 && m.figure.Kind != content.Multiple && p.joins(out[k], m) {
			out[k] = joined(out[k], m)
			continue
		}
		out = append(out, m)
	}
	return out
}

// joins says whether nothing but a conjunction, small words and words of either mention stand from
// the first to the second.
func (p *passage) joins(a, b mention) bool {
	if a.last() > b.first() {
		first, last := min(a.first(), b.first()), max(a.last(), b.last())
		return !p.valueIn(first, last) && !slices.ContainsFunc(p.said[first:last],
			func(t token) bool { return t.kind == digitsToken })
	}
	conjunction := false
	for i := a.last(); i < b.first(); i++ {
		t := p.said[i]
		w := p.word(i)
		switch {
		case slices.Contains(a.at, i) || slices.Contains(b.at, i):
		case p.lex.and.has(w) || p.lex.or.has(w) || t.kind == markToken && t.text == ",":
			conjunction = true
		case t.kind == wordToken && p.lex.naming.small.has(w) && !p.inNumber(i) &&
			(!p.lex.begins(w) || p.lex.ones.has(w)):
		default:
			return false
		}
	}
	return conjunction
}

// valueIn says whether a statistic or a placeholder stands between two tokens.
func (p *passage) valueIn(first, last int) bool {
	for i := first; i < last; i++ {
		if p.toks[i].kind == callToken || p.inNumber(i) {
			return true
		}
	}
	return false
}

// joined is two mentions as one.
func joined(a, b mention) mention {
	a.answers = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.answers, b.answers))))
	a.at = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.at, b.at))))
	a.score += b.score
	a.banded, a.weak, a.wider = a.banded && b.banded, a.weak && b.weak, nil
	return a
}
