package charts

import (
	"sync"

	"rapport/content"
	"rapport/fonts"
)

// shared is what the parts of data find out once: every part has the scale, the order and the
// columns of all rows, so that a question of a thousand answers, or a thousand statements, would be
// sorted and measured anew for each of its parts, or for every width of a page. Such data are closed, and their parts differ in
// From, To, Form and NamesAbove; they are drawn in one style and by one setter.
type shared struct {
	mu         sync.Mutex
	forms      map[Form]Form
	rows       map[*content.Figure][]row
	bars       map[measured]bars
	above      map[measured]bool // of several questions
	statements []*content.Figure // by their high sums
	groups     int               // of statements on one scale
	trends     func() ([]trend, error)
	changes    []trend // by their changes
	axes       map[axisPlace]changeAxis
	shares     []shareRow // of a battery, by their sizes
	panels     map[measured]panels
	heats      map[measured]heatPlan
	plots      map[measured]plot
}

// measured says which bars were measured, and for which room.
type measured struct {
	figure *content.Figure
	width  fonts.Pt
	shrink float64
	above  bool     // the names
	column fonts.Pt // of names, at least
}

// axisPlace says how wide a change list is, and where its axis begins.
type axisPlace struct{ width, left fonts.Pt }

// ManyTimes is data that will be drawn in several widths, which find out once what they have in
// common.
func (d Data) ManyTimes() Data { return d.closed().share() }

// share is data for parts.
func (d Data) share() Data {
	if d.shared == nil {
		d.shared = &shared{forms: map[Form]Form{}, rows: map[*content.Figure][]row{},
			bars: map[measured]bars{}, above: map[measured]bool{},
			axes: map[axisPlace]changeAxis{}, panels: map[measured]panels{},
			heats: map[measured]heatPlan{}, plots: map[measured]plot{}}
	}
	return d
}

// once is what has been found for a key, or finds it.
func once[K comparable, V any](s *shared, known map[K]V, key K, find func() V) V {
	s.mu.Lock()
	v, ok := known[key]
	s.mu.Unlock()
	if !ok {
		v = find()
		s.mu.Lock()
		known[key] = v
		s.mu.Unlock()
	}
	return v
}

// choose is Choose; without a form of its own data depend on the room.
func (s *shared) choose(d Data, room Room) Form {
	if s == nil || d.Form == "" {
		return Choose(d, room)
	}
	return once(s, s.forms, d.Form, func() Form { return Choose(d, room) })
}

// ranked are the rows of a question in the chart's order.
func (s *shared) ranked(c *canvas, f *content.Figure) []row {
	if s == nil {
		return c.rowsOf(f)
	}
	return once(s, s.rows, f, func() []row { return c.rowsOf(f) })
}

// measure are the rows of a question, measured.
func (s *shared) measure(c *canvas, f *content.Figure) bars {
	if s == nil {
		return c.bars(f)
	}
	return once(s, s.bars, measured{f, c.width, c.shrink, c.NamesAbove, c.NameColumn}, func() bars { return c.bars(f) })
}

// namesAbove says whether the names of all parts stand above their bars.
func (s *shared) namesAbove(c *canvas) bool {
	if s == nil {
		return c.needAbove()
	}
	return once(s, s.above, measured{width: c.width, shrink: c.shrink}, c.needAbove)
}

// panelPlace is where the panels of all parts stand.
func (s *shared) panelPlace(c *canvas) panels {
	if s == nil {
		return c.panelPlace()
	}
	return once(s, s.panels, measured{width: c.width, shrink: c.shrink}, c.panelPlace)
}

// heatPlace is where the tables of shades of all parts stand.
func (s *shared) heatPlace(c *canvas) heatPlan {
	if s == nil {
		return c.heatPlace()
	}
	return once(s, s.heats, measured{width: c.width, shrink: c.shrink}, c.heatPlace)
}

// plotPlace is where the rows of a dot plot of all parts stand.
func (s *shared) plotPlace(c *canvas) plot {
	if s == nil {
		return c.plotPlace()
	}
	return once(s, s.plots, measured{width: c.width, shrink: c.shrink}, c.plotPlace)
}

// lines are the answers or measures of all parts over the years, in the chart's order.
func (s *shared) lines(c *canvas) ([]trend, error) {
	if s == nil {
		return trends(c.Data)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trends == nil {
		s.trends = sync.OnceValues(func() ([]trend, error) { return trends(c.Data) })
	}
	return s.trends()
}

// byChange are the lines of all parts in the order of a change list.
func (s *shared) byChange(c *canvas, lines []trend) []trend {
	if s == nil {
		return byChange(lines)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changes == nil {
		s.changes = byChange(lines)
	}
	return s.changes
}

// axis is the axis of a change list, on which the values of all lines have room.
func (s *shared) axis(c *canvas, lines []trend, left fonts.Pt) changeAxis {
	if s == nil {
		return c.changeScale(lines, left)
	}
	return once(s, s.axes, axisPlace{c.width, left}, func() changeAxis { return c.changeScale(lines, left) })
}

// rowsOfShares are the rows of all parts of a battery in the chart's order.
func (s *shared) rowsOfShares(c *canvas) []shareRow {
	if s == nil {
		return c.shareRows()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shares == nil {
		s.shares = c.shareRows()
	}
	return s.shares
}

// batteryAxis is the axis of a battery, on which the values of all rows have room.
func (s *shared) batteryAxis(c *canvas, rows []shareRow, left fonts.Pt) box {
	if s == nil {
		return c.batteryScale(rows, left)
	}
	return once(s, s.axes, axisPlace{c.width, left}, func() changeAxis {
		return changeAxis{box: c.batteryScale(rows, left), top: 100}
	}).box
}

// byHighSum are the statements of all parts in the chart's order.
func (s *shared) byHighSum(c *canvas) []*content.Figure {
	if s == nil {
		return byHighSum(c.Figures, c.Withheld)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.statements == nil {
		s.statements = byHighSum(c.Figures, c.Withheld)
	}
	return s.statements
}

// scales is on how many scales the statements of all parts are.
func (s *shared) scales(c *canvas) int {
	if s == nil {
		return len(c.shown().Scales())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.groups == 0 {
		s.groups = len(c.shown().Scales())
	}
	return s.groups
}
