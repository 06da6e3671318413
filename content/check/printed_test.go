package check

import (
	"strings"
	"testing"
)

// The check reads what is printed, and points at what is written.
func TestPrinted(t *testing.T) {
	tests := []struct{ written, words string }{
		{"81&#37; ja", "81|%|ja"},
		{"&#56;1&percnt; ja", "81|%|ja"},
		{"80&nbsp;% ja", "80|%|ja"},
		{"[82]{lang=nn} prosent", "82|prosent"},
		{"[8 av [9]{lang=en}]{lang=nn} ja", "8|av|9|ja"},
		{"83\u200b prosent", "83|prosent"},
		{"8\u200b3 pro\u2060sent", "83|prosent"},
		{"８３％ ja", "83|%|ja"},
		{"𝟖𝟑 prosent", "83|prosent"},
		{"٨٣٪", "83|%"},
		{"8**3** prosent", "83|prosent"},
		{"80[^1] prosent", "80|prosent"},
		{"[^1]: 80 prosent", "[|^|1|]|:|80|prosent"},
		{`81\&#37; a\[b]{lang=nn}`, "81|&|#|37|;|a|[|b|]|{lang=nn}"},
		{"a & b &; c &x", "a|&|b|&|;|c|&|x"},
		{"[82](https://a.no) prosent", "[|82|prosent"},
		{"{share a.b | &#37;}&#37;", "{share a.b | &#37;}|%"},
	}
	for _, tt := range tests {
		toks := tokens(tt.written, true)
		var words, places []string
		for _, k := range toks[:len(toks)-1] {
			words = append(words, k.text)
			places = append(places, tt.written[k.start:k.end])
		}
		if have := strings.Join(words, "|"); have != tt.words {
			t.Errorf("%q: have %s, want %s", tt.written, have, tt.words)
		}
		for i, k := range toks[1:] {
			if k.start < toks[i].start || k.end > len(tt.written) {
				t.Errorf("%q: %q stands at %d", tt.written, k.text, k.start)
			}
		}
		first := places[0]
		if !strings.HasPrefix(tt.written, first) &&
			!strings.HasPrefix(strings.TrimPrefix(tt.written, "["), first) {
			t.Errorf("%q: the first token is written %q", tt.written, first)
		}
	}
}

// Numbers in brackets that count the parts of a sentence are no statistics.
func TestEnumerations(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Vi spurte om (1) hjelp, (2) sted og (3) alder.", ""},
		{"Først 1) hjelp, så 2) sted.", ""},
		{"Vi spurte om (1) hjelp.\n\nOg om (2) sted.", ""},
		{"Det er (5) svar og (6) svar.", "5 6"},
		{"Det er (1) hjelp.", "1"},
		{"(1) hjelp og (3) sted svarte", "3"},
		{"(12) 62 av 148 svarte.", "62 of 148"},
		{"(62 av 148) svarte.", "62 of 148"},
		{"(1) a, (2) b. Igjen: (1) c, (2) d, (3) e.", ""},
		{"(1) a (2) b: 30 svar.", "30"},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(read(tt.text, "nb"), ",", ""); got != tt.want {
			t.Errorf("%s: have %q, want %q", tt.text, got, tt.want)
		}
	}
}
