package web

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
	"sync"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/part"
	"rapport/layout/wording"
)

//go:embed page.html
var pageFile string

// pageTemplate is read when the first page is made.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageFile))
})

// page is what page.html shows. HTML comes from prose.go, kinds.go and layout/svg, which escape
// what they are given.
type page struct {
	Lang, Locale, Title, Description, Policy, ThemeColor, Publisher string
	Authors                                                         []string
	ShareCard, ShareAlt, Address                                    string
	PDF                                                             *pdfLink
	Icon                                                            template.URL
	Style                                                           template.CSS
	Script                                                          template.JS
	Data                                                            any
	Words                                                           any
	Terms                                                           content.Terms

	Mark, Ring, Caption template.HTML
	Heading, Subtitle   string
	Year, Name          string
	Numbers             template.URL
	NumbersName         string
	Dots, Contents      []entry
	Epigraph            *epigraph
	Key                 *key
	Summary             *summary
	Chapters            []chapter
	About               template.HTML
	Facts               []fact
	ColophonNotes       template.HTML
	BackRing, BackText  template.HTML
	Statement           []string
	GroupKey            []group
	Citation, Tell      template.HTML
	CitationText        string
	Contact             []template.HTML
	Method              *entry
}

type pdfLink struct{ Href, Pages, Size string }

type entry struct {
	ID, Title string
	Number    int
	Topics    []entry
}

type epigraph struct{ Text, Source template.HTML }

type key struct {
	Kicker, Headline string
	Hero             wording.KeyFigure
	Field            template.HTML
	Each             string
	Figures          []wording.KeyFigure
}

type summary struct {
	ID, Kicker, Headline, Caveat string
	Lead, Notes                  template.HTML
	Findings                     []finding
}

type finding struct {
	wording.Finding
	Persons              template.HTML
	Told, Each, Link, To string
}

type chapter struct {
	ID, Ground, Number, Title string
	Intro, Notes, Ring        template.HTML
	OutOf, Counted            string
	Topics                    []topicView
}

type topicView struct {
	ID, Kicker, Headline, Question, Link string
	Body                                 template.HTML
}

type fact struct {
	Label string
	Text  template.HTML
}

type group struct {
	Dot          template.HTML
	Label, Count string
}

// page fills the page in reading order, which numbers footnotes and citations.
func (m *maker) page() (*page, error) {
	r := m.report
	p := &page{
		Lang: r.Language, Title: m.title(), Publisher: r.Publisher, Terms: m.terms,
		Words: m.terms.Web, Heading: r.Title, Subtitle: r.Subtitle, Year: r.Cover.Year,
	}
	m.planned()
	title, year := m.words.Name()
	p.Name = strings.TrimSpace(title + " " + year)
	if err := m.cover(p); err != nil {
		return nil, err
	}
	m.contents(p)
	if e := r.Epigraph; e != nil {
		p.Epigraph = &epigraph{m.prose(e.Text), m.prose(e.Source)}
	}
	m.keyPage(p)
	m.summary(p)
	for _, ch := range r.AllChapters() {
		view, err := m.chapter(ch)
		if err != nil {
			return nil, err
		}
		p.Chapters = append(p.Chapters, view)
	}
	m.colophon(p)
	m.foot(p)
	return p, nil
}

// size is about how many bytes the page takes.
func (p *page) size() int {
	size := len(p.Style) + 40_000
	for _, ch := range p.Chapters {
		for _, t := range ch.Topics {
			size += len(t.Body) + 1000
		}
	}
	return size
}

// title is the report's title with its year, which is not said twice.
func (m *maker) title() string {
	title, year := m.words.Name()
	return strings.TrimSpace(title + " " + year)
}

// Sizes of rings in CSS pixels a point: they are drawn once and scaled to their place.
const ringScale = 1

