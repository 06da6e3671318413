package pdf

import (
	"strings"
	"testing"

	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/text"
)

// backwards is a page of lines with names in Arabic and Hebrew, and the lines.
func backwards(t testing.TB) (*frame.Document, []string) {
	s := newSketch(t)
	s.page()
	lines := []string{"Rapporten er skrevet av שרה לוי 12 og רחל.", "Oversatt av محمد حمد (62 svar).",
		"שלום", "Ǯeʹmmel og ● ★ ✗ ①"}
	f := face(t, fonts.SourceSerif, 400, false)
	shaper := text.NewShaper()
	for i, words := range lines {
		line := shaper.Line([]text.Span{{Text: words,
			Style: text.Style{Font: vector.Font{Face: f, Size: 12}, Color: ink}}})
		p := s.Root.Child(frame.RoleP)
		for _, r := range line.Runs {
			s.item(p, frame.Item{Text: &frame.Text{X: 40 + r.X, Y: 60 + 30*fonts.Pt(i), Run: r}})
		}
	}
	return s.Document, lines
}

// What runs from right to left is read in its own order: by the tags, in the content, and by place.
func TestBackwards(t *testing.T) {
	d, lines := backwards(t)
	file := pdftest.File(t, "backwards.pdf", render(t, d))
	pdftest.Qpdf(t, file)
	pdftest.VeraPDF(t, []string{file}, "ua1", "3a")
	// The marks around a stretch, and a zero-width space for a letter of two glyphs, are the readers'.
	bare := strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u200b", "")
	for reader, have := range map[string]string{
		"mutool":   bare.Replace(pdftest.MutoolText(t, file)),
		"poppler":  bare.Replace(pdftest.Text(t, file)),
		"its tags": bare.Replace(pdftest.Info(t, file, "-struct-text")),
	} {
		for _, line := range lines {
			for _, word := range strings.Fields(line) {
				if !strings.Contains(have, strings.Trim(word, "().")) {
					t.Errorf("%s: %q is not in\n%s", reader, word, have)
				}
			}
		}
	}
	if have := bare.Replace(pdftest.MutoolText(t, file)); !strings.Contains(have, lines[0]) {
		t.Errorf("mutool has %q as\n%s", lines[0], have)
	}
}
