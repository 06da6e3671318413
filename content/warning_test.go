package content

import "testing"

// TestWarnings: a report that is as it should be has none; testdata/problems has those of others.
func TestWarnings(t *testing.T) {
	fsys := base(t)
	r, err := Load(fsys, 2022, "aarsrapport")
	if err != nil || len(r.Warnings()) > 0 {
		t.Fatal(err, r.Warnings())
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
