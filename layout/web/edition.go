package web

import (
	"bytes"
	"encoding/base64"
	"html"
	"html/template"
	"io"
	"path"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/part"
	"rapport/layout/style"
	"rapport/layout/svg"
	"rapport/layout/text"
	"rapport/layout/topic"
	"rapport/layout/wording"
)

// Options are what an edition is made with, besides its report.
type Options struct {
	Shaper *text.Shaper // its memory may serve many reports; nil is a new one
	Fonts  *Fonts       // the font files of other editions; nil for none
	PDF    *PDF         // nil: there is none, and the page has no button for it
	Single bool         // everything in one file
}

// PDF is the printed edition that a page offers.
type PDF struct {
	Pages int
	Data  []byte
}

// Edition is a report on the web.
type Edition struct {
	Files []File // index.html first
	// Notes are what is shown otherwise than it was given, each at its place.
	Notes []content.Problem
}

// File is a file of an edition. Its name is a path below the edition's folder, with slashes.
type File struct {
	Name     string
	Write    func(io.Writer) error
	Download bool // the page does without it: readers take it, or other pages show it
	// Source is what the file is painted from: the same source gives the same file. nil when it is
	// not known, or not less work than the file.
	Source func() ([]byte, error)
}

// data is a file of bytes that are there already.
func data(name string, b []byte) File {
	return File{Name: name, Write: func(w io.Writer) error { _, err := w.Write(b); return err }}
}

// Compose makes the page of a report and the files beside it. An error that knows its place is a
// content.Problem.
func Compose(r *content.Report, o Options) (*Edition, error) {
	m, err := newMaker(r, o)
	if err != nil {
		return nil, err
	}
	p, err := m.page()
	if err != nil {
		return nil, err
	}
	if err := m.describe(p); err != nil {
		return nil, err
	}
	return m.edition(p)
}

// maker makes an edition.
type maker struct {
	Options
	report *content.Report
	words  *wording.Words
	terms  content.Terms
	sheet  *style.Sheet
	ground style.Ground // of the cover and the foot
	style  charts.Style
	living svg.Living

	cited     map[*content.Reference]int // how often so far
	noted     map[*content.Note]int      // how many marks so far
	footnotes []footnote                 // of the topic that is being written
	used      fonts.Runes                // characters of the page
	dotsFrom  string                     // the rule of how wide a window shows the running bar's dots
	files     []File                     // images and the like
	names     map[string]int             // of files and ids, and how many have asked for each
	cards     map[*content.Block]string  // the names of their cards
	plans     map[*content.Topic]*plan
	joined    []byte // a picture that is being written
	notes     []content.Problem
	fontError error
}

func newMaker(r *content.Report, o Options) (*maker, error) {
	sheet, err := style.Brand(r.Brand)
	if err != nil {
		return nil, content.Problem{Pos: r.Pos, Width: 1, Text: err.Error()}
	}
	ground, err := part.CoverGround(sheet, r)
	if err != nil {
		return nil, content.Problem{Pos: r.Cover.Pos, Width: 1, Text: err.Error()}
	}
	if o.Shaper == nil {
		o.Shaper = text.NewShaper()
	}
	o.Shaper = o.Shaper.WithLanguage(r.Language)
	words := wording.New(r)
	return &maker{
		Options: o, report: r, words: words, terms: words.Terms, sheet: sheet, ground: ground,
		style: topic.ChartStyle(sheet), cited: map[*content.Reference]int{},
		noted: map[*content.Note]int{}, names: map[string]int{},
	}, nil
}

// edition writes the page and lists the files. Which characters the faces need is known when the
// page has been written; when the stylesheet stands in the page, that is written again with it.
func (m *maker) edition(p *page) (*Edition, error) {
	p.Policy = m.policy("", script)
	page, err := rendered(p)
	if err != nil {
		return nil, err
	}
	m.see(page)
	rules, err := m.fontFaces()
	if err != nil {
		return nil, err
	}
	css := m.stylesheet(rules)
	if m.Single {
		p.Style, p.Script = template.CSS(css), template.JS(script)
		p.Policy = m.policy(css, script)
		page, err = rendered(p)
		return &Edition{Files: []File{data("index.html", page)}, Notes: m.notes}, err
	}
	e := &Edition{Files: []File{data("index.html", page)}, Notes: m.notes}
	e.Files = append(e.Files, data("style.css", []byte(css)), data("script.js", []byte(script)))
	e.Files = append(e.Files, m.files...)
	return e, nil
}

// see notes the characters of a page that are shown: those outside of tags, the head and scripts.
func (m *maker) see(page []byte) {
	_, body, _ := bytes.Cut(page, []byte("</head>"))
	for len(body) > 0 {
		text, rest, _ := bytes.Cut(body, []byte("<"))
		m.used.AddText(html.UnescapeString(string(text)))
		if bytes.HasPrefix(rest, []byte("script")) {
			_, rest, _ = bytes.Cut(rest, []byte("</script"))
		}
		_, body, _ = bytes.Cut(rest, []byte(">"))
	}
}

func rendered(p *page) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(p.size())
	err := pageTemplate().Execute(&b, p)
	return b.Bytes(), err
}

// address adds a file to the edition and returns where the page finds it: its name or, when all is
// in one file, the file itself.
func (m *maker) address(name string, b []byte) string {
	if !m.Single {
		m.files = append(m.files, data(name, b))
		return name
	}
	return "data:" + mimes[path.Ext(name)] + ";base64," + base64.StdEncoding.EncodeToString(b)
}

// mimes are the kinds of files by their endings.
var mimes = map[string]string{
	".csv": "text/csv", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
	".woff2": "font/woff2", ".pdf": "application/pdf",
}