// cover fills the first band: mark, title, ring and what stands below it.
func (m *maker) cover(p *page) error {
	var err error
	if p.Mark, err = m.mark(); err != nil {
		return err
	}
	each := 1
	if part.Ringed(m.report) {
		ring := m.words.Ring()
		var picture *vector.Picture
		picture, each = charts.Ring{
			Seats: ring.Invited, Groups: part.RingGroups(ring, m.ground), Order: charts.RingByRing,
			Inner: fonts.Mm(36).Pt(), Outer: fonts.Mm(91).Pt(), Open: m.ground.Open,
			Stroke: fonts.Mm(0.55).Pt(), DotMost: fonts.Mm(6).Pt(),
		}.Picture()
		p.Ring = template.HTML(m.living.Append(nil, picture, ringScale, "seats"))
	}
	p.Caption = template.HTML(escaped(m.words.CoverCaption(each)))
	return nil
}

// mark is the publisher's logo or name.
func (m *maker) mark() (template.HTML, error) {
	brand := m.report.Brand
	logo := brand.LogoDark
	if logo == nil {
		logo = brand.Logo
	}
	if logo == nil {
		name := brand.Wordmark
		if name == "" {
			name = m.report.Publisher
		}
		return template.HTML(`<p class="wordmark">` + escaped(name) + "</p>"), nil
	}
	src, err := m.imageFile(logo)
	if err != nil {
		return "", content.Problem{Pos: brand.Pos, Width: 1, Text: err.Error()}
	}
	return template.HTML(fmt.Sprintf(`<p class="logo"><img src="%s" width="%d" height="%d" `+
		`alt="%s"></p>`, escaped(src), logo.Width, logo.Height, tidy(m.report.Publisher))), nil
}

// Measures of the running bar, as style.css has them, in CSS pixels.
const (
	mostDots   = 7 // more chapters are a menu
	barType    = 15
	barGap     = 24              // between title and dots, and from dot to dot
	barDot     = 1.2*barType + 3 // a dot and what parts it from its name
	barMeasure = 1120
	barMargins = 0.1   // of the window, both together
	barSlack   = 1.04  // for faces that stand in while those of the page are loaded
	leastDots  = 896.0 // of a window that has room for more than one column
)

// dotsRule is the rule that shows the dots in windows that have room for all of them on one line,
// and the menu in others; "" when no window has.
func (m *maker) dotsRule(p *page) string {
	if len(p.Dots) == 0 || len(p.Dots) > mostDots {
		return ""
	}
	width := func(s string, weight int) float64 {
		return float64(m.Shaper.Width(s, vector.Font{Face: m.sheet.Heading(weight), Size: barType}))
	}
	needed := width(p.Name, 700)
	for _, d := range p.Dots {
		needed += barGap + barDot + width(d.Title, 600)
	}
	if needed *= barSlack; needed > barMeasure {
		return ""
	}
	from := max(leastDots, math.Ceil(needed/(1-barMargins)))
	return fmt.Sprintf("@media (min-width:%gem){.dots{display:flex}.menu:not(.always){display:none}}\n",
		from/16)
}

// contents fills the running bar.
func (m *maker) contents(p *page) {
	for _, e := range m.words.Contents() {
		p.Contents = append(p.Contents, entryOf(e))
	}
	for _, ch := range m.report.Chapters {
		p.Dots = append(p.Dots, entry{ID: anchor(wording.ChapterID(ch)),
			Title: wording.Clean(ch.Title)})
	}
	if m.dotsFrom = m.dotsRule(p); m.dotsFrom == "" {
		p.Dots = nil
	}
	if method := m.report.Method; method != nil {
		p.Method = &entry{ID: chapterID(method), Title: wording.Clean(method.Title)}
	}
}

func entryOf(e wording.Entry) entry {
	out := entry{ID: anchor(e.ID), Title: e.Title, Number: e.Number}
	if e.ID == anchorless {
		out.ID = methodID
	}
	for _, t := range e.Topics {
		out.Topics = append(out.Topics, entryOf(t))
	}
	return out
}

// A method chapter may have no id of its own.
const (
	anchorless = "chapter:"
	methodID   = "method"
)

// chapterID is the id of a chapter in HTML.
func chapterID(ch *content.Chapter) string {
	if ch.ID == "" {
		return methodID
	}
	return anchor(wording.ChapterID(ch))
}

