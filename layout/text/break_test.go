package text

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

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

// plainText is what a paragraph says when it is set, but for the hyphens: white space is one space, none
// stands at the beginning, and what only steers the breaking is gone.
func plainText(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(strings.ToValidUTF8(strings.Map(func(r rune) rune {
			switch {
			case strings.ContainsRune(" \n\t\r\f\v\u0085\u2028\u2029", r):
				return ' '
			case strings.ContainsRune("\u00AD\u200B\u2060\uFEFF", r) || unicode.IsControl(r):
				return -1
			}
			return r
		}, s.Text), ""))
	}
	text := b.String()
	for strings.Contains(text, "  ") {
		text = strings.ReplaceAll(text, "  ", " ")
	}
	return strings.TrimPrefix(text, " ")
}

func FuzzBreak(f *testing.F) {
	f.Add(sample, uint16(180), uint8(0), true, uint8(20))
	f.Add("kort", uint16(1), uint8(1), false, uint8(2))
	f.Add("se https://www.erfaring.no/rapport?aar=2022&side=1 for mer", uint16(60), uint8(2), true, uint8(3))
	f.Add("\u00ad\u00ad a\u00adb \u2028\u2028 x\u200by\u00a0z \xff\x00 👩‍👩‍👧 e\u0301ffi\u0600 \u0301", uint16(10), uint8(0), true, uint8(9))
	f.Add("skaffe treffe offisielle 2020–2021 og/eller nr. 5 i å –", uint16(30), uint8(1), true, uint8(7))
	s := NewShaper()
	roman, bold := serif(10), vector.Font{Face: face(f, "Schibsted Grotesk 700"), Size: 9, Tracking: 0.01}
	f.Fuzz(func(t *testing.T, text string, width uint16, mode uint8, hyphenate bool, cut uint8) {
		if len(text) > 2000 {
			return
		}
		at := min(int(cut), len(text))
		spans := []Span{
			{Text: text[:at], Style: Style{Font: roman, Language: "nb"}, Mark: 1},
			{Text: text[at:], Style: Style{Font: bold, Language: "en"}},
		}
		o := Options{Width: fonts.Pt(width % 500), Mode: Mode(mode % 3), Hyphenate: hyphenate, MaxLines: int(cut % 4)}
		lines := s.Break(spans, o)
		var joined strings.Builder
		for i, l := range lines {
			if text := l.Text(); l.Hyphenated != strings.HasSuffix(text, "\u00AD") || text == "" {
				t.Errorf("line %d, %q: hyphenated is %v", i, text, l.Hyphenated)
			}
			joined.WriteString(strings.TrimSuffix(l.Text(), "\u00AD"))
			if l.Overfull != (l.Width > o.Width+slop) {
				t.Errorf("line %d, %q of %v: overfull is %v", i, l.Text(), l.Width, l.Overfull)
			}
			checkRuns(t, l)
			if l.Overfull && o.Width > widest {
				t.Errorf("line %d, %q, is overfull at %v", i, l.Text(), o.Width)
			}
		}
		if got, want := joined.String(), plainText(spans); got != want {
			t.Errorf("have %q\nwant %q", got, want)
		}
	})
}

// checkRuns checks that a line's runs lie side by side and add up to its width.
func checkRuns(t *testing.T, l Line) {
	t.Helper()
	var pen fonts.Pt
	for i, r := range l.Runs {
		if math.Abs(float64(r.X-pen)) > 1e-6 {
			t.Errorf("%q: run %d begins at %v, not at %v", l.Text(), i, r.X, pen)
		}
		var sum float64
		for _, g := range r.Glyphs {
			sum += float64(g.Advance)/float64(r.Face.UnitsPerEm) + r.Tracking
		}
		pen = r.X + r.Size*fonts.Pt(sum)
		if last := i == len(l.Runs)-1; !last && r.Width > 0 && math.Abs(float64(r.X+r.Width-pen)) > 1e-6 && !strings.HasSuffix(l.Text(), " ") {
			t.Errorf("%q: run %d is %v wide, not %v", l.Text(), i, r.Width, pen-r.X)
		}
		if r.X+r.Width > l.Width+1e-6 {
			t.Errorf("%q: run %d ends beyond the line", l.Text(), i)
		}
	}
}

// TestForcedBreaks ends lines at U+2028 and sets each part like a paragraph.
func TestForcedBreaks(t *testing.T) {
	var got []string
	for _, l := range NewShaper().Break(bokmål("Kort.\u2028En linje til, \u2028 og en som er for lang for én linje.\u2028", serif(10)), Options{Width: 100}) {
		got = append(got, l.Text())
	}
	want := []string{"Kort. ", "En linje til, ", "og en som er for lang ", "for én linje. "}
	if !slices.Equal(got, want) {
		t.Errorf("have %q, want %q", got, want)
	}
}

// widest is more than a letter and a hyphen of the tests take, in points.
const widest fonts.Pt = 40

// TestSoftHyphensThatAreNotEnough divides by pattern what lies between soft hyphens and is still too wide.
func TestSoftHyphensThatAreNotEnough(t *testing.T) {
	for _, l := range NewShaper().Break(bokmål("spesialist\u00ADhelsetjenesteorganisasjon", serif(10)), Options{Width: 70, Hyphenate: true}) {
		if l.Overfull {
			t.Errorf("%q is too wide", l.Text())
		}
	}
}
