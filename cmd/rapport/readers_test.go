package main

import (
	"strings"
	"testing"
	"unicode"

	"rapport/content"
	"rapport/layout/pdf/pdftest"
)

// TestReaders opens every report in programs that others wrote; none may complain.
func TestReaders(t *testing.T) {
	for _, b := range everything(t) {
		file := pdftest.File(t, b.name+".pdf", b.pdf)
		for _, reader := range []struct {
			name string
			read func(testing.TB, ...string)
		}{
			{"qpdf", pdftest.Qpdf},
			{"mutool", pdftest.Mutool},
			{"gs", pdftest.Ghostscript},
		} {
			t.Run(b.name+"/"+reader.name, func(t *testing.T) { reader.read(t, file) })
		}
	}
}

// TestStandards lets veraPDF hold every report against PDF/UA-1 and PDF/A-3a.
func TestStandards(t *testing.T) {
	var files []string
	for _, b := range everything(t) {
		files = append(files, pdftest.File(t, b.name+".pdf", b.pdf))
	}
	pdftest.VeraPDF(t, files, "ua1", "3a")
}

// TestExtraction looks for every heading in the text that poppler takes out of the PDF.
func TestExtraction(t *testing.T) {
	for _, b := range everything(t) {
		t.Run(b.name, func(t *testing.T) {
			text := letters(pdftest.Text(t, pdftest.File(t, b.name+".pdf", b.pdf), "-raw"))
			for _, h := range headings(b.report) {
				if !strings.Contains(text, letters(h)) {
					t.Errorf("%q is not in the text", h)
				}
			}
		})
	}
}

// headings are the title and every chapter's and topic's heading.
func headings(r *content.Report) []string {
	all := []string{r.Title}
	chapters := r.Chapters
	if r.Method != nil {
		chapters = append(chapters[:len(chapters):len(chapters)], r.Method)
	}
	for _, c := range chapters {
		all = append(all, c.Title)
		for _, topic := range c.Topics {
			all = append(all, topic.Headline)
		}
	}
	return all
}

// letters is a text without what a line break changes: spaces and hyphens.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' || r == '-' || r == '\u2010' {
			return -1
		}
		return r
	}, s)
}
