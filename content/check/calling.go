package check

import (
	"maps"
	"slices"
	"strings"

	"rapport/content"
	"rapport/content/language"
)

// calling is how answers of a figure are called.
type calling struct {
	told    bool     // all but the words is there
	names   [][]name // by answer
	shared  map[string][]int
	sides   []sided // of a scale or of ordered answers
	ladder  *ladder
	yes, no []int
	title   []string
	asks    []string // words of the title and the question, each once
	digits  []string // those of asks that are numbers
	all     []string // these and the words of all names, each once

	asksOnce []string // the longer ones of asks, of those that are alike the first
}

// sided is a word that ends the labels of answers side by side: it is what is graded, «trygt».
type sided struct {
	word    string
	answers []int
}

// name is the words of a label, small ones left out.
type name struct {
	words []string
	own   []string // those that no other answer of the figure has
	joint bool     // the label has a conjunction: it names two things
	other bool     // a synonym stands for some of its words, which are in no order
}

// callingOf is how a figure's answers are called, made once.
func (c *checker) callingOf(f *content.Figure) *calling {
	v := c.wordsOf(f)
	if v.told {
		return v
	}
	v.told, v.shared, v.ladder = true, map[string][]int{}, c.ladderOf(f)
	for i, a := range f.Answers {
		bare := strings.ToLower(language.WithoutSoftHyphens(a.Label))
		head, _, _ := strings.Cut(bare, ",")
		switch {
		case c.lex.yes.has(head):
			v.yes = append(v.yes, i)
		case c.lex.no.has(head):
			v.no = append(v.no, i)
		}
	}
	c.affirming(f, v)
	v.tellApart(&c.lex.naming)
	if f.Kind == content.Scale || f.Ordered {
		v.sides = c.sidesOf(v)
	}
	return v
}

// sidesOf are the sides of a scale, by the words that their answers share.
func (c *checker) sidesOf(v *calling) []sided {
	var out []sided
	for _, w := range slices.Sorted(maps.Keys(v.shared)) {
		if side := v.side(w, c.lex); len(side) > 1 {
			out = append(out, sided{w, side})
		}
	}
	return out
}

// side are the answers with a shared word that ends their labels, without those between the two
// sides of a scale; nil when they do not stand side by side.
func (v *calling) side(w string, lex *lexicon) []int {
	var out []int
	for _, a := range v.shared[w] {
		if len(v.names[a][0].own) == 0 {
			out = append(out, a)
		}
	}
	for i, a := range out {
		list := v.names[a][0].words
		if i > 0 && a != out[i-1]+1 || !lex.inflected(list[len(list)-1], w) {
			return nil
		}
	}
	return out
}

// wordsOf is the words of a figure's question and answers alone, which is all that a figure is
// found by.
func (c *checker) wordsOf(f *content.Figure) *calling {
	if v := c.called[f]; v != nil {
		return v
	}
	v := &calling{title: c.contentWords(f.Title), names: make([][]name, 0, len(f.Answers))}
	asks := c.contentWords(f.Question)
	v.asks = make([]string, 0, len(v.title)+len(asks))
	for _, list := range [][]string{v.title, asks} {
		for _, w := range list {
			if slices.Contains(v.asks, w) {
				continue
			}
			if v.asks = append(v.asks, w); w[0] >= '0' && w[0] <= '9' {
				v.digits = append(v.digits, w)
			}
		}
	}
	for _, a := range f.Answers {
		v.names = append(v.names, c.namesOf(a))
	}
	v.gather()
	c.called[f] = v
	return v
}

// affirming finds the answers by which one affirms or denies what was asked, where none is yes or
// no: a statement that one agrees with or not, and how often, of which one answer is never.
func (c *checker) affirming(f *content.Figure, v *calling) {
	if len(v.yes)+len(v.no) > 0 || f.Kind == content.Multiple {
		return
	}
	for i, a := range f.Answers {
		toks := c.labelTokens(a.Label)
		has := func(w words) bool {
			return slices.ContainsFunc(toks, func(t token) bool { return w.has(t.text) })
		}
		yes, no := has(c.lex.agree), has(c.lex.disagree)
		switch {
		case yes && !no && !has(c.lex.neither):
			v.yes = append(v.yes, i)
		case no && !yes:
			v.no = append(v.no, i)
		}
	}
	if len(v.yes) == 0 && len(v.no) == 0 && f.Ordered {
		c.neverOf(f, v)
	}
}

