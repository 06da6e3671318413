package charts

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/tiles"
	"rapport/fonts"
)

// TestForms: both tables have the same forms, every form has an Example and a name in every
// language, and what stands in for it is a form of the same kind that has room for everything.
func TestForms(t *testing.T) {
	examples, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range Forms() {
		names = append(names, string(f))
	}
	if want := content.FormNames(); !slices.Equal(names, want) {
		t.Errorf("charts draws %q, content knows %q", names, want)
	}
	for _, f := range Forms() {
		function := "func example" + string(f) + "()"
		if !strings.Contains(strings.ToLower(string(examples)), function) {
			t.Errorf("%s has no Example", f)
		}
		for _, language := range content.Languages() {
			if terms, err := content.TermsFor(language); err != nil || terms.Forms.Name(string(f)) == "" {
				t.Errorf("%s has no name in %s", f, language)
			}
		}
		rule, fallback := f.rule(), f.fallback()
		for fallback != "" && fallback.fallback() != "" {
			fallback = fallback.fallback()
		}
		switch {
		case fallback == "" && !rule.Gaps:
			t.Errorf("nothing shows what %s cannot when a number is withheld", f)
		case fallback == "":
		case fallback.rule().Shows != rule.Shows || !fallback.rule().Splits ||
			!fallback.rule().Gaps:
			t.Errorf("%s does not show all that %s shows", fallback, f)
		}
	}
}

// words are the words that the labels of random figures are made of.
var words = strings.Fields("Ja Nei Vet ikke ingen av oss har tilbud om veiledning " +
	"på arbeidsplassen i kommunen spesialist\u00adhelse\u00adtjenesten " +
	"bruker\u00adorganisasjonen svært ofte sjelden hver uke")

// randomLabel is a label of one to six words that is unlike all others with another number.
func randomLabel(r *rand.Rand, number int) string {
	label := fmt.Sprint(number + 1)
	for range 1 + r.IntN(6) {
		label += " " + words[r.IntN(len(words))]
	}
	return label
}

// randomFigure is a question of a year with some answers, a quarter of them of nobody.
func randomFigure(r *rand.Rand, id string, year int, kind content.Kind,
	labels []string) *content.Figure {
	f := &content.Figure{ID: id, Question: "Hva?", Title: "Hva", Kind: kind,
		Ordered: kind == content.Scale}
	f.Survey = &content.Survey{ID: fmt.Sprintf("s%d", year), Year: year,
		Figures: []*content.Figure{f}}
	size := []int{2, 6, 40, 3000}[r.IntN(4)]
	for _, l := range labels {
		count := r.IntN(size)
		if r.IntN(4) == 0 {
			count = 0
		}
		a := content.Answer{Label: l, Short: l, Count: count, Residual: r.IntN(8) == 0}
		f.Answers = append(f.Answers, a)
		f.N += count
		if kind == content.Multiple {
			f.N = max(f.N-count, count, size)
		}
	}
	f.Ordered = f.Ordered || r.IntN(4) == 0
	if r.IntN(2) == 0 {
		f.Highlight = []int{r.IntN(len(labels))}
	}
	return f
}

// randomData is questions or measures of one year or more, as an author might put them in a block.
func randomData(r *rand.Rand) Data {
	kind := []content.Kind{content.Single, content.Multiple, content.Scale}[r.IntN(3)]
	n := 1 + r.IntN(14)
	if kind == content.Scale {
		n = 2 + r.IntN(10)
	}
	labels := make([]string, n)
	for i := range labels {
		labels[i] = randomLabel(r, i)
	}
	if kind != content.Scale && r.IntN(4) == 0 { // counties
		for i, p := range tiles.Divisions()[r.IntN(4)].Places[:min(n, 11)] {
			if len(labels) < 2 {
				break
			}
			labels[i] = p.Name
		}
	}
	d := Data{Language: "nb", Title: "Hva", Finding: "Slik er det", Compare: r.IntN(2) == 0}
	block := []string{"figure", "figure", "figures", "change"}[r.IntN(4)]
	for k := range 1 + r.IntN(3)*len(strings.TrimPrefix(block, "figure")) {
		f := randomFigure(r, fmt.Sprint("f", k), 2021, kind, labels)
		for year, now := 2020, f; r.IntN(3) > 0 && year > 2017; year, now = year-1, now.Compare {
			randomEarlier(r, now, year)
		}
		if block != "change" {
			d.Figures = append(d.Figures, f)
			continue
		}
		answers := []int{r.IntN(n)}
		then, _ := f.Earlier(answers...)
		d.Measures = append(d.Measures, content.Measure{Figure: f, Answers: answers, Then: then,
			Label: randomLabel(r, k)})
	}
	if r.IntN(3) == 0 {
		d = secretly(d)
	}
	if len(d.Figures) == 1 && r.IntN(4) == 0 {
		randomBreakdown(r, d.Figures[0])
		d.By, d.Compare = d.Figures[0].Breakdowns[0], false
	}
	return d
}

// randomEarlier gives a figure one of an earlier year: with the same answers, with one missing, or
// with others that a part of them is merged with.
func randomEarlier(r *rand.Rand, f *content.Figure, year int) {
	labels := f.Labels()
	switch r.IntN(4) {
	case 0:
		labels[r.IntN(len(labels))] = "Noe annet"
	case 1:
		labels = labels[:max(1, len(labels)-1)]
		for i := range labels {
			f.Merge = append(f.Merge, content.Merge{Label: labels[i], Now: []int{i},
				Then: []int{i}})
		}
		f.Merge = f.Merge[:max(1, len(f.Merge)-r.IntN(3))]
	}
	f.Compare = randomFigure(r, f.ID, year, f.Kind, labels)
}

// TestWhatLoadsIsDrawn: any data is drawn, whatever form an author asks for, in every width that
// pages have and in narrower ones: in the form that was asked for when content's rule takes the
// data for it, or in one that stands in for it.
func TestWhatLoadsIsDrawn(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	st := houseStyle(t)
	accepted := map[Form]int{}
	for range 70 {
		d := randomData(r)
		for _, form := range append(Forms(), "") {
			d.Form = form
			for _, width := range []float64{174, 85} {
				for _, part := range Split(d, 0) {
					chart, err := Draw(part, st, plainSetter{}, fonts.Mm(width).Pt(), 0)
					if err == nil {
						err = check(chart)
					}
					if err != nil {
						t.Fatalf("%q in %g mm: %v\n%s", form, width, err, described(part))
					}
				}
			}
			if form != "" && form.rule().Misfit(d.shown()) == nil {
				accepted[form]++
			}
		}
	}
	for _, form := range Forms() {
		if accepted[form] < 2 {
			t.Errorf("%q: only %d of the random data fit", form, accepted[form])
		}
	}
}

func described(d Data) string {
	var b strings.Builder
	for _, f := range d.Figures {
		for ; f != nil; f = f.Compare {
			fmt.Fprintf(&b, "%d %s ordered=%v n=%d merge=%v:", f.Survey.Year, f.Kind, f.Ordered,
				f.N, f.Merge)
			for _, a := range f.Answers {
				fmt.Fprintf(&b, " %q %d %v,", a.Label, a.Count, a.Residual)
			}
			b.WriteString("\n")
		}
	}
	for _, m := range d.Measures {
		fmt.Fprintf(&b, "measure %q of %s\n", m.Label, m.Figure.Ref())
	}
	return b.String()
}
