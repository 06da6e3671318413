package charts

import (
	"fmt"
	"slices"
	"strings"

	"rapport/content"
)

// describe writes the alternative text by the pattern of layout/DESIGN.md, "Accessibility", the
// numbers as text, the base and the note.
func (c *canvas) describe() {
	values, chance := c.form.describe(c), c.describeChance()
	if len(c.Figures) > 1 {
		values = c.describeStatements()
	}
	c.chart.Rest = strings.TrimSpace(c.chart.Rest + " " + c.uncompared())
	if slices.ContainsFunc(c.Figures, func(f *content.Figure) bool { return f.Partial }) {
		c.chart.Rest = strings.TrimSpace(c.terms.SomeOptions + " " + c.chart.Rest)
	}
	if c.form.note != nil {
		c.chart.Note = c.form.note(c)
	}
	together := ""
	if share, words, ok := c.Data.together(); ok {
		together = share.OutOf(c.locale) + " " + words
	}
	c.chart.Alt = sentences(c.terms.Forms.Name(string(c.Form)), c.question(), values, chance, together,
		c.chart.Base, c.chart.Rest, c.Finding)
}

// uncompared names what a comparison of years leaves out, because it has no earlier value.
func (c *canvas) uncompared() string {
	var all []string
	add := func(label string, s content.Share) {
		all = append(all, whole(label)+" "+c.said(s, 0))
	}
	if len(c.Figures) == 1 && c.Form.rule().Shows == content.OverYears {
		f := c.Figures[0]
		lines, _ := c.shown().Lines()
		compared := map[int]bool{}
		for _, l := range lines {
			for _, i := range l.Answers {
				compared[i] = true
			}
		}
		for i, a := range f.Answers {
			if !compared[i] {
				add(a.Label, c.Withheld.Share(f, i))
			}
		}
	}
	for _, m := range c.Uncompared {
		if !slices.Contains(c.Figures, m.Figure) {
			add(m.Label, c.Withheld.Share(m.Figure, m.Answers...))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return c.terms.NotBefore(strings.Join(all, ", "))
}

// sentences joins texts as sentences; empty ones are left out.
func sentences(texts ...string) string {
	var out []string
	for _, t := range texts {
		t = strings.TrimSpace(whole(t))
		if t == "" {
			continue
		}
		out = append(out, t+content.FullStop(t))
	}
	return strings.Join(out, " ")
}

// question is what was asked, or the block's title when there is no single question.
func (c *canvas) question() string {
	if len(c.Figures) == 1 {
		f := c.Figures[0]
		asked := f.Question
		if asked == "" {
			asked = f.Title
		}
		if f.Within != nil { // a group by itself
			return asked + content.FullStop(asked) + " " + f.Within.Label
		}
		return asked
	}
	return c.Title
}

// said is a share in the alternative text, where a colon would not be understood.
func (c *canvas) said(s content.Share, decimals int) string {
	if !s.Published() {
		return c.terms.Withheld
	}
	return s.Full(c.locale, decimals)
}

// numbers are a count and its share as text.
func (c *canvas) numbers(s content.Share, decimals int) []string {
	return []string{s.Count().Text(c.locale.Decimal), s.Percent(decimals).Text(c.locale.Decimal)}
}

func (c *canvas) describeAnswers() string {
	f := c.Figures[0]
	var parts []string
	c.chart.Head = []string{c.terms.Answer, c.terms.Number, c.terms.PercentHead}
	for _, r := range picked(c.shared.ranked(c, f), c.From, c.To) {
		parts = append(parts, whole(r.label)+" "+c.said(r.share, 0))
		numbers := append([]string{whole(r.label)}, c.numbers(r.share, 0)...)
		c.chart.Numbers = append(c.chart.Numbers, numbers)
	}
	c.chart.Base = nEquals + c.baseText([]content.Shown{c.Withheld.Answered(f)})
	return strings.Join(parts, ", ")
}

func (c *canvas) describeStatements() string {
	figures := c.statements()
	c.chart.Head = []string{c.terms.Question, c.terms.Answer, c.terms.Number, c.terms.PercentHead}
	var bases []content.Shown
	var statements []string
	for _, f := range figures {
		bases = append(bases, c.Withheld.Answered(f))
		var parts []string
		for _, r := range c.rowsOf(f) {
			parts = append(parts, whole(r.label)+" "+c.said(r.share, 0))
			numbers := append([]string{statement(f), whole(r.label)}, c.numbers(r.share, 0)...)
			c.chart.Numbers = append(c.chart.Numbers, numbers)
		}
		name := statement(f) + ": "
		if len(figures) == 1 {
			name = ""
		}
		statements = append(statements, name+strings.Join(parts, ", "))
	}
	c.chart.Base = nEquals + c.baseText(bases)
	return strings.Join(statements, ". ")
}

func (c *canvas) describeTrends() string {
	lines, err := c.shared.lines(c)
	if err != nil {
		return ""
	}
	if c.Form == Change {
		lines = picked(c.shared.byChange(c, lines), c.From, c.To)
	}
	years := yearsOf(lines)
	c.chart.Head = []string{c.terms.Answer}
	for _, y := range years {
		c.chart.Head = append(c.chart.Head, fmt.Sprintf("%s %d", c.terms.Number, y),
			fmt.Sprintf("%s %d", c.terms.PercentHead, y))
	}
	c.chart.Head = append(c.chart.Head, c.terms.Change)
	var parts []string
	for _, l := range lines {
		numbers := []string{whole(l.label)}
		var values []string
		for i, p := range l.points {
			values = append(values, fmt.Sprintf("%d %s", years[i], c.said(p.share, 1)))
			numbers = append(numbers, c.numbers(p.share, 1)...)
		}
		change := c.changeText(l)
		if l.inside {
			change += insideMark
			c.chart.Inside = true
		}
		parts = append(parts, fmt.Sprintf("%s %s%s", whole(l.label), strings.Join(values, ", "),
			c.saidChange(l)))
		c.chart.Numbers = append(c.chart.Numbers, append(numbers, change))
	}
	c.chart.Base = c.trendBase(lines)
	return strings.Join(parts, "; ")
}

// saidChange is a change in words, nothing where a year is withheld.
func (c *canvas) saidChange(l trend) string {
	if l.withheld() {
		return ""
	}
	if l.inside {
		return " (" + c.changeText(l) + " " + c.terms.PointsShort + ", " + c.terms.InsideMargin +
			")"
	}
	return " (" + c.changeText(l) + " " + c.terms.PointsShort + ")"
}

// trendBase is "n = 71 (2020), 62 (2021)".
func (c *canvas) trendBase(lines []trend) string {
	var parts []string
	for i, year := range yearsOf(lines) {
		var bases []content.Shown
		for _, l := range lines {
			bases = append(bases, l.points[i].share.Base())
		}
		parts = append(parts, fmt.Sprintf("%s (%d)", c.baseText(bases), year))
	}
	return nEquals + strings.Join(parts, ", ")
}
