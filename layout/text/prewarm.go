package text

import (
	"runtime"
	"sync"
)

// Prewarm shapes the words of a document on all processors before it is set. Nothing that Break returns
// depends on it; it only takes the largest part of Break's work off one processor.
func (s *Shaper) Prewarm(paragraphs [][]Span) {
	keys := s.unseen(paragraphs)
	parts := min(runtime.GOMAXPROCS(0), len(keys)/100+1)
	var wg sync.WaitGroup
	for part := range parts {
		wg.Go(func() { s.shapeAll(keys[part*len(keys)/parts : (part+1)*len(keys)/parts]) })
	}
	wg.Wait()
}

// unseen lists the words that are not shaped yet, each once, as Break will ask for them.
func (s *Shaper) unseen(paragraphs [][]Span) []wordKey {
	s.mu.RLock()
	defer s.mu.RUnlock()
	seen := map[wordKey]bool{}
	var keys []wordKey
	for _, spans := range paragraphs {
		p := s.paragraph(spans, Options{})
		p.normalise()
		span := 0
		p.words(func(from, to int) {
			span = p.stretches(from, to, span, func(from, to, span int) {
				f := p.spans[span].Style.Font
				key := wordKey{f.Face, p.text[from:to], f.Tracking != 0, nothing}
				if !seen[key] && s.words[key] == nil {
					seen[key] = true
					keys = append(keys, key)
				}
			})
		})
		p.done()
	}
	return keys
}

// shapeAll shapes words into the cache, with one lock for all.
func (s *store) shapeAll(keys []wordKey) {
	ws := s.idle.take()
	defer s.idle.give(ws)
	shaped := make([]*word, len(keys))
	var missing []rune
	for i := range keys {
		keys[i].text = keys[i].shaped()
		w, m := ws.shape(keys[i].face, keys[i].text, keys[i].loose)
		shaped[i], missing = w, append(missing, m...)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, w := range shaped {
		s.words[keys[i]] = w
	}
	for _, r := range missing {
		s.missing[r] = true
	}
}
