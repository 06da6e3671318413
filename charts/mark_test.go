package charts

import (
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/fonts"
)

// TestInsideMargin: a change inside its margin is marked and never highlighted, in every form; one
// outside is not marked.
func TestInsideMargin(t *testing.T) {
	list := Data{Form: Change, Language: "nb", Title: "Mål", Measures: []content.Measure{
		measure("Av få", 10, 24, 15, 24),    // the largest rise, inside a wide margin
		measure("Av mange", 20, 72, 32, 72), // outside
		measure("Uendret", 30, 72, 30, 72),
		measure("Ned", 50, 72, 22, 62),
	}}
	wide, narrow := list.Measures[0], list.Measures[1]
	for _, m := range list.Measures {
		m.Figure.Survey.Invited, m.Figure.Compare.Survey.Invited = 0, 0
	}
	paired := list
	paired.Form, paired.Measures = Paired, list.Measures[:2]
	slope := of(Slope, comparedWith(question("Hvordan?", 0, answer("Ja", 35), answer("Nei", 27)),
		72, 38, 34))
	tests := []struct {
		name   string
		data   Data
		marks  int
		bright []string // texts in the colour of the highlight
	}{
		{"change list", list, 2, []string{"+16,6", "−33,9"}},
		{"paired bars", paired, 1, []string{"+16,6"}},
		{"slope", slope, 2, nil}, // nor is its line, though the author asks for it
	}
	if !wide.Figure.Insignificant(wide.Answers...) ||
		narrow.Figure.Insignificant(narrow.Answers...) ||
		wide.Change().Units < narrow.Change().Units {
		t.Fatal("the test's figures are not what they are meant to be")
	}
	st := houseStyle(t)
	for _, tt := range tests {
		chart, err := Draw(tt.data, st, plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		marks, bright := 0, []string(nil)
		for _, l := range labelsOf(chart.Picture) {
			if l.Text == insideMark {
				marks++
			}
			if l.Color == st.Highlight && strings.ContainsAny(l.Text, "+−") {
				bright = append(bright, l.Text)
			}
		}
		if chart.Form != tt.data.Form || marks != tt.marks || !slices.Equal(bright, tt.bright) ||
			!chart.Inside {
			t.Errorf("%s: %s with %d marks, %q highlighted, want %d, %q", tt.name, chart.Form,
				marks, bright, tt.marks, tt.bright)
		}
		if len(tt.bright) == 0 && strings.Contains(dump(chart.Picture), st.Highlight.Name) {
			t.Errorf("%s: something is highlighted", tt.name)
		}
		if n := strings.Count(chart.Alt, "innenfor feilmarginen"); n != tt.marks {
			t.Errorf("%s: said %d times: %s", tt.name, n, chart.Alt)
		}
	}
}
