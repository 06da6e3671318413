package survey

import (
	"slices"
	"strings"
	"testing"
)

// scaleFigure is a scale of the steps that labels name, the last so many of them residual.
func scaleFigure(labels string, residual int) *Figure {
	f := &Figure{ID: "f", Kind: Scale}
	steps := strings.Split(labels, "")
	for i, l := range steps {
		f.Answers = append(f.Answers, Answer{Label: l, Count: 10,
			Residual: i >= len(steps)-residual})
	}
	f.N = f.Total()
	return f
}

// TestExtremes: two steps of five at each end, else one; residual answers are no steps, and the
// author's own word counts first.
func TestExtremes(t *testing.T) {
	own := scaleFigure("abcd", 0)
	own.High = []int{2, 3}
	for _, tt := range []struct {
		f         *Figure
		low, high []int
	}{
		{scaleFigure("abcde", 0), []int{0, 1}, []int{3, 4}},
		{scaleFigure("abcd", 0), []int{0}, []int{3}},
		{scaleFigure("abc", 0), []int{0}, []int{2}},
		{scaleFigure("abcd", 1), []int{0}, []int{2}},
		{own, []int{0}, []int{2, 3}},
	} {
		low, high := tt.f.Extremes()
		if !slices.Equal(low, tt.low) || !slices.Equal(high, tt.high) {
			t.Errorf("%q: low %v high %v, want %v and %v", tt.f.Labels(), low, high, tt.low,
				tt.high)
		}
	}
}

// earlierYear gives a figure one of the year before, with the answers that labels name.
func earlierYear(f *Figure, labels string) *Figure {
	f.Compare = scaleFigure(labels, 0)
	if f.Survey == nil {
		f.Survey = &Survey{ID: "s", Year: 2021}
	}
	f.Compare.Survey = &Survey{ID: "s", Year: f.Survey.Year - 1}
	return f.Compare
}

// TestLines: each answer that both years have is a line, as far back as all lines go; of merged
// answers, the merges are.
func TestLines(t *testing.T) {
	plain := scaleFigure("abc", 0)
	earlierYear(earlierYear(plain, "abc"), "abc")
	fresh := scaleFigure("abcx", 1)
	earlierYear(fresh, "abc")
	merged := scaleFigure("abcd", 0)
	earlierYear(merged, "ac")
	merged.Merge = []Merge{{Label: "low", Now: []int{0, 1}, Then: []int{0}}}
	renamed := scaleFigure("abc", 0)
	earlierYear(renamed, "abx")
	for _, tt := range []struct {
		name   string
		f      *Figure
		labels string
		years  []int
		misfit string
	}{
		{"three years", plain, "a b c", []int{2019, 2020, 2021}, ""},
		{"a residual answer is new", fresh, "a b c", []int{2020, 2021}, ""},
		{"a part is merged", merged, "low", []int{2020, 2021}, ""},
		{"an answer is new", renamed, "", nil, `no answer of "s.f" is "c"`},
		{"one year", scaleFigure("abc", 0), "", nil, "not compared with an earlier year"},
	} {
		lines, m := ChartData{Figures: []*Figure{tt.f}}.Lines()
		var labels []string
		for _, l := range lines {
			labels = append(labels, l.Label)
			if !slices.Equal(l.Years(), tt.years) {
				t.Errorf("%s: years %v, want %v", tt.name, l.Years(), tt.years)
			}
		}
		switch {
		case strings.Join(labels, " ") != tt.labels:
			t.Errorf("%s: lines %q, want %s", tt.name, labels, tt.labels)
		case (m == nil) != (tt.misfit == "") || m != nil && !strings.Contains(m.Text, tt.misfit):
			t.Errorf("%s: misfit %v, want %q", tt.name, m, tt.misfit)
		}
	}
}

// TestSlices: an answer of nobody is no slice, but stands among bars.
func TestSlices(t *testing.T) {
	f := scaleFigure("abcdef", 0)
	f.Kind, f.Ordered = Single, false
	pie, _ := FormNamed("pie")
	d := ChartData{Figures: []*Figure{f}}
	if pie.Misfit(d) == nil {
		t.Error("a pie takes six slices")
	}
	f.Answers[2].Count = 0
	if m := pie.Misfit(d); m != nil {
		t.Errorf("five slices and an answer of nobody: %v", m)
	}
	seven := ChartData{Figures: []*Figure{scaleFigure("abcdefgh", 0)}}
	seven.Figures[0].Answers[2].Count = 0
	if bars, _ := FormNamed("vbar"); bars.Misfit(seven) == nil {
		t.Error("vbar takes eight bars, one of them empty")
	}
}

// TestLosesOrder: slices show no scale, and no three answers that have an order.
func TestLosesOrder(t *testing.T) {
	cases := []struct {
		steps   string
		kind    Kind
		ordered bool
		want    bool
	}{
		{"abc", Scale, true, true}, {"ab", Scale, true, true}, {"abc", Single, true, true},
		{"abc", Single, false, false}, {"ab", Single, true, false},
	}
	for _, c := range cases {
		f := scaleFigure(c.steps, 0)
		f.Kind, f.Ordered = c.kind, c.ordered
		for _, name := range []string{"pie", "donut", "vbar", "hbar", "dots", "dotcols"} {
			rule, _ := FormNamed(name)
			got := rule.Misfit(ChartData{Figures: []*Figure{f}}) != nil
			if got != (c.want && rule.Slices) {
				t.Errorf("%s of %q, %s, ordered %v: refused %v", name, c.steps, c.kind, c.ordered, got)
			}
		}
	}
}

// TestClosed: a base of one to four is withheld with its earlier years; nobody, and five, are not.
func TestClosed(t *testing.T) {
	for n, want := range map[int]bool{0: false, 1: true, 4: true, 5: false} {
		f := &Figure{N: n, Answers: []Answer{{Label: "Ja", Count: n}, {Label: "Nei"}}}
		now := &Figure{N: 50, Answers: []Answer{{Label: "Ja", Count: 50}}, Compare: f}
		w := Withheld{}.Closed(now)
		if w.HidesBase(f) != want || w.HidesBase(now) {
			t.Errorf("%d answers: withheld %v, want %v", n, w.HidesBase(f), want)
		}
	}
}

// TestScales: statements are parted by their scales, a question on none stands alone.
func TestScales(t *testing.T) {
	a, b, c := scaleFigure("abcde", 0), scaleFigure("xyz", 0), scaleFigure("abcde", 0)
	d := scaleFigure("a", 0)
	groups := ChartData{Figures: []*Figure{a, b, c, d, d}}.Scales()
	if len(groups) != 4 || len(groups[0]) != 2 || groups[0][1] != c {
		t.Errorf("%d groups: %v", len(groups), groups)
	}
}

// TestAlone: what no merge covers has no line.
func TestAlone(t *testing.T) {
	f := scaleFigure("abcd", 0)
	earlierYear(f, "ac")
	f.Merge = []Merge{{Label: "low", Now: []int{0, 1}, Then: []int{0}}}
	if alone := f.Alone(); len(alone) != 2 || alone[0] != 2 {
		t.Errorf("alone: %v", alone)
	}
}
