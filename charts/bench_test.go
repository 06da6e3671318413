package charts

import (
	"testing"

	"rapport/fonts"
)

// BenchmarkDraw is the time of one chart, by form; most of it is the measuring of text.
func BenchmarkDraw(b *testing.B) {
	st := houseStyle(b)
	for _, c := range designCases() {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Draw(c.data, st, plainSetter{}, fonts.Mm(c.width).Pt(),
					fonts.Mm(c.height).Pt()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSlices is go-chart's part of a pie, recorded as paths.
func BenchmarkSlices(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := slicePaths([]float64{28, 22, 6, 4, 2}, fonts.Mm(44).Pt(), 0); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRing is the cover's ring of 148 dots.
func BenchmarkRing(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		coverRing(148, 62).Picture()
	}
}
