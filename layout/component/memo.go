package component

import (
	"encoding/binary"
	"math"

	"rapport/layout/text"
)

// Memo remembers set paragraphs: a topic is tried by several plans, and set again when a page number
// that it prints has changed, but most paragraphs stay as they are.
type Memo struct {
	styles map[text.Style]uint16
	lines  map[string][]text.Line
	key    []byte
}

// NewMemo returns an empty Memo. It is not safe for concurrent use.
func NewMemo() *Memo {
	return &Memo{styles: map[text.Style]uint16{}, lines: map[string][]text.Line{}}
}

// broken is Shaper.Break through the memo. The lines are shared: whoever draws them must not change
// them.
func (s *Setter) broken(spans []text.Span, o text.Options) []text.Line {
	if s.Memo == nil {
		return s.Shaper.Break(spans, o)
	}
	key := s.Memo.keyOf(spans, o)
	lines, ok := s.Memo.lines[string(key)]
	if !ok {
		name := string(key)
		lines = s.Shaper.Break(spans, o)
		s.Memo.lines[name] = lines
	}
	return lines
}

func (m *Memo) keyOf(spans []text.Span, o text.Options) []byte {
	b := binary.LittleEndian.AppendUint64(m.key[:0], math.Float64bits(float64(o.Width)))
	b = append(b, byte(o.Mode), byte(o.MaxLines))
	if o.Hyphenate {
		b = append(b, 1)
	}
	for _, s := range spans {
		id, ok := m.styles[s.Style]
		if !ok {
			id = uint16(len(m.styles))
			m.styles[s.Style] = id
		}
		b = binary.LittleEndian.AppendUint16(b, id)
		b = binary.LittleEndian.AppendUint16(b, uint16(s.Mark))
		b = binary.LittleEndian.AppendUint32(b, uint32(len(s.Text)))
		b = append(b, s.Text...)
	}
	m.key = b
	return b
}
