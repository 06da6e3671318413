package topic

import (
	"slices"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/fonts"
)

// measures remembers what a charts.Setter has measured: a chart is drawn in several widths and
// heights before it has its place, with the same labels, and looks at each label more than once.
// It is not safe for concurrent use.
type measures struct {
	set       charts.Setter
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

func newMeasures(set charts.Setter) *measures {
	return &measures{set, map[labelKey]fonts.Pt{}, map[labelKey]fonts.Pt{}, map[wrapKey][]string{}}
}

func (m *measures) Width(text string, font vector.Font) fonts.Pt {
	key := labelKey{text, font}
	width, ok := m.widths[key]
	if !ok {
		width = m.set.Width(text, font)
		m.widths[key] = width
	}
	return width
}

func (m *measures) Wrap(text string, font vector.Font, width fonts.Pt) []string {
	key := wrapKey{labelKey{text, font}, width}
	lines, ok := m.lines[key]
	if !ok {
		lines = slices.Clip(m.set.Wrap(text, font, width))
		m.lines[key] = lines
	}
	return lines
}

func (m *measures) Narrowest(text string, font vector.Font) fonts.Pt {
	key := labelKey{text, font}
	width, ok := m.narrowest[key]
	if !ok {
		width = m.set.Narrowest(text, font)
		m.narrowest[key] = width
	}
	return width
}
