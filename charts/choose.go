package charts

import (
	"slices"
	"unicode/utf8"

	"rapport/content"
	"rapport/fonts"
)

// Room is the place that the page offers.
type Room struct {
	Width fonts.Pt
	Main  bool // the main finding of the page
	Small bool // one of several small figures
	// Crowded says that columns of dots have no room for the data's labels.
	Crowded bool
}

// mostNameLetters is the longest name of a slice that is chosen for a pie or donut
// (layout/DESIGN.md, "Chart forms").
const mostNameLetters = 30

// Choose picks the form for data by the table of layout/DESIGN.md, "Chart forms". The author's own choice
// wins when it can show the data; else the nearest form that can is taken.
func Choose(d Data, room Room) Form {
	d = d.closed()
	if d.Form != "" {
		if form := discreet(d.Form, d); Allowed(form, d) == nil {
			return form
		}
		for f := d.Form.fallback(); f != "" && !d.losesOrder(); f = f.fallback() {
			if Allowed(f, d) == nil && discreet(f, d) == f {
				return f
			}
		}
		d.Compare = d.Compare || d.Form.rule().Shows == content.OverYears
	}
	switch {
	case d.By != nil:
		return chooseGroups(d)
	case len(d.Measures) > 0:
		return chooseMeasures(d)
	case len(d.Figures) == 0:
		return HBar
	case len(d.Figures) > 1:
		if Allowed(Likert, d) == nil {
			return Likert
		}
		return HBar
	case d.Figures[0].Kind == content.Scale:
		n := len(d.Figures[0].ScaleSteps())
		if n >= 3 && n <= mostChosenSteps && Allowed(Likert, d) == nil {
			return Likert
		}
	case d.Compare && Allowed(Series, d) == nil:
		return Series
	case d.Compare && Allowed(discreet(Slope, d), d) == nil:
		return discreet(Slope, d)
	case d.Compare && Allowed(Change, d) == nil:
		return Change
	}
	return discreet(chooseOne(d, room), d)
}

// mostChosenSteps is the longest scale of one question that is stacked when the author leaves the
// form to the program; longer ones are columns. Statements under each other are stacked at any.
const mostChosenSteps = 5

// chooseMeasures picks the form for measures; bars where no year stands beside another.
func chooseMeasures(d Data) Form {
	paired := discreet(Paired, d)
	switch {
	case len(d.Measures) <= Paired.rule().Most && Allowed(paired, d) == nil:
		return paired
	case Allowed(Change, d) == nil:
		return Change
	}
	return HBar
}

// inForm is data in a form that can show it. Measures that no form compares are shown as their
// questions.
func (d Data) inForm(width fonts.Pt) Data {
	d.Form = d.shared.choose(d, Room{Width: width})
	shows := d.Form.rule().Shows
	if shows != content.OverYears && shows != content.Shares && len(d.Measures) > 0 {
		d.Figures, d.Measures, d.Compare = d.shownFigures(), nil, false
		d.Form, d.shared = HBar, nil
	}
	return d
}

// closed is data of which small groups are withheld.
func (d Data) closed() Data {
	if d.shared != nil {
		return d // before it was shared
	}
	d.Withheld = d.shown().Closed().Withheld
	return d
}

// shownFigures are the figures of the data, or else those of its measures, each once.
func (d Data) shownFigures() []*content.Figure {
	all := slices.Clone(d.Figures)
	for _, m := range d.Measures {
		if !slices.Contains(all, m.Figure) {
			all = append(all, m.Figure)
		}
	}
	return all
}

// losesOrder says whether the form that the author asked for hides the order of the answers.
func (d Data) losesOrder() bool {
	return len(d.Figures) == 1 && d.Form.rule().LosesOrder(d.Figures[0])
}

// chooseOne picks the form for one question of one year. A pie that an author asks for may have
// more names than slices; one that is chosen has a slice for each.
func chooseOne(d Data, room Room) Form {
	f := d.Figures[0]
	n := len(f.Answers)
	if f.Kind == content.Multiple {
		return HBar
	}
	if room.Main && d.covers() {
		return TileMap
	}
	if (f.Ordered && n >= 3 || f.Kind == content.Scale) && n <= VBar.rule().Most {
		return d.persons(VBar, room)
	}
	for _, r := range rowsOf(f, d.Withheld) {
		if utf8.RuneCountInString(whole(r.short)) > mostNameLetters {
			return HBar
		}
	}
	switch {
	case room.Small && n <= Donut.rule().Most && Allowed(Donut, d) == nil:
		if f.Replies() != nil {
			return Donut
		}
		return d.persons(Donut, room)
	case room.Main && n <= Pie.rule().Most && Allowed(Pie, d) == nil:
		return Pie
	}
	return HBar
}

