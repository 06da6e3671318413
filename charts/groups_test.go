package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/content/survey"
	"rapport/fonts"
)

// groupForms are the forms of groups.
var groupForms = []Form{Multiples, DotPlot, Stacked, Heat}

// brokenDown adds to a figure what some groups answered; counts are theirs, in the order of its
// answers. The numbers of all tests of groups are invented.
func brokenDown(f *content.Figure, names []string, counts ...[]int) *content.Figure {
	by := question("Hvor arbeider du?", -1)
	by.ID = "sted"
	b := &content.Breakdown{Figure: f, By: by}
	for i, c := range counts {
		label, residual := strings.CutPrefix(names[i], "?")
		of := *f
		of.Answers, of.Breakdowns, of.Compare, of.N = slices.Clone(f.Answers), nil, nil, 0
		for k := range of.Answers {
			of.Answers[k].Count = c[k]
			of.N += c[k]
		}
		if f.Kind == content.Multiple {
			of.N = max(slices.Max(c), of.N*2/3)
		}
		g := &content.Group{Breakdown: b, Label: label, Short: label, Of: []int{i},
			Residual: residual, Figure: &of}
		of.Within = g
		by.Answers = append(by.Answers, answer(names[i], of.N))
		b.Groups = append(b.Groups, g)
	}
	f.Breakdowns = append(f.Breakdowns, b)
	return f
}

// summed is a figure whose counts are the sums of its groups'.
func summed(f *content.Figure) *content.Figure {
	f.N = 0
	for i := range f.Answers {
		f.Answers[i].Count = 0
		for _, g := range f.Breakdowns[0].Groups {
			f.Answers[i].Count += g.Figure.Answers[i].Count
		}
		f.N += f.Answers[i].Count
	}
	return f
}

// byGroup is data of a broken down figure in a form.
func byGroup(form Form, f *content.Figure) Data {
	d := of(form, f)
	d.By = f.Breakdowns[len(f.Breakdowns)-1]
	return d
}

// guidanceByPlace is a question with four answers in six places of work.
func guidanceByPlace() *content.Figure {
	f := question("Har du tilbud om veiledning?", 0, answer("Nei", 0), answer("Internt", 0),
		answer("Nettverk", 0), answer("Eksternt", 0))
	return summed(brokenDown(f, []string{"Kommune", "Spesialisthelsetjeneste", "Brukerorganisasjon",
		"Privat stiftelse", "Nav", "?Annet"}, []int{15, 9, 3, 2}, []int{44, 49, 14, 10},
		[]int{12, 21, 7, 4}, []int{23, 17, 7, 4}, []int{19, 11, 5, 3}, []int{13, 11, 4, 3}))
}

// safetyByPlace is a scale in three places of work.
func safetyByPlace() *content.Figure {
	f := scaleOf("Er du trygg i rollen?", []string{"Svært utrygt", "Utrygt", "Verken eller", "Trygt",
		"Svært trygt"}, 0, 0, 0, 0, 0)
	return summed(brokenDown(f, []string{"Kommune", "Spesialisthelsetjeneste", "Brukerorganisasjon"},
		[]int{6, 10, 29, 67, 84}, []int{5, 9, 20, 38, 45}, []int{1, 2, 4, 15, 22}))
}

// guidanceByAge is a question in four groups of age, one of which has a withheld cell.
func guidanceByAge() Data {
	f := question("Har du tilbud om veiledning?", -1, answer("Nei", 0), answer("Internt", 0),
		answer("Nettverk", 0), answer("Ekstern gruppe", 0), answer("Ekstern alene", 0))
	f = summed(brokenDown(f, []string{"Under 30 år", "30–39 år", "40–49 år", "50 år og over"},
		[]int{9, 25, 5, 2, 2}, []int{27, 39, 11, 7, 4}, []int{62, 44, 14, 8, 4},
		[]int{72, 20, 9, 5, 3}))
	d := byGroup(Heat, f)
	d.Withheld = withholding(f, 3)
	return d
}

// withholding withholds counts under a minimum of a figure and of its groups, each by itself.
func withholding(f *content.Figure, minimum int) content.Withheld {
	s := &content.Survey{ID: "s", Figures: []*content.Figure{f}}
	for _, b := range f.Breakdowns {
		for _, g := range b.Groups {
			s.Figures = append(s.Figures, g.Figure)
		}
	}
	return survey.Withhold([]*survey.Survey{s}, func(*survey.Figure) int { return minimum })
}

