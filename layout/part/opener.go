package part

import (
	"strconv"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/grid"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Zones of a chapter opener (DESIGN.md, "Page templates").
const (
	openerNumberX    fonts.Mm = 16.5
	openerNumberY    fonts.Mm = 57 // baseline
	openerTitleY     fonts.Mm = 71
	openerIntroY     fonts.Mm = 92
	openerIntroGap   fonts.Mm = 5 // least space above the introduction
	openerNotesGap   fonts.Mm = 5 // above the introduction's footnotes
	openerTopicsY    fonts.Mm = 139
	openerTopicsGap  fonts.Mm = 8   // least space above the list of topics
	openerFigureY    fonts.Mm = 273 // bottom
	openerSide       fonts.Mm = 40.5
	openerRingX      fonts.Mm = 126.5
	openerRingY      fonts.Mm = 207
	openerRingInner  fonts.Mm = 15
	openerRingOuter  fonts.Mm = 59.5
	openerOpenStroke fonts.Mm = 0.6
)

// opener is the first page of a chapter.
type opener struct {
	on      Paper
	chapter *content.Chapter
	ground  style.Ground
}

// Opener draws the opener of a numbered chapter under the chapter's tag: number, title,
// introduction, its topics with their pages, and its figure as a ring.
func Opener(p Paper, ch *content.Chapter, tag *frame.Tag) {
	grounds := p.Set.Sheet.Openers
	o := opener{p, ch, grounds[(ch.Number-1)%len(grounds)]}
	number := p.nextNumber()
	label := strconv.Itoa(number)
	p.full(label, func() {
		p.fill(o.ground.Fill)
		p.Grid.Within(tag, o.draw)
		folio := component.RunningHead{Folio: label, Left: number%2 == 0, OnGround: &o.ground.Text}
		p.Set.DrawRunningHead(p.Grid, folio)
	})
}

func (o opener) draw() {
	g, set := o.on.Grid, o.on.Set
	t := set.Sheet.Type
	g.Mark(wording.ChapterID(o.chapter), 0)
	number := strconv.Itoa(o.chapter.Number)
	o.on.line(number, t.OpenerNumber, o.ground.Text, openerNumberX, openerNumberY)
	y := max(openerIntroY, o.title()+openerIntroGap)
	o.topics(max(openerTopicsY, o.intro(y)+openerTopicsGap))
	if figure, ok := o.on.Words.Opener(o.chapter); ok {
		g.Artifact(frame.Layout, func() { o.ring(figure) })
		o.figure(figure)
	}
}

// intro sets the chapter's introduction and, because this page has no foot, its footnotes below it.
// It returns where they end.
func (o opener) intro(y fonts.Mm) fonts.Mm {
	g, set := o.on.Grid, onGround(o.on.Set, o.ground)
	at := flow.Place(o.chapter.Pos)
	atoms := set.Prose(o.chapter.Intro, set.Sheet.Type.Lead, o.ground.Soft, style.Columns(8), at)
	bottom := component.Stack(g, atoms, style.ContentLeft.Pt(), y.Pt()).Mm()
	var notes []flow.Atom
	for _, a := range atoms {
		for _, n := range a.Footnotes {
			notes = append(notes, n.Atoms...)
		}
	}
	if len(notes) == 0 {
		return bottom
	}
	bottom += openerNotesGap
	return component.Stack(g, notes, style.ContentLeft.Pt(), bottom.Pt()).Mm()
}

// title sets the chapter's title, smaller when it takes more than two lines, and returns where it
// ends.
func (o opener) title() fonts.Mm {
	sizes := []fonts.Pt{42, 36, 30}
	lines, t := o.on.titled(o.chapter.Title, o.on.Set.Sheet.Type.OpenerTitle, o.ground.Text, sizes)
	y := openerTitleY
	o.on.Grid.Heading(1, func(*frame.Tag) {
		for _, l := range lines {
			o.on.Grid.Line(l, style.ContentLeft.Pt(), y.Pt()+t.Baseline())
			y += t.Leading
		}
	})
	return y
}

// ring draws a dot for everyone that the figure is about, unless the brand does without rings or
// even their number is withheld.
func (o opener) ring(k wording.KeyFigure) {
	if brand := o.on.Report.Brand; brand != nil && !brand.Ring || k.Dots == 0 {
		return
	}
	picture, _ := charts.Ring{
		Seats: k.Dots, Groups: []charts.Group{{Count: k.Filled, Color: o.ground.Dot}},
		Inner: openerRingInner.Pt(), Outer: openerRingOuter.Pt(), Order: charts.ByAngle,
		Open: o.ground.Open, Stroke: openerOpenStroke.Pt(), Few: true,
	}.Picture()
	o.on.centred(picture, openerRingX, openerRingY)
}

// figure sets "31 av 62" and its line, bottom-aligned at the left.
func (o opener) figure(k wording.KeyFigure) {
	g, set := o.on.Grid, o.on.Set
	t := set.Sheet.Type.Caption
	t.Font.Size, t.Leading = 9.4, 4.5
	lines := set.Words(k.Text, t, o.ground.Text, 42.5, text.Greedy)
	y := openerFigureY - t.Leading*fonts.Mm(len(lines))
	number := set.Word(k.OutOf+" ", set.Sheet.Type.OpenerFigure, o.ground.Text)
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		g.Line(number, style.ContentLeft.Pt(), (y - 2.7).Pt())
		o.on.lines(lines, t, style.ContentLeft, y)
	})
}

// topics lists the chapter's topics with their pages, each below a rule.
func (o opener) topics(y fonts.Mm) {
	t := o.on.Set.Sheet.Type.KeyLabel
	t.Font.Size, t.Leading = 9.2, 4.2
	const above, below = fonts.Mm(1.65), fonts.Mm(1.8)
	g := o.on.Grid
	g.Tagged(frame.RoleTOC, func(*frame.Tag) {
		for _, topic := range o.chapter.Topics {
			title := wording.Clean(topic.Title)
			lines := o.on.Set.Words(title, t, o.ground.Text, openerSide-7, text.Optimal)
			o.on.rule(style.ContentLeft, y, openerSide, 0.25, o.ground.Text)
			g.Tagged(frame.RoleTOCI, func(*frame.Tag) {
				draw := func(*frame.Tag) { o.topic(topic, lines, t, y+above) }
				g.Tagged(frame.RoleReference, draw)
			})
			y += above + t.Leading*fonts.Mm(len(lines)) + below
		}
	})
}

// topic draws a topic's title and page number as one link.
func (o opener) topic(topic *content.Topic, lines []text.Line, t style.Type, y fonts.Mm) {
	g, id := o.on.Grid, wording.TopicID(topic)
	page := o.on.Pages.Of(id)
	number := o.on.Set.Word(page, t, o.ground.Text)
	g.Tagged(frame.RoleLink, func(tag *frame.Tag) {
		o.on.lines(lines, t, style.ContentLeft, y)
		g.Line(number, (style.ContentLeft+openerSide).Pt()-number.Width, y.Pt()+t.Baseline())
		said := wording.Clean(topic.Title) + ", " + o.on.Words.Terms.Page + " " + page
		height := t.Leading.Pt() * fonts.Pt(len(lines))
		to := grid.Target{ID: id, Contents: said}
		g.Link(to, style.ContentLeft.Pt(), y.Pt(), openerSide.Pt(), height, tag)
	})
}
