package main

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapport/content/invent"
	"rapport/layout/pdf/pdftest"
)

// reading is one edition of a report as it is read from its files.
type reading struct {
	name       string
	blocks     []string            // paragraphs, headings, items, notes, cells
	captions   []string            // of figures and tables
	alts       []string            // what stands for a picture
	rows       []string            // of tables, with bars between cells
	numbers    []map[string]string // of figures: each row of the table by its head
	heads      []string            // cells of the tables' heads, which a page joins over rows
	besides    string              // contents and running heads, which are no part of the text
	everything string              // squeezed
}

// squeeze leaves out what only says how a text is laid out: spaces and places to divide a word.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(raised, r); i >= 0 { // a page raises plain figures
			return rune('0' + len([]rune(raised[:i])))
		}
		if strings.ContainsRune(" \u00a0\u00ad\n\t\r\u202f\u2009\u200b\u2060\f", r) {
			return -1
		}
		return r
	}, s)
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// fromPDF reads a tagged PDF.
func fromPDF(t *testing.T, file string) *reading {
	t.Helper()
	e := &reading{name: "PDF", alts: pdftest.Alternatives(t, file)}
	var row []string
	data := false
	end := func() {
		if data {
			e.rows = append(e.rows, strings.Join(row, "|"))
		} else {
			e.heads = append(e.heads, row...)
		}
		row, data = nil, false
	}
	var all strings.Builder
	for _, x := range pdftest.Structure(t, file) {
		text := squeeze(x.Text)
		if x.Type != "TH" && x.Type != "TD" {
			end()
		}
		switch x.Type {
		case "TR":
			row = []string{}
		case "TH", "TD":
			row, data = append(row, text), data || x.Type == "TD" && text != ""
		case "Caption":
			e.captions = append(e.captions, text)
		case "TOC", "TOCI":
			e.besides += text + "\n"
			continue
		case "Figure":
			continue
		}
		if all.WriteString(text + "\n"); text != "" {
			e.blocks = append(e.blocks, text)
		}
	}
	end()
	e.everything = all.String()
	// The title of a chapter that has no opener stands in running heads alone.
	e.besides += squeeze(pdftest.Text(t, file))
	return e
}

// element is an element of a page.
type element struct {
	name     string
	attr     map[string]string
	children []any // *element and string
}

// parse reads a page, which is to be well-formed.
func parse(t *testing.T, data []byte) *element {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	root := &element{}
	stack := []*element{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatal(err)
		}
		top := stack[len(stack)-1]
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			top.children = append(top.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.children = append(top.children, string(x))
		}
	}
}

func (e *element) is(class string) bool {
	return slices.Contains(strings.Fields(e.attr["class"]), class)
}

// unread are what a page has besides what stands on paper, each with its reason.
var unread = []struct {
	what   func(e *element) bool
	reason string
}{
	{func(e *element) bool { return slices.Contains([]string{"head", "script", "style"}, e.name) },
		"no text"},
	{func(e *element) bool { return e.name == "svg" },
		"words in drawings are placed by the width; the alternative text is held instead"},
	{func(e *element) bool { return e.name == "nav" },
		"the bar is the contents, whose page numbers and dots are paper's"},
	{func(e *element) bool { return e.name == "button" || e.name == "summary" || e.is("skip") },
		"names of what one can do"},
	{func(e *element) bool { return e.is("buttons") || e.is("files") }, "files to take"},
	{func(e *element) bool { return e.is("vh") }, "names for who does not see where they are"},
	{func(e *element) bool { return e.is("self") || e.is("back") }, "links to oneself and back"},
	{func(e *element) bool { return e.is("accessibility") },
		"how accessible the page is, which the PDF says in its metadata"},
}

// fromHTML reads a page.
func fromHTML(t *testing.T, file string) *reading {
	t.Helper()
	e := &reading{name: "page"}
	var all strings.Builder
	e.read(parse(t, pdftest.Read(t, file)), &all)
	e.everything = squeeze(strings.ReplaceAll(all.String(), "\n", " "))
	return e
}

