package content

import (
	"fmt"
	"strings"
	"testing"
)

// works are references for the base report: [[reference]] by authors, year and title.
func works(lines ...string) string {
	var b strings.Builder
	b.WriteString("@ 3-longer.toml\n")
	for _, line := range lines {
		f := strings.Split(line, " / ")
		fmt.Fprintf(&b, "+ [[reference]]\n+ id = %q\n+ authors = [\"%s\"]\n+ year = %s\n+ title = %q\n", f[0], strings.ReplaceAll(f[1], "; ", `", "`), f[2], f[3])
	}
	return b.String()
}

// TestCitations prints citations in each language; a citation's link stands between < and >, and _ is a
// no-break space.
func TestCitations(t *testing.T) {
	more := works("mead / Mead, S. / 2001 / Ansvar", "sint / SINTEF Helse / 2010 / Tall", "udatert / Mead, S. / 0 / Udatert",
		"sol / Sol, A. / 2019 / Beta", "sol2 / Sol, A. / 2019 / Alfa", "sol3 / Sol, A. / 2020 / Gamma")
	tests := []struct{ citation, nb, nn, en string }{
		{"{cite mead}", "(<Mead, 2001>)", "(<Mead, 2001>)", "(<Mead, 2001>)"},
		{"{citet mead}", "<Mead (2001)>", "<Mead (2001)>", "<Mead (2001)>"},
		{"{cite sint}", "(<SINTEF Helse, 2010>)", "(<SINTEF Helse, 2010>)", "(<SINTEF Helse, 2010>)"},
		{"{cite repper}", "(<Repper & Carter, 2011>)", "(<Repper & Carter, 2011>)", "(<Repper & Carter, 2011>)"},
		{"{citet repper}", "<Repper og Carter (2011)>", "<Repper og Carter (2011)>", "<Repper and Carter (2011)>"},
		{"{cite odden2015}", "(<Odden_mfl., 2015>)", "(<Odden_mfl., 2015>)", "(<Odden_et_al., 2015>)"},
		{"{cite odden2015 | s. 6}", "(<Odden_mfl., 2015, s._6>)", "(<Odden_mfl., 2015, s._6>)", "(<Odden_et_al., 2015, s._6>)"},
		{"{ citet  odden2015|kap. 2, s. 6–12 }", "<Odden_mfl. (2015, kap._2, s._6–12)>", "<Odden_mfl. (2015, kap._2, s._6–12)>", "<Odden_et_al. (2015, kap._2, s._6–12)>"},
		{"{cite udatert}", "(<Mead, u.å.>)", "(<Mead, u.å.>)", "(<Mead, n.d.>)"},
		{"{cite sol}{cite sol2}", "(<Sol, 2019b>)(<Sol, 2019a>)", "(<Sol, 2019b>)(<Sol, 2019a>)", "(<Sol, 2019b>)(<Sol, 2019a>)"},
		{"{cite mead ; odden2015}", "(<Mead, 2001>; <Odden_mfl., 2015>)", "(<Mead, 2001>; <Odden_mfl., 2015>)", "(<Mead, 2001>; <Odden_et_al., 2015>)"},
		{"{citet sol3}", "<Sol (2020)>", "<Sol (2020)>", "<Sol (2020)>"},
	}
	for _, lang := range Languages() {
		var prose []string
		for _, tt := range tests {
			prose = append(prose, tt.citation)
		}
		r := loadBase(t, more, "@ 1-report.toml\n- language = \"nb\"\n+ language = \""+lang+"\"\n- about = \"En rapport om {invited m2021} medlemmer.\"\n+ about = \"\"\"\n+ "+
			strings.Join(prose, "\n+ \n+ ")+"\"\"\"")
		for i, tt := range tests {
			var b strings.Builder
			for _, in := range r.About[i].Inlines {
				if in.Cite != nil {
					in.Text = "<" + in.Text + ">"
				}
				b.WriteString(in.Text)
			}
			want := map[string]string{"nb": tt.nb, "nn": tt.nn, "en": tt.en}[lang]
			if have := strings.ReplaceAll(b.String(), "\u00a0", "_"); have != want {
				t.Errorf("%s %s: have %s, want %s", lang, tt.citation, have, want)
			}
		}
	}
}