// randomBreakdown parts a figure at random: into 1 to 60 groups of nobody to 95,000 people, with
// short and long names, some of them residual.
func randomBreakdown(r *rand.Rand, f *content.Figure) {
	var names []string
	var counts [][]int
	groups := 1 + r.IntN([]int{4, 12, 60}[r.IntN(3)])
	size := []int{2, 12, 90, 95_000}[r.IntN(4)]
	for i := range groups {
		name := randomLabel(r, i)
		switch r.IntN(12) {
		case 0:
			name = fmt.Sprint(i, strings.Repeat("w", 1+r.IntN(120)))
		case 1:
			name = fmt.Sprint("?", i)
		}
		row := make([]int, len(f.Answers))
		for k := range row {
			if r.IntN(3) > 0 {
				row[k] = r.IntN(size)
			}
		}
		if r.IntN(10) == 0 {
			row = make([]int, len(f.Answers))
		}
		names, counts = append(names, name), append(counts, row)
	}
	brokenDown(f, names, counts...)
	b := f.Breakdowns[len(f.Breakdowns)-1]
	if r.IntN(4) == 0 {
		b.By.Kind = content.Multiple
	}
	if g := b.Groups[r.IntN(len(b.Groups))]; r.IntN(3) == 0 && g.Of[0] > 0 {
		g.Of = []int{g.Of[0] - 1, g.Of[0]}
	}
}

// randomGroups is a question with groups as an author might show them.
func randomGroups(r *rand.Rand) Data {
	kind := []content.Kind{content.Single, content.Multiple, content.Scale}[r.IntN(3)]
	labels := make([]string, 1+r.IntN([]int{14, 14, 14, 14, 70}[r.IntN(5)]))
	for i := range labels {
		labels[i] = randomLabel(r, i)
		if r.IntN(20) == 0 {
			labels[i] = fmt.Sprint(i, strings.Repeat("x", r.IntN(80)))
		}
	}
	f := randomFigure(r, "f", 2021, kind, labels)
	randomBreakdown(r, f)
	d := byGroup(append(slices.Clone(groupForms), "")[r.IntN(5)], f)
	if r.IntN(3) == 0 {
		d.Point = []int{r.IntN(len(labels))}
	}
	if r.IntN(4) == 0 {
		d.Marked, d.MarkedText = []int{r.IntN(len(labels))}, "er med"
	}
	if r.IntN(3) == 0 {
		d.Withheld = withholding(f, 2+r.IntN(20))
	}
	return d
}

// writtenIn is all that stands in pictures, without spaces and hyphens at ends of lines.
func writtenIn(charts []Chart) string {
	var all strings.Builder
	for _, c := range charts {
		for _, l := range labelsOf(c.Picture) {
			all.WriteString(strings.TrimSuffix(l.Text, softHyphen))
		}
	}
	return spaceless(all.String())
}

func spaceless(s string) string { return strings.Join(strings.Fields(whole(s)), "") }

// TestAnyGroups: whatever groups and form, in widths of pages, of cards and of telephones: there is
// a chart, nothing in it meets or leaves it, every group stands in one part, with its name and its
// base, and every answer is named where the form shows all.
func TestAnyGroups(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 17))
	st := houseStyle(t)
	drawn := map[Form]int{}
	for i := range 45 {
		d := randomGroups(r)
		for _, width := range []float64{174, 129.5, 85, 56} {
			var all []Chart
			for _, part := range Within(d, st, plainSetter{}, fonts.Mm(width).Pt(),
				fonts.Mm(200).Pt()) {
				c, err := Draw(part, st, plainSetter{}, fonts.Mm(width).Pt(), 0)
				if err == nil {
					err = check(c)
				}
				if err == nil {
					err = struckThrough(c)
				}
				if err == nil && width > 100 && c.Picture.Height.Mm() > 200 {
					err = fmt.Errorf("%.0f mm tall, rows %d to %d", c.Picture.Height.Mm(),
						part.From, part.To)
				}
				if err != nil {
					t.Fatalf("%d: %q of %d groups, %d answers in %g mm, drawn as %q: %v", i, d.Form,
						len(d.By.Groups), len(d.Figures[0].Answers), width, c.Form, err)
				}
				all = append(all, c)
				drawn[c.Form]++
			}
			err := everyGroup(all, d)
			if err == nil {
				err = groupNumbers(all, d)
			}
			if err != nil {
				t.Fatalf("%d: %q in %g mm, drawn as %q: %v", i, d.Form, width, all[0].Form, err)
			}
		}
	}
	for _, f := range groupForms {
		if drawn[f] < 15 {
			t.Errorf("%s was drawn %d times", f, drawn[f])
		}
	}
}

