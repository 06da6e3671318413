package layout

import (
	"strconv"

	"rapport/charts"
	"rapport/charts/vector"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
)

// Zones of a chapter opener (design tokens, [opener]), in mm.
const (
	openerNumberX    fonts.Mm = 16.5
	openerNumberY    fonts.Mm = 57 // baseline
	openerTitleY     fonts.Mm = 71
	openerIntroY     fonts.Mm = 92
	openerPagesY     fonts.Mm = 139
	openerFigureY    fonts.Mm = 273 // bottom
	openerSide       fonts.Mm = 40.5
	openerRingX      fonts.Mm = 126.5
	openerRingY      fonts.Mm = 207
	openerRingInner  fonts.Mm = 15
	openerRingOuter  fonts.Mm = 59.5
	openerOpenStroke fonts.Mm = 0.6
	openerIntroGap   fonts.Mm = 5
)

// chapter draws an opener and the topics behind it.
func (p *pass) chapter(ch *content.Chapter) error {
	part := p.grid.Root().Child(frame.RolePart)
	p.bookmarks = append(p.bookmarks, bookmark{component.Clean(ch.Title), 0, chapterID(ch)})
	ground := p.sheet.Openers[(ch.Number-1)%len(p.sheet.Openers)]
	label := strconv.Itoa(p.grid.Page() + 2)
	p.fullPage(label, func(g *grid.Grid) {
		p.ground(ground.Fill)
		g.Within(part, func() { p.opener(g, ch, ground) })
		p.set.DrawRunningHead(g, component.RunningHead{Folio: label, Left: (p.grid.Page()+1)%2 == 0, OnGround: &ground.Text})
	})
	return p.topics(ch, part, p.chapterRunning(ch))
}

func (p *pass) opener(g *grid.Grid, ch *content.Chapter, ground style.Ground) {
	p.mark(chapterID(ch), 0)
	t := p.sheet.Type
	p.line(g, strconv.Itoa(ch.Number), t.OpenerNumber, ground.Text, openerNumberX, openerNumberY, frame.RoleP)
	bottom := p.openerTitle(g, ch, ground)
	y := max(openerIntroY, bottom+openerIntroGap)
	intro := p.set.Prose(ch.Intro, t.Lead, ground.Soft, style.Columns(8), flow.Place(ch.Pos))
	y = component.Stack(g, intro, style.ContentLeft.Pt(), y.Pt()).Mm()
	figure := p.openerFigure(ch)
	p.openerPages(g, ch, ground, max(openerPagesY, y+8))
	g.Artifact(frame.Layout, func() {
		if p.r.Brand != nil && !p.r.Brand.Ring {
			return
		}
		seats, filled := figure.Base(), figure.Count()
		if p.secret(figure) {
			filled = 0
		}
		if p.closed(figure) {
			return
		}
		picture, _ := charts.Ring{
			Seats: seats, Groups: []charts.Group{{Count: filled, Color: ground.Dot}},
			Inner: openerRingInner.Pt(), Outer: openerRingOuter.Pt(), Order: charts.ByAngle, Open: ground.Open,
			Stroke: openerOpenStroke.Pt(), Few: true,
		}.Picture()
		centred(g, picture, openerRingX, openerRingY)
	})
	p.openerText(g, figure, ground)
}

// openerTitle sets the chapter's title, smaller when it takes more than two lines, and returns where it
// ends.
func (p *pass) openerTitle(g *grid.Grid, ch *content.Chapter, ground style.Ground) fonts.Mm {
	var lines []text.Line
	var t style.Type
	for _, size := range []fonts.Pt{42, 36, 30} {
		t = p.sheet.Type.OpenerTitle.WithSize(size)
		lines = p.set.Words(ch.Title, t, ground.Text, style.ContentWidth, text.Balanced)
		if len(lines) <= 2 && widest(lines) <= style.ContentWidth.Pt() {
			break
		}
	}
	y := openerTitleY
	g.Heading(1, func() {
		for _, l := range lines {
			g.Line(l, style.ContentLeft.Pt(), y.Pt()+t.Baseline())
			y += t.Leading
		}
	})
	return y
}

