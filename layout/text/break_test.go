package text

import (
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

func serif(size fonts.Pt) vector.Font {
	f, _ := fonts.Find(fonts.SourceSerif, 400, false)
	return vector.Font{Face: f, Size: size}
}

func bokmål(text string, font vector.Font) []Span {
	return []Span{{Text: text, Style: Style{Font: font, Language: "nb"}}}
}

const sample = "Erfaringskonsulentene i undersøkelsen arbeider i kommuner, helseforetak og brukerorganisasjoner, " +
	"og de fleste av dem har både stillingsbeskrivelse og veiledning. Likevel sier nesten halvparten at " +
	"likepersonsarbeidet ofte blir tatt for gitt, og at arbeidsgiveren sjelden spør hva som trengs for å " +
	"trives i rollen. Det er 62 av 148 medlemmer som har svart, og vi takker 😊 for tiden de har brukt."

func TestBreakKeepsTextAndWidth(t *testing.T) {
	s := NewShaper()
	for _, mode := range []Mode{Optimal, Balanced, Greedy} {
		for width := fonts.Pt(100); width < 400; width += 7 {
			var joined strings.Builder
			for _, l := range s.Break(bokmål(sample, serif(10.2)), Options{Width: width, Mode: mode, Hyphenate: true}) {
				joined.WriteString(l.Text())
				if l.Overfull || l.Width > width+slop {
					t.Errorf("mode %d width %v: %q is %v wide", mode, width, l.Text(), l.Width)
				}
			}
			if got := strings.ReplaceAll(joined.String(), "\u00AD", ""); got != sample {
				t.Fatalf("mode %d width %v: have %q", mode, width, got)
			}
		}
	}
}