// cut stands for a cross-reference, which paper gives a page.
const cut = "\x01"

// pageReference is a cross-reference on paper: a page, maybe behind the name of a figure.
var pageReference = regexp.MustCompile(
	`(?i),?((figur|figure|tabell|table|vedlegg|appendix)\d+,)?(side|page)\d+`)

// blocks are the elements whose text stands by itself.
var blocks = strings.Fields("p h1 h2 h3 h4 h5 h6 li dt dd th td caption figcaption blockquote " +
	"div section header footer main figure ul ol dl table tr thead tbody body html article")

// read goes through an element and returns the text that is not in a block inside it.
func (e *reading) read(x *element, all *strings.Builder) (inline string) {
	for _, u := range unread {
		if u.what(x) {
			if x.name == "svg" && x.attr["aria-label"] != "" {
				e.alts = append(e.alts, x.attr["aria-label"])
			}
			return ""
		}
	}
	switch {
	case x.attr["role"] == "img":
		e.alts = append(e.alts, x.attr["aria-label"])
	case x.name == "img" && x.attr["alt"] != "":
		e.alts = append(e.alts, x.attr["alt"])
	case x.is("numbers"):
		e.numberTable(x)
		return ""
	}
	if x.name == "a" && x.is("xref") {
		inline += cut
		defer func() { inline = cut }()
	}
	for _, c := range x.children {
		switch c := c.(type) {
		case string:
			inline += c
			all.WriteString(c)
		case *element:
			inline += e.read(c, all)
		}
	}
	if !slices.Contains(blocks, x.name) {
		return inline
	}
	text := squeeze(inline)
	// Paper has no kicker above a topic that goes on the page of the one before.
	if text != "" && !x.is("kicker") {
		e.blocks = append(e.blocks, text)
	}
	switch {
	case text == "":
	case x.is("caption") || x.name == "caption":
		e.captions = append(e.captions, text)
	}
	if x.name == "tr" {
		var cells []string
		data := false
		for _, c := range x.children {
			if cell, ok := c.(*element); ok {
				cells, data = append(cells, squeeze(cell.text())), data || cell.name == "td"
			}
		}
		if data {
			e.rows = append(e.rows, strings.Join(cells, "|"))
		} else {
			e.heads = append(e.heads, cells...)
		}
	}
	return ""
}

func (e *element) text() (s string) {
	for _, u := range unread {
		if u.what(e) {
			return ""
		}
	}
	for _, c := range e.children {
		switch c := c.(type) {
		case string:
			s += c
		case *element:
			s += c.text()
		}
	}
	return s
}

// numberTable reads the table that shows a figure's numbers.
func (e *reading) numberTable(x *element) {
	var head []string
	var walk func(x *element)
	walk = func(x *element) {
		if x.name == "tr" {
			row := map[string]string{}
			i := 0
			for _, c := range x.children {
				cell, ok := c.(*element)
				if !ok {
					continue
				}
				if cell.attr["scope"] == "col" {
					head = append(head, squeeze(cell.text()))
				} else if i < len(head) {
					row[head[i]] = squeeze(cell.text())
				}
				i++
			}
			if len(row) > 0 {
				e.numbers = append(e.numbers, row)
			}
		}
		for _, c := range x.children {
			if child, ok := c.(*element); ok {
				walk(child)
			}
		}
	}
	walk(x)
}

// lacks lists what is in some texts and not among others.
func lacks(have, want []string) (missing []string) {
	for _, w := range want {
		if w != "" && !slices.Contains(have, w) {
			missing = append(missing, w)
		}
	}
	return missing
}

