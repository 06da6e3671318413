package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapport/content/language"
	"rapport/content/privacy"
	"rapport/content/source"
)

// FormRule is what data a form of chart can show: a row of the table that both the check of an
// author's form and the package charts go by. The drawing of each form is a row of the table in
// charts.
type FormRule struct {
	Name  string // in TOML
	Shows Subject

	// Most is how many parts one chart has at most, Least how many at least; 0 is any number. Parts
	// are answers, or the lines of OverYears. A form that Splits shows more, in several charts on
	// one scale.
	Most, Least int
	Splits      bool
	// Years is how many surveys a line of OverYears has at least; 0 is two.
	Years int
	// Slices says that the parts make up a whole, so that one person gives one answer. An answer
	// that nobody gave is named, but is no slice. Slices have no beginning and no end, so that an
	// order of the answers is lost in them.
	Slices bool
	// Persons is how many people the form shows at most, each as a mark of their own in one place, so
	// that one person gives one answer; 0 where marks are not people.
	Persons int
	// Places says that the answers are places on a tile map, each once, or rest beside it.
	Places bool
	// OfMeasures says that an author asks for the form with a list of measures only.
	OfMeasures bool
	// Gaps says that a withheld number can stand in the form, as a colon without a mark.
	Gaps bool
	// Fallback is the form that shows the same where this one has no room for its labels, or no
	// gaps; "" when there is none.
	Fallback string
}

// Subject is what a form is about.
type Subject uint8

// Subjects.
const (
	OneYear    Subject = iota // the answers to one question in one year
	Statements                // questions on one scale, under each other
	OverYears                 // the answers to one question, or measures, over the years
	Shares                    // a share of each of several questions: measures, compared or not
	ByGroup                   // the answers to one question within groups
)

// formRules is the table of chart forms (layout/DESIGN.md, "Chart forms").
var formRules = []FormRule{
	{Name: "pie", Shows: OneYear, Most: 5, Least: 2, Slices: true, Fallback: "hbar"},
	{Name: "donut", Shows: OneYear, Most: 4, Least: 2, Slices: true, Fallback: "hbar"},
	{Name: "hbar", Shows: OneYear, Most: 14, Splits: true, Gaps: true},
	{Name: "vbar", Shows: OneYear, Most: 7, Gaps: true, Fallback: "hbar"},
	{Name: "dotcols", Shows: OneYear, Most: 7, Persons: 150, Gaps: true, Fallback: "vbar"},
	{Name: "likert", Shows: Statements, Most: 11, Least: 2, Gaps: true},
	{Name: "series", Shows: OverYears, Most: 4, Years: 3, Gaps: true, Fallback: "slope"},
	{Name: "slope", Shows: OverYears, Most: 4, Fallback: "change"},
	{Name: "paired", Shows: OverYears, Most: 4, Fallback: "change"},
	{Name: "change", Shows: OverYears, Most: 14, Splits: true, OfMeasures: true, Gaps: true},
	{Name: "battery", Shows: Shares, Most: 14, Least: 1, Splits: true, OfMeasures: true, Gaps: true},
	{Name: "dots", Shows: OneYear, Most: 14, Fallback: "hbar"},
	{Name: "tilemap", Shows: OneYear, Places: true, Gaps: true, Fallback: "hbar"},
	{Name: "multiples", Shows: ByGroup, Most: 14, Splits: true, Gaps: true, Fallback: "heat"},
	{Name: "dotplot", Shows: ByGroup, Splits: true, Gaps: true, Fallback: "heat"},
	{Name: "stacked", Shows: ByGroup, Most: 11, Least: 2, Splits: true, Gaps: true, Fallback: "heat"},
	{Name: "heat", Shows: ByGroup, Splits: true, Gaps: true},
}

// FormNames are the names of all chart forms.
func FormNames() []string {
	names := make([]string, len(formRules))
	for i, r := range formRules {
		names[i] = r.Name
	}
	return names
}

