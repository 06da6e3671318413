package charts

import (
	"fmt"
	"strings"

	"rapport/content"
)

// describe writes the alternative text by the pattern of the brief's section 7, the numbers as text and
// the base.
func (c *canvas) describe() {
	var values string
	switch c.Form {
	case Slope, Paired, Change:
		values = c.describeTrends()
	case Likert:
		values = c.describeStatements()
	default:
		values = c.describeAnswers()
	}
	c.chart.Alt = sentences(c.terms.Forms.Name(string(c.Form)), c.question(), values, c.chart.Base, c.Finding)
}

// sentences joins texts as sentences; empty ones are left out.
func sentences(texts ...string) string {
	var out []string
	for _, t := range texts {
		t = strings.TrimSpace(whole(t))
		if t == "" {
			continue
		}
		if !strings.ContainsAny(t[len(t)-1:], ".?!") {
			t += "."
		}
		out = append(out, t)
	}
	return strings.Join(out, " ")
}

// question is what was asked, or the block's title when there is no single question.
func (c *canvas) question() string {
	if len(c.Figures) == 1 {
		if q := c.Figures[0].Question; q != "" {
			return q
		}
		return c.Figures[0].Title
	}
	return c.Title
}

// share is a count in words: "45 %", or "9 av 24 (38 %)" when few answered.
func (c *canvas) share(f *content.Figure, count int) string {
	percent := c.locale.Percent(content.Percent(count, f.N, 0))
	if few(f) {
		return c.locale.Share(count, f.N) + " (" + percent + ")"
	}
	return percent
}

func (c *canvas) describeAnswers() string {
	f := c.Figures[0]
	var parts []string
	c.chart.Head = []string{c.terms.Answer, c.terms.Number, c.terms.PercentHead}
	for _, r := range picked(rowsOf(f), c.From, c.To) {
		parts = append(parts, whole(r.label)+" "+c.share(f, r.count))
		c.chart.Numbers = append(c.chart.Numbers, []string{whole(r.label), c.locale.Int(r.count), c.locale.Decimal(r.percent)})
	}
	c.chart.Base = c.terms.N(f.N)
	return strings.Join(parts, ", ")
}

func (c *canvas) describeStatements() string {
	figures := byHighSum(c.Figures)
	c.chart.Head = []string{c.terms.Question, c.terms.Answer, c.terms.Number, c.terms.PercentHead}
	low, high := figures[0].N, figures[0].N
	var statements []string
	for _, f := range figures {
		low, high = min(low, f.N), max(high, f.N)
		var parts []string
		for _, r := range rowsOf(f) {
			parts = append(parts, whole(r.label)+" "+c.share(f, r.count))
			c.chart.Numbers = append(c.chart.Numbers,
				[]string{statement(f), whole(r.label), c.locale.Int(r.count), c.locale.Decimal(r.percent)})
		}
		name := statement(f) + ": "
		if len(figures) == 1 {
			name = ""
		}
		statements = append(statements, name+strings.Join(parts, ", "))
	}
	c.chart.Base = c.bases(low, high)
	return strings.Join(statements, ". ")
}

// bases is "n = 62", or "n = 61–62" when the base differs between rows.
func (c *canvas) bases(low, high int) string {
	if low == high {
		return c.terms.N(low)
	}
	return c.terms.N(low) + "–" + c.locale.Int(high)
}

func (c *canvas) describeTrends() string {
	lines, err := trends(c.Data)
	if err != nil {
		return ""
	}
	if c.Form == Change {
		lines = picked(byChange(lines), c.From, c.To)
	}
	years := yearsOf(lines)
	c.chart.Head = []string{c.terms.Answer}
	for _, y := range years {
		c.chart.Head = append(c.chart.Head, fmt.Sprintf("%s %d", c.terms.Number, y), fmt.Sprintf("%s %d", c.terms.PercentHead, y))
	}
	c.chart.Head = append(c.chart.Head, c.terms.Change)
	var parts []string
	for _, l := range lines {
		numbers := []string{whole(l.label)}
		var values []string
		for i, p := range l.points {
			value := c.locale.Percent(p.percent())
			if p.base < fewAnswers {
				value = c.locale.Share(p.count, p.base) + " (" + value + ")"
			}
			values = append(values, fmt.Sprintf("%d %s", years[i], value))
			numbers = append(numbers, c.locale.Int(p.count), c.locale.Decimal(p.percent()))
		}
		change := c.locale.Signed(l.change())
		parts = append(parts, fmt.Sprintf("%s %s (%s %s)", whole(l.label), strings.Join(values, ", "), change, c.terms.PointsShort))
		c.chart.Numbers = append(c.chart.Numbers, append(numbers, change))
	}
	c.chart.Base = c.trendBase(lines)
	return strings.Join(parts, "; ")
}

// trendBase is "n = 71 (2020), 62 (2021)".
func (c *canvas) trendBase(lines []trend) string {
	var parts []string
	for i, year := range yearsOf(lines) {
		low, high := lines[0].points[i].base, lines[0].points[i].base
		for _, l := range lines {
			low, high = min(low, l.points[i].base), max(high, l.points[i].base)
		}
		base := c.bases(low, high)
		if i > 0 {
			base = strings.TrimPrefix(base, c.terms.N(low))
			base = c.locale.Int(low) + base
		}
		parts = append(parts, fmt.Sprintf("%s (%d)", base, year))
	}
	return strings.Join(parts, ", ")
}
