package text

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

func TestWrap(t *testing.T) {
	font := vector.Font{Face: face(t, "Schibsted Grotesk 500"), Size: 8.4}
	for _, c := range []struct {
		text  string
		width fonts.Pt
		want  []string
	}{
		{"Ja, internt", 100, []string{"Ja, internt"}},
		{"Nei", 1, []string{"N\u00AD", "e\u00AD", "i"}},  // too wide: a letter a line
		{"12345678", 20, []string{"1234\u200B", "5678"}}, // numbers get no hyphen
		{"Hjemme/borte", 45, []string{"Hjemme/\u200B", "borte"}},
		{"", 50, nil},
		{" Ja,  ofte ", 100, []string{"Ja, ofte"}},
		{"Erfarings\u00ADkonsulent", 200, []string{"Erfaringskonsulent"}}, // unused soft hyphens go
		{"Erfarings\u00ADkonsulent", 60, []string{"Erfarings\u00AD", "konsulent"}},
		{"Erfarings\u00ADkonsulent i kommunen", 90, []string{"Erfaringskonsulent", "i kommunen"}},
		{"Vet ikke eller vil ikke svare på dette", 80, []string{"Vet ikke eller vil", "ikke svare på dette"}}, // even
		{"Stillingsbeskrivelse", 60, []string{"Stillings\u00AD", "beskrivelse"}},                              // by pattern
		{"Prosentpoeng", 44, []string{"Prosent\u00AD", "poeng"}},                                              // at the joint
		{"Videreutdanning", 41, []string{"Videre\u00AD", "utdanning"}},                                        // not Vide-
		{"62\u00A0% av alle", 40, []string{"62\u00A0%", "av alle"}},
	} {
		got := NewShaper().WithLanguage("nb").Wrap(c.text, font, c.width)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %v: have %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got := NewShaper().Wrap("Stillingsbeskrivelse", font, 60); len(got) != 2 || got[0] == "Stillings\u00AD" {
		t.Errorf("without a language a word is divided by pattern: %q", got)
	}
}

// TestWrapFits holds Wrap against Width: a label that Wrap breaks is drawn by Line later.
func TestWrapFits(t *testing.T) {
	s := NewShaper().WithLanguage("nb")
	font := vector.Font{Face: face(t, "Source Serif 4 400"), Size: 8}
	text := "Ambulerende team i spesialisthelsetjenesten, oppfølging og pårørendesamarbeid på tvers av kommunegrensene"
	for width := fonts.Pt(62); width < 300; width += 4 {
		lines := s.Wrap(text, font, width)
		for _, l := range lines {
			if w := s.Width(l, font); w > width+slop {
				t.Errorf("in %v: %q is %v wide", width, l, w)
			}
		}
		if got := strings.ReplaceAll(strings.Join(lines, " "), "\u00AD ", ""); got != text {
			t.Errorf("in %v: the lines say %q", width, got)
		}
	}
}

// TestNarrowest holds Narrowest against Wrap: in that width no line ends inside a part of a word, and
// in less the widest piece does not fit.
func TestNarrowest(t *testing.T) {
	s := NewShaper().WithLanguage("nb")
	font := vector.Font{Face: face(t, "Schibsted Grotesk 500"), Size: 8.4}
	for _, c := range []struct{ text, piece string }{
		{"Stillingsbeskrivelse", "beskrivelse"},
		{"Prosentpoeng i alt", "Prosent\u00AD"},
		{"Kombinasjon", "Kombinasjon"},
		{"Behandlings\u00ADkapasitet", "Behandlings\u00AD"},
		{"kl. 12 og nr. 4", "kl. 12"},
		{"", ""},
	} {
		want := s.Width(c.piece, font)
		if have := s.Narrowest(c.text, font); math.Abs(float64(have-want)) > 1e-6 {
			t.Errorf("%q: have %v, want %v, the width of %q", c.text, have, want, c.piece)
		}
	}
	english := NewShaper().WithLanguage("en-GB")
	if have := english.Narrowest("Hyphenation", font); have >= s.Width("Hyphenation", font) {
		t.Errorf("English keeps its patterns: %v", have)
	}
}

func TestWidthIsLines(t *testing.T) {
	s, font := NewShaper(), serif(10)
	for _, text := range []string{"Ja", "Tove og VAR", "arbeids\u00AD", "A 😊 B", "affekt"} {
		if a, b := s.Width(text, font), s.Line(bokmål(text, font)).Width; a != b {
			t.Errorf("%q: Width %v, Line %v", text, a, b)
		}
	}
	if a, b := s.Width("Ja ", font), s.Width("Ja", font); a <= b {
		t.Errorf("a space at the end has no width: %v, %v", a, b)
	}
}