// FormNamed is the rule of a form by its name.
func FormNamed(name string) (FormRule, bool) {
	for _, r := range formRules {
		if r.Name == name {
			return r, true
		}
	}
	return FormRule{}, false
}

// forms are the names of the forms of a subject, in the order of the alphabet.
func (s Subject) forms() []string {
	var names []string
	for _, r := range formRules {
		if r.Shows == s {
			names = append(names, r.Name)
		}
	}
	slices.Sort(names)
	return names
}

// form is the rule of the form that shows whatever the others of its subject cannot.
func (s Subject) form() FormRule {
	for _, r := range formRules {
		if r.Shows == s && r.Fallback == "" {
			return r
		}
	}
	return FormRule{}
}

// ChartData is what a chart is to show: figures, or else measures.
type ChartData struct {
	Figures  []*Figure
	Measures []Measure
	By       *Breakdown // of the one figure: its answers within groups
	Compare  bool       // the earlier years too
	// AllYears asks for lines as long as each can be: those of measures too go back as far as they
	// have counterparts, and no line is cut to the years of another.
	AllYears bool
	Withheld Withheld
}

// all are the figures of the data, those of measures and of groups too.
func (d ChartData) all() []*Figure {
	all := append(slices.Clone(d.Figures), FiguresOf(d.Measures)...)
	if d.By != nil {
		for _, g := range d.By.Groups {
			all = append(all, g.Figure)
		}
	}
	return all
}

// FiguresOf are the figures of measures, each once.
func FiguresOf(measures []Measure) []*Figure {
	var all []*Figure
	for _, m := range measures {
		if !slices.Contains(all, m.Figure) {
			all = append(all, m.Figure)
		}
	}
	return all
}

// Scales parts statements by their scales, in the author's order: what stands under one head
// together. A question that is on no scale that the form likert shows stands alone.
func (d ChartData) Scales() [][]*Figure {
	var groups [][]*Figure
	rule := Statements.form()
	found := map[string]int{} // groups by the names of their steps
	for _, f := range d.Figures {
		if rule.statement(f, f) != nil {
			groups = append(groups, []*Figure{f})
			continue
		}
		scale := strings.Join(f.scale(), "\x00")
		with, ok := found[scale]
		if !ok {
			with = len(groups)
			found[scale], groups = with, append(groups, nil)
		}
		groups[with] = append(groups[with], f)
	}
	return groups
}

// Misfit is why data cannot be shown, and what to do about it.
type Misfit struct{ Text, Hint string }

func (m *Misfit) Error() string {
	if m.Hint == "" {
		return m.Text
	}
	return m.Text + "; " + m.Hint
}

// misfit is a Misfit whose text is put together as by fmt.Sprintf.
func misfit(hint, format string, args ...any) *Misfit {
	return &Misfit{fmt.Sprintf(format, args...), hint}
}

// TooFewAnswers is the base under which nothing of a question is published.
const TooFewAnswers = 5

// Closed withholds all of those figures whose base is one to under TooFewAnswers, and of their
// earlier years: a group so small is not published (layout/DESIGN.md, "Privacy"). Nobody is no
// group.
func (w Withheld) Closed(figures ...*Figure) Withheld {
	var small []*Figure
	for _, f := range figures {
		for ; f != nil; f = f.Compare {
			if f.N > 0 && f.N < TooFewAnswers && !w.HidesBase(f) {
				small = append(small, f)
			}
		}
	}
	return w.close(small)
}

// close withholds all of some figures.
func (w Withheld) close(figures []*Figure) Withheld {
	if len(figures) == 0 {
		return w
	}
	closed := Withheld{cells: map[*Figure]privacy.Cells{}, least: map[*Figure]int{}}
	maps.Copy(closed.cells, w.cells)
	maps.Copy(closed.least, w.least)
	for _, f := range figures {
		closed.cells[f] = privacy.Closed(len(f.Answers))
		closed.least[f] = max(w.least[f], TooFewAnswers)
	}
	return closed
}

