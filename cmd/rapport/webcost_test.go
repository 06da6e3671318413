package main

import (
	"io"
	"testing"

	"rapport/content"
	"rapport/layout/text"
	"rapport/layout/web"
)

// BenchmarkWeb measures what a page costs beside the PDF of the same report, in a batch: the PDF
// alone, and both from one reading of the content. Downloads are not counted: pictures of single
// figures are made like share cards.
func BenchmarkWeb(b *testing.B) {
	fsys, name := goldenReport(b)
	shaper, packed := text.NewShaper(), &web.Fonts{}
	for _, with := range []struct {
		name string
		page bool
	}{{"pdf", false}, {"both", true}} {
		b.Run(with.name, func(b *testing.B) {
			b.ReportAllocs()
			before := processorTime(b)
			for b.Loop() {
				c, err := compile(io.Discard, fsys, goldenYear, name, shaper)
				if err != nil {
					b.Fatal(err)
				}
				if with.page {
					page(b, c.report, web.Options{Shaper: shaper, Fonts: packed})
				}
			}
			used := processorTime(b) - before
			b.ReportMetric(used.Seconds()*1000/float64(b.N), "processor-ms/op")
		})
	}
}

// page makes the page of a report, with all it needs to be shown.
func page(b *testing.B, r *content.Report, o web.Options) {
	e, err := web.Compose(r, o)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range e.Files {
		if f.Download {
			continue
		}
		if err := f.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
