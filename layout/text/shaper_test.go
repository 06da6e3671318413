package text

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
)

// face finds "Family 400 italic".
func face(t testing.TB, name string) *fonts.Face {
	t.Helper()
	name, italic := strings.CutSuffix(name, " italic")
	cut := strings.LastIndexByte(name, ' ')
	weight, err := strconv.Atoi(name[cut+1:])
	if err != nil {
		t.Fatal(err)
	}
	f, ok := fonts.Find(name[:cut], weight, italic)
	if !ok || f.Weight != weight || f.Italic != italic {
		t.Fatalf("there is no face %s", name)
	}
	return f
}

func glyphs(l Line) []Glyph {
	var all []Glyph
	for _, r := range l.Runs {
		all = append(all, r.Glyphs...)
	}
	return all
}

// TestKerning is why go-text/typesetting stays at v0.3.0: v0.3.5 loses most pairs of these faces. Whole
// sentences show that nothing is lost between the words that the Shaper keeps, either.
func TestKerning(t *testing.T) {
	file, err := os.ReadFile("testdata/kerning.tsv")
	if err != nil {
		t.Fatal(err)
	}
	s := NewShaper()
	cases := 0
	for row := range strings.Lines(string(file)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		cell := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		line := s.Line([]Span{{Text: cell[1], Style: Style{Font: vector.Font{Face: face(t, cell[0]), Size: 10}}}})
		var have []string
		for _, g := range glyphs(line) {
			have = append(have, fmt.Sprint(g.Advance))
		}
		if got := strings.Join(have, " "); got != cell[2] {
			t.Errorf("%s, %q:\nhave %s\nwant %s", cell[0], cell[1], got, cell[2])
		}
		if line.Text() != cell[1] {
			t.Errorf("%s: %q says %q", cell[0], cell[1], line.Text())
		}
		cases++
	}
	if cases < 50 {
		t.Errorf("only %d cases", cases)
	}
}

func TestLigaturesSayTheirLetters(t *testing.T) {
	s := NewShaper()
	texts := func(font vector.Font) []string {
		var all []string
		for _, g := range glyphs(s.Line(bokmål("offisiell fjær", font))) {
			all = append(all, g.Text())
		}
		return all
	}
	font := serif(10)
	if got, want := texts(font), []string{"o", "ffi", "s", "i", "e", "l", "l", " ", "fj", "æ", "r"}; !slices.Equal(got, want) {
		t.Errorf("have %q, want %q", got, want)
	}
	font.Tracking = 0.05
	if got := texts(font); len(got) != len([]rune("offisiell fjær")) {
		t.Errorf("letterspaced: have %q, want no ligature", got)
	}
}

// TestConcurrently sets the same text from several goroutines at once.
func TestConcurrently(t *testing.T) {
	want := NewShaper().Break(bokmål(sample, serif(9)), Options{Width: 150, Hyphenate: true})
	s := NewShaper()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			spans := bokmål(sample, serif(9))
			if got := s.Break(spans, Options{Width: 150, Hyphenate: true}); !reflect.DeepEqual(got, want) {
				t.Error("lines differ from those of one goroutine")
			}
		})
	}
	wg.Wait()
}
