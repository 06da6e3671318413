package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/fonts"
	"rapport/layout/card"
	"rapport/layout/frame"
	"rapport/layout/part"
	"rapport/layout/svg"
	"rapport/layout/wording"
)

// describe fills in what search engines and other programs read.
func (m *maker) describe(p *page) error {
	r := m.report
	p.Locale = map[string]string{"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}[r.Language]
	if p.Locale == "" {
		p.Locale = r.Language
	}
	p.Description, p.Address = m.description(), r.URL
	p.ThemeColor = hex(m.ground.Fill)
	for _, person := range r.People {
		p.Authors = append(p.Authors, person.Name)
	}
	if len(p.Authors) == 0 {
		p.Authors = []string{r.Publisher}
	}
	icon, err := m.icon()
	if err != nil {
		return err
	}
	p.Icon = template.URL(m.address(m.fileName("", "icon", ".svg"), icon))
	if !m.Single {
		cover, err := card.Cover(r, m.Shaper)
		if err != nil {
			return err
		}
		name := m.fileName("", "share", ".png")
		p.ShareCard, p.ShareAlt = m.absolute(name), cover.Alt
		m.files = append(m.files, File{Name: name, Download: true,
			Write: func(w io.Writer) error { return painted(w, cover.Page) }})
	}
	p.NumbersName = slug(r.Name) + ".csv"
	p.Numbers = template.URL(m.address(m.fileName("", r.Name, ".csv"), r.CSV()))
	if m.PDF != nil && !m.Single {
		name := m.fileName("", r.Name, ".pdf")
		m.address(name, m.PDF.Data)
		p.PDF = &pdfLink{name, m.terms.PagesOf(m.PDF.Pages), m.size(len(m.PDF.Data))}
	}
	p.Data = m.linkedData(p)
	return nil
}

// absolute is the whole address of a file, which those need who show the page elsewhere; its name
// when nobody has said where the page will lie.
func (m *maker) absolute(name string) string {
	base, err := url.Parse(m.report.URL)
	if err != nil || m.report.URL == "" {
		return name
	}
	return base.ResolveReference(&url.URL{Path: name}).String()
}

// size is how large a file is, in kB or MB.
func (m *maker) size(n int) string {
	if n < 1e6 {
		return m.terms.Locale().Int(max(1, (n+500)/1000)) + "\u00a0kB"
	}
	tenths := (n + 50_000) / 100_000
	mark := "," // as in Norwegian
	if m.report.Language == "en" {
		mark = "."
	}
	return fmt.Sprintf("%d%s%d\u00a0MB", tenths/10, mark, tenths%10)
}

// mostDescription is how many characters search engines show.
const mostDescription = 200

// description is the report in a sentence or two: what it says about itself, or stands on its cover.
func (m *maker) description() string {
	for _, s := range []string{plain(m.report.About), wording.Clean(m.report.Subtitle),
		plain(m.report.Cover.Caption)} {
		if s = strings.TrimSpace(s); s != "" {
			return shortened(s, mostDescription)
		}
	}
	return ""
}

// shortened is a text of at most so many characters, cut between words.
func shortened(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	runes := []rune(s)[:most]
	s = string(runes)
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:–-") + " …"
}

// linkedData says in schema.org's words what the page is (JSON-LD).
func (m *maker) linkedData(p *page) any {
	r := m.report
	publisher := map[string]any{"@type": "Organization", "name": r.Publisher}
	var authors []any
	for _, person := range r.People {
		kind := "Person"
		if person.Organisation {
			kind = "Organization"
		}
		authors = append(authors, map[string]any{"@type": kind, "name": person.Name})
	}
	if len(authors) == 0 {
		authors = []any{publisher}
	}
	date := r.Date.Format("2006-01-02")
	report := map[string]any{
		"@context": "https://schema.org", "@type": "Report", "name": p.Title,
		"inLanguage": r.Language, "datePublished": date, "publisher": publisher,
		"author": authors,
	}
	set := map[string]any{
		"@type": "Dataset", "name": m.terms.Attached + ": " + p.Title,
		"description": m.terms.Attached + ". " + p.Description, "inLanguage": r.Language,
		"datePublished": date, "creator": publisher,
	}
	if !m.Single {
		set["distribution"] = map[string]any{"@type": "DataDownload",
			"encodingFormat": "text/csv", "contentUrl": m.absolute(string(p.Numbers))}
	}
	if p.Address != "" {
		report["url"] = p.Address
	}
	if p.Description != "" {
		report["description"] = p.Description
	}
	if r.Series != "" {
		report["reportNumber"] = r.Series
	}
	if len(r.Keywords) > 0 {
		report["keywords"] = strings.Join(r.Keywords, ", ")
	}
	if p.PDF != nil {
		report["encoding"] = map[string]any{"@type": "MediaObject",
			"encodingFormat": "application/pdf", "contentUrl": m.absolute(p.PDF.Href)}
	}
	report["hasPart"] = set
	return report
}

// icon is the page's icon: the ring of the covers, in few dots; a disc when the brand has no ring.
func (m *maker) icon() ([]byte, error) {
	const size fonts.Pt = 48
	picture := &vector.Picture{Width: size, Height: size}
	picture.AddShape(vector.RoundRect(0, 0, size, size, 10, 10, 10, 10),
		vector.Paint{Fill: &m.ground.Fill})
	if part.Ringed(m.report) {
		var groups []charts.Group
		for i, n := range []int{3, 2, 1} {
			groups = append(groups, charts.Group{Count: n, Color: part.GroupColor(m.ground, i)})
		}
		ring, _ := charts.Ring{Seats: 9, Groups: groups, Inner: 14, Outer: 14, Order: charts.ByAngle,
			Open: m.ground.Open, Stroke: 1.5, Few: true}.Picture()
		picture.Append(ring, (size-ring.Width)/2, (size-ring.Height)/2)
	} else {
		picture.AddShape(vector.Circle(size/2, size/2, 14), vector.Paint{Fill: &m.ground.Dot})
	}
	var b bytes.Buffer
	page := &frame.Page{Width: size, Height: size,
		Items: []frame.Item{{Drawing: &frame.Drawing{Picture: picture}}}}
	err := svg.Write(&b, page, svg.Options{Scale: 1})
	return b.Bytes(), err
}

// policy is what a browser may load for the page: its own files and nothing else. What stands in the
// page itself is named by its sum.
func (m *maker) policy(style, script string) string {
	from := "'self'"
	images, faces := from, from
	styles, scripts := from, from
	if m.Single {
		images, faces = "data:", "data:"
		styles, scripts = sum(style), sum(script)
	}
	return "default-src 'none'; img-src " + images + "; font-src " + faces + "; style-src " + styles +
		"; script-src " + scripts + "; base-uri 'none'; form-action 'none'"
}

// sum names a text in a policy.
func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
}
