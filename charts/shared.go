package charts

import (
	"sync"

	"rapport/content"
	"rapport/fonts"
)

// shared is what the parts of a figure measure once: every part has the scale and the columns of
// all rows, so that a question of a thousand answers would be measured anew for each of its parts.
// The parts are drawn in one style and by one setter.
type shared struct {
	mu       sync.Mutex
	ordered  map[*content.Figure][]row
	measured map[measured]*bars
}

// share is data whose parts measure once.
func (d Data) share() Data {
	if d.shared == nil {
		d.shared = &shared{ordered: map[*content.Figure][]row{}, measured: map[measured]*bars{}}
	}
	return d
}

// measured says which bars were measured, and for which room.
type measured struct {
	figure *content.Figure
	width  fonts.Pt
	shrink float64
	above  bool // the names
}

// rows are those of a question in the chart's order, sorted now or before.
func (s *shared) rows(c *canvas, f *content.Figure) []row {
	if s == nil {
		return rowsOf(f, c.Withheld)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ordered[f] == nil {
		s.ordered[f] = rowsOf(f, c.Withheld)
	}
	return s.ordered[f]
}

// bars are the rows of a question, measured now or before.
func (s *shared) bars(c *canvas, f *content.Figure) (*bars, error) {
	if s == nil {
		return c.bars(f)
	}
	key := measured{f, c.width, c.shrink, c.NamesAbove}
	s.mu.Lock()
	b := s.measured[key]
	s.mu.Unlock()
	if b != nil {
		return b, nil
	}
	b, err := c.bars(f)
	if err == nil {
		s.mu.Lock()
		s.measured[key] = b
		s.mu.Unlock()
	}
	return b, err
}
