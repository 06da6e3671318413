package layout_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout"
	"rapport/layout/frame"
	"rapport/layout/pdf"
	"rapport/layout/pdf/pdftest"
)

// TestWordsAreWhole holds what poppler and MuPDF extract against the words that authors wrote: one
// that stands on two lines, with a hyphen or without, in prose, a headline, a table or a chart, is
// one word in every reading of the file. The six reports of the repository, and invented ones.
func TestWordsAreWhole(t *testing.T) {
	for _, c := range reports(t) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r, err := content.Load(c.fsys, c.year, c.report)
			if err != nil {
				t.Fatal(err)
			}
			d, err := layout.Compose(r, layout.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := pdf.Write(&out, d, pdf.Options{Producer: "rapport"}); err != nil {
				t.Fatal(err)
			}
			checkWords(t, d, vocabulary(t, c.fsys), pdftest.File(t, "words.pdf", out.Bytes()))
		})
	}
}

type source struct {
	name, report string
	fsys         fs.FS
	year         int
}

// reports are those of the repository, and invented ones from plausible to hard.
func reports(t *testing.T) (all []source) {
	t.Helper()
	fsys := os.DirFS("../content/testdata/published") // no author changes it
	years, err := content.Years(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range years {
		names, err := content.Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			all = append(all, source{fmt.Sprintf("%d-%s", year, name), name, fsys, year})
		}
	}
	for seed := range uint64(24) {
		hard := []float64{0, 0.3, 1}[seed%3]
		r := invent.New(7000+seed, invent.Options{Hard: hard, Chapters: 5})
		all = append(all, source{fmt.Sprintf("invented-%d", seed), invent.Name, r.FS(), invent.Year})
	}
	return all
}

