package part

import (
	"math"
	"slices"
	"strconv"

	"rapport/charts"
	"rapport/content"
	"rapport/fonts"
	"rapport/layout/component"
	"rapport/layout/flow"
	"rapport/layout/frame"
	"rapport/layout/style"
	"rapport/layout/text"
	"rapport/layout/wording"
)

// Zones of a chapter opener (DESIGN.md, "Page templates").
const (
	openerNumberX      fonts.Mm = 16.5
	openerNumberY      fonts.Mm = 57 // baseline
	openerTitleY       fonts.Mm = 71
	openerTitleRoom    fonts.Mm = 60
	openerIntroY       fonts.Mm = 92
	openerIntroGap     fonts.Mm = 5 // least space above the introduction
	openerNotesGap     fonts.Mm = 5 // above the introduction's footnotes
	openerTopicsY      fonts.Mm = 139
	openerTopicsGap    fonts.Mm = 8   // least space above the list of topics
	openerMore         fonts.Mm = 6   // of the least list of topics, which says how many they are
	openerFigureY      fonts.Mm = 273 // bottom
	openerListEnd      fonts.Mm = 272 // of the list of topics when no figure is below it
	openerSide         fonts.Mm = 40.5
	openerFigureWide   fonts.Mm = 42.5
	openerNumberGap    fonts.Mm = 5 // between the number and the ring, which its dots reach into
	openerNumberWide   fonts.Mm = 60
	openerFigureRoom   fonts.Mm = 105 // of its caption, at most
	openerFigureHeight fonts.Mm = 22  // of the number, and the space above it
	openerRingX        fonts.Mm = 126.5
	openerRingY        fonts.Mm = 207
	openerRingInner    fonts.Mm = 15
	openerRingOuter    fonts.Mm = 59.5
	openerRingGap      fonts.Mm = 8 // least space above the ring
	openerRingLeast    fonts.Mm = 18
	openerOpenStroke   fonts.Mm = 0.6
	openerDotMost      fonts.Mm = 6 // radius, so that the ring keeps off the list of topics
)

// opener is the first page of a chapter.
type opener struct {
	on      Paper
	chapter *content.Chapter
	ground  style.Ground
}

// Opener draws the opener of a numbered chapter under the chapter's tag: number, title,
// introduction, its topics with their pages, and its figure as a ring. An introduction that the page
// has no room for goes on to pages of the same ground.
func Opener(p Paper, ch *content.Chapter, tag *frame.Tag) {
	grounds := p.Set.Sheet.Openers
	o := opener{p, ch, grounds[(ch.Number-1)%len(grounds)]}
	var rest []flow.Atom
	o.page(tag, func() { rest = o.draw() })
	for len(rest) > 0 {
		o.page(tag, func() { rest = o.goOn(rest) })
	}
}

// page draws a page of the opener.
func (o opener) page(tag *frame.Tag, draw func()) {
	o.on.full(func() {
		o.on.fill(o.ground.Fill)
		o.on.Grid.Within(tag, draw)
		o.on.running(component.RunningHead{OnGround: &o.ground.Text})
	})
}

// draw draws the first page and returns what it has no room for.
func (o opener) draw() (rest []flow.Atom) {
	g, set := o.on.Grid, o.on.Set
	t := set.Sheet.Type
	g.Mark(wording.ChapterID(o.chapter), 0)
	number := strconv.Itoa(o.chapter.Number)
	o.on.line(number, t.OpenerNumber, o.ground.Text, openerNumberX, openerNumberY)
	intro := o.intro()
	y := max(openerIntroY, o.title()+openerIntroGap)
	figure, ok := o.on.Words.Opener(o.chapter)
	// The caption of dots that stand for several people is longer; wide, it may be lower.
	bottom := min(o.bottom(figure, ok, 1), o.bottom(figure, ok, 2))
	room := bottom - openerMore - openerTopicsGap - y
	if flow.Height(intro) > room {
		intro, rest = flow.Divide(intro, room)
	}
	end := component.Stack(g, intro, style.ContentLeft.Pt(), y.Pt()).Mm()
	draw, each := o.ring(figure, end)
	o.topics(max(openerTopicsY, end+openerTopicsGap), o.bottom(figure, ok, each))
	if ok {
		g.Artifact(frame.Layout, draw)
		lines, caption := o.caption(figure, each)
		o.figure(figure, lines, caption)
	}
	return rest
}

