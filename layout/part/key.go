package part

import (
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
	"rapport/layout/wording"
)

// Zones of the year in figures (DESIGN.md, "Page templates"), from the top of the page unless said
// otherwise.
const (
	heroTop       fonts.Mm = 60 // of the band, at least so far below the head
	heroGap       fonts.Mm = 4
	heroHeight    fonts.Mm = 90   // at least
	heroNumberY   fonts.Mm = 45.2 // baseline, from the band's top, as all that follow
	heroTextY     fonts.Mm = 54
	heroWide      fonts.Mm = 84 // of the number
	heroTextWide  fonts.Mm = 70
	heroDotsX     fonts.Mm = 107
	heroDotsY     fonts.Mm = 17
	heroRows               = 8 // of dots, one less when a line below says what a dot stands for
	heroTextBelow fonts.Mm = 8 // above the words that the band has no room for
	keysAbove     fonts.Mm = 14
	keyRowPitch   fonts.Mm = 52 // at least
	keyRowGap     fonts.Mm = 6
	keyNumberY    fonts.Mm = 19.6 // baseline, from the rule
	keyLabelY     fonts.Mm = 27.4 // from the rule
	keyLabelRoom  fonts.Mm = 150  // of the words, before they take smaller type
)

// keyPage is the year in figures.
type keyPage struct{ on Paper }

// Key draws the year in figures, which the report must have: one hero, and key figures below, three
// in a row. Rows that find no room go on to the next page.
func Key(p Paper) {
	tag := p.sect()
	k := p.Report.Key
	head := component.Beginning(p.Set.Head(wording.KeyID, k.Kicker, k.Headline, ""))
	page := keyPage{p}
	above := max(heroGap, heroTop-style.ContentTop-head.Height())
	room := style.ContentHeight - head.Height() - above
	bands := append([]flow.Band{head}, page.heroBands(above, room)...)
	for i := 0; i < len(k.Figures); i += 3 {
		row := page.row(k.Figures[i:min(i+3, len(k.Figures))])
		before := fonts.Mm(0)
		if i == 0 {
			before = keysAbove
		}
		bands = append(bands, component.Full(before, row.Atom(0)))
	}
	p.section(wording.Clean(k.Headline), tag, bands...)
}

// heroBands are the largest number on its band and, when the band would be higher than room with the
// number's words, these below it.
func (k keyPage) heroBands(above, room fonts.Mm) []flow.Band {
	f := k.on.Words.KeyFigure(k.on.Report.Key.Hero)
	hero := k.hero(f)
	if hero.Height <= room {
		return []flow.Band{component.Full(above, hero.Atom(0))}
	}
	t, ink := k.on.Set.Sheet.Type.Lead, k.on.Set.Sheet.Color.Ink
	words := content.Prose{{Inlines: []content.Inline{{Text: f.Text}}, First: true}}
	text := k.on.Set.Prose(words, t, ink, style.ContentWidth, flow.Place(k.on.Report.Key.Pos))
	f.Text = ""
	band := component.Full(above, k.hero(f).Atom(0))
	band.Keep = true
	return []flow.Band{band, component.Full(heroTextBelow, text...)}
}

// hero is the largest number on its band, with a dot for each answer as far as the band holds them.
func (k keyPage) hero(f wording.KeyFigure) *component.Box {
	sheet := k.on.Set.Sheet
	t := sheet.Type.H2
	lines := k.on.Set.Words(f.Text, t, sheet.Color.Heading, heroTextWide, text.Greedy)
	detailY := heroTextY + t.Leading*fonts.Mm(len(lines)) + 1.8
	detail := k.detail(f, heroTextWide)
	height := max(heroHeight, detailY+sheet.Type.Caption.Leading*fonts.Mm(len(detail))+4)
	draw := func(g *grid.Grid, x, y fonts.Pt) {
		top := y.Mm()
		g.From(flow.Place(k.on.Report.Key.Hero.Pos).String())
		g.Artifact(frame.Background, func() {
			left, width := -style.Bleed.Pt(), (style.PageWidth + 2*style.Bleed).Pt()
			g.Shape(vector.Rect(left, y, width, height.Pt()), vector.Paint{Fill: &sheet.Color.Panel})
		})
		k.bigNumber(f, sheet.Type.HeroNumber, sheet.Color.Accent, x.Mm()-0.6, top+heroNumberY, heroWide)
		g.Tagged(frame.RoleP, func(*frame.Tag) { k.on.lines(lines, t, x.Mm(), top+heroTextY) })
		k.drawDetail(detail, x.Mm(), top+detailY)
		k.dots(f, top, height)
	}
	return &component.Box{Name: "hero", Height: height, Draw: draw}
}