// openerFigure is the chapter's figure, or the response to the cover's survey.
func (p *pass) openerFigure(ch *content.Chapter) content.KeyFigure {
	if ch.Opener != nil {
		return *ch.Opener
	}
	survey := p.r.Cover.Survey
	if survey == nil && len(p.r.Surveys) > 0 {
		survey = p.r.Surveys[0]
	}
	return content.KeyFigure{Survey: survey, Text: p.terms.WhoAnswered()}
}

// openerPages lists the chapter's topics with their pages.
func (p *pass) openerPages(g *grid.Grid, ch *content.Chapter, ground style.Ground, y fonts.Mm) {
	t := p.sheet.Type.KeyLabel
	t.Font.Size, t.Leading = 9.2, 4.2
	rule := ground.Text
	g.Tagged(frame.RoleTOC, func(*frame.Tag) {
		for _, topic := range ch.Topics {
			lines := p.set.Words(component.Clean(topic.Title), t, ground.Text, openerSide-7, text.Optimal)
			height := 1.65 + t.Leading*fonts.Mm(len(lines)) + 1.8
			g.Artifact(frame.Layout, func() {
				g.Shape(vector.Line(style.ContentLeft.Pt(), y.Pt(), (style.ContentLeft+openerSide).Pt(), y.Pt()), vector.Paint{Stroke: &rule, Width: fonts.Mm(0.25).Pt()})
			})
			g.Tagged(frame.RoleTOCI, func(*frame.Tag) {
				g.Tagged(frame.RoleReference, func(*frame.Tag) { p.openerEntry(g, topic, lines, t, ground, y+1.65) })
			})
			y += height
		}
	})
}

func (p *pass) openerEntry(g *grid.Grid, topic *content.Topic, lines []text.Line, t style.Type, ground style.Ground, y fonts.Mm) {
	page := p.page(topicID(topic))
	number := p.set.Word(page, t, ground.Text)
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		for i, l := range lines {
			g.Line(l, style.ContentLeft.Pt(), y.Pt()+t.Baseline()+t.Leading.Pt()*fonts.Pt(i))
		}
		g.Line(number, (style.ContentLeft+openerSide).Pt()-number.Width, y.Pt()+t.Baseline())
		to := grid.Target{ID: topicID(topic), Contents: component.Clean(topic.Title) + ", " + p.terms.Page + " " + page}
		g.Link(to, style.ContentLeft.Pt(), y.Pt(), openerSide.Pt(), t.Leading.Pt()*fonts.Pt(len(lines)), tag)
	})
}

// openerText sets "31 av 62" and its line, bottom-aligned at the left.
func (p *pass) openerText(g *grid.Grid, k content.KeyFigure, ground style.Ground) {
	t := p.sheet.Type.Caption
	t.Font.Size, t.Leading = 9.4, 4.5
	lines := p.set.Words(component.Clean(k.Text), t, ground.Text, 42.5, text.Greedy)
	y := openerFigureY - t.Leading*fonts.Mm(len(lines))
	number := p.sheet.Type.OpenerFigure
	share := p.set.Word(p.outOf(k)+" ", number, ground.Text)
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		g.Line(share, style.ContentLeft.Pt(), (y - 2.7).Pt())
		for i, l := range lines {
			g.Line(l, style.ContentLeft.Pt(), y.Pt()+t.Baseline()+t.Leading.Pt()*fonts.Pt(i))
		}
	})
}

// method draws the unnumbered last chapter: topics without an opener.
func (p *pass) method(ch *content.Chapter) error {
	part := p.grid.Root().Child(frame.RolePart)
	p.bookmarks = append(p.bookmarks, bookmark{component.Clean(ch.Title), 0, chapterID(ch)})
	first := p.grid.Page() + 1
	if err := p.topics(ch, part, component.RunningHead{Chapter: component.Clean(ch.Title)}); err != nil {
		return err
	}
	p.grid.MarkAt(chapterID(ch), frame.Dest{Page: first})
	return nil
}
