package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/pdf"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/press"
)

const (
	bleed   = fonts.Mm(3)
	section = 8 // pages of a section in the tests' booklets
)

// printEdition and bookletEdition are files of a document for the press.
func printEdition(t testing.TB, d *frame.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.WritePrint(&b, d, pdf.Print{Producer: "rapport", Bleed: bleed.Pt()}); err != nil {
		t.Fatal(err)
	}
	return pdftest.File(t, "print.pdf", b.Bytes())
}

func bookletEdition(t testing.TB, d *frame.Document) string {
	t.Helper()
	var b bytes.Buffer
	sheet, err := press.ParseFormat("a3")
	if err != nil {
		t.Fatal(err)
	}
	o := press.Booklet{Sheet: sheet, Section: section, Marks: true}
	print := pdf.Print{Producer: "rapport", Bleed: bleed.Pt()}
	if err := pdf.WriteBooklet(&b, d, print, o); err != nil {
		t.Fatal(err)
	}
	return pdftest.File(t, "booklet.pdf", b.Bytes())
}

var slug = regexp.MustCompile(`(?m)^(Side|Page) \d+ (av|of) \d+ · .*\n?`)

// textOfPages is what poppler reads on each page, in the order of the content.
func textOfPages(t testing.TB, file string) []string {
	t.Helper()
	pages := strings.Split(strings.TrimSuffix(pdftest.Text(t, file, "-raw"), "\f"), "\f")
	for i, page := range pages {
		pages[i] = slug.ReplaceAllString(page, "")
	}
	return pages
}

var figure = regexp.MustCompile(`\d[\d  ]*(,\d+)?(\s?%)?`)

// figures are the numbers of a text, in order, with their per cent signs.
func figures(text string) []string { return figure.FindAllString(text, -1) }

// The editions for the press say what the screen edition says, letter for letter, and so every
// figure of it. Where lines end is another matter: only on screen is a word that stands on two of
// them read as a whole.
func TestEditionsSayTheSame(t *testing.T) {
	for _, b := range everything(t) {
		t.Run(b.name, func(t *testing.T) {
			screen := textOfPages(t, pdftest.File(t, "screen.pdf", b.pdf))
			printed := textOfPages(t, printEdition(t, b.document))
			if len(printed)%4 != 0 {
				t.Errorf("%d printed pages", len(printed))
			}
			if !slices.EqualFunc(screen, printed, sameLetters) {
				t.Errorf("the print edition has another text on %s",
					firstDifference(screen, printed))
			}
			folded := unfold(t, textOfPages(t, bookletEdition(t, b.document)), printed)
			for i := range printed {
				if have, want := figures(folded[i]), figures(printed[i]); !slices.Equal(have, want) {
					t.Errorf("page %d of the booklet has the figures %q, want %q", i+1, have, want)
				}
			}
		})
	}
}

// unfold divides the text of a booklet's sides into pages. A side has its left page's text, then
// its right page's; which pages those are is the imposition's, and where the one ends is the page's
// own length.
func unfold(t *testing.T, sides, printed []string) []string {
	t.Helper()
	sheets, err := press.Impose(len(printed), section)
	if err != nil {
		t.Fatal(err)
	}
	if len(sides) != 2*len(sheets) {
		t.Fatalf("%d sides of %d sheets", len(sides), len(sheets))
	}
	pages := make([]string, len(printed))
	for i, s := range sheets {
		for k, at := range []press.Side{s.Front, s.Back} {
			text := sides[2*i+k]
			left := ""
			if at.Left != press.Blank {
				left = printed[at.Left]
			}
			rest, ok := strings.CutPrefix(text, left)
			if !ok {
				t.Fatalf("sheet %d, side %d does not begin with page %d: %.80q",
					i+1, k+1, at.Left+1, text)
			}
			if at.Left != press.Blank {
				pages[at.Left] = left
			}
			if at.Right != press.Blank {
				pages[at.Right] = rest
			}
		}
	}
	return pages
}

func sameLetters(a, b string) bool { return letters(a) == letters(b) }