// struckThrough reports a line from top to bottom through a word.
func struckThrough(c Chart) error {
	for _, it := range c.Picture.Items {
		if it.Shape == nil || it.Shape.Paint.Fill != nil {
			continue
		}
		a, z, _ := extent(it.Shape.Path)
		if z.X-a.X > 0.1 {
			continue
		}
		for _, l := range labelsOf(c.Picture) {
			if b := labelBox(l); a.X > b.x && a.X < b.x+b.w && z.Y > b.y && a.Y < b.y+b.h {
				return fmt.Errorf("a line crosses %q", l.Text)
			}
		}
	}
	return nil
}

// everyGroup reports what is missing in the parts of a chart of groups.
func everyGroup(all []Chart, d Data) error {
	written, said := writtenIn(all), ""
	if all[0].Form == HBar { // each group by itself, under a heading
		return nil
	}
	numbered := map[string]int{}
	for _, c := range all {
		said += c.Alt
		for _, row := range c.Numbers {
			numbered[row[0]]++
		}
	}
	for _, g := range d.By.Groups {
		name := g.Label
		if !strings.Contains(written, spaceless(name)) {
			return fmt.Errorf("%q stands nowhere", name)
		}
		if !strings.Contains(said, whole(name)) {
			return fmt.Errorf("%q is not said", name)
		}
		n := d.closed().Withheld.Answered(g.Figure).Text(content.Locale("nb").Decimal)
		if !strings.Contains(written, spaceless("n = "+n)) {
			return fmt.Errorf("n = %s of %q is not written", n, name)
		}
		want := len(d.Figures[0].Answers)
		if all[0].Form == DotPlot {
			want = 1
		}
		if numbered[whole(name)] != want {
			return fmt.Errorf("%q has %d rows of numbers, want %d", name, numbered[whole(name)],
				want)
		}
	}
	for _, a := range d.Figures[0].Answers {
		if all[0].Form != DotPlot && !strings.Contains(written, spaceless(a.Label)) {
			return fmt.Errorf("the answer %q stands nowhere", a.Label)
		}
	}
	small := slices.ContainsFunc(all, func(c Chart) bool { return c.Small })
	if small != strings.Contains(written, "*") {
		return fmt.Errorf("an asterisk is explained: %v", small)
	}
	return nil
}

// groupNumbers reports a number of a group that is not content's, or that is withheld.
func groupNumbers(all []Chart, d Data) error {
	f, w := d.Figures[0], d.closed().Withheld
	text := content.Locale("nb").Decimal
	want := map[string]string{}
	add := func(name, answer string, s content.Share) {
		want[name+"|"+answer] = strings.Join([]string{s.Count().Text(text), s.Base().Text(text),
			s.Percent(0).Text(text)}, "|")
	}
	for _, g := range d.By.Groups {
		for i, a := range f.Answers {
			add(whole(g.Label), whole(a.Label), w.Share(g.Figure, i))
		}
	}
	for i, a := range f.Answers {
		add("Alle", whole(a.Label), w.Share(f, i))
	}
	for _, c := range all {
		if c.Form != Heat && c.Form != Multiples && c.Form != Stacked {
			continue
		}
		for _, row := range c.Numbers {
			if have := strings.Join(row[2:], "|"); have != want[row[0]+"|"+row[1]] {
				return fmt.Errorf("%q are %s, want %s", row[:2], have, want[row[0]+"|"+row[1]])
			}
			said := whole(row[1]) + " holdt tilbake"
			if row[2] == content.Colon && !strings.Contains(c.Alt, said) {
				return fmt.Errorf("%q is withheld, and not said so", row[:2])
			}
		}
	}
	return nil
}