// TestEntries formats works of every sort as they stand in the list.
func TestEntries(t *testing.T) {
	tests := []struct {
		name   string
		w      Reference
		nb, en string
	}{
		{"book", Reference{Authors: []string{"Mead, S."}, Year: 2001, Title: "Ansvar", Publisher: "Forlaget"},
			"Mead, S. (2001). /Ansvar/. Forlaget.", "Mead, S. (2001). /Ansvar/. Forlaget."},
		{"own publisher", Reference{Authors: []string{"SINTEF"}, Year: 2001, Title: "Tall", Publisher: "SINTEF"},
			"SINTEF. (2001). /Tall/.", "SINTEF. (2001). /Tall/."},
		{"question", Reference{Authors: []string{"Mead, S."}, Year: 2001, Title: "Hvem?", Publisher: "Forlaget"},
			"Mead, S. (2001). /Hvem?/ Forlaget.", "Mead, S. (2001). /Hvem?/ Forlaget."},
		{"pages of a book", Reference{Authors: []string{"Mead, S."}, Title: "Hvem?", Pages: "6–12"},
			"Mead, S. (u.å.). /Hvem?/ (s._6–12).", "Mead, S. (n.d.). /Hvem?/ (pp._6–12)."},
		{"article", Reference{Authors: []string{"Odden, S.", "Berg, A."}, Year: 2015, Title: "Om hus", Journal: "Tidsskrift", Volume: "12(3)", Pages: "1–9"},
			"Odden, S. & Berg, A. (2015). Om hus. /Tidsskrift/, /12/(3), 1–9.", "Odden, S., & Berg, A. (2015). Om hus. /Tidsskrift/, /12/(3), 1–9."},
		{"article without volume", Reference{Authors: []string{"Odden, S."}, Year: 2015, Title: "Om hus!", Journal: "Tidsskrift"},
			"Odden, S. (2015). Om hus! /Tidsskrift/.", "Odden, S. (2015). Om hus! /Tidsskrift/."},
		{"three authors on the web", Reference{Authors: []string{"A, B.", "C, D.", "E, F."}, Year: 2015, Title: "Nett", URL: "https://a.no"},
			"A, B., C, D. & E, F. (2015). /Nett/. <https://a.no https://a.no>", "A, B., C, D., & E, F. (2015). /Nett/. <https://a.no https://a.no>"},
		{"twenty-one authors", Reference{Authors: strings.Split(strings.Repeat("A, B.;", 20)+"Z, Y.", ";"), Year: 2015, Title: "Mange"},
			strings.Repeat("A, B., ", 19) + "… Z, Y. (2015). /Mange/.", strings.Repeat("A, B., ", 19) + "… Z, Y. (2015). /Mange/."},
	}
	for _, tt := range tests {
		for l, want := range map[Locale]string{"nb": tt.nb, "nn": tt.nb, "en": tt.en} {
			if have := strings.ReplaceAll(prosePicture(tt.w.entry(l, yearOf(&tt.w, l))), "\u00a0", "_"); have != want {
				t.Errorf("%s in %s\nhave %s\nwant %s", tt.name, l, have, want)
			}
		}
	}
}

// TestSortReferences sorts by authors, year and title.
func TestSortReferences(t *testing.T) {
	tests := []struct {
		name, language string
		want           []string // authors, year, title; in order
	}{
		{"norwegian letters", "nb", []string{"Zorn / 1 / a", "Ærø / 1 / a", "Ødegård / 1 / a", "Aas / 1 / a", "Åse / 1 / a"}},
		{"swedish and german letters", "nn", []string{"Muller / 1 / a", "Müller / 1 / a", "Zorn / 1 / a", "Ähs / 1 / a", "Öst / 1 / a", "Århus / 1 / a"}},
		{"english", "en", []string{"Aas / 1 / a", "Ahs / 1 / a", "Öst / 1 / a", "Zorn / 1 / a"}},
		{"accents and case", "nb", []string{"andré / 1 / a", "Andrea / 1 / a", "Garcia / 1 / a", "García / 2 / a"}},
		{"nothing before something", "nb", []string{"Berg, A. / 9 / a", "Berg, A.; Aas, B. / 1 / a", "Bergan, A. / 1 / a"}},
		{"words", "nb", []string{"Van Dyck / 1 / a", "Vance / 1 / a"}},
		{"hyphens", "nb", []string{"Lie, A. / 1 / a", "Lie-Berg, A. / 1 / a", "Liebe, A. / 1 / a"}},
		{"year, then title", "nb", []string{"Berg / 2001 / b", "Berg / 2002 / Alfa", "Berg / 2002 / «Beta»", "Berg / 2002 / Gamma"}},
		{"no date first", "nb", []string{"Berg / 0 / b", "Berg / 2002 / a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var list []*Reference
			for i := range tt.want { // backwards
				f := strings.Split(tt.want[len(tt.want)-1-i], " / ")
				w := &Reference{Authors: strings.Split(f[0], "; "), Title: f[2]}
				fmt.Sscan(f[1], &w.Year)
				list = append(list, w)
			}
			sortReferences(list, Locale(tt.language))
			for i, w := range list {
				if have := fmt.Sprintf("%s / %d / %s", strings.Join(w.Authors, "; "), w.Year, w.Title); have != tt.want[i] {
					t.Errorf("%d: have %s, want %s", i, have, tt.want[i])
				}
			}
		})
	}
}

// TestReferencesTopic gives references that no block lists a topic of their own.
func TestReferencesTopic(t *testing.T) {
	for _, lang := range Languages() {
		r := loadBase(t, "@ 3-longer.toml\n- [[chapter.topic.block]]\n- references = true\n+ # ingen\n- id = \"lengre-tekst\"\n+ id = \"references\"\n@ 1-report.toml\n- language = \"nb\"\n+ language = \""+lang+"\"\n")
		topic := r.Method.Topics[len(r.Method.Topics)-1]
		want := map[string]string{"nb": "Referanser", "nn": "Referansar", "en": "References"}[lang]
		if topic.Title != want || topic.ID != "references-2" || len(topic.Blocks) != 1 || topic.Blocks[0].Kind != ReferencesBlock || topic.Blocks[0].Topic != topic {
			t.Errorf("%s: %+v", lang, topic)
		}
	}
}

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba"} {
		if have := letter(i); have != want {
			t.Errorf("%d: have %s, want %s", i, have, want)
		}
	}
}
