package charts

import (
	"unicode/utf8"

	"rapport/content"
	"rapport/fonts"
)

// Room is the place that the page offers.
type Room struct {
	Width fonts.Pt
	Main  bool // the main finding of the page
	Small bool // one of several small figures
}

// mostNameLetters is the longest name of a slice that is chosen for a pie or donut
// (layout/DESIGN.md, "Chart forms").
const mostNameLetters = 30

// Choose picks the form for data by the table of layout/DESIGN.md, "Chart forms". The author's own
// choice wins; whether it can show the data is for Allowed to say.
func Choose(d Data, room Room) Form {
	switch {
	case d.Form != "":
		return discreet(d.Form, d)
	case len(d.Measures) > Paired.rule().Most:
		return Change
	case len(d.Measures) > 0:
		return discreet(Paired, d)
	case len(d.Figures) == 0:
		return HBar
	case len(d.Figures) > 1 || d.Figures[0].Kind == content.Scale:
		if Allowed(Likert, d) == nil {
			return Likert
		}
	case d.Compare && Allowed(discreet(Slope, d), d) == nil:
		return discreet(Slope, d)
	case d.Compare && Allowed(Change, d) == nil:
		return Change
	}
	return discreet(chooseOne(d, room), d)
}

// chooseOne picks the form for one question of one year. A pie that an author asks for may have
// more names than slices; one that is chosen has a slice for each.
func chooseOne(d Data, room Room) Form {
	f := d.Figures[0]
	n := len(f.Answers)
	if f.Kind == content.Multiple {
		return HBar
	}
	if (f.Ordered || f.Kind == content.Scale) && n >= 3 && n <= VBar.rule().Most {
		return VBar
	}
	for _, r := range rowsOf(f, d.Withheld) {
		if utf8.RuneCountInString(whole(r.short)) > mostNameLetters {
			return HBar
		}
	}
	switch {
	case room.Small && n <= Donut.rule().Most && Allowed(Donut, d) == nil:
		return Donut
	case room.Main && n <= Pie.rule().Most && Allowed(Pie, d) == nil:
		return Pie
	}
	return HBar
}

// Allowed says why a form cannot show the data, or nil: content's rule for the form, by which an
// author's choice is checked too.
func Allowed(form Form, d Data) error {
	if _, err := form.drawing(); err != nil {
		return err
	}
	if m := d.shown().Publishable(); m != nil {
		return m
	}
	if m := form.rule().Misfit(d.shown()); m != nil {
		return m
	}
	return nil
}

// rows is how many rows data has as bars or as a change list.
func (d Data) rows(rule content.FormRule) int {
	if rule.Shows == content.OverYears {
		lines, _ := d.shown().Lines()
		return len(lines)
	}
	if len(d.Figures) == 1 {
		return len(d.Figures[0].Answers)
	}
	return len(d.Figures)
}

// Split cuts bars and change lists into parts of at most rows rows each, as even as can be; with
// rows 0, the most that stand in one figure. All parts keep one scale. Other forms come back whole.
func Split(d Data, rows int) []Data {
	d.Form = Choose(d, Room{})
	rule := d.Form.rule()
	if rows <= 0 {
		rows = rule.Most
	}
	n := d.rows(rule)
	if n <= rows || !rule.Splits {
		return []Data{d}
	}
	count := (n + rows - 1) / rows
	parts := make([]Data, count)
	for i := range parts {
		parts[i] = d
		parts[i].From, parts[i].To = n*i/count, n*(i+1)/count
	}
	return parts
}