// TestNothingToShow: neither groups of nobody nor none at all stop the drawing.
func TestNothingToShow(t *testing.T) {
	none := question("Hva?", -1)
	nobody := question("Hva?", -1, answer("Ja", 0), answer("Nei", 0))
	for _, f := range []*content.Figure{brokenDown(none, nil), brokenDown(nobody, nil),
		brokenDown(question("Hva?", -1, answer("Ja", 0)), []string{"A", "B"}, []int{0}, []int{0})} {
		for _, form := range append(slices.Clone(groupForms), "") {
			d := byGroup(form, f)
			for _, part := range Within(d, houseStyle(t), plainSetter{}, 300, 400) {
				if chart, err := Draw(part, houseStyle(t), plainSetter{}, 300, 0); err != nil {
					t.Errorf("%s: %v", form, err)
				} else if err := check(chart); err != nil {
					t.Errorf("%s: %v", form, err)
				}
			}
		}
	}
}

// TestGroupWords: what is said of groups is in the language of the report.
func TestGroupWords(t *testing.T) {
	f := guidanceByPlace()
	f.Breakdowns[0].By.Title = "Sted"
	for language, want := range map[string][]string{
		"nb": {"Prikkplott.", "Grupper: Sted.", "Andel som svarte «Nei»: Alle 41 %;"},
		"nn": {"Prikkplott.", "Grupper: Sted.", "Del som svara «Nei»: Alle 41 %;"},
		"en": {"Dot plot.", "Groups: Sted.", "Share who answered “Nei”: All 41 %;"},
	} {
		d := byGroup(DotPlot, f)
		d.Language = language
		chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(plain(chart.Alt), w) {
				t.Errorf("%s: %q lacks %q", language, chart.Alt, w)
			}
		}
	}
}

// TestDotPlot: the groups stand by their shares, residual ones last, each dot at its share on an
// axis from zero; only those are marked whose interval does not hold the share of all.
func TestDotPlot(t *testing.T) {
	f := guidanceByPlace()
	f.Breakdowns[0].Groups[1].Figure.Answers[0].Count = 10 // 12 % of 83
	f.Breakdowns[0].Groups[1].Figure.N = 83
	f = summed(f)
	d := byGroup(DotPlot, f)
	c, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, row := range c.Numbers {
		order = append(order, row[0])
	}
	want := []string{"Kommune", "Nav", "Privat stiftelse", "Brukerorganisasjon",
		"Spesialisthelsetjeneste", "Annet", "Alle"}
	if !slices.Equal(order, want) {
		t.Errorf("order %q, want %q", order, want)
	}
	var dots []float64
	for _, it := range c.Picture.Items {
		if it.Shape == nil || it.Shape.Paint.Fill == nil {
			continue
		}
		a, z, _ := extent(it.Shape.Path)
		if math.Abs(float64(z.X-a.X-2*plotDot.Pt())) < 0.05 {
			dots = append(dots, float64(a.X+z.X)/2)
		}
	}
	shares := []float64{15. / 29, 19. / 38, 23. / 51, 12. / 44, 10. / 83, 13. / 31}
	if len(dots) != len(shares) {
		t.Fatalf("%d dots", len(dots))
	}
	scale := (dots[0] - dots[4]) / (shares[0] - shares[4])
	for i, p := range shares {
		if want := dots[4] + scale*(p-shares[4]); math.Abs(dots[i]-want) > 0.01 {
			t.Errorf("dot %d at %.2f, want %.2f", i, dots[i], want)
		}
	}
	// 33.3 % of all: Nav has 35 to 65, Spesialisthelsetjeneste 7 to 21, and Kommune, which is small and
	// has a paler dot as all intervals, 34 to 69.
	if n := filled(c, houseStyle(t).Highlight); n != 2 {
		t.Errorf("%d marks in the accent colour", n)
	}
	if !strings.Contains(c.Note, "Rødt") || !c.Small {
		t.Errorf("note %q, small %v", c.Note, c.Small)
	}
}

