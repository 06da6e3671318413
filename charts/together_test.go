package charts

import (
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
)

// TestTogether: what is highlighted together has the accent colour in every form of one year, and
// its sum stands over the chart once: in the author's words, else by the names of the answers.
func TestTogether(t *testing.T) {
	st := houseStyle(t)
	cases := []struct {
		set   []int
		text  string
		kind  content.Kind
		marks int
		line  string // begins the line; "" for none
	}{
		{[]int{1, 2}, "er over 40 år", content.Single, 2, "39 av 90 er over 40 år"},
		{[]int{2, 1}, "", content.Single, 2, "39 av 90 Svar b · Svar c"},
		{[]int{1}, "er i prosjekt", content.Single, 1, "20 av 90 er i prosjekt"},
		{[]int{1}, "", content.Single, 1, ""},
		{[]int{}, "er over 40 år", content.Single, 0, ""},
		{[]int{1, 2}, "er over 40 år", content.Multiple, 2, ""},
	}
	for _, tt := range cases {
		for _, form := range []Form{Pie, Donut, HBar, VBar} {
			f := question("Hvor gammel er du?", 3, answer("Svar a", 21), answer("Svar b", 20),
				answer("Svar c", 19), answer("Svar d", 30))
			f.Kind = tt.kind
			if f.Kind == content.Multiple && form.rule().Slices {
				continue
			}
			d := of(form, f)
			d.Marked, d.MarkedText = tt.set, tt.text
			c, err := Draw(d, st, plainSetter{}, fonts.Mm(114).Pt(), 0)
			if err != nil || c.Form != form {
				t.Fatal(err, c.Form)
			}
			if err := check(c); err != nil {
				t.Errorf("%s: %v", form, err)
			}
			if n := filled(c, st.Highlight); n != tt.marks {
				t.Errorf("%s %v: %d marks, want %d", form, tt.set, n, tt.marks)
			}
			var first string
			for _, l := range labelsOf(c.Picture) {
				if l.Color == st.Highlight && l.Font.Size == togetherText && first == "" &&
					strings.Contains(l.Text, "av") {
					first = plain(l.Text)
				}
			}
			if first != tt.line || tt.line != "" && !strings.Contains(plain(c.Alt), tt.line+".") {
				t.Errorf("%s %v: %q, want %q; %s", form, tt.set, first, tt.line, c.Alt)
			}
		}
	}
}

// plain is a text with spaces for no-break spaces.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// filled is how many shapes have a colour.
func filled(c Chart, color vector.Color) int {
	n := 0
	for _, it := range c.Picture.Items {
		if it.Shape != nil && it.Shape.Paint.Fill != nil && *it.Shape.Paint.Fill == color {
			n++
		}
	}
	return n
}

