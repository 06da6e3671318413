package web_test

import (
	"html"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"io/fs"
	"rapport/layout/pdf/pdftest"
	"rapport/layout/text"
	"rapport/layout/web"
	"rapport/layout/web/webtest"
)

// word is a word on a page of a PDF, in points, as poppler finds it.
type word struct {
	page           int
	x0, y0, x1, y1 float64
	text           string
}

var pageOrWord = regexp.MustCompile(
	`<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" ` +
		`yMax="([-\d.]+)">([^<]*)</word>`)

func wordsOf(t *testing.T, pdf []byte) (words []word, width, height float64) {
	t.Helper()
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	page := 0
	file := pdftest.File(t, "browser.pdf", pdf)
	// It tells on stderr of a page that is an image alone.
	list, err := exec.Command(pdftest.Tool(t, "pdftotext"), "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range pageOrWord.FindAllStringSubmatch(string(list), -1) {
		if m[1] != "" {
			page, width, height = page+1, number(m[1]), number(m[2])
			continue
		}
		words = append(words, word{page, number(m[3]), number(m[4]), number(m[5]), number(m[6]),
			html.UnescapeString(m[7])})
	}
	return words, width, height
}

// TestPrinted: what a reader's browser prints of the six reports has every word that the page shows,
// inside the paper, charts among them and each on one page; and nothing that only works on a screen.
func TestPrinted(t *testing.T) {
	b := webtest.Start(t)
	shaper := text.NewShaper()
	published(t, func(name string, year int, fsys fs.FS) {
		t.Run(name, func(t *testing.T) {
			_, e, _ := compose(t, fsys, year, name, web.Options{Shaper: shaper})
			p := b.Open(t, written(t, e), "index.html", webtest.View{Print: true})
			var shown struct {
				Words  string
				Charts []string
			}
			p.Eval(t, `({
				Words: document.body.innerText,
				Charts: [...document.querySelectorAll(".chart svg")].filter(s => s.checkVisibility())
					.map(s => [...s.querySelectorAll("text")].map(t => t.textContent).join(" ")),
			})`, &shown)
			words, width, height := wordsOf(t, p.PDF(t))
			for _, w := range words {
				if w.x0 < 0 || w.y0 < 0 || w.x1 > width || w.y1 > height {
					t.Errorf("page %d: %q is cut, at %.0f to %.0f of %.0f", w.page, w.text, w.x0, w.x1, width)
				}
			}
			printed := joinedWords(words)
			for _, para := range strings.Split(shown.Words, "\n") {
				if strings.Contains(printed, letters(para)) {
					continue
				}
				for _, one := range strings.Fields(para) { // the cells of a row, in an order of poppler's
					if !strings.Contains(printed, letters(one)) {
						t.Errorf("not printed: %q of %q", one, para)
					}
				}
			}
			for _, screen := range []string{"Hopp til innholdet", "Alle tallene", "Kopier lenke"} {
				if strings.Contains(printed, letters(screen)) {
					t.Errorf("printed, and of no use on paper: %q", screen)
				}
			}
			if len(shown.Charts) == 0 && year != 2025 {
				t.Error("no charts")
			}
			for _, c := range shown.Charts {
				for _, one := range strings.Fields(c) {
					if !strings.Contains(printed, letters(one)) {
						t.Errorf("not printed: %q of a chart", one)
					}
				}
			}
		})
	})
}

// letters is a text without what lines and hyphens part.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\n\u00a0\u202f\u00ad-\u2010", r) {
			return -1
		}
		return r
	}, s)
}

func joinedWords(all []word) string {
	var b strings.Builder
	for _, w := range all {
		b.WriteString(letters(w.text))
	}
	return b.String()
}
