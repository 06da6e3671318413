package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
)

// bindParts writes a document whose pages are bound in groups of so many pages, in an order of
// chance and at the same time.
func bindParts(t *testing.T, d *frame.Document, group int) []byte {
	t.Helper()
	b := NewBinder()
	var all sync.WaitGroup
	random := rand.New(rand.NewPCG(7, uint64(group)))
	for _, k := range random.Perm((len(d.Pages) + group - 1) / group) {
		from := k * group
		all.Go(func() { b.Bind(from, d.Pages[from:min(from+group, len(d.Pages))]) })
	}
	all.Wait()
	var out bytes.Buffer
	if err := Write(&out, d, Options{Producer: "rapport", Binder: b}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A file does not depend on when and with which others its pages are bound, and what is bound is
// let go.
func TestBind(t *testing.T) {
	const pages = 21
	want := render(t, large(t, pages))
	for _, group := range []int{1, 2, 5, pages} {
		d := large(t, pages)
		if !bytes.Equal(bindParts(t, d, group), want) {
			t.Errorf("pages bound by %d are another file", group)
		}
		for i, p := range d.Pages {
			if p.Items != nil {
				t.Errorf("page %d keeps its items", i+1)
			}
		}
	}
	some := large(t, pages)
	b := NewBinder()
	b.Bind(3, some.Pages[3:9])
	var out bytes.Buffer
	if err := Write(&out, some, Options{Producer: "rapport", Binder: b}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Error("some pages bound and others not are another file")
	}
	if some.Pages[0].Items == nil {
		t.Error("Write takes the items of a page")
	}
}

// What is wrong with a bound page is told by Write, of the first such page.
func TestBindRefuses(t *testing.T) {
	d := large(t, 4)
	d.Pages[3].Items[0].Tag, d.Pages[1].Items[0].Tag = d.Root, d.Root
	b := NewBinder()
	b.Bind(2, d.Pages[2:])
	b.Bind(0, d.Pages[:2])
	err := Write(new(bytes.Buffer), d, Options{Binder: b})
	if want := "page 2: item 0 is not among the kids of its tag"; fmt.Sprint(err) != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// Words that pages part are read as one, wherever in a long document they are.
func TestWordsBetweenManyPages(t *testing.T) {
	s := newSketch(t)
	f := face(t, fonts.SourceSerif, 400, false)
	const pages, each = 6 * smallestQuire, 3
	for i := range pages {
		s.page()
		if p := s.Root; i%each == 1 {
			s.line(p.Kids[len(p.Kids)-1].Tag, f, 10, 50, 50, "konsulenten")
		}
		p := s.Root.Child(frame.RoleP)
		s.line(p, f, 10, 50, 100, "i erfarings\u00AD")
		items := s.Pages[i].Items
		items[len(items)-1].Text.Run.Parted = i%each == 0
	}
	text := pdftest.Text(t, pdftest.File(t, "words.pdf", render(t, s.Document)))
	if have, want := strings.Count(text, "erfaringskonsulenten"), pages/each; have != want {
		t.Errorf("%d whole words, want %d", have, want)
	}
}

// rings is pages with the same dots, and on the last one some others.
func rings(t *testing.T, pages int) *frame.Document {
	s := newSketch(t)
	f := face(t, fonts.SourceSerif, 400, false)
	for i := range pages {
		s.page()
		fig := s.Root.Child(frame.RoleFigure)
		fig.Describe().Alt = "Ringer."
		fig.Describe().BBox = &frame.Box{Page: i, X: 50, Y: 50, Width: 200, Height: 200}
		for k := range 100 {
			x, y := 60+fonts.Pt(k%10)*15, 60+fonts.Pt(k/10)*15
			if i == pages-1 && k%2 == 0 {
				y += 3
			}
			paint := vector.Paint{Fill: &red}
			if k%3 == 0 {
				paint = vector.Paint{Stroke: &gray, Width: 1.25, Dash: []fonts.Pt{2, 1}}
			}
			s.shape(fig, vector.Circle(x, y, 4), paint)
		}
		s.line(s.Root.Child(frame.RoleP), f, 10, 50, 400, "Under.")
		s.shape(nil, vector.Line(50, 410, 90, 410), vector.Paint{Stroke: &ink, Width: 1})
	}
	return s.Document
}

// Shapes that pages share are in the file once; they look as they do in a file where nothing is
// shared, and leave what comes after them alone.
func TestSharedRuns(t *testing.T) {
	shared := pdftest.File(t, "shared.pdf", render(t, rings(t, 4)))
	alone := pdftest.File(t, "alone.pdf", render(t, rings(t, 2)))
	text := pdftest.QpdfText(t, shared)
	if n := strings.Count(text, "/Subtype /Form"); n != 1 {
		t.Errorf("%d forms, want 1", n)
	}
	if n := strings.Count(text, "/X1 Do"); n != 3 {
		t.Errorf("the form is painted %d times, want 3", n)
	}
	if n := strings.Count(pdftest.QpdfText(t, alone), "/Subtype /Form"); n != 0 {
		t.Errorf("%d forms for what is painted once", n)
	}
	pages := pdftest.Pages(t, shared, 60)
	inline := pdftest.Pages(t, alone, 60)
	for i, want := range []string{inline[0], inline[0], inline[0], inline[1]} {
		if !bytes.Equal(pdftest.Read(t, pages[i]), pdftest.Read(t, want)) {
			t.Errorf("page %d looks otherwise than without forms", i+1)
		}
	}
	pdftest.VeraPDF(t, []string{shared, alone}, "ua1", "3a")
	pdftest.Qpdf(t, shared)
}
