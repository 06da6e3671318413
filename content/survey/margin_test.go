package survey

import "testing"

// TestMargin holds the margin of error against one worked out by hand, and against what it must be.
func TestMargin(t *testing.T) {
	figure := func(year, invited, answered, yes int) *Figure {
		f := &Figure{Survey: &Survey{Year: year, Invited: invited, Answered: answered},
			Kind: Single, N: answered}
		f.Answers = []Answer{{Label: "Ja", Count: yes}, {Label: "Nei", Count: answered - yes}}
		return f
	}
	now := figure(2021, 148, 62, 24)
	now.Compare = figure(2020, 118, 72, 39)
	// p = 25/64 and 40/74, variances 0.003719 * 86/147 and 0.003356 * 46/117: 1.96 * sqrt(0.003495)
	// = 11.6
	if m, ok := now.Margin(0); !ok || m.String() != "11.6" {
		t.Errorf("have %v %v", m, ok)
	}
	if now.Insignificant(0) {
		t.Error("15.5 points lie inside a margin of 11.6")
	}
	now.Survey.Invited, now.Compare.Survey.Invited = 0, 0
	if m, _ := now.Margin(0); m.String() != "16.5" {
		t.Errorf("of an endless population: have %v", m)
	}
	now.Survey.Invited, now.Compare.Survey.Invited = 62, 72
	if m, _ := now.Margin(0); m.Units != 0 {
		t.Errorf("when everybody answered: have %v", m)
	}
	if _, ok := now.Compare.Margin(0); ok {
		t.Error("a margin without an earlier year")
	}
}
