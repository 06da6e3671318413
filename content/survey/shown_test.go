package survey

import (
	"fmt"
	"strings"
	"testing"

	"rapport/content/language"
)

// counts makes a question of kind single; all that is under five in it is withheld.
func counts(answers ...int) (*Figure, Withheld) {
	f := &Figure{ID: "f", Kind: Single}
	for i, n := range answers {
		f.Answers = append(f.Answers, Answer{Label: string(rune('a' + i)), Count: n})
		f.N += n
	}
	s := &Survey{Figures: []*Figure{f}}
	f.Survey = s
	return f, Withhold([]*Survey{s}, func(*Figure) int { return 5 })
}

// TestShown holds every way of writing a share to what may be published of it.
func TestShown(t *testing.T) {
	open, openW := counts(31, 31)
	few, fewW := counts(9, 15)
	gaps, gapsW := counts(20, 7, 3)
	fewGaps, fewGapsW := counts(14, 7, 3)
	closed, closedW := counts(1, 2)
	const nb = language.Locale("nb")
	for _, tt := range []struct {
		name  string
		share Share
		want  string // count, base, per cent, leading, full, out of
	}{
		{"published", openW.Share(open, 0), "31 | 62 | 50,0 | 50 % | 50 % | 31 av 62"},
		{"few answered", fewW.Share(few, 0), "9 | 24 | 37,5 | 9 av 24 | 9 av 24 (38 %) | 9 av 24"},
		{"published beside gaps", gapsW.Share(gaps, 0), "20 | 30 | 66,7 | 67 % | 67 % | 20 av 30"},
		{"all gaps together", gapsW.Share(gaps, 1, 2), "10 | 30 | 33,3 | 33 % | 33 % | 10 av 30"},
		{"withheld", gapsW.Share(gaps, 2), ": | 30 | : | : | : | : av 30"},
		{"withheld, few answered", fewGapsW.Share(fewGaps, 2), ": | 24 | : | : | : | : av 24"},
		{"closed", closedW.Share(closed, 0), ": | : | : | : | : | :"},
		{"the zero value", Share{}, ": | : | : | : | : | :"},
		{"nobody asked", Withheld{}.Share(&Figure{Answers: []Answer{{}}}, 0),
			"0 | 0 | 0,0 | 0 av 0 | 0 av 0 (0 %) | 0 av 0"},
		{"key figure", gapsW.KeyFigure(KeyFigure{Figure: gaps, Answers: []int{2}}),
			": | 30 | : | : | : | : av 30"},
		{"response rate", Withheld{}.KeyFigure(KeyFigure{Survey: &Survey{Answered: 62,
			Invited: 148}}),
			"62 | 148 | 41,9 | 42 % | 42 % | 62 av 148"},
		{"free text", Withheld{}.Response(&Figure{Kind: Open, N: 12, Asked: 48}),
			"12 | 48 | 25,0 | 25 % | 25 % | 12 av 48"},
	} {
		have := strings.Join([]string{tt.share.Count().Text(nb.Decimal),
			tt.share.Base().Text(nb.Decimal),
			tt.share.Percent(1).Text(nb.Decimal), tt.share.Leading(nb), tt.share.Full(nb, 0),
			tt.share.OutOf(nb)}, " | ")
		if have = strings.ReplaceAll(have, language.NoBreakSpace, " "); have != tt.want {
			t.Errorf("%s:\nhave %s\nwant %s", tt.name, have, tt.want)
		}
	}
}

// TestShownHoldsNoSecret: what is withheld does not stand in the value, so that no way of printing
// it, nor a debugger's, tells it.
func TestShownHoldsNoSecret(t *testing.T) {
	f, w := counts(2000, 3, 4)
	if have := fmt.Sprintf("%+v", w.Share(f, 1)); strings.Contains(have, "3") {
		t.Errorf("a withheld 3 stands in %s", have)
	}
	if _, _, ok := w.Share(f, 1).Value(); ok || w.Share(f, 1).Published() {
		t.Error("a withheld share has a value")
	}
	if _, ok := w.Share(f, 1).Percent(1).Value(); ok {
		t.Error("a withheld percentage has a value")
	}
}

// TestSince: a change is the difference of two shown shares, and withheld with each of them.
func TestSince(t *testing.T) {
	now, nowW := counts(20, 3, 7)
	then, thenW := counts(3, 20, 7)
	const nb = language.Locale("nb")
	for _, tt := range []struct {
		now, then Share
		want      string
	}{
		{nowW.Share(now, 0), Withheld{}.Share(then, 0), "+56,7"},
		{Withheld{}.Share(now, 1), thenW.Share(then, 1), "−56,7"},
		{nowW.Share(now, 0), thenW.Share(then, 0), Colon},
		{nowW.Share(now, 1), thenW.Share(then, 1), Colon},
	} {
		if have := tt.now.Since(tt.then).Text(nb.Signed); have != tt.want {
			t.Errorf("have %s, want %s", have, tt.want)
		}
	}
}
