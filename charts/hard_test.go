package charts

import (
	"fmt"
	"strings"

	"rapport/content"
)

const longWord = "menneskerettighetsorganisasjonsmedlemskapskort" // 45 letters and one more

// hardCases are data that strain the forms.
func hardCases() []chartCase {
	var cases []chartCase
	add := func(name string, form Form, width float64, figures ...*content.Figure) {
		cases = append(cases, chartCase{name, of(form, figures...), width, 0})
	}
	all := question("Alle svarte likt?", 0, answer("Ja", 62), answer("Nei", 0))
	for _, form := range []Form{Pie, Donut, HBar, VBar, DotCols, Dots} {
		add("all of one "+string(form), form, 85, all)
	}
	var eight []content.Answer
	for i := range 8 {
		eight = append(eight, answer(fmt.Sprintf("Svar nummer %d", i+1), 10-i))
	}
	add("eight answers", HBar, 174, question("Åtte?", -1, eight...))
	small := question("Tre på én prosent?", 0, answer("Nesten alle", 97), answer("Den første", 1),
		answer("Den andre", 1), answer("Den tredje", 1))
	for _, form := range []Form{Pie, Donut, HBar, VBar, DotCols} {
		add("three of one per cent "+string(form), form, 85, small)
	}
	add("three of one per cent, wide", Pie, 174, small)
	long := question("Et langt ord?", -1, answer(longWord, 30), answer("Nei", 20))
	for _, form := range []Form{Pie, Donut, HBar, VBar, DotCols} {
		add("long word "+string(form), form, 85, long)
	}
	equal := question("Like mange?", -1, answer("Den ene", 12), answer("Den andre", 12),
		answer("Den tredje", 12), answer("Den fjerde", 12))
	for _, form := range []Form{Pie, Donut, HBar, VBar, DotCols} {
		add("all equal "+string(form), form, 85, equal)
	}
	zeros := question("Nesten bare null?", 2, answer("Ingen", 0), answer("Heller ingen", 0),
		answer("Alle", 40), answer("?Vet ikke", 0))
	for _, form := range []Form{Pie, Donut, HBar, VBar, DotCols} {
		add("zeros "+string(form), form, 85, zeros)
	}
	var thirty []content.Answer
	for i := range 30 {
		thirty = append(thirty, answer(strings.Repeat("svar ", 1+i%9)+fmt.Sprint(i), 60-2*i))
	}
	add("thirty answers", HBar, 174, question("Tretti?", 4, thirty...))
	few := question("Få svar?", 0, answer("Ja", 9), answer("Nei", 11), answer("?Vet ikke", 4))
	for _, form := range []Form{Pie, Donut, HBar, VBar, DotCols, Dots} {
		add("few answers "+string(form), form, 100, few)
	}
	for _, n := range []int{1, 7, 62, 148, 999, 95522} {
		some := question("Hvor mange år?", 1, answer("Under ett", n/7), answer("1–3", n/3),
			answer("4–9", n/5), answer("10–19", n/12), answer("20–29", 0), answer("Over 30", 0),
			answer("?Vet ikke", n-n/7-n/3-n/5-n/12))
		some.Ordered = true
		add(fmt.Sprintf("dot columns of %d", n), DotCols, 85, some)
		add(fmt.Sprintf("dot columns of %d, wide", n), DotCols, 174, some)
		add(fmt.Sprintf("dot columns of %d, on a telephone", n), DotCols, 123, some)
	}
	residual := question("Bare rest?", -1, answer("?Vet ikke", 30), answer("?Annet", 20))
	for _, form := range []Form{Pie, Donut, HBar} {
		add("only residual "+string(form), form, 85, residual)
	}
	names := []string{"Svært uenig", "Uenig", "Enig", "Svært enig"}
	add("scale of four", Likert, 174, scaleOf("En påstand", names, 1, 20, 30, 11),
		scaleOf("En lengre påstand", names, 0, 0, 62, 0))
	add("narrow scale", Likert, 85, safety()...)
	add("few on a scale", Likert, 174, scaleOf("En påstand", names, 1, 5, 7, 3),
		scaleOf("En annen", names, 2, 5, 7, 3))
	close := comparedWith(question("Tett?", 1, answer("Ja", 21), answer("Nei", 20),
		answer("Kanskje", 21), answer("?Vet ikke", 20)), 80, 20, 20, 20, 20)
	slope := of(Slope, close)
	slope.Compare = true
	cases = append(cases, chartCase{"close lines", slope, 107, 67})
	three := comparedWith(question("Tre år?", 0, answer("Ja", 40), answer("Nei", 20)), 60, 30, 30)
	three.Compare.Survey.Year = 2020
	comparedWith(three.Compare, 60, 20, 40)
	years := of(Slope, three)
	years.Compare = true
	cases = append(cases, chartCase{"three years", years, 107, 0})
	cases = append(cases, hardBatteries()...)
	cases = append(cases, hardSeries()...)
	edges := Data{Form: Change, Language: "nb", Measures: []content.Measure{
		measure("Alle", 70, 70, 62, 62), measure("Ingen", 0, 70, 0, 62),
		measure("Ned", 70, 70, 40, 62),
		measure("Opp", 0, 70, 62, 62), measure("Få", 3, 20, 9, 24)}}
	cases = append(cases, chartCase{"edges of a change list", edges, 174, 0})
	return cases
}