// dots draws a dot for each answer at the right of the hero's band, whose top and height are given.
func (k keyPage) dots(f wording.KeyFigure, top, height fonts.Mm) {
	if f.Dots == 0 {
		return
	}
	sheet, g := k.on.Set.Sheet, k.on.Grid
	dots := charts.HeroDots(f.Dots, f.Filled, sheet.Color.Accent, sheet.Color.Neutral)
	dots.Rows = heroRows
	picture, each := dots.Picture()
	if each > 1 {
		dots.Rows = heroRows - 1
		picture, each = dots.Picture()
	}
	at := top + heroDotsY
	g.Artifact(frame.Layout, func() { g.Picture(picture, heroDotsX.Pt(), at.Pt(), "") })
	if each > 1 {
		words := k.on.Words.Terms.DotStandsFor(each)
		k.on.line(words, sheet.Type.Caption, sheet.Color.Secondary, heroDotsX, top+height-4)
	}
}

// bigNumber draws "50 %" with a per cent sign of half the size, or "9 av 24" in smaller type, no
// wider than a width.
func (k keyPage) bigNumber(
	f wording.KeyFigure, t style.Type, c vector.Color, x, baseline, width fonts.Mm,
) {
	k.on.Set.BigNumber(f.Number, f.Percent, t, c, width)(k.on.Grid, x.Pt(), baseline.Pt())
}

// row is up to three key figures side by side.
func (k keyPage) row(figures []content.KeyFigure) *component.Box {
	height := keyRowPitch
	var draws []func(x, y fonts.Mm)
	for _, f := range figures {
		draw, tall := k.figure(k.on.Words.KeyFigure(f))
		draws = append(draws, func(x, y fonts.Mm) {
			k.on.Grid.From(flow.Place(f.Pos).String())
			draw(x, y)
			k.on.Grid.From("")
		})
		height = max(height, tall+keyRowGap)
	}
	return &component.Box{Name: "key figures", Height: height, Draw: func(_ *grid.Grid, x, y fonts.Pt) {
		for i, draw := range draws {
			draw(x.Mm()+(style.Columns(4)+4)*fonts.Mm(i), y.Mm())
		}
	}}
}

// figure gives what draws a rule, the number, what it means, and what is behind it, and how high
// that is.
func (k keyPage) figure(f wording.KeyFigure) (draw func(x, y fonts.Mm), height fonts.Mm) {
	set := k.on.Set
	color, width := set.Sheet.Color, style.Columns(4)-2
	lines, t := k.on.smallPrint(f.Text, set.Sheet.Type.KeyLabel, color.Heading, width, keyLabelRoom)
	detail := k.detail(f, width)
	detailY := keyLabelY + t.Leading*fonts.Mm(len(lines)) + 1.2
	draw = func(x, y fonts.Mm) {
		k.on.rule(x, y, style.Columns(4), 0.35, color.Ink)
		k.bigNumber(f, set.Sheet.Type.KeyNumber, color.Heading, x-0.2, y+keyNumberY, width)
		g := k.on.Grid
		g.Tagged(frame.RoleP, func(*frame.Tag) { k.on.lines(lines, t, x, y+keyLabelY) })
		k.drawDetail(detail, x, y+detailY)
	}
	return draw, detailY + set.Sheet.Type.Caption.Leading*fonts.Mm(len(detail))
}

// detail sets what is behind a number.
func (k keyPage) detail(f wording.KeyFigure, width fonts.Mm) []text.Line {
	sheet := k.on.Set.Sheet
	return k.on.Set.Words(f.Detail, sheet.Type.Caption, sheet.Color.Secondary, width, text.Greedy)
}

func (k keyPage) drawDetail(lines []text.Line, x, y fonts.Mm) {
	t := k.on.Set.Sheet.Type.Caption
	k.on.Grid.Tagged(frame.RoleP, func(*frame.Tag) { k.on.lines(lines, t, x, y) })
}
