package web_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/invent"
	"rapport/layout/text"
	"rapport/layout/web"
)

// compose loads a report and makes its page.
func compose(t testing.TB, fsys fs.FS, year int, name string, o web.Options) (
	*content.Report, *web.Edition, string,
) {
	t.Helper()
	r, err := content.Load(fsys, year, name)
	if err != nil {
		t.Fatal(err)
	}
	e, err := web.Compose(r, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := e.Files[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	return r, e, b.String()
}

// published are the six reports of the repository as they were published.
func published(t testing.TB, see func(name string, year int, fsys fs.FS)) {
	t.Helper()
	fsys := os.DirFS("../../content/testdata/published")
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
			see(name, year, fsys)
		}
	}
}

// TestPublished: the pages of the six reports are whole, and the same every time.
func TestPublished(t *testing.T) {
	shaper := text.NewShaper()
	seen := 0
	published(t, func(name string, year int, fsys fs.FS) {
		seen++
		o := web.Options{Shaper: shaper, PDF: &web.PDF{Pages: 28, Data: []byte("%PDF")}}
		r, e, page := compose(t, fsys, year, name, o)
		for _, wrong := range faults(r, e, page) {
			t.Errorf("%s: %s", name, wrong)
		}
		_, _, again := compose(t, fsys, year, name, o)
		if page != again {
			t.Errorf("%s: the page is another the second time", name)
		}
		_, single, page := compose(t, fsys, year, name, web.Options{Shaper: shaper, Single: true})
		if len(single.Files) != 1 {
			t.Errorf("%s: %d files, want one", name, len(single.Files))
		}
		for _, at := range addresses(page) {
			if !strings.HasPrefix(at, "data:") && !strings.HasPrefix(at, "#") && !outward(at) {
				t.Errorf("%s: a single file asks for %s", name, at)
			}
		}
	})
	if seen != 6 {
		t.Errorf("%d reports", seen)
	}
}

// TestSmall: the annual report is a page of at most 400 kB, 70 kB as it is sent, with faces of at most
// 90 kB.
func TestSmall(t *testing.T) {
	fsys := os.DirFS("../../content/testdata/published")
	_, e, page := compose(t, fsys, 2022, "erfaringskonsulentene-i-tall", web.Options{})
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if _, err := z.Write([]byte(page)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if len(page) > 400_000 || b.Len() > 70_000 {
		t.Errorf("%d bytes, %d compressed", len(page), b.Len())
	}
	faces := 0
	for _, f := range e.Files {
		if strings.HasSuffix(f.Name, ".woff2") {
			b.Reset()
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			faces += b.Len()
		}
	}
	if faces == 0 || faces > 90_000 {
		t.Errorf("faces of %d bytes", faces)
	}
	t.Logf("%d bytes, %d files, faces of %d", len(page), len(e.Files), faces)
}

// TestAnyone: pages of reports that nobody has looked at.
func TestAnyone(t *testing.T) {
	shaper := text.NewShaper()
	for _, hard := range []float64{0, 0.3, 1} {
		t.Run(fmt.Sprint(hard), func(t *testing.T) {
			t.Parallel()
			for seed := uint64(7000); seed < 7006; seed++ {
				r := invent.New(seed, invent.Options{Hard: hard, Forms: seed%2 == 1,
					Groups: seed%3 > 0})
				loaded, e, page := compose(t, r.FS(), invent.Year, invent.Name,
					web.Options{Shaper: shaper})
				for _, wrong := range faults(loaded, e, page) {
					t.Errorf("seed %d: %s", seed, wrong)
				}
			}
		})
	}
}

var (
	idAttribute = regexp.MustCompile(`\bid="([^"]*)"`)
	linkTo      = regexp.MustCompile(`\b(?:href|src)="([^"]*)"`)
	refersTo    = regexp.MustCompile(`\b(?:aria-labelledby="|data-copy="#)([^"]*)"`)
	placeholder = regexp.MustCompile(`\{[a-zæøå]+ [^}<]*\}|%!|\bZgotmplZ\b|<nil>`)
	unread      = regexp.MustCompile(`(?s)<head>.*?</head>|<svg.*?</svg>|<details.*?</details>|` +
		`<script.*?</script>|<nav.*?</nav>|<button.*?</button>`)
	tag = regexp.MustCompile(`<[^>]*>`)
)

// addresses are what a page links to and loads.
func addresses(page string) (all []string) {
	for _, m := range linkTo.FindAllStringSubmatch(page, -1) {
		all = append(all, html.UnescapeString(m[1]))
	}
	return all
}

// outward says whether an address leads to another server, when a reader follows it.
func outward(at string) bool {
	at = strings.ToLower(at)
	return strings.HasPrefix(at, "http:") || strings.HasPrefix(at, "https:") ||
		strings.HasPrefix(at, "mailto:") || strings.HasPrefix(at, "tel:")
}

// faults are what is wrong with a page: ids that are there twice, links that lead nowhere, words
// that the program should have filled in, texts of the report that are not there, or not as often
// and in the order as they were written.
func faults(r *content.Report, e *web.Edition, page string) (wrong []string) {
	ids := map[string]bool{}
	for _, m := range idAttribute.FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			wrong = append(wrong, "the id is there twice: "+m[1])
		}
		ids[m[1]] = true
	}
	files := map[string]bool{}
	for _, f := range e.Files {
		if files[f.Name] {
			wrong = append(wrong, "the file is there twice: "+f.Name)
		}
		files[f.Name] = true
	}
	for _, at := range addresses(page) {
		id, inside := strings.CutPrefix(at, "#")
		if inside && !ids[id] ||
			!inside && !files[at] && !outward(at) && !strings.HasPrefix(at, "data:") {
			wrong = append(wrong, "leads nowhere: "+at)
		}
	}
	for _, m := range refersTo.FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			wrong = append(wrong, "refers to nothing: "+m[1])
		}
	}
	if m := placeholder.FindString(page); m != "" {
		wrong = append(wrong, "was not filled in: "+m)
	}
	return append(wrong, misread(r, page)...)
}