// Of the places of a map so many must have answers, and so large a share of them, for a map to be
// chosen: else bars tell as much in less room.
const (
	leastMapped = 8
	mostBlank   = 1.0 / 3
)

// covers says whether the answers to the one question cover a map.
func (d Data) covers() bool {
	f := d.Figures[0]
	if len(f.Answers) < leastMapped || d.Withheld.HidesBase(f) || f.N < content.FewAnswers {
		return false
	}
	located, misfit := f.Located()
	if misfit != nil {
		return false
	}
	on := 0
	for _, p := range located.At {
		if p != content.NoTile {
			on++
		}
	}
	places := len(located.Map.Places)
	return on >= leastMapped && float64(places-on) <= mostBlank*float64(places)
}

// persons is columns of dots, a dot a person, in place of another form where they can show the data:
// a reader counts up to some hundred dots, and needs no scale for them. Of a base that is withheld
// nobody is told whether it is so small.
func (d Data) persons(form Form, room Room) Form {
	if room.Crowded || d.Withheld.HidesBase(d.Figures[0]) || Allowed(DotCols, d) != nil {
		return form
	}
	return DotCols
}

// Allowed says why a form cannot show the data, or nil: content's rule for the form, by which an
// author's choice is checked too.
func Allowed(form Form, d Data) error {
	if _, err := form.drawing(); err != nil {
		return err
	}
	if m := form.rule().Misfit(d.shown()); m != nil {
		return m
	}
	return nil
}

// rows is how many rows data has as bars, statements or a change list.
func (d Data) rows(rule content.FormRule) int {
	switch rule.Shows {
	case content.OverYears:
		lines, _ := d.shown().Lines()
		return len(lines)
	case content.Shares:
		return len(d.Measures)
	case content.ByGroup:
		return d.groupRows()
	}
	if len(d.Figures) == 1 && d.Form != Likert {
		return len(d.Figures[0].Answers)
	}
	return len(d.Figures)
}

// Split cuts bars, statements and change lists into parts of at most rows rows each, as even as can
// be; with rows 0, the most that stand in one figure. All parts keep one scale. Statements of
// several scales are parted by them first. Other forms come back whole.
func Split(d Data, rows int) []Data {
	var parts []Data
	for _, one := range d.byScale() {
		parts = append(parts, one.split(rows)...)
	}
	return parts
}

// byScale parts statements on several scales, and measures that compare several pairs of years.
func (d Data) byScale() []Data {
	switch {
	case len(d.Measures) > 0 && d.Form == Battery:
		return d.bySurvey()
	case d.Form == Series && Allowed(Series, d) == nil: // each line has years of its own
		return []Data{d}
	case len(d.Measures) > 0:
		return d.byYears()
	}
	groups := d.shown().Scales()
	if len(groups) < 2 || d.By != nil {
		return []Data{d}
	}
	var parts []Data
	for _, figures := range groups {
		one := d
		one.shared = nil
		if one.Figures, one.Form = figures, ""; len(figures) == 1 {
			one.Title = statement(figures[0])
		}
		parts = append(parts, one)
	}
	return parts
}

// HeadingIn is the heading of a part of data whose own heading is given: where the part shows one of
// several questions alone the question's title, and a group's name where it shows a group.
func (d Data) HeadingIn(whole Data, heading string) string {
	if len(d.Figures) != 1 || d.From > 0 {
		return heading
	}
	f := d.Figures[0]
	switch {
	case d.By == nil && whole.By != nil && f.Within != nil && heading != "":
		return heading + ": " + f.Within.Label
	case d.By == nil && whole.By != nil && f.Within != nil:
		return f.Within.Label
	case heading != "" || len(whole.Figures) < 2:
		return heading
	case f.Title != "":
		return f.Title
	}
	return f.Question
}

// byYears parts measures by the years that they compare.
func (d Data) byYears() []Data {
	var parts []Data
	for _, m := range d.Measures {
		at := -1
		for i, p := range parts {
			one := p.Measures[0].Figure
			if one.Survey.Year == m.Figure.Survey.Year &&
				yearBefore(one) == yearBefore(m.Figure) {
				at = i
			}
		}
		if at < 0 {
			one := d
			one.Measures, one.shared = nil, nil
			if len(parts) > 0 {
				one.Uncompared = nil
			}
			parts, at = append(parts, one), len(parts)
		}
		parts[at].Measures = append(parts[at].Measures, m)
	}
	return parts
}

