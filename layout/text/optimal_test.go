package text

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rapport/fonts"
)

// prepare is a paragraph with its opportunities.
func prepare(spans []Span, o Options) *paragraph {
	p := NewShaper().paragraph(spans, o)
	p.shape()
	p.findBreaks()
	return p
}

// total is the demerits of a choice of breaks.
func (p *paragraph) total(chosen []int, want fewest) float64 {
	sum, from := 0.0, 0
	for _, b := range chosen {
		sum += p.demerits(from, b, p.stretch(), want)
		from = b
	}
	return sum
}

// TestOptimalIsOptimal tries every choice of breaks.
func TestOptimalIsOptimal(t *testing.T) {
	tried := 0
	for _, text := range []string{
		"Fire av ti har ikke veiledning i det hele tatt, men de fleste.",
		"Helseforetakene skaffer offisielle tall om trivselen.",
		"Se nr. 4 – om NAV-tall og/eller www.erfaring.no for tall.",
	} {
		for width := fonts.Pt(30); width < 240; width += 11 {
			for _, want := range []fewest{{}, {lines: true}, {lines: true, even: true}} {
				p := prepare(bokmål(text, serif(10)), Options{Width: width, Hyphenate: true})
				least, inner := math.Inf(1), len(p.breaks)-2
				if inner > 14 {
					continue // too many to try: a word is wider than the line, and may break anywhere
				}
				tried++
				for set := range 1 << inner {
					var chosen []int
					for b := range inner {
						if set>>b&1 == 1 {
							chosen = append(chosen, b+1)
						}
					}
					least = min(least, p.total(append(chosen, inner+1), want))
				}
				if got := p.total(p.optimal(want), want); got > least*(1+1e-12) {
					t.Errorf("%q in %v, %+v: demerits %v, the least is %v", text, width, want, got, least)
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d ways to break were tried", tried)
	}
}

// TestBalanced checks that headlines take the fewest lines, and these are more even than when filled.
func TestBalanced(t *testing.T) {
	s := NewShaper()
	text := "Fire av ti står uten veiledning, og bare en av ti har den i et nettverk"
	for width := fonts.Pt(90); width < 300; width += 5 {
		balanced := s.Break(bokmål(text, serif(12)), Options{Width: width, Mode: Balanced})
		greedy := s.Break(bokmål(text, serif(12)), Options{Width: width, Mode: Greedy})
		if len(balanced) > len(greedy) {
			t.Errorf("in %v: %d lines, %d are enough", width, len(balanced), len(greedy))
		}
		if a, b := spread(balanced), spread(greedy); len(balanced) == len(greedy) && a > b+1e-9 {
			t.Errorf("in %v: lines differ by %v, filled ones only by %v", width, a, b)
		}
	}
}

// spread is the standard deviation of the lines' widths.
func spread(lines []Line) float64 {
	var sum, squares float64
	for _, l := range lines {
		sum += float64(l.Width)
		squares += float64(l.Width * l.Width)
	}
	n := float64(len(lines))
	return math.Sqrt(max(0, squares/n-sum*sum/n/n))
}

func TestMaxLinesIsAWish(t *testing.T) {
	s := NewShaper()
	count := func(most int) int {
		return len(s.Break(bokmål(sample, serif(10)), Options{Width: 157, Hyphenate: true, MaxLines: most}))
	}
	free, fewest := count(0), count(1)
	if fewest > free {
		t.Errorf("%d lines at the fewest, %d freely", fewest, free)
	}
	filled := s.Break(bokmål(sample, serif(10)), Options{Width: 157, Hyphenate: true, Mode: Greedy})
	if fewest > len(filled) {
		t.Errorf("%d lines at the fewest, %d when filled", fewest, len(filled))
	}
	if count(free) != free {
		t.Errorf("%d lines when %d are allowed, %d freely", count(free), free, free)
	}
}

// TestNeverBreaks looks for breaks that no typesetter would make, in every width that allows better.
func TestNeverBreaks(t *testing.T) {
	s := NewShaper()
	text := "I nr. 5 av tidsskriftet, kl. 12 den 9. juni 2021, sto det å lese om å leve i 2020–2021 på side 3–5 i år."
	for width := fonts.Pt(80); width < 300; width += 3 {
		for _, mode := range []Mode{Optimal, Balanced, Greedy} {
			for _, l := range s.Break(bokmål(text, serif(10)), Options{Width: width, Mode: mode, Hyphenate: true}) {
				said := strings.TrimSpace(l.Text())
				last := said[strings.LastIndexByte(said, ' ')+1:]
				if slices.Contains([]string{"I", "nr.", "kl.", "9.", "å", "i", "2020–", "3–"}, last) {
					t.Errorf("mode %d in %v: a line ends in %s", mode, width, last)
				}
			}
		}
	}
}

// TestJointsFirst holds that a word is divided inside a part only where the line would else be
// shorter than seven tenths of its column, and that no two lines running end in a hyphen.
func TestJointsFirst(t *testing.T) {
	text := "En kombinasjon av bachelorgrad og mastergrad er vanlig; erfaringskonsulentundersøkelsen " +
		"viser fire prosentpoeng flere stillingsbeskrivelser. Videreutdanningen i kommunehelsetjenesten " +
		"er en arbeidsgiveroppgave, sier likepersonsorganisasjonene."
	divided, joints := 0, 0
	for width := fonts.Pt(150); width < 400; width += 3 {
		p := prepare(bokmål(text, serif(10)), Options{Width: width, Hyphenate: true})
		from, running := 0, false
		for _, b := range p.optimal(fewest{}) {
			o := &p.breaks[b]
			hyphenated := o.kind == inWord
			if o.unwanted && p.fills(from, o.before) {
				t.Errorf("in %v: a hyphen after %q, and the line was long without it", width,
					p.text[:p.clusters[o.cut].start])
			}
			if hyphenated && running {
				t.Errorf("in %v: two hyphens running", width)
			}
			if hyphenated {
				divided++
				if !o.inside {
					joints++
				}
			}
			from, running = b, hyphenated
		}
	}
	if joints < 20 || joints*100 < divided*85 {
		t.Errorf("%d hyphens, %d of them at joints", divided, joints)
	}
}