func firstDifference(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if !sameLetters(a[i], b[i]) {
			return fmt.Sprintf("page %d:\n%s\n%s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d and %d pages", len(a), len(b))
}

// The numbers of a report are among the figures that are compared.
func TestFigures(t *testing.T) {
	text := pdftest.Text(t, pdftest.File(t, "screen.pdf", annual(t).pdf), "-raw")
	if n := len(figures(text)); n < 200 {
		t.Errorf("only %d figures were found", n)
	}
}

func TestPressReaders(t *testing.T) {
	b := annual(t)
	for _, file := range []string{printEdition(t, b.document), bookletEdition(t, b.document)} {
		pdftest.Qpdf(t, file)
		pdftest.Mutool(t, file)
		pdftest.Ghostscript(t, file)
	}
}

// On the plates of a report no place has more ink than its brand allows, and small black type is on
// the black plate alone.
func TestPressPlates(t *testing.T) {
	const dpi = 100
	b := annual(t)
	file := printEdition(t, b.document)
	for page := 0; page < len(b.document.Pages); page += 3 {
		plates := pdftest.Plates(t, file, page+1, dpi)
		if most := mostInk(plates, dpi); most > 276 { // a per cent for rounding
			t.Errorf("page %d: %d %% ink", page+1, most)
		}
		if page == 0 || page == len(b.document.Pages)-1 {
			continue // covers have no small type on paper
		}
		smallTypeIsBlack(t, b.document.Pages[page], page, plates, dpi)
	}
}

// mostInk is the most ink anywhere within the bleed.
func mostInk(plates [4]pdftest.Plate, dpi int) (most int) {
	edge := int(press.Margin(bleed.Pt())-bleed.Pt())*dpi/72 + 1
	for y := edge; y < plates[0].Height-edge; y++ {
		for x := edge; x < plates[0].Width-edge; x++ {
			sum := 0
			for _, p := range plates {
				sum += p.At(x, y)
			}
			most = max(most, sum)
		}
	}
	return most * 100 / 255
}

// smallTypeIsBlack looks at the lines of small black type that stand alone on paper.
func smallTypeIsBlack(t *testing.T, p *frame.Page, page int, plates [4]pdftest.Plate, dpi int) {
	t.Helper()
	margin := press.Margin(bleed.Pt())
	dot := func(v fonts.Pt) int { return int(v+margin) * dpi / 72 }
	lines := 0
	for _, it := range p.Items {
		if it.Text == nil || it.Text.Run.Size > 11 || it.Text.Run.Width < 20 {
			continue
		}
		run := &it.Text.Run
		if ink, err := press.InkOf(run.Color); err != nil || !ink.Single() || onGround(p, it.Text) {
			continue
		}
		lines++
		left, right := dot(it.Text.X)+1, dot(it.Text.X+run.Width)-1
		top, bottom := dot(it.Text.Y-run.Size/2), dot(it.Text.Y)
		for i, plate := range plates[:3] {
			if most := plate.Most(left, top, right, bottom); most > 0 {
				t.Errorf("page %d: the line at %.0f, %.0f has %d of 255 %s",
					page+1, it.Text.X, it.Text.Y, most, pdftest.Inks()[i])
			}
		}
		if plates[3].Most(left, top, right, bottom) == 0 {
			t.Errorf("page %d: the line at %.0f, %.0f is not black", page+1, it.Text.X, it.Text.Y)
		}
	}
	if lines == 0 && len(p.Items) > 40 && !fullGround(p) {
		t.Errorf("page %d: no small black type was found", page+1)
	}
}

// fullGround reports whether a page has a ground of colour from edge to edge, as openers have.
func fullGround(p *frame.Page) bool {
	for _, it := range p.Items {
		if it.Shape != nil {
			low, high, ok := it.Shape.Path.Bounds()
			return ok && low.X <= 0 && low.Y <= 0 && high.X >= p.Width && high.Y >= p.Height
		}
	}
	return false
}

// onGround reports whether something else is painted where a line of type stands.
func onGround(p *frame.Page, line *frame.Text) bool {
	for _, it := range p.Items {
		if it.Shape == nil {
			continue
		}
		low, high, ok := it.Shape.Path.Bounds()
		if ok && low.X < line.X+line.Run.Width && high.X > line.X &&
			low.Y < line.Y && high.Y > line.Y-line.Run.Size {
			return true
		}
	}
	return false
}

// library is a copy of the reports that the scripts use.
func library(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS("testdata/content")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// An image that is too coarse stops the print edition at its place in the content; one that is not
// quite sharp is told and printed.
func TestCoarseImages(t *testing.T) {
	for _, c := range []struct {
		pixels int // on 174 mm
		code   int
		want   string
	}{
		{600, exitFailed, "page 9: an image of 88 dpi; under 120 the dots show"},
		{1200, exitDone, "warning: "},
		{1600, exitDone, ""},
	} {
		dir := library(t)
		report := filepath.Join(dir, "2022/laanerne/report.toml")
		var b bytes.Buffer
		picture := image.NewGray(image.Rect(0, 0, c.pixels, c.pixels/2))
		if err := png.Encode(&b, picture); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "2022/laanerne/bilder/hus.png"), b.Bytes())
		old, _ := os.ReadFile(report)
		text := strings.Replace(string(old), "\n[method]\n", topicWithImage+"\n[method]\n", 1)
		write(t, report, []byte(text))
		var stdout, stderr bytes.Buffer
		arguments := []string{"print", "2022", "--content", dir, "--out", t.TempDir()}
		code := run(arguments, &stdout, &stderr)
		above, _, _ := strings.Cut(text, "[[chapter.topic.block]]\nimage")
		place := fmt.Sprintf("%s:%d:", report, 1+strings.Count(above, "\n"))
		said := stderr.String()
		told := c.want == "" && said == "" ||
			c.want != "" && strings.Contains(said, c.want) && strings.Contains(said, place)
		if code != c.code || !told {
			t.Errorf("%d pixels: exit %d, %s\nwant %q at %s", c.pixels, code, said, c.want, place)
		}
	}
}

