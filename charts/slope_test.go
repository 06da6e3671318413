package charts

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// leastBetween is the least space between the words of two lines of a slope, above each other.
const leastBetween fonts.Mm = 0.5

// randomSlope is a question of two to four years with answers of which many have nearly the same share.
func randomSlope(r *rand.Rand) *content.Figure {
	labels := make([]string, 2+r.IntN(4))
	for i := range labels {
		labels[i] = randomLabel(r, i)
	}
	f := randomFigure(r, "f", 2021, content.Single, labels)
	n := 12 + r.IntN(300)
	crowd := func(f *content.Figure) {
		f.N = 0
		for i := range f.Answers {
			f.Answers[i].Count = n/len(labels) + r.IntN(1+n/[]int{4, 40}[r.IntN(2)])
			f.N += f.Answers[i].Count
		}
	}
	crowd(f)
	for year, now := 2020, f; year > 2020-1-r.IntN(3); year, now = year-1, now.Compare {
		randomEarlier(r, now, year)
		if now.Compare == nil {
			break
		}
		crowd(now.Compare)
	}
	return f
}

// wordBlock is the words of one line at one side of a slope: its value, with what stands right below it.
type wordBlock struct {
	words       []string
	top, bottom fonts.Pt
}

// slopeBlocks are the words at the right of a slope, from top to bottom, a block a line: each begins
// with a value, which is larger than names.
func slopeBlocks(c Chart) (all []wordBlock) {
	labels := labelsOf(c.Picture)
	slices.SortStableFunc(labels, func(a, b *vector.Label) int {
		return int(1000 * (a.At.Y - b.At.Y))
	})
	for _, l := range labels {
		b := labelBox(l)
		switch {
		case l.Align != vector.Left || l.Text == insideMark:
		case l.Font.Size == slopeValue:
			all = append(all, wordBlock{[]string{l.Text}, b.y, b.y + b.h})
		case len(all) > 0:
			last := &all[len(all)-1]
			last.words, last.bottom = append(last.words, l.Text), max(last.bottom, b.y+b.h)
		}
	}
	return all
}

// thenBlocks are the values at the left of a slope, from top to bottom.
func thenBlocks(c Chart) (all []wordBlock) {
	for _, l := range labelsOf(c.Picture) {
		if b := labelBox(l); l.Align == vector.Right {
			all = append(all, wordBlock{[]string{l.Text}, b.y, b.y + b.h})
		}
	}
	slices.SortFunc(all, func(a, b wordBlock) int { return int(1000 * (a.top - b.top)) })
	return all
}

// near is an error when two blocks come nearer than they may.
func near(blocks []wordBlock) error {
	for i, b := range blocks {
		if i > 0 && b.top-blocks[i-1].bottom < leastBetween.Pt() {
			return fmt.Errorf("%.2f mm between %q and %q", float64((b.top - blocks[i-1].bottom).Mm()),
				strings.Join(blocks[i-1].words, " "), strings.Join(b.words, " "))
		}
	}
	return nil
}

// TestSlopeLabelsKeepApart: the words of no two lines of a slope touch, at neither side, however near
// each other the lines end.
func TestSlopeLabelsKeepApart(t *testing.T) {
	slopes, crowded := 0, 0
	r := rand.New(rand.NewPCG(18, 4))
	for i := range 1000 {
		f := randomSlope(r)
		d := Data{Form: Slope, Figures: []*content.Figure{f}, Compare: true, Language: "nb"}
		width, height := fonts.Mm(85+r.IntN(90)), fonts.Mm([]int{0, 57, 77}[r.IntN(3)])
		chart, err := Draw(d, houseStyle(t), plainSetter{}, width.Pt(), height.Pt())
		if err != nil || chart.Form != Slope {
			continue // the lines have no room, and are told in another form
		}
		slopes++
		now, then := slopeBlocks(chart), thenBlocks(chart)
		if lines, err := trends(d); err != nil || len(now) != len(lines) {
			t.Fatalf("slope %d: %d values at the right of %d lines (%v)", i, len(now), len(lines), err)
		}
		for k := 1; k < len(now); k++ {
			if now[k].top-now[k-1].top < slopePitch.Pt()+1 {
				crowded++
			}
		}
		for _, blocks := range [][]wordBlock{now, then} {
			if err := near(blocks); err != nil {
				t.Errorf("slope %d: %v", i, err)
			}
		}
	}
	if slopes < 300 || crowded < 300 {
		t.Errorf("only %d slopes, %d names pushed apart", slopes, crowded)
	}
}
