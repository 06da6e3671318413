package text

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"

	"rapport/fonts"
)

// prose is about six thousand words in paragraphs of sixty, every fifth word a compound that is seen once
// or twice: some 800 different words.
func prose() [][]Span {
	first := strings.Fields("erfarings bruker stillings arbeids helse kommune behandlings utdannings trivsels samarbeids " +
		"kompetanse medlems lønns kvalitets pårørende tilbuds miljø møte fag hoved del start slutt vår høst")
	last := strings.Fields("ordningen konsulenten avtalen gruppen møtene rollen tilbudet veiledningen undersøkelsen planene " +
		"miljøet erfaringene oppgavene nettverket tallene svarene perioden siden delen kravet lederen rådet støtten " +
		"fristen prosenten utvalget systemet dagen")
	common := strings.Fields(sample)
	var all [][]Span
	for n := 0; n < 6000; {
		var b strings.Builder
		for range 60 {
			word := common[n*7%len(common)]
			if n%5 == 0 {
				word = first[n/5%len(first)] + last[n/125%len(last)]
			}
			b.WriteString(word + " ")
			n++
		}
		all = append(all, bokmål(b.String(), serif(10.2)))
	}
	return all
}

func words(paragraphs [][]Span) int {
	n := 0
	for _, p := range paragraphs {
		n += len(strings.Fields(p[0].Text))
	}
	return n
}

func benchmarkBreak(b *testing.B, shaper func() *Shaper, o Options) {
	paragraphs := prose()
	lines := 0
	b.ReportAllocs()
	for b.Loop() {
		s := shaper()
		for _, p := range paragraphs {
			lines += len(s.Break(p, o))
		}
	}
	seconds := b.Elapsed().Seconds()
	b.ReportMetric(float64(words(paragraphs)*b.N)/seconds, "words/s")
	b.ReportMetric(float64(len(paragraphs)*b.N)/seconds, "paragraphs/s")
	b.ReportMetric(float64(lines)/float64(b.N), "lines")
}

// BenchmarkCold sets a document of 6,000 words with an empty cache.
func BenchmarkCold(b *testing.B) {
	benchmarkBreak(b, NewShaper, Options{Width: 241, Hyphenate: true})
}

// BenchmarkWarm sets it again with the same Shaper, as a second document or a second pass does.
func BenchmarkWarm(b *testing.B) {
	for _, c := range []struct {
		name string
		o    Options
	}{
		{"optimal", Options{Width: 241, Hyphenate: true}},
		{"narrow", Options{Width: 120, Hyphenate: true}},
		{"balanced", Options{Width: 241, Mode: Balanced}},
		{"greedy", Options{Width: 241, Mode: Greedy, Hyphenate: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := NewShaper()
			benchmarkBreak(b, func() *Shaper { return s }, c.o)
		})
	}
}

// BenchmarkShape shapes words that were never seen.
func BenchmarkShape(b *testing.B) {
	words := strings.Fields(sample)
	f, _ := fonts.Find(fonts.SourceSerif, 400, false)
	ws := newWorkspace()
	for b.Loop() {
		for _, w := range words {
			ws.shapeAnew(f, w, false, harfbuzz.LeftToRight)
		}
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkWidth(b *testing.B) {
	s, font := NewShaper(), serif(8)
	for b.Loop() {
		s.Width("Ja, i nettverk av erfaringskonsulenter", font)
	}
}

func BenchmarkWrap(b *testing.B) {
	s, font := NewShaper().WithLanguage("nb"), serif(8)
	for b.Loop() {
		s.Wrap("Ja, i nettverk av erfaringskonsulenter fra flere kommuner", font, 80)
	}
}