// Closed is the data with such small figures of its own withheld.
func (d ChartData) Closed() ChartData {
	d.Withheld = d.Withheld.Closed(d.all()...)
	if d.By != nil {
		d.Withheld = d.Withheld.closedGroups(d.By)
	}
	return d
}

// Misfit says why the form cannot show data that is publishable; nil when it can.
func (r FormRule) Misfit(d ChartData) *Misfit {
	if d.By != nil || r.Shows == ByGroup {
		return r.groups(d)
	}
	switch r.Shows {
	case Statements:
		return r.statements(d)
	case OverYears:
		return r.years(d)
	case Shares:
		return r.shares(d)
	}
	if len(d.Figures) != 1 || len(d.Measures) > 0 {
		return misfit("make one block for each figure", "a %s shows one figure, not %d", r.Name,
			len(d.Figures))
	}
	return r.answers(d.Figures[0])
}

// shares holds measures to a form that shows a share of each.
func (r FormRule) shares(d ChartData) *Misfit {
	if len(d.Measures) < r.Least {
		return misfit(`name the questions: battery = [{ figure = "survey.figure" }, …]`,
			"a %s shows a share of each of several questions", r.Name)
	}
	return nil
}

// answers holds a question in one year to the form.
func (r FormRule) answers(f *Figure) *Misfit {
	hint := `take form = "` + r.Fallback + `"`
	if r.Places {
		_, m := f.Located()
		return m
	}
	if r.Slices && f.Kind == Multiple {
		return misfit(hint, "a %s needs one answer a person; several could be given to %s",
			r.Name, source.Quoted(f.Ref()))
	}
	if r.Persons > 0 && f.Kind == Multiple {
		return misfit(`take form = "hbar"`, "a dot of %s is a person, and several answers could be "+
			"given to %s", r.Name, source.Quoted(f.Ref()))
	}
	if r.LosesOrder(f) {
		return misfit("leave form out: columns and stacked bars keep the order",
			"the answers to %s have an order, which a %s loses", source.Quoted(f.Ref()), r.Name)
	}
	if f.Total() <= 0 && r.Slices {
		return misfit(hint, "nobody answered %s, and a %s shows parts", source.Quoted(f.Ref()), r.Name)
	}
	if n := len(f.Answers); n < r.Least {
		return misfit(hint, "a %s shows at least %d answers, %s has %d", r.Name, r.Least,
			source.Quoted(f.Ref()), n)
	}
	parts := len(f.Answers)
	if r.Slices {
		parts = f.given()
	}
	if m := r.tooMany(f, parts, hint); m != nil {
		return m
	}
	if r.Persons > 0 && f.N > r.Persons {
		return misfit(hint, "a dot of %s is a person; it shows at most %d, %s has %d answers",
			r.Name, r.Persons, source.Quoted(f.Ref()), f.N)
	}
	return nil
}

// LosesOrder says whether the answers to a question have an order that nobody sees in the form.
func (r FormRule) LosesOrder(f *Figure) bool {
	return r.Slices && (f.Kind == Scale || f.Ordered && len(f.ScaleSteps()) > 2)
}

// given is how many of the answers somebody gave.
func (f *Figure) given() int {
	n := 0
	for _, a := range f.Answers {
		if a.Count > 0 {
			n++
		}
	}
	return n
}

func (r FormRule) tooMany(f *Figure, parts int, hint string) *Misfit {
	if r.Most == 0 || r.Splits || parts <= r.Most {
		return nil
	}
	return misfit(hint, "a %s shows at most %d answers, %s has %d", r.Name, r.Most,
		source.Quoted(f.Ref()), parts)
}

