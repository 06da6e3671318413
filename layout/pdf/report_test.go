package pdf

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/text"
)

// words is the stuff that the prose of a large document is made of.
var words = strings.Fields(`erfaringskonsulent medlem undersøkelse svarte halvparten arbeidsplass ansatt
	stilling veiledning kollega leder tillit kommune helseforetak tjeneste bruker utdanning kurs lønn trivsel
	og i på som av til for med at er ikke en et den det de vi har hadde kan skal vil om når flere færre mange
	«god» «svært» 2020 2021 62,3 % 45 % n = 62 prosentpoeng åpenhet årsak ærlig øvrige førti samarbeid rolle`)

// large is a report of so many pages: on each of them prose in three faces, a list, a table, and
// three figures on every other page, shaped and broken as reports are.
func large(t testing.TB, pages int) *frame.Document {
	s := newSketch(t)
	random := rand.New(rand.NewPCG(1, 2))
	shaper := text.NewShaper()
	w := writer{s, shaper, random}
	for i := range pages {
		w.page()
		sect := s.Root.Child(frame.RoleSect)
		heading := frame.RoleH2
		if i == 0 {
			heading = frame.RoleH1
		}
		w.para(sect.Child(heading), fonts.SchibstedGrotesk, 700, false, 24, 60, 300, 6)
		w.para(sect.Child(frame.RoleP), fonts.SourceSerif, 400, true, 11, 120, 400, 12)
		for k := range 4 {
			w.para(sect.Child(frame.RoleP), fonts.SourceSerif, 400, false, 10.2, 150+90*fonts.Pt(k),
				240, 45)
		}
		w.rows(sect, 10)
		for k := range 3 * (i % 2) {
			w.chart(sect, 320, 160+200*fonts.Pt(k), k)
		}
		w.line(nil, face(t, fonts.SchibstedGrotesk, 500, false), 7.6, 51, 800,
			fmt.Sprintf("Erfaringskonsulentene i tall · %d", i+1))
		s.Bookmarks = append(s.Bookmarks, frame.Bookmark{Title: fmt.Sprint("Side ", i+1),
			Level: min(1, i%8), Dest: frame.Dest{Page: i}})
	}
	return s.Document
}

type writer struct {
	*sketch
	shaper *text.Shaper
	random *rand.Rand
}

func (w writer) prose(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(words[w.random.IntN(len(words))] + " ")
	}
	return strings.TrimSpace(b.String()) + "."
}

func (w writer) para(
	tag *frame.Tag, family string, weight int, italic bool, size, y, width fonts.Pt, n int,
) {
	style := text.Style{Font: vector.Font{Face: face(w.t, family, weight, italic), Size: size},
		Color: ink, Language: "nb"}
	lines := w.shaper.Break([]text.Span{{Text: w.prose(n), Style: style}},
		text.Options{Width: width, Hyphenate: true})
	for _, l := range lines {
		for _, r := range l.Runs {
			w.item(tag, frame.Item{Text: &frame.Text{X: 51 + r.X, Y: y, Run: r}})
		}
		y += 1.39 * size
	}
}

func (w writer) label(tag *frame.Tag, weight int, x, y fonts.Pt, words string) {
	style := text.Style{Font: vector.Font{Face: face(w.t, fonts.SchibstedGrotesk, weight, false),
		Size: 8}, Color: ink}
	for _, r := range w.shaper.Line([]text.Span{{Text: words, Style: style}}).Runs {
		w.item(tag, frame.Item{Text: &frame.Text{X: x + r.X, Y: y, Run: r}})
	}
}

func (w writer) rows(sect *frame.Tag, n int) {
	table := sect.Child(frame.RoleTable).Child(frame.RoleTBody)
	for i := range n {
		y := 560 + 14*fonts.Pt(i)
		tr := table.Child(frame.RoleTR)
		th := tr.Child(frame.RoleTH)
		th.Scope = "Row"
		w.label(th, 400, 51, y, w.prose(3))
		w.label(tr.Child(frame.RoleTD), 600, 220, y, fmt.Sprint(w.random.IntN(100)))
		w.label(tr.Child(frame.RoleTD), 400, 260, y,
			fmt.Sprintf("%d,%d %%", w.random.IntN(100), w.random.IntN(10)))
		w.shape(nil, vector.Line(51, y+4, 290, y+4), vector.Paint{Stroke: &gray, Width: 0.25})
	}
}

func (w writer) chart(sect *frame.Tag, x, y fonts.Pt, kind int) {
	fig := sect.Child(frame.RoleFigure)
	fig.Describe().Alt = "Stolper. " + w.prose(30)
	fig.Describe().BBox = &frame.Box{Page: len(w.Pages) - 1, X: x, Y: y, Width: 220, Height: 170}
	for i := range 12 {
		part := w.random.Float64()
		switch kind {
		case 0: // bars
			w.shape(fig, vector.Rect(x+90, y+14*fonts.Pt(i), fonts.Pt(100*part), 9),
				vector.Paint{Fill: &ink})
		case 1: // slices
			from := float64(i) * math.Pi / 6
			var p vector.Path
			p.MoveTo(x+100, y+80)
			p.LineTo(x+100+60*fonts.Pt(math.Cos(from)), y+80+60*fonts.Pt(math.Sin(from)))
			p.Arc(x+100, y+80, 60, 60, from, math.Pi/6)
			p.Close()
			w.shape(fig, p, vector.Paint{Fill: &red, Stroke: &gray, Width: 0.5})
		default: // dots
			for k := range 10 {
				w.shape(fig, vector.Circle(x+90+8*fonts.Pt(k), y+14*fonts.Pt(i), 2.5),
					vector.Paint{Fill: &red})
			}
		}
		w.label(fig, 400, x, y+14*fonts.Pt(i)+7, w.prose(1))
		w.label(fig, 600, x+200, y+14*fonts.Pt(i)+7, fmt.Sprintf("%.0f %%", 100*part))
	}
	w.label(sect.Child(frame.RoleCaption), 400, x, y+185, "Figur. "+w.prose(5))
}

func BenchmarkWrite(b *testing.B) {
	for _, pages := range []int{24, 240, 2400} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			d := large(b, pages)
			var sizes [parts]int64
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				var err error
				if sizes, err = write(io.Discard, d, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			total := int64(0)
			for i, n := range sizes {
				total += n
				b.ReportMetric(float64(n)/float64(pages), part(i).String()+"-B/page")
			}
			b.ReportMetric(float64(total)/float64(pages), "B/page")
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(peak(d)/(1<<20), "peak-MB")
		})
	}
}

// peak is how much the heap grows beyond the document while it is written, in bytes.
func peak(d *frame.Document) float64 {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	most := uint64(0)
	write(watch(func() {
		runtime.ReadMemStats(&now)
		most = max(most, now.HeapAlloc)
	}), d, Options{})
	return float64(most) - float64(before.HeapAlloc)
}

// watch is a writer that calls a function now and then.
type watch func()

func (w watch) Write(p []byte) (int, error) {
	if len(p) > 4000 {
		w()
	}
	return len(p), nil
}
