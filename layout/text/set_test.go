package text

import (
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

func advances(l Line) fonts.Pt {
	var sum fonts.Pt
	for _, r := range l.Runs {
		for _, g := range r.Glyphs {
			sum += r.Size * fonts.Pt(float64(g.Advance)/float64(r.Face.UnitsPerEm)+r.Tracking)
		}
	}
	return sum
}

// TestSpans sets one text whole and in pieces that look alike: the pieces' colours, marks and languages
// make runs, not gaps.
func TestSpans(t *testing.T) {
	s, style := NewShaper(), Style{Font: serif(10), Language: "nb"}
	red := style
	red.Color = vector.Color{Name: "nype", R: 200}
	whole := s.Line([]Span{{Text: "(se Tabell 5, Ty), AVTALE", Style: style}})
	pieces := s.Line([]Span{
		{Text: "(se T", Style: style}, {Text: "abell 5", Style: red, Mark: 7}, {Text: ", T", Style: style, Mark: 8},
		{Text: "y), A", Style: style}, {Text: "VTALE", Style: Style{Font: style.Font, Language: "en"}},
	})
	if whole.Width != pieces.Width {
		t.Errorf("%v wide in pieces, %v whole", pieces.Width, whole.Width)
	}
	if got, want := described(pieces), "Source Serif 4|(se T + Source Serif 4|abell 5 + Source Serif 4|, T + Source Serif 4|y), A + Source Serif 4|VTALE"; got != want {
		t.Errorf("have %s, want %s", got, want)
	}
	for i, want := range []struct {
		mark     int
		language string
		color    vector.Color
	}{{0, "nb", style.Color}, {7, "nb", red.Color}, {8, "nb", style.Color}, {0, "nb", style.Color}, {0, "en", style.Color}} {
		if r := pieces.Runs[i]; r.Mark != want.mark || r.Language != want.language || r.Color != want.color {
			t.Errorf("run %d: mark %d, language %s, colour %v", i, r.Mark, r.Language, r.Color)
		}
	}
}

// TestStyles sets a bold part inside a word: other glyphs, and still one word that does not break.
func TestStyles(t *testing.T) {
	s := NewShaper()
	spans := []Span{
		{Text: "Om ", Style: Style{Font: serif(10)}},
		{Text: "del", Style: Style{Font: vector.Font{Face: face(t, "Source Serif 4 600"), Size: 10}}},
		{Text: "takelse", Style: Style{Font: serif(10)}},
	}
	lines := s.Break(spans, Options{Width: 50})
	if len(lines) != 2 || lines[0].Text() != "Om " || lines[1].Text() != "deltakelse" || len(lines[1].Runs) != 2 {
		t.Fatalf("have %d lines: %s", len(lines), described(lines[len(lines)-1]))
	}
	if lines[1].Runs[0].Face.Weight != 600 || lines[1].Runs[1].X != lines[1].Runs[0].Width {
		t.Errorf("runs %+v", lines[1].Runs)
	}
}

// TestWidthLeavesOutTheSpace checks the space that a line keeps at its end.
func TestWidthLeavesOutTheSpace(t *testing.T) {
	lines := NewShaper().Break(bokmål("Flere etterlyser et nettverk", serif(10)), Options{Width: 80})
	for i, l := range lines[:len(lines)-1] {
		g := glyphs(l)
		last := g[len(g)-1]
		if last.Text() != " " || l.Runs[0].Width != l.Width {
			t.Errorf("line %d ends in %q and its run is %v of %v wide", i, last.Text(), l.Runs[0].Width, l.Width)
		}
		space := fonts.Pt(last.Advance) / 100
		if d := advances(l) - l.Width - space; d > 1e-9 || d < -1e-9 {
			t.Errorf("line %d: glyphs and width differ by %v, not by the space", i, d+space)
		}
	}
}

// TestHyphens checks what a divided word leaves behind.
func TestHyphens(t *testing.T) {
	lines := NewShaper().Break(bokmål("erfaringskonsulent", serif(10)), Options{Width: 60, Hyphenate: true})
	if len(lines) != 2 || !lines[0].Hyphenated || lines[1].Hyphenated {
		t.Fatalf("%d lines", len(lines))
	}
	g := glyphs(lines[0])
	hyphen, _ := serif(10).Face.Glyph('-')
	if last := g[len(g)-1]; last.Text() != "\u00AD" || last.ID != hyphen {
		t.Errorf("the hyphen is glyph %d, %q", last.ID, last.Text())
	}
	if got := lines[0].Text() + lines[1].Text(); got != "erfarings\u00ADkonsulent" {
		t.Errorf("the lines say %q", got)
	}
}

// TestSplitLigature divides a word inside a ligature: f and f on two lines are two letters.
func TestSplitLigature(t *testing.T) {
	s := NewShaper()
	lines := s.Break(bokmål("straffende", serif(10)), Options{Width: 30, Hyphenate: true})
	if len(lines) != 2 || lines[0].Text() != "straf\u00AD" || lines[1].Text() != "fende" {
		t.Fatalf("%d lines, %q", len(lines), lines[0].Text())
	}
	for i, alone := range []string{"straf\u00AD", "fende"} {
		if got, want := lines[i].Width, s.Width(alone, serif(10)); got-want > 1e-9 || want-got > 1e-9 {
			t.Errorf("%q is %v wide in a paragraph, %v alone", alone, got, want)
		}
	}
}
