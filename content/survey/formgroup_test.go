package survey

import (
	"fmt"
	"strings"
	"testing"
)

// grouped is a question of some answers and a base in each of some groups.
func grouped(kind Kind, answers int, bases ...int) ChartData {
	f := &Figure{ID: "f", Kind: kind, Survey: &Survey{ID: "s"}}
	b := &Breakdown{Figure: f, By: &Figure{ID: "by", Kind: Single}}
	for i := range answers {
		f.Answers = append(f.Answers, Answer{Label: fmt.Sprint("Svar ", i)})
	}
	for i, n := range bases {
		g := &Group{Label: fmt.Sprint("Gruppe ", i), Breakdown: b, Of: []int{i}}
		g.Figure = &Figure{ID: "f", Kind: kind, Answers: f.Answers, N: n, Survey: f.Survey, Within: g}
		f.N += n
		b.Groups = append(b.Groups, g)
	}
	return ChartData{Figures: []*Figure{f}, By: b}
}

// TestGroupForms: what each form of groups can show, and that the heat table shows anything.
func TestGroupForms(t *testing.T) {
	for _, tt := range []struct {
		form string
		data ChartData
		want string // of the misfit; "" for none
	}{
		{"multiples", grouped(Multiple, 14, 9, 9), ""},
		{"multiples", grouped(Single, 15, 9, 9), "15 answers; a multiples shows 1 to 14"},
		{"dotplot", grouped(Single, 90, 9), ""},
		{"stacked", grouped(Scale, 11, 9, 9), ""},
		{"stacked", grouped(Scale, 12, 9, 9), "12 answers; a stacked shows 2 to 11"},
		{"stacked", grouped(Single, 5, 9, 9), ""},
		{"stacked", grouped(Single, 6, 9, 9), "6 answers; a stacked shows 2 to 5"},
		{"stacked", grouped(Multiple, 4, 9, 9), "several could be given"},
		{"stacked", grouped(Single, 1, 9, 9), "1 answers; a stacked shows 2 to 5"},
		{"heat", grouped(Multiple, 90, 0, 9, 100), ""},
		{"heat", grouped(Single, 4), "no groups to show"},
		{"heat", ChartData{Figures: grouped(Single, 4, 9).Figures}, "shows the answers of groups"},
		{"pie", grouped(Single, 4, 9, 9), "does not show groups"},
		{"likert", grouped(Scale, 4, 9, 9), "does not show groups"},
	} {
		rule, _ := FormNamed(tt.form)
		m, have := rule.Misfit(tt.data), ""
		if m != nil {
			have = m.Text
		}
		if (m == nil) != (tt.want == "") || !strings.Contains(have, tt.want) {
			t.Errorf("%s: %q, want %q", tt.form, have, tt.want)
		}
	}
}

// TestGroupPoint: which answers groups are compared by.
func TestGroupPoint(t *testing.T) {
	yes := &Figure{Kind: Single, Answers: []Answer{{Label: "Nei"}, {Label: "Ja"}}}
	scale := grouped(Scale, 5, 9).Figures[0]
	several := grouped(Multiple, 4, 9).Figures[0]
	for _, tt := range []struct {
		figure             *Figure
		asked, highlighted []int
		want               string
	}{
		{yes, nil, nil, "[1]"}, {yes, nil, []int{0}, "[0]"}, {yes, []int{1}, []int{0}, "[1]"},
		{scale, nil, nil, "[3 4]"}, {scale, []int{1, 0}, nil, "[0 1]"},
		{several, []int{2, 1}, nil, "[2]"}, {several, nil, []int{3, 0}, "[3]"},
		{several, nil, nil, "[]"},
	} {
		if have := fmt.Sprint(tt.figure.GroupPoint(tt.asked, tt.highlighted)); have != tt.want {
			t.Errorf("%s, asked %v, highlighted %v: %s, want %s", tt.figure.Kind, tt.asked,
				tt.highlighted, have, tt.want)
		}
	}
}

// TestClosedGroups: one small group takes the next smallest with it, two do not, nor does one of groups
// that overlap, and nobody is no group.
func TestClosedGroups(t *testing.T) {
	for _, tt := range []struct {
		bases []int
		kind  Kind
		want  string // which are withheld
	}{
		{[]int{40, 3, 9, 0}, Single, "[1 2]"}, {[]int{40, 3, 4, 9}, Single, "[1 2]"},
		{[]int{40, 5, 9}, Single, "[]"}, {[]int{3}, Single, "[0]"}, {[]int{40, 3, 9}, Multiple, "[1]"},
	} {
		d := grouped(Single, 3, tt.bases...)
		d.By.By.Kind = tt.kind
		closed := d.Closed()
		have := []int{}
		for i, g := range d.By.Groups {
			if closed.Withheld.HidesBase(g.Figure) {
				have = append(have, i)
			}
		}
		if fmt.Sprint(have) != tt.want {
			t.Errorf("%v, %s: %v, want %s", tt.bases, tt.kind, have, tt.want)
		}
		if again := closed.Closed(); len(again.Withheld.cells) != len(closed.Withheld.cells) {
			t.Errorf("%v: closed twice is more", tt.bases)
		}
	}
}