// hardBatteries are batteries of few and many people, of long names, and of bases unlike each other.
func hardBatteries() []chartCase {
	var cases []chartCase
	add := func(name string, measures ...content.Measure) {
		d := Data{Form: Battery, Language: "nb", Measures: ofOneSurvey(measures)}
		for _, width := range []float64{174, 85, 123} {
			cases = append(cases, chartCase{fmt.Sprintf("%s in %g", name, width), d, width, 0})
		}
	}
	for _, n := range []int{1, 7, 62, 148, 999, 95522} {
		add(fmt.Sprintf("battery of %d", n), measure("Ingen", 0, n, 0, n), measure("Alle", n, n, n, n),
			measure("Noen", n, n, n/3, n), measure("Like mange", n/2, n, n/2, n))
	}
	var many []content.Measure
	for i := range 14 {
		many = append(many, measure(strings.Repeat("spørsmål ", 1+i%7)+fmt.Sprint(i), i, 14, 60-i, 62))
	}
	add("battery of fourteen", many...)
	add("battery with a long word", measure(longWord, 3, 62, 20, 62), measure("Kort", 30, 62, 30, 62))
	add("battery of unlike bases", measure("Få", 2, 9, 3, 8), measure("Mange", 4000, 95522, 3999, 95522),
		measure("Nesten alle", 1999, 2000, 1998, 2000))
	return cases
}

// hardSeries are lines that lie on each other, of few and many people, near zero and near all, with
// long names, over two years and over fifty.
func hardSeries() []chartCase {
	var cases []chartCase
	add := func(name string, f *content.Figure) {
		d := of(Series, f)
		d.Compare = true
		for _, width := range []float64{174, 114.67, 85, 61} {
			cases = append(cases, chartCase{fmt.Sprintf("%s in %g", name, width), d, width, 0})
		}
	}
	even := func(year, n int) func(f *content.Figure) {
		return func(f *content.Figure) { before(f, year, 4*n, n, n, n, n) }
	}
	long := func(labels ...string) *content.Figure {
		var answers []content.Answer
		for _, l := range labels {
			answers = append(answers, answer(l, 20))
		}
		return question("Hvor lenge?", 0, answers...)
	}
	for _, n := range []int{1, 7, 29, 62, 95522} {
		f := question("Like mange?", 1, answer("Den ene", n), answer("Den andre", n),
			answer("Den tredje", n), answer("?Vet ikke", n))
		even(2020, n)(f)
		even(2019, n)(f)
		add(fmt.Sprintf("series of %d", n), f)
	}
	all := question("Alle?", 0, answer("Alle", 80), answer("Ingen", 0))
	add("series of all and none", before(before(all, 2019, 60, 60, 0), 2010, 70, 0, 70))
	words := long(longWord, "Nei", strings.Repeat("mange ord ", 9)+"her", "Ja")
	even(2018, 20)(words)
	even(1970, 3)(words)
	add("series with long names", words)
	decades := long("Ja", "Nei", "Både og", "Ingen")
	for year := 2020; year > 1995; year-- {
		even(year, 40+year%9)(decades)
	}
	add("series of decades", decades)
	return cases
}
