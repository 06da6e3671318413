package charts

import (
	"strings"
	"testing"

	"rapport/fonts"
)

// TestAlt holds the pattern of layout/DESIGN.md, "Accessibility", in all three languages.
func TestAlt(t *testing.T) {
	few := question("Har du en mentor?", -1, answer("Ja", 9), answer("Nei", 15))
	slope := of(Slope, job())
	slope.Compare = true
	for _, c := range []struct {
		name, language, finding, want string
		data                          Data
	}{
		{"nb", "nb", "Nesten halvparten står uten veiledning.",
			"Kakediagram. Har du tilbud om veiledning i rollen som erfaringskonsulent? Nei 45\u00a0%, Ja, internt på arbeidsplassen 35\u00a0%, " +
				"Ja, i et lokalt eller regionalt nettverk 10\u00a0%, Ja, ekstern veiledning i gruppe 6\u00a0%, Ja, ekstern veiledning alene 3\u00a0%. " +
				"n\u00a0=\u00a062. Nesten halvparten står uten veiledning.", of(Pie, guidance())},
		{"nn", "nn", "", "Liggjande søyler. Har du en mentor? Ja 9\u00a0av\u00a024 (38\u00a0%), Nei 15\u00a0av\u00a024 (63\u00a0%). n\u00a0=\u00a024.", of(HBar, few)},
		{"en", "en", "Few have one", "Donut chart. Har du en mentor? Ja 9\u00a0of\u00a024 (38\u00a0%), Nei 15\u00a0of\u00a024 (63\u00a0%). n\u00a0=\u00a024. Few have one.", of(Donut, few)},
		{"slope", "nb", "", "Stigningsdiagram. Hvordan fikk du jobben? Utlyst stilling 2020 54,9\u00a0%, 2021 38,7\u00a0% (−16,2 pp.); " +
			"Nettverk eller kjennskap 2020 29,6\u00a0%, 2021 37,1\u00a0% (+7,5 pp., innenfor feilmarginen); Begge deler 2020 15,5\u00a0%, 2021 22,6\u00a0% (+7,1 pp., innenfor feilmarginen). " +
			"n\u00a0=\u00a071 (2020), 62 (2021).", slope},
		{"soft hyphens", "en", "", "Donut chart. Hva slags ansettelse har du? Fast stilling 56\u00a0%, Prosjektstilling 23\u00a0%, Midlertidig 15\u00a0%, Vikariat 6\u00a0%. n\u00a0=\u00a062.",
			of(Donut, employment())},
	} {
		c.data.Language, c.data.Finding = c.language, c.finding
		chart, err := Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(107).Pt(), 0)
		if c.data.Form == Pie {
			chart, err = Draw(c.data, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
		}
		if err != nil {
			t.Fatal(err)
		}
		if chart.Alt != c.want {
			t.Errorf("%s:\nhave %s\nwant %s", c.name, chart.Alt, c.want)
		}
	}
}

// TestTrendNumbers holds the numbers of a comparison: the change is the difference of the shown
// values, with a mark when it lies inside its margin.
func TestTrendNumbers(t *testing.T) {
	chart, err := Draw(Data{Form: Change, Measures: measures(), Language: "nb"}, houseStyle(t),
		plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if have, want := strings.Join(chart.Head, "|"),
		"Svar|Antall 2020|Prosent 2020|Antall 2021|Prosent 2021|Endring"; have != want {
		t.Errorf("head %s, want %s", have, want)
	}
	var changes []string
	for _, row := range chart.Numbers {
		changes = append(changes, row[len(row)-1])
	}
	if have, want := strings.Join(changes, " "),
		"+9,9 +7,5* +6,1* +5,2* +4,0* +0,7* +0,2* −0,6* −3,5* −4,6* −16,2"; have != want {
		t.Errorf("changes %s, want %s", have, want)
	}
	if want := "n\u00a0=\u00a070–72 (2020), 61–62 (2021)"; chart.Base != want {
		t.Errorf("base %q, want %q", chart.Base, want)
	}
}

// TestLikert holds the order, the sums and the segments of stacked scales.
func TestLikert(t *testing.T) {
	st := houseStyle(t)
	chart, err := Draw(of(Likert, safety()...), st, plainSetter{}, fonts.Mm(174).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var sums, numbers []string
	for _, l := range labelsOf(chart.Picture) {
		switch l.Font.Size {
		case scaleSum:
			sums = append(sums, l.Text)
		case scaleSegment:
			numbers = append(numbers, l.Text)
		}
	}
	if have, want := strings.Join(sums, " "),
		"4\u00a0% 81\u00a0% 9\u00a0% 68\u00a0% 16\u00a0% 52\u00a0%"; have != want {
		t.Errorf("sums %s, want %s", have, want)
	}
	if have, want := strings.Join(numbers, " "),
		"4 14 33 48 4 4 23 30 38 4 12 32 38 14"; have != want {
		t.Errorf("segments %s, want %s", have, want)
	}
	right := map[fonts.Pt]fonts.Pt{}
	for _, it := range chart.Picture.Items {
		if it.Shape == nil || it.Shape.Paint.Fill == nil {
			continue
		}
		a, z, _ := it.Shape.Path.Bounds()
		if z.Y-a.Y < scaleBar.Pt()-0.01 {
			continue // a chip of the head
		}
		if gap := a.X - right[a.Y]; right[a.Y] > 0 &&
			(gap-scaleSegmentGap.Pt() > 0.01 || scaleSegmentGap.Pt()-gap > 0.01) {
			t.Errorf("a gap of %v", gap)
		} else if right[a.Y] == 0 && (a.X-fonts.Mm(24).Pt() > 0.01 ||
			a.X-fonts.Mm(24).Pt() < -0.01) {
			t.Errorf("a bar begins at %v", a.X)
		}
		right[a.Y] = z.X
	}
	for y, x := range right {
		if d := x - fonts.Mm(150).Pt(); d > 0.01 || d < -0.01 {
			t.Errorf("the bar at %v ends at %v", y, x)
		}
	}
	if len(right) != 3 {
		t.Errorf("%d bars", len(right))
	}
}

// TestSentences: every text ends with one mark, its own or a full stop; empty ones are left out.
func TestSentences(t *testing.T) {
	have := sentences("Søyler", " ", "Hva nå?", "\u00ad", "Og så …", "Erfarings\u00adrom.")
	if want := "Søyler. Hva nå? Og så … Erfaringsrom."; have != want {
		t.Errorf("have %q, want %q", have, want)
	}
}
