package topic

import (
	"strings"
	"sync"

	"rapport/content"
	"rapport/layout/flow"
	"rapport/layout/wording"
)

// sources tells where the labels of a block's charts come from: its answers, as they are listed. They
// are gathered when the first label is set, once for all parts and attempts of a block.
type sources struct {
	block *content.Block
	mu    sync.Mutex        // pages are drawn side by side
	all   []labelled        // of answers and measures, as they were written
	whole map[string]string // places by all words of a label
	part  map[string]string // by words that stand in one, as far as they were asked for
}

// labelled is a label as it was written, and its place.
type labelled struct{ words, place string }

// sources are those of a block's labels.
func (c *Charts) sources(block *content.Block) func(words string) string {
	s := c.labels[block]
	if s == nil {
		s = &sources{block: block}
		c.labels[block] = s
	}
	return s.of
}

// gather lists the labels of the block's figures and measures.
func (s *sources) gather() {
	s.whole, s.part = map[string]string{}, map[string]string{}
	add := func(pos content.Pos, words ...string) {
		place := flow.Place(pos).String()
		for _, w := range words {
			if w = wording.Clean(w); w == "" {
				continue
			}
			s.all = append(s.all, labelled{w, place})
			if _, there := s.whole[w]; !there {
				s.whole[w] = place
			}
		}
	}
	for _, f := range s.block.Figures {
		for _, a := range f.Answers {
			add(a.Pos, a.Label, a.Short)
		}
		add(f.Pos, f.Title, f.Question)
	}
	for _, m := range s.block.Measures {
		add(m.Pos, m.Label)
	}
	if s.block.By != nil {
		for _, g := range s.block.By.Groups {
			add(g.Pos, g.Label, g.Short)
		}
	}
}

// of is where words on a chart come from, "" when nothing tells. A label that was broken into lines is
// found by what stands on one of them.
func (s *sources) of(words string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.whole == nil {
		s.gather()
	}
	words = strings.TrimRight(wording.Clean(words), "- ")
	if place, ok := s.whole[words]; ok {
		return place
	}
	if len(words) <= 2 || isNumber(words) {
		return ""
	}
	if place, ok := s.part[words]; ok {
		return place
	}
	place := ""
	for _, l := range s.all {
		if strings.Contains(l.words, words) {
			place = l.place
			break
		}
	}
	s.part[words] = place
	return place
}

// isNumber says whether a label begins as a number does, which may stand in many answers.
func isNumber(words string) bool { return words[0] >= '0' && words[0] <= '9' }