// bySurvey parts the rows of a battery by their surveys, since one time stands in its head, and by
// the years that they are compared with, since one year is the hollow dot. What has no earlier year
// stands with the first of its survey.
func (d Data) bySurvey() []Data {
	type place struct {
		survey *content.Survey
		before int
	}
	before := map[*content.Survey]int{} // of the first row that is compared
	for _, m := range d.Measures {
		if s := m.Figure.Survey; before[s] == 0 && m.Compared() {
			before[s] = yearBefore(m.Figure)
		}
	}
	var parts []Data
	at := map[place]int{}
	for _, m := range d.Measures {
		p := place{m.Figure.Survey, before[m.Figure.Survey]}
		if m.Compared() {
			p.before = yearBefore(m.Figure)
		}
		i, ok := at[p]
		if !ok {
			one := d
			one.Measures, one.shared = nil, nil
			i, parts = len(parts), append(parts, one)
			at[p] = i
		}
		parts[i].Measures = append(parts[i].Measures, m)
	}
	return parts
}

// yearBefore is the year that a figure is compared with, 0 when it is not.
func yearBefore(f *content.Figure) int {
	if f.Compare == nil || f.Compare.Survey == nil {
		return 0
	}
	return f.Compare.Survey.Year
}

func (d Data) split(rows int) []Data {
	d = d.closed()
	d.Form = Choose(d, Room{})
	rule := d.Form.rule()
	if rows <= 0 {
		rows = rule.Most
		if d.Form == Likert {
			rows = len(d.Figures)
		} else if d.By != nil {
			rows = d.groupRows() // as many as have room
		}
	}
	n := d.rows(rule)
	if n <= rows || !rule.Splits && d.Form != Likert {
		return []Data{d}
	}
	d = d.share()
	count := (n + rows - 1) / rows
	parts := make([]Data, count)
	for i := range parts {
		parts[i] = d
		parts[i].From, parts[i].To = n*i/count, n*(i+1)/count
	}
	return parts
}

// Within cuts data into parts of at most a height each in a width, as long as there are rows to
// part; in the form that the data are drawn in there, or, when that has no rows to part, in the
// nearest that has.
func Within(d Data, st Style, set Setter, width, height fonts.Pt) []Data {
	tall := func(parts []Data) bool {
		return slices.ContainsFunc(parts, func(p Data) bool {
			chart, err := Draw(p, st, set, width, 0)
			return err == nil && chart.Picture.Height > height
		})
	}
	chart, err := Draw(d, st, set, width, 0)
	if err != nil || chart.Picture.Height <= height {
		return []Data{d}
	}
	d = d.inForm(width)
	d.Form = chart.Form
	d = d.closed().share()
	if rule := d.Form.rule(); !rule.Splits && d.Form != Likert {
		if d.Form = d.Form.fallback(); d.Form == "" {
			return []Data{d}
		}
		var parts []Data
		for _, part := range Split(d, 0) {
			parts = append(parts, Within(part, st, set, width, height)...)
		}
		return parts
	}
	from, to := d.From, d.To
	if to == 0 {
		to = d.rows(d.Form.rule())
	}
	for count := d.leastParts(chart.Picture.Height, height, to-from); count <= to-from; count++ {
		parts := make([]Data, count)
		for i := range parts {
			parts[i] = d
			parts[i].From, parts[i].To = from+(to-from)*i/count, from+(to-from)*(i+1)/count
		}
		if !tall(parts) || count == to-from && d.By == nil {
			return parts
		}
	}
	if d.By == nil {
		return []Data{d}
	}
	var all []Data
	for _, one := range d.eachGroup() {
		all = append(all, Within(one, st, set, width, height)...)
	}
	return all
}

// leastParts is how few parts of a height may do for data of n rows that are tall when whole: bars
// and statements are as high in a part as in the whole, but for the gap where it is cut.
func (d Data) leastParts(tall, height fonts.Pt, n int) int {
	if d.Form != HBar && d.Form != Likert && d.Form != Battery && d.By == nil {
		return 2
	}
	gap := fonts.Mm(10).Pt() // more than any
	return max(2, min(int((tall+gap)/(height+gap)), n))
}
