package pdf

import (
	"fmt"
	"strings"
	"testing"

	"rapport/fonts"
	"rapport/layout/frame"
	"rapport/layout/pdf/pdftest"
)

// TestPartedWords writes words that lines part, each word of a paragraph of its own, and looks at
// what is read where.
func TestPartedWords(t *testing.T) {
	const soft = "\u00AD"
	long := strings.Repeat("æ", longestWord)
	for _, c := range []struct {
		name  string
		lines []string // of the paragraph; each but the last ends within a word
		want  string   // the pieces, between bars, with what is said for those that are not read
	}{
		{"in two", []string{"om erfarings" + soft, "konsulenten, i tall"},
			"om |erfaringskonsulenten,| |i tall"},
		{"without a hyphen", []string{"se example.org/", "rapport "}, "se |example.org/rapport| "},
		{"in three", []string{"N" + soft, "e" + soft, "i "}, "Nei| | "},
		{"one after the other", []string{"a b" + soft, "c d e" + soft, "f"}, "a |bc| |d |ef| "},
		{"one at the other's end", []string{"a b" + soft, "c e" + soft, "f g"}, "a |bc| |ef| |g"},
		{"nothing after it", []string{"om erfarings" + soft}, "om erfarings" + soft},
		{"longer than a string may be", []string{"a " + long, "b"}, "a " + long + "|b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSketch(t)
			s.page()
			f := face(t, fonts.SourceSerif, 400, false)
			p := s.Root.Child(frame.RoleP)
			for i, l := range c.lines {
				s.line(p, f, 10, 50, 50+12*fonts.Pt(i), l)
			}
			for i := range s.Pages[0].Items[:max(1, len(c.lines)-1)] {
				s.Pages[0].Items[i].Text.Run.Parted = true
			}
			if have := piecesOf(t, s.Document); have != c.want {
				t.Errorf("have %.200q, want %.200q", have, c.want)
			}
			newAudit(t, render(t, s.Document)).content(1)
		})
	}
}

// piecesOf is what is read of the first page, a bar between items and pieces.
func piecesOf(t *testing.T, d *frame.Document) string {
	t.Helper()
	l := plant(0, d.Pages)[0]
	if l.err != nil {
		t.Fatal(l.err)
	}
	var all []string
	for i := range d.Pages[0].Items {
		glyphs := d.Pages[0].Items[i].Text.Run.Glyphs
		pieces := l.pieces[i]
		if pieces == nil {
			pieces = []piece{{to: len(glyphs)}}
		}
		for _, p := range pieces {
			if p.said != nil {
				all = append(all, p.said.text)
				continue
			}
			var drawn strings.Builder
			for _, g := range glyphs[p.from:p.to] {
				drawn.WriteString(g.Text())
			}
			all = append(all, drawn.String())
		}
	}
	return strings.Join(all, "|")
}

// TestPartedWordOfSeveralRuns parts a word in two faces between two pages, with a link among the
// kids, as a link over two lines has.
func TestPartedWordOfSeveralRuns(t *testing.T) {
	s := newSketch(t)
	s.page()
	roman, bold := face(t, fonts.SourceSerif, 400, false), face(t, fonts.SourceSerif, 700, false)
	p := s.Root.Child(frame.RoleP)
	link := p.Child(frame.RoleLink)
	end := 50 + s.line(link, roman, 10, 50, 700, "om er")
	s.line(link, bold, 10, end, 700, "farings\u00AD")
	s.link(link, frame.Link{X: 50, Y: 690, Width: 60, Height: 12, URI: "https://example.org",
		Contents: "om erfaringskonsulenten"})
	s.page()
	end = 50 + s.line(link, bold, 10, 50, 50, "konsulent")
	s.line(link, roman, 10, end, 50, "ene, i tall")
	file := pdftest.File(t, "runs.pdf", render(t, s.Document))
	text := pdftest.Text(t, file)
	if want := "om erfaringskonsulentene,\n\n\fi tall\n\n\f"; text != want {
		t.Errorf("pdftotext: have %q, want %q", text, want)
	}
	pdftest.VeraPDF(t, []string{file}, "ua1", "3a")
	a := newAudit(t, render(t, s.Document))
	if have := fmt.Sprint(a.content(1), a.content(2)); have != "2 2" {
		t.Errorf("%s sequences on the pages, want 2 2", have)
	}
}