const topicWithImage = `
[[chapter.topic]]
id = "hus"
kicker = "Huset"
headline = "Her låner de"
[[chapter.topic.block]]
image = "bilder/hus.png"
alt = "Biblioteket"
`

// A brand's colour without CMYK value is named, at its place in the brand's file.
func TestColourWithoutInk(t *testing.T) {
	dir := library(t)
	const brand = "name = \"Vik bibliotek\"\n\n[colors]\nheading = { screen = \"#102030\" }\n"
	write(t, filepath.Join(dir, "brands/vik-bibliotek.toml"), []byte(brand))
	var stdout, stderr bytes.Buffer
	build := []string{"build", "2022", "--content", dir, "--out", t.TempDir()}
	if code := run(build, io.Discard, &stderr); code != exitDone {
		t.Fatalf("the screen edition: exit %d, %s", code, stderr.String())
	}
	print := []string{"print", "2022", "--content", dir, "--out", t.TempDir()}
	code := run(print, &stdout, &stderr)
	want := regexp.MustCompile(`brands/vik-bibliotek\.toml:4:\d+: error: page \d+: ` +
		`the colour "heading" \(#102030\) has no CMYK value`)
	if code != exitFailed || !want.MatchString(stderr.String()) || stdout.Len() != 0 {
		t.Errorf("exit %d, %s", code, stderr.String())
	}
}

// BenchmarkEditions measures the whole way from TOML to each edition of the annual report.
func BenchmarkEditions(b *testing.B) {
	fsys, name := goldenReport(b)
	sheet, _ := press.ParseFormat("a3")
	o := pdf.Print{Producer: "rapport", Bleed: bleed.Pt()}
	for _, e := range []struct {
		name  string
		write func(io.Writer, *frame.Document) error
	}{
		{"screen", func(w io.Writer, d *frame.Document) error {
			return pdf.Write(w, d, pdf.Options{Producer: "rapport"})
		}},
		{"print", func(w io.Writer, d *frame.Document) error {
			press.Inspect(d, press.HouseLimits())
			return pdf.WritePrint(w, d, o)
		}},
		{"booklet", func(w io.Writer, d *frame.Document) error {
			press.Inspect(d, press.HouseLimits())
			return pdf.WriteBooklet(w, d, o, press.Booklet{Sheet: sheet})
		}},
	} {
		b.Run(e.name, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				report, err := content.Load(fsys, goldenYear, name)
				if err != nil {
					b.Fatal(err)
				}
				d, err := layout.Compose(report, layout.Options{})
				if err != nil {
					b.Fatal(err)
				}
				if err := e.write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
				pages = len(d.Pages)
			}
			b.ReportMetric(1e3*b.Elapsed().Seconds()/float64(b.N), "ms")
			b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
