package check

import (
	"maps"
	"sync"

	"rapport/content"
)

// worthSharing is how many bytes of text a core must have to read, so that making what words mean
// once more costs less than it saves.
const worthSharing = 4 << 10

// share lets other checkers examine stretches of the texts, on a core each, and leaves the first to
// c. What they found and read is c's once the returned function has been called.
func (c *checker) share(cores int) (join func()) {
	cuts := c.cuts(cores)
	others := make([]*checker, len(cuts)-1)
	for i := range others {
		o := newCheckerOf(c.r, c.lexiconOf, c.texts)
		o.from, o.to, o.explains = cuts[i], cuts[i+1], c.explains
		others[i] = o
	}
	c.to = cuts[0]
	c.shareFigures(others)
	var wait sync.WaitGroup
	for _, o := range others {
		wait.Go(o.prose)
	}
	return func() {
		wait.Wait()
		for _, o := range others {
			c.found = append(c.found, o.found...)
			c.readings = append(c.readings, o.readings...)
		}
	}
}

// shareFigures finds out how the answers of all figures are called, and lets all know it. Nobody
// changes afterwards what several have.
func (c *checker) shareFigures(others []*checker) {
	all, n := c.allFigures(), len(others)+1
	if len(others) == 0 || len(all) == 0 {
		return
	}
	called := func(o *checker, part int) {
		for _, f := range all[part*len(all)/n : (part+1)*len(all)/n] {
			o.callingOf(f)
		}
	}
	var wait sync.WaitGroup
	for i, o := range others {
		wait.Go(func() { called(o, i) })
	}
	called(c, n-1)
	wait.Wait()
	for _, o := range others {
		maps.Copy(c.called, o.called)
		maps.Copy(c.labelToks, o.labelToks)
		maps.Copy(c.labelWords, o.labelWords)
	}
	c.index()
	c.worded = c.wordedAlike()
	s := c.stemsOf(c.lex)
	for _, o := range others {
		o.having, o.figures, o.worded = c.having, c.figures, c.worded
		o.called = maps.Clone(c.called)
		o.labelToks, o.labelWords = maps.Clone(c.labelToks), maps.Clone(c.labelWords)
		o.stems[c.lex] = s.beside()
	}
}

// beside has what was taken in; neither may take in more.
func (s *stems) beside() *stems {
	o := newStems(s.naming)
	o.begins, o.means, o.starts = s.begins, s.means, s.starts
	return o
}

// cuts are the ends of stretches of about the same length, one for a core at most, that part no
// topic. The first is shorter, since who has it examines the surveys too.
func (c *checker) cuts(cores int) []int {
	length := 0
	for _, t := range c.texts {
		length += c.weight(t)
	}
	parts := max(1, min(cores, length/worthSharing))
	var out []int
	read := 0
	for i, t := range c.texts {
		whole := t.Topic == nil || i == 0 || c.texts[i-1].Topic != t.Topic
		if n := len(out); whole && n < parts-1 && read >= (20*n+19)*length/(20*parts) {
			out = append(out, i)
		}
		read += c.weight(t)
	}
	return append(out, len(c.texts))
}

// weight is how much there is to examine in a text.
func (c *checker) weight(t content.Text) int {
	if !c.authors(t) {
		return 0
	}
	return len(t.Raw)
}