// neverOf finds the one answer that denies what was asked, and all others but residual ones.
func (c *checker) neverOf(f *content.Figure, v *calling) {
	for i, a := range f.Answers {
		switch {
		case c.lex.denials.has(strings.TrimSpace(bareLabel(c.labelTokens(a.Label)))):
			v.no = append(v.no, i)
		case !a.Residual:
			v.yes = append(v.yes, i)
		}
	}
	if len(v.no) != 1 {
		v.yes, v.no = nil, nil
	}
}

// gather fills in all and asksOnce.
func (v *calling) gather() {
	n := len(v.asks)
	for _, names := range v.names {
		for k := range names {
			n += len(names[k].words)
		}
	}
	v.all = append(make([]string, 0, n), v.asks...)
	for _, names := range v.names {
		for _, n := range names {
			v.all = append(v.all, n.words...)
		}
	}
	slices.Sort(v.all)
	v.all = slices.Compact(v.all)
	for _, w := range v.asks {
		if len(w) > 3 && !slices.ContainsFunc(v.asksOnce,
			func(s string) bool { return alike(s, w) }) {
			v.asksOnce = append(v.asksOnce, w)
		}
	}
}

// namesOf are the names of an answer: its label, its short label, what stands before a bracket, and
// each with synonyms for a part of it.
func (c *checker) namesOf(a content.Answer) []name {
	var out []name
	add := func(words []string) {
		words = once(words)
		if len(words) > 0 && !slices.ContainsFunc(out, func(n name) bool {
			return slices.Equal(n.words, words)
		}) {
			out = append(out, name{words: words})
		}
	}
	texts := []string{a.Label, a.Short}
	if before, _, ok := strings.Cut(a.Label, "("); ok {
		texts = append(texts, before)
	}
	for i, text := range texts {
		if text == "" || i > 0 && text == a.Label {
			continue
		}
		bare := strings.ToLower(language.WithoutSoftHyphens(text))
		if c.lex.generic.has(bare) {
			continue
		}
		words := c.contentWords(text)
		if len(words) == 0 {
			words = c.allWords(text) // «av og til»
		}
		add(words)
		if len(words) > 1 && c.lex.neither.has(words[0]) {
			add(words[:1])
		}
		for k := range out {
			out[k].joint = out[k].joint || slices.ContainsFunc(c.labelTokens(text), c.joins)
		}
		for _, other := range c.lex.exchanged(bare, words) {
			n := len(out)
			if add(other); len(out) > n {
				out[n].other = true
			}
		}
	}
	return out
}

