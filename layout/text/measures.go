package text

import (
	"slices"

	"rapport/charts/vector"
	"rapport/fonts"
)

// Measures remembers what a Shaper has measured of labels: a chart is drawn in several widths and
// heights before it has its place, with the same labels, and looks at each label more than once.
// It is not safe for concurrent use.
type Measures struct {
	set       *Shaper
	widths    map[labelKey]fonts.Pt
	narrowest map[labelKey]fonts.Pt
	lines     map[wrapKey][]string
}

type labelKey struct {
	text string
	font vector.Font
}

type wrapKey struct {
	labelKey
	width fonts.Pt
}

// NewMeasures remembers nothing yet.
func NewMeasures(set *Shaper) *Measures {
	return &Measures{set, map[labelKey]fonts.Pt{}, map[labelKey]fonts.Pt{}, map[wrapKey][]string{}}
}

// Width is that of Shaper.
func (m *Measures) Width(text string, font vector.Font) fonts.Pt {
	key := labelKey{text, font}
	width, ok := m.widths[key]
	if !ok {
		width = m.set.Width(text, font)
		m.widths[key] = width
	}
	return width
}

// Wrap is that of Shaper; the lines are shared and not to be changed.
func (m *Measures) Wrap(text string, font vector.Font, width fonts.Pt) []string {
	key := wrapKey{labelKey{text, font}, width}
	lines, ok := m.lines[key]
	if !ok {
		lines = slices.Clip(m.set.Wrap(text, font, width))
		m.lines[key] = lines
	}
	return lines
}

// Narrowest is that of Shaper.
func (m *Measures) Narrowest(text string, font vector.Font) fonts.Pt {
	key := labelKey{text, font}
	width, ok := m.narrowest[key]
	if !ok {
		width = m.set.Narrowest(text, font)
		m.narrowest[key] = width
	}
	return width
}
