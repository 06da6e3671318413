package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// plainQuestion has n answers in falling order.
func plainQuestion(n int) *content.Figure {
	var answers []content.Answer
	for i := range n {
		answers = append(answers, answer(fmt.Sprintf("Svar %d", i), 40-i))
	}
	return question("Spørsmål?", -1, answers...)
}

func with(f *content.Figure, change func(*content.Figure)) *content.Figure {
	change(f)
	return f
}

func ordered(f *content.Figure)  { f.Ordered = true }
func multiple(f *content.Figure) { f.Kind = content.Multiple }
func scale(f *content.Figure)    { f.Kind = content.Scale }

// TestChoose is the table of layout/DESIGN.md, "Chart forms".
func TestChoose(t *testing.T) {
	main, small := Room{Width: fonts.Mm(174).Pt(), Main: true},
		Room{Width: fonts.Mm(85).Pt(), Small: true}
	crowded := Room{Width: small.Width, Small: true, Crowded: true}
	compared := func(n int) Data {
		f := plainQuestion(n)
		var counts []int
		for range n {
			counts = append(counts, 10)
		}
		d := of("", comparedWith(f, 10*n, counts...))
		d.Compare = true
		return d
	}
	three := compared(3)
	comparedWith(three.Figures[0].Compare, 30, 10, 10, 10)
	cases := []struct {
		name string
		data Data
		room Room
		want Form
	}{
		{"yes or no, small", of("", description()), small, Donut},
		{"two options of 79, small", of("", plainQuestion(2)), small, DotCols},
		{"two options without room for dots", of("", plainQuestion(2)), crowded, Donut},
		{"four options of 154, small", of("", plainQuestion(4)), small, Donut},
		{"five options, small", of("", plainQuestion(5)), small, HBar},
		{"two options, main", of("", plainQuestion(2)), main, Pie},
		{"five options, main", of("", plainQuestion(5)), main, Pie},
		{"six options, main", of("", plainQuestion(6)), main, HBar},
		{"fourteen options", of("", plainQuestion(14)), main, HBar},
		{"a label over thirty characters", of("", with(plainQuestion(3), func(f *content.Figure) {
			f.Answers[1].Label = strings.Repeat("x", 31)
			f.Answers[1].Short = f.Answers[1].Label
		})), main, HBar},
		{"thirty characters and soft hyphens",
			of("", with(plainQuestion(3), func(f *content.Figure) {
				f.Answers[1].Short = strings.Repeat("xxxxx\u00ad", 6)
			})), main, Pie},
		{"a long label with a short one", of("", with(plainQuestion(3), func(f *content.Figure) {
			f.Answers[1].Label = strings.Repeat("x", 31)
		})), main, Pie},
		{"two ordered", of("", with(plainQuestion(2), ordered)), main, Pie},
		{"three ordered of 117", of("", with(plainQuestion(3), ordered)), main, DotCols},
		{"three ordered without room for dots", of("", with(plainQuestion(3), ordered)), crowded,
			VBar},
		{"four ordered of 154", of("", with(plainQuestion(4), ordered)), main, VBar},
		{"seven ordered, small", of("", with(plainQuestion(7), ordered)), small, VBar},
		{"eight ordered", of("", with(plainQuestion(8), ordered)), main, HBar},
		{"several answers possible", of("", with(plainQuestion(3), multiple)), main, HBar},
		{"statements", of("", safety()...), main, Likert},
		{"one statement", of("", safety()[0]), main, Likert},
		{"two years, two options", compared(2), main, Slope},
		{"two years, four options", compared(4), main, Slope},
		{"two years, five options", compared(5), main, Change},
		{"three years", three, main, Series},
		{"two measures", Data{Measures: measures()[:2]}, main, Paired},
		{"four measures", Data{Measures: measures()[:4]}, main, Paired},
		{"five measures", Data{Measures: measures()[:5]}, main, Change},
		{"the author's choice", of(Dots, plainQuestion(3)), main, Dots},
	}
	for _, c := range cases {
		if have := Choose(c.data, c.room); have != c.want {
			t.Errorf("%s: %s, want %s", c.name, have, c.want)
		}
		if err := Allowed(c.want, c.data); err != nil {
			t.Errorf("%s: chosen, but not allowed: %v", c.name, err)
		}
	}
}