// once is a list without what stands in it before.
func once(list []string) []string {
	twice := false
	for i, w := range list {
		twice = twice || slices.Contains(list[:i], w)
	}
	if !twice {
		return list
	}
	var out []string
	for _, w := range list {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// joins says whether a token of a label is a conjunction.
func (c *checker) joins(t token) bool { return c.lex.and.has(t.text) || c.lex.or.has(t.text) }

// allWords are the words of a label, small ones too.
func (c *checker) allWords(label string) []string {
	var out []string
	for _, t := range c.labelTokens(label) {
		if isWord(t) && !c.lex.yes.has(t.text) && !c.lex.no.has(t.text) {
			out = append(out, t.text)
		}
	}
	return out
}

// exchanged is the words of a label with a phrase of several words in it exchanged for its
// synonyms.
func (l *lexicon) exchanged(label string, words []string) [][]string {
	if !strings.Contains(label, " ") {
		return nil
	}
	var out [][]string
	for _, long := range l.longSynonyms {
		if !strings.Contains(label, long.text) ||
			!strings.Contains(" "+label+" ", " "+long.text+" ") {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool {
			return slices.Contains(long.words, w) || w[0] >= '0' && w[0] <= '9'
		})
		for _, other := range long.others {
			out = append(out, append(slices.Clone(rest), other...))
		}
	}
	return out
}

// tellApart finds the words of each name that no other answer has, and the words that answers
// beside each other share.
func (v *calling) tellApart(n *naming) {
	having := v.answersWith(n)
	for _, names := range v.names {
		for k := range names {
			for _, w := range names[k].words {
				if shared := having(w); len(shared) == 1 {
					names[k].own = append(names[k].own, w)
				} else if k == 0 && v.shared[w] == nil {
					v.shared[w] = shared
				}
			}
		}
	}
}

// answersWith finds the answers that have a form of a word: one by one where they are few, through
// their stems where they are many.
func (v *calling) answersWith(n *naming) func(word string) []int {
	const few = 12
	if len(v.names) <= few {
		return func(word string) (list []int) {
			same := n.synonyms.of(word)
			for i, names := range v.names {
				if slices.ContainsFunc(names, func(m name) bool {
					return slices.ContainsFunc(m.words, func(w string) bool {
						return n.inflected(w, word) || same != "" && n.synonyms.of(w) == same
					})
				}) {
					list = append(list, i)
				}
			}
			return list
		}
	}
	forms, answers := newStems(n), map[string][]int{}
	for i, names := range v.names {
		for _, m := range names {
			forms.take(m.words)
			for _, w := range m.words {
				if list := answers[w]; len(list) == 0 || list[len(list)-1] != i {
					answers[w] = append(list, i)
				}
			}
		}
	}
	return func(word string) (list []int) {
		for _, form := range forms.of(word) {
			list = append(list, answers[form]...)
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
}

// has says whether a figure has some words in its labels and question.
func (v *calling) has(words []string) bool {
	for _, w := range words {
		if _, ok := slices.BinarySearch(v.all, w); !ok {
			return false
		}
	}
	return true
}

// titled says whether some words are all of a figure's title.
func (v *calling) titled(words []string) bool {
	long := 0
	for _, w := range v.title {
		switch {
		case slices.Contains(words, w):
			long++
		case len(w) > 3:
			return false
		}
	}
	return long > 0
}

// stemsOf finds the words of the report's labels and questions in texts of a language.
func (c *checker) stemsOf(l *lexicon) *stems {
	if s := c.stems[l]; s != nil {
		return s
	}
	s := newStems(&l.naming)
	for _, f := range c.allFigures() {
		s.take(c.wordsOf(f).all)
		s.take(c.looseWords(f))
	}
	c.stems[l] = s
	return s
}

// looseWords are the words of a figure's vocabulary that are of none of its names: labels that may
// stand in any sentence, and the first parts of compounds.
func (c *checker) looseWords(f *content.Figure) []string {
	var out []string
	v := c.wordsOf(f)
	for i, a := range f.Answers {
		bare := strings.ToLower(language.WithoutSoftHyphens(a.Label))
		switch {
		case c.lex.generic.has(bare):
			out = append(out, bare)
		case len(v.names[i]) > 0 && len(v.names[i][0].words) == 1:
			for _, w := range v.all {
				if head, ok := headOf(v.names[i][0].words[0], w, c.lex.link); ok {
					out = append(out, head)
				}
			}
		}
	}
	return out
}

// index notes in which figures the words of labels and questions stand, once.
func (c *checker) index() {
	if c.having != nil {
		return
	}
	n := len(c.allFigures())
	c.having = make(map[string][]int, 8*n)
	for i, f := range c.allFigures() {
		for _, w := range c.wordsOf(f).all {
			c.having[w] = append(c.having[w], i)
		}
	}
}

// nounsOf finds what the report's surveys count in texts of a language.
func (c *checker) nounsOf(l *lexicon) *counted {
	if c.nouns[l] == nil {
		c.nouns[l] = c.countedBy(l)
	}
	return c.nouns[l]
}