// statements holds questions to the form: all on one scale.
func (r FormRule) statements(d ChartData) *Misfit {
	if len(d.Figures) == 0 {
		return misfit("", "a %s block shows figures, not measures", r.Name)
	}
	for _, f := range d.Figures {
		if m := r.statement(f, d.Figures[0]); m != nil {
			return m
		}
	}
	return nil
}

// statement holds a question to the form, and to the scale of the first one beside it.
func (r FormRule) statement(f, first *Figure) *Misfit {
	name, firstName, steps := source.Quoted(f.Ref()), source.Quoted(first.Ref()), len(f.ScaleSteps())
	switch {
	case f.Kind != Scale:
		return misfit(`take another form, or say kind = "scale"`,
			"a %s block shows scales; %s is of kind %s", r.Name, name, f.Kind)
	case first.Kind == Scale && len(first.Answers) != len(f.Answers):
		return misfit("make two blocks of it",
			"%s has %d steps, %s has %d; rows of one block share a scale",
			name, len(f.Answers), firstName, len(first.Answers))
	case steps < r.Least || steps > r.Most:
		return misfit("make a block for each figure, in another form",
			"%s has %d steps; a %s block shows %d to %d", name, steps, r.Name, r.Least, r.Most)
	case first.Kind == Scale && !slices.Equal(f.scale(), first.scale()):
		return misfit("give their steps the same names, or make two blocks of it",
			"%s and %s are not on the same scale", firstName, name)
	}
	return nil
}

// ScaleSteps are the answers on a scale, lowest first: all but the residual ones.
func (f *Figure) ScaleSteps() []int {
	var steps []int
	for i, a := range f.Answers {
		if !a.Residual {
			steps = append(steps, i)
		}
	}
	return steps
}

// Extremes are the low and the high steps of a scale: those that the author named, else two of each
// of five, one of each of three or four.
func (f *Figure) Extremes() (low, high []int) {
	low, high = f.steps()
	if len(f.Low) > 0 {
		low = f.Low
	}
	if len(f.High) > 0 {
		high = f.High
	}
	return low, high
}

// steps are the low and the high steps of a scale by default: two of each of five, one of three or four.
func (f *Figure) steps() (low, high []int) {
	var all []int
	for i, a := range f.Answers {
		if !a.Residual {
			all = append(all, i)
		}
	}
	if len(all) < 2 {
		return nil, nil
	}
	k := max(1, (len(all)-1)/2)
	return all[:k:k], all[len(all)-k:]
}

// scale is the names of the steps, after them those of the residual answers, and the direction.
func (f *Figure) scale() []string {
	var steps, residual []string
	if f.HowMuch {
		residual = []string{sequential}
	}
	for _, a := range f.Answers {
		if a.Residual {
			residual = append(residual, language.WithoutSoftHyphens(a.Label))
		} else {
			steps = append(steps, language.WithoutSoftHyphens(a.Label))
		}
	}
	return append(steps, residual...)
}

// years holds a question, or measures, to a form that compares years.
func (r FormRule) years(d ChartData) *Misfit {
	d.AllYears = r.Years > 0
	lines, m := d.Lines()
	if m != nil {
		return m
	}
	long := func(l Line) bool { return len(l.Points) >= r.Years }
	if !slices.ContainsFunc(lines, long) {
		return misfit(`take form = "`+r.Fallback+`", or let compare in the earlier survey name the `+
			"one before it", "a %s shows %d surveys or more, and %s is compared over fewer", r.Name,
			r.Years, source.Quoted(d.all()[0].Ref()))
	}
	if len(d.Measures) == 0 {
		return r.tooMany(d.Figures[0], len(lines), "show some answers in a change block")
	}
	if !r.Splits {
		return r.tooManyMeasures(len(lines))
	}
	return nil
}

func (r FormRule) tooManyMeasures(n int) *Misfit {
	if n <= r.Most {
		return nil
	}
	return misfit("", "%d measures, %d at most", n, r.Most)
}
