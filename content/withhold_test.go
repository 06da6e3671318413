package content

import "testing"

// TestWithheld follows a minimum from TOML to what may be published: this year's cells, the earlier
// year's, sums, changes, and a follow-up whose base would tell.
func TestWithheld(t *testing.T) {
	f := func(answers ...int) *Figure {
		f := &Figure{ID: "f", Kind: Single}
		for i, n := range answers {
			f.Answers = append(f.Answers, Answer{Label: string(rune('a' + i)), Count: n})
			f.N += n
		}
		return f
	}
	parent, child, free := f(30, 7, 2), f(1, 1), f(20, 19)
	child.Follows = &Follow{Figure: parent, Answers: []int{2}}
	now := f(20, 19, 0)
	now.Compare = f(34, 3, 8)
	s := &Survey{Figures: []*Figure{child, parent, free, now, now.Compare}}
	for _, g := range s.Figures {
		g.Survey = s
	}
	w := Withhold([]*Survey{s}, func(*Figure) int { return 5 })
	tests := []struct {
		what       string
		have, want bool
	}{
		{"large cell", w.Cell(parent, 0), false},
		{"complementary cell", w.Cell(parent, 1), true},
		{"small cell", w.Cell(parent, 2), true},
		{"sum of all gaps", w.Sum(parent, 1, 2), false},
		{"sum with one gap", w.Sum(parent, 0, 2), true},
		{"base", w.Base(parent), false},
		{"base of a follow-up of a small cell", w.Base(child), true},
		{"cell of a closed follow-up", w.Cell(child, 0), true},
		{"figure without small cells", w.Any(free), false},
		{"change of a published share from a withheld one", w.Change(now, 1), true},
		{"change between published shares", w.Change(now, 0), false},
		{"the zero value", Withheld{}.Cell(parent, 2) || Withheld{}.Sum(parent, 0, 2) || Withheld{}.Base(child), false},
	}
	for _, tt := range tests {
		if tt.have != tt.want {
			t.Errorf("%s: withheld is %v", tt.what, tt.have)
		}
	}
}

func TestPrivacyInTOML(t *testing.T) {
	r := loadBase(t, "@ 1-report.toml\n+ [privacy]\n+ minimum = 20\n")
	team := r.Survey("m2021").Figure("team")
	if w := r.Withheld(); !w.Cell(team, 1) || !w.Cell(team, 0) {
		t.Error("15 of 60 is published with a minimum of 20")
	}
	if w := loadBase(t).Withheld(); w.Any(team) {
		t.Error("withheld without a minimum")
	}
}