// TestPanels: bars of all panels are on one scale and in one order.
func TestPanels(t *testing.T) {
	f := guidanceByPlace()
	st := houseStyle(t)
	c, err := Draw(byGroup(Multiples, f), st, plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var bars []float64
	for _, it := range c.Picture.Items {
		if it.Shape != nil && it.Shape.Paint.Fill != nil {
			a, z, _ := extent(it.Shape.Path)
			bars = append(bars, float64(z.X-a.X))
		}
	}
	var scale float64
	for i, g := range f.Breakdowns[0].Groups {
		order := []int{1, 0, 2, 3} // by the whole
		if f.Answers[0].Count > f.Answers[1].Count {
			order = []int{0, 1, 2, 3}
		}
		for k, a := range order {
			length, share := bars[4*i+k], g.Figure.Share(a)
			if scale == 0 {
				scale = length / share
			}
			if math.Abs(length-scale*share) > 0.02 {
				t.Errorf("%s, %s: a bar of %.2f, want %.2f", g.Label, f.Answers[a].Label, length,
					scale*share)
			}
		}
	}
	if n := filled(c, st.Highlight); n != 5 { // the sixth panel is paler
		t.Errorf("%d bars in the accent colour", n)
	}
}

// TestShades: the shades of any colours grow darker, in greyscale too, and what is written on each
// is read.
func TestShades(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	random := func(most int) vector.Color {
		part := func() uint32 { return uint32(r.IntN(most)) }
		return hex("random", part()<<16|part()<<8|part())
	}
	styles := []Style{house()}
	for len(styles) < 300 {
		st := house()
		st.Ink, st.BarPlain = random(90), random(190)
		if vector.Contrast(st.White, st.Ink) >= 7 && vector.Contrast(st.White, st.BarPlain) >= 3 {
			styles = append(styles, st)
		}
	}
	for _, st := range styles {
		c := &canvas{Style: st}
		before := 1.0
		for i, shade := range c.shades(heatShades) {
			on := c.on(shade)
			if got := vector.Contrast(on, shade); got < 4.5 {
				t.Fatalf("%v: text on shade %d has %.2f:1", st.BarPlain, i, got)
			}
			now := vector.Contrast(st.White, shade)
			if now < before*1.1 {
				t.Fatalf("%v: shade %d has %.2f on white, the one before %.2f", st.BarPlain, i, now,
					before)
			}
			before = now
		}
	}
}

// TestGroupTwins: counts of a group that look the same when some are withheld are drawn the same.
func TestGroupTwins(t *testing.T) {
	for _, pair := range twins {
		for _, form := range groupForms {
			for _, kind := range []content.Kind{content.Single, content.Scale} {
				var looks [2]string
				for i, counts := range pair {
					plain := make([]int, len(counts))
					for k := range plain {
						plain[k] = 40 + 3*k
					}
					f := countedQuestion(kind, kind == content.Scale, plain)
					brokenDown(f, []string{"Den ene", "Den andre", "Den tredje"}, plain, counts,
						plain)
					d := byGroup(form, f)
					d.Withheld = withholding(f, testMinimum)
					looks[i] = look(t, d)
				}
				if looks[0] != looks[1] || strings.HasPrefix(looks[0], "refused") {
					t.Errorf("%v as %s, %s: told apart, or refused:\n%s", pair[0], form, kind,
						difference(looks[0], looks[1]))
				}
			}
		}
	}
}

// TestChooseGroups holds the choice to the table of layout/DESIGN.md.
func TestChooseGroups(t *testing.T) {
	yes := func(groups, n int) *content.Figure {
		f := question("Har du veiledning?", -1, answer("Ja", 0), answer("Nei", 0))
		var names []string
		var counts [][]int
		for i := range groups {
			names, counts = append(names, fmt.Sprint("Gruppe ", i)), append(counts, []int{n, n})
		}
		return summed(brokenDown(f, names, counts...))
	}
	many := func(answers, groups int, kind content.Kind) *content.Figure {
		var all []content.Answer
		for i := range answers {
			all = append(all, answer(fmt.Sprint("Svar ", i), 0))
		}
		f := question("Hva?", -1, all...)
		f.Kind = kind
		var names []string
		var counts [][]int
		for i := range groups {
			names = append(names, fmt.Sprint("Gruppe ", i))
			counts = append(counts, slices.Repeat([]int{20}, answers))
		}
		return summed(brokenDown(f, names, counts...))
	}
	asked := byGroup("", many(4, 6, content.Single))
	asked.Point = []int{2}
	pie := byGroup(Pie, many(4, 6, content.Single))
	several := byGroup(Stacked, many(4, 6, content.Multiple))
	for _, tt := range []struct {
		name string
		data Data
		want Form
	}{
		{"yes or no", byGroup("", yes(5, 60)), DotPlot},
		{"yes or no of few", byGroup("", yes(5, 6)), Multiples},
		{"yes or no of few, many groups", byGroup("", yes(20, 6)), DotPlot},
		{"one answer asked for", asked, DotPlot},
		{"a scale", byGroup("", safetyByPlace()), Stacked},
		{"a scale of many groups", byGroup("", many(5, 30, content.Scale)), Stacked},
		{"some answers, some groups", byGroup("", many(5, 9, content.Single)), Multiples},
		{"several answers", byGroup("", many(6, 6, content.Multiple)), Multiples},
		{"many groups", byGroup("", many(5, 10, content.Single)), Heat},
		{"many answers", byGroup("", many(7, 4, content.Single)), Heat},
		{"a form without groups", pie, Multiples},
		{"several answers cannot be stacked", several, Heat},
	} {
		if got := Choose(tt.data, Room{}); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestStackedAnswers: answers without an order have the colours of slices, those of ages or hours one
// hue, and numbers are read on all of them.
func TestStackedAnswers(t *testing.T) {
	st := houseStyle(t)
	for _, ordered := range []bool{false, true} {
		f := question("Når?", 1, answer("Morgen", 0), answer("Dag", 0), answer("Kveld", 0),
			answer("Helg", 0), answer("?Vet ikke", 0))
		f.Ordered = ordered
		summed(brokenDown(f, []string{"En", "To"}, []int{9, 12, 30, 8, 4}, []int{19, 40, 30, 8, 9}))
		d := byGroup(Stacked, f)
		chart, err := Draw(d, st, plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil || chart.Form != Stacked {
			t.Fatal(chart.Form, err)
		}
		c := newCanvas(d, content.Terms{}, st, plainSetter{}, 0, 0)
		last := 1.0
		for i, color := range c.stepColors(f) {
			if got := vector.Contrast(c.on(color), color); got < 4.5 {
				t.Errorf("ordered=%v: %.2f:1 on colour %d", ordered, got, i)
			}
			now := vector.Contrast(st.White, color)
			if ordered && i < 4 && now < 1.2*last {
				t.Errorf("step %d has %.2f on white, the one before %.2f", i, now, last)
			}
			last = now
		}
		if n := filled(chart, c.stepColors(f)[2]); n != 4 { // three bars and the key
			t.Errorf("ordered=%v: %d pieces of one answer", ordered, n)
		}
	}
}

// TestOneSmallGroup: a group of under five cannot be computed from those that are shown and everyone.
func TestOneSmallGroup(t *testing.T) {
	f := guidanceByPlace()
	brokenDown(f, []string{"A", "B", "C", "D"}, []int{30, 20, 9, 9}, []int{40, 30, 8, 7},
		[]int{2, 1, 0, 0}, []int{8, 6, 1, 2})
	for _, form := range groupForms {
		d := byGroup(form, f)
		chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil || !chart.Withheld {
			t.Fatal(form, err, chart.Withheld)
		}
		closed := map[string]bool{}
		for _, row := range chart.Numbers {
			if slices.Contains(row, content.Colon) {
				closed[row[0]] = true
			}
		}
		if len(closed) != 2 || !closed["C"] || !closed["D"] {
			t.Errorf("%s: withheld are %v", form, closed)
		}
		d.By.By.Kind = content.Multiple // they overlap, and do not add up
		if got := d.closed().Withheld; got.HidesBase(d.By.Groups[3].Figure) {
			t.Errorf("%s: a group that gives nothing away is withheld", form)
		}
		d.By.By.Kind = content.Single
	}
}

// TestSmallMarks: marks of small groups are paler, and as strong as others at their edges.
func TestSmallMarks(t *testing.T) {
	st := houseStyle(t)
	for _, form := range []Form{Multiples, DotPlot} {
		chart, err := Draw(byGroup(form, guidanceByPlace()), st, plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		pale := 0
		for _, it := range chart.Picture.Items {
			if it.Shape == nil || it.Shape.Paint.Fill == nil || it.Shape.Paint.Stroke == nil {
				continue
			}
			pale++
			fill, edge := *it.Shape.Paint.Fill, *it.Shape.Paint.Stroke
			if vector.Contrast(st.White, edge) < 3 ||
				vector.Contrast(st.White, fill) > vector.Contrast(st.White, edge)/1.2 {
				t.Errorf("%s: a mark of %v with an edge of %v", form, fill, edge)
			}
		}
		if want := map[Form]int{Multiples: 4, DotPlot: 1}[form]; pale != want {
			t.Errorf("%s: %d paler marks, want %d", form, pale, want)
		}
	}
}