// goOn draws more of the introduction and returns what is left.
func (o opener) goOn(intro []flow.Atom) (rest []flow.Atom) {
	intro, rest = flow.Divide(intro, style.ContentHeight)
	if len(intro) == 0 {
		intro, rest = rest, nil
	}
	component.Stack(o.on.Grid, intro, style.ContentLeft.Pt(), style.ContentTop.Pt())
	return rest
}

// bottom is where what is above the figure ends; without a figure, where the page does.
func (o opener) bottom(k wording.KeyFigure, ok bool, oneDotStandsFor int) fonts.Mm {
	if !ok {
		return openerListEnd
	}
	lines, t := o.caption(k, oneDotStandsFor)
	return openerFigureY - t.Leading*fonts.Mm(len(lines)) - openerFigureHeight
}

// intro is the chapter's introduction and, because this page has no foot, its footnotes below it.
func (o opener) intro() []flow.Atom {
	set := onGround(o.on.Set, o.ground)
	at := flow.Place(o.chapter.Pos)
	atoms := set.Prose(o.chapter.Intro, set.Sheet.Type.Lead, o.ground.Soft, style.Columns(8), at)
	var notes []flow.Atom
	for _, a := range atoms {
		for _, n := range a.Footnotes {
			notes = append(notes, n.Atoms...)
		}
	}
	if len(notes) > 0 {
		notes[0].Before = openerNotesGap
	}
	return append(atoms, notes...)
}

// title sets the chapter's title, smaller when it takes more than two lines, and returns where it
// ends.
func (o opener) title() fonts.Mm {
	sizes := []fonts.Pt{42, 36, 30}
	shape := o.on.Set.Sheet.Type.OpenerTitle
	fits := func(lines []text.Line, t style.Type) bool {
		return t.Leading*fonts.Mm(len(lines)) <= openerTitleRoom
	}
	lines, t := o.on.titled(o.chapter.Title, shape, o.ground.Text, sizes, fits)
	y := openerTitleY
	o.on.Grid.Heading(1, func(*frame.Tag) {
		for _, l := range lines {
			o.on.Grid.Line(l, style.ContentLeft.Pt(), y.Pt()+t.Baseline())
			y += t.Leading
		}
	})
	return y
}

// ring gives what draws a dot for everyone that the figure is about, and says for how many a dot
// stands: nothing, when the brand does without rings or even their number is withheld. It ends in
// the lower right corner and is as large as the introduction, whose end is given, leaves room for;
// below its least size, and beside a caption that takes the page's width, it is left out.
func (o opener) ring(k wording.KeyFigure, intro fonts.Mm) (draw func(), oneDotStandsFor int) {
	outer := min(openerRingOuter, (openerRingY+openerRingOuter-intro-openerRingGap)/2)
	brand := o.on.Report.Brand
	if brand != nil && !brand.Ring || k.Dots == 0 || outer < openerRingLeast {
		return func() {}, 1
	}
	picture, each := charts.Ring{
		Seats: k.Dots, Groups: []charts.Group{{Count: k.Filled, Color: o.ground.Dot}},
		Inner: openerRingInner.Pt() * fonts.Pt(outer/openerRingOuter), Outer: outer.Pt(),
		Order: charts.ByAngle, Open: o.ground.Open, Stroke: openerOpenStroke.Pt(), Few: true,
		DotMost: openerDotMost.Pt() * fonts.Pt(outer/openerRingOuter),
	}.Picture()
	if wide(o.caption(k, each)) {
		return func() {}, 1
	}
	shrunk := openerRingOuter - outer
	return func() { o.on.centred(picture, openerRingX+shrunk, openerRingY+shrunk) }, each
}

// caption sets what stands below the figure, smaller when it would rise too high, and at last over
// the whole width, where it takes the place of the ring.
func (o opener) caption(k wording.KeyFigure, oneDotStandsFor int) ([]text.Line, style.Type) {
	words := k.Text
	if oneDotStandsFor > 1 {
		words += content.FullStop(words) + " " + o.on.Words.Terms.DotStandsFor(oneDotStandsFor)
	}
	t := o.on.Set.Sheet.Type.Caption
	t.Font.Size, t.Leading = 9.4, 4.5
	lines := o.on.Set.Words(words, t, o.ground.Text, openerFigureWide, text.Greedy)
	if t.Leading*fonts.Mm(len(lines)) <= openerFigureRoom {
		return lines, t
	}
	lines, small := o.on.smallPrint(words, t, o.ground.Text, openerFigureWide, openerFigureRoom)
	if small.Leading*fonts.Mm(len(lines)) <= openerFigureRoom {
		return lines, small
	}
	return o.on.smallPrint(words, t, o.ground.Text, style.ContentWidth, openerFigureRoom)
}

