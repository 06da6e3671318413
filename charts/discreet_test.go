package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/privacy"
	"rapport/content/survey"
	"rapport/fonts"
)

const testMinimum = 5

// twins are pairs of counts that look the same when those under five, and those that would give
// them away, are withheld; what is drawn of one must be what is drawn of the other.
var twins = [][2][]int{
	{{28, 22, 6, 4, 2}, {28, 22, 6, 3, 3}},
	{{20, 3, 30, 8}, {20, 4, 30, 7}},
	{{3, 40, 4, 10}, {4, 40, 3, 10}},
	{{0, 6, 3, 19}, {0, 5, 4, 19}},
	{{1, 2}, {2, 2}}, // closed: even the base
}

// counted is a question with some counts.
func countedQuestion(kind content.Kind, ordered bool, counts []int) *content.Figure {
	f := &content.Figure{ID: "f", Question: "Hva?", Title: "Hva", Kind: kind, Ordered: ordered,
		Survey: &content.Survey{ID: "s", Year: 2021}}
	for i, n := range counts {
		f.Answers = append(f.Answers, content.Answer{Label: fmt.Sprintf("Svar %c", 'A'+i),
			Count: n})
		f.N += n
	}
	f.Survey.Figures = []*content.Figure{f}
	return f
}

// secretly is data with what a minimum of five withholds of its figures and their earlier years.
func secretly(d Data) Data {
	var surveys []*content.Survey
	figures := slices.Clone(d.Figures)
	for _, m := range d.Measures {
		figures = append(figures, m.Figure)
	}
	for _, f := range figures {
		for ; f != nil; f = f.Compare {
			surveys = append(surveys, f.Survey)
		}
	}
	d.Withheld = survey.Withhold(surveys, func(*content.Figure) int { return testMinimum })
	d.Language = "nb"
	return d
}

// TestTwins: every form draws the same for counts that look the same, so that no length, place,
// order, scale or word can tell them apart.
func TestTwins(t *testing.T) {
	for _, pair := range twins {
		if !slices.Equal(privacy.Single(pair[0], testMinimum).Withheld,
			privacy.Single(pair[1], testMinimum).Withheld) {
			t.Fatalf("%v and %v do not look the same", pair[0], pair[1])
		}
		for _, form := range append(Forms(), "") {
			for _, kind := range []content.Kind{content.Single, content.Scale} {
				for _, ordered := range []bool{false, true} {
					for _, year := range []string{"alone", "now", "then", "measures"} {
						name := fmt.Sprintf("%v %s %s ordered=%v %s", pair[0], form, kind, ordered,
							year)
						var looks [2]string
						for i, counts := range pair {
							looks[i] = look(t,
								secretly(twinData(form, kind, ordered, year, counts)))
						}
						if looks[0] != looks[1] {
							t.Errorf("%s: told apart:\n%s", name, difference(looks[0], looks[1]))
						}
					}
				}
			}
		}
	}
}

// twinData shows counts alone, or beside a year in which nothing is small.
func twinData(form Form, kind content.Kind, ordered bool, year string, counts []int) Data {
	f := countedQuestion(kind, ordered, counts)
	d := Data{Form: form, Figures: []*content.Figure{f}}
	plain := make([]int, len(counts))
	for i := range plain {
		plain[i] = 10 + 3*i
	}
	other := countedQuestion(kind, ordered, plain)
	switch year {
	case "then":
		f, other = other, f
		fallthrough
	case "now", "measures":
		f.Compare, d.Compare, d.Figures = other, true, []*content.Figure{f}
		other.Survey.Year = 2020
	}
	if year == "measures" {
		d.Figures = nil
		for i, a := range f.Answers[:2] {
			d.Measures = append(d.Measures,
				content.Measure{Figure: f, Answers: []int{i}, Then: []int{i}, Label: a.Label})
		}
	}
	return d
}

// look is everything that leaves the package about a chart.
func look(t *testing.T, d Data) string {
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		return "refused: " + err.Error()
	}
	return fmt.Sprintf("%s\n%s\n%v\n%v\n%s\n%v\n%v\n%s", chart.Form, chart.Alt, chart.Head,
		chart.Numbers, chart.Base, chart.Withheld,
		chart.OneDotStandsFor, dump(chart.Picture))
}

func difference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return x[i] + "\n" + y[min(i, len(y)-1)]
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// TestStatementsTwins is TestTwins for statements under each other.
func TestStatementsTwins(t *testing.T) {
	for _, pair := range twins[:4] {
		// the share of its high step lies between those of the second pair
		plain := []int{50, 20, 17, 12}
		if len(pair[0]) == 5 {
			plain = append(plain, 30)
		}
		var looks [2]string
		for i, counts := range pair {
			d := secretly(Data{Form: Likert,
				Figures: []*content.Figure{countedQuestion(content.Scale, true, counts),
					countedQuestion(content.Scale, true, plain)}})
			looks[i] = look(t, d)
		}
		if looks[0] != looks[1] || strings.HasPrefix(looks[0], "refused") {
			t.Errorf("%v: told apart, or refused:\n%s", pair[0], difference(looks[0], looks[1]))
		}
	}
}

// TestColon: what is withheld is said, in the picture, the alternative text and the numbers.
func TestColon(t *testing.T) {
	tests := []struct {
		form, want Form
		year       string
		alt        string
		colons     int
	}{
		{Pie, HBar, "alone", "Svar D holdt tilbake", 4},
		{Donut, HBar, "alone", "Svar D holdt tilbake", 4},
		{Dots, HBar, "alone", "Svar B holdt tilbake", 4},
		{VBar, VBar, "alone", "Svar B holdt tilbake", 2},
		{Likert, Likert, "alone", "Svar B holdt tilbake", 1}, // a piece of the bar
		{Slope, Change, "now", "Svar D 2020 32,8 %, 2021 holdt tilbake. n =", 4},
		{Paired, Change, "then", "Svar D 2020 holdt tilbake, 2021 32,8 %. n =", 4},
	}
	for _, tt := range tests {
		d := secretly(twinData(tt.form, content.Scale, true, tt.year, []int{20, 3, 30, 8}))
		chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Errorf("%s: %v", tt.form, err)
			continue
		}
		if chart.Form != tt.want || !chart.Withheld {
			t.Errorf("%s: drawn as %s, withheld %v", tt.form, chart.Form, chart.Withheld)
		}
		if alt := strings.ReplaceAll(chart.Alt, "\u00a0", " "); !strings.Contains(alt, tt.alt) {
			t.Errorf("%s: %q does not say %q", tt.form, alt, tt.alt)
		}
		colons := 0
		for _, it := range chart.Picture.Items {
			if it.Label != nil && it.Label.Text == content.Colon {
				colons++
			}
		}
		if colons != tt.colons || !slices.ContainsFunc(chart.Numbers,
			func(r []string) bool { return slices.Contains(r, content.Colon) }) {
			t.Errorf("%s: %d colons in the picture, want %d, numbers %v", tt.form, colons,
				tt.colons, chart.Numbers)
		}
	}
}

// TestPublishedMeasures: measures of which nothing is withheld are shown as ever, whatever else is
// withheld of their figures.
func TestPublishedMeasures(t *testing.T) {
	d := secretly(twinData(Paired, content.Single, false, "measures", []int{20, 3, 30, 8}))
	d.Measures = d.Measures[:1]
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if chart.Form != Paired || chart.Withheld {
		t.Errorf("drawn as %s, withheld %v", chart.Form, chart.Withheld)
	}
}
