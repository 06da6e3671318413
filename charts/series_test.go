package charts

import (
	"math"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/survey"
	"rapport/fonts"
)

// drawSeries draws a question over its years.
func drawSeries(t *testing.T, f *content.Figure, width float64) Chart {
	t.Helper()
	d := of(Series, f)
	d.Compare = true
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(width).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if chart.Form != Series {
		t.Fatalf("drawn as %s", chart.Form)
	}
	return chart
}

// TestYearsToScale: years are as far apart as they are in time.
func TestYearsToScale(t *testing.T) {
	chart := drawSeries(t, applied(), 114)
	at := map[string]fonts.Pt{}
	for _, l := range labelsOf(chart.Picture) {
		at[l.Text] = l.At.X
	}
	year := at["2018"] - at["2017"]
	for name, want := range map[string]fonts.Pt{"2020": 3, "2021": 4, "2022": 5} {
		if have := (at[name] - at["2017"]) / year; math.Abs(float64(have-want)) > 1e-6 {
			t.Errorf("%s stands %g years from 2017, want %g", name, float64(have), float64(want))
		}
	}
	if !strings.Contains(chart.Note, "Ikke målt: 2019.") {
		t.Errorf("the year without a survey is not told: %q", chart.Note)
	}
	want := "n = 171 (2017), 190 (2018), 198 (2020), 240 (2021), 310 (2022)"
	if have := strings.ReplaceAll(chart.Base, "\u00a0", " "); have != want {
		t.Errorf("have %q, want %q", have, want)
	}
}

// TestLinesOfTheirOwnYears: an answer that was not offered before begins later, and the table has a
// dash for the years before.
func TestLinesOfTheirOwnYears(t *testing.T) {
	f := question("Hvor?", 0, answer("Her", 30), answer("Der", 20), answer("På nett", 12))
	before(f, 2020, 60, 30, 20, 10)
	before(f, 2018, 50, 30, 20, 0)
	f.Compare.Merge = []content.Merge{{Label: "Her", Now: []int{0}, Then: []int{0}},
		{Label: "Der", Now: []int{1}, Then: []int{1}}}
	chart := drawSeries(t, f, 114)
	for _, row := range chart.Numbers {
		if dash := row[1] == "–"; dash != (row[0] == "På nett") || len(row) != 7 {
			t.Errorf("%q", row)
		}
	}
	if strings.Contains(chart.Rest, "På nett") {
		t.Errorf("%q is told to have no earlier value", chart.Rest)
	}
}

// TestWithheldYears: a withheld share has a colon and no mark; the line is broken there.
func TestWithheldYears(t *testing.T) {
	f := applied()
	f.Compare.Answers[0].Count, f.Compare.N = 2, 129
	var surveys []*content.Survey
	for g := f; g != nil; g = g.Compare {
		g.Survey.Figures = []*content.Figure{g}
		surveys = append(surveys, g.Survey)
	}
	d := of(Series, f)
	d.Compare, d.Withheld = true, survey.Withhold(surveys,
		func(*content.Figure) int { return 5 })
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(114).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if chart.Form != Series || !chart.Withheld {
		t.Fatalf("%s, withheld %v", chart.Form, chart.Withheld)
	}
	if !strings.Contains(chart.Alt, "2021 holdt tilbake") {
		t.Error(chart.Alt)
	}
	if have, want := hollow(chart), hollow(drawSeries(t, applied(), 114)); want != 12 || have >= want {
		t.Errorf("%d marks, %d where nothing is withheld", have, want)
	}
}

// hollow is how many hollow marks a chart has.
func hollow(c Chart) (n int) {
	for _, it := range c.Picture.Items {
		if it.Shape != nil && it.Shape.Paint.Fill != nil && it.Shape.Paint.Stroke != nil {
			n++
		}
	}
	return n
}

// TestSteadyLines: a line is highlighted when it has moved by more than its margin of error from its
// first year to its last, whatever it did in the last year alone.
func TestSteadyLines(t *testing.T) {
	moved := before(comparedWith(question("Ja?", 0, answer("Ja", 40), answer("Nei", 22)), 62, 39, 23),
		2015, 62, 20, 42)
	steady := before(comparedWith(question("Ja?", 0, answer("Ja", 40), answer("Nei", 22)), 62, 20, 42),
		2015, 62, 39, 23)
	highlight := houseStyle(t).Highlight
	colored := func(c Chart) bool {
		for _, l := range labelsOf(c.Picture) {
			if l.Color == highlight {
				return true
			}
		}
		return false
	}
	if !colored(drawSeries(t, moved, 114)) {
		t.Error("a line that has moved is not highlighted")
	}
	if c := drawSeries(t, steady, 114); colored(c) || !strings.Contains(c.Alt, "innenfor feilmarginen") {
		t.Errorf("a line that is where it was is highlighted, or not said to be: %s", c.Alt)
	}
}
