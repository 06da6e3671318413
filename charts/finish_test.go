package charts

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// TestCentresStandStill: the centres of pies of one width are at one place, the middle, unless a label
// would leave the figure there.
func TestCentresStandStill(t *testing.T) {
	r, width, still := rand.New(rand.NewPCG(18, 4)), fonts.Mm(174).Pt(), 0
	for i := range 300 {
		labels := make([]string, 2+r.IntN(4))
		for k := range labels {
			labels[k] = randomLabel(r, k)
		}
		f := randomFigure(r, "f", 2021, content.Single, labels)
		chart, err := Draw(of(Pie, f), houseStyle(t), plainSetter{}, width, 0)
		if err != nil || chart.Form != Pie {
			continue
		}
		left, right := chart.Center.X, chart.Center.X
		for _, l := range labelsOf(chart.Picture) {
			b := labelBox(l)
			left, right = min(left, b.x), max(right, b.x+b.w)
		}
		switch off := chart.Center.X - width/2; {
		case off < -0.01 && right < width-0.5, off > 0.01 && left > 0.5:
			t.Errorf("figure %d: the centre is %.2f off the middle, with room at that side", i, float64(off))
		case off > -0.01 && off < 0.01:
			still++
		}
	}
	if still < 100 {
		t.Errorf("only %d centres stand in the middle", still)
	}
}

// TestNameColumns: names beside lying bars have a column as wide as the longest, at most 55; the counts
// stand near the longest bar's value.
func TestNameColumns(t *testing.T) {
	const farthest = 12 // mm from a value to its count
	r, seen := rand.New(rand.NewPCG(18, 5)), 0
	for i := range 300 {
		labels := make([]string, 2+r.IntN(12))
		for k := range labels {
			labels[k] = randomLabel(r, k)
		}
		f := randomFigure(r, "f", 2021, content.Single, labels)
		chart, err := Draw(of(HBar, f), houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil || chart.Form != HBar || chart.NamesAbove || f.N < content.FewAnswers {
			continue
		}
		seen++
		widest, value, count := nameWidths(chart, labels)
		if have := chart.NameColumn.Mm(); have > 55 || have-widest.Mm() > 0.01 || widest.Mm()-have > 0.01 {
			t.Errorf("figure %d: a column of %.2f for names of %.2f", i, float64(have), float64(widest.Mm()))
		}
		if gap := (count - value).Mm(); gap > farthest {
			t.Errorf("figure %d: %.1f mm from the longest bar's value to the counts", i, float64(gap))
		}
	}
	if seen < 40 {
		t.Errorf("only %d figures have names beside their bars", seen)
	}
}

// nameWidths are the width of the widest line of a name, the right edge of the values, and the left edge
// of the counts and their head.
func nameWidths(c Chart, labels []string) (widest, value, count fonts.Pt) {
	count = c.Picture.Width
	for _, l := range labelsOf(c.Picture) {
		b := labelBox(l)
		switch {
		case l.Align == vector.Left && strings.HasSuffix(l.Text, "%"):
			value = max(value, b.x+b.w)
		case l.At.X >= c.Picture.Width-0.01:
			count = min(count, b.x)
		case l.Align == vector.Right && slices.ContainsFunc(labels, func(name string) bool {
			return strings.Contains(whole(name), strings.TrimSuffix(whole(l.Text), "-"))
		}):
			widest = max(widest, b.w)
		}
	}
	return widest, value, count
}

// TestMarksStandInside: the asterisk of a change stands inside the figure, right of its number.
func TestMarksStandInside(t *testing.T) {
	for _, form := range []Form{Change, Paired} {
		d := Data{Form: form, Language: "nb", Title: "Tre mål", Measures: measures()[:4]}
		for _, width := range []float64{174, 114.67, 85} {
			chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(width).Pt(), 0)
			if err != nil {
				t.Fatal(err)
			}
			marks := 0
			for _, l := range labelsOf(chart.Picture) {
				if l.Text != insideMark {
					continue
				}
				marks++
				if b := labelBox(l); b.x+b.w > chart.Picture.Width+0.01 {
					t.Errorf("%s in %g: a mark ends at %.2f", chart.Form, width,
						float64((b.x + b.w).Mm()))
				}
			}
			if marks == 0 && chart.Form == form {
				t.Errorf("%s in %g has no mark", form, width)
			}
		}
	}
}