// enough is how many letters a text has that is looked for as often as it was written.
const enough = 60

// misread are the texts of a report that its page lacks, or has too often or in another order.
func misread(r *content.Report, page string) (wrong []string) {
	read := squeezed(html.UnescapeString(tag.ReplaceAllString(unread.ReplaceAllString(page, ""), "")))
	var written strings.Builder
	captions := map[string]bool{}
	for _, p := range r.Proses() {
		for _, words := range pieces(p) {
			written.WriteString(words + "\n")
		}
	}
	for b := range r.Blocks() {
		for _, words := range pieces(b.Caption) {
			captions[words] = true // of a figure in parts it stands below each
		}
		for _, f := range b.Figures {
			captions[squeezed(f.Question)] = true // it may stand in an appendix too
		}
	}
	for _, p := range r.Proses() {
		rest := read
		for _, words := range pieces(p) {
			if len([]rune(words)) < enough {
				continue
			}
			has, want := strings.Count(read, words), strings.Count(written.String(), words)
			if has < want || has > want && !captions[words] {
				wrong = append(wrong, fmt.Sprintf("%d times, not %d: %q", has, want, words))
			}
			at := strings.Index(rest, words)
			if has > 0 && at < 0 {
				wrong = append(wrong, fmt.Sprintf("before what it follows: %q", words))
			}
			rest = rest[max(0, at):]
		}
	}
	for _, words := range titles(r) {
		if !strings.Contains(read, squeezed(words)) {
			wrong = append(wrong, fmt.Sprintf("nowhere: %q", words))
		}
	}
	return wrong
}

// titles are the lines that stand above texts.
func titles(r *content.Report) []string {
	all := slices.Concat([]string{r.Title, r.Subtitle, r.Publisher}, r.Contact, r.Back.Statement)
	if s := r.Summary; s != nil {
		all = append(all, s.Headline, s.Caveat)
		for _, f := range s.Findings {
			all = append(all, f.Text)
		}
	}
	for _, ch := range r.AllChapters() {
		all = append(all, ch.Title)
		for _, t := range ch.Topics {
			all = append(all, t.Kicker, t.Headline, t.Question)
		}
	}
	for b := range r.Blocks() {
		all = append(all, b.Heading, b.Sub)
		all = append(all, b.Answers...)
		for _, item := range b.Items {
			all = append(all, item.Heading)
		}
		for _, p := range b.Points {
			all = append(all, p.Title)
		}
		for _, th := range b.Themes {
			all = append(all, th.Title, th.Question)
		}
		for _, s := range b.Series {
			all = append(all, s.Title)
			for _, q := range s.Questions {
				all = append(all, q.Follow)
				all = append(all, q.Options...)
			}
		}
	}
	return all
}

// pieces are the stretches of a text that stand as one, without its footnotes.
func pieces(p content.Prose) (all []string) {
	for _, para := range p {
		piece := ""
		for _, in := range para.Inlines {
			if in.Ref == nil && in.Note == nil && in.Cite == nil {
				piece += squeezed(in.Text)
				continue
			}
			all = append(all, piece)
			piece = ""
		}
		all = append(all, piece)
	}
	return all
}

// squeezed is a text without spaces and places to divide a word.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0\u00ad\n\t\u202f\u2009\u200b\u2060", r) {
			return -1
		}
		return r
	}, s)
}