// TestAllowed holds the reasons why a form cannot show data.
func TestAllowed(t *testing.T) {
	noYear := of(Slope, plainQuestion(3))
	incomparable := of(Slope, with(plainQuestion(3),
		func(f *content.Figure) { f.Incomparable = "Spørsmålet var et annet i 2020." }))
	renamed := of(Slope, comparedWith(plainQuestion(2), 20, 10, 10))
	renamed.Figures[0].Compare.Answers[1].Label = "Noe annet"
	mixed := safety()
	mixed[1].Answers[0].Label = "Uhyre utrygt"
	cases := []struct {
		form Form
		data Data
		want string
	}{
		{Pie, of(Pie, plainQuestion(6)), "at most 5"},
		{Donut, of(Donut, plainQuestion(5)), "at most 4"},
		{VBar, of(VBar, plainQuestion(8)), "at most 7"},
		{DotCols, of(DotCols, plainQuestion(4)), "at most 150"},
		{DotCols, of(DotCols, with(plainQuestion(3), multiple)), "several answers"},
		{DotCols, of(DotCols, plainQuestion(8)), "at most 7"},
		{Pie, of(Pie, plainQuestion(1)), "at least 2 answers"},
		{Pie, of(Pie, with(plainQuestion(3), multiple)), "one answer a person"},
		{Donut, of(Donut, with(plainQuestion(3), multiple)), "one answer a person"},
		{Likert, of(Likert, with(plainQuestion(3), multiple)), "is of kind multiple"},
		{Likert, of(Likert, plainQuestion(6)), "is of kind single"},
		{Likert, of(Likert, with(plainQuestion(12), scale)), "shows 2 to 11"},
		{Likert, of(Likert, with(plainQuestion(1), scale)), "shows 2 to 11"},
		{Pie, of(Pie, question("Null?", -1, answer("Ja", 0), answer("Nei", 0))), "nobody answered"},
		{Likert, of(Likert, mixed...), "not on the same scale"},
		{Slope, of(Slope, comparedWith(plainQuestion(5), 50, 10, 10, 10, 10, 10)),
			"at most 4 answers"},
		{Paired, Data{Measures: measures()[:5], Language: "nb"}, "5 measures, 4 at most"},
		{Slope, noYear, "not compared with an earlier year"},
		{Slope, incomparable, "Spørsmålet var et annet"},
		{Slope, renamed, "merge"},
		{HBar, of(HBar, plainQuestion(2), plainQuestion(3)), "one figure, not 2"},
		{"radar", of("radar", plainQuestion(3)), "no chart form"},
	}
	for _, c := range cases {
		err := Allowed(c.form, c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.form, err, c.want)
		}
		c.data.Form = c.form
		chart, err := Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		switch {
		case c.form == "radar":
			if err == nil {
				t.Error("a radar is drawn")
			}
		case err != nil:
			t.Errorf("%s: %v", c.form, err)
		case chart.Form == c.form && len(c.data.Figures) < 2:
			t.Errorf("%s: drawn all the same (%s)", c.form, c.want)
		}
	}
}

// TestSmallGroup: a group of under five is drawn without a number, a question that nobody answered
// with zeros, and a block without a figure not at all.
func TestSmallGroup(t *testing.T) {
	draw := func(d Data) (Chart, error) {
		return Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	}
	few := question("Få?", -1, answer("Ja", 3), answer("Nei", 1))
	fewThen := comparedWith(plainQuestion(2), 4, 2, 2)
	for _, d := range []Data{of(Pie, few), of(HBar, few), of(Dots, few), of("", few), of(Likert, few),
		{Form: Slope, Figures: []*content.Figure{fewThen}, Compare: true, Language: "nb"}} {
		chart, err := draw(d)
		if err != nil {
			t.Fatal(err)
		}
		if !chart.Withheld {
			t.Errorf("%s shows a group of four: %q", d.Form, chart.Alt)
		}
	}
	for _, form := range Forms() {
		chart, err := draw(of(form, question("Null?", -1, answer("Ja", 0), answer("Nei", 0))))
		if err != nil || chart.Withheld || !strings.Contains(chart.Alt, "Nei 0") {
			t.Errorf("%s of nobody: %v %q", form, err, chart.Alt)
		}
	}
	if _, err := draw(Data{Language: "nb"}); err == nil {
		t.Error("nothing is drawn")
	}
}

// TestOrder holds that the largest comes first, ordered answers keep their order, and residual ones
// are last.
func TestOrder(t *testing.T) {
	answers := []content.Answer{answer("a", 3), answer("?x", 50), answer("b", 9), answer("c", 9),
		answer("?y", 1)}
	names := func(f *content.Figure) string {
		var s string
		for _, r := range rowsOf(f, content.Withheld{}) {
			s += r.label
		}
		return s
	}
	f := question("?", -1, answers...)
	if have := names(f); have != "bcaxy" {
		t.Errorf("by size: %s", have)
	}
	f.Ordered = true
	if have := names(f); have != "abcxy" {
		t.Errorf("ordered: %s", have)
	}
}

