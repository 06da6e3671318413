package prose

import (
	"fmt"
	"strings"
	"testing"

	"rapport/content/language"
)

// TestEntries formats works of every sort as they stand in the list.
func TestEntries(t *testing.T) {
	tests := []struct {
		name   string
		w      Reference
		nb, en string
	}{
		{"book", Reference{Authors: []string{"Mead, S."}, Year: 2001, Title: "Ansvar",
			Publisher: "Forlaget"}, "Mead, S. (2001). /Ansvar/. Forlaget.",
			"Mead, S. (2001). /Ansvar/. Forlaget."},
		{"own publisher", Reference{Authors: []string{"SINTEF"}, Year: 2001, Title: "Tall",
			Publisher: "SINTEF"}, "SINTEF. (2001). /Tall/.", "SINTEF. (2001). /Tall/."},
		{"question", Reference{Authors: []string{"Mead, S."}, Year: 2001, Title: "Hvem?",
			Publisher: "Forlaget"}, "Mead, S. (2001). /Hvem?/ Forlaget.",
			"Mead, S. (2001). /Hvem?/ Forlaget."},
		{"pages of a book", Reference{Authors: []string{"Mead, S."}, Title: "Hvem?", Pages: "6–12"},
			"Mead, S. (u.å.). /Hvem?/ (s._6–12).", "Mead, S. (n.d.). /Hvem?/ (pp._6–12)."},
		{"article", Reference{Authors: []string{"Odden, S.", "Berg, A."}, Year: 2015,
			Title: "Om hus", Journal: "Tidsskrift", Volume: "12(3)", Pages: "1–9"},
			"Odden, S. & Berg, A. (2015). Om hus. /Tidsskrift/, /12/(3), 1–9.",
			"Odden, S., & Berg, A. (2015). Om hus. /Tidsskrift/, /12/(3), 1–9."},
		{"article without volume", Reference{Authors: []string{"Odden, S."}, Year: 2015,
			Title: "Om hus!", Journal: "Tidsskrift"}, "Odden, S. (2015). Om hus! /Tidsskrift/.",
			"Odden, S. (2015). Om hus! /Tidsskrift/."},
		{"title that breaks off", Reference{Authors: []string{"Mead, S."}, Year: 2001,
			Title: "Og så …", Publisher: "Forlaget"}, "Mead, S. (2001). /Og så …/ Forlaget.",
			"Mead, S. (2001). /Og så …/ Forlaget."},
		{"three authors on the web", Reference{Authors: []string{"A, B.", "C, D.", "E, F."},
			Year: 2015, Title: "Nett", URL: "https://a.no"},
			"A, B., C, D. & E, F. (2015). /Nett/. <https://a.no https://a.no>",
			"A, B., C, D., & E, F. (2015). /Nett/. <https://a.no https://a.no>"},
		{"twenty-one authors",
			Reference{Authors: strings.Split(strings.Repeat("A, B.;", 20)+"Z, Y.", ";"), Year: 2015,
				Title: "Mange"}, strings.Repeat("A, B., ", 19) + "… Z, Y. (2015). /Mange/.",
			strings.Repeat("A, B., ", 19) + "… Z, Y. (2015). /Mange/."},
	}
	for _, tt := range tests {
		for l, want := range map[language.Locale]string{"nb": tt.nb, "nn": tt.nb, "en": tt.en} {
			picture := entryPicture(tt.w.entry(l, yearOf(&tt.w, l)))
			if have := strings.ReplaceAll(picture, "\u00a0", "_"); have != want {
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
		{"norwegian letters", "nb", []string{"Zorn / 1 / a", "Ærø / 1 / a", "Ødegård / 1 / a",
			"Aas / 1 / a", "Åse / 1 / a"}},
		{"swedish and german letters", "nn", []string{"Muller / 1 / a", "Müller / 1 / a",
			"Zorn / 1 / a", "Ähs / 1 / a", "Öst / 1 / a", "Århus / 1 / a"}},
		{"english", "en", []string{"Aas / 1 / a", "Ahs / 1 / a", "Öst / 1 / a", "Zorn / 1 / a"}},
		{"accents and case", "nb",
			[]string{"andré / 1 / a", "Andrea / 1 / a", "Garcia / 1 / a", "García / 2 / a"}},
		{"nothing before something", "nb",
			[]string{"Berg, A. / 9 / a", "Berg, A.; Aas, B. / 1 / a", "Bergan, A. / 1 / a"}},
		{"words", "nb", []string{"Van Dyck / 1 / a", "Vance / 1 / a"}},
		{"hyphens", "nb", []string{"Lie, A. / 1 / a", "Lie-Berg, A. / 1 / a", "Liebe, A. / 1 / a"}},
		{"year, then title", "nb", []string{"Berg / 2001 / b", "Berg / 2002 / Alfa",
			"Berg / 2002 / «Beta»", "Berg / 2002 / Gamma"}},
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
			sortReferences(list, language.Locale(tt.language))
			for i, w := range list {
				authors := strings.Join(w.Authors, "; ")
				have := fmt.Sprintf("%s / %d / %s", authors, w.Year, w.Title)
				if have != tt.want[i] {
					t.Errorf("%d: have %s, want %s", i, have, tt.want[i])
				}
			}
		})
	}
}

// entryPicture writes an entry of the list on one line: /emphasis/ and <text address>.
func entryPicture(p Prose) string {
	var b strings.Builder
	for _, in := range p[0].Inlines {
		switch {
		case in.Emph:
			in.Text = "/" + in.Text + "/"
		case in.URI != "":
			in.Text = "<" + in.Text + " " + in.URI + ">"
		}
		b.WriteString(in.Text)
	}
	return b.String()
}

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba"} {
		if have := letter(i); have != want {
			t.Errorf("%d: have %s, want %s", i, have, want)
		}
	}
}
