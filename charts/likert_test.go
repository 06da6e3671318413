package charts

import (
	"fmt"
	"strings"
	"testing"

	"rapport/content"
	"rapport/fonts"
)

// TestSteps: a scale of two to eleven steps is stacked in as many colours, and its names stand in
// the picture, side by side or in a key, in any width.
func TestSteps(t *testing.T) {
	st := houseStyle(t)
	for n := 2; n <= 11; n++ {
		for _, long := range []string{"", " i svært stor grad og hele tiden"} {
			var names []string
			var counts []int
			for i := range n {
				names, counts = append(names, fmt.Sprint(i, long)), append(counts, 10+i)
			}
			d := of(Likert, scaleOf("En", names, counts...), scaleOf("To", names, counts...))
			for _, width := range []float64{174, 114.67, 85} {
				c, err := Draw(d, st, plainSetter{}, fonts.Mm(width).Pt(), 0)
				if err != nil || c.Form != Likert {
					t.Fatalf("%d steps: %v, drawn as %q", n, err, c.Form)
				}
				if err := check(c); err != nil {
					t.Errorf("%d steps in %g: %v", n, width, err)
				}
				var written strings.Builder
				for _, l := range labelsOf(c.Picture) {
					written.WriteString(l.Text + " ")
				}
				for _, name := range names {
					if !strings.Contains(written.String(), name) {
						t.Errorf("%d steps in %g: %q stands nowhere", n, width, name)
					}
				}
			}
			seen := map[string]bool{}
			for i := range n {
				seen[fmt.Sprint(between(st.Scale5, i, n-1))] = true
			}
			if len(seen) != n {
				t.Errorf("%d colours for %d steps", len(seen), n)
			}
		}
	}
}

// TestUncompared: what a merge leaves out, and measures without an earlier year, are named.
func TestUncompared(t *testing.T) {
	f := comparedWith(question("Hva?", 0, answer("Ja", 40), answer("Nei", 22)), 60, 30, 30)
	f.Merge = []content.Merge{{Label: "Ja", Now: []int{0}, Then: []int{0}}}
	d := of(Slope, f)
	d.Compare = true
	c, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil || !strings.Contains(c.Rest, "Nei 35") {
		t.Errorf("%v: %q", err, c.Rest)
	}
}

// TestWithin: statements that are taller than their room are cut, none is lost.
func TestWithin(t *testing.T) {
	var all = of(Likert)
	for i := range 20 {
		all.Figures = append(all.Figures, scaleOf(fmt.Sprint("Påstand ", i), []string{"a", "b", "c"},
			10+i, 10, 10))
	}
	st, room := houseStyle(t), fonts.Mm(150).Pt()
	rows := 0
	for _, part := range Within(all, st, plainSetter{}, fonts.Mm(174).Pt(), room) {
		c, err := Draw(part, st, plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil || c.Picture.Height > room {
			t.Error(err, c.Picture.Height.Mm())
		}
		rows += part.To - part.From
	}
	if rows != 20 {
		t.Errorf("%d of 20 statements", rows)
	}
}
