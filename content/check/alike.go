package check

import (
	"hash/maphash"
	"slices"

	"rapport/content"
)

// farRoom is room for what is found outside the topic, for one sentence at a time.
type farRoom struct {
	places   []int // of figures
	mentions map[*content.Figure][]mention
	claims   map[*content.Figure]farClaim
}

func newFarRoom() farRoom {
	return farRoom{mentions: map[*content.Figure][]mention{},
		claims: map[*content.Figure]farClaim{}}
}

// wordedLike is the first figure of the report that is worded as f is, but for numbers in what was
// asked: mostly f itself. A sentence with none of these numbers names the answers of the one where
// it names those of the other. A survey that is done again each year, or in every branch, asks the
// same.
func (p *passage) wordedLike(f *content.Figure) *content.Figure {
	for _, w := range p.c.wordsOf(f).digits {
		if len(p.words()[w]) > 0 {
			return f
		}
	}
	c := p.c
	if c.worded == nil {
		c.worded = c.wordedAlike()
	}
	if first := c.worded[f]; first != nil {
		return first
	}
	return f
}

// wordedAlike finds for each figure that is worded as one before it the first of these.
func (c *checker) wordedAlike() map[*content.Figure]*content.Figure {
	out := map[*content.Figure]*content.Figure{}
	seen := make(map[uint64][]*content.Figure, len(c.allFigures()))
	var hash maphash.Hash
	for _, f := range c.allFigures() {
		hash.Reset()
		c.hashWording(&hash, f)
		list := seen[hash.Sum64()]
		i := slices.IndexFunc(list, func(g *content.Figure) bool { return c.sameWording(f, g) })
		if i >= 0 {
			out[f] = list[i]
		} else {
			seen[hash.Sum64()] = append(list, f)
		}
	}
	return out
}

func (c *checker) hashWording(hash *maphash.Hash, f *content.Figure) {
	for _, w := range c.wordsOf(f).asks {
		hash.WriteString(withoutDigits(w))
	}
	for _, a := range f.Answers {
		hash.WriteString(a.Label)
	}
	hash.WriteString(string(f.Kind))
	if f.Follows != nil {
		c.hashWording(hash, f.Follows.Figure)
	}
}

// sameWording says whether all that words can be held against is the same: everything but counts,
// places, years and the numbers in what was asked.
func (c *checker) sameWording(f, g *content.Figure) bool {
	v, w := c.wordsOf(f), c.wordsOf(g)
	asked := func(a, b string) bool { return withoutDigits(a) == withoutDigits(b) }
	same := f.Kind == g.Kind && f.Ordered == g.Ordered && f.HowMuch == g.HowMuch &&
		slices.Equal(f.Low, g.Low) && slices.Equal(f.High, g.High) &&
		slices.EqualFunc(v.title, w.title, asked) && slices.EqualFunc(v.asks, w.asks, asked) &&
		slices.EqualFunc(f.Answers, g.Answers, func(a, b content.Answer) bool {
			return a.Label == b.Label && a.Short == b.Short && a.Residual == b.Residual
		}) && (f.Follows == nil) == (g.Follows == nil)
	return same && (f.Follows == nil || slices.Equal(f.Follows.Answers, g.Follows.Answers) &&
		c.sameWording(f.Follows.Figure, g.Follows.Figure))
}

// withoutDigits is a word, or what all numbers in questions are taken for: whether they are long
// tells how many words of a question must be named.
func withoutDigits(w string) string {
	switch {
	case w[0] < '0' || w[0] > '9':
		return w
	case len(w) > 3:
		return "0000"
	}
	return "0"
}
