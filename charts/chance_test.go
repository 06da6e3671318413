package charts

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// someInside are so many changes inside their margins, each a little smaller than the one before.
func someInside(n int, label func(i int) string) []content.Measure {
	var all []content.Measure
	for i := range n {
		then := 200 + i - n/2
		all = append(all, measure(label(i), then, 400, 205, 400))
	}
	return all
}

// TestChance: what may be chance stands below a list of all changes, small, without marks and with
// both values, the largest changes where there are many; the alternative text has it too, and a list
// in parts has it once.
func TestChance(t *testing.T) {
	outside := []content.Measure{measure("Opp", 100, 400, 250, 400), measure("Ned", 300, 400, 90, 400)}
	for _, tt := range []struct {
		inside, shown int
		rest          string
	}{
		{0, 0, ""}, {1, 1, ""}, {12, 12, ""},
		{41, 12, "Av 41 endringer innenfor feilmarginen er de 12 største vist."},
	} {
		d := Data{Form: Change, Language: "nb", Measures: outside,
			Inside: someInside(tt.inside, func(i int) string { return fmt.Sprintf("Mål %d", i) })}
		chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := check(chart); err != nil {
			t.Error(err)
		}
		names, heads, arrows := 0, 0, 0
		for _, l := range labelsOf(chart.Picture) {
			names += strings.Count(l.Text, "Mål ")
			heads += strings.Count(l.Text, "Kan være tilfeldig") + strings.Count(l.Text, "Endret")
			arrows += strings.Count(l.Text, " → ")
		}
		if head := 2 * min(1, tt.inside); names != tt.shown || arrows != tt.shown || heads != head {
			t.Errorf("%d inside: %d names, %d values, %d heads", tt.inside, names, arrows, heads)
		}
		if chart.Rest != tt.rest || chart.Inside {
			t.Errorf("%d inside: the caption says %q, asterisk %v", tt.inside, chart.Rest, chart.Inside)
		}
		if n := strings.Count(chart.Alt, "Mål "); n != tt.shown || len(chart.Numbers) != 2+tt.shown {
			t.Errorf("%d inside: %d in the alternative text, %d rows of numbers: %s", tt.inside, n,
				len(chart.Numbers), chart.Alt)
		}
	}
	many := Data{Form: Change, Language: "nb", Inside: someInside(5, func(int) string { return "Mål" })}
	for i := range 30 {
		many.Measures = append(many.Measures, measure(fmt.Sprint(i), 100+i, 400, 300-i, 400))
	}
	heads := 0
	for _, part := range Split(many, 0) {
		chart, err := Draw(part, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		heads += strings.Count(chart.Alt, "Kan være tilfeldig")
	}
	if heads != 1 {
		t.Errorf("three parts have it %d times", heads)
	}
}

// TestChanceAnyWidth: names of any length and values of few people have room in any width.
func TestChanceAnyWidth(t *testing.T) {
	random := rand.New(rand.NewSource(20261127))
	words := []string{"Ja", longWord, "erfaringskonsulent", "av", "på", "team", "☃", "veiledning"}
	for range 300 {
		d := Data{Form: Change, Language: "en", Measures: []content.Measure{
			measure("Up", 10, 400, 300, 400)}}
		d.Inside = someInside(1+random.Intn(14), func(int) string {
			var name []string
			for range 1 + random.Intn(12) {
				name = append(name, words[random.Intn(len(words))])
			}
			return strings.Join(name, " ")
		})
		if random.Intn(2) == 0 {
			d.Inside = append(d.Inside, measure("Few", 4, 9, 5, 9))
		}
		width := fonts.Mm(20 + random.Intn(160))
		chart, err := Draw(d, houseStyle(t), plainSetter{}, width.Pt(), 0)
		if err != nil {
			t.Fatalf("%v mm: %v", width, err)
		}
		if err := check(chart); err != nil {
			t.Fatalf("%v mm: %v\n%s", width, err, dump(chart.Picture))
		}
	}
}

// TestKnockedOut: a value through which a line of the grid runs stands on white, drawn after the
// line, and the axis ends at the next 25.
func TestKnockedOut(t *testing.T) {
	d := Data{Form: Change, Language: "nb", Measures: []content.Measure{
		measure("Gjennom en linje", 45, 150, 60, 150)}} // 30 and 40 %, whose values stand by 25 and 50
	chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var heads []string
	var lines []fonts.Pt
	knocked := 0
	for _, it := range chart.Picture.Items {
		switch {
		case it.Label != nil && strings.HasSuffix(it.Label.Text, "\u00a0%"):
			heads, lines = append(heads, it.Label.Text), append(lines, it.Label.At.X)
		case it.Shape != nil && it.Shape.Paint.Fill != nil && it.Shape.Paint.Stroke == nil &&
			*it.Shape.Paint.Fill == houseStyle(t).White:
			knocked++
		}
	}
	if have := strings.Join(heads, " "); have != "0\u00a0% 25\u00a0% 50\u00a0%" {
		t.Errorf("the axis has %s", have)
	}
	if want := through(chart, lines); knocked != want || want == 0 {
		t.Errorf("%d values stand on white, lines run through %d", knocked, want)
	}
}

// through counts the values in a chart that vertical lines run through.
func through(c Chart, lines []fonts.Pt) (n int) {
	for _, l := range labelsOf(c.Picture) {
		if !strings.Contains(l.Text, ",") || strings.ContainsAny(l.Text, "+−") {
			continue
		}
		b := labelBox(&vector.Label{Text: l.Text, Font: l.Font, At: l.At, Align: l.Align})
		for _, x := range lines {
			if pad := changeKnock.Pt(); x > b.x-pad && x < b.x+b.w+pad {
				n++
				break
			}
		}
	}
	return n
}
