package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/fonts"
)

// FuzzDraw draws arbitrary answers in every form: no panic, and what is drawn keeps all rules.
func FuzzDraw(f *testing.F) {
	f.Add(uint8(0), uint8(150), "Nei;Ja, internt på arbeidsplassen;Ja, i et nettverk",
		[]byte{28, 22, 12})
	f.Add(uint8(1), uint8(85), "Ja;Nei;?Vet ikke", []byte{29, 29, 4})
	f.Add(uint8(2), uint8(60), longWord+";x;", []byte{1, 1, 200})
	f.Add(uint8(3), uint8(99), "0–10 timer;11–20 timer;Over 20 timer", []byte{0, 5, 0})
	f.Add(uint8(4), uint8(170), "Lav;Midt;Høy", []byte{12, 33, 55})
	f.Add(uint8(5), uint8(100), "a;b;c;d", []byte{9, 9, 9, 9})
	f.Add(uint8(7), uint8(170), "a;b;c;d;e;f;g", []byte{1, 2, 3, 4, 5, 6, 7})
	for form := range uint8(len(Forms())) {
		f.Add(form, uint8(123), "Under ett;1–3 år;"+longWord, []byte{1, 0, 7})
		f.Add(form, uint8(85), "a;b b b b b b b b b;c", []byte{148, 0, 2})
	}
	f.Fuzz(func(t *testing.T, form, width uint8, labels string, counts []byte) {
		if len(labels) > 600 || len(counts) > 40 ||
			strings.ContainsAny(labels, "\t\n\r\v\f\u0085\u2028\u2029") {
			return
		}
		var answers []content.Answer
		names := strings.Split(strings.ToValidUTF8(labels, ""), ";")
		for i, n := range counts {
			name := fmt.Sprintf("%d", i)
			if i < len(names) && strings.TrimSpace(whole(names[i])) != "" {
				name = strings.Join(strings.Fields(names[i]), " ")
			}
			answers = append(answers, answer(name, int(n)))
		}
		d := of(Forms()[int(form)%len(Forms())],
			question("Hva?", int(width)%max(1, len(answers)+1)-1, answers...))
		if d.Form == Likert {
			d.Figures[0].Kind = content.Scale
		}
		if d.Form == Series || d.Form == Slope || d.Form == Paired || d.Form == Change {
			counts := make([]int, len(answers))
			total := 0
			for i, a := range answers {
				counts[len(answers)-1-i] = a.Count
				total += a.Count
			}
			comparedWith(d.Figures[0], total, counts...)
			if d.Form == Series { // and the years between as far as the width is
				slices.Sort(counts)
				before(d.Figures[0], 2020-1-int(width)%9, total, counts...)
			}
			d.Compare = true
		}
		if d.Form == Battery { // a row for each answer
			f := d.Figures[0]
			for i, a := range f.Answers {
				d.Measures = append(d.Measures,
					content.Measure{Figure: f, Answers: []int{i}, Label: a.Label})
			}
			d.Figures = d.Figures[:0]
		}
		chart, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(float64(width)).Pt(), 0)
		if err != nil {
			return
		}
		if err := checkAll(chart, d); err != nil {
			t.Fatalf("%s for %s, %d mm: %v\n%s", chart.Form, d.Form, width, err,
				dump(chart.Picture))
		}
	})
}
