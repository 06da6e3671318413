package text

import (
	"slices"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

// described is a line as "family|text" pieces, one a run.
func described(l Line) string {
	var all []string
	for _, r := range l.Runs {
		var b strings.Builder
		for _, g := range r.Glyphs {
			b.WriteString(g.Text())
		}
		all = append(all, r.Face.Family+"|"+b.String())
	}
	return strings.Join(all, " + ")
}

func TestFallback(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"takk 😊 for", "Source Serif 4|takk  + Noto Emoji|😊 + Source Serif 4| for"},
		{"Ŧ og ŧ", "Schibsted Grotesk|Ŧ + Source Serif 4| og  + Schibsted Grotesk|ŧ"},
		{"davviŧ", "Source Serif 4|davvi + Schibsted Grotesk|ŧ"},
		{"👩‍👩‍👧 er", "Noto Emoji|👩‍👩‍👧 + Source Serif 4| er"},
		{"hei ❤️!", "Source Serif 4|hei  + Noto Emoji|❤️ + Source Serif 4|!"},
		{"🇳🇴", "Noto Emoji|🇳🇴"},
		{"e\u0301 å", "Source Serif 4|e\u0301 å"},
		{"漢", "Source Serif 4|漢"}, // drawn as a question mark
	} {
		line := NewShaper().Line(bokmål(c.text, serif(10)))
		if got := described(line); got != c.want {
			t.Errorf("%q:\nhave %s\nwant %s", c.text, got, c.want)
		}
		for _, g := range glyphs(line) {
			if g.ID == 0 {
				t.Errorf("%q has the missing glyph", c.text)
			}
		}
	}
}

func TestMissing(t *testing.T) {
	s := NewShaper()
	s.Break(bokmål("Ŧ 漢字 og 😊 og 字 ก", serif(10)), Options{Width: 100})
	if got, want := s.Missing(), []rune("ก字漢"); !slices.Equal(got, want) {
		t.Errorf("have %q, want %q", got, want)
	}
}

// TestInstructions sets the characters that are no glyphs in faces that have them and in faces that have
// not.
func TestInstructions(t *testing.T) {
	for _, family := range []string{fonts.SchibstedGrotesk, fonts.SourceSerif} {
		f, _ := fonts.Find(family, 400, false)
		font := vector.Font{Face: f, Size: 10}
		s := NewShaper()
		for _, c := range []struct{ text, like string }{
			{"62\u00A0%", "62 %"},
			{"e\u2011post", "e-post"},
			{"e\u2010post", "e-post"},
			{"arbeids\u00ADgiver", "arbeidsgiver"},
			{"arbeids\u00AD", "arbeids-"},
			{"arbeids\u2060giver\u200B", "arbeidsgiver"},
		} {
			if got, want := s.Width(c.text, font), s.Width(c.like, font); got != want {
				t.Errorf("%s: %q is %v wide, %q is %v", family, c.text, got, c.like, want)
			}
			if l := s.Line(bokmål(c.text, font)); len(l.Runs) != 1 {
				t.Errorf("%s: %q takes %d runs", family, c.text, len(l.Runs))
			}
		}
		for _, space := range []string{"\u202F", "\u2009"} {
			none, thin, full := s.Width("12345", font), s.Width("12"+space+"345", font), s.Width("12 345", font)
			if !(none < thin && thin < full) {
				t.Errorf("%s: %q is no narrow space: %v %v %v", family, space, none, thin, full)
			}
		}
		for _, text := range []string{"12\u202F345\u2009678", "62\u00A0%", "e\u2011post"} {
			o := Options{Width: s.Width("se "+text, font) - 1, Hyphenate: true}
			if lines := s.Break(bokmål("se "+text, font), o); len(lines) != 2 || lines[1].Text() != text {
				t.Errorf("%s: %q is broken into %d lines", family, text, len(lines))
			}
		}
	}
}
