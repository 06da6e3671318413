package layout

import (
	"strconv"
	"strings"

	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
)

// flowPages packs bands on content pages and draws them, each with the running head.
func (p *pass) flowPages(bands []flow.Band, running component.RunningHead) error {
	return p.flowChapters(bands, func(flow.Page) component.RunningHead { return running })
}

// flowChapters is flowPages with a running head that depends on what is on the page.
func (p *pass) flowChapters(bands []flow.Band, running func(flow.Page) component.RunningHead) error {
	pages, err := flow.Pack(bands, style.ContentHeight)
	if err != nil {
		return err
	}
	for _, page := range pages {
		p.contentPage(page, running(page))
	}
	return nil
}

func (p *pass) contentPage(page flow.Page, running component.RunningHead) {
	number := p.grid.Page() + 2
	label := strconv.Itoa(number)
	p.grid.BeginPage(style.PageWidth, style.PageHeight, style.ContentLeft-flow.Padding, style.ContentTop, label)
	running.Folio, running.Left = label, number%2 == 0
	running.Title, running.Year = p.runningTitle()
	running.Sender = p.r.Publisher
	p.set.DrawRunningHead(p.grid, running)
	page.Render(p.grid, style.ContentWidth+2*flow.Padding, style.ContentHeight)
}

// runningTitle is the report's name and its year, which is not said twice.
func (p *pass) runningTitle() (title, year string) {
	year = strconv.Itoa(p.r.Year)
	title = component.Clean(p.r.Title)
	return strings.TrimSpace(strings.TrimSuffix(title, year)), year
}

// ground fills a whole page, style.Bleed included.
func (p *pass) ground(c vector.Color) {
	p.grid.Artifact(frame.Background, func() {
		p.grid.Shape(vector.Rect(-style.Bleed.Pt(), -style.Bleed.Pt(), (style.PageWidth+2*style.Bleed).Pt(), (style.PageHeight+2*style.Bleed).Pt()), vector.Paint{Fill: &c})
	})
}

// head is the band of a section head; it starts a page.
func (p *pass) head(id, kicker, headline, question string) flow.Band {
	return component.Beginning(p.set.Head(id, kicker, headline, question))
}

// topics draws a chapter's topics, each on a new page, but short neighbours together.
func (p *pass) topics(ch *content.Chapter, part *frame.Tag, running component.RunningHead) error {
	bands, err := p.topicBands(ch, part, nil)
	if err != nil {
		return err
	}
	if err := p.flowPages(bands, running); err != nil {
		return err
	}
	return p.bleedImages(ch, part)
}

// topicBands adds a chapter's topics to the bands that stand before them.
func (p *pass) topicBands(ch *content.Chapter, part *frame.Tag, bands []flow.Band) ([]flow.Band, error) {
	for i, t := range ch.Topics {
		sect := part.Child(frame.RoleSect)
		next, err := p.topic(t, p.above(bands, i))
		if err != nil {
			return nil, err
		}
		for k := range next {
			next[k].Under = sect
		}
		if p.continues(bands, next, i) {
			next[0].NewPage, next[0].Before = false, topicSpace
		}
		bands = append(bands, next...)
		p.bookmarks = append(p.bookmarks, bookmark{component.Clean(t.Title), 1, topicID(t)})
	}
	return bands, nil
}

// above is what stands on the page where a chapter's i-th topic may begin.
func (p *pass) above(bands []flow.Band, i int) []flow.Band {
	if i > 0 && !p.running() {
		return nil
	}
	return bands
}

// continues reports whether a topic goes on below what came before: always in a running text, and
// otherwise when the last topic filled under 30 % of its page and both fit.
func (p *pass) continues(bands, next []flow.Band, i int) bool {
	if len(bands) == 0 {
		return false
	}
	if p.running() {
		return true
	}
	last := len(bands) - 1
	for last > 0 && !bands[last].NewPage {
		last--
	}
	before := flow.Total(bands[last:])
	return before < shortPage && before+topicSpace+flow.Total(next) <= style.ContentHeight
}

// running reports whether the report is running text: chapters without openers.
func (p *pass) running() bool { return !p.r.Plan.Openers }

// topicHead is a topic's head; in a running text a smaller one that does not start a page.
func (p *pass) topicHead(t *content.Topic) flow.Band {
	var b flow.Band
	if p.running() {
		b = component.Full(0, p.set.SmallHead(topicID(t), t.Headline, t.Question).Atom(0))
		b.NewPage, b.Keep = true, true
	} else {
		b = p.head(topicID(t), t.Kicker, t.Headline, t.Question)
	}
	b.Columns[0].Atoms[0].Place = flow.Place(t.Pos)
	return b
}

// A page filled under 30 % is joined with the next when both fit (brief, section 6).
const (
	shortPage  = style.ContentHeight * 30 / 100
	topicSpace = fonts.Mm(14)
)
