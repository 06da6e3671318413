package check

import (
	"slices"

	"rapport/content"
)

// sentence is a sentence under examination. What it names is found when it is asked for.
type sentence struct {
	first, last int
	numbers     []number
	calls       []call
	parts       []part
	stretches   []stretch // of numbers that are no statistics

	words, alike sentenceWords // nil before they are asked for
	mentions     []mention
	found        []foundIn // the mentions of each figure, before those of others are weighed
	links        [][]link  // by token, for claims
	spoken       []spoken
	more         bool // the last number may be of more answers than the words name
	aside        bool // a number before was of something else than the data
	groups       []groupAt
	group        []int // the tokens that name the group whose answers are meant; nil: everyone's
	knows        struct{ mentions, spoken, stretches, far, groups bool }
}

// foundIn is the mentions of a figure's answers in a sentence.
type foundIn struct {
	figure *content.Figure
	list   []mention
}

// mentionsAt are the mentions of a figure's answers in the sentence, found once.
func (p *passage) mentionsAt(f *content.Figure) []mention {
	for _, o := range p.now.found {
		if o.figure == f {
			return o.list
		}
	}
	list := p.mentionsOf(f, p.words(), p.stretches())
	p.now.found = append(p.now.found, foundIn{f, list})
	return list
}

// keep notes the mentions of a figure that was looked for, when it is of the topic.
func (p *passage) keep(f *content.Figure, list []mention) {
	if len(p.scope.topic) > 0 && !p.now.knows.far {
		p.now.found = append(p.now.found, foundIn{f, list})
		p.c.foundRoom = p.now.found
	}
}

// sentenceWords is the words of labels that a sentence has, and where.
type sentenceWords map[string][]int

// sentenceAt turns to the sentence of tokens first to last.
func (p *passage) sentenceAt(first, last int) *sentence {
	at := &p.c.at
	*at = sentence{first: first, last: last, found: p.c.foundRoom[:0]}
	p.c.wordRoom.at = p.c.wordRoom.at[:0]
	ofNumber := func(n number, i int) int { return n.first - i }
	a, _ := slices.BinarySearchFunc(p.numbers, first, ofNumber)
	b, _ := slices.BinarySearchFunc(p.numbers, last, ofNumber)
	at.numbers = p.numbers[a:b]
	ofCall := func(k call, i int) int { return k.at - i }
	a, _ = slices.BinarySearchFunc(p.calls, first, ofCall)
	b, _ = slices.BinarySearchFunc(p.calls, last, ofCall)
	at.calls = p.calls[a:b]
	p.now = at
	return at
}

// parts are the parts of the sentence.
func (p *passage) parts() []part {
	if p.now.parts == nil {
		p.now.parts = p.partsOf(p.now.first, p.now.last)
	}
	return p.now.parts
}

// stretches are the stretches of numbers in the sentence that are not statistics themselves.
func (p *passage) stretches() []stretch {
	if at := p.now; !at.knows.stretches {
		at.knows.stretches = true
		for i := at.first; i < at.last; i++ {
			t := p.said[i]
			if t.kind != digitsToken && (t.kind != wordToken || !p.beginsStretch(t.text)) {
				continue
			}
			s, ok := p.lex.stretchAt(p.said, i)
			if !ok {
				s, ok = p.stretchOfOne(i)
			}
			if ok && s.last <= at.last {
				at.stretches = append(at.stretches, s)
				i = s.last - 1
			}
		}
	}
	return p.now.stretches
}

// stretchOfOne is a stretch at token i whose number is one, which is an article too, before a word of
// the topic: «under ett årsverk».
func (p *passage) stretchOfOne(i int) (s stretch, ok bool) {
	below, _ := p.lex.bands.below.at(p.said, i)
	above, _ := p.lex.bands.above.at(p.said, i)
	k := i + below + above
	if k == i || !p.lex.ones.has(p.word(k)) || !p.ofTopic(p.word(k+1)) {
		return s, false
	}
	s = stretch{low: lowest, up: cut{1, -1}, first: i, last: k + 1}
	if above > 0 {
		s.low, s.up = cut{1, 1}, highest
	}
	return s, true
}

// beginsStretch says whether a stretch may begin with a word.
func (p *passage) beginsStretch(w string) bool {
	is, ok := p.stems.begin[w]
	if !ok {
		is = p.lex.first.stretch.has(w) || p.lex.begins(w)
		p.stems.begin[w] = is
	}
	return is
}

// countedTokens says of each token whether it is part of a statistic, for one text at a time.
func (c *checker) countedTokens(tokens int, list []number) []bool {
	c.counting = slices.Grow(c.counting[:0], tokens)
	out := c.counting[:tokens]
	clear(out)
	for _, n := range list {
		for i := n.first; i < n.last; i++ {
			out[i] = true
		}
	}
	return out
}

// inNumber says whether token i is part of a statistic.
func (p *passage) inNumber(i int) bool { return i >= 0 && i < len(p.counting) && p.counting[i] }

// words are the words of labels of which the sentence has a form.
func (p *passage) words() sentenceWords {
	if p.now.words == nil {
		p.now.words = p.wordsBy(p.stems.of, &p.c.wordRoom.words)
	}
	return p.now.words
}

// likeWords are those that some word of the sentence begins like.
func (p *passage) likeWords() sentenceWords {
	if p.now.alike == nil {
		p.now.alike = p.wordsBy(p.stems.like, &p.c.wordRoom.alike)
	}
	return p.now.alike
}

// wordRoom is room for the words of one sentence at a time.
type wordRoom struct {
	words, alike sentenceWords
	at           []int // where words stand, those that are there once
}

func (p *passage) wordsBy(find func(word string) []string, room *sentenceWords) sentenceWords {
	if *room == nil {
		*room = sentenceWords{}
	}
	out, at := *room, &p.c.wordRoom.at
	clear(out)
	for i := p.now.first; i < p.now.last; i++ {
		if t := p.said[i]; isWord(t) {
			for _, w := range find(t.text) {
				if list := out[w]; list != nil {
					out[w] = append(list, i)
					continue
				}
				*at = append(*at, i)
				out[w] = (*at)[len(*at)-1 : len(*at) : len(*at)]
			}
		}
	}
	return out
}

// named are the answers that the sentence names: of the topic or else of other figures.
func (p *passage) named() []mention {
	if at := p.now; !at.knows.mentions {
		at.knows.mentions = true
		if at.mentions = p.mentions(p.scope.topic); len(at.mentions) == 0 &&
			(len(at.numbers) > 0 || len(p.scope.topic) == 0) {
			at.knows.far = true
			at.mentions = p.farMentions()
		}
	}
	return p.now.mentions
}

// spoken are the answers of the topic whose labels stand in the sentence in full.
func (p *passage) spoken() []spoken {
	if at := p.now; !at.knows.spoken {
		at.knows.spoken = true
		at.spoken = p.spokenOf(at.first, at.last, p.scope.topic)
		for _, s := range at.spoken {
			for k := range s.at {
				s.at[k] += at.first
			}
		}
	}
	return p.now.spoken
}