// wide says whether lines of a caption take more than the width beside the ring.
func wide(lines []text.Line, _ style.Type) bool {
	return slices.ContainsFunc(lines, func(l text.Line) bool {
		return l.Width > openerFigureWide.Pt()
	})
}

// figure sets "31 av 62" and its lines, bottom-aligned at the left.
func (o opener) figure(k wording.KeyFigure, lines []text.Line, t style.Type) {
	g := o.on.Grid
	y := openerFigureY - t.Leading*fonts.Mm(len(lines))
	shape := o.on.Set.Sheet.Type.OpenerFigure
	wide := min(openerNumberWide, o.beside(y-2.7)-style.ContentLeft-openerNumberGap)
	number := o.on.Set.Fitted(k.OutOf+" ", shape, o.ground.Text, wide)
	g.Tagged(frame.RoleP, func(*frame.Tag) {
		g.Line(number, style.ContentLeft.Pt(), (y - 2.7).Pt())
		o.on.lines(lines, t, style.ContentLeft, y)
	})
}

// beside is where the ring, at its largest, begins at a height of the page and a number's height
// above it.
func (o opener) beside(y fonts.Mm) fonts.Mm {
	dy := float64(max(0, y-openerFigureHeight/2-openerRingY))
	half := math.Sqrt(max(0, float64(openerRingOuter*openerRingOuter)-dy*dy))
	return openerRingX - fonts.Mm(half)
}

// topics lists the chapter's topics with their pages, each below a rule, from y on. A list that
// would end below bottom is set tighter; of what still finds no room there, it says how many topics
// it is.
func (o opener) topics(y, bottom fonts.Mm) {
	t := o.on.Set.Sheet.Type.KeyLabel
	t.Font.Size, t.Leading = 9.2, 4.2
	rows := o.rows(t)
	if rows.height(t) > bottom-y {
		t.Font.Size, t.Leading = leastSize, 3.4
		rows = o.rows(t)
	}
	g := o.on.Grid
	g.Tagged(frame.RoleTOC, func(*frame.Tag) {
		for i, lines := range rows {
			if y+rows[i:i+1].height(t) > bottom {
				more := o.on.Words.Terms.AndMore(len(rows) - i)
				baseline := y + topicAbove + t.Baseline().Mm()
				g.Tagged(frame.RoleTOCI, func(*frame.Tag) {
					o.on.line(more, t, o.ground.Text, style.ContentLeft, baseline)
				})
				break
			}
			o.on.rule(style.ContentLeft, y, openerSide, 0.25, o.ground.Text)
			g.From(flow.Place(o.chapter.Topics[i].Pos).String())
			g.Tagged(frame.RoleTOCI, func(*frame.Tag) {
				draw := func(*frame.Tag) { o.topic(o.chapter.Topics[i], lines, t, y+topicAbove) }
				g.Tagged(frame.RoleReference, draw)
			})
			y += rows[i : i+1].height(t)
			g.From("")
		}
	})
}

// topicRows are the titles of a chapter's topics as they are set in its list.
type topicRows [][]text.Line

// Space above and below a topic in the list.
const topicAbove, topicBelow fonts.Mm = 1.65, 1.8

func (o opener) rows(t style.Type) topicRows {
	var rows topicRows
	for _, topic := range o.chapter.Topics {
		title := wording.Clean(topic.Title)
		rows = append(rows, o.on.Set.Words(title, t, o.ground.Text, openerSide-7, text.Optimal))
	}
	return rows
}

func (r topicRows) height(t style.Type) fonts.Mm {
	var h fonts.Mm
	for _, lines := range r {
		h += topicAbove + t.Leading*fonts.Mm(len(lines)) + topicBelow
	}
	return h
}

// topic draws a topic's title and page number as one link.
func (o opener) topic(topic *content.Topic, lines []text.Line, t style.Type, y fonts.Mm) {
	link := component.PageLink{
		Title: wording.Clean(topic.Title), ID: wording.TopicID(topic), Type: t, Color: o.ground.Text,
		X: style.ContentLeft.Pt(), Y: y.Pt(), Right: (style.ContentLeft + openerSide).Pt(),
		Width: openerSide.Pt(), Height: t.Leading.Pt() * fonts.Pt(len(lines)),
	}
	draw := func() { o.on.lines(lines, t, style.ContentLeft, y) }
	o.on.Set.DrawPageLink(o.on.Grid, link, draw)
}