func squeezed(all []string) (out []string) {
	for _, s := range all {
		if s = squeeze(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// TestEditionsAgree: whatever a report says in words and numbers, it says in all its editions. They
// are read from the files that the command makes: the tags of the PDF for the screen, the pages of
// the one for print, the page for browsers, and the numbers for programs.
func TestEditionsAgree(t *testing.T) {
	type source struct{ content, year, report string }
	var all []source
	for _, s := range []string{"2017/upr-rapport-1", "2020/erfaringskonsulentundersokelsen",
		"2021/erfaringskonsulentundersokelsen", "2021/trivselsundersokelsen",
		"2022/erfaringskonsulentene-i-tall", "2025/ti-anbefalinger"} {
		year, report, _ := strings.Cut(s, "/")
		all = append(all, source{frozen, year, report})
	}
	for seed := uint64(4400); seed < 4402; seed++ {
		dir := t.TempDir()
		r := invent.New(seed, invent.Options{Hard: 0.2 * float64(seed%3), Chapters: 4})
		if err := r.Write(dir); err != nil {
			t.Fatal(err)
		}
		all = append(all, source{dir, fmt.Sprint(invent.Year), invent.Name})
	}
	for _, s := range all {
		t.Run(s.year+" "+s.report, func(t *testing.T) {
			t.Parallel()
			out := t.TempDir()
			for _, command := range []string{"build", "print", "web"} {
				var said bytes.Buffer
				code := execute(context.Background(), []string{command, s.year, "--content",
					s.content, "--out", out, "--report", s.report}, &said, &said)
				if code != exitDone {
					t.Fatalf("%s: %s", command, said.Bytes())
				}
			}
			base := filepath.Join(out, s.year, s.report)
			agree(t, base)
		})
	}
}

func tell(t *testing.T, missing []string, format string, args ...any) {
	t.Helper()
	if len(missing) > 0 {
		t.Errorf("%s, %d:\n\t%s", fmt.Sprintf(format, args...), len(missing),
			strings.Join(missing[:min(len(missing), 12)], "\n\t"))
	}
}

// onPurpose are the texts of one edition that the other does not have as they are, each with its
// reason.
var onPurpose = []struct {
	pattern *regexp.Regexp
	reason  string
}{
	{pattern: regexp.MustCompile(`^(Kolofon|Colophon)$`),
		reason: "a kicker above the colophon, which is a section of the page"},
	{pattern: regexp.MustCompile(`^(Sliksitererdurapporten|Howtocitethisreport)$`),
		reason: "a heading; the page has a button that copies the citation"},
	{pattern: regexp.MustCompile(`^(Idennerapporten|Inthisreport|Innhold|Innhald|Contents)$`),
		reason: "heads of the contents, which are the page's bar"},
	{pattern: regexp.MustCompile(`^•$`), reason: "browsers draw bullets"},
	{pattern: regexp.MustCompile(`^(Antallsvar|Talpåsvar|Answers|Svarialt|Allanswers|Total)$`),
		reason: "head and sum of a count list; the page has a table of the chart's numbers, and n"},
	{pattern: regexp.MustCompile(`^(Hvertpunkter|Kvartpunkter|Eachdotis)`),
		reason: "what a dot stands for depends on the room"},
	{pattern: regexp.MustCompile(`^\d{1,3}$`),
		reason: "pages of a chapter's topics; counts are in rows"},
	{pattern: regexp.MustCompile(`^(Tilgjengelighet|Tilgjenge|Accessibility)$`),
		reason: "a link to how accessible the page is"},
}

func purposely(text string) bool {
	for i := range onPurpose {
		if onPurpose[i].pattern.MatchString(text) {
			return true
		}
	}
	return false
}

// texts lists the blocks of one reading that another lacks. Cross-references are left out of both.
func texts(from, in *reading) (missing []string) {
	for _, b := range from.blocks {
		for _, piece := range strings.Split(pageReference.ReplaceAllString(b, cut), cut) {
			running := len(piece) < 80 && strings.Contains(in.besides, piece)
			if !strings.Contains(in.everything, piece) && !purposely(piece) && !running {
				missing = append(missing, piece)
			}
		}
	}
	return missing
}

// inNumbers reports whether a row of a count list is one of a chart's numbers, or their sum, which
// the page has as n.
func inNumbers(row string, page *reading) bool {
	label, count, ok := strings.Cut(row, "|")
	if !ok {
		return false
	}
	if purposely(label) {
		return strings.Contains(page.everything, "n="+count)
	}
	return slices.ContainsFunc(page.numbers, func(r map[string]string) bool {
		has := map[string]bool{}
		for _, cell := range r {
			has[cell] = true
		}
		return has[label] && has[count]
	})
}

func agree(t *testing.T, base string) {
	paper, page := fromPDF(t, base+".pdf"), fromHTML(t, base+"-web/index.html")
	t.Logf("%d and %d blocks, %d captions, %d pictures, %d rows, %d rows of numbers",
		len(paper.blocks), len(page.blocks), len(paper.captions), len(paper.alts), len(paper.rows),
		len(page.numbers))
	if len(paper.blocks) < 20 {
		t.Errorf("%d blocks: this shows nothing", len(paper.blocks))
	}
	tell(t, lacks(page.captions, paper.captions), "captions that the page lacks")
	shown, printed := squeezed(page.alts), squeezed(paper.alts)
	tell(t, lacks(shown, printed), "alternative texts that the page lacks")
	tell(t, lacks(printed, shown), "alternative texts that the PDF lacks")
	missing := slices.DeleteFunc(lacks(page.rows, paper.rows),
		func(row string) bool { return inNumbers(row, page) })
	tell(t, missing, "rows that the page lacks")
	tell(t, lacks(paper.rows, page.rows), "rows that the PDF lacks")
	tell(t, lacks(page.heads, paper.heads), "heads of tables that the page lacks")
	tell(t, lacks(paper.heads, page.heads), "heads of tables that the PDF lacks")
	tell(t, texts(paper, page), "texts that the page lacks")
	tell(t, texts(page, paper), "texts that the PDF lacks")
	dataFiles(t, base, page)
	prints(t, base)
}

// dataFiles holds the numbers for programs against each other and against the page's tables.
func dataFiles(t *testing.T, base string, page *reading) {
	t.Helper()
	name := base + "-figures.csv"
	if _, err := os.Stat(name); err != nil {
		if len(page.numbers) > 0 {
			t.Errorf("numbers on the page, and %v", err)
		}
		return
	}
	data := pdftest.Read(t, name)
	if !bytes.Equal(pdftest.Attachment(t, base+".pdf", "figures.csv"), data) {
		t.Error("the numbers attached to the PDF are not those beside it")
	}
	beside := filepath.Join(base+"-web", filepath.Base(base)+".csv")
	if !bytes.Equal(pdftest.Read(t, beside), data) {
		t.Error("the numbers beside the page are not those beside the PDF")
	}
}

// prints holds the pages of the print edition against those of the screen: what stands inside the
// trim is the same text, page by page.
func prints(t *testing.T, base string) {
	t.Helper()
	screen := strings.Split(pdftest.Text(t, base+".pdf"), "\f")
	inside := []string{"-r", "72", "-x", "37", "-y", "37", "-W", "595", "-H", "842"}
	print := strings.Split(pdftest.Text(t, base+"-print.pdf", inside...), "\f")
	if len(screen) != len(print) {
		t.Fatalf("%d pages, %d in print", len(screen), len(print))
	}
	for i := range screen {
		have, want := sorted(print[i]), sorted(screen[i])
		if !slices.Equal(have, want) {
			t.Errorf("page %d in print:\n%s\nwant\n%s", i+1, print[i], screen[i])
		}
	}
}

var numeral = regexp.MustCompile(`\d[\d,.]*`)

// sorted is the numbers and the letters of a text in order: readers divide lines, and put those that
// stand beside each other, by hairs.
func sorted(s string) []string {
	letters := strings.ReplaceAll(squeeze(s), "-", "") // which poppler leaves out at lines' ends
	all := slices.Concat(numeral.FindAllString(s, -1), strings.Split(letters, ""))
	slices.Sort(all)
	return all
}