// TestTogetherWithheld: a sum that may not be published is not written.
func TestTogetherWithheld(t *testing.T) {
	d := secretly(twinData(HBar, content.Single, false, "alone", []int{20, 3, 30, 8}))
	d.Marked, d.MarkedText = []int{0, 1}, "er over 40 år"
	c, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(114).Pt(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range labelsOf(c.Picture) {
		if strings.Contains(l.Text, "40 år") {
			t.Errorf("%q is written", l.Text)
		}
	}
	if strings.Contains(c.Alt, "40 år") {
		t.Error(c.Alt)
	}
}

// TestReplies: yes and no have one colour and one order, whichever of them is larger or
// highlighted; who does not know is grey and last, unless that is highlighted.
func TestReplies(t *testing.T) {
	st := houseStyle(t)
	cases := []struct {
		answers   string // parted by commas; a question mark begins a residual one
		counts    []int
		highlight int
		want      []string
	}{
		{"Ja,Nei", []int{10, 30}, 0, []string{"Blåbær", "Multe"}},
		{"Nei,Ja", []int{30, 10}, 0, []string{"Blåbær", "Multe"}},
		{"Ja,Nei", []int{30, 10}, 1, []string{"Blåbær", "Multe"}},
		{"Nei,Ja,?Vet ikke", []int{30, 10, 5}, 1, []string{"Blåbær", "Multe", "Stein"}},
		{"Nei,Ja,?Vet ikke", []int{30, 10, 5}, 2, []string{"Blåbær", "Multe", "Nype"}},
		{"Nei,Under utdanning,Ja", []int{30, 50, 5}, -1, []string{"Blåbær", "Multe", "Fjord"}},
		{"No,Yes", []int{30, 10}, 0, []string{"Blåbær", "Multe"}},
		{"Ja i nettverk,Ja,Nei", []int{9, 10, 30}, 2, []string{"Blåbær", "Multe", "Fjord"}},
		{"Nei,Ja\u003a internt,Ja\u003a i gruppe", []int{30, 20, 10}, 0,
			[]string{"Nype", "Blåbær", "Multe"}},
		{"Kommune,Stat", []int{10, 30}, 1, []string{"Nype", "Blåbær"}},
	}
	for _, tt := range cases {
		var answers []content.Answer
		for i, label := range strings.Split(tt.answers, ",") {
			answers = append(answers, answer(label, tt.counts[i]))
		}
		f := question("Har du?", tt.highlight, answers...)
		c := &canvas{Data: of(Donut, f), Style: st}
		var names []string
		for _, color := range c.sliceColors(c.rowsOf(f)) {
			names = append(names, color.Name)
		}
		if !slices.Equal(names, tt.want) {
			t.Errorf("%s %v: %q, want %q", tt.answers, tt.counts, names, tt.want)
		}
	}
}

// TestDotsTogether: dots show what is highlighted together, and say what they are.
func TestDotsTogether(t *testing.T) {
	st := houseStyle(t)
	cases := []struct {
		marked []int
		text   string
		dots   int
		want   string
	}{
		{nil, "", 8, "Fast ansatt: Nei"},
		{[]int{1}, "er i prosjekt eller engasjement", 8, "er i prosjekt eller engasjement"},
		{[]int{0, 1}, "", 29, "Ja · Nei"},
	}
	for _, tt := range cases {
		f := question("Er du fast ansatt?", 1, answer("Ja", 21), answer("Nei", 8), answer("?Vet ikke", 4))
		f.Title = "Fast ansatt"
		d := of(Dots, f)
		d.Marked, d.MarkedText = tt.marked, tt.text
		c, err := Draw(d, st, plainSetter{}, fonts.Mm(174).Pt(), 0)
		if err != nil {
			t.Fatal(err)
		}
		said := slices.ContainsFunc(labelsOf(c.Picture),
			func(l *vector.Label) bool { return l.Text == tt.want })
		if n := filled(c, st.Highlight); n != tt.dots || !said {
			t.Errorf("%v %q: %d dots, said %v", tt.marked, tt.text, n, said)
		}
	}
}

// TestPartial: where not all options are among the answers, the caption and the alternative text
// say so in each language, of several statements too.
func TestPartial(t *testing.T) {
	words := map[string]string{"nb": "Bare noen av svaralternativene er vist.",
		"nn": "Berre nokre av svaralternativa er viste.",
		"en": "Only some of the options are shown."}
	for language, want := range words {
		for _, form := range []Form{HBar, Likert} {
			f := scaleOf("Hvordan?", []string{"a", "b", "c"}, 10, 20, 30)
			f.Partial = true
			d := of(form, scaleOf("Hvor?", []string{"a", "b", "c"}, 10, 20, 30), f)
			if form == HBar {
				f.Kind = content.Multiple
				d = of(form, f)
			}
			d.Language = language
			c, err := Draw(d, houseStyle(t), plainSetter{}, fonts.Mm(174).Pt(), 0)
			if err != nil || c.Rest != want || !strings.Contains(c.Alt, want) {
				t.Errorf("%s %s: %q, %s, %v", language, form, c.Rest, c.Alt, err)
			}
		}
	}
}