// vocabulary is every word of a folder's TOML files, as between spaces and without signs around it.
func vocabulary(t *testing.T, fsys fs.FS) map[string]bool {
	t.Helper()
	all := make(map[string]bool)
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".toml") {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		text := strings.NewReplacer("\u00AD", "", `\u00AD`, "", `\u00ad`, "", "[", " ", "]", " ",
			"*", "", "_", "", "\\", "").Replace(string(data))
		for _, w := range strings.Fields(text) {
			all[bare(w)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// bare is a word without the signs around it.
func bare(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// checkWords looks for every parted word of a document in every reading of its file.
func checkWords(t *testing.T, d *frame.Document, known map[string]bool, file string) {
	t.Helper()
	readings := map[string][]string{}
	for name, options := range map[string][]string{
		"pdftotext": nil, "pdftotext -layout": {"-layout"}, "pdftotext -raw": {"-raw"},
	} {
		readings[name] = strings.Split(pdftest.Text(t, file, options...), "\f")
	}
	// MuPDF joins at a soft hyphen; newer ones take an ActualText too.
	mutool := fields(pdftest.MutoolText(t, file))
	for _, w := range partedWords(d, known) {
		for name, pages := range readings {
			if n := count(fields(pages[w.page]), w.text); n < w.times {
				t.Errorf("%s: page %d has %q %d times, not %d", name, w.page+1, w.text, n, w.times)
			}
		}
		if w.prose && count(mutool, w.text) < w.times {
			t.Errorf("mutool: page %d has no %q", w.page+1, w.text)
		}
	}
	checkOrder(t, d, readings["pdftotext -raw"])
}

func fields(text string) []string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = bare(w)
	}
	return words
}

func count(words []string, word string) (n int) {
	for _, w := range words {
		if strings.Contains(w, word) { // with what stands beside it: a note's mark, a bracket
			n++
		}
	}
	return n
}

// partedWord is a word that begins at the end of a line of a page and goes on on another line.
type partedWord struct {
	text  string
	page  int
	times int
	prose bool // and in two, with a hyphen that the word does not have
}

// partedWords joins the ends and beginnings of lines that follow each other in a tag, where that
// makes a word of the vocabulary.
func partedWords(d *frame.Document, known map[string]bool) (all []partedWord) {
	var walk func(*frame.Tag)
	walk = func(tag *frame.Tag) {
		lines := linesOf(d, tag)
		for i := 0; i < len(lines); i++ {
			if !divided(tag, lines[i].text) {
				continue
			}
			if word, last := join(lines[i:], known); last > 0 {
				w := partedWord{text: word, page: lines[i].page, times: 1, prose: tag.Role == frame.RoleP && last == 1 &&
					strings.HasSuffix(lines[i].text, "\u00AD")}
				at := slices.IndexFunc(all, func(o partedWord) bool {
					return o.text == word && o.page == w.page
				})
				if at < 0 {
					all = append(all, w)
				} else {
					all[at].times++
				}
				i += last - 1
			}
		}
		for _, k := range tag.Kids {
			if k.Tag != nil {
				walk(k.Tag)
			}
		}
	}
	walk(d.Root)
	return all
}

// divided reports whether a line may end within a word. The words of a picture are many texts, of
// which a sign at the end tells those that go on.
func divided(tag *frame.Tag, line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r != ' ' && (tag.Role != frame.RoleFigure || strings.ContainsRune("\u00AD-–/.@", r))
}

// join is the longest word of the vocabulary that the first line's end makes with the beginnings of
// the lines after it, and how many of these it takes.
func join(lines []setLine, known map[string]bool) (word string, last int) {
	text := lines[0].text
	if strings.HasSuffix(text, " ") {
		return "", 0
	}
	text = text[strings.LastIndexByte(text, ' ')+1:]
	for i := 1; i < len(lines); i++ {
		head, _, more := strings.Cut(lines[i].text, " ")
		text = strings.TrimSuffix(text, "\u00AD") + head
		if w := bare(text); known[w] && w != bare(head) && len(w) > len(bare(head)) {
			word, last = w, i
		}
		if more {
			break
		}
	}
	return word, last
}

// setLine is a line's text, with a soft hyphen where a word is divided.
type setLine struct {
	text string
	page int
	y    float64
}

// linesOf are the lines of a tag's own text. A tag among them ends a line.
func linesOf(d *frame.Document, tag *frame.Tag) (lines []setLine) {
	fresh := true
	for _, k := range tag.Kids {
		if k.Tag != nil || k.Link >= 0 || d.Pages[k.Page].Items[k.Item].Text == nil {
			if k.Tag != nil && len(lines) > 0 {
				lines = append(lines, setLine{text: " "})
			}
			fresh = fresh || k.Tag != nil
			continue
		}
		at := d.Pages[k.Page].Items[k.Item].Text
		if n := len(lines); fresh || lines[n-1].y != float64(at.Y) || lines[n-1].page != k.Page {
			lines = append(lines, setLine{page: k.Page, y: float64(at.Y)})
		}
		fresh = false
		for _, g := range at.Run.Glyphs {
			lines[len(lines)-1].text += g.Text()
		}
	}
	return lines
}

// checkOrder looks for the words of every paragraph, one after the other, in what stands on its page.
func checkOrder(t *testing.T, d *frame.Document, pages []string) {
	t.Helper()
	streams := make([]string, len(pages))
	for i, p := range pages {
		streams[i] = strings.Join(strings.Fields(p), " ")
	}
	var walk func(*frame.Tag)
	walk = func(tag *frame.Tag) {
		lines := linesOf(d, tag)
		if tag.Role == frame.RoleP && len(lines) > 1 && !hasTags(tag) &&
			lines[0].page == lines[len(lines)-1].page {
			var text strings.Builder
			for _, l := range lines {
				text.WriteString(strings.TrimSuffix(l.text, "\u00AD"))
			}
			want := strings.Join(strings.Fields(text.String()), " ")
			if !strings.Contains(streams[lines[0].page], want) {
				t.Errorf("page %d: not in order: %q", lines[0].page+1, want)
			}
		}
		for _, k := range tag.Kids {
			if k.Tag != nil {
				walk(k.Tag)
			}
		}
	}
	walk(d.Root)
}

func hasTags(tag *frame.Tag) bool {
	return slices.ContainsFunc(tag.Kids, func(k frame.Kid) bool { return k.Tag != nil })
}
