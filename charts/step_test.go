package charts

import (
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// TestStepKeys: each step has a letter or a number of its own, which no other has.
func TestStepKeys(t *testing.T) {
	cases := []struct {
		steps string // parted by commas; a question mark begins a residual one
		want  string
	}{
		{"Aldri,Av og til,Ofte", "1 2 3"},
		{"Aldri,Sjelden,Ofte", "A S O"},
		{"Svært utrygt,Utrygt,Verken eller,Trygt,Svært trygt", "1 2 3 4 5"},
		{"Lav (1–2),Midt (3),Høy (4–5)", "L M H"},
		{"0,1,2,3,4,5,6,7,8,9,10", "0 1 2 3 4 5 6 7 8 9 10"},
		{"1 – aldri,2,3,4,5 – alltid", "1 2 3 4 5"},
		{"Aldri,Sjelden,Ofte,?Vet ikke", "A S O V"},
		{"Aldri,Sjelden,Ofte,?Svarte ikke", "A S O –"},
		{"én,å,ø", "É Å Ø"},
	}
	for _, c := range cases {
		var rows []row
		for _, name := range strings.Split(c.steps, ",") {
			a := answer(name, 1)
			rows = append(rows, row{short: a.Short, residual: a.Residual})
		}
		if got := strings.Join(stepKeys(rows), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.steps, got, c.want)
		}
	}
}

// TestOneHue: the steps of a scale of how often or how much grow darker, part in grey, are marks on
// white and hold text that is read, with any ink and any hue.
func TestOneHue(t *testing.T) {
	inks := []vector.Color{{R: 0x22, G: 0x1A, B: 0x2B, K: 100}, {}, {R: 0x50, G: 0x50, B: 0x50}}
	hues := [][2]vector.Color{{{R: 0x35, G: 0x69, B: 0x8A}, {R: 0x17, G: 0x3F, B: 0x58}},
		{{R: 0x5A, G: 0xA0, B: 0x40}, {R: 0x20, G: 0x60, B: 0x20}},
		{{R: 0x20, G: 0x20, B: 0x60}, {R: 0xA0, G: 0x50, B: 0x20}}} // the last is the paler
	for _, ink := range inks {
		for _, hue := range hues {
			c := &canvas{Style: houseStyle(t)}
			c.Ink = ink
			c.Scale5 = append(slices.Clone(c.Scale5[:3]), hue[0], hue[1])
			for n := 2; n <= 11; n++ {
				before := 0.0
				for i, color := range c.oneHue(n) {
					contrast := vector.Contrast(c.White, color)
					if contrast < 3 || contrast < before*1.04 {
						t.Errorf("step %d of %d: a contrast of %.2f after %.2f", i, n, contrast, before)
					}
					if text := vector.Contrast(c.on(color), color); text < 4.5 {
						t.Errorf("step %d of %d: text has a contrast of %.2f", i, n, text)
					}
					before = contrast
				}
			}
		}
	}
}

// TestTextOnSteps: the numbers and keys in a scale with two sides are read at any number of steps.
func TestTextOnSteps(t *testing.T) {
	c := &canvas{Style: houseStyle(t)}
	for n := 2; n <= 11; n++ {
		var names []string
		for i := range n {
			names = append(names, string(rune('a'+i)))
		}
		seen := map[vector.Color]bool{}
		for i, color := range c.stepColors(scaleOf("En", names, make([]int, n)...)) {
			if text := vector.Contrast(c.on(color), color); text < leastText || seen[color] {
				t.Errorf("step %d of %d: text has a contrast of %.2f, seen %v", i, n, text, seen[color])
			}
			seen[color] = true
		}
	}
}

// TestNoSumOfOne: a sum stands beside the bars only where there are steps to add up.
func TestNoSumOfOne(t *testing.T) {
	five := []string{"Svært utrygt", "Utrygt", "Verken eller", "Trygt", "Svært trygt"}
	uneven := scaleOf("Ulike sider", five, 10, 20, 30, 40, 50)
	uneven.Low, uneven.High = []int{0}, []int{3, 4}
	cases := []struct {
		figure *content.Figure
		sums   int
		note   string
	}{
		{scaleOf("Tre", five[1:4], 10, 20, 30), 0, "Andel i prosent."},
		{scaleOf("Fire", five[:4], 10, 20, 30, 40), 0, "Andel i prosent."},
		{scaleOf("Fem", five, 10, 20, 30, 40, 50), 2, "Andel i prosent. Summene i margen"},
		{uneven, 1, "Andel i prosent. Summene i margen"},
	}
	for _, tt := range cases {
		c, err := Draw(of(Likert, tt.figure), houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		sums := 0
		for _, l := range labelsOf(c.Picture) {
			if strings.HasPrefix(l.Text, "Sum ") {
				sums++
			}
		}
		if sums != tt.sums || !strings.HasPrefix(c.Note, tt.note) {
			t.Errorf("%s: %d sums, want %d, note %q", tt.figure.Title, sums, tt.sums, c.Note)
		}
	}
}

// TestOrderKept: answers with an order are never shown as slices, whatever is asked for, and stand
// in their order.
func TestOrderKept(t *testing.T) {
	names := []string{"Aldri", "Sjelden", "Av og til", "Ofte", "Alltid", "Hele dagen", "Hele året",
		"Livet ut"}
	for _, kind := range []content.Kind{content.Single, content.Scale} {
		for n := 3; n <= len(names); n++ {
			for _, form := range []Form{"", Pie, Donut, HBar, VBar} {
				f := scaleOf("Hvor ofte?", names[:n], []int{5, 30, 8, 40, 2, 9, 3, 1}[:n]...)
				f.Kind = kind
				c, err := Draw(of(form, f), houseStyle(t), plainSetter{}, fonts.Mm(85).Pt(), 0)
				if err != nil {
					t.Fatal(err)
				}
				var order []string
				for _, row := range c.Numbers {
					order = append(order, row[len(row)-3])
				}
				if c.Form == Pie || c.Form == Donut || !slices.Equal(order, names[:n]) {
					t.Errorf("%s of %d as %q: drawn as %s, %q", kind, n, form, c.Form, order)
				}
			}
		}
	}
}
