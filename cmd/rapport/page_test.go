package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"rapport/content"
	"rapport/layout/web"
)

// TestGoldenPage holds the page of a report, element by element, against testdata/golden: that of the
// annual report, of the sample, and of an invented report that is hard.
func TestGoldenPage(t *testing.T) {
	for _, b := range []built{annual(t), sample(t), hard(t)} {
		t.Run(b.name, func(t *testing.T) {
			e, err := web.Compose(b.report, web.Options{PDF: &web.PDF{Pages: 28, Data: []byte("%PDF")}})
			if err != nil {
				t.Fatal(err)
			}
			compareText(t, b.golden("page.txt"), func(w io.Writer) error {
				var page bytes.Buffer
				if err := e.Files[0].Write(&page); err != nil {
					return err
				}
				return dumpPage(w, page.String(), e)
			})
		})
	}
}

// hard is an invented report that is kept as content/invent made it on a day: whatever is invented
// later, its goldens stay.
func hard(t *testing.T) built {
	t.Helper()
	r, err := content.Load(os.DirFS("testdata/hard"), 2024, "rapport")
	if err != nil {
		t.Fatal(err)
	}
	return built{name: "oppdiktet", report: r}
}

// picture is a picture in a page, with all of its paths and words.
var picture = regexp.MustCompile(`(?s)<svg [^>]*>.*?</svg>`)

// dumpPage writes a page with every element and every text on a line of its own, indented by how
// deep it is, and then the sizes of the files beside it. A picture is a line: its class and its
// size, its words, and a sum of its paths, so that it is seen that these are others than before.
func dumpPage(w io.Writer, page string, e *web.Edition) error {
	var out strings.Builder
	depth := 0
	line := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			out.WriteString(strings.Repeat(" ", depth) + strings.ReplaceAll(s, "\n", " ") + "\n")
		}
	}
	page = picture.ReplaceAllStringFunc(page, pictured)
	for page != "" {
		text, rest, _ := strings.Cut(page, "<")
		line(text)
		tag, after, found := strings.Cut(rest, ">")
		if !found {
			break
		}
		name, _, _ := strings.Cut(tag, " ")
		switch {
		case strings.HasPrefix(tag, "/"):
			depth--
		case strings.HasPrefix(tag, "!") || void[name]:
			line("<" + tag + ">")
		default:
			line("<" + tag + ">")
			depth++
		}
		page = after
	}
	if depth != 0 {
		return fmt.Errorf("%d elements are not closed", depth)
	}
	for _, f := range e.Files[1:] {
		fmt.Fprintln(&out, f.Name)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// void are elements without an end.
var void = map[string]bool{"meta": true, "link": true, "img": true, "br": true, "picture": true}

var (
	pictureTag  = regexp.MustCompile(`class="([^"]*)" viewBox="0 0 ([^"]*)"`)
	pictureWord = regexp.MustCompile(`<text class="([^"]*)" x="[^"]*" y="[^"]*">([^<]*)</text>`)
)

// pictured is a picture in a line.
func pictured(svg string) string {
	tag := pictureTag.FindStringSubmatch(svg)
	if tag == nil {
		return svg
	}
	var words []string
	for _, m := range pictureWord.FindAllStringSubmatch(svg, -1) {
		words = append(words, m[2])
	}
	sum := sha256.Sum256([]byte(svg))
	return fmt.Sprintf("<picture %s %s sum=%x said=%q>", tag[1],
		strings.ReplaceAll(tag[2], " ", "×"), sum[:4], strings.Join(words, " | "))
}
