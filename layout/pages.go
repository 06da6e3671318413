package layout

import (
	"strconv"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
)

// flowPages packs bands on content pages and draws them, each with the running head.
func (p *pass) flowPages(bands []flow.Band, running component.Running) error {
	pages, err := flow.Pack(bands, contentHeight)
	if err != nil {
		return err
	}
	for _, page := range pages {
		p.contentPage(page, running)
	}
	return nil
}

func (p *pass) contentPage(page flow.Page, running component.Running) {
	number := p.grid.Page() + 2
	label := strconv.Itoa(number)
	p.grid.BeginPage(pageWidth, pageHeight, contentLeft-flow.Padding, contentTop, label)
	running.Folio, running.Left = label, number%2 == 0
	running.Title, running.Year = p.runningTitle()
	running.Sender = p.r.Publisher
	p.set.DrawRunning(p.grid, running)
	page.Render(p.grid, contentWidth+2*flow.Padding, contentHeight)
}

// runningTitle is the report's name and its year.
func (p *pass) runningTitle() (title, year string) {
	year = strconv.Itoa(p.r.Year)
	return component.Clean(p.r.Title), year
}

// ground fills a whole page, bleed included.
func (p *pass) ground(c vector.Color) {
	p.grid.Artifact(frame.Background, func() {
		p.grid.Shape(vector.Rect(-bleed.Pt(), -bleed.Pt(), (pageWidth+2*bleed).Pt(), (pageHeight+2*bleed).Pt()), vector.Paint{Fill: &c})
	})
}

// full is a band of one column over the whole width.
func full(before fonts.Mm, atoms ...flow.Atom) flow.Band {
	return flow.Band{Columns: []flow.Column{{Span: flow.Columns, Atoms: atoms}}, Before: before}
}

// head is the band of a section head; it starts a page.
func (p *pass) head(id, kicker, headline, question string) flow.Band {
	b := full(0, p.set.Head(id, kicker, headline, question).Atom(0))
	b.NewPage, b.Keep = true, true
	return b
}

// topics draws a chapter's topics, each on a new page, but short neighbours together.
func (p *pass) topics(ch *content.Chapter, part *frame.Tag, running component.Running) error {
	var bands []flow.Band
	var before fonts.Mm // height of the topic before, 0 when it may not share its page
	for i, t := range ch.Topics {
		next, err := p.topic(t)
		if err != nil {
			return err
		}
		sect := part.Child(frame.RoleSect)
		for k := range next {
			next[k].Under = sect
		}
		height := flow.Total(next)
		if i > 0 && before > 0 && before < shortPage && before+topicSpace+height <= contentHeight {
			next[0].NewPage, next[0].Before = false, topicSpace
			height += before + topicSpace
		}
		before = height
		bands = append(bands, next...)
		p.bookmarks = append(p.bookmarks, bookmark{component.Clean(t.Title), 1, topicID(t)})
	}
	return p.flowPages(bands, running)
}

// A page filled under 30 % is joined with the next when both fit (brief, section 6).
const (
	shortPage  = contentHeight * 30 / 100
	topicSpace = fonts.Mm(14)
)
