package pdf

import (
	"bytes"
	"testing"

	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
)

func render(t testing.TB, d *frame.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{Producer: "rapport"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestConformance(t *testing.T) {
	file := pdftest.File(t, "sample.pdf", render(t, sample(t)))
	pdftest.VeraPDF(t, []string{file}, "ua1", "3a")
}

func TestReaders(t *testing.T) {
	file := pdftest.File(t, "sample.pdf", render(t, sample(t)))
	pdftest.Qpdf(t, file)
	pdftest.Mutool(t, file)
	pdftest.Ghostscript(t, file)
	t.Log(pdftest.Text(t, file))
	t.Log(pdftest.Text(t, file, "-raw"))
	t.Log(pdftest.MutoolText(t, file, false))
	t.Log(pdftest.MutoolText(t, file, true))
	t.Log(pdftest.Info(t, file))
	t.Log(pdftest.Fonts(t, file))
	t.Log(pdftest.Info(t, file, "-struct-text"))
}
