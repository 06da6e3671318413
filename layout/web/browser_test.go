package web_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content/invent"
	"rapport/layout/text"
	"rapport/layout/web"
	"rapport/layout/web/webtest"
)

// written writes an edition into a folder, without what only readers take.
func written(t *testing.T, e *web.Edition) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range e.Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if !f.Download {
			err = f.Write(file)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// asked holds a page, as a reader has it, against the browser and axe-core: nothing scrolls
// sideways, no rule is broken with everything unfolded, and the browser complains of nothing.
func asked(t *testing.T, b *webtest.Browser, dir string, v webtest.View, axe bool) {
	t.Helper()
	p := b.Open(t, dir, "index.html", v)
	p.Eval(t, `for (const d of document.querySelectorAll("details:not(.menu)")) d.open = true; 1`, nil)
	for _, over := range p.Sideways(t) {
		t.Errorf("%v: %s", v, over)
	}
	if axe {
		for _, violation := range p.Axe(t) {
			t.Errorf("%v: %v", v, violation)
		}
	}
	for _, said := range p.Told() {
		t.Errorf("%v: %s", v, said)
	}
	for _, small := range smallText(t, p) {
		t.Errorf("%v: %s", v, small)
	}
}

// smallText lists text under 14 pixels, in charts under 13.
func smallText(t *testing.T, p *webtest.Page) (all []string) {
	t.Helper()
	p.Eval(t, `(() => {
		const all = new Set(), said = e => [...e.childNodes].some(
			n => n.nodeType === 3 && n.textContent.trim());
		for (const e of document.body.querySelectorAll("*")) {
			if (!said(e) || !e.checkVisibility()) continue;
			let px = parseFloat(getComputedStyle(e).fontSize), least = 14;
			if (e.localName === "text") { px *= e.getScreenCTM().a; least = 12.99; }
			if (px < least && e.localName !== "script") all.add(
				e.localName + "." + e.getAttribute("class") + " " + px.toFixed(2) + " " +
				e.textContent.slice(0, 30));
		}
		return [...all].slice(0, 5);
	})()`, &all)
	return all
}

// TestReaders: the pages of the six reports, as readers have them.
func TestReaders(t *testing.T) {
	b := webtest.Start(t)
	shaper := text.NewShaper()
	var pages []string
	published(t, func(name string, year int, fsys fs.FS) {
		_, e, _ := compose(t, fsys, year, name, web.Options{Shaper: shaper, // as with a PDF beside it
			PDF: &web.PDF{Pages: 28, Data: []byte("%PDF")}})
		dir := written(t, e)
		pages = append(pages, filepath.Join(dir, "index.html"))
		t.Run(name, func(t *testing.T) {
			for _, v := range []struct {
				webtest.View
				axe bool
			}{
				{webtest.View{Width: 390}, true}, {webtest.View{Width: 1280}, true},
				{webtest.View{Width: 1280, Forced: true, Dark: true}, true},
				{webtest.View{Width: 320}, false}, {webtest.View{Width: 768}, false},
				{webtest.View{Width: 1920}, false}, {webtest.View{Width: 390, Spaced: true}, false},
				{webtest.View{Width: 768, NoScript: true}, false},
			} {
				asked(t, b, dir, v.View, v.axe)
			}
		})
	})
	for _, wrong := range webtest.VNU(t, pages...) {
		t.Error(wrong)
	}
}

// TestReadersOfAnyone: pages of invented reports, hard ones too, with every kind of block.
func TestReadersOfAnyone(t *testing.T) {
	b := webtest.Start(t)
	shaper := text.NewShaper()
	var pages []string
	var html bytes.Buffer
	for _, seed := range []uint64{7106, 7113, 7114, 7115, 7116} {
		r := invent.New(seed, invent.Options{Hard: float64(seed%2) * 0.5, Chapters: 3, Forms: true,
			Groups: true})
		_, e, _ := compose(t, r.FS(), invent.Year, invent.Name, web.Options{Shaper: shaper})
		dir := written(t, e)
		pages = append(pages, filepath.Join(dir, "index.html"))
		text, err := os.ReadFile(pages[len(pages)-1])
		if err != nil {
			t.Fatal(err)
		}
		html.Write(text)
		asked(t, b, dir, webtest.View{Width: 320}, false)
		asked(t, b, dir, webtest.View{Width: 1280}, true)
	}
	for _, block := range []string{`class="quote voice"`, `class="timeline"`, `class="note" role="note"`,
		`<th scope="col">Gruppe</th>`, "Rutekart"} {
		if !bytes.Contains(html.Bytes(), []byte(block)) {
			t.Errorf("no page has %s", block)
		}
	}
	for _, wrong := range webtest.VNU(t, pages...) {
		t.Error(wrong)
	}
}

// TestKeyboard: the keyboard alone comes to everything, and one sees where it is.
func TestKeyboard(t *testing.T) {
	b := webtest.Start(t)
	_, e, _ := compose(t, os.DirFS("../../content/testdata/published"), 2025, "ti-anbefalinger",
		web.Options{})
	dir := written(t, e)
	for _, width := range []int{390, 1280} {
		p := b.Open(t, dir, "index.html", webtest.View{Width: width})
		p.OpenDetails(t)
		for _, f := range p.Tab(t, 400) {
			if !f.Visible || !f.Inside {
				t.Errorf("%d: %+v", width, f)
			}
		}
		for _, name := range p.Unreachable(t) {
			t.Errorf("%d: Tab does not come to %s", width, name)
		}
	}
}

// TestPolicy: the content security policy lets the page have its own files and nothing else, also
// when all is in one file.
func TestPolicy(t *testing.T) {
	b := webtest.Start(t)
	fsys := os.DirFS("../../content/testdata/published")
	for _, single := range []bool{false, true} {
		_, e, page := compose(t, fsys, 2025, "ti-anbefalinger", web.Options{Single: single})
		dir := written(t, e)
		p := b.Open(t, dir, "index.html", webtest.View{})
		if told := p.Told(); len(told) > 0 {
			t.Errorf("one file %t: %q", single, told)
		}
		var shown struct{ Copy, Faces bool }
		p.Eval(t, `document.fonts.ready.then(() => ({
			Copy: !document.querySelector("button.copy").hidden,
			Faces: [...document.fonts].some(f => f.status === "loaded"),
		}))`, &shown)
		if !shown.Copy || !shown.Faces {
			t.Errorf("one file %t: %+v: script or faces are not let in", single, shown)
		}
		for family := range p.Typefaces(t, "h1, h2, h3, .prose p, .dots a, .caption, svg text") {
			if strings.Contains(family, "of the machine") {
				t.Errorf("one file %t: text is set in %s", single, family)
			}
		}
		strange := strings.Replace(page, "</main>", `<script>document.title = "mine"</script>`+
			`<img alt="" src="https://example.org/a.png"></main>`, 1)
		other := t.TempDir()
		if err := os.CopyFS(other, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(other, "strange.html"), []byte(strange), 0o666); err != nil {
			t.Fatal(err)
		}
		p = b.Open(t, other, "strange.html", webtest.View{})
		var title string
		if p.Eval(t, "document.title", &title); title == "mine" || len(p.Told()) < 2 {
			t.Errorf("one file %t: the policy lets in %q, and tells %q", single, title, p.Told())
		}
	}
}

// TestWidths: of the drawings of a chart exactly one is shown at every width, and the word that opens
// the contents is on one line beside a long title.
func TestWidths(t *testing.T) {
	b := webtest.Start(t)
	_, e, _ := compose(t, widthsFS(), 2024, "r", web.Options{})
	p := b.Open(t, written(t, e), "index.html", webtest.View{Width: 320})
	for _, width := range []int{320, 351, 390, 520, 600, 768, 900, 1000, 1100, 1200, 1280, 1920} {
		p.Resize(t, width, 900)
		var wrong []string
		p.Eval(t, `[...document.querySelectorAll(".chart")].map(c => [c.className,
			[...c.querySelectorAll("svg")].filter(s => getComputedStyle(s).display !== "none")
				.map(s => s.getAttribute("class"))])
			.filter(([, shown]) => shown.length !== 1).map(String)`, &wrong)
		for _, w := range wrong {
			t.Errorf("%d: %s", width, w)
		}
		var lines float64
		p.Eval(t, `(() => { const s = document.querySelector(".menu > summary"), c = getComputedStyle(s);
			return (s.clientHeight - parseFloat(c.paddingTop) - parseFloat(c.paddingBottom)) /
				parseFloat(c.lineHeight); })()`, &lines)
		if lines > 1.5 {
			t.Errorf("%d: the contents' word takes %.1f lines", width, lines)
		}
	}
}

// widthsFS is a report with a chart in every room: the measure, beside prose, half.
func widthsFS() fs.FS {
	return fstest.MapFS{
		"2024/r/survey.toml": {Data: []byte(`[survey]
id = "s"
title = "Oppdiktet"
year = 2024
invited = 100
answered = 60
[[figure]]
id = "a"
question = "Oppdiktet spørsmål?"
title = "A"
kind = "single"
[figure.answers]
"Ja" = 40
"Nei" = 20
[[figure]]
id = "m"
question = "Flere oppdiktede svar?"
title = "M"
kind = "multiple"
[figure.answers]
"Det ene" = 40
"Det andre" = 30
"Det tredje" = 20
`)},
		"2024/r/report.toml": {Data: []byte(`[report]
title = "Oppdiktet rapport med en tittel som har mange flere ord enn en linje på en telefon har plass til"
language = "nb"
date = 2024-06-01
publisher = "Prøvehuset"
[[chapter]]
id = "k"
title = "Kapittel"
[[chapter.topic]]
id = "t"
headline = "To halve og en hel"
[[chapter.topic.block]]
figure = "s.a"
form = "donut"
[[chapter.topic.block]]
figure = "s.a"
form = "donut"
[[chapter.topic.block]]
figure = "s.m"
[[chapter.topic]]
id = "u"
headline = "En ved siden av tekst"
[[chapter.topic.block]]
figure = "s.m"
[[chapter.topic.block]]
prose = "Noen ord."
`)},
	}
}

// TestBar: chapters have dots in windows that have room for all of them on one line, and a menu in
// others, however long their names are.
func TestBar(t *testing.T) {
	b := webtest.Start(t)
	for _, names := range [][]string{
		{"Hvem", "Hva", "Hvor"},
		{"Hvem vi er", "Arbeidsdagen", "Trivsel og trygghet", "Utdanning og endring", "Veien videre"},
		{"Hvem som svarte på undersøkelsen", "Hvordan arbeidsdagen ser ut", "Trivsel og trygghet på jobben",
			"Utdanning, veiledning og endring", "Lønn og andre vilkår for stillingen",
			"Ledelse og samarbeid i tjenesten", "Hva som bør skje framover"},
	} {
		_, e, _ := compose(t, chaptersFS(names), 2024, "r", web.Options{})
		p := b.Open(t, written(t, e), "index.html", webtest.View{Width: 320})
		dotted := 0
		for _, width := range []int{320, 768, 895, 896, 1000, 1100, 1200, 1245, 1280, 1440, 1920, 2560} {
			p.Resize(t, width, 900)
			var shown struct {
				Dots, Menu bool
				Height     float64
			}
			p.Eval(t, `(() => { const dots = document.querySelector(".dots"), menu = document.querySelector(".menu");
				return {Dots: !!dots && dots.checkVisibility(), Menu: menu.checkVisibility(),
					Height: document.querySelector(".bar").clientHeight}; })()`, &shown)
			if shown.Dots == shown.Menu {
				t.Errorf("%d chapters, %d wide: %+v", len(names), width, shown)
			}
			if shown.Dots {
				dotted++
				if shown.Height > 60 {
					t.Errorf("%d chapters, %d wide: the bar is %v high", len(names), width, shown.Height)
				}
			}
		}
		if few := len(names) < 6; few != (dotted > 0) {
			t.Errorf("%d chapters have dots in %d windows", len(names), dotted)
		}
	}
}

// chaptersFS is a report with chapters of these names.
func chaptersFS(names []string) fs.FS {
	var b strings.Builder
	b.WriteString("[report]\ntitle = \"Oppdiktet\"\nlanguage = \"nb\"\ndate = 2024-06-01\n" +
		"publisher = \"Prøvehuset\"\n")
	for i, name := range names {
		fmt.Fprintf(&b, "[[chapter]]\nid = \"k%d\"\ntitle = %q\n[[chapter.topic]]\nid = \"t%d\"\n"+
			"headline = \"Noe\"\n[[chapter.topic.block]]\nprose = \"Noen ord.\"\n", i, name, i)
	}
	return fstest.MapFS{"2024/r/report.toml": {Data: []byte(b.String())}}
}

// TestLevel: the zero lines of two charts side by side stand at one height, whatever their headings
// and their names are.
func TestLevel(t *testing.T) {
	b := webtest.Start(t)
	r := strings.NewReplacer(`form = "donut"`, `form = "dotcols"`, `"Nei" = 20`,
		`"Nei, og det er et svar som har så mange ord at det tar flere linjer under aksen" = 20`)
	fsys := widthsFS().(fstest.MapFS)
	for _, f := range fsys {
		f.Data = []byte(r.Replace(string(f.Data)))
	}
	fsys["2024/r/survey.toml"].Data = append(fsys["2024/r/survey.toml"].Data, `
[[figure]]
id = "b"
question = "Enda et oppdiktet spørsmål?"
title = "En tittel som er så lang at den ikke har plass på en linje i halve bredden av sida"
kind = "single"
[figure.answers]
"Ja" = 9
"Nei" = 51
`...)
	doc := fsys["2024/r/report.toml"]
	doc.Data = []byte(strings.Replace(string(doc.Data), `figure = "s.a"`, `figure = "s.b"`, 1))
	_, e, _ := compose(t, fsys, 2024, "r", web.Options{})
	p := b.Open(t, written(t, e), "index.html", webtest.View{Width: 1280})
	for _, width := range []int{900, 1000, 1280, 1920} {
		p.Resize(t, width, 900)
		var lowest []float64
		p.Eval(t, `[...document.querySelector(".row.two").querySelectorAll("svg")]
			.filter(s => s.checkVisibility()).map(s => Math.max(...[...s.querySelectorAll("path[stroke-linecap=round]")]
				.map(p => p.getBoundingClientRect().bottom)))`, &lowest)
		if len(lowest) != 2 || math.Abs(lowest[0]-lowest[1]) > 1.5 {
			t.Errorf("%d wide: the lowest dots are at %v", width, lowest)
		}
	}
}

// TestAddress: pages that show a link need the whole address of its picture, which only the author
// knows.
func TestAddress(t *testing.T) {
	for _, tt := range []struct{ url, picture string }{
		{"", "share.png"},
		{"https://example.org/2024", "https://example.org/2024/share.png"},
		{"https://example.org/2024/?a=1#b", "https://example.org/2024/share.png"},
		{"https://example.org/2024/index.html", "https://example.org/2024/share.png"},
	} {
		fsys := chaptersFS([]string{"Noe"}).(fstest.MapFS)
		doc := fsys["2024/r/report.toml"]
		if tt.url != "" {
			doc.Data = []byte(strings.Replace(string(doc.Data), "language", "url = \""+tt.url+"\"\nlanguage", 1))
		}
		_, _, page := compose(t, fsys, 2024, "r", web.Options{})
		if want := `<meta property="og:image" content="` + tt.picture + `">`; !strings.Contains(page, want) {
			t.Errorf("%q: the page has no %s", tt.url, want)
		}
		if has := strings.Contains(page, `<link rel="canonical" href="https://example.org/2024/`); has != (tt.url != "") {
			t.Errorf("%q: canonical %t", tt.url, has)
		}
	}
}