// TestResidualIsGrey holds residual answers to grey in pies.
func TestResidualIsGrey(t *testing.T) {
	st := houseStyle(t)
	c := newCanvas(Data{}, content.Terms{}, st, plainSetter{}, 100, 0)
	var names []string
	for _, color := range c.sliceColors(rowsOf(description(), content.Withheld{})) {
		names = append(names, color.Name)
	}
	if want := []string{"Blåbær", "Multe", "Stein"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

// TestFallback holds that what cannot be labelled as asked becomes bars.
func TestFallback(t *testing.T) {
	st := houseStyle(t)
	long := plainQuestion(5)
	for i := range long.Answers {
		long.Answers[i].Label = strings.Repeat("ganske lange ord ", 8) + fmt.Sprint(i)
		long.Answers[i].Short = long.Answers[i].Label
	}
	ages := with(plainQuestion(7), ordered)
	for i := range ages.Answers {
		ages.Answers[i].Short = "ubrytelig"
	}
	for _, c := range []struct {
		form  Form
		f     *content.Figure
		width float64
		want  Form
	}{
		{Pie, long, 174, HBar}, {Donut, plainQuestion(4), 40, HBar},
		{Donut, plainQuestion(4), 85, Donut},
		{VBar, ages, 40, HBar}, {VBar, ages, 174, VBar},
	} {
		chart, err := Draw(of(c.form, c.f), st, stiffSetter{}, fonts.Mm(c.width).Pt(), 0)
		if err != nil || chart.Form != c.want {
			t.Errorf("%s in %g mm: %s, %v, want %s", c.form, c.width, chart.Form, err, c.want)
		}
	}
	word := question("?", -1, answer(longWord, 10), answer("Nei", 10))
	chart, err := Draw(of(HBar, word), st, stiffSetter{}, fonts.Mm(40).Pt(), 0)
	if err == nil {
		err = check(chart)
	}
	if err != nil {
		t.Errorf("a word wider than the figure: %v", err)
	}
}

// stiffSetter breaks no word.
type stiffSetter struct{ plainSetter }

func (s stiffSetter) Wrap(text string, f vector.Font, width fonts.Pt) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(whole(text)) {
		joined := strings.TrimSpace(line + " " + word)
		if line != "" && s.Width(joined, f) > width {
			lines, joined = append(lines, line), word
		}
		line = joined
	}
	return append(lines, line)
}

// TestSplit holds that parts hold every row once, in order, on one scale.
func TestSplit(t *testing.T) {
	d := of(HBar, plainQuestion(30))
	parts := Split(d, 0)
	if len(parts) != 3 {
		t.Fatalf("%d parts", len(parts))
	}
	var labels []string
	for _, p := range parts {
		chart, err := Draw(p, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkAll(chart, p); err != nil {
			t.Error(err)
		}
		if n := len(chart.Numbers); n > HBar.rule().Most {
			t.Errorf("a part of %d rows", n)
		}
		for _, row := range chart.Numbers {
			labels = append(labels, row[0])
		}
		a, z, _ := chart.Picture.Items[1].Shape.Path.Bounds()
		f := d.Figures[0]
		if have, want := (z.X-a.X)/fonts.Pt(f.Answers[p.From].Count),
			scaleOfAll(t, d); have < want*0.999 || have > want*1.001 {
			t.Errorf("from row %d the scale is %v, want %v", p.From, have, want)
		}
	}
	if !slices.Equal(labels, d.Figures[0].Labels()) {
		t.Errorf("rows %q", labels)
	}
	if len(Split(of(HBar, plainQuestion(14)), 0)) != 1 ||
		len(Split(of(Pie, plainQuestion(5)), 2)) != 1 {
		t.Error("what fits was split")
	}
	if parts := Split(Data{Form: Change, Measures: measures()}, 6); len(parts) != 2 ||
		parts[1].From != 5 || parts[1].To != 11 {
		t.Errorf("change list: %+v", parts)
	}
}

// scaleOfAll is points for each answer when all rows are in one figure.
func scaleOfAll(t *testing.T, d Data) fonts.Pt {
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	a, z, _ := chart.Picture.Items[1].Shape.Path.Bounds()
	return (z.X - a.X) / fonts.Pt(d.Figures[0].Answers[0].Count)
}
