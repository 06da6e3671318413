package hyphen

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// tex is what LuaTeX 1.15 (TeX Live 2022) makes of the words with hyph-nb and at least three
// letters on both sides.
const tex = `ambu-le-rende anset-telse arbeids-gi-ver arbeids-miljø behand-ling bekym-rin-ger
bru-ker-med-virk-ning bru-ker-or-ga-ni-sa-sjon del-ta-kelse erfa-rings-kon-su-lent erfa-rings-kunn-skap
etter-ut-dan-ning fag-for-bun-det fyl-kes-kom-mune gjen-nom-snitt-lig halv-par-ten helse-fore-tak
hver-da-gen kol-le-gaer kom-mu-nen kom-pe-tanse like-per-son-sar-beid lønns-trinn med-lem-mene
opp-føl-ging opp-læ-ring pasi-ent-ret-tig-he-ter psy-kisk pårø-rende rus-av-hen-gig-het
sam-ar-beids-part-ner sann-syn-lig spørre-un-der-sø-kelse stil-ling stil-lings-be-skri-velse
til-rette-leg-ging triv-sel tverr-fag-lig under-sø-kel-sen utdan-ning vei-led-ning verd-satt
ytrings-fri-het`

func TestPatternsAreTeXs(t *testing.T) {
	patterns := Language{patterns: openTrie(nbTrie)}
	for want := range strings.FieldsSeq(tex) {
		if got := patterns.Divide(strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("have %s, TeX has %s", got, want)
		}
	}
}

func TestDivide(t *testing.T) {
	for _, c := range []struct{ tag, want string }{
		{"nb", "erfa-rings-kon-su-lent"},
		{"nn", "erfa-rings-kon-su-len-tane"},
		{"nb", "like-per-sons-arbeid"},
		{"nb", "bru-ker-orga-ni-sa-sjo-nene"},
		{"nb", "stil-lings-beskri-velse"},
		{"nb", "arbeids-giver"},
		{"nb", "behand-lings-opp-legg"},
		{"nb", "makt-uba-lan-ser"},
		{"nb", "fri-tekst-respon-sene"},
		{"nb", "pasi-en-te-nes"}, // an ending is no part
		{"nb", "bruke-rene"},
		{"nb", "nyansatte"}, // the joint is too near the beginning
		{"nb", "sam-arbeid"},
		{"nb", "Under-sø-kel-sen"},
		{"no", "KOM-MU-NEN"},
		{"nb-NO", "hver-da-gen"},
		{"en-GB", "uni-vers-ity"}, // an exception of the source's
		{"en", "hyphen-a-tion"},
		{"nb", "året"},
		{"nb", "covid19arbeid"}, // not all letters
		{"nb", "Путешествие"},
	} {
		if got := For(c.tag).Divide(strings.ReplaceAll(c.want, "-", "")); got != c.want {
			t.Errorf("%s: have %s, want %s", c.tag, got, c.want)
		}
	}
	if For("fi") != nil || For("") != nil {
		t.Error("there are patterns for a language without any")
	}
}

func TestJoints(t *testing.T) {
	for want := range strings.FieldsSeq(`erfarings-konsulent bruker-organisasjon stillings-beskrivelse
		Arbeidsgiver-forening pårørende-undersøkelsene bachelor-grad master-grad prosent-poeng
		erfarings-konsulent-undersøkelsen arbeidsmiljø-lov lønns-trinn rus-avhengighet
		spørre-skjema makt-ubalanser brukar-organisasjonane videre-gående spørje-undersøkingane leiar-opplæringa
		videre-utdanning vidare-utdanning arbeids-plassene skole-eierens barnehage-ansatt
		kombinasjon konsulent kvalitet organisasjonene tilfredsheten behandlingen bekymringene
		undersøkelsene lønnsomheten kommunane medlemmer leder`) {
		word := strings.ReplaceAll(want, "-", "")
		have, at := "", 0
		for _, p := range For("nb").Points(nil, word) {
			if p.Place == Joint {
				have, at = have+word[at:p.At]+"-", p.At
			}
		}
		if have += word[at:]; have != want {
			t.Errorf("have %s, want %s", have, want)
		}
	}
}

func TestSourcesAreUnmodified(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"patterns/nb.js", "patterns/en-gb.js", "words/nb_lemma_exc.json.gz"} {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		row := fmt.Sprintf("| `%s` | `%x` |", name, sha256.Sum256(source))
		if !strings.Contains(string(readme), row) {
			t.Errorf("%s is not the file whose checksum README.md gives", name)
		}
	}
}

func FuzzHyphenate(f *testing.F) {
	for word := range strings.FieldsSeq(strings.ReplaceAll(tex, "-", "")) {
		f.Add(word)
	}
	f.Add("İstanbulİİİİ")
	f.Add("\xff\xfeabcdef")
	f.Add("e\u0301e\u0301e\u0301e\u0301")
	f.Fuzz(func(t *testing.T, word string) {
		for _, tag := range []string{"nb", "en"} {
			last := 0
			for _, p := range For(tag).Points(nil, word) {
				before := utf8.RuneCountInString(word[:p.At])
				after := utf8.RuneCountInString(word[p.At:])
				if p.At <= last || before < MinBefore || after < MinAfter ||
					!utf8.RuneStart(word[p.At]) {
					t.Fatalf("%s: %q is divided at %d after %d", tag, word, p.At, last)
				}
				last = p.At
			}
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	words := strings.Fields(strings.ReplaceAll(tex, "-", ""))
	l := For("nb")
	var points []Point
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			points = l.Points(points[:0], w)
		}
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		l := Language{openTrie(nbTrie), For("nb").parts}
		l.Points(nil, "undersøkelsen")
	}
}

// Divide returns the word with a hyphen at every point.
func (l *Language) Divide(word string) string {
	points := l.Points(nil, word)
	slices.Reverse(points)
	for _, p := range points {
		word = word[:p.At] + "-" + word[p.At:]
	}
	return word
}
