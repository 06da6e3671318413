// Package layout sets a report on paper: content in, frames out.
//
// Compose is the one function. It goes through the report in reading order (cover, colophon, contents,
// the year in figures, chapters with their openers and topics, method, back cover), turns every topic
// into bands by the page templates of the design (topic.go), lets flow pack the bands on pages, and has
// maroto render the pages onto a grid that records frames. Page numbers depend on the layout and the
// layout on page numbers, so it goes through until the numbers stand still, at most five times.
//
// Vocabulary. A band is a row of columns on a page, an atom what stays in one piece (package flow). A
// template is an arrangement of figures, prose and lists; it is chosen from what a topic holds, and the
// author may name another. Measures and colours are in package style, never here, except the zones of
// the full-page templates, which are each page's own.
//
// Nothing here knows TOML or PDF. There is no clock and no randomness: the same content gives the same
// frames.
package layout

import (
	"errors"
	"fmt"
	"strconv"

	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Options are what is not in the content.
type Options struct {
	// Shaper may be shared between the reports of a batch; nil makes a new one.
	Shaper *text.Shaper
}

// Warm parses the faces of the house design, which otherwise are parsed when the first word is set. It
// may run while something else does; without it everything comes out the same.
func Warm() {
	if sheet, err := style.New(fonts.SchibstedGrotesk, fonts.SourceSerif); err == nil {
		for _, weight := range []int{400, 500, 600, 700} {
			sheet.Heading(weight)
		}
		sheet.Body(400, true)
		sheet.Body(600, false)
	}
}

// maximumPasses is how often the layout is tried before page numbers must stand still.
const maximumPasses = 5

// Compose sets a report. The error names the place in the content of what cannot be set.
func Compose(r *content.Report, o Options) (*frame.Document, error) {
	c, err := newComposer(r, o)
	if err != nil {
		return nil, err
	}
	pages := map[string]string{}
	for range maximumPasses {
		p := c.newPass(pages)
		if err := p.report(); err != nil {
			return nil, err
		}
		document, err := p.grid.Document()
		if err != nil {
			return nil, err
		}
		if p.settled() {
			c.describe(document)
			document.Bookmarks = p.outline()
			return document, nil
		}
		pages = p.found
	}
	return nil, fmt.Errorf("%v: the page numbers do not settle in %d passes", flow.Place(r.Pos), maximumPasses)
}

// composer is what stays the same from pass to pass.
type composer struct {
	r           *content.Report
	sheet       *style.Sheet
	shaper      *text.Shaper
	terms       content.Terms
	locale      content.Locale
	charts      map[chartKey]drawn
	memo        *component.Memo
	notes       footnotes
	coverColors style.Ground
}

func newComposer(r *content.Report, o Options) (*composer, error) {
	sheet, err := style.Brand(r.Brand)
	if err != nil {
		return nil, located(r.Pos, err)
	}
	shaper := o.Shaper
	if shaper == nil {
		shaper = text.NewShaper()
	}
	c := &composer{
		r: r, sheet: sheet, shaper: shaper.WithLanguage(r.Language),
		terms: content.TermsFor(r.Language), locale: content.Locale(r.Language),
		charts: map[chartKey]drawn{}, memo: component.NewMemo(), notes: numbered(r),
	}
	c.coverColors, err = c.coverGround()
	return c, err
}

// pass is one run through the report.
type pass struct {
	*composer
	set       *component.Setter
	grid      *grid.Grid
	pages     map[string]string // id to page number, as the pass before found them
	found     map[string]string
	bookmarks []bookmark
}

type bookmark struct {
	title string
	level int
	id    string
}

func (c *composer) newPass(pages map[string]string) *pass {
	body := c.sheet.Type.Body
	p := &pass{
		composer: c, pages: pages, found: map[string]string{},
		grid: grid.New(c.shaper, text.Style{Font: body.Font, Color: c.sheet.Color.Ink, Language: c.r.Language}),
	}
	p.set = &component.Setter{
		Sheet: c.sheet, Shaper: c.shaper, Language: c.r.Language, Terms: c.terms, Memo: c.memo,
		Number: c.notes.number, Refer: p.refer,
	}
	return p
}

// settled reports whether the pages printed are the pages found.
func (p *pass) settled() bool {
	if len(p.pages) != len(p.found) {
		return false
	}
	for id, page := range p.found {
		if p.pages[id] != page {
			return false
		}
	}
	return true
}

// page is the printed page number of a destination, as the pass before found it.
func (p *pass) page(id string) string {
	if n, ok := p.pages[id]; ok {
		return n
	}
	return "00" // first pass: as wide as most numbers
}

// mark makes the current page the destination id and remembers its number.
func (p *pass) mark(id string, y fonts.Pt) {
	p.grid.Mark(id, y)
}

// note collects the page numbers of everything that was marked on the pages so far.
func (p *pass) note(ids ...string) {
	for _, id := range ids {
		if d, ok := p.grid.Marked(id); ok {
			p.found[id] = strconv.Itoa(d.Page + 1)
		}
	}
}

// report draws every page of the report in order.
func (p *pass) report() error {
	if err := p.front(); err != nil {
		return err
	}
	if err := p.keyPage(); err != nil {
		return err
	}
	if err := p.body(); err != nil {
		return err
	}
	if p.r.Plan.Short {
		if err := p.colophon(); err != nil {
			return err
		}
	}
	p.blanks()
	p.backCover()
	p.note(p.ids()...)
	return nil
}

// body draws the chapters and the method.
func (p *pass) body() error {
	if p.r.Plan.Short {
		return p.runningText(p.chapters())
	}
	if p.running() {
		if err := p.runningText(p.r.Chapters); err != nil {
			return err
		}
		if p.r.Method == nil {
			return nil
		}
		return p.runningText([]*content.Chapter{p.r.Method})
	}
	for _, ch := range p.r.Chapters {
		if err := p.chapter(ch); err != nil {
			return err
		}
	}
	if p.r.Method == nil {
		return nil
	}
	return p.method(p.r.Method)
}

// front draws what stands before the text. A short report begins at once, and has its colophon last.
func (p *pass) front() error {
	if err := p.cover(); err != nil {
		return err
	}
	if !p.r.Plan.Short {
		if err := p.colophon(); err != nil {
			return err
		}
	}
	if p.r.Epigraph != nil {
		p.epigraph(p.r.Epigraph)
	}
	if p.r.Plan.Contents {
		return p.contents()
	}
	return nil
}

// ids are the destinations whose page numbers are printed.
func (p *pass) ids() []string {
	ids := []string{keyID}
	for _, ch := range p.chapters() {
		ids = append(ids, chapterID(ch))
		for _, t := range ch.Topics {
			ids = append(ids, topicID(t))
		}
	}
	for _, b := range p.r.Figures {
		ids = append(ids, blockID(b))
	}
	for _, b := range p.r.Tables {
		ids = append(ids, blockID(b))
	}
	return ids
}

// chapters are all chapters, the method last.
func (p *pass) chapters() []*content.Chapter {
	all := append([]*content.Chapter{}, p.r.Chapters...)
	if p.r.Method != nil {
		all = append(all, p.r.Method)
	}
	return all
}

// fullPage draws a page of one cell that reaches from edge to edge.
func (p *pass) fullPage(label string, draw func(g *grid.Grid)) {
	box := &component.Box{Name: "page", Height: style.PageHeight, Draw: func(g *grid.Grid, _, _ fonts.Pt) { draw(g) }}
	p.grid.BeginPage(style.PageWidth, style.PageHeight, 0, 0, label)
	flow.RenderFull(p.grid, box, style.PageWidth, style.PageHeight)
}

// blanks fills up to a multiple of four with the back cover (brief, section 3).
func (p *pass) blanks() {
	for (p.grid.Page()+2)%4 != 0 {
		p.fullPage("", func(*grid.Grid) {})
	}
}

// describe gives the document its metadata and bookmarks.
func (c *composer) describe(d *frame.Document) {
	r := c.r
	d.Info = frame.Info{
		Title: component.Clean(r.Title), Subject: component.Clean(r.Subtitle), Keywords: r.Keywords, Publisher: r.Publisher,
		Language: r.Language, Date: r.Date, Rights: component.Clean(r.Rights.Plain()),
	}
	for _, person := range r.People {
		d.Info.Authors = append(d.Info.Authors, person.Name)
	}
	if len(d.Info.Authors) == 0 {
		d.Info.Authors = []string{r.Publisher}
	}
	d.Attachments = append(d.Attachments, frame.Attachment{
		Name: "figures.csv", MIME: "text/csv", Relationship: "Data", Data: r.CSV(),
		Description: c.terms.AttachedFigures(),
	})
}

// outline is the bookmarks: contents, the year in figures, chapters and their topics.
func (p *pass) outline() []frame.Bookmark {
	var out []frame.Bookmark
	for _, b := range p.bookmarks {
		if at, ok := p.grid.Marked(b.id); ok {
			out = append(out, frame.Bookmark{Title: b.title, Level: b.level, Dest: at})
		}
	}
	return out
}

// located gives an error a place in the content, unless it has one.
func located(pos content.Pos, err error) error {
	var tall *flow.Error
	if err == nil || errors.As(err, &tall) && tall.Place != (flow.Place{}) {
		return err
	}
	return fmt.Errorf("%v: %w", flow.Place(pos), err)
}

const keyID = "key"

func chapterID(ch *content.Chapter) string { return "chapter:" + ch.ID }
func topicID(t *content.Topic) string      { return "topic:" + t.ID }
func blockID(b *content.Block) string      { return fmt.Sprintf("%s:%d", b.Kind, b.Number) }