// heroRows is how many rows of ten dots stand beside the largest number.
const heroRows = 8

// keyPage fills the year in figures.
func (m *maker) keyPage(p *page) {
	k := m.report.Key
	if k == nil {
		return
	}
	view := &key{Kicker: k.Kicker, Headline: k.Headline, Hero: m.keyFigure(k.Hero)}
	if f := view.Hero; f.Dots > 0 {
		dots := charts.HeroDots(f.Dots, f.Filled, m.sheet.Color.Accent, m.sheet.Color.Neutral)
		dots.Rows = heroRows
		picture, each := dots.Picture()
		view.Field = template.HTML(m.living.Append(nil, picture, ringScale, "people"))
		if each > 1 {
			view.Each = m.terms.DotStandsFor(each)
		}
	}
	for _, f := range k.Figures {
		view.Figures = append(view.Figures, m.keyFigure(f))
	}
	p.Key = view
}

// stripWidth is the room of a finding's persons in the points that they are drawn in.
const stripWidth, stripScale = 200, 1.9

// summary fills the main findings, each with a dot a person and a link to the figure that shows it.
func (m *maker) summary(p *page) {
	s := m.report.Summary
	if s == nil {
		return
	}
	v := &summary{ID: anchor(wording.SummaryID), Kicker: s.Kicker, Headline: s.Headline,
		Caveat: s.Caveat, Lead: m.prose(s.Lead), Notes: m.footnoted()}
	v.Kicker = cmp.Or(v.Kicker, m.terms.Findings)
	for i, f := range m.words.Findings() {
		one := finding{Finding: f}
		one.Text = s.Findings[i].Text
		if b := m.report.Telling(s.Findings[i]); b != nil {
			name, id := m.words.Reference(content.Ref{Target: b})
			one.Link, one.To = name, anchor(id)
		}
		if f.Dots > 0 && f.Counted {
			strip := charts.Strip{Total: f.Dots, Filled: f.Filled, Width: stripWidth,
				Fill: m.sheet.Color.Heading, Open: m.sheet.Color.Neutral}
			if f.Moved {
				strip.Fill = m.sheet.Color.Accent
			}
			picture, each := strip.Picture()
			one.Persons = template.HTML(m.living.Append(nil, picture, stripScale, "strip"))
			one.Told = m.words.Alt(f, each)
			if each > 1 {
				one.Each = m.terms.DotStandsFor(each)
			}
		}
		v.Findings = append(v.Findings, one)
	}
	p.Summary = v
}

// keyFigure is a key figure whose words may be divided where the author says.
func (m *maker) keyFigure(k content.KeyFigure) wording.KeyFigure {
	f := m.words.KeyFigure(k)
	f.Text = k.Text
	return f
}

// chapter fills a chapter: its opener as a band, and its topics.
func (m *maker) chapter(ch *content.Chapter) (chapter, error) {
	v := chapter{ID: chapterID(ch), Title: ch.Title, Intro: m.prose(ch.Intro)}
	v.Notes = m.footnoted()
	switch {
	case ch.Number > 0 && m.report.Plan.Openers:
		m.opener(&v, ch)
	case ch.Number > 0:
		v.Number = m.words.ChapterNumber(ch)
	}
	for _, t := range ch.Topics {
		body, err := m.blocks(t)
		if err != nil {
			return v, err
		}
		view := topicView{ID: anchor(wording.TopicID(t)), Kicker: t.Kicker, Headline: t.Headline,
			Question: t.Question, Body: body,
			Link: fmt.Sprintf(m.terms.Web.LinkTo, wording.Clean(t.Headline))}
		v.Topics = append(v.Topics, view)
	}
	return v, nil
}

