package charts

import (
	"fmt"
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

// Limits of the forms (brief, section 5).
const (
	mostSlices      = 5
	mostRingSlices  = 4
	mostLines       = 4
	mostPairs       = 4
	mostNameLetters = 30 // in a pie
)

// Choose picks the form for data by the table of the brief's section 5. The author's own choice wins;
// whether it can show the data is for Allowed to say.
func Choose(d Data, room Room) Form {
	switch {
	case d.Form != "":
		return discreet(d.Form, d)
	case len(d.Measures) > mostPairs:
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

// chooseOne picks the form for one question of one year.
func chooseOne(d Data, room Room) Form {
	f := d.Figures[0]
	n := len(f.Answers)
	if f.Kind == content.Multiple {
		return HBar
	}
	if (f.Ordered || f.Kind == content.Scale) && n >= 3 && n <= mostStanding {
		return VBar
	}
	for _, r := range rowsOf(f, d.Withheld) {
		if utf8.RuneCountInString(whole(r.short)) > mostNameLetters {
			return HBar
		}
	}
	switch {
	case room.Small && n <= mostRingSlices && Allowed(Donut, d) == nil:
		return Donut
	case room.Main && Allowed(Pie, d) == nil:
		return Pie
	}
	return HBar
}

// Allowed says why a form cannot show the data, or nil.
func Allowed(form Form, d Data) error {
	if err := published(d); err != nil {
		return err
	}
	switch form {
	case Slope, Paired, Change:
		return trendAllowed(form, d)
	case Likert:
		return likertAllowed(d)
	case Pie, Donut, HBar, VBar, Dots:
		return oneAllowed(form, d)
	}
	return fmt.Errorf("no chart form %q; there are %q", form, Forms())
}

// published says why the numbers cannot be published at all.
func published(d Data) error {
	figures := d.Figures
	for _, m := range d.Measures {
		figures = append(figures[:len(figures):len(figures)], m.Figure)
	}
	if len(figures) == 0 {
		return fmt.Errorf("no figure")
	}
	for _, f := range figures {
		switch {
		case d.Withheld.HidesBase(f): // drawn without any number
		case len(f.Answers) == 0:
			return fmt.Errorf("%s has no counted answers", f.Ref())
		case f.Total() <= 0:
			return fmt.Errorf("%s has only zeros", f.Ref())
		case f.N < tooFewAnswers:
			return fmt.Errorf("%s has %d answers; groups under %d are not published", f.Ref(), f.N, tooFewAnswers)
		}
	}
	return nil
}

// oneAllowed is Allowed for the forms of one question in one year.
func oneAllowed(form Form, d Data) error {
	if len(d.Figures) != 1 {
		return fmt.Errorf("%s shows one figure, not %d", form, len(d.Figures))
	}
	f := d.Figures[0]
	if f.Kind == content.Multiple && (form == Pie || form == Donut) {
		return fmt.Errorf("%s: several answers were possible, so the shares are no parts of a whole; use hbar", f.Ref())
	}
	if n, most := len(f.Answers), mostAnswers(form); n > most {
		return fmt.Errorf("%s has %d answers; %s shows at most %d, use hbar", f.Ref(), n, form, most)
	}
	if n := len(f.Answers); n < 2 && (form == Pie || form == Donut) {
		return fmt.Errorf("%s has one answer; %s needs two", f.Ref(), form)
	}
	return nil
}

func mostAnswers(form Form) int {
	switch form {
	case Pie:
		return mostSlices
	case Donut:
		return mostRingSlices
	case VBar:
		return mostStanding
	}
	return 1 << 16
}

// Rows is how many rows data has as bars or as a change list.
func Rows(d Data) int {
	if len(d.Measures) > 0 || d.Compare {
		if lines, err := trends(d); err == nil {
			return len(lines)
		}
	}
	if len(d.Figures) == 1 {
		return len(d.Figures[0].Answers)
	}
	return len(d.Figures)
}

// Split cuts bars and change lists into parts of at most rows rows each, as even as can be; with rows 0,
// the most that stand in one figure, 14. All parts keep one scale. Other forms come back whole.
func Split(d Data, rows int) []Data {
	d.Form = Choose(d, Room{})
	if rows <= 0 {
		rows = mostRows
	}
	n := Rows(d)
	if n <= rows || (d.Form != HBar && d.Form != Change) {
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
