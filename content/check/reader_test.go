package check

import (
	"fmt"
	"strings"
	"testing"

	"rapport/content"
)

// read is what the reader finds in a text: each number's kind, value, hedge and words.
func read(text, language string) string {
	var out []string
	toks := tokens(text, true)
	sure, _ := numbers(toks, lexiconOf(language), nil, nil, nil, nil)
	for _, n := range sure {
		s := ""
		switch n.kind {
		case percentNumber:
			s = n.value.String() + " %"
		case pointsNumber:
			s = n.value.String() + " points"
		case countNumber:
			s = fmt.Sprint(n.count)
		case shareNumber:
			s = fmt.Sprintf("%d of %d", n.count, n.base)
		case fractionNumber:
			s = fmt.Sprintf("%d/%d", n.count, n.base)
		}
		s = map[hedge]string{nearly: "nearly ", above: "above ", below: "below ", about: "about ",
			atLeast: "at least "}[n.hedge] + s
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestNumbers(t *testing.T) {
	tests := []struct{ language, text, want string }{
		// As the published reports write them.
		{"nb", "68,8 prosent har fast stilling.", "68.8 %"},
		{"nb", "Det er 27, 4 % av dem.", "27.4 %"},
		{"nb", "Vestland (21 svar/33.9%)", "21, 33.9 %"},
		{"nb", "35 av 62 svarte.", "35 of 62"},
		{"nb", "35 av de 62 som svarte", "35 of 62"},
		{"nb", "en økning på 5 prosentpoeng", "5 points"},
		{"nb", "Flertallet (62,3 %) er med.", "62.3 %"},
		{"nb", "(62,3 prosent)", "62.3 %"},
		{"nb", "svarte 83,1prosent ja", "83.1 %"},
		{"nb", "53 respondenter (76,8%)", "53, 76.8 %"},
		{"nb", "atten svarte nei", "18"},
		{"nb", "Bare to ble ansatt", "2"},
		{"nb", "Halvparten er alene", "1/2"},
		{"nb", "to av tre", "2/3"},
		{"nb", "En tredel er i gang, tre fjerdedeler er ferdige", "1/3, 3/4"},
		{"nb", "nesten 70 prosent", "nearly 70 %"},
		{"nb", "i underkant av 30 prosent (29,2%)", "nearly 30 %, 29.2 %"},
		{"nb", "Over halvparten jobber, nesten halvparten ikke", "above 1/2, nearly 1/2"},
		{"nb", "Kun 31 prosent", "31 %"},
		{"nb", "fra 54.9 til 38,7 prosent", "54.9 %, 38.7 %"},
		{"nb", "både 52 og 55 prosent", "52 %, 55 %"},
		{"nb", "rundt 40 prosent, minst 20 prosent, under 30 prosent",
			"about 40 %, at least 20 %, below 30 %"},
		{"nb", "**35** av *62*", "35 of 62"},
		{"nb", "sytti prosent", "70 %"},
		{"nb", "treogførti personer og tjueåtte svar", "43, 28"},
		{"nb", "hundre og førtiåtte medlemmer", "148"},
		{"nb", "10 000 medlemmer", "10000"},
		{"nb", "n = 62", "62"},
		{"nb", "Av 69 svarte 15 ja.", "69, 15"},
		{"nb", "Seks av {nword s.f} er med.", "6"},
		{"nn", "Éin svara ja, tjueto svara nei", "1, 22"},
		{"nn", "om lag halvparten, to tredelar", "about 1/2, 2/3"},
		{"en", "35 of 62 (56.5%)", "35 of 62, 56.5 %"},
		{"en", "nearly 70 per cent, twenty-eight respondents", "nearly 70 %, 28"},
		{"en", "one in five, two thirds, half of them", "1/5, 2/3, 1/2"},
		{"en", "a rise of 5 percentage points", "5 points"},
		{"en", "10,000 members", "10000"},
		// What is no statistic.
		{"nb", "i 2021 og 2022", ""},
		{"nb", "9. juni 2021, 9.juni, 30. september", ""},
		{"nb", "9.6.2021 kl. 12 og kl. 14.30", ""},
		{"nb", "se side 7, figur 3 og kapittel 4", ""},
		{"nb", "etter § 5 og § 12", ""},
		{"nb", "tlf. 22 47 91 20, +47 912 34 567, 91234567", ""},
		{"nb", "i 5 år, 37,5 timer, tre dager, 3 millioner kroner", ""},
		{"nb", "i 50 prosent stilling og 80 % stilling", ""},
		{"nb", "Rapport 2/2021, 1:2017, covid-19", ""},
		{"nb", "på en skala fra 1 til 5", ""},
		{"nb", "1–3 år, 31 - 40 timer, 50+", ""},
		{"nb", "1. Første punkt\n2. Andre punkt", ""},
		{"nb", "ti råd, tre spørsmål, to grupper, én gang", ""},
		{"nb", "På den ene siden, en av og til", ""},
		{"nb", "0181 Oslo, 5003 Bergen", ""},
		{"nb", "[35 svar](https://x.no/35%20svar) og https://x.no/62%", "35"},
		{"nb", "{percent s.f | 35 %} og {{62 %}}", "62 %"},
		{"nb", "i snitt 3,8 på skalaen", ""},
		{"en", "On 9 June 2021, page 7, a scale from 1 to 5, for 5 years, the 2nd", ""},
	}
	for _, tt := range tests {
		if have := read(tt.text, tt.language); have != tt.want {
			t.Errorf("%s %q\nhave %q\nwant %q", tt.language, tt.text, have, tt.want)
		}
	}
}

// TestWordsReadBack reads every number that a placeholder writes in words, in every language.
func TestWordsReadBack(t *testing.T) {
	for _, language := range content.Languages() {
		w := lexiconOf(language)
		for n := 2; n < 3000; n++ {
			word := content.Locale(language).Word(n)
			value, next, ok := w.read(tokens(word, false), 0)
			if toks := tokens(word, false); !ok || value != n || next != len(toks)-1 {
				t.Fatalf("%s: %q is read as %d", language, word, value)
			}
		}
	}
}

// FuzzNumbers: no panic, every number inside the text, in order, none over another.
func FuzzNumbers(f *testing.F) {
	for _, s := range notStatistics {
		f.Add(s, "nb")
	}
	for _, s := range []string{"27, 4 %", "21 svar/33.9%", "35 av 62", "{n s} av 62", "hundre og",
		"to hundre hundre", "1.2.3.4", "5 %%", "av 62", "per cent", "tre av", "(", "{", "](",
		"<a@b", "1/", "½", "\xff5 %", "5\u00ad0 %", "a third", "ca. 5"} {
		f.Add(s, "nb")
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		lex, known := lexicons()[language]
		if !known {
			return
		}
		toks := tokens(text, true)
		last := 0
		for _, tok := range toks {
			if tok.start < last || tok.end < tok.start || tok.end > len(text) {
				t.Fatalf("token %+v in a text of %d bytes, after %d", tok, len(text), last)
			}
			last = tok.end
		}
		sure, unsure := numbers(toks, lex(), nil, nil, nil, nil)
		for _, list := range [][]number{sure, unsure} {
			last = 0
			for _, n := range list {
				if n.start < last || n.end <= n.start || n.end > len(text) || n.last <= n.first {
					t.Fatalf("number %+v in a text of %d bytes, after %d", n, len(text), last)
				}
				last = n.end
			}
		}
	})
}
