package text

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"rapport/charts/vector"
	"rapport/fonts"
)

// TestLevels: the levels of each character, as Unicode's algorithm has them. Hebrew stands for itself.
// Those with brackets and isolates are worked out by hand from the rules that are named.
func TestLevels(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"abc", ""},
		{"blåbær 50 % (62)", ""},
		{"אבג", "111"},
		{"אבג 12", "111122"},               // all letters are Hebrew: the paragraph is
		{"av אבג og", "000111000"},         // a name in a sentence
		{"av אבג 12 og", "000111122000"},   // the number belongs to the name: W7 does not hold
		{"av אבג, 12 %", "000111112200"},   // a space parts the sign from its number: W5 does not hold
		{"av אב (גד) og", "0001111111000"}, // N0
		{"av (אבג) og", "00001110000"},
		{"a (אב c) ד", "0001100001"},
		{"محمد 50", "1111122"},
		{"av محمد ١٢", "0001111122"}, // Arabic digits
		{"אב-12", "11122"},
		{"a אב\u200e, c", "0011000"},
		{"a \u2067אב c\u2069 d", "00111200"}, // RLI: c is a stretch within
		{"1. אב", "21111"},
	} {
		var text strings.Builder
		var controls []control
		for _, r := range c.text {
			if isControl(r) {
				controls = append(controls, control{text.Len(), r})
				continue
			}
			text.WriteRune(r)
		}
		var have strings.Builder
		found := levels(text.String(), controls)
		for at := range text.String() {
			if found != nil {
				fmt.Fprint(&have, found[at])
			}
		}
		if have.String() != c.want {
			t.Errorf("%q: have %s, want %s", c.text, have.String(), c.want)
		}
	}
}

// TestRightToLeft: a line is read in the order of its text and stands in that of its scripts.
func TestRightToLeft(t *testing.T) {
	f, _ := fonts.Find(fonts.SourceSerif, 400, false)
	style := Style{Font: vector.Font{Face: f, Size: 10}, Language: "nb"}
	for _, c := range []struct {
		text string
		want []string // from left to right, each as it is read
	}{
		{"av שרה og", []string{"av ", "שרה", " og"}},
		{"שרה לוי", []string{"שרה לוי"}},
		{"av שרה 12 og", []string{"av ", "12", "שרה ", " og"}},
		{"av שרה, 12 %.", []string{"av ", "12", "שרה, ", " %."}},
		{"(محمد علي)", []string{"(محمد علي)"}},
		{"av (محمد) og", []string{"av (", "محمد", ") og"}},
		{"ב 1 א", []string{"א", "1", "ב "}},
	} {
		s := NewShaper()
		line := s.Line([]Span{{Text: c.text, Style: style}})
		if line.Text() != c.text {
			t.Errorf("%q is read as %q", c.text, line.Text())
		}
		if have := strings.Join(places(line), "|"); strings.ReplaceAll(have, " ", "") !=
			strings.ReplaceAll(strings.Join(c.want, "|"), " ", "") {
			t.Errorf("%q stands as %s, want %s", c.text, have, strings.Join(c.want, "|"))
		}
		if missing := s.Missing(); missing != nil {
			t.Errorf("%q: no face has %q", c.text, missing)
		}
	}
}

// places is the texts of a line's stretches from left to right, each run whole; runs of one direction
// that stand beside each other in the order of the text are one.
func places(l Line) (out []string) {
	var x fonts.Pt
	last := -1
	for range l.Runs {
		for i, r := range l.Runs {
			if r.Width == 0 || r.X < x-1e-6 || r.X > x+1e-6 {
				continue
			}
			said := Line{Runs: []Run{r}}.Text()
			if last >= 0 && !r.RightToLeft && !l.Runs[last].RightToLeft && i == last+1 {
				out[len(out)-1] += said
			} else if last >= 0 && r.RightToLeft && l.Runs[last].RightToLeft && i == last-1 {
				out[len(out)-1] = said + out[len(out)-1]
			} else {
				out = append(out, said)
			}
			x, last = r.X+r.Width, i
			break
		}
	}
	return out
}

// TestJoined: letters of Arabic are joined, one glyph by its neighbours.
func TestJoined(t *testing.T) {
	f, _ := fonts.Find(fonts.SourceSerif, 400, false)
	s := NewShaper()
	font := vector.Font{Face: f, Size: 10}
	alone := s.Line([]Span{{Text: "ه", Style: Style{Font: font}}}).Runs[0].Glyphs[0].ID
	runs := s.Line([]Span{{Text: "ههه", Style: Style{Font: font}}}).Runs
	ids := map[uint16]bool{alone: true}
	for _, g := range runs[0].Glyphs {
		ids[g.ID] = true
	}
	if len(ids) != 4 || runs[0].Face.Family != fonts.NotoSansArabic {
		t.Errorf("%d forms of %d in %s", len(ids), 4, runs[0].Face.Family)
	}
}

// TestBreakRightToLeft: lines broken in any width give back the paragraph, and the runs of each fill
// it from end to end.
func TestBreakRightToLeft(t *testing.T) {
	f, _ := fonts.Find(fonts.SourceSerif, 400, false)
	words := strings.Fields("av og rapporten 12 50\u00a0% (2024) שרה לוי, محمد علي. ١٢ «שרה» a\u2067b 3-4 ّ ي")
	r := rand.New(rand.NewPCG(1, 2))
	s := NewShaper()
	for range 300 {
		var text []string
		for range 1 + r.IntN(12) {
			text = append(text, words[r.IntN(len(words))])
		}
		whole := strings.Join(text, " ")
		width := fonts.Pt(20 + r.Float64()*200)
		lines := s.Break([]Span{{Text: whole, Style: Style{Font: vector.Font{Face: f, Size: 10}}}},
			Options{Width: width, Mode: Mode(r.IntN(3))})
		var read strings.Builder
		for _, l := range lines {
			read.WriteString(l.Text())
			var sum fonts.Pt
			for _, run := range l.Runs {
				if sum += run.Width; run.X < -1e-6 || run.X+run.Width > l.Width+1e-6 {
					t.Fatalf("%q: a run from %v to %v on a line of %v", whole, run.X,
						run.X+run.Width, l.Width)
				}
			}
			if d := sum - l.Width; d > 1e-6 || d < -1e-6 {
				t.Fatalf("%q: runs of %v fill a line of %v", whole, sum, l.Width)
			}
		}
		want := strings.ReplaceAll(whole, "\u2067", "")
		if strings.ReplaceAll(read.String(), "\u00ad", "") != want {
			t.Fatalf("%q is read as %q", want, read.String())
		}
	}
}

// FuzzLevels: any text has a level for each byte, the same for all of a character.
func FuzzLevels(f *testing.F) {
	f.Add("av (שרה) 12 \u2067محمد\u2069 \u202bx\u202c")
	f.Add("\u2068[א)\u2069]")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		p := NewShaper().paragraph([]Span{{Text: s}}, Options{})
		p.normalise()
		if p.levels != nil && len(p.levels) != len(p.text) {
			t.Fatalf("%d levels of %d bytes", len(p.levels), len(p.text))
		}
		for at, r := range p.text {
			for i := range utf8.RuneLen(r) {
				if p.level(at+i) != p.level(at) || p.level(at) > maxLevel+1 {
					t.Fatalf("byte %d of %q has level %d", at+i, p.text, p.level(at+i))
				}
			}
		}
	})
}