// opener fills the band of a numbered chapter.
func (m *maker) opener(v *chapter, ch *content.Chapter) {
	at := (ch.Number - 1) % len(m.sheet.Openers)
	ground := m.sheet.Openers[at]
	v.Ground, v.Number = "ground-"+strconv.Itoa(at+1), strconv.Itoa(ch.Number)
	k, ok := m.words.Opener(ch)
	if !ok {
		return
	}
	v.OutOf, v.Counted = k.OutOf, k.Text
	if ch.Opener != nil && strings.Contains(ch.Opener.Text, "\u00ad") &&
		wording.Clean(ch.Opener.Text) == k.Text {
		v.Counted = ch.Opener.Text
	}
	if brand := m.report.Brand; brand != nil && !brand.Ring || k.Dots == 0 {
		return
	}
	picture, each := charts.Ring{
		Seats: k.Dots, Groups: []charts.Group{{Count: k.Filled, Color: ground.Dot}},
		Inner: fonts.Mm(15).Pt(), Outer: fonts.Mm(59.5).Pt(), Order: charts.ByAngle,
		Open: ground.Open, Stroke: fonts.Mm(0.6).Pt(), Few: true, DotMost: fonts.Mm(6).Pt(),
	}.Picture()
	if each > 1 {
		v.Counted += content.FullStop(v.Counted) + " " + m.terms.DotStandsFor(each)
	}
	v.Ring = template.HTML(m.living.Append(nil, picture, ringScale, "seats"))
}

// colophon fills the part about the report.
func (m *maker) colophon(p *page) {
	p.About = m.prose(m.report.About)
	facts := append(m.words.Colophon(), m.words.Imprint(
		m.sheet.Heading(400).Family, m.sheet.Body(400, false).Family)...)
	for _, f := range facts {
		p.Facts = append(p.Facts, fact{f.Label, m.prose(f.Text)})
	}
	p.ColophonNotes = m.footnoted()
}

// foot fills the last band.
func (m *maker) foot(p *page) {
	r := m.report
	p.Statement, p.BackText = r.Back.Statement, m.prose(r.Back.Text)
	if part.Ringed(m.report) {
		m.backRing(p)
	}
	citation := r.Citation()
	for _, para := range citation {
		p.Citation += m.inlines(para.Inlines)
	}
	p.CitationText = plain(citation)
	tell := escaped(r.Publisher)
	for _, f := range m.words.Contact() {
		words := m.inlines([]content.Inline{f})
		p.Contact = append(p.Contact, words)
		if strings.HasPrefix(f.URI, "mailto:") {
			tell = string(words)
		}
	}
	p.Tell = template.HTML(fmt.Sprintf(escaped(m.terms.Web.Tell), tell))
}

// backRing fills in the ring of those who answered, and the key to its colours.
func (m *maker) backRing(p *page) {
	ring := m.words.Ring()
	picture, each := charts.Ring{
		Seats: ring.Answered, Groups: part.RingGroups(ring, m.ground), Order: charts.RingByRing,
		Inner: fonts.Mm(8).Pt(), Outer: fonts.Mm(28).Pt(),
		Open: m.ground.Open, Stroke: fonts.Mm(0.55).Pt(),
	}.Picture()
	p.BackRing = template.HTML(m.living.Append(nil, picture, 3, "seats"))
	if each > 1 {
		p.BackRing += template.HTML(`<p class="detail">` + escaped(m.terms.DotStandsFor(each)) + "</p>")
	}
	if len(ring.Groups) == 0 {
		return
	}
	dot := func(paint vector.Paint, r fonts.Pt) template.HTML {
		one := &vector.Picture{Width: 12, Height: 12}
		one.AddShape(vector.Circle(6, 6, r), paint)
		return template.HTML(m.living.Append(nil, one, 1, "dot"))
	}
	for i, g := range ring.Groups {
		color := m.ground.Open
		if g.Shown {
			color = part.GroupColor(m.ground, i)
		}
		p.GroupKey = append(p.GroupKey,
			group{dot(vector.Paint{Fill: &color}, 6), g.Label, g.Count})
	}
	open := m.ground.Open
	p.GroupKey = append(p.GroupKey, group{dot(vector.Paint{Stroke: &open, Width: 1.5}, 5.25),
		ring.Silent.Label, ring.Silent.Count})
}
